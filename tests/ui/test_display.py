"""Without a display the app says so in words and ends with status 1, where Qt would abort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from f2f_desktop.ui.display import NoDisplay, check_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X11 and Wayland can be missing")

WORDS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def environment(**words: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in WORDS} | words


@pytest.mark.parametrize("words", [{}, {"DISPLAY": ":987"}], ids=["none", "one that does not answer"])
def test_the_app_ends_in_words_where_it_cannot_show_a_window(tmp_path: Path, words: dict[str, str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "f2f_desktop", "--folder", str(tmp_path / "vault")],
        env=environment(**words),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1, ended.stderr
    assert "window" in ended.stderr
    assert "f2f-desktop" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "qt.qpa" not in ended.stderr
    assert not (tmp_path / "vault").exists()


def test_control_without_the_check_qt_ends_the_process() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "from PySide6.QtWidgets import QApplication; QApplication([])"],
        env=environment(),
        capture_output=True,
        timeout=60,
    )
    assert ended.returncode < 0


def test_who_chose_a_platform_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in WORDS:
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(NoDisplay):
        check_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    check_display()
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    check_display()
