"""Words one edit away: an index of deletions, as SymSpell has it, in arrays.

Two words at optimal-string-alignment distance 1 (one letter inserted, dropped, replaced, or two neighbours
swapped) become equal after at most one deletion from each. So every word is filed under hashes of itself and of
its deletions, and a query looks up its own; where the two letters were left out tells what kind of slip it is, and
only swapped neighbours are checked by the true distance. (W. Garbe, SymSpell, 2012.)
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from f2f_desktop.matching.sorted_keys import distinct, is_one_of, runs, spans

MIN_LETTERS = 4
"""Shorter words have too many neighbours to mean anything."""
MAX_LETTERS = 20

_POSITIONS = 32
"""More than a word has positions: what an entry's place is multiplied with."""

_AT_ONCE = 10_000
"""Words whose deletions are made in one go: a few MB of memory."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_BASE_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))


@dataclass(frozen=True, eq=False)
class OneEditIndex:
    """Words filed under the hashes of themselves and their deletions."""

    words: Sequence[str]
    hashes: NDArray[np.uint64]
    """Sorted."""
    entries: NDArray[np.int32]
    """Of the same length: the word's place times _POSITIONS, plus the position of the letter left out, 0 for none."""

    @classmethod
    def build(cls, words: Sequence[str]) -> "OneEditIndex":
        """The index of `words` (ASCII capitals); those shorter than MIN_LETTERS are left out."""
        some = [_deletion_hashes(words[start : start + _AT_ONCE]) for start in range(0, len(words), _AT_ONCE)]
        none = np.zeros(0, np.uint64), np.zeros(0, np.int32)
        hashes = np.concatenate([none[0], *(each for each, _ in some)])
        entries = np.concatenate(
            [none[1], *(each + number * _AT_ONCE * _POSITIONS for number, (_, each) in enumerate(some))]
        )
        order = np.argsort(hashes)
        return cls(words, hashes[order], entries[order])

    def near(self, queries: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(place in `queries`, place in `words`) of every word exactly one edit away from a query, both rising."""
        hashes, asking = _deletion_hashes(queries)
        order = np.argsort(hashes)
        low, counts = spans(self.hashes, hashes[order])
        mine = np.repeat(asking[order], counts).astype(np.int64)
        theirs = self.entries[runs(low, counts)].astype(np.int64)
        left_out, other_left_out = mine % _POSITIONS, theirs % _POSITIONS
        width = max(1, len(self.words))
        pairs = mine // _POSITIONS * width + theirs // _POSITIONS
        # One letter more or less; another letter in one place, or the word itself; neighbours perhaps.
        longer = (left_out == 0) != (other_left_out == 0)
        replaced = (left_out == other_left_out) & (left_out > 0)
        beside = (np.abs(left_out - other_left_out) == 1) & ~longer
        same = pairs[(left_out == 0) & (other_left_out == 0)]
        swapped = self._swapped(distinct(pairs[beside]), width, queries)
        found = distinct(np.concatenate((pairs[longer | replaced], swapped)))
        found = found[~is_one_of(found, same)]
        return found // width, found % width

    def _swapped(self, pairs: NDArray[np.int64], width: int, queries: Sequence[str]) -> NDArray[np.int64]:
        """Those of the pairs that two swapped neighbours tell apart, or less."""
        words = self.words
        distances = process.cpdist(
            [queries[asker] for asker in (pairs // width).tolist()],
            [words[place] for place in (pairs % width).tolist()],
            scorer=OSA.distance,
            score_cutoff=1,
            dtype=np.uint8,
        )
        return pairs[np.flatnonzero(distances == 1)]

    def neighbours(self, queries: Sequence[str]) -> list[list[int]]:
        """For each query, the places of the words exactly one edit away, rising."""
        found: list[list[int]] = [[] for _ in queries]
        for asker, place in zip(*(each.tolist() for each in self.near(queries)), strict=True):
            found[asker].append(place)
        return found


def _deletion_hashes(words: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Polynomial hashes (mod 2^64) of each word and of the word without each one of its letters, with their entries."""
    long = [place for place, word in enumerate(words) if MIN_LETTERS <= len(word) <= MAX_LETTERS]
    if not long:
        return np.zeros(0, np.uint64), np.zeros(0, np.int32)
    entries = np.array(long, np.int32) * _POSITIONS
    encoded = np.array([words[place].encode("ascii", "replace") for place in long], f"S{MAX_LETTERS}")
    letters = encoded.view(np.uint8).reshape(len(long), MAX_LETTERS).astype(np.uint64)
    powers = np.full(MAX_LETTERS, _BASE)
    powers[0] = 1
    powers = np.cumprod(powers, dtype=np.uint64)
    before = np.zeros((len(long), MAX_LETTERS + 1), np.uint64)
    np.cumsum(letters * powers, axis=1, dtype=np.uint64, out=before[:, 1:])
    whole = before[:, -1:]
    without = before[:, :-1] + (whole - before[:, 1:]) * _BASE_INVERSE
    inside = letters != 0
    positions = np.arange(1, MAX_LETTERS + 1, dtype=np.int32)
    left_out = np.broadcast_to(positions, inside.shape)[inside]
    return (
        np.concatenate((whole[:, 0], without[inside])),
        np.concatenate((entries, np.broadcast_to(entries[:, None], inside.shape)[inside] + left_out)),
    )
