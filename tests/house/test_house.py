"""The house keeps its order: what stands at the top, what rooms are called, who needs Qt."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOP = {
    "pyproject.toml",
    "f2f_desktop",
    "resources",
    "packaging",
    "tests",
    "README.md",
    "LICENSE",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "Makefile",
}
ATTICS = {"utils", "helpers", "common", "misc", "manager"}


def tracked() -> list[str]:
    return subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )


def test_the_top_level_holds_only_what_convention_puts_there() -> None:
    assert {path.split("/")[0] for path in tracked() if path and not path.startswith(".")} <= TOP


def test_there_is_no_attic() -> None:
    assert [path for path in tracked() if Path(path).stem in ATTICS or ATTICS & set(Path(path).parts)] == []


def test_everything_but_the_window_runs_without_qt() -> None:
    script = """
import pkgutil, sys, importlib
sys.modules["PySide6"] = None
import f2f_desktop
for found in pkgutil.walk_packages(f2f_desktop.__path__, "f2f_desktop."):
    if not found.name.startswith(("f2f_desktop.ui", "f2f_desktop.cli", "f2f_desktop.__main__")):
        if ".migrations" not in found.name:
            importlib.import_module(found.name)
import f2f_desktop.cli.contacts, f2f_desktop.cli.extract, f2f_desktop.cli.match
try:
    import f2f_desktop.ui.jobs
except ImportError:
    print("and the block works")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout == "and the block works\n"
