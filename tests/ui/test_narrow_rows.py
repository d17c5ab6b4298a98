"""Rows that have too little room break where nothing is lost by it; grids of columns say what they hold."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from f2f_desktop.ui import widgets as w
from f2f_desktop.ui.theme import Tone


def at(qtbot: QtBot, widget: QWidget, width: int) -> None:
    if widget not in QApplication.topLevelWidgets():
        qtbot.addWidget(widget)
    widget.resize(width, widget.height())
    widget.show()
    for _ in range(3):
        QApplication.processEvents()


def test_buttons_go_below_a_title_before_it_would_have_to_break(qtbot: QtBot) -> None:
    title, buttons = w.Label("Friends for Jordan", w.TextStyle.TITLE), (w.Button("Refresh"), w.Button("Export"))
    row = w.HeadRow(title, *buttons)
    wide, narrow = 700, 300
    at(qtbot, row, wide)
    assert buttons[0].mapTo(row, buttons[0].rect().topLeft()).x() > title.geometry().right()
    one_line = title.height()
    at(qtbot, row, narrow)
    assert buttons[0].mapTo(row, buttons[0].rect().topLeft()).y() >= title.geometry().bottom()
    assert title.heightForWidth(title.width()) <= one_line
    assert buttons[0].y() == buttons[1].y()
    at(qtbot, row, wide)
    assert buttons[0].mapTo(row, buttons[0].rect().topLeft()).x() > title.geometry().right()


def test_a_search_keeps_room_to_type_in(qtbot: QtBot) -> None:
    search = w.SearchField("Search")
    row = w.HeadRow(search, *(w.Button(f"Another long button {number}") for number in range(3)))
    for width in (900, 500, 300):
        at(qtbot, row, width)
        assert search.width() >= min(width, search.sizeHint().width())


def test_a_banners_step_goes_below_words_that_need_the_room(qtbot: QtBot) -> None:
    words = "The layout of this file is not known. Choose its layout above, or say what its columns hold."
    banner = w.Banner(words, Tone.DANGER, action="Say what the columns hold …", closable=False)
    (button,) = [each for each in banner.findChildren(w.Button) if each.text()]
    (label,) = banner.findChildren(w.Label)
    at(qtbot, banner, 1200)
    assert button.x() > label.geometry().right()
    at(qtbot, banner, 500)
    assert button.y() > label.geometry().bottom()
    assert label.width() > 400
    banner.say("Short.", Tone.INFO, action="Say what the columns hold …")
    at(qtbot, banner, 500)
    assert button.x() > label.geometry().right()


def test_a_search_that_was_emptied_in_silence_can_be_typed_again(qtbot: QtBot) -> None:
    search = w.SearchField("Search")
    qtbot.addWidget(search)
    said: list[str] = []
    search.searched.connect(said.append)
    search.setText("ann")
    search.returnPressed.emit()
    search.empty()
    assert (search.text(), said) == ("", ["ann"])
    search.setText("ann")
    search.returnPressed.emit()
    assert said == ["ann", "ann"]


def test_a_grid_of_columns_shows_what_each_holds_also_in_parts(qtbot: QtBot) -> None:
    header, rows = ("Nr", "Street", "Name", ""), (("7", "Elm St", "Ann", "x"), ("8", " ", "Bea", "y"))
    grid = w.ColumnGrid(header, rows, "(none)")
    qtbot.addWidget(grid)
    grid.ask("name", "Name", "Name")
    grid.ask("address", "Address", "Nr + Street")
    grid.ask("zip", "ZIP", "a column that is not there")
    grid.ask("odd", "Odd", "Nr + Nowhere")
    assert grid.chosen() == {"name": "Name", "address": "Nr + Street"}
    texts = [label.text() for label in grid.findChildren(w.Label)]
    assert "Ann · Bea" in texts
    assert "7 Elm St · 8" in texts
    assert [grid.choices["zip"].itemText(place) for place in range(4)] == ["(none)", "Nr", "Street", "Name"]
    told: list[dict[str, str]] = []
    grid.changed.connect(lambda: told.append(grid.chosen()))
    grid.choices["zip"].setCurrentIndex(1)
    assert told == [{"name": "Name", "address": "Nr + Street", "zip": "Nr"}]
