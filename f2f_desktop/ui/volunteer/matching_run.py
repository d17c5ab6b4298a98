"""One run of the matcher: open the extract, match every contact, keep the answer. Nothing leaves the laptop."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from f2f_desktop.progress import Progress
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.jobs import Job
from f2f_desktop.volunteer.matchmaking import MatchCounts
from f2f_desktop.volunteer.teaching import Asked, Found
from f2f_desktop.workspace import VolunteerServices


class MatchingRun(QObject):
    """Runs the matcher off the UI thread; a second `start` while one is at work makes it run once more.

    Signals:
        started(): it works.
        progressed(done, total): contacts.
        finished(MatchCounts): the answer is kept.
        stopped(): cancelled, or failed (and told); the former answer stands.
    """

    started = Signal()
    progressed = Signal(int, int)
    finished = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job[Any] | None = None
        self._again = False

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return self._job is not None

    def start(self) -> None:
        """Matches everybody against the extract in use."""
        if self._job is not None:
            self._again = True
            return
        services = self._desk.services
        self._follow(
            self._desk.jobs.on_vault(
                _prepared,
                services,
                success=partial(self._find, services),
                failure=self._failed,
                initiator=self,
                with_progress=True,
            ),
            shown=False,
        )
        self.started.emit()

    def cancel(self) -> None:
        """Stops it; nothing is kept."""
        self._again = False
        if self._job is not None:
            self._job.cancel()

    def _find(self, services: VolunteerServices, asked: Asked) -> None:
        self._follow(
            self._desk.jobs.in_background(
                services.matchmaking.find,
                asked,
                success=partial(self._keep, services),
                failure=self._failed,
                initiator=self,
            )
        )

    def _keep(self, services: VolunteerServices, found: Found) -> None:
        self._follow(
            self._desk.jobs.on_vault(
                services.matchmaking.keep,
                found,
                success=self._kept,
                failure=self._failed,
                changes=frozenset({"matches"}),
                initiator=self,
            )
        )

    def _follow(self, job: Job[Any], *, shown: bool = True) -> None:
        self._job = job
        if shown:
            job.progressed.connect(self.progressed)
        job.cancelled.connect(self._end)

    def _kept(self, counts: MatchCounts) -> None:
        self._job = None
        if self._again:
            self._again = False
            self.start()
        else:
            self.finished.emit(counts)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._desk.faults.show(error)

    def _end(self) -> None:
        self._job = None
        self._again = False
        self.stopped.emit()


def _prepared(services: VolunteerServices, progress: Progress) -> Asked:
    """Opens the extract; gives the people to match."""
    services.matchmaking.open(progress)
    return services.matchmaking.asked()
