"""Replicas keep no state of their own: a journey over two, events that come to both at once, a common start."""

import asyncio
import base64
import threading
from pathlib import Path

import msgspec
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select, text

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.hub import read_keys, set_up
from f2f_desktop.hub.tables import events, metadata
from f2f_desktop.protocol.api import NewInvite, ProblemCode, PushRequest
from f2f_desktop.protocol.manifest import hash_of, publication
from f2f_desktop.protocol.roles import Role
from tests.hub.conftest import Open
from tests.hub.laptops import message
from tests.hub.processes import wait_until
from tests.hub.replicas import HARBOR, KEYS, Device


def test_a_journey_goes_over_both_replicas_in_turn(opened: Open) -> None:
    first, second = opened(), opened()
    owner = first.device(Role.OWNER)
    owner.replica = second
    secret = owner.ask("POST", "/v1/invites", NewInvite()).read(dict)["secret"]
    vera = Device(first)
    assert vera.join(base64.b64decode(secret)).status == 200
    vera.replica = second
    vera.pushed(vera.event(1, message(0)))
    vera.replica = first
    assert vera.receipt().count == 1
    vera.pushed(vera.event(1, message(0)), vera.event(2, message(1)))
    vera.replica = second
    assert vera.receipt().count == 2
    made = publication(CampaignContent(HARBOR, "Harbor", 1), KEYS[HARBOR], Milliseconds(1))
    for number, data in enumerate(made.parts.values()):
        owner.replica = (first, second)[number % 2]
        target = f"/v1/blobs/{hash_of(data)}/0?size={len(data)}"
        assert owner.ask("PUT", target, data, "application/octet-stream").status == 200
    owner.replica = second
    assert owner.ask("PUT", "/v1/manifest", made.manifest, "application/octet-stream").status == 200
    vera.replica = first
    assert vera.ask("GET", "/v1/manifest").body == made.manifest
    wait_until(lambda: owner.ask("GET", "/v1/results/a").read(dict)["figures"]["values"].get("initial") == 2)
    assert owner.ask("POST", f"/v1/devices/{vera.id}/revoke").status == 200
    assert vera.ask("GET", "/v1/me").problem.code is ProblemCode.REVOKED


def test_events_that_come_to_both_at_once_are_there_once_without_gaps_in_the_order_of_commits(
    opened: Open,
) -> None:
    replicas = [opened(), opened()]
    vera, otto = replicas[0].device(), replicas[0].device()
    seen: list[list[int]] = []
    done = threading.Event()

    def watch() -> None:
        """What a reader sees must only grow at its end: a position below one that was seen would be missed for ever."""
        with replicas[1].hub.database.engine.connect() as connection:
            while not done.is_set():
                seen.append(list(connection.scalars(select(events.c.position).order_by(events.c.position))))
                connection.rollback()

    watching = threading.Thread(target=watch)
    watching.start()
    pending = []
    for batch in range(12):
        for device in (vera, otto):
            made = tuple(
                device.event(batch * 5 + number) for number in range(1, 11)
            )  # half of each is in the next
            body = msgspec.json.encode(PushRequest(device.stream, made))
            for replica in replicas:
                asking = replica.asking("POST", "/v1/events", device.signed("POST", "/v1/events", body), body)
                pending.append(asyncio.run_coroutine_threadsafe(asking, replica.loop))
    answers = [each.result(60) for each in pending]
    done.set()
    watching.join()
    assert {answer.status for answer in answers} == {200}
    for device in (vera, otto):
        assert (device.receipt().count, device.receipt().highest) == (65, 65)
    with replicas[0].hub.database.reading() as connection:
        rows = connection.execute(select(events.c.position, events.c.id).order_by(events.c.position)).all()
    assert [row.position for row in rows] == list(range(1, 131))
    assert len({row.id for row in rows}) == 130
    for positions in seen:
        assert positions == list(range(1, len(positions) + 1))
    accepted = sum(each["status"] == "accepted" for answer in answers for each in answer.read(dict)["answers"])
    assert accepted == 130


def test_two_hubs_that_start_at_once_on_an_empty_database_both_come_up(database: str, tmp_path: Path) -> None:
    where = database or tmp_path / "hub.db"
    begin, opened, failed = threading.Barrier(3), [], []

    def start() -> None:
        begin.wait()
        try:
            made = HubDatabase(where)
            opened.append((made, set_up(made)))
        except BaseException as error:  # noqa: BLE001 - it is told below
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
    keys = {read_keys(made).public.key for made, _ in opened}
    assert len(keys) == 1
    assert {found.public.key for _, found in opened} == keys
    for made, _ in opened:
        made.close()


def test_the_newest_migration_makes_exactly_the_tables_of_the_code(database: str, tmp_path: Path) -> None:
    opened = HubDatabase(database or tmp_path / "hub.db")
    with opened.writing() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        connection.execute(text("DROP TABLE audit"))
        assert compare_metadata(MigrationContext.configure(connection), metadata) != []
    opened.close()
