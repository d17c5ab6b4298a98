"""A full disk, and a PostgreSQL that goes and comes: what was acknowledged stays, the rest arrives later."""

import threading
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.figures import note, note_control, sized, tell
from tests.hub.counting import Watched, held
from tests.hub.day_worker import Day, Server, ids_of, said
from tests.hub.laptops import Laptop
from tests.hub.processes import Cluster, HubProcess, invite, new_hub, wait_until
from tests.hub.test_kill import Pusher
from tests.hub.warm_hub import WarmHub


def invited(hub: WarmHub, uses: int = 1) -> str:
    process = HubProcess(hub.folder)
    process.url = hub.url
    return invite(process, "--uses", str(uses))


class Filled(NamedTuple):
    """How often a disk was full, facts that were acknowledged, and those lost, doubled, or claimed untruly."""

    full: int
    facts: int
    lost: int
    doubled: int


def fill_hub(folder: Path, sizes: list[int], bug: str = "") -> Filled:
    """Gives a hub's disk so many bytes more, again and again; with room everything must arrive."""
    new_hub(folder / "hub")
    full = untrue = first = 0
    with WarmHub(folder / "hub", bug) as hub, Watched(folder / "hub") as there:
        hub.start()
        laptop = Laptop(folder / "vault").join(invited(hub))
        for size in sizes:
            largest = max(each.stat().st_size for each in (folder / "hub").glob("hub.db*"))
            hub.give_room(largest + size)
            for _ in range(6):
                laptop.work(40, first)
                first += 40
                done = laptop.courier.round()[0]
                if laptop.courier.standing().all_safe:
                    untrue += len(set(ids_of(laptop)) - there.ids())
                if done.trouble is not None:
                    assert type(done.trouble).__name__ == "HubBusy"
                    full += 1
                    break
                if bug and untrue:
                    break
            hub.give_room(None)
            laptop.courier.round()
            assert bug or laptop.courier.standing().all_safe
        laptop.close()
    _, numbers = held(folder / "hub")
    assert bug or '"fault"' not in (folder / "hub" / "stderr.txt").read_text()
    lost = sum(1 for number in range(first) if not numbers[number])
    return Filled(full, 2 * first, lost + untrue, sum(1 for count in numbers.values() if count > 2))


def test_a_hub_whose_disk_is_full_says_so_and_loses_nothing(tmp_path: Path) -> None:
    filled = fill_hub(tmp_path, [2_000])
    assert filled.full > 0
    assert (filled.lost, filled.doubled) == (0, 0)


FULL_HUB, FULL_LAPTOP, RESTARTS = "the hub's disk full", "a laptop's disk full", "PostgreSQL restarted"


@pytest.mark.long
@pytest.mark.control
def test_a_hub_that_does_not_hear_that_its_disk_is_full_is_seen(tmp_path: Path) -> None:
    filled = fill_hub(tmp_path, [0], "deaf")
    note_control(FULL_HUB, "answers though it cannot commit", f"{filled.lost} lost" if filled.lost else "")
    assert filled.lost > 0


@pytest.mark.long
def test_a_hub_whose_disk_is_full_at_many_sizes(tmp_path: Path) -> None:
    sizes = [number * 1_777 for number in range(sized(60, 4))]
    filled = fill_hub(tmp_path, sizes)
    note(FULL_HUB, len(sizes), facts=filled.facts, lost=filled.lost, doubled=filled.doubled)
    tell(f"the hub's disk was full at {filled.full} of {len(sizes)} sizes: {filled}")
    assert filled.full > len(sizes) // 3
    assert (filled.lost, filled.doubled) == (0, 0)


def fill_laptop(hub: HubProcess, folder: Path, rooms: list[int], bug: str = "") -> Filled:
    """Gives each of many laptops so many bytes a file; with room everything must arrive."""
    link = invite(hub, "--uses", str(len(rooms)))
    full, facts, untrue = 0, set[int](), 0
    with Server() as server, Watched(hub.folder) as there:
        for number, room in enumerate(rooms):
            vault, log = folder / f"vault-{number}", folder / f"room-{number}.log"
            Laptop(vault).join(link).close()
            day = Day(str(vault), str(log), 10_000 * (number + 1), room=room, most=60, bug=bug)
            assert server.run(day) == 0
            full += "DiskFull" in log.with_suffix(".words").read_text()
            lines = said(log)
            assert lines[-1].safe
            facts.update(each for line in lines for each in line.saved)
            untrue += len({each for line in lines for each in line.safe} - there.ids())
    _, numbers = held(hub.folder)
    lost = sum(1 for each in facts if not numbers[each])
    return Filled(full, len(facts), lost + untrue, sum(1 for count in numbers.values() if count > 1))


def test_a_laptop_whose_disk_is_full_loses_nothing_and_synchronizes_later(
    sqlite_hub: HubProcess, tmp_path: Path
) -> None:
    filled = fill_laptop(sqlite_hub, tmp_path, [100_000, 400_000])
    assert (filled.lost, filled.doubled) == (0, 0)
    assert filled.full > 0
    assert filled.facts > 0


@pytest.mark.long
@pytest.mark.control
def test_a_laptop_that_acknowledges_what_its_full_disk_will_not_take_is_seen(
    sqlite_hub: HubProcess, tmp_path: Path
) -> None:
    filled = fill_laptop(sqlite_hub, tmp_path, [100_000], "saved early")
    note_control(FULL_LAPTOP, "acknowledges before it has saved", f"{filled.lost} lost" if filled.lost else "")
    assert filled.lost > 0


@pytest.mark.long
def test_a_laptop_whose_disk_is_full_at_many_sizes(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    rooms = list(range(50_000, 700_000, 13_000))
    rooms = rooms[:: -(-len(rooms) // sized(len(rooms), 4))]
    filled = fill_laptop(sqlite_hub, tmp_path, rooms)
    note(FULL_LAPTOP, len(rooms), facts=filled.facts, lost=filled.lost, doubled=filled.doubled)
    tell(f"a laptop's disk was full at {filled.full} of {len(rooms)} sizes: {filled}")
    assert filled.full > 0
    assert (filled.lost, filled.doubled) == (0, 0)


def restart_postgresql(cluster: Cluster, folder: Path, times: int, bug: str = "") -> Filled:
    """Restarts the database under laptops at work, in two ways; what they claimed to be safe must be there after."""
    new_hub(folder / "hub", cluster.database())
    stop, lost = threading.Event(), set[str]()
    with WarmHub(folder / "hub", bug) as hub:
        hub.start()
        link = invited(hub, 3)
        laptops = [Laptop(folder / f"vault-{number}").join(link) for number in range(3)]
        running = [Pusher(each, 1_000_000 * number, stop) for number, each in enumerate(laptops)]
        for each in running:
            each.start()
        try:
            for number in range(times):
                before = sum(len(each.claimed) for each in running)
                wait_until(lambda before=before: sum(len(each.claimed) for each in running) > before)
                cluster.stop("immediate" if number % 2 else "fast")
                time.sleep(0.2)
                with hub.halted():
                    claimed = set[str]().union(*(each.claimed.copy() for each in running))
                    cluster.start()
                    lost |= claimed - set(held(hub.folder)[0])
                if bug and lost:
                    break
        finally:
            stop.set()
            for each in running:
                each.join()
        for laptop in laptops:
            laptop.courier.round()
            assert bug or laptop.courier.standing().all_safe
            laptop.close()
        _, numbers = held(hub.folder)
    facts = {number for pusher in running for number in pusher.facts}
    assert '"fault"' not in (folder / "hub" / "stderr.txt").read_text()
    missing = sum(1 for each in facts if not numbers[each])
    return Filled(times, len(facts), len(lost) + missing, sum(1 for count in numbers.values() if count > 1))


def test_a_postgresql_that_is_restarted_loses_nothing_and_the_hub_goes_on(
    cluster: Cluster, tmp_path: Path
) -> None:
    restarted = restart_postgresql(cluster, tmp_path, 1)
    assert restarted.facts > 0
    assert (restarted.lost, restarted.doubled) == (0, 0)


@pytest.mark.long
@pytest.mark.control
def test_a_hub_that_answers_before_postgresql_has_committed_is_seen(cluster: Cluster, tmp_path: Path) -> None:
    lost = restart_postgresql(cluster, tmp_path, 20, "early").lost
    note_control(RESTARTS, "answers before it has committed", f"{lost} lost" if lost else "")
    assert lost > 0


@pytest.mark.long
def test_a_postgresql_that_is_restarted_often(cluster: Cluster, tmp_path: Path) -> None:
    restarted = restart_postgresql(cluster, tmp_path, sized(40, 2))
    note(RESTARTS, restarted.full, facts=restarted.facts, lost=restarted.lost, doubled=restarted.doubled)
    tell(f"PostgreSQL restarted {restarted.full} times: {restarted}")
    assert (restarted.lost, restarted.doubled) == (0, 0)
