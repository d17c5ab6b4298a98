"""The evidence behind candidates: the same levels and weights that made their scores, with what was compared.

Written field by field for all candidates that are shown, since there are thousands.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np

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

Texts = Sequence[str]


class _Compared(NamedTuple):
    """Pairs of which a field speaks: by pair, the contact's place and clues, the reading chosen, the voter's row."""

    places: Sequence[int]
    clues: Sequence[Clues]
    readings: Sequence[NameHypothesis | None]
    rows: Rows


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
    fields, hypotheses = scored
    contacts, rows, readings = pairs.contacts[shown], pairs.rows[shown], hypotheses[shown]
    values = _Values(index, lessons)
    said: list[Evidence] = []
    owners = []
    for field in fields:
        silent = np.array([name in _SILENT_LEVELS for name in field.names])
        levels, weights = field.levels[shown], field.weights[shown]
        places = np.flatnonzero(~silent[levels] | (np.abs(weights) > 1e-9))
        if not len(places):
            continue
        of_contacts = contacts[places].tolist()
        compared = _Compared(
            of_contacts,
            [clues[contact] for contact in of_contacts],
            [written.all[reading] if reading >= 0 else None for reading in readings[places].tolist()],
            rows[places],
        )
        names = map(field.names.__getitem__, levels[places].tolist())
        mine, theirs = values.of(field.field)(compared)
        said += map(Evidence, repeat(field.field), names, _rounded(weights[places]), mine, theirs)
        owners.append(places)
    together = np.concatenate([*owners, np.zeros(0, np.int64)])
    ordered = [said[place] for place in np.argsort(together, kind="stable").tolist()]
    ends = np.cumsum(np.bincount(together, minlength=len(shown))).tolist()
    return (tuple(ordered[start:end]) for start, end in zip([0, *ends], ends, strict=False))


def _rounded(weights: Weights) -> list[float]:
    """Rounded to three places as Python rounds: numpy may go the other way where a number ends in 5."""
    thousandths = weights * 1000.0
    rounded: list[float] = (np.rint(thousandths) / 1000.0).tolist()
    halves = np.flatnonzero(np.abs(np.abs(thousandths - np.floor(thousandths)) - 0.5) < 1e-6)
    for place in halves.tolist():
        rounded[place] = round(float(weights[place]), 3)
    return rounded


class _Values:
    """What contacts and voters say, by field."""

    def __init__(self, index: VoterIndex, lessons: Lessons) -> None:
        self.voters = index.voters
        self.phones = index.phones
        self.lessons = lessons

    def of(self, field: str) -> Callable[[_Compared], tuple[Texts, Texts]]:
        """How to tell what was compared in this field: the contacts' texts and the voters'."""
        by_field: dict[str, Callable[[_Compared], tuple[Texts, Texts]]] = {
            "first_name": self._first_names,
            "last_name": self._last_names,
            "middle_name": self._middle_names,
            "suffix": lambda those: ([c.name.generation for c in those.clues], self._texts("suffix", those.rows)),
            "title": lambda those: ([c.name.sex for c in those.clues], self._texts("sex", those.rows)),
            "phone": self._phones,
            "address": self._addresses,
            "zip": self._zips,
            "neighbourhood": self._neighbourhoods,
            "birth_year": self._birth_years,
            "email_year": self._email_years,
            HouseholdWeights.FIELD: self._housemates,
        }
        return by_field.get(field, lambda those: ([""] * len(those.rows), [""] * len(those.rows)))

    def _texts(self, name: str, rows: Rows) -> list[str]:
        column = self.voters.texts.get(name)
        if column is None:
            return [""] * len(rows)
        values = column.values
        return [values[code] for code in column.codes[rows].tolist()]

    def _years(self, rows: Rows) -> list[str]:
        return [str(year or "") for year in self.voters.number("birth_year")[rows].tolist()]

    def _first_names(self, those: _Compared) -> tuple[Texts, Texts]:
        first, middle = self._texts("first_name", those.rows), self._texts("middle_name", those.rows)
        return (
            [reading.first_whole if reading else "" for reading in those.readings],
            [
                f"{one} {two}".strip() if reading else ""
                for one, two, reading in zip(first, middle, those.readings, strict=True)
            ],
        )

    def _last_names(self, those: _Compared) -> tuple[Texts, Texts]:
        lasts = [reading.last if reading else None for reading in those.readings]
        theirs = self._texts("last_name", those.rows)
        return (
            [" ".join(last.parts) or last.whole if last else "" for last in lasts],
            [name if last else "" for name, last in zip(theirs, lasts, strict=True)],
        )

    def _middle_names(self, those: _Compared) -> tuple[Texts, Texts]:
        mine = [reading.middle if reading else "" for reading in those.readings]
        return mine, self._texts("middle_name", those.rows)

    def _phones(self, those: _Compared) -> tuple[Texts, Texts]:
        numbers = self.phones[those.rows].tolist()
        mine = [
            number if number in clue.phones else next(iter(clue.phones), 0)
            for number, clue in zip(numbers, those.clues, strict=True)
        ]
        return _printed(mine), _printed(numbers)

    def _addresses(self, those: _Compared) -> tuple[Texts, Texts]:
        mine = ["; ".join(home.street.house for home in clue.homes) for clue in those.clues]
        return mine, self._texts("street_address", those.rows)

    def _zips(self, those: _Compared) -> tuple[Texts, Texts]:
        mine = ["; ".join(home.zip for home in clue.homes if home.zip) for clue in those.clues]
        return mine, self._texts("zip", those.rows)

    def _neighbourhoods(self, those: _Compared) -> tuple[Texts, Texts]:
        zips, cities = self._texts("zip", those.rows), self._texts("city", those.rows)
        return [""] * len(zips), [code or city for code, city in zip(zips, cities, strict=True)]

    def _birth_years(self, those: _Compared) -> tuple[Texts, Texts]:
        return [str(clue.birth_year or "") for clue in those.clues], self._years(those.rows)

    def _email_years(self, those: _Compared) -> tuple[Texts, Texts]:
        mine = [
            " ".join([*map(str, clue.years_in_email), *(f"{year:02d}" for year in clue.short_years_in_email)])
            for clue in those.clues
        ]
        return mine, self._years(those.rows)

    def _housemates(self, those: _Compared) -> tuple[Texts, Texts]:
        names = [self.lessons.housemate(*pair) for pair in zip(those.places, those.rows.tolist(), strict=True)]
        return [mine for mine, _ in names], [theirs for _, theirs in names]


def _printed(numbers: Sequence[int]) -> Texts:
    return [f"+1{number:010d}" if number else "" for number in numbers]
