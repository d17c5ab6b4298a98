"""Every answer is learnt from while the volunteer goes on, and what is taken back is unlearnt."""

from pathlib import Path

import pytest

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.ui.volunteer.learning import Learning
from f2f_desktop.volunteer.standing import MatchState
from tests.ui.volunteer.desk_samples import DeskAtTest
from tests.volunteer.test_taught import CARDS, PEOPLE, extract, run

MATCHES = frozenset({"matches"})


@pytest.fixture
def desk(at_desk: DeskAtTest, tmp_path: Path) -> DeskAtTest:
    at_desk.make_vault()
    services = at_desk.services
    services.importing.store("book.vcf", CARDS, ())
    services.matchmaking.install(extract(tmp_path, *PEOPLE))
    run(services)
    return at_desk


def person(desk: DeskAtTest, name: str) -> ContactId:
    return next(each.id for each in desk.services.importing.contacts() if each.contact.name.given == name)


def likely(desk: DeskAtTest, name: str) -> float:
    return desk.services.suggestions.standing_of(person(desk, name)).probability


def test_an_answer_reaches_the_household_and_undoing_takes_it_away(desk: DeskAtTest) -> None:
    learning = Learning(desk.desk)
    before = likely(desk, "Bob")
    numbers: list[int] = []
    confirm = desk.services.matchmaking.confirm
    desk.jobs.on_vault(confirm, person(desk, "Ann"), VoterId("ann"), changes=MATCHES, success=numbers.append)
    desk.rest()
    assert likely(desk, "Bob") > before
    desk.jobs.on_vault(desk.services.matchmaking.undo, numbers[0], changes=MATCHES)
    desk.rest()
    assert likely(desk, "Bob") == before
    learning.deleteLater()


def test_answers_in_quick_succession_are_all_learnt(desk: DeskAtTest) -> None:
    learning = Learning(desk.desk)
    for name, voter in (("Ann", "ann"), ("Carla", "carla"), ("Bob", "twin")):
        desk.jobs.on_vault(desk.services.matchmaking.confirm, person(desk, name), VoterId(voter), changes=MATCHES)
    desk.rest()
    assert desk.services.matchmaking.asked_again() is None
    assert all(stands.state is MatchState.CONFIRMED for stands in desk.services.suggestions.standings().values())
    learning.deleteLater()


def test_what_was_not_learnt_before_locking_is_learnt_after_unlocking(desk: DeskAtTest) -> None:
    desk.services.matchmaking.confirm(person(desk, "Ann"), VoterId("ann"))
    before = likely(desk, "Bob")
    learning = Learning(desk.desk)
    learning.learn()
    desk.rest()
    assert likely(desk, "Bob") > before
    desk.workspace.lock()
    learning.learn()
    desk.rest()
    learning.deleteLater()


def test_without_an_extract_nothing_is_learnt_and_nothing_is_lost(desk: DeskAtTest) -> None:
    learning = Learning(desk.desk)
    desk.services.matchmaking.forget_extract()
    desk.jobs.on_vault(desk.services.matchmaking.reject, person(desk, "Carla"), VoterId("carla"), changes=MATCHES)
    desk.rest()
    assert desk.services.suggestions.standing_of(person(desk, "Carla")).state is MatchState.REJECTED
    learning.deleteLater()
