"""The window is about to be closed while a room is open: that is asked about, since others are working in it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from f2f_desktop.ui.room_process import RoomProcess


class LeaveOpenRoom(QObject):
    """Asks, then closes the room and after it the window.

    Attributes:
        box: the question that is open now, or None.
    """

    def __init__(self, room: RoomProcess, window: QWidget) -> None:
        super().__init__(window)
        self._room = room
        self._window = window
        self.box: QMessageBox | None = None
        self._leaving = False
        room.closed.connect(self._closed)

    def ask(self) -> None:
        """Asks, unless it is being asked already."""
        if self.box is not None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("The room is open"),
            self.tr("Close the room and the app?"),
            parent=self._window,
        )
        box.setInformativeText(
            self.tr(
                "Volunteers in the room cannot synchronize any more. What they sent stays on this laptop, encrypted, "
                "until it is handed over to the campaign's hub."
            )
        )
        close = box.addButton(self.tr("Close both"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close.clicked.connect(self._leave)
        box.finished.connect(self._answered)
        self.box = box
        box.open()

    def _answered(self) -> None:
        self.box = None

    def _leave(self) -> None:
        self._leaving = True
        self._room.stop()

    def _closed(self) -> None:
        if self._leaving:
            self._leaving = False
            self._window.close()
