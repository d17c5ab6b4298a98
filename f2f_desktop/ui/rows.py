"""One list model for frozen rows: it holds all rows once, and the indices of those to show, in order.

Filtering and sorting happen outside, in plain Python over the rows (a proxy model over Python code takes over a
second at 10,000 rows); the model only takes the outcome.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
NOWHERE = QModelIndex()


class RowRole(IntEnum):
    """What the model gives for a row besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The frozen row itself."""
    KEY = Qt.ItemDataRole.UserRole + 2
    """What stays the same when the row is read again: its id."""


class RowsModel(QAbstractListModel, Generic[Row]):
    """A list of frozen rows.

    Attributes:
        rows: all rows, shown or not.
    """

    def __init__(
        self,
        key: Callable[[Row], str],
        text: Callable[[Row], str],
        spoken: Callable[[Row], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`key` tells a row's id, `text` its display text, `spoken` the sentence that a screen reader says."""
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._visible: list[int] = []
        self._places: dict[str, int] = {}
        self._key, self._text, self._spoken = key, text, spoken or text

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._visible)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._visible):
            return None
        row = self.rows[self._visible[index.row()]]
        if role == RowRole.ROW:
            return row
        if role == RowRole.KEY:
            return self._key(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def set_rows(self, rows: Sequence[Row], visible: Sequence[int]) -> None:
        """Replaces all rows; `visible` are the indices to show, in order."""
        self.beginResetModel()
        self.rows = rows
        self._show(visible)
        self.endResetModel()

    def show_only(self, visible: Sequence[int]) -> None:
        """Shows other ones of the rows that are there."""
        self.beginResetModel()
        self._show(visible)
        self.endResetModel()

    def replace_row(self, row: Row) -> bool:
        """Puts a newer version of one row in its place, without disturbing the rest; False if it is not there."""
        key = self._key(row)
        number = next((index for index, old in enumerate(self.rows) if self._key(old) == key), None)
        if number is None:
            return False
        rows = list(self.rows)
        rows[number] = row
        self.rows = rows
        place = self._places.get(key)
        if place is not None:
            shown = self.index(place)
            self.dataChanged.emit(shown, shown)
        return True

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> Row | None:
        """The row of an index, or None."""
        if not index.isValid() or not 0 <= index.row() < len(self._visible):
            return None
        return self.rows[self._visible[index.row()]]

    def index_of(self, key: str) -> QModelIndex:
        """Where the row with this id is shown; an invalid index if it is not."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place)

    def _show(self, visible: Sequence[int]) -> None:
        self._visible = list(visible)
        self._places = {self._key(self.rows[number]): place for place, number in enumerate(self._visible)}
