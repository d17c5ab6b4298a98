"""Making the figures anew from the events: killed in the middle and resumed, it comes to the same rows."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hub.test_results import House, history, rows_of

EVENTS = 400


@pytest.fixture
def where(database: str, tmp_path: Path) -> str:
    return database or str(tmp_path / "hub.db")


@pytest.fixture
def house(database: str, where: str) -> Iterator[House]:
    """A hub with a history, projected as it came in."""
    made = House(database or Path(where))
    told = history(7, list(made.devices), EVENTS)
    for start in range(0, EVENTS, 40):
        made.push(told[start : start + 40])
        made.project()
    yield made
    made.database.close()


def rebuild(where: str, *words: str | int) -> int:
    """Runs the worker; gives its exit status."""
    command = [sys.executable, "-m", "tests.hub.rebuilding_worker", where, *map(str, words)]
    return subprocess.run(command, check=False, timeout=60).returncode


def killed_and_resumed(where: str, kills: int, seed: int, *words: str) -> None:
    draw = random.Random(seed)
    # Emptying takes the first statements; the first kill comes after that, the later ones anywhere.
    assert rebuild(where, draw.randrange(40, 120), *words) == -signal.SIGKILL
    for _ in range(kills - 1):
        assert rebuild(where, draw.randrange(1, 60), "--resume", *words) == -signal.SIGKILL
    assert rebuild(where, 0, "--resume", *words) == 0


def test_a_rebuild_that_is_killed_and_resumed_comes_to_the_same_rows(house: House, where: str) -> None:
    before = house.read(rows_of)
    killed_and_resumed(where, 3, 1)
    assert house.read(rows_of) == before


def test_a_rebuild_that_is_killed_while_it_empties_has_changed_nothing(house: House, where: str) -> None:
    before = house.read(rows_of)
    assert rebuild(where, 8) == -signal.SIGKILL
    assert house.read(rows_of) == before


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_kills_see_a_position_that_moves_before_the_figures(house: House, where: str) -> None:
    before = house.read(rows_of)
    for seed in range(6):
        killed_and_resumed(where, 3, seed, "--careless")
        if house.read(rows_of) != before:
            return
    raise AssertionError("no kill came between the position and its figures")
