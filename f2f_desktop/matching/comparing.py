"""Every pair of contact and voter, field by field: the level that each declared comparison finds, and its weight.

Names are compared once per distinct pair of written name and registered name; the rest is numpy.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching import given_names, surnames
from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.clues import Clues
from f2f_desktop.matching.folding import NameKey
from f2f_desktop.matching.given_names import GivenNames
from f2f_desktop.matching.index import Rows, VoterIndex
from f2f_desktop.matching.names import NameHypothesis, Reading
from f2f_desktop.matching.nicknames import NicknameTable
from f2f_desktop.matching.parameters import Levels, Parameters, ReadingWeights
from f2f_desktop.matching.rarity import Rarity
from f2f_desktop.matching.surnames import Surnames

Weights = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FieldScores:
    """One field of m pairs."""

    field: str
    names: tuple[str, ...]
    """Of the levels."""
    levels: NDArray[np.int64]
    """Shape (m,)."""
    weights: Weights
    """Shape (m,)."""

    @classmethod
    def by_level(cls, declared: Levels, levels: NDArray[np.int64]) -> "FieldScores":
        """A field whose weights depend on the level alone."""
        return cls(declared.FIELD, declared.names(), levels, np.array(declared.weights())[levels])


@dataclass(frozen=True, eq=False)
class NameScores:
    """The names of m pairs under each pair's best reading."""

    reading: FieldScores
    first: FieldScores
    last: FieldScores
    hypotheses: Rows
    """Shape (m,): the reading's place among all hypotheses, -1 without one."""


class HypothesisTable:
    """The hypotheses of all contacts in one row, and where each contact's begin."""

    def __init__(self, clues: Sequence[Clues]) -> None:
        self.all: list[NameHypothesis] = [h for clue in clues for h in clue.name.hypotheses]
        self.counts = np.array([len(clue.name.hypotheses) for clue in clues], np.int64)
        self.starts = np.cumsum(self.counts) - self.counts


def compare_names(
    pairs: Pairs, table: HypothesisTable, index: VoterIndex, nicknames: NicknameTable, parameters: Parameters
) -> NameScores:
    """Reading, given name and surname of each pair, by the reading that fits best."""
    rarity = Rarity(index, nicknames)
    given = GivenNames(rarity, nicknames, parameters)
    family = Surnames(rarity, parameters)
    counts = table.counts[pairs.contacts]
    total = int(counts.sum())
    pair = np.repeat(np.arange(len(pairs.rows)), counts)
    within = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
    hypothesis = table.starts[pairs.contacts][pair] + within
    rows = pairs.rows[pair]
    first_names, last_names, middle_names = index.first, index.last, index.middle

    firsts = _numbered([(h.first, h.first_whole) for h in table.all])
    lasts = _numbered([h.last for h in table.all])
    first_codes, last_codes, middle_codes = (
        column.codes[rows] for column in (first_names, last_names, middle_names)
    )
    first_level, first_weight = _by_distinct(
        firsts.number[hypothesis],
        first_codes,
        lambda written, code: given.compare(table.all[firsts.example[written]], first_names.keys[code]),
    )
    last_level, last_weight = _by_distinct(
        lasts.number[hypothesis],
        last_codes,
        lambda written, code: family.compare(table.all[lasts.example[written]].last, last_names.keys[code]),
    )
    _improve(
        first_level,
        first_weight,
        given_names.LEVELS.index("unrelated"),
        firsts.number[hypothesis],
        middle_codes,
        lambda written, code: given.compare_middle(table.all[firsts.example[written]], middle_names.keys[code]),
    )
    short = np.array([len(h.first) == 2 for h in table.all], bool)
    _improve_initials(
        first_level, first_weight, hypothesis, short, (first_codes, middle_codes), table, index, given
    )
    _improve(
        last_level,
        last_weight,
        surnames.LEVELS.index("unrelated"),
        lasts.number[hypothesis],
        middle_codes,
        lambda written, code: family.compare_middle(
            table.all[lasts.example[written]].last, middle_names.keys[code]
        ),
    )
    readings = np.array([h.reading for h in table.all], np.int64)
    _insist_on_exact(
        readings[hypothesis] == Reading.SWAPPED, (first_level, first_weight), (last_level, last_weight), parameters
    )
    reading_weight = np.array(parameters.reading.weights())[readings[hypothesis]]
    best = _best_per_pair(pair, first_weight + last_weight + reading_weight, len(pairs.rows))
    return _at_best(best, hypothesis, readings, (first_level, first_weight), (last_level, last_weight), parameters)


def _insist_on_exact(
    swapped: NDArray[np.bool_], first: tuple[Rows, Weights], last: tuple[Rows, Weights], parameters: Parameters
) -> None:
    """Names the wrong way round must agree as they are: fuzzy on top of swapped fits too many people."""
    for (levels, weights), declared in ((first, parameters.first_name), (last, parameters.last_name)):
        names = declared.names()
        sure = [names.index(name) for name in ("exact", "nickname", "one_part", "missing") if name in names]
        vague = swapped & ~np.isin(levels, sure)
        levels[vague] = names.index("unrelated")
        weights[vague] = declared.weights()[names.index("unrelated")]


def _at_best(
    best: Rows,
    hypothesis: Rows,
    readings: Rows,
    first: tuple[Rows, Weights],
    last: tuple[Rows, Weights],
    parameters: Parameters,
) -> NameScores:
    """The scores at the places `best`; -1 stands for a pair without any reading."""
    none = best < 0
    place = np.where(none, 0, best)

    def pick(values: NDArray[np.int64], missing: int) -> NDArray[np.int64]:
        return np.where(none, missing, values[place]) if len(values) else np.full(len(best), missing, np.int64)

    def pick_weight(values: Weights) -> Weights:
        return np.where(none, 0.0, values[place]) if len(values) else np.zeros(len(best))

    reading_names = ReadingWeights.names()
    chosen = pick(hypothesis, -1)
    reading = np.where(none, reading_names.index("none"), pick(readings[hypothesis], 0))
    return NameScores(
        FieldScores.by_level(parameters.reading, reading),
        FieldScores(
            parameters.first_name.FIELD,
            given_names.LEVELS,
            pick(first[0], given_names.LEVELS.index("missing")),
            pick_weight(first[1]),
        ),
        FieldScores(
            parameters.last_name.FIELD,
            surnames.LEVELS,
            pick(last[0], surnames.LEVELS.index("missing")),
            pick_weight(last[1]),
        ),
        chosen,
    )


@dataclass(frozen=True, eq=False)
class _Numbered:
    number: Rows
    """By hypothesis: number of its distinct name."""
    example: list[int]
    """By number: a hypothesis with that name."""


def _numbered(names: Sequence[object]) -> _Numbered:
    numbers: dict[object, int] = {}
    example: list[int] = []
    number = np.zeros(len(names), np.int64)
    for place, name in enumerate(names):
        known = numbers.get(name)
        if known is None:
            known = numbers[name] = len(example)
            example.append(place)
        number[place] = known
    return _Numbered(number, example)


Comparison = Callable[[int, int], tuple[int, float]]


def _by_distinct(written: Rows, codes: Rows, compare: Comparison) -> tuple[Rows, Weights]:
    """`compare(written[k], codes[k])` for every k, calling it once per distinct pair."""
    keys, back = np.unique((written << 32) | codes, return_inverse=True)
    results = [compare(key >> 32, key & 0xFFFFFFFF) for key in keys.tolist()]
    levels = np.array([level for level, _ in results], np.int64)
    weights = np.array([weight for _, weight in results], np.float64)
    return levels[back], weights[back]


def _improve(
    levels: Rows, weights: Weights, unrelated: int, written: Rows, codes: Rows, compare: Comparison
) -> None:
    """Where the middle name explains better what the name itself does not, takes that level instead."""
    places = np.flatnonzero((levels == unrelated) & (codes > 0))
    if len(places):
        other_levels, other_weights = _by_distinct(written[places], codes[places], compare)
        better = other_weights > weights[places]
        levels[places[better]] = other_levels[better]
        weights[places[better]] = other_weights[better]


def _improve_initials(
    levels: Rows,
    weights: Weights,
    hypothesis: Rows,
    short: NDArray[np.bool_],
    codes: tuple[Rows, Rows],
    table: HypothesisTable,
    index: VoterIndex,
    given: GivenNames,
) -> None:
    """`AJ Smith` against first and middle name."""
    if not short.any():
        return
    first_codes, middle_codes = codes
    for place in np.flatnonzero(short[hypothesis] & (levels == given_names.LEVELS.index("unrelated"))).tolist():
        first: NameKey = index.first.keys[int(first_codes[place])]
        middle: NameKey = index.middle.keys[int(middle_codes[place])]
        level, weight = given.compare_initials(table.all[int(hypothesis[place])], first, middle)
        if weight > weights[place]:
            levels[place], weights[place] = level, weight


def _best_per_pair(pair: Rows, scores: Weights, pairs: int) -> Rows:
    """By pair: the place of its highest score (the first of equals), -1 where it has none."""
    best = np.full(pairs, -1, np.int64)
    if len(pair):
        order = np.lexsort((-np.arange(len(pair)), scores, pair))
        ordered = pair[order]
        last_of_pair = np.concatenate((ordered[1:] != ordered[:-1], [True]))
        best[ordered[last_of_pair]] = order[last_of_pair]
    return best
