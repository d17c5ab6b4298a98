"""Who voted when: history files, reduced to the last general elections."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.voterfile.delimited import Lines, delimiter_of, opened, records
from f2f_desktop.voterfile.errors import HistoryUnusable
from f2f_desktop.voterfile.frequency import LAST_ELECTIONS
from f2f_desktop.voterfile.layout import History, Layout

PROGRESS_EVERY = 50_000


class Histories(msgspec.Struct, frozen=True):
    """The last general elections and who voted in each."""

    elections: tuple[dt.date, ...] = ()
    """Oldest first."""
    voters: tuple[frozenset[str], ...] = ()
    """Ids of those who voted, by election."""
    votes: int = 0
    """Rows that were votes in general elections."""

    def voted(self, ids: Sequence[str]) -> NDArray[np.bool_]:
        """Shape (len(ids), len(elections))."""
        table = np.zeros((len(ids), len(self.elections)), np.bool_)
        for number, those in enumerate(self.voters):
            table[:, number] = [voter_id in those for voter_id in ids]
        return table


def read_histories(paths: Sequence[Path], layout: Layout, progress: Callable[[int], None]) -> Histories:
    """The histories in these files; none without files. Raises HistoryUnusable, VoterFileUnreadable."""
    if not paths:
        return Histories()
    history = layout.history
    if history is None:
        raise HistoryUnusable(
            f"The layout {layout.name} does not say how a history is written.",
            "Add [history] to the mapping file.",
        )
    voters: dict[dt.date, set[str]] = defaultdict(set)
    votes = before = 0
    for path in paths:
        votes += _read(path, history, layout, voters, lambda read, base=before: progress(base + read))  # type: ignore[misc]
        before += path.stat().st_size
    if not voters:
        raise HistoryUnusable(
            "The history files hold no general election.", "Check that they belong to these voter files."
        )
    last = sorted(voters)[-LAST_ELECTIONS:]
    return Histories(tuple(last), tuple(frozenset(voters[day]) for day in last), votes)


def _read(
    path: Path,
    history: History,
    layout: Layout,
    voters: dict[dt.date, set[str]],
    progress: Callable[[int], None],
) -> int:
    general = _GeneralElections(history, layout.dates)
    votes = 0
    with opened(path) as (file, _):
        lines = Lines(file, history.file)
        rest = iter(lines)
        first = next(rest, "")
        delimiter = delimiter_of(first, history.file)
        header = next(records(iter([first]), delimiter), [])
        place = _places(history, header)
        if place is None:
            order = next((order for order in history.orders if len(order) == len(header)), history.file.names)
            place = _places(history, order)
            rest = itertools.chain([first], rest)
        if place is None:
            raise HistoryUnusable(
                f"{path.name} is no history of the layout {layout.name}: it lacks {history.id}, {history.date} or "
                f"{history.election}.",
                "Check that the right file was named with --history.",
            )
        who, when, what, how = place
        for number, fields in enumerate(records(rest, delimiter)):
            if number % PROGRESS_EVERY == 0:
                progress(lines.bytes_read)
            if len(fields) <= max(place):
                continue
            day = general.day(fields[when], fields[what])
            if day is not None and fields[who] and (how < 0 or general.counted(fields[how])):
                voters[day].add(fields[who])
                votes += 1
    return votes


def _places(history: History, header: Sequence[str]) -> tuple[int, int, int, int] | None:
    names = [name.strip().casefold() for name in header]
    wanted = (history.id, history.date, history.election)
    if not all(name.casefold() in names for name in wanted):
        return None
    who, when, what = (names.index(name.casefold()) for name in wanted)
    vote = history.vote.casefold()
    return who, when, what, names.index(vote) if vote and vote in names else -1


class _GeneralElections:
    """Tells general elections from the others, each distinct text once."""

    def __init__(self, history: History, dates: Sequence[str]) -> None:
        self._history = history
        self._dates = dates
        self._known: dict[tuple[str, str], dt.date | None] = {}

    def day(self, date: str, election: str) -> dt.date | None:
        """The day of a general election; None for any other."""
        key = (date, election)
        if key not in self._known:
            self._known[key] = self._read(date, election.upper())
        return self._known[key]

    def counted(self, vote: str) -> bool:
        """Whether a vote of this kind counts."""
        value = vote.upper()
        if self._history.counted:
            return value in self._history.counted
        return value not in self._history.not_counted

    def _read(self, date: str, election: str) -> dt.date | None:
        if not any(word in election for word in self._history.general):
            return None
        if any(word in election for word in self._history.not_general):
            return None
        for form in self._dates:
            try:
                return dt.datetime.strptime(date[:10], form).replace(tzinfo=dt.UTC).date()
            except ValueError:
                continue
        return None
