"""Response scripts: what volunteers may answer, in order, and what an answer records by itself."""

import secrets
from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import FieldId, ScriptId
from f2f_desktop.campaign.questions import CustomField
from f2f_desktop.campaign.scripts import FieldAnswer, ResponseScript
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.editor.script_field import ScriptField
from f2f_desktop.ui.organizer.editor.section import Section
from f2f_desktop.ui.organizer.wording import Wording
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Card, ChipFlow, IconButton, Label, QuietButton


class ResponseCard(Card):
    """One response script under edit.

    Attributes:
        up, down, remove: buttons that the section wires.
    """

    def __init__(self, response: ResponseScript, editing: Editing, put: Callable[[ResponseScript], None]) -> None:
        super().__init__(padding=0.8)
        self.response = response
        self._editing, self._put = editing, put
        self._wording = Wording(self)
        self.label = QLineEdit(response.label)
        self.label.setPlaceholderText(self.tr("What the friend said, such as: Said yes"))
        self.label.setAccessibleName(self.tr("What the friend said"))
        self.up = IconButton(Icon.CHEVRON_UP, self.tr("Move up"))
        self.down = IconButton(Icon.CHEVRON_DOWN, self.tr("Move down"))
        self.remove = IconButton(Icon.TRASH, self.tr("Remove this response script"))
        top = QHBoxLayout()
        top.addWidget(self.label, 1)
        for button in (self.up, self.down, self.remove):
            top.addWidget(button)
        self.text = ScriptField(self.tr("Answer"), response.text, editing, counts_messages=True)
        self.channels = ChipFlow(self.tr("Channels"))
        self.channels.set_chips({str(each): self._wording.channel(each) for each in Channel})
        self.channels.set_chosen(str(each) for each in response.channels)
        self.advanced = QuietButton(self.tr("Advanced options"), Icon.CHEVRON_DOWN)
        self.advanced.setCheckable(True)
        self._say_which()
        self.column.addLayout(top)
        self.column.addWidget(self.text)
        self.column.addWidget(self.channels)
        self.column.addWidget(self.advanced, 0, Qt.AlignmentFlag.AlignLeft)
        self._more = QWidget()
        self._build_advanced()
        self.column.addWidget(self._more)
        opened = bool(response.apply_tags or response.set_fields)
        self.advanced.setChecked(opened)
        self._more.setVisible(opened)
        self.advanced.toggled.connect(self._more.setVisible)
        self.label.textEdited.connect(lambda text: self._change(label=text))
        self.text.edited.connect(lambda text: self._change(text=text))
        self.channels.chosen_changed.connect(
            lambda keys: self._change(channels=tuple(each for each in Channel if str(each) in keys))
        )

    def _build_advanced(self) -> None:
        content = self._editing.content
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.4))
        column.addWidget(Label(self.tr("When this answer is sent, apply these tags:"), muted=True))
        self.tags = ChipFlow(self.tr("Tags to apply"))
        self.tags.set_chips({tag.id: tag.name for tag in content.tags})
        self.tags.set_chosen(self.response.apply_tags)
        self.tags.chosen_changed.connect(
            lambda keys: self._change(apply_tags=tuple(tag.id for tag in content.tags if tag.id in keys))
        )
        if content.tags:
            column.addWidget(self.tags)
        else:
            column.addWidget(Label(self.tr("There are no tags yet; add them under Tags and fields."), muted=True))
            self.tags.setParent(self._more)
            self.tags.hide()
        if content.fields:
            column.addWidget(Label(self.tr("… and set these custom fields:"), muted=True))
        self.fields: dict[FieldId, QComboBox] = {}
        answers = {each.field: each.value for each in self.response.set_fields}
        for field in content.fields:
            row = QHBoxLayout()
            self.fields[field.id] = self._choice(field, answers.get(field.id, ""))
            label = Label(field.name, wraps=False)
            label.setBuddy(self.fields[field.id])
            row.addWidget(label, 1)
            row.addWidget(self.fields[field.id], 2)
            column.addLayout(row)

    def _choice(self, field: CustomField, value: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(field.name)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.addItem(self.tr("(leave as it is)"), "")
        choice.setEditable(not field.choices)
        for each in field.choices:
            choice.addItem(each, each)
        if value and choice.findData(value) < 0:
            choice.addItem(value, value)
        choice.setCurrentIndex(max(0, choice.findData(value)))
        choice.activated.connect(lambda _at: self._set_fields())
        line = choice.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._set_fields)
        return choice

    def _set_fields(self) -> None:
        answers = []
        for field, choice in self.fields.items():
            typed = choice.currentText().strip()
            known = choice.findText(typed)
            value = str(choice.itemData(known)) if known >= 0 else typed
            if value:
                answers.append(FieldAnswer(field, value))
        self._change(set_fields=tuple(answers))

    def _say_which(self) -> None:
        # Every card has the same buttons: a screen reader is told whose they are.
        for button in (self.up, self.down, self.remove, self.advanced):
            button.setAccessibleDescription(self.response.label)

    def _change(self, **values: object) -> None:
        self.response = msgspec.structs.replace(self.response, **values)
        self._say_which()
        self._put(self.response)


class ResponsesSection(Section):
    """The response scripts in the order in which volunteers see them."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(
            "responses",
            self.tr("Response scripts"),
            self.tr("After a friend has answered, volunteers choose what was said and get words to reply with."),
            editing,
            parent,
        )
        self.cards: list[ResponseCard] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(em(self.font(), 0.6))
        self.add = Button(self.tr("Add a response script"))
        self.column.addLayout(self._cards)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self.add_response)
        self.show_responses()

    def show_responses(self) -> None:
        """Builds a card for each response script."""
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        responses = self.editing.action.responses
        self.cards = [ResponseCard(each, self.editing, self._put) for each in responses]
        for at, card in enumerate(self.cards):
            self._cards.addWidget(card)
            card.up.setEnabled(at > 0)
            card.down.setEnabled(at < len(self.cards) - 1)
            card.up.clicked.connect(lambda _=False, at=at: self.move_response(at, at - 1))
            card.down.clicked.connect(lambda _=False, at=at: self.move_response(at, at + 1))
            card.remove.clicked.connect(lambda _=False, at=at: self.remove_response(at))

    def add_response(self) -> None:
        """A new one, last."""
        fresh = ResponseScript(ScriptId(secrets.token_hex(6)), "", "")
        self.editing.change(responses=(*self.editing.action.responses, fresh))
        self.show_responses()
        self.cards[-1].label.setFocus()

    def move_response(self, at: int, to: int) -> None:
        """Puts one in another place."""
        responses = list(self.editing.action.responses)
        if 0 <= to < len(responses):
            responses.insert(to, responses.pop(at))
            self.editing.change(responses=tuple(responses))
            self.show_responses()
            moved = self.cards[to]
            (
                moved.up if (moved.up.isEnabled() and to < at) or not moved.down.isEnabled() else moved.down
            ).setFocus()

    def remove_response(self, at: int) -> None:
        """Takes one away."""
        responses = list(self.editing.action.responses)
        del responses[at]
        self.editing.change(responses=tuple(responses))
        self.show_responses()
        self.add.setFocus()

    def _put(self, response: ResponseScript) -> None:
        self.editing.change(
            responses=tuple(response if each.id == response.id else each for each in self.editing.action.responses)
        )
