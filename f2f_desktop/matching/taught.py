"""What a person has said about matches, as the matcher takes it: voters taken, voters ruled out, and housemates.

A confirmed match says where a contact lives. Who shares a number, an address or the surname with that card may be
one of the voters there: the evidence `household` says so, towards the voter's housemates alone. The same evidence
counts for an unregistered housemate (see `scoring`), so that a shared number never decides by itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.contacts.model import Contact
from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.clues import Clues, read_clues
from f2f_desktop.matching.comparing import FieldScores, NameScores
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.parameters import HouseholdWeights
from f2f_desktop.matching.sorted_keys import distinct, is_one_of

_PHONE, _ADDRESS, _SURNAME, _MISSING = range(4)
"""Levels of `HouseholdWeights`, in its order."""


class Confirmed(msgspec.Struct, frozen=True):
    """A contact and the voter whom a person says it is."""

    contact: Contact
    voter_id: VoterId


class Taught(msgspec.Struct, frozen=True):
    """What a person has said; contacts are named by their uid, which must then be unique."""

    confirmed: tuple[Confirmed, ...] = ()
    rejected: Mapping[str, frozenset[VoterId]] = {}
    """By contact: voters who are somebody else. They are no candidates."""
    nobody: frozenset[str] = frozenset()
    """Contacts who are not in the file."""
    distinct: bool = False
    """Whether every contact is a person of their own, because cards of one person have been merged already."""


NOTHING = Taught()


class _Home(msgspec.Struct, frozen=True):
    """A confirmed contact, and the household of its voter."""

    contact: Contact
    clue: Clues
    row: int
    household: int


class Lessons:
    """What was said, read against one index and the contacts to be matched.

    Attributes:
        taken: the contact that each confirmed voter (by row) belongs to.
        decided: places of contacts that a person has placed: the matcher gives them no voter of its own.
        distinct: see `Taught`.
        doubtful: places of contacts of whose candidates one was ruled out: what is left is at most a question.
    """

    def __init__(
        self, taught: Taught, contacts: Sequence[Contact], clues: Sequence[Clues], index: VoterIndex
    ) -> None:
        self._taught = taught
        self._contacts = contacts
        self._clues = clues
        self._index = index
        known = [(each, index.voters.row_of(each.voter_id)) for each in taught.confirmed]
        self.taken: dict[int, Contact] = {row: each.contact for each, row in known if row is not None}
        decided = {each.contact.uid for each in taught.confirmed} | taught.nobody
        self.decided = frozenset(
            place for place, contact in enumerate(contacts) if decided and contact.uid in decided
        )
        self.distinct = taught.distinct
        self.doubtful: frozenset[int] = frozenset()
        self._homes: dict[int, list[_Home]] = defaultdict(list)
        read = read_clues([each.contact for each, _ in known])
        for (each, row), clue in zip(known, read, strict=True):
            if row is not None and (household := int(index.households[row])) >= 0:
                self._homes[household].append(_Home(each.contact, clue, row, household))

    def applied(self, pairs: Pairs) -> Pairs:
        """The candidates without those ruled out, and with the housemates of whoever shares a number or a house."""
        kept = self._without_rejected(pairs)
        more = [
            (place, row)
            for place, home in self._sharing()
            for row in self._index.by_household.find(np.array([home.household]))[1].tolist()
            if row != home.row and not self._is_rejected(place, row)
        ]
        if not more:
            return kept
        width = max(1, len(self._index))
        added = np.array([place * width + row for place, row in more], np.int64)
        keys = distinct(np.concatenate((kept.contacts * width + kept.rows, added)))
        return Pairs(keys // width, keys % width)

    def compare(self, pairs: Pairs, names: NameScores, weights: HouseholdWeights, known: "_Told") -> FieldScores:
        """The field `household` of every pair; `known` is what the file itself says of numbers and addresses."""
        levels = np.full(len(pairs.rows), _MISSING, np.int64)
        if self._homes:
            households = self._index.households[pairs.rows]
            unlike = [names.last.names.index(level) for level in ("unrelated", "missing")]
            for pair in np.flatnonzero(is_one_of(households, np.array(list(self._homes)))).tolist():
                place, row = int(pairs.contacts[pair]), int(pairs.rows[pair])
                levels[pair] = min(
                    (
                        self._level(
                            place,
                            home,
                            surname=int(names.last.levels[pair]) not in unlike,
                            told=(bool(known.phone[pair]), bool(known.address[pair])),
                        )
                        for home in self._others(int(households[pair]), place, row)
                    ),
                    default=_MISSING,
                )
        return FieldScores.by_level(weights, levels)

    def housemate(self, place: int, row: int) -> tuple[str, str]:
        """Names of the confirmed contact that speaks for this pair, and of its voter."""
        homes = self._others(int(self._index.households[row]), place, row)
        home = min(homes, key=lambda each: self._level(place, each, surname=True), default=None)
        if home is None:
            return "", ""
        voter = self._index.voters.at(home.row)
        return home.contact.name.full or voter.name, voter.name

    def _without_rejected(self, pairs: Pairs) -> Pairs:
        if not self._taught.rejected or not len(pairs.rows):
            return pairs
        kept = np.ones(len(pairs.rows), bool)
        doubtful = set()
        for place, contact in enumerate(self._contacts):
            for voter_id in self._taught.rejected.get(contact.uid, ()):
                row = self._index.voters.row_of(voter_id)
                gone = (pairs.contacts == place) & (pairs.rows == (-1 if row is None else row))
                if gone.any():
                    kept[gone] = False
                    doubtful.add(place)
        self.doubtful = frozenset(doubtful)
        return Pairs(pairs.contacts[kept], pairs.rows[kept])

    def _is_rejected(self, place: int, row: int) -> bool:
        rejected = self._taught.rejected.get(self._contacts[place].uid)
        return bool(rejected) and self._index.voters.id_at(row) in (rejected or ())

    def _sharing(self) -> Iterator[tuple[int, _Home]]:
        """(contact, confirmed home) where they share a number or a house."""
        by_phone: dict[int, list[_Home]] = defaultdict(list)
        by_house: dict[str, list[_Home]] = defaultdict(list)
        for homes in self._homes.values():
            for home in homes:
                for phone in home.clue.phones:
                    by_phone[phone].append(home)
                for house in _houses(home.clue):
                    by_house[house].append(home)
        if not (by_phone or by_house):
            return
        for place, clue in enumerate(self._clues):
            for phone in clue.phones:
                yield from ((place, home) for home in by_phone.get(phone, ()) if self._is_other(place, home))
            for house in _houses(clue):
                yield from ((place, home) for home in by_house.get(house, ()) if self._is_other(place, home))

    def _others(self, household: int, place: int, row: int) -> list[_Home]:
        """Confirmed contacts of a household, but neither the contact itself nor those who are the voter asked for."""
        return [home for home in self._homes.get(household, ()) if home.row != row and self._is_other(place, home)]

    def _is_other(self, place: int, home: _Home) -> bool:
        return home.contact.uid != self._contacts[place].uid

    def _level(self, place: int, home: _Home, *, surname: bool, told: tuple[bool, bool] = (False, False)) -> int:
        """What the contact shares with a confirmed card, as a level: the strongest has the lowest number.

        What the file says by itself (`told`: of phone, of address) counts there; here it is worth no more than
        the surname: that the volunteer knows somebody of this household.
        """
        clue = self._clues[place]
        phone = not set(clue.phones).isdisjoint(home.clue.phones)
        address = not _houses(clue).isdisjoint(_houses(home.clue))
        if phone and not told[0]:
            return _PHONE
        if address and not told[1]:
            return _ADDRESS
        shared_surname = surname and not _surnames(clue).isdisjoint(_surnames(home.clue))
        return _SURNAME if phone or address or shared_surname else _MISSING


class _Told(msgspec.Struct, frozen=True):
    """What the file itself says of m pairs: whether number and address are known to be the household's."""

    phone: NDArray[np.bool_]
    address: NDArray[np.bool_]


def told_by_file(phone: FieldScores, address: FieldScores) -> _Told:
    """Which pairs have their number or address from the file already."""
    return _Told(phone.at("same") | phone.at("housemate"), address.at("same"))


def sharing_with(some: Sequence[Contact], everybody: Sequence[Contact]) -> list[Contact]:
    """Everybody who shares a number, a house or a surname with some of the contacts."""
    phones: set[int] = set()
    houses: set[str] = set()
    surnames: set[str] = set()
    for clue in read_clues(some):
        phones |= set(clue.phones)
        houses |= _houses(clue)
        surnames |= _surnames(clue)
    return [
        contact
        for contact, clue in zip(everybody, read_clues(everybody), strict=True)
        if not (
            phones.isdisjoint(clue.phones)
            and houses.isdisjoint(_houses(clue))
            and surnames.isdisjoint(_surnames(clue))
        )
    ]


def _houses(clue: Clues) -> frozenset[str]:
    """House number and street, with the unit where there is one."""
    return frozenset(f"{home.street.house} {home.street.unit}" for home in clue.homes if home.street.house)


def _surnames(clue: Clues) -> frozenset[str]:
    return frozenset(each.last.whole for each in clue.name.hypotheses if len(each.last.whole) > 1)
