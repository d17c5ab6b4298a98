"""Questions about matches, one after the other: which of these voters is this friend? One key answers."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.contacts.model import Contact, PostalAddress
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.candidate_card import CandidateCard
from f2f_desktop.ui.widgets import Avatar, Button, Card, EmptyState, IconButton, Label, TextStyle
from f2f_desktop.volunteer.matchmaking import Matchmaking, Question
from f2f_desktop.volunteer.reachable import formatted

MOST = 5
"""Candidates shown: as many as there are keys for them."""
NARROW = 46
"""Width in line heights below which the friend stands above the voters instead of beside them."""
CHANGES = frozenset({"matches"})


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
        self.nobody = Label("", TextStyle.SMALL, muted=True)
        self.end = EmptyState(Icon.CHECK, "")
        self._sheet = Sheet(62.0)
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
        self._sheet.column.addWidget(self.end)
        self._sheet.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(em(self.font(), 1), em(self.font(), 0.5), em(self.font(), 1), em(self.font(), 0.7))
        foot.setSpacing(em(self.font(), 0.6))
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(self.skip)
        foot.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sheet, 1)
        column.addLayout(foot)
        self.end.hide()

    def _connect(self) -> None:
        self._back.clicked.connect(self.done)
        self.end.acted.connect(self.done)
        self.none.clicked.connect(self.answer_none)
        self.skip.clicked.connect(self.answer_skip)
        self.undo.clicked.connect(self.take_back)
        keys: dict[str, Callable[[], None]] = {
            "N": self.answer_none,
            "S": self.answer_skip,
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
        narrow = self.width() < em(self.font(), NARROW)
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(above if narrow else beside)

    # Asking

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
        self.position.setText(self.tr("{place} of {count}").format(place=self._place + 1, count=count))
        self._set_asking(True)
        self._clear()
        self._friend = FriendCard(question.name, question.contact)
        self._body.insertWidget(0, self._friend, 2, Qt.AlignmentFlag.AlignTop)
        for number, (candidate, voter) in enumerate(question.candidates[:MOST], 1):
            card = CandidateCard(number, candidate, voter)
            card.chosen.connect(partial(self.answer, number))
            self._candidates.addWidget(card)
            self.cards.append(card)
        nobody = self.tr("Somebody who is not in this voter file: {share} %")
        self.nobody.setText(nobody.format(share=round(question.standing.not_in_file * 100)))
        self._candidates.addWidget(self.nobody)
        self._sheet.verticalScrollBar().setValue(0)
        if self.isVisible() and self.cards:
            self.cards[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_end(self, icon: Icon, title: str, text: str) -> None:
        self._clear()
        self._set_asking(False)
        self.position.setText("")
        self.end.say(icon, title, text, action=self.tr("Back"))

    def _set_asking(self, asking: bool) -> None:
        for widget in (self.none, self.skip, self._bar, self._right, self._title):
            widget.setVisible(asking)
        self.end.setVisible(not asking)

    def _clear(self) -> None:
        gone: list[QWidget] = [*self.cards, *([self._friend] if self._friend else [])]
        for widget in gone:
            widget.hide()
            widget.deleteLater()
        self.cards, self._friend = [], None

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


class FriendCard(Card):
    """What the address book says about a friend."""

    def __init__(self, name: str, contact: Contact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Your contact: {name}").format(name=name))
        head = QHBoxLayout()
        head.setSpacing(em(self.font(), 0.7))
        head.addWidget(Avatar(name), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.tr("Your contact"), TextStyle.SMALL, muted=True))
        words.addWidget(Label(name, TextStyle.HEADING))
        head.addLayout(words, 1)
        self.column.addLayout(head)
        for line in self._lines(contact):
            self.column.addWidget(Label(line, muted=True))

    def _lines(self, contact: Contact) -> list[str]:
        lines = (
            [self.tr("Also called {names}").format(names=", ".join(contact.nicknames))]
            if contact.nicknames
            else []
        )
        lines += [formatted(phone.e164) if phone.e164 else phone.original for phone in contact.phones]
        lines += [email.address for email in contact.emails]
        lines += [text for address in contact.addresses if (text := one_line(address))]
        if contact.birthday:
            lines.append(self.tr("Birthday {date}").format(date=contact.birthday.removeprefix("--")))
        return lines + [contact.organization] * bool(contact.organization)


def one_line(address: PostalAddress) -> str:
    """A postal address in one line."""
    town = " ".join(filter(None, (address.region, address.postal_code)))
    return ", ".join(filter(None, (address.street, address.city, town)))


def _questions(matchmaking: Matchmaking) -> Questions:
    return Questions(tuple(matchmaking.questions()), matchmaking.extract is not None)
