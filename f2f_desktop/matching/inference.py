"""From scores to probabilities: one softmax per contact over its candidates and `not in the file`.

p(v) = e^{s_v} / (e^{s_0} + sum of e^{s_v'}), where s_v adds up the fields and s_0 is made of three ways not to be
in the file: somebody from elsewhere; an unregistered housemate of a voter whose number or address the contact
has; somebody of a voter's name who is in no file, so that a name alone is never certain. (The new owner of a
voter's number is within the weight of an agreeing phone.) It is Fellegi-Sunter with term frequencies where rivals
compete.

What an address book is like is learnt from itself, without anybody's help, by EM (Dempster, Laird, Rubin 1977): the
share of its contacts that are in the file, among those who may be at all, and where they live: people know their
neighbours. In a last step, whoever lives with somebody who is in the book for certain is likelier to be there too.
"""

import math
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.comparing import FieldScores, Weights
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.parameters import FirstNameWeights, Parameters
from f2f_desktop.matching.scoring import Scores
from f2f_desktop.matching.sorted_keys import Rows, is_one_of, opens

EM_STEPS = 60
EM_PRECISION = 1e-7
NEIGHBOURHOOD_STEPS = 4
MOST_NEIGHBOURLY = 2.5
"""What a neighbourhood says at most: of one contact in a small place nobody knows how many there are."""
FEW_VOTERS = 5_000
"""In a file of fewer, the rarest name is not as rare as most are in a district's."""
PLAUSIBLE = -8.0
"""ln of the odds against somebody from elsewhere, from which candidates count as such."""
SURE = 0.9
"""Probability from which a contact counts as somebody whose household is known."""


class Home(msgspec.Struct, frozen=True):
    """Where the volunteer lives: people know their neighbours."""

    zip: str = ""
    area_codes: frozenset[int] = frozenset()


class Habits(msgspec.Struct, frozen=True):
    """What an address book is like, as far as matching it has shown: kept for contacts that are matched later."""

    share: float
    """Of the contacts with plausible candidates: those who are in the file."""
    places: dict[str, float] = {}
    """How many contacts (expected value) live where, by ZIP code, or by city where the file has no ZIP codes."""
    sure: dict[str, str] = {}
    """Voters whom a contact certainly is, by id, with that contact's uid."""


class Book(msgspec.Struct, frozen=True):
    """The contacts to be matched as a whole: their uids, and what is known of the book beforehand."""

    uids: tuple[str, ...]
    home: Home = Home()
    share: float | None = None
    """Of the contacts with plausible candidates: those who are in the file; estimated where it is not known."""
    habits: Habits | None = None
    """What an earlier run has shown; then nothing is learnt from these contacts."""


@dataclass(frozen=True, eq=False)
class Answer:
    """The answer in numbers, for m pairs of n contacts."""

    of_pairs: Weights
    """Shape (m,): probability of each pair."""
    in_file: Weights
    """Shape (n,): sum over each contact's pairs."""
    prior: float
    """ln of any one voter's odds before anything is compared ..."""
    null: Weights
    """... against which this, by contact, speaks for `not in the file`. Shape (n,)."""
    fields: tuple[FieldScores, ...]
    """What the book's other contacts say of each pair: neighbourhood and known housemate."""
    habits: Habits


def infer(
    pairs: Pairs,
    scores: Scores,
    elsewhere: Weights,
    findable: NDArray[np.bool_],
    index: VoterIndex,
    parameters: Parameters,
    book: Book,
) -> Answer:
    """The probabilities, and what the book is like.

    `elsewhere`: shape (n,), score of somebody from elsewhere; `findable`: shape (n,), which contacts tell the share.
    """
    contacts = len(elsewhere)
    offset = offset_of(parameters, len(index))
    # Housemates of one household are one alternative, not one per voter who answers its phone.
    housemates = np.full(contacts, -np.inf)
    np.maximum.at(housemates, pairs.contacts, scores.housemates + offset)
    known = book.habits
    places = _Places(index, pairs, scores, book, parameters)

    def posterior(
        of_book: Weights | float, share: float | None = book.share
    ) -> tuple[Weights, Weights, float, Weights]:
        """Of pairs and of contacts, the share, and the null; `of_book` is what the book's other contacts say."""
        totals = scores.totals + of_book
        candidates = log_sums(totals + offset, pairs.contacts, contacts)
        namesakes = np.full(contacts, -np.inf)
        np.maximum.at(namesakes, pairs.contacts, scores.namesakes + of_book + offset)
        # Like people from elsewhere, namesakes are the likelier the fewer contacts are in the file.
        others = np.logaddexp(elsewhere, namesakes)
        if share is None:
            telling = findable & is_plausible(candidates, elsewhere)
            share = _estimate_share(candidates[telling], housemates[telling], others[telling], parameters)
        odds = math.log(share) - math.log1p(-share)
        null = np.logaddexp(others, housemates + odds)
        total = np.logaddexp(null, candidates + odds)
        return (
            np.exp(totals + offset + odds - total[pairs.contacts]),
            np.exp(candidates + odds - total),
            share,
            null,
        )

    habits = known
    if habits is None:
        of_pairs, _in_file, share, _null = posterior(0.0)
        for _ in range(NEIGHBOURHOOD_STEPS if places.are_told_apart else 0):
            of_pairs, _in_file, share, _null = posterior(places.field(of_pairs).weights)
        rows = _sure(pairs, of_pairs, index)
        sure = {str(index.voters.id_at(row)): book.uids[contact] for row, contact in rows.items()}
        habits = Habits(share, places.expected(of_pairs), sure)
        known_rows = {row: book.uids[contact] for row, contact in rows.items()}
    else:
        known_rows = _rows_of(habits, index)
    # The answer rests on the habits alone, so that a contact that is matched later gets the same.
    share = habits.share
    neighbourhood = places.field(posterior(0.0, share)[0], habits)
    housemate = _known_housemates(pairs, scores, known_rows, index, book, parameters)
    of_pairs, in_file, share, null = posterior(neighbourhood.weights + housemate.weights, share)
    prior = offset + math.log(share) - math.log1p(-share)
    return Answer(of_pairs, in_file, prior, null, (neighbourhood, housemate), habits)


def offset_of(parameters: Parameters, voters: int) -> float:
    """What is added to the score of every voter of a file of this size.

    `in_file` makes up for the rarities' exponents below 1; in a file of few voters no name is rare.
    """
    size = max(1, voters)
    return parameters.in_file * min(1.0, math.log(size) / math.log(FEW_VOTERS)) - math.log(size)


class _Places:
    """Where a book's people live, by ZIP code, or by city where the file has no ZIP codes."""

    def __init__(
        self, index: VoterIndex, pairs: Pairs, scores: Scores, book: Book, parameters: Parameters
    ) -> None:
        column = index.voters.text("zip")
        if len(column.values) < 3:
            column = index.voters.text("city")
        self.names = column.values
        self.are_told_apart = len(column.values) > 2
        self.declared = parameters.neighbourhood
        self.contacts = pairs.contacts
        self.unlike = next(field for field in scores.fields if field.field == "first_name").any_of(
            FirstNameWeights.APART
        )
        self.codes = column.codes[pairs.rows].astype(np.int64)
        self.groups = _group_numbers(pairs.contacts * len(column.values) + self.codes)
        counts = np.bincount(column.codes, minlength=len(column.values)).astype(float)
        counts[0] = 0.0
        self.shares = counts / max(1.0, counts.sum())
        prior = parameters.neighbours_strength * self.shares
        home = book.home.zip
        at_home = [code for code, value in enumerate(column.values) if value[:5] == home] if home else []
        prior[at_home] += parameters.home_strength / max(1, len(at_home))
        self.prior = prior

    def expected(self, of_pairs: Weights) -> dict[str, float]:
        """How many of the contacts live where."""
        there = self._counted(of_pairs)
        return {self.names[code]: float(there[code]) for code in np.flatnonzero(there).tolist() if code}

    def _counted(self, of_pairs: Weights) -> Weights:
        # Rounded, so that the order in which contacts are summed does not show.
        return np.round(np.bincount(self.codes, of_pairs, len(self.prior)), 9)

    def field(self, of_pairs: Weights, habits: Habits | None = None) -> FieldScores:
        """ln of (share of the other contacts who live there / share of the voters who do), by pair.

        How many live where is counted from `of_pairs`, unless `habits` tell.
        """
        names = self.declared.names()
        levels = np.full(len(self.codes), names.index("missing"), np.int64)
        if not self.are_told_apart or not len(self.codes):
            return FieldScores.by_level(self.declared, levels, np.zeros(len(levels)))
        there = self._counted(of_pairs)
        if habits is not None:
            there = np.array([habits.places.get(name, 0.0) for name in self.names])
        own_total = np.bincount(self.contacts, of_pairs)[self.contacts]
        own_there = np.bincount(self.groups, of_pairs)[self.groups]
        others = np.maximum(there[self.codes] - own_there, 0.0) + self.prior[self.codes]
        everybody = np.maximum(there.sum() - own_total, 0.0) + self.prior.sum()
        known = self.codes > 0
        ratio = np.where(known, others / everybody / np.where(known, self.shares[self.codes], 1.0), 1.0)
        levels[known] = np.where(ratio[known] >= 1, names.index("many"), names.index("few"))
        weights = np.clip(np.log(ratio), -MOST_NEIGHBOURLY, MOST_NEIGHBOURLY)
        # Of somebody with another given name it says only that this is a relative.
        weights[self.unlike] = np.minimum(weights[self.unlike], 0.0)
        return FieldScores.by_level(self.declared, levels, weights)


def _sure(pairs: Pairs, of_pairs: Weights, index: VoterIndex) -> dict[int, int]:
    """Rows of voters with a household whom a contact certainly is, with that contact's place."""
    places = np.flatnonzero(of_pairs >= SURE)
    places = places[index.households[pairs.rows[places]] >= 0]
    return dict(zip(pairs.rows[places].tolist(), pairs.contacts[places].tolist(), strict=True))


def _rows_of(habits: Habits, index: VoterIndex) -> dict[int, str]:
    """Rows of the voters whom a contact certainly is, with that contact's uid; some may be gone from the file."""
    rows = ((index.voters.row_of(VoterId(voter_id)), uid) for voter_id, uid in habits.sure.items())
    return {row: uid for row, uid in rows if row is not None}


def _known_housemates(
    pairs: Pairs, scores: Scores, sure: dict[int, str], index: VoterIndex, book: Book, parameters: Parameters
) -> FieldScores:
    """Pairs whose voter lives with a voter whom another contact is for certain.

    `sure`: rows of such voters, with the uid of that contact.
    """
    declared = parameters.known_housemate
    levels = np.full(len(pairs.rows), declared.names().index("missing"), np.int64)
    by_household: dict[int, list[tuple[int, str]]] = {}
    for row, uid in sure.items():
        by_household.setdefault(int(index.households[row]), []).append((row, uid))
    by_household.pop(-1, None)
    if by_household:
        fields = {field.field: field for field in scores.fields}
        names = fields["first_name"]
        asks = np.flatnonzero(
            ~names.any_of((*FirstNameWeights.APART, "missing")) & fields["household"].at("missing")
        )
        households = index.households[pairs.rows[asks]]
        near = is_one_of(households, np.array(list(by_household)))
        for pair, household in zip(asks[near].tolist(), households[near].tolist(), strict=True):
            row, uid = int(pairs.rows[pair]), book.uids[int(pairs.contacts[pair])]
            # Somebody else of the house, by another contact: neither the pair itself nor another card of the voter.
            if any(mate != row and other != uid for mate, other in by_household[household]):
                levels[pair] = declared.names().index("known")
    return FieldScores.by_level(declared, levels)


def _group_numbers(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Equal keys get the same number, from 0."""
    order = np.argsort(keys)
    numbers = np.empty(len(keys), np.int64)
    numbers[order] = np.cumsum(opens(keys[order])) - 1
    return numbers


def log_sums(values: Weights, groups: Rows, size: int) -> Weights:
    """log of the sum of e^values by group; -inf for an empty one."""
    highest = np.full(size, -np.inf)
    np.maximum.at(highest, groups, values)
    sums = np.bincount(groups, np.exp(values - highest[groups]), size)
    with np.errstate(divide="ignore"):
        return np.asarray(np.where(sums > 0, np.where(np.isfinite(highest), highest, 0) + np.log(sums), -np.inf))


def is_plausible(candidates: Weights, elsewhere: Weights) -> NDArray[np.bool_]:
    """By contact: whether its candidates together may be worth considering at all, against somebody from elsewhere.

    Of the others nobody needs to be told that they are not in the file: however many there are, they say nothing
    of those who bear a voter's name.
    """
    return np.asarray(candidates - elsewhere > PLAUSIBLE)


def _estimate_share(
    candidates: Weights,
    housemates: Weights,
    others: Weights,
    parameters: Parameters,
) -> float:
    """EM over the in-file share, with the expected share as a prior worth a few contacts.

    Values are sorted before they are summed, so that the order of the contacts changes not even the last bit.
    """
    order = np.lexsort((others, housemates, candidates))
    candidates, housemates, others = (values[order] for values in (candidates, housemates, others))
    strength, expected = parameters.expected_share_strength, parameters.expected_share
    share = expected
    for _ in range(EM_STEPS):
        odds = math.log(share) - math.log1p(-share)
        null = np.logaddexp(others, housemates + odds)
        in_file = np.exp(candidates + odds - np.logaddexp(null, candidates + odds))
        updated = (strength * expected + float(in_file.sum())) / (strength + len(in_file))
        updated = min(max(updated, 1e-4), 1 - 1e-4)
        if abs(updated - share) < EM_PRECISION:
            break
        share = updated
    return share
