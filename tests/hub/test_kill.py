"""`kill -9`, at any moment, of a laptop or of a hub: what was acknowledged is neither lost nor doubled."""

import random
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from f2f_desktop.errors import KnownError
from f2f_desktop.sync.pushing import push
from f2f_desktop.sync.troubles import SyncTrouble
from f2f_desktop.vault.hubs import known_hubs
from tests.hub.counting import held
from tests.hub.day_worker import Day, Server, ids_of, said
from tests.hub.figures import sized, tell
from tests.hub.laptops import Laptop, message, report
from tests.hub.processes import HubProcess, invite, new_hub
from tests.hub.warm_hub import WarmHub


def kill_laptops(hub: HubProcess, folder: Path, kills: int, seed: int, bug: str = "") -> tuple[int, int, int]:
    """(facts that were acknowledged, those of them that the hub lacks, those that it counts twice)."""
    rng = random.Random(seed)
    Laptop(folder / "vault").join(invite(hub)).close()
    claims: set[str] = set()
    facts: set[int] = set()
    with Server() as server:
        for kill in range(kills):
            log = folder / f"day-{kill}.log"
            day = Day(str(folder / "vault"), str(log), 10_000 * (kill + 1), rng.uniform(0.01, 0.3), bug)
            assert server.run(day) == -9
            for line in said(log):
                facts.update(line.saved)
                claims.update(line.safe)
            log.unlink(missing_ok=True)
        status = server.run(Day(str(folder / "vault"), str(folder / "last.log"), 1, bug=bug))
    ids, numbers = held(hub.folder)
    lost = {number for number in facts if not numbers[number]}
    if not bug:
        assert status == 0
        assert {each for each in claims if not ids[each]} == set()
    return len(facts), len(lost), sum(1 for count in numbers.values() if count > 1)


def test_a_few_kills_of_a_laptop_lose_and_double_nothing(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    facts, lost, doubled = kill_laptops(sqlite_hub, tmp_path, 10, 1)
    assert (lost, doubled) == (0, 0)
    assert facts > 4


@pytest.mark.long
def test_kills_see_a_laptop_that_believes_its_own_marks(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    lost = 0
    for attempt in range(10):
        (tmp_path / str(attempt)).mkdir()
        lost += kill_laptops(sqlite_hub, tmp_path / str(attempt), 10, 100 + attempt, "local_flags")[1]
        if lost:
            return
    pytest.fail("nobody noticed")


@pytest.mark.long
def test_ten_thousand_kills_of_laptops_lose_and_double_nothing(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    kills, at_once = sized(10_000), 100
    facts = lost = doubled = done = 0
    for number in range(0, kills, at_once):
        (tmp_path / str(number)).mkdir()
        some = kill_laptops(sqlite_hub, tmp_path / str(number), at_once, number)
        facts, lost, doubled, done = facts + some[0], lost + some[1], doubled + some[2], done + at_once
        if number % 1_000 == 0:
            tell(f"{done:,} kills of a laptop so far, {facts:,} facts, {lost} lost, {doubled} doubled")
    tell(f"{done:,} kills of a laptop, {facts:,} facts, {lost} lost, {doubled} doubled")
    assert (lost, doubled) == (0, 0)


@pytest.mark.long
@pytest.mark.parametrize("bug", ["local_flags", "new_ids_for_resends"])
def test_what_kills_of_laptops_do_with_a_planted_bug(sqlite_hub: HubProcess, tmp_path: Path, bug: str) -> None:
    kills = sized(1_000)
    facts, lost, doubled = kill_laptops(sqlite_hub, tmp_path, kills, 7, bug)
    tell(f"control arm {bug}: {kills:,} kills of a laptop, {facts:,} facts, {lost} lost, {doubled} doubled")
    assert lost or doubled


class Pusher(threading.Thread):
    """A laptop that works and synchronizes until it is told to stop, and notes what it was told is safe."""

    def __init__(self, laptop: Laptop, first: int, stop: threading.Event) -> None:
        super().__init__(name=f"pusher-{first}")
        self._laptop, self._next, self._stop_asked = laptop, first, stop
        self.facts: set[int] = set()
        self.claimed: set[str] = set()

    def run(self) -> None:
        with self._laptop.vault.transaction() as connection:
            hub = known_hubs(connection)[0]
        while not self._stop_asked.is_set():
            numbers = (self._next, self._next + 1)
            self._next += 2
            self._laptop.do(message(numbers[0]), report(numbers[1]))
            self.facts.update(numbers)
            client = self._laptop.courier.client(hub)
            try:
                # No request follows the push: what its answer vouches for is claimed at once.
                if push(self._laptop.vault, hub, client).complete:
                    self.claimed.update(ids_of(self._laptop))
            except KnownError:
                time.sleep(0.01)
            finally:
                client.close()


def kill_hubs(
    hub: WarmHub, folder: Path, kills: int, seed: int, pushers: int = 4, every: float = 0.4
) -> tuple[int, int, int]:
    """(facts recorded, events lost that were told to be safe, facts counted twice); all arrive in the end."""
    rng, stop = random.Random(seed), threading.Event()
    hub.start()
    link = invite(_as_process(hub), "--uses", str(pushers))
    laptops = [Laptop(folder / f"vault-{number}").join(link) for number in range(pushers)]
    running = [Pusher(laptop, 1_000_000 * (number + 1), stop) for number, laptop in enumerate(laptops)]
    lost: set[str] = set()
    for each in running:
        each.start()
    try:
        for _ in range(kills):
            time.sleep(rng.uniform(every / 8, every))
            hub.kill()
            # Looked at while the hub is down: once it is up, laptops would send again what it had lost.
            claimed = set[str]().union(*(each.claimed.copy() for each in running))
            lost |= claimed - set(held(hub.folder)[0])
            hub.start()
    finally:
        stop.set()
        for each in running:
            each.join()
    for laptop in laptops:
        laptop.courier.round()
        assert laptop.courier.standing().all_safe
        laptop.close()
    _, numbers = held(hub.folder)
    facts = {number for pusher in running for number in pusher.facts}
    assert {number for number in facts if not numbers[number]} == set()
    return len(facts), len(lost), sum(1 for count in numbers.values() if count > 1)


def _as_process(hub: WarmHub) -> HubProcess:
    process = HubProcess(hub.folder)
    process.url = hub.url
    return process


def test_a_few_kills_of_the_hub_lose_and_double_nothing(database: str, tmp_path: Path) -> None:
    new_hub(tmp_path / "hub", database)
    with WarmHub(tmp_path / "hub") as hub:
        facts, lost, doubled = kill_hubs(hub, tmp_path, 3, 1, pushers=2)
    assert (lost, doubled) == (0, 0)
    assert facts > 4


def test_kills_see_a_hub_that_answers_before_it_has_committed(tmp_path: Path) -> None:
    new_hub(tmp_path / "hub")
    lost = 0
    with WarmHub(tmp_path / "hub", "early") as hub:
        for attempt in range(20):
            (tmp_path / str(attempt)).mkdir()
            with suppress(SyncTrouble):  # it may have forgotten a laptop that has just joined
                lost += kill_hubs(hub, tmp_path / str(attempt), 3, attempt, 2, 2.0)[1]
            hub.kill()
            if lost:
                return
    pytest.fail("nobody noticed")


@pytest.mark.long
def test_three_hundred_kills_of_the_hub_lose_and_double_nothing(database: str, tmp_path: Path) -> None:
    new_hub(tmp_path / "hub", database)
    kills = sized(300)
    with WarmHub(tmp_path / "hub") as hub:
        facts, lost, doubled = kill_hubs(hub, tmp_path, kills, 1)
    where = "PostgreSQL" if database else "SQLite"
    tell(f"{kills} kills of the hub on {where}, {facts:,} facts, {lost} lost, {doubled} doubled")
    assert (lost, doubled) == (0, 0)
