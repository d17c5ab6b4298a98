"""The keys of the working screen, declared once: the shortcuts, the hints on the buttons and the help come from here.

Single letters work while no text field has the keyboard: Qt offers a key to a text field first.
"""

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class WorkKey(Enum):
    """Everything that has a key; the values are Qt's key sequences, the one that is shown first."""

    NEXT = ("J",)
    PREVIOUS = ("K",)
    OPEN = ("Enter",)
    """Handled by the list itself."""
    SEARCH = ("/", "Ctrl+F")
    STARRED = ("G",)
    FILTERS = ("Ctrl+Shift+F",)
    TEXT = ("Ctrl+1",)
    CALL = ("Ctrl+2",)
    EMAIL = ("Ctrl+3",)
    SOCIAL = ("Ctrl+4",)

    EDIT = ("E",)
    COPY = ("C",)
    LAUNCH = ("O",)
    BIG_CODE = ("Q",)
    OTHER_CODE = ("A",)
    POINT = ("P",)
    SENT = ("S",)
    NOT_SENT = ("X",)
    RESPONSE = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
    FIRST_MESSAGE = ("0",)

    FIELDS = ("F",)
    TAGS = ("T",)
    NOTE = ("N",)
    SAVE_NEXT = ("Ctrl+Return", "Ctrl+Enter")
    SAVE = ("Ctrl+S",)

    CONFIRM = ("Y",)
    REJECT = ("R",)
    CHOOSE = ("V",)
    FIND = ("L",)
    WHY = ("W",)
    HISTORY = ("H",)
    OPT_OUT = ("D",)

    UNDO = ("U", "Ctrl+Z")
    LEAVE = ("Escape",)
    HELP = ("F1", "?")


CHANNEL_KEYS = (WorkKey.TEXT, WorkKey.CALL, WorkKey.EMAIL, WorkKey.SOCIAL)


def shown(key: WorkKey) -> str:
    """The key as it is written on buttons and in the help."""
    special = {
        WorkKey.RESPONSE: "1 … 9",
        WorkKey.OPEN: "Enter",
        WorkKey.SAVE_NEXT: "Ctrl+Enter",
        WorkKey.LEAVE: "Esc",
    }
    return special.get(key) or QKeySequence(key.value[0]).toString(QKeySequence.SequenceFormat.NativeText)


def wire(page: QWidget, actions: Mapping[WorkKey, Callable[[], object]]) -> None:
    """Shortcuts on `page` for these actions."""
    for key, act in actions.items():
        for sequence in key.value:
            wire_one(page, sequence, act)


def wire_one(page: QWidget, sequence: str, act: Callable[[], object]) -> None:
    """One shortcut on `page`, which works while the page or something on it has the keyboard."""
    shortcut = QShortcut(QKeySequence(sequence), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


class KeyWords(QObject):
    """What each key does, for the help."""

    def sections(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Every section with its keys as they are shown, and what they do."""
        named = {
            self.tr("The list"): self._list(),
            self.tr("The message"): self._message(),
            self.tr("The report"): self._report(),
            self.tr("The person"): self._person(),
            self.tr("Any time"): self._any_time(),
        }
        return {title: tuple((shown(key), words) for key, words in rows.items()) for title, rows in named.items()}

    def _list(self) -> dict[WorkKey, str]:
        return {
            WorkKey.NEXT: self.tr("Next contact (in the list also arrow down)"),
            WorkKey.PREVIOUS: self.tr("Previous contact (in the list also arrow up)"),
            WorkKey.OPEN: self.tr("From the list to the conversation"),
            WorkKey.SEARCH: self.tr("Search (also Ctrl+F)"),
            WorkKey.STARRED: self.tr("Starred contacts only, or all"),
            WorkKey.FILTERS: self.tr("Filters"),
            WorkKey.TEXT: self.tr("Text; Ctrl+2 call, Ctrl+3 e-mail, Ctrl+4 social"),
        }

    def _message(self) -> dict[WorkKey, str]:
        return {
            WorkKey.EDIT: self.tr("Edit the message; Esc leaves it"),
            WorkKey.BIG_CODE: self.tr("Show the QR code large"),
            WorkKey.OTHER_CODE: self.tr("Try another code"),
            WorkKey.COPY: self.tr("Copy the message"),
            WorkKey.LAUNCH: self.tr("Open it in an app on this computer"),
            WorkKey.POINT: self.tr("Another number, address or account"),
            WorkKey.SENT: self.tr("It was sent, or you talked"),
            WorkKey.NOT_SENT: self.tr("Not sent, or no answer: on to the next"),
            WorkKey.RESPONSE: self.tr("What they said: choose your answer"),
            WorkKey.FIRST_MESSAGE: self.tr("Back to the first message"),
        }

    def _report(self) -> dict[WorkKey, str]:
        return {
            WorkKey.FIELDS: self.tr("Questions: then 1 to 9; F again for the next one"),
            WorkKey.TAGS: self.tr("Tags: then 1 to 9, or arrows and Space"),
            WorkKey.NOTE: self.tr("Write a note; Esc leaves it"),
            WorkKey.SAVE_NEXT: self.tr("Save the report and go on to the next"),
            WorkKey.SAVE: self.tr("Save the report"),
        }

    def _person(self) -> dict[WorkKey, str]:
        return {
            WorkKey.CONFIRM: self.tr("Yes, this voter is them"),
            WorkKey.REJECT: self.tr("No, this voter is somebody else"),
            WorkKey.CHOOSE: self.tr("See the possible voters and choose"),
            WorkKey.FIND: self.tr("Find them in the voter file"),
            WorkKey.WHY: self.tr("Why we think so"),
            WorkKey.HISTORY: self.tr("What was said so far"),
            WorkKey.OPT_OUT: self.tr("Do not contact again"),
        }

    def _any_time(self) -> dict[WorkKey, str]:
        return {
            WorkKey.UNDO: self.tr("Undo the last step (also Ctrl+Z)"),
            WorkKey.LEAVE: self.tr("Back to the list"),
            WorkKey.HELP: self.tr("This help (also ?)"),
        }
