"""Every page of the results: what it asks the hub for, and which table it is compared with."""

import random
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Table, func, select

from f2f_desktop.hub.people import device_page
from f2f_desktop.hub.results.users import users
from f2f_desktop.hub.tables import bursts, conversations, devices, figures, messages
from f2f_desktop.protocol.listing import MOST_ROWS, DeviceOrder, UserOrder
from tests.benchmarks.results_pages.weeks import ACTIONS
from tests.hub.replicas import HARBOR

BIG, SMALL = ACTIONS[0], ACTIONS[-1]


@dataclass(frozen=True)
class Page:
    """A page as an organizer opens it.

    Attributes:
        targets: requests, taken in turn.
        table: whose rows it shows or sums.
    """

    name: str
    targets: tuple[str, ...]
    table: Table


def pages(connection: Connection, draw: random.Random) -> list[Page]:
    """The pages, of conversations and volunteers drawn from the database."""
    base = f"/v1/results/{BIG}"
    newest = connection.scalar(select(func.max(conversations.c.last_position))) or 1
    some = [draw.randrange(1, newest) for _ in range(20)]
    people = _drawn(connection, draw, newest)
    laptops = [row.device_id for row in people]
    deep = tuple(f"before={position}" for position in some)

    def receivers(name: str, *queries: str) -> Page:
        return Page(f"receivers, {name}", tuple(f"{base}/receivers?{query}" for query in queries), conversations)

    return [
        Page("list of actions, with engagement", ("/v1/results",), figures),
        Page("overview, messages, reports, answers, charts", (base,), figures),
        Page("the same of a small action", (f"/v1/results/{SMALL}",), figures),
        *_of_users(connection, f"{base}/users"),
        receivers("first page", ""),
        receivers("deep page", *deep),
        receivers("in district", "in_district=true"),
        receivers("not in district, deep", *(f"in_district=false&{each}" for each in deep)),
        receivers("suggested", "suggested=true"),
        receivers("not suggested, deep", *(f"suggested=false&{each}" for each in deep)),
        receivers("suggested, not in district", "suggested=true&in_district=false"),
        receivers(
            "suggested, not in district, deep", *(f"suggested=true&in_district=false&{each}" for each in deep)
        ),
        receivers("of one volunteer", *(f"device={laptop}" for laptop in laptops)),
        receivers("of one, suggested, deep", *(f"device={laptop}&suggested=true&{deep[0]}" for laptop in laptops)),
        Page(
            "history of one receiver",
            tuple(f"/v1/results/{row.action_id}/history/{row.device_id}/{row.contact_id}" for row in people),
            messages,
        ),
        Page("plausibility flags", ("/v1/bursts",), bursts),
        Page("what was left out", ("/v1/withdrawals",), bursts),
        *_of_people(connection),
    ]


def _of_users(connection: Connection, base: str) -> list[Page]:
    def page(name: str, *queries: str) -> Page:
        return Page(f"users, {name}", tuple(f"{base}?{query}" for query in queries), figures)

    deep = users(connection, HARBOR, BIG, descending=True, most=MOST_ROWS).after
    return [
        page("the busiest", ""),
        page("the busiest, deep", f"after={quote(deep, safe='')}"),
        page("by each other column", *(f"order={order}" for order in UserOrder if order is not UserOrder.INITIAL)),
        page("searched", "search=volunteer+7", "search=example.org", "search=nobody"),
        page("a thousand at once, for an export", f"order=user&descending=false&most={MOST_ROWS}"),
    ]


def _of_people(connection: Connection) -> list[Page]:
    def page(name: str, *queries: str) -> Page:
        return Page(f"people, {name}", tuple(f"/v1/devices?{query}" for query in queries), devices)

    deep = device_page(connection, HARBOR, most=MOST_ROWS).after
    return [
        page("first page", ""),
        page("deep page", f"after={quote(deep, safe='')}"),
        page("by each other column", *(f"order={order}" for order in DeviceOrder)),
        page("searched", "search=volunteer+7", "search=example.org", "search=nobody"),
        page("a thousand at once, for an export", f"order=id&most={MOST_ROWS}"),
    ]


def _drawn(connection: Connection, draw: random.Random, newest: int) -> list[Any]:
    found = []
    for _ in range(20):
        found += connection.execute(
            select(conversations)
            .where(
                conversations.c.campaign_id == HARBOR,
                conversations.c.action_id == BIG,
                conversations.c.last_position >= draw.randrange(1, newest),
            )
            .order_by(conversations.c.last_position)
            .limit(1)
        ).all()
    return found
