"""Pills that say something, and chips that are chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from f2f_desktop.ui.icons import Icon, paint_icon
from f2f_desktop.ui.theme import Tone, current_theme, em, scaled
from f2f_desktop.ui.widgets.fitted import FittedWidget
from f2f_desktop.ui.widgets.painting import focus_ring, paint_pill, pill_size, rounded


class Pill(FittedWidget):
    """A small rounded label in a tone: "Votes sometimes", "In district". Not to be pressed."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What the pill says."""
        return self._text

    def set_text(self, text: str, tone: Tone | None = None) -> None:
        """Says something else, in another tone if one is given."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width, height = pill_size(self._text, self.font())
        return QSize(int(width) + 1, int(height) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_pill(QPainter(self), QPointF(0, 0), self._text, current_theme().tone(self._tone), self.font())


class Chip(QPushButton):
    """A rounded button that can stay chosen: a tag, an answer, a filter.

    A chosen chip has another colour, a stronger line *and* a check mark, in the same width, so that nothing moves.
    `key` is an optional shortcut shown as a small key cap and pressed without a modifier by whoever wires it.
    """

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.ACCENT,
        *,
        checkable: bool = True,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.key = key
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        if key:
            self.setAccessibleDescription(self.tr("Key: {key}").format(key=key))

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(int(text + 2 * em(self.font(), 1.1)) + self._key_width() + 1, max(28, em(self.font(), 2.0)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), em(self.font(), 4)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        colours = theme.tone(self._tone)
        chosen = self.isChecked()
        ground = colours.ground if chosen else theme.hover if self.underMouse() or self.isDown() else theme.raised
        line = colours.line if chosen else theme.control_border if self.underMouse() else theme.border
        colour = colours.text if chosen else theme.text
        if not self.isEnabled():
            ground, line, colour = theme.track, theme.border, theme.muted
        rounded(painter, rect, radius, ground, line)
        pad = em(self.font(), 1.1)
        body = rect.adjusted(pad, 0, -pad, 0)
        if self.key:
            cap = QRectF(body.left() - pad * 0.35, 0, self._key_width() - pad * 0.35, em(self.font(), 1.2))
            cap.moveCenter(QPointF(cap.center().x(), rect.center().y()))
            rounded(painter, cap, cap.height() / 4, theme.sunken, theme.control_border)
            painter.setFont(scaled(self.font(), 0.8, bold=True))
            painter.setPen(QColor(theme.muted))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
            body.setLeft(body.left() + self._key_width())
        if chosen:
            # The mark takes half the padding on its left, the text moves by the other half: same width.
            side = em(self.font(), 0.8)
            mark = QRectF(body.left() - pad * 0.55, rect.center().y() - side / 2, side, side)
            paint_icon(painter, Icon.CHECK, mark, colour)
            body.translate(pad * 0.4, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        text = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, body.width() + 1)
        painter.drawText(body, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self.hasFocus():
            focus_ring(painter, rect, radius, theme)

    def _key_width(self) -> int:
        if not self.key:
            return 0
        font = scaled(self.font(), 0.8, bold=True)
        return max(em(font, 1.3), int(QFontMetricsF(font).horizontalAdvance(self.key)) + em(font, 0.7)) + em(
            self.font(), 0.35
        )
