"""People by the page on a laptop: an export goes through all pages, and without network there is what was kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.protocol.listing import DeviceOrder, UserOrder
from f2f_desktop.sync import listing
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.sync.troubles import HubAnswersNot
from tests.hub.laptops import Laptop, message
from tests.hub.processes import HubProcess, invite, wait_until

NAMES = ("Ana", "Bo", "Carla", "Dev", "Edie")


@pytest.fixture
def olga(sqlite_hub: HubProcess, tmp_path: Path) -> Iterator[Laptop]:
    """An organizer; five volunteers, of whom each has sent one message more than the one before, have joined, too."""
    made = Laptop(tmp_path / "olga", "Olga").join(invite(sqlite_hub, "--role", "organizer"))
    for number, name in enumerate(NAMES):
        laptop = Laptop(tmp_path / name, name)
        laptop.courier.join_by_invite(read_invite(invite(sqlite_hub)), name, f"{name}@example.org", room=False)
        laptop.do(*(message(10 * number + each) for each in range(number)))
        laptop.round()
        laptop.close()
    yield made
    made.close()


def test_an_export_holds_everybody_however_many_pages_they_are(
    sqlite_hub: HubProcess, olga: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    organizing, action = Organizing(olga.vault, olga.courier), message(0).action
    wait_until(lambda: len(organizing.users(action).value) == len(NAMES) - 1)
    whole = organizing.devices().value, organizing.users(action).value
    monkeypatch.setattr(listing, "MOST_ROWS", 2)
    assert (organizing.devices().value, organizing.users(action).value) == whole
    assert [row.name for row in whole[0]] == [*NAMES, "Olga"]
    assert [row.name for row in whole[1]] == ["Edie", "Dev", "Carla", "Bo"]  # Ana has done nothing in it
    sqlite_hub.kill()
    kept = organizing.devices(), organizing.users(action)
    assert (kept[0].value, kept[1].value) == whole
    assert {each.trouble for each in kept} == {"HubAnswersNot"}


def test_without_the_hub_people_are_sorted_and_searched_from_what_was_seen(
    sqlite_hub: HubProcess, olga: Laptop
) -> None:
    organizing, action = Organizing(olga.vault, olga.courier), message(0).action
    wait_until(lambda: len(organizing.page_of_users(action).value.rows) == len(NAMES) - 1)
    first = organizing.page_of_devices(DeviceOrder.NAME, most=2)
    organizing.page_of_devices(DeviceOrder.NAME, search="edie", most=2)
    assert [row.name for row in first.value.rows] == ["Ana", "Bo"]
    assert first.value.after
    sqlite_hub.kill()
    seen = organizing.page_of_devices(DeviceOrder.NAME, descending=True)
    assert ([row.name for row in seen.value.rows], seen.value.after) == (["Edie", "Bo", "Ana"], "")
    assert seen.trouble == "HubAnswersNot"
    assert [row.name for row in organizing.page_of_devices(search="AN").value.rows] == ["Ana"]
    with pytest.raises(HubAnswersNot):
        organizing.devices()  # what was seen is not everybody
    with pytest.raises(HubAnswersNot):
        organizing.page_of_users(ActionId("never looked at"))
    users = organizing.page_of_users(action, UserOrder.NAME, descending=False)
    assert [row.name for row in users.value.rows] == ["Bo", "Carla", "Dev", "Edie"]
    assert users.value.totals["initial"] == sum(range(len(NAMES)))
    assert [row.name for row in organizing.users(action).value] == ["Edie", "Dev", "Carla", "Bo"]
