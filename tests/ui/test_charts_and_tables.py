"""Charts and tables: they say in words what they paint, and keep the choice when rows come anew."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from f2f_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme, contrast
from f2f_desktop.ui.widgets import Column, CountBars, DataTable, DayBar, DayChart
from f2f_desktop.ui.widgets.day_chart import SERIES_COLOURS, _nice_top

DAYS = [
    DayBar("1 Nov", "Sun 1 Nov", (8, 4)),
    DayBar("2 Nov", "Mon 2 Nov", (0, 0)),
    DayBar("3 Nov", "Tue 3 Nov", (3, 0)),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_series_is_told_from_the_ground(theme: Theme) -> None:
    for colour in SERIES_COLOURS[theme.dark]:
        assert contrast(colour, theme.surface) >= 3


def test_a_chart_is_a_table_in_words(qtbot: QtBot) -> None:
    chart = DayChart("Messages per day")
    qtbot.addWidget(chart)
    chart.set_days(("Text", "Call"), DAYS)
    assert chart.accessibleDescription().splitlines() == [
        "Sun 1 Nov: 12 (Text 8, Call 4)",
        "Mon 2 Nov: 0",
        "Tue 3 Nov: 3 (Text 3)",
    ]
    places = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(chart, key)
        places.append(chart.chosen)
    assert places == [2, 1, 0, 0, 2]  # the first key begins at the newest day
    chart.set_days((), ())
    assert (chart.chosen, chart.accessibleDescription()) == (None, "")


@pytest.mark.parametrize("days", [0, 1, 3, 92])
def test_a_chart_paints_any_number_of_days_in_any_width(qtbot: QtBot, qapp: QApplication, days: int) -> None:
    apply_theme(qapp, DARK, 1.6)
    chart = DayChart("Messages per day")
    qtbot.addWidget(chart)
    chart.set_days(("Text", "Call"), [DAYS[number % 3] for number in range(days)])
    for width in (chart.minimumSizeHint().width(), 1_800):
        chart.resize(width, chart.sizeHint().height())
        assert not chart.grab().isNull()


@pytest.mark.parametrize("largest", [0, 1, 4, 5, 31, 205, 999, 1_000, 123_456, 10_000_000])
def test_the_scale_ends_a_little_above_the_largest(largest: int) -> None:
    top = _nice_top(largest)
    assert top >= largest
    assert top % 2 == 0
    assert top <= max(4, largest * 1.5)


def test_bars_are_said_in_words(qtbot: QtBot) -> None:
    bars = CountBars("Tags")
    qtbot.addWidget(bars)
    bars.set_counts([("Needs a ride", 12), ("Wants a sign", 0)])
    assert bars.accessibleDescription() == "Needs a ride: 12, Wants a sign: 0"
    assert not bars.grab().isNull()


def table(qtbot: QtBot) -> DataTable[tuple[str, int]]:
    columns: list[Column[tuple[str, int]]] = [
        Column("Name", lambda row: row[0]),
        Column("Count", lambda row: str(row[1]), lambda row: row[1], number=True, explained="How often."),
    ]
    made: DataTable[tuple[str, int]] = DataTable("Things", lambda row: row[0], columns)
    qtbot.addWidget(made)
    made.set_rows([("a", 9), ("c", 10), ("b", 100)])
    return made


def shown(made: DataTable[tuple[str, int]]) -> list[str]:
    model = made.rows_model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_table_sorts_by_numbers_and_not_by_their_words(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(made) == ["b", "c", "a"]
    made.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert shown(made) == ["a", "c", "b"]  # as they came
    cell = made.rows_model.index(0, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Count: 9"


def test_what_was_chosen_stays_chosen(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.choose("c")
    made.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert made.current_row() == ("c", 10)
    made.set_rows([("x", 1), ("c", 11)])
    assert made.current_row() == ("c", 11)
    made.set_rows([("x", 1)])
    assert made.current_row() is None


def test_a_page_is_asked_for_once(qtbot: QtBot) -> None:
    made = table(qtbot)
    model = made.rows_model
    asked: list[bool] = []
    model.more_wanted.connect(lambda: asked.append(True))
    model.set_rows([("a", 1)], has_more=True)
    model.fetchMore()
    model.fetchMore()
    assert asked == [True]
    model.ask_again()  # the page did not come
    model.fetchMore()
    model.add_rows([("b", 2)], has_more=False)
    assert (len(asked), shown(made), model.canFetchMore()) == (2, ["a", "b"], False)


def test_several_rows_stay_selected_when_they_come_in_another_order_and_no_other_joins_them(qtbot: QtBot) -> None:
    made: DataTable[tuple[str, int]] = DataTable(
        "Things", lambda row: row[0], [Column("Name", lambda row: row[0])], several=True
    )
    qtbot.addWidget(made)
    made.set_rows([("a", 9), ("c", 10), ("b", 100)])
    made.choose("a")
    made.selectAll()
    first = made.rows_model.index(0, 0)
    flags = QItemSelectionModel.SelectionFlag
    made.selectionModel().setCurrentIndex(first, flags.Deselect | flags.Rows)  # as Ctrl with a click does
    assert made.selected_rows() == [("c", 10), ("b", 100)]
    made.set_rows([("b", 101), ("c", 10), ("a", 9)])
    assert made.selected_rows() == [("b", 101), ("c", 10)]


def test_selecting_all_of_a_table_in_pages_fetches_all_pages_and_keeps_everybody_once(qtbot: QtBot) -> None:
    columns = [Column("n", str, by="number"), Column("m", str)]
    table: DataTable[int] = DataTable("numbers", str, columns, several=True, paged=True)
    qtbot.addWidget(table)
    pages = iter([([2, 3, 1], True), ([], True), ([4, 5], False)])
    wanted: list[tuple[int, Qt.SortOrder]] = []
    table.rows_model.order_wanted.connect(lambda *order: wanted.append(order))
    table.set_rows([1, 2], has_more=True)

    def give() -> None:
        rows, has_more = next(pages)
        table.add_rows(rows, has_more=has_more)

    table.rows_model.more_wanted.connect(give)
    table.selectAll()
    assert table.rows_model.rows == table.selected_rows() == [1, 2, 3, 4, 5]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.rows_model.rows == [1, 2, 3, 4, 5]  # whoever gives the pages sorts them
    assert set(wanted) == {(0, Qt.SortOrder.DescendingOrder)}
    table.set_rows([1, 2], has_more=True)
    pages = iter([([3], False)])
    table.clearSelection()
    table.rows_model.fetchMore()
    assert table.selected_rows() == []
