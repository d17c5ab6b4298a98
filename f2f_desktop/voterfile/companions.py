"""Companion files: what they say about a code gets joined to the rows of a voter file or a history, in SQL.

A companion has one or more rows for each combination of the columns in which it agrees with the file that it adds
to: one row for each election code with its date, or one for each district in which a precinct lies.
"""
# ruff: noqa: S608 - a text of the user gets into a statement through `literal` alone

from collections.abc import Sequence
from dataclasses import dataclass, replace

from f2f_desktop.progress import Progress
from f2f_desktop.voterfile.layout import Companion
from f2f_desktop.voterfile.scanning import Database, Join, Scan, holds


@dataclass(frozen=True)
class Adding:
    """A companion in a table of the database, ready to be joined."""

    companion: Companion
    table: str
    keys: tuple[str, ...]
    """The columns of `on` that the companion has; as columns of the table they are called k0, k1, ..."""


def load_companion(
    database: Database, companion: Companion, scans: Sequence[Scan], table: str, progress: Progress
) -> Adding:
    """Makes a table of a companion: a row for each combination of its keys, a column a0, a1, ... for what it adds."""
    keys = tuple(key for key in companion.on if all(scan.columns.has(key) for scan in scans))
    parts = []
    for scan in scans:
        named = [f"{scan.columns.text(key)} AS k{place}" for place, key in enumerate(keys)]
        for place, added in enumerate(companion.adds.values()):
            condition = holds(scan.columns.text(added.when), added.holds) if added.when else "true"
            named.append(
                f"CASE WHEN {condition} THEN nullif({scan.columns.text(added.column)}, '') END AS a{place}"
            )
        parts.append(f"SELECT {', '.join(named)} FROM {scan.relation}")
    grouped = [f"k{place}" for place in range(len(keys))]
    added_columns = [f"max(a{place}) AS a{place}" for place in range(len(companion.adds))]
    database.execute(
        f"CREATE TABLE {table} AS SELECT {', '.join([*grouped, *added_columns])}"
        f" FROM ({' UNION ALL '.join(parts)}) AS h GROUP BY {', '.join(grouped) or 'ALL'}",
        progress,
    )
    return Adding(companion, table, keys)


def with_companion(scan: Scan, adding: Adding) -> Scan:
    """The scan with the columns that the companion adds; itself where it lacks a column in which they agree."""
    columns = scan.columns
    if not adding.keys or not all(columns.has(key) for key in adding.keys):
        return scan
    names = tuple(adding.companion.adds)
    on = " AND ".join(f"{columns.text(key)} = {adding.table}.k{place}" for place, key in enumerate(adding.keys))
    join = Join(adding.table, on, len(columns.form.names), len(names))
    return replace(scan, columns=columns.with_more(names), joins=(*scan.joins, join))
