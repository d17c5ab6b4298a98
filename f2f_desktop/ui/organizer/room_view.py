"""An open room, large enough to be read from the last row: address, join code, QR code, and who is there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from f2f_desktop.protocol.room import OpenRoom
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Card, Label, QrView, TextStyle

MOST_NAMES = 12


class RoomView(Card):
    """What everybody in the room looks at.

    Attributes:
        address, code: as they are to be typed.
        qr: the invite.
        laptops, events: how many there are so far.
        names: who has joined.
        close_button: closes the room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = Label("", TextStyle.DISPLAY)
        self.address.setAccessibleName(self.tr("The room's address"))
        self.code = Label("", TextStyle.POSTER, wraps=False)
        self.code.setAccessibleName(self.tr("The join code"))
        self._others = Label(muted=True)
        self.qr = QrView(self.tr("The invite to this room, for a camera"), preferred=17.0)
        self.laptops, self.events = Label("0", TextStyle.TITLE), Label("0", TextStyle.TITLE)
        self.names = Label("", muted=True)
        self.names.setAccessibleName(self.tr("laptops joined"))
        self.names.hide()
        self._word = Label("")
        self._word.hide()
        self.close_button = Button(self.tr("Close the room"), Icon.CLOSE)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def show_room(self, room: OpenRoom) -> None:
        """Shows how to join."""
        self.address.setText(room.addresses[0])
        # A blank in it makes it easier to read across a room, and does no harm where it is typed.
        self.code.setText(f"{room.code[:3]} {room.code[3:]}")
        self.qr.set_text(room.link)
        others = room.addresses[1:]
        self._others.setText(self.tr("Or: {addresses}").format(addresses=", ".join(others)) if others else "")
        self._others.setVisible(bool(others))

    def show_status(self, laptops: int, events: int, names: Sequence[str] = ()) -> None:
        """Shows what has happened so far, and who has joined, the newest first."""
        self.names.setText(", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else ""))
        self.names.setVisible(bool(names))
        self.laptops.setText(self.locale().toString(laptops))
        self.events.setText(self.locale().toString(events))

    def say(self, words: str) -> None:
        """A word about what the room lacks; empty: nothing."""
        self._word.setText(words)
        self._word.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The code has to be read whole: in large letters the picture goes below it.
        margins = self.column.contentsMargins()
        edges = margins.left() + margins.right() + self._row.spacing()
        words = max(self.code.sizeHint().width(), self.address.sizeHint().width())
        beside = self.width() >= words + self.qr.sizeHint().width() + edges
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(em(self.font(), 0.3))
        left.addWidget(Label(self.tr("Join this room: type the address and the code"), muted=True))
        left.addWidget(self.address)
        left.addWidget(self._others)
        left.addSpacing(em(self.font(), 0.6))
        left.addWidget(Label(self.tr("Join code"), muted=True))
        left.addWidget(self.code)
        left.addSpacing(em(self.font(), 0.8))
        counts = QGridLayout()
        counts.setHorizontalSpacing(em(self.font(), 2.0))
        for column, (label, words) in enumerate(
            ((self.laptops, self.tr("laptops joined")), (self.events, self.tr("events received")))
        ):
            label.setAccessibleName(words)
            counts.addWidget(label, 0, column)
            counts.addWidget(Label(words, muted=True), 1, column)
        counts.setColumnStretch(2, 1)
        left.addLayout(counts)
        left.addWidget(self.names)
        left.addStretch(1)
        self._row.setSpacing(em(self.font(), 1.5))
        self._row.addLayout(left, 1)
        self._row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._row)
        self.column.addWidget(self._word)
        self.column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
