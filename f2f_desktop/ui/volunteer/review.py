"""Questions about matches, one after the other: which of these voters is this friend? One key answers."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.candidate_card import CandidateCard
from f2f_desktop.ui.volunteer.friend_card import FriendCard
from f2f_desktop.ui.volunteer.voter_search import VoterSearchDialog
from f2f_desktop.ui.widgets import (
    Button,
    Card,
    Comparison,
    EmptyState,
    FlowBox,
    IconButton,
    Label,
    TextStyle,
)
from f2f_desktop.volunteer.matchmaking import Matchmaking, Question

MOST = 5
"""Candidates shown: as many as there are keys for them."""
NARROW = 46
"""Width in line heights below which the friend stands above the voters instead of beside them."""
COLUMN = 15
"""Width in line heights that a voter needs in the comparison; where there is no room for two, each has their own."""
CHANGES = frozenset({"matches"})


WIDTH = 62.0
"""Width of the page's column in line heights."""


class Questions(msgspec.Struct, frozen=True):
    """What is to be asked, and whether the extract that explains it is there."""

    questions: tuple[Question, ...]
    extract_open: bool


class ReviewPage(QWidget):
    """Asks every open question once; each answer can be undone.

    Signals:
        done(): back to where the volunteer came from.
    """

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first = ""
        self._questions: tuple[Question, ...] = ()
        self._place = 0
        self.cards: list[CandidateCard] = []
        self.position = Label("", muted=True, wraps=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Questions answered"))
        self._title = Label(self.tr("Who is this in the voter file?"), TextStyle.TITLE)
        self._back = IconButton(Icon.CHEVRON_LEFT, self.tr("Back"))
        self.none = Button(self.tr("None of them (N)"), Icon.BLOCK)
        self.skip = Button(self.tr("I don't know: skip (S)"), Icon.CHEVRON_RIGHT)
        self.undo = Button(self.tr("Undo"), Icon.UNDO)
        self.undo.setToolTip(self.tr("Take the last answer back (Ctrl+Z)"))
        self.finder = Button(self.tr("Find in the voter file (F)"), Icon.SEARCH)
        self.why = Button(self.tr("Why? (W)"), Icon.QUESTION)
        self.comparison: Comparison | None = None
        self._comparing = False
        self._why_card = Card(padding=0.9)
        self.nobody = Label("", TextStyle.SMALL, muted=True)
        self.end = EmptyState(Icon.CHECK, "")
        self._sheet = Sheet(WIDTH)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._friend: QWidget | None = None
        self._candidates = QVBoxLayout()
        self._lay_out()
        self._connect()

    def begin_with(self, contact_id: str) -> None:
        """Asks about this contact first, the next time that the questions are read."""
        self._first = contact_id

    def refresh(self) -> None:
        """Reads the open questions and begins with the first."""
        self._desk.jobs.on_vault(_questions, self._desk.services.matchmaking, success=self._begin, initiator=self)

    @property
    def question(self) -> Question | None:
        """The question on the screen."""
        return self._questions[self._place] if self._place < len(self._questions) else None

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self.font(), 0.6))
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self.position)
        self._body.setSpacing(em(self.font(), 0.8))
        self._candidates.setSpacing(em(self.font(), 0.6))
        right = QWidget()
        self._candidates.setContentsMargins(0, 0, 0, 0)
        right.setLayout(self._candidates)
        self._candidates.addWidget(self.nobody)
        self._right = right
        self._body.addWidget(right, 3, Qt.AlignmentFlag.AlignTop)
        self._sheet.column.addLayout(head)
        self._sheet.column.addWidget(self._bar)
        self._sheet.column.addLayout(self._body)
        self._sheet.column.addWidget(self._why_card)
        self._why_card.hide()
        self._sheet.column.addWidget(self.end)
        self._sheet.column.addStretch(1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(em(self.font(), 1), em(self.font(), 0.5), em(self.font(), 1), em(self.font(), 0.7))
        foot.setSpacing(em(self.font(), 0.6))
        foot.addWidget(self.undo)
        foot.addStretch(1)
        buttons = FlowBox()
        buttons.add(self.why, self.finder, self.skip, self.none)
        foot.addWidget(buttons, 20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sheet, 1)
        # The buttons stand under the column of the page, however wide the window is.
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._foot, 1000)
        centred.addStretch(1)
        column.addLayout(centred)
        self.end.hide()

    def _connect(self) -> None:
        self._back.clicked.connect(self.done)
        self.end.acted.connect(self.done)
        self.none.clicked.connect(self.answer_none)
        self.skip.clicked.connect(self.answer_skip)
        self.undo.clicked.connect(self.take_back)
        self.why.clicked.connect(self.toggle_why)
        self.finder.clicked.connect(self.look_up)
        keys: dict[str, Callable[[], None]] = {
            "N": self.answer_none,
            "S": self.answer_skip,
            "W": self.toggle_why,
            "F": self.look_up,
            "Ctrl+Z": self.take_back,
            "Escape": self.done.emit,
        }
        keys |= {str(number): partial(self.answer, number) for number in range(1, MOST + 1)}
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._foot.setMaximumWidth(em(self.font(), WIDTH + 2))
        narrow = self.width() < em(self.font(), NARROW)
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(above if narrow else beside)
        self._show_why()

    # Asking

    def follow(self, what: frozenset[str]) -> None:
        """Something changed: questions still to come are read again. The one on the screen stays as it is."""
        if "matches" in what and self._questions:
            self._desk.jobs.on_vault(
                _questions, self._desk.services.matchmaking, success=self._follow, initiator=self
            )

    def _follow(self, found: Questions) -> None:
        done = self._questions[: self._place + 1]
        known = {each.contact_id for each in done}
        newer = {each.contact_id: each for each in found.questions if each.contact_id not in known}
        ahead = [newer.pop(each.contact_id) for each in self._questions[len(done) :] if each.contact_id in newer]
        self._questions = (*done, *ahead, *newer.values())
        if self.question is not None:
            self._say_position()

    def _say_position(self) -> None:
        count = len(self._questions)
        self._bar.setRange(0, max(1, count))
        self.position.setText(self.tr("{place} of {count}").format(place=self._place + 1, count=count))

    def _begin(self, found: Questions) -> None:
        first = self._first
        self._questions = tuple(sorted(found.questions, key=lambda question: question.contact_id != first))
        self._place = 0
        if found.questions and not found.extract_open:
            self._questions = ()
            self._show_end(
                Icon.WARNING,
                self.tr("The voter extract cannot be used now"),
                self.tr("The questions come back when you have imported a new one."),
            )
            return
        self._show()

    def _show(self) -> None:
        question = self.question
        count = len(self._questions)
        self._bar.setRange(0, max(1, count))
        self._bar.setValue(self._place)
        self.undo.setEnabled(self._place > 0)
        if question is None:
            self._show_end(
                Icon.CHECK,
                self.tr("All checked") if count else self.tr("Nothing to check"),
                self.tr("Thank you. Skipped questions come back another time.") if count else "",
            )
            return
        self._say_position()
        self._set_asking(True)
        self._clear()
        self._friend = FriendCard(question.name, question.contact)
        self._body.insertWidget(0, self._friend, 2, Qt.AlignmentFlag.AlignTop)
        for number, (candidate, voter) in enumerate(question.candidates[:MOST], 1):
            card = CandidateCard(number, candidate, voter, question.standing)
            card.chosen.connect(partial(self.answer, number))
            card.why_pressed.connect(self.toggle_why)
            self._candidates.addWidget(card)
            self.cards.append(card)
        nobody = self.tr("Somebody who is not in this voter file: {share} %")
        self.nobody.setText(nobody.format(share=round(question.standing.not_in_file * 100)))
        self._candidates.addWidget(self.nobody)
        # There is nobody to compare a lone voter with: what speaks for and against them is all there is to go by.
        self._comparing = len(self.cards) == 1
        self._show_why()
        self._sheet.verticalScrollBar().setValue(0)
        if self.isVisible() and self.cards:
            self.cards[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_end(self, icon: Icon, title: str, text: str) -> None:
        self._clear()
        self._set_asking(False)
        self.position.setText("")
        self.end.say(icon, title, text, action=self.tr("Back"))

    def _set_asking(self, asking: bool) -> None:
        for widget in (self.none, self.skip, self.why, self.finder, self._bar, self._right, self._title):
            widget.setVisible(asking)
        self._why_card.hide()
        self.end.setVisible(not asking)

    def _clear(self) -> None:
        gone: list[QWidget] = [*self.cards, *([self._friend] if self._friend else [])]
        for widget in gone:
            widget.hide()
            widget.deleteLater()
        self.cards, self._friend = [], None

    # Why

    def toggle_why(self) -> None:
        """Shows what speaks for and against each voter, side by side; or puts it away."""
        if self.cards:
            self._comparing = not self._comparing
            self._show_why()
            if self.comparison is not None:
                # Laid out by then: the comparison stands below the voters.
                QTimer.singleShot(0, self, partial(self._sheet.ensureWidgetVisible, self._why_card, 0, 0))

    def _show_why(self) -> None:
        room = self._sheet.viewport().width() // em(self.font(), COLUMN) - 1
        beside = self._comparing and min(room, len(self.cards)) >= 2
        count = min(room, len(self.cards)) if beside else 0
        for card in self.cards:
            card.show_why(self._comparing and not beside)
        shown = self.comparison.names if self.comparison is not None else []
        wanted = [card.name for card in self.cards[:count]]
        if shown != wanted:
            if self.comparison is not None:
                self.comparison.hide()
                self.comparison.deleteLater()
            self.comparison = Comparison([card.compared for card in self.cards[:count]]) if beside else None
            if self.comparison is not None:
                self._why_card.column.addWidget(self.comparison)
        self._why_card.setVisible(beside)

    def look_up(self) -> None:
        """Looks for the friend in the whole voter file: it may be none of those who are shown."""
        question = self.question
        if question is not None:
            self._search = VoterSearchDialog(self._desk, question.contact_id, question.name, self)
            self._search.chosen.connect(partial(self._found, question.contact_id))
            self._search.open()

    def _found(self, contact_id: ContactId, entry: int, voter_id: str) -> None:
        if self.question is not None and self.question.contact_id == contact_id:
            choose = self._desk.services.looking_up.choose
            self._decide(partial(choose, entry), contact_id, VoterId(voter_id))

    # Answering

    def answer(self, number: int) -> None:
        """The voter of this number is the friend."""
        question = self.question
        if question is not None and number <= len(self.cards):
            _candidate, voter = question.candidates[number - 1]
            self._decide(self._desk.services.matchmaking.confirm, question.contact_id, voter.id)

    def answer_none(self) -> None:
        """Nobody in the file is the friend."""
        if self.question is not None:
            self._decide(self._desk.services.matchmaking.reject, self.question.contact_id, None)

    def answer_skip(self) -> None:
        """The volunteer does not know."""
        if self.question is not None:
            self._decide(self._desk.services.matchmaking.skip, self.question.contact_id)

    def take_back(self) -> None:
        """Takes the last answer back and asks again."""
        if self._place == 0:
            return
        self._place -= 1
        contact = self._questions[self._place].contact_id
        self._desk.jobs.on_vault(
            self._desk.services.matchmaking.undo_last, contact, changes=CHANGES, initiator=self
        )
        self._show()

    def _decide(self, decision: Callable[..., int], contact: ContactId, *voter: object) -> None:
        # The next question need not wait: the vault takes decisions in the order in which they were made.
        self._desk.jobs.on_vault(decision, contact, *voter, changes=CHANGES, initiator=self)
        self._place += 1
        self._show()


def _questions(matchmaking: Matchmaking) -> Questions:
    return Questions(tuple(matchmaking.questions()), matchmaking.extract is not None)
