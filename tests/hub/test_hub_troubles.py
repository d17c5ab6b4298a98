"""A full disk, and a PostgreSQL that goes and comes: what was acknowledged stays, the rest arrives later."""

import time
from pathlib import Path

import pytest

from tests.hub.counting import held
from tests.hub.day_worker import Day, Server, ids_of, said
from tests.hub.figures import tell
from tests.hub.laptops import Laptop
from tests.hub.processes import Cluster, HubProcess, invite, new_hub
from tests.hub.test_kill import Pusher
from tests.hub.warm_hub import WarmHub


def invited(hub: WarmHub, uses: int = 1) -> str:
    process = HubProcess(hub.folder)
    process.url = hub.url
    return invite(process, "--uses", str(uses))


def fill_hub(folder: Path, sizes: list[int]) -> tuple[int, int]:
    """(times that the hub's disk was full and it said so, facts); everything arrives once there is room."""
    new_hub(folder / "hub")
    full = 0
    with WarmHub(folder / "hub") as hub:
        hub.start()
        laptop = Laptop(folder / "vault").join(invited(hub))
        first = 0
        for size in sizes:
            largest = max(each.stat().st_size for each in (folder / "hub").glob("hub.db*"))
            hub.give_room(largest + size)
            for _ in range(6):
                laptop.work(40, first)
                first += 40
                done = laptop.courier.round()[0]
                if laptop.courier.standing().all_safe:
                    there, _ = held_while_full(hub, largest + size)
                    assert [each for each in ids_of(laptop) if not there[each]] == []
                if done.trouble is not None:
                    assert type(done.trouble).__name__ == "HubBusy"
                    full += 1
                    break
            hub.give_room(None)
            laptop.round()
            assert laptop.courier.standing().all_safe
        laptop.close()
        _, numbers = held(folder / "hub")
    assert '"fault"' not in (folder / "hub" / "stderr.txt").read_text()
    assert set(numbers) == set(range(first))
    assert set(numbers.values()) == {2}
    return full, 2 * first


def held_while_full(hub: WarmHub, size: int) -> tuple[dict[str, int], dict[int, int]]:
    """What the hub holds; looking must not be what fails."""
    hub.give_room(None)
    found = held(hub.folder)
    hub.give_room(size)
    return found


def test_a_hub_whose_disk_is_full_says_so_and_loses_nothing(tmp_path: Path) -> None:
    full, _ = fill_hub(tmp_path, [0, 5_000])
    assert full > 0


@pytest.mark.long
def test_a_hub_whose_disk_is_full_at_many_sizes(tmp_path: Path) -> None:
    full, facts = fill_hub(tmp_path, [number * 1_777 for number in range(60)])
    tell(f"the hub's disk was full at {full} of 60 sizes: {facts:,} facts, 0 lost, 0 doubled")
    assert full > 20


def fill_laptop(hub: HubProcess, folder: Path, rooms: list[int]) -> tuple[int, int, int]:
    """(times that the laptop's disk was full, facts acknowledged, those that the hub lacks in the end)."""
    link = invite(hub, "--uses", str(len(rooms)))
    full, facts = 0, set()
    with Server() as server:
        for number, room in enumerate(rooms):
            vault, log = folder / f"vault-{number}", folder / f"room-{number}.log"
            Laptop(vault).join(link).close()
            assert server.run(Day(str(vault), str(log), 10_000 * (number + 1), room=room, most=60)) == 0
            full += "DiskFull" in log.with_suffix(".words").read_text()
            lines = said(log)
            assert lines[-1].safe
            facts.update(each for line in lines for each in line.saved)
    _, numbers = held(hub.folder)
    assert set(numbers.values()) == {1}
    return full, len(facts), len([each for each in facts if not numbers[each]])


def test_a_laptop_whose_disk_is_full_loses_nothing_and_synchronizes_later(
    sqlite_hub: HubProcess, tmp_path: Path
) -> None:
    full, facts, lost = fill_laptop(sqlite_hub, tmp_path, [100_000, 400_000])
    assert lost == 0
    assert full > 0
    assert facts > 0


@pytest.mark.long
def test_a_laptop_whose_disk_is_full_at_many_sizes(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    full, facts, lost = fill_laptop(sqlite_hub, tmp_path, list(range(50_000, 700_000, 13_000)))
    tell(f"a laptop's disk was full at {full} of 50 sizes: {facts:,} facts, {lost} lost")
    assert lost == 0


def restart_postgresql(cluster: Cluster, folder: Path, times: int) -> tuple[int, int, int]:
    """(facts, lost, doubled) with laptops at work while the database is stopped in three ways and started again."""
    import threading

    new_hub(folder / "hub", cluster.database())
    stop = threading.Event()
    with WarmHub(folder / "hub") as hub:
        hub.start()
        link = invited(hub, 3)
        laptops = [Laptop(folder / f"vault-{number}").join(link) for number in range(3)]
        running = [Pusher(each, 1_000_000 * number, stop) for number, each in enumerate(laptops)]
        for each in running:
            each.start()
        try:
            for number in range(times):
                time.sleep(0.5)
                cluster.stop("immediate" if number % 2 else "fast")
                time.sleep(0.2)
                cluster.start()
        finally:
            time.sleep(0.5)
            stop.set()
            for each in running:
                each.join()
        ids, _ = held(hub.folder)
        lost = [each for pusher in running for each in pusher.claimed if not ids[each]]
        for laptop in laptops:
            laptop.round()
            assert laptop.courier.standing().all_safe
            laptop.close()
        _, numbers = held(hub.folder)
    facts = {number for pusher in running for number in pusher.facts}
    assert '"fault"' not in (folder / "hub" / "stderr.txt").read_text()
    assert facts <= set(numbers)
    return len(facts), len(lost), sum(1 for count in numbers.values() if count > 1)


def test_a_postgresql_that_is_restarted_loses_nothing_and_the_hub_goes_on(
    cluster: Cluster, tmp_path: Path
) -> None:
    facts, lost, doubled = restart_postgresql(cluster, tmp_path, 2)
    assert facts > 0
    assert (lost, doubled) == (0, 0)


@pytest.mark.long
def test_a_postgresql_that_is_restarted_often(cluster: Cluster, tmp_path: Path) -> None:
    facts, lost, doubled = restart_postgresql(cluster, tmp_path, 40)
    tell(f"PostgreSQL restarted 40 times: {facts:,} facts, {lost} lost, {doubled} doubled")
    assert (lost, doubled) == (0, 0)
