"""The first run: one card with one question at a time, and where on the way one is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.arrivals import Arrivals, sorted_out
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.first_run.bringing import CampaignStep, ContactsStep, ExtractStep
from f2f_desktop.ui.volunteer.first_run.protect import ProtectStep
from f2f_desktop.ui.volunteer.first_run.ready import ReadyStep
from f2f_desktop.ui.volunteer.first_run.recovery import RecoveryStep
from f2f_desktop.ui.volunteer.first_run.resuming import HowFar, StepName, first_open, how_far
from f2f_desktop.ui.volunteer.first_run.step import Step
from f2f_desktop.ui.volunteer.first_run.who import WhoStep
from f2f_desktop.ui.widgets import Button, Card, Label, PrimaryButton, QuietButton, StepHeader, TextStyle
from f2f_desktop.workspace import Argon2Cost

ORDER = tuple(StepName)
WIDTH = 40.0
"""Of the card, in line heights."""


class FirstRunPage(QWidget):
    """Leads from an empty folder to the first list. Every step can be resumed after the app was closed.

    Signals:
        finished(): the first run is over.
        unlocked(): the vault was made, and is open.
        demo_requested(): the volunteer wants the demo campaign; its files come by `take_files`.
    """

    finished = Signal()
    unlocked = Signal()
    demo_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, cost: Argon2Cost | None = None) -> None:
        """`cost` is that of one guess at the passphrase; tests take a cheap one."""
        super().__init__(parent)
        self._desk = desk
        self._arrived = Arrivals()
        self._link = ""
        self.protect = ProtectStep(desk, cost or Argon2Cost())
        self.recovery = RecoveryStep(desk, cost or Argon2Cost())
        self.who = WhoStep(desk)
        self.campaign = CampaignStep(desk)
        self.contacts = ContactsStep(desk)
        self.extract = ExtractStep(desk)
        self.ready = ReadyStep(desk)
        self._steps: dict[StepName, Step] = {
            StepName.PROTECT: self.protect,
            StepName.RECOVERY: self.recovery,
            StepName.WHO: self.who,
            StepName.CAMPAIGN: self.campaign,
            StepName.CONTACTS: self.contacts,
            StepName.EXTRACT: self.extract,
            StepName.READY: self.ready,
        }
        self._now = StepName.PROTECT
        self._build()
        for name, step in self._steps.items():
            step.settled.connect(partial(self._go_on, name))
            step.changed.connect(self._judge)
            step.entered.connect(self._proceed)
        self.protect.made.connect(self._made)
        self.campaign.demo_requested.connect(self.demo_requested)

    @property
    def now(self) -> StepName:
        """The step that is shown."""
        return self._now

    def begin(self) -> None:
        """Shows the first step that is open."""
        if self._desk.workspace.unlocked:
            self._desk.jobs.on_vault(how_far, self._desk.services, success=self._resume, initiator=self)
        else:
            self.show_step(StepName.PROTECT)

    @property
    def waiting_files(self) -> list[Path]:
        """Files that came before their step was there."""
        waiting = self._arrived
        return [*waiting.campaigns, *waiting.extracts, *waiting.address_books, *waiting.invites]

    def take_link(self, link: str) -> None:
        """An invite's link that was named or dropped; it waits for its step."""
        self._link = link
        self._hand_arrivals()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files that were dropped or named; each waits for its step."""
        new, old = sorted_out(paths), self._arrived
        self._arrived = Arrivals(
            new.campaigns or old.campaigns,
            new.extracts or old.extracts,
            old.address_books + new.address_books,
            new.invites or old.invites,
        )
        self._hand_arrivals()

    def show_step(self, name: StepName) -> None:
        """Shows a step."""
        self._now = name
        step = self._steps[name]
        self._header.set_current(max(0, ORDER.index(name) - 1))
        self._title.setText(step.heading)
        self._words.setText(step.words)
        for other in self._steps.values():
            other.setVisible(other is step)
        self._sheet.verticalScrollBar().setValue(0)
        self._judge()
        step.begin()
        self._give_keyboard(step)
        self._hand_arrivals()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()

    def _build(self) -> None:
        self._header = StepHeader(
            [
                self.tr("Protect"),
                self.tr("You"),
                self.tr("Campaign"),
                self.tr("Contacts"),
                self.tr("Voters"),
                self.tr("Ready"),
            ]
        )
        self._title = Label("", TextStyle.TITLE)
        self._words = Label("", muted=True)
        card = Card(padding=1.6)
        card.column.addWidget(self._title)
        card.column.addWidget(self._words)
        card.column.addSpacing(em(self.font(), 0.4))
        for step in self._steps.values():
            card.column.addWidget(step)
            step.hide()
        self._sheet = Sheet(WIDTH, hugs=True)
        self._sheet.column.addWidget(card)
        self.back_button = Button(self.tr("Back"), Icon.CHEVRON_LEFT)
        self.skip_button = QuietButton(self.tr("Later"))
        self.continue_button = PrimaryButton(self.tr("Continue"))
        self.back_button.clicked.connect(self._go_back)
        self.skip_button.clicked.connect(self._skip)
        self.continue_button.clicked.connect(self._proceed)
        self._top = QHBoxLayout()
        self._top.addStretch(1)
        self._top.addWidget(self._header, 1000)
        self._top.addStretch(1)
        self._footer = QHBoxLayout()
        self._footer.addWidget(self.back_button)
        self._footer.addStretch(1)
        self._footer.addWidget(self.skip_button)
        self._footer.addWidget(self.continue_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addStretch(1)
        column.addWidget(self._sheet, 1000)
        column.addLayout(self._footer)
        column.addStretch(3)
        self._pad()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pad()

    def _pad(self) -> None:
        edge = em(self.font(), 1.0)
        side = max(edge, (self.width() - em(self.font(), WIDTH)) // 2)
        self._top.setContentsMargins(edge, edge, edge, 0)
        self._header.setMaximumWidth(self._header.sizeHint().width())
        self._footer.setContentsMargins(side, em(self.font(), 0.4), side, edge)
        self._footer.setSpacing(em(self.font(), 0.6))

    def _resume(self, far: HowFar) -> None:
        if far.set_up.finished:
            self.finished.emit()
        else:
            self.show_step(first_open(far))

    def _made(self, code: str) -> None:
        self.recovery.show_code(code)
        self.unlocked.emit()

    def _go_on(self, settled: StepName) -> None:
        if settled is not self._now:
            return
        place = ORDER.index(self._now) + 1
        if place == len(ORDER):
            self.finished.emit()
        else:
            self.show_step(ORDER[place])

    def _give_keyboard(self, step: Step) -> None:
        target = step.first_field()
        if target is not None and target.isEnabled():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.continue_button.isEnabled():
            self.continue_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        place = ORDER.index(self._now)
        if place > 0 and self._steps[self._now].can_go_back:
            self.show_step(ORDER[place - 1])

    def _proceed(self) -> None:
        step = self._steps[self._now]
        if step.ready():
            step.proceed()

    def _skip(self) -> None:
        self._steps[self._now].skip()

    def _judge(self) -> None:
        step = self._steps[self._now]
        ready = step.ready()
        self.back_button.setVisible(step.can_go_back)
        self.skip_button.setVisible(step.skippable and not ready)
        self.continue_button.setText(step.continue_text)
        became_ready = ready and not self.continue_button.isEnabled()
        self.continue_button.setEnabled(ready)
        if became_ready and step.first_field() is None:
            self.continue_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_arrivals(self) -> None:
        """Gives each kind of file to its step once that one is shown."""
        arrived = self._arrived
        if self._now is StepName.CAMPAIGN and (self._link or arrived.invites):
            link, self._link = self._link, ""
            self._arrived = replace(arrived, invites=())
            self.campaign.take_invite(arrived.invites, link)
        elif self._now is StepName.CAMPAIGN and arrived.campaigns:
            self._arrived = replace(arrived, campaigns=())
            self.campaign.take(arrived.campaigns)
        elif self._now is StepName.CONTACTS and arrived.address_books:
            self._arrived = replace(arrived, address_books=())
            self.contacts.take(arrived.address_books)
        elif self._now is StepName.EXTRACT and arrived.extracts:
            self._arrived = replace(arrived, extracts=())
            self.extract.take(arrived.extracts)
