"""Where the user is on a short way of steps: the first run."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from f2f_desktop.ui.icons import Icon, paint_icon
from f2f_desktop.ui.theme import current_theme, em, scaled
from f2f_desktop.ui.widgets.painting import rounded


class StepHeader(QWidget):
    """Numbered steps side by side: done ones with a check mark, the current one in the accent colour.

    Where not all titles fit, only the current one is written.
    """

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def current(self) -> int:
        """The current step, from 0."""
        return self._current

    def set_current(self, step: int) -> None:
        """Goes to a step, from 0."""
        self._current = step
        self.setAccessibleName(
            self.tr("Step {number} of {count}: {title}").format(
                number=step + 1, count=len(self._titles), title=self._titles[step]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width(all_titles=True), em(self.font(), 2.0))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(all_titles=False), em(self.font(), 2.0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _fonts_width(self, title: str) -> float:
        return QFontMetricsF(scaled(self.font(), 1.0, bold=True)).horizontalAdvance(title)

    def _compact_width(self) -> float:
        gap = em(self.font(), 0.5)
        lines = (len(self._titles) - 1) * (em(self.font(), 2.0) + gap)
        circles = len(self._titles) * (em(self.font(), 1.7) + gap)
        return lines + circles + self._fonts_width(self._titles[self._current])

    def _width(self, *, all_titles: bool) -> int:
        circle, gap = em(self.font(), 1.7), em(self.font(), 0.5)
        widths = [self._fonts_width(title) + gap for title in self._titles]
        words = sum(widths) if all_titles else max(widths, default=0)
        lines = (len(self._titles) - 1) * (em(self.font(), 2.0) + 2 * gap)
        return int(len(self._titles) * circle + words + lines) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle, gap = em(self.font(), 1.7), em(self.font(), 0.5)
        middle = self.height() / 2
        every = self.width() >= self._width(all_titles=True)
        left = 0.0 if every else max(0.0, (self.width() - self._compact_width()) / 2)
        for step, title in enumerate(self._titles):
            spot = QRectF(left, middle - circle / 2, circle, circle)
            done, here = step < self._current, step == self._current
            ground = theme.accent if here else theme.success.ground if done else theme.track
            rounded(painter, spot, circle / 2, ground, None if here else theme.control_border)
            if done:
                inset = circle * 0.25
                mark = spot.adjusted(inset, inset, -inset, -inset)
                paint_icon(painter, Icon.CHECK, mark, theme.success.text)
            else:
                painter.setFont(scaled(self.font(), 0.9, bold=True))
                painter.setPen(QColor(theme.on_accent if here else theme.muted))
                painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(step + 1))
            left += circle + gap
            if every or here:
                width = self._fonts_width(title)
                painter.setFont(scaled(self.font(), 1.0, bold=here))
                painter.setPen(QColor(theme.text if here else theme.muted))
                painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, title)
                left += width + gap
            if step < len(self._titles) - 1:
                line = QRectF(left, middle - 1, em(self.font(), 2.0), 2)
                rounded(painter, line, 1, theme.success.line if done else theme.border)
                left += line.width() + gap
