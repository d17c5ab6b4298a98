"""The evidence behind a candidate: the same levels and weights that made its score, with what was compared."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.clues import Clues
from f2f_desktop.matching.comparing import FieldScores, Weights, WrittenNames
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.model import Evidence
from f2f_desktop.matching.names import NameHypothesis
from f2f_desktop.matching.parameters import HouseholdWeights
from f2f_desktop.matching.sorted_keys import Rows
from f2f_desktop.matching.taught import Lessons

_SILENT_LEVELS = ("missing", "none", "as_fields")
"""Levels that say nothing, unless they have a weight."""

Compared = Callable[[Clues, NameHypothesis | None, int], tuple[str, str]]
"""From a contact, its chosen reading and a voter's row to what of both was compared."""


def write_evidence(
    shown: Rows,
    clues: Sequence[Clues],
    pairs: Pairs,
    written: WrittenNames,
    scored: tuple[tuple[FieldScores, ...], Rows],
    index: VoterIndex,
    lessons: Lessons,
) -> Iterator[tuple[Evidence, ...]]:
    """For each of the `shown` pairs (places in `pairs`): the fields that say something, in the order of scoring."""
    said: list[list[Evidence]] = [[] for _ in range(len(shown))]
    contacts, rows = pairs.contacts[shown].tolist(), pairs.rows[shown].tolist()
    fields, hypotheses = scored
    readings = hypotheses[shown].tolist()
    values = _Values(index)
    for field in fields:
        compared = values.of(field.field)
        levels, weights = field.levels[shown], field.weights[shown]
        for place in np.flatnonzero(_speaks(field, levels, weights)).tolist():
            reading = readings[place]
            mine, theirs = (
                lessons.housemate(contacts[place], rows[place])
                if field.field == HouseholdWeights.FIELD
                else compared(clues[contacts[place]], written.all[reading] if reading >= 0 else None, rows[place])
            )
            level = field.names[levels[place]]
            said[place].append(Evidence(field.field, level, round(float(weights[place]), 3), mine, theirs))
    return map(tuple, said)


def _speaks(field: FieldScores, levels: Rows, weights: Weights) -> NDArray[np.bool_]:
    silent = [number for number, name in enumerate(field.names) if name in _SILENT_LEVELS]
    return ~np.isin(levels, silent) | (np.abs(weights) > 1e-9)


class _Values:
    """What the contact and the voter say, by field."""

    def __init__(self, index: VoterIndex) -> None:
        voters = index.voters
        self.texts = {name: (column.values, column.codes) for name, column in voters.texts.items()}
        self.birth_years = voters.number("birth_year")
        self.phones = index.phones

    def of(self, field: str) -> Compared:
        """How to tell what was compared in this field."""
        by_field: dict[str, Compared] = {
            "first_name": self._first_names,
            "last_name": self._last_names,
            "middle_name": lambda _, h, row: (h.middle if h else "", self._text("middle_name", row)),
            "suffix": lambda clue, _, row: (clue.name.generation, self._text("suffix", row)),
            "title": lambda clue, _, row: (clue.name.sex, self._text("sex", row)),
            "phone": self._phones,
            "address": lambda clue, _, row: (
                "; ".join(home.street.house for home in clue.homes),
                self._text("street_address", row),
            ),
            "zip": self._zips,
            "neighbourhood": lambda _clue, _reading, row: ("", self._text("zip", row) or self._text("city", row)),
            "birth_year": lambda clue, _, row: (str(clue.birth_year or ""), self._year(row)),
            "email_year": self._email_years,
        }
        return by_field.get(field, lambda _clue, _reading, _row: ("", ""))

    def _text(self, name: str, row: int) -> str:
        found = self.texts.get(name)
        return found[0][found[1][row]] if found else ""

    def _year(self, row: int) -> str:
        return str(int(self.birth_years[row]) or "")

    def _first_names(self, _clue: Clues, reading: NameHypothesis | None, row: int) -> tuple[str, str]:
        theirs = f"{self._text('first_name', row)} {self._text('middle_name', row)}".strip()
        return (reading.first_whole, theirs) if reading else ("", "")

    def _last_names(self, _clue: Clues, reading: NameHypothesis | None, row: int) -> tuple[str, str]:
        if reading is None:
            return "", ""
        return " ".join(reading.last.parts) or reading.last.whole, self._text("last_name", row)

    def _phones(self, clue: Clues, _reading: NameHypothesis | None, row: int) -> tuple[str, str]:
        theirs = int(self.phones[row])
        mine = theirs if theirs in clue.phones else next(iter(clue.phones), 0)
        return f"+1{mine:010d}" if mine else "", f"+1{theirs:010d}" if theirs else ""

    def _zips(self, clue: Clues, _reading: NameHypothesis | None, row: int) -> tuple[str, str]:
        return "; ".join(home.zip for home in clue.homes if home.zip), self._text("zip", row)

    def _email_years(self, clue: Clues, _reading: NameHypothesis | None, row: int) -> tuple[str, str]:
        years = [
            *(str(year) for year in clue.years_in_email),
            *(f"{year:02d}" for year in clue.short_years_in_email),
        ]
        return " ".join(years), self._year(row)
