"""Whatever was shown as saved is there after `kill -9`."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from f2f_desktop.events.envelope import SignedEvent, read_event, verified_event
from f2f_desktop.events.facts import ReportCorrected, ReportFiled
from f2f_desktop.vault.projections import rebuild
from f2f_desktop.vault.properties import device_key
from f2f_desktop.vault.tables import PROJECTIONS, events
from f2f_desktop.workspace import Workspace
from tests.vault.evening_worker import NOTE
from tests.vault.evenings import PASSPHRASE


def work_until_killed(folder: Path, seconds: float, mode: str) -> int:
    """The highest number of a report that the process acknowledged before it was killed; -1 for none."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.vault.evening_worker", str(folder), mode],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    lines = process.stdout.read().split("\n")
    process.stdout.close()
    process.wait()
    # A line that was cut off was not shown.
    numbers = [int(line.split()[1]) for line in lines[:-1] if line.startswith("report ")]
    return max(numbers, default=-1)


def found_after(folder: Path, since: int) -> tuple[int, int]:
    """(highest number reported in the events after position `since`, newest position); checks the whole journal."""
    workspace = Workspace(folder)
    workspace.unlock(PASSPHRASE)
    vault = workspace._vault
    assert vault is not None
    with vault.transaction() as connection:
        rows = connection.execute(select(events).order_by(events.c.position)).all()
        device = device_key(connection).public
        assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
        for row in rows[-50:]:
            verified_event(SignedEvent(row.body, row.signature), device)
        before = [sorted(map(tuple, connection.execute(select(table)))) for table in PROJECTIONS]  # type: ignore[type-var]
        rebuild(connection)
        assert [sorted(map(tuple, connection.execute(select(table)))) for table in PROJECTIONS] == before  # type: ignore[type-var]
    highest = -1
    for row in rows:
        fact = read_event(row.body).fact if row.position > since else None
        if isinstance(fact, ReportFiled | ReportCorrected) and fact.answers.note.startswith(NOTE):
            highest = max(highest, int(fact.answers.note.split()[1]))
    workspace.lock()
    return highest, rows[-1].position if rows else 0


def lost(folder: Path, kills: int, mode: str, seed: int) -> int:
    """How many of the kills lost something that had been acknowledged."""
    rng = random.Random(seed)
    losses, position = 0, 0
    for _ in range(kills):
        acknowledged = work_until_killed(folder, rng.uniform(0.0, 0.35), mode)
        highest, position = found_after(folder, position)
        losses += acknowledged > highest
    return losses


def test_a_few_kills_lose_nothing(tmp_path: Path) -> None:
    assert lost(tmp_path / "vault", 5, "", 1) == 0


def test_the_test_sees_a_program_that_acknowledges_too_early(tmp_path: Path) -> None:
    assert any(lost(tmp_path / f"vault-{seed}", 4, "early", seed) for seed in range(6))


@pytest.mark.long
def test_a_thousand_kills_lose_nothing(tmp_path: Path) -> None:
    total = 0
    for evening in range(50):
        total += lost(tmp_path / f"vault-{evening}", 20, "", evening)
    print(f"1,000 kills, {total} lost something that had been shown as saved")  # noqa: T201
    assert total == 0
