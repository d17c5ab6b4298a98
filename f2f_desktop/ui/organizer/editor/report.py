"""Report settings: which tags and fields volunteers fill in, and in which order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.campaign.checklist import MANY_QUESTIONS
from f2f_desktop.campaign.ids import FieldId, TagId
from f2f_desktop.campaign.questions import ReportSettings
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.editor.section import Section
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import IconButton, Label

KEY = Qt.ItemDataRole.UserRole + 1
MOST_ROWS = 7


class _List(QListWidget):
    dropped = Signal()

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.dropped.emit()

    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 2), MOST_ROWS)
        return QSize(em(self.font(), 14), rows * em(self.font(), 1.75) + em(self.font(), 0.9))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 8), self.sizeHint().height())


class OrderedChoice(QWidget):
    """Things to choose from, in an order: by check boxes, and by dragging or two buttons.

    Signals:
        changed(list[str]): the keys of what is chosen, in order.
    """

    changed = Signal(list)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _List()
        self.list.setAccessibleName(name)
        self.list.setProperty("role", "choice")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.up = IconButton(Icon.CHEVRON_UP, self.tr("Move up"))
        self.down = IconButton(Icon.CHEVRON_DOWN, self.tr("Move down"))
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.25))
        label = Label(name, muted=True)
        label.setBuddy(self.list)
        column.addWidget(label)
        column.addLayout(row)
        self.list.itemChanged.connect(lambda _item: self._say())
        self.list.dropped.connect(self._say)
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))

    def show_choice(self, names: Mapping[str, str], chosen: Sequence[str]) -> None:
        """Offers `names` by key: the chosen ones first, in their order."""
        order = [key for key in chosen if key in names] + [key for key in names if key not in chosen]
        with QSignalBlocker(self.list):
            self.list.clear()
            for key in order:
                item = QListWidgetItem(names[key])
                item.setData(KEY, key)
                item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
                item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
                self.list.addItem(item)
            if self.list.count():
                self.list.setCurrentRow(0)
        self.list.updateGeometry()

    def chosen(self) -> list[str]:
        """The keys of what is chosen, in order."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return [str(item.data(KEY)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def move_current(self, step: int) -> None:
        """Puts the current thing before or behind its neighbour."""
        at = self.list.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self.list.count():
            with QSignalBlocker(self.list):
                self.list.insertItem(to, self.list.takeItem(at))
                self.list.setCurrentRow(to)
            self._say()

    def _say(self) -> None:
        self.changed.emit(self.chosen())


class ReportSection(Section):
    """What is asked after a conversation."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(
            "report",
            self.tr("Report settings"),
            self.tr("What volunteers fill in after a conversation. Where nothing is chosen they see everything."),
            editing,
            parent,
        )
        self.fields = OrderedChoice(self.tr("Custom fields, in order"))
        self.tags = OrderedChoice(self.tr("Tags, in order"))
        self.none = Label(self.tr("There are no tags and fields yet; add them under Tags and fields."), muted=True)
        self.hint = Label("", tone=Tone.WARNING)
        row = QHBoxLayout()
        row.addWidget(self.fields, 1)
        row.addWidget(self.tags, 1)
        self.column.addWidget(self.none)
        self.column.addLayout(row)
        self.column.addWidget(self.hint)
        self.fields.changed.connect(lambda _keys: self._keep())
        self.tags.changed.connect(lambda _keys: self._keep())
        self.show_questions()

    def show_questions(self) -> None:
        """Offers every tag and field that there is."""
        content, report = self.editing.content, self.editing.action.report
        self.fields.show_choice({each.id: each.name for each in content.fields if each.reportable}, report.fields)
        self.tags.show_choice({each.id: each.name for each in content.tags if each.reportable}, report.tags)
        self.fields.setVisible(bool(content.fields))
        self.tags.setVisible(bool(content.tags))
        self.none.setVisible(not content.fields and not content.tags)
        self._hint()

    def _keep(self) -> None:
        tags = tuple(TagId(key) for key in self.tags.chosen())
        fields = tuple(FieldId(key) for key in self.fields.chosen())
        self.editing.change(report=ReportSettings(tags, fields))
        self._hint()

    def _hint(self) -> None:
        report = self.editing.action.report
        asked = len(report.tags) + len(report.fields)
        self.hint.setVisible(asked > MANY_QUESTIONS)
        words = self.tr("{count} are many to fill in after a conversation; up to {most} are done in seconds.")
        self.hint.setText(words.format(count=asked, most=MANY_QUESTIONS))
