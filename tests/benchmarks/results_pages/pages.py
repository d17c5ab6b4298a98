"""Every page of the results: what it asks the hub for, and which table it is compared with."""

import random
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from f2f_desktop.hub.tables import bursts, conversations, devices, figures, messages
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
        Page("users, all of them", (f"{base}/users",), devices),
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
        Page("people", ("/v1/devices",), devices),
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
