"""A word about what was just done, with a way back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets.buttons import IconButton, QuietButton
from f2f_desktop.ui.widgets.free_place import free_place, taken_places
from f2f_desktop.ui.widgets.labels import Label
from f2f_desktop.ui.widgets.painting import rounded

SHARES = (1.0, 0.75, 0.6)
"""Parts of its usual width that it may do with, in small windows."""
LIFE = 10_000
"""Milliseconds for which a toast stays; it stays longer while the pointer or the keyboard is on it."""


class Toast(QFrame):
    """Lies over the bottom of its host for ten seconds: what was done, and `Undo` where there is a way back.

    It keeps clear of what can be pressed: a little higher where something is at the bottom. Where a small window holds
    nothing else, it lies where it hides least; a click on it makes it go.

    Signals:
        undone(): the user wants it undone.
        gone(): it went away, undone or not.
        covers(int): it covers this many pixels at the bottom of its place; none once it is gone.
    """

    undone = Signal()
    gone = Signal()
    covers = Signal(int)

    def __init__(
        self, host: QWidget, life: int = LIFE, *, over: QWidget | None = None, above: QWidget | None = None
    ) -> None:
        """`over` is the part of the host that the toast lies over, while that is in sight; else it lies `above` a bar
        at the bottom of the host, while that is in sight."""
        super().__init__(host)
        self._host = host
        self._over = over
        self._above = above
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._label = Label(wraps=True)
        self._undo = QuietButton(self.tr("Undo"), Icon.UNDO)
        self._undo.setToolTip(QKeySequence(QKeySequence.StandardKey.Undo).toString())
        self._close = IconButton(Icon.CLOSE, self.tr("Close this message"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._close)
        self._life = QTimer(self)
        self._life.setSingleShot(True)
        self._life.setInterval(life)
        self._life.timeout.connect(self._end_of_life)
        self._told = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._make_way)
        self._undo.clicked.connect(self._undo_pressed)
        self._close.clicked.connect(self.go)
        host.installEventFilter(self)
        if over is not None:
            over.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, *, undoable: bool = False) -> None:
        """Shows `text`, in the place of whatever was shown, and says it to screen readers."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._undo.setVisible(undoable)
        pad = em(self.font(), 0.4)
        self._row.setContentsMargins(2 * pad, pad, pad, pad)
        self._tell_cover()
        self._place()
        self.show()
        self.raise_()
        self._again.start()
        self._life.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """What it says, or said last."""
        return self._label.text()

    def go(self) -> None:
        """Goes away now."""
        self._life.stop()
        self._again.stop()
        if not self.isHidden():
            self.hide()
            self._told = 0
            self.covers.emit(0)
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isHidden() and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            # Once the page has laid itself out: it may show something else than it did.
            self._again.start()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.go()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        rounded(QPainter(self), QRectF(self.rect()), em(self.font(), 0.7), theme.raised, theme.control_border)

    def _undo_pressed(self) -> None:
        self.undone.emit()
        self.go()

    def _end_of_life(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._life.start()
        else:
            self.go()

    def _size(self, share: float = 1.0) -> QSize:
        """The size that the words need, or this share of its width with the height that then is needed.

        It is reckoned, and not tried: a toast that resized itself to see would have its host lay itself out again.
        """
        pad, margin, gap = em(self.font(), 0.4), em(self.font(), 1.0), max(0, self._row.spacing())
        room = self._where().width() - 2 * margin
        shown = [each.sizeHint() for each in (self._undo, self._close) if not each.isHidden()]
        beside = sum(size.width() + gap for size in shown) + 4 * pad
        wanted = min(room, max(em(self.font(), 18), self._label.sizeHint().width() + beside))
        width = min(room, max(int(wanted * share), beside + em(self.font(), 8)))
        words = self._label.heightForWidth(max(1, width - beside))
        return QSize(width, max(words, *(size.height() for size in shown)) + 2 * pad)

    def _place(self) -> None:
        margin = em(self.font(), 1.0)
        area = self._where().adjusted(margin, margin, -margin, -margin)
        taken = taken_places(self._host, self)
        places = []
        for share in SHARES:
            places.append(free_place(self._size(share), area, taken, max(4, margin // 2)))
            if not places[-1].hides:
                break
        rect = min(places, key=lambda place: place.hides).rect
        if rect != self.geometry():
            self.setGeometry(rect)

    def _make_way(self) -> None:
        """The page has been laid out: takes the place that is right now, but for under the pointer."""
        if not self.isHidden() and not self.underMouse():
            self._tell_cover()
            self._place()

    def _tell_cover(self) -> None:
        pixels = self._size().height() + 2 * em(self.font(), 1.0)
        if pixels != self._told:
            self._told = pixels
            self.covers.emit(pixels)

    def _where(self) -> QRect:
        """The part of the host that the toast may lie over."""
        whole = self._host.rect()
        if self._over is not None and self._over.isVisible():
            return QRect(self._over.mapTo(self._host, QPoint(0, 0)), self._over.size())
        if self._above is not None and self._above.isVisible():
            whole.setBottom(self._above.mapTo(self._host, QPoint(0, 0)).y())
        return whole
