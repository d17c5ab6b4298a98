"""What hubs hold of this laptop's events, and what they still lack.

The outbox is no table of its own: it is what a hub's receipt does not cover. An event's own mark (`receipt`) only says
that some hub has vouched for it.
"""

import hashlib
import secrets

import msgspec
from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.events.envelope import SignedEvent, read_event, signed
from f2f_desktop.events.facts import ReportCorrected
from f2f_desktop.protocol.receipts import EMPTY, Receipt, added
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.properties import STREAM, device_key, set_text, stream_id
from f2f_desktop.vault.tables import dead_letters, events, reports

# Statements that every round and every look at the standing run are made once.
_IS_DEAD = select(dead_letters.c.event_id).where(dead_letters.c.event_id == events.c.id).exists()
_LIVING = (
    select(events.c.id, events.c.seq, events.c.body, events.c.signature)
    .where(~_IS_DEAD, events.c.stream == bindparam("of"))
    .order_by(events.c.seq)
)
_MARK_ALL = (
    update(events)
    .where(events.c.stream == bindparam("of"), events.c.receipt.is_(None), ~_IS_DEAD)
    .values(receipt=bindparam("by"))
)
_MARKED = select(events.c.id).where(events.c.stream == bindparam("of"), events.c.receipt == bindparam("by"))
_STREAMS = select(events.c.stream).group_by(events.c.stream).order_by(func.min(events.c.position))
_UNVOUCHED = select(func.count()).select_from(events).where(events.c.receipt.is_(None), ~_IS_DEAD)
_IN_FORCE = select(func.count()).select_from(reports).join(events, events.c.id == reports.c.event_id)
_SAFE_REPORTS = _IN_FORCE.where(events.c.receipt.is_not(None))
_WAITING_REPORTS = _IN_FORCE.where(events.c.receipt.is_(None), ~_IS_DEAD)
_DEAD = (
    select(dead_letters.c.code, dead_letters.c.text, events.c.id, events.c.type, events.c.at, events.c.body)
    .join(events, events.c.id == dead_letters.c.event_id)
    .where(dead_letters.c.discarded_at.is_(None))
    .order_by(events.c.position)
)


class OwnStream(msgspec.Struct, frozen=True):
    """What this laptop has of one of its streams, dead letters apart."""

    stream: str
    highest: int
    count: int
    digest: bytes


class Outgoing(msgspec.Struct, frozen=True):
    """An event to be sent."""

    id: str
    seq: int
    event: SignedEvent


class DeadLetterHere(msgspec.Struct, frozen=True):
    """An event that a hub would not take."""

    event_id: str
    type: str
    recorded_at: Milliseconds
    code: str
    text: str
    body: bytes


def own_streams(connection: Connection) -> list[str]:
    """Every stream that has events of this laptop, and the one that new events go to."""
    return list(dict.fromkeys([*connection.scalars(_STREAMS), stream_id(connection)]))


def own_stream(connection: Connection, stream: str) -> OwnStream:
    """What there is of a stream."""
    highest, count, digest = 0, 0, EMPTY
    rows = connection.execute(_LIVING, {"of": stream}).all()
    if rows:
        highest, count = max(row.seq for row in rows), len(rows)
        digest = added(EMPTY, (row.body for row in rows))
    return OwnStream(stream, highest, count, digest)


def lacking(connection: Connection, receipt: Receipt, most: int, most_bytes: int) -> list[Outgoing]:
    """The first events of the receipt's stream that its hub lacks; at least one, if there is any."""
    found: list[Outgoing] = []
    size = 0
    for row in connection.execute(_LIVING, {"of": receipt.stream}):
        if receipt.has(row.seq):
            continue
        size += len(row.body)
        if found and (len(found) == most or size > most_bytes):
            break
        found.append(Outgoing(row.id, row.seq, SignedEvent(row.body, row.signature)))
    return found


def note_receipt(connection: Connection, receipt: Receipt, hub: bytes) -> bool:
    """Marks what the receipt covers, and unmarks what its hub has lost. True if it covers the whole stream.

    Only an equal digest says that the hub holds the same bytes; without it nothing is newly marked, and what was
    marked stays so only if the digest is that of the events which the receipt speaks of.
    """
    own = own_stream(connection, receipt.stream)
    if (receipt.count, receipt.highest, receipt.digest) == (own.count, own.highest, own.digest):
        connection.execute(_MARK_ALL, {"of": receipt.stream, "by": hub})
        return True
    proven = _proven(connection, receipt)
    marked = connection.scalars(_MARKED, {"of": receipt.stream, "by": hub})
    lost = [each for each in marked if each not in proven]
    for start in range(0, len(lost), 500):
        connection.execute(update(events).where(events.c.id.in_(lost[start : start + 500])).values(receipt=None))
    return False


def note_covered(connection: Connection, receipt: Receipt, hub: bytes) -> None:
    """Marks what an older receipt covers: one that came by file, while more was recorded here.

    Its digest must be that of the events that it speaks of; otherwise nothing is marked.
    """
    mark(connection, list(_proven(connection, receipt)), hub)


def _proven(connection: Connection, receipt: Receipt) -> dict[str, None]:
    """Ids of the events that the receipt speaks of, if its digest is theirs; otherwise none."""
    rows = [row for row in connection.execute(_LIVING, {"of": receipt.stream}) if receipt.has(row.seq)]
    same = len(rows) == receipt.count and added(EMPTY, (row.body for row in rows)) == receipt.digest
    return dict.fromkeys(row.id for row in rows) if same else {}


def covers_everything(connection: Connection, receipt: Receipt) -> bool:
    """Whether a receipt is for all that was ever recorded here: its stream is the only one with anything in it."""
    written = [each for each in (own_stream(connection, name) for name in own_streams(connection)) if each.count]
    return [(each.stream, each.count, each.digest) for each in written] == [
        (receipt.stream, receipt.count, receipt.digest)
    ]


def unvouched(connection: Connection) -> int:
    """How many events no hub has vouched for, dead letters apart."""
    return connection.scalar(_UNVOUCHED) or 0


def mark(connection: Connection, ids: list[str], hub: bytes) -> None:
    """Marks events that a hub vouched for one by one."""
    for start in range(0, len(ids), 500):
        connection.execute(
            update(events)
            .where(events.c.id.in_(ids[start : start + 500]), events.c.receipt.is_(None))
            .values(receipt=hub)
        )


def short_hash(body: bytes) -> bytes:
    """What hubs tell an event's bytes apart by: the first 16 bytes of their SHA-256."""
    return hashlib.sha256(body).digest()[:16]


def differing(connection: Connection, stream: str, held: dict[int, bytes]) -> tuple[list[str], list[str]]:
    """Ids of the stream's events whose bytes the hub holds, and of those in whose place it holds others."""
    same: list[str] = []
    other: list[str] = []
    for row in connection.execute(_LIVING, {"of": stream}):
        if row.seq in held:
            (same if held[row.seq] == short_hash(row.body) else other).append(row.id)
    return same, other


def begin_stream(connection: Connection) -> str:
    """New events go to a new stream from now on."""
    stream = secrets.token_hex(16)
    set_text(connection, STREAM, stream)
    return stream


def move_to_new_stream(connection: Connection, ids: list[str]) -> str:
    """Gives events new places in a new stream, and new signatures; they keep their ids, order and facts."""
    stream = begin_stream(connection)
    key = device_key(connection)
    rows = connection.execute(
        select(events.c.id, events.c.body).where(events.c.id.in_(ids)).order_by(events.c.position)
    ).all()
    connection.execute(update(events).where(events.c.id.in_(ids)).values(receipt=None))
    for seq, row in enumerate(rows, 1):
        moved = signed(msgspec.structs.replace(read_event(row.body), stream=stream, seq=seq), key)
        connection.execute(
            update(events)
            .where(events.c.id == row.id)
            .values(stream=stream, seq=seq, body=moved.body, signature=moved.signature)
        )
    return stream


def bury(connection: Connection, event_id: str, hub: bytes, code: str, text: str) -> None:
    """Notes that a hub would not take an event."""
    statement = insert(dead_letters).values(event_id=event_id, hub=hub, code=code, text=text, at=now())
    connection.execute(statement.on_conflict_do_update(["event_id"], set_={"code": code, "text": text}))


def dead(connection: Connection) -> list[DeadLetterHere]:
    """What no hub took and nobody has discarded, in the order in which it was recorded."""
    return [
        DeadLetterHere(row.id, row.type, Milliseconds(row.at), row.code, row.text, row.body)
        for row in connection.execute(_DEAD)
    ]


def dead_events(connection: Connection) -> list[Outgoing]:
    """The events of `dead`, as they were signed."""
    rows = connection.execute(
        select(events.c.id, events.c.seq, events.c.body, events.c.signature)
        .join(dead_letters, dead_letters.c.event_id == events.c.id)
        .where(dead_letters.c.discarded_at.is_(None))
        .order_by(events.c.position)
    )
    return [Outgoing(row.id, row.seq, SignedEvent(row.body, row.signature)) for row in rows]


def reports_counted(connection: Connection) -> tuple[int, int]:
    """How many reports in force a hub has vouched for, and how many wait; dead letters are neither."""
    return connection.scalar(_SAFE_REPORTS) or 0, connection.scalar(_WAITING_REPORTS) or 0


def revive(connection: Connection, event_id: str) -> None:
    """Lets an event be sent once more."""
    connection.execute(dead_letters.delete().where(dead_letters.c.event_id == event_id))


def discard(connection: Connection, event_id: str) -> None:
    """Shows a dead letter no longer; its event stays in the journal."""
    connection.execute(update(dead_letters).where(dead_letters.c.event_id == event_id).values(discarded_at=now()))


def keep_discarded(connection: Connection, event_id: str) -> None:
    """Undoes `discard`."""
    connection.execute(update(dead_letters).where(dead_letters.c.event_id == event_id).values(discarded_at=None))


def superseded_by(connection: Connection, event_id: str) -> str:
    """The event that a correction names as the one that it replaces; empty if it is no correction."""
    body = connection.scalar(select(events.c.body).where(events.c.id == event_id))
    fact = read_event(body).fact if body is not None else None
    return fact.supersedes if isinstance(fact, ReportCorrected) else ""
