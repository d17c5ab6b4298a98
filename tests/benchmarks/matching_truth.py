"""Synthetic districts and address books with known truth, and how well an answer meets it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.read import read_address_book
from f2f_desktop.demo.address_books import BookMix, draw_friends
from f2f_desktop.demo.book_dialects import iphone_vcard
from f2f_desktop.demo.columns import voters_of
from f2f_desktop.demo.population import Mix, Population, generate_district
from f2f_desktop.demo.writing import Habits
from f2f_desktop.matching.model import Match, MatchStatus
from f2f_desktop.voterfile.voters import Voters


@dataclass(frozen=True)
class Configuration:
    """A kind of district and of address book."""

    name: str
    district: Mix = field(default_factory=Mix)
    book: BookMix = field(default_factory=BookMix)


_SLOPPY = Habits(
    nickname=0.45, unknown_nickname=0.06, remark_as_surname=0.05, typo=0.05, given_name_only=0.12, maiden_name=0.3
)

CONFIGURATIONS = (
    Configuration("plain"),
    Configuration("few in file", book=BookMix(in_file=0.05)),
    Configuration("many in file", book=BookMix(in_file=0.6)),
    Configuration("no phones", Mix(phone_in_file=0.0)),
    Configuration("80 % phones", Mix(phone_in_file=0.8)),
    Configuration("other people", Mix(black=0.1, asian=0.2, spanish=0.4)),
    Configuration(
        "sloppy",
        Mix(black=0.35, asian=0.05, spanish=0.3, phone_in_file=0.4, stale_phone=0.35, landline=0.5),
        BookMix(recycled_number=0.04, mobile=0.75, local_number=0.7, habits=_SLOPPY),
    ),
    Configuration(
        "sloppy, no phones", Mix(spanish=0.25, phone_in_file=0.0), BookMix(in_file=0.15, habits=_SLOPPY)
    ),
)


@dataclass(frozen=True, eq=False)
class Task:
    """Contacts to be matched against voters, and the truth: contact uid to voter id, None for not in the file."""

    population: Population
    voters: Voters
    contacts: tuple[Contact, ...]
    truth: dict[str, str | None]


def make_task(configuration: Configuration, voters: int, contacts: int, seed: int) -> Task:
    """A district and an address book; the contacts go through the reader of vCards."""
    population = generate_district(seed, voters, configuration.district)
    return with_book(population, voters_of(population), configuration.book, contacts, seed + 1000)


def with_book(population: Population, voters: Voters, mix: BookMix, contacts: int, seed: int) -> Task:
    """Another address book for the same district."""
    friends = draw_friends(population, seed, contacts, mix=mix)
    book = read_address_book("book.vcf", iphone_vcard(friends))
    truth = {friend.uid: friend.voter_id or None for friend in friends}
    return Task(population, voters, tuple(book.contacts), truth)


def without_phones(task: Task) -> Task:
    """The same, as if the file had no telephone numbers."""
    numbers = {name: column for name, column in task.voters.numbers.items() if name != "phone"}
    return replace(task, voters=replace(task.voters, numbers=numbers))


@dataclass(frozen=True)
class Quality:
    """How well answers meet the truth. Recalls are of the contacts that are in the file."""

    matched: int
    precision: float
    recall: float
    recall_with_questions: float
    """If a person answers every ambiguous contact rightly whose voter is among three candidates."""
    ambiguous: float
    """Share of the contacts."""
    recall_at_98: float
    """The highest recall at a threshold where precision is at least .98."""
    best_f1: float
    calibration_error: float
    """Expected calibration error of the best candidates' probabilities, ten bins."""


def judge(matches: Sequence[Match], truth: dict[str, str | None]) -> Quality:
    """Compares matches with the truth."""
    in_file = max(1, sum(1 for voter in truth.values() if voter))
    matched = [match for match in matches if match.status is MatchStatus.MATCHED]
    right = sum(1 for match in matched if match.best and match.best.voter_id == truth[match.contact_uid])
    asked = [match for match in matches if match.status is MatchStatus.AMBIGUOUS]
    answerable = sum(
        1 for match in asked if truth[match.contact_uid] in {each.voter_id for each in match.candidates[:3]}
    )
    likely = np.array([match.best.probability if match.best else 0.0 for match in matches])
    correct = np.array([bool(match.best and match.best.voter_id == truth[match.contact_uid]) for match in matches])
    recall_at_98, best_f1 = _curve(likely, correct, in_file)
    return Quality(
        len(matched),
        right / max(1, len(matched)),
        right / in_file,
        (right + answerable) / in_file,
        len(asked) / max(1, len(matches)),
        recall_at_98,
        best_f1,
        _calibration_error(likely, correct),
    )


def _curve(likely: NDArray[np.float64], correct: NDArray[np.bool_], in_file: int) -> tuple[float, float]:
    order = np.argsort(-likely, kind="stable")
    hits = np.cumsum(correct[order])
    precision = hits / np.arange(1, len(order) + 1)
    recall = hits / in_file
    good = precision >= 0.98
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    return float(recall[good].max()) if good.any() else 0.0, float(f1.max())


def _calibration_error(likely: NDArray[np.float64], correct: NDArray[np.bool_]) -> float:
    bins = np.minimum((likely * 10).astype(int), 9)
    error = 0.0
    for number in range(10):
        those = bins == number
        if those.any():
            error += abs(likely[those].mean() - correct[those].mean()) * those.sum() / len(likely)
    return float(error)
