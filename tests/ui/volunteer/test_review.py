"""Questions about matches: one key answers, and every answer can be taken back."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from f2f_desktop.ui.volunteer.review import ReviewPage
from f2f_desktop.ui.volunteer.voter_search import VoterSearchDialog
from f2f_desktop.ui.widgets import Waterfall
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


def test_why_shows_the_voters_side_by_side_and_puts_them_away(house: House, page: ReviewPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_W)
    house.rest()
    assert page.comparison is not None
    assert page.comparison.isVisible()
    assert page.comparison.names == [card.name for card in page.cards]
    assert "same phone number" in page.comparison.accessibleName()
    QTest.keyClick(page, Qt.Key.Key_W)
    house.rest()
    assert page.comparison is None


def test_where_there_is_no_room_for_two_each_voter_has_bars_of_their_own(house: House, page: ReviewPage) -> None:
    page.resize(420, 800)
    page.cards[0].why.click()
    house.rest()
    assert page.comparison is None
    bars = [card.findChildren(Waterfall) for card in page.cards]
    assert all(found and found[0].isVisible() for found in bars)
    page.resize(1400, 900)
    house.rest()
    assert page.comparison is not None
    assert not bars[0][0].isVisible()


def test_a_friend_who_is_none_of_them_can_be_looked_for(house: House, page: ReviewPage) -> None:
    first = page.question
    assert first is not None
    QTest.keyClick(page, Qt.Key.Key_F)
    house.rest()
    (dialog,) = page.findChildren(VoterSearchDialog)
    extract = house.services.matchmaking.extract
    assert extract is not None
    wanted = extract.voters.at(20)
    QTest.keyClicks(dialog.name, wanted.last_name)
    QTest.keyClicks(dialog.street, wanted.street_address)
    QTest.keyClick(dialog.street, Qt.Key.Key_Return)
    house.until(lambda: dialog.model.rowCount() > 0)
    QTest.keyClick(dialog.street, Qt.Key.Key_Down)
    dialog.accept()
    house.rest()
    stands = house.services.suggestions.standing_of(first.contact_id)
    assert stands.state is MatchState.CONFIRMED
    assert stands.voter_id == dialog.model.rows[0].voter.id
    assert page.question is not first


def test_questions_to_come_follow_what_was_learnt_and_the_one_on_the_screen_stays(
    house: House, page: ReviewPage
) -> None:
    first = page.question
    assert first is not None
    second = house.services.matchmaking.questions()[1]
    house.services.matchmaking.confirm(second.contact_id, second.candidates[0][1].id)
    page.follow(frozenset({"matches"}))
    house.rest()
    assert page.question is first
    assert page.position.text() == "1 of 1"
    house.services.matchmaking.undo_last(second.contact_id)
    page.follow(frozenset({"matches"}))
    house.rest()
    assert page.position.text() == "1 of 2"


def test_a_lone_voter_is_shown_with_what_speaks_for_them(house: House, page: ReviewPage) -> None:
    question = page.question
    assert question is not None
    lone = msgspec.structs.replace(question, candidates=question.candidates[:1])
    page._questions = (lone, *page._questions[1:])
    page._show()
    (card,) = page.cards
    assert card.findChildren(Waterfall)
    page.toggle_why()
    assert all(bars.isHidden() for bars in card.findChildren(Waterfall))
