"""Words one edit away: an index of deletions, as SymSpell has it, in arrays.

Two words at optimal-string-alignment distance 1 (one letter inserted, dropped, replaced, or two neighbours
swapped) become equal after at most one deletion from each. So every word is filed under hashes of itself and of
its deletions, and a query looks up its own. Hash hits are checked by the true distance. (W. Garbe, SymSpell, 2012.)
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from f2f_desktop.matching.sorted_keys import distinct, runs, spans

MIN_LETTERS = 4
"""Shorter words have too many neighbours to mean anything."""
MAX_LETTERS = 20

_BASE = np.uint64(0x9E3779B97F4A7C15)
_BASE_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))


@dataclass(frozen=True, eq=False)
class OneEditIndex:
    """Words filed under the hashes of themselves and their deletions."""

    words: Sequence[str]
    hashes: NDArray[np.uint64]
    """Sorted."""
    places: NDArray[np.int32]
    """Of the same length: which word each hash belongs to."""

    @classmethod
    def build(cls, words: Sequence[str]) -> "OneEditIndex":
        """The index of `words` (ASCII capitals); those shorter than MIN_LETTERS are left out."""
        hashes, places = _deletion_hashes(words)
        order = np.argsort(hashes)
        return cls(words, hashes[order], places[order])

    def near(self, queries: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(place in `queries`, place in `words`) of every word exactly one edit away from a query, both rising."""
        hashes, askers = _deletion_hashes(queries)
        order = np.argsort(hashes)
        hashes, askers = hashes[order], askers[order]
        low, counts = spans(self.hashes, hashes)
        width = max(1, len(self.words))
        pairs = distinct(np.repeat(askers, counts).astype(np.int64) * width + self.places[runs(low, counts)])
        of_pairs, places = pairs // width, pairs % width
        words = self.words
        distances = process.cpdist(
            [queries[asker] for asker in of_pairs.tolist()],
            [words[place] for place in places.tolist()],
            scorer=OSA.distance,
            score_cutoff=1,
            dtype=np.uint8,
        )
        is_near = distances == 1
        return of_pairs[is_near], places[is_near]

    def neighbours(self, queries: Sequence[str]) -> list[list[int]]:
        """For each query, the places of the words exactly one edit away, rising."""
        found: list[list[int]] = [[] for _ in queries]
        for asker, place in zip(*(each.tolist() for each in self.near(queries)), strict=True):
            found[asker].append(place)
        return found


def _deletion_hashes(words: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Polynomial hashes (mod 2^64) of each word and of the word without each one of its letters."""
    long = [place for place, word in enumerate(words) if MIN_LETTERS <= len(word) <= MAX_LETTERS]
    if not long:
        return np.zeros(0, np.uint64), np.zeros(0, np.int32)
    places = np.array(long, np.int32)
    encoded = np.array([words[place].encode("ascii", "replace") for place in long], f"S{MAX_LETTERS}")
    letters = encoded.view(np.uint8).reshape(len(long), MAX_LETTERS).astype(np.uint64)
    lengths = (letters != 0).sum(axis=1)
    powers = np.full(MAX_LETTERS, _BASE)
    powers[0] = 1
    powers = np.cumprod(powers, dtype=np.uint64)
    before = np.zeros((len(long), MAX_LETTERS + 1), np.uint64)
    np.cumsum(letters * powers, axis=1, dtype=np.uint64, out=before[:, 1:])
    whole = before[:, -1:]
    without = before[:, :-1] + (whole - before[:, 1:]) * _BASE_INVERSE
    inside = np.arange(MAX_LETTERS) < lengths[:, None]
    # Deleting either of two equal neighbours gives the same word: file it once.
    inside[:, 1:] &= letters[:, 1:] != letters[:, :-1]
    return (
        np.concatenate((whole[:, 0], without[inside])),
        np.concatenate((places, np.broadcast_to(places[:, None], inside.shape)[inside])),
    )
