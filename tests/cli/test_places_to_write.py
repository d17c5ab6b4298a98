"""Where a command writes: a device or a pipe stays one, a link stays a link, and a disk without room is words."""

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from f2f_desktop.cli.main import main
from f2f_desktop.cli.terminal import write_text
from f2f_desktop.demo.build import build_demo
from f2f_desktop.errors import KnownError
from f2f_desktop.vault.files import write_durably
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.replacing import check_folder, replacing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and devices with names are POSIX's")

Write = Callable[[Path, bytes], None]


def by_text(path: Path, data: bytes) -> None:
    """As `match --out` and `targets resolve` write."""
    write_text(path, data.decode())


def by_replacing(path: Path, data: bytes) -> None:
    """As extracts are written."""
    check_folder(path)
    with replacing(path) as file:
        file.write(data)


WRITERS = pytest.mark.parametrize("write", [by_text, by_replacing, write_durably])


def device(path: Path, minor: int) -> Path:
    """A node of the kind of /dev/null (3) or /dev/full (7), in a folder of our own."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, minor))
        with path.open("wb"):
            pass
    except OSError:
        pytest.skip("no device can be made and opened here")
    return path


@WRITERS
def test_a_pipe_stays_and_gets_the_whole(write: Write, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write(pipe, b"voters" * 50_000)
    reader.join(timeout=30)
    assert got == [b"voters" * 50_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


@WRITERS
def test_a_device_stays(write: Write, tmp_path: Path) -> None:
    node = device(tmp_path / "nowhere", 3)
    write(node, b"voters")
    assert stat.S_ISCHR(node.stat().st_mode)
    assert list(tmp_path.iterdir()) == [node]


@WRITERS
def test_a_device_without_room_is_told_in_words(write: Write, tmp_path: Path) -> None:
    node = device(tmp_path / "full", 7)
    with pytest.raises(KnownError):
        write(node, b"voters" * 50_000)
    assert stat.S_ISCHR(node.stat().st_mode)


@WRITERS
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_the_file_behind_it_is_written(write: Write, there: bool, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    target, link = tmp_path / "stick" / "out", tmp_path / "out"
    if there:
        target.write_bytes(b"before")
    link.symlink_to(target)
    write(link, b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"
    assert sorted(tmp_path.rglob("*")) == sorted([link, target, target.parent])


def test_an_extract_that_comes_through_a_pipe_is_the_extract(tmp_path: Path) -> None:
    files = build_demo(tmp_path / "demo", voters=300, contacts=5)
    whole = files.extract.read_bytes()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: (tmp_path / "copy.f2fx").write_bytes(pipe.read_bytes()), daemon=True)
    reader.start()
    by_replacing(pipe, whole)
    reader.join(timeout=30)
    assert (tmp_path / "copy.f2fx").read_bytes() == whole
    assert open_extract(tmp_path / "copy.f2fx").voters.ids.size


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More contacts than fit into a pipe's buffer."""
    path = tmp_path_factory.mktemp("book") / "book.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Ruíz{0}\nTEL:919555{0:04}\nEMAIL:z{0}@example.org\nEND:VCARD\n"
    path.write_text("".join(card.format(number) for number in range(600)), "utf-8")
    return path


def command(*words: str | Path, shell: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What `f2f-desktop WORDS...` does within the shell line `shell`, where it stands as `"$@"`."""
    return subprocess.run(
        ["/bin/sh", "-c", shell, "sh", sys.executable, "-m", "f2f_desktop", *map(str, words)],
        capture_output=True,
        timeout=120,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_demo(tmp_path_factory.mktemp("demo"), voters=300, contacts=5).extract


@pytest.mark.parametrize("verb", ["contacts", "match"])
def test_a_terminal_without_accents_gets_utf_8(verb: str, book: Path, extract: Path) -> None:
    words = ["contacts", "read", book] if verb == "contacts" else ["match", book, "--extract", extract]
    done = command(*words, shell='exec "$@"', PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "Zoë Ruíz7" in done.stdout.decode()


@pytest.mark.parametrize("verb", ["contacts", "match", "info"])
def test_output_without_room_is_one_line_and_exit_1(verb: str, book: Path, extract: Path, tmp_path: Path) -> None:
    node = device(tmp_path / "full", 7)
    words: dict[str, list[str | Path]] = {
        "contacts": ["contacts", "read", book],
        "match": ["match", book, "--extract", extract],
        "info": ["extract", "info", extract],
    }
    done = command(*words[verb], shell=f'exec "$@" > "{node}"')
    assert done.returncode == 1
    said = [line for line in done.stderr.decode().splitlines() if "signed by" not in line]
    assert len(said) == 1
    assert said[0].startswith("f2f-desktop: The output cannot be written")
    assert stat.S_ISCHR(node.stat().st_mode)


@pytest.mark.parametrize("verb", ["contacts", "match", "info"])
def test_a_reader_that_goes_away_is_left_in_peace(verb: str, book: Path, extract: Path) -> None:
    words: dict[str, list[str | Path]] = {
        "contacts": ["contacts", "read", book],
        "match": ["match", book, "--extract", extract],
        "info": ["extract", "info", extract],
    }
    # `true` has gone before anything is written; the command's own status comes by the third descriptor.
    done = command(*words[verb], shell='{ sleep 0; "$@"; echo "status $?" >&2; } | true')
    said = [line for line in done.stderr.decode().splitlines() if "signed by" not in line]
    assert said == ["status 0"]


@pytest.mark.parametrize("name", ["contacts", "match", "extract", "packet", "demo"])
def test_a_file_called_like_a_command_does_not_take_its_place(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text("not a command\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"usage: f2f-desktop {name}" in capsys.readouterr().out
