"""The search field above a list."""

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from f2f_desktop.ui.icons import Icon, paint_icon
from f2f_desktop.ui.theme import current_theme, em

PAUSE = 120
"""Milliseconds without a key after which the search runs."""


class SearchField(QLineEdit):
    """A line to search in. Escape empties it; arrow down goes on to the list.

    Signals:
        searched(str): the text, without blanks around it, once typing paused; at once when emptied or on Enter.
        left_downwards(): arrow down was pressed.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)
        self.setClearButtonEnabled(True)
        self._make_room()
        self._said = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._say)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._say)

    def empty(self) -> None:
        """Empties the field without saying so."""
        with QSignalBlocker(self):
            self.clear()
        self._pause.stop()
        self._said = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._say()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = em(self.font(), 1.05)
        place = QRectF(em(self.font(), 0.6), (self.height() - side) / 2, side, side)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width() - place.left())
        paint_icon(QPainter(self), Icon.SEARCH, place, current_theme().muted)

    def _make_room(self) -> None:
        # Painted rather than added as an action: Qt gives actions 16 pixels, whatever the text size.
        room = em(self.font(), 1.3)
        left, right = (0, room) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else (room, 0)
        self.setTextMargins(left, 0, right, 0)

    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._say()

    def _say(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._said:
            self._said = text
            self.searched.emit(text)
