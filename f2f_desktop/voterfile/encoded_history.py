"""Who voted when, out of histories that are read at once, as `encoding` reads voter files.

Of each row there is kept which voter it is about and, as codes, what it says; what a text means is decided once for
each distinct one. Gives the same as `history`, in a fraction of its time.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.cleaning import read_date
from f2f_desktop.voterfile.distinct import EncodedFile, wish_for
from f2f_desktop.voterfile.elections import Elections, newest_elections
from f2f_desktop.voterfile.encoding import Wish, read_rows
from f2f_desktop.voterfile.forms import Form
from f2f_desktop.voterfile.history import counted_rows, may_be_general, no_general_election, says_general
from f2f_desktop.voterfile.known_ids import KnownIds
from f2f_desktop.voterfile.layout import History
from f2f_desktop.voterfile.mending import Dialect
from f2f_desktop.voterfile.raw import RawFile
from f2f_desktop.voterfile.scanning import Database, FileColumns
from f2f_desktop.voterfile.stages import Stages, steps

_NONE = 0
"""The number of no election."""


@dataclass(frozen=True)
class _Asked:
    """What is asked about a file, in SQL, and what must be read for that."""

    columns: FileColumns
    day: str
    kind: str
    counted: str
    wish: Wish


@dataclass(frozen=True)
class _Cast:
    """The votes of a file."""

    file: EncodedFile
    asked: _Asked
    elections: NDArray[np.unsignedinteger]
    """Per row the number of the general election in which it is a vote that counts, or NONE."""


class EncodedHistory:
    """Histories that are read at once."""

    def __init__(
        self,
        database: Database,
        history: History,
        formats: Sequence[str],
        today: date,
        folder: Path,
        damage: Counter[str],
    ) -> None:
        """`formats`: how dates are written, for strptime. `damage` is told what was mended or left out."""
        self._database = database
        self._history = history
        self._formats = formats
        self._today = today
        self._folder = folder
        self._damage = damage
        self._numbers: dict[date, int] = {}
        """The days of general elections, from 1 on."""

    def can_read(self, forms: Sequence[tuple[RawFile, Form]]) -> bool:
        """Whether these files can be read in this way. Raises VoterFileUnreadable where a column is missing."""
        return all(not form.spans and self._asked(raw, form) is not None for raw, form in forms)

    def votes(
        self, forms: Sequence[tuple[RawFile, Form]], ids: NDArray[np.bytes_], at_most: int, stages: Stages
    ) -> tuple[Elections, NDArray[np.uint32]]:
        """The `at_most` newest general elections, and per id its votes: bit i is set for a vote in election i.

        Raises VoterFileUnreadable, and HistoryUnusable where there is no general election.
        """
        known = KnownIds(ids, stages.stage(sum(raw.size for raw, _ in forms) // 4))
        cast = [self._cast(raw, form, known, stages) for raw, form in forms]
        votes: Counter[date] = Counter()
        for each in cast:
            counts = _counts(each.elections, len(self._numbers) + 1)
            votes.update({day: int(counts[number]) for day, number in self._numbers.items()})
        days = newest_elections(votes, at_most)
        if not days:
            raise no_general_election(sum((self._others(each) for each in cast), Counter()))
        voted = np.zeros(len(ids), np.uint32)
        for each, (raw, _) in zip(cast, forms, strict=True):
            self._note(each, days, voted, stages.stage(raw.size // 4))
        rows = sum(each.file.size for each in cast)
        return Elections(days, sum(votes[day] for day in days), rows), voted[known.row_of_same]

    def _asked(self, raw: RawFile, form: Form) -> _Asked | None:
        columns, history = FileColumns(form, raw.name), self._history
        day, kind = columns.text(history.date), columns.text(history.election or None)
        counted = counted_rows(history, columns)
        wish = wish_for([counted], [day, kind], columns.text(history.id), "", "")
        return _Asked(columns, day, kind, counted, wish) if wish else None

    def _cast(self, raw: RawFile, form: Form, known: KnownIds, stages: Stages) -> _Cast:
        asked = self._asked(raw, form)
        assert asked is not None, "only asked of files that can be read"
        dialect = Dialect(form.delimiter, form.fields, form.quoting)
        rows = read_rows(raw, dialect, form.skip, asked.wish, stages.stage(2 * raw.size), known=known)
        self._damage.update(rows.counts)
        file = EncodedFile(self._database, asked.columns, rows, asked.wish, form.quoting, "", self._folder)
        return _Cast(file, asked, self._elections(file, asked, stages.stage(raw.size // 4)))

    def _elections(self, file: EncodedFile, asked: _Asked, progress: Progress) -> NDArray[np.unsignedinteger]:
        counted = file.holds(asked.counted)
        general = self._general(file, asked)
        elections = np.zeros(file.size, np.min_scalar_type(len(self._numbers)))
        for part in steps(file.size, progress):
            elections[part] = np.where(counted[part], general(part), _NONE)
        return elections

    def _general(self, file: EncodedFile, asked: _Asked) -> Callable[[slice], NDArray[np.int64]]:
        """What gives, for a part of the rows, the number of the general election that each is about."""
        days, kinds = file.ask(asked.day), file.ask(asked.kind)
        numbers = np.array([self._number(str(text)) for text in days.answers], np.int64)
        says = np.array([says_general(self._history, str(text)) for text in kinds.answers], np.bool_)
        return lambda part: np.where(says[kinds.codes[part]], numbers[days.codes[part]], _NONE)

    def _number(self, text: str) -> int:
        """The number of the election on the day that this text means."""
        day = read_date(text, self._formats)
        if day is None or day > self._today or not may_be_general(self._history, day):
            return _NONE
        return self._numbers.setdefault(day, len(self._numbers) + 1)

    def _note(self, cast: _Cast, days: Sequence[date], voted: NDArray[np.uint32], progress: Progress) -> None:
        """Sets the bits of the votes in these elections."""
        voters = cast.file.rows.voters
        assert voters is not None, "was read with known ids"
        for part in steps(cast.file.size, progress):
            for bit, day in enumerate(days):
                who = voters[part][cast.elections[part] == self._numbers[day]]
                voted[who[who >= 0]] |= np.uint32(1 << bit)

    def _others(self, cast: _Cast) -> Counter[str]:
        """The kinds, or where there is none the days, of the rows that are not about a general election."""
        general = self._general(cast.file, cast.asked)
        days, kinds = cast.file.ask(cast.asked.day), cast.file.ask(cast.asked.kind)
        others: Counter[str] = Counter()
        for part in steps(cast.file.size, no_progress):
            rows = np.flatnonzero(general(part) == _NONE)
            together = kinds.codes[part][rows].astype(np.int64) * len(days.answers) + days.codes[part][rows]
            for both, count in zip(
                *(each.tolist() for each in np.unique(together, return_counts=True)), strict=True
            ):
                kind, day = divmod(both, len(days.answers))
                others[str(kinds.answers[kind]) or str(days.answers[day])] += count
        return others


def _counts(numbers: NDArray[np.unsignedinteger], below: int) -> NDArray[np.int64]:
    """How often each number below `below` occurs."""
    counts = np.zeros(below, np.int64)
    for part in steps(len(numbers), no_progress):
        counts += np.bincount(numbers[part], minlength=below)
    return counts
