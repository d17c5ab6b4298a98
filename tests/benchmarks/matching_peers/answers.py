"""What a system answers, and how well that meets the truth: one judge for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

MATCHED_FROM = 0.95
ASKED_FROM = 0.3
QUESTIONS_PER_THOUSAND = 120
SHOWN = 3
"""Candidates that a question shows."""
BINS = 10

Floats = NDArray[np.float64]


class Answer(msgspec.Struct, frozen=True):
    """The answer for one contact: candidates by falling probability."""

    uid: str
    voters: tuple[str, ...] = ()
    probabilities: tuple[float, ...] = ()
    in_file: float = 0.0
    """Probability that the contact is in the file at all."""
    matched: bool = False
    ambiguous: bool = False
    """To be asked about."""


def answer(uid: str, voters: Sequence[str], probabilities: Sequence[float], in_file: float) -> Answer:
    """The answer of a system that has probabilities and no more: the thresholds are this project's."""
    matched = bool(probabilities) and probabilities[0] >= MATCHED_FROM
    ambiguous = not matched and bool(voters) and in_file >= ASKED_FROM
    return Answer(uid, tuple(voters), tuple(probabilities), in_file, matched, ambiguous)


@dataclass(frozen=True)
class Quality:
    """How well answers meet the truth. Recalls are over all contacts that are in the file, found or not."""

    contacts: int
    in_file: int
    matched: int
    right: int
    """Of the matched."""
    recall_at_98: float
    """The highest recall of the best candidates above some probability, where 98 % of them are right."""
    recall_at_99: float
    best_f1: float
    calibration_error: float
    """Expected calibration error of the best candidate's probability over all contacts, ten bins of equal width.
    A contact without a candidate counts as one with probability 0."""
    questions: float
    """Ambiguous contacts per 1,000."""
    recall_with_questions: float
    """Recall when a person answers 120 questions per 1,000 contacts, of those ambiguous the ones that promise most:
    where the voter is likeliest to be among the three candidates shown."""

    @property
    def precision(self) -> float:
        """Of the matched; 1 if there are none."""
        return self.right / self.matched if self.matched else 1.0

    @property
    def recall(self) -> float:
        """Of the matched."""
        return self.right / max(1, self.in_file)

    @property
    def f1(self) -> float:
        """Of the matched."""
        return 2 * self.right / max(1, self.matched + self.in_file)


def judge(answers: Sequence[Answer], truth: Mapping[str, str | None]) -> Quality:
    """Compares answers with the truth; every contact of the truth has to be answered exactly once."""
    if sorted(each.uid for each in answers) != sorted(truth):
        raise ValueError("the answers are not one for each contact")
    in_file = sum(1 for voter in truth.values() if voter is not None)
    matched = [each for each in answers if each.matched]
    right = sum(1 for each in matched if each.voters[0] == truth[each.uid])
    asked = sorted((each for each in answers if each.ambiguous), key=lambda each: (-promise(each), each.uid))
    asked_about = asked[: len(answers) * QUESTIONS_PER_THOUSAND // 1000]
    told = sum(1 for each in asked_about if truth[each.uid] is not None and truth[each.uid] in each.voters[:SHOWN])
    likely, correct = best_candidates(answers, truth)
    precision, recall = curve(likely, correct, in_file)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    return Quality(
        len(answers),
        in_file,
        len(matched),
        right,
        _recall_at(0.98, precision, recall),
        _recall_at(0.99, precision, recall),
        float(f1.max(initial=0.0)),
        calibration_error(likely, correct),
        1000 * len(asked) / max(1, len(answers)),
        (right + told) / max(1, in_file),
    )


def promise(asked: Answer) -> float:
    """How likely it is that a person who is asked finds the voter among those shown."""
    return sum(asked.probabilities[:SHOWN])


def best_candidates(
    answers: Sequence[Answer], truth: Mapping[str, str | None]
) -> tuple[Floats, NDArray[np.bool_]]:
    """By contact: the best candidate's probability (0 without one), and whether it is the right one."""
    likely = np.array([each.probabilities[0] if each.voters else 0.0 for each in answers], np.float64)
    correct = np.array([bool(each.voters) and each.voters[0] == truth[each.uid] for each in answers], bool)
    return likely, correct


def curve(likely: Floats, correct: NDArray[np.bool_], in_file: int) -> tuple[Floats, Floats]:
    """Precision and recall at every threshold, from the highest; equal probabilities stand or fall together."""
    order = np.argsort(-likely, kind="stable")
    ordered = likely[order]
    last_of_its_kind = np.append(ordered[1:] != ordered[:-1], True) if len(ordered) else np.zeros(0, bool)
    ends = np.flatnonzero(last_of_its_kind & (ordered > 0))
    hits = np.cumsum(correct[order])[ends]
    return hits / (ends + 1), hits / max(1, in_file)


def _recall_at(wanted: float, precision: Floats, recall: Floats) -> float:
    return float(recall[precision >= wanted].max(initial=0.0))


def calibration(likely: Floats, correct: NDArray[np.bool_]) -> list[tuple[float, float, int]]:
    """By bin that is not empty: mean probability, share that is right, how many."""
    bins = np.minimum((likely * BINS).astype(int), BINS - 1)
    return [
        (float(likely[those].mean()), float(correct[those].mean()), int(those.sum()))
        for those in (bins == number for number in range(BINS))
        if those.any()
    ]


def calibration_error(likely: Floats, correct: NDArray[np.bool_]) -> float:
    """The mean distance of said and true, weighted by bin."""
    return sum(abs(said - true) * count for said, true, count in calibration(likely, correct)) / max(
        1, len(likely)
    )
