"""Auto-filters: districts of one kind are alternatives, different kinds must all hold."""

import pytest

from f2f_desktop.campaign.filters import AutoFilters, District, VoterFrequency

HERE = {"county": "ALDER", "congressional": "7"}


@pytest.mark.parametrize(
    ("filters", "passes"),
    [
        (AutoFilters(), True),
        (AutoFilters(districts=(District("county", "alder"),)), True),
        (AutoFilters(districts=(District("county", "FENWICK"),)), False),
        (AutoFilters(districts=(District("county", "FENWICK"), District("county", "ALDER"))), True),
        (AutoFilters(districts=(District("county", "ALDER"), District("congressional", "8"))), False),
        (AutoFilters(districts=(District("ward", "1"),)), False),
        (AutoFilters(parties=("DEM",)), True),
        (AutoFilters(parties=("REP",)), False),
        (AutoFilters(frequencies=(VoterFrequency.RARELY,)), True),
        (AutoFilters(frequencies=(VoterFrequency.ALWAYS,)), False),
    ],
)
def test_who_passes(filters: AutoFilters, passes: bool) -> None:
    assert filters.passes(HERE, "DEM", VoterFrequency.RARELY) is passes
