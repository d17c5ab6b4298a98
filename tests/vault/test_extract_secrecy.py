"""The voter extract never lies open on the disk: not while it is installed or fetched, nor after `kill -9`."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard

from f2f_desktop.events.signing import SigningKey
from f2f_desktop.volunteer.matchmaking import Matchmaking
from f2f_desktop.voterfile.receiving import receive
from f2f_desktop.workspace import Workspace
from tests.vault.evenings import PASSPHRASE
from tests.vault.secret_evening import extract_of_ada
from tests.voterfile.lines import Kept, Line

SECRETS = (b"QUILLFEATHER", b"PFEFFERNUSS", b"MARROWFAT LANE")
ZSTD = b"\x28\xb5\x2f\xfd"


def readable_in(folder: Path) -> set[str]:
    """Names of the files below `folder` from which a thief reads a voter's name, unpacking what can be unpacked."""
    found = set()
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        texts = [data]
        place = data.find(ZSTD)
        while place >= 0:
            with contextlib.suppress(zstandard.ZstdError):
                texts.append(zstandard.ZstdDecompressor().decompressobj().decompress(data[place:]))
            place = data.find(ZSTD, place + 1)
        if any(secret in text for secret in SECRETS for text in texts):
            found.add(path.name)
    return found


def run(
    home: Path, extract: Path, what: str, pieces: int, how: str = "sealed"
) -> "subprocess.CompletedProcess[str]":
    (home / "tmp").mkdir(parents=True)
    return subprocess.run(
        [sys.executable, "-m", "tests.vault.extract_worker", home / "vault", extract, what, str(pieces), how],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "TMPDIR": str(home / "tmp")},
    )


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """Ada's extract, on the stick that it came on."""
    stick = tmp_path / "stick"
    stick.mkdir()
    data = extract_of_ada(stick, SigningKey.generate())
    (stick / "district.f2fx").write_bytes(data)
    return stick / "district.f2fx"


@pytest.mark.parametrize("what", ["install", "download"])
def test_nothing_can_be_read_after_kill_9_in_the_middle(tmp_path: Path, extract: Path, what: str) -> None:
    for pieces in (12, 40):
        home = tmp_path / f"{what}-{pieces}"
        died = run(home, extract, what, pieces)
        assert died.returncode == -9, died.stderr
        written = [path.name for path in (home / "vault").glob("extract-*")]
        assert written
        assert readable_in(home) == set()


def test_after_kill_9_a_download_goes_on_from_where_it_was(tmp_path: Path, extract: Path) -> None:
    home, data = tmp_path / "home", extract.read_bytes()
    whole = Line(data)
    assert receive(whole, Kept()) == data
    assert run(home, extract, "download", 12).returncode == -9
    workspace = Workspace(home / "vault")
    workspace.unlock(PASSPHRASE)
    rest = Line(data)
    vault = workspace._vault
    assert vault is not None
    services = Matchmaking(vault)
    services.trusted = lambda: None  # type: ignore[method-assign]
    services.download(rest)
    assert len(services.open().voters) > 0
    workspace.lock()
    assert 0 < rest.given < whole.given


@pytest.mark.parametrize("what", ["install", "download"])
def test_control_without_encryption_the_thief_reads_it(tmp_path: Path, extract: Path, what: str) -> None:
    home = tmp_path / what
    died = run(home, extract, what, 40, "open")
    assert died.returncode == -9, died.stderr
    assert any(name.startswith("extract-") for name in readable_in(home))


def test_nor_afterwards(tmp_path: Path, extract: Path) -> None:
    home = tmp_path / "home"
    done = run(home, extract, "download", 0)
    assert int(done.stdout) > 40, done.stderr
    assert [path.name for path in (home / "vault").glob("extract-*") if "download" in path.name] == []
    assert readable_in(home) == set()
    assert readable_in(extract.parent) == {"district.f2fx"}
