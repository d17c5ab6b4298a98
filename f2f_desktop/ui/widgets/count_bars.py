"""How often each of several things: a line each with a bar. Painted by hand, said in words to screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets.painting import rounded

LINE = 1.75
"""Line heights per line."""


class CountBars(QWidget):
    """Names, bars and counts, in the order in which they were given."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._counts: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Shows other counts, each with its name."""
        self._counts = tuple(counts)
        self.setAccessibleDescription(self.as_text())
        self.updateGeometry()
        self.update()

    def as_text(self) -> str:
        """All of it in words."""
        return ", ".join(f"{name}: {self.locale().toString(count)}" for name, count in self._counts)

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), 24), em(self.font(), LINE) * len(self._counts))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 12), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = event.pos().y() // em(self.font(), LINE)
            if 0 <= line < len(self._counts):
                name, count = self._counts[line]
                QToolTip.showText(event.globalPos(), f"{name}: {self.locale().toString(count)}", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        line = em(self.font(), LINE)
        gap = em(self.font(), 0.5)
        numbers = [self.locale().toString(count) for _, count in self._counts]
        for_numbers = max((metrics.horizontalAdvance(number) for number in numbers), default=0.0)
        widest = max((metrics.horizontalAdvance(name) for name, _ in self._counts), default=0.0)
        for_names = min(widest + 2, self.width() * 0.45)
        room = self.width() - for_names - for_numbers - 2 * gap
        most = max((count for _, count in self._counts), default=0)
        for number, (name, count) in enumerate(self._counts):
            top = number * line
            painter.setPen(QColor(theme.text))
            elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, for_names)
            painter.drawText(QRectF(0, top, for_names + 1, line), Qt.AlignmentFlag.AlignVCenter, elided)
            height = line * 0.42
            track = QRectF(for_names + gap, top + (line - height) / 2, max(room, 1.0), height)
            rounded(painter, track, height / 2, theme.track)
            if count and most:
                filled = QRectF(track)
                filled.setWidth(max(track.width() * count / most, height))
                rounded(painter, filled, height / 2, theme.accent)
            painter.setPen(QColor(theme.muted))
            right = QRectF(self.width() - for_numbers - 1, top, for_numbers + 1, line)
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, numbers[number])
