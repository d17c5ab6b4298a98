"""Why the laptop thinks that this contact is that voter: the evidence as bars, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.ui.theme import current_theme, em, scaled
from f2f_desktop.ui.widgets.buttons import QuietButton
from f2f_desktop.ui.widgets.painting import rounded


@dataclass(frozen=True)
class Weight:
    """One piece of evidence: what was compared, what it says in words, and how much it counts.

    `weight` is a natural-log likelihood ratio: above 0 it speaks for the match, below against it.
    """

    title: str
    words: str
    weight: float


class WaterfallBars(QWidget):
    """The bars: each begins where the one above ended, to the right where it speaks for the match."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: tuple[Weight, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_weights(self, weights: Sequence[Weight]) -> None:
        """Shows these pieces of evidence, in this order."""
        self._weights = tuple(weights)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), 22), self._line() * max(1, len(self._weights)))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 14), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _line(self) -> int:
        return em(self.font(), 2.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sums = [0.0]
        for piece in self._weights:
            sums.append(sums[-1] + piece.weight)
        low, high = min(sums), max(sums)
        words_width = self.width() * 0.55
        number_width = QFontMetricsF(scaled(self.font(), 0.88)).horizontalAdvance("+00.0")
        room = self.width() - words_width - 2 * number_width
        per_unit = room / max(high - low, 1e-9)
        zero = words_width + number_width - low * per_unit
        painter.fillRect(QRectF(zero - 0.5, 0, 1, self._line() * len(self._weights)), QColor(theme.border))
        for row, piece in enumerate(self._weights):
            top = row * self._line()
            self._write(painter, piece, QRectF(0, top, words_width - em(self.font(), 0.5), self._line()))
            start, end = sums[row], sums[row + 1]
            colours = theme.success if piece.weight >= 0 else theme.danger_tone
            bar = QRectF(
                zero + min(start, end) * per_unit, top, abs(piece.weight) * per_unit, em(self.font(), 0.9)
            )
            bar.setWidth(max(bar.width(), 2))
            bar.moveTop(top + (self._line() - bar.height()) / 2)
            rounded(painter, bar, min(3, bar.width() / 2), colours.line)
            painter.setFont(scaled(self.font(), 0.88))
            painter.setPen(QColor(colours.text))
            beside = QRectF(bar.right() + 4, top, number_width, self._line())
            side = Qt.AlignmentFlag.AlignLeft
            if piece.weight < 0:
                beside.moveRight(bar.left() - 4)
                side = Qt.AlignmentFlag.AlignRight
            painter.drawText(beside, side | Qt.AlignmentFlag.AlignVCenter, f"{piece.weight:+.1f}")

    def _write(self, painter: QPainter, piece: Weight, rect: QRectF) -> None:
        theme = current_theme()
        half = rect.height() / 2
        for text, font, colour, at in (
            (piece.title, scaled(self.font(), 1.0, bold=True), theme.text, rect.adjusted(0, 0, 0, -half)),
            (piece.words, scaled(self.font(), 0.88), theme.muted, rect.adjusted(0, half, 0, 0)),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            align = Qt.AlignmentFlag.AlignBottom if at.top() == rect.top() else Qt.AlignmentFlag.AlignTop
            painter.drawText(
                at, align, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            )


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
        # As high as the bars: a table would claim its own height for the whole stack.
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
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
            for column, text in enumerate((piece.title, piece.words, f"{piece.weight:+.1f}")):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeRowsToContents()
        self.bars.setAccessibleName(
            self.tr("Evidence: {pieces}").format(pieces="; ".join(f"{p.title}, {p.words}" for p in weights))
        )

    def _switched(self) -> None:
        to_table = self.table.isHidden()
        self.table.setVisible(to_table)
        self.bars.setVisible(not to_table)
        self.switch.setText(self.tr("Show as bars") if to_table else self.tr("Show as a table"))
