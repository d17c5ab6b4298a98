"""Looking for somebody in the extract: every word must fit, the best come first, letters and accents do not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.matching.looking_up import MOST, VoterQuery, VoterSearch
from f2f_desktop.voterfile.voters import Voters
from tests.matching.people import Person, crowd, voters_from

PEOPLE = (
    Person("bob", "ROBERT", "VAN DYKE", street_address="12 ELM ST", city="MILLBROOK", zip="27001"),
    Person("rob", "ROB", "VANDYKE", street_address="14 ELM ST APT 2", city="MILLBROOK", zip="27001"),
    Person("roberta", "ROBERTA", "ZELLWEGER", street_address="12 ELMWOOD AVE", city="OAKTON", zip="27005"),
    Person("jose", "JOSÉ", "NÚÑEZ-ARANGUREN", "PEPE", street_address="7 CALLE LARGA", city="OAKTON", zip="27005"),
    Person("dee", "QUILLIAM", "XYLANDER", "DEE", street_address="1 FIRST ST", city="MILLBROOK", zip="27001"),
    Person("dee2", "DEE", "XYLANDER", street_address="2 FIRST ST", city="MILLBROOK", zip="27001"),
)


@pytest.fixture(scope="module")
def search() -> VoterSearch:
    return VoterSearch(voters_from([*PEOPLE, *crowd(2_000)]))


def ids(search: VoterSearch, name: str = "", street: str = "") -> list[str]:
    found = search.find(VoterQuery(name, street))
    everybody: Voters = search._voters
    return [everybody.id_at(row) for row in found.rows]


@pytest.mark.parametrize(
    ("name", "street", "expected"),
    [
        ("robert van dyke", "", ["bob", "rob"]),
        ("bob vandyke", "", ["bob", "rob"]),
        ("van dyke rob", "", ["bob", "rob"]),
        ("zellw", "", ["roberta"]),
        ("ROBERTA zell", "", ["roberta"]),
        ("jose nunez", "", ["jose"]),
        ("José Núñez Aranguren", "", ["jose"]),
        ("aranguren", "", ["jose"]),
        ("xylander dee", "", ["dee2", "dee"]),
        ("d xyl", "", ["dee2", "dee"]),
        ("", "12 elm street", ["bob"]),
        ("", "elm millbrook 27001", ["bob", "rob"]),
        ("", "calle larga", ["jose"]),
        ("zellweger", "12 elm", ["roberta"]),
        ("zellweger", "14 elm", []),
        ("zellweger xylander", "", []),
        ("", "", []),
        ("  ", "…", []),
        ("\x00🦊", "", []),
    ],
)
def test_who_is_found(search: VoterSearch, name: str, street: str, expected: list[str]) -> None:
    assert ids(search, name, street)[: len(expected) or 1] == expected


def test_every_keystroke_narrows_what_was_found(search: VoterSearch) -> None:
    whole = "smith"
    totals = [search.find(VoterQuery(whole[:end])).total for end in (1, 2, 3, 5)]
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] < totals[0]
    assert search.find(VoterQuery("robert van dyke")).total == 2


def test_a_name_that_many_bear_gives_the_best_and_says_how_many_there_are(search: VoterSearch) -> None:
    found = search.find(VoterQuery("s"))
    assert len(found.rows) == MOST < found.total
    names = [search._voters.text("last_name")[row] for row in found.rows]
    assert all(name.startswith("S") or " S" in name for name in names) or found.total > MOST


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_typed_is_answered_and_all_words_fit(search: VoterSearch, name: str, street: str) -> None:
    found = search.find(VoterQuery(name, street))
    assert len(found.rows) <= MOST
    assert len(set(found.rows)) == len(found.rows) <= found.total


def test_a_voter_is_found_by_every_beginning_of_their_own_name_and_street(search: VoterSearch) -> None:
    voters = search._voters
    for row in range(0, len(voters), 97):
        who = voters.at(row)
        for name, street in (
            (f"{who.first_name} {who.last_name}", who.street_address),
            (f"{who.last_name[:3]} {who.first_name[:2]}", who.street_address),
            (who.last_name.lower(), f"{who.street_address} {who.city}"),
        ):
            assert row in search.find(VoterQuery(name, street)).rows


def test_an_empty_extract_has_nobody() -> None:
    assert VoterSearch(voters_from([])).find(VoterQuery("smith", "12")).total == 0
