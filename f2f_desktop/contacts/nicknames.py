"""Which given names a nickname may stand for: the package `nicknames` (English) and a supplement of our own.

The supplement (nicknames_supplement.txt) holds Spanish and modern names, which the package lacks. The one table of
the app: merging address books and matching with voters look names up here.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nicknames import with_names_csv_path

_SUPPLEMENT = Path(__file__).with_name("nicknames_supplement.txt")


@dataclass(frozen=True, eq=False)
class NicknameTable:
    """Formal names and nicknames, both folded, looked up either way."""

    formal_names: dict[str, frozenset[str]]
    """Nickname to the formal names it may stand for: BOB to ROBERT, ROBERTO, ..."""
    nicknames: dict[str, frozenset[str]]
    """Formal name to its nicknames."""

    def formal_of(self, name: str) -> frozenset[str]:
        """The formal names that `name` may stand for, itself not among them."""
        return self.formal_names.get(name, _NOTHING)

    def short_for(self, name: str) -> frozenset[str]:
        """The nicknames of the formal name `name`."""
        return self.nicknames.get(name, _NOTHING)

    @property
    def all_nicknames(self) -> frozenset[str]:
        """Every nickname of the table."""
        return frozenset(self.formal_names)


_NOTHING: frozenset[str] = frozenset()


def table_of(pairs: Iterable[tuple[str, str]]) -> NicknameTable:
    """The table of `pairs` (formal name, nickname), both folded already."""
    formal_names: dict[str, set[str]] = {}
    nicknames: dict[str, set[str]] = {}
    for formal, nickname in pairs:
        if formal != nickname:
            formal_names.setdefault(nickname, set()).add(formal)
            nicknames.setdefault(formal, set()).add(nickname)
    return NicknameTable(
        {name: frozenset(others) for name, others in formal_names.items()},
        {name: frozenset(others) for name, others in nicknames.items()},
    )


@cache
def usual_short_forms() -> dict[str, tuple[str, ...]]:
    """Formal name to its short forms, the most usual first, for the names that the supplement lists."""
    forms: dict[str, list[str]] = {}
    for formal, short in _supplement_pairs():
        forms.setdefault(formal, []).append(short)
    return {formal: tuple(short) for formal, short in forms.items()}


@cache
def nickname_table() -> NicknameTable:
    """The table, read once."""
    return table_of([*_package_pairs(), *_supplement_pairs()])


@cache
def other_forms(name: str) -> frozenset[str]:
    """The formal names and short forms of a given name (one word, lower case, no accents)."""
    table, folded = nickname_table(), name.upper()
    return frozenset(form.lower() for form in table.formal_of(folded) | table.short_for(folded))


def _package_pairs() -> list[tuple[str, str]]:
    """Pairs of the package `nicknames` (names.csv: formal name, `has_nickname`, nickname)."""
    with with_names_csv_path() as path, path.open(encoding="ascii", newline="") as rows:
        return [
            (formal.upper(), nickname.upper())
            for formal, _, nickname in csv.reader(rows)
            if formal.isalpha() and nickname.isalpha() and formal != "name1"
        ]


def _supplement_pairs() -> list[tuple[str, str]]:
    pairs = []
    for line in _SUPPLEMENT.read_text(encoding="ascii").splitlines():
        formal, colon, short_forms = line.partition(":")
        if colon and not line.startswith("#"):
            pairs += [(formal, short) for short in short_forms.split()]
    return pairs
