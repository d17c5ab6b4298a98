"""After every answer about a match: those whom it concerns are matched again, while the volunteer goes on."""

from PySide6.QtCore import QObject

from f2f_desktop.ui.desk import Desk
from f2f_desktop.volunteer.teaching import AskedAgain, Found
from f2f_desktop.workspace import VolunteerServices


class Learning(QObject):
    """Follows what jobs announce; answers that come while it is at work are learnt right after."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._again = False
        desk.jobs.changed.connect(self._changed)

    def learn(self) -> None:
        """Makes good what was said and not learnt yet, if anything."""
        if not self._desk.workspace.unlocked:
            return
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        services = self._desk.services
        self._desk.jobs.on_vault(
            services.matchmaking.asked_again,
            success=lambda again: self._find(services, again),
            failure=self._failed,
            initiator=self,
        )

    def _changed(self, what: frozenset[str], initiator: object) -> None:
        if "matches" in what and initiator is not self:
            self.learn()

    def _find(self, services: VolunteerServices, again: AskedAgain | None) -> None:
        if again is None or not self._desk.workspace.unlocked:
            self._end()
            return
        job = self._desk.jobs.in_background(
            services.matchmaking.find_again,
            again,
            success=lambda found: self._keep(services, found),
            failure=self._failed,
            initiator=self,
        )
        job.cancelled.connect(self._stop)

    def _keep(self, services: VolunteerServices, found: Found) -> None:
        if not self._desk.workspace.unlocked:
            self._end()
            return
        self._desk.jobs.on_vault(
            services.matchmaking.keep,
            found,
            success=lambda _counts: self._end(),
            failure=self._failed,
            changes=frozenset({"matches"}),
            initiator=self,
        )

    def _failed(self, error: Exception) -> None:
        self._stop()
        self._desk.jobs.fault.emit(error)

    def _stop(self) -> None:
        """Gives up: the next answer tries again."""
        self._busy = self._again = False

    def _end(self) -> None:
        self._busy = False
        if self._again:
            self.learn()
