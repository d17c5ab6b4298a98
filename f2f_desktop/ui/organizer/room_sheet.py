"""The room as a page of the window, with a way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.room import RoomPage
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import IconButton


class RoomSheet(QWidget):
    """The room's page under a button that leads back.

    Attributes:
        room: the page.

    Signals:
        back_requested(): back to the start page.
    """

    back_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = RoomPage(desk)
        back = IconButton(Icon.CHEVRON_LEFT, self.tr("Back"))
        back.clicked.connect(self.back_requested)
        edge = em(self.font(), 0.8)
        head = QHBoxLayout()
        head.setContentsMargins(edge, edge, edge, 0)
        head.addWidget(back)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.room, 1)

    def refresh(self) -> None:
        """Reads what there is of a room."""
        self.room.refresh()
