"""The places of the organizer's workspace, in the order of its side bar."""

from PySide6.QtCore import QCoreApplication

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.actions.place import ActionsPlace
from f2f_desktop.ui.organizer.lists.place import ListsPlace
from f2f_desktop.ui.organizer.people.place import PeoplePlace
from f2f_desktop.ui.organizer.place import Place, PlaceWidget
from f2f_desktop.ui.organizer.questions import QuestionsPlace
from f2f_desktop.ui.organizer.results.place import ResultsPlace
from f2f_desktop.ui.organizer.room import RoomPage
from f2f_desktop.ui.organizer.settings import SettingsPlace
from f2f_desktop.ui.organizer.voter_files.place import VoterFilesPlace

__all__ = ["Place", "PlaceWidget", "places"]


def places() -> list[Place]:
    """Every place, in the language that is spoken now."""
    translate = QCoreApplication.translate
    return [
        Place("actions", translate("Places", "Actions"), Icon.FLAG, ActionsPlace),
        Place("lists", translate("Places", "Lists"), Icon.STAR_OUTLINE, ListsPlace),
        Place("voter_files", translate("Places", "Voter files"), Icon.DISTRICT, VoterFilesPlace),
        Place("results", translate("Places", "Results"), Icon.CHART, ResultsPlace),
        Place("people", translate("Places", "People"), Icon.PEOPLE, PeoplePlace),
        Place("questions", translate("Places", "Tags and fields"), Icon.CHECK, QuestionsPlace),
        Place("room", translate("Places", "Room"), Icon.CLOUD, RoomPage),
        Place("settings", translate("Places", "Settings"), Icon.SETTINGS, SettingsPlace),
    ]
