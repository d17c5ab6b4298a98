"""Finds the rows of voters by their ids: millions of look-ups a second, on several threads at once.

A table with open addressing, filled and read for many ids at a time. Ids are compared by their keys, see `dictionary`.
"""

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.dictionary import keys_of_ids, slots_of
from f2f_desktop.voterfile.stages import steps

_FREE = -1


class KnownIds:
    """The rows of n ids. Ids are in upper case, without blanks and quotes around them, and not empty."""

    def __init__(self, ids: NDArray[np.bytes_], progress: Progress = no_progress) -> None:
        """Progress is told in ids."""
        count = len(ids)
        bits = max(8, (2 * count).bit_length())
        self._keys = np.zeros(count, np.uint64)
        self._shift = np.uint64(64 - bits)
        self._mask = (1 << bits) - 1
        self._table = np.full(1 << bits, _FREE, np.int32)
        self.row_of_same = np.arange(count, dtype=np.int32)
        """Per row the row that `rows` gives for its id: another one where several rows have this id."""
        for part in steps(count, progress):
            self._keys[part] = keys_of_ids(ids[part])
            self._enter(np.arange(part.start, part.stop, dtype=np.int32))

    def rows(self, ids: NDArray[np.bytes_]) -> NDArray[np.int32]:
        """The row of each id, -1 where it is none of the known ones."""
        if not len(self._keys):
            return np.full(len(ids), -1, np.int32)
        keys = keys_of_ids(ids)
        slots = slots_of(keys, self._shift)
        found: NDArray[np.int32] = self._table[slots]
        others = np.flatnonzero((found != _FREE) & (self._keys[found] != keys))
        while len(others):
            slots[others] = slot = (slots[others] + 1) & self._mask
            found[others] = there = self._table[slot]
            others = others[(there != _FREE) & (self._keys[there] != keys[others])]
        return found

    def _enter(self, rows: NDArray[np.int32]) -> None:
        slots = slots_of(self._keys[rows], self._shift)
        while len(rows):
            free = np.flatnonzero(self._table[slots] == _FREE)
            self._table[slots[free]] = rows[free]  # of several for one slot, the last stays
            there = self._table[slots]
            same = self._keys[there] == self._keys[rows]
            self.row_of_same[rows[same]] = there[same]
            left = np.flatnonzero(~same)
            rows, slots = rows[left], (slots[left] + 1) & self._mask
