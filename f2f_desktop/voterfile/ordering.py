"""Sorting millions of rows: keys are packed into machine words, which sort ten times as fast as the keys one by one."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.cores import gathered, on_every_core
from f2f_desktop.voterfile.stages import standing, steps

_WORD = 64
_PART = 1 << 19
"""Rows that are sorted at once."""
_MANY = 1 << 21
"""Keys from which on they are parted before they are sorted."""
_SAMPLE = 1 << 14
"""Words from which the bounds between parts are taken."""


def order_by(
    keys: Sequence[NDArray[np.integer]], last: NDArray[np.bytes_], progress: Progress = no_progress
) -> NDArray[np.intp]:
    """The order of n rows by `keys` (numbers of at most 40 bits, not negative), the first one first, then by `last`.

    Progress is told time and again, and stays where it is.
    """
    word = np.zeros(len(last), np.uint64)
    used = 0
    for key in keys:
        progress(0, 1)
        needed = int(key.max(initial=0)).bit_length()
        if used + needed > _WORD:
            word = _ranks(word, progress)
            used = int(word.max(initial=0)).bit_length()
        word = (word << np.uint64(needed)) | key.astype(np.uint64)
        used += needed
    order = _sorted(word, progress)
    progress(0, 1)
    equal = np.zeros(len(last) + 1, np.bool_)
    in_order = gathered(word, order, standing(progress))
    equal[1:-1] = in_order[1:] == in_order[:-1]
    progress(0, 1)
    places = np.flatnonzero(equal[1:] | equal[:-1])
    rows = order[places]
    order[places] = rows[np.lexsort((last[rows], word[rows]))]
    return order


def _sorted(word: NDArray[np.uint64], progress: Progress) -> NDArray[np.intp]:
    """The order of the rows by `word`, equal ones in any order: parted by some bounds, and each part sorted."""
    several = len(word) // _PART
    if several < 2:
        return np.argsort(word)
    sample = np.sort(word[:: max(1, len(word) // _SAMPLE)])
    bounds = np.unique(sample[len(sample) // several :: len(sample) // several])
    parts = np.concatenate(
        on_every_core(
            [partial(_part_of, bounds, word[part]) for part in steps(len(word), no_progress)],
            standing(progress),
        )
    )

    def order(number: int) -> NDArray[np.intp]:
        rows = np.flatnonzero(parts == number)
        return rows[np.argsort(word[rows])]

    works = [partial(order, number) for number in range(len(bounds) + 1)]
    return np.concatenate(on_every_core(works, standing(progress)))


def _part_of(bounds: NDArray[np.uint64], word: NDArray[np.uint64]) -> NDArray[np.uint8]:
    return np.searchsorted(bounds, word, side="right").astype(np.uint8)


def _ranks(word: NDArray[np.uint64], progress: Progress) -> NDArray[np.uint64]:
    """Per row the number of different words below its own."""
    order = _sorted(word, progress)
    in_order = gathered(word, order, standing(progress))
    ranks = np.zeros(len(word), np.uint64)
    progress(0, 1)
    ranks[order[1:]] = np.cumsum(in_order[1:] != in_order[:-1])
    return ranks


def repeated(ids: NDArray[np.bytes_], progress: Progress = no_progress) -> NDArray[np.bool_]:
    """Per row whether its id is that of another row, too. Progress is told as by `order_by`."""
    found = np.zeros(len(ids), np.bool_)
    if not len(ids):
        return found

    still = standing(progress)
    parts = [ids[part] for part in steps(len(ids), no_progress)]
    keys = np.concatenate(on_every_core([partial(_hashed, part) for part in parts], still))
    parting = (len(ids) // _MANY).bit_length()
    twice = np.concatenate(
        on_every_core([partial(_twice, keys, number, parting) for number in range(1 << parting)], still)
    )
    if len(twice):
        rows = np.flatnonzero(np.isin(keys, twice))
        _, back, counts = np.unique(ids[rows], return_inverse=True, return_counts=True)
        found[rows] = counts[back] > 1
    return found


def _hashed(ids: NDArray[np.bytes_]) -> NDArray[np.uint64]:
    width = ids.dtype.itemsize
    letters = np.zeros((len(ids), -(-width // 8) * 8), np.uint8)
    letters[:, :width] = np.ascontiguousarray(ids).view(np.uint8).reshape(len(ids), width)
    keys = np.zeros(len(ids), np.uint64)
    for word in letters.view(np.uint64).T:
        keys = (keys ^ word) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(32)
    return keys


def _twice(keys: NDArray[np.uint64], number: int, parting: int) -> NDArray[np.uint64]:
    """The keys that occur more than once, of those whose last `parting` bits are `number`."""
    in_order = np.sort(keys[keys & np.uint64((1 << parting) - 1) == number])
    return np.unique(in_order[1:][in_order[1:] == in_order[:-1]])
