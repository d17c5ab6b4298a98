"""No work folder of a cut stays behind, however the cut ends; the folders of living processes are left alone."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.voterfile import work_folder as module
from f2f_desktop.voterfile.work_folder import IN_USE, PREFIX, clear_left_behind, work_folder
from tests.voterfile.voter_files import text, voter

HOLD = """
import sys, time
from f2f_desktop.voterfile.work_folder import work_folder
with work_folder() as folder:
    (folder / "0.regular").write_text("somebody")
    print(folder, flush=True)
    time.sleep(60)
"""
CUT = """
import sys
from f2f_desktop.voterfile import cutting
whole = cutting._Cut._records
def slowly(self, *words):
    print(self._folder, flush=True)
    import time
    time.sleep(60)
    return whole(self, *words)
cutting._Cut._records = slowly
from f2f_desktop.cli.main import main
sys.exit(main(["extract", *sys.argv[1:]]))
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of our own, here and in child processes."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def holder(temporary: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that works in a folder."""
    with subprocess.Popen([sys.executable, "-c", HOLD], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(str(temporary))
        yield process
        process.kill()


def folders(temporary: Path) -> list[str]:
    return [path.name for path in temporary.glob(f"{PREFIX}*")]


def test_a_work_folder_is_gone_after_work_and_after_a_fault(temporary: Path) -> None:
    with work_folder() as folder:
        (folder / "0.regular").write_text("somebody")
        assert folders(temporary) == [folder.name]
    assert not folders(temporary)
    with pytest.raises(ValueError, match="fault"), work_folder():
        raise ValueError("fault")
    assert not folders(temporary)


def test_the_folder_of_a_living_process_stays_and_that_of_a_killed_one_goes(
    temporary: Path, holder: subprocess.Popen[str]
) -> None:
    with work_folder() as folder:
        assert len(folders(temporary)) == 2
        clear_left_behind()
        assert len(folders(temporary)) == 2, "both are in use"
        holder.kill()
        holder.wait()
        clear_left_behind()
        assert folders(temporary) == [folder.name]


def test_control_without_the_lock_a_living_process_would_lose_its_folder(
    temporary: Path, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_locked", lambda _: True)
    assert holder.poll() is None
    clear_left_behind()
    assert not folders(temporary)


def test_who_loses_a_new_folder_to_somebody_who_clears_up_takes_another(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(module, "_locked", lambda _: answers.pop(0))
    with work_folder() as folder:
        assert folders(temporary) == [folder.name]
    assert not answers


def test_what_is_no_work_folder_of_ours_stays(temporary: Path) -> None:
    (temporary / f"{PREFIX}notes").mkdir()
    (temporary / f"{PREFIX}list.txt").write_text("x")
    outside = temporary.parent / "outside"
    outside.mkdir()
    (outside / IN_USE).touch()
    (temporary / f"{PREFIX}link").symlink_to(outside, target_is_directory=True)
    clear_left_behind()
    assert len(folders(temporary)) == 3
    assert outside.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("step", ["count", "cut"])
def test_a_cut_that_is_told_to_end_leaves_nothing_behind(
    number: signal.Signals, step: str, temporary: Path, tmp_path: Path
) -> None:
    (tmp_path / "voters.txt").write_text(text([voter(each) for each in range(50)]))
    words = [step, str(tmp_path / "voters.txt"), *(["--out", str(tmp_path / "out.f2fx")] if step == "cut" else [])]
    with subprocess.Popen(
        [sys.executable, "-c", CUT, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(str(temporary))
        assert len(folders(temporary)) == 1
        process.send_signal(number)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert "Traceback" not in told
    assert not folders(temporary)
    assert not (tmp_path / "out.f2fx").exists()
