"""Quality and speed of matching on the demo's districts: `python -m tests.benchmarks.matching`.

A quick look that needs nothing but the development environment. The demo's people are friendly to the matcher: the
figures that count come from `make bench-matching`.

Prints, per configuration and seed, precision of *matched*, recall, share of questions, calibration, and the time
of building the index and of matching; then, from the same run, how a naive loop compares. Exit status 1 if the
precision over all configurations is below the gate.
"""

import argparse
import sys
import time
from collections import Counter

from rapidfuzz import fuzz, process

from f2f_desktop.matching.folding import fold
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match
from tests.benchmarks.matching_truth import CONFIGURATIONS, Quality, Task, judge, make_task

GATE = 0.98
LOOP_SAMPLE = 50
COLUMNS = "configuration        seed  prec.  recall  asked->  asked%   R@98   F1    ECE   index s  match s"


def main() -> int:
    """Runs the benchmark and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voters", type=int, default=500_000)
    parser.add_argument("--contacts", type=int, default=2_000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[11, 12])
    parser.add_argument("--only", default="", help="configurations whose name contains this")
    arguments = parser.parse_args()
    print(f"{arguments.contacts:,} contacts x {arguments.voters:,} voters")
    print(COLUMNS)
    matched = right = 0.0
    task: Task | None = None
    seconds = 0.0
    for configuration in CONFIGURATIONS:
        if arguments.only not in configuration.name:
            continue
        for seed in arguments.seeds:
            task = make_task(configuration, arguments.voters, arguments.contacts, seed)
            quality, index_seconds, match_seconds = _run(task)
            seconds = index_seconds + match_seconds
            matched += quality.matched
            right += quality.matched * quality.precision
            print(_line(configuration.name, seed, quality, index_seconds, match_seconds), flush=True)
    precision = right / max(1.0, matched)
    print(f"precision of matched over all: {precision:.4f} (gate {GATE})")
    if task is not None:
        _compare_with_naive(task, seconds)
    return 0 if precision >= GATE else 1


def _run(task: Task) -> tuple[Quality, float, float]:
    start = time.perf_counter()
    index = VoterIndex.build(task.voters)
    built = time.perf_counter()
    matches = match(task.contacts, index)
    done = time.perf_counter()
    return judge(matches, task.truth), built - start, done - built


def _line(name: str, seed: int, quality: Quality, index_seconds: float, match_seconds: float) -> str:
    return (
        f"{name:20} {seed:4}  {quality.precision:.4f} {quality.recall:.3f}   {quality.recall_with_questions:.3f}  "
        f"{quality.ambiguous:7.3f}  {quality.recall_at_98:.3f}  {quality.best_f1:.3f} {quality.calibration_error:.3f}"
        f"   {index_seconds:6.2f}  {match_seconds:6.2f}"
    )


def _compare_with_naive(task: Task, seconds: float) -> None:
    """A loop of fuzz.ratio over all voters, on a sample; and exact names that are unique in the file."""
    first, last = task.voters.text("first_name").decode(), task.voters.text("last_name").decode()
    names = [f"{given} {family}" for given, family in zip(first, last, strict=True)]
    written = [fold(contact.name.full) for contact in task.contacts]
    start = time.perf_counter()
    for name in written[:LOOP_SAMPLE]:
        process.extractOne(name, names, scorer=fuzz.ratio)
    loop = (time.perf_counter() - start) / LOOP_SAMPLE * len(written)
    print(f"fuzz.ratio loop, extrapolated from {LOOP_SAMPLE} contacts: {loop:.1f} s = {loop / seconds:.0f} x ours")
    bearers = Counter(names)
    rows = {name: row for row, name in enumerate(names)}
    hits = [
        (contact.uid, str(task.voters.id_at(rows[name])))
        for contact, name in zip(task.contacts, written, strict=True)
        if bearers.get(name) == 1
    ]
    right = sum(task.truth[uid] == voter for uid, voter in hits)
    in_file = sum(1 for voter in task.truth.values() if voter)
    print(
        f"exact name, unique in the file: precision {right / max(1, len(hits)):.3f}, recall {right / in_file:.3f}"
    )


if __name__ == "__main__":
    sys.exit(main())
