"""What a place of the organizer's workspace is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon


class PlaceWidget(QWidget):
    """What every place is: it reads what is true now when it is shown, and hears of what changed.

    Signals:
        results_wanted(str): the results of the action with this id are to be shown.
        preview_wanted(action, content): an action is to be shown as a volunteer sees it.
        recurring_export_wanted(): the export to a folder is to be set.
    """

    results_wanted = Signal(str)
    preview_wanted = Signal(object, object)
    recurring_export_wanted = Signal()

    def refresh(self) -> None:
        """Reads everything again."""

    def follow(self, what: frozenset[str]) -> None:
        """Something changed (`actions`, `lists`, `results`, ...): reads it again, if it shows it."""

    def flush(self) -> None:
        """Saves what was typed and is not saved yet."""

    def open_action(self, action_id: str) -> None:
        """Shows what the place has about one action."""


@dataclass(frozen=True)
class Place:
    """A place: its name in the code, its words, its icon, and how its widget is made."""

    name: str
    words: str
    icon: Icon
    make: Callable[[Desk], PlaceWidget]
