"""Names of every pair of contact and voter: the level that each declared comparison finds, and its weight.

Every pair is compared under each reading of the contact's name, all at once in numpy; the best reading counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.nicknames import NicknameTable
from f2f_desktop.matching import given_names, surnames
from f2f_desktop.matching.clues import Clues
from f2f_desktop.matching.folding import NameKey
from f2f_desktop.matching.given_names import WrittenGivenNames
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.names import NameHypothesis, Reading
from f2f_desktop.matching.parameters import Levels, Parameters, ReadingWeights
from f2f_desktop.matching.rarity import Rarity
from f2f_desktop.matching.sorted_keys import Rows
from f2f_desktop.matching.surnames import WrittenSurnames

Weights = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FieldScores:
    """One field of m pairs. The weight of a pair is that of its level plus `factor` times its rarity."""

    field: str
    names: tuple[str, ...]
    """Of the levels."""
    levels: NDArray[np.int64]
    """Shape (m,)."""
    weights: Weights
    """Shape (m,)."""
    rarity: Weights | None = None
    """Shape (m,), where the field has one."""

    @classmethod
    def by_level(
        cls, declared: Levels, levels: NDArray[np.int64], rarity: Weights | None = None, factor: float = 1.0
    ) -> "FieldScores":
        """A field whose weights depend on the level, and on a rarity if there is one."""
        weights = np.array(declared.weights())[levels]
        if rarity is not None:
            weights = weights + factor * rarity
        return cls(declared.FIELD, declared.names(), levels, weights, rarity)

    def at(self, name: str) -> NDArray[np.bool_]:
        """Shape (m,): which pairs have the level `name`."""
        return np.asarray(self.levels == self.names.index(name))

    def any_of(self, names: Sequence[str]) -> NDArray[np.bool_]:
        """Shape (m,): which pairs have one of the levels `names`."""
        return np.isin(self.levels, [self.names.index(name) for name in names])


@dataclass(frozen=True, eq=False)
class NameScores:
    """The names of m pairs under each pair's best reading."""

    reading: FieldScores
    first: FieldScores
    last: FieldScores
    hypotheses: Rows
    """Shape (m,): the reading's place among all hypotheses, -1 without one."""


class WrittenNames:
    """The readings of all contacts' names, related to the names of a file.

    Attributes: `all`: every reading, contact by contact; `counts`, `starts`: shape (n,), how many each contact
    has and where they begin; `readings`: shape (h,), their kinds; `first`, `last`: shape (h,), numbers of their
    names in `given` and `family`; `first_words`: by number of a given name, its word in the file, 0 for none.
    """

    def __init__(
        self, clues: Sequence[Clues], index: VoterIndex, nicknames: NicknameTable, parameters: Parameters
    ) -> None:
        self.all: list[NameHypothesis] = [h for clue in clues for h in clue.name.hypotheses]
        self.counts = np.fromiter((len(clue.name.hypotheses) for clue in clues), np.int64, len(clues))
        self.starts = np.cumsum(self.counts) - self.counts
        self.contacts = np.repeat(np.arange(len(clues)), self.counts)
        self.readings = np.fromiter((h.reading for h in self.all), np.int64, len(self.all))
        firsts: dict[tuple[str, str], int] = {}
        lasts: dict[NameKey, int] = {}
        self.first = np.fromiter(
            (firsts.setdefault((h.first, h.first_whole), len(firsts)) for h in self.all), np.int64, len(self.all)
        )
        self.last = np.fromiter((lasts.setdefault(h.last, len(lasts)) for h in self.all), np.int64, len(self.all))
        self.first_words = np.array([index.vocabulary.get(first, 0) for first, _ in firsts], np.int64)
        fuzzy = (Reading.SWAPPED, Reading.REMARK)
        correctable = frozenset(h.last.whole for h in self.all if h.reading not in fuzzy)
        given = {(h.first, h.first_whole) for h in self.all if h.reading is not Reading.SWAPPED}
        rarity = Rarity(index, nicknames)
        self.given = WrittenGivenNames.relate(
            list(firsts), self.first_words, given, index, nicknames, rarity, parameters
        )
        self.family = WrittenSurnames.relate(list(lasts), correctable, index, rarity, parameters)


def compare_names(
    contacts: Rows, rows: Rows, written: WrittenNames, index: VoterIndex, parameters: Parameters
) -> NameScores:
    """Reading, given name and surname of each pair (contact, row), by the reading that fits best."""
    counts = written.counts[contacts]
    ends = np.cumsum(counts)
    starts = ends - counts
    pair = np.repeat(np.arange(len(rows)), counts)
    hypothesis = np.arange(len(pair)) + np.repeat(written.starts[contacts] - starts, counts)
    row = rows[pair]
    middles = index.middle.codes[row]
    first_level, first_rarity = written.given.compare(
        written.first[hypothesis], index.first.codes[row], middles, index, parameters
    )
    last_level, last_rarity = written.family.compare(
        written.last[hypothesis], index.last.codes[row], middles, index, parameters
    )
    readings = written.readings[hypothesis]
    _insist_on_exact(readings == Reading.SWAPPED, first_level, first_rarity, given_names.LEVELS)
    _insist_on_exact(readings == Reading.SWAPPED, last_level, last_rarity, surnames.LEVELS)
    first = np.array(parameters.first_name.weights())[first_level] + parameters.first_name_rarity * first_rarity
    last = np.array(parameters.last_name.weights())[last_level] + parameters.last_name_rarity * last_rarity
    reading_weights = np.array(parameters.reading.weights())
    best = _best_of_each(first + last + reading_weights[readings], starts, counts, pair)
    none = best < 0
    place = np.where(none, 0, best)

    def pick(values: NDArray[np.int64], missing: int) -> NDArray[np.int64]:
        return np.where(none, missing, values[place]) if len(values) else np.full(len(best), missing, np.int64)

    def pick_rarity(values: Weights) -> Weights:
        return np.where(none, 0.0, values[place]) if len(values) else np.zeros(len(best))

    chosen, reading = pick(hypothesis, -1), pick(readings, ReadingWeights.names().index("none"))
    of_first, of_first_rarity = pick(first_level, given_names.LEVELS.index("missing")), pick_rarity(first_rarity)
    plain = np.flatnonzero(~none & (reading != Reading.SWAPPED))
    levels, rarity = of_first[plain], of_first_rarity[plain]
    written.given.resemble(written.first[chosen[plain]], index.first.codes[rows[plain]], levels, rarity, index)
    of_first[plain], of_first_rarity[plain] = levels, rarity
    return NameScores(
        FieldScores.by_level(parameters.reading, reading),
        FieldScores.by_level(parameters.first_name, of_first, of_first_rarity, parameters.first_name_rarity),
        FieldScores.by_level(
            parameters.last_name,
            pick(last_level, surnames.LEVELS.index("missing")),
            pick_rarity(last_rarity),
            parameters.last_name_rarity,
        ),
        chosen,
    )


def _insist_on_exact(
    swapped: NDArray[np.bool_], levels: NDArray[np.int64], rarity: Weights, names: tuple[str, ...]
) -> None:
    """Names the wrong way round must agree as they are: fuzzy on top of swapped fits too many people."""
    sure = np.array([name in ("exact", "nickname", "one_part", "missing") for name in names])
    vague = np.flatnonzero(swapped)
    vague = vague[~sure[levels[vague]]]
    levels[vague], rarity[vague] = names.index("unrelated"), 0.0


def _best_of_each(scores: Weights, starts: Rows, counts: Rows, pair: Rows) -> NDArray[np.int64]:
    """By pair: the place of its highest score (the first of equals), -1 where it has none."""
    best = np.full(len(counts), -1, np.int64)
    some = np.flatnonzero(counts)
    if len(some):
        highest = np.full(len(counts), -np.inf)
        highest[some] = np.maximum.reduceat(scores, starts[some])
        top = np.flatnonzero(scores == highest[pair])
        first = np.concatenate(([True], pair[top[1:]] != pair[top[:-1]]))
        best[pair[top[first]]] = top[first]
    return best
