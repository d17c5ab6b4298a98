"""What stands: a banner over a page, and the indicator of what is sent and what waits."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from f2f_desktop.ui.icons import Icon, paint_icon
from f2f_desktop.ui.theme import Tone, current_theme, em
from f2f_desktop.ui.widgets.buttons import Button, IconButton
from f2f_desktop.ui.widgets.card import Card
from f2f_desktop.ui.widgets.labels import Label
from f2f_desktop.ui.widgets.painting import focus_ring, rounded

WIDE_STEP = 0.3
"""Share of a banner's width above which its step stands below a text of several lines."""
TONE_ICONS = {
    Tone.NEUTRAL: Icon.INFO,
    Tone.INFO: Icon.INFO,
    Tone.ACCENT: Icon.INFO,
    Tone.SUCCESS: Icon.CHECK,
    Tone.WARNING: Icon.WARNING,
    Tone.DANGER: Icon.WARNING,
}


class IconView(QWidget):
    """An icon by itself, in a tone's colour (or muted); decoration, nameless to screen readers."""

    def __init__(
        self, icon: Icon, tone: Tone | None = None, *, size: float = 1.3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.icon = icon
        self.tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), self._size), em(self.font(), self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_icon(self, icon: Icon, tone: Tone | None = None) -> None:
        """Shows another icon."""
        self.icon, self.tone = icon, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        side = min(self.width(), self.height())
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), self.icon, rect, theme.tone(self.tone).text if self.tone else theme.muted)


class Banner(Card):
    """A word to the user over a page: icon, text, and at most one step and a close button.

    Signals:
        acted(): the user pressed the step.
        closed(): the user closed the banner.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.INFO,
        *,
        action: str = "",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, tone=tone, padding=0.6)
        self._icon = IconView(TONE_ICONS[tone], tone)
        self._label = Label(text, tone=tone)
        self._action = Button(action)
        self._close = IconButton(Icon.CLOSE, self.tr("Close this message"))
        self._below = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(self.font(), 0.5))
        self._grid.setVerticalSpacing(em(self.font(), 0.4))
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._label, 0, 1)
        self._grid.addWidget(self._action, 0, 2)
        self._grid.addWidget(self._close, 0, 3)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        # Only now that they have a parent: shown without one they would be windows.
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setAccessibleName(text)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self._closed)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str, tone: Tone = Tone.INFO, *, action: str = "") -> None:
        """Shows `text` in `tone`, with a step if `action` names one."""
        self._tone = tone
        self._icon.set_icon(TONE_ICONS[tone], tone)
        self._label.set_tone(tone)
        self._label.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self._arrange()
        self.show()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Puts the step below the text where beside it too little would be left for the text."""
        action = self._action.sizeHint().width()
        words = QFontMetricsF(self._label.font()).horizontalAdvance(self._label.text())
        room = self.width() - action - em(self.font(), 3.5)
        below = not self._action.isHidden() and action > self.width() * WIDE_STEP and words > room
        if below != self._below:
            self._below = below
            self._grid.removeWidget(self._action)
            if below:
                self._grid.addWidget(self._action, 1, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                self._grid.addWidget(self._action, 0, 2)

    def _closed(self) -> None:
        self.hide()
        self.closed.emit()


class StatusIndicator(QPushButton):
    """Icon and words, always in sight: "Offline · 12 reports waiting". Pressing it opens what is behind it."""

    def __init__(self, text: str = "", icon: Icon = Icon.CLOUD_OFFLINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = Tone.NEUTRAL
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_status(text, icon)

    def set_status(self, text: str, icon: Icon, tone: Tone = Tone.NEUTRAL) -> None:
        """Says how things stand."""
        self._icon = icon
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(int(text) + em(self.font(), 2.7), max(28, em(self.font(), 2.0)))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 4), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        plain = self._tone is Tone.NEUTRAL
        colour = theme.muted if plain else theme.tone(self._tone).text
        if not plain:
            rounded(painter, rect, radius, theme.tone(self._tone).ground)
        if self.underMouse():
            rounded(painter, rect, radius, theme.hover if plain else None, theme.control_border)
        side = em(self.font(), 1.1)
        left = em(self.font(), 0.6)
        paint_icon(painter, self._icon, QRectF(left, rect.center().y() - side / 2, side, side), colour)
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        words = rect.adjusted(left + side + em(self.font(), 0.35), 0, -em(self.font(), 0.5), 0)
        text = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus():
            focus_ring(painter, rect, radius, theme)
