"""Rows found by id: which of a list's id columns are the extract's own numbering, and whom they name.

An extract knows one numbering, the state's or a vendor's, and does not say which. A column is taken for it if the
names of those whom it finds agree: numbers of another system hit voters by chance, and hit strangers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.model import PersonName
from f2f_desktop.contacts.same_name import compatible_names
from f2f_desktop.organizer.target_columns import IDS
from f2f_desktop.organizer.target_rows import TargetRow
from f2f_desktop.voterfile.voters import Voters

AGREEING_NAMES = 0.5
"""Share of the found voters whose names must agree with the list's, at least, for a column to be believed."""
MANY = 10
"""As many ids do not hit voters of the right name by chance."""
_NONE = -1


@dataclass(frozen=True)
class IdColumn:
    """One id column of a list, against an extract."""

    name: str
    rows: int
    """Rows of the list that have such an id."""
    found: int
    """Of these, rows whose id is a voter's of the extract."""
    agreeing: int
    """Of these, rows whose name may be that voter's."""

    @property
    def believed(self) -> bool:
        """Whether its ids are the extract's own."""
        return self.found > 0 and self.agreeing >= AGREEING_NAMES * self.found

    @property
    def certain(self) -> bool:
        """Whether so many of its ids are the extract's own that one that is missing tells something, too."""
        return self.believed and (self.found >= MANY or 2 * self.found >= self.rows)


@dataclass(frozen=True)
class FoundById:
    """What ids alone say about the rows of a list."""

    columns: tuple[IdColumn, ...]
    voter_rows: Mapping[int, int]
    """Place of the row in the list to the voter's row in the extract."""
    absent: frozenset[int]
    """Places of the rows whose id is of the extract's numbering, and not in it."""
    other_names: frozenset[int]
    """Places of the rows that were found although the name is another: the id wins."""


def find_by_id(rows: Sequence[TargetRow], voters: Voters) -> FoundById:
    """Who is found by an id; of several believed columns the first of IDS that finds somebody decides."""
    finder = _Finder(voters)
    columns: list[IdColumn] = []
    found: dict[int, int] = {}
    absent: set[int] = set()
    others: set[int] = set()
    for name in IDS:
        places = [place for place, row in enumerate(rows) if name in row.ids]
        if not places:
            continue
        hits = {
            place: hit
            for place, hit in zip(places, finder.rows([rows[place].ids[name] for place in places]), strict=True)
            if hit != _NONE
        }
        strangers = {place for place, hit in hits.items() if not finder.names_agree(rows[place], hit)}
        column = IdColumn(name, len(places), len(hits), len(hits) - len(strangers))
        columns.append(column)
        if column.believed:
            new = {place: hit for place, hit in hits.items() if place not in found}
            found |= new
            others |= strangers & new.keys()
        if column.certain:
            absent |= set(places) - hits.keys()
    return FoundById(tuple(columns), found, frozenset(absent - found.keys()), frozenset(others))


class _Finder:
    """Looks up many ids of an extract at once."""

    def __init__(self, voters: Voters) -> None:
        self._ids = np.char.upper(voters.ids)
        self._order = np.argsort(self._ids, kind="stable")
        self._first, self._last = voters.text("first_name"), voters.text("last_name")
        self._bare: tuple[NDArray[np.bytes_], NDArray[np.intp]] | None = None

    def rows(self, ids: Sequence[str]) -> list[int]:
        """The voter's row for each id, -1 for none.

        Spreadsheets take the zeros off the front of a number: digits are found without them too, if that leaves
        no doubt.
        """
        wanted = np.array([each.upper().encode("utf-8", "replace") for each in ids], np.bytes_)
        found = _looked_up(self._ids, self._order, wanted)
        digits = np.char.isdigit(wanted) & (found == _NONE)
        if digits.any():
            bare, order = self._without_zeros()
            found[digits] = _looked_up(bare, order, np.char.lstrip(wanted[digits], b"0"))
        return [int(row) for row in found]

    def names_agree(self, row: TargetRow, voter_row: int) -> bool:
        """Whether the list's name may be the voter's; a row without a name disagrees with nobody."""
        name = row.contact.name
        if not name.given and not name.family:
            return True
        first, last = self._first[voter_row], self._last[voter_row]
        return compatible_names(name, PersonName(f"{first} {last}", first, family=last))

    def _without_zeros(self) -> tuple[NDArray[np.bytes_], NDArray[np.intp]]:
        if self._bare is None:
            bare = np.char.lstrip(self._ids, b"0")
            bare = np.where(np.char.isdigit(bare), bare, b"")
            self._bare = bare, np.argsort(bare, kind="stable")
        return self._bare


def _looked_up(ids: NDArray[np.bytes_], order: NDArray[np.intp], wanted: NDArray[np.bytes_]) -> NDArray[np.int64]:
    """The place of each wanted id in `ids`, which `order` sorts; -1 where it is not there once exactly."""
    found = np.full(len(wanted), _NONE, np.int64)
    if not len(ids):
        return found
    low = np.searchsorted(ids, wanted, "left", sorter=order)
    high = np.searchsorted(ids, wanted, "right", sorter=order)
    once = (high - low == 1) & (wanted != b"")
    found[once] = order[low[once]]
    return found
