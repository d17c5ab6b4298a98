"""Whatever was shown as saved is there after `kill -9`, wherever it struck."""

import random
from pathlib import Path

import pytest
from sqlalchemy import select

from f2f_desktop.protocol.packet import read_packet
from f2f_desktop.vault.tables import cards, decisions, drafts, events
from f2f_desktop.workspace import Workspace
from tests.figures import note, note_control, sized, tell
from tests.vault.evening_worker import NOTE, Order, Saved, Server, acknowledged
from tests.vault.evenings import PASSPHRASE
from tests.vault.soundness import assert_sound

EVENINGS = "evenings killed, without a hub"


def missing_after(folder: Path, saved: list[Saved]) -> list[Saved]:
    """What was acknowledged and is not there. Fails if the vault is not sound in itself."""
    workspace = Workspace(folder)
    workspace.unlock(PASSPHRASE)
    vault = workspace._vault
    assert vault is not None
    with vault.transaction() as connection:
        assert_sound(connection)
        written = set(connection.scalars(select(events.c.id)))
        uids = set(connection.scalars(select(cards.c.uid)))
        decided = set(connection.scalars(select(decisions.c.id)))
        typed = [
            int(found.split(NOTE.encode())[1].split(b'"')[0])
            for found in connection.scalars(select(drafts.c.content))
        ]
    workspace.lock()
    packet = folder.parent / f"{folder.name}.f2fpacket"
    exported = read_packet(packet.read_bytes())[1][-1].seq if packet.exists() else -1
    return [
        each
        for each in saved
        if not set(each.events) <= written
        or each.draft > max(typed, default=-1)
        or (each.uid and each.uid not in uids)
        or (each.decision >= 0 and each.decision not in decided)
        or each.packet > exported
    ]


def losses(folder: Path, server: Server, kills: int, seed: int, *, lazy: bool = False) -> tuple[int, int]:
    """(evenings that lost something acknowledged, steps acknowledged in all)."""
    rng = random.Random(seed)
    lost = done = 0
    for kill in range(kills):
        log = folder.with_name(f"{folder.name}-{kill}.log")
        start = 1_000 * kill
        # One in four is killed while the vault is made or opened, the others in the middle of the work.
        order = Order(str(folder), str(log), start, rng.uniform(0.0, 0.25), kill % 4 > 0, lazy)
        assert server.run(order) == -9
        saved = acknowledged(log)
        done += len(saved)
        if (folder / "vault.keys").exists():
            lost += bool(missing_after(folder, saved))
        else:
            assert not saved
    return lost, done


def test_a_few_kills_lose_nothing(tmp_path: Path) -> None:
    with Server() as server:
        lost, done = losses(tmp_path / "vault", server, 12, 1)
    assert lost == 0
    assert done >= 9


@pytest.mark.control
def test_the_test_sees_a_program_that_acknowledges_before_it_has_saved(tmp_path: Path) -> None:
    with Server() as server:
        lost = done = 0
        while not lost and done < 200:
            folder = tmp_path / f"vault-{done}"
            lost, more = losses(folder, server, 4, done, lazy=True)
            done += more or 1
    note_control(EVENINGS, "acknowledges before it has saved", f"{lost} evenings" if lost else "")
    assert lost > 0


@pytest.mark.long
def test_a_thousand_kills_lose_nothing(tmp_path: Path) -> None:
    lost, done, evenings = 0, 0, sized(50)
    with Server() as server:
        for evening in range(evenings):
            more_lost, more_done = losses(tmp_path / f"vault-{evening}", server, 20, evening)
            lost, done = lost + more_lost, done + more_done
    note(EVENINGS, 20 * evenings, facts=done, lost=lost)
    tell(f"{20 * evenings:,} kills, {done} steps shown as saved, {lost} evenings lost one")
    assert lost == 0
