"""The last step of a conversation, always in sight: whether the report is filed, and filing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.volunteer.work.beside import Beside
from f2f_desktop.ui.volunteer.work.keys import WorkKey, shown
from f2f_desktop.ui.widgets import Button, Card, KeyHint, Label, PrimaryButton, TextStyle
from f2f_desktop.volunteer.conversation import StoredReport


class ReportBar(Card):
    """Status and buttons of the report.

    Signals:
        save_pressed(), save_and_next_pressed(): file it.
    """

    save_pressed = Signal()
    save_and_next_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0.5)
        self._wording = Wording(self)
        self.status = Label("", TextStyle.SMALL, muted=True)
        self.status.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.save = Button(self.tr("Save"))
        self.save.setToolTip(shown(WorkKey.SAVE))
        self.save_next = PrimaryButton(self.tr("Save and next"))
        self.save_next.setToolTip(shown(WorkKey.SAVE_NEXT))
        key = shown(WorkKey.SAVE_NEXT)
        self.save_next.setAccessibleDescription(self.tr("Key: {key}").format(key=key))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self.font(), 0.5))
        row.addStretch(1)
        row.addWidget(KeyHint(key), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.save)
        row.addWidget(self.save_next)
        self._line = Beside(self.status, buttons, push=True)
        self.column.addWidget(self._line)
        self.save.clicked.connect(self.save_pressed)
        self.save_next.clicked.connect(self.save_and_next_pressed)

    def show_status(self, report: StoredReport | None, *, changed: bool) -> None:
        """Says whether the report is filed, since when, how often corrected, and whether the form differs."""
        self.save.setText(self.tr("Save correction") if report else self.tr("Save"))
        self.status.set_tone(None, muted=True)
        if report is None and changed:
            self.status.setText(self.tr("Kept as a draft, not filed yet."))
        elif report is None:
            self.status.setText(self.tr("Saved on this computer first, sent when you choose."))
        else:
            words = [self.tr("Filed {when}").format(when=self._wording.moment(report.at))]
            if report.corrections == 1:
                words.append(self.tr("corrected once"))
            elif report.corrections > 1:
                words.append(self.tr("corrected %n time(s)", "", report.corrections))
            if changed:
                words.append(self.tr("changed since, not saved yet"))
            self.status.set_tone(Tone.WARNING if changed else Tone.SUCCESS)
            self.status.setText(" · ".join(words))

    def set_usable(self, usable: bool) -> None:
        """Whether there is a conversation to report on."""
        self.save.setEnabled(usable)
        self.save_next.setEnabled(usable)
