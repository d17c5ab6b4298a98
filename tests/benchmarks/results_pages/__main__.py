"""`make bench-results`: the pages of a large campaign's results, beside the bare count of the same table in one run.

    python -m tests.benchmarks.results_pages [--events 10000000] [--only SQLite] [--at FOLDER|URL] [--pages-only]

On each database a hub with ten million events of 5,100 volunteers (5,600 laptops): the projector makes the figures of
the first hundredth, SQL makes the other copies of them. Then every page is asked for forty times as an organizer's
laptop would, through the whole hub but for its sockets: signed, answered, the signature checked. In between the rows of
the table that the page is made from are counted by the database alone. Receivers of the largest action are exported,
and the most memory that the hub and the export together have had is compared with that for an action of a fourteenth of
the size. Last, a hub of its own with `--rebuilt` events makes its figures anew, is killed twice in the middle, and
resumed; the rows must be those that there were, which says also that the copies are what the projector makes.

Load, memory and disk (some 15 GB) are shared with whatever else runs: the load stands beside each page, and so do the
milliseconds of processor at p95 (of hub, organizer and SQLite; PostgreSQL's own are not in it).

Ten million events (3.4 million conversations) on two processors with seven or eight other processes at work: receivers
by any filter at p95 in 0.13 to 0.29 of the time of the bare count on PostgreSQL, 0.3 to 0.7 on SQLite; one receiver's
history in 0.1 to 0.2 of it. Of processor, hub and PostgreSQL together, at p95: an action's figures 23 ms, the list of
actions 40 ms, a page of users 41 to 67 ms by whatever they are sorted, a page of people 10 to 22 ms; signing and HTTP
add some 8 ms. With twenty processes on two processors a page waits ten times as long as that, beyond the limit on
PostgreSQL; where hub and database go before the others, pages take 10 to 55 ms at p95 on SQLite, 23 to 204 ms on
PostgreSQL, the busiest action's users longest. A CSV of 2.4 million receivers takes 1.08 of the memory of one of
170,000.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import func, select

from f2f_desktop.organizer.exports import Format
from f2f_desktop.protocol.roles import Role
from tests.benchmarks.results_pages.building import LENGTH, Sizes, build
from tests.benchmarks.results_pages.exporting import exported
from tests.benchmarks.results_pages.pages import BIG, SMALL, Page, pages
from tests.benchmarks.results_pages.rebuilding import rebuilt
from tests.hub.processes import postgresql, server_binaries
from tests.hub.replicas import HARBOR, Device, Replica

ASKED = 40
"""How often each page is asked for."""
COUNTED = 3
LAPTOPS = 8
"""From which organizers ask: a hub answers one laptop so many requests a second only."""
PAGE_SECONDS = 20.0
"""A page that has taken so long in all is not asked for again."""

LIMITS = {"SQLite": 500, "PostgreSQL": 200}
"""Milliseconds."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--rebuilt", type=int, default=1_000_000, help="events of which the figures are made anew")
    parser.add_argument("--only", default="", metavar="NAME", help="databases whose name begins like this")
    parser.add_argument("--at", default="", metavar="FILE|URL", help="a database that was filled before")
    parser.add_argument("--pages-only", action="store_true")
    words = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {_load()}", flush=True)
    for name, limit in LIMITS.items():
        if not name.startswith(words.only):
            continue
        if name == "PostgreSQL" and not words.at and server_binaries() is None:
            print("PostgreSQL is left out: no server is installed (Debian: postgresql)")
            continue
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="f2f-bench-results-")))
            cluster = stack.enter_context(postgresql()) if name == "PostgreSQL" and not words.at else None
            where: Path | str = cluster.database() if cluster else folder / "hub.db"
            if words.at:
                where = words.at if name == "PostgreSQL" else Path(words.at)
            else:
                _built(name, where, words.events)
            _pages(where, limit)
            if not words.pages_only:
                _exports(where, folder)
                again: Path | str = cluster.database() if cluster else folder / "again.db"
                _built(f"{name}, to be made anew", again, words.rebuilt)
                _rebuilt(again)


def _built(name: str, where: Path | str, events: int) -> None:
    sizes = Sizes(max(1, -(-events // LENGTH)))
    begun = time.perf_counter()
    build(where, sizes)
    laptops = sizes.copies * sizes.laptops
    people = laptops - sizes.copies * (sizes.laptops // 10)  # every tenth laptop is somebody's second
    print(
        f"\n{name}: {sizes.events:,} events of {people:,} volunteers ({laptops:,} laptops),"
        f" filled in {time.perf_counter() - begun:.0f} s",
        flush=True,
    )


def _pages(where: Path | str, limit: int) -> None:
    replica = Replica(where)
    try:
        organizers = [replica.device(Role.ORGANIZER, HARBOR, "Olga") for _ in range(LAPTOPS)]
        for number, each in enumerate(organizers):
            each.client = f"192.0.2.{number}"
        with replica.hub.database.reading() as connection:
            shown = pages(connection, random.Random(1))
        columns = ("p50 ms", "p95 ms", "CPU ms", "count ms", "ratio", "KiB", "load")
        print(f"  {f'page, at most {limit} ms':46}" + "".join(f"{column:>9}" for column in columns))
        for page in shown:
            _measured(replica, organizers, page, limit)
    finally:
        replica.close()


def _measured(replica: Replica, organizers: list[Device], page: Page, limit: int) -> None:
    times: list[float] = []
    used: list[float] = []
    size = 0
    for number in range(ASKED):
        target = page.targets[number % len(page.targets)]
        begun, begun_used = time.perf_counter(), time.process_time()
        answer = organizers[number % LAPTOPS].ask("GET", target)
        times.append(time.perf_counter() - begun)
        used.append(time.process_time() - begun_used)
        assert answer.status == 200, (target, answer.body)
        size = max(size, len(answer.body))
        if sum(times) > PAGE_SECONDS:
            break
    counting = []
    for _ in range(COUNTED):
        with replica.hub.database.reading() as connection:
            begun = time.perf_counter()
            connection.scalar(select(func.count()).select_from(page.table))
            counting.append(time.perf_counter() - begun)
    p50, p95 = (_percentile(times, share) * 1000 for share in (0.5, 0.95))
    cpu = _percentile(used, 0.95) * 1000
    count = statistics.median(counting) * 1000
    numbers = f"{p50:.1f} {p95:.1f} {cpu:.1f} {count:.1f} {p95 / count:.3f} {size / 1024:.0f} {_load()}"
    over = f"   OVER {limit} ms" if p95 > limit else ""
    print(f"  {page.name:46}" + "".join(f"{number:>9}" for number in numbers.split()) + over, flush=True)


def _exports(where: Path | str, folder: Path) -> None:
    for form in (Format.CSV, Format.JSON, Format.XLSX):
        small, big = (exported(where, action, form, folder) for action in (SMALL, BIG))
        if big.refused:
            said = "more rows than a worksheet holds: refused in words"
        else:
            said = f"{big.rows:,} rows in {big.seconds:.0f} s, {big.size_mib:.0f} MiB"
        print(
            f"  receivers as {form}: {said}; peak memory {big.peak_mib:.0f} MiB, {big.peak_mib / small.peak_mib:.2f} of"
            f" that for {small.rows:,} rows ({small.peak_mib:.0f} MiB, {small.seconds:.0f} s)",
            flush=True,
        )


def _rebuilt(where: Path | str) -> None:
    found = rebuilt(where)
    killed = " and ".join(f"{each:,}" for each in found.killed_at)
    same = "the same rows" if not found.differing else f"OTHER ROWS in {', '.join(found.differing)}"
    print(
        f"  made anew from {found.events:,} events, killed after {killed}, and resumed: {same}"
        f" ({found.events / found.seconds:,.0f} events/s, load {_load()})",
        flush=True,
    )


def _percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main()
