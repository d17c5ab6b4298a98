"""Who works here: the name that scripts are signed with, and the e-mail address that the campaign knows."""

import re

from PySide6.QtWidgets import QLineEdit, QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.volunteer.first_run.step import Step
from f2f_desktop.ui.widgets import Label, TextStyle
from f2f_desktop.volunteer.campaigns import Volunteer

PLAUSIBLE = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class WhoStep(Step):
    """Asks for the volunteer's name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = self.tr("Who are you?")
        self.words = self.tr("Your name goes into the messages that you send, so use the one your friends know.")
        self.continue_text = self.tr("Continue")
        self.can_go_back = False
        self.name = QLineEdit()
        self.name.setMaxLength(100)
        self.email = QLineEdit()
        self.email.setMaxLength(320)
        self._hint = Label("", TextStyle.SMALL, muted=True)
        for words, field in ((self.tr("Your name"), self.name), (self.tr("E-mail (optional)"), self.email)):
            field.setAccessibleName(words)
            label = Label(words)
            label.setBuddy(field)
            self.column.addWidget(label)
            self.column.addWidget(field)
            field.textChanged.connect(self._judge)
            field.returnPressed.connect(self.entered)
        self.column.addWidget(self._hint)
        self._judge()

    def begin(self) -> None:
        self._desk.jobs.on_vault(self._desk.services.campaigns.volunteer, success=self._fill, initiator=self)

    def first_field(self) -> QWidget:
        return self.name

    def ready(self) -> bool:
        email = self.email.text().strip()
        return bool(self.name.text().strip()) and (not email or bool(PLAUSIBLE.fullmatch(email)))

    def proceed(self) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.campaigns.introduce,
            Volunteer(self.name.text(), self.email.text()),
            success=lambda _: self.settled.emit(),
            changes=frozenset({"volunteer"}),
            initiator=self,
        )

    def _fill(self, volunteer: Volunteer) -> None:
        if not self.name.text():
            self.name.setText(volunteer.name)
            self.email.setText(volunteer.email)

    def _judge(self) -> None:
        email = self.email.text().strip()
        wrong = bool(email) and not PLAUSIBLE.fullmatch(email)
        self._hint.set_tone(Tone.WARNING if wrong else None, muted=not wrong)
        self._hint.setText(
            self.tr("This is no complete e-mail address.")
            if wrong
            else self.tr("The address your campaign knows, if it assigns people to you. Kept on this laptop.")
        )
        self.changed.emit()
