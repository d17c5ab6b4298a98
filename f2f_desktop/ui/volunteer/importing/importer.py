"""The way of address books into the vault: read on the pool, columns asked for, stored, matched.

Cancelled at any point it keeps nothing: what was read becomes contacts in one transaction at the end.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from f2f_desktop.contacts.columns import ColumnMapping
from f2f_desktop.contacts.model import Problem
from f2f_desktop.progress import Progress
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.volunteer.matching_run import MatchingRun
from f2f_desktop.volunteer.address_books import BooksRead, UnknownTable, read_books
from f2f_desktop.workspace import ImportSummary, VolunteerServices

CHANGES = frozenset({"contacts", "matches"})

Read = Callable[[str, Mapping[str, ColumnMapping], Progress], BooksRead]
"""Reads address books: default region of phone numbers, known tables, progress."""


class Importer(QObject):
    """Brings address books in, one import at a time; what arrives meanwhile comes after it.

    Signals:
        began(words): reading began; `words` name what is being read.
        progressed(done, total): bytes while reading, contacts while matching.
        columns_asked(UnknownTable): somebody must say what its columns hold: `answer` or `leave_out`.
        storing(): everything was read and is being stored.
        imported(ImportSummary): stored; matching follows if there is an extract.
        undone(): the import was taken back.
        stopped(): cancelled, or failed (and told); nothing was kept.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    columns_asked = Signal(object)
    storing = Signal()
    imported = Signal(object)
    undone = Signal()
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.matching = MatchingRun(desk, self)
        self._job: Job[Any] | None = None
        self._busy = False
        self._unwanted = False
        self._read_so_far = BooksRead()
        self._waiting: list[Path] = []

    @property
    def busy(self) -> bool:
        """Whether an import is under way."""
        return self._busy

    def import_files(self, paths: Sequence[Path]) -> None:
        """Imports files; after the import under way, if there is one."""
        if self._busy:
            self._waiting += paths
            return
        files = list(paths)

        def read(region: str, mappings: Mapping[str, ColumnMapping], progress: Progress) -> BooksRead:
            return read_books(files, region, mappings, progress)

        self.import_by(read, ", ".join(path.name for path in files))

    def import_by(self, read: Read, words: str) -> None:
        """Imports what `read` gives."""
        if self._busy:
            return
        self._busy = True
        self._unwanted = False
        self._read_so_far = BooksRead()
        self.began.emit(words)
        self._start(read)

    def cancel(self) -> None:
        """Stops; nothing is kept."""
        self._waiting = []
        self._unwanted = True
        if self._job is not None:
            self._job.cancel()
        elif self._busy:
            self._end()

    def answer(self, table: UnknownTable, mapping: ColumnMapping) -> None:
        """Says what the columns of `table` hold; remembered for every table with that header."""
        services = self._desk.services
        self._desk.jobs.on_vault(services.preferences.remember_mapping, table.header, mapping)
        # The others may have the same header and be known now.
        still_asked = [each.path for each in self._read_so_far.unknown]

        def read(region: str, mappings: Mapping[str, ColumnMapping], progress: Progress) -> BooksRead:
            return read_books(still_asked, region, mappings, progress)

        self._start(read)

    def leave_out(self, table: UnknownTable) -> None:
        """Goes on without `table`."""
        reason = self.tr("Left out: nobody said what its columns hold.")
        problem = Problem(table.path.name, 0, 0, reason)
        others = self._read_so_far.unknown
        self._take(BooksRead((table.path.name,), (), (problem,), tuple(t for t in others if t != table)))

    def undo(self, summary: ImportSummary) -> None:
        """Takes an import back."""
        self._desk.jobs.on_vault(
            self._desk.services.importing.undo,
            summary.id,
            success=self._undone,
            changes=CHANGES,
            initiator=self,
        )

    def _start(self, read: Read) -> None:
        self._follow(
            self._desk.jobs.on_vault(
                _how_to_read,
                self._desk.services,
                success=lambda how: self._read(read, *how),
                failure=self._failed,
                initiator=self,
            )
        )

    def _read(self, read: Read, region: str, mappings: Mapping[str, ColumnMapping]) -> None:
        job = self._desk.jobs.in_background(
            read_with, read, region, mappings, success=self._take, failure=self._failed, initiator=self
        )
        job.progressed.connect(self.progressed)
        self._follow(job)

    def _take(self, books: BooksRead) -> None:
        self._job = None
        self._read_so_far = self._read_so_far.joined(books).with_unknown(books.unknown)
        if books.unknown:
            self.columns_asked.emit(books.unknown[0])
            return
        self.storing.emit()
        read = self._read_so_far
        self._follow(
            self._desk.jobs.on_vault(
                self._desk.services.importing.store,
                read.label,
                read.contacts,
                read.problems,
                success=self._imported,
                failure=self._failed,
                changes=CHANGES,
                initiator=self,
            )
        )

    def _imported(self, summary: ImportSummary) -> None:
        if self._unwanted:
            # It was too late to stop: what was stored meanwhile is taken back.
            services = self._desk.services
            self._follow(
                self._desk.jobs.on_vault(
                    services.importing.undo,
                    summary.id,
                    success=lambda _: self._end(),
                    failure=self._failed,
                    changes=CHANGES,
                    initiator=self,
                )
            )
            return
        self._job = None
        self._busy = False
        self._read_so_far = BooksRead()
        self.imported.emit(summary)
        if summary.new or summary.changed:
            self.match()
        self._next()

    def match(self) -> None:
        """Matches anew, if there is an extract."""
        self._desk.jobs.on_vault(
            self._desk.services.matchmaking.installed,
            success=lambda extract: self.matching.start() if extract is not None else None,
            initiator=self,
        )

    def _undone(self, _nothing: None) -> None:
        self.undone.emit()
        self.match()

    def _follow(self, job: Job[Any]) -> None:
        self._job = job
        job.cancelled.connect(self._end)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._desk.faults.show(error)

    def _end(self) -> None:
        self._job = None
        self._busy = False
        self._read_so_far = BooksRead()
        self.stopped.emit()
        self._next()

    def _next(self) -> None:
        if self._waiting and not self._busy:
            waiting, self._waiting = self._waiting, []
            self.import_files(waiting)


def read_with(read: Read, region: str, mappings: Mapping[str, ColumnMapping], *, progress: Progress) -> BooksRead:
    """Calls `read` as a job."""
    return read(region, mappings, progress)


def _how_to_read(services: VolunteerServices) -> tuple[str, dict[str, ColumnMapping]]:
    """The campaign's region and the tables that are known by now."""
    region = services.campaigns.content().settings.region if services.campaigns.has_campaign() else "US"
    return region, services.preferences.mappings()
