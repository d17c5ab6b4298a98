"""What must hold of any vault, whatever happened to it."""

from sqlalchemy import Connection, Table, select, text

from f2f_desktop.events.envelope import SignedEvent, verified_event
from f2f_desktop.vault.projections import rebuild
from f2f_desktop.vault.properties import device_key
from f2f_desktop.vault.tables import PROJECTIONS, events, message_texts, messages


def rows_of(connection: Connection, table: Table) -> list[tuple[object, ...]]:
    """Everything in a table, in an order of its own."""
    return sorted((tuple(row) for row in connection.execute(select(table))), key=repr)


def projected(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """What the projections hold."""
    return {table.name: rows_of(connection, table) for table in PROJECTIONS}


def assert_sound(connection: Connection) -> None:
    """Numbers without gaps, every signature good, projections as rebuilt, no message without its text."""
    assert connection.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
    rows = connection.execute(select(events).order_by(events.c.position)).all()
    for stream in {row.stream for row in rows}:
        numbers = [row.seq for row in rows if row.stream == stream]
        assert numbers == list(range(1, len(numbers) + 1))
    if rows:
        device = device_key(connection).public
        for row in rows:
            event = verified_event(SignedEvent(row.body, row.signature), device)
            assert (event.id, event.seq, event.stream) == (row.id, row.seq, row.stream)
    texts = set(connection.scalars(select(message_texts.c.event_id)))
    assert set(connection.scalars(select(messages.c.event_id))) <= texts
    before = projected(connection)
    savepoint = connection.begin_nested()
    rebuild(connection)
    rebuilt = projected(connection)
    savepoint.rollback()
    assert rebuilt == before
