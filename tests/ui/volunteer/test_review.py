"""Questions about matches: one key answers, and every answer can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from f2f_desktop.ui.volunteer.review import ReviewPage
from f2f_desktop.volunteer.standing import MatchState
from tests.ui.house import House


@pytest.fixture
def page(house: House) -> ReviewPage:
    shown = ReviewPage(house.desk)
    house.show(shown)
    shown.refresh()
    house.rest()
    return shown


def state_of(house: House, contact: str) -> MatchState:
    return house.services.suggestions.standings()[contact].state


def test_a_number_key_confirms_that_voter_and_goes_on_to_the_next_friend(house: House, page: ReviewPage) -> None:
    first = page.question
    assert first is not None
    assert page.position.text() == "1 of 2"
    QTest.keyClick(page, Qt.Key.Key_2)
    house.rest()
    standing = house.services.suggestions.standings()[first.contact_id]
    assert standing.state is MatchState.CONFIRMED
    assert standing.voter_id == first.candidates[1][1].id
    assert page.position.text() == "2 of 2"
    assert page.question is not None
    assert page.question.contact_id != first.contact_id


def test_a_number_without_a_voter_answers_nothing(house: House, page: ReviewPage) -> None:
    first = page.question
    QTest.keyClick(page, Qt.Key.Key_5)
    house.rest()
    assert page.question is first


def test_n_says_that_nobody_in_the_file_is_the_friend(house: House, page: ReviewPage) -> None:
    first = page.question
    assert first is not None
    QTest.keyClick(page, Qt.Key.Key_N)
    house.rest()
    assert state_of(house, first.contact_id) is MatchState.REJECTED


def test_a_skipped_question_stays_open_and_comes_last_the_next_time(house: House, page: ReviewPage) -> None:
    first = page.question
    assert first is not None
    QTest.keyClick(page, Qt.Key.Key_S)
    house.rest()
    assert state_of(house, first.contact_id) is MatchState.AMBIGUOUS
    page.refresh()
    house.rest()
    assert page.question is not None
    assert page.question.contact_id != first.contact_id


def test_undo_takes_the_last_answer_back_and_asks_again(house: House, page: ReviewPage) -> None:
    first = page.question
    assert first is not None
    QTest.keyClick(page, Qt.Key.Key_1)
    house.rest()
    assert state_of(house, first.contact_id) is MatchState.CONFIRMED
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    house.rest()
    assert state_of(house, first.contact_id) is MatchState.AMBIGUOUS
    assert page.question is first


def test_after_the_last_question_the_page_says_so_and_undo_still_works(house: House, page: ReviewPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_N)
    house.rest()
    assert page.question is None
    assert page.end.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    house.rest()
    assert page.question is not None
    assert page.position.text() == "2 of 2"


def test_the_contact_that_the_volunteer_came_for_is_asked_about_first(house: House, page: ReviewPage) -> None:
    other = house.services.matchmaking.questions()[1].contact_id
    page.begin_with(other)
    page.refresh()
    house.rest()
    assert page.question is not None
    assert page.question.contact_id == other


def test_without_the_extract_no_question_is_asked_blindly(house: House, page: ReviewPage) -> None:
    house.services.matchmaking.extract = None
    page.refresh()
    house.rest()
    assert page.question is None
    assert "extract" in page.end.accessibleName()
