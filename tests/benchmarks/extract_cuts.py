"""Cutting an extract of a whole state in North Carolina's layout, measured against DuckDB's bare scan.

`python -m tests.benchmarks.extracts --rows 5000000 [--rounds 3] [--folder DIR]` prints, from one run, how long it
takes DuckDB to scan the columns that the cut reads, how long the cut takes, their ratio by the clock and by processor
time, the most memory that the cut's process held, and bytes a voter; the same for one district, and with the history.
Scan and cut take turns, each in a process of its own; the best of the rounds counts.
"""

import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from f2f_desktop.campaign.filters import District
from f2f_desktop.demo.north_carolina import HISTORY_COLUMNS, VOTER_COLUMNS
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.voterfile.cutting import CutRequest, cut_extract
from f2f_desktop.voterfile.encoding import threads
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


@dataclass(frozen=True)
class Cost:
    """What some work took."""

    seconds: float
    processor: float
    megabytes: float
    """The most memory that its process held."""


def measured(work: Callable[[], object]) -> Cost:
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
    work: Callable[[], object], answers: "multiprocessing.SimpleQueue[tuple[float, float, float]]"
) -> None:
    begun, processor = time.perf_counter(), time.process_time()
    work()
    seconds, processor = time.perf_counter() - begun, time.process_time() - processor
    answers.put((seconds, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024))


def bare_scan(files: Sequence[tuple[Path, Sequence[str], Sequence[str]]]) -> None:
    """Has DuckDB read some columns of files and keep nothing, with as many threads as the cut."""
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads()}")
    connection.execute(f"SET memory_limit = '{MEMORY}'")
    for path, names, read in files:
        columns = ", ".join(f"{name}: 'VARCHAR'" for name in names)
        source = (
            f"read_csv({literal(str(path))}, auto_detect = false, header = false, skip = 1, delim = '\t', quote = '',"
            f" escape = '', columns = {{{columns}}})"
        )
        connection.execute(f"SELECT {', '.join(f'max({name})' for name in read)} FROM {source}").fetchall()


def cut(request: CutRequest, out: Path) -> None:
    """Cuts."""
    cut_extract(request, out, SigningKey.from_bytes(bytes(range(32))))


def compare(name: str, rounds: int, scan: Callable[[], object], work: Callable[[], object], out: Path) -> None:
    """Prints what a cut takes beside the bare scan."""
    scans, cuts = [], []
    for _ in range(rounds):
        scans.append(measured(scan))
        cuts.append(measured(work))
    bare, own = (min(costs, key=lambda cost: cost.seconds) for costs in (scans, cuts))
    work_of_scan, work_of_cut = (min(cost.processor for cost in costs) for costs in (scans, cuts))
    count = len(open_extract(out).voters)
    print(
        f"{name}: bare scan {bare.seconds:.1f} s, cut {own.seconds:.1f} s: {own.seconds / bare.seconds:.2f} x;"
        f" processor time {work_of_scan:.1f} s and {work_of_cut:.1f} s: {work_of_cut / work_of_scan:.2f} x;"
        f" memory {max(cost.megabytes for cost in cuts):,.0f} MB;"
        f" {count:,} voters, {out.stat().st_size / count:.1f} bytes a voter",
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
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
        print(
            f"{rows:,} rows, {gigabytes[0]:.2f} GB, history {gigabytes[1]:.2f} GB; {threads()} threads,"
            f" best of {rounds}, load {load:.1f}",
            flush=True,
        )
        whole = CutRequest(voters=(voters,), expires=EXPIRES)
        district = CutRequest(voters=(voters,), districts=(District("county", "county 07"),), expires=EXPIRES)
        both = CutRequest(voters=(voters,), history=(history,), expires=EXPIRES)
        of_voters = [(voters, VOTER_COLUMNS, READ)]
        of_both = [*of_voters, (history, HISTORY_COLUMNS, READ_OF_HISTORY)]
        for name, files, request in (
            ("the whole state", of_voters, whole),
            ("one county", of_voters, district),
            ("the whole state with its history", of_both, both),
        ):
            compare(name, rounds, partial(bare_scan, files), partial(cut, request, out), out)
        begun = time.perf_counter()
        open_extract(out)
        print(f"opened in {time.perf_counter() - begun:.2f} s")


if __name__ == "__main__":
    compare_cuts(500_000, 3, None)
