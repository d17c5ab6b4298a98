"""Voters of an extract by what a person types: names and streets, folded, word by word, by prefix, nicknames too.

Every distinct value of a column is taken apart into words once; a search looks up words and spreads the answer over
the voters by code. So every keystroke can be a search, also on half a million voters.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.nicknames import NicknameTable, nickname_table
from f2f_desktop.matching.folding import PARTICLES, fold, street_word
from f2f_desktop.voterfile.voters import TextColumn, Voters

MOST = 50
"""Voters given at once: more is no answer but a file."""
_SAME, _BEGINS, _NICKNAME, _BESIDE = 8, 5, 4, 3
"""How well a word fits: it is the name, begins it, is short for it; `_BESIDE`: the same of a middle name, or less."""


class VoterQuery(msgspec.Struct, frozen=True):
    """What was typed. Both must fit where both are given."""

    name: str = ""
    street: str = ""
    """House number, street, city or ZIP code."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (_words(self.name) or _words(self.street))


class Hits(msgspec.Struct, frozen=True):
    """Rows of the voters that fit best, best first, at most `MOST`; and how many fit."""

    rows: tuple[int, ...] = ()
    total: int = 0


@dataclass(frozen=True, eq=False)
class WordColumn:
    """A column of n voters, by the words of its distinct values."""

    codes: NDArray[np.unsignedinteger]
    """Shape (n,)."""
    count: int
    """Of the distinct values."""
    words: list[str]
    """Sorted."""
    starts: NDArray[np.int64]
    """Shape (words + 1,): where each word's values begin in `values`."""
    values: NDArray[np.int64]

    @classmethod
    def build(cls, column: TextColumn, apart: Callable[[str], Iterable[str]]) -> "WordColumn":
        """Takes the distinct values of a column apart."""
        numbers: dict[str, int] = {}
        found: list[int] = []
        owners: list[int] = []
        for code, value in enumerate(column.values):
            for word in apart(value):
                found.append(numbers.setdefault(word, len(numbers)))
                owners.append(code)
        words = sorted(numbers)
        place = np.empty(len(words), np.int64)
        place[[numbers[word] for word in words]] = np.arange(len(words))
        by_place = place[np.array(found, np.int64)]
        order = np.argsort(by_place, kind="stable")
        starts = np.searchsorted(by_place[order], np.arange(len(words) + 1))
        return cls(column.codes, len(column.values), words, starts, np.array(owners, np.int64)[order])

    def fits(self, word: str, also: Iterable[str] = ()) -> NDArray[np.uint8]:
        """How well each distinct value fits a word; `also` are names that it may be short for. Shape (count,)."""
        fit = np.zeros(self.count, np.uint8)
        for other in also:
            self._mark(fit, bisect_left(self.words, other), other, _NICKNAME)
        low = bisect_left(self.words, word)
        fit[self.values[self.starts[low] : self.starts[bisect_left(self.words, word + "\x7f")]]] = _BEGINS
        self._mark(fit, low, word, _SAME)
        return fit

    def _mark(self, fit: NDArray[np.uint8], place: int, word: str, how: int) -> None:
        if place < len(self.words) and self.words[place] == word:
            fit[self.values[self.starts[place] : self.starts[place + 1]]] = how


class VoterSearch:
    """Searches one extract. Columns are taken apart when they are first asked for."""

    def __init__(self, voters: Voters, nicknames: NicknameTable | None = None) -> None:
        self._voters = voters
        self._nicknames = nicknames or nickname_table()

    def find(self, query: VoterQuery) -> Hits:
        """The voters that fit every word of the query."""
        if query.empty:
            return Hits()
        score = np.zeros(len(self._voters), np.int16)
        for names in _ways_to_write(_words(query.name)):
            fits = [*map(self._by_name, names), *map(self._by_place, _words(query.street))]
            whole = np.asarray(np.sum(fits, axis=0, dtype=np.int16))
            for fit in fits:
                whole[fit == 0] = 0
            score = np.maximum(score, whole)
        rows = np.flatnonzero(score)
        return Hits(tuple(self._best(rows, score[rows]).tolist()), len(rows))

    def _by_name(self, word: str) -> NDArray[np.uint8]:
        formal = self._nicknames.formal_of(word)
        also = formal.union(self._nicknames.short_for(word), *map(self._nicknames.short_for, formal))
        first, last, middle = self._first, self._last, self._middle
        fit = np.maximum(first.fits(word, also)[first.codes], last.fits(word)[last.codes])
        # A middle name or an initial of one is the weakest sign, but people go by them.
        return np.asarray(np.maximum(fit, np.minimum(middle.fits(word)[middle.codes], _BESIDE)), np.uint8)

    def _by_place(self, word: str) -> NDArray[np.uint8]:
        street, city, zip_code = self._street, self._city, self._zip
        usual = street_word(word)
        fit = street.fits(word, () if usual == word else (usual,))[street.codes]
        town = np.maximum(city.fits(word)[city.codes], zip_code.fits(word)[zip_code.codes])
        return np.asarray(np.maximum(fit, town), np.uint8)

    def _best(self, rows: NDArray[np.int64], score: NDArray[np.int16]) -> NDArray[np.int64]:
        if len(rows) > MOST:
            # Only those that can be among the best are put in order.
            least = np.partition(score, len(score) - MOST)[len(score) - MOST]
            rows, score = rows[score >= least], score[score >= least]
        last, first = self._last_rank[self._last.codes[rows]], self._first_rank[self._first.codes[rows]]
        ages = self._voters.number("birth_year")[rows]
        return rows[np.lexsort((ages, first, last, -score))][:MOST]

    @cached_property
    def _first(self) -> WordColumn:
        return WordColumn.build(self._voters.text("first_name"), _name_words)

    @cached_property
    def _middle(self) -> WordColumn:
        return WordColumn.build(self._voters.text("middle_name"), _name_words)

    @cached_property
    def _last(self) -> WordColumn:
        return WordColumn.build(self._voters.text("last_name"), _name_words)

    @cached_property
    def _street(self) -> WordColumn:
        return WordColumn.build(self._voters.text("street_address"), _words)

    @cached_property
    def _city(self) -> WordColumn:
        return WordColumn.build(self._voters.text("city"), _words)

    @cached_property
    def _zip(self) -> WordColumn:
        return WordColumn.build(self._voters.text("zip"), _words)

    @cached_property
    def _last_rank(self) -> NDArray[np.int64]:
        return _ranks(self._voters.text("last_name").values)

    @cached_property
    def _first_rank(self) -> NDArray[np.int64]:
        return _ranks(self._voters.text("first_name").values)


def _ranks(values: Sequence[str]) -> NDArray[np.int64]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values))
    return ranks


def _words(text: str) -> list[str]:
    """The folded words of a text, each once."""
    return list(dict.fromkeys(fold(text).replace("-", " ").split()))


def _ways_to_write(words: list[str]) -> list[list[str]]:
    """The words as typed; and with VAN DYKE as one word, as some files have it."""
    glued: list[str] = []
    for word in words:
        if glued and glued[-1] in PARTICLES:
            glued[-1] += word
        else:
            glued.append(word)
    return [words] if glued == words else [words, glued]


def _name_words(value: str) -> list[str]:
    """The words of a name, and all of them as one: VAN DYKE is found under VAN, DYKE and VANDYKE."""
    if value.isascii() and value.isalpha():
        return [value.upper()]
    words = _words(value)
    return [*words, "".join(words)] if len(words) > 1 else words
