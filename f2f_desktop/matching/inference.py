"""From scores to probabilities: one softmax per contact over its candidates and `not in the file`.

p(v) = e^{s_v} / (e^{s_0} + sum of e^{s_v'}), where s_v adds up the fields and s_0 is made of three ways not to be
in the file: somebody from elsewhere; an unregistered housemate of a voter whose number or address the contact
has; (the new owner of a voter's number is within the weight of an agreeing phone). It is Fellegi-Sunter with term
frequencies where rivals compete.

What an address book is like is learnt from itself, without anybody's help, by EM (Dempster, Laird, Rubin 1977): the
share of its contacts that are in the file, and where they live: people know their neighbours. In a last step,
whoever lives with somebody who is in the book for certain is likelier to be there too.
"""

import math
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.comparing import FieldScores, Weights
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.parameters import Parameters
from f2f_desktop.matching.scoring import Scores
from f2f_desktop.matching.sorted_keys import Rows

EM_STEPS = 60
EM_PRECISION = 1e-7
NEIGHBOURHOOD_STEPS = 4
SURE = 0.9
"""Probability from which a contact counts as somebody whose household is known."""


class Home(msgspec.Struct, frozen=True):
    """Where the volunteer lives: people know their neighbours."""

    zip: str = ""
    area_codes: frozenset[int] = frozenset()


@dataclass(frozen=True, eq=False)
class Answer:
    """The answer in numbers, for m pairs of n contacts."""

    of_pairs: Weights
    """Shape (m,): probability of each pair."""
    in_file: Weights
    """Shape (n,): sum over each contact's pairs."""
    share: float
    """Estimated share of the contacts that are in the file."""
    fields: tuple[FieldScores, ...]
    """What the book's other contacts say of each pair: neighbourhood and household."""


def infer(
    pairs: Pairs,
    scores: Scores,
    elsewhere: Weights,
    findable: NDArray[np.bool_],
    index: VoterIndex,
    parameters: Parameters,
    home: Home,
    share: float | None,
) -> Answer:
    """The probabilities; the in-file share is estimated unless it is given.

    `elsewhere`: shape (n,), score of somebody from elsewhere; `findable`: shape (n,), which contacts tell the share.
    """
    contacts = len(elsewhere)
    offset = parameters.in_file - math.log(max(1, len(index)))
    # Housemates of one household are one alternative, not one per voter who answers its phone.
    housemates = np.full(contacts, -np.inf)
    np.maximum.at(housemates, pairs.contacts, scores.housemates + offset)
    places = _Places(index, pairs, home, parameters)

    def posterior(totals: Weights, known_share: float | None) -> tuple[Weights, Weights, float]:
        candidates = _log_sums(totals + offset, pairs.contacts, contacts)
        estimated = known_share
        if estimated is None:
            estimated = _estimate_share(candidates, housemates, elsewhere, findable, parameters)
        odds = math.log(estimated) - math.log1p(-estimated)
        total = np.logaddexp(np.logaddexp(elsewhere, housemates + odds), candidates + odds)
        of_pairs = np.exp(totals + offset + odds - total[pairs.contacts])
        return of_pairs, np.exp(candidates + odds - total), estimated

    of_pairs, in_file, found_share = posterior(scores.totals, share)
    neighbourhood = places.field(np.zeros(len(pairs.rows)))
    for _ in range(NEIGHBOURHOOD_STEPS if places.are_told_apart else 0):
        neighbourhood = places.field(of_pairs)
        of_pairs, in_file, found_share = posterior(scores.totals + neighbourhood.weights, share)
    household = _households(pairs, scores, of_pairs, index, parameters)
    if household.at("known").any():
        totals = scores.totals + neighbourhood.weights + household.weights
        of_pairs, in_file, found_share = posterior(totals, share)
    return Answer(of_pairs, in_file, found_share, (neighbourhood, household))


class _Places:
    """Where a book's people live, by ZIP code, or by city where the file has no ZIP codes."""

    def __init__(self, index: VoterIndex, pairs: Pairs, home: Home, parameters: Parameters) -> None:
        column = index.voters.text("zip")
        if len(column.values) < 3:
            column = index.voters.text("city")
        self.are_told_apart = len(column.values) > 2
        self.declared = parameters.neighbourhood
        self.contacts = pairs.contacts
        self.codes = column.codes[pairs.rows].astype(np.int64)
        counts = np.bincount(column.codes, minlength=len(column.values)).astype(float)
        counts[0] = 0.0
        self.shares = counts / max(1.0, counts.sum())
        prior = parameters.neighbours_strength * self.shares
        at_home = [code for code, value in enumerate(column.values) if home.zip and value[:5] == home.zip]
        prior[at_home] += parameters.home_strength / max(1, len(at_home))
        self.prior = prior

    def field(self, of_pairs: Weights) -> FieldScores:
        """ln of (share of the other contacts who live there / share of the voters who do), by pair."""
        names = self.declared.names()
        levels = np.full(len(self.codes), names.index("missing"), np.int64)
        if not self.are_told_apart:
            return FieldScores.by_level(self.declared, levels, np.zeros(len(levels)))
        # Rounded, so that the order in which contacts are summed does not show.
        there = np.round(np.bincount(self.codes, of_pairs, len(self.prior)), 9)
        contacts = int(self.contacts.max()) + 1 if len(self.contacts) else 0
        own_total = np.bincount(self.contacts, of_pairs, contacts)[self.contacts]
        key = self.contacts * len(self.prior) + self.codes
        _, number = np.unique(key, return_inverse=True)
        own_there = np.bincount(number, of_pairs)[number] if len(number) else number
        others = np.maximum(there[self.codes] - own_there, 0.0) + self.prior[self.codes]
        everybody = np.maximum(there.sum() - own_total, 0.0) + self.prior.sum()
        known = self.codes > 0
        ratio = np.where(known, others / everybody / np.where(known, self.shares[self.codes], 1.0), 1.0)
        levels[known] = np.where(ratio[known] >= 1, names.index("many"), names.index("few"))
        return FieldScores.by_level(self.declared, levels, np.log(ratio))


def _households(
    pairs: Pairs, scores: Scores, of_pairs: Weights, index: VoterIndex, parameters: Parameters
) -> FieldScores:
    """Pairs whose voter lives with a voter whom another contact is for certain."""
    declared = parameters.household
    levels = np.full(len(pairs.rows), declared.names().index("missing"), np.int64)
    sure = np.flatnonzero(of_pairs >= SURE)
    if len(sure):
        households = index.households[pairs.rows]
        sure = sure[households[sure] >= 0]
        order = np.argsort(households[sure], kind="stable")
        sure = sure[order]
        theirs = households[sure]
        first_names = next(field for field in scores.fields if field.field == "first_name")
        asks = np.flatnonzero((households >= 0) & ~first_names.at("unrelated") & ~first_names.at("missing"))
        low = np.searchsorted(theirs, households[asks], "left")
        high = np.searchsorted(theirs, households[asks], "right")
        # Somebody else of the house, by another contact: neither the pair itself nor another card of the voter.
        others = high - low
        for step in range(int(others.max()) if len(others) else 0):
            here = np.minimum(low + step, len(sure) - 1)
            mate = sure[here]
            other = (low + step < high) & (pairs.contacts[mate] != pairs.contacts[asks])
            other &= pairs.rows[mate] != pairs.rows[asks]
            levels[asks[other]] = declared.names().index("known")
    return FieldScores.by_level(declared, levels)


def _log_sums(values: Weights, groups: Rows, size: int) -> Weights:
    """log of the sum of e^values by group; -inf for an empty one."""
    highest = np.full(size, -np.inf)
    np.maximum.at(highest, groups, values)
    sums = np.bincount(groups, np.exp(values - highest[groups]), size)
    with np.errstate(divide="ignore"):
        return np.asarray(np.where(sums > 0, np.where(np.isfinite(highest), highest, 0) + np.log(sums), -np.inf))


def _estimate_share(
    candidates: Weights,
    housemates: Weights,
    elsewhere: Weights,
    findable: NDArray[np.bool_],
    parameters: Parameters,
) -> float:
    """EM over the in-file share, with the expected share as a prior worth a few contacts.

    Values are sorted before they are summed, so that the order of the contacts changes not even the last bit.
    """
    order = np.lexsort((elsewhere[findable], housemates[findable], candidates[findable]))
    candidates, housemates, elsewhere = (values[findable][order] for values in (candidates, housemates, elsewhere))
    strength, expected = parameters.expected_share_strength, parameters.expected_share
    share = expected
    for _ in range(EM_STEPS):
        odds = math.log(share) - math.log1p(-share)
        null = np.logaddexp(elsewhere, housemates + odds)
        in_file = np.exp(candidates + odds - np.logaddexp(null, candidates + odds))
        updated = (strength * expected + float(in_file.sum())) / (strength + len(in_file))
        updated = min(max(updated, 1e-4), 1 - 1e-4)
        if abs(updated - share) < EM_PRECISION:
            break
        share = updated
    return share
