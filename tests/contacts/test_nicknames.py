"""Nicknames, English and Spanish, old and new."""

import pytest

from f2f_desktop.contacts.nicknames import nickname_table, other_forms, table_of


@pytest.mark.parametrize(
    ("nickname", "formal"),
    [
        ("BOB", "ROBERT"),
        ("PEGGY", "MARGARET"),
        ("PEPE", "JOSE"),
        ("LUPE", "GUADALUPE"),
        ("PACO", "FRANCISCO"),
        ("CHUY", "JESUS"),
        ("MADDIE", "MADISON"),
        ("TY", "TYLER"),
        ("ROZ", "ROSALIND"),
        ("SASHA", "ALEXANDRA"),
        ("JERRY", "JEROME"),
        ("MISHA", "MIKHAIL"),
    ],
)
def test_a_nickname_leads_to_its_formal_name(nickname: str, formal: str) -> None:
    table = nickname_table()
    assert formal in table.formal_of(nickname)
    assert nickname in table.short_for(formal)


def test_a_name_is_not_its_own_nickname() -> None:
    assert table_of([("ANN", "ANN")]).formal_of("ANN") == frozenset()


def test_all_names_are_folded() -> None:
    table = nickname_table()
    assert all(
        name.isascii() and name.isalpha() and name.isupper() for name in (*table.nicknames, *table.formal_names)
    )


@pytest.mark.parametrize("formal", ["robert", "jorge", "luis", "francisco", "guadalupe", "madison"])
def test_merging_address_books_knows_the_nicknames_that_matching_knows(formal: str) -> None:
    table = nickname_table()
    short_forms = table.short_for(formal.upper())
    assert short_forms
    for short in short_forms:
        assert formal in other_forms(short.lower())
        assert short.lower() in other_forms(formal)
