"""How a contact looks in the list: avatar, name and place, chips below, the star at the end."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from f2f_desktop.ui.rows import RowRole
from f2f_desktop.ui.theme import Tone, current_theme, em, scaled
from f2f_desktop.ui.volunteer.work.context_chips import ContextChip, ContextChips
from f2f_desktop.ui.widgets.buttons import paint_star
from f2f_desktop.ui.widgets.painting import focus_ring, paint_avatar, paint_pill, pill_size, rounded
from f2f_desktop.volunteer.suggestions import ContactRow


class ContactDelegate(QStyledItemDelegate):
    """Paints the `ContactRow` of a `RowsModel`. Chips that find no room are counted: `+2`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chips = ContextChips(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(em(option.font, 12), em(option.font, 2.95))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(RowRole.ROW)
        if not isinstance(row, ContactRow):
            return
        theme = current_theme()
        font = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer = QRectF(option.rect).adjusted(0, 1, 0, -1)
        radius = em(font, 0.6)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            rounded(painter, outer, radius, theme.selection)
            bar = QRectF(outer.left(), outer.top() + outer.height() * 0.2, em(font, 0.22), outer.height() * 0.6)
            rounded(painter, bar, bar.width() / 2, theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, outer, radius, theme.hover)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, outer, radius, theme)
        inner = outer.adjusted(em(font, 0.65), 0, -em(font, 0.4), 0)
        side = em(font, 1.95)
        paint_avatar(painter, QRectF(inner.left(), inner.center().y() - side / 2, side, side), row.name, font)
        star = QRectF(inner.right() - em(font, 1.5), inner.top(), em(font, 1.5), inner.height())
        paint_star(painter, star, em(font, 1.15), filled=row.starred)
        words = QRectF(inner)
        words.setLeft(inner.left() + side + em(font, 0.6))
        words.setRight(star.left() - em(font, 0.3))
        middle = words.top() + words.height() * 0.5
        self._paint_name(
            painter, row, QRectF(words.left(), words.top(), words.width(), middle - words.top()), font
        )
        below = QRectF(words.left(), middle + em(font, 0.12), words.width(), words.bottom() - middle)
        self._paint_chips(painter, self._chips.of(row), below, font)
        painter.restore()

    def _paint_name(self, painter: QPainter, row: ContactRow, rect: QRectF, font: QFont) -> None:
        theme = current_theme()
        bold, small = scaled(font, 1.0, bold=True), scaled(font, 0.85)
        place_width = min(QFontMetricsF(small).horizontalAdvance(row.place), rect.width() * 0.45)
        name_room = rect.width() - (place_width + em(font, 0.6) if row.place else 0)
        low = Qt.AlignmentFlag.AlignBottom
        metrics = QFontMetricsF(bold)
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, name_room)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(rect, low | Qt.AlignmentFlag.AlignLeft, name)
        if row.place:
            place = QFontMetricsF(small).elidedText(row.place, Qt.TextElideMode.ElideRight, place_width + 1)
            at = QRectF(rect)
            at.setLeft(rect.right() - place_width - 1)
            # On the base line of the name.
            at.translate(0, QFontMetricsF(small).descent() - metrics.descent())
            painter.setFont(small)
            painter.setPen(QColor(theme.muted))
            painter.drawText(at, low | Qt.AlignmentFlag.AlignRight, place)

    def _paint_chips(self, painter: QPainter, chips: tuple[ContextChip, ...], rect: QRectF, font: QFont) -> None:
        theme = current_theme()
        gap = em(font, 0.3)
        widths = [pill_size(chip.text, font)[0] for chip in chips]
        count = chips_that_fit(widths, gap, rect.width(), pill_size("+9", font)[0])
        left = rect.left()
        for chip, width in zip(chips[:count], widths[:count], strict=True):
            paint_pill(painter, QPointF(left, rect.top()), chip.text, theme.tone(chip.tone), font)
            left += width + gap
        if count < len(chips):
            paint_pill(
                painter, QPointF(left, rect.top()), f"+{len(chips) - count}", theme.tone(Tone.NEUTRAL), font
            )


def chips_that_fit(widths: list[float], gap: float, room: float, more: float) -> int:
    """How many chips of these widths fit into `room`, leaving place for a `+n` of width `more` if not all do."""
    if sum(widths) + gap * (len(widths) - 1) <= room:
        return len(widths)
    used, count = more, 0
    for width in widths:
        used += width + gap
        if used > room:
            break
        count += 1
    return count
