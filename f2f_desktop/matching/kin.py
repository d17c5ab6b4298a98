"""The table of nicknames as arrays of numbers: all forms of many names at once."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.nicknames import NicknameTable
from f2f_desktop.matching.ragged import Ragged
from f2f_desktop.matching.sorted_keys import pair_key


@dataclass(frozen=True, eq=False)
class Kin:
    """The names of a table of nicknames, numbered, and how they are related."""

    numbers: dict[str, int]
    formal: Ragged
    """By name: the formal names that it may stand for."""
    short: Ragged
    """By name: its nicknames."""

    @staticmethod
    @cache
    def of(table: NicknameTable) -> "Kin":
        """The table's names and pairs."""
        numbers: dict[str, int] = {}
        pairs = [
            (numbers.setdefault(formal, len(numbers)), numbers.setdefault(short, len(numbers)))
            for formal, nicknames in table.nicknames.items()
            for short in nicknames
        ]
        formal, short = np.array(pairs, np.int64).reshape(-1, 2).T
        return Kin(numbers, _lists(short, formal, len(numbers)), _lists(formal, short, len(numbers)))


def _lists(owners: NDArray[np.int64], words: NDArray[np.int64], size: int) -> Ragged:
    return Ragged.of_pairs(np.sort(pair_key(owners, words)), size)
