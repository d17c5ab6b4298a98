"""A place to drop files on, with a button for those who choose them."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.arrivals import local_files
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets import Button, IconView, Label


class DropZone(QFrame):
    """Takes files: dropped, or chosen by its button.

    Signals:
        files_given(files): what was dropped or chosen, as a list of Path; never empty.
    """

    files_given = Signal(list)

    def __init__(
        self,
        text: str,
        button: str,
        file_filter: str,
        *,
        several: bool = False,
        icon: Icon = Icon.IMPORT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filter = file_filter
        self._several = several
        self._hovered = False
        self.setAcceptDrops(True)
        self.setAccessibleName(text)
        self.button = Button(button, Icon.FOLDER)
        self.button.clicked.connect(self.choose)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.button)
        self._buttons.addStretch(1)
        label = Label(text, muted=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        pad = em(self.font(), 1.2)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(IconView(icon, size=1.9), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
        column.addLayout(self._buttons)

    def add_button(self, button: QWidget) -> None:
        """Puts another way to the same beside the button."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def choose(self) -> None:
        """Lets the user choose files."""
        title = self.button.text()
        if self._several:
            names, _ = QFileDialog.getOpenFileNames(self, title, "", self._filter)
        else:
            name, _ = QFileDialog.getOpenFileName(self, title, "", self._filter)
            names = [name] if name else []
        if names:
            self.files_given.emit([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            self._set_hovered(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_hovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_hovered(False)
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_given.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.focus if self._hovered else theme.control_border), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(theme.selection if self._hovered else theme.sunken))
        radius = em(self.font(), 0.85)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _set_hovered(self, hovered: bool) -> None:
        self._hovered = hovered
        self.update()
