"""Rows filed under sorted integer keys: the one kind of look-up table that matching needs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.integer]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""2^64 divided by the golden ratio."""


@dataclass(frozen=True, eq=False)
class SortedKeys:
    """Rows by key: `rows[k]` has `keys[k]`, keys rising."""

    keys: NDArray[np.int64]
    rows: Rows

    @classmethod
    def build(cls, keys: NDArray[np.integer], rows: Rows) -> "SortedKeys":
        """Sorts `keys` with their `rows`; rows of one key rise."""
        order = np.argsort(keys, kind="stable")
        return cls(keys[order].astype(np.int64, copy=False), rows[order].astype(np.int32, copy=False))

    def sieve(self) -> NDArray[np.uint8]:
        """For `find_few`: a bit by hash of a key, set where there is such a key; eight bits and more by key."""
        bits = np.zeros(1 << max(3, (8 * len(self.keys)).bit_length()), bool)
        bits[_hashes(self.keys, len(bits))] = True
        return np.packbits(bits)

    def find_few(
        self, wanted: NDArray[np.int64], sieve: NDArray[np.uint8], limit: int
    ) -> tuple[NDArray[np.int64], Rows]:
        """The same as `find`, by rising key, for keys in no order of which hardly any is there; see `sieve`."""
        hashes = _hashes(wanted, 8 * len(sieve))
        kept = np.flatnonzero(sieve[hashes >> 3] & (128 >> (hashes & 7)))
        # Sorted look-ups walk through memory instead of jumping about in it.
        kept = kept[np.argsort(wanted[kept])]
        places, rows = self.find(wanted[kept], limit)
        return kept[places], rows

    def spans(self, wanted: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """First place and number of entries of each wanted key."""
        return spans(self.keys, wanted)

    def find(self, wanted: NDArray[np.integer], limit: int | None = None) -> tuple[NDArray[np.int64], Rows]:
        """(place in `wanted`, row) for every entry; keys with more than `limit` entries are left out."""
        low, counts = self.spans(wanted)
        if limit is not None:
            counts = np.where(counts > limit, 0, counts)
        return np.repeat(np.arange(len(wanted)), counts), self.rows[runs(low, counts)]


def _hashes(keys: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """A number below `size`, a power of two, by key (D. Knuth, TAOCP 3, 6.4: multiplicative hashing)."""
    mixed = keys.astype(np.uint64) * _MULTIPLIER
    return (mixed >> np.uint64(65 - size.bit_length())).astype(np.int64)


def spans(keys: Rows, wanted: Rows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First place and number of entries of each wanted key among the rising `keys`."""
    low = np.searchsorted(keys, wanted, "left")
    counts = np.zeros(len(wanted), np.int64)
    if len(keys):
        # Most keys that are looked up are not there: only of the others the end is looked for.
        there = np.flatnonzero(keys[np.minimum(low, len(keys) - 1)] == wanted)
        counts[there] = np.searchsorted(keys, wanted[there], "right") - low[there]
    return low, counts


def places_of(wanted: Rows, keys: Rows) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Where in the rising `keys` each wanted key is, and whether it is there at all; a place of 0 where it is not."""
    if not len(keys):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), bool)
    places = np.searchsorted(keys, wanted)
    places[places == len(keys)] = 0
    found = keys[places] == wanted
    return np.where(found, places, 0), found


def distinct(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The distinct values, rising. (`np.unique` does the same, but imports `numpy.ma`: 50 ms and 2 MB.)"""
    ordered = np.sort(values)
    return ordered[opens(ordered)]


def is_one_of(values: Rows, wanted: Rows) -> NDArray[np.bool_]:
    """By value: whether it is among the `wanted`, in whatever order these are. (`np.isin` imports `numpy.ma`.)"""
    return places_of(values, np.sort(wanted))[1]


def opens(ordered: NDArray[np.generic]) -> NDArray[np.bool_]:
    """By place: whether another value begins there; `ordered` has equals side by side."""
    begins = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return begins


def runs(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """`starts[i], starts[i] + 1, ...` (counts[i] of them) for every i, one after the other."""
    offsets = np.cumsum(counts) - counts
    return np.repeat(starts - offsets, counts) + np.arange(int(counts.sum()))


def pair_key(first: NDArray[np.integer], second: NDArray[np.integer]) -> NDArray[np.int64]:
    """One key of two numbers below 2^31: a surname word and a given-name word, say."""
    return (first.astype(np.int64) << 32) | second
