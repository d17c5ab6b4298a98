"""The bare insert rate: the rows that a hub has written, into the same tables of a new database, by the driver alone.

No signature, no projection to be made, no duplicate to be looked for, no request: `INSERT` of rows that lie ready, in
transactions as durable as the hub's.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select

from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.tables import (
    books,
    campaigns,
    conversations,
    events,
    messages,
    opt_outs,
    progress,
    reports,
    voids,
)

POSITIONS = {
    **{table: table.c.position for table in (events, messages, reports, progress, books, opt_outs, voids)},
    conversations: conversations.c.last_position,
}
"""The tables that get a row or so per event, and by which position one finds it. Sums are left out: few rows."""

Rows = list[tuple[Table, list[tuple[Any, ...]]]]


def rows_after(where: Path | str, position: int, size: int) -> list[Rows]:
    """What a hub has written after a position, in transactions of so many events."""
    database = HubDatabase(where)
    with database.reading() as connection:
        end = connection.scalar(select(campaigns.c.position)) or 0
        found = [_between(connection, first, min(first + size, end)) for first in range(position, end, size)]
    database.close()
    return found


def _between(connection: Connection, after: int, to: int) -> Rows:
    found = [
        (table, [tuple(row) for row in connection.execute(select(table).where(of > after, of <= to))])
        for table, of in POSITIONS.items()
    ]
    return [(table, rows) for table, rows in found if rows]


def inserted(where: Path | str, hub: Path | str, transactions: Sequence[Rows]) -> float:
    """Inserts the rows into a database; gives the seconds. `hub` is where the campaign is copied from."""
    database = HubDatabase(where)
    _prepare(database, hub)
    paramstyle = "?" if database.on_sqlite else "%s"
    statements = {
        table: f"INSERT INTO {table.name} ({', '.join(f'{chr(34)}{column.name}{chr(34)}' for column in table.c)})"
        f" VALUES ({', '.join(paramstyle for _ in table.c)})"
        for table in POSITIONS
    }
    begun = time.perf_counter()
    for transaction in transactions:
        with database.writing() as connection:
            for table, rows in transaction:
                connection.exec_driver_sql(statements[table], rows)
    seconds = time.perf_counter() - begun
    database.close()
    return seconds


def _prepare(database: HubDatabase, hub: Path | str) -> None:
    """The row that all others refer to, once."""
    with database.reading() as connection:
        if connection.scalar(select(campaigns.c.position)) is not None:
            return
    source = HubDatabase(hub)
    with source.reading() as connection:
        rows = [row._asdict() for row in connection.execute(select(campaigns))]
    source.close()
    with database.writing() as connection:
        connection.execute(campaigns.insert(), rows)
