"""A word about what was just done, with a way back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets.buttons import IconButton, QuietButton
from f2f_desktop.ui.widgets.labels import Label
from f2f_desktop.ui.widgets.painting import rounded

LIFE = 10_000
"""Milliseconds for which a toast stays; it stays longer while the pointer or the keyboard is on it."""


class Toast(QFrame):
    """Lies over the bottom of its host for ten seconds: what was done, and `Undo` where there is a way back.

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
        self._undo.clicked.connect(self._undo_pressed)
        self._close.clicked.connect(self.go)
        host.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, *, undoable: bool = False) -> None:
        """Shows `text`, in the place of whatever was shown, and says it to screen readers."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._undo.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        self._tell_cover()
        self._life.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """What it says, or said last."""
        return self._label.text()

    def go(self) -> None:
        """Goes away now."""
        self._life.stop()
        if not self.isHidden():
            self.hide()
            self.covers.emit(0)
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
            if self.isVisible():
                self._tell_cover()
        return False

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

    def _place(self) -> None:
        pad = em(self.font(), 0.4)
        self._row.setContentsMargins(2 * pad, pad, pad, pad)
        margin = em(self.font(), 1.0)
        place = self._where()
        room = place.width() - 2 * margin
        buttons = self._close.sizeHint().width() + self._undo.sizeHint().width() + em(self.font(), 3)
        width = min(room, max(em(self.font(), 18), self._label.sizeHint().width() + buttons))
        self.resize(width, 1)
        self._row.activate()
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        left = place.left() + (place.width() - width) // 2
        self.setGeometry(left, place.bottom() + 1 - margin - height, width, height)

    def _tell_cover(self) -> None:
        self.covers.emit(self.height() + 2 * em(self.font(), 1.0))

    def _where(self) -> QRect:
        """The part of the host that the toast may lie over."""
        whole = self._host.rect()
        if self._over is not None and self._over.isVisible():
            return QRect(self._over.mapTo(self._host, QPoint(0, 0)), self._over.size())
        if self._above is not None and self._above.isVisible():
            whole.setBottom(self._above.mapTo(self._host, QPoint(0, 0)).y())
        return whole
