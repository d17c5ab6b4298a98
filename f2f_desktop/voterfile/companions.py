"""Companion files: what they say about a code gets joined to the rows of a voter file or a history, in SQL.

A companion has one or more rows for each combination of the columns in which it agrees with the file that it adds
to: one row for each election code with its date, or one for each district in which a precinct lies.
"""
# ruff: noqa: S608 - a text of the user gets into a statement through `literal` alone

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.layout import Added, Companion, Layout
from f2f_desktop.voterfile.scanning import Database, FileColumns, Join, Scan, among, holds


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
            condition = _condition(scan.columns, added)
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


def _condition(columns: FileColumns, added: Added) -> str:
    """SQL for: this row of the companion is one of those that give the column its text."""
    if not added.when:
        return "true"
    text = columns.text(added.when)
    return among(text, added.equals) if added.equals else holds(text, added.holds)


def with_kinds_of(layout: Layout, companion: Companion, database: Database, scans: Sequence[Scan]) -> Layout:
    """The layout with every kind of district that the rows of this companion speak of, besides those it declares."""
    texts = {
        str(text)
        for scan in scans
        if scan.columns.has(companion.kinds)
        for (text,) in database.rows(
            f"SELECT DISTINCT {scan.columns.text(companion.kinds)} FROM {scan.relation}", no_progress
        )
    }
    adds, more, also = dict(companion.adds), dict(layout.more_districts), dict(layout.also)
    for text in sorted(texts):
        kind = "_".join(re.findall("[0-9a-z]+", text.casefold()))
        if not kind or kind in layout.kinds:
            continue
        adds[f"{kind} of {companion.title}"] = Added(companion.code, companion.kinds, equals=(text,))
        more[kind] = f"{kind} of {companion.title}?"
        if companion.also and kind not in also:
            adds[f"{kind} of {companion.title} also"] = Added(companion.also, companion.kinds, equals=(text,))
            also[kind] = f"{kind} of {companion.title} also?"
    wider = msgspec.structs.replace(companion, adds=adds)
    companions = tuple(wider if each is companion else each for each in layout.companions)
    return msgspec.structs.replace(layout, more_districts=more, also=also, companions=companions)


def with_companion(scan: Scan, adding: Adding) -> Scan:
    """The scan with the columns that the companion adds; itself where it lacks a column in which they agree."""
    columns = scan.columns
    if not adding.keys or not all(columns.has(key) for key in adding.keys):
        return scan
    names = tuple(adding.companion.adds)
    on = " AND ".join(f"{columns.text(key)} = {adding.table}.k{place}" for place, key in enumerate(adding.keys))
    join = Join(adding.table, on, len(columns.form.names), len(names))
    return replace(scan, columns=columns.with_more(names), joins=(*scan.joins, join))
