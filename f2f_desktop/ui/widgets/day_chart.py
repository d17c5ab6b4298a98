"""Bars per day, stacked by kind: what happened over time. Painted by hand, said in words to screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from f2f_desktop.ui.theme import current_theme, em, scaled
from f2f_desktop.ui.widgets.painting import focus_ring, rounded

SERIES_COLOURS = {
    False: ("#4c69de", "#2b8a57", "#b07a14", "#8a4fbf", "#a93a6a"),
    True: ("#7d96ff", "#4aae78", "#c79a3a", "#b48ae0", "#e07aa4"),
}
"""Of the series in turn, in the light (False) and the dark theme; each 3:1 and more on a card's ground."""


@dataclass(frozen=True)
class DayBar:
    """A day: its short name under the bar, its name in full, and how much of each series."""

    label: str
    spoken: str
    parts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All series together."""
        return sum(self.parts)


class DayChart(QWidget):
    """A bar per day. The arrow keys go from day to day and say each; the pointer shows a day's numbers.

    Attributes:
        chosen: the day that the keys are on, or None.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._series: tuple[str, ...] = ()
        self._days: tuple[DayBar, ...] = ()
        self.chosen: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_days((), ())

    def set_days(self, series: Sequence[str], days: Sequence[DayBar]) -> None:
        """Shows other days; `series` are the names of the parts."""
        self._series, self._days = tuple(series), tuple(days)
        if self.chosen is not None and self.chosen >= len(self._days):
            self.chosen = None
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self.as_text())
        self.update()

    def as_text(self) -> str:
        """The chart as a table in words: a line per day."""
        return "\n".join(self.day_text(number) for number in range(len(self._days)))

    def day_text(self, number: int) -> str:
        """A day in words: `Tue 3 Nov: 12 (Text 8, Call 4)`."""
        day = self._days[number]
        locale = self.locale()
        whole = f"{day.spoken}: {locale.toString(day.total)}"
        if len(self._series) < 2:
            return whole
        parts = ", ".join(
            f"{name} {locale.toString(part)}" for name, part in zip(self._series, day.parts, strict=True) if part
        )
        return f"{whole} ({parts})" if parts else whole

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), 22), em(self.font(), 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 12), em(self.font(), 12))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(event.pos())
            if number is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.day_text(number), self)
            return True
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._days) - 1
        at = last if self.chosen is None else self.chosen
        steps = {
            Qt.Key.Key_Left: at if self.chosen is None else at - 1,
            Qt.Key.Key_Right: at if self.chosen is None else at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None or last < 0:
            super().keyPressEvent(event)
            return
        self.chosen = min(max(wanted, 0), last)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.day_text(self.chosen)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        small = scaled(self.font(), 0.88)
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        self._paint_legend(painter, metrics)
        plot = self._plot(metrics)
        top = _nice_top(max((day.total for day in self._days), default=0))
        for part in (0.0, 0.5, 1.0):
            y = round(plot.bottom() - plot.height() * part) + 0.5
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(int(plot.left()), int(y), int(plot.right()), int(y))
            painter.setPen(QColor(theme.muted))
            label = QRectF(0, y - metrics.height() / 2, plot.left() - em(small, 0.4), metrics.height())
            painter.drawText(
                label,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                self.locale().toString(round(top * part)),
            )
        last_end = -1.0
        for number, day in enumerate(self._days):
            slot = self._slot(plot, number)
            self._paint_bar(painter, slot, plot, day, top)
            width = metrics.horizontalAdvance(day.label)
            place = slot.center().x()
            if place - width / 2 > last_end and place + width / 2 <= self.width():
                painter.setPen(QColor(theme.muted))
                under = QRectF(place - width / 2 - 1, plot.bottom() + em(small, 0.25), width + 2, metrics.height())
                painter.drawText(under, Qt.AlignmentFlag.AlignCenter, day.label)
                last_end = place + width / 2 + em(small, 0.5)
            if number == self.chosen and self.hasFocus():
                focus_ring(painter, slot.adjusted(0, -2, 0, 2), em(small, 0.25), theme)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), em(self.font(), 0.4), theme)

    def _paint_bar(self, painter: QPainter, slot: QRectF, plot: QRectF, day: DayBar, top: int) -> None:
        colours = SERIES_COLOURS[current_theme().dark]
        width = min(slot.width() * 0.72, em(self.font(), 2.4))
        bottom = plot.bottom()
        for number, part in enumerate(day.parts):
            height = plot.height() * part / top if top else 0.0
            if part:
                bar = QRectF(slot.center().x() - width / 2, bottom - height, width, max(height - 1.0, 1.0))
                rounded(painter, bar, min(2.0, width / 4), colours[number % len(colours)])
            bottom -= height

    def _paint_legend(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        theme = current_theme()
        words = self._name
        if self.chosen is not None and self.hasFocus():
            words = self.day_text(self.chosen)
        line = metrics.height() * 1.4
        bold = scaled(self.font(), 0.95, bold=True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        pad = em(self.font(), 0.3)
        painter.drawText(QRectF(pad, pad, self.width() - 2 * pad, line), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(scaled(self.font(), 0.88))
        if len(self._series) < 2:
            return
        left, top = float(pad), pad + line
        colours = SERIES_COLOURS[theme.dark]
        side = metrics.ascent() * 0.8
        for number, name in enumerate(self._series):
            rounded(
                painter, QRectF(left, top + (line - side) / 2, side, side), 2.0, colours[number % len(colours)]
            )
            painter.setPen(QColor(theme.muted))
            width = metrics.horizontalAdvance(name) + 2
            painter.drawText(QRectF(left + side * 1.5, top, width, line), Qt.AlignmentFlag.AlignVCenter, name)
            left += side * 1.5 + width + side * 1.5

    def _plot(self, metrics: QFontMetricsF) -> QRectF:
        """Where the bars stand."""
        top = _nice_top(max((day.total for day in self._days), default=0))
        left = metrics.horizontalAdvance(self.locale().toString(top)) + em(self.font(), 0.9)
        above = metrics.height() * (2.8 if len(self._series) > 1 else 1.4) + em(self.font(), 0.9)
        below = metrics.height() + em(self.font(), 0.6)
        return QRectF(left, above, self.width() - left - em(self.font(), 0.5), self.height() - above - below)

    def _slot(self, plot: QRectF, number: int) -> QRectF:
        width = plot.width() / max(len(self._days), 5)
        return QRectF(plot.left() + number * width, plot.top(), width, plot.height())

    def _at(self, position: QPoint) -> int | None:
        plot = self._plot(QFontMetricsF(scaled(self.font(), 0.88)))
        for number in range(len(self._days)):
            if self._slot(plot, number).contains(position.toPointF()):
                return number
        return None


def _nice_top(largest: int) -> int:
    """The end of the scale: an even number with few digits, not below `largest`; at least 4."""
    step = 1
    while True:
        for factor in (4, 6, 8, 10, 12, 16, 20, 24, 30):
            if step * factor >= max(largest, 4):
                return step * factor
        step *= 10
