"""Signing in to an address book on a server: address, user, app password; the password goes to the keyring."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from f2f_desktop.contacts.columns import ColumnMapping
from f2f_desktop.progress import Progress
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Label, PrimaryButton, TextStyle, button_row, dialog_column, form_of
from f2f_desktop.volunteer.address_books import BooksRead, read_server
from f2f_desktop.workspace import Account, Workspace


class CardDavDialog(QDialog):
    """Asks for a CardDAV account.

    Signals:
        chosen(read, words): what reads the account's address books (see `Importer.import_by`), and what to call it.
    """

    chosen = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Contacts from a server"))
        self.setMinimumWidth(em(self.font(), 30))
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://cloud.example.org")
        self.user = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.remember = QCheckBox(self.tr("Keep the password in this system's keyring"))
        self.remember.hide()
        form = form_of(
            (
                (self.tr("Server address"), self.address),
                (self.tr("User"), self.user),
                (self.tr("App password"), self.password),
            ),
            self,
        )
        for field in (self.address, self.user, self.password):
            field.textChanged.connect(self._judge)
        self.read_button = PrimaryButton(self.tr("Read contacts"))
        self.read_button.setDefault(True)
        self.read_button.clicked.connect(self.accept)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = dialog_column(self)
        column.addWidget(Label(self.tr("Contacts from a server (CardDAV)"), TextStyle.HEADING))
        column.addWidget(
            Label(
                self.tr(
                    "Nextcloud, iCloud, Fastmail and others. Make an app password in the account's security "
                    "settings: the usual password often does not work here. This is the only time that the app "
                    "uses the network for contacts, and it only reads."
                ),
                muted=True,
            )
        )
        column.addLayout(form)
        column.addWidget(self.remember)
        column.addStretch(1)
        column.addLayout(button_row(cancel, self.read_button))
        self._judge()
        desk.jobs.in_background(
            desk.workspace.keyring_available, success=self._keyring_known, initiator=self, with_progress=False
        )

    def accept(self) -> None:
        """Hands the account over, and keeps its password where that was asked for."""
        account = Account(self.address.text().strip(), self.user.text().strip())
        password = self.password.text()
        keep = self.remember.isChecked()
        self._desk.jobs.on_vault(_remember, self._desk.workspace, account, password if keep else "")

        def read(region: str, mappings: Mapping[str, ColumnMapping], progress: Progress) -> BooksRead:
            del mappings  # a server has cards, no tables
            return read_server(account, password, region, progress)

        self.chosen.emit(read, account.address)
        super().accept()

    def _keyring_known(self, available: bool) -> None:
        self._desk.jobs.on_vault(
            _last_account, self._desk.workspace, available, success=self._fill, initiator=self
        )

    def _fill(self, known: tuple[Account | None, str, bool]) -> None:
        account, password, may_keep = known
        self.remember.setVisible(may_keep)
        self.remember.setChecked(may_keep)
        if account is not None and not self.address.text():
            self.address.setText(account.address)
            self.user.setText(account.user)
            self.password.setText(password)

    def _judge(self) -> None:
        filled = all(field.text().strip() for field in (self.address, self.user, self.password))
        self.read_button.setEnabled(filled)


def _last_account(workspace: Workspace, keyring: bool) -> tuple[Account | None, str, bool]:
    """The account used last, its password if the keyring has it, and whether a password may be kept."""
    preferences = workspace.services.preferences
    may_keep = keyring and not preferences.shared_laptop()
    account = next(iter(preferences.accounts()), None)
    return account, workspace.password_of(account) if account and may_keep else "", may_keep


def _remember(workspace: Workspace, account: Account, password: str) -> None:
    """Remembers the account; its password goes to the keyring, or is taken out of it if empty."""
    workspace.services.preferences.remember_account(account)
    if password:
        workspace.remember_password(account, password)
    else:
        workspace.forget_password(account)
