"""An export is asked for page by page, and waits where the hub says that it has too much to do."""

import threading
from pathlib import Path

import pytest

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.sync import listing
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.sync.troubles import HubBusy
from tests.hub.chaos import BUSY, CLEAR, Chaos, Mood
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, invite

SOON = 0.3


def test_an_export_waits_for_a_hub_that_asks_it_to(
    sqlite_hub: HubProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Chaos(int(sqlite_hub.url.rpartition(":")[2])) as line:
        sqlite_hub.url = line.url
        laptop = Laptop(tmp_path / "olga", "Olga Organizer").join(invite(sqlite_hub, "--role", "organizer"))
        asking = Organizing(laptop.vault, laptop.courier)
        monkeypatch.setattr(listing, "LONGEST_PAUSE", SOON)
        line.mood = Mood(instead=BUSY)
        with pytest.raises(HubBusy):  # the hub stays busy: five times are enough
            list(asking.all_receivers(ActionId("vote")))
        assert line.connections >= listing.BUSY_TRIES

        def clear() -> None:
            line.mood = CLEAR

        later = threading.Timer(SOON, clear)
        later.start()
        assert list(asking.all_receivers(ActionId("vote"))) == []
        later.join()
        # The control arm: without patience half an export is what comes of it.
        monkeypatch.setattr(listing, "BUSY_TRIES", 1)
        line.mood = Mood(instead=BUSY)
        with pytest.raises(HubBusy):
            list(asking.all_receivers(ActionId("vote")))
        laptop.close()
