"""Makes a hub's projections anew in a process that is killed in the middle.

    python -m tests.hub.rebuilding_worker DATABASE STATEMENT [--resume] [--careless]

At the given SQL statement the process kills itself, as `kill -9` and the system's want of memory do; 0: it finishes.
`--careless` plants a bug: the position moves in a transaction before that of the figures.
"""

import argparse
import os
import signal
from pathlib import Path
from typing import Any

from sqlalchemy import event, func, select

from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.results.projector import advance, start_anew
from f2f_desktop.hub.tables import campaigns, projected

AT_ONCE = 25
"""Events in a transaction: there are many to be interrupted."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("statement", type=int)
    parser.add_argument("--at-once", type=int, default=AT_ONCE)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--careless", action="store_true")
    words = parser.parse_args()
    on_server = words.database.startswith("postgresql:")
    database = HubDatabase(words.database if on_server else Path(words.database))
    _die_at(database, words.statement)
    if not words.resume:
        with database.writing() as connection:
            start_anew(connection)
    while True:
        former = _move_ahead(database, words.at_once) if words.careless else None
        with database.writing() as connection:
            if former is not None:
                connection.execute(projected.update().values(position=former))
            if not advance(connection, words.at_once):
                break
    database.close()


def _die_at(database: HubDatabase, statement: int) -> None:
    count = 0

    @event.listens_for(database.engine, "before_cursor_execute")
    def counted(*_: Any) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)


def _move_ahead(database: HubDatabase, by: int) -> int | None:
    """Says that the next events are in the projections, before they are; gives where the position was."""
    with database.writing() as connection:
        former = connection.scalar(select(projected.c.position))
        newest = connection.scalar(select(func.max(campaigns.c.position))) or 0
        if former is not None:
            connection.execute(projected.update().values(position=min(former + by, newest)))
    return former


if __name__ == "__main__":
    main()
