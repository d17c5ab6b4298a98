"""Writes a district and an address book as files: `python -m tests.benchmarks.hard_people FOLDER --voters 50000`.

`ncvoter.txt` (North Carolina's layout), `book.vcf` and `truth.csv` (uid of the card, id of the voter or nothing).
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.hard_people.cards import vcards
from tests.benchmarks.hard_people.rates import FIGURE_SEEDS, FIGURES, FITTING
from tests.benchmarks.hard_people.task import make_task
from tests.benchmarks.hard_people.voter_file import write_files


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the files."""
    named = {each.name: each for each in (*FIGURES, *FITTING)}
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hard_people", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--configuration", choices=list(named), default=FIGURES[0].name)
    parser.add_argument("--voters", type=int, default=50_000)
    parser.add_argument("--contacts", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=FIGURE_SEEDS[0])
    options = parser.parse_args(arguments)
    task = make_task(named[options.configuration], options.voters, options.contacts, options.seed)
    options.folder.mkdir(parents=True, exist_ok=True)
    write_files(task.voters, options.folder)
    (options.folder / "book.vcf").write_bytes(vcards(task.book.cards))
    with (options.folder / "truth.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("card", "voter"), *((uid, voter or "") for uid, voter in task.truth.items())])
    return 0


if __name__ == "__main__":
    sys.exit(main())
