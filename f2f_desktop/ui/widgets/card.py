"""The ground on which things lie together."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from f2f_desktop.ui.theme import Tone, current_theme, em
from f2f_desktop.ui.widgets.painting import rounded


class Card(QFrame):
    """A rounded surface with a thin border and a column inside (`column`), padded by the font's size.

    Attributes:
        column: the vertical layout of its content.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        sunken: bool = False,
        tone: Tone | None = None,
        padding: float = 1.2,
    ) -> None:
        super().__init__(parent)
        self._sunken = sunken
        self._tone = tone
        self._padding = padding
        self.column = QVBoxLayout(self)
        self._pad()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        ground, line = (theme.sunken, theme.sunken) if self._sunken else (theme.surface, theme.border)
        if self._tone:
            colours = theme.tone(self._tone)
            ground, line = colours.ground, colours.line
        rounded(QPainter(self), QRectF(self.rect()), em(self.font(), 0.85), ground, line)

    def _pad(self) -> None:
        pad = round(em(self.font(), self._padding))
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(em(self.font(), 0.65))
