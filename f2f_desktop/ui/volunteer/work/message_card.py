"""What to say, and handing it over: the personalised script, the code, the buttons, and the answers."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import Image
from f2f_desktop.campaign.ids import FieldId, ScriptId, TagId
from f2f_desktop.campaign.scripts import ResponseScript
from f2f_desktop.events.facts import MessageKind
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.volunteer.work.chip_keys import ChipKeys
from f2f_desktop.ui.volunteer.work.code_panel import CodePanel
from f2f_desktop.ui.volunteer.work.image_note import ImageNote
from f2f_desktop.ui.volunteer.work.key_caps import with_key
from f2f_desktop.ui.volunteer.work.keys import WorkKey
from f2f_desktop.ui.widgets import (
    Banner,
    Button,
    ChipFlow,
    FlowBox,
    Label,
    PrimaryButton,
    QuietButton,
    ScriptEditor,
    TextStyle,
)
from f2f_desktop.volunteer.conversation import Conversation, Message, response_message
from f2f_desktop.volunteer.reachable import Point

MOST_DIGITS = 9


class ReportNames(NamedTuple):
    """The names of tags and fields, for saying what an answer marks by itself."""

    tags: Mapping[TagId, str]
    fields: Mapping[FieldId, str]


class MessageCard(QWidget):
    """The message of one conversation.

    Signals:
        edited(): text or subject were changed, or another message or point was chosen.
        copy_pressed(), open_pressed(), save_image_pressed(): ways to hand it over.
        sent_pressed(), not_sent_pressed(): what came of it.
        large_pressed(): the code is to be shown large.
    """

    edited = Signal()
    copy_pressed = Signal()
    open_pressed = Signal()
    sent_pressed = Signal()
    not_sent_pressed = Signal()
    large_pressed = Signal()
    save_image_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._conversation: Conversation | None = None
        self._message: Message | None = None
        self._image: Image | None = None
        self._names = ReportNames({}, {})
        self._closed = False
        self._labels: dict[str, str] = {}
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.heading = Label("", TextStyle.HEADING)
        self.back = with_key(QuietButton(self.tr("First message")), WorkKey.FIRST_MESSAGE)
        self.to = Label("", muted=True, wraps=False)
        self.points = QComboBox()
        self.points.setAccessibleName(self.tr("Which number, address or account"))
        self.points.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.points.setMinimumContentsLength(18)
        self.subject_row = QWidget()
        self.subject = QLineEdit()
        self.subject.setAccessibleName(self.tr("Subject"))
        self.missing = Banner(tone=Tone.WARNING, closable=False)
        self.missing.hide()
        self.editor = ScriptEditor(self.tr("Message"))
        self.image = ImageNote()
        self.outcome = Label("", muted=True)
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.open = with_key(Button(self.tr("Open")), WorkKey.LAUNCH)
        self.copy = with_key(Button(self.tr("Copy text")), WorkKey.COPY)
        self.sent = with_key(PrimaryButton(self.tr("Sent")), WorkKey.SENT)
        self.not_sent = with_key(Button(self.tr("Not sent")), WorkKey.NOT_SENT)
        self.code = CodePanel()
        self.question = Label("", TextStyle.HEADING)
        self.responses = ChipFlow(self.tr("What they said"), exclusive=True)
        self.response_keys = ChipKeys(self.responses)
        self.marks = Label("", TextStyle.SMALL, muted=True)
        self.open.hide()

    def _lay_out(self) -> None:
        gap = em(self.font(), 0.5)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.back)
        top.addWidget(self.to, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.points)
        subject = QHBoxLayout(self.subject_row)
        subject.setContentsMargins(0, 0, 0, 0)
        subject.addWidget(Label(self.tr("Subject"), muted=True, wraps=False))
        subject.addWidget(self.subject, 1)
        outcome = QWidget()
        row = QHBoxLayout(outcome)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        for part in (self.outcome, self.sent, self.not_sent):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons = FlowBox()
        buttons.add(self.open, self.copy, outcome)
        left = QVBoxLayout()
        left.setSpacing(gap)
        for widget in (self.subject_row, self.missing, self.editor, self.image, buttons):
            left.addWidget(widget, 1 if widget is self.editor else 0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(em(self.font(), 1.0))
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(top)
        column.addLayout(self._sides)
        column.addWidget(self.question)
        column.addWidget(self.responses)
        column.addWidget(self.marks)

    def _connect(self) -> None:
        self.editor.edited.connect(lambda _text: self.edited.emit())
        self.subject.textEdited.connect(lambda _text: self.edited.emit())
        self.points.activated.connect(lambda _index: self.edited.emit())
        self.copy.clicked.connect(self.copy_pressed)
        self.open.clicked.connect(self.open_pressed)
        self.sent.clicked.connect(self.sent_pressed)
        self.not_sent.clicked.connect(self.not_sent_pressed)
        self.back.clicked.connect(self.choose_first)
        self.code.large_pressed.connect(self.large_pressed)
        self.image.save.clicked.connect(self.save_image_pressed)
        self.responses.pressed.connect(self._response_pressed)

    def set_narrow(self, narrow: bool) -> None:
        """Puts the code below the message, or beside it."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)

    def show_conversation(self, conversation: Conversation, names: ReportNames, image: Image | None) -> None:
        """Shows another conversation, or another channel of it."""
        self._conversation, self._names, self._image = conversation, names, image
        self._show_points(conversation)
        first = conversation.first_name or conversation.name
        self.question.setText(self.tr("What did {name} say?").format(name=first))
        self.question.setVisible(bool(conversation.responses))
        self.responses.setVisible(bool(conversation.responses))
        self._show_responses({str(each.id): each.label for each in conversation.responses})
        self._word_buttons(conversation.channel)
        self.show_message(conversation.message)
        self.set_closed(conversation.opted_out)

    def update_conversation(self, conversation: Conversation) -> None:
        """Takes a newer reading of the same conversation without touching what is being written."""
        self._conversation = conversation
        self.set_closed(conversation.opted_out)

    def show_message(self, message: Message) -> None:
        """Puts a message into the editor."""
        self._message = message
        self.editor.set_counts_messages(self._channel() is Channel.TEXT)
        self.editor.set_text(message.text)
        self.subject.setText(message.subject)
        self.subject_row.setVisible(self._channel() is Channel.EMAIL and message.kind is MessageKind.INITIAL)
        self._show_missing(message)
        self.image.show_image(self._image, goes_along=message.with_image)
        answering = message.kind is MessageKind.RESPONSE
        self.responses.set_chosen([message.script] if answering else [])
        self.back.setVisible(answering)
        self.heading.setText(self._heading(message))
        self._show_marks(self._response(message.script) if answering else None)

    def message(self) -> Message | None:
        """The message as it stands in the editor."""
        if self._message is None:
            return None
        return msgspec.structs.replace(self._message, text=self.editor.text(), subject=self.subject.text())

    def point(self) -> Point | None:
        """The number, address or account that is chosen."""
        points = self._conversation.points if self._conversation else ()
        place = max(0, self.points.currentIndex())
        return points[place] if place < len(points) else None

    def next_point(self) -> None:
        """Goes on to the next number, address or account."""
        if self.points.count() > 1:
            self.points.setCurrentIndex((self.points.currentIndex() + 1) % self.points.count())
            self.edited.emit()

    def focus_editor(self) -> None:
        """Gives the keyboard to the text."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_response(self, number: int) -> None:
        """Chooses the answer with this number, from 1."""
        responses = self._conversation.responses if self._conversation else ()
        if not self._closed and 1 <= number <= len(responses):
            self._choose(responses[number - 1])

    def choose_first(self) -> None:
        """Goes back to the first message."""
        if self._conversation is not None:
            self.show_message(self._conversation.initial)
            self.edited.emit()

    def show_opener(self, words: str) -> None:
        """Offers to open the message in an app on this computer; empty words offer nothing."""
        self.open.setText(words)
        self.open.setVisible(bool(words))

    def set_closed(self, closed: bool) -> None:
        """Closes every way to hand the message over, at once; or opens them again."""
        self._closed = closed
        self._set_usable(not closed and self._conversation is not None)
        self.not_sent.setEnabled(not closed)
        if closed:
            self.code.show_codes((), self._channel())

    def _set_usable(self, usable: bool) -> None:
        for widget in (self.open, self.copy, self.sent, self.image, self.points, self.responses, self.code):
            widget.setEnabled(usable)
        self.editor.setEnabled(usable)
        self.subject.setEnabled(usable)

    def blank(self) -> None:
        """Shows nothing of the contact before, while another conversation is being read, and keeps its place."""
        self._conversation = self._message = None
        self.editor.set_text("")
        self.subject.clear()
        self.points.clear()
        self.to.setText("")
        self.missing.hide()
        self.responses.set_chosen([])
        self.code.blank()
        self._set_usable(False)
        # It leads on to the next contact, also while this one is being read.
        self.not_sent.setEnabled(True)

    def _channel(self) -> Channel:
        return self._conversation.channel if self._conversation else Channel.TEXT

    def _heading(self, message: Message) -> str:
        if message.kind is MessageKind.RESPONSE:
            response = self._response(message.script)
            return self.tr("Your answer: {label}").format(label=response.label if response else "")
        if self._channel() is Channel.CALL:
            return self.tr("What to say")
        return self.tr("First message")

    def _word_buttons(self, channel: Channel) -> None:
        sent = {Channel.CALL: self.tr("Talked"), Channel.SOCIAL: self.tr("Sent")}.get(channel, self.tr("Sent"))
        not_sent = self.tr("No answer") if channel is Channel.CALL else self.tr("Not sent")
        copy = self.tr("Copy number") if channel is Channel.CALL else self.tr("Copy text")
        self.outcome.setText(self.tr("Did you talk?") if channel is Channel.CALL else self.tr("Did it go out?"))
        self.sent.setText(sent)
        self.not_sent.setText(not_sent)
        self.copy.setText(copy)

    def _show_points(self, conversation: Conversation) -> None:
        texts = [self._wording.point(point) for point in conversation.points]
        with QSignalBlocker(self.points):
            self.points.clear()
            self.points.addItems(texts)
        self.points.setVisible(len(texts) > 1)
        self.to.setVisible(len(texts) <= 1)
        self.to.setText(texts[0] if texts else "")

    def _show_responses(self, labels: dict[str, str]) -> None:
        if labels == self._labels:
            return
        self._labels = labels
        digits = {script: str(number) for number, script in enumerate([*labels][:MOST_DIGITS], 1)}
        self.responses.set_chips(labels, keys=digits)
        self.response_keys.watch([self.responses.chip(script) for script in labels])

    def _show_missing(self, message: Message) -> None:
        """Warns of gaps, also in an edited text: whether it closed them only a reader can tell."""
        if not message.missing:
            self.missing.hide()
            return
        names = ", ".join(name.replace("_", " ") for name in message.missing)
        words = self.tr("Nothing is known for “{names}”, so it was left out. Read the message before you send it.")
        self.missing.say(words.format(names=names), Tone.WARNING)

    def _response(self, script: ScriptId) -> ResponseScript | None:
        responses = self._conversation.responses if self._conversation else ()
        return next((each for each in responses if each.id == script), None)

    def _response_pressed(self, key: str) -> None:
        response = self._response(ScriptId(key))
        if response is None:
            return
        if self._message is not None and self._message.script == response.id:
            self.choose_first()
        else:
            self._choose(response)

    def _choose(self, response: ResponseScript) -> None:
        missing = self._conversation.missing.get(response.id, ()) if self._conversation else ()
        self.show_message(response_message(response, missing))
        self.edited.emit()

    def _show_marks(self, response: ResponseScript | None) -> None:
        marks = []
        if response is not None:
            marks = [self._names.tags.get(tag, "") for tag in response.apply_tags]
            marks += [f"{self._names.fields.get(each.field, '')} {each.value}" for each in response.set_fields]
        self.marks.setVisible(bool(marks))
        self.marks.setText(self.tr("Sent also records: {marks}").format(marks=" · ".join(filter(None, marks))))
