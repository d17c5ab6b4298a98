"""Two spellings of one name meet in one key."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from f2f_desktop.matching.folding import NameKey, StreetKey, fold, given_name_key, street_key, surname_key


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("José", "JOSE"),
        ("O’Brien", "OBRIEN"),
        ("Strauß", "STRAUSS"),
        ("Søren Łukasz", "SOREN LUKASZ"),
        ("  Anna-Marie  ", "ANNA-MARIE"),
        ("❤️ Mom", "MOM"),
        ("李明", ""),
        ("J.R. Smith", "J R SMITH"),
    ],
)
def test_folding_leaves_plain_capitals(written: str, folded: str) -> None:
    assert fold(written) == folded


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text())
def test_folded_text_is_ascii_capitals(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.upper()
    assert "  " not in folded


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x24F)))
def test_letter_case_does_not_matter(text: str) -> None:
    assert fold(text.lower()) == fold(text.lower().upper())


@pytest.mark.parametrize("spelling", ["VAN DYKE", "VANDYKE", "VAN-DYKE"])
def test_particles_are_glued(spelling: str) -> None:
    assert surname_key(spelling).whole == "VANDYKE"


@pytest.mark.parametrize("spelling", ["GARCIA LOPEZ", "GARCIA-LOPEZ"])
def test_a_double_surname_keeps_its_parts(spelling: str) -> None:
    assert surname_key(spelling) == NameKey("GARCIALOPEZ", ("GARCIA", "LOPEZ"))


def test_a_surname_behind_a_particle_is_found_without_it() -> None:
    assert surname_key("DE LA CRUZ") == NameKey("DELACRUZ", ("CRUZ",))


def test_a_generation_behind_a_surname_is_no_part_of_it() -> None:
    assert surname_key("SMITH JR") == NameKey("SMITH")


def test_a_double_given_name_keeps_its_parts() -> None:
    assert given_name_key("MARY ANN") == NameKey("MARYANN", ("MARY", "ANN"))


@pytest.mark.parametrize(
    "spelling", ["12 North Oak Street", "12 N. Oak St", "12  N OAK ST   ", "12 N Oak Street\nRear house"]
)
def test_streets_meet_in_postal_abbreviations(spelling: str) -> None:
    assert street_key(spelling) == StreetKey("12 N OAK ST", "")


@pytest.mark.parametrize(
    "spelling", ["12 Oak St Apt 4B", "12 Oak St #4B", "12 OAK ST APT #4B", "12 Oak St., Unit 4B"]
)
def test_units_are_kept_apart(spelling: str) -> None:
    assert street_key(spelling) == StreetKey("12 OAK ST", "4B")


@pytest.mark.parametrize("text", ["", "PO Box 12", "Oak Street", "12", "#4"])
def test_what_is_no_house_has_no_key(text: str) -> None:
    assert street_key(text).house == ""
