"""The projections made anew from the events, killed in the middle and resumed: the same rows as before?

This is also what says that `copies` makes the rows that the projector makes.
"""

import hashlib
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Table, select

from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.results.projector import projected_events, stored_events
from f2f_desktop.hub.tables import PROJECTIONS

AT_ONCE = 400
KILLED_AFTER = 1 / 40
"""SQL statements per event until the first kill; the second one comes after half as many."""


class Rebuilt(msgspec.Struct, frozen=True):
    """How it went; `differing`: tables that are not what they were."""

    events: int
    seconds: float
    killed_at: tuple[int, ...]
    differing: tuple[str, ...]


def rebuilt(where: Path | str) -> Rebuilt:
    """Makes a database's projections anew, with two kills."""
    before = _digests(where)
    kill = int(_read(where, stored_events) * KILLED_AFTER)
    begun = time.perf_counter()
    killed = []
    for statement, words in ((kill, ()), (kill // 2, ("--resume",))):
        assert _worker(where, statement, *words) == -signal.SIGKILL, "it was done before it was killed"
        killed.append(_read(where, projected_events))
    assert _worker(where, 0, "--resume") == 0
    seconds = time.perf_counter() - begun
    after = _digests(where)
    events = _read(where, stored_events)
    return Rebuilt(events, seconds, tuple(killed), tuple(name for name in before if before[name] != after[name]))


def _worker(where: Path | str, statement: int, *words: str) -> int:
    command = [sys.executable, "-m", "tests.hub.rebuilding_worker", str(where), str(statement)]
    return subprocess.run([*command, "--at-once", str(AT_ONCE), *words], check=False).returncode


def _read(where: Path | str, work) -> int:  # type: ignore[no-untyped-def]
    database = HubDatabase(where)
    try:
        with database.reading() as connection:
            return int(work(connection))
    finally:
        database.close()


def _digests(where: Path | str) -> dict[str, tuple[int, int]]:
    """Of each projection the number of rows and the sum of their hashes: the order does not matter."""
    database = HubDatabase(where)
    try:
        with database.reading() as connection:
            return {table.name: _digest(connection, table) for table in PROJECTIONS}
    finally:
        database.close()


def _digest(connection: Connection, table: Table) -> tuple[int, int]:
    count = total = 0
    # A sum that has come down to zero is the same as none.
    rows = connection.execution_options(stream_results=True).execute(
        select(table).where(table.c.value != 0) if "value" in table.c else select(table)
    )
    for row in rows:
        count += 1
        total += int.from_bytes(hashlib.sha256(repr(_plain(row)).encode()).digest(), "big")
    return count, total % (1 << 256)


def _plain(row: object) -> tuple[object, ...]:
    """The row; JSON in it without an order."""
    return tuple(_sorted(value) if isinstance(value, bytes) else value for value in row)  # type: ignore[attr-defined]


def _sorted(value: bytes) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(value), order="deterministic")
