"""Whoever has no Qt can test everything but the window."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def test_every_test_but_the_window_s_is_found_without_qt() -> None:
    done = run("-m", "tests.headless", "--collect-only", "-q")
    assert done.returncode == 0, done.stdout
    assert "tests/ui" not in done.stdout


def test_a_test_that_needs_qt_would_be_noticed(tmp_path: Path) -> None:
    needy = tmp_path / "test_needy.py"
    needy.write_text("import f2f_desktop.ui.theme\n\ndef test_nothing() -> None: ...\n")
    done = run("-m", "tests.headless", "-q", "-c", "pyproject.toml", "tests/conftest.py", str(needy))
    assert done.returncode != 0
    assert "PySide6" in done.stdout
