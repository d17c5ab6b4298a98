"""Other laptops' packets on their way to the hub, sealed to it, and the receipts that go back to those laptops."""

import hashlib

import msgspec
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.protocol.receipts import SignedReceipt
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.tables import carried


class Carried(msgspec.Struct, frozen=True):
    """A packet that this laptop carries or has carried."""

    hash: str
    name: str
    """The file that it came in."""
    size: int
    """Bytes that are still kept; 0 once the hub has them."""
    taken_at: Milliseconds
    handed_over_at: Milliseconds | None
    refusal: str
    """Why the hub would not take it, in words; empty: it has not been asked, or took it."""
    receipts: int = 0
    """How many came back for it."""


def carry(connection: Connection, name: str, data: bytes) -> bool:
    """Takes a sealed packet along; False where it was taken before. A refused one is tried once more."""
    key = hashlib.sha256(data).hexdigest()
    row = connection.execute(select(carried.c.refusal).where(carried.c.hash == key)).one_or_none()
    if row is not None:
        connection.execute(update(carried).where(carried.c.hash == key).values(refusal=""))
        return False
    values = {"hash": key, "name": name, "data": data, "taken_at": now(), "refusal": "", "receipts": b"[]"}
    connection.execute(insert(carried).values(**values).on_conflict_do_nothing())
    return True


def packets(connection: Connection) -> list[Carried]:
    """What is carried, and what was, the oldest first."""
    rows = connection.execute(select(carried).order_by(carried.c.taken_at, carried.c.hash))
    return [
        Carried(
            row.hash,
            row.name,
            len(row.data or b""),
            Milliseconds(row.taken_at),
            None if row.handed_over_at is None else Milliseconds(row.handed_over_at),
            row.refusal,
            len(msgspec.json.decode(row.receipts, type=list[SignedReceipt])),
        )
        for row in rows
    ]


_WAITING = (
    select(carried.c.hash)
    .where(carried.c.data.is_not(None), carried.c.refusal == "")
    .order_by(carried.c.taken_at, carried.c.hash)
)


def waiting(connection: Connection) -> list[str]:
    """Hashes of the packets that no hub has been given yet."""
    return list(connection.scalars(_WAITING))


def sealed_packet(connection: Connection, key: str) -> bytes:
    """The bytes of a packet that is still carried; empty if it is not."""
    return connection.scalar(select(carried.c.data).where(carried.c.hash == key)) or b""


def note_handed_over(connection: Connection, key: str, receipts: tuple[SignedReceipt, ...]) -> None:
    """The hub has the packet and has given receipts for it: only they are kept."""
    values = {"data": None, "handed_over_at": now(), "refusal": "", "receipts": msgspec.json.encode(receipts)}
    connection.execute(update(carried).where(carried.c.hash == key).values(**values))


def note_refused(connection: Connection, key: str, why: str) -> None:
    """The hub would not take the packet; it is kept, and tried again when it is imported again."""
    connection.execute(update(carried).where(carried.c.hash == key).values(refusal=why))


def forget_handed_over(connection: Connection) -> int:
    """Forgets the packets that the hub has, and their receipts; gives how many."""
    return connection.execute(delete(carried).where(carried.c.handed_over_at.is_not(None))).rowcount


def forget(connection: Connection, key: str) -> None:
    """Forgets a packet, whether the hub has it or not."""
    connection.execute(delete(carried).where(carried.c.hash == key))


def try_again(connection: Connection, key: str) -> None:
    """Lets a refused packet be handed over once more."""
    connection.execute(update(carried).where(carried.c.hash == key).values(refusal=""))


def receipts(connection: Connection) -> tuple[SignedReceipt, ...]:
    """The receipts that came back, for all packets that were handed over."""
    found: list[SignedReceipt] = []
    statement = select(carried.c.receipts).where(carried.c.handed_over_at.is_not(None))
    for data in connection.scalars(statement.order_by(carried.c.handed_over_at, carried.c.hash)):
        found += msgspec.json.decode(data, type=list[SignedReceipt])
    return tuple(found)
