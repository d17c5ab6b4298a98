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
from f2f_desktop.matching.index import VoterIndex, span_of
from f2f_desktop.matching.kin import Kin
from f2f_desktop.matching.name_columns import NameColumn, letters_at
from f2f_desktop.matching.parameters import FirstNameWeights, Parameters
from f2f_desktop.matching.ragged import Ragged
from f2f_desktop.matching.rarity import Rarity
from f2f_desktop.matching.sorted_keys import Rows, opens, pair_key, places_of, runs

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
_BEGINS_ALIKE = LEVELS.index("begins_alike")
_ENDS_ALIKE = LEVELS.index("ends_alike")
_SAME_LETTER = LEVELS.index("same_letter")
_UNRELATED = LEVELS.index("unrelated")
_MISSING = LEVELS.index("missing")

_RANKED = np.array([_EXACT, _NICKNAME, _REGISTERED, _SIBLING, _PREFIX])
"""Levels of related names: where a name is related in several ways, the first of them counts."""
_RANKS = 8
_VAGUE = 3

MIN_PREFIX = 3
"""Letters of a beginning or an ending that say something."""
MOST_ALIKE = 150
"""The same for names that look like a name which hardly anybody bears ..."""
ODD_NAME = 5e-5
"""... who is at most this share of the voters: often a short form that is in no table."""
MOST_PREFIXED = 60
"""A beginning that more names than this share does not find candidates (it still scores them)."""


@dataclass(frozen=True, eq=False)
class WrittenGivenNames:
    """w distinct written given names and how they relate to the names of the file.

    Tables of entries are sorted by `keys`, the pair of written number and word.
    """

    firsts: list[str]
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
    sure: Ragged
    """By written name: words that it names outright, or as a nickname either way."""
    vague: Ragged
    """By written name: prefixes, misspellings, nicknames of one name."""

    @classmethod
    def relate(
        cls,
        written: Sequence[tuple[str, str]],
        own: NDArray[np.int64],
        correctable: AbstractSet[tuple[str, str]],
        index: VoterIndex,
        nicknames: NicknameTable,
        rarity: Rarity,
        parameters: Parameters,
    ) -> "WrittenGivenNames":
        """Relates (given name, all words of a double given name) pairs, each there once, to the file's names.

        `own`: their words in the file, 0 for a name that nobody there bears.
        Beginnings, misspellings, and other nicknames of one name are looked for only of the `correctable` ones.
        """
        firsts = [first for first, _ in written]
        lengths = np.fromiter(map(len, firsts), np.int64, len(firsts))
        asks = np.array([name in correctable for name in written], bool) & (lengths > 1)
        ranges = _ranges(firsts, own, asks, index)
        keys, ranks = _related(written, own, asks, ranges, index, nicknames)
        rarities = rarity.first(firsts, own)
        edits, edit_rarity = _misspellings(firsts, own, asks, keys, index, rarity, parameters)
        alike = _lookalikes(firsts, own, asks, index)
        all_keys = np.concatenate((keys, edits))
        order = np.argsort(all_keys)
        initial_rarity = rarity.first_initials()
        initials, seconds = letters_at(0, firsts), letters_at(1, firsts)
        return cls(
            firsts,
            all_keys[order],
            np.concatenate((_RANKED[ranks], np.full(len(edits), _ONE_EDIT)))[order],
            np.concatenate((rarities[keys >> 32], edit_rarity))[order],
            rarities,
            initial_rarity[initials],
            np.where(lengths == 2, initial_rarity[seconds], 0.0),
            lengths,
            initials,
            seconds,
            ranges,
            Ragged.of_pairs(keys[ranks < _VAGUE], len(written)),
            Ragged.of_pairs(np.sort(np.concatenate((keys[ranks >= _VAGUE], edits, alike))), len(written)),
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

    def resemble(
        self,
        written: Rows,
        values: Rows,
        levels: NDArray[np.int64],
        rarity: NDArray[np.float64],
        index: VoterIndex,
    ) -> None:
        """Where names are `unrelated` but look alike, as short forms in no table do, says so instead.

        Arrays as of `compare`; `levels` and `rarity` are changed.
        """
        main = index.first.main[values]
        open_ = np.flatnonzero((levels == _UNRELATED) & (self.lengths[written] > 1) & (index.lengths[main] > 1))
        if not len(open_):
            return
        pairs, places = np.unique(pair_key(written[open_], main[open_]), return_inverse=True)
        found = np.full(len(pairs), _UNRELATED, np.int64)
        of_pairs = np.zeros(len(pairs))
        mine, theirs = pairs >> 32, pairs & 0xFFFFFFFF
        words = index.words
        same = np.flatnonzero(self.initials[mine] == index.initials[theirs])
        found[same], of_pairs[same] = _SAME_LETTER, self.initial_rarity[mine[same]]
        for place in same.tolist():
            name = self.firsts[mine[place]]
            if len(name) >= MIN_PREFIX and words[theirs[place]].startswith(name[:MIN_PREFIX]):
                found[place] = _BEGINS_ALIKE
                of_pairs[place] = index.beginning_rarity(name[:MIN_PREFIX])
        ends = np.flatnonzero((self.lengths[mine] >= MIN_PREFIX) & (found == _UNRELATED))
        for place in ends.tolist():
            if words[theirs[place]].endswith(self.firsts[mine[place]]):
                found[place], of_pairs[place] = _ENDS_ALIKE, self.rarity[mine[place]]
        levels[open_], rarity[open_] = found[places], of_pairs[places]

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


def _ranges(
    firsts: Sequence[str], own: NDArray[np.int64], asks: NDArray[np.bool_], index: VoterIndex
) -> NDArray[np.int64]:
    """Places in the index's sorted given names of those that begin with each name and are longer. Shape (w, 2)."""
    ordered = index.first_words
    ranges = np.zeros((len(firsts), 2), np.int64)
    ranks = index.first_ranks[own]
    for place in np.flatnonzero(asks).tolist():
        word = firsts[place]
        if len(word) >= MIN_PREFIX:
            rank = int(ranks[place])
            low = rank + 1 if rank >= 0 else bisect_left(ordered, word)
            any_ = low < len(ordered) and ordered[low].startswith(word)
            ranges[place] = low, bisect_left(ordered, word + "[", low) if any_ else low
    return ranges


def _related(
    written: Sequence[tuple[str, str]],
    own: NDArray[np.int64],
    asks: NDArray[np.bool_],
    ranges: NDArray[np.int64],
    index: VoterIndex,
    nicknames: NicknameTable,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(rising keys of written number and word, rank) of every related name; the lowest rank counts.

    Beginnings and other nicknames of one name are looked for where `asks` says so.
    """
    number = index.vocabulary.get
    everybody = np.arange(len(written))
    found = [(everybody, own, 0), (everybody, np.array([number(whole, 0) for _, whole in written], np.int64), 0)]
    kin = Kin.of(nicknames)
    words = np.array([number(name, 0) for name in kin.numbers], np.int64)
    numbers = np.array([kin.numbers.get(first, -1) for first, _ in written], np.int64)
    known = np.flatnonzero(numbers >= 0)
    askers, formal = kin.formal.of(numbers[known])
    found.append((known[askers], words[formal], 1))
    again, short = kin.short.of(numbers[known])
    found.append((known[again], words[short], 2))
    open_ = asks[known[askers]]
    siblings, short = kin.short.of(formal[open_])
    found.append((known[askers[open_]][siblings], words[short], 3))
    sizes = ranges[:, 1] - ranges[:, 0]
    few = np.flatnonzero(sizes <= MOST_PREFIXED)
    longer = index.first_ordered[runs(ranges[few, 0], sizes[few])]
    found.append((np.repeat(few, sizes[few]), longer, 4))
    beginnings = [
        (place, number(written[place][0][:length], 0))
        for place in np.flatnonzero(asks).tolist()
        for length in range(MIN_PREFIX, len(written[place][0]))
    ]
    owners, shorter = np.array(beginnings, np.int64).reshape(-1, 2).T
    found.append((owners, shorter, 4))
    ranked = np.sort(np.concatenate([pair_key(who, word)[word > 0] * _RANKS + rank for who, word, rank in found]))
    ranked = ranked[opens(ranked // _RANKS)]
    return ranked // _RANKS, ranked % _RANKS


def _misspellings(
    firsts: Sequence[str],
    own: NDArray[np.int64],
    asks: NDArray[np.bool_],
    known: NDArray[np.int64],
    index: VoterIndex,
    rarity: Rarity,
    parameters: Parameters,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Keys of names one edit away that are not `known` (rising) as nicknames or beginnings, and their rarity."""
    places = np.flatnonzero(asks)
    askers, words = index.first_near([firsts[place] for place in places.tolist()])
    askers = places[askers]
    keys = pair_key(askers, words)
    fresh = ~places_of(keys, known)[1]
    askers, words, keys = askers[fresh], words[fresh], keys[fresh]
    misspelt = rarity.misspelt(index.first_shares[words], index.first_shares[own[askers]], parameters)
    weights = parameters.first_name.one_edit + parameters.first_name_rarity * misspelt
    kept = weights > parameters.first_name.unrelated
    return keys[kept], misspelt[kept]


def _lookalikes(
    firsts: Sequence[str], own: NDArray[np.int64], asks: NDArray[np.bool_], index: VoterIndex
) -> NDArray[np.int64]:
    """Keys of names that begin or end as odd names do (see `resemble`)."""
    odd = [
        place
        for place in np.flatnonzero(asks & (index.first_shares[own] < ODD_NAME)).tolist()
        if len(firsts[place]) >= MIN_PREFIX
    ]
    spans = np.array([span_of(index.first_words, firsts[place][:MIN_PREFIX]) for place in odd], np.int64).reshape(
        -1, 2
    )
    sizes = spans[:, 1] - spans[:, 0]
    sizes[sizes > MOST_ALIKE] = 0
    begin = index.first_ordered[runs(spans[:, 0], sizes)]
    number, backwards = index.vocabulary, index.first_backwards
    ends = [
        (place, number[word[::-1]])
        for place in odd
        for word in backwards[slice(*span_of(backwards, firsts[place][::-1]))][:MOST_ALIKE]
    ]
    owners, end = np.array(ends, np.int64).reshape(-1, 2).T
    return pair_key(
        np.concatenate((np.repeat(np.array(odd, np.int64), sizes), owners)), np.concatenate((begin, end))
    )
