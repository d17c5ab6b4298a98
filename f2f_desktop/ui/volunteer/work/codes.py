"""Links and codes of the message as it stands in the editor, made anew when typing pauses."""

from PySide6.QtCore import QObject, QTimer, Signal

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.desk import Desk
from f2f_desktop.volunteer.conversation import Conversation, Message
from f2f_desktop.volunteer.handoff import HandOff
from f2f_desktop.volunteer.reachable import Point

PAUSE = 150
"""Milliseconds without a key after which link and codes are made anew."""


class Codes(QObject):
    """Asks for the hand-off of one message at a time; an answer for an older one is dropped.

    Signals:
        handed(HandOff | None): link and codes; None where the message cannot be handed over as it is.
    """

    handed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[Conversation, Point, Message] | None = None
        self._number = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._make)

    @property
    def waiting(self) -> bool:
        """Whether a code is still to be asked for."""
        return self._timer.isActive()

    def ask(
        self, conversation: Conversation | None, point: Point | None, message: Message, pause: int = PAUSE
    ) -> None:
        """Makes link and codes for a message after `pause` milliseconds: not for every letter."""
        self.stop()
        if conversation is not None and point is not None:
            self._wanted = conversation, point, message
        self._timer.start(pause)

    def stop(self) -> None:
        """Forgets what was asked for."""
        self._timer.stop()
        self._number += 1
        self._wanted = None

    def _make(self) -> None:
        wanted, number = self._wanted, self._number
        if wanted is None or wanted[0].opted_out or not self._desk.workspace.unlocked:
            self.handed.emit(None)
            return

        def success(hand_off: HandOff) -> None:
            if number == self._number:
                self.handed.emit(hand_off)

        def failure(error: Exception) -> None:
            if not isinstance(error, KnownError):
                self._desk.jobs.fault.emit(error)
            elif number == self._number:
                self.handed.emit(None)

        self._desk.jobs.on_vault(
            self._desk.services.outreach.hand_off, *wanted, success=success, failure=failure, initiator=self
        )
