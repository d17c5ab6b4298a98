"""What lies over a page hides nothing that can be pressed, where there is another place."""

from PySide6.QtCore import QPoint, QRect, QSize, QStringListModel
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from f2f_desktop.ui.widgets.free_place import Taken, free_place, taken_places

AREA = QRect(0, 0, 400, 300)
SIZE = QSize(200, 40)


def test_the_lowest_place_in_the_middle_is_taken_if_it_is_free() -> None:
    assert free_place(SIZE, AREA, [], 5) == (QRect(100, 260, 200, 40), 0)


def test_above_and_beside_what_can_be_pressed() -> None:
    bar = Taken(QRect(0, 250, 400, 50))
    assert free_place(SIZE, AREA, [bar], 5) == (QRect(100, 210, 200, 40), 0)
    left_half = Taken(QRect(0, 0, 190, 300))
    assert free_place(SIZE, AREA, [left_half], 5) == (QRect(200, 260, 200, 40), 0)


def test_where_everything_is_taken_a_list_is_hidden_rather_than_a_button_and_low_down() -> None:
    everything = Taken(AREA, surface=True)
    button = Taken(QRect(0, 240, 400, 60))
    place = free_place(SIZE, AREA, [everything, button], 5)
    assert place.hides == 1
    assert place.rect.bottom() < 240
    assert place.rect.bottom() > 230
    assert free_place(SIZE, AREA, [Taken(AREA)], 5).hides > 1


def test_what_is_larger_than_the_area_lies_at_its_bottom() -> None:
    assert free_place(QSize(500, 400), AREA, [], 5) == (QRect(-50, -100, 500, 400), 0)


def test_what_can_be_pressed_is_what_shows_is_usable_and_not_scrolled_away(qtbot: QtBot) -> None:
    host, over = QWidget(), QWidget()
    qtbot.addWidget(host)
    over.setParent(host)
    QPushButton("mine", over)
    scroll = QScrollArea(host)
    scroll.setGeometry(0, 0, 200, 60)
    inside = QWidget()
    column = QVBoxLayout(inside)
    near, far = QPushButton("near"), QPushButton("far")
    column.addWidget(near)
    column.addSpacing(400)
    column.addWidget(far)
    scroll.setWidget(inside)
    unusable, label, rows = QPushButton("unusable", host), QLabel("label", host), QListView(host)
    rows.setModel(QStringListModel([str(number) for number in range(20)], rows))
    unusable.setEnabled(False)
    label.setGeometry(0, 100, 50, 20)
    rows.setGeometry(0, 200, 100, 50)
    host.resize(300, 300)
    host.show()
    QApplication.processEvents()
    found = taken_places(host, over)
    assert [each.surface for each in found] == [False, True]
    assert found[0].rect.topLeft() == near.mapTo(host, QPoint(0, 0))
    assert found[1].rect == rows.geometry()


def test_the_part_of_a_list_that_has_no_rows_is_free(qtbot: QtBot) -> None:
    host, over = QWidget(), QWidget()
    qtbot.addWidget(host)
    over.setParent(host)
    rows = QListView(host)
    model = QStringListModel(["one", "two"], rows)
    rows.setModel(model)
    rows.setGeometry(0, 0, 300, 400)
    host.resize(300, 400)
    host.show()
    QApplication.processEvents()
    (part,) = taken_places(host, over)
    last = rows.visualRect(model.index(1))
    assert last.bottom() <= part.rect.bottom() < last.bottom() + 30
    assert free_place(QSize(200, 40), host.rect(), [part], 5) == (QRect(50, 360, 200, 40), 0)
