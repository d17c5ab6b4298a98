"""What came between an organizer and a room, or a carrier and a packet, in the user's language; see `fault_words`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

ROOM_WORDS: dict[str, tuple[object, object]] = {
    "MayNotOpen": (
        QT_TRANSLATE_NOOP("FaultWords", "Only an organizer who has joined the campaign's hub can open a room."),
        QT_TRANSLATE_NOOP("FaultWords", "Ask an owner of the campaign for an invite."),
    ),
    "NoRoom": (
        QT_TRANSLATE_NOOP("FaultWords", "There is no room on this laptop."),
        QT_TRANSLATE_NOOP("FaultWords", "Open one first."),
    ),
    "NotHandedOver": (
        QT_TRANSLATE_NOOP(
            "FaultWords", "The room that this laptop joined has not been handed over to the campaign's hub yet."
        ),
        QT_TRANSLATE_NOOP("FaultWords", "Ask your organizer to do it. Everything is saved on this computer."),
    ),
    "NothingCarried": (
        QT_TRANSLATE_NOOP("FaultWords", "No receipts have come back yet for what this laptop carries."),
        QT_TRANSLATE_NOOP("FaultWords", "Synchronize it with the hub first."),
    ),
    "RoomDamaged": (
        QT_TRANSLATE_NOOP("FaultWords", "The room's folder is damaged."),
        QT_TRANSLATE_NOOP("FaultWords", "Open a new room."),
    ),
    "RoomNotHandedOver": (
        QT_TRANSLATE_NOOP(
            "FaultWords", "The campaign's hub has not vouched for everything that was done in the room."
        ),
        QT_TRANSLATE_NOOP("FaultWords", "Hand the room over first, with internet or by a stick."),
    ),
    "RoomNotStarted": (
        QT_TRANSLATE_NOOP("FaultWords", "The room's hub did not start."),
        QT_TRANSLATE_NOOP("FaultWords", "Try again; if it stays so, restart the app."),
    ),
}
