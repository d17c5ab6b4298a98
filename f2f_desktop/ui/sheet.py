"""A page of text and cards: one centred column that scrolls where the window is too small for it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from f2f_desktop.ui.theme import em


class Sheet(QScrollArea):
    """A scrolling page whose column is at most `width` line heights wide.

    With `hugs` it is no higher than its content, so that what stands below it stands near.

    Attributes:
        column: the vertical layout of the page's content.
    """

    def __init__(self, width: float = 44.0, parent: QWidget | None = None, *, hugs: bool = False) -> None:
        super().__init__(parent)
        self._width = width
        self._hugs = hugs
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setProperty("role", "page")
        self.column = QVBoxLayout(content)
        self.setWidget(content)
        content.installEventFilter(self)
        self._pad()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pad()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        focused: QWidget | None = self.focusWidget()
        if moved and focused and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)
        return moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if self._hugs and event.type() == QEvent.Type.LayoutRequest:
            self._hug()
        return handled

    def _hug(self) -> None:
        width = self.viewport().width()
        by_width = self.column.hasHeightForWidth()
        self.setMaximumHeight(
            self.column.totalHeightForWidth(width) if by_width else self.column.totalSizeHint().height()
        )

    def _pad(self) -> None:
        edge = em(self.font(), 1.0)
        side = max(edge, (self.width() - em(self.font(), self._width)) // 2)
        # The scroll bar takes its room from the edge, so that the column stands where it does without one.
        right = max(em(self.font(), 0.3), side - (self.width() - self.viewport().width()))
        self.column.setContentsMargins(side, edge, right, edge)
        self.column.setSpacing(em(self.font(), 0.8))
        if self._hugs:
            self._hug()
