"""What a volunteer's answers are worth to the contacts nobody was asked about: `python -m tests.benchmarks.taught`.

Half of the contacts that are in the file are confirmed, as a volunteer would; the rest are matched with and without
what that says about housemates. `--fit` works out the weights of the field `household` on other seeds: those with
which the probabilities of the candidates at a level add up to how many of them are right.
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.inference import Habits
from f2f_desktop.matching.match import match_book
from f2f_desktop.matching.model import Match
from f2f_desktop.matching.parameters import DEFAULT, HouseholdWeights, Parameters
from f2f_desktop.matching.taught import NOTHING, Confirmed, Taught
from tests.benchmarks.matching_truth import CONFIGURATIONS, Configuration, Task, judge, make_task

VOTERS, CONTACTS = 60_000, 2_500
FITTED_ON, MEASURED_ON = (401, 402), (501, 502)
LEVELS = [level for level in HouseholdWeights.names() if level != "missing"]
PRIOR = 5.0
"""Candidates that the former weight of a level counts for, so that a few do not throw it about."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """A task with half of its contacts answered."""

    task: Task
    index: VoterIndex
    taught: Taught
    asked: frozenset[str]
    habits: Habits


def lesson(configuration: Configuration, seed: int) -> Lesson:
    """Half of the contacts that are in the file, confirmed as the truth says."""
    task = make_task(configuration, VOTERS, CONTACTS, seed)
    index = VoterIndex.build(task.voters)
    inside = sorted(uid for uid, voter in task.truth.items() if voter)
    chosen = set(np.random.default_rng(seed).permutation(inside)[: len(inside) // 2].tolist())
    confirmed = tuple(
        Confirmed(contact, VoterId(task.truth[contact.uid] or ""))
        for contact in task.contacts
        if contact.uid in chosen
    )
    return Lesson(task, index, Taught(confirmed), frozenset(chosen), match_book(task.contacts, index).habits)


def answers(given: Lesson, taught: Taught, parameters: Parameters = DEFAULT) -> list[Match]:
    """The answers for the contacts that were not asked about."""
    found = match_book(given.task.contacts, given.index, parameters, habits=given.habits, taught=taught)
    return [each for each in found.matches if each.contact_uid not in given.asked]


def fit(steps: int = 6) -> HouseholdWeights:
    """Weights under which what is expected comes true, level by level."""
    lessons = [lesson(each, seed) for each in CONFIGURATIONS for seed in FITTED_ON]
    weights = HouseholdWeights()
    for step in range(steps):
        parameters = msgspec.structs.replace(DEFAULT, household=weights)
        expected: dict[str, float] = defaultdict(float)
        right: dict[str, int] = defaultdict(int)
        spread: dict[str, float] = defaultdict(float)
        for given in lessons:
            for found in answers(given, given.taught, parameters):
                for candidate in found.candidates:
                    for piece in candidate.evidence:
                        if piece.field == "household":
                            p = candidate.probability
                            expected[piece.level] += p
                            spread[piece.level] += p * (1 - p)
                            right[piece.level] += candidate.voter_id == given.task.truth[found.contact_uid]
        moved = {}
        for level in LEVELS:
            # Newton's step for a weight that is added to the log odds of every candidate at the level.
            change = (right[level] - expected[level]) / max(spread[level] + PRIOR, 1e-9)
            moved[level] = round(getattr(weights, level) + max(-1.5, min(1.5, change)), 2)
        print(step, {k: (right[k], round(expected[k], 1)) for k in LEVELS}, moved)
        weights = HouseholdWeights(**moved)
    return weights


def measure() -> None:
    """Prints what is matched with and without the lesson, in one run."""
    print(f"{VOTERS:,} voters, {CONTACTS:,} contacts, half of those in the file confirmed; others only:")
    print(f"{'':22}{'matched':>16}{'precision':>18}{'recall':>16}{'with questions':>18}{'ECE':>16}")
    for configuration in CONFIGURATIONS:
        for seed in MEASURED_ON:
            given = lesson(configuration, seed)
            truth = {uid: who for uid, who in given.task.truth.items() if uid not in given.asked}
            alone = judge(answers(given, NOTHING), truth)
            # Only which voters are taken; no housemates.
            told = judge(answers(given, given.taught), truth)
            deaf = msgspec.structs.replace(
                DEFAULT, household=HouseholdWeights(phone=0.0, address=0.0, surname=0.0)
            )
            taken = judge(answers(given, given.taught, deaf), truth)
            line = f"{configuration.name[:18]:18}{seed:4}"
            for name in ("matched", "precision", "recall", "recall_with_questions", "calibration_error"):
                values = [getattr(each, name) for each in (alone, taken, told)]
                line += "  " + " ".join(
                    f"{v:.3f}"[1:] if isinstance(v, float) and v < 1 else f"{v:g}" for v in values
                )
            print(line)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits or measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="work out the weights")
    if parser.parse_args(arguments).fit:
        print(fit())
    else:
        measure()


if __name__ == "__main__":
    main()
