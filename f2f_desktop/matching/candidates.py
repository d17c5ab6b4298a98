"""Which voters a contact might be: every way to find one, cheaply; scoring decides afterwards.

(a) surname word x given-name word, each also misspelt, nicknamed, shortened; (b) the same with the middle name as
given name; (c) a maiden name, which the voter has for a middle name, x given-name word; (d) phone, and everybody in
that household; (e) house number and street; (f) given name and surname's initial; (g) rare surnames with any given
name.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.clues import Clues
from f2f_desktop.matching.comparing import WrittenNames
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.names import Reading
from f2f_desktop.matching.ragged import Ragged
from f2f_desktop.matching.sorted_keys import Rows, distinct, pair_key
from f2f_desktop.matching.streets import StreetReader, opening_keys

MOST_NAMESAKES = 400
"""A name that more voters than this have can't be decided by anything else a contact holds."""
MOST_VAGUE = 60
"""The same for initials, prefixes and misspellings."""
MOST_ON_ONE_PHONE = 12
RARE_SURNAME = 6


class Pairs(NamedTuple):
    """Contact and voter, by place and row, sorted by both, each pair once."""

    contacts: NDArray[np.int64]
    rows: NDArray[np.int64]


Found = tuple[Rows, Rows]
"""Contacts and rows of as many pairs."""


def find_candidates(
    clues: Sequence[Clues], written: WrittenNames, index: VoterIndex, streets: NDArray[np.int64]
) -> Pairs:
    """The candidates of every contact; `streets` is what `street_matches` found."""
    found: list[Found] = []
    if len(index):
        found += _by_full_name(written, index)
        found += _by_partial_name(written, index)
        found += _by_phone(clues, index)
        askers, rows = index.by_street.find(streets[:, 1], MOST_NAMESAKES)
        found.append((streets[askers, 0], rows))
    if not found:
        return Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64))
    keys = np.concatenate([contacts.astype(np.int64) * len(index) + rows for contacts, rows in found])
    keys = distinct(keys)
    return Pairs(keys // len(index), keys % len(index))


# Names --------------------------------------------------------------------------------------------------------


def _by_full_name(written: WrittenNames, index: VoterIndex) -> list[Found]:
    """Surname and given name, also misspelt or shortened: on one side at a time."""
    named = np.flatnonzero((written.given.lengths[written.first] > 1) & (written.family.lengths[written.last] > 1))
    if not len(named):
        return []
    contacts, first, last = written.contacts[named], written.first[named], written.last[named]
    sure_last, sure_first = written.family.sure, written.given.sure
    found = []
    askers, keys = _products(contacts, (last, sure_last), (first, sure_first))
    # Sorted look-ups walk through memory instead of jumping about in it.
    order = np.argsort(keys)
    askers, keys = askers[order], keys[order]
    for table, limit in (
        (index.by_name, MOST_NAMESAKES),
        (index.by_middle_name, MOST_NAMESAKES),
        (index.by_maiden_name, MOST_VAGUE),
    ):
        places, rows = table.find(keys, limit)
        found.append((askers[places], rows))
    vague = (
        _products(contacts, (last, sure_last), (first, written.given.vague)),
        _products(contacts, (last, written.family.vague), (first, sure_first)),
    )
    askers, keys = (np.concatenate(each) for each in zip(*vague, strict=True))
    for table, sieve in (
        (index.by_name, index.by_name_sieve),
        (index.by_middle_name, index.by_middle_name_sieve),
    ):
        places, rows = table.find_few(keys, sieve, MOST_VAGUE)
        found.append((askers[places], rows))
    return found


def _products(
    contacts: Rows, last: tuple[Rows, Ragged], first: tuple[Rows, Ragged]
) -> tuple[Rows, NDArray[np.int64]]:
    """(contact, key) of every surname word with every given-name word of each reading."""
    (last_numbers, last_words), (first_numbers, first_words) = last, first
    last_counts, first_counts = last_words.counts[last_numbers], first_words.counts[first_numbers]
    sizes = last_counts * first_counts
    product = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(product)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    keys = pair_key(
        last_words.words[last_words.starts[last_numbers][product] + within // first_counts[product]],
        first_words.words[first_words.starts[first_numbers][product] + within % first_counts[product]],
    )
    return contacts[product], keys


def _by_partial_name(written: WrittenNames, index: VoterIndex) -> list[Found]:
    """Initials, and surnames so rare that the given name need not agree."""
    first_lengths = written.given.lengths[written.first]
    last_lengths = written.family.lengths[written.last]
    surnames = written.family.sure
    named = np.flatnonzero((last_lengths > 1) & (written.readings != Reading.SWAPPED))
    askers, words = surnames.of(written.last[named])
    places, rows = index.by_last.find(words, RARE_SURNAME)
    found: list[Found] = [(written.contacts[named[askers[places]]], rows)]

    initials = named[(first_lengths[named] == 1) | (first_lengths[named] == 2)]
    if len(initials):
        found.append(_by_initial(initials, surnames, written, index))

    last_initials = np.flatnonzero((last_lengths == 1) & (first_lengths > 1))
    if len(last_initials):
        askers, words = written.given.sure.of(written.first[last_initials])
        letters = written.family.initials[written.last[last_initials[askers]]]
        places, rows = index.by_first_and_initial.find(pair_key(words, letters), MOST_VAGUE)
        found.append((written.contacts[last_initials[askers[places]]], rows))
    return found


def _by_initial(readings: Rows, surnames: Ragged, written: WrittenNames, index: VoterIndex) -> Found:
    """`J Smith`: bearers of the surname whose given name begins so."""
    askers, words = surnames.of(written.last[readings])
    places, rows = index.by_last.find(words)
    asker = askers[places]
    letters = index.initials[index.first.whole[index.first.codes[rows]]]
    same = letters == written.given.initials[written.first[readings[asker]]]
    asker, rows = asker[same], rows[same]
    few = (np.bincount(asker, minlength=len(readings)) <= MOST_NAMESAKES)[asker]
    return written.contacts[readings[asker[few]]], rows[few]


# Phones and addresses -----------------------------------------------------------------------------------------


def _by_phone(clues: Sequence[Clues], index: VoterIndex) -> list[Found]:
    table = np.array(
        [(place, phone) for place, clue in enumerate(clues) for phone in clue.phones], np.int64
    ).reshape(-1, 2)
    if not len(table):
        return []
    askers, rows = index.by_phone.find(table[:, 1], MOST_ON_ONE_PHONE)
    contacts = table[askers, 0]
    housed = index.households[rows] >= 0
    places, housemates = index.by_household.find(index.households[rows[housed]])
    return [(contacts, rows), (contacts[housed][places], housemates)]


def street_matches(clues: Sequence[Clues], index: VoterIndex) -> NDArray[np.int64]:
    """(contact, code of an address in the file) where house number and street agree; shape (m, 2).

    ZIP code and city are left to scoring; units that differ rule an address out.
    """
    homes = [
        (place, home) for place, clue in enumerate(clues) if clue.homes for home in clue.homes if home.street.house
    ]
    if not homes:
        return np.zeros((0, 2), np.int64)
    values = index.voters.text("street_address").values
    reader = StreetReader()
    found = []
    askers, codes = index.by_opening.find(opening_keys([home.street.house for _, home in homes]))
    # An address of another ZIP code and city can't be the contact's, whatever the street is called.
    zips = np.array([int(home.zip or 0) for _, home in homes])[askers]
    cities = np.array([index.city_numbers.get(home.city, -1) for _, home in homes])[askers]
    theirs = index.places_of_streets(codes)
    near = (theirs[:, 0] == zips) | (theirs < 0).any(axis=1) | (theirs[:, 1] == cities)
    near |= (zips == 0) & np.array([not home.city for _, home in homes])[askers]
    for asker, code in zip(askers[near].tolist(), codes[near].tolist(), strict=True):
        contact, street = homes[asker][0], homes[asker][1].street
        key = reader.key(values[code])
        if key.house == street.house and not (key.unit and street.unit and key.unit != street.unit):
            found.append((contact, code))
    pairs = distinct(np.array([contact << 32 | code for contact, code in found], np.int64))
    return np.column_stack((pairs >> 32, pairs & 0xFFFFFFFF))
