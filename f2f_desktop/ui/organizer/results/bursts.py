"""What looks implausible: it is shown, it may be left out of the figures, and put back. Nobody is accused."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.results import BatchRow, Burst, Withdrawal
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.results.asking import AgeLine, Asking
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Column, DangerButton, DataTable, Label, TextStyle, Toast


class BurstsDialog(QDialog):
    """Stretches of one action, and everything that was left out of the figures.

    Attributes:
        stretches, left_out: the two tables.
        reason: why something is left out; it is kept with it.

    Signals:
        figures_changed(): something was left out, or put back.
    """

    figures_changed = Signal()

    def __init__(self, desk: Desk, action: ActionId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._action = action
        self._words = words = ResultWords(self)
        self._content: CampaignContent | None = None
        self._last = ""
        self.setWindowTitle(self.tr("Plausibility"))
        self.age = AgeLine()
        self._asking = Asking(desk, self.age, self)
        stretch_columns: list[Column[Burst]] = [
            Column(self.tr("Volunteer"), lambda row: words.volunteer(row.volunteer, "", row.device)),
            Column(self.tr("From"), lambda row: words.moment(row.first_at), lambda row: row.first_at),
            Column(self.tr("For"), self._length, lambda row: row.last_at - row.first_at),
            Column(
                self.tr("Messages"), lambda row: words.number(row.messages), lambda row: row.messages, number=True
            ),
        ]
        self.stretches: DataTable[Burst] = DataTable(self.tr("Stretches"), burst_key, stretch_columns)
        self.stretches.row_chosen.connect(self._judge)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why? For example: a script ran, not a person"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setMaxLength(500)
        self.leave_out = DangerButton(self.tr("Leave out of the figures"), Icon.FLAG)
        self.leave_out.clicked.connect(self._leave_out)
        batch_columns: list[Column[BatchRow]] = [
            Column(self.tr("Volunteer"), lambda row: words.volunteer(row.volunteer, "", row.device)),
            Column(self.tr("Action"), lambda row: words.action(self._content, row.action)),
            Column(
                self.tr("Stretch"),
                lambda row: words.moment(row.first_at),
                lambda row: row.first_at or 0,
                explained=self.tr("When the first message of the stretch was sent, by the laptop's clock."),
            ),
            Column(self.tr("Reason"), lambda row: row.reason),
            Column(self.tr("Events"), lambda row: words.number(row.events), lambda row: row.events, number=True),
            Column(self.tr("Left out"), lambda row: words.moment(row.made_at), lambda row: row.made_at),
            Column(
                self.tr("Counts again since"),
                lambda row: words.moment(row.undone_at) if row.undone_at is not None else "",
                lambda row: row.undone_at or 0,
            ),
        ]
        self.left_out: DataTable[BatchRow] = DataTable(
            self.tr("Left out of the figures"), lambda row: row.id, batch_columns, wide=3
        )
        self.left_out.row_chosen.connect(self._judge)
        self.put_back = Button(self.tr("Put back"), Icon.UNDO)
        self.put_back.clicked.connect(self._put_back_chosen)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.accept)
        deciding = QHBoxLayout()
        deciding.addWidget(self.reason, 1)
        deciding.addWidget(self.leave_out)
        below = QHBoxLayout()
        below.addWidget(self.put_back)
        below.addStretch(1)
        below.addWidget(close)
        pad = em(self.font(), 1.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(Label(self.tr("More than a person can send"), TextStyle.HEADING))
        column.addWidget(
            Label(
                self.tr(
                    "Here somebody says to have sent a hundred messages or more within two minutes. There may be a "
                    "good reason: a laptop whose clock stood, messages that were noted afterwards. What you leave out "
                    "stays stored and can be put back at any time."
                ),
                muted=True,
            )
        )
        column.addWidget(self.stretches, 3)
        column.addLayout(deciding)
        column.addWidget(Label(self.tr("Left out of the figures"), TextStyle.HEADING))
        column.addWidget(self.left_out, 2)
        column.addLayout(below)
        column.addWidget(self.age)
        self.toast = Toast(self)
        self.toast.undone.connect(self._undo)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._undo)
        self.setMinimumWidth(em(self.font(), 36))
        self.resize(em(self.font(), 46), em(self.font(), 36))
        self._judge()
        self.refresh()

    def refresh(self) -> None:
        """Reads both tables again."""
        organizing = self._desk.services.organizing
        self._desk.jobs.on_vault(
            self._desk.services.authoring.draft, success=self._know, failure=lambda _error: None, initiator=self
        )
        self._asking.ask("bursts", organizing.bursts, success=self._show_stretches)
        self._asking.ask("withdrawals", organizing.withdrawals, success=self._show_left_out)

    def _know(self, content: CampaignContent) -> None:
        self._content = content
        self.left_out.set_rows(self.left_out.rows_model.rows)

    def _show_stretches(self, found: Sequence[Burst]) -> None:
        rows = [each for each in found if each.action == self._action]
        self.stretches.set_rows(rows)
        if rows and self.stretches.current_row() is None:
            self.stretches.choose(burst_key(rows[0]))
        self._judge()

    def _show_left_out(self, rows: Sequence[BatchRow]) -> None:
        self.left_out.set_rows(rows)
        self._judge()

    def _judge(self, _row: object = None) -> None:
        self.leave_out.setEnabled(self.stretches.current_row() is not None)
        self.reason.setEnabled(self.stretches.current_row() is not None)
        batch = self.left_out.current_row()
        self.put_back.setEnabled(batch is not None and batch.undone_at is None)

    def _leave_out(self) -> None:
        burst = self.stretches.current_row()
        if burst is None:
            return
        self.leave_out.setEnabled(False)
        wanted = Withdrawal(burst.device, burst.action, burst.first_at, burst.last_at, self.reason.text().strip())
        self._do(self._desk.services.organizing.withdraw, wanted, success=self._was_left_out)

    def _was_left_out(self, batch: BatchRow) -> None:
        self._last = batch.id
        self.reason.clear()
        self.toast.show_message(self.tr("%n event(s) left out of the figures.", "", batch.events), undoable=True)
        self._changed()

    def _put_back_chosen(self) -> None:
        batch = self.left_out.current_row()
        if batch is not None:
            self._put_back(batch.id)

    def _undo(self) -> None:
        if self._last:
            self._put_back(self._last)

    def _put_back(self, batch: str) -> None:
        if batch == self._last:
            self._last = ""
        self.put_back.setEnabled(False)
        self._do(self._desk.services.organizing.put_back, batch, success=self._was_put_back)

    def _was_put_back(self, batch: BatchRow) -> None:
        self.toast.show_message(self.tr("Put back: %n event(s).", "", batch.events))
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.figures_changed.emit()

    def _do(self, work: object, argument: object, success: object) -> None:
        assert callable(work)
        assert callable(success)

        def failed(error: Exception) -> None:
            self._judge()
            self._desk.faults.show(error)

        self._desk.jobs.in_background(
            work, argument, success=success, failure=failed, initiator=self, with_progress=False
        )

    def _length(self, burst: Burst) -> str:
        seconds = max(1, round((burst.last_at - burst.first_at) / 1000))
        if seconds < 120:
            return self.tr("%n second(s)", "", seconds)
        return self.tr("%n minute(s)", "", round(seconds / 60))


def burst_key(burst: Burst) -> str:
    """A stretch's id."""
    return f"{burst.device} {burst.action} {burst.first_at}"
