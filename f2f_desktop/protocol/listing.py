"""Lists of people that come in pages, sorted and searched by the hub: by what, and which words find somebody.

A laptop that is offline sorts and searches what it has kept by the same rules.
"""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from f2f_desktop.protocol.api import DeviceRow
from f2f_desktop.protocol.results import Figure, UserRow
from f2f_desktop.protocol.roles import Role

ROWS_IN_A_PAGE = 200
"""Rows that a screen asks for at a time."""

MOST_ROWS = 1_000
"""Rows that an export asks for at a time."""

LONGEST_SEARCH = 200
"""Characters of what is searched for."""

LONGEST_SOUGHT = 300
"""Characters by which somebody is searched and sorted."""


class UserOrder(StrEnum):
    """What the volunteers of an action are sorted by."""

    USER = "user"
    """Their ids, which never change: nobody comes twice or is left out while figures move."""
    NAME = "name"
    FLAGGED = "flagged"
    INITIAL = Figure.INITIAL
    FOLLOWED_UP = Figure.FOLLOWED_UP
    REPORTS = Figure.REPORTS
    SUGGESTED_KNOWN = Figure.SUGGESTED_KNOWN
    SUGGESTED_REACHED = Figure.SUGGESTED_REACHED
    LAST_SEEN = "last_seen"


class DeviceOrder(StrEnum):
    """What the campaign's laptops are sorted by."""

    PRESENT = "present"
    """Those with access first."""
    ID = "id"
    NAME = "name"
    EMAIL = "email"
    ROLE = "role"
    JOINED = "joined"
    LAST_SEEN = "last_seen"
    EVENTS = "events"
    WAITING = "waiting"
    ACCESS_ENDED = "access_ended"


def sought(name: str, email: str) -> str:
    """A person as they are searched and sorted: by name, then e-mail address, without case and accents."""
    return folded(" ".join(filter(None, (name, email))))[:LONGEST_SOUGHT]


def folded(text: str) -> str:
    """A text without case, accents and NUL."""
    if text.isascii():
        return text.lower().replace("\x00", "")
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each) and each != "\x00")


def words_of(search: str) -> list[str]:
    """The words that somebody must have, all of them, to be found."""
    return folded(search[:LONGEST_SEARCH]).split()


def users_in_order(rows: Iterable[UserRow], order: UserOrder, *, descending: bool = False) -> list[UserRow]:
    """Volunteers as the hub sorts them: those who are equal by name, then by id."""
    by_name = sorted(rows, key=lambda row: (sought(row.name, row.email), row.user))
    return sorted(by_name, key=lambda row: _user_key(row, order), reverse=descending)


def devices_in_order(
    rows: Iterable[DeviceRow], order: DeviceOrder, *, descending: bool = False
) -> list[DeviceRow]:
    """Laptops as the hub sorts them: those that are equal by name, then by id."""
    by_name = sorted(rows, key=lambda row: (sought(row.name, row.email), row.id))
    return sorted(by_name, key=lambda row: _device_key(row, order), reverse=descending)


def is_found(row: UserRow | DeviceRow, search: str) -> bool:
    """Whether all words of a search are in somebody's name and e-mail address."""
    text = sought(row.name, row.email)
    return all(word in text for word in words_of(search))


def _user_key(row: UserRow, order: UserOrder) -> str | int:
    match order:
        case UserOrder.USER:
            return row.user
        case UserOrder.NAME:
            return sought(row.name, row.email)
        case UserOrder.FLAGGED:
            return row.flagged
        case UserOrder.LAST_SEEN:
            return row.last_seen or 0
        case _:
            return row.values.get(order, 0)


def _device_key(row: DeviceRow, order: DeviceOrder) -> str | int:
    match order:
        case DeviceOrder.PRESENT:
            return int(row.revoked_at is not None)
        case DeviceOrder.ID:
            return row.id
        case DeviceOrder.NAME:
            return sought(row.name, row.email)
        case DeviceOrder.EMAIL:
            return row.email.lower()
        case DeviceOrder.ROLE:
            return list(Role).index(row.role)
        case DeviceOrder.JOINED:
            return row.enrolled_at
        case DeviceOrder.LAST_SEEN:
            return row.last_seen or 0
        case DeviceOrder.EVENTS:
            return row.events
        case DeviceOrder.WAITING:
            return -1 if row.waiting is None else row.waiting
        case DeviceOrder.ACCESS_ENDED:
            return row.revoked_at or 0
