"""Voters are found by name, phone and address."""

import numpy as np
import pytest

from f2f_desktop.matching.folding import fold, given_name_key, surname_key
from f2f_desktop.matching.index import MAX_HOUSEHOLD, VoterIndex
from f2f_desktop.matching.match import match
from f2f_desktop.matching.sorted_keys import pair_key
from tests.matching.people import Person, contact, town, voters_from


def rows_named(index: VoterIndex, last: str, first: str) -> list[str]:
    """Ids of the voters found by surname word and given-name word."""
    key = pair_key(np.array([index.vocabulary[last]]), np.array([index.vocabulary[first]]))
    return [index.voters.id_at(int(row)) for row in index.by_name.find(key)[1]]


def test_every_voter_is_found_by_its_name() -> None:
    index = town(voters=2_000)
    for row in range(len(index)):
        voter = index.voters.at(row)
        last, first = surname_key(fold(voter.last_name)), given_name_key(fold(voter.first_name))
        assert voter.id in rows_named(index, last.whole, first.whole)


def test_a_double_name_is_found_by_each_part() -> None:
    index = VoterIndex.build(voters_from([Person("A", "MARY ANN", "GARCIA-LOPEZ"), Person("B", "MARY", "LOPEZ")]))
    assert rows_named(index, "GARCIALOPEZ", "MARYANN") == ["A"]
    assert sorted(rows_named(index, "LOPEZ", "MARY")) == ["A", "B"]
    assert rows_named(index, "GARCIA", "MARY") == ["A"]


def test_a_middle_name_that_is_a_surname_here_is_filed_as_a_maiden_name() -> None:
    people = [Person("A", "JENNIFER", "SMITH", "BURKS"), Person("B", "ANN", "SMITH", "ROSE")]
    index = VoterIndex.build(voters_from([*people, Person("C", "TOM", "BURKS"), Person("D", "ROSE", "LEE")]))
    word = index.vocabulary
    keys = pair_key(np.array([word["BURKS"], word["ROSE"]]), np.array([word["JENNIFER"], word["ANN"]]))
    assert index.by_maiden_name.find(keys)[1].tolist() == [0]


def test_an_empty_extract_has_an_index() -> None:
    index = VoterIndex.build(voters_from([]))
    assert len(index) == 0
    assert len(index.households) == 0
    assert index.local_area_codes == frozenset()


def test_columns_that_an_extract_lacks_are_not_needed() -> None:
    voters = voters_from([Person("A", "ANN", "SMITH")])
    bare = type(voters)(voters.ids, {"last_name": voters.texts["last_name"]}, {})
    index = VoterIndex.build(bare)
    assert index.last_shares[index.vocabulary["SMITH"]] == 1.0
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


def test_an_index_taken_apart_and_put_together_gives_the_same_answers() -> None:
    index = town(voters=2_000)
    again = VoterIndex.from_parts(index.voters, index.parts())
    contacts = [
        contact(f"{voter.first_name.title()} {voter.last_name.title()}", phone=int(voter.phone[2:] or 0) or ())
        for voter in map(index.voters.at, range(0, 2_000, 20))
    ]
    assert match(contacts, again) == match(contacts, VoterIndex.build(index.voters))
    assert again.parts().keys() == index.parts().keys()


def test_nothing_is_computed_anew_from_parts() -> None:
    index = town(voters=2_000)
    parts = index.parts()
    empty = {name: array[:0] if name == "by_name.keys" else array for name, array in parts.items()}
    empty["by_name.rows"] = empty["by_name.rows"][:0]
    assert len(VoterIndex.from_parts(index.voters, empty).by_name.keys) == 0


def test_a_missing_part_is_told() -> None:
    index = town(voters=2_000)
    parts = index.parts()
    del parts["last_name.whole"]
    with pytest.raises(KeyError, match="last_name"):
        VoterIndex.from_parts(index.voters, parts)
