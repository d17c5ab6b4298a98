"""Joining a hub later than on the first run: the panel in a window of its own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.joining.join_panel import Joined, JoinPanel
from f2f_desktop.ui.widgets import Button, FittedDialog, Label, TextStyle


class JoinDialog(FittedDialog):
    """Joins a hub."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Join a campaign's hub"))
        self.panel = JoinPanel(desk, with_buttons=False)
        self.close_button = Button(self.tr("Cancel"))
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self.font(), 0.6))
        buttons.addWidget(self.panel.other_button)
        buttons.addStretch(1)
        for button in (self.close_button, self.panel.code_button, self.panel.join_button):
            buttons.addWidget(button)
        pad = em(self.font(), 1.2)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self.font(), 0.8))
        column.addWidget(Label(self.tr("Join a campaign's hub"), TextStyle.TITLE))
        words = self.tr(
            "Reports then go to the campaign by themselves whenever there is a network, and what is new comes down. "
            "Without a network everything works as before."
        )
        column.addWidget(Label(words, muted=True))
        column.addWidget(self.panel)
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(em(self.font(), 36), em(self.font(), 28))
        self.panel.joined.connect(self._joined)
        self.panel.link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.busy_changed.connect(lambda busy: self.close_button.setEnabled(not busy))

    def take(self, files: Sequence[Path], link: str = "") -> None:
        """An invite arrived some other way."""
        if link:
            self.panel.read_text(link)
        elif files:
            self.panel.read_files(files)

    def _joined(self, _joined: Joined) -> None:
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
