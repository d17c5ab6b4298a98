"""Asks volunteers to follow up: a note that their app shows them once it has synchronized."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.api import LONGEST_NOTE
from f2f_desktop.protocol.results import UserRow
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Button, Label, PrimaryButton, TextStyle, button_row, dialog_column

NAMED = 3
"""Volunteers whom the dialog names."""


class FollowUpDialog(QDialog):
    """What is asked, and of whom. Closed while it is being sent, it stays out of sight until the outcome is known.

    Signals:
        told(str): what became of it.
    """

    told = Signal(str)

    def __init__(
        self, desk: Desk, action: ActionId, volunteers: Sequence[UserRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._action = action
        self._volunteers = volunteers
        self._devices = [device for row in volunteers for device in row.devices]
        self._sending = False
        self.setWindowTitle(self.tr("Ask to follow up"))
        words = ResultWords(self)
        names = [words.volunteer(row.name, row.email, row.user) for row in volunteers]
        whom = ", ".join(names[:NAMED])
        if len(names) > NAMED:
            whom = self.tr("{names} and %n other(s)", "", len(names) - NAMED).format(names=whom)
        self.whom = Label(whom, muted=True)
        self.text = QPlainTextEdit(
            self.tr(
                "Thank you for writing to your friends! Could you follow up with them: answer who has replied, ask "
                "again who has not, and file a report about each?"
            )
        )
        self.text.setAccessibleName(self.tr("What you ask"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(em(self.font(), 8))
        self.text.textChanged.connect(self._judge)
        self.left = Label("", TextStyle.SMALL, muted=True)
        self.send = PrimaryButton(self.tr("Ask"))
        self.send.clicked.connect(self._send)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = dialog_column(self)
        column.addWidget(Label(self.tr("Ask to follow up"), TextStyle.HEADING))
        column.addWidget(self.whom)
        column.addWidget(self.text, 1)
        column.addLayout(button_row(cancel, self.send, before=self.left))
        self.setMinimumWidth(em(self.font(), 32))
        self.text.selectAll()
        self._judge()

    def done(self, result: int) -> None:
        """Closes; what is under way is told by `told` all the same."""
        super().done(result)
        if not self._sending:
            self.deleteLater()

    def _judge(self) -> None:
        length = len(self.text.toPlainText().strip())
        number = self.locale().toString
        self.left.setText(
            self.tr("{count} of {most} characters").format(count=number(length), most=number(LONGEST_NOTE))
        )
        too_long = length > LONGEST_NOTE
        self.left.set_tone(Tone.WARNING if too_long else None, muted=not too_long)
        self.send.setEnabled(0 < length <= LONGEST_NOTE and not self._sending)

    def _send(self) -> None:
        self._sending = True
        self._judge()
        self._desk.jobs.in_background(
            self._desk.services.organizing.ask,
            self._devices,
            self.text.toPlainText().strip(),
            self._action,
            success=self._asked,
            failure=self._failed,
            initiator=self,
            with_progress=False,
        )

    def _asked(self, left: int) -> None:
        self._sending = False
        if left == len(self._devices):
            count = len(self._volunteers)
            self.told.emit(self.tr("Asked %n volunteer(s): it reaches their app when it synchronizes.", "", count))
        elif left:
            self.told.emit(self.tr("Asked on %n laptop(s); the access of the others has ended.", "", left))
        else:
            self.told.emit(self.tr("Nobody was asked: the access of these laptops has ended."))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._sending = False
        self._judge()
        self._desk.faults.show(error)
        if self.isHidden():
            self.deleteLater()
