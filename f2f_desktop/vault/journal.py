"""The journal of what happened on this laptop: facts go in, signed, together with what they change.

`record` is the one way in. The events of a journal that have no receipt are the queue of what waits to be sent.
"""

import time

import msgspec
from sqlalchemy import Connection, bindparam, func, select, update

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.events.envelope import Event, SignedEvent, read_event, signed
from f2f_desktop.events.facts import Fact, UnknownFact, type_of
from f2f_desktop.events.ids import new_event_id
from f2f_desktop.vault.projections import Placed, project
from f2f_desktop.vault.properties import device_key, stream_id
from f2f_desktop.vault.tables import dead_letters, events, reports


class Waiting(msgspec.Struct, frozen=True):
    """How much of the journal has reached nobody yet."""

    events: int
    """Without a receipt."""
    reports: int
    """Reports in force that have not been handed over: no receipt, and in no packet. However often one was
    corrected, it is one report; one that was undone is none."""
    unexported: int
    """Events that are not even in a packet."""


def now() -> Milliseconds:
    """The laptop's clock."""
    return Milliseconds(time.time_ns() // 1_000_000)


_INSERT = events.insert()


def record(connection: Connection, fact: Fact) -> Event:
    """Writes a fact and what it changes, in the caller's transaction; it is saved when that one commits."""
    stream = stream_id(connection)
    at = now()
    event = Event(new_event_id(at), stream, _last_seq_of(connection, stream) + 1, at, fact)
    envelope = signed(event, device_key(connection))
    inserted = connection.execute(
        _INSERT,
        {
            "id": event.id,
            "stream": stream,
            "seq": event.seq,
            "type": type_of(fact),
            "at": at,
            "body": envelope.body,
            "signature": envelope.signature,
        },
    )
    project(connection, Placed(inserted.lastrowid, event))
    return event


def last_seq(connection: Connection) -> int:
    """The number of the newest event in this device's stream; 0 before the first."""
    return _last_seq_of(connection, stream_id(connection))


_LAST_SEQ = select(func.max(events.c.seq)).where(events.c.stream == bindparam("of"))


def _last_seq_of(connection: Connection, stream: str) -> int:
    return connection.scalar(_LAST_SEQ, {"of": stream}) or 0


def newest(connection: Connection, like: Fact) -> Fact | UnknownFact | None:
    """The newest fact of the same kind as `like`, or None."""
    body = connection.scalar(
        select(events.c.body).where(events.c.type == type_of(like)).order_by(events.c.position.desc()).limit(1)
    )
    return None if body is None else read_event(body).fact


def waiting(connection: Connection) -> Waiting:
    """How much waits to be sent; what no hub took and the volunteer has discarded does not."""
    given_up = select(dead_letters.c.event_id).where(
        dead_letters.c.event_id == events.c.id, dead_letters.c.discarded_at.is_not(None)
    )
    open_events = select(func.count()).select_from(events).where(events.c.receipt.is_(None), ~given_up.exists())
    with_nobody = open_events.where(events.c.exported_at.is_(None))
    return Waiting(
        connection.scalar(open_events) or 0,
        connection.scalar(with_nobody.join(reports, reports.c.event_id == events.c.id)) or 0,
        connection.scalar(with_nobody) or 0,
    )


class Unsent(msgspec.Struct, frozen=True):
    """An event that nobody has acknowledged: its place in the journal and in its stream."""

    position: int
    seq: int
    event: SignedEvent


def unreceipted(connection: Connection) -> tuple[Unsent, ...]:
    """All events that nobody has acknowledged, of whatever stream, in the order in which they were recorded."""
    column = events.c
    rows = connection.execute(
        select(column.position, column.seq, column.body, column.signature)
        .where(column.receipt.is_(None))
        .order_by(column.position)
    )
    return tuple(Unsent(row.position, row.seq, SignedEvent(row.body, row.signature)) for row in rows)


def mark_exported(connection: Connection, last: int, at: Milliseconds) -> None:
    """Notes that what waits up to the position `last` is in a packet file; it still waits for a receipt."""
    connection.execute(
        update(events)
        .where(events.c.position <= last, events.c.receipt.is_(None), events.c.exported_at.is_(None))
        .values(exported_at=at)
    )
