"""Voters are found by name, phone and address."""

import numpy as np

from f2f_desktop.matching.index import MAX_HOUSEHOLD, VoterIndex, name_pair_key
from tests.matching.people import Person, town, voters_from


def rows_named(index: VoterIndex, last: str, first: str) -> list[str]:
    """Ids of the voters found by surname word and given-name word."""
    key = name_pair_key(np.array([index.vocabulary[last]]), np.array([index.vocabulary[first]]))
    return [index.voters.id_at(int(row)) for row in index.by_name.find(key)[1]]


def test_every_voter_is_found_by_its_name() -> None:
    index = town(voters=2_000)
    for row in range(len(index)):
        voter = index.voters.at(row)
        last, first = index.last.keys[index.last.codes[row]], index.first.keys[index.first.codes[row]]
        assert voter.id in rows_named(index, last.whole, first.whole)


def test_a_double_name_is_found_by_each_part() -> None:
    index = VoterIndex.build(voters_from([Person("A", "MARY ANN", "GARCIA-LOPEZ"), Person("B", "MARY", "LOPEZ")]))
    assert rows_named(index, "GARCIALOPEZ", "MARYANN") == ["A"]
    assert sorted(rows_named(index, "LOPEZ", "MARY")) == ["A", "B"]
    assert rows_named(index, "GARCIA", "MARY") == ["A"]


def test_an_empty_extract_has_an_index() -> None:
    index = VoterIndex.build(voters_from([]))
    assert len(index) == 0
    assert len(index.households) == 0
    assert index.local_area_codes == frozenset()


def test_columns_that_an_extract_lacks_are_not_needed() -> None:
    voters = voters_from([Person("A", "ANN", "SMITH")])
    bare = type(voters)(voters.ids, {"last_name": voters.texts["last_name"]}, {})
    index = VoterIndex.build(bare)
    assert index.last_share("SMITH") == 1.0
    assert index.households.tolist() == [-1]


def test_a_household_shares_address_and_zip_code() -> None:
    people = [
        Person("A", "ANN", "SMITH", street_address="1 OAK ST", zip="27601"),
        Person("B", "BOB", "SMITH", street_address="1 OAK ST", zip="27601"),
        Person("C", "CY", "SMITH", street_address="1 OAK ST", zip="27602"),
        Person("D", "DI", "SMITH"),
        Person("E", "ED", "SMITH"),
    ]
    households = VoterIndex.build(voters_from(people)).households
    assert households[0] == households[1] >= 0
    assert households[2] not in (households[0], -1)
    assert households[3] == households[4] == -1


def test_a_house_of_flats_is_no_household() -> None:
    people = [Person(f"V{n}", "ANN", f"SMITH{n}", street_address="1 OAK ST") for n in range(MAX_HOUSEHOLD + 1)]
    assert set(VoterIndex.build(voters_from(people)).households.tolist()) == {-1}


def test_local_area_codes_are_those_of_many_phones() -> None:
    people = [Person(f"V{n}", "ANN", "SMITH", phone=919_555_0000 + n) for n in range(100)]
    index = VoterIndex.build(voters_from([*people, Person("X", "ANN", "SMITH", phone=212_555_0142)]))
    assert index.local_area_codes == {919}
