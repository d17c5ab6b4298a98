"""DuckDB comes with the organizer's tools alone: the demo and the volunteer's app do without."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from f2f_desktop.demo.columns import extract_of
from f2f_desktop.demo.north_carolina import write_voter_files
from f2f_desktop.demo.population import generate_district
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.voterfile.cutting import CutRequest, cut_extract
from f2f_desktop.voterfile.opening import open_extract

BLOCKED = "import sys\nsys.modules['duckdb'] = None\n"
DEMO = """
from pathlib import Path
from f2f_desktop.demo.build import build_demo
files = build_demo(Path(sys.argv[1]), voters=2_000, contacts=90)
assert files.extract.exists() and files.bundle.exists() and files.books
"""
CUT = """
from f2f_desktop.cli.main import main
main(["extract", "cut", sys.argv[1] + "/ncvoter.txt", "--out", sys.argv[1] + "/cut.f2fx"])
"""
EVERYTHING = """
import importlib, pkgutil, sys
import f2f_desktop
for found in pkgutil.walk_packages(f2f_desktop.__path__, "f2f_desktop."):
    if ".migrations" not in found.name and not found.name.startswith("f2f_desktop.ui"):
        importlib.import_module(found.name)
assert "f2f_desktop.volunteer.matchmaking" in sys.modules
print("duckdb" in sys.modules)
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)


def test_the_demo_is_made_without_it(tmp_path: Path) -> None:
    done = run(BLOCKED + DEMO, str(tmp_path))
    assert done.stderr == ""
    assert done.returncode == 0


def test_what_needs_it_says_how_to_get_it(tmp_path: Path) -> None:
    """Also the control: the block is one."""
    write_voter_files(generate_district(4, 300), tmp_path)
    done = run(BLOCKED + CUT, str(tmp_path))
    assert "f2f-desktop[organizer]" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_module_behind_the_window_imports_it_before_it_is_needed() -> None:
    done = run(EVERYTHING)
    assert done.stderr == ""
    assert done.stdout == "False\n"


def test_the_demo_s_extract_is_what_would_be_cut_from_the_state_s_files(tmp_path: Path) -> None:
    people = generate_district(4, 3_000)
    voters, history = write_voter_files(people, tmp_path)
    expires = datetime.now(UTC).date() + timedelta(days=9)
    request = CutRequest(voters=(voters,), history=(history,), expires=expires)
    cut_extract(request, tmp_path / "cut.f2fx", SigningKey.generate())
    cut, made = open_extract(tmp_path / "cut.f2fx").voters, extract_of(people)
    assert sorted(made.ids.tolist()) == sorted(cut.ids.tolist())
    assert [made.at(made.row_of(cut.id_at(row))) for row in range(len(cut))] == [
        cut.at(row) for row in range(len(cut))
    ]
