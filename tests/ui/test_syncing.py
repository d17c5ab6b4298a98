"""The window and a real hub: it joins, synchronizes by itself, says what is safe, and disturbs nobody who writes."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, Milliseconds
from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.protocol.sealing import is_sealed
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.main_window import MainWindow
from f2f_desktop.ui.sync_words import Status
from f2f_desktop.ui.syncing import Syncing
from f2f_desktop.ui.theme import LIGHT, apply_theme
from f2f_desktop.ui.translation import Translation
from f2f_desktop.ui.volunteer.joining.join_dialog import JoinDialog
from f2f_desktop.ui.volunteer.shift_end import ShiftEndPage
from f2f_desktop.ui.volunteer.start import StartPage
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.ui.widgets import Label
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.workspace import Standing
from tests.ui.house import PASSPHRASE, House
from tests.ui.hub_at_test import HubAtTest
from tests.ui.volunteer.work_samples import RIDE, SIGN, VOTE, campaign

CANARY = "a canary that sings of bus line 17"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubAtTest]:
    """One hub for all tests of this module."""
    made = HubAtTest(tmp_path_factory.mktemp("hub") / "h")
    yield made
    made.end()


def with_actions(*actions: Action) -> CampaignContent:
    return msgspec.structs.replace(campaign(), actions=actions)


def joined(house: House, hub: HubAtTest, name: str = "Alex Underhill") -> MainWindow:
    """A window whose vault has joined the hub, after its first round."""
    house.services.campaigns.introduce(Volunteer(name))
    house.services.courier.join_by_invite(read_invite(hub.link), name)
    window = house.window()
    house.until(lambda: standing(window).complete_at is not None and not window.syncing.running)
    house.rest()
    return window


def lead_to(house: House, port: int) -> None:
    """The hub is at another place now: nobody is there, or whoever the test puts there."""
    with house.services.courier._vault.transaction() as connection:
        connection.exec_driver_sql(f"UPDATE hubs SET url = 'http://127.0.0.1:{port}'")


def standing(window: MainWindow) -> Standing:
    found = window.syncing.standing
    return found if found is not None else Standing(False)


def shift_end(window: MainWindow) -> ShiftEndPage:
    page = window.pages.page("shift_end")
    assert isinstance(page, ShiftEndPage)
    return page


def test_an_invite_that_is_pasted_leads_to_everything_safe(house: House, hub: HubAtTest) -> None:
    house.send(1)
    house.file_report(RIDE)
    window = house.window()
    window.take_link(hub.link)
    (dialog,) = window.findChildren(JoinDialog)
    assert dialog.panel.invite is not None
    assert campaign().name in "\n".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.panel.join_button.click()
    house.until(lambda: "You are part of" in dialog.panel.message.text())
    dialog.accept()
    house.until(lambda: standing(window).all_safe and not window.syncing.running)
    assert window.top_bar.status.text().startswith("All 1 report(s) safe at ")
    assert "receipt for everything" in window.top_bar.status.toolTip()


def test_what_is_reported_is_sent_by_itself(house: House, hub: HubAtTest) -> None:
    window = joined(house, hub)
    start = window.pages.page("start")
    assert isinstance(start, StartPage)
    start.panels[0].button.click()
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    work.pane.message.sent.click()
    house.until(lambda: standing(window).waiting > 0)
    assert "safe" not in window.top_bar.status.text()
    house.until(lambda: standing(window).all_safe)


def test_a_receipt_that_ends_with_the_clocks_own_point_has_one(house: House, qapp: QApplication) -> None:
    translation = Translation(qapp, "es")
    window = house.window()
    window.syncing.stop()
    window.show_page("shift_end")
    for minute in range(0, 24 * 60, 12 * 60):  # a.m. and p.m.
        window.syncing.standing = Standing(True, complete_at=Milliseconds(minute * 60_000))
        words = shift_end(window).sending.safe_words
        assert words.endswith(".")
        assert not words.endswith("..")
    translation.fall_silent()


def test_paused_nothing_is_sent_until_somebody_says_so(house: House, hub: HubAtTest) -> None:
    window = joined(house, hub)
    window.syncing.pause(True)
    house.rest()
    house.send(1)
    window.desk.jobs.changed.emit(frozenset({"messages"}), None)
    window.syncing._soon.setInterval(1)
    window.syncing._soon.start()
    QTest.qWait(50)
    house.rest()
    assert standing(window).waiting > 0
    assert window.top_bar.status.text() == "Paused · saved here, not sent yet"
    window.sync_bar.open_popover()
    assert window.sync_bar.popover.pause.text() == "Resume"
    window.sync_bar.popover.sync.click()
    house.until(lambda: standing(window).all_safe)
    window.sync_bar.open_popover()
    window.sync_bar.popover.pause.click()
    house.rest()
    assert not standing(window).paused


@pytest.mark.parametrize("standing_", [Standing(False), Standing(True, dead=2), Standing(True, revoked=True)])
def test_no_button_of_the_popover_is_cut_off_in_large_spanish(
    house: House, qapp: QApplication, standing_: Standing
) -> None:
    translation = Translation(qapp, "es")
    window = house.window()
    apply_theme(qapp, LIGHT, 1.6)
    popover = window.sync_bar.popover
    popover.show_state(Status("…", Icon.CLOUD), ["…"], standing_, 7)
    popover.open_below(window.top_bar.status)
    house.rest()
    shown = [button for button in popover.findChildren(QPushButton) if button.isVisible()]
    assert len(shown) >= 4
    assert [button.text() for button in shown if button.width() < button.sizeHint().width()] == []
    popover.hide()
    translation.fall_silent()


def test_two_rounds_are_never_under_way_at_once(
    house: House, hub: HubAtTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = joined(house, hub)
    at_work: list[int] = []
    most: list[int] = []
    courier = house.services.courier
    true_round = courier._round

    def counted(*arguments: object) -> object:
        at_work.append(1)
        most.append(len(at_work))
        try:
            return true_round(*arguments)  # type: ignore[arg-type]
        finally:
            at_work.pop()

    monkeypatch.setattr(courier, "_round", counted)
    other = threading.Thread(target=courier.round)
    other.start()
    for _ in range(3):
        window.syncing.now()
        QTest.qWait(1)
    other.join()
    house.rest()
    assert len(most) >= 3
    assert max(most) == 1


def test_without_the_hub_the_bar_says_offline_and_what_to_do(house: House, hub: HubAtTest) -> None:
    window = joined(house, hub)
    lead_to(house, 9)
    house.send(1)
    window.syncing.now()
    house.until(lambda: standing(window).trouble == "HubAnswersNot" and not window.syncing.running)
    assert window.top_bar.status.text() == "Offline · saved here, not sent yet"
    window.sync_bar.open_popover()
    words = "\n".join(label.text() for label in window.sync_bar.popover.findChildren(QLabel))
    assert "The campaign's hub does not answer." in words
    assert "The next try" in words
    QTest.keyClick(window.sync_bar.popover.sync, Qt.Key.Key_Escape)
    assert not window.sync_bar.popover.isVisible()
    assert window.top_bar.status.hasFocus()


def test_neither_the_lock_nor_quitting_waits_for_a_line_that_hangs(house: House, hub: HubAtTest) -> None:
    window = joined(house, hub)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        lead_to(house, silent.getsockname()[1])
        window.syncing.now()
        taken, _ = silent.accept()
        window.lock()
        house.until(lambda: window.pages.current == "unlock")
        house.workspace.unlock(PASSPHRASE)
        closed: list[bool] = []
        window.closed.connect(lambda: closed.append(True))
        window.close()
        house.until(lambda: closed == [True])
        assert house.jobs.busy, "the round had come to its end before: this test saw nothing"
        taken.close()
    house.rest()


def test_news_disturbs_nobody_and_comes_when_the_conversation_is_left(house: House, hub: HubAtTest) -> None:
    hub.publish()
    window = joined(house, hub)
    window.pages._open_action(VOTE)
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    editor = work.pane.message.editor.findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText("Half a sen")
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    contact = work.working.contact_id
    new = msgspec.structs.replace(campaign().actions[0], version=2, title="Ask them once more")
    other = msgspec.structs.replace(campaign().actions[0], id=ActionId("ride-share"), title="Ride share")
    hub.publish(with_actions(new, other))
    window.syncing.now()
    house.until(work.news.isVisible)
    assert "Ride share" in work.news.text()
    assert editor.toPlainText() == "Half a sen"
    assert editor.textCursor().position() == 4
    assert work.working.contact_id == contact
    assert work._title.text() == campaign().actions[0].title
    work.contacts.step(1)
    house.rest()
    assert work._title.text() == "Ask them once more"
    hub.publish()


def test_an_action_that_was_closed_says_so_and_can_still_be_reported(house: House, hub: HubAtTest) -> None:
    hub.publish()
    house.send(1)
    window = joined(house, hub)
    window.pages._open_action(VOTE)
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    row = next(row for row in house.services.suggestions.rows(VOTE) if row.last_at is not None)
    work.contacts.reveal(row.id)
    house.rest()
    hub.publish(with_actions())
    window.syncing.now()
    house.until(work.news.isVisible)
    assert "closed" in work.news.text()
    conversation = work.working.conversation
    assert conversation is not None
    work.working.file_report(msgspec.structs.replace(conversation.draft, tags=(SIGN,)), "Report saved")
    house.rest()
    assert standing(window).reports_waiting == 1
    work.contacts.step(1)
    house.rest()
    assert work.working.conversation is not None
    assert work.working.conversation.action.id == VOTE
    hub.publish()


def test_the_end_of_a_shift_sends_what_waits_and_leaves_nothing_to_read(house: House, hub: HubAtTest) -> None:
    window = joined(house, hub)
    house.send(2)
    row = next(row for row in house.services.suggestions.rows(VOTE) if row.last_at is not None)
    conversation = house.services.outreach.conversation(VOTE, row.id, Channel.TEXT)
    house.services.reports.file(conversation, msgspec.structs.replace(conversation.draft, note=CANARY))
    window.show_page("shift_end")
    house.rest()
    page = shift_end(window)
    assert page.sending.send_button.isVisible()
    page.sending.send_button.click()
    house.until(lambda: page.sending.receipt.isVisible() and "safe at" in page.sending.receipt.text())
    assert page.sending.receipt.text().startswith("All 1 report(s) safe at ")
    folder = house.workspace.folder
    sealed = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    page.wipe()
    house.until(lambda: window.pages.current == "first_run")
    left = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for canary in (CANARY.encode(), CANARY.encode("utf-16-le"), row.name.encode()):
        assert canary not in left
        assert all(canary not in data for data in sealed.values())
    assert not (folder / "vault.keys").exists()
    assert not (folder / "vault.db").exists()


def test_at_the_end_of_a_shift_without_a_network_the_file_is_sealed_to_the_hub(
    house: House, hub: HubAtTest, tmp_path: Path
) -> None:
    window = joined(house, hub)
    lead_to(house, 9)
    house.send(1)
    window.show_page("shift_end")
    house.rest()
    page = shift_end(window)
    page.sending.drain()
    house.until(lambda: "Or export to a file now." in page.sending.receipt.text())
    out = tmp_path / "tonight.f2fpacket"
    window.packets.export_to(out)
    house.rest()
    assert is_sealed(out.read_bytes())
    assert "only the campaign's hub can read it" in page.sending.exported.text()


def test_ended_access_wipes_the_extract_and_keeps_what_is_the_volunteers(
    house: House, hub: HubAtTest, tmp_path: Path
) -> None:
    window = joined(house, hub, "Rita Revoked")
    extract = (house.folder / "district.f2fx").read_bytes()
    house.services.matchmaking.install(extract)
    house.send(1)
    hub.revoke("Rita Revoked")
    window.syncing.now()
    house.until(lambda: standing(window).revoked and not window.syncing.running)
    assert window.top_bar.status.text() == "Access ended"
    assert "has ended this laptop's access" in window.toast.text()
    assert house.services.matchmaking.installed() is None
    assert not list(house.workspace.folder.glob("extract-*"))
    assert house.services.importing.count() == 10
    assert house.services.courier.due_in() is None
    assert house.services.packets.export(tmp_path / "kept.f2fpacket").events > 0
    window.show_page("start")
    house.rest()
    start = window.pages.page("start")
    assert isinstance(start, StartPage)
    assert "has ended this laptop's access" in start.missing.text()


def test_a_vault_that_has_joined_nothing_is_left_alone(house: House) -> None:
    window = house.window()
    assert isinstance(window.syncing, Syncing)
    window.syncing.now()
    house.rest()
    assert window.top_bar.status.text().startswith("Offline")
    assert not window.syncing._timer.isActive()


def test_what_an_organizer_asks_stands_on_the_start_page_until_it_is_put_away(
    house: House, hub: HubAtTest
) -> None:
    window = joined(house, hub, "Nadia Asked")
    page = window.pages.page("start")
    assert isinstance(page, StartPage)
    assert page.asked.isHidden()
    organizer = hub.organizer
    organizing = Organizing(organizer.vault, organizer.courier)
    own = [row.id for row in organizing.devices().value if row.name == "Nadia Asked"]
    organizing.ask(own, "Please call <b>Ann</b> back.", VOTE)
    organizing.ask(own, "Come on Tuesday.", ActionId("an action that is not here"))
    window.syncing.now()
    house.until(lambda: len(page.asked.cards) == 2)
    newest, first = page.asked.cards
    assert first.head.startswith("Olga Organizer asks you · today ")
    assert "Please call <b>Ann</b> back." in [label.text() for label in first.findChildren(Label)]
    assert (first.open.isVisible(), newest.open.isVisible()) == (True, False)
    window.syncing.now()
    house.until(lambda: not window.syncing.running)
    house.rest()
    assert page.asked.cards == [newest, first]  # what is under the pointer stays there
    newest.put_away.setFocus()
    QTest.keyClick(newest.put_away, Qt.Key.Key_Space)
    house.rest()
    assert len(page.asked.cards) == len(house.services.courier.notes()) == 1
    assert page.asked.cards[0].put_away.hasFocus()
    page.toast.undone.emit()
    house.rest()
    assert len(page.asked.cards) == 2
    QTest.mouseClick(page.asked.cards[1].open, Qt.MouseButton.LeftButton)
    house.rest()
    assert window.pages.current == "work"
