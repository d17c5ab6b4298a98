"""A day at a venue: three volunteers, no network, dead laptops, a hub restored from a backup, a stick, and the end."""

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from f2f_desktop.events.envelope import read_event
from f2f_desktop.events.facts import type_of
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.settings import read_settings, where
from f2f_desktop.hub.tables import devices, events, messages, reports
from f2f_desktop.sync.packets import Packets
from f2f_desktop.vault.tables import events as own_events
from tests.hub.conftest import cluster
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, hub_command, invite, new_hub

__all__ = ["cluster"]

WORKER = """
import sys
from pathlib import Path
from tests.hub.laptops import Laptop
laptop = Laptop(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    laptop.work(1, number)
    print(number, flush=True)
    number += 1
"""


def test_every_figure_on_both_sides_equals_what_was_done(database: str, tmp_path: Path) -> None:
    hub = new_hub(tmp_path / "hub", database, tls="own").start()
    code = invite(hub, "--code", "--uses", "3").split("join code: ")[1].split()[0]
    names = ("Vera", "Otto", "Mina")
    laptops = {name: Laptop(tmp_path / name, name) for name in names}
    for laptop in laptops.values():
        laptop.courier.join_by_code(hub.url.removeprefix("https://"), code, laptop.name)
    for start, laptop in enumerate(laptops.values()):
        laptop.work(5, start * 1000)
        laptop.round()
    port = int(hub.url.rsplit(":", 1)[1])
    hub.stop()

    backup = tmp_path / "backup"
    if not database:
        shutil.copytree(hub.folder, backup)

    # No network: work goes on; one laptop is killed in the middle of it.
    for start, laptop in enumerate(laptops.values()):
        laptop.work(7, start * 1000 + 100)
        assert not laptop.courier.standing().all_safe
    killed = work_until_killed(laptops.pop("Mina"), 2_500)
    laptops["Mina"] = Laptop(tmp_path / "Mina", "Mina")

    # The network is back for two of them; the hub takes it, then loses its disk and is restored from the backup.
    hub.start(port)
    laptops["Vera"].round()
    laptops["Mina"].round()
    assert laptops["Mina"].courier.standing().all_safe
    hub.kill()
    if not database:
        restore(hub, backup)
    hub_command("restored", "--folder", hub.folder)

    # Otto never has a network again: his packet comes by stick.
    packet = tmp_path / "otto.f2fpacket"
    Packets(laptops["Otto"].vault).export(packet)
    receipts = tmp_path / "back.f2freceipt"
    for _ in range(2):
        hub_command("import", "--folder", hub.folder, packet, "--receipts", receipts)
    assert laptops["Otto"].courier.take_receipts(receipts.read_bytes()) == 1

    hub.start(port)
    for name in ("Vera", "Mina"):
        laptops[name].round()
        laptops[name].round()
        assert laptops[name].courier.standing().all_safe
    assert laptops["Otto"].courier.standing().waiting == 0
    hub.stop()
    hub_command("reproject", "--folder", hub.folder)

    done = sum((facts_of(laptop) for laptop in laptops.values()), Counter[str]())
    assert done["message.sent"] >= 3 * 12 + killed
    found = figures(hub)
    assert found == {
        "devices": 3,
        "events": sum(done.values()),
        "different": sum(done.values()),
        "messages": done["message.sent"],
        "reports": done["report.filed"],
    }
    for laptop in laptops.values():
        laptop.close()


def work_until_killed(laptop: Laptop, first: int) -> int:
    """Works in a process of its own, which is killed; gives how many conversations it had said were saved."""
    laptop.close()
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(laptop.folder), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    assert process.stdout is not None
    saved = 0
    for _ in range(20):
        process.stdout.readline()
        saved += 1
    process.send_signal(signal.SIGKILL)
    process.wait()
    saved += len(process.stdout.read().split())
    process.stdout.close()
    return saved


def restore(hub: HubProcess, backup: Path) -> None:
    for path in hub.folder.glob("hub.db*"):
        path.unlink()
    for path in backup.glob("hub.db*"):
        shutil.copy(path, hub.folder)


def facts_of(laptop: Laptop) -> "Counter[str]":
    with laptop.vault.transaction() as connection:
        return Counter(type_of(read_event(body).fact) for body in connection.scalars(select(own_events.c.body)))


def figures(hub: HubProcess) -> dict[str, int]:
    database = HubDatabase(where(hub.folder, read_settings(hub.folder)))
    try:
        with database.reading() as connection:
            counts = {
                name: connection.scalar(select(func.count()).select_from(table)) or 0
                for name, table in {
                    "devices": devices,
                    "events": events,
                    "messages": messages,
                    "reports": reports,
                }.items()
            }
            different = connection.scalar(select(func.count(events.c.id.distinct()))) or 0
    finally:
        database.close()
    return counts | {"different": different}


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return ""
    made: str = request.getfixturevalue("cluster").database()
    return made
