"""Who voted when: history files with a row per vote, reduced to the last general elections.

General elections are found in the history itself, by the words or the days that the layout declares.
"""
# ruff: noqa: S608 - a text of the user gets into a statement through `literal` alone

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from f2f_desktop.progress import Progress
from f2f_desktop.voterfile.cleaning import read_date
from f2f_desktop.voterfile.elections import Elections, newest_elections
from f2f_desktop.voterfile.errors import HistoryUnusable
from f2f_desktop.voterfile.history_columns import federal_election_day
from f2f_desktop.voterfile.layout import History
from f2f_desktop.voterfile.scanning import Database, FileColumns, Scan, among, literal

_NAMED = 12

_Texts = tuple[str, str]
"""An election's date and kind, as a history file writes them."""


def load_votes(
    database: Database,
    history: History,
    scans: Sequence[Scan],
    formats: Sequence[str],
    at_most: int,
    today: date,
    progress: Progress,
) -> Elections:
    """Makes the table `votes` (id, voted) out of the `at_most` newest general elections up to `today`.

    Bit i is set for who voted in election i; only kept voters. Raises HistoryUnusable where there is no election.
    """
    votes: Counter[date] = Counter()
    texts: dict[date, set[_Texts]] = defaultdict(set)
    rows = 0
    others: Counter[str] = Counter()
    for scan in scans:
        found = database.rows(
            f"SELECT {scan.columns.text(history.date)}, {scan.columns.text(history.election or None)}, count(*),"
            f" count(*) FILTER (WHERE {counted_rows(history, scan.columns)}) FROM {scan.relation} GROUP BY ALL",
            progress,
        )
        for day_text, kind, lines, counted in found:
            rows += lines
            day = read_date(day_text, formats)
            if day is not None and day <= today and may_be_general(history, day) and says_general(history, kind):
                votes[day] += counted
                texts[day].add((day_text, kind))
            else:
                others[kind or day_text] += lines
    days = newest_elections(votes, at_most)
    if not days:
        raise no_general_election(others)
    _make_table(database, history, scans, [texts[day] for day in days], progress)
    return Elections(days, sum(votes[day] for day in days), rows)


def _make_table(
    database: Database, history: History, scans: Sequence[Scan], texts: Sequence[set[_Texts]], progress: Progress
) -> None:
    known = [
        f"({literal(day)}, {literal(kind)}, {1 << bit}::UINTEGER)"
        for bit, written in enumerate(texts)
        for day, kind in sorted(written)
    ]
    database.execute(
        "CREATE TABLE general AS SELECT * FROM (VALUES " + ", ".join(known) + ") AS t(day, kind, bit)", progress
    )
    parts = [
        f"SELECT {scan.columns.text(history.id)} AS id, {scan.columns.text(history.date)} AS day,"
        f" {scan.columns.text(history.election or None)} AS kind FROM {scan.relation}"
        f" WHERE {counted_rows(history, scan.columns)}"
        for scan in scans
    ]
    database.execute(
        "CREATE TABLE votes AS SELECT id, bit_or(bit) AS voted FROM (" + " UNION ALL ".join(parts) + ") AS h"
        " JOIN general USING (day, kind) WHERE id IN (SELECT id FROM kept) GROUP BY id",
        progress,
    )


def no_general_election(others: Counter[str]) -> HistoryUnusable:
    """The error where a history holds only these kinds of elections."""
    seen = ", ".join(repr(kind) for kind, _ in others.most_common(_NAMED))
    return HistoryUnusable(
        f"The history holds no general election. It holds {seen or 'nothing'}.",
        "Check that it belongs to these voter files; a mapping file says which elections are general.",
    )


def may_be_general(history: History, day: date) -> bool:
    """Whether an election on this day may have been a general one."""
    return not history.november or (day.year % 2 == 0 and day == federal_election_day(day.year))


def says_general(history: History, kind: str) -> bool:
    """Whether this text calls an election a general one; so does any where a history has no such texts."""
    words = kind.upper()
    return not history.election or (
        any(word.upper() in words for word in history.general)
        and not any(word.upper() in words for word in history.not_general)
    )


def counted_rows(history: History, columns: FileColumns) -> str:
    """SQL for: this row is a vote that counted."""
    if not history.vote:
        return "true"
    vote = columns.text(history.vote)
    if history.counted:
        return among(vote, history.counted)
    return f"NOT {among(vote, history.not_counted)}"
