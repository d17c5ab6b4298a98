"""A full disk is told in words, loses nothing that was acknowledged, and leaves a vault that opens and goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.vault.files import DiskFull, copy_durably, write_durably
from tests.memory_folder import folder_in_memory
from tests.vault.evening_worker import STEPS_IN_ROOM, Order, Server, acknowledged
from tests.vault.test_kill import missing_after

ROOMS = (0, 100, 4_096, 90_000, 150_000, 200_000, 260_000, 330_000, 500_000, 64_000_000)
"""Bytes that a file may have: too few for the keys, for the tables, for a campaign, for the steps of an evening."""


@pytest.fixture(scope="module")
def evenings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Path]]:
    """One evening for each of the rooms."""
    with folder_in_memory(tmp_path_factory) as home, Server() as server:
        folders = {room: home / f"room-{room}" / "vault" for room in ROOMS}
        for room, folder in folders.items():
            folder.parent.mkdir()
            # A log that the limit would cut as well says less than was saved, never more.
            order = Order(str(folder), str(folder.with_name("evening.log")), room=room)
            assert server.run(order) == 0
        yield folders


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_acknowledged_is_lost_and_the_same_process_can_go_on(evenings: dict[int, Path], room: int) -> None:
    saved = acknowledged(evenings[room].with_name("evening.log"))
    assert missing_after(evenings[room], saved) == []
    assert len(saved) >= STEPS_IN_ROOM


def test_what_happened_is_told_in_words(evenings: dict[int, Path]) -> None:
    words = [folder.with_name("evening.words").read_text() for folder in evenings.values()]
    told = [each for each in words if each]
    # The control: it did become full, at several places of the way, and not at all where there was room.
    assert len(told) >= 6
    assert words[-1] == ""
    assert all(each.startswith("DiskFull") or "VaultFolderUnusable" in each for each in told), told


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file for which there will be no room."""
    path = tmp_path / "large"
    path.write_bytes(bytes(100_000))
    return path


def test_a_file_is_written_whole_or_not_at_all(large: Path, little_room: None) -> None:
    path = large.with_name("keys")
    write_durably(path, b"old")
    with pytest.raises(DiskFull):
        write_durably(path, bytes(100_000))
    with pytest.raises(DiskFull):
        copy_durably(large, path)
    assert path.read_bytes() == b"old"
    assert not list(large.parent.glob("*.part"))
    write_durably(path, b"new")
    assert path.read_bytes() == b"new"
