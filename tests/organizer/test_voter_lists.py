"""A filter over the voter file as a target list."""

import datetime as dt
from pathlib import Path

import pytest

from f2f_desktop.campaign.filters import AutoFilters, District, VoterFrequency
from f2f_desktop.campaign.ids import TargetListId
from f2f_desktop.demo.columns import extract_of
from f2f_desktop.demo.population import generate_district
from f2f_desktop.organizer import voter_lists
from f2f_desktop.organizer.voter_lists import (
    NobodyPasses,
    TooManyForAList,
    VoterFilters,
    count_chosen,
    filterable,
    list_of,
    voters_in,
)
from f2f_desktop.voterfile.voters import Voter, Voters
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from tests.organizer.test_voter_files import state
from tests.voterfile.samples import KEY

TODAY = dt.date(2026, 11, 3)
LIST = TargetListId("list")


@pytest.fixture(scope="module")
def voters() -> Voters:
    return extract_of(generate_district(3, 1_200))


def people(voters: Voters) -> list[Voter]:
    return [voters.at(row) for row in range(len(voters))]


@pytest.mark.parametrize(
    "filters",
    [
        VoterFilters(),
        VoterFilters(AutoFilters((District("city", "rivers bend"),), ("DEM",), (VoterFrequency.RARELY,))),
        VoterFilters(youngest=30, oldest=44),
        VoterFilters(sexes=("F",), with_phone=True),
        VoterFilters(AutoFilters(parties=("UNA", "REP")), oldest=29, sexes=("M", "F")),
    ],
)
def test_whoever_passes_each_by_each_is_on_the_list(voters: Voters, filters: VoterFilters) -> None:
    def passes(voter: Voter) -> bool:
        age = TODAY.year - voter.birth_year
        return (
            filters.common.passes(voter.districts, voter.party, voter.frequency)
            and (filters.youngest is None or (voter.birth_year > 0 and age >= filters.youngest))
            and (filters.oldest is None or (voter.birth_year > 0 and age <= filters.oldest))
            and (not filters.sexes or voter.sex in filters.sexes)
            and (not filters.with_phone or bool(voter.phone))
        )

    expected = [voter.id for voter in people(voters) if passes(voter)]
    made = list_of(voters, filters, TODAY, LIST, "Friends")
    assert [each.voter_id for each in made.voters] == expected
    assert count_chosen(voters, filters, TODAY) == len(expected) > 0
    assert (made.entries, made.name) == ((), "Friends")


def test_what_can_be_filtered_by_is_counted(voters: Voters) -> None:
    found = filterable(voters)
    everybody = people(voters)
    assert found.sexes == {sex: sum(each.sex == sex for each in everybody) for sex in found.sexes}
    assert found.phones == sum(bool(each.phone) for each in everybody)
    assert found.born == sum(each.birth_year > 0 for each in everybody)
    assert sum(found.frequencies.values()) == len(voters)
    assert set(found.electorate.districts) >= {"city", "county", "precinct"}


def test_nobody_and_too_many_are_told(voters: Voters, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NobodyPasses):
        list_of(voters, VoterFilters(AutoFilters(parties=("NONE",))), TODAY, LIST, "Nobody")
    monkeypatch.setattr(voter_lists, "MOST_VOTERS", 1_000)
    with pytest.raises(TooManyForAList, match="1,175 voters"):
        list_of(voters, VoterFilters(), TODAY, LIST, "All")


def test_voters_come_from_an_extract_or_from_a_voter_file(voters: Voters, tmp_path: Path) -> None:
    day = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=9)
    write_extract(tmp_path / "e.f2fx", voters, ExtractDetails(layout="test", expires=day), KEY)
    assert len(voters_in((tmp_path / "e.f2fx",))) == len(voters)
    found = voters_in(state(tmp_path))
    assert len(found) == 30  # neither the confidential one nor the removed one
    assert filterable(found).frequencies
