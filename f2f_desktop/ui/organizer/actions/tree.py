"""The tree of actions in their folders."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from f2f_desktop.campaign.formatting import plain_text
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.organizer.authoring import ActionRow
from f2f_desktop.protocol.results import ActionFigures
from f2f_desktop.ui.icons import Icon, themed_icon
from f2f_desktop.ui.organizer.wording import Wording
from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets.painting import paint_pill, pill_size

TITLE, STATUS, ENGAGEMENT = range(3)
NARROW = 38
"""Width in line heights below which the titles are not squeezed any further."""
ROW = Qt.ItemDataRole.UserRole + 1
FOLDER = Qt.ItemDataRole.UserRole + 2
TONE = Qt.ItemDataRole.UserRole + 3


class _Status(QStyledItemDelegate):
    """A status as a pill."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tone = index.data(TONE)
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        text, bare.text = bare.text, ""
        widget: QWidget | None = getattr(option, "widget", None)
        if widget is not None:
            widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, widget)
        if tone is not None and text:
            rect = bare.rect
            _, height = pill_size(text, bare.font)
            top = rect.center().y() - height / 2
            painter.save()
            paint_pill(
                painter,
                QPointF(rect.left() + em(bare.font, 0.25), top),
                text,
                current_theme().tone(tone),
                bare.font,
            )
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width, height = pill_size(str(index.data() or ""), option.font)
        return QSize(int(width) + em(option.font, 0.8), max(int(height), em(option.font, 1.9)))


class ActionTree(QTreeWidget):
    """Actions by folder, with status and engagement. An action can be dragged into a folder.

    Signals:
        opened(str): the action with this id is to be opened.
        moved(str, str): an action, and the folder it was dropped into.
        chosen_changed(): another row is current.
    """

    opened = Signal(str)
    moved = Signal(str, str)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._rows: list[ActionRow] = []
        self._figures: Mapping[ActionId, ActionFigures] = {}
        self._search = ""
        self._closed_folders: set[str] = set()
        self._filling = False
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Title"), self.tr("Status"), self.tr("User engagement")])
        self.setAccessibleName(self.tr("Actions"))
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAllColumnsShowFocus(True)
        self.setItemDelegateForColumn(STATUS, _Status(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(STATUS, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(ENGAGEMENT, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit()
        self.itemDoubleClicked.connect(lambda item, _column: self._open(item))
        self.currentItemChanged.connect(self._choice_moved)
        self.itemExpanded.connect(lambda item: self._closed_folders.discard(item.data(TITLE, FOLDER)))
        self.itemCollapsed.connect(lambda item: self._closed_folders.add(item.data(TITLE, FOLDER)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        side = em(self.font(), 1.1)
        self.setIconSize(QSize(side, side))
        self.setIndentation(em(self.font(), 1.3))
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        # Titles take what is free; where hardly anything is, they stay readable and the figures are scrolled to.
        header, font = self.header(), self.font()
        header.setMinimumSectionSize(em(font, 7))
        narrow = self.width() < em(font, NARROW)
        mode = QHeaderView.ResizeMode.Interactive if narrow else QHeaderView.ResizeMode.Stretch
        if header.sectionResizeMode(TITLE) != mode:
            header.setSectionResizeMode(TITLE, mode)
        if narrow:
            header.resizeSection(TITLE, em(font, 16))

    def show_rows(self, rows: Iterable[ActionRow]) -> None:
        """Shows these actions; the current one stays current."""
        self._rows = list(rows)
        self._fill()

    def show_figures(self, figures: Mapping[ActionId, ActionFigures]) -> None:
        """Shows how far volunteers are."""
        self._figures = figures
        self._fill()

    def search(self, text: str) -> None:
        """Shows only actions with every word of this in their title, folder or description."""
        self._search = text
        self._fill()

    def current_row(self) -> ActionRow | None:
        """The chosen action."""
        item = self.currentItem()
        row = item.data(TITLE, ROW) if item is not None else None
        return row if isinstance(row, ActionRow) else None

    def choose(self, action_id: str) -> None:
        """Makes an action the current one."""
        for item in self._items():
            row = item.data(TITLE, ROW)
            if row is not None and row.action.id == action_id:
                self.setCurrentItem(item)
                self.scrollToItem(item)

    def folders(self) -> list[str]:
        """Every folder that an action is in, and those above it."""
        found: dict[str, None] = {}
        for row in self._rows:
            parts = row.action.folder.split("/") if row.action.folder else []
            for length in range(1, len(parts) + 1):
                found["/".join(parts[:length])] = None
        return sorted(found, key=str.casefold)

    def titles(self) -> list[str]:
        """The titles on the screen, from top to bottom."""
        return [item.text(TITLE) for item in self._items() if item.data(TITLE, ROW) is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self.current_row() is not None:
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        row = self.current_row()
        # The tree is filled anew from what is saved: Qt is not to move the item by itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if row is not None:
            self.drop_on(row.action.id, self.itemAt(event.position().toPoint()))

    def drop_on(self, action_id: str, item: QTreeWidgetItem | None) -> None:
        """An action was dropped on a folder, on an action in one, or beside everything."""
        folder = ""
        if item is not None:
            row = item.data(TITLE, ROW)
            folder = row.action.folder if row is not None else str(item.data(TITLE, FOLDER))
        self.moved.emit(action_id, folder)

    def _open(self, item: QTreeWidgetItem) -> None:
        row = item.data(TITLE, ROW)
        if row is not None:
            self.opened.emit(row.action.id)
        else:
            item.setExpanded(not item.isExpanded())

    def _choice_moved(self) -> None:
        if not self._filling:
            self.chosen_changed.emit()

    def _fill(self) -> None:
        current = self.current_row()
        self._filling = True
        self.clear()
        folders: dict[str, QTreeWidgetItem] = {}
        words = self._search.casefold().split()
        shown = [row for row in self._rows if self._matches(row, words)]
        for folder in sorted({row.action.folder for row in shown if row.action.folder}, key=str.casefold):
            self._folder(folder, folders)
        for row in shown:
            parent = folders.get(row.action.folder)
            item = QTreeWidgetItem(parent) if parent is not None else QTreeWidgetItem(self)
            self._show(item, row)
        for folder, item in folders.items():
            item.setExpanded(bool(words) or folder not in self._closed_folders)
        if current is not None:
            self.choose(current.action.id)
        if self.current_row() is None and shown:
            first = next(item for item in self._items() if item.data(TITLE, ROW) is not None)
            self.setCurrentItem(first)
        self._filling = False
        self.chosen_changed.emit()

    def _folder(self, path: str, folders: dict[str, QTreeWidgetItem]) -> QTreeWidgetItem:
        if path in folders:
            return folders[path]
        above, _, name = path.rpartition("/")
        item = QTreeWidgetItem(self._folder(above, folders)) if above else QTreeWidgetItem(self)
        item.setText(TITLE, name)
        item.setIcon(TITLE, themed_icon(Icon.FOLDER, "muted"))
        item.setData(TITLE, FOLDER, path)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(TITLE, font)
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
        folders[path] = item
        return item

    def _show(self, item: QTreeWidgetItem, row: ActionRow) -> None:
        title = self._wording.title(row.action.title)
        status, tone = self._wording.status(row)
        engagement = self._wording.engagement(self._figures.get(row.action.id)) if row.published else ""
        item.setText(TITLE, title)
        item.setData(TITLE, ROW, row)
        item.setText(STATUS, status)
        item.setData(STATUS, TONE, tone)
        item.setText(ENGAGEMENT, engagement)
        item.setData(TITLE, Qt.ItemDataRole.AccessibleTextRole, f"{title}, {status}. {engagement}".strip())
        item.setToolTip(TITLE, plain_text(row.action.description))

    def _matches(self, row: ActionRow, words: list[str]) -> bool:
        action = row.action
        text = f"{action.title} {action.folder} {plain_text(action.description)}".casefold()
        return all(word in text for word in words)

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                found.append(item)
                waiting = [item.child(at) for at in range(item.childCount())] + waiting
        return found
