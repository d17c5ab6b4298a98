"""Carrying others' reports in the window, against a real hub: packets in, delivered by themselves, receipts back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.sync.packets import Packets
from f2f_desktop.ui.arrivals import sorted_out
from f2f_desktop.ui.main_window import MainWindow
from f2f_desktop.ui.volunteer.carrying import CarryPage
from f2f_desktop.volunteer.campaigns import Volunteer
from tests.hub.laptops import Laptop
from tests.hub.test_carrying import SECRET, nowhere_in, with_note
from tests.ui.house import House
from tests.ui.hub_at_test import HubAtTest


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubAtTest]:
    made = HubAtTest(tmp_path_factory.mktemp("hub") / "h")
    yield made
    made.end()


@pytest.fixture
def maker(hub: HubAtTest, tmp_path: Path) -> Iterator[Laptop]:
    """Somebody who has no network any more."""
    made = Laptop(tmp_path / "maker", "Mina Maker").join(hub.link)
    made.work(2)
    with_note(made)
    yield made
    made.close()


def packet(maker: Laptop, path: Path) -> Path:
    Packets(maker.vault).export(path)
    return path


def window_of(house: House, hub: HubAtTest) -> MainWindow:
    """A window that has joined the hub, after its first round."""
    house.services.campaigns.introduce(Volunteer("Otto Carrier"))
    house.services.courier.join_by_invite(read_invite(hub.link), "Otto Carrier")
    window = house.window()
    rested(house, window)
    return window


def rested(house: House, window: MainWindow) -> None:
    house.until(lambda: not window.syncing.running)
    house.rest()


def carry_page(house: House, window: MainWindow) -> CarryPage:
    window.sync_bar.open_popover()
    window.sync_bar.popover.carry.click()
    house.rest()
    page = window.pages.page("carry")
    assert isinstance(page, CarryPage)
    assert window.pages.current == "carry"
    return page


def test_packets_dropped_on_the_window_are_delivered_and_receipts_go_back(
    house: House, hub: HubAtTest, maker: Laptop, tmp_path: Path
) -> None:
    window = window_of(house, hub)
    file, damaged = packet(maker, tmp_path / "mina.f2fpacket"), tmp_path / "cut.f2fpacket"
    damaged.write_bytes(b"f2f-packet nothing of the kind")
    assert sorted_out([file, damaged]).packets == (file, damaged)
    assert maker.courier.standing().waiting == 5
    window.take_files([file, damaged])
    page = window.pages.page("carry")
    assert isinstance(page, CarryPage)
    house.until(lambda: bool(page.lines) and page.lines[0].pill.text() == "Delivered")
    rested(house, window)
    assert page.outcome.text() == "1 packet(s) taken along."
    assert page.failures.text().startswith("cut.f2fpacket: ")
    assert page.receipts.isEnabled()
    back = tmp_path / "back.f2freceipt"
    page.write_receipts(back)
    house.rest()
    assert "1 receipt(s) saved in back.f2freceipt" in page.toast.text()
    assert maker.courier.take_receipts(back.read_bytes()) == 1
    assert maker.courier.standing().all_safe
    page.forget.click()
    house.rest()
    assert page.lines == []
    assert house.services.carrying.packets() == []
    assert house.faults == []


def test_whoever_is_paused_carries_without_reading_until_they_resume(
    house: House, hub: HubAtTest, maker: Laptop, tmp_path: Path
) -> None:
    window = window_of(house, hub)
    window.syncing.pause(True)
    rested(house, window)
    page = carry_page(house, window)
    page.take_files([packet(maker, tmp_path / "mina.f2fpacket")])
    house.rest()
    assert page.lines[0].pill.text() == "Waiting"
    assert "1 waiting" in page.summary.text()
    assert not page.receipts.isEnabled()
    carrier = Laptop.__new__(Laptop)
    carrier.vault = house.services.courier._vault
    assert nowhere_in(carrier, SECRET.encode())
    page.take_files([tmp_path / "mina.f2fpacket"])
    house.rest()
    assert "packet(s) had been taken along before" in page.outcome.text()
    window.syncing.pause(False)
    house.until(lambda: page.lines[0].pill.text() == "Delivered")
    rested(house, window)


def test_a_packet_that_the_hub_refuses_stays_with_its_ways_out(
    house: House, hub: HubAtTest, maker: Laptop, tmp_path: Path
) -> None:
    window = window_of(house, hub)
    page = carry_page(house, window)
    file = packet(maker, tmp_path / "mina.f2fpacket")
    data = bytearray(file.read_bytes())
    data[-20] ^= 1  # whoever carries cannot see that; the hub does
    file.write_bytes(data)
    page.take_files([file])
    house.until(lambda: bool(page.lines) and page.lines[0].pill.text() == "Not taken by the hub")
    rested(house, window)
    assert page.lines[0].packet.name == "mina.f2fpacket"
    assert page.lines[0].packet.refusal
    assert page.summary.text().endswith(" · 1 not taken by the hub")
    assert not page.forget.isEnabled()
    page.lines[0].leave.click()
    house.rest()
    assert page.lines == []


def test_without_a_hub_the_page_says_what_comes_first(house: House, tmp_path: Path) -> None:
    window = house.window()
    page = carry_page(house, window)
    assert page.missing.isVisible()
    assert not page.zone.isVisible()


def test_receipts_that_somebody_brings_make_this_laptop_safe(house: House, hub: HubAtTest, tmp_path: Path) -> None:
    window = window_of(house, hub)
    window.syncing.pause(True)
    rested(house, window)
    house.send(2)
    house.services.packets.export(tmp_path / "own.f2fpacket")
    carrier = Laptop(tmp_path / "carrier", "Cora Carrier").join(hub.link)
    from f2f_desktop.sync.carrying import Carrying

    carrying = Carrying(carrier.vault)
    assert carrying.take_along("own.f2fpacket", (tmp_path / "own.f2fpacket").read_bytes())
    carrier.round()
    carrying.write_receipts(tmp_path / "back.f2freceipt")
    carrier.close()
    assert house.services.courier.standing().waiting > 0
    window.take_files([tmp_path / "back.f2freceipt"])
    house.rest()
    page = window.pages.page("carry")
    assert isinstance(page, CarryPage)
    assert "1 receipt(s) for this laptop" in page.outcome.text()
    assert house.services.courier.standing().waiting == 0
