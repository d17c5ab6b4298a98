"""One choice of a few, side by side: the channel switch."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from f2f_desktop.ui.icons import Icon, paint_icon
from f2f_desktop.ui.theme import current_theme, em, scaled
from f2f_desktop.ui.widgets.painting import focus_ring, rounded


class _Segment(QPushButton):
    def __init__(self, text: str, icon: Icon | None, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.segment_icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(scaled(self.font(), 1.0, bold=True)).horizontalAdvance(self.text())
        icon = em(self.font(), 1.4) if self.segment_icon else 0
        return QSize(int(text) + icon + em(self.font(), 1.0), max(28, em(self.font(), 2.0)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = em(self.font(), 0.5)
        if self.isChecked():
            rounded(painter, rect, radius, theme.raised, theme.control_border)
        elif self.underMouse() and self.isEnabled():
            rounded(painter, rect, radius, theme.hover)
        colour = theme.text if self.isChecked() else theme.muted
        font = scaled(self.font(), 1.0, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        text_width = QFontMetricsF(font).horizontalAdvance(self.text())
        side = em(self.font(), 1.05)
        gap = em(self.font(), 0.35)
        whole = text_width + (side + gap if self.segment_icon else 0)
        left = rect.center().x() - whole / 2
        if self.segment_icon:
            paint_icon(painter, self.segment_icon, QRectF(left, rect.center().y() - side / 2, side, side), colour)
            left += side + gap
        painter.drawText(
            QRectF(left, 0, text_width + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.hasFocus():
            focus_ring(painter, rect, radius, theme)


class SegmentedControl(QWidget):
    """One choice of a few, by key. Tab reaches the chosen one, the arrow keys go on to its neighbours.

    Signals:
        chosen(str): the user chose the segment with this key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        texts: Mapping[str, str],
        *,
        icons: Mapping[str, Icon] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._segments: dict[str, _Segment] = {}
        for key, text in texts.items():
            segment = _Segment(text, (icons or {}).get(key), self)
            segment.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            segment.installEventFilter(self)
            self._segments[key] = segment
            self._row.addWidget(segment)
        self._pad()
        self.set_current(next(iter(self._segments)))

    def current(self) -> str:
        """The key of the chosen segment."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_current(self, key: str) -> None:
        """Chooses the segment `key`, without a signal."""
        for other, segment in self._segments.items():
            segment.setChecked(other == key)
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._segments[key])

    def set_segment_enabled(self, key: str, enabled: bool, why_not: str = "") -> None:
        """Takes a segment in or out of the choice; `why_not` is its tooltip while it is out."""
        self._segments[key].setEnabled(enabled)
        self._segments[key].setToolTip("" if enabled else why_not)

    def segment(self, key: str) -> QPushButton:
        """The button of one segment."""
        return self._segments[key]

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._move(event.key())
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), em(self.font(), 0.7), current_theme().track)

    def _move(self, key: int) -> bool:
        forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        steps = {
            Qt.Key.Key_Right: 1 if forward else -1,
            Qt.Key.Key_Left: -1 if forward else 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
        }
        usable = [name for name, segment in self._segments.items() if segment.isEnabled()]
        if not usable:
            return False
        if key in steps and self.current() in usable:
            wanted = usable[(usable.index(self.current()) + steps[Qt.Key(key)]) % len(usable)]
        elif key == Qt.Key.Key_Home:
            wanted = usable[0]
        elif key == Qt.Key.Key_End:
            wanted = usable[-1]
        else:
            return False
        self._choose(wanted)
        self._segments[wanted].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _choose(self, key: str) -> None:
        changed = not self._segments[key].isChecked() or self.focusProxy() is not self._segments[key]
        self.set_current(key)
        if changed:
            self.chosen.emit(key)

    def _pad(self) -> None:
        pad = max(2, em(self.font(), 0.2))
        self._row.setContentsMargins(pad, pad, pad, pad)
        self._row.setSpacing(pad)
