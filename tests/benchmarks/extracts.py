"""Cutting and opening an extract of 500,000 voters in North Carolina's layout, with five elections of history.

`python -m tests.benchmarks.extracts [VOTERS]` prints how long a cut takes as a multiple of DuckDB's bare scan of the
same columns, what memory it takes at most, how many bytes a voter takes, and how long opening takes, in one run.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from f2f_desktop.demo.north_carolina import write_voter_files
from f2f_desktop.demo.population import generate_district
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import no_progress
from f2f_desktop.voterfile.cutting import CutRequest, cut_extract
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.scanning import Database, literal
from tests.voterfile.voter_files import EXPIRES

SEED = 7
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and the seconds it takes."""
    begun = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begun


def bare_scan(path: Path, folder: Path) -> None:
    """Reads every column of the file and keeps nothing."""
    with Database(folder) as database:
        source = f"read_csv({literal(str(path))}, delim = '\t', quote = '', all_varchar = true, header = true)"
        database.rows(f"SELECT max(COLUMNS(*)) FROM {source}", no_progress)


def write_files(count: int, folder: Path) -> None:
    """Writes the voter file and its history, in a process of its own, so that its memory is not counted."""
    write_voter_files(generate_district(SEED, count), folder)


def megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def main() -> None:
    """Prints the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        writing = multiprocessing.get_context("spawn").Process(target=write_files, args=(count, folder))
        writing.start()
        writing.join()
        voters, history = folder / "ncvoter.txt", folder / "ncvhis.txt"
        sizes = [path.stat().st_size / 1e6 for path in (voters, history)]
        print(f"{count:,} voters: {sizes[0]:.0f} MB, history {sizes[1]:.0f} MB")
        _, scan = timed(lambda: [bare_scan(path, folder) for path in (voters, history)])
        print(f"bare scan of both files: {scan:.1f} s")
        before = megabytes()
        out, key = folder / "cut.f2fx", SigningKey.generate()
        request = CutRequest(voters=(voters,), history=(history,), expires=EXPIRES)
        report, cutting = timed(lambda: cut_extract(request, out, key))
        print(
            f"cut: {cutting:.1f} s, {cutting / scan:.1f} x the scan; memory {before:.0f} -> {megabytes():.0f} MB"
        )
        print(
            f"kept {report.kept:,} of {report.rows:,} rows: {out.stat().st_size / report.kept:.1f} bytes a voter"
        )
        openings = sorted(timed(lambda: open_extract(out))[1] for _ in range(5))
        print(f"opened in {openings[0]:.2f} s (best), {openings[2]:.2f} s (median)")


if __name__ == "__main__":
    main()
