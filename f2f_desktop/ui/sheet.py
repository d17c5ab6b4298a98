"""A page of text and cards: one centred column that scrolls where the window is too small for it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from f2f_desktop.ui.theme import em


class Sheet(QScrollArea):
    """A scrolling page whose column is at most `width` line heights wide.

    Attributes:
        column: the vertical layout of the page's content.
    """

    def __init__(self, width: float = 44.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setProperty("role", "page")
        self.column = QVBoxLayout(content)
        self.setWidget(content)
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

    def _pad(self) -> None:
        edge = em(self.font(), 1.0)
        side = max(edge, (self.viewport().width() - em(self.font(), self._width)) // 2)
        self.column.setContentsMargins(side, edge, side, edge)
        self.column.setSpacing(em(self.font(), 0.8))
