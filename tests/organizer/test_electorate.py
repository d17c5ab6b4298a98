"""Counting the voters that an action's filters let pass."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.filters import AutoFilters, District, VoterFrequency
from f2f_desktop.organizer.electorate import electorate, passing
from f2f_desktop.voterfile.voters import TextColumn, Voters


def some_voters(count: int = 40) -> Voters:
    rows = range(count)
    return Voters(
        ids=np.array([f"V{row}".encode() for row in rows]),
        texts={
            "county": TextColumn.encode([("WAKE", "DURHAM", "")[row % 3] for row in rows]),
            "party": TextColumn.encode([("DEM", "REP", "")[row % 5 % 3] for row in rows]),
        },
        numbers={"frequency": np.array([row % 5 for row in rows], np.uint8)},
        districts={"congressional": TextColumn.encode([("4", "13", "")[row % 7 % 3] for row in rows])},
    )


DISTRICTS = st.builds(
    District, st.sampled_from(["county", "congressional", "ward"]), st.sampled_from(["wake", "DURHAM", "4", "13"])
)


@given(
    st.lists(DISTRICTS, max_size=3),
    st.lists(st.sampled_from(["DEM", "REP", "GRE"]), max_size=2),
    st.lists(st.sampled_from(list(VoterFrequency)), max_size=2),
)
def test_as_many_pass_as_pass_one_by_one(
    districts: list[District], parties: list[str], frequencies: list[VoterFrequency]
) -> None:
    voters = some_voters()
    filters = AutoFilters(tuple(districts), tuple(parties), tuple(frequencies))
    rows = [voters.at(row) for row in range(len(voters))]
    assert passing(voters, filters) == sum(
        filters.passes(each.districts, each.party, each.frequency) for each in rows
    )


def test_what_can_be_filtered_by_is_counted_with_numbers_in_order() -> None:
    found = electorate(some_voters())
    assert found.voters == 40
    assert list(found.districts) == ["county", "congressional"]
    assert list(found.districts["congressional"]) == ["4", "13"]
    assert sum(found.districts["county"].values()) == 27
    assert list(found.parties) == ["DEM", "REP"]
