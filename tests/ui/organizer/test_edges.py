"""In large letters, and in a language with longer words, no page of the organizer runs off its edge."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.ui.organizer.actions.place import ActionsPlace
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import LIGHT, apply_theme
from f2f_desktop.ui.translation import Translation
from tests.ui.organizer.office import Office


@pytest.fixture(params=[1.6, 2.0])
def large_spanish(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    translation = Translation(qapp, "es")
    apply_theme(qapp, LIGHT, request.param)
    yield request.param
    apply_theme(qapp, LIGHT, 1.0)
    translation.fall_silent()


def cut_off(page: QWidget) -> list[str]:
    """The sheets on a page whose content is wider than they are."""
    return [
        f"{type(sheet.parentWidget()).__name__}: {content.width()} in {sheet.viewport().width()}"
        for sheet in page.findChildren(Sheet)
        if sheet.isVisible()
        and (content := sheet.widget()) is not None
        and content.width() > sheet.viewport().width()
    ]


def test_pages_stay_within_their_edges_in_large_spanish(large_spanish: float, office: Office) -> None:
    office.with_questions().with_extract()
    action = office.action("Ask three friends")
    page = OrganizerPage(office.desk)
    office.show(page)
    page.resize(round(640 * large_spanish), 680)
    found: dict[str, list[str]] = {}
    for name in page.places:
        page.show_place(name)
        office.rest()
        found[name] = cut_off(page)
    page.show_place("actions")
    actions = page.place("actions")
    assert isinstance(actions, ActionsPlace)
    actions.open_action(action.id)
    office.rest()
    assert actions.editor is not None
    for card in actions.editor.responses.cards:
        card.advanced.setChecked(True)
    actions.editor.links.add.click()
    office.rest()
    assert any(sheet.isVisible() for sheet in page.findChildren(Sheet))
    found["editor"] = cut_off(page)
    assert {name: sheets for name, sheets in found.items() if sheets} == {}


def test_a_page_that_runs_off_its_edge_is_noticed(qapp: QApplication) -> None:
    sheet, wide = Sheet(), QWidget()
    wide.setMinimumWidth(900)
    sheet.column.addWidget(wide)
    page = QWidget()
    sheet.setParent(page)
    page.resize(400, 300)
    sheet.resize(400, 300)
    page.show()
    assert len(cut_off(page)) == 1
    page.close()
    page.deleteLater()
