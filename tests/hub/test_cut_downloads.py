"""A download over a line that is cut again and again goes on where it was, and what comes is what was published."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.protocol.manifest import ExtractOffer
from f2f_desktop.sync import pulling
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.publishing import send_blob
from f2f_desktop.sync.pulling import BlobFetch, blob
from f2f_desktop.sync.troubles import HubAnswersNot
from f2f_desktop.vault.hubs import known_hubs
from tests.figures import note, note_control
from tests.hub.chaos import CLEAR, Chaos, Mood
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, invite, new_hub
from tests.hub.test_chaos import lead
from tests.memory_folder import folder_in_memory

DATA = random.Random(1).randbytes(3_300_000)
NAME = hashlib.sha256(DATA).hexdigest()
OFFER = ExtractOffer("id", "District 1", NAME, len(DATA), "")


@pytest.fixture(scope="module")
def sqlite_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    """One hub for all."""
    with folder_in_memory(tmp_path_factory) as folder:
        made = new_hub(folder / "hub").start()
        yield made
        made.stop()


@pytest.fixture
def line(sqlite_hub: HubProcess) -> Iterator[Chaos]:
    with Chaos(int(sqlite_hub.url.rsplit(":", 1)[1])) as made:
        yield made


@pytest.fixture
def client(sqlite_hub: HubProcess, line: Chaos, tmp_path: Path) -> Iterator[HubClient]:
    """An organizer's, who has sent the file; what it asks for goes over the line."""
    laptop = Laptop(tmp_path / "vault").join(invite(sqlite_hub, "--role", "organizer"))
    lead(laptop, line.url)
    with laptop.vault.transaction() as connection:
        hub = known_hubs(connection)[0]
    made = laptop.courier.client(hub)
    send_blob(made, NAME, DATA, lambda *_: None)
    made.close()
    made = laptop.courier.client(hub)
    yield made
    made.close()
    laptop.close()


def fetch_rest(fetch: BlobFetch, arrived: bytearray) -> None:
    while len(arrived) < len(DATA):
        arrived += fetch(len(arrived), len(arrived) + 256 * 1024)


@pytest.mark.parametrize("cut_after", [90_000, 300_000, 700_000])
def test_a_file_comes_whole_over_a_line_that_is_cut_every_few_hundred_kilobytes(
    client: HubClient, line: Chaos, cut_after: int
) -> None:
    line.mood = Mood(down_to=cut_after)
    assert blob(client, NAME, len(DATA)) == DATA
    assert line.connections > len(DATA) // cut_after


def test_after_a_line_that_gave_nothing_a_download_goes_on_where_it_was(client: HubClient, line: Chaos) -> None:
    fetch, arrived = BlobFetch(client, OFFER), bytearray()
    line.mood = Mood(down_to=300_000)
    while len(arrived) < 1_500_000:
        arrived += fetch(len(arrived), len(arrived) + 256 * 1024)
    line.mood = Mood(down_to=10_000)
    client.close()
    with pytest.raises(HubAnswersNot):
        fetch_rest(fetch, arrived)
    assert 1_500_000 <= len(arrived) < len(DATA)
    line.mood = CLEAR
    fetch_rest(fetch, arrived)
    assert arrived == DATA


CUT_DOWNLOADS = "downloads cut every two seconds (connections)"


@pytest.mark.long
def test_a_file_comes_whole_over_a_slow_line_that_is_cut_every_two_seconds(client: HubClient, line: Chaos) -> None:
    line.mood, before = Mood(lasts=2.0, pace=150_000), line.connections
    assert blob(client, NAME, len(DATA)) == DATA
    note(CUT_DOWNLOADS, line.connections - before, lost=0)
    assert line.connections - before > 5


@pytest.mark.control
def test_the_control_with_whole_pieces_alone_it_never_comes_through(
    client: HubClient, line: Chaos, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulling, "SHORTEST", pulling.PIECE)
    line.mood = Mood(down_to=300_000)
    with pytest.raises(HubAnswersNot):
        blob(client, NAME, len(DATA))
    note_control(CUT_DOWNLOADS, "whole pieces alone", "never comes through")
