"""How written given names relate to a file's: every related name, its level and rarity, looked up in one table.

The same table finds the candidates and scores them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.nicknames import NicknameTable
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.name_columns import NameColumn, letters_at
from f2f_desktop.matching.parameters import FirstNameWeights, Parameters
from f2f_desktop.matching.rarity import Rarity
from f2f_desktop.matching.sorted_keys import Rows, pair_key, places_of

LEVELS = FirstNameWeights.names()
_EXACT = LEVELS.index("exact")
_NICKNAME = LEVELS.index("nickname")
_REGISTERED = LEVELS.index("registered_nickname")
_SIBLING = LEVELS.index("sibling_nickname")
_PREFIX = LEVELS.index("prefix")
_MIDDLE = LEVELS.index("middle_name")
_MIDDLE_NICKNAME = LEVELS.index("middle_nickname")
_INITIAL = LEVELS.index("initial")
_INITIALS = LEVELS.index("initials")
_ONE_EDIT = LEVELS.index("one_edit")
_UNRELATED = LEVELS.index("unrelated")
_MISSING = LEVELS.index("missing")

MIN_PREFIX = 3
MOST_PREFIXED = 60
"""A beginning that more names than this share does not find candidates (it still scores them)."""


@dataclass(frozen=True, eq=False)
class WrittenGivenNames:
    """w distinct written given names and how they relate to the names of the file.

    Tables of entries are sorted by `keys`, the pair of written number and word.
    """

    keys: NDArray[np.int64]
    levels: NDArray[np.int64]
    """By entry."""
    entry_rarity: NDArray[np.float64]
    """By entry: what the rarity's factor multiplies."""
    rarity: NDArray[np.float64]
    """By written name."""
    initial_rarity: NDArray[np.float64]
    """By written name: of its first letter."""
    second_rarity: NDArray[np.float64]
    """By written name of two letters: of its second letter, else 0."""
    lengths: NDArray[np.int64]
    initials: NDArray[np.uint8]
    seconds: NDArray[np.uint8]
    """Second letters."""
    prefixed: NDArray[np.int64]
    """Shape (w, 2): range of ranks (see `VoterIndex.first_ranks`) of the names that begin so."""
    sure: list[list[int]]
    """By written name: words that it names outright, or as a nickname either way."""
    vague: list[list[int]]
    """By written name: prefixes, misspellings, nicknames of one name."""

    @classmethod
    def relate(
        cls,
        written: Sequence[tuple[str, str]],
        correctable: AbstractSet[tuple[str, str]],
        index: VoterIndex,
        nicknames: NicknameTable,
        rarity: Rarity,
        parameters: Parameters,
    ) -> "WrittenGivenNames":
        """Relates (given name, all words of a double given name) pairs, each there once, to the file's names.

        Beginnings, misspellings, and other nicknames of one name are looked for only of the `correctable` ones.
        """
        number = index.vocabulary.get
        keys: list[int] = []
        levels: list[int] = []
        ranges, sure, vague = [], [], []
        ordered = index.first_words
        for place, (first, whole) in enumerate(written):
            formal = nicknames.formal_of(first)
            alike = {number(word, 0): _REGISTERED for word in nicknames.short_for(first)}
            alike |= {number(word, 0): _NICKNAME for word in formal}
            alike[number(first, 0)] = _EXACT
            alike[number(whole, 0)] = _EXACT
            alike.pop(0, None)
            similar: dict[int, int] = {}
            low, high = 0, 0
            if len(first) > 1 and (first, whole) in correctable:
                low, high = _range_of(first, ordered)
                if high - low <= MOST_PREFIXED:
                    similar = {number(word, 0): _PREFIX for word in ordered[low:high]}
                for length in range(MIN_PREFIX, len(first)):
                    similar[number(first[:length], 0)] = _PREFIX
                for name in formal:
                    for word in nicknames.short_for(name):
                        similar[number(word, 0)] = _SIBLING
                similar = {word: level for word, level in similar.items() if word and word not in alike}
            ranges.append((low, high))
            own = place << 32
            keys += [own | word for word in alike]
            keys += [own | word for word in similar]
            levels += alike.values()
            levels += similar.values()
            sure.append(sorted(alike))
            vague.append(sorted(similar))
        rarities = np.array([rarity.first(first) if first else 0.0 for first, _ in written])
        key_table, level_table = np.array(keys, np.int64), np.array(levels, np.int64)
        edits, edit_rarity = _misspellings(written, correctable, key_table, index, rarity, parameters)
        for key in edits.tolist():
            vague[key >> 32].append(key & 0xFFFFFFFF)
        all_keys = np.concatenate((key_table, edits))
        order = np.argsort(all_keys)
        initial_rarity = rarity.first_initials()
        initials = letters_at(0, [first for first, _ in written])
        seconds = letters_at(1, [first for first, _ in written])
        lengths = np.array([len(first) for first, _ in written], np.int64)
        return cls(
            all_keys[order],
            np.concatenate((level_table, np.full(len(edits), _ONE_EDIT)))[order],
            np.concatenate((rarities[key_table >> 32], edit_rarity))[order],
            rarities,
            initial_rarity[initials],
            np.where(lengths == 2, initial_rarity[seconds], 0.0),
            lengths,
            initials,
            seconds,
            np.array(ranges, np.int64).reshape(-1, 2),
            sure,
            vague,
        )

    def compare(
        self, written: Rows, values: Rows, middle_values: Rows, index: VoterIndex, parameters: Parameters
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Level and rarity of each written name (by number) against a voter's given and middle name (by value).

        The weight is the level's plus the rarity times `first_name_rarity`.
        """
        names, middles = index.first, index.middle
        main, whole = names.main[values], names.whole[values]
        levels, rarity = self._look_up(written, main)
        double = np.flatnonzero(main != whole)
        if len(double):
            other, other_rarity = self._look_up(written[double], whole[double])
            better = other < levels[double]
            levels[double[better]], rarity[double[better]] = other[better], other_rarity[better]
        self._initials(levels, rarity, written, main, index)
        self._prefixes(levels, rarity, written, main, index)
        self._middle_names(levels, rarity, written, middle_values, middles, index, parameters)
        short = np.flatnonzero((self.lengths[written] == 2) & (levels == _UNRELATED))
        if len(short):
            mine, first, middle = written[short], main[short], middles.whole[middle_values[short]]
            agree = (index.initials[first] == self.initials[mine]) & (index.initials[middle] == self.seconds[mine])
            levels[short[agree]] = _INITIALS
            rarity[short[agree]] = self.initial_rarity[mine[agree]] + self.second_rarity[mine[agree]]
        missing = (self.lengths[written] == 0) | (whole == 0)
        levels[missing], rarity[missing] = _MISSING, 0.0
        return levels, rarity

    def _look_up(self, written: Rows, words: Rows) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        places, found = places_of(pair_key(written, words), self.keys)
        levels = np.full(len(written), _UNRELATED, np.int64)
        rarity = np.zeros(len(written))
        levels[found], rarity[found] = self.levels[places[found]], self.entry_rarity[places[found]]
        return levels, rarity

    def _initials(
        self,
        levels: NDArray[np.int64],
        rarity: NDArray[np.float64],
        written: Rows,
        main: Rows,
        index: VoterIndex,
    ) -> None:
        places = np.flatnonzero(((self.lengths[written] == 1) | (index.lengths[main] == 1)) & (levels != _EXACT))
        same = self.initials[written[places]] == index.initials[main[places]]
        levels[places] = np.where(same, _INITIAL, _UNRELATED)
        rarity[places] = np.where(same, self.initial_rarity[written[places]], 0.0)

    def _prefixes(
        self,
        levels: NDArray[np.int64],
        rarity: NDArray[np.float64],
        written: Rows,
        main: Rows,
        index: VoterIndex,
    ) -> None:
        """Names that begin so and were too many for the table."""
        ranks, ranges = index.first_ranks[main], self.prefixed[written]
        begins = (ranks >= ranges[:, 0]) & (ranks < ranges[:, 1]) & (levels == _UNRELATED)
        levels[begins] = _PREFIX
        rarity[begins] = self.rarity[written[begins]]

    def _middle_names(
        self,
        levels: NDArray[np.int64],
        rarity: NDArray[np.float64],
        written: Rows,
        values: Rows,
        middles: NameColumn,
        index: VoterIndex,
        parameters: Parameters,
    ) -> None:
        """Where the middle name explains better what the given name does not, takes that level instead."""
        open_ = (levels == _UNRELATED) & (self.lengths[written] > 1) & (index.lengths[middles.whole[values]] > 1)
        places = np.flatnonzero(open_)
        for words in (middles.whole, middles.main):
            found, found_rarity = self._look_up(written[places], words[values[places]])
            for level, as_middle in ((_NICKNAME, _MIDDLE_NICKNAME), (_EXACT, _MIDDLE)):
                weight = parameters.first_name.weights()[as_middle] + parameters.first_name_rarity * found_rarity
                better = (found == level) & (weight > parameters.first_name.unrelated)
                levels[places[better]], rarity[places[better]] = as_middle, found_rarity[better]


def _misspellings(
    written: Sequence[tuple[str, str]],
    correctable: AbstractSet[tuple[str, str]],
    known: NDArray[np.int64],
    index: VoterIndex,
    rarity: Rarity,
    parameters: Parameters,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Keys of names one edit away that are not `known` as nicknames or beginnings, and their rarity."""
    places = np.array([place for place, name in enumerate(written) if name in correctable], np.int64)
    askers, words = index.first_near([written[place][0] for place in places.tolist()])
    askers = places[askers] if len(places) else askers
    keys = pair_key(askers, words)
    fresh = ~np.isin(keys, known)
    askers, words, keys = askers[fresh], words[fresh], keys[fresh]
    others = np.array([index.first_share(first) for first, _ in written])
    misspelt = rarity.misspelt(index.first_shares[words], others[askers], parameters)
    weights = parameters.first_name.one_edit + parameters.first_name_rarity * misspelt
    kept = weights > parameters.first_name.unrelated
    return keys[kept], misspelt[kept]


def _range_of(word: str, ordered: list[str]) -> tuple[int, int]:
    """Places in the sorted list of the names that begin with `word` and are longer."""
    if len(word) < MIN_PREFIX:
        return 0, 0
    low = bisect_left(ordered, word)
    if low < len(ordered) and ordered[low] == word:
        low += 1
    return low, bisect_left(ordered, word + "[", low)
