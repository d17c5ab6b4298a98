"""Who voted when, in files that have a column for each election: `GENERAL-11/03/2020`, `General20`, `vb_vf_g2020`."""
# ruff: noqa: S608 - a text of the user gets into a statement through `literal` alone

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from f2f_desktop.progress import Progress
from f2f_desktop.voterfile.elections import Elections, newest_elections
from f2f_desktop.voterfile.forms import Form
from f2f_desktop.voterfile.layout import ElectionColumns, Layout
from f2f_desktop.voterfile.scanning import Database, Scan, among

_CENTURY = 2000


def federal_election_day(year: int) -> date:
    """The Tuesday after the first Monday of November (2 U.S.C. § 7)."""
    first = date(year, 11, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 1)


def columns_of_elections(form: Form, layout: Layout) -> dict[int, date]:
    """The columns of general elections in a file: place to day."""
    declared = layout.election_columns
    if declared is None:
        return {}
    days = ((place, _day_of(name, declared)) for place, name in enumerate(form.names))
    return {place: day for place, day in days if day is not None}


def load_votes_by_column(
    database: Database,
    layout: Layout,
    scans: Sequence[Scan],
    at_most: int,
    today: date,
    progress: Progress,
) -> Elections:
    """Makes the table `votes` (id, voted) out of the columns of the `at_most` newest general elections.

    Bit i is set for who voted in election i. No elections where no file has such columns.
    """
    declared = layout.election_columns
    known = [
        (
            scan,
            {place: day for place, day in columns_of_elections(scan.columns.form, layout).items() if day <= today},
        )
        for scan in scans
    ]
    known = [(scan, columns) for scan, columns in known if columns]
    if declared is None or not known:
        return Elections((), 0, 0)
    votes: Counter[date] = Counter()
    rows = 0
    for scan, columns in known:
        counts = ", ".join(f"count(*) FILTER (WHERE {_voted(declared, scan, place)})" for place in columns)
        ((lines, *counted),) = database.rows(f"SELECT count(*), {counts} FROM {scan.relation}", progress)
        rows += lines
        for day, count in zip(columns.values(), counted, strict=True):
            votes[day] += count
    days = newest_elections(votes, at_most)
    parts = [_bits(layout, declared, scan, columns, days) for scan, columns in known]
    database.execute(
        "CREATE TABLE votes AS SELECT id, bit_or(bit)::UINTEGER AS voted FROM ("
        + " UNION ALL ".join(parts)
        + ") AS h WHERE bit > 0 AND id IN (SELECT id FROM kept) GROUP BY id",
        progress,
    )
    return Elections(days, sum(votes[day] for day in days), rows)


def _bits(
    layout: Layout, declared: ElectionColumns, scan: Scan, columns: dict[int, date], days: Sequence[date]
) -> str:
    """SQL for id and votes of each row."""
    bits = " | ".join(
        f"(CASE WHEN {_voted(declared, scan, place)} THEN {1 << days.index(day)} ELSE 0 END)"
        for place, day in columns.items()
        if day in days
    )
    return f"SELECT {scan.columns.text(layout.columns['id'])} AS id, ({bits or '0'}) AS bit FROM {scan.relation}"


def _voted(declared: ElectionColumns, scan: Scan, place: int) -> str:
    text = scan.columns.at(place)
    return among(text, declared.voted) if declared.voted else f"NOT {among(text, declared.not_voted)}"


def _day_of(name: str, declared: ElectionColumns) -> date | None:
    """The day of the general election whose column has this name; None where it is of none."""
    for pattern in declared.general:
        found = re.fullmatch(pattern, name, re.IGNORECASE)
        if found is None:
            continue
        parts = {part: int(text) for part, text in found.groupdict().items() if text}
        year = parts["year"] + (_CENTURY if parts["year"] < 100 else 0)
        try:
            day = date(year, parts["month"], parts["day"]) if "month" in parts else federal_election_day(year)
        except (ValueError, KeyError):
            continue
        if declared.november and (year % 2 or day != federal_election_day(year)):
            continue
        return day
    return None
