"""The voters of an extract, laid out so that the bearers of a name, phone or address are found at once.

Work on texts is done once per distinct value; what is per voter is numpy. Whatever only some address books need
(middle names, households, misspellings, streets) is made when first asked for.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.folding import NameKey, StreetKey, fold, given_name_key, street_key, surname_key
from f2f_desktop.matching.spelling import OneEditIndex
from f2f_desktop.voterfile.voters import TextColumn, Voters

MAX_HOUSEHOLD = 8
"""More voters than this at one address are a house of flats, a dormitory or a home, not a household."""

LOCAL_AREA_CODE_SHARE = 0.02
"""An area code is local if at least this share of the file's phones has it."""

Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class SortedKeys:
    """Rows by key: `rows[k]` has `keys[k]`, keys rising."""

    keys: NDArray[np.int64]
    rows: Rows

    @classmethod
    def build(cls, keys: NDArray[np.int64], rows: Rows) -> "SortedKeys":
        """Sorts `keys` with their `rows`."""
        order = np.argsort(keys)
        return cls(keys[order], rows[order])

    def spans(self, wanted: NDArray[np.int64]) -> tuple[Rows, Rows]:
        """First place and number of entries of each wanted key."""
        low = np.searchsorted(self.keys, wanted, "left")
        return low.astype(np.int64), np.searchsorted(self.keys, wanted, "right").astype(np.int64) - low

    def find(self, wanted: NDArray[np.int64], limit: int | None = None) -> tuple[Rows, Rows]:
        """(place in `wanted`, row) for every entry; keys with more than `limit` entries are left out."""
        low, counts = self.spans(wanted)
        if limit is not None:
            counts = np.where(counts > limit, 0, counts)
        askers = np.repeat(np.arange(len(wanted), dtype=np.int64), counts)
        return askers, self.rows[_runs(low, counts)]


def _runs(starts: Rows, counts: Rows) -> Rows:
    """`starts[i], starts[i] + 1, ...` (counts[i] of them) for every i, one after the other."""
    total = int(counts.sum())
    offsets = np.cumsum(counts) - counts
    return np.repeat(starts - offsets, counts) + np.arange(total, dtype=np.int64)


def name_pair_key(last: NDArray[np.int64], first: NDArray[np.int64]) -> NDArray[np.int64]:
    """The key of a surname word with a given-name word."""
    return (last << 32) | first


@dataclass(frozen=True, eq=False)
class NameColumn:
    """A column of names by distinct value: its key, and the numbers of its words in the vocabulary."""

    codes: NDArray[np.int64]
    """Shape (n,): distinct value per voter."""
    values: tuple[str, ...]
    keys: list[NameKey]
    whole: NDArray[np.int64]
    """By value: the number of the whole name; 0 is the empty word."""
    part_values: Rows
    """Values with parts, one entry per part ..."""
    part_words: Rows
    """... and the part's number."""
    counts: Rows
    """By value: how many voters have it."""

    @classmethod
    def read(cls, column: TextColumn, vocabulary: dict[str, int], *, surnames: bool) -> "NameColumn":
        """Folds the distinct values of `column`, giving new words the next numbers of `vocabulary`."""
        make_key = surname_key if surnames else given_name_key
        # Most values are plain capitals already; that they all are is cheaper to see of the whole.
        together = "".join(column.values)
        if together.isascii() and together == together.upper():
            keys = [NameKey(value) if value.isalpha() else make_key(fold(value)) for value in column.values]
        else:
            keys = [make_key(fold(value)) for value in column.values]
        number = vocabulary.setdefault
        whole = np.array([number(key.whole, len(vocabulary)) for key in keys], np.int64)
        parts = [
            (value, number(part, len(vocabulary)))
            for value, key in enumerate(keys)
            if key.parts
            for part in (key.parts if surnames else key.parts[:1])
        ]
        part_table = np.array(parts, np.int64).reshape(-1, 2)
        codes = column.codes.astype(np.int64)
        counts = np.bincount(codes, minlength=len(column.values))
        return cls(codes, column.values, keys, whole, part_table[:, 0], part_table[:, 1], counts)

    def shares(self, words: int) -> NDArray[np.float64]:
        """By word: the share of voters whose name is or contains it."""
        totals = np.bincount(self.whole, self.counts, words)
        totals += np.bincount(self.part_words, self.counts[self.part_values], words)
        totals[0] = 0.0
        return np.asarray(totals / max(1, len(self.codes)), np.float64)

    def words_by_row(self) -> tuple[Rows, Rows]:
        """(row, word) for the whole name and every part of every voter."""
        rows = np.arange(len(self.codes), dtype=np.int64)
        if not len(self.part_values):
            return rows, self.whole[self.codes]
        by_value = SortedKeys(self.part_values, self.part_words)
        with_parts = np.zeros(len(self.values), bool)
        with_parts[self.part_values] = True
        partial = rows[with_parts[self.codes]]
        askers, part_words = by_value.find(self.codes[partial])
        return np.concatenate((rows, partial[askers])), np.concatenate((self.whole[self.codes], part_words))


@dataclass(frozen=True, eq=False)
class VoterIndex:
    """n voters and the ways to find them. Build it once per extract; it is never changed."""

    voters: Voters
    vocabulary: dict[str, int]
    """Folded word of a name to its number; "" is 0."""
    first: NameColumn
    middle: NameColumn
    last: NameColumn
    first_shares: NDArray[np.float64]
    """By word: share of the voters with this given name."""
    last_shares: NDArray[np.float64]
    """By word: share of the voters with this surname, or this part of a double one."""
    by_name: SortedKeys
    """Rows by surname word and given-name word."""
    phones: NDArray[np.int64]
    """Shape (n,): ten digits, 0 none."""
    by_phone: SortedKeys

    @classmethod
    def build(cls, voters: Voters) -> "VoterIndex":
        """The index of `voters`."""
        vocabulary = {"": 0}
        first = NameColumn.read(voters.text("first_name"), vocabulary, surnames=False)
        last = NameColumn.read(voters.text("last_name"), vocabulary, surnames=True)
        middle = NameColumn.read(voters.text("middle_name"), vocabulary, surnames=False)
        phones = voters.number("phone").astype(np.int64)
        with_phone = np.flatnonzero(phones)
        return cls(
            voters,
            vocabulary,
            first,
            middle,
            last,
            first.shares(len(vocabulary)),
            last.shares(len(vocabulary)),
            _by_name(last, first),
            phones,
            SortedKeys.build(phones[with_phone], with_phone),
        )

    def __len__(self) -> int:
        return len(self.voters)

    @cached_property
    def words(self) -> list[str]:
        """By number: the words of the vocabulary."""
        return list(self.vocabulary)

    # Names ----------------------------------------------------------------------------------------------------

    @cached_property
    def by_middle_name(self) -> SortedKeys:
        """Rows by surname word and middle name (initials left out)."""
        initials = np.array([len(key.whole) < 2 for key in self.middle.keys])
        rows, last_words = self.last.words_by_row()
        middles = self.middle.codes[rows]
        kept = ~initials[middles]
        keys = name_pair_key(last_words[kept], self.middle.whole[middles[kept]])
        return SortedKeys.build(keys, rows[kept])

    @cached_property
    def by_last(self) -> SortedKeys:
        """Rows by surname word."""
        rows, words = self.last.words_by_row()
        return SortedKeys.build(words, rows)

    @cached_property
    def by_first_and_initial(self) -> SortedKeys:
        """Rows by given-name word and the surname's initial (as ASCII code): `Mike S.`"""
        initials = np.array([ord(key.whole[0]) if key.whole else 0 for key in self.last.keys], np.int64)
        rows, words = self.first.words_by_row()
        return SortedKeys.build(name_pair_key(words, initials[self.last.codes[rows]]), rows)

    @cached_property
    def first_initial(self) -> NDArray[np.uint8]:
        """Shape (n,): the given name's first letter as ASCII code, 0 none."""
        initials = np.array([ord(key.whole[0]) if key.whole else 0 for key in self.first.keys], np.uint8)
        return initials[self.first.codes]

    @cached_property
    def first_initial_shares(self) -> NDArray[np.float64]:
        """Share of voters by the given name's initial, by ASCII code."""
        return np.bincount(self.first_initial, minlength=256) / max(1, len(self))

    @cached_property
    def last_initial_shares(self) -> NDArray[np.float64]:
        """Share of voters by the surname's initial, by ASCII code."""
        initials = np.array([ord(key.whole[0]) if key.whole else 0 for key in self.last.keys], np.uint8)
        return np.bincount(initials, self.last.counts, minlength=256) / max(1, len(self))

    @cached_property
    def first_words(self) -> list[str]:
        """Words that are given names in this file, sorted (for prefixes)."""
        return sorted(self.words[number] for number in np.flatnonzero(self.first_shares).tolist())

    @cached_property
    def first_spellings(self) -> OneEditIndex:
        """Given names by spelling."""
        return OneEditIndex.build(self.first_words)

    @cached_property
    def last_spellings(self) -> OneEditIndex:
        """Surnames by spelling."""
        return OneEditIndex.build([self.words[number] for number in np.flatnonzero(self.last_shares).tolist()])

    def first_share(self, word: str) -> float:
        """The share of voters with the given name `word`."""
        return float(self.first_shares[self.vocabulary.get(word, 0)])

    def last_share(self, word: str) -> float:
        """The share of voters with the surname `word`, or with it as part of a double one."""
        return float(self.last_shares[self.vocabulary.get(word, 0)])

    # Households and addresses ---------------------------------------------------------------------------------

    @cached_property
    def households(self) -> Rows:
        """Shape (n,): number of the household (same address text and ZIP code), -1 where there is none."""
        street = self.voters.text("street_address")
        zips = self.voters.text("zip")
        keys = street.codes.astype(np.int64) * len(zips.values) + zips.codes
        if len(self) == 0:
            return keys
        order = np.argsort(keys)
        ordered = keys[order]
        opens = np.concatenate(([True], ordered[1:] != ordered[:-1]))
        number_in_order = np.cumsum(opens) - 1
        too_many = np.bincount(number_in_order) > MAX_HOUSEHOLD
        numbers = np.empty(len(self), np.int64)
        numbers[order] = np.where(too_many[number_in_order], -1, number_in_order)
        numbers[np.array([not value for value in street.values])[street.codes]] = -1
        return numbers

    @cached_property
    def by_household(self) -> SortedKeys:
        """Rows by household."""
        housed = np.flatnonzero(self.households >= 0)
        return SortedKeys.build(self.households[housed], housed)

    def streets_at(self, houses: frozenset[str]) -> dict[str, list[tuple[int, StreetKey]]]:
        """The file's distinct addresses that are one of `houses` (`StreetKey.house`), by that key: (code, key)."""
        # Taking an address apart is dear: first only those whose number and street's initial agree.
        openings = {house[: house.index(" ") + 2] for house in houses}
        found: dict[str, list[tuple[int, StreetKey]]] = {}
        for code, value in enumerate(self.voters.text("street_address").values):
            number, _, street = value.partition(" ")
            if f"{number} {street.lstrip()[:1].upper()}" in openings:
                key = street_key(value)
                if key.house in houses:
                    found.setdefault(key.house, []).append((code, key))
        return found

    @cached_property
    def by_street(self) -> SortedKeys:
        """Rows by the code of their address."""
        codes = self.voters.text("street_address").codes.astype(np.int64)
        return SortedKeys.build(codes, np.arange(len(self), dtype=np.int64))

    @cached_property
    def zip_shares(self) -> dict[str, float]:
        """Share of voters by ZIP code."""
        zips = self.voters.text("zip")
        counts = np.bincount(zips.codes, minlength=len(zips.values)) / max(1, len(self))
        return {value[:5]: float(count) for value, count in zip(zips.values, counts, strict=True) if value}

    @cached_property
    def local_area_codes(self) -> frozenset[int]:
        """Area codes that a fair share of the file's phones has; empty where the file has none."""
        codes = np.bincount(self.by_phone.keys // 10_000_000, minlength=1000)
        return frozenset(np.flatnonzero(codes > LOCAL_AREA_CODE_SHARE * max(1, codes.sum())).tolist())


def _by_name(last: NameColumn, first: NameColumn) -> SortedKeys:
    last_rows, last_words = last.words_by_row()
    rows = last_rows
    first_words = first.whole[first.codes[rows]]
    if len(first.part_values):
        part_of = np.zeros(len(first.values), np.int64)
        part_of[first.part_values] = first.part_words
        parts = part_of[first.codes[last_rows]]
        more = np.flatnonzero(parts)
        rows = np.concatenate((rows, last_rows[more]))
        last_words = np.concatenate((last_words, last_words[more]))
        first_words = np.concatenate((first_words, parts[more]))
    return SortedKeys.build(name_pair_key(last_words, first_words), rows)
