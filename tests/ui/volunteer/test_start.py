"""The start page: actions with their progress, and what needs attention first."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar

from f2f_desktop.ui.volunteer.start import StartPage
from f2f_desktop.ui.widgets import Label, Pill
from tests.ui.house import House
from tests.ui.volunteer.work_samples import VOTE


def shown(house: House) -> StartPage:
    page = StartPage(house.desk)
    house.show(page)
    page.refresh()
    house.rest()
    return page


def words(page: StartPage) -> str:
    panel = page.panels[0]
    return " ".join(label.text() for label in [*panel.findChildren(Label), *panel.findChildren(Pill)])


def test_an_action_shows_its_words_and_how_far_the_volunteer_is(house: House) -> None:
    house.send(3)
    page = shown(house)
    assert len(page.panels) == 1
    assert "Ask your friends to vote for Jordan" in words(page)
    starred = sum(row.starred for row in house.services.suggestions.rows(VOTE))
    assert starred
    assert f"★ {starred} suggested friend" in words(page)
    assert "10 contacts you can reach" in words(page)
    assert "3 reached · 0 reported" in words(page)
    assert page.panels[0].findChild(QProgressBar) is not None


def test_the_start_button_notes_the_start_once_and_opens_the_action(house: House) -> None:
    page = shown(house)
    opened: list[str] = []
    page.action_chosen.connect(opened.append)
    assert page.panels[0].button.text() == "Start"
    QTest.keyClick(page.panels[0].button, Qt.Key.Key_Space)
    house.rest()
    assert opened == [VOTE]
    assert house.services.campaigns.actions()[0].progress.started_at is not None
    page.refresh()
    house.rest()
    assert page.panels[0].button.text() == "Continue"


def test_open_questions_are_announced_with_a_way_to_them(house: House) -> None:
    page = shown(house)
    assert not page.questions.isHidden()
    assert page.questions.text().startswith("2 contacts could be one of several voters")
    for question in house.services.matchmaking.questions():
        house.services.matchmaking.reject(question.contact_id, None)
    page.refresh()
    house.rest()
    assert page.questions.isHidden()


def test_a_vault_without_contacts_asks_for_them_first(qapp: object, tmp_path: Path) -> None:
    house = House(tmp_path, [])
    try:
        page = shown(house)
        asked: list[bool] = []
        page.import_requested.connect(lambda: asked.append(True))
        assert "contacts are not here yet" in page.missing.text()
        page.missing.acted.emit()
        assert asked == [True]
    finally:
        house.end()
