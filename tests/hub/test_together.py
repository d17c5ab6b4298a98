"""Pushes that arrive together: everybody gets his own answer, as if he had been alone."""

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.events.envelope import Event, SignedEvent, signed
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.hub.checking import checked
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.enrolment import Caller, register
from f2f_desktop.hub.event_routes import Arrived, take_pushes
from f2f_desktop.hub.faults import Replayed
from f2f_desktop.hub.gate import Visit
from f2f_desktop.hub.hub import HubKeys, add_campaign, set_up
from f2f_desktop.hub.intake import Foreign, Push
from f2f_desktop.hub.tables import campaigns, events
from f2f_desktop.hub.writer import Writer
from f2f_desktop.protocol.api import Enrolment, EventStatus, PushAnswer, RejectCode
from f2f_desktop.protocol.http_signatures import Signed
from f2f_desktop.protocol.receipts import verified_receipt
from f2f_desktop.protocol.roles import Role
from tests.hub.laptops import message

A, B = CampaignId("a"), CampaignId("b")


class Desk:
    """A hub's database with two campaigns, and devices that push to it."""

    def __init__(self, where: Path | str) -> None:
        self.database = HubDatabase(where)
        self.keys: HubKeys = set_up(self.database)
        self.devices: dict[str, SigningKey] = {}
        for campaign in (A, B):
            add_campaign(self.database, campaign, campaign, SigningKey.generate().public)
            for number in range(2):
                self._enter(campaign, f"{campaign}{number}")

    def _enter(self, campaign: CampaignId, name: str) -> None:
        key = self.devices[name] = SigningKey.generate()
        raw = key.public.to_bytes()
        with self.database.writing() as connection:
            register(
                connection,
                Enrolment(campaign, name, raw, Role.VOLUNTEER, name, "", Milliseconds(1)),
                self.keys.signing,
            )

    def events(self, device: str, *numbers: int, stream: str = "") -> list[SignedEvent]:
        return [
            signed(
                Event(secrets.token_hex(8), stream or device, seq, Milliseconds(1), message(seq)),
                self.devices[device],
            )
            for seq in numbers
        ]

    def arrived(self, device: str, made: list[SignedEvent], stream: str = "", nonce: str = "") -> Arrived:
        key, campaign = self.devices[device].public, CampaignId(device[0])
        caller = Caller(campaign, "", device, key.to_bytes(), Role.VOLUNTEER, "", "", 0, revoked=False)
        visit = Visit(Signed(PublicKey(key.to_bytes()), 1, nonce or secrets.token_hex(8)), caller)
        name = stream or device
        return Arrived(visit, Push(campaign, device, name, checked(name, made, key)), self.keys)

    def take(self, *arrived: Arrived) -> list[PushAnswer | KnownError]:
        with self.database.writing() as connection:
            return take_pushes(connection, arrived)

    def positions(self, campaign: CampaignId) -> list[tuple[int, str, int]]:
        """Position, stream and number of a campaign's events; the campaign's own position must agree."""
        with self.database.reading() as connection:
            rows = connection.execute(
                select(events.c.position, events.c.stream, events.c.seq)
                .where(events.c.campaign_id == campaign)
                .order_by(events.c.position)
            )
            found = [(row.position, row.stream, row.seq) for row in rows]
            assert connection.scalar(select(campaigns.c.position).where(campaigns.c.id == campaign)) == len(found)
        return found

    def holds(self, answer: PushAnswer | KnownError) -> tuple[int, int, tuple[tuple[int, int], ...]]:
        assert isinstance(answer, PushAnswer)
        receipt = verified_receipt(answer.receipt, self.keys.signing.public)
        return receipt.highest, receipt.count, receipt.gaps


@pytest.fixture
def desk(database: str, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(database or tmp_path / "hub.db")
    yield made
    made.database.close()


def test_campaigns_in_one_group_keep_positions_without_gaps(desk: Desk) -> None:
    answers = desk.take(
        desk.arrived("b0", desk.events("b0", 1, 2)),
        desk.arrived("a0", desk.events("a0", 1)),
        desk.arrived("b1", desk.events("b1", 1, 4)),
        desk.arrived("a1", desk.events("a1", 1, 2)),
    )
    assert desk.positions(A) == [(1, "a0", 1), (2, "a1", 1), (3, "a1", 2)]
    assert desk.positions(B) == [(1, "b0", 1), (2, "b0", 2), (3, "b1", 1), (4, "b1", 4)]
    assert [desk.holds(each) for each in answers] == [
        (2, 2, ()), (1, 1, ()), (4, 2, ((2, 3),)), (2, 2, ())
    ]  # fmt: skip


def test_the_same_events_in_one_group_count_once(desk: Desk) -> None:
    made = desk.events("a0", 1, 2)
    first, again = desk.take(desk.arrived("a0", made), desk.arrived("a0", made))
    assert isinstance(first, PushAnswer)
    assert isinstance(again, PushAnswer)
    assert {each.status for each in first.answers} == {EventStatus.ACCEPTED}
    assert {each.status for each in again.answers} == {EventStatus.DUPLICATE}
    assert len(desk.positions(A)) == 2
    (other,) = desk.take(desk.arrived("a0", desk.events("a0", 2, 3)))
    assert isinstance(other, PushAnswer)
    assert [each.code for each in other.answers] == [RejectCode.SAME_PLACE, None]


def test_a_replay_and_a_foreign_stream_spoil_nothing_for_the_others(desk: Desk) -> None:
    desk.take(desk.arrived("a0", desk.events("a0", 1), nonce="seen"))
    replayed, twice, once, foreign, good = desk.take(
        desk.arrived("a0", desk.events("a0", 2), nonce="seen"),
        desk.arrived("a0", desk.events("a0", 3), nonce="new"),
        desk.arrived("a0", desk.events("a0", 4), nonce="new"),
        desk.arrived("a1", desk.events("a1", 5, stream="a0"), stream="a0"),
        desk.arrived("a1", desk.events("a1", 1)),
    )
    assert isinstance(replayed, Replayed)
    assert isinstance(twice, PushAnswer)
    assert isinstance(once, Replayed)
    assert isinstance(foreign, Foreign)
    assert isinstance(good, PushAnswer)
    assert desk.positions(A) == [(1, "a0", 1), (2, "a0", 3), (3, "a1", 1)]


def test_a_stream_belongs_to_the_first_that_pushes_to_it_in_a_group(desk: Desk) -> None:
    first, second = desk.take(
        desk.arrived("a0", desk.events("a0", 1, stream="s"), stream="s"),
        desk.arrived("a1", desk.events("a1", 2, stream="s"), stream="s"),
    )
    assert isinstance(first, PushAnswer)
    assert isinstance(second, Foreign)
    assert desk.positions(A) == [(1, "s", 1)]


def test_what_fails_in_a_group_is_told_to_its_own_alone(desk: Desk) -> None:
    groups: list[int] = []
    gate = threading.Event()

    def work(connection: Connection, items: Sequence[int]) -> list[int | KnownError]:
        groups.append(len(items))
        if 3 in items:
            raise ZeroDivisionError
        return [KnownError("even", "be odd") if item % 2 == 0 else item for item in items]

    writer = Writer(desk.database)
    holding: Future[bool] = writer.submit(lambda _: gate.wait(10))
    while writer.waiting:
        time.sleep(0.01)
    futures = [writer.submit_to(work, item) for item in range(5)]
    gate.set()
    assert holding.result()
    outcomes = [each.exception() or each.result() for each in futures]
    writer.close()
    assert groups == [5, 1, 1, 1, 1, 1]
    assert [type(each) for each in outcomes] == [KnownError, int, KnownError, ZeroDivisionError, KnownError]
