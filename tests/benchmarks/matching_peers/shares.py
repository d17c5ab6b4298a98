"""Scores of pairs become answers: candidates compete with each other and with `not in the file`.

`normalise` is no more than Bayes: a pair's odds are the model's prior times its Bayes factor, and a contact is one of
its candidates or nobody. `compete` does for a peer what this matcher does for itself besides: the share of the
contacts that are in the file is found by EM, book by book. A model with labels also gets two numbers fitted to them:
how far its scores are to be trusted (fields are not independent, as Fellegi-Sunter has it), and an offset.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.matching_peers.answers import Answer, answer

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
KEPT = 5


def normalise(contacts: Ints, scores: Floats, size: int, voters: int, share: float) -> tuple[Floats, Floats]:
    """Probability by pair, and of being in the file by contact, from the scores as they are.

    `share`: how many contacts were in the file where the model was trained; so the prior of a pair is `share / voters`.
    Arrays as of `compete`.
    """
    logs = scores + np.log(share) - np.log1p(-share) - np.log(max(1, voters))
    highest = np.zeros(size)
    np.maximum.at(highest, contacts, logs)
    nobody = np.exp(-highest)
    totals = nobody + np.bincount(contacts, np.exp(logs - highest[contacts]), size)
    return np.exp(logs - highest[contacts]) / totals[contacts], 1 - nobody / totals


def compete(
    contacts: Ints, scores: Floats, size: int, voters: int, trust: float = 1.0, offset: float = 0.0
) -> tuple[Floats, Floats]:
    """Probability by pair, and of being in the file by contact.

    `contacts` is the contact's number by pair, `scores` the natural-log Bayes factor of being the same person.
    """
    logs = trust * scores + offset - np.log(max(1, voters))
    highest = np.full(size, -700.0)
    np.maximum.at(highest, contacts, logs)
    sums = np.bincount(contacts, np.exp(logs - highest[contacts]), size)
    with np.errstate(divide="ignore"):
        totals = highest + np.log(sums)
    share = 0.3
    in_file = np.zeros(size)
    for _ in range(200):
        odds = np.log(share) - np.log1p(-share)
        in_file = 1 / (1 + np.exp(-np.clip(totals + odds, -700, 700)))
        updated = min(max(float(in_file.mean()), 1e-4), 1 - 1e-4)
        if abs(updated - share) < 1e-6:
            break
        share = updated
    odds = np.log(share) - np.log1p(-share)
    return np.exp(logs + odds - np.logaddexp(0.0, totals + odds)[contacts]), in_file


@dataclass(frozen=True, eq=False)
class Labelled:
    """Scored pairs of one address book, and which of them are true."""

    contacts: Ints
    scores: Floats
    true: NDArray[np.bool_]
    size: int
    voters: int

    def loss(self, trust: float, offset: float) -> float:
        """Minus the log-likelihood."""
        found, in_file = compete(self.contacts, self.scores, self.size, self.voters, trust, offset)
        missing = np.ones(self.size, bool)
        missing[self.contacts[self.true]] = False
        return -float(np.log(found[self.true] + 1e-9).sum() + np.log(1 - in_file[missing] + 1e-9).sum())


def fit_trust(books: Sequence[Labelled]) -> tuple[float, float]:
    """(trust, offset) of the highest likelihood, from a grid made finer twice."""
    best, width = (0.8, 0.0), (0.5, 4.0)
    for _ in range(3):
        options = [
            (max(0.05, best[0] + width[0] * one / 3), best[1] + width[1] * other / 3)
            for one in range(-3, 4)
            for other in range(-3, 4)
        ]
        best = min(options, key=lambda each: sum(book.loss(*each) for book in books))
        width = (width[0] / 3, width[1] / 3)
    return best


def as_answers(
    uids: Sequence[str], ids: NDArray[np.bytes_], contacts: Ints, rows: Ints, likely: Floats, in_file: Floats
) -> list[Answer]:
    """Answers by contact with at most five candidates; `rows` are the voters' by pair."""
    order = np.lexsort((rows, -likely, contacts))
    starts = np.searchsorted(contacts[order], np.arange(len(uids) + 1))
    answers = []
    for number, uid in enumerate(uids):
        mine = order[starts[number] : starts[number + 1]][:KEPT]
        names = [bytes(ids[row]).decode() for row in rows[mine]]
        answers.append(answer(uid, names, likely[mine].tolist(), float(in_file[number])))
    return answers
