"""Pieces of an extract wait on the laptop encrypted, survive a crash, and are forgotten with their key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.vault.downloads import DOWNLOAD, DownloadStore
from f2f_desktop.vault.files import DiskFull
from f2f_desktop.vault.vault import Protection, Vault, create
from f2f_desktop.voterfile.receiving import Piece
from tests.vault.evenings import CHEAP, PASSPHRASE

PIECES = {Piece(start, 500, ""): bytes([start % 251]) * 500 for start in range(0, 5_000, 500)}


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = create(tmp_path / "vault", Protection(PASSPHRASE, cost=CHEAP))
    yield made
    made.lock()


def test_what_was_kept_comes_back_also_in_another_process(vault: Vault) -> None:
    store = DownloadStore(vault)
    for piece, content in PIECES.items():
        assert store.get(piece) == b""
        store.put(piece, content)
        assert store.get(piece) == content
    again = DownloadStore(vault)
    assert {piece: again.get(piece) for piece in PIECES} == PIECES
    assert bytes([7]) * 50 not in (vault.folder / DOWNLOAD).read_bytes()


def test_a_record_that_was_cut_off_is_written_over(vault: Vault) -> None:
    store = DownloadStore(vault)
    for piece, content in PIECES.items():
        store.put(piece, content)
    path = vault.folder / DOWNLOAD
    path.write_bytes(path.read_bytes()[:-100])
    again = DownloadStore(vault)
    last = Piece(4_500, 500, "")
    assert again.get(last) == b""
    again.put(last, PIECES[last])
    assert {piece: DownloadStore(vault).get(piece) for piece in PIECES} == PIECES


def test_a_changed_record_is_nothing(vault: Vault) -> None:
    store = DownloadStore(vault)
    first = Piece(0, 500, "")
    store.put(first, PIECES[first])
    path = vault.folder / DOWNLOAD
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(bytes(data))
    assert DownloadStore(vault).get(first) == b""


def test_wiping_forgets_key_and_file(vault: Vault) -> None:
    store = DownloadStore(vault)
    first = Piece(0, 500, "")
    store.put(first, PIECES[first])
    kept = (vault.folder / DOWNLOAD).read_bytes()
    store.wipe()
    assert not (vault.folder / DOWNLOAD).exists()
    (vault.folder / DOWNLOAD).write_bytes(kept)
    assert DownloadStore(vault).get(first) == b""


def test_a_full_disk_is_told_and_the_rest_stays(vault: Vault, request: pytest.FixtureRequest) -> None:
    store = DownloadStore(vault)
    first, large = Piece(0, 500, ""), Piece(500, 100_000, "")
    store.put(first, PIECES[first])
    request.getfixturevalue("little_room")
    with pytest.raises(DiskFull):
        store.put(large, bytes(100_000))
    assert DownloadStore(vault).get(first) == PIECES[first]
    assert DownloadStore(vault).get(large) == b""
