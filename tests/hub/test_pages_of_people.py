"""Volunteers and laptops come by the page, sorted and searched by the database, as one would by hand."""

import itertools
import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import alembic.command
import alembic.config
import msgspec
import pytest
from sqlalchemy import Connection, select, text

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.hub import migrating
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.people import device_page
from f2f_desktop.hub.results.users import SIGNS, users
from f2f_desktop.hub.tables import bursts, devices, figures, streams
from f2f_desktop.protocol.api import DevicePage, DeviceRow
from f2f_desktop.protocol.listing import (
    DeviceOrder,
    UserOrder,
    devices_in_order,
    is_found,
    sought,
    users_in_order,
)
from f2f_desktop.protocol.results import Figure, UserPage, UserRow
from f2f_desktop.protocol.roles import Role
from tests.hub.replicas import HARBOR, Replica, set_up_hub

ACTION = ActionId("vote")
NAMES = (
    "Ana Álvarez",
    "ana abbott",
    "Zoë 100%",
    "",
    "_Ümit",
    "Žofie",
    "Ana Álvarez",
    "Bo",
    "Øyvind",
    "Ann\u0301 Lee",
)


@pytest.fixture
def peopled(database: str, tmp_path: Path) -> Iterator[HubDatabase]:
    """A hub with laptops of all kinds: second ones, nameless ones, idle ones, some whose access has ended."""
    where = database or tmp_path / "hub.db"
    set_up_hub(where)
    opened = HubDatabase(where)
    with opened.writing() as connection:
        enter(connection, random.Random(7), 41)
    yield opened
    opened.close()


def enter(connection: Connection, draw: random.Random, count: int) -> None:
    for number in range(count):
        id_, email = f"d{number:02d}", "" if number % 7 == 3 else f"V{draw.randrange(30)}@example.org"
        ended = draw.choice([None, None, None, 5_000 + number])
        connection.execute(
            devices.insert(),
            {
                "id": id_,
                "campaign_id": HARBOR,
                "public_key": draw.randbytes(32),
                "role": draw.choice([Role.VOLUNTEER, Role.VOLUNTEER, Role.VOLUNTEER, *Role]),
                "name": draw.choice(NAMES),
                "email": email,
                "person": email.casefold() or id_,
                "enrolled_at": draw.randrange(5),
                "last_seen": draw.choice([None, draw.randrange(9)]),
                "waiting": draw.choice([None, 0, draw.randrange(9)]),
                "revoked_at": ended,
            },
        )
        for stream in range(draw.randrange(3)):
            row = {"campaign_id": HARBOR, "stream": f"{id_}-{stream}", "device_id": id_, "highest": 9}
            connection.execute(streams.insert(), {**row, "count": draw.randrange(9), "digest": bytes(32)})
        names = set(draw.sample([*SIGNS, "elsewhere"], draw.randrange(5)))
        for name, action in itertools.product(sorted(names), (ACTION, "other")):
            value = {"campaign_id": HARBOR, "action_id": action, "device_id": id_, "name": str(name)}
            connection.execute(
                figures.insert(),
                {**value, "value": 1 + draw.randrange(6) if name == Figure.INITIAL else draw.randrange(6)},
            )
        for first in range(draw.choice([0, 0, 2, 1]) if Figure.INITIAL in names else 0):
            row = {"campaign_id": HARBOR, "device_id": id_, "action_id": ACTION, "first_at": first, "last_at": 9}
            connection.execute(bursts.insert(), {**row, "messages": 100})


def whole(ask: Callable[..., UserPage | DevicePage]) -> list[UserRow | DeviceRow]:
    """All pages, one after the other."""
    found: list[UserRow | DeviceRow] = []
    after = ""
    for _ in range(100):
        page = ask(after=after)
        found += page.rows
        after = page.after
        if not after:
            return found
    raise AssertionError("there is no end to it")


SEARCHES = ("", "ANA", "alva ana", "100%", "_u", "example v1", "nobody")


@pytest.mark.parametrize("published", [True, False])
def test_volunteers_are_sorted_and_found_as_by_hand(peopled: HubDatabase, published: bool) -> None:
    with peopled.writing() as connection:
        if published:
            connection.execute(text(f"INSERT INTO published_actions VALUES ('{HARBOR}', '{ACTION}', 1)"))
        everybody = users(connection, HARBOR, ACTION, UserOrder.USER).rows
        assert len(everybody) > 15
        assert len({row.user for row in everybody}) == len(everybody)
        for order, descending in itertools.product(UserOrder, (False, True)):
            expected = users_in_order(everybody, order, descending=descending)
            for search in SEARCHES if order in (UserOrder.NAME, UserOrder.INITIAL) else SEARCHES[:2]:
                ask = partial(
                    users, connection, HARBOR, ACTION, order, descending=descending, search=search, most=4
                )
                assert whole(ask) == [row for row in expected if is_found(row, search)]
        assert ask().flagged == sum(row.flagged > 0 for row in everybody) > 0


def test_laptops_are_sorted_and_found_as_by_hand(peopled: HubDatabase) -> None:
    with peopled.reading() as connection:
        everything = device_page(connection, HARBOR).rows
        assert len(everything) == 41
        assert sum(row.events for row in everything) == connection.scalar(text("SELECT sum(count) FROM streams"))
        for order, descending in itertools.product(DeviceOrder, (False, True)):
            expected = devices_in_order(everything, order, descending=descending)
            for search in SEARCHES if order is DeviceOrder.NAME else SEARCHES[:2]:
                ask = partial(device_page, connection, HARBOR, order, descending=descending, search=search, most=5)
                assert whole(ask) == [row for row in expected if is_found(row, search)]


def test_a_volunteer_s_laptops_are_one_row_that_holds_all_of_them(peopled: HubDatabase) -> None:
    with peopled.reading() as connection:
        rows = users(connection, HARBOR, ACTION).rows
        several = [row for row in rows if len(row.devices) > 1]
        assert several
        for row in several:
            own = connection.execute(select(devices).where(devices.c.id.in_(row.devices))).all()
            assert {each.person for each in own} == {row.user}
            names = [each.name for each in own if each.name]
            assert row.name in names if names else not row.name
            initial = connection.scalar(
                text(
                    "SELECT coalesce(sum(value), 0) FROM figures WHERE action_id = 'vote' AND name = 'initial'"
                    f" AND device_id IN ({', '.join(repr(each) for each in row.devices)})"
                )
            )
            assert row.values.get("initial", 0) == initial


def test_who_comes_in_between_two_pages_moves_nobody_else(peopled: HubDatabase) -> None:
    with peopled.writing() as connection:
        ask = partial(users, connection, HARBOR, ACTION, descending=True, most=6)
        before, first = whole(ask), ask()
        busiest = {"campaign_id": HARBOR, "action_id": ACTION, "name": "initial"}
        last = before[-1]
        assert isinstance(last, UserRow)
        connection.execute(
            text("DELETE FROM figures WHERE device_id = :device AND name = 'initial'"), {"device": last.devices[0]}
        )
        connection.execute(figures.insert(), {**busiest, "device_id": last.devices[0], "value": 10**6})
        rest = whole(lambda after: ask(after=after or first.after))
    assert [*first.rows, *rest] == before[:-1]


def test_only_places_that_pages_gave_are_taken(replica: Replica) -> None:
    owner = replica.device(Role.OWNER)
    for _ in range(3):
        replica.device(Role.VOLUNTEER)
    for target, text_order in (("/v1/devices", "name"), ("/v1/results/vote/users", "user")):
        for after in (
            "x",
            "[]",
            "[1,2,3]",
            '["a",1,"b"]',
            '[1.5,"",""]',
            "[" * 500,
            '["a","",""]',
        ):
            asked = quote(after, safe="")
            assert owner.ask("GET", f"{target}?after={asked}&order=last_seen").status == 400, after
        for after, order in (('[1,"",""]', text_order), (f'[{10**20},"",""]', "last_seen")):
            assert owner.ask("GET", f"{target}?after={quote(after)}&order={order}").status == 400, after
        for query in ("most=0", "most=1001", f"search={'x' * 201}", "order=height", f"after={'x' * 2001}"):
            assert owner.ask("GET", f"{target}?{query}").status == 400, query
        assert owner.ask("GET", f"{target}?search=%00{'%25' * 66}").read(dict)["rows"] == []
    page = owner.ask("GET", "/v1/devices?most=2").read(DevicePage)
    assert (len(page.rows), bool(page.after)) == (2, True)
    rest = owner.ask("GET", f"/v1/devices?after={quote(page.after, safe='')}").read(DevicePage)
    assert (len(rest.rows), rest.after) == (2, "")
    assert msgspec.json.decode(owner.ask("GET", "/v1/results/vote/users").body, type=UserPage).rows == ()


def test_people_of_a_former_version_are_found_too(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where: Path | str = database or tmp_path / "hub.db"

    def only_to_the_second(migrations: Path, connection: Connection) -> None:
        config = alembic.config.Config()
        config.set_main_option("script_location", str(migrations))
        config.attributes["connection"] = connection
        alembic.command.upgrade(config, "0002")

    monkeypatch.setattr(migrating, "migrate", only_to_the_second)
    former = HubDatabase(where)
    with former.writing() as connection:
        connection.execute(text("INSERT INTO campaigns VALUES ('c', 'C', '', 0, 0)"))
        for number, (name, email) in enumerate([("Zoë Ÿ", "Z@example.org"), ("", ""), ("x" * 200, "y" * 200)]):
            connection.execute(
                text(
                    "INSERT INTO devices (id, campaign_id, public_key, role, name, email, person, enrolled_at)"
                    " VALUES (:id, 'c', :key, 'volunteer', :name, :email, :id, 0)"
                ),
                {"id": str(number), "key": b"%d" % number, "name": name, "email": email},
            )
    former.close()
    monkeypatch.undo()
    opened = HubDatabase(where)
    with opened.reading() as connection:
        rows = connection.execute(select(devices)).all()
        assert {row.sought for row in rows} == {"zoe y z@example.org", "", sought("x" * 200, "y" * 200)}
        assert all(row.sought == sought(row.name, row.email) for row in rows)
    opened.close()
