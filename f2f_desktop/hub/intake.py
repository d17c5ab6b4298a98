"""Taking events in: an answer per event, nothing twice, nothing lost, one bad event in nobody's way."""

import hashlib
from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, and_, bindparam, func, or_, select, update

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.envelope import Event, EventUnreadable, SignedEvent, verified_event
from f2f_desktop.events.facts import type_of
from f2f_desktop.events.signing import BadSignature, PublicKey, SigningKey
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.facts import insert_new
from f2f_desktop.hub.tables import campaigns, dead_letters, events, streams
from f2f_desktop.protocol.api import LARGEST_EVENT, EventAnswer, EventStatus, HeldEvent, RejectCode, StoredEvent
from f2f_desktop.protocol.receipts import EMPTY, MOST_GAPS, Receipt, SignedReceipt, added, sign_receipt

HELD_IN_A_PAGE = 5_000
EVENTS_IN_A_PAGE, BYTES_IN_A_PAGE = 500, 4 * 1024 * 1024
_LONGEST_ID = 64

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


class Checked(msgspec.Struct, frozen=True):
    """An event with its signature checked, or why it cannot be taken."""

    signed: SignedEvent
    event: Event | None
    code: RejectCode | None = None


class Push(msgspec.Struct, frozen=True):
    """Checked events of one device's stream."""

    campaign: CampaignId
    device: str
    stream: str
    checked: tuple[Checked, ...]


def checked(stream: str, signed: Sequence[SignedEvent], key: PublicKey) -> tuple[Checked, ...]:
    """The events, each with its signature checked against the device's key. No table is asked."""
    return tuple(_checked(stream, each, key) for each in signed)


def _checked(stream: str, signed: SignedEvent, key: PublicKey) -> Checked:
    if len(signed.body) > LARGEST_EVENT:
        return Checked(signed, None, RejectCode.TOO_LARGE)
    try:
        event = verified_event(signed, key)
    except BadSignature:
        return Checked(signed, None, RejectCode.BAD_SIGNATURE)
    except EventUnreadable:
        return Checked(signed, None, RejectCode.UNREADABLE)
    if event.stream != stream:
        return Checked(signed, event, RejectCode.WRONG_STREAM)
    if not 0 < event.seq < 1 << 53 or not _is_id(event.id) or not _is_id(type_of(event.fact)):
        return Checked(signed, event, RejectCode.UNREADABLE)
    return Checked(signed, event)


def _is_id(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_ID and text.isascii() and text.isprintable()


def take_in(
    connection: Connection, push: Push, hub: SigningKey, epoch: str
) -> tuple[tuple[EventAnswer, ...], SignedReceipt]:
    """Stores what is new, and gives the answers in order and the receipt.

    Raises `Foreign` if the stream is another device's: nothing of it is looked at then.
    """
    position = _lock(connection, push.campaign)
    state = _claimed(connection, push)
    usable = [each.event for each in push.checked if each.event is not None and each.code is None]
    held = _held(connection, push, usable)
    answers: list[EventAnswer] = []
    fresh: list[Checked] = []
    refused: list[tuple[Checked, RejectCode]] = []
    for each in push.checked:
        code = each.code
        if each.event is not None and code is None:
            same_id, same_place = held.get(each.event.id), held.get((push.stream, each.event.seq))
            if same_id is None and same_place is None:
                fresh.append(each)
                held[each.event.id] = held[push.stream, each.event.seq] = each.signed.body
                answers.append(EventAnswer(EventStatus.ACCEPTED))
                continue
            if same_id == each.signed.body:
                answers.append(EventAnswer(EventStatus.DUPLICATE))
                continue
            code = RejectCode.SAME_ID if same_id is not None else RejectCode.SAME_PLACE
        assert code is not None
        refused.append((each, code))
        conflict = code in {RejectCode.SAME_ID, RejectCode.SAME_PLACE}
        answers.append(EventAnswer(EventStatus.CONFLICT if conflict else EventStatus.REJECTED, code, _TEXTS[code]))
    if fresh:
        _store(connection, push, fresh, position)
        state = _grown(connection, push, state, fresh)
    _bury(connection, push, refused)
    return tuple(answers), _receipt(connection, push, state, hub, epoch)


def receipt_of(
    connection: Connection, campaign: CampaignId, device: str, stream: str, hub: SigningKey, epoch: str
) -> SignedReceipt:
    """What the hub holds of a stream; nothing, if it never saw it. Raises `Foreign`."""
    push = Push(campaign, device, stream, ())
    row = connection.execute(
        select(streams).where(streams.c.campaign_id == campaign, streams.c.stream == stream)
    ).one_or_none()
    if row is not None and row.device_id != device:
        raise _foreign()
    state = _State() if row is None else _State(row.highest, row._mapping[streams.c.count], bytes(row.digest))
    return _receipt(connection, push, state, hub, epoch)


def held(connection: Connection, campaign: CampaignId, device: str, stream: str, after: int) -> list[HeldEvent]:
    """What the hub holds of a stream after a number, up to `HELD_IN_A_PAGE` events. Raises `Foreign`."""
    owner = connection.scalar(
        select(streams.c.device_id).where(streams.c.campaign_id == campaign, streams.c.stream == stream)
    )
    if owner is not None and owner != device:
        raise _foreign()
    rows = connection.execute(
        select(events.c.seq, events.c.body)
        .where(events.c.campaign_id == campaign, events.c.stream == stream, events.c.seq > after)
        .order_by(events.c.seq)
        .limit(HELD_IN_A_PAGE)
    )
    return [HeldEvent(row.seq, hashlib.sha256(row.body).digest()[:16]) for row in rows]


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


class _State(msgspec.Struct, frozen=True):
    highest: int = 0
    count: int = 0
    digest: bytes = EMPTY


def _foreign() -> Foreign:
    return Foreign("This stream of events belongs to another device.", "Nothing of it was taken.")


def _lock(connection: Connection, campaign: CampaignId) -> int:
    """The campaign's newest position; nobody else gives positions until this transaction ends."""
    position: int = connection.execute(
        select(campaigns.c.position).where(campaigns.c.id == campaign).with_for_update()
    ).scalar_one()
    return position


def _claimed(connection: Connection, push: Push) -> _State:
    """How far the stream is; it becomes the device's with its first event."""
    row = connection.execute(
        select(streams).where(streams.c.campaign_id == push.campaign, streams.c.stream == push.stream)
    ).one_or_none()
    if row is not None:
        if row.device_id != push.device:
            raise _foreign()
        return _State(row.highest, row._mapping[streams.c.count], bytes(row.digest))
    if push.checked:
        insert_new(
            connection,
            streams,
            [
                {
                    "campaign_id": push.campaign,
                    "stream": push.stream,
                    "device_id": push.device,
                    "highest": 0,
                    "count": 0,
                    "digest": EMPTY,
                }
            ],
        )
    return _State()


def _held(connection: Connection, push: Push, found: Sequence[Event]) -> dict[str | tuple[str, int], bytes]:
    """The bytes that the hub holds already under the ids and places of these events."""
    if not found:
        return {}
    rows = connection.execute(
        select(events.c.id, events.c.stream, events.c.seq, events.c.body).where(
            events.c.campaign_id == push.campaign,
            or_(
                events.c.id.in_([event.id for event in found]),
                and_(events.c.stream == push.stream, events.c.seq.in_([event.seq for event in found])),
            ),
        )
    ).all()
    by_id: dict[str | tuple[str, int], bytes] = {row.id: bytes(row.body) for row in rows}
    by_place: dict[str | tuple[str, int], bytes] = {(row.stream, row.seq): bytes(row.body) for row in rows}
    return {**by_id, **by_place}


def _store(connection: Connection, push: Push, fresh: Sequence[Checked], position: int) -> None:
    received = now()
    rows = []
    for number, each in enumerate(fresh, position + 1):
        event = each.event
        assert event is not None
        rows.append(
            {
                "campaign_id": push.campaign,
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
    connection.execute(events.insert(), rows)
    connection.execute(
        update(campaigns).where(campaigns.c.id == push.campaign).values(position=position + len(fresh))
    )


def _grown(connection: Connection, push: Push, state: _State, fresh: Sequence[Checked]) -> _State:
    grown = _State(
        max(state.highest, *(each.event.seq for each in fresh if each.event)),
        state.count + len(fresh),
        added(state.digest, (each.signed.body for each in fresh)),
    )
    connection.execute(
        update(streams)
        .where(streams.c.campaign_id == bindparam("of"), streams.c.stream == bindparam("which"))
        .values(highest=grown.highest, count=grown.count, digest=grown.digest),
        {"of": push.campaign, "which": push.stream},
    )
    return grown


def _bury(connection: Connection, push: Push, refused: Sequence[tuple[Checked, RejectCode]]) -> None:
    at = now()
    insert_new(
        connection,
        dead_letters,
        [
            {
                "campaign_id": push.campaign,
                "device_id": push.device,
                "hash": hashlib.sha256(each.signed.body + each.signed.signature).digest(),
                "code": code,
                "at": at,
                "body": each.signed.body[:LARGEST_EVENT],
                "signature": each.signed.signature[:LARGEST_EVENT],
            }
            for each, code in refused
        ],
    )


def _receipt(connection: Connection, push: Push, state: _State, hub: SigningKey, epoch: str) -> SignedReceipt:
    gaps: tuple[tuple[int, int], ...] = ()
    if state.count != state.highest:
        gaps = _gaps(connection, push)
    receipt = Receipt(push.campaign, epoch, push.stream, state.highest, state.count, gaps, state.digest, now())
    return sign_receipt(receipt, hub)


def _gaps(connection: Connection, push: Push) -> tuple[tuple[int, int], ...]:
    before = func.lag(events.c.seq, 1, 0).over(order_by=events.c.seq)
    inner = (
        select(events.c.seq, before.label("before"))
        .where(events.c.campaign_id == push.campaign, events.c.stream == push.stream)
        .subquery()
    )
    rows = connection.execute(
        select(inner.c.before, inner.c.seq)
        .where(inner.c.seq > inner.c.before + 1)
        .order_by(inner.c.seq)
        .limit(MOST_GAPS)
    )
    return tuple((before + 1, seq - 1) for before, seq in rows)
