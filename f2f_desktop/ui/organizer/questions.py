"""The place "Tags and fields": what reports can hold, in which order."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.questions import CustomField, Tag
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.place import PlaceWidget
from f2f_desktop.ui.organizer.unpublished import UnpublishedBanner
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Card, IconButton, Label, TextStyle, Toast

QUESTIONS = frozenset({"questions"})


class _Choices(QPlainTextEdit):
    """One answer a line; Tab leaves it.

    Signals:
        left(): the keyboard went elsewhere.
    """

    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), 12), em(self.font(), 4.6))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 6), em(self.font(), 4.6))

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()


class QuestionRow(QWidget):
    """A tag or a field under edit.

    Signals:
        edited(thing): it is another now.
    """

    edited = Signal(object)

    def __init__(self, thing: Tag | CustomField) -> None:
        super().__init__()
        self.thing = thing
        self.name = QLineEdit(thing.name)
        self.name.setAccessibleName(self.tr("Name"))
        self.reportable = QCheckBox(self.tr("In reports"))
        self.reportable.setToolTip(self.tr("Whether volunteers can fill it in"))
        self.reportable.setAccessibleDescription(thing.name)
        self.reportable.setChecked(thing.reportable)
        self.up = IconButton(Icon.CHEVRON_UP, self.tr("Move {name} up").format(name=thing.name))
        self.down = IconButton(Icon.CHEVRON_DOWN, self.tr("Move {name} down").format(name=thing.name))
        self.remove = IconButton(Icon.TRASH, self.tr("Remove {name}").format(name=thing.name))
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        for widget in (self.reportable, self.up, self.down, self.remove):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.3))
        column.addLayout(row)
        self.choices: _Choices | None = None
        if isinstance(thing, CustomField):
            self.choices = _Choices("\n".join(thing.choices))
            self.choices.setAccessibleName(self.tr("Answers of {name}").format(name=thing.name))
            self.choices.setPlaceholderText(self.tr("One answer a line. Empty: volunteers write a text."))
            column.addWidget(self.choices)
            self.choices.left.connect(self._keep)
        self.name.editingFinished.connect(self._keep)
        self.reportable.clicked.connect(lambda _on: self._keep())

    def flush(self) -> None:
        """Keeps what was typed."""
        self._keep()

    def _keep(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setText(self.thing.name)
            return
        values: dict[str, object] = {"name": name, "reportable": self.reportable.isChecked()}
        if self.choices is not None:
            lines = [line.strip() for line in self.choices.toPlainText().splitlines()]
            values["choices"] = tuple(dict.fromkeys(filter(None, lines)))
        changed = msgspec.structs.replace(self.thing, **values)
        if changed != self.thing:
            self.thing = changed
            self.edited.emit(changed)


class QuestionsCard(Card):
    """All tags, or all fields, in order.

    Signals:
        added(str): a new one of this name is wanted.
        edited(thing): one was changed.
        ordered(list): all of them, in a new order.
        removed(thing): one is to go.
    """

    added = Signal(str)
    edited = Signal(object)
    ordered = Signal(list)
    removed = Signal(object)

    def __init__(self, title: str, hint: str, placeholder: str, button: str) -> None:
        super().__init__()
        self.rows: list[QuestionRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(em(self.font(), 0.7))
        self.fresh = QLineEdit()
        self.fresh.setPlaceholderText(placeholder)
        self.fresh.setAccessibleName(placeholder)
        self.add = Button(button)
        bottom = QHBoxLayout()
        bottom.addWidget(self.fresh, 1)
        bottom.addWidget(self.add)
        self.column.addWidget(Label(title, TextStyle.HEADING))
        self.column.addWidget(Label(hint, muted=True))
        self.column.addLayout(self._rows)
        self.column.addLayout(bottom)
        self.column.addStretch(1)
        self.add.clicked.connect(self._add)
        self.fresh.returnPressed.connect(self._add)

    def show_things(self, things: tuple[Tag, ...] | tuple[CustomField, ...]) -> None:
        """Shows these, unless they are what is shown."""
        if [row.thing for row in self.rows] == list(things):
            return
        for row in self.rows:
            row.blockSignals(True)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [QuestionRow(thing) for thing in things]
        for at, row in enumerate(self.rows):
            self._rows.addWidget(row)
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at < len(self.rows) - 1)
            row.edited.connect(self.edited)
            row.up.clicked.connect(lambda _=False, at=at: self._move(at, at - 1))
            row.down.clicked.connect(lambda _=False, at=at: self._move(at, at + 1))
            row.remove.clicked.connect(lambda _=False, row=row: self.removed.emit(row.thing))

    def flush(self) -> None:
        """Keeps what was typed."""
        for row in self.rows:
            row.flush()

    def _add(self) -> None:
        name = self.fresh.text().strip()
        if name:
            self.fresh.clear()
            self.added.emit(name)

    def _move(self, at: int, to: int) -> None:
        things = [row.thing for row in self.rows]
        things.insert(to, things.pop(at))
        self.ordered.emit(things)


class QuestionsPlace(PlaceWidget):
    """Tags beside custom fields."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undo: Callable[[], None] | None = None
        self.unpublished = UnpublishedBanner(desk)
        self.tags = QuestionsCard(
            self.tr("Tags"),
            self.tr("Yes or no: volunteers put them on a contact."),
            self.tr("Name of a new tag"),
            self.tr("Add tag"),
        )
        self.fields = QuestionsCard(
            self.tr("Custom fields"),
            self.tr("Questions with one of several answers, or with a text."),
            self.tr("Name of a new field"),
            self.tr("Add field"),
        )
        self.toast = Toast(self)
        sheet = Sheet(64.0)
        sheet.column.addWidget(self.fields)
        sheet.column.addWidget(self.tags)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(Label(self.tr("Tags and fields"), TextStyle.TITLE))
        column.addWidget(self.unpublished)
        column.addWidget(sheet, 1)
        authoring = desk.services.authoring
        self.tags.added.connect(lambda name: self._do(authoring.new_tag, name))
        self.tags.edited.connect(lambda tag: self._do(authoring.save_tag, tag))
        self.tags.ordered.connect(lambda tags: self._do(authoring.save_tags, tags))
        self.tags.removed.connect(self._remove_tag)
        self.fields.added.connect(lambda name: self._do(authoring.new_field, name))
        self.fields.edited.connect(lambda field: self._do(authoring.save_field, field))
        self.fields.ordered.connect(lambda fields: self._do(authoring.save_fields, fields))
        self.fields.removed.connect(self._remove_field)
        self.toast.undone.connect(self._undo_removal)

    def refresh(self) -> None:
        self._desk.jobs.on_vault(self._desk.services.authoring.draft, success=self._show, initiator=self)
        self.unpublished.refresh()

    def follow(self, what: frozenset[str]) -> None:
        if what & {"questions", "actions"} and self.isVisible():
            self.refresh()

    def flush(self) -> None:
        self.tags.flush()
        self.fields.flush()

    def _show(self, content: CampaignContent) -> None:
        self.tags.show_things(content.tags)
        self.fields.show_things(content.fields)

    def _do(self, function: Callable[..., object], *arguments: object) -> None:
        self._desk.jobs.on_vault(
            function, *arguments, success=lambda _: self.refresh(), changes=QUESTIONS, initiator=self
        )

    def _remove_tag(self, tag: Tag) -> None:
        authoring = self._desk.services.authoring
        self._removed(tag.name, lambda: self._do(authoring.save_tag, tag))
        self._do(authoring.remove_tag, tag.id)

    def _remove_field(self, field: CustomField) -> None:
        authoring = self._desk.services.authoring
        self._removed(field.name, lambda: self._do(authoring.save_field, field))
        self._do(authoring.remove_field, field.id)

    def _undo_removal(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def _removed(self, name: str, undo: Callable[[], None]) -> None:
        self._undo = undo
        words = self.tr("“{name}” goes with the next publication; what was reported stays.")
        self.toast.show_message(words.format(name=name), undoable=True)
