"""The two sides of the working screen: beside each other where there is room, else by turns."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from f2f_desktop.ui.theme import em

NARROW = 56
"""Width in line heights below which list and conversation take turns."""


class Turns(QSplitter):
    """A list and what belongs to its current row.

    Attributes:
        narrow: whether only one of the two is in sight.

    Signals:
        turned(bool): the argument says whether the conversation alone is in sight, so that a way back is needed.
    """

    turned = Signal(bool)

    def __init__(self, listed: QWidget, chosen: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._list, self._chosen = listed, chosen
        self._left = 0
        self.narrow = False
        self.setChildrenCollapsible(False)
        self.addWidget(listed)
        self.addWidget(chosen)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setHandleWidth(em(self.font(), 0.8))
        self.splitterMoved.connect(self._moved)

    @property
    def conversation_in_sight(self) -> bool:
        """Whether the conversation can be seen, alone or beside the list."""
        return not self._chosen.isHidden()

    def show_list(self) -> None:
        """Where it is narrow: the list, in place of the conversation."""
        self._turn(conversation=False)

    def show_conversation(self) -> None:
        """Where it is narrow: the conversation, in place of the list."""
        self._turn(conversation=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._left = 0
            self.setHandleWidth(em(self.font(), 0.8))
            # After the sides themselves have taken the new font.
            QTimer.singleShot(0, self, self._arrange)

    def _turn(self, *, conversation: bool) -> None:
        if self.narrow:
            self._chosen.setVisible(conversation)
            if conversation and self._list.isAncestorOf(QApplication.focusWidget() or self):
                # Qt would give the keyboard to whatever is next, outside the page, where its keys do nothing.
                self._chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.setVisible(not conversation)
            self.turned.emit(conversation)

    def _arrange(self) -> None:
        narrow = self.width() < em(self.font(), NARROW)
        if narrow != self.narrow:
            self.narrow = narrow
            self._list.show()
            self._chosen.setVisible(not narrow)
            self.turned.emit(False)
        if not narrow:
            wanted = self._left or min(em(self.font(), 30), int(self.width() * 0.35))
            left = max(wanted, self._list.minimumSizeHint().width())
            self.setSizes([left, self.width() - left])

    def _moved(self, place: int, _index: int) -> None:
        # What the user chose is kept when the window changes its size.
        self._left = place
