"""The circle with a person's initials."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets.painting import paint_avatar


class Avatar(QWidget):
    """A circle with the initials of `name`, `size` line heights wide; decoration, nameless to screen readers."""

    def __init__(self, name: str = "", size: float = 2.4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Shows another person."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), self._size), em(self.font(), self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        paint_avatar(QPainter(self), QRectF(0, (self.height() - side) / 2, side, side), self._name, self.font())
