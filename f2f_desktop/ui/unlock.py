"""The locked window: a passphrase, the system's keyring or the recovery sheet opens the vault."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Banner, Button, Card, IconView, Label, PrimaryButton, QuietButton, TextStyle
from f2f_desktop.workspace import KeyFile, WayIn


class UnlockPage(Sheet):
    """Asks for a way in. Nothing of the vault's content is here.

    Signals:
        unlocked(): the vault is open.
    """

    unlocked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(30.0, parent)
        self._desk = desk
        self._way = WayIn.PASSPHRASE
        self._ways: frozenset[WayIn] = frozenset()
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.returnPressed.connect(self._try)
        self.open_button = PrimaryButton(self.tr("Unlock"), Icon.LOCK)
        self.open_button.clicked.connect(self._try)
        self.keyring_button = PrimaryButton(self.tr("Unlock with this computer's keyring"), Icon.LOCK)
        self.keyring_button.clicked.connect(self._try_keyring)
        self.other_button = QuietButton("")
        self.other_button.clicked.connect(self._other_way)
        self.skip_button = Button(self.tr("Keep the old one"))
        self.skip_button.clicked.connect(self.unlocked)
        self.message = Banner("", Tone.DANGER, closable=False)
        self._title = Label("", TextStyle.TITLE)
        self._words = Label("", muted=True)
        self._renewing = False
        self._lay_out()

    def refresh(self) -> None:
        """Reads which ways in there are and shows the best of them."""
        self._renewing = False
        self.secret.clear()
        self.message.hide()
        self._set_busy(False)
        self._show_way()
        self._desk.jobs.on_vault(self._desk.workspace.ways_in, success=self._know, initiator=self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card(padding=1.6)
        card.column.addWidget(IconView(Icon.LOCK, Tone.ACCENT, size=2.2), 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self._title)
        card.column.addWidget(self._words)
        card.column.addWidget(self.message)
        card.column.addWidget(self.keyring_button)
        card.column.addWidget(self.secret)
        row = QHBoxLayout()
        row.addWidget(self.other_button)
        row.addStretch(1)
        row.addWidget(self.skip_button)
        row.addWidget(self.open_button)
        card.column.addLayout(row)
        self.column.addStretch(2)
        self.column.addWidget(card)
        self.column.addStretch(3)
        self.column.setSpacing(em(self.font(), 0.8))

    def _know(self, keys: KeyFile) -> None:
        self._ways = keys.ways()
        self.keyring_button.setVisible(keys.in_keyring)
        self._way = WayIn.PASSPHRASE if WayIn.PASSPHRASE in self._ways else WayIn.RECOVERY
        self._show_way()
        if keys.in_keyring:
            self.keyring_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self) -> None:
        self.skip_button.setVisible(self._renewing)
        self.other_button.setVisible(not self._renewing and WayIn.PASSPHRASE in self._ways)
        if self._renewing:
            self._title.setText(self.tr("Choose a new passphrase"))
            self._words.setText(
                self.tr("The recovery sheet opened your vault. At least 8 characters; a few words are best.")
            )
            self.open_button.setText(self.tr("Use this passphrase"))
            name = self.tr("New passphrase")
        elif self._way is WayIn.PASSPHRASE:
            self._title.setText(self.tr("Locked"))
            self._words.setText(self.tr("Your contacts and reports are encrypted on this computer."))
            self.open_button.setText(self.tr("Unlock"))
            self.other_button.setText(self.tr("Use the recovery sheet"))
            name = self.tr("Passphrase")
        else:
            self._title.setText(self.tr("Locked"))
            self._words.setText(self.tr("Type the code on the recovery sheet that you wrote down or printed."))
            self.open_button.setText(self.tr("Unlock"))
            self.other_button.setText(self.tr("Use the passphrase"))
            name = self.tr("Recovery code")
        self.secret.setAccessibleName(name)
        self.secret.setPlaceholderText(name)
        hidden = self._renewing or self._way is WayIn.PASSPHRASE
        self.secret.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)

    def _other_way(self) -> None:
        self._way = WayIn.RECOVERY if self._way is WayIn.PASSPHRASE else WayIn.PASSPHRASE
        self.secret.clear()
        self.message.hide()
        self._show_way()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        secret = self.secret.text()
        if not secret.strip() or not self.open_button.isEnabled():
            return
        self._set_busy(True)
        if self._renewing:
            self._start(self._desk.workspace.set_passphrase, secret)
        else:
            self._start(self._desk.workspace.unlock, secret, self._way)

    def _try_keyring(self) -> None:
        self._set_busy(True)
        self._start(self._desk.workspace.unlock_by_keyring)

    def _start(self, function: object, *arguments: object) -> None:
        assert callable(function)
        self._desk.jobs.on_vault(
            function, *arguments, success=lambda _: self._opened(), failure=self._refused, initiator=self
        )

    def _opened(self) -> None:
        self._set_busy(False)
        self.secret.clear()
        self.message.hide()
        if self._way is WayIn.RECOVERY and WayIn.PASSPHRASE in self._ways and not self._renewing:
            self._renewing = True
            self._show_way()
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._renewing = False
        self.unlocked.emit()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, KnownError):
            self._desk.faults.show(error)
            return
        self.message.say(str(error), Tone.DANGER)
        self.secret.selectAll()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.secret, self.open_button, self.keyring_button, self.other_button, self.skip_button):
            widget.setEnabled(not busy)
        if busy:
            self.open_button.setText(self.tr("Unlocking …"))
        else:
            self._show_way()
