"""A table of frozen rows: columns say what they show, how they sort, and what their heading means.

Sorting happens over the rows in Python, once per click, and the model takes the outcome: five thousand rows take a few
hundredths of a second. A table may come in pages: it asks for the next one when its end is in sight. Then whoever gives
the pages sorts them, by the columns that say how (`Column.by`).
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from f2f_desktop.ui.icons import Icon, themed_icon
from f2f_desktop.ui.rows import NOWHERE, RowRole
from f2f_desktop.ui.theme import Tone, current_theme, em

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

MEASURED_ROWS = 60
"""Rows by which a column finds its width."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its heading, a row's text in it, and what it is sorted by (its text, if nothing else)."""

    title: str
    text: Callable[[Row], str]
    order: Callable[[Row], Any] | None = None
    number: bool = False
    explained: str = ""
    """What the heading means: its tooltip, and said by screen readers."""
    flag: Callable[[Row], bool] | None = None
    """Whether the cell carries a flag."""
    by: Any = None
    """What whoever gives the pages is to sort by, where the table comes in pages; None: the usual order."""


class TableModel(QAbstractTableModel, Generic[Row]):
    """Frozen rows in columns.

    Attributes:
        rows: all rows, as they were given.
        has_more: whether there is another page.

    Signals:
        more_wanted(): the end is in sight and `has_more`; given once per page.
        order_wanted(int, Qt.SortOrder): a heading was pressed (-1: none any more) of rows that others sort.
    """

    more_wanted = Signal()
    order_wanted = Signal(int, Qt.SortOrder)

    def __init__(
        self,
        key: Callable[[Row], str],
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        sorts: bool = True,
    ) -> None:
        super().__init__(parent)
        self._sorts = sorts
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self.has_more = False
        self._asked = False
        self._key = key
        self._shown: list[int] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == RowRole.ROW:
            return row
        if role == RowRole.KEY:
            return self._key(row)
        if column.flag is not None and column.flag(row):
            if role == Qt.ItemDataRole.DecorationRole:
                return themed_icon(Icon.FLAG)
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(current_theme().tone(Tone.WARNING).text)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.explained or None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return column.explained
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not self._sorts:
            self.order_wanted.emit(column, order)
            return
        self._sorted = (column, order) if 0 <= column < len(self.columns) else None
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        rows = [self._shown[index.row()] for index in held]
        self._arrange()
        places = {number: place for place, number in enumerate(self._shown)}
        moved = [self.index(places[number], index.column()) for number, index in zip(rows, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def set_rows(self, rows: Sequence[Row], *, has_more: bool = False) -> None:
        """Replaces all rows, in the order that is chosen. What stays in its place keeps the selection."""
        former = [self._key(self.rows[number]) for number in self._shown]
        before, shown = self.rows, self._shown
        self.rows, self.has_more, self._asked = list(rows), has_more, False
        self._arrange()
        if former and former == [self._key(self.rows[number]) for number in self._shown]:
            self.dataChanged.emit(self.index(0, 0), self.index(len(former) - 1, len(self.columns) - 1))
            return
        after, new = self.rows, self._shown
        self.rows, self._shown = before, shown
        self.beginResetModel()
        self.rows, self._shown = after, new
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row], *, has_more: bool) -> None:
        """Another page, at the end. Who has moved onto it while the pages came stays where they are."""
        self.has_more, self._asked = has_more, False
        present = {self._key(row) for row in self.rows}
        rows = [row for row in rows if self._key(row) not in present]
        if rows:
            first = len(self.rows)
            self.beginInsertRows(NOWHERE, len(self._shown), len(self._shown) + len(rows) - 1)
            self.rows += rows
            self._shown += range(first, len(self.rows))
            self.endInsertRows()

    def ask_again(self) -> None:
        """The next page did not come: it may be asked for again."""
        self._asked = False

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        return not parent.isValid() and self.has_more and not self._asked

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, or None."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        return self.rows[self._shown[index.row()]]

    def place_of(self, key: str) -> int | None:
        """On which line the row with this id is shown."""
        for place, number in enumerate(self._shown):
            if self._key(self.rows[number]) == key:
                return place
        return None

    def _arrange(self) -> None:
        self._shown = list(range(len(self.rows)))
        if self._sorted is not None:
            place, order = self._sorted
            column = self.columns[place]
            by = column.order or (lambda row: column.text(row).casefold())
            self._shown.sort(
                key=lambda number: by(self.rows[number]), reverse=order == Qt.SortOrder.DescendingOrder
            )


class DataTable(QTableView, Generic[Row]):
    """Shows a `TableModel`. Selecting all of a table that comes in pages fetches all pages.

    Attributes:
        rows_model: the model.

    Signals:
        row_opened(object): the user opened this row: by Enter or a double click.
        row_chosen(object): the row that the keyboard or the pointer is on; None if there is none.
    """

    row_opened = Signal(object)
    row_chosen = Signal(object)

    def __init__(
        self,
        name: str,
        key: Callable[[Row], str],
        columns: Sequence[Column[Row]],
        *,
        sortable: bool = True,
        paged: bool = False,
        wide: int = 0,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is for screen readers; the column `wide` takes the room that is left; `several` rows may be selected
        at once; of a `paged` table somebody else sorts the rows."""
        super().__init__(parent)
        self.rows_model: TableModel[Row] = TableModel(key, columns, self, sorts=not paged)
        self._taking_all = False
        self._key = key
        self._current = ""
        self._several = several
        self._wide = wide
        self.setAccessibleName(name)
        self.setModel(self.rows_model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if sortable:
            header.setSortIndicatorClearable(True)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        self._measure()
        self.doubleClicked.connect(self._opened)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def set_rows(self, rows: Sequence[Row], *, has_more: bool = False) -> None:
        """Replaces all rows; those that were chosen or selected stay so if they are there still."""
        self._taking_all = False
        chosen = self._current
        selected = {self._key(row) for row in self.selected_rows()}
        at = self.verticalScrollBar().value()
        self.rows_model.set_rows(rows, has_more=has_more)
        place = self.rows_model.place_of(chosen) if chosen else None
        if place is not None and self.currentIndex().row() != place:
            self.setCurrentIndex(self.rows_model.index(place, 0))
        if self._several and {self._key(row) for row in self.selected_rows()} != selected:
            # The current one among them only if it was: nobody acts on a row that was taken out of the selection.
            self._select(selected)
        self.verticalScrollBar().setValue(at)
        self._fit()

    def add_rows(self, rows: Sequence[Row], *, has_more: bool) -> None:
        """Another page, at the end."""
        self.rows_model.add_rows(rows, has_more=has_more)
        if self._taking_all:
            self.selectAll()

    def selectAll(self) -> None:
        super().selectAll()
        self._taking_all = self._several and self.rows_model.has_more
        if self._taking_all:
            self.rows_model.fetchMore()

    def current_row(self) -> Row | None:
        """The row that is chosen."""
        return self.rows_model.row_at(self.currentIndex())

    def selected_rows(self) -> list[Row]:
        """The rows that are selected, in the order in which they are shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self.rows_model.row_at(self.rows_model.index(place, 0)) for place in places)
        return [row for row in rows if row is not None]

    def choose(self, key: str) -> None:
        """Chooses the row with this id."""
        place = self.rows_model.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.rows_model.index(place, 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_wide"):
            self._measure()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._taking_all = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _select(self, keys: AbstractSet[str]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.clearSelection()
        for place in range(self.rows_model.rowCount()):
            index = self.rows_model.index(place, 0)
            row = self.rows_model.row_at(index)
            if row is not None and self._key(row) in keys:
                self.selectionModel().select(index, flags.Select | flags.Rows)

    def _measure(self) -> None:
        height = em(self.font(), 1.9)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setMaximumSectionSize(em(self.font(), 26))
        self.horizontalHeader().setMinimumSectionSize(em(self.font(), 3))
        self.setIconSize(QSize(em(self.font(), 0.95), em(self.font(), 0.95)))

    def _fit(self) -> None:
        """Gives the wide column the room that is left; what its words need, where there is none."""
        header = self.horizontalHeader()
        others = sum(
            header.sectionSize(column)
            for column in range(header.count())
            if column != self._wide and not header.isSectionHidden(column)
        )
        needed = max(self.sizeHintForColumn(self._wide), header.sectionSizeHint(self._wide))
        fits = self.viewport().width() - others >= min(needed, header.maximumSectionSize())
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.ResizeToContents
        if header.sectionResizeMode(self._wide) != mode:
            header.setSectionResizeMode(self._wide, mode)

    def _opened(self, index: QModelIndex) -> None:
        row = self.rows_model.row_at(index)
        if row is not None:
            self.row_opened.emit(row)

    def _moved(self, index: QModelIndex) -> None:
        row = self.rows_model.row_at(index)
        self._current = self._key(row) if row is not None else ""
        self.row_chosen.emit(row)
