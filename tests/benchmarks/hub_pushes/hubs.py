"""The hubs that are measured: real processes on each kind of database, and what they take of the machine."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.hub import read_keys
from f2f_desktop.hub.results.projector import behind
from f2f_desktop.hub.settings import DATABASE
from tests.hub.processes import Cluster, HubProcess, new_hub

CAMPAIGN = "harbor-votes"
LOOK_EVERY = 0.02


@dataclass(frozen=True)
class Arrangement:
    """Hub processes on one database.

    Attributes:
        database: where the hubs write.
        bare, bare_grouped: databases of the same kind for the bare inserts.
    """

    name: str
    processes: list[HubProcess]
    database: Path | str
    bare: Path | str
    bare_grouped: Path | str

    @property
    def ports(self) -> list[int]:
        return [int(each.url.rsplit(":", 1)[1]) for each in self.processes]

    def key(self) -> bytes:
        """The hubs' public key."""
        database = HubDatabase(self.database)
        try:
            return read_keys(database).public.key
        finally:
            database.close()

    def projected(self) -> None:
        """Waits until the projections hold all events."""
        database = HubDatabase(self.database)
        while True:
            with database.reading() as connection:
                if not behind(connection, CAMPAIGN):
                    break
            time.sleep(LOOK_EVERY)
        database.close()

    def processor_seconds(self) -> float:
        """What the hub processes have used of the processors so far; 0 where the system does not say."""
        return sum(_processor_seconds(each.pid) for each in self.processes)

    def peak_mib(self) -> float:
        """The most memory that one of the hub processes has had resident; 0 where the system does not say."""
        return max(_peak_mib(each.pid) for each in self.processes)

    def transactions(self) -> float:
        """Transactions that the hubs have committed."""
        found = 0.0
        for each in self.processes:
            text = requests.get(f"{each.url}/metrics", timeout=30).text
            found += float(re.findall(r"^f2f_hub_transactions (\S+)", text, re.MULTILINE)[0])
        return found


@contextmanager
def arranged(name: str, folder: Path, cluster: Cluster | None, replicas: int) -> Iterator[Arrangement]:
    """Running hubs; on PostgreSQL if there is a cluster."""
    url = cluster.database() if cluster else ""
    first = new_hub(folder / "hub", url)
    with ExitStack() as stack:
        hubs = [first]
        for number in range(1, replicas):
            shutil.copytree(first.folder, folder / f"replica-{number}")
            hubs.append(HubProcess(folder / f"replica-{number}"))
        for each in hubs:
            each.start()
            stack.callback(each.stop)
        if cluster:
            yield Arrangement(name, hubs, url, cluster.database(), cluster.database())
        else:
            yield Arrangement(name, hubs, first.folder / DATABASE, folder / "bare.db", folder / "grouped.db")


def _processor_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_mib(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return int(re.findall(r"VmHWM:\s+(\d+) kB", text)[0]) / 1024
