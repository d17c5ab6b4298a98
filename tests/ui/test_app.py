"""The app as a whole: one window for a folder, which remembers its look."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication

from f2f_desktop.cli.main import main
from f2f_desktop.ui.main_window import MainWindow
from f2f_desktop.ui.single_instance import hand_over
from f2f_desktop.ui.theme import LIGHT, Appearance, ThemeChoice, apply_theme
from f2f_desktop.ui.window_memory import WindowMemory
from f2f_desktop.workspace import Protection, Workspace
from tests.ui.house import PASSPHRASE
from tests.ui.volunteer.work_samples import CHEAP


@pytest.fixture(autouse=True)
def own_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app catches what nobody else caught; the test gives that back."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace = Workspace(tmp_path / "vault")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    workspace.lock()
    return workspace.folder


def the_window() -> MainWindow:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))


def test_the_command_without_a_word_opens_a_locked_window_that_keeps_its_look(
    qapp: QApplication, folder: Path
) -> None:
    seen: list[str] = []

    def look_and_leave() -> None:
        window = the_window()
        seen.append(window.pages.current)
        window.appearance.choose(ThemeChoice.DARK)
        window.appearance.set_font_scale(1.3)
        window.close()

    QTimer.singleShot(500, qapp, look_and_leave)
    assert main(["--folder", str(folder)]) == 0
    apply_theme(qapp, LIGHT)
    assert seen == ["unlock"]
    assert WindowMemory(folder).theme() is ThemeChoice.DARK
    assert WindowMemory(folder).font_scale() == 1.3


@pytest.mark.expects_warnings  # of Qt: without a screen nothing can come to the front
def test_a_second_start_hands_its_files_to_the_first_window(
    qapp: QApplication, folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "friends.vcf"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Orla Quenby\nEND:VCARD\n")
    command = [sys.executable, "-m", "f2f_desktop", "--folder", str(folder), str(book)]
    second = QProcess()
    arrived: list[list[Path]] = []

    def leave() -> None:
        arrived.append(list(the_window()._arrived))
        the_window().close()

    second.finished.connect(leave)
    QTimer.singleShot(300, qapp, lambda: second.start(command[0], command[1:]))
    assert main(["--folder", str(folder)]) == 0
    assert second.exitCode() == 0
    assert arrived == [[book]]
    assert not hand_over(folder, [book])


def test_a_damaged_memory_of_the_look_is_no_reason_to_fail(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(
        b"\xff\x00[General]\ntheme=purple\nlanguage=../x\nfont_scale=huge\nplace=7\n"
    )
    memory = WindowMemory(tmp_path)
    assert memory.theme() is ThemeChoice.SYSTEM
    assert memory.font_scale() == 1.0
    assert memory.language() == ""
    assert memory.place().isEmpty()
    memory.keep(Appearance(qapp, ThemeChoice.LIGHT, 1.15), "es", memory.place())
    assert WindowMemory(tmp_path).font_scale() == 1.15
    assert WindowMemory(tmp_path).language() == "es"


def test_nothing_is_remembered_where_there_is_no_folder(qapp: QApplication, tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "wiped")
    memory.keep(Appearance(qapp, ThemeChoice.LIGHT), "", memory.place())
    assert not (tmp_path / "wiped").exists()


def test_no_window_needs_the_organizer_s_tools() -> None:
    script = (
        "import importlib, pkgutil, sys; sys.modules['duckdb'] = None; import f2f_desktop.ui, f2f_desktop.cli.demo\n"
        "for found in pkgutil.walk_packages(f2f_desktop.ui.__path__, 'f2f_desktop.ui.'):\n"
        "    importlib.import_module(found.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
