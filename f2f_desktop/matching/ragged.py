"""Lists of numbers of unequal length, end to end in one array."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.sorted_keys import Rows, runs


@dataclass(frozen=True, eq=False)
class Ragged:
    """w lists of words by number."""

    starts: NDArray[np.int64]
    """Shape (w,): where each list begins in `words`."""
    counts: NDArray[np.int64]
    """Shape (w,)."""
    words: NDArray[np.int64]

    @classmethod
    def of_pairs(cls, keys: NDArray[np.int64], size: int) -> "Ragged":
        """`size` lists from rising pair keys (see `sorted_keys.pair_key`) of list and word."""
        owners = keys >> 32
        starts = np.searchsorted(owners, np.arange(size + 1))
        return cls(starts[:-1], np.diff(starts), keys & 0xFFFFFFFF)

    def of(self, numbers: Rows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(place in `numbers`, word) for every word of every one."""
        counts = self.counts[numbers]
        return np.repeat(np.arange(len(numbers)), counts), self.words[runs(self.starts[numbers], counts)]
