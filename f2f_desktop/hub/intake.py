"""Taking events in: an answer per event, nothing twice, nothing lost, one bad event in nobody's way.

Pushes that arrive together are taken in together: what a transaction costs grows with its statements more than with
its rows.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Select, bindparam, func, select, update

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.envelope import SignedEvent
from f2f_desktop.events.facts import type_of
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub.checking import Checked
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.facts import insert_new
from f2f_desktop.hub.inserting import insert_rows, replacing
from f2f_desktop.hub.tables import campaigns, dead_letters, events, streams
from f2f_desktop.protocol.api import LARGEST_EVENT, EventAnswer, EventStatus, HeldEvent, RejectCode, StoredEvent
from f2f_desktop.protocol.receipts import EMPTY, MOST_GAPS, Receipt, SignedReceipt, added, sign_receipt

HELD_IN_A_PAGE = 5_000
EVENTS_IN_A_PAGE, BYTES_IN_A_PAGE = 500, 4 * 1024 * 1024
ASKED_AT_ONCE = 1_000
"""Ids in one question to the database."""

Item = TypeVar("Item", str, int)

Taken = tuple[tuple[EventAnswer, ...], SignedReceipt]
"""An answer per event, and the receipt for the stream."""

MOST_DEAD_LETTERS = 2_000
"""Events of one device that are kept though they were not taken; of more, the laptop alone keeps the bytes."""

_GROWN = replacing(("campaign_id", "stream"), ("highest", "count", "digest"))

_TEXTS = {
    RejectCode.TOO_LARGE: f"An event may have {LARGEST_EVENT} bytes.",
    RejectCode.UNREADABLE: "The event's bytes cannot be read.",
    RejectCode.BAD_SIGNATURE: "The event was not signed by this device.",
    RejectCode.WRONG_STREAM: "The event belongs to another device's stream.",
    RejectCode.SAME_ID: "The hub holds other bytes under this id.",
    RejectCode.SAME_PLACE: "The hub holds another event under this number of the stream.",
}


class Foreign(KnownError):
    """A stream belongs to another device."""

    def __init__(self) -> None:
        super().__init__("This stream of events belongs to another device.", "Nothing of it was taken.")


class Push(msgspec.Struct, frozen=True):
    """Checked events of one device's stream."""

    campaign: CampaignId
    device: str
    stream: str
    checked: tuple[Checked, ...]


class _State(msgspec.Struct, frozen=True):
    """How far a stream is, and whose it is."""

    device: str
    highest: int = 0
    count: int = 0
    digest: bytes = EMPTY

    def grown(self, fresh: Sequence[Checked]) -> "_State":
        """How far it is with these events as well."""
        return _State(
            self.device,
            max([self.highest, *(each.event.seq for each in fresh if each.event)]),
            self.count + len(fresh),
            added(self.digest, (each.signed.body for each in fresh)),
        )


def take_in(connection: Connection, push: Push, hub: SigningKey, epoch: str) -> Taken:
    """Stores what is new of one push. Raises `Foreign`."""
    (taken,) = take_in_all(connection, [push], hub, epoch)
    if isinstance(taken, Foreign):
        raise taken
    return taken


def take_in_all(
    connection: Connection, pushes: Sequence[Push], hub: SigningKey, epoch: str
) -> list[Taken | Foreign]:
    """Stores what is new of many pushes, in as few statements as one push would take.

    Gives for each, in order, the answers in order and the receipt; or `Foreign` if the stream is another device's:
    nothing of it is looked at then.
    """
    outcomes: dict[int, Taken | Foreign] = {}
    # Always in the same order, so that two replicas never wait for each other.
    for campaign in sorted({push.campaign for push in pushes}):
        numbers = [number for number, push in enumerate(pushes) if push.campaign == campaign]
        intake = _Intake(connection, campaign, [pushes[number] for number in numbers])
        outcomes.update(zip(numbers, intake.taken(hub, epoch), strict=True))
    return [outcomes[number] for number in range(len(pushes))]


class _Intake:
    """What becomes of one campaign's pushes. All questions are asked first, then all rows are written.

    Attributes:
        states: how far each stream is, as it will be.
        held: the bytes under the ids and places of the pushed events, stored or about to be.
    """

    def __init__(self, connection: Connection, campaign: CampaignId, pushes: Sequence[Push]) -> None:
        self._connection, self._campaign, self._pushes = connection, campaign, pushes
        self._position = _lock(connection, campaign)
        self._states = _states(connection, campaign, {push.stream for push in pushes})
        self._held = _held(connection, campaign, pushes, self._states)
        self._touched: dict[str, _State] = {}
        self._fresh: list[Checked] = []
        self._refused: list[tuple[str, Checked, RejectCode]] = []

    def taken(self, hub: SigningKey, epoch: str) -> list[Taken | Foreign]:
        decided = [self._decided(push) for push in self._pushes]
        _store(self._connection, self._campaign, self._fresh, self._position)
        _grow(self._connection, self._campaign, self._touched)
        _bury(self._connection, self._campaign, self._refused)
        return [
            Foreign()
            if answers is None
            else (
                answers,
                _receipt(self._connection, self._campaign, push.stream, self._state(push), hub, epoch),
            )
            for push, answers in zip(self._pushes, decided, strict=True)
        ]

    def _state(self, push: Push) -> _State:
        return self._touched.get(push.stream) or self._states.get(push.stream) or _State(push.device)

    def _decided(self, push: Push) -> tuple[EventAnswer, ...] | None:
        """The answers to a push; None if the stream is another device's, which its first event makes it."""
        state = self._state(push)
        if state.device != push.device:
            return None
        fresh: list[Checked] = []
        answers = tuple(self._answer(push, each, fresh) for each in push.checked)
        if push.checked:
            self._touched[push.stream] = state.grown(fresh)
        self._fresh += fresh
        return answers

    def _answer(self, push: Push, each: Checked, fresh: list[Checked]) -> EventAnswer:
        code = each.code
        if each.event is not None and code is None:
            place = push.stream, each.event.seq
            same_id, same_place = self._held.get(each.event.id), self._held.get(place)
            if same_id is None and same_place is None:
                fresh.append(each)
                self._held[each.event.id] = self._held[place] = each.signed.body
                return EventAnswer(EventStatus.ACCEPTED)
            if same_id == each.signed.body:
                return EventAnswer(EventStatus.DUPLICATE)
            code = RejectCode.SAME_ID if same_id is not None else RejectCode.SAME_PLACE
        assert code is not None
        self._refused.append((push.device, each, code))
        conflict = code in {RejectCode.SAME_ID, RejectCode.SAME_PLACE}
        return EventAnswer(EventStatus.CONFLICT if conflict else EventStatus.REJECTED, code, _TEXTS[code])


def receipt_of(
    connection: Connection, campaign: CampaignId, device: str, stream: str, hub: SigningKey, epoch: str
) -> SignedReceipt:
    """What the hub holds of a stream; nothing, if it never saw it. Raises `Foreign`."""
    state = _states(connection, campaign, {stream}).get(stream) or _State(device)
    if state.device != device:
        raise Foreign
    return _receipt(connection, campaign, stream, state, hub, epoch)


def held(connection: Connection, campaign: CampaignId, device: str, stream: str, after: int) -> list[HeldEvent]:
    """What the hub holds of a stream after a number, up to `HELD_IN_A_PAGE` events. Raises `Foreign`."""
    owner = connection.scalar(
        select(streams.c.device_id).where(streams.c.campaign_id == campaign, streams.c.stream == stream)
    )
    if owner is not None and owner != device:
        raise Foreign
    rows = connection.execute(
        select(events.c.seq, events.c.body)
        .where(events.c.campaign_id == campaign, events.c.stream == stream, events.c.seq > after)
        .order_by(events.c.seq)
        .limit(HELD_IN_A_PAGE)
    )
    return [HeldEvent(row.seq, hashlib.sha256(row.body).digest()[:16]) for row in rows]


def ids_held(connection: Connection, stream: str, ids: Sequence[str]) -> set[str]:
    """Which of these events the hub holds already, of this stream."""
    found: set[str] = set()
    for some in _portions(ids):
        found |= set(
            connection.scalars(select(events.c.id).where(events.c.stream == stream, events.c.id.in_(some)))
        )
    return found


def stored_events(connection: Connection, campaign: CampaignId, after: int) -> list[StoredEvent]:
    """Events after a position, in order: up to `EVENTS_IN_A_PAGE`, and up to `BYTES_IN_A_PAGE` but for the first."""
    rows = connection.execute(
        select(events.c.position, events.c.body, events.c.signature, streams.c.device_id)
        .join(streams, (streams.c.campaign_id == events.c.campaign_id) & (streams.c.stream == events.c.stream))
        .where(events.c.campaign_id == campaign, events.c.position > after)
        .order_by(events.c.position)
        .limit(EVENTS_IN_A_PAGE)
    )
    page: list[StoredEvent] = []
    size = 0
    for row in rows:
        size += len(row.body)
        if page and size > BYTES_IN_A_PAGE:
            break
        page.append(StoredEvent(row.position, row.device_id, SignedEvent(bytes(row.body), bytes(row.signature))))
    return page


def _lock(connection: Connection, campaign: CampaignId) -> int:
    """The campaign's newest position; nobody else gives positions until this transaction ends."""
    position: int = connection.execute(
        select(campaigns.c.position).where(campaigns.c.id == campaign).with_for_update()
    ).scalar_one()
    return position


_STREAMS = select(streams).where(
    streams.c.campaign_id == bindparam("campaign"), streams.c.stream.in_(bindparam("names", expanding=True))
)


def _states(connection: Connection, campaign: CampaignId, names: Iterable[str]) -> dict[str, _State]:
    """How far these streams are; those that the hub never saw are left out."""
    rows = connection.execute(_STREAMS, {"campaign": campaign, "names": sorted(names)})
    return {
        row.stream: _State(row.device_id, row.highest, row._mapping[streams.c.count], bytes(row.digest))
        for row in rows
    }


def _held(
    connection: Connection, campaign: CampaignId, pushes: Sequence[Push], states: Mapping[str, _State]
) -> dict[str | tuple[str, int], bytes]:
    """The bytes that the hub holds already under the ids and places of these events.

    Two questions, each of which an index answers, and the second one only of places that can be taken: in one with an
    OR, SQLite reads all events of the campaign.
    """
    ids: list[str] = []
    places: dict[str, list[int]] = {}
    for push in pushes:
        found = [each.event for each in push.checked if each.event is not None and each.code is None]
        ids += [event.id for event in found]
        state = states.get(push.stream)
        known = [event.seq for event in found if state is not None and event.seq <= state.highest]
        places.setdefault(push.stream, []).extend(known)
    held: dict[str | tuple[str, int], bytes] = {}
    columns = events.c.id, events.c.stream, events.c.seq, events.c.body
    for some in _portions(ids):
        rows = connection.execute(select(*columns).where(events.c.campaign_id == campaign, events.c.id.in_(some)))
        held |= {row.id: bytes(row.body) for row in rows}
    for stream, numbers in places.items():
        for part in _portions(numbers):
            of_stream = events.c.campaign_id == campaign, events.c.stream == stream, events.c.seq.in_(part)
            held |= {
                (row.stream, row.seq): bytes(row.body)
                for row in connection.execute(select(*columns).where(*of_stream))
            }
    return held


def _portions(found: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(found), ASKED_AT_ONCE):
        yield found[start : start + ASKED_AT_ONCE]


def _store(connection: Connection, campaign: CampaignId, fresh: Sequence[Checked], position: int) -> None:
    if not fresh:
        return
    received = now()
    rows = []
    for number, each in enumerate(fresh, position + 1):
        event = each.event
        assert event is not None
        rows.append(
            {
                "campaign_id": campaign,
                "position": number,
                "id": event.id,
                "stream": event.stream,
                "seq": event.seq,
                "type": type_of(event.fact),
                "at": max(-(1 << 62), min(event.at, 1 << 62)),
                "received_at": received,
                "body": each.signed.body,
                "signature": each.signed.signature,
            }
        )
    insert_rows(connection, events, rows)
    connection.execute(update(campaigns).where(campaigns.c.id == campaign).values(position=position + len(fresh)))


def _grow(connection: Connection, campaign: CampaignId, touched: Mapping[str, _State]) -> None:
    """Notes how far streams are; a stream becomes a device's with its first event."""
    if not touched:
        return
    insert_rows(
        connection,
        streams,
        [
            {
                "campaign_id": campaign,
                "stream": stream,
                "device_id": state.device,
                "highest": state.highest,
                "count": state.count,
                "digest": state.digest,
            }
            for stream, state in touched.items()
        ],
        _GROWN,
    )


def _bury(
    connection: Connection, campaign: CampaignId, refused: Sequence[tuple[str, Checked, RejectCode]]
) -> None:
    at = now()
    full = _full(connection, campaign, {device for device, _, _ in refused})
    insert_new(
        connection,
        dead_letters,
        [
            {
                "campaign_id": campaign,
                "device_id": device,
                "hash": hashlib.sha256(each.signed.body + each.signed.signature).digest(),
                "code": code,
                "at": at,
                "body": each.signed.body[:LARGEST_EVENT],
                "signature": each.signed.signature[:LARGEST_EVENT],
            }
            for device, each, code in refused
            if device not in full
        ],
    )


def _full(connection: Connection, campaign: CampaignId, wanted: set[str]) -> set[str]:
    """Which of these devices have as many events among those that were not taken as are kept."""
    counts = (
        select(dead_letters.c.device_id)
        .where(dead_letters.c.campaign_id == campaign, dead_letters.c.device_id.in_(wanted))
        .group_by(dead_letters.c.device_id)
        .having(func.count() >= MOST_DEAD_LETTERS)
    )
    return set(connection.scalars(counts)) if wanted else set()


def _receipt(
    connection: Connection, campaign: CampaignId, stream: str, state: _State, hub: SigningKey, epoch: str
) -> SignedReceipt:
    gaps: tuple[tuple[int, int], ...] = ()
    if state.count != state.highest:
        gaps = _gaps(connection, campaign, stream)
    receipt = Receipt(campaign, epoch, stream, state.highest, state.count, gaps, state.digest, now())
    return sign_receipt(receipt, hub)


def _gaps(connection: Connection, campaign: CampaignId, stream: str) -> tuple[tuple[int, int], ...]:
    rows = connection.execute(_asking_for_gaps(), {"campaign": campaign, "stream": stream})
    return tuple((before + 1, seq - 1) for before, seq in rows)


@cache
def _asking_for_gaps() -> Select[int, int]:
    before = func.lag(events.c.seq, 1, 0).over(order_by=events.c.seq)
    inner = (
        select(events.c.seq, before.label("before"))
        .where(events.c.campaign_id == bindparam("campaign"), events.c.stream == bindparam("stream"))
        .subquery()
    )
    return (
        select(inner.c.before, inner.c.seq)
        .where(inner.c.seq > inner.c.before + 1)
        .order_by(inner.c.seq)
        .limit(MOST_GAPS)
    )
