"""Many rows into a table at once, in one statement of the database's own.

Core goes through every row several times in Python, and psycopg sends each by itself; where all rows are known that is
most of what an insert costs. SQLite's driver takes them as tuples, PostgreSQL as an array for each column.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Boolean, Connection, Integer, LargeBinary, String, Table

_ARRAYS = {String: "text", LargeBinary: "bytea", Boolean: "boolean", Integer: "integer", BigInteger: "bigint"}

IGNORED = "DO NOTHING"
"""For rows whose key is there already."""


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], conflict: str = ""
) -> None:
    """Inserts rows that all name the same columns.

    Args:
        conflict: what is done where a key is there already, as in `ON CONFLICT` (`IGNORED`, `replacing`, `adding`);
            none: an `IntegrityError`. No two rows may have the same key unless they are ignored.
    """
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        arrays = tuple([row[name] for row in rows] for name in columns)
        connection.exec_driver_sql(_from_arrays(table, columns, conflict), arrays)
    else:
        connection.exec_driver_sql(
            _from_tuples(table, columns, conflict), [tuple(row[name] for name in columns) for row in rows]
        )


def replacing(key: Sequence[str], names: Sequence[str]) -> str:
    """On a conflict of the key, these columns become the new row's."""
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    return f"({', '.join(key)}) DO UPDATE SET {changes}"


def adding(table: Table, key: Sequence[str], name: str) -> str:
    """On a conflict of the key, the new row's number is added to that of the old one."""
    return f'({", ".join(key)}) DO UPDATE SET "{name}" = {table.name}."{name}" + excluded."{name}"'


@cache
def _from_tuples(table: Table, columns: tuple[str, ...], conflict: str) -> str:
    return f"{_into(table, columns)} VALUES ({', '.join('?' for _ in columns)}){_on(conflict)}"


@cache
def _from_arrays(table: Table, columns: tuple[str, ...], conflict: str) -> str:
    arrays = ", ".join(f"%s::{_array(table, name)}[]" for name in columns)
    return f"{_into(table, columns)} SELECT * FROM unnest({arrays}){_on(conflict)}"  # noqa: S608 - names of ours


def _array(table: Table, name: str) -> str:
    return _ARRAYS[type(table.c[name].type)]


def _into(table: Table, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table.name} ({names})"


def _on(conflict: str) -> str:
    return f" ON CONFLICT {conflict}" if conflict else ""
