"""Each import contract catches the violation that it is there for: planted in a copy of the package."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTED = {
    "Rooms stand in layers": ("campaign/action.py", "import f2f_desktop.vault.tables"),
    "every room has its place": ("attic.py", "X = 1"),
    "Qt stays in ui": ("volunteer/reports.py", "import PySide6.QtCore"),
    "SQL stays in vault": ("volunteer/reports.py", "import sqlalchemy"),
    "DuckDB stays where": ("voterfile/opening.py", "import duckdb"),
    "Workbooks are read by": ("volunteer/importing.py", "import python_calamine"),
    "cannot reach the network": ("contacts/emails.py", "import requests"),
    "Screens speak to services": ("ui/rows.py", "import f2f_desktop.vault.tables"),
    "do not know each other": ("ui/organizer/room_view.py", "import f2f_desktop.ui.volunteer.wording"),
    "No cycles": ("contacts/model.py", "import f2f_desktop.contacts.read"),
}


def broken_contracts(folder: Path) -> str:
    """What import-linter prints of the contracts that the copy in `folder` breaks; empty if it keeps them all."""
    code = (
        "import sys; sys.path.insert(0, '.');"
        "from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False, env={"PATH": ""}
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "f2f_desktop", tmp_path / "f2f_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_package_keeps_all_contracts(copy: Path) -> None:
    assert broken_contracts(copy) == ""


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_is_caught(copy: Path, contract: str) -> None:
    name, line = PLANTED[contract]
    path = copy / "f2f_desktop" / name
    path.write_text(f"{path.read_text('utf-8') if path.exists() else ''}\n{line}\n", "utf-8")
    broken = [printed for printed in broken_contracts(copy).splitlines() if " BROKEN" in printed]
    assert any(contract in printed for printed in broken), broken
