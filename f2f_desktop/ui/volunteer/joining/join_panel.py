"""Joining a campaign's hub: an invite is pasted, dropped or opened, or an address and a join code are typed.

What the invite says is shown before anything is sent. Then the campaign's content comes down at once.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress
from f2f_desktop.protocol.invites import LINK, MAX_TEXT, Invite, read_invite
from f2f_desktop.protocol.join_codes import LENGTH, tidy_code
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.drop_zone import DropZone
from f2f_desktop.ui.fault_words import entry_for, fault_words
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.widgets import (
    Banner,
    Card,
    Label,
    PrimaryButton,
    ProgressRow,
    QuietButton,
    SegmentedControl,
    TextStyle,
)
from f2f_desktop.workspace import Standing, VolunteerServices

INVITE, CODE, FILE = "invite", "code", "file"


class InviteFileUnreadable(KnownError):
    """The file cannot be read."""

    def __init__(self) -> None:
        super().__init__("The invite's file cannot be read.", "Check that it is there, or paste the link.")


class Joined(msgspec.Struct, frozen=True):
    """How a laptop stands after it has joined."""

    standing: Standing
    content: bool
    """Whether the campaign's content is here."""
    trouble: KnownError | None = None
    """What kept the content from coming."""


class JoinPanel(QWidget):
    """Joins a hub.

    Attributes:
        ways: how to join.
        link, address, code: what is typed.
        invite: the invite that was read and is asked about, or None.
        join_button, other_button: join by that invite, or ask for another one.
        code_button: join by what was typed.

    Signals:
        joined(Joined): the laptop belongs to the campaign.
        found(): an invite was read; its answer is asked for.
        busy_changed(busy): whether it is joining.
    """

    joined = Signal(object)
    found = Signal()
    busy_changed = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        by_file: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        with_buttons: bool = True,
    ) -> None:
        """`by_file` is the panel for those who have the campaign as a file and no hub.

        Without `with_buttons` whoever shows it places its three buttons, among their own.
        """
        super().__init__(parent)
        self._desk = desk
        self._wording = Wording(self)
        self._by_file = by_file
        self.invite: Invite | None = None
        ways = {INVITE: self.tr("Invite"), CODE: self.tr("Join code")}
        if by_file is not None:
            ways[FILE] = self.tr("Campaign file")
        self.ways = SegmentedControl(self.tr("How to join"), ways)
        self.code_button = PrimaryButton(self.tr("Join"), Icon.CHECK)
        self.join_button = PrimaryButton(self.tr("Join this campaign"), Icon.CHECK)
        self.other_button = QuietButton(self.tr("Another invite"))
        self._promise = self.tr(
            "By joining, your name and e-mail address go to the campaign, and from then on your reports do. Your "
            "contacts stay here."
        )
        self._invite_box = self._make_invite_box()
        self._code_box = self._make_code_box()
        self._question = self._make_question()
        self.progress = ProgressRow()
        self.message = Banner("", Tone.DANGER, closable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.7))
        column.addWidget(self.ways)
        column.addWidget(self._invite_box)
        column.addWidget(self._code_box)
        if by_file is not None:
            column.addWidget(by_file)
        column.addWidget(self._question)
        column.addWidget(self.progress)
        column.addWidget(self.message)
        if with_buttons:
            self._place_buttons()
        self.progress.hide()
        self.message.hide()
        self.ways.chosen.connect(self._choose_way)
        self.join_button.clicked.connect(self.join)
        self.code_button.clicked.connect(self.join)
        self.other_button.clicked.connect(self.ask_again)
        self._judge_code()
        self._show_way(INVITE)

    # What comes in

    def read_files(self, paths: Sequence[Path]) -> None:
        """Reads the first of the invite files and asks whether to join."""
        self.show_way(INVITE)
        self._desk.jobs.in_background(
            _invite_in,
            paths[0],
            success=self._ask,
            failure=self._failed,
            initiator=self,
            with_progress=False,
        )

    def read_text(self, text: str) -> None:
        """Reads a link that came some other way."""
        self.show_way(INVITE)
        self.link.setText(text.strip())
        self._read_link()

    def show_way(self, way: str) -> None:
        """Shows one of the ways to join."""
        self.ways.set_current(way)
        self._show_way(way)

    def ask_again(self) -> None:
        """Back to asking for an invite."""
        self.invite = None
        self.link.clear()
        self._show_way(self.ways.current())
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)

    # Joining

    def join(self) -> None:
        """Joins by the invite that was read, or by what was typed."""
        if self.ways.current() == INVITE and self.invite is not None:
            self._start(partial(_by_invite, self.invite))
        elif self.ways.current() == CODE and self.code_button.isEnabled():
            self._start(partial(_by_code, self.address.text(), self.code.text()))

    def _start(self, enter: Callable[[VolunteerServices], None]) -> None:
        self.message.hide()
        self._set_busy(True)
        self.progress.start(self.tr("Joining and fetching the campaign …"))
        job = self._desk.jobs.on_network(
            _join,
            self._desk.services,
            enter,
            success=self._joined,
            failure=self._failed,
            changes=frozenset({"hub", "campaign"}),
            initiator=self,
        )
        job.progressed.connect(self.progress.set_progress)
        self.progress.stopped.connect(job.cancel)
        job.cancelled.connect(self._stopped)

    def _joined(self, joined: Joined) -> None:
        self._set_busy(False)
        self.invite = None
        self.link.clear()
        self.code.clear()
        name = joined.standing.campaign_name
        if joined.trouble is not None:
            words = self.tr("You have joined {campaign}, but its content has not come yet.").format(campaign=name)
            self.message.say(f"{words} {' '.join(fault_words(joined.trouble))}", Tone.WARNING)
        elif not joined.content:
            words = self.tr(
                "You have joined {campaign}. It has published nothing yet: what it does comes by itself."
            )
            self.message.say(words.format(campaign=name), Tone.INFO)
        else:
            self.message.say(self.tr("You are part of {campaign}.").format(campaign=name), Tone.SUCCESS)
        self._show_way("", quietly=True)
        self.ways.hide()
        self.joined.emit(joined)

    def _stopped(self) -> None:
        self._set_busy(False)
        self.message.say(self.tr("Stopped."), Tone.NEUTRAL)
        # It may have been too late: the hub knows this laptop then, and the content comes by itself.
        self._desk.jobs.on_vault(
            _standing, self._desk.services, success=self._look, changes=frozenset({"hub"}), initiator=self
        )

    def _look(self, joined: Joined) -> None:
        if joined.standing.joined:
            self._joined(joined)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, KnownError):
            self._desk.faults.show(error)
            return
        what, remedy = fault_words(error)
        # Whoever has not joined yet waits for nothing that is tried again by itself.
        name = entry_for(type(error))
        if name == "NetworkMissing":
            remedy = self.tr("Connect this laptop to a network, then try again.")
        elif name == "HubAnswersNot":
            remedy = self.tr("Check its address, and that this laptop is in the right network; then try again.")
        self.message.say(f"{what} {remedy}", Tone.DANGER)

    # Within

    def _make_invite_box(self) -> QWidget:
        box = QWidget()
        self.link = QLineEdit()
        self.link.setPlaceholderText(LINK + "…")
        self.link.setMaxLength(MAX_TEXT)
        self.link.setClearButtonEnabled(True)
        name = self.tr("Paste the invite link")
        self.link.setAccessibleName(name)
        label = Label(name)
        label.setBuddy(self.link)
        self.zone = DropZone(
            self.tr("Or drop the invite file here: an .f2finvite file that your organizer sent you"),
            self.tr("Choose a file…"),
            self.tr("Invites (*.f2finvite);;All files (*)"),
            icon=Icon.MAIL,
        )
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.5))
        column.addWidget(label)
        column.addWidget(self.link)
        column.addWidget(self.zone)
        self.link.textChanged.connect(self._link_typed)
        self.link.returnPressed.connect(self._read_link)
        self.zone.files_given.connect(self.read_files)
        return box

    def _make_code_box(self) -> QWidget:
        box = QWidget()
        self.address = QLineEdit()
        self.address.setPlaceholderText("192.0.2.7:8443")
        self.address.setMaxLength(200)
        self.code = QLineEdit()
        self.code.setMaxLength(16)
        self.code.setPlaceholderText("ABC 234")
        font = QFont(self.font())
        font.setFamilies(["monospace"])
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(self.font().pointSizeF() * 1.6)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 125.0)
        self.code.setFont(font)
        self._hint = Label(
            self.tr("Your organizer shows both: the hub's address, and a code of six letters and digits."),
            TextStyle.SMALL,
            muted=True,
        )
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.5))
        for words, field in ((self.tr("Address"), self.address), (self.tr("Join code"), self.code)):
            field.setAccessibleName(words)
            label = Label(words)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            field.textChanged.connect(self._judge_code)
            field.returnPressed.connect(self.join)
        self.code.textEdited.connect(self._in_capitals)
        column.addWidget(self._hint)
        column.addWidget(Label(self._promise, TextStyle.SMALL, muted=True))
        return box

    def _make_question(self) -> Card:
        card = Card(sunken=True)
        self._name = Label("", TextStyle.TITLE)
        self._about = Label("", muted=True)
        card.column.addWidget(self._name)
        card.column.addWidget(self._about)
        card.column.addWidget(Label(self._promise, TextStyle.SMALL, muted=True))
        return card

    def _place_buttons(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self.join_button)
        self._question.column.addLayout(buttons)
        typed = self._code_box.layout()
        assert isinstance(typed, QVBoxLayout)
        typed.addWidget(self.code_button, 0, Qt.AlignmentFlag.AlignRight)

    def _choose_way(self, way: str) -> None:
        self.invite = None
        self._show_way(way)

    def _show_way(self, way: str, *, quietly: bool = False) -> None:
        asked = way == INVITE and self.invite is not None
        self._invite_box.setVisible(way == INVITE and not asked)
        self._question.setVisible(asked)
        self._code_box.setVisible(way == CODE)
        self.code_button.setVisible(way == CODE)
        self.join_button.setVisible(asked)
        self.other_button.setVisible(asked)
        if self._by_file is not None:
            self._by_file.setVisible(way == FILE)
        if not quietly:
            self.message.hide()

    def _link_typed(self, text: str) -> None:
        # A link is pasted whole: it is read at once. Whatever is typed waits for Enter.
        if LINK in text and len(text) > len(LINK) + 40:
            self._read_link()

    def _read_link(self) -> None:
        if not self.link.text().strip():
            return
        try:
            invite = read_invite(self.link.text())
        except KnownError as error:
            self.invite = None
            self._show_way(INVITE)
            self._failed(error)
        else:
            self._ask(invite)

    def _ask(self, invite: Invite) -> None:
        self.invite = invite
        self._name.setText(invite.campaign_name)
        about = [self.tr("Hub: {address}").format(address=invite.address.url.partition("://")[2])]
        if invite.expires_at:
            about.append(self.tr("good until {moment}").format(moment=self._wording.moment(invite.expires_at)))
        self._about.setText(" · ".join(about))
        self._show_way(INVITE)
        if self.isVisible():
            self.join_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.found.emit()

    def _in_capitals(self, text: str) -> None:
        place = self.code.cursorPosition()
        if text != text.upper():
            self.code.setText(text.upper())
            self.code.setCursorPosition(place)

    def _judge_code(self) -> None:
        self.code_button.setEnabled(bool(self.address.text().strip()) and bool(tidy_code(self.code.text())))
        letters = "".join(self.code.text().split()).replace("-", "")
        wrong = len(letters) >= LENGTH and not tidy_code(self.code.text())
        self._hint.set_tone(Tone.WARNING if wrong else None, muted=not wrong)
        self._hint.setText(
            self.tr("A join code has six letters and digits; there is no O, I, 0 or 1 in it.")
            if wrong
            else self.tr("Your organizer shows both: the hub's address, and a code of six letters and digits.")
        )

    def _set_busy(self, busy: bool) -> None:
        buttons = (self.join_button, self.other_button, self.code_button)
        for widget in (self.ways, self._invite_box, self._code_box, self._question, *buttons):
            widget.setEnabled(not busy)
        if not busy:
            self._judge_code()
            self.progress.hide()
        self.busy_changed.emit(busy)


def _invite_in(path: Path) -> Invite:
    try:
        with path.open("rb") as file:
            text = file.read(MAX_TEXT).decode("utf-8", "replace")
    except OSError as error:
        raise InviteFileUnreadable from error
    return read_invite(text)


def _by_invite(invite: Invite, services: VolunteerServices) -> None:
    who = services.campaigns.volunteer()
    services.courier.join_by_invite(invite, who.name, who.email)


def _by_code(address: str, code: str, services: VolunteerServices) -> None:
    who = services.campaigns.volunteer()
    services.courier.join_by_code(address, code, who.name, who.email)


def _join(
    services: VolunteerServices, enter: Callable[[VolunteerServices], None], *, progress: Progress
) -> Joined:
    enter(services)
    trouble = next((each.trouble for each in services.courier.round(progress) if each.trouble is not None), None)
    return Joined(services.courier.standing(), services.campaigns.has_campaign(), trouble)


def _standing(services: VolunteerServices) -> Joined:
    return Joined(services.courier.standing(), services.campaigns.has_campaign())
