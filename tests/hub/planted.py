"""Bugs to plant: each takes one defence out, and gives the function that puts it back."""

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from f2f_desktop.events.envelope import read_event, signed
from f2f_desktop.events.ids import new_event_id
from f2f_desktop.hub import intake
from f2f_desktop.protocol.receipts import Receipt
from f2f_desktop.sync import pulling
from f2f_desktop.sync.pushing import _Run
from f2f_desktop.vault import hubs, outbox
from f2f_desktop.vault.properties import device_key
from f2f_desktop.vault.tables import events
from tests.hub import histories
from tests.hub.in_memory import Memory

Undo = Callable[[], None]


def _patched(*changes: tuple[Any, str, Any]) -> Undo:
    former = [(place, name, getattr(place, name)) for place, name, _ in changes]
    for place, name, value in changes:
        setattr(place, name, value)

    def undo() -> None:
        for place, name, value in former:
            setattr(place, name, value)

    return undo


def no_unique_events() -> Undo:
    """The hub takes in whatever comes: no look at what it holds, no UNIQUE."""
    empty, begun, vaults = histories.beginning()
    loose = []
    for pages in (empty, begun):
        memory = Memory(pages)
        memory.raw.execute("ALTER TABLE events RENAME TO strict_events")
        memory.raw.execute("CREATE TABLE events AS SELECT * FROM strict_events")
        loose.append(memory.copy())
        memory.close()
    return _patched(
        (intake, "_held", lambda *_: {}),
        (histories, "beginning", lambda: (*loose, vaults)),
    )


def local_flags() -> Undo:
    """The laptop marks what it sends, and believes its own marks instead of the hub's receipt."""

    def note_receipt(connection: Connection, receipt: Receipt, hub: bytes) -> bool:
        waiting = select(events.c.id).where(events.c.stream == receipt.stream, events.c.receipt.is_(None))
        return not connection.scalars(waiting).all()

    def lacking(connection: Connection, receipt: Receipt, most: int, size: int) -> list[outbox.Outgoing]:
        nothing = msgspec.structs.replace(receipt, highest=0, count=0, gaps=())
        waiting = set(
            connection.scalars(
                select(events.c.id).where(events.c.stream == receipt.stream, events.c.receipt.is_(None))
            )
        )
        found = [each for each in former(connection, nothing, most, size) if each.id in waiting]
        outbox.mark(connection, [each.id for each in found], b"sent")
        return found

    former = outbox.lacking
    return _patched((outbox, "note_receipt", note_receipt), (outbox, "lacking", lacking))


def no_digest() -> Undo:
    """A receipt with the right numbers is believed, whatever the bytes."""

    def note_receipt(connection: Connection, receipt: Receipt, hub: bytes) -> bool:
        own = outbox.own_stream(connection, receipt.stream)
        return former(connection, msgspec.structs.replace(receipt, digest=own.digest), hub)

    former = outbox.note_receipt
    return _patched((outbox, "note_receipt", note_receipt))


def no_comparing() -> Undo:
    """What lies in another's place in the stream is left there."""
    return _patched((_Run, "_compare", lambda *_: ""))


def cursor_before_page() -> Undo:
    """Where the next page begins is stored before the page itself."""

    def pull_changes(vault: Any, hub: Any, client: Any) -> tuple[int, int]:
        def store_page(connection: Connection, key: bytes, *where: Any) -> None:
            former(connection, key, *where[:-1], ())
            later.append(lambda: _stored_later(vault, key, *where))

        later: list[Callable[[], None]] = []
        undo = _patched((hubs, "store_page", store_page))
        try:
            done = original(vault, hub, client)
        finally:
            undo()
        for each in later:
            each()
        return done

    def _stored_later(vault: Any, key: bytes, *where: Any) -> None:
        with vault.transaction() as connection:
            former(connection, key, *where)

    former, original = hubs.store_page, pulling._pull_changes
    return _patched((pulling, "_pull_changes", pull_changes))


def new_ids_for_resends() -> Undo:
    """What is sent once more is sent as if it were new."""
    sent: set[str] = set()

    def lacking(connection: Connection, receipt: Receipt, most: int, size: int) -> list[outbox.Outgoing]:
        found = []
        for each in former(connection, receipt, most, size):
            if each.id in sent:
                event = msgspec.structs.replace(read_event(each.event.body), id=new_event_id(0))
                again = signed(event, device_key(connection))
                connection.exec_driver_sql("DROP TRIGGER IF EXISTS events_are_immutable")
                connection.exec_driver_sql("DROP TRIGGER IF EXISTS received_events_stay")
                connection.execute(
                    update(events)
                    .where(events.c.id == each.id)
                    .values(id=event.id, body=again.body, signature=again.signature)
                )
                found.append(outbox.Outgoing(event.id, each.seq, again))
            else:
                sent.add(each.id)
                found.append(each)
        return found

    former = outbox.lacking
    return _patched((outbox, "lacking", lacking))


BUGS: dict[str, Callable[[], Undo]] = {
    each.__name__: each
    for each in (no_unique_events, local_flags, no_digest, no_comparing, cursor_before_page, new_ids_for_resends)
}
