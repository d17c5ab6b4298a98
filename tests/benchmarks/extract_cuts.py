"""Cutting an extract of a whole state in North Carolina's layout, measured against DuckDB's bare scan.

`python -m tests.benchmarks.extracts --rows 5000000 [--rounds 3] [--folder DIR]` prints, from one run, how long it
takes DuckDB to scan the columns that the cut reads, how long the cut takes, and their ratio by the clock and by
processor time; the most memory that the cut's process held; the longest time without a word of progress; how long the
cut takes to stop, at worst, when it is cancelled at one moment or another; and bytes a voter. All that for a whole
state and for one county, each without and with the history. Scan and cut take turns, each in a process of its own; of
times the best of the rounds counts, of memory and gaps the worst.
"""

import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from f2f_desktop.campaign.filters import District
from f2f_desktop.demo.north_carolina import HISTORY_COLUMNS, VOTER_COLUMNS
from f2f_desktop.errors import Cancelled
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.voterfile.cores import threads
from f2f_desktop.voterfile.cutting import CutRequest, cut_extract
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.scanning import MEMORY, literal
from tests.benchmarks.large_voter_files import write_history, write_voter_file
from tests.voterfile.voter_files import EXPIRES

READ = tuple(
    """ncid status_cd confidential_ind first_name middle_name last_name name_suffix_lbl gender_code res_street_address
    res_city_desc zip_code county_desc party_cd full_phone_number birth_year age_at_year_end registr_dt
    cong_dist_abbrv nc_senate_abbrv nc_house_abbrv county_commiss_abbrv municipality_abbrv ward_abbrv
    school_dist_abbrv precinct_abbrv""".split()
)
"""The columns that a cut reads."""
READ_OF_HISTORY = ("ncid", "election_lbl", "election_desc")
_STOPS = 4
"""Into so many parts a cut is divided by the moments at which it is cancelled."""


@dataclass(frozen=True)
class Cost:
    """What some work took."""

    seconds: float
    processor: float
    megabytes: float
    """The most memory that its process held."""
    gap: float
    """The longest time without a word of progress, in seconds; 0 for work that tells none."""


def measured(work: Callable[[], float | None]) -> Cost:
    """What `work` takes in a process of its own."""
    context = multiprocessing.get_context("spawn")
    answers = context.SimpleQueue()
    process = context.Process(target=_measure, args=(work, answers))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(process.exitcode)
    return Cost(*answers.get())


def _measure(
    work: Callable[[], float | None], answers: "multiprocessing.SimpleQueue[tuple[float, float, float, float]]"
) -> None:
    begun, processor = time.perf_counter(), time.process_time()
    gap = work()
    seconds, processor = time.perf_counter() - begun, time.process_time() - processor
    answers.put((seconds, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024, gap or 0))


def bare_scan(files: Sequence[tuple[Path, Sequence[str], Sequence[str]]]) -> None:
    """Has DuckDB read some columns of files and keep nothing, with as many threads as the cut."""
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads()}")
    connection.execute(f"SET memory_limit = '{MEMORY}'")
    connection.execute("SET enable_progress_bar = false")
    for path, names, read in files:
        columns = ", ".join(f"{name}: 'VARCHAR'" for name in names)
        source = (
            f"read_csv({literal(str(path))}, auto_detect = false, header = false, skip = 1, delim = '\t', quote = '',"
            f" escape = '', columns = {{{columns}}})"
        )
        connection.execute(f"SELECT {', '.join(f'max({name})' for name in read)} FROM {source}").fetchall()


def cut(request: CutRequest, out: Path) -> float:
    """Cuts, and gives the longest time without a word of progress."""
    gaps = [0.0]
    last = time.perf_counter()

    def told(done: int, total: int) -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    cut_extract(request, out, SigningKey.from_bytes(bytes(range(32))), progress=told)
    return max(gaps)


def cancelled(request: CutRequest, out: Path, seconds: float) -> float:
    """Cancels a cut after some seconds, and gives how long it took to stop; 0 where it was done before."""
    begun = time.perf_counter()

    def stop(done: int, total: int) -> None:
        if time.perf_counter() - begun > seconds:
            raise Cancelled

    with suppress(Cancelled):
        cut_extract(request, out, SigningKey.from_bytes(bytes(range(32))), progress=stop)
        return 0
    return time.perf_counter() - begun - seconds


def compare(name: str, rounds: int, scan: Callable[[], None], request: CutRequest, out: Path) -> None:
    """Prints what a cut takes beside the bare scan."""
    scans, cuts = [], []
    for _ in range(rounds):
        scans.append(measured(scan))
        cuts.append(measured(partial(cut, request, out)))
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    bare, own = (min(costs, key=lambda cost: cost.seconds) for costs in (scans, cuts))
    work_of_scan, work_of_cut = (min(cost.processor for cost in costs) for costs in (scans, cuts))
    count = len(open_extract(out).voters)
    stops = [
        measured(partial(cancelled, request, out, own.seconds * part / _STOPS)).gap for part in range(1, _STOPS)
    ]
    print(
        f"{name}: bare scan {bare.seconds:.1f} s, cut {own.seconds:.1f} s: {own.seconds / bare.seconds:.2f} x;"
        f" processor time {work_of_scan:.1f} s and {work_of_cut:.1f} s: {work_of_cut / work_of_scan:.2f} x;"
        f" memory {max(cost.megabytes for cost in cuts):,.0f} MB;"
        f" longest without progress {max(cost.gap for cost in cuts):.2f} s, stops within {max(stops):.2f} s;"
        f" {count:,} voters, {out.stat().st_size / count:.1f} bytes a voter; load {load:.1f}",
        flush=True,
    )


def compare_cuts(rows: int, rounds: int, given: Path | None) -> None:
    """Prints the figures for so many rows; the files lie in the folder `given`, or are written for the time being."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = given or Path(temporary)
        voters, history = folder / "ncvoter.txt", folder / "ncvhis.txt"
        for path, write in ((voters, write_voter_file), (history, write_history)):
            if not path.exists():
                write(rows, folder)
        out = Path(temporary) / "cut.f2fx"
        gigabytes = [path.stat().st_size / 1e9 for path in (voters, history)]
        print(
            f"{rows:,} rows, {gigabytes[0]:.2f} GB, history {gigabytes[1]:.2f} GB; {threads()} threads,"
            f" best of {rounds}",
            flush=True,
        )
        county = (District("county", "county 07"),)
        of_voters = [(voters, VOTER_COLUMNS, READ)]
        of_both = [*of_voters, (history, HISTORY_COLUMNS, READ_OF_HISTORY)]
        for name, districts, files in (
            ("the whole state", (), of_voters),
            ("one county", county, of_voters),
            ("the whole state with its history", (), of_both),
            ("one county with its history", county, of_both),
        ):
            histories = (history,) * (files is of_both)
            request = CutRequest(voters=(voters,), history=histories, districts=districts, expires=EXPIRES)
            compare(name, rounds, partial(bare_scan, files), request, out)
        begun = time.perf_counter()
        open_extract(out)
        print(f"opened in {time.perf_counter() - begun:.2f} s")


if __name__ == "__main__":
    compare_cuts(500_000, 3, None)
