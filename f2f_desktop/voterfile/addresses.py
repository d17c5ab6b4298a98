"""Street addresses as house number and street: the streets of a state are few, its addresses as many as its homes."""

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.voterfile.voters import TextColumn

_HOUSE = re.compile(r"([1-9][0-9]{0,8}) (.+)", re.DOTALL)


class Addresses(TextColumn):
    """A column of street addresses that are known by their parts; put together only where somebody asks."""

    def __init__(self, houses: NDArray[np.int64], streets: TextColumn) -> None:
        """`houses`: 0 where there is none, else below 10**9, and then there is a street, too."""
        object.__setattr__(self, "houses", houses)
        object.__setattr__(self, "streets", streets)

    houses: NDArray[np.int64]
    streets: TextColumn

    @cached_property
    def _together(self) -> tuple[NDArray[np.uint32], tuple[str, ...]]:
        keys, codes = np.unique((self.streets.codes.astype(np.int64) << 30) | self.houses, return_inverse=True)
        empty = bool(len(keys)) and keys[0] == 0
        streets = self.streets.values
        values = [
            f"{number} {streets[street]}" if number else streets[street]
            for street, number in zip((keys >> 30).tolist(), (keys & (1 << 30) - 1).tolist(), strict=True)
        ]
        codes = (codes if empty else codes + 1).astype(np.uint32)
        return codes, tuple(values) if empty else ("", *values)

    @property
    def codes(self) -> NDArray[np.uint32]:
        """Shape (n,)."""
        return self._together[0]

    @property
    def values(self) -> Sequence[str]:
        """The addresses, put together."""
        return self._together[1]


def split_house(address: str) -> tuple[int, str]:
    """House number and street of `12 ELM ST`; 0 and the whole text where it does not begin with a number."""
    found = _HOUSE.fullmatch(address)
    return (int(found[1]), found[2]) if found else (0, address)


def split_addresses(column: TextColumn) -> tuple[NDArray[np.int64], TextColumn]:
    """Per row the house number (0: none), and the column of the streets."""
    if isinstance(column, Addresses):
        return column.houses, column.streets
    parts = [split_house(value) for value in column.values]
    streets = TextColumn.encode([street for _, street in parts])
    houses = np.array([house for house, _ in parts], np.int64)
    return houses[column.codes], TextColumn(streets.codes[column.codes], streets.values)


def has_text(column: TextColumn) -> bool:
    """Whether any row of the column holds a text."""
    return bool((column.streets if isinstance(column, Addresses) else column).codes.any())
