"""First step: how the vault is protected. A shared laptop gets a passphrase, and nothing in the keyring."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.first_run.step import Step
from f2f_desktop.ui.volunteer.first_run.strength import Strength, strength
from f2f_desktop.ui.widgets import Banner, Label, TextStyle
from f2f_desktop.workspace import SHORTEST_PASSPHRASE, Argon2Cost, Protection, Workspace


class ProtectStep(Step):
    """Makes the vault.

    Signals:
        made(code): the vault is made and open; `code` is its recovery code.
    """

    made = Signal(str)

    def __init__(self, desk: Desk, cost: Argon2Cost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cost = cost
        self._keyring = False
        self._working = False
        self.heading = self.tr("Protect what is on this laptop")
        self.words = self.tr("Your contacts and conversations are kept encrypted. How do you want to unlock them?")
        self.continue_text = self.tr("Continue")
        self.can_go_back = False
        self.shared = QCheckBox(self.tr("Other people use this laptop too"))
        self.by_keyring = QRadioButton(self.tr("With this computer's keyring: no passphrase to remember"))
        self.by_passphrase = QRadioButton(self.tr("With a passphrase"))
        self.by_passphrase.setChecked(True)
        self.by_keyring.setEnabled(False)
        self._why_not = Label(self.tr("Looking for a keyring …"), TextStyle.SMALL, muted=True)
        self.passphrase = self._field(self.tr("Passphrase"))
        self.again = self._field(self.tr("The same passphrase again"))
        self.shown = QCheckBox(self.tr("Show what I type"))
        self._hint = Label("", TextStyle.SMALL, muted=True)
        self.message = Banner("", Tone.DANGER, closable=False)
        self.message.hide()
        self._typed = QWidget()
        self._lay_out()
        for button in (self.shared, self.by_keyring, self.by_passphrase):
            button.toggled.connect(self._judge)
        self.passphrase.textChanged.connect(self._judge)
        self.again.textChanged.connect(self._judge)
        self.again.returnPressed.connect(self.entered)
        self.shown.toggled.connect(self._show_typed)
        self._judge()

    def begin(self) -> None:
        self._desk.jobs.in_background(
            self._desk.workspace.keyring_available, success=self._know, initiator=self, with_progress=False
        )

    def first_field(self) -> QWidget:
        return self.shared

    def ready(self) -> bool:
        if self._working:
            return False
        return self.by_keyring.isChecked() or (
            len(self.passphrase.text().strip()) >= SHORTEST_PASSPHRASE
            and self.passphrase.text() == self.again.text()
        )

    def proceed(self) -> None:
        self._working = True
        self.message.hide()
        self.changed.emit()
        by_keyring = self.by_keyring.isChecked()
        protection = Protection(
            passphrase="" if by_keyring else self.passphrase.text(), use_keyring=by_keyring, cost=self._cost
        )
        self._desk.jobs.on_vault(
            make_vault,
            self._desk.workspace,
            protection,
            self.shared.isChecked(),
            success=self._made,
            failure=self._failed,
            initiator=self,
        )

    def _lay_out(self) -> None:
        self.column.addWidget(self.shared)
        self.column.addSpacing(em(self.font(), 0.3))
        self.column.addWidget(self.by_keyring)
        row = QHBoxLayout()
        row.addSpacing(em(self.font(), 1.8))
        row.addWidget(self._why_not, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.by_passphrase)
        typed = QVBoxLayout(self._typed)
        typed.setContentsMargins(em(self.font(), 1.8), 0, 0, 0)
        typed.setSpacing(em(self.font(), 0.5))
        typed.addWidget(self.passphrase)
        typed.addWidget(self._hint)
        typed.addWidget(self.again)
        typed.addWidget(self.shown)
        self.column.addWidget(self._typed)
        self.column.addWidget(self.message)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        return field

    def _know(self, keyring: bool) -> None:
        self._keyring = keyring
        if keyring and not self.shared.isChecked() and not self.passphrase.text():
            self.by_keyring.setChecked(True)
        self._judge()

    def _judge(self) -> None:
        shared = self.shared.isChecked()
        if shared or not self._keyring:
            self.by_passphrase.setChecked(True)
        self.by_keyring.setEnabled(self._keyring and not shared)
        if shared:
            self._why_not.setText(self.tr("Not on a shared laptop: the keyring opens for everybody who logs in."))
        elif not self._keyring:
            self._why_not.setText(self.tr("This computer has no keyring that can be used."))
        self._why_not.setVisible(shared or not self._keyring)
        self._typed.setVisible(self.by_passphrase.isChecked())
        self._say_hint()
        self.changed.emit()

    def _say_hint(self) -> None:
        typed, again = self.passphrase.text(), self.again.text()
        words = {
            Strength.TOO_SHORT: (
                self.tr("At least {count} characters. Four words that you remember make a good one.").format(
                    count=SHORTEST_PASSPHRASE
                ),
                None,
            ),
            Strength.WEAK: (self.tr("Easy to guess. Add a word or two."), Tone.WARNING),
            Strength.FAIR: (self.tr("Fair. One more word would make it strong."), None),
            Strength.STRONG: (self.tr("Strong."), Tone.SUCCESS),
        }
        text, tone = words[strength(typed, SHORTEST_PASSPHRASE)]
        if again and not typed.startswith(again):
            text, tone = self.tr("The two passphrases differ."), Tone.WARNING
        self._hint.set_tone(tone, muted=tone is None)
        self._hint.setText(text)

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.passphrase, self.again):
            field.setEchoMode(mode)

    def _made(self, code: str) -> None:
        self._working = False
        self.passphrase.clear()
        self.again.clear()
        self.made.emit(code)
        self.settled.emit()

    def _failed(self, error: Exception) -> None:
        self._working = False
        self.changed.emit()
        if isinstance(error, KnownError):
            self.message.say(" ".join(fault_words(error)), Tone.DANGER)
        else:
            self._desk.faults.show(error)


def make_vault(workspace: Workspace, protection: Protection, shared: bool) -> str:
    """Makes the vault and notes whether the laptop is shared; gives the recovery code."""
    code = workspace.create(protection)
    workspace.services.preferences.set_shared_laptop(shared)
    return code
