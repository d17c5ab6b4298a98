"""What was told of columns is known again by the header alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.organizer.mappings import MOST_KEPT, Mappings, Told, fingerprint
from f2f_desktop.vault.vault import Vault
from tests.hub.laptops import Laptop

HEADER = ("Nummer", "Nachname", "Vorname")
TOLD = {"id": "Nummer", "last_name": "Nachname"}


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    laptop = Laptop(tmp_path / "laptop", "Olga Organizer")
    yield laptop.vault
    laptop.close()


def test_a_header_is_known_again_whatever_blanks_are_around_its_names(vault: Vault) -> None:
    mappings = Mappings(vault)
    mappings.keep(Told.VOTERS, HEADER, TOLD, "spring.csv")
    found = mappings.known(Told.VOTERS, (" Nummer", "Nachname ", "Vorname"))
    assert found is not None
    assert (found.told, found.file) == (TOLD, "spring.csv")
    assert mappings.known(Told.VOTERS, ("Nummer", "Vorname", "Nachname")) is None
    assert mappings.known(Told.LIST, HEADER) is None


def test_what_is_told_last_counts_and_what_was_told_longest_ago_goes_first(vault: Vault) -> None:
    mappings = Mappings(vault)
    for number in range(MOST_KEPT):
        mappings.keep(Told.LIST, (*HEADER, str(number)), TOLD, "old.csv")
    mappings.keep(Told.LIST, (*HEADER, "0"), {"id": "Vorname"}, "new.csv")
    again = mappings.known(Told.LIST, (*HEADER, "0"))
    assert again is not None
    assert again.told == {"id": "Vorname"}
    mappings.keep(Told.LIST, HEADER, TOLD, "newest.csv")
    assert mappings.known(Told.LIST, (*HEADER, "1")) is None
    assert mappings.known(Told.LIST, (*HEADER, "0")) is not None


@given(st.lists(st.text(max_size=4), max_size=4), st.lists(st.text(max_size=4), max_size=4))
def test_no_two_headers_look_alike(one: list[str], other: list[str]) -> None:
    tidy = [[name.strip() for name in each] for each in (one, other)]
    assert (fingerprint(one) == fingerprint(other)) == (tidy[0] == tidy[1])
