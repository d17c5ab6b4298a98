"""Resolving target lists: `python -m tests.benchmarks.target_lists`.

A list of 100,000 people against an extract of 500,000 voters, with ids for some, for all and for none; and the same
list without ids where few of it are in the file. Prints seconds of the clock and of the processor for reading and for
resolving, how many are found and how many of them rightly, and what a row costs against one found by id. Exit status
1 if a list takes longer than the limit on the processor, or if fewer than the gate are right.
"""

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from f2f_desktop.campaign.ids import TargetListId
from f2f_desktop.demo.columns import voters_of
from f2f_desktop.demo.population import generate_district
from f2f_desktop.organizer.target_lists import Resolution, resolve
from f2f_desktop.organizer.target_rows import TargetRow, read_target_rows
from f2f_desktop.voterfile.voters import Voters
from tests.organizer.lists import Drawn, as_csv, draw_list

LIMIT = 30.0
"""Seconds for reading and resolving 100,000 rows against 500,000 voters."""
GATE = 0.99


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
    print(f"{arguments.rows:,} rows x {len(voters):,} voters; load {os.getloadavg()[0]:.1f}")
    print("list                 read s  resolve s  cpu s   of them right   recall  entries  us a row  against ids")
    per_id = 0.0
    good = True
    for case in sorted(CASES, key=lambda each: -each.with_id):
        drawn = draw_list(people, arguments.rows, 5, with_id=case.with_id, in_file=case.in_file, other=elsewhere)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list.csv"
            path.write_text(as_csv(drawn.rows), encoding="utf-8")
            start, cpu = time.perf_counter(), time.process_time()
            rows = read_target_rows(path).rows
            read = time.perf_counter()
        resolution = resolve(TargetListId("list"), case.name, rows, voters)
        done, used = time.perf_counter(), time.process_time() - cpu
        cost = used / len(rows) * 1e6
        per_id = per_id or cost
        found, right = counted(drawn, rows, resolution, voters)
        precision, recall = right / max(1, found), right / sum(map(bool, drawn.truth))
        print(
            f"{case.name:20} {read - start:6.2f} {done - read:10.2f} {used:6.2f} {found:7,} {precision:8.4f} "
            f"{recall:8.3f} {len(resolution.target_list.entries):8,} {cost:9.0f} {cost / per_id:11.1f} x",
            flush=True,
        )
        good = good and used <= LIMIT and precision >= GATE
    print(f"limit {LIMIT:.0f} s of the processor, gate {GATE}: {'kept' if good else 'NOT KEPT'}")
    return 0 if good else 1


def counted(drawn: Drawn, rows: tuple[TargetRow, ...], resolution: Resolution, voters: Voters) -> tuple[int, int]:
    """How many rows are voters of the list, and how many of them are the right ones."""
    left = {each.row.line for each in resolution.unresolved}
    lines = [row.line for row in rows if row.line not in left]
    ids = [target.voter_id for target in resolution.target_list.voters]
    return len(ids), sum(drawn.truth[line - 2] == voter_id for line, voter_id in zip(lines, ids, strict=True))


if __name__ == "__main__":
    sys.exit(main())
