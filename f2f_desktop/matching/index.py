"""The voters of an extract, laid out so that the bearers of a name, phone or address are found at once.

Work on texts is done once per distinct value; what is per voter is numpy. Whatever only some address books need
(middle names, households, misspellings, streets) is made when first asked for. All of it can be taken apart into
plain arrays (`parts`) and put together again (`from_parts`), so that an installed extract need not be indexed anew.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.folding import fold, given_name_key, surname_key
from f2f_desktop.matching.name_columns import NameColumn
from f2f_desktop.matching.sorted_keys import Rows, SortedKeys, pair_key, runs
from f2f_desktop.matching.spelling import OneEditIndex
from f2f_desktop.matching.streets import opening_keys
from f2f_desktop.voterfile.voters import Voters

MAX_HOUSEHOLD = 8
"""More voters than this at one address are a house of flats, a dormitory or a home, not a household."""

LOCAL_AREA_CODE_SHARE = 0.02
"""An area code is local if at least this share of the file's phones has it."""

SHARE_FOR_ENDINGS = 1e-5
"""Most of a large file's given names have one bearer, by a slip of somebody's hand: nobody cuts those short."""

_ONE_SEX = 0.95
"""Share of a given name's bearers who are of one sex, from which on the name tells it; rare names tell nothing."""

PARTS_VERSION = 3
"""Of what `VoterIndex.parts` gives: raised when its arrays change their meaning."""

Parts = Mapping[str, NDArray[np.generic]]


def span_of(ordered: Sequence[str], letters: str) -> tuple[int, int]:
    """Where the capital words that begin with `letters` stand in a sorted list: from, to."""
    low = bisect_left(ordered, letters)
    return low, bisect_left(ordered, letters + "[", low)


class VoterIndex:
    """n voters and the ways to find them. Build it once per extract; it is never changed.

    Attributes: `voters`; `words`: the vocabulary of folded names by number, "" is 0; `vocabulary`: number by word;
    `first`, `middle`, `last`: the columns of names; `phones`: shape (n,), ten digits, 0 none.
    """

    def __init__(
        self, voters: Voters, vocabulary: dict[str, int], columns: tuple[NameColumn, ...], stored: Parts
    ) -> None:
        self.voters = voters
        self.vocabulary = vocabulary
        self.words = list(vocabulary)
        self.first, self.middle, self.last = columns
        self.phones: NDArray[np.int64] = voters.number("phone").astype(np.int64, copy=False)
        self._stored: dict[str, NDArray[np.generic]] = dict(stored)

    @classmethod
    def build(cls, voters: Voters) -> "VoterIndex":
        """The index of `voters`."""
        vocabulary = {"": 0}
        columns = tuple(
            NameColumn.read(voters.text(name), vocabulary, surnames=name == "last_name")
            for name in ("first_name", "middle_name", "last_name")
        )
        return cls(voters, vocabulary, columns, {})

    @classmethod
    def from_parts(cls, voters: Voters, parts: Parts) -> "VoterIndex":
        """The index of `voters` that `parts` took apart; nothing is computed anew.

        Raises:
            KeyError: an array is missing.
        """
        words = parts["words"].tobytes().decode("ascii").split("\n")
        vocabulary = {word: number for number, word in enumerate(words)}
        columns = tuple(
            NameColumn.restored(name, voters.text(name).codes, parts)
            for name in ("first_name", "middle_name", "last_name")
        )
        return cls(voters, vocabulary, columns, parts)

    def parts(self) -> dict[str, NDArray[np.generic]]:
        """Everything that is dear to compute, as arrays by name, for `from_parts`. See PARTS_VERSION."""
        _ = (
            self.by_name,
            self.by_middle_name,
            self.by_maiden_name,
            self.by_last,
            self.by_first_and_initial,
            self.by_phone,
            self.by_name_sieve,
            self.by_middle_name_sieve,
            self.first_ordered,
            self.sexes_of_names,
        )
        _ = (self.by_household, self.by_street, self.by_opening, self.first_spellings, self.last_spellings)
        parts = {
            "words": np.frombuffer("\n".join(self.words).encode("ascii"), np.uint8),
            **self.first.stored("first_name"),
            **self.middle.stored("middle_name"),
            **self.last.stored("last_name"),
        }
        return parts | self._stored

    def __len__(self) -> int:
        return len(self.voters)

    # What is stored -------------------------------------------------------------------------------------------

    def _array(self, name: str, make: Callable[[], NDArray[np.generic]]) -> NDArray[np.generic]:
        found = self._stored.get(name)
        if found is None:
            found = self._stored[name] = make()
        return found

    def _sorted_keys(self, name: str, make: Callable[[], SortedKeys]) -> SortedKeys:
        if f"{name}.keys" not in self._stored:
            made = make()
            self._stored |= {f"{name}.keys": made.keys, f"{name}.rows": made.rows}
        return SortedKeys(
            self._stored[f"{name}.keys"].astype(np.int64, copy=False),
            self._stored[f"{name}.rows"].astype(np.int32, copy=False),
        )

    def _spellings(self, name: str, words: Rows) -> OneEditIndex:
        texts = [self.words[number] for number in words.tolist()]
        if f"{name}.hashes" not in self._stored:
            made = OneEditIndex.build(texts)
            self._stored |= {f"{name}.hashes": made.hashes, f"{name}.entries": made.entries}
        return OneEditIndex(
            texts,
            self._stored[f"{name}.hashes"].astype(np.uint64, copy=False),
            self._stored[f"{name}.entries"].astype(np.int32, copy=False),
        )

    # Names ----------------------------------------------------------------------------------------------------

    @cached_property
    def sexes(self) -> NDArray[np.uint8]:
        """By value of the column of sexes: the letter M or F, 0 for anything else."""
        values = self.voters.text("sex").values
        return np.array([ord(value[0]) if value[:1] in {"M", "F"} else 0 for value in values], np.uint8)

    @cached_property
    def sexes_of_names(self) -> NDArray[np.uint8]:
        """By word: the sex of nearly all voters whose given name it is, as a letter; 0 for names of both."""
        return self._array("sexes_of_names", self._make_sexes_of_names).astype(np.uint8, copy=False)

    def _make_sexes_of_names(self) -> NDArray[np.uint8]:
        words = self.first.main[self.first.codes]
        sexes = self.sexes[self.voters.text("sex").codes]
        men, women = (np.bincount(words[sexes == ord(sex)], minlength=len(self.words)) for sex in "MF")
        told = np.zeros(len(self.words), np.uint8)
        for letter, own in (("M", men), ("F", women)):
            told[own + 0.5 >= _ONE_SEX * (men + women + 1)] = ord(letter)
        told[0] = 0
        return told

    @cached_property
    def by_name(self) -> SortedKeys:
        """Rows by surname word and given-name word."""
        return self._sorted_keys("by_name", self._make_by_name)

    def _make_by_name(self) -> SortedKeys:
        rows, last_words = self.last.words_by_row()
        first = self.first
        codes = first.codes[rows]
        double = np.flatnonzero((first.main != first.whole)[codes])
        keys = pair_key(
            np.concatenate((last_words, last_words[double])),
            np.concatenate((first.whole[codes], first.main[codes[double]])),
        )
        return SortedKeys.build(keys, np.concatenate((rows, rows[double])))

    @cached_property
    def by_name_sieve(self) -> NDArray[np.uint8]:
        """Of `by_name`."""
        return self._array("by_name.sieve", self.by_name.sieve).astype(np.uint8, copy=False)

    @cached_property
    def by_middle_name_sieve(self) -> NDArray[np.uint8]:
        """Of `by_middle_name`."""
        return self._array("by_middle_name.sieve", self.by_middle_name.sieve).astype(np.uint8, copy=False)

    @cached_property
    def by_middle_name(self) -> SortedKeys:
        """Rows by surname word and middle name (initials left out)."""
        return self._sorted_keys("by_middle_name", self._make_by_middle_name)

    def _make_by_middle_name(self) -> SortedKeys:
        rows, last_words = self.last.words_by_row()
        middles = self.middle.whole[self.middle.codes[rows]]
        kept = self.lengths[middles] > 1
        return SortedKeys.build(pair_key(last_words[kept], middles[kept]), rows[kept])

    @cached_property
    def by_maiden_name(self) -> SortedKeys:
        """Rows by middle name and given-name word, of middle names that more people here bear as a surname."""
        return self._sorted_keys("by_maiden_name", self._make_by_maiden_name)

    def _make_by_maiden_name(self) -> SortedKeys:
        words = self.middle.whole
        is_surname = (self.last_shares > self.first_shares)[words] & (self.lengths[words] > 1)
        rows = np.flatnonzero(is_surname[self.middle.codes]).astype(np.int32)
        codes = self.first.codes[rows]
        double = np.flatnonzero((self.first.main != self.first.whole)[codes])
        middles = words[self.middle.codes[rows]]
        keys = pair_key(
            np.concatenate((middles, middles[double])),
            np.concatenate((self.first.whole[codes], self.first.main[codes[double]])),
        )
        return SortedKeys.build(keys, np.concatenate((rows, rows[double])))

    @cached_property
    def by_last(self) -> SortedKeys:
        """Rows by surname word."""

        def make() -> SortedKeys:
            rows, words = self.last.words_by_row()
            return SortedKeys.build(words, rows)

        return self._sorted_keys("by_last", make)

    @cached_property
    def by_first_and_initial(self) -> SortedKeys:
        """Rows by given-name word and the surname's initial (as ASCII code): `Mike S.`"""

        def make() -> SortedKeys:
            rows, words = self.first.words_by_row()
            initials = self.initials[self.last.whole][self.last.codes[rows]]
            return SortedKeys.build(pair_key(words, initials), rows)

        return self._sorted_keys("by_first_and_initial", make)

    @cached_property
    def initials(self) -> NDArray[np.uint8]:
        """By word: its first letter as ASCII code, 0 for no word."""
        return np.array([word[:1] for word in self.words], "S1").view(np.uint8)

    @cached_property
    def lengths(self) -> NDArray[np.int32]:
        """By word: its letters."""
        return np.fromiter(map(len, self.words), np.int32, len(self.words))

    @cached_property
    def first_shares(self) -> NDArray[np.float64]:
        """By word: share of the voters with this given name."""
        return self.first.shares(len(self.words), of_parts=False)

    @cached_property
    def last_shares(self) -> NDArray[np.float64]:
        """By word: share of the voters with this surname, or this part of a double one."""
        return self.last.shares(len(self.words), of_parts=True)

    @cached_property
    def first_initial_shares(self) -> NDArray[np.float64]:
        """Share of voters by the given name's initial, by ASCII code."""
        return self._initial_shares(self.first)

    @cached_property
    def last_initial_shares(self) -> NDArray[np.float64]:
        """Share of voters by the surname's initial, by ASCII code."""
        return self._initial_shares(self.last)

    def _initial_shares(self, column: NameColumn) -> NDArray[np.float64]:
        counts = np.bincount(self.initials[column.whole], column.counts, 256)
        return np.asarray(counts / max(1, len(self)), np.float64)

    @cached_property
    def first_words(self) -> list[str]:
        """Words that are given names in this file, sorted (for prefixes)."""
        return [self.words[number] for number in self.first_ordered.tolist()]

    @cached_property
    def first_backwards(self) -> list[str]:
        """Those that at least SHARE_FOR_ENDINGS of the voters bear, each spelt backwards, sorted (for endings)."""
        borne = np.flatnonzero(self.first_shares >= SHARE_FOR_ENDINGS)
        return sorted(self.words[number][::-1] for number in borne.tolist())

    def beginning_rarity(self, letters: str) -> float:
        """-ln of the share of voters whose given name begins so."""
        low, high = span_of(self.first_words, letters)
        share = self._first_shares_before[high] - self._first_shares_before[low]
        return -math.log(float(share) + 0.5 / max(1, len(self)))

    @cached_property
    def _first_shares_before(self) -> NDArray[np.float64]:
        """By place in `first_words`: the share of voters whose given name stands before."""
        return np.concatenate(([0.0], np.cumsum(self.first_shares[self.first_ordered])))

    @cached_property
    def first_ordered(self) -> NDArray[np.int64]:
        """The numbers of `first_words`."""

        def make() -> NDArray[np.int32]:
            borne = np.flatnonzero(self.first_shares).tolist()
            return np.array(sorted(borne, key=self.words.__getitem__), np.int32)

        return self._array("first_ordered", make).astype(np.int64)

    @cached_property
    def first_ranks(self) -> NDArray[np.int32]:
        """By word: its place in `first_words`, -1 for what is no given name here."""
        ranks = np.full(len(self.words), -1, np.int32)
        ranks[self.first_ordered] = np.arange(len(self.first_ordered))
        return ranks

    @cached_property
    def first_spellings(self) -> OneEditIndex:
        """Given names by spelling."""
        return self._spellings("first_spellings", self._first_spelt)

    @cached_property
    def last_spellings(self) -> OneEditIndex:
        """Surnames by spelling."""
        return self._spellings("last_spellings", self._last_spelt)

    def first_near(self, names: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(place in `names`, word) for every given name of the file that is one edit away from a name."""
        askers, places = self.first_spellings.near(names)
        return askers, self._first_spelt[places]

    def last_near(self, names: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The same of surnames."""
        askers, places = self.last_spellings.near(names)
        return askers, self._last_spelt[places]

    @cached_property
    def _first_spelt(self) -> NDArray[np.int64]:
        return np.flatnonzero(self.first_shares)

    @cached_property
    def _last_spelt(self) -> NDArray[np.int64]:
        return np.flatnonzero(self.last_shares)

    @cached_property
    def national_names(self) -> tuple[dict[str, float], dict[str, float]] | None:
        """Shares of surnames and of given names in the country, by folded name, where the extract carries them."""
        names = self.voters.national
        if names is None:
            return None
        return (
            {surname_key(fold(name)).whole: share for name, share in names.surnames.items()},
            {given_name_key(fold(name)).whole: share for name, share in names.given_names.items()},
        )

    def first_share(self, word: str) -> float:
        """The share of voters with the given name `word`."""
        return float(self.first_shares[self.vocabulary.get(word, 0)])

    # Phones, households and addresses -------------------------------------------------------------------------

    @cached_property
    def by_phone(self) -> SortedKeys:
        """Rows by telephone number."""

        def make() -> SortedKeys:
            with_phone = np.flatnonzero(self.phones)
            return SortedKeys.build(self.phones[with_phone], with_phone)

        return self._sorted_keys("by_phone", make)

    @cached_property
    def households(self) -> NDArray[np.int32]:
        """Shape (n,): number of the household (same address text and ZIP code), -1 where there is none."""
        return self._array("households", self._make_households).astype(np.int32, copy=False)

    def _make_households(self) -> NDArray[np.int32]:
        street = self.voters.text("street_address")
        zips = self.voters.text("zip")
        keys = street.codes.astype(np.int64) * len(zips.values) + zips.codes
        numbers = np.full(len(self), -1, np.int32)
        if len(self):
            order = np.argsort(keys)
            ordered = keys[order]
            opens = np.concatenate(([True], ordered[1:] != ordered[:-1]))
            number_in_order = np.cumsum(opens) - 1
            too_many = np.bincount(number_in_order) > MAX_HOUSEHOLD
            numbers[order] = np.where(too_many[number_in_order], -1, number_in_order)
            numbers[np.array([not value for value in street.values])[street.codes]] = -1
        return numbers

    @cached_property
    def by_household(self) -> SortedKeys:
        """Rows by household."""

        def make() -> SortedKeys:
            housed = np.flatnonzero(self.households >= 0)
            return SortedKeys.build(self.households[housed], housed)

        return self._sorted_keys("by_household", make)

    @cached_property
    def by_opening(self) -> SortedKeys:
        """Codes of the file's distinct addresses by their opening (see `streets.opening_keys`)."""

        def make() -> SortedKeys:
            keys = opening_keys(self.voters.text("street_address").values)
            return SortedKeys.build(keys, np.arange(len(keys)))

        return self._sorted_keys("by_opening", make)

    @cached_property
    def by_street(self) -> SortedKeys:
        """Rows by the code of their address."""

        def make() -> SortedKeys:
            codes = self.voters.text("street_address").codes
            return SortedKeys.build(codes, np.arange(len(self)))

        return self._sorted_keys("by_street", make)

    @cached_property
    def city_numbers(self) -> dict[str, int]:
        """Folded names of the file's cities, numbered."""
        numbers: dict[str, int] = {}
        for value in self.voters.text("city").values:
            numbers.setdefault(fold(value), len(numbers))
        return numbers

    @cached_property
    def zip_numbers(self) -> NDArray[np.int32]:
        """By value of the column of ZIP codes: its first five digits as a number, -1 where there are none."""
        values = self.voters.text("zip").values
        return np.array([int(value[:5]) if value[:5].isdecimal() else -1 for value in values], np.int32)

    @cached_property
    def cities(self) -> NDArray[np.int32]:
        """By value of the column of cities: its place in `city_numbers`."""
        return np.array([self.city_numbers[fold(value)] for value in self.voters.text("city").values], np.int32)

    def places_of_streets(self, codes: Rows) -> NDArray[np.int32]:
        """By code of an address: ZIP code and number of the city, each -1 where it is in several. Shape (a, 2)."""
        starts, counts = self.by_street.spans(codes)
        some = np.flatnonzero(counts)
        places = np.full((len(codes), 2), -1, np.int32)
        if len(some):
            rows = self.by_street.rows[runs(starts, counts)]
            opening = (np.cumsum(counts) - counts)[some]
            for column, values in enumerate((self.zip_numbers, self.cities)):
                of_rows = values[self.voters.text(("zip", "city")[column]).codes[rows]]
                least, most = np.minimum.reduceat(of_rows, opening), np.maximum.reduceat(of_rows, opening)
                places[some, column] = np.where(least == most, least, -1)
        return places

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
