"""The room's screen, on a real hub: opened, joined, closed, handed over and erased, each step told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from f2f_desktop.protocol.api import HubIdentity
from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.protocol.room import OpenRoom, RoomNotStarted
from f2f_desktop.ui.organizer.room import RoomPage
from f2f_desktop.ui.organizer.room_view import RoomView
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.room_process import RoomProcess, own_addresses
from f2f_desktop.ui.theme import LIGHT, apply_theme
from f2f_desktop.workspace import RoomStart
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, invite, new_hub
from tests.hub.rooms import join_room
from tests.ui.house import House

PATIENCE = 60_000


@pytest.fixture
def main_hub(tmp_path: Path) -> Iterator[HubProcess]:
    made = new_hub(tmp_path / "hub", campaign="vote").start()
    yield made
    made.stop()


@pytest.fixture
def organizer(house: House, main_hub: HubProcess, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A house whose laptop has joined the hub as an organizer's; its rooms are on loopback."""
    forget_campaign(house)
    link = invite(main_hub, "--role", "organizer")
    house.services.courier.join_by_invite(read_invite(link), "Olga Organizer")
    monkeypatch.setattr("f2f_desktop.ui.organizer.room.own_addresses", lambda: ("127.0.0.1",))
    yield house
    house.desk.room.stop_now()


def forget_campaign(house: House) -> None:
    """The sample campaign has another key than the hub's."""
    from sqlalchemy import text

    assert house.workspace._vault is not None
    with house.workspace._vault.transaction() as connection:
        connection.execute(text("DELETE FROM bundles"))


def until(condition: object) -> None:
    assert callable(condition)
    for _ in range(PATIENCE // 20):
        if condition():
            return
        QTest.qWait(20)
    raise AssertionError("it has not come true")


def shown(house: House) -> RoomPage:
    page = RoomPage(house.desk)
    house.show(page)
    page.refresh()
    house.rest()
    return page


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_a_volunteers_laptop_cannot_open_a_room(house: House) -> None:
    page = shown(house)
    assert not page.open_button.isEnabled()
    assert "Only an organizer" in page._words.text()


def test_a_room_is_opened_joined_closed_and_handed_over(organizer: House, tmp_path: Path) -> None:
    page = shown(organizer)
    assert page.open_button.isEnabled()
    press(page.open_button)
    until(lambda: page.view.isVisible() and not page.progress.isVisible())
    room = organizer.desk.room.room
    assert room is not None
    assert page.view.address.text() == room.addresses[0]
    assert page.view.code.text().replace(" ", "") == room.code
    assert page.view.qr.is_shown()
    vera = join_room(Laptop(tmp_path / "vera", "Vera"), room)
    vera.work(2)
    vera.courier.round()
    until(lambda: (page.view.laptops.text(), page.view.events.text()) == ("1", "4"))
    assert page.view.names.text() == "Vera"
    press(page.view.close_button)
    until(lambda: not organizer.desk.room.running)
    organizer.rest()
    assert "not handed over yet" in page._state.text()
    assert not page.forget_button.isVisible()
    assert page.hand_over_button.isVisible()
    press(page.hand_over_button)
    until(lambda: page._outcome.isVisible() and not organizer.desk.room.running)
    assert page._outcome.text().endswith("The campaign's hub has all of it.")
    organizer.rest()
    assert not page.hand_over_button.isVisible()
    press(page.forget_button)
    organizer.rest()
    assert organizer.services.rooms.kept() is None
    assert organizer.faults == []
    vera.close()


def test_an_open_room_can_be_read_in_large_letters(house: House, qapp: QApplication) -> None:
    view = RoomView()
    house.show(view)
    link = "f2f://join/" + "x" * 300
    view.show_room(OpenRoom(8443, HubIdentity(b"", b""), b"", ("192.0.2.107:8443",), "ABC234", link))
    for scale, width, below in ((1.0, 1000, False), (1.6, 700, True)):
        apply_theme(qapp, LIGHT, scale)
        view.resize(width, 900)
        house.rest()
        assert view.code.width() >= view.code.sizeHint().width()
        assert view.qr.geometry().right() <= view.width()
        assert (view.qr.y() > view.code.y()) == below


def test_closing_the_window_asks_while_a_room_is_open_and_its_data_is_offered_next(organizer: House) -> None:
    window = organizer.window()
    window.show_page("room")
    organizer.rest()
    bar = window.pages.page("organizer")
    assert isinstance(bar, OrganizerPage)
    assert bar.current == "room"
    page = bar.place("room")
    assert isinstance(page, RoomPage)
    press(page.open_button)
    until(lambda: page.view.isVisible() and not page.progress.isVisible())
    window.lock()
    until(lambda: window.pages.current == "unlock")
    assert organizer.desk.room is not window.desk.room
    assert window.desk.room.for_everybody
    assert not window.close()
    assert window._leave.box is not None
    buttons = {button.text(): button for button in window._leave.box.buttons()}
    press(buttons["Stay"])
    organizer.rest()
    assert window.isVisible()
    assert not window.close()
    buttons = {button.text(): button for button in window._leave.box.buttons()}
    press(buttons["Close both"])
    until(lambda: not window.isVisible())
    assert not window.desk.room.running


def test_a_room_that_was_cut_off_is_the_first_thing_to_be_shown(organizer: House) -> None:
    organizer.services.rooms.prepare(("127.0.0.1",))
    window = organizer.window()
    until(lambda: window.pages.current == "organizer")
    bar = window.pages.page("organizer")
    assert isinstance(bar, OrganizerPage)
    until(lambda: bar.current == "room")


def test_a_hub_that_does_not_start_is_told_in_its_own_words(qtbot: object, tmp_path: Path) -> None:
    process = RoomProcess()
    told: list[object] = []
    process.failed.connect(told.append)
    process.start(RoomStart(("hub", "room", "--folder", str(tmp_path / "nowhere")), {}))
    until(lambda: bool(told) and not process.running)
    assert isinstance(told[0], RoomNotStarted)
    assert "There is no room" in str(told[0])


def test_this_laptops_addresses_are_found_without_asking_anybody() -> None:
    assert "127.0.0.1" not in own_addresses()
