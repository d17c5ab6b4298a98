"""`kill -9`, at any moment, of a laptop or of a hub: what was acknowledged is neither lost nor doubled."""

import os
import random
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

import pytest

from f2f_desktop.errors import KnownError
from f2f_desktop.sync.pushing import push
from f2f_desktop.sync.troubles import SyncTrouble
from f2f_desktop.vault.hubs import known_hubs
from tests.figures import note, note_control, sized, tell
from tests.hub.counting import Watched, held
from tests.hub.day_worker import EARLY, Day, Server, ids_of, said
from tests.hub.laptops import Laptop, message, report
from tests.hub.processes import HubProcess, invite, new_hub
from tests.hub.warm_hub import WarmHub


class Toll(NamedTuple):
    """What kills of laptops did: facts acknowledged, how many of them the hub lacks or has twice, and how many events
    were claimed to be at the hub that were not, or not any more."""

    kills: int = 0
    facts: int = 0
    lost: int = 0
    doubled: int = 0
    untrue: int = 0

    def __add__(self, other: object) -> "Toll":
        assert isinstance(other, Toll)
        return Toll(*(mine + more for mine, more in zip(self, other, strict=True)))

    def __str__(self) -> str:
        return (
            f"{self.kills:,} kills of a laptop, {self.facts:,} facts, {self.lost} lost, {self.doubled} doubled, "
            f"{self.untrue} claimed untruly"
        )


LAPTOPS, HUBS = "laptops killed", "hubs killed"

NUMBERS = 10_000_000
"""Numbers of facts that one vault may use."""


def kill_laptops(
    server: Server, hub: HubProcess, link: str, folder: Path, kills: int, seed: int, bug: str = ""
) -> Toll:
    """Kills the processes of one laptop, one after the other, at random points of their work."""
    rng = random.Random(seed)
    folder.mkdir(exist_ok=True)
    Laptop(folder / "vault").join(link).close()
    facts: set[int] = set()
    untrue: set[str] = set()
    with Watched(hub.folder) as there:
        for kill in range(kills):
            log = folder / f"day-{kill}.log"
            first = seed * NUMBERS + 10_000 * (kill + 1)
            seconds, moment = rng.uniform(0.0, LONGEST_WORK), rng.uniform(0.0, LONGEST_MOMENT)
            assert server.run(Day(str(folder / "vault"), str(log), first, seconds, moment, bug)) == -9
            claimed = set[str]()
            for line in said(log):
                facts.update(line.saved)
                claimed.update(line.safe)
            untrue |= claimed - there.ids()
            log.unlink(missing_ok=True)
        status = server.run(Day(str(folder / "vault"), str(folder / "last.log"), seed * NUMBERS + 1, bug=bug))
    assert bug or status == 0
    numbers = held(hub.folder)[1]
    own = {number: count for number, count in numbers.items() if number // (2 * NUMBERS) == seed}
    lost = sum(1 for number in facts if number not in own)
    return Toll(kills, len(facts), lost, sum(1 for count in own.values() if count > 1), len(untrue))


LONGEST_WORK, LONGEST_MOMENT = 0.12, 0.02
"""Seconds of a processor after which a laptop is killed at the latest, and seconds by the clock after these."""


def test_a_few_kills_of_a_laptop_lose_and_double_nothing(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    with Server() as server:
        toll = kill_laptops(server, sqlite_hub, invite(sqlite_hub), tmp_path / "laptop", 10, 1)
    assert (toll.lost, toll.doubled, toll.untrue) == (0, 0, 0)
    assert toll.facts > 4


def test_kills_see_a_laptop_that_acknowledges_too_early(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    link = invite(sqlite_hub, "--uses", "20")
    with Server() as server:
        for attempt in range(20):
            toll = kill_laptops(server, sqlite_hub, link, tmp_path / str(attempt), 5, attempt, "saved early")
            if toll.lost or toll.untrue:
                return
    pytest.fail("nobody noticed")


@pytest.mark.long
def test_ten_thousand_kills_of_laptops_lose_and_double_nothing(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    kills, at_once = sized(10_000), 100
    link = invite(sqlite_hub, "--uses", "100")

    free: SimpleQueue[Server] = SimpleQueue()

    def some(number: int) -> Toll:
        server, folder = free.get(), tmp_path / str(number)
        toll = kill_laptops(server, sqlite_hub, link, folder, min(at_once, kills - number * at_once), number)
        free.put(server)
        shutil.rmtree(folder)
        return toll

    # Several laptops at once, so that the hub has others to serve while one dies.
    servers = 2 * (os.cpu_count() or 1)
    toll, begun = Toll(), time.monotonic()
    with ExitStack() as stack, ThreadPoolExecutor(servers) as pool:
        for _ in range(servers):
            free.put(stack.enter_context(Server()))
        for more in pool.map(some, range(-(-kills // at_once))):
            toll += more
            tell(f"{toll} in {time.monotonic() - begun:,.0f} seconds so far")
    tell(str(toll))
    note(LAPTOPS, toll.kills, facts=toll.facts, lost=toll.lost + toll.untrue, doubled=toll.doubled)
    assert (toll.lost, toll.doubled, toll.untrue) == (0, 0, 0)


@pytest.mark.long
# New ids for what is sent again are seen by histories alone: who begins anew asks the hub first what it has, and sends
# nothing again that it has.
@pytest.mark.parametrize("bug", [*EARLY, "local_flags"])
def test_what_kills_of_laptops_do_with_a_planted_bug(sqlite_hub: HubProcess, tmp_path: Path, bug: str) -> None:
    toll, link = Toll(), invite(sqlite_hub, "--uses", "20")
    with Server() as server:
        for number in range(20):
            toll += kill_laptops(server, sqlite_hub, link, tmp_path / str(number), 50, number, bug)
            if toll.lost or toll.doubled or toll.untrue:
                break
    tell(f"control arm {bug}: {toll}")
    found = toll.lost + toll.untrue + toll.doubled
    note_control(LAPTOPS, bug, f"{found} in {toll.kills} kills" if found else "")
    assert toll.lost or toll.doubled or toll.untrue


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
        facts, lost, doubled = kill_hubs(hub, tmp_path, 2, 1, pushers=2)
    assert (lost, doubled) == (0, 0)
    assert facts > 4


@pytest.mark.long
@pytest.mark.control
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
                break
    note_control(HUBS, "answers before it has committed", f"{lost} lost" if lost else "")
    assert lost


@pytest.mark.long
def test_three_hundred_kills_of_the_hub_lose_and_double_nothing(database: str, tmp_path: Path) -> None:
    new_hub(tmp_path / "hub", database)
    kills = sized(300, 3)
    with WarmHub(tmp_path / "hub") as hub:
        facts, lost, doubled = kill_hubs(hub, tmp_path, kills, 1)
    where = "PostgreSQL" if database else "SQLite"
    note(f"{HUBS}, {where}", kills, facts=facts, lost=lost, doubled=doubled)
    tell(f"{kills} kills of the hub on {where}, {facts:,} facts, {lost} lost, {doubled} doubled")
    assert (lost, doubled) == (0, 0)
