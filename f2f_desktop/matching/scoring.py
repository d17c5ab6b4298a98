"""What each contact says of each candidate: all fields of every pair, and what speaks for not being in the file."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.circumstances import (
    compare_addresses,
    compare_generations,
    compare_middle_names,
    compare_phones,
    compare_sex,
    compare_years,
)
from f2f_desktop.matching.clues import Clues
from f2f_desktop.matching.comparing import FieldScores, NameScores, Weights, WrittenNames, compare_names
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.names import Reading
from f2f_desktop.matching.parameters import Parameters
from f2f_desktop.matching.sorted_keys import Rows
from f2f_desktop.matching.taught import NOTHING, Lessons, told_by_file

ELSEWHERE_SIGNS = ("local_area_code", "far_area_code", "zip_outside", "zip_inside", "organisation")
"""What a contact may say of living elsewhere: names of weights in `NotInFileWeights`."""

PERSONAL = ("middle_name", "suffix", "title", "phone", "address", "zip", "birth_year", "email_year")
"""Fields that a voter does not share with a namesake, but for the ZIP code that they may both live in, and what a
father and a son of one name share."""


@dataclass(frozen=True, eq=False)
class Scores:
    """m pairs scored."""

    fields: tuple[FieldScores, ...]
    totals: Weights
    """Shape (m,): sum of the fields, without the prior of being in the file."""
    hypotheses: Rows
    """Shape (m,): the reading that was chosen."""
    housemates: Weights
    """Shape (m,): score of `an unregistered housemate of this voter`, -inf where nothing hints at it."""
    partners: NDArray[np.bool_]
    """Shape (m,): whether that housemate is the first of `Ann & Bob Smith`."""
    namesakes: Weights
    """Shape (m,): score of `somebody of this voter's name who is in no file`."""


def score_pairs(
    pairs: Pairs,
    clues: Sequence[Clues],
    written: WrittenNames,
    index: VoterIndex,
    streets: NDArray[np.int64],
    parameters: Parameters,
    lessons: Lessons | None = None,
) -> Scores:
    """All fields of every pair, and their sum; `lessons` is what a person has said."""
    lessons = lessons or Lessons(NOTHING, (), clues, index)
    names = compare_names(pairs.contacts, pairs.rows, written, index, parameters)
    middle = compare_middle_names(pairs, names, written, index, parameters)
    generation = compare_generations(pairs, clues, index, parameters)
    sex = compare_sex(pairs, names, written, clues, index, parameters)
    phone = compare_phones(pairs, clues, index, parameters)
    address, zip_code = compare_addresses(pairs, clues, index, streets, parameters)
    birth_year, email_year = compare_years(pairs, clues, index, parameters)
    household = lessons.compare(pairs, names, parameters.household, told_by_file(phone, address))
    fields = (
        names.reading,
        names.first,
        names.last,
        middle,
        generation,
        sex,
        phone,
        address,
        zip_code,
        birth_year,
        email_year,
        household,
    )
    totals = np.sum([field.weights for field in fields], axis=0) if len(pairs.rows) else np.zeros(0)
    shared = _housemate_scores(names, phone, address, zip_code, household, parameters)
    partners = _partner_scores(totals, names, parameters)
    namesakes = totals + parameters.not_in_file.namesake
    kin = generation.at("different")
    for field in fields:
        if field.field in PERSONAL:
            namesakes = namesakes - np.where(shared_with_namesakes(field, kin), 0.0, field.weights)
    namesakes = namesakes + np.where(kin & phone.at("same"), parameters.not_in_file.housemate_phone, 0.0)
    return Scores(fields, totals, names.hypotheses, np.maximum(shared, partners), partners > shared, namesakes)


def _housemate_scores(
    names: NameScores,
    phone: FieldScores,
    address: FieldScores,
    zip_code: FieldScores,
    household: FieldScores,
    parameters: Parameters,
) -> Weights:
    """What the contact would score as somebody unregistered who shares the voter's number or address."""
    weights = parameters.not_in_file
    same_phone = phone.at("same")
    household_phone = same_phone | phone.at("housemate")
    same_address = address.at("same")
    surname = names.last.weights + names.reading.weights
    surname = np.where(
        names.last.at("unrelated"),
        weights.housemate_other_surname,
        np.logaddexp(weights.housemate_surname + surname, weights.housemate_other_surname),
    )
    surname = np.where(names.last.at("missing"), 0.0, surname)
    shared = weights.unregistered_housemate + surname + zip_code.weights + household.weights
    shared = shared + np.where(household_phone, phone.weights, 0.0)
    shared = shared + np.where(same_phone, weights.housemate_phone, 0.0)
    shared = shared + np.where(same_address, address.weights + weights.housemate_address, 0.0)
    return np.where(household_phone | same_address | ~household.at("missing"), shared, -np.inf)


def shared_with_namesakes(field: FieldScores, kin: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of a field in PERSONAL, by pair: whether a namesake has what the voter has.

    `kin`: the namesake of another generation, a son of the father's name, who has the household's number and address.
    """
    if field.field == "zip":
        return field.at("same")
    if field.field == "phone":
        return kin & field.any_of(("same", "housemate"))
    return kin & field.at("same") if field.field == "address" else np.zeros(len(field.levels), bool)


def _partner_scores(totals: Weights, names: NameScores, parameters: Parameters) -> Weights:
    """What `Ann & Bob Smith` scores as an unregistered Ann, where the voter is Bob."""
    is_partner = names.reading.levels == Reading.PARTNER
    weight = parameters.reading.couple + parameters.not_in_file.unregistered_partner
    return np.where(is_partner, totals - names.reading.weights + weight, -np.inf)


def elsewhere_signs(
    clues: Sequence[Clues], index: VoterIndex, home_area_codes: frozenset[int]
) -> NDArray[np.bool_]:
    """By contact: which of ELSEWHERE_SIGNS it bears, whoever its candidates are. Shape (n, signs)."""
    local = index.local_area_codes | home_area_codes
    signs = np.zeros((len(clues), len(ELSEWHERE_SIGNS)), bool)
    local_code, far_code, outside, inside, organisation = range(len(ELSEWHERE_SIGNS))
    for place, clue in enumerate(clues):
        if local and clue.phones:
            near = any(phone // 10_000_000 in local for phone in clue.phones)
            signs[place, local_code if near else far_code] = True
        elif local and clue.far_phones:
            signs[place, far_code] = True
        if clue.homes and index.zip_shares:
            zips = [home.zip for home in clue.homes if home.zip]
            if zips:
                signs[place, inside if any(code in index.zip_shares for code in zips) else outside] = True
        if clue.name.is_organisation:
            signs[place, organisation] = True
    return signs


def can_be_found(clues: Sequence[Clues], pairs: Pairs, scores: Scores) -> NDArray[np.bool_]:
    """By contact: whether it says enough to be found if it is in the file. Only these tell the in-file share."""
    full_name = np.array(
        [any(len(h.first) > 1 and len(h.last.whole) > 1 for h in clue.name.hypotheses) for clue in clues], bool
    )
    full_name[pairs.contacts[np.isfinite(scores.housemates)]] = True
    return full_name
