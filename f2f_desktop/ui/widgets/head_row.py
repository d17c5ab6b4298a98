"""What stands over a page: its title or its search, and buttons at the end; below it where there is no room beside."""

from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets.flow import FlowBox
from f2f_desktop.ui.widgets.labels import Label


class HeadRow(QWidget):
    """A row that becomes two before the title would have to break, or the search be too narrow to type in.

    Attributes:
        first: the title or the search, or what holds it.
    """

    def __init__(self, first: QWidget, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = first
        self._buttons = FlowBox()
        self._buttons.add(*buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(first, 1)
        self._row.addWidget(self._buttons)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Judges the room again: the title is another one."""
        gap = em(self.font(), 0.5)
        self._row.setSpacing(gap)
        beside = self.width() >= self._wanted() + gap + self._buttons.flow.sizeHint().width()
        if beside:
            # A flow is content with less: it would break its own line before the title gives way.
            self._buttons.setMinimumWidth(self._buttons.flow.sizeHint().width())
        else:
            self._buttons.setMinimumWidth(0)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def _wanted(self) -> int:
        labels = [self.first] if isinstance(self.first, Label) else self.first.findChildren(Label)
        if not labels:
            return max(self.first.sizeHint().width(), em(self.font(), 14))
        words = int(QFontMetricsF(labels[0].font()).horizontalAdvance(labels[0].text())) + 2
        return words + max(0, self.first.sizeHint().width() - labels[0].sizeHint().width())
