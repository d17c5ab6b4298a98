"""The places of the organizer's workspace, in the order of its side bar."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon


class PlaceWidget(QWidget):
    """What every place is: it reads what is true now when it is shown, and hears of what changed."""

    def refresh(self) -> None:
        """Reads everything again."""

    def follow(self, what: frozenset[str]) -> None:
        """Something changed (`actions`, `lists`, `results`, ...): reads it again, if it shows it."""

    def flush(self) -> None:
        """Saves what was typed and is not saved yet."""


@dataclass(frozen=True)
class Place:
    """A place: its name in the code, its words, its icon, and how its widget is made."""

    name: str
    words: str
    icon: Icon
    make: Callable[[Desk], PlaceWidget]


def places() -> list[Place]:
    """Every place, in the language that is spoken now."""
    return []
