"""Asks before the vault is wiped: says what would be lost, and wants a word typed."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Banner, Button, DangerButton, Label, TextStyle, button_row, dialog_column
from f2f_desktop.workspace import Waiting


class WipeDialog(QDialog):
    """Accepted only when the word was typed.

    Attributes:
        word: what is to be typed.
    """

    def __init__(self, waiting: Waiting, parent: QWidget | None = None, *, safe: str = "") -> None:
        """`safe` says what the hub has vouched for; empty if that is not everything."""
        super().__init__(parent)
        self.word = self.tr("WIPE")
        self.setWindowTitle(self.tr("Wipe this laptop"))
        column = dialog_column(self, 1.2)
        column.addWidget(Label(self.tr("Wipe everything from this laptop?"), TextStyle.TITLE))
        words = self.tr(
            "Your contacts, messages, reports and the voter extract are made unreadable for good. "
            "This cannot be undone."
        )
        column.addWidget(Label(words))
        if safe:
            column.addWidget(Banner(safe, Tone.SUCCESS, closable=False))
        elif waiting.unexported:
            lost = self.tr("{events} events ({reports} reports waiting) are in no packet yet: they would be lost.")
            text = lost.format(events=waiting.unexported, reports=waiting.reports)
            column.addWidget(Banner(text, Tone.DANGER, closable=False))
        column.addWidget(Label(self.tr("Type {word} to go on.").format(word=self.word), muted=True))
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Type {word} to go on.").format(word=self.word))
        self.typed.textChanged.connect(self._judge)
        column.addWidget(self.typed)
        self.wipe = DangerButton(self.tr("Wipe"), Icon.TRASH)
        self.wipe.setEnabled(False)
        self.wipe.clicked.connect(self.accept)
        keep = Button(self.tr("Keep everything"))
        keep.clicked.connect(self.reject)
        column.addLayout(button_row(keep, self.wipe))
        self.resize(em(self.font(), 32), self.sizeHint().height())

    def _judge(self, text: str) -> None:
        self.wipe.setEnabled(text.strip().casefold() == self.word.casefold())
