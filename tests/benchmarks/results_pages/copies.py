"""Many copies of what the projector made of a few events: ten million rows in minutes, by SQL alone.

A copy's rows are the first one's with `TOKEN` in every id replaced. Pushes of all copies are mixed, as they would have
arrived. Sums over everybody are multiplied. That these are the rows that the projector makes is checked in the same
run (`rebuilding`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import sqlcipher3.dbapi2
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, DropIndex

from f2f_desktop.hub.tables import PROJECTIONS, events, figures
from tests.benchmarks.results_pages.weeks import PUSH, TOKEN

COPIED = tuple(table for table in (events, *PROJECTIONS) if table.name != "projected")
IDS = {
    *("id", "event_id", "stream", "device_id", "contact_id", "voter_id"),
    *("point_hash", "supersedes", "voided", "code"),
}
BLOBS = {"body", "counted"}
POSITIONS = {"position", "last_position"}


def multiply(where: Path | str, copies: int) -> None:
    """Replaces the rows of the first copy by those of so many."""
    with _connected(where) as (run, dialect):
        run("CREATE TABLE copies (k integer, token text)")
        for copy in range(copies):
            run(f"INSERT INTO copies VALUES ({copy}, 'k{copy:03d}k')")
        for table in COPIED:
            indexes = [
                (str(DropIndex(index).compile(dialect=dialect)), str(CreateIndex(index).compile(dialect=dialect)))
                for index in table.indexes
            ]
            for drop, _ in indexes:
                run(drop)
            run(f"CREATE TABLE first_copy AS SELECT * FROM {table.name}")
            run(f"DELETE FROM {table.name}")
            run(_insert(table, copies, on_sqlite=isinstance(where, Path)))
            run("DROP TABLE first_copy")
            for _, create in indexes:
                run(create)
        run(f"UPDATE campaigns SET position = position * {copies}")
        run(f"UPDATE projected SET position = position * {copies}")
        run("DROP TABLE copies")
        if not isinstance(where, Path):
            run("VACUUM ANALYZE")


def _insert(table: Table, copies: int, *, on_sqlite: bool) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.c)
    values = ", ".join(_value(column.name, copies, on_sqlite=on_sqlite) for column in table.c)
    insert = f"INSERT INTO {table.name} ({names}) SELECT {values} FROM first_copy CROSS JOIN copies"
    if table is not figures:
        return insert
    # What belongs to everybody is one row, of all copies together.
    total = values.replace('"value"', f'"value" * {copies}')
    everybody = f"SELECT {total} FROM first_copy, copies WHERE device_id = '' AND k = 0"
    return f"{insert} WHERE device_id <> '' UNION ALL {everybody}"


def _value(name: str, copies: int, *, on_sqlite: bool) -> str:
    if name in IDS:
        return f"""replace("{name}", '{TOKEN}', token)"""
    if name in POSITIONS:
        return f'((("{name}" - 1) / {PUSH}) * {copies} + k) * {PUSH} + ("{name}" - 1) % {PUSH} + 1'
    if name in BLOBS:
        if on_sqlite:
            return f"""CAST(replace(CAST("{name}" AS TEXT), '{TOKEN}', token) AS BLOB)"""
        return f"""convert_to(replace(convert_from("{name}", 'UTF8'), '{TOKEN}', token), 'UTF8')"""
    return f'"{name}"'


@contextmanager
def _connected(where: Path | str) -> Iterator[tuple[Any, Any]]:
    """A connection that is fast and safe from nothing: who is interrupted begins anew."""
    if isinstance(where, Path):
        file = sqlcipher3.dbapi2.connect(str(where), isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1500000", "foreign_keys=OFF"):
            file.execute(f"PRAGMA {pragma}")
        file.execute("PRAGMA temp_store=FILE")
        yield file.execute, sqlite.dialect()
        file.close()
        return
    with psycopg.connect(where, autocommit=True) as server:
        for setting in ("fsync=off", "max_wal_size='6GB'", "full_page_writes=off"):
            server.execute(f"ALTER SYSTEM SET {setting}")
        server.execute("SELECT pg_reload_conf()")
        for setting in ("session_replication_role=replica", "maintenance_work_mem='800MB'"):
            server.execute(f"SET {setting}")
        yield server.execute, postgresql.dialect()
        for setting in ("fsync", "max_wal_size", "full_page_writes"):
            server.execute(f"ALTER SYSTEM RESET {setting}")
        server.execute("SELECT pg_reload_conf()")
        server.execute("CHECKPOINT")
