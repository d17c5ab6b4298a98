"""Joining: an invite is read before anything is sent, what is wrong with it is told, and then an extract is offered."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from f2f_desktop.protocol.invites import read_invite, write_invite_file
from f2f_desktop.ui.arrivals import sorted_out
from f2f_desktop.ui.volunteer.first_run.page import FirstRunPage
from f2f_desktop.ui.volunteer.importing.offers import OfferList
from f2f_desktop.ui.volunteer.joining.join_dialog import JoinDialog
from f2f_desktop.ui.volunteer.joining.join_panel import CODE, INVITE, JoinPanel
from f2f_desktop.ui.volunteer.start import StartPage
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.volunteer.preferences import SetUp
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from tests.ui.hub_at_test import HubAtTest
from tests.ui.volunteer.desk_samples import DeskAtTest, extract_file
from tests.ui.volunteer.work_samples import KEY, campaign, friends, voters


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubAtTest]:
    """A hub with content and an extract."""
    folder = tmp_path_factory.mktemp("hub")
    made = HubAtTest(folder / "h")
    try:
        made.publish(extract=extract_file(folder / "e.f2fx").read_bytes())
        yield made
    finally:
        made.end()


@pytest.fixture
def panel(at_desk: DeskAtTest) -> JoinPanel:
    at_desk.make_vault()
    at_desk.services.campaigns.introduce(Volunteer("Vera Volunteer", "vera@example.org"))
    made = JoinPanel(at_desk.desk)
    at_desk.shown(made)
    return made


def test_a_link_that_is_cut_off_is_told_in_words(at_desk: DeskAtTest, panel: JoinPanel) -> None:
    panel.read_text("f2f://join/eJwAAA")
    at_desk.rest()
    assert "This is no complete invite." in panel.message.text()
    assert panel.invite is None
    assert panel.link.isVisible()


def test_a_code_is_taken_however_it_is_typed(at_desk: DeskAtTest, panel: JoinPanel) -> None:
    panel.show_way(CODE)
    panel.address.setText("192.0.2.7:8443")
    QTest.keyClicks(panel.code, "abc 2-34")
    assert panel.code.text() == "ABC 2-34"
    assert panel.code_button.isEnabled()
    panel.code.clear()
    QTest.keyClicks(panel.code, "ab0o11")
    assert not panel.code_button.isEnabled()
    assert "no O, I, 0 or 1" in panel._hint.text()


def test_an_address_where_nobody_answers_is_told_in_words(at_desk: DeskAtTest, panel: JoinPanel) -> None:
    panel.show_way(CODE)
    panel.address.setText("http://127.0.0.1:9")
    panel.code.setText("ABC234")
    panel.join()
    at_desk.rest()
    assert "The campaign's hub does not answer. Check its address" in panel.message.text()
    assert panel.code.text() == "ABC234"
    assert panel.ways.isEnabled()


def test_the_dialogs_buttons_stand_side_by_side_and_it_is_as_high_as_what_it_says(at_desk: DeskAtTest) -> None:
    at_desk.make_vault()
    dialog = JoinDialog(at_desk.desk)
    at_desk.shown(dialog)
    at_desk.rest()
    empty = dialog.height()
    assert not dialog.panel.code_button.isVisible()
    dialog.panel.show_way(CODE)
    at_desk.rest()
    join, cancel = dialog.panel.code_button, dialog.close_button
    assert join.isVisible()
    assert (join.y(), join.height()) == (cancel.y(), cancel.height())
    dialog.panel.show_way(INVITE)
    at_desk.rest()
    assert dialog.height() == empty
    dialog.panel.message.say("A word that takes its own room.")
    at_desk.rest()
    assert dialog.height() > empty
    dialog.panel.message.hide()
    at_desk.rest()
    assert dialog.height() == empty


def test_a_wrong_code_and_a_right_one(at_desk: DeskAtTest, panel: JoinPanel, hub: HubAtTest) -> None:
    right = hub.code()
    panel.show_way(CODE)
    panel.address.setText(hub.hub.url)
    panel.code.setText("ABCDEF" if right != "ABCDEF" else "ABCDEG")
    panel.join()
    at_desk.rest()
    assert "does not know the code" in panel.message.text()
    panel.code.setText(f" {right[:3]} {right[3:]}".lower())
    panel.join()
    at_desk.rest()
    assert panel.message.text() == f"You are part of {campaign().name}."
    assert at_desk.services.campaigns.has_campaign()


def test_an_invite_for_another_campaign_changes_nothing(
    at_desk: DeskAtTest, hub: HubAtTest, tmp_path: Path
) -> None:
    at_desk.make_vault(with_campaign=True)
    panel = JoinPanel(at_desk.desk)
    at_desk.shown(panel)
    with at_desk.services.courier._vault.transaction() as connection:
        connection.exec_driver_sql("UPDATE bundles SET campaign_id = 'somebody-elses'")
    panel.read_text(hub.link)
    panel.join()
    at_desk.rest()
    assert "belongs to another campaign" in panel.message.text()
    assert not at_desk.services.courier.standing().joined


def test_the_first_run_takes_an_invite_file_and_then_offers_the_extract(
    at_desk: DeskAtTest, hub: HubAtTest, tmp_path: Path
) -> None:
    at_desk.make_vault()
    at_desk.services.campaigns.introduce(Volunteer("Vera Volunteer"))
    at_desk.services.preferences.keep_set_up(SetUp(recovery_noted=True, contacts_skipped=True))
    page = FirstRunPage(at_desk.desk)
    at_desk.shown(page)
    file = tmp_path / "harbor.f2finvite"
    file.write_bytes(write_invite_file(read_invite(hub.link)))
    assert sorted_out([file]).invites == (file,)
    page.take_files([file])
    page.begin()
    at_desk.wait_for(lambda: page.campaign.joining.invite is not None, "the invite that came before")
    page.campaign.joining.join_button.click()
    at_desk.wait_for(lambda: page.now == "contacts", "the next step")
    page.show_step(page.now.__class__("extract"))
    at_desk.rest()
    offers = page.extract.panel.offers
    assert [button.text() for button in offers.buttons] == ["Download"]
    offers.buttons[0].click()
    at_desk.wait_for(page.continue_button.isEnabled, "the extract")
    installed = at_desk.services.matchmaking.installed()
    assert installed is not None
    assert installed.voters == 30
    assert "your campaign" in page.extract.panel.result_text()


def test_a_download_that_is_stopped_keeps_what_has_arrived_and_goes_on(
    at_desk: DeskAtTest, panel: JoinPanel, hub: HubAtTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_desk.services.courier.join_by_invite(read_invite(hub.link), "Vera Volunteer")
    at_desk.services.courier.round()
    offers = OfferList(at_desk.desk)
    at_desk.shown(offers)
    offers.refresh()
    at_desk.rest()
    fetched: list[int] = []
    true_fetch = at_desk.services.courier.fetch_of

    def stopping(offer: object) -> object:
        fetch, client = true_fetch(offer)  # type: ignore[arg-type]

        def one(start: int, end: int) -> bytes:
            fetched.append(start)
            if len(fetched) == 8:
                offers._stop()
            return fetch(start, end)

        return one, client

    monkeypatch.setattr(at_desk.services.courier, "fetch_of", stopping)
    offers.fetch(offers.offers[0])
    at_desk.rest()
    assert "Stopped. What has arrived is kept" in offers.message.text()
    assert [button.text() for button in offers.buttons] == ["Go on downloading"]
    assert at_desk.services.matchmaking.installed() is None
    before = len(fetched)
    offers.buttons[0].click()
    at_desk.rest()
    assert at_desk.services.matchmaking.installed() is not None
    again = fetched[before:]
    assert len(set(again) & set(fetched[:before])) < len(set(fetched[:before]))
    assert [button.text() for button in offers.buttons] == ["Download again"]


def test_a_newer_extract_is_told_on_the_start_page_and_comes_as_an_update(
    at_desk: DeskAtTest, panel: JoinPanel, hub: HubAtTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("f2f_desktop.protocol.manifest.PAYS", 10.0)  # thirty voters are less than their envelope
    at_desk.services.courier.join_by_invite(read_invite(hub.link), "Vera Volunteer")
    at_desk.services.courier.round()
    services = at_desk.services
    services.matchmaking.install_received(services.downloading.receive(services.courier.offers()[0]))
    newer = tmp_path / "newer.f2fx"
    expires = datetime.now(UTC).date() + timedelta(days=90)
    write_extract(newer, voters(), ExtractDetails(layout="test", expires=expires), KEY)
    hub.publish(extract=newer.read_bytes())
    services.courier.round()
    services.importing.store("friends.vcf", friends(), ())
    start = StartPage(at_desk.desk)
    at_desk.shown(start)
    start.refresh()
    at_desk.rest()
    assert "has published a newer voter extract" in start.missing.text()
    offers = OfferList(at_desk.desk)
    at_desk.shown(offers)
    offers.refresh()
    at_desk.rest()
    assert [button.text() for button in offers.buttons] == ["Update"]
    offers.buttons[0].click()
    at_desk.rest()
    installed = services.matchmaking.installed()
    assert installed is not None
    assert installed.expires == expires
    assert [button.text() for button in offers.buttons] == ["Download again"]
