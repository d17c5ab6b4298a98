"""A table that comes by the page: the hub sorts and searches, and gives what is scrolled to."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from f2f_desktop.protocol.listing import ROWS_IN_A_PAGE
from f2f_desktop.ui.organizer.results.asking import Asking
from f2f_desktop.ui.widgets import DataTable, SearchField
from f2f_desktop.workspace import AsOf

Row = TypeVar("Row")


class Pages(QObject, Generic[Row]):
    """Fills a table in the order of its heading that was pressed, with those who are searched for.

    Attributes:
        size: rows in a page.
        count: pages that have come.

    Signals:
        came(page, bool): another page, and whether it was the first one.
    """

    came = Signal(object, bool)

    def __init__(
        self,
        asking: Asking,
        table: DataTable[Row],
        search: SearchField,
        question: Callable[..., AsOf[Any]],
        usual: tuple[Any, bool],
        parent: QObject,
    ) -> None:
        """`usual`: the order, and whether it descends, where no heading was pressed; the table's columns name theirs
        (`Column.by`)."""
        super().__init__(parent)
        self.size = ROWS_IN_A_PAGE
        self._asking, self._table, self._search = asking, table, search
        self._question = question
        self._usual = self._order = usual
        self._after, self.count = "", 0
        table.rows_model.more_wanted.connect(self._ask)
        table.rows_model.order_wanted.connect(self._sort)
        search.searched.connect(self.refresh)

    def refresh(self, *_: object, gently: bool = False) -> None:
        """Reads the first page again; `gently`: not while somebody reads on beyond it."""
        if not gently or self.count <= 1:
            self._after, self.count = "", 0
            self._ask()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        by = self._table.rows_model.columns[column].by if column >= 0 else None
        chosen = self._usual if by is None else (by, order == Qt.SortOrder.DescendingOrder)
        if chosen != self._order:  # Qt says it twice
            self._order = chosen
            self.refresh()

    def _ask(self) -> None:
        order, descending = self._order
        first = self.count == 0
        self._asking.ask(
            self._table.accessibleName(),
            self._question,
            order,
            descending=descending,
            search=self._search.text().strip(),
            after=self._after,
            most=self.size,
            success=lambda page: self._take(page, first=first),
            failure=lambda _: self._table.rows_model.ask_again(),
        )

    def _take(self, page: Any, *, first: bool) -> None:
        self._after = page.after
        self.count += 1
        if first:
            self._table.set_rows(page.rows, has_more=bool(page.after))
        else:
            self._table.add_rows(page.rows, has_more=bool(page.after))
        self.came.emit(page, first)
