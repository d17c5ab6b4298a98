"""Text that wraps honestly, and the small picture of a key."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from f2f_desktop.ui.theme import Tone, current_theme, em, scaled
from f2f_desktop.ui.widgets.fitted import FittedWidget
from f2f_desktop.ui.widgets.painting import rounded


class TextStyle(StrEnum):
    """Size and weight of a label; the sizes are in the style sheet."""

    POSTER = "poster"
    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    SMALL = "small"
    SCRIPT = "script"


class Label(QLabel):
    """Plain text that wraps, at a blank where it can and inside a word where it must.

    Unlike QLabel it holds its height in every layout: as it gets narrower it claims the lines that it needs.
    It shows text as it is (no rich text), so that a name with `<b>` in it stays a name.
    """

    def __init__(
        self,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        *,
        muted: bool = False,
        tone: Tone | None = None,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("textStyle", str(style))
        self._muted = muted
        self._tone = tone
        self._wraps = wraps
        self._heights: dict[tuple[int, str], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)
        self._claim_height()

    def set_tone(self, tone: Tone | None, *, muted: bool = False) -> None:
        """Colours the text by what it means; None is plain text."""
        self._tone, self._muted = tone, muted
        self.update()

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        if not self._wraps:
            return -1
        # Layouts ask for the same widths again and again; breaking lines anew each time is most of what they cost.
        self.ensurePolished()
        key = (max(1, width), self.font().key())
        if key not in self._heights:
            self._heights[key] = self._laid_out(key[0])[1]
        return self._heights[key]

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0.0)
        width = int(widest) + 2
        if self._wraps:
            width = min(width, em(self.font(), 28))
            return QSize(width, self.heightForWidth(width))
        return QSize(width, int(metrics.height() * (self.text().count("\n") + 1)) + 1)

    def minimumSizeHint(self) -> QSize:
        if not self._wraps:
            return QSize(min(self.sizeHint().width(), em(self.font(), 4)), self.sizeHint().height())
        return QSize(min(self.sizeHint().width(), em(self.font(), 6)), em(self.font()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._claim_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(self.font())
        colour = theme.tone(self._tone).text if self._tone else theme.muted if self._muted else theme.text
        painter.setPen(QColor(colour))
        if not self._wraps:
            elided = QFontMetricsF(self.font()).elidedText(
                self.text(), Qt.TextElideMode.ElideRight, float(self.width())
            )
            painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), elided)
            return
        layouts, height = self._laid_out(self.width())
        free = self.height() - height
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max(0.0, free / 2)
        elif self.alignment() & Qt.AlignmentFlag.AlignBottom:
            top = max(0.0, float(free))
        for layout, offset in layouts:
            layout.draw(painter, QPointF(0, top + offset))

    def _claim_height(self) -> None:
        # Some containers (splitters, scroll areas, stacks) ignore heightForWidth: tell them by the minimum.
        if self._wraps:
            # A place that is hidden can be squeezed to nothing: a letter a line would make the window grow for it.
            width = max(self.width(), self.minimumSizeHint().width())
            needed = self.heightForWidth(width) if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 0
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)
        self.updateGeometry()

    def _laid_out(self, width: int) -> tuple[list[tuple[QTextLayout, float]], int]:
        """The paragraphs with their offsets, and the height of all, in `width` pixels."""
        self.ensurePolished()
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        made: list[tuple[QTextLayout, float]] = []
        total = 0.0
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            height = 0.0
            line = layout.createLine()
            while line.isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, height))
                height += line.height()
                line = layout.createLine()
            layout.endLayout()
            made.append((layout, total))
            total += max(height, QFontMetricsF(self.font()).height())
        return made, int(total + 0.999)


class KeyHint(FittedWidget):
    """A small key cap, `Enter` or `1`, beside what the key does. It says nothing to a screen reader:
    the button beside it names its shortcut."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        font = scaled(self.font(), 0.82, bold=True)
        width = int(QFontMetricsF(font).horizontalAdvance(self.key)) + em(font, 0.8)
        return QSize(max(width, em(font, 1.45)), em(font, 1.45))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, rect.height() * 0.25, theme.sunken, theme.control_border)
        painter.setFont(scaled(self.font(), 0.82, bold=True))
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.key)
