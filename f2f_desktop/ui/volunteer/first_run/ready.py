"""The last step: the contacts are matched, and the numbers say that the evening can begin."""

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.first_run.resuming import HowFar, how_far
from f2f_desktop.ui.volunteer.first_run.step import Step
from f2f_desktop.ui.volunteer.matching_run import MatchingRun
from f2f_desktop.ui.widgets import Banner, Card, Label, ProgressRow, TextStyle
from f2f_desktop.volunteer.matchmaking import MatchCounts
from f2f_desktop.workspace import VolunteerServices


class Figure(Card):
    """A number and what it counts."""

    def __init__(self, words: str) -> None:
        super().__init__(sunken=True, padding=0.8)
        self._number = Label("–", TextStyle.DISPLAY, wraps=False)
        self._words = words
        self.column.setSpacing(em(self.font(), 0.1))
        self.column.addWidget(self._number)
        self.column.addWidget(Label(words, TextStyle.SMALL, muted=True))
        self.column.addStretch(1)

    def set_number(self, number: int) -> None:
        """Shows another number."""
        self._number.setText(f"{number:,}")
        self.setAccessibleName(f"{number} {self._words}")


class ReadyStep(Step):
    """Runs the matcher and says what came out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._finishing = False
        self.heading = self.tr("Ready")
        self.words = self.tr("That is all. From here on everything works without a network.")
        self.continue_text = self.tr("Show me the actions")
        self.matching = MatchingRun(desk, self)
        self.progress = ProgressRow()
        self.progress.hide()
        self.contacts = Figure(self.tr("contacts on this laptop"))
        self.matched = Figure(self.tr("found in the voter file"))
        self.ambiguous = Figure(self.tr("could be several voters: you can check them"))
        figures = QHBoxLayout()
        figures.setSpacing(em(self.font(), 0.7))
        for figure in (self.contacts, self.matched, self.ambiguous):
            figures.addWidget(figure, 1)
        self._figures = QVBoxLayout()
        self._figures.addLayout(figures)
        self._missing = Banner("", Tone.INFO, closable=False)
        self._missing.hide()
        self.column.addWidget(self.progress)
        self.column.addLayout(self._figures)
        self.column.addWidget(self._missing)
        self.progress.stopped.connect(self.matching.cancel)
        self.matching.started.connect(self._started)
        self.matching.progressed.connect(self.progress.set_progress)
        self.matching.finished.connect(self._matched)
        self.matching.stopped.connect(self._stopped)

    def begin(self) -> None:
        self._desk.jobs.on_vault(how_far, self._desk.services, success=self._know, initiator=self)

    def ready(self) -> bool:
        return not self.matching.running and not self._finishing

    def proceed(self) -> None:
        self._finishing = True
        self._desk.jobs.on_vault(
            finish,
            self._desk.services,
            success=lambda _: self._finished(),
            changes=frozenset({"set_up"}),
            initiator=self,
        )

    def _know(self, far: HowFar) -> None:
        self.contacts.set_number(far.contacts)
        missing = []
        if not far.contacts:
            missing.append(self.tr("You have no contacts here yet."))
        if not far.extract:
            missing.append(self.tr("Without a voter extract nobody is matched yet."))
        if missing:
            self._missing.say(" ".join((*missing, self.tr("You can add them at any time."))), Tone.INFO)
        else:
            self._missing.hide()
        self.matched.setVisible(far.extract)
        self.ambiguous.setVisible(far.extract)
        if far.contacts and far.extract:
            self.matching.start()

    def _started(self) -> None:
        self.progress.start(self.tr("Comparing your contacts with the voter extract …"))
        self.changed.emit()

    def _matched(self, counts: MatchCounts) -> None:
        self.progress.hide()
        self.contacts.set_number(counts.contacts)
        self.matched.set_number(counts.matched)
        self.ambiguous.set_number(counts.ambiguous)
        self.changed.emit()

    def _stopped(self) -> None:
        self.progress.hide()
        self.changed.emit()

    def _finished(self) -> None:
        self._finishing = False
        self.settled.emit()


def finish(services: VolunteerServices) -> None:
    """Notes that the first run is over."""
    known = services.preferences.set_up()
    services.preferences.keep_set_up(msgspec.structs.replace(known, finished=True))
