"""The end of a shift: conversations without a report, what was done, the packet, and leaving the laptop clean."""

from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.packet_export import PacketExport
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.syncing import Syncing
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.sending_card import SendingCard
from f2f_desktop.ui.volunteer.wiping import WipeDialog
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.widgets import (
    Avatar,
    Button,
    Card,
    DangerButton,
    IconButton,
    Label,
    TextStyle,
)
from f2f_desktop.volunteer.shift import ShiftSummary
from f2f_desktop.volunteer.suggestions import ContactRow
from f2f_desktop.workspace import VolunteerServices, Waiting

MOST_ROWS = 30
"""Conversations listed at once; filing some brings up the rest."""


class ShiftInAction(msgspec.Struct, frozen=True):
    """What was done in one action, and how often it has been marked as done."""

    action: Action
    summary: ShiftSummary
    completed: int


class Shift(msgspec.Struct, frozen=True):
    """Everything that the page shows."""

    campaign: str
    actions: tuple[ShiftInAction, ...]
    waiting: Waiting


class ShiftEndPage(Sheet):
    """The last page of an evening.

    Signals:
        report_requested(str, ContactRow): this conversation, in the action with this id, is to be reported.
        back_requested(): the shift goes on.
        lock_requested(): the vault is to be locked and kept.
        wiped(): the vault is gone.
    """

    report_requested = Signal(str, object)
    back_requested = Signal()
    lock_requested = Signal()
    wiped = Signal()

    def __init__(self, desk: Desk, packets: PacketExport, syncing: Syncing, parent: QWidget | None = None) -> None:
        super().__init__(46.0, parent)
        self._desk = desk
        self._packets = packets
        self._syncing = syncing
        self._wiping = False
        self._wording = Wording(self)
        self._shift: Shift | None = None
        self.report_buttons: list[Button] = []
        self.done_buttons: list[Button] = []
        self._unreported = _List(self.tr("Conversations without a report"))
        self._done = _List(self.tr("What you did"))
        self.sending = SendingCard(desk, packets, syncing)
        self.lock_button = Button(self.tr("Lock and keep"), Icon.LOCK)
        self.wipe_button = DangerButton(self.tr("Wipe this laptop…"), Icon.TRASH)
        self._lay_out()
        self.sending.export_pressed.connect(self._export)
        self.sending.drained.connect(self._drained)
        self.lock_button.clicked.connect(self.lock_requested)
        self.wipe_button.clicked.connect(self._ask_to_wipe)

    def refresh(self) -> None:
        """Reads how the shift stands."""
        self._desk.jobs.on_vault(_shift, self._desk.services, success=self._show, initiator=self)
        self._syncing.refresh()

    def wipe(self) -> None:
        """Wipes the vault, without asking."""
        self._syncing.stop()
        self._desk.jobs.cancel_all()
        self.setEnabled(False)
        self._desk.jobs.on_vault(
            self._desk.workspace.destroy, success=lambda _: self.wiped.emit(), failure=self._failed, initiator=self
        )

    def _lay_out(self) -> None:
        back = IconButton(Icon.CHEVRON_LEFT, self.tr("Back to the conversations"))
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(Label(self.tr("End of your shift"), TextStyle.TITLE), 1)
        self.column.addLayout(head)
        self.column.addWidget(self._unreported)
        self.column.addWidget(self._done)
        self.column.addWidget(self.sending)
        leave = Card()
        leave.column.addWidget(Label(self.tr("Leave the laptop"), TextStyle.HEADING))
        words = self.tr(
            "Locked, everything stays here encrypted until you come back. On a borrowed laptop, wipe it: "
            "nothing of yours is left."
        )
        leave.column.addWidget(Label(words, muted=True))
        row = QHBoxLayout()
        row.setSpacing(em(self.font(), 0.6))
        row.addWidget(self.lock_button)
        row.addWidget(self.wipe_button)
        row.addStretch(1)
        leave.column.addLayout(row)
        self.column.addWidget(leave)
        self.column.addStretch(1)

    def _show(self, shift: Shift) -> None:
        self._shift = shift
        self._show_unreported(shift)
        self._show_done(shift)
        self.sending.show_waiting(shift.waiting)
        if self._wiping:
            self._wiping = False
            self._ask_now()

    def _show_unreported(self, shift: Shift) -> None:
        self._unreported.clear()
        self.report_buttons = []
        found = [(each, row) for each in shift.actions for row in each.summary.unreported]
        for each, row in found[:MOST_ROWS]:
            button = Button(self.tr("File report"))
            button.setAccessibleName(self.tr("File a report about {name}").format(name=row.name))
            button.clicked.connect(partial(self.report_requested.emit, str(each.action.id), row))
            day = self._wording.day(row.last_at) if row.last_at else ""
            words = " · ".join(filter(None, (self._wording.touched(row.last_channel, day), each.action.title)))
            self._unreported.add(_conversation(row, words, button))
            self.report_buttons.append(button)
        if len(found) > MOST_ROWS:
            more = self.tr("and {count} more").format(count=len(found) - MOST_ROWS)
            self._unreported.add(Label(more, muted=True))
        self._unreported.setVisible(bool(found))

    def _show_done(self, shift: Shift) -> None:
        self._done.clear()
        self.done_buttons = []
        for each in shift.actions:
            button = Button(self.tr("Mark as done"), Icon.CHECK)
            button.setAccessibleName(self.tr("Mark as done: {action}").format(action=each.action.title))
            button.setEnabled(each.summary.reported > 0)
            button.clicked.connect(partial(self._complete, each.action.id))
            times = self.tr("done {count} times").format(count=each.completed) if each.completed > 1 else ""
            numbers = self.tr("{reached} reached · {reported} reported").format(
                reached=each.summary.reached, reported=each.summary.reported
            )
            done = self.tr("done once") if each.completed == 1 else times
            row = QHBoxLayout()
            row.setSpacing(em(self.font(), 0.7))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(each.action.title))
            words.addWidget(Label(" · ".join(filter(None, (numbers, done))), TextStyle.SMALL, muted=True))
            row.addLayout(words, 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self._done.add(_widget_of(row))
            self.done_buttons.append(button)
        self._done.setVisible(bool(shift.actions))

    def _complete(self, action_id: ActionId, _checked: bool = False) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.campaigns.complete,
            action_id,
            changes=frozenset({"actions"}),
            initiator=self,
        )

    def _export(self) -> None:
        self._packets.ask(self, self._shift.campaign if self._shift else "")

    def _ask_to_wipe(self) -> None:
        """Drains first: what waits is sent, if there is a way. Then asks."""
        if self._shift is None or self._wiping:
            return
        if self.sending.undrained:
            self._wiping = True
            self.wipe_button.setEnabled(False)
            self.sending.drain()
        else:
            self._ask_now()

    def _drained(self) -> None:
        self.wipe_button.setEnabled(True)
        if self._wiping:
            # What waits is read again before it is asked about.
            self.refresh()

    def _ask_now(self) -> None:
        if self._shift is None:
            return
        dialog = WipeDialog(self._shift.waiting, self, safe=self.sending.safe_words)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.wipe()
        dialog.deleteLater()

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self._desk.faults.show(error)


class _List(Card):
    """A heading and the lines below it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.column.addWidget(Label(title, TextStyle.HEADING))
        self.setAccessibleName(title)
        self._lines: list[QWidget] = []

    def add(self, line: QWidget) -> None:
        self._lines.append(line)
        self.column.addWidget(line)

    def clear(self) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []


def _conversation(row: ContactRow, words: str, button: Button) -> QWidget:
    line = QHBoxLayout()
    line.addWidget(Avatar(row.name, 2.0))
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(Label(row.name))
    names.addWidget(Label(words, TextStyle.SMALL, muted=True))
    line.addLayout(names, 1)
    line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return _widget_of(line)


def _widget_of(row: QHBoxLayout) -> QWidget:
    widget = QWidget()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(em(widget.font(), 0.7))
    widget.setLayout(row)
    return widget


def _shift(services: VolunteerServices) -> Shift:
    campaigns = services.campaigns
    if not campaigns.has_campaign():
        return Shift("", (), services.shift.waiting())
    found = (
        ShiftInAction(card.action, services.shift.summary(card.action.id), card.progress.completed)
        for card in campaigns.actions()
    )
    return Shift(
        campaigns.content().name, tuple(each for each in found if each.summary.reached), services.shift.waiting()
    )
