"""The invented people: as many as asked for, the same for the same seed, and nobody real."""

import numpy as np
import phonenumbers
import pytest

from f2f_desktop.demo.columns import voters_of
from f2f_desktop.demo.names import GROUPS, rare_surnames, surnames
from f2f_desktop.demo.population import EXCHANGES, MORE_EXCHANGES, Mix, Population, generate_district


@pytest.fixture(scope="module")
def people() -> Population:
    return generate_district(3, 10_000)


def test_about_as_many_are_registered_as_asked_for(people: Population) -> None:
    assert len(people.registered) == pytest.approx(10_000, rel=0.02)
    assert len(people) > len(people.registered)


def test_the_same_seed_gives_the_same_people(people: Population) -> None:
    again = generate_district(3, 10_000)
    other = generate_district(4, 10_000)
    assert (again.first == people.first).all()
    assert (again.file_phone == people.file_phone).all()
    assert (other.first[:100] != people.first[:100]).any()


def test_ids_are_unique(people: Population) -> None:
    ids = people.voter_ids[people.registered]
    assert len(set(ids.tolist())) == len(ids)


def test_numbers_are_valid_and_clearly_invented(people: Population) -> None:
    numbers = people.file_phone[people.file_phone > 0]
    assert {number // 10_000 % 1000 for number in numbers.tolist()} <= set(EXCHANGES)
    for number in numbers[:300].tolist():
        assert phonenumbers.is_valid_number(phonenumbers.parse(f"+1{number}"))


def test_no_two_people_have_one_mobile_number(people: Population) -> None:
    assert len(set(people.phone.tolist())) == len(people)


def test_a_large_district_has_numbers_enough() -> None:
    assert len(EXCHANGES) * 100_000 < 1_200_000 < len(MORE_EXCHANGES) * 100_000


def test_households_share_an_address(people: Population) -> None:
    for column in (people.house_number, people.street, people.place, people.landline):
        first_of = column[np.searchsorted(people.household, people.household)]
        assert (column == first_of).all()


def test_the_hard_cases_occur(people: Population) -> None:
    assert (people.suffix == "JR").any()
    assert (people.suffix == "SR").any()
    assert (people.file_first != people.first).any()
    assert (people.file_last != people.last).any()
    assert any("-" in last for last in people.last.tolist())
    assert any(" " in last for last in people.last.tolist())
    names = np.char.add(people.first, people.last)
    assert len(set(names.tolist())) < len(names)


def test_a_file_without_phones_has_none() -> None:
    bare = generate_district(3, 1_000, Mix(phone_in_file=0.0))
    assert not bare.file_phone.any()


@pytest.mark.parametrize("group", range(len(GROUPS)))
def test_the_tail_of_surnames_is_long_and_none_of_the_listed(group: int) -> None:
    tail = rare_surnames(group, 1, 60_000)
    assert len(tail) > 40_000
    assert len(set(tail.tolist()) & set(surnames(group).names.tolist())) < len(tail) / 50


def test_the_columns_hold_what_the_people_are(people: Population) -> None:
    voters = voters_of(people)
    row = 17
    i = int(people.registered[row])
    voter = voters.at(row)
    assert voter.id == people.voter_ids[i]
    assert voter.birth_year == people.birth_year[i]
    assert voter.street_address.startswith(f"{people.house_number[i]} ")
    assert voter.last_name.isascii()
    assert voter.last_name.isupper()
