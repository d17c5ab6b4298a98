"""Synchronizing by itself: when a round is due, that two are never under way at once, and what came of the last one.

A round works on a network thread (see `jobs`): it asks the vault in short transactions, so neither the window nor the
vault's thread waits for the line. What is typed meanwhile is none of its business.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from f2f_desktop.errors import Cancelled, KnownError
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.jobs import Job
from f2f_desktop.workspace import Round, Standing, VaultLocked, VolunteerServices

AFTER_A_REPORT = 1_000
"""Milliseconds after the last thing that was recorded, before it is sent."""
LOOK_AGAIN = 60_000
"""Milliseconds until the clock is looked at again, at most: a laptop that slept is late."""

RECORDED = frozenset({"reports", "messages", "opt_outs", "actions", "matches", "contacts", "attention"})
"""Changes that may have made events."""
LOCAL_TROUBLES = frozenset({"NetworkMissing", "NotTheHub"})
"""Troubles of this laptop's own network: to try again costs the hub nothing."""


class Known(msgspec.Struct, frozen=True):
    """How things stand, and in how many milliseconds the next round is due (None: never)."""

    standing: Standing
    due: int | None


class Syncing(QObject):
    """Keeps an open vault and its hubs in step.

    Attributes:
        standing: how things stand, as far as it is known; None while locked.

    Signals:
        changed(): `standing` or `running` is another one.
        finished(bool): a round has ended; whether it went well with every hub.
        news(int): a newer version of the campaign's content was installed.
        access_ended(): the campaign has ended this laptop's access.
    """

    changed = Signal()
    finished = Signal(bool)
    news = Signal(int)
    access_ended = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job[Any] | None = None
        self._on = False
        self._again = False
        self.standing: Standing | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_A_REPORT)
        self._soon.timeout.connect(self._after_a_report)
        desk.jobs.changed.connect(self._note)

    @property
    def running(self) -> bool:
        """Whether a round is under way."""
        return self._job is not None and self._on

    def start(self) -> None:
        """The vault is open: a round at once, if there is a hub, then by itself."""
        self._on = True
        self._ask(at_once=True)

    def stop(self) -> None:
        """The vault is about to be locked: nothing begins any more, and what is under way ends at its next step."""
        self._on = self._again = False
        self._timer.stop()
        self._soon.stop()
        self.standing = None
        if self._job is not None:
            self._job.cancel()

    def now(self) -> None:
        """A round now, also while paused."""
        if not self._on or not self._desk.workspace.unlocked:
            return
        if self._job is not None:
            self._again = True
            return
        self._timer.stop()
        self._soon.stop()
        services = self._desk.services
        self._job = self._desk.jobs.on_network(
            services.courier.round, success=self._done, failure=self._failed, initiator=self
        )
        self._job.ended.connect(self._ended)
        self.changed.emit()

    def pause(self, paused: bool) -> None:
        """Stops or resumes synchronizing by itself."""
        if paused and self._job is not None:
            self._job.cancel()
        self._desk.jobs.on_vault(
            self._desk.services.courier.pause,
            paused,
            success=lambda _: self._ask(at_once=not paused),
            initiator=self,
        )

    def refresh(self) -> None:
        """Reads how things stand."""
        self._ask(at_once=False)

    def joined(self) -> None:
        """A hub was joined: goes on with it at once."""
        self._ask(at_once=True)

    # Within

    def _ask(self, *, at_once: bool) -> None:
        if not self._on or not self._desk.workspace.unlocked:
            return
        self._desk.jobs.on_vault(
            _known,
            self._desk.services,
            success=lambda known: self._know(known, at_once=at_once),
            failure=self._unknown,
            initiator=self,
        )

    def _know(self, known: Known, *, at_once: bool) -> None:
        if not self._on:
            return
        self.standing = known.standing
        if known.due is None:
            self._timer.stop()
        elif at_once:
            self.now()
        elif self._job is None:
            self._timer.start(max(1, min(known.due, LOOK_AGAIN)))
        self.changed.emit()

    def _unknown(self, error: Exception) -> None:
        if not isinstance(error, VaultLocked):
            self._desk.jobs.fault.emit(error)

    def _look(self) -> None:
        """Time has passed: a round if one is due, by the clock."""
        if not self._on or not self._desk.workspace.unlocked:
            return

        def judge(known: Known) -> None:
            self._know(known, at_once=known.due == 0)

        self._desk.jobs.on_vault(_known, self._desk.services, success=judge, failure=self._unknown, initiator=self)

    def _note(self, what: frozenset[str], initiator: object) -> None:
        joined = self.standing is not None and self.standing.joined
        if self._on and joined and initiator is not self and what & RECORDED:
            self._soon.start()

    def _after_a_report(self) -> None:
        standing = self.standing
        if standing is None or not standing.joined or standing.paused or standing.revoked:
            self._ask(at_once=False)
        elif standing.trouble and standing.trouble not in LOCAL_TROUBLES:
            # Whoever asked for patience, or does not answer, is not asked sooner for each report.
            self._ask(at_once=False)
        else:
            self.now()

    def _done(self, rounds: Sequence[Round]) -> None:
        if not self._on:
            return
        changes = {"synced"}
        for each in rounds:
            if type(each.trouble).__name__ == "AccessEnded":
                self._end_access()
                changes.add("extract")
            if each.pulled is not None and each.pulled.opt_outs:
                changes.add("opt_outs")
            if each.pulled is not None and each.pulled.content:
                changes.add("campaign")
                self.news.emit(each.pulled.content)
        self._desk.jobs.changed.emit(frozenset(changes), self)
        self.finished.emit(all(each.trouble is None for each in rounds))

    def _end_access(self) -> None:
        """The extract's key is gone from the vault already; what was opened with it goes too."""
        self._desk.services.matchmaking.close()
        self._desk.services.looking_up.close()
        self.access_ended.emit()

    def _failed(self, error: Exception) -> None:
        if not self._on or isinstance(error, VaultLocked | Cancelled):
            return
        if not isinstance(error, KnownError):
            self._desk.jobs.fault.emit(error)
        self.finished.emit(False)

    def _ended(self) -> None:
        self._job = None
        again, self._again = self._again, False
        if not self._on:
            return
        self._ask(at_once=again)
        self.changed.emit()


def _known(services: VolunteerServices) -> Known:
    return Known(services.courier.standing(), services.courier.due_in())
