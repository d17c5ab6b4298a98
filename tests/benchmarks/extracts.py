"""Extracts of 500,000 voters in North Carolina's layout, with five elections of history: from the cut to the laptop.

`python -m tests.benchmarks.extracts [VOTERS]` prints, in one run: how long a cut takes as a multiple of DuckDB's bare
scan of the same columns, and what memory at most; how many bytes a voter takes; how long it takes to open the file,
to install it, and to open the installed one, with the memory that this needs above the bare interpreter, each in a
fresh process; and what an update for one changed row in a hundred takes, in size and in time.

`... extracts --file FILE.f2fx` does the same without a cut. `... extracts --rows 5000000` cuts a whole state and one
county of it beside DuckDB's bare scan, see `extract_cuts`.
"""

import argparse
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from f2f_desktop.demo.north_carolina import write_voter_files
from f2f_desktop.demo.population import generate_district
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import no_progress
from f2f_desktop.voterfile.cutting import CutRequest, cut_extract
from f2f_desktop.voterfile.delta import taken
from f2f_desktop.voterfile.delta_applying import apply_delta
from f2f_desktop.voterfile.delta_making import make_delta
from f2f_desktop.voterfile.opening import open_extract, read_manifest
from f2f_desktop.voterfile.scanning import Database, literal
from f2f_desktop.voterfile.voters import Voters
from f2f_desktop.voterfile.writing import details_of, write_extract
from tests.benchmarks.extract_cuts import compare_cuts
from tests.voterfile.voter_files import EXPIRES

SEED = 7
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and the seconds it takes."""
    begun = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begun


def worked(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and the seconds of processor time it takes, whatever else the machine does."""
    begun = time.process_time()
    result = work()
    return result, time.process_time() - begun


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


def cut(count: int, out: Path, folder: Path) -> None:
    """Writes voter files and cuts them."""
    writing = multiprocessing.get_context("spawn").Process(target=write_files, args=(count, folder))
    writing.start()
    writing.join()
    voters, history = folder / "ncvoter.txt", folder / "ncvhis.txt"
    sizes = [path.stat().st_size / 1e6 for path in (voters, history)]
    print(f"{count:,} voters: {sizes[0]:.0f} MB, history {sizes[1]:.0f} MB")
    _, scan = timed(lambda: [bare_scan(path, folder) for path in (voters, history)])
    print(f"bare scan of both files: {scan:.1f} s")
    before = megabytes()
    request = CutRequest(voters=(voters,), history=(history,), expires=EXPIRES)
    report, cutting = timed(lambda: cut_extract(request, out, SigningKey.generate()))
    print(f"cut: {cutting:.1f} s, {cutting / scan:.1f} x the scan; memory {before:.0f} -> {megabytes():.0f} MB")
    print(f"kept {report.kept:,} of {report.rows:,} rows")


def install_and_open(out: Path, folder: Path) -> None:
    """In fresh processes, as on the laptop: once installed, then opened several times."""
    worker = [sys.executable, "-m", "tests.benchmarks.extract_on_the_laptop", str(folder / "vault")]
    subprocess.run([*worker, str(out)], check=True, cwd=Path(__file__).parents[2])
    for _ in range(3):
        subprocess.run(worker, check=True, cwd=Path(__file__).parents[2])


def one_in_a_hundred(voters: Voters, *, whole: bool) -> Voters:
    """The voters with one row in a hundred changed: `whole` rows, half of them with new ids; else two columns."""
    rng = np.random.default_rng(SEED)
    who = rng.choice(len(voters), len(voters) // 100, replace=False)
    source = np.arange(len(voters))
    source[who] = rng.integers(0, len(voters), len(who))
    ids = voters.ids.astype("S16")
    if whole:
        ids[who[::2]] = [b"ZQ%08d" % number for number in range(len(who[::2]))]
    changing = {*voters.texts, *voters.numbers} if whole else {"street_address", "party"}

    def after(name: str, column: Any) -> Any:
        return taken(column, source) if name in changing else column

    return Voters(
        ids,
        {name: after(name, column) for name, column in voters.texts.items()},
        {name: after(name, column) for name, column in voters.numbers.items()},
        {kind: taken(column, source) if whole else column for kind, column in voters.districts.items()},
    )


def update(out: Path, folder: Path) -> None:
    """Updates from the extract to later ones."""
    extract, key = open_extract(out), SigningKey.generate()
    old, new = folder / "old.f2fx", folder / "new.f2fx"
    details = details_of(extract.manifest)
    write_extract(old, extract.voters, details, key)
    for words, whole in (("whole rows", True), ("addresses and parties", False)):
        _, writing = worked(
            lambda whole=whole: write_extract(new, one_in_a_hundred(extract.voters, whole=whole), details, key)
        )
        delta, making = worked(lambda: make_delta(old, new))
        data = old.read_bytes()
        made, applying = worked(lambda data=data, delta=delta: apply_delta(data, delta))
        assert made == new.read_bytes()
        print(
            f"update, 1 % of the rows changed ({words}): {len(delta):,} bytes, {len(delta) / len(made):.1%} of the "
            f"file; made in {making:.1f} s, applied in {applying:.1f} s of work ({applying / writing:.1f} x the "
            f"writing)"
        )


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("voters", nargs="?", type=int, default=500_000)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--rows", type=int, help="cut a state of so many rows beside DuckDB's bare scan, no more")
    parser.add_argument("--rounds", type=int, default=3, help="with --rows: the best of so many counts")
    parser.add_argument(
        "--folder", type=Path, help="with --rows: where the voter files are, or are written to stay"
    )
    arguments = parser.parse_args()
    if arguments.rows is not None:
        compare_cuts(arguments.rows, arguments.rounds, arguments.folder)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = arguments.file or folder / "cut.f2fx"
        if arguments.file is None:
            cut(arguments.voters, out, folder)
        manifest = read_manifest(out)[0]
        print(f"{manifest.count:,} voters: {out.stat().st_size / manifest.count:.1f} bytes each")
        openings = sorted(timed(lambda: open_extract(out))[1] for _ in range(5))
        print(f"the file is opened in {openings[0]:.2f} s (best), {openings[2]:.2f} s (median)")
        install_and_open(out, folder)
        update(out, folder)
        print(f"load of the machine: {', '.join(f'{each:.1f}' for each in os.getloadavg())}")


if __name__ == "__main__":
    main()
