"""Lists of people as the hub gives them, by the page: one page for a screen, all of them for an export.

Without network a page is made of those that were kept: of the newest that held the whole list, and of what has been
seen since. In a campaign that fits on one page that is everybody.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

import msgspec

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.protocol.api import DevicePage, DeviceRow
from f2f_desktop.protocol.listing import MOST_ROWS, DeviceOrder
from f2f_desktop.protocol.results import UserPage, UserRow
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.troubles import HubBusy
from f2f_desktop.vault.authoring import Kept

Thing = TypeVar("Thing")
Row = TypeVar("Row")

BUSY_TRIES, SHORTEST_PAUSE, LONGEST_PAUSE = 5, 0.5, 30.0
"""How often a page of an export is asked for, and the seconds between."""


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """A list that comes by the page.

    Attributes:
        kind: the type of a page.
        key: a row's id.
        page: all rows as one page.
    """

    kind: Any
    key: Callable[[Row], str]
    page: Callable[[Sequence[Row]], Any]


def _page_of_users(rows: Sequence[UserRow]) -> UserPage:
    totals: Counter[str] = Counter()
    for row in rows:
        totals.update(row.values)
    return UserPage(tuple(rows), "", sum(row.flagged > 0 for row in rows), dict(totals))


USERS: Listing[UserRow] = Listing(UserPage, lambda row: row.user, _page_of_users)
DEVICES: Listing[DeviceRow] = Listing(DevicePage, lambda row: row.id, lambda rows: DevicePage(tuple(rows), ""))


class KeptRows(msgspec.Struct, frozen=True):
    """What is known of a list without network.

    Attributes:
        rows: somebody once, as they were seen last.
        at: when the oldest of it was asked for.
        whole: whether it is the whole list.
        newest: the page that was asked for last.
    """

    rows: tuple[Any, ...]
    at: Milliseconds
    whole: bool
    newest: Any


def query_of(order: str, *, descending: bool, search: str = "", after: str = "", most: int = 0) -> str:
    """What a page is asked for by."""
    asked = {"order": order, "descending": str(descending).lower(), "search": search, "after": after}
    return urlencode({name: value for name, value in {**asked, "most": str(most or "")}.items() if value})


def rows_kept(kept: Iterable[Kept], listing: Listing[Any]) -> KeptRows | None:
    """What kept pages of a list hold together, the newest first; None: nothing was kept."""
    found: dict[str, Any] = {}
    newest, at, whole = None, Milliseconds(0), False
    for each in kept:
        page = msgspec.json.decode(each.content, type=listing.kind)
        newest, at = newest or page, each.at
        for row in page.rows:
            found.setdefault(listing.key(row), row)
        whole = "search=" not in each.name and "after=" not in each.name and not page.after
        if whole:
            break
    return None if newest is None else KeptRows(tuple(found.values()), at, whole, newest)


def all_pages(client: HubClient, path: str, order: str, listing: Listing[Row]) -> Iterator[Row]:
    """Every row of a list, page by page; `order`: by ids, so that nobody is left out. Raises the errors of `troubles`.

    A hub that has too much to do is asked again when it says so, a few times a page: half a list is none.
    """
    after = ""
    while True:
        query = query_of(order, descending=False, after=after, most=MOST_ROWS)
        page = patiently(client, f"{path}?{query}", listing.kind)
        yield from page.rows
        after = page.after
        if not after:
            return


def all_devices(client: HubClient) -> list[DeviceRow]:
    """Every laptop that a hub knows, by id. Raises the errors of `troubles`."""
    return list(all_pages(client, "/v1/devices", DeviceOrder.ID, DEVICES))


def patiently(client: HubClient, target: str, kind: type[Thing]) -> Thing:
    """The hub's answer, also after it has asked to come back later; with `HubBusy` if it does so again and again."""
    for _ in range(BUSY_TRIES - 1):
        try:
            return client.get(target, kind)
        except HubBusy as error:
            time.sleep(min(max(error.retry_after, SHORTEST_PAUSE), LONGEST_PAUSE))
    return client.get(target, kind)
