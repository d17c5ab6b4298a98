"""From weights to probabilities: a conditional logit over a contact's candidates and *not in the file*.

    p(v) = e^s(v) / (e^s(null) + sum of e^s(v'))

`s(v)` adds up what the fields say and the prior of one certain voter, ln(1 / n). `s(null)` holds what speaks for
living elsewhere, and the one explanation that looks most like a match: somebody unregistered in a voter's household.
Runner-ups, housemates and the null compete in one sum, so that ambiguity needs no rules of its own.

The share of contacts who are in the file is adapted to the address book by expectation maximisation over the prior of
the null, without labels; a Beta prior keeps a short address book near what is expected.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.circumstances import (
    compare_addresses,
    compare_generations,
    compare_home,
    compare_middle_names,
    compare_phones,
    compare_sex,
    compare_years,
)
from f2f_desktop.matching.clues import Clues
from f2f_desktop.matching.comparing import FieldScores, HypothesisTable, NameScores, Weights, compare_names
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.nicknames import NicknameTable
from f2f_desktop.matching.parameters import Parameters

EM_ROUNDS = 30


@dataclass(frozen=True, eq=False)
class Scores:
    """What every field says of m pairs, and what it adds up to for k contacts."""

    fields: tuple[FieldScores, ...]
    voters: Weights
    """Shape (m,): s(v), without the share of contacts in the file."""
    null: Weights
    """Shape (k,): s(null), likewise."""


@dataclass(frozen=True, eq=False)
class Probabilities:
    """Of m pairs, and of *not in the file* for k contacts."""

    voters: NDArray[np.float64]
    null: NDArray[np.float64]
    share_in_file: float
    """As adapted to this address book."""


def score(
    pairs: Pairs,
    clues: Sequence[Clues],
    index: VoterIndex,
    streets: NDArray[np.int64],
    nicknames: NicknameTable,
    parameters: Parameters,
    home_zip: str,
) -> Scores:
    """Compares every pair in every field."""
    table = HypothesisTable(clues)
    names = compare_names(pairs, table, index, nicknames, parameters)
    phone = compare_phones(pairs, clues, index, parameters)
    address, zip_code = compare_addresses(pairs, clues, index, streets, parameters)
    birth_year, email_year = compare_years(pairs, clues, index, parameters)
    fields = (
        names.reading,
        names.first,
        names.last,
        compare_middle_names(pairs, names, table, index, parameters),
        compare_generations(pairs, clues, index, parameters),
        compare_sex(pairs, clues, index, parameters),
        phone,
        address,
        zip_code,
        birth_year,
        email_year,
        compare_home(pairs, index, home_zip, parameters),
    )
    prior = parameters.in_file - np.log(max(2, len(index)))
    voters = np.sum([field.weights for field in fields], axis=0) + prior
    null = _elsewhere(clues, index, parameters)
    housemates = _unregistered_housemates(names, phone, address, parameters) + prior
    # Everybody in a household tells the same story of an unregistered housemate: the best one counts, once.
    best = np.full(len(clues), -np.inf)
    np.maximum.at(best, pairs.contacts, housemates)
    return Scores(fields, voters, np.logaddexp(null, best))


def _elsewhere(clues: Sequence[Clues], index: VoterIndex, parameters: Parameters) -> Weights:
    """What a contact says, by itself, for or against living in the file's area."""
    weights = parameters.not_in_file
    local = index.local_area_codes
    zips = index.zip_shares
    null = np.zeros(len(clues))
    for place, clue in enumerate(clues):
        if local and clue.phones:
            is_local = any(phone // 10_000_000 in local for phone in clue.phones)
            null[place] += weights.local_area_code if is_local else weights.far_area_code
        elif clue.far_phones:
            null[place] += weights.far_area_code
        written = [home.zip for home in clue.homes if home.zip]
        if written and zips:
            null[place] += weights.zip_inside if any(each in zips for each in written) else weights.zip_outside
        if clue.name.is_organisation:
            null[place] += weights.organisation
    return null


def _unregistered_housemates(
    names: NameScores, phone: FieldScores, address: FieldScores, parameters: Parameters
) -> Weights:
    """By pair: how well somebody unregistered in the voter's household explains the contact.

    Such a person shares the household's number, its address, often its surname, but not the given name. Only pairs with
    a number, an address or a surname in common tell such a story.
    """
    weights = parameters.not_in_file
    no_match = {"unrelated", "missing"}
    surname_fits = np.isin(
        names.last.levels, [n for n, name in enumerate(names.last.names) if name not in no_match]
    )
    shares_phone = np.isin(phone.levels, [phone.names.index("same"), phone.names.index("housemate")])
    shares_address = address.levels == address.names.index("same")
    story = np.full(len(phone.weights), weights.unregistered_housemate)
    story += np.where(shares_phone, phone.weights + weights.housemate_phone, 0.0)
    story += np.where(shares_address, address.weights + weights.housemate_address, 0.0)
    story += np.where(
        surname_fits, names.last.weights + weights.housemate_surname, weights.housemate_other_surname
    )
    return np.asarray(np.where(shares_phone | shares_address | surname_fits, story, -np.inf), np.float64)


def probabilities(scores: Scores, contacts: NDArray[np.int64], parameters: Parameters) -> Probabilities:
    """Adapts the share of contacts in the file and gives every pair its probability.

    `contacts` is the place of each pair's contact, shape (m,), rising.
    """
    k = len(scores.null)
    if k == 0:
        return Probabilities(np.zeros(0), np.zeros(0), parameters.expected_share)
    top = scores.null.copy()
    np.maximum.at(top, contacts, scores.voters)
    inside_each = np.exp(scores.voters - top[contacts])
    inside = np.bincount(contacts, inside_each, k)
    outside = np.exp(scores.null - top)
    strength = parameters.expected_share_strength
    expected = parameters.expected_share * strength
    share = parameters.expected_share
    # The sums run over sorted values: the outcome does not depend on the order of the contacts.
    order = np.argsort(inside / (inside + outside), kind="stable")
    for _ in range(EM_ROUNDS):
        mass = share * inside / (share * inside + (1 - share) * outside)
        share = float((mass[order].sum() + expected) / (k + strength))
    total = share * inside + (1 - share) * outside
    return Probabilities(
        share * inside_each / total[contacts], np.asarray((1 - share) * outside / total, np.float64), share
    )
