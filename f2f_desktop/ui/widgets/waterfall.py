"""Why the laptop thinks that this contact is that voter: the evidence as bars that add up, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.ui.theme import current_theme, em, scaled
from f2f_desktop.ui.widgets.buttons import QuietButton
from f2f_desktop.ui.widgets.labels import Label, TextStyle
from f2f_desktop.ui.widgets.painting import rounded

NARROW = 26
"""Width in line heights below which a bar stands under its words instead of beside them."""


class Step(StrEnum):
    """What a bar stands for."""

    EVIDENCE = "evidence"
    """One comparison: it begins where the bar before it ended."""
    BASE = "base"
    """What is so before, or besides, any comparison; drawn like evidence, in another colour."""
    TOTAL = "total"
    """What all bars before it add up to: it begins at the line."""


@dataclass(frozen=True)
class Weight:
    """One piece of evidence: what was compared, what it says in words, and how much it counts.

    `weight` is a natural-log likelihood ratio: above 0 it speaks for the match, below against it. `number` is
    what stands beside the bar, where that is not the weight.
    """

    title: str
    words: str
    weight: float
    step: Step = Step.EVIDENCE
    number: str = ""

    @property
    def shown(self) -> str:
        """What stands beside the bar: `+7.1`, `−1.5`, or a percentage for the total."""
        sign = "+" if self.weight >= 0 else "−"
        return self.number or sign + QLocale().toString(abs(self.weight), "f", 1)


class Extent(NamedTuple):
    """The lowest and the highest point that the bars reach: what lies side by side shares it."""

    low: float
    high: float

    @classmethod
    def of(cls, *waterfalls: Sequence[Weight]) -> "Extent":
        """The extent of all waterfalls together; the line at 0 is always within it."""
        ends = [0.0, *(end for weights in waterfalls for span in spans(weights) for end in span)]
        return cls(min(ends), max(ends))


def spans(weights: Sequence[Weight]) -> list[tuple[float, float]]:
    """Where each bar begins and ends."""
    ends = list(accumulate((piece.weight for piece in weights if piece.step is not Step.TOTAL), initial=0.0))
    found, place = [], 0
    for piece in weights:
        if piece.step is Step.TOTAL:
            found.append((0.0, piece.weight))
        else:
            found.append((ends[place], ends[place + 1]))
            place += 1
    return found


class Bar(QWidget):
    """One bar of a waterfall, with its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piece: Weight | None = None
        self._span = (0.0, 0.0)
        self._extent = Extent(0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_piece(self, piece: Weight, span: tuple[float, float], extent: Extent) -> None:
        """Shows a piece of evidence as a bar over `span`, on the scale of `extent`."""
        self._piece, self._span, self._extent = piece, span, extent
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), 10), em(self.font(), 1.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 6), em(self.font(), 1.5))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        piece = self._piece
        if piece is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = scaled(self.font(), 0.88, bold=piece.step is Step.TOTAL)
        number_width = QFontMetricsF(scaled(self.font(), 0.88, bold=True)).horizontalAdvance("+00.0 ")
        room = max(1.0, self.width() - 2 * number_width)
        per_unit = room / max(self._extent.high - self._extent.low, 1e-9)
        zero = number_width - self._extent.low * per_unit
        painter.fillRect(QRectF(zero - 0.5, 0, 1, self.height()), QColor(theme.border))
        start, end = self._span
        tone = theme.success if end >= start else theme.danger_tone
        if piece.step is Step.BASE:
            tone = theme.neutral
        elif piece.step is Step.TOTAL:
            tone = theme.accent_tone
        thick = em(self.font(), 0.85)
        left, right = zero + min(start, end) * per_unit, zero + max(start, end) * per_unit
        bar = QRectF(left, (self.height() - thick) / 2, max(right - left, 2), thick)
        fill = theme.muted if piece.step is Step.BASE else theme.accent if piece.step is Step.TOTAL else tone.line
        rounded(painter, bar, min(3, bar.width() / 2), fill)
        painter.setFont(font)
        painter.setPen(QColor(tone.text if piece.step is not Step.BASE else theme.muted))
        beside = QRectF(bar.right() + 4, 0, number_width, self.height())
        side = Qt.AlignmentFlag.AlignLeft
        if end < start:
            beside.moveRight(bar.left() - 4)
            side = Qt.AlignmentFlag.AlignRight
        painter.drawText(beside, side | Qt.AlignmentFlag.AlignVCenter, piece.shown)


class _Row(QWidget):
    """What was compared and found, and its bar beside or below."""

    def __init__(self, piece: Weight, span: tuple[float, float], extent: Extent) -> None:
        super().__init__()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(piece.title, TextStyle.HEADING))
        if piece.words:
            column.addWidget(Label(piece.words, TextStyle.SMALL, muted=True))
        self.bar = Bar()
        self.bar.set_piece(piece, span, extent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(em(self.font(), 0.3))
        self._box.addWidget(words, 11)
        self._box.addWidget(self.bar, 9)

    def set_narrow(self, narrow: bool) -> None:
        above, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(above if narrow else beside)


class WaterfallBars(QWidget):
    """The bars: each begins where the one above ended, to the right where it speaks for the match."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self.font(), 0.35))

    def set_weights(self, weights: Sequence[Weight], extent: Extent | None = None) -> None:
        """Shows these pieces of evidence, in this order, on the scale of `extent` (by default their own)."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        shared = extent or Extent.of(weights)
        self._rows = [_Row(piece, span, shared) for piece, span in zip(weights, spans(weights), strict=True)]
        for row in self._rows:
            row.set_narrow(self._narrow())
            self._column.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self._rows:
            row.set_narrow(self._narrow())

    def _narrow(self) -> bool:
        return self.width() < em(self.font(), NARROW)


class Waterfall(QWidget):
    """Evidence as bars, with a button that shows the same as a table for those who read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = WaterfallBars()
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("Evidence for this match"))
        self.table.setHorizontalHeaderLabels([self.tr("Compared"), self.tr("Found"), self.tr("Weight")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        self.switch = QuietButton(self.tr("Show as a table"))
        self.switch.clicked.connect(self._switched)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bars)
        column.addWidget(self.table)
        self.table.hide()
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)

    def set_weights(self, weights: Sequence[Weight]) -> None:
        """Shows these pieces of evidence, in this order, in both forms."""
        self.bars.set_weights(weights)
        self.table.setRowCount(len(weights))
        for row, piece in enumerate(weights):
            for column, text in enumerate((piece.title, piece.words, piece.shown)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeRowsToContents()
        self.bars.setAccessibleName(self.tr("Evidence: {pieces}").format(pieces=spoken(weights)))

    def _switched(self) -> None:
        to_table = self.table.isHidden()
        self.table.setVisible(to_table)
        self.bars.setVisible(not to_table)
        self.switch.setText(self.tr("Show as bars") if to_table else self.tr("Show as a table"))
        if to_table:
            self.table.resizeRowsToContents()


def spoken(weights: Sequence[Weight]) -> str:
    """The pieces as a screen reader says them, with their numbers."""
    return "; ".join(", ".join(filter(None, (piece.title, piece.words, piece.shown))) for piece in weights)
