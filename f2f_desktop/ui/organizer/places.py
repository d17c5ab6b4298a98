"""The places of the organizer's workspace, in the order of its side bar."""

from PySide6.QtCore import QCoreApplication

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.people.place import PeoplePlace
from f2f_desktop.ui.organizer.place import Place, PlaceWidget
from f2f_desktop.ui.organizer.results.place import ResultsPlace

__all__ = ["Place", "PlaceWidget", "places"]


def places() -> list[Place]:
    """Every place, in the language that is spoken now."""
    return [
        Place("results", QCoreApplication.translate("Places", "Results"), Icon.CHART, ResultsPlace),
        Place("people", QCoreApplication.translate("Places", "People"), Icon.PEOPLE, PeoplePlace),
    ]
