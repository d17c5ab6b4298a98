"""Two things beside each other where both fit on one line, else one below the other."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Label


class Beside(QWidget):
    """`first` and `second` in a row, or in a column where the row is too narrow for them."""

    def __init__(
        self, first: QWidget, second: QWidget, *, push: bool = False, parent: QWidget | None = None
    ) -> None:
        """`push` puts `second` at the far end of the row."""
        super().__init__(parent)
        self._first, self._second = first, second
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(first, 1 if push else 0)
        self._box.addWidget(second, 0 if push else 1)
        self._pad()

    def arrange(self) -> None:
        """Decides anew; called by itself when the size, the font or the content changes."""
        needed = _width(self._first) + _width(self._second) + self._box.spacing()
        across = self._second.isHidden() or needed <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
        middle = Qt.AlignmentFlag.AlignVCenter if across else Qt.AlignmentFlag(0)
        for place in range(self._box.count()):
            item = self._box.itemAt(place)
            # Saying it again would ask for another layout, which would ask here again, and so on for ever.
            if item is not None and item.alignment() != middle:
                item.setAlignment(middle)
                self._box.invalidate()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self.arrange()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _pad(self) -> None:
        self._box.setSpacing(em(self.font(), 0.5))


def _width(widget: QWidget) -> int:
    """How wide a widget is on one line."""
    if isinstance(widget, Label):
        return QFontMetrics(widget.font()).horizontalAdvance(widget.text()) + 4
    return widget.sizeHint().width()
