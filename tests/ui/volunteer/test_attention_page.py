"""Needs attention: every event that was not taken stands there with a way out, and nothing is discarded by accident."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from f2f_desktop.events.facts import Answers
from f2f_desktop.protocol.packet import read_packet
from f2f_desktop.ui.volunteer.attention import AttentionPage
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.vault import outbox
from tests.ui.house import House
from tests.ui.volunteer.work_samples import RIDE, SIGN, VOTE


@pytest.fixture
def page(house: House) -> AttentionPage:
    """Two events that the hub would not take: a message and a report about the same friend."""
    house.send(1)
    house.file_report(RIDE)
    with house.services.courier._vault.transaction() as connection:
        rows = connection.exec_driver_sql("SELECT id, type FROM events ORDER BY position").all()
        for id_, type_ in rows:
            if type_ in ("message.sent", "report.filed"):
                outbox.bury(connection, id_, b"hub", "too_large" if type_ == "report.filed" else "same_id", "")
    made = AttentionPage(house.desk)
    house.show(made)
    house.jobs.changed.connect(lambda _what, _who: made.refresh())
    made.refresh()
    house.rest()
    return made


def test_each_is_told_with_the_name_and_the_reason(house: House, page: AttentionPage) -> None:
    names = [card.accessibleName() for card in page.cards]
    assert [name.partition(" about ")[0] for name in names] == ["Note of a message sent", "Report"]
    assert all(card.letter.contact in card.accessibleName() for card in page.cards)
    assert not page.cards[0].edit.isVisible()
    assert page.cards[1].edit.isVisible()
    assert house.services.courier.standing().dead == 2


def test_sent_again_it_waits_like_any_other(house: House, page: AttentionPage) -> None:
    page.cards[0].again.click()
    house.rest()
    assert len(page.cards) == 1
    waiting = house.services.courier.standing().waiting
    page.all_again.click()
    house.rest()
    assert page.cards == []
    assert page.empty.isVisible()
    assert house.services.courier.standing().waiting == waiting + 1


def test_discarding_asks_first_and_can_be_undone(house: House, page: AttentionPage) -> None:
    page.cards[0].discard.click()
    house.rest()
    (box,) = page.findChildren(QMessageBox)
    default = box.defaultButton()
    assert default is not None
    assert default.text() == "Keep"
    next(button for button in box.findChildren(QPushButton) if button.text() == "Keep").click()
    house.rest()
    assert len(page.cards) == 2
    page.cards[0].discard.click()
    box = page.findChildren(QMessageBox)[-1]
    next(button for button in box.findChildren(QPushButton) if button.text() == "Discard").click()
    house.rest()
    assert len(page.cards) == 1
    assert house.services.courier.standing().dead == 1
    page.toast.undone.emit()
    house.rest()
    assert len(page.cards) == 2


def test_a_report_is_corrected_in_its_conversation_and_replaces_the_one_that_was_not_taken(house: House) -> None:
    house.send(1)
    house.file_report(RIDE)
    with house.services.courier._vault.transaction() as connection:
        id_ = connection.exec_driver_sql("SELECT id FROM events WHERE type = 'report.filed'").scalar_one()
        outbox.bury(connection, id_, b"hub", "too_large", "")
    window = house.window()
    window.show_page("attention")
    house.rest()
    page = window.pages.page("attention")
    assert isinstance(page, AttentionPage)
    name = page.cards[0].letter.contact
    page.cards[0].edit.click()
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    assert window.pages.current == "work"
    assert work.working.action_id == VOTE
    assert work.working.conversation is not None
    assert work.working.conversation.name == name
    work.working.file_report(Answers(tags=(SIGN,)), "Report saved")
    house.rest()
    assert house.services.attention.letters() == []
    assert house.services.courier.standing().reports_waiting == 1
    work.working.undo()
    house.rest()
    assert [letter.event_id for letter in house.services.attention.letters()] == [id_]


def test_they_are_exported_for_a_person_to_read(house: House, page: AttentionPage, tmp_path: Path) -> None:
    page.export_to(tmp_path / "dead.f2fpacket")
    house.rest()
    _packet, events, _key = read_packet((tmp_path / "dead.f2fpacket").read_bytes())
    assert len(events) == 2
