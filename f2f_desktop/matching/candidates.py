"""Which voters a contact might be: every way to find one, cheaply; scoring decides afterwards.

(a) surname word x given-name word, each also misspelt, nicknamed, shortened; (b) the same with the middle name as
given name; (c) phone, and everybody in that household; (d) house number and street; (e) given name and surname's
initial; (f) rare surnames with any given name.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.clues import Clues
from f2f_desktop.matching.folding import NameKey
from f2f_desktop.matching.index import Rows, VoterIndex, name_pair_key
from f2f_desktop.matching.names import NameHypothesis, Reading
from f2f_desktop.matching.nicknames import NicknameTable

MOST_NAMESAKES = 400
"""A name that more voters than this have can't be decided by anything else a contact holds."""
MOST_VAGUE = 60
"""The same for initials, prefixes and misspellings."""
MOST_ON_ONE_PHONE = 12
RARE_SURNAME = 6
MIN_PREFIX = 3


class Pairs(NamedTuple):
    """Contact and voter, by place and row, sorted by both, each pair once."""

    contacts: Rows
    rows: Rows


class _Words(NamedTuple):
    """Numbers of the vocabulary that a written name may stand for."""

    sure: list[int]
    """The name itself, its parts, its nicknames."""
    vague: list[int]
    """Prefixes and misspellings."""


def find_candidates(
    clues: Sequence[Clues], index: VoterIndex, nicknames: NicknameTable, streets: NDArray[np.int64]
) -> Pairs:
    """The candidates of every contact; `streets` is what `street_matches` found."""
    found: list[tuple[Rows, Rows]] = []
    if len(index):
        hypotheses = [
            (place, hypothesis) for place, clue in enumerate(clues) for hypothesis in clue.name.hypotheses
        ]
        found += _by_full_name(hypotheses, index, nicknames)
        found += _by_partial_name(hypotheses, index)
        found += _by_phone(clues, index)
        askers, rows = index.by_street.find(streets[:, 1], MOST_NAMESAKES)
        found.append((streets[askers, 0], rows))
    if not found:
        return Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64))
    keys = np.unique(
        np.concatenate([contacts * len(index) + rows for contacts, rows in found]),
    )
    return Pairs(keys // len(index), keys % len(index))


# Names --------------------------------------------------------------------------------------------------------


def _by_full_name(
    hypotheses: list[tuple[int, NameHypothesis]], index: VoterIndex, nicknames: NicknameTable
) -> list[tuple[Rows, Rows]]:
    full = [(place, h) for place, h in hypotheses if len(h.first) > 1 and len(h.last.whole) > 1]
    if not full:
        return []
    spelt_as_written = {h.last.whole for _, h in full if h.reading not in {Reading.SWAPPED, Reading.REMARK}}
    last_words = _surname_words({h.last for _, h in full}, spelt_as_written, index)
    first_words = _given_words({(h.first, h.first_whole) for _, h in full}, index, nicknames)
    contacts: list[int] = []
    sure: list[tuple[list[int], list[int]]] = []
    vague: list[tuple[list[int], list[int]]] = []
    vague_contacts: list[int] = []
    for place, hypothesis in full:
        last = last_words[hypothesis.last]
        first = first_words[hypothesis.first, hypothesis.first_whole]
        if last.sure and first.sure:
            contacts.append(place)
            sure.append((last.sure, first.sure))
        if last.sure and first.vague:
            vague_contacts.append(place)
            vague.append((last.sure, first.vague))
        if last.vague and first.sure:
            vague_contacts.append(place)
            vague.append((last.vague, first.sure))
    found = []
    for askers, products, limit in (
        (contacts, sure, MOST_NAMESAKES),
        (vague_contacts, vague, MOST_VAGUE),
    ):
        if askers:
            found += _look_up_products(np.array(askers, np.int64), products, index, limit)
    return found


def _look_up_products(
    askers: Rows, products: list[tuple[list[int], list[int]]], index: VoterIndex, limit: int
) -> list[tuple[Rows, Rows]]:
    """Every surname word with every given-name word (also as a middle name) of each product."""
    last_counts = np.array([len(last) for last, _ in products], np.int64)
    first_counts = np.array([len(first) for _, first in products], np.int64)
    last = np.array([word for words, _ in products for word in words], np.int64)
    first = np.array([word for _, words in products for word in words], np.int64)
    sizes = last_counts * first_counts
    product = np.repeat(np.arange(len(products)), sizes)
    within = np.arange(int(sizes.sum()), dtype=np.int64) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    last_start = np.cumsum(last_counts) - last_counts
    first_start = np.cumsum(first_counts) - first_counts
    keys = name_pair_key(
        last[last_start[product] + within // first_counts[product]],
        first[first_start[product] + within % first_counts[product]],
    )
    # Sorted look-ups walk through memory instead of jumping about in it.
    order = np.argsort(keys)
    keys, askers = keys[order], askers[product[order]]
    found = []
    for table in (index.by_name, index.by_middle_name):
        places, rows = table.find(keys, limit)
        found.append((askers[places], rows))
    return found


def _surname_words(names: set[NameKey], correctable: set[str], index: VoterIndex) -> dict[NameKey, _Words]:
    number = index.vocabulary.get
    shares = index.last_shares
    ordered = sorted(names)
    askers = [name.whole for name in ordered if name.whole in correctable]
    spellings = index.last_spellings
    neighbours = dict(zip(askers, spellings.neighbours(askers), strict=True))
    words = {}
    for name in ordered:
        known = [number(word, 0) for word in (name.whole, *name.parts)]
        near = [number(spellings.words[place], 0) for place in neighbours.get(name.whole, ())]
        words[name] = _Words([word for word in known if word and shares[word]], near)
    return words


def _given_words(
    names: set[tuple[str, str]], index: VoterIndex, nicknames: NicknameTable
) -> dict[tuple[str, str], _Words]:
    number = index.vocabulary.get
    ordered = sorted(names)
    spellings = index.first_spellings
    neighbours = spellings.neighbours([first for first, _ in ordered])
    words = {}
    for (first, whole), near in zip(ordered, neighbours, strict=True):
        formal = nicknames.formal_of(first)
        alike = {first, whole, *formal, *nicknames.short_for(first)}
        sure = sorted({number(word, 0) for word in alike} - {0})
        similar = {spellings.words[place] for place in near}
        similar.update(_prefixed(first, index.first_words))
        for name in formal:
            similar.update(nicknames.short_for(name))
        vague = sorted({number(word, 0) for word in similar - alike} - {0})
        words[first, whole] = _Words(sure, vague)
    return words


def _prefixed(word: str, ordered: list[str]) -> list[str]:
    """Names of the sorted list that begin with `word`, and those that `word` begins with."""
    if len(word) < MIN_PREFIX:
        return []
    low = bisect_left(ordered, word)
    high = bisect_left(ordered, word + "[")
    longer = ordered[low:high] if high - low <= MOST_VAGUE else []
    return longer + [word[:length] for length in range(MIN_PREFIX, len(word))]


def _by_partial_name(hypotheses: list[tuple[int, NameHypothesis]], index: VoterIndex) -> list[tuple[Rows, Rows]]:
    """Initials, and surnames so rare that the given name need not agree."""
    number = index.vocabulary.get
    found = []
    rare: list[tuple[int, int]] = []
    last_initials: list[tuple[int, int, int]] = []
    for place, hypothesis in hypotheses:
        first, last = hypothesis.first, hypothesis.last.whole
        if len(last) > 1 and hypothesis.reading != Reading.SWAPPED:
            words = [number(word, 0) for word in (last, *hypothesis.last.parts)]
            rare += [(place, word) for word in words if word]
            if len(first) in {1, 2}:
                found.append(_by_initial(place, first, words, index))
        elif len(last) == 1 and len(first) > 1:
            last_initials.append((place, number(first, 0), ord(last)))
    if rare:
        table = np.array(rare, np.int64)
        askers, rows = index.by_last.find(table[:, 1], RARE_SURNAME)
        found.append((table[askers, 0], rows))
    if last_initials:
        table = np.array(last_initials, np.int64)
        askers, rows = index.by_first_and_initial.find(name_pair_key(table[:, 1], table[:, 2]), MOST_VAGUE)
        found.append((table[askers, 0], rows))
    return found


def _by_initial(place: int, first: str, words: list[int], index: VoterIndex) -> tuple[Rows, Rows]:
    """`J Smith`: bearers of the surname whose given name begins so."""
    _, rows = index.by_last.find(np.array([word for word in words if word], np.int64))
    rows = rows[index.first_initial[rows] == ord(first[0])]
    if len(rows) > MOST_NAMESAKES:
        rows = rows[:0]
    return np.full(len(rows), place, np.int64), rows


# Phones and addresses -----------------------------------------------------------------------------------------


def _by_phone(clues: Sequence[Clues], index: VoterIndex) -> list[tuple[Rows, Rows]]:
    table = np.array(
        [(place, phone) for place, clue in enumerate(clues) for phone in clue.phones], np.int64
    ).reshape(-1, 2)
    if not len(table):
        return []
    askers, rows = index.by_phone.find(table[:, 1], MOST_ON_ONE_PHONE)
    return _with_housemates(table[askers, 0], rows, index)


def _with_housemates(contacts: Rows, rows: Rows, index: VoterIndex) -> list[tuple[Rows, Rows]]:
    if not len(rows):
        return []
    places, housemates = index.by_household.find(index.households[rows])
    return [(contacts, rows), (contacts[places], housemates)]


def street_matches(clues: Sequence[Clues], index: VoterIndex) -> NDArray[np.int64]:
    """(contact, code of an address in the file) where house number and street agree; shape (m, 2).

    ZIP code and city are left to scoring; units that differ rule an address out.
    """
    houses = frozenset(home.street.house for clue in clues for home in clue.homes if home.street.house)
    if not houses:
        return np.zeros((0, 2), np.int64)
    streets = index.streets_at(houses)
    found = [
        (place, code)
        for place, clue in enumerate(clues)
        for home in clue.homes
        for code, key in streets.get(home.street.house, ())
        if not (key.unit and home.street.unit and key.unit != home.street.unit)
    ]
    return np.unique(np.array(found, np.int64).reshape(-1, 2), axis=0)
