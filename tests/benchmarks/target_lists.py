"""Resolving target lists: `python -m tests.benchmarks.target_lists`.

A list of 100,000 people against an extract of 500,000 voters, with ids for some, for all and for none; and the same
list without ids where few of it are in the file. Each list is read as CSV, as TXT (tabs) and as a workbook (XLSX), and
resolved. Prints seconds of the processor for each, how many are found and how many of them rightly, and ratios: what
the slowest form costs against CSV, what a row costs against one found by id, and how long openpyxl takes to read the
cells of the workbook alone. Exit status 1 if a list takes longer than the limit in any form, or if fewer than the gate
are right.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import openpyxl

from f2f_desktop.campaign.ids import TargetListId
from f2f_desktop.demo.columns import voters_of
from f2f_desktop.demo.population import generate_district
from f2f_desktop.organizer.target_lists import Resolution, resolve
from f2f_desktop.organizer.target_rows import TargetRow, read_target_rows
from f2f_desktop.voterfile.voters import Voters
from tests.organizer.lists import HEADER, Drawn, as_csv, draw_list

LIMIT = 30.0
"""Seconds of the processor for reading and resolving 100,000 rows against 500,000 voters."""
GATE = 0.99
Result = TypeVar("Result")


@dataclass(frozen=True)
class Case:
    """A kind of list."""

    name: str
    with_id: float
    in_file: float = 0.9


CASES = (Case("40 % ids", 0.4), Case("all ids", 1.0), Case("no ids", 0.0), Case("no ids, 20 % here", 0.0, 0.2))


def main() -> int:
    """Runs the benchmark and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voters", type=int, default=500_000)
    parser.add_argument("--rows", type=int, default=100_000)
    arguments = parser.parse_args()
    people = generate_district(21, arguments.voters)
    elsewhere = generate_district(22, max(2_000, arguments.rows))
    voters = voters_of(people)
    print(f"{arguments.rows:,} rows x {len(voters):,} voters; load {os.getloadavg()[0]:.1f}; processor seconds")
    print(
        "list                  CSV    TXT   XLSX  resolve  most in all   of them right   recall  entries  "
        "XLSX/CSV  us a row  against ids"
    )
    per_id = 0.0
    good = True
    for case in sorted(CASES, key=lambda each: -each.with_id):
        drawn = draw_list(people, arguments.rows, 5, with_id=case.with_id, in_file=case.in_file, other=elsewhere)
        with tempfile.TemporaryDirectory() as folder:
            reading, rows = read_in_every_form(Path(folder), drawn)
            workbook = Path(folder) / "list.xlsx"
            alone = timed(cells_alone, workbook)[0] if case.with_id == 1 else 0.0
        resolving, resolution = timed(resolve, TargetListId("list"), case.name, rows, voters)
        most = max(reading.values()) + resolving
        cost = (reading["csv"] + resolving) / len(rows) * 1e6
        per_id = per_id or cost
        found, right = counted(drawn, rows, resolution, voters)
        precision, recall = right / max(1, found), right / sum(map(bool, drawn.truth))
        print(
            f"{case.name:18} {reading['csv']:6.2f} {reading['txt']:6.2f} {reading['xlsx']:6.2f} {resolving:8.2f} "
            f"{most:12.2f} {found:9,} {precision:8.4f} {recall:8.3f} {len(resolution.target_list.entries):8,} "
            f"{reading['xlsx'] / reading['csv']:7.1f} x {cost:9.0f} {cost / per_id:10.1f} x",
            flush=True,
        )
        if alone:
            print(f"{'':18} openpyxl's cells alone: {alone:.2f}, {alone / reading['xlsx']:.1f} x all of XLSX here")
        good = good and most <= LIMIT and precision >= GATE
    print(f"limit {LIMIT:.0f} s of the processor, gate {GATE}: {'kept' if good else 'NOT KEPT'}")
    return 0 if good else 1


def read_in_every_form(folder: Path, drawn: Drawn) -> tuple[dict[str, float], tuple[TargetRow, ...]]:
    """Seconds of reading by ending, and the rows, which have to be the same in every form."""
    text = as_csv(drawn.rows)
    (folder / "list.csv").write_text(text, encoding="utf-8")
    tabs = ["\t".join(row) for row in (HEADER, *drawn.rows)]
    (folder / "list.txt").write_text("\n".join(tabs) + "\n", encoding="utf-8")
    write_workbook(folder / "list.xlsx", drawn.rows)
    seconds, first = {}, None
    for ending in ("csv", "txt", "xlsx"):
        path = folder / f"list.{ending}"
        seconds[ending], read = timed(read_target_rows, path)
        if first is not None and read.rows != first:
            raise RuntimeError(f"{ending} gives other rows")
        first = read.rows
    return seconds, first or ()


def write_workbook(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """The list as a workbook."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (HEADER, *rows):
        sheet.append([cell or None for cell in row])
    book.save(path)


def cells_alone(path: Path) -> int:
    """How many rows openpyxl, which reads most workbooks in Python, finds in one."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))


def timed(work: Callable[..., Result], *arguments: object) -> tuple[float, Result]:
    """Seconds of the processor, and what came of them."""
    start = time.process_time()
    result = work(*arguments)
    return time.process_time() - start, result


def counted(drawn: Drawn, rows: tuple[TargetRow, ...], resolution: Resolution, voters: Voters) -> tuple[int, int]:
    """How many rows are voters of the list, and how many of them are the right ones."""
    left = {each.row.line for each in resolution.unresolved}
    lines = [row.line for row in rows if row.line not in left]
    ids = [target.voter_id for target in resolution.target_list.voters]
    return len(ids), sum(drawn.truth[line - 2] == voter_id for line, voter_id in zip(lines, ids, strict=True))


if __name__ == "__main__":
    sys.exit(main())
