"""The report: questions, tags and a note, filled in within seconds, and correctable later."""

import msgspec
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.ids import FieldId, TagId
from f2f_desktop.campaign.questions import CustomField
from f2f_desktop.events.facts import Answers
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.work.chip_keys import ChipKeys
from f2f_desktop.ui.volunteer.work.keys import WorkKey, shown
from f2f_desktop.ui.widgets import Card, ChipFlow, KeyHint, Label, TextStyle
from f2f_desktop.volunteer.reports import ReportForm

NOTE_LINES = 2.9


class _Note(QPlainTextEdit):
    """Two lines that Tab leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), 12), em(self.font(), NOTE_LINES))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 6), em(self.font(), NOTE_LINES))


class _Question(QWidget):
    """A custom field: one of several answers as chips, or a line of text."""

    changed = Signal()

    def __init__(self, field: CustomField, *, first: bool) -> None:
        super().__init__()
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.35))
        column.addLayout(_titled(field.name, WorkKey.FIELDS if first else None, self))
        self._line: QLineEdit | None = None
        self._chips: ChipFlow | None = None
        self._keys: ChipKeys | None = None
        if field.choices:
            self._chips = ChipFlow(field.name, exclusive=True)
            # An answer may be called anything: its place is its key.
            self._chips.set_chips({str(place): choice for place, choice in enumerate(field.choices)})
            self._keys = ChipKeys(self._chips)
            self._keys.watch([self._chips.chip(str(place)) for place in range(len(field.choices))])
            self._chips.chosen_changed.connect(lambda _chosen: self.changed.emit())
            column.addWidget(self._chips)
        else:
            self._line = QLineEdit()
            self._line.setAccessibleName(field.name)
            self._line.textEdited.connect(lambda _text: self.changed.emit())
            column.addWidget(self._line)

    def value(self) -> str:
        """The answer; empty if there is none."""
        if self._line is not None:
            return self._line.text().strip()
        chosen = self._chips.chosen() if self._chips else frozenset()
        return next((self.field.choices[int(place)] for place in chosen), "")

    def set_value(self, value: str) -> None:
        """Shows an answer. One that the campaign no longer offers is kept by the card."""
        if self._line is not None:
            self._line.setText(value)
        elif self._chips is not None:
            places = [str(place) for place, choice in enumerate(self.field.choices) if choice == value]
            self._chips.set_chosen(places)

    def has_focus(self) -> bool:
        """Whether the keyboard is here."""
        return bool(self._line and self._line.hasFocus()) or bool(self._keys and self._keys.has_focus())

    def focus(self) -> None:
        """Takes the keyboard."""
        if self._line is not None:
            self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._keys is not None:
            self._keys.focus()


class ReportCard(Card):
    """The form of one conversation's report.

    Signals:
        edited(): something was filled in or changed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = ReportForm((), ())
        self._shown = Answers()
        self._questions: list[_Question] = []
        self._question_box = QVBoxLayout()
        self._question_box.setSpacing(em(self.font(), 0.6))
        self.tags = ChipFlow(self.tr("Tags"))
        self._tag_keys = ChipKeys(self.tags)
        self._tags_box = QWidget()
        tags = QVBoxLayout(self._tags_box)
        tags.setContentsMargins(0, 0, 0, 0)
        tags.setSpacing(em(self.font(), 0.35))
        tags.addLayout(_titled(self.tr("Tags"), WorkKey.TAGS, self))
        tags.addWidget(self.tags)
        self.note = _Note()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Add a note (only you and the campaign can read it)"))
        self._note_title = _titled(self.tr("Note"), WorkKey.NOTE, self)
        self.column.addLayout(self._question_box)
        self.column.addWidget(self._tags_box)
        self.column.addLayout(self._note_title)
        self.column.addWidget(self.note)
        self.tags.chosen_changed.connect(lambda _chosen: self.edited.emit())
        self.note.textChanged.connect(self.edited)

    def show_form(self, form: ReportForm) -> None:
        """Builds the form that the action asks for."""
        if form == self._form:
            return
        self._form = form
        for question in self._questions:
            question.hide()
            question.setParent(None)
            question.deleteLater()
        self._questions = [_Question(each, first=not place) for place, each in enumerate(form.fields)]
        for question in self._questions:
            self._question_box.addWidget(question)
            question.changed.connect(self.edited)
        self.tags.set_chips({tag.id: tag.name for tag in form.tags})
        self._tag_keys.watch([self.tags.chip(tag.id) for tag in form.tags])
        self._tags_box.setVisible(bool(form.tags))

    def show_answers(self, answers: Answers) -> None:
        """Fills the form in, without a signal."""
        self._shown = answers
        self.tags.set_chosen(answers.tags)
        for question in self._questions:
            question.set_value(answers.fields.get(question.field.id, ""))
        with QSignalBlocker(self.note):
            self.note.setPlainText(answers.note)

    def answers(self) -> Answers:
        """What the form says now; tags and fields that it does not ask for stay as they were."""
        chosen = self.tags.chosen()
        asked = {tag.id for tag in self._form.tags}
        tags = tuple(tag for tag in self._shown.tags if tag not in asked or tag in chosen)
        tags += tuple(tag.id for tag in self._form.tags if tag.id in chosen and tag.id not in tags)
        fields: dict[FieldId, str] = dict(self._shown.fields)
        for question in self._questions:
            value = question.value()
            if value:
                fields[question.field.id] = value
            elif question.field.id in fields and self._offers(question, fields[question.field.id]):
                del fields[question.field.id]
        return msgspec.structs.replace(self._shown, tags=tags, fields=fields, note=self.note.toPlainText())

    def tag_chosen(self, tag: TagId) -> bool:
        """Whether a tag is set in the form."""
        return tag in self.tags.chosen()

    def set_usable(self, usable: bool) -> None:
        """Whether there is a conversation to report on."""
        for widget in (self.note, self.tags, *self._questions):
            widget.setEnabled(usable)

    def focus_tags(self) -> None:
        """Gives the keyboard to the tags."""
        self._tag_keys.focus()

    def focus_questions(self) -> None:
        """Gives the keyboard to the first question, or to the one after that which has it."""
        if self._questions:
            here = next((n for n, question in enumerate(self._questions) if question.has_focus()), -1)
            self._questions[(here + 1) % len(self._questions)].focus()

    def focus_note(self) -> None:
        """Gives the keyboard to the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offers(self, question: _Question, value: str) -> bool:
        return not question.field.choices or value in question.field.choices


def _titled(title: str, key: WorkKey | None, parent: QWidget) -> QHBoxLayout:
    """A heading with the cap of the key that leads there."""
    row = QHBoxLayout()
    row.setSpacing(em(parent.font(), 0.4))
    row.addWidget(Label(title, TextStyle.HEADING))
    if key is not None:
        row.addWidget(KeyHint(shown(key)), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return row
