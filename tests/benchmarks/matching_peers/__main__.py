"""`make bench-matching`: quality, speed and memory of this matcher and of the others, as a table and as pictures.

Everything is drawn anew from declared seeds and rates (`tests.benchmarks.hard_people.rates`); every system runs in a
process of its own. `--quick` takes smaller districts and fewer configurations.

Splink stands in the tables twice, with one and the same model, trained with labels, and the same scores of pairs.
*As documented*: term frequencies, and each contact's candidates normalised with `nobody`, whose odds come from the
model's prior (the share of the contacts that were in the file in training). *Fitted*: besides, how far its scores are
to be trusted and an offset are fitted to the labels, and the share in the file is found by EM for each address book.
Neither is better in all columns: fitting helps precision and calibration, and hardly touches the order of answers.
"""

import argparse
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.hard_people.rates import FIGURE_SEEDS, FIGURES, Configuration
from tests.benchmarks.hard_people.task import Task, make_task
from tests.benchmarks.matching_peers import pictures, table
from tests.benchmarks.matching_peers.work import Result, Work

SIDE_BY_SIDE = ("this matcher", "Splink", "Splink, EM only", "recordlinkage", "exact name", "exact phone",
                "fuzz.ratio loop")  # fmt: skip


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    voters: int
    contacts: int
    """By configuration, for the quality."""
    timed_contacts: int
    """For the speed."""
    fit_voters: int
    fit_contacts: int


FULL = Sizes(500_000, 10_000, 2_000, 60_000, 4_000)
QUICK = Sizes(100_000, 2_000, 1_000, 30_000, 1_500)
QUICK_CONFIGURATIONS = ("plain", "no phones", "much Spanish")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs everything, prints the tables and writes the pictures."""
    options = _options(arguments)
    sizes = QUICK if options.quick else FULL
    chosen = [
        each
        for each in FIGURES
        if options.only in each.name and (not options.quick or each.name in QUICK_CONFIGURATIONS)
    ]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="bench-matching-") as folder:
        runner = _Runner(Path(folder))
        model = None if options.alone else runner.train(sizes, options.model)
        if not options.alone:
            print(_told(model))
        timed = None if options.untimed else _side_by_side(runner, sizes, model, options.alone)
        print(table.quality_head(sizes.contacts), flush=True)
        runs = []
        for configuration in chosen:
            for seed in FIGURE_SEEDS[: options.seeds]:
                runs.append(_quality(runner, sizes, configuration, seed, model))
                print(table.quality_line(runs[-1]), flush=True)
    print(table.summary(runs, timed))
    options.pictures.mkdir(parents=True, exist_ok=True)
    for path in pictures.write_all(options.pictures, runs, timed):
        print(f"picture: {path}")
    print(
        f"{time.perf_counter() - start:.0f} s in all, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    )
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make bench-matching", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="small districts, three configurations")
    parser.add_argument("--alone", action="store_true", help="this matcher without the others")
    parser.add_argument(
        "--seeds", type=int, default=1, help=f"seeds by configuration, at most {len(FIGURE_SEEDS)}"
    )
    parser.add_argument("--untimed", action="store_true", help="quality alone, without the table side by side")
    parser.add_argument("--model", type=Path, help="file to keep Splink's trained model in, and to take it from")
    parser.add_argument("--only", default="", help="configurations whose name contains this")
    parser.add_argument(
        "--pictures", type=Path, default=Path("build/bench-matching"), help="folder for the pictures"
    )
    return parser.parse_args(arguments)


def _told(model: dict[str, Any] | None) -> str:
    if model is None:
        return ""
    return (
        f"Splink's model, as documented: {model['share']:.0%} of the contacts in the file; "
        f"fitted: trust {model['trust']:.2f}, offset {model['offset']:+.2f}, the share by EM"
    )


class _Runner:
    """Starts the measured processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def train(self, sizes: Sizes, kept: Path | None) -> dict[str, Any]:
        """Splink's model from labels, made in a process of its own, or the one kept from another run."""
        path = kept or self.folder / "model"
        if path.exists():
            trained: dict[str, Any] = pickle.loads(path.read_bytes())
            return trained
        script = (
            "import pickle, pathlib; from tests.benchmarks.matching_peers.training import train_with_labels; "
            f"model = train_with_labels({sizes.fit_voters}, {sizes.fit_contacts}); "
            f"pathlib.Path({str(path)!r}).write_bytes(pickle.dumps(model))"
        )
        subprocess.run([sys.executable, "-c", script], check=True)
        model: dict[str, Any] = pickle.loads(path.read_bytes())
        return model

    def run(self, systems: Sequence[str], works: Sequence[Work]) -> list[Result]:
        """The results of systems; more than one run beside each other."""
        processes = []
        for number, (system, work) in enumerate(zip(systems, works, strict=True)):
            paths = [str(self.folder / f"{name}{number}") for name in ("work", "result")]
            Path(paths[0]).write_bytes(pickle.dumps(work))
            module = "tests.benchmarks.matching_peers.measured"
            processes.append(subprocess.Popen([sys.executable, "-m", module, system.partition(",")[0], *paths]))
        codes = [process.wait() for process in processes]
        if any(codes):
            raise SystemExit("a system failed")
        results: list[Result] = [
            pickle.loads((self.folder / f"result{number}").read_bytes()) for number in range(len(processes))
        ]
        return results


def _side_by_side(runner: _Runner, sizes: Sizes, model: dict[str, Any] | None, alone: bool) -> table.Timed:
    """Every system, one after the other, on one district and address book."""
    task = make_task(FIGURES[0], sizes.voters, sizes.timed_contacts, FIGURE_SEEDS[-1])
    results = {}
    print(table.timed_head(sizes.timed_contacts, sizes.voters))
    for system in SIDE_BY_SIDE[:1] if alone else SIDE_BY_SIDE:
        work = Work(task.voters, task.contacts, model=model if system == "Splink" else None)
        results[system] = runner.run([system], [work])[0]
        print(table.timed_line(system, results[system], task.truth), flush=True)
        if results[system].documented:
            print(table.documented_line(results[system], task.truth), flush=True)
    timed = table.Timed(results, task.truth, sizes.timed_contacts)
    print(table.ratios(timed))
    return timed


def _quality(
    runner: _Runner, sizes: Sizes, configuration: Configuration, seed: int, model: dict[str, Any] | None
) -> table.Run:
    """This matcher, its ceiling, and Splink."""
    task: Task = make_task(configuration, sizes.voters, sizes.contacts, seed)
    works = [Work(task.voters, task.contacts, task.repaired())]
    if model is not None:
        works.append(Work(task.voters, task.contacts, model=model))
    results = runner.run(["this matcher", "Splink"][: len(works)], works)
    return table.Run(
        configuration,
        seed,
        task.truth,
        results[0].answers,
        results[0].ceiling,
        results[1].answers if model is not None else [],
        results[1].documented if model is not None else [],
    )


if __name__ == "__main__":
    sys.exit(main())
