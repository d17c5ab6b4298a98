"""How frequent surnames and given names are in the whole country, which one district's file cannot know.

A contact who lives elsewhere bears a name that may be rare here and common there. An organizer gives a table of
them to the cut, and every extract carries it.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from f2f_desktop.voterfile.errors import NationalNamesUnusable

SURNAME, GIVEN = "surname", "given"
KINDS = (SURNAME, GIVEN)

_UNITS = {"share": 1.0, "per_100k": 100_000.0}
"""Name of the column to what it is to be divided by."""
MAX_NAMES = 500_000
MAX_LETTERS = 60
_SHOWN = 20


@dataclass(frozen=True)
class NationalNames:
    """Name (capitals) to the share of people who bear it, 0 to 1."""

    surnames: Mapping[str, float] = field(default_factory=dict)
    given_names: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, by_kind: Mapping[str, Mapping[str, float]]) -> "NationalNames":
        """From `surname` and `given` to their shares; kinds that this version does not know are passed over."""
        return cls(by_kind.get(SURNAME, {}), by_kind.get(GIVEN, {}))

    @property
    def by_kind(self) -> dict[str, Mapping[str, float]]:
        """`surname` and `given`, each with its shares."""
        return {SURNAME: self.surnames, GIVEN: self.given_names}

    def __bool__(self) -> bool:
        return bool(self.surnames or self.given_names)


def read_national_names(path: Path) -> tuple[NationalNames, tuple[str, ...]]:
    """The names in a CSV file with the columns `kind` (`surname` or `given`), `name`, and `share` or `per_100k`.

    A name that occurs twice counts with the sum. Also gives what was wrong with single lines, in words; the first
    few of them. Raises NationalNamesUnusable where nothing can be used.
    """
    found: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    problems: list[str] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in _rows(path, csv.DictReader(file)):
                if isinstance(row, str):
                    problems.append(f"{path.name}, line {number}: {row}.")
                    continue
                kind, name, share = row
                found[kind][name] = found[kind].get(name, 0.0) + share
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NationalNamesUnusable(path.name, "it cannot be read as a CSV file in UTF-8") from error
    for kind in KINDS:
        if sum(found[kind].values()) > 1.001:
            raise NationalNamesUnusable(path.name, f"the shares of all names ({kind}) make more than 1")
        if len(found[kind]) > MAX_NAMES:
            raise NationalNamesUnusable(path.name, f"it has more than {MAX_NAMES:,} names of one kind")
    names = NationalNames.of(found)
    if not names:
        raise NationalNamesUnusable(path.name, "no line of it holds a name with its share")
    more = (f"{path.name}: {len(problems) - _SHOWN} more lines were left out.",) * (len(problems) > _SHOWN)
    return names, (*problems[:_SHOWN], *more)


def _rows(path: Path, table: "csv.DictReader[str]") -> Iterator[tuple[int, tuple[str, str, float] | str]]:
    """(line, what it says or what is wrong with it)."""
    columns = {name.strip().casefold(): name for name in table.fieldnames or () if name}
    unit = next((unit for unit in _UNITS if unit in columns), None)
    if unit is None or not {"kind", "name"} <= set(columns):
        raise NationalNamesUnusable(
            path.name, "its first line must name the columns kind, name, and share or per_100k"
        )
    for row in table:
        kind = (row[columns["kind"]] or "").strip().casefold()
        name = " ".join((row[columns["name"]] or "").upper().split())
        try:
            share = float(row[columns[unit]] or "") / _UNITS[unit]
        except ValueError:
            yield table.line_num, "the share is no number"
            continue
        if kind not in KINDS:
            yield table.line_num, "the kind must be surname or given"
        elif not 0 < len(name) <= MAX_LETTERS or not name.isprintable():
            yield table.line_num, "there is no name"
        elif not 0 <= share <= 1:
            yield table.line_num, "the share is out of range"
        else:
            yield table.line_num, (kind, name, share)
