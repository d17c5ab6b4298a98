"""The list model: what it gives, what it keeps."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from f2f_desktop.ui.rows import RowRole, RowsModel


@dataclass(frozen=True)
class Person:
    id: str
    name: str


PEOPLE = [Person(str(number), f"Person {number}") for number in range(50)]


def model_of(people: list[Person]) -> RowsModel[Person]:
    model: RowsModel[Person] = RowsModel(
        lambda person: person.id, lambda person: person.name, lambda person: f"{person.name}, not contacted"
    )
    model.set_rows(people, range(len(people)))
    return model


def test_the_model_keeps_qt_s_rules_through_every_change(qtmodeltester: ModelTester) -> None:
    model = model_of(PEOPLE)
    qtmodeltester.check(model)
    model.show_only([3, 1, 4])
    model.set_rows(PEOPLE[:5], [0, 4])
    model.replace_row(Person("4", "Anna"))
    model.set_rows([], [])
    qtmodeltester.check(model)


def test_every_role_has_its_answer_and_others_have_none() -> None:
    model = model_of(PEOPLE)
    index = model.index(7)
    assert model.data(index) == "Person 7"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Person 7, not contacted"
    assert model.data(index, RowRole.ROW) is PEOPLE[7]
    assert model.data(index, RowRole.KEY) == "7"
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


@given(st.lists(st.integers(0, 49), unique=True))
def test_only_what_is_to_be_shown_is_shown_in_that_order(visible: list[int]) -> None:
    model = model_of(PEOPLE)
    model.show_only(visible)
    assert [model.row_at(model.index(place)) for place in range(model.rowCount())] == [PEOPLE[n] for n in visible]
    for number, person in enumerate(PEOPLE):
        index = model.index_of(person.id)
        assert index.isValid() == (number in visible)
        assert not index.isValid() or model.row_at(index) is person


def test_a_row_is_replaced_in_its_place_and_only_it_is_drawn_anew(qtbot: QtBot) -> None:
    model = model_of(PEOPLE)
    model.show_only([9, 5])
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: changed.append((first.row(), last.row())))
    assert model.replace_row(replace(PEOPLE[5], name="Renée"))
    assert model.data(model.index(1)) == "Renée"
    assert changed == [(1, 1)]
    assert model.replace_row(replace(PEOPLE[6], name="Hidden"))
    assert changed == [(1, 1)]
    assert not model.replace_row(Person("unknown", ""))


def test_replacing_a_row_keeps_the_selection(qtbot: QtBot) -> None:
    model = model_of(PEOPLE)
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setCurrentIndex(model.index_of("12"))
    model.replace_row(Person("12", "Renée"))
    assert view.currentIndex().data(RowRole.KEY) == "12"
    assert view.selectionModel().isSelected(view.currentIndex())
    assert view.selectionModel().currentIndex() == model.index_of("12")
