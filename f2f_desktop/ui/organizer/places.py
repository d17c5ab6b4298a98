"""The places of the organizer's workspace, in the order of its side bar."""

from PySide6.QtCore import QCoreApplication

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.actions.place import ActionsPlace
from f2f_desktop.ui.organizer.place import Place, PlaceWidget

__all__ = ["Place", "PlaceWidget", "places"]


def places() -> list[Place]:
    """Every place, in the language that is spoken now."""
    said = QCoreApplication.translate
    return [
        Place("actions", said("Places", "Actions"), Icon.FLAG, ActionsPlace),
    ]
