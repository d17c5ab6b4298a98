"""What organizers asked of this volunteer: over the actions on the start page, until it is put away."""

from collections.abc import Container, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.widgets import Button, Card, Label, QuietButton, TextStyle
from f2f_desktop.workspace import StoredNote

MOST_SHOWN = 3
"""Notes on the page at once, the newest; the next one follows when one is put away."""


class NoteCard(Card):
    """One note: who asked, when, and what.

    Signals:
        action_chosen(str): the id of the action that the note is about.
        done(StoredNote): it is to be put away.
    """

    action_chosen = Signal(str)
    done = Signal(object)

    def __init__(self, note: StoredNote, *, leads: bool, parent: QWidget | None = None) -> None:
        """`leads`: its action is there to be opened."""
        super().__init__(parent, tone=Tone.INFO, padding=0.8)
        said = note.note
        who = self.tr("{name} asks you").format(name=said.by) if said.by else self.tr("An organizer asks you")
        self.head = f"{who} · {Wording(self).moment(said.at)}"
        self.setAccessibleName(f"{self.head}: {said.text}")
        self.open = Button(self.tr("Open the action"))
        self.open.clicked.connect(lambda: self.action_chosen.emit(said.action))
        self.put_away = QuietButton(self.tr("Done"), Icon.CHECK)
        self.put_away.setAccessibleDescription(self.accessibleName())
        self.put_away.clicked.connect(lambda: self.done.emit(note))
        words = QVBoxLayout()
        words.setSpacing(em(self.font(), 0.3))
        words.addWidget(Label(self.head, TextStyle.SMALL, tone=Tone.INFO))
        words.addWidget(Label(said.text))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.put_away, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.open.setVisible(leads)


class AskedOfYou(QWidget):
    """The notes that were not put away, the newest first.

    Attributes:
        cards: the notes that are shown.

    Signals:
        action_chosen(str): the id of the action to be opened.
        done(StoredNote): a note is to be put away.
    """

    action_chosen = Signal(str)
    done = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[NoteCard] = []
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self.font(), 0.6))
        self.more = Label("", TextStyle.SMALL, muted=True)
        self._column.addWidget(self.more)
        self.hide()

    def show_notes(self, notes: Sequence[StoredNote], actions: Container[str]) -> None:
        """Shows notes; `actions` are those that can be opened."""
        wanted = [(note, note.note.action in actions) for note in notes[:MOST_SHOWN]]
        over = len(notes) - len(wanted)
        self.more.setText(self.tr("%n more after these", "", over) if over else "")
        self.more.setVisible(over > 0)
        if self._shown != wanted:
            # Only then: whoever reads or is about to press keeps what is under the pointer and the keyboard.
            self._shown = wanted
            self._build(wanted)
        self.setVisible(bool(notes))

    def _build(self, wanted: Sequence[tuple[StoredNote, bool]]) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        for place, (note, leads) in enumerate(wanted):
            card = NoteCard(note, leads=leads, parent=self)
            card.action_chosen.connect(self.action_chosen)
            card.done.connect(self.done)
            self._column.insertWidget(place, card)
            self.cards.append(card)
        if had_focus and self.cards:
            self.cards[0].put_away.setFocus(Qt.FocusReason.OtherFocusReason)
