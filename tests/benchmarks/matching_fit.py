"""Fits the matcher's weights: `make fit-matching`.

The matcher is one softmax per contact over its candidates, `an unregistered housemate` and `somebody from
elsewhere`, each alternative's score linear in the weights once the reading of the name is chosen. So the weights
are found by maximum likelihood (a conditional logit, McFadden 1974) with a normal prior around hand-set
Fellegi-Sunter values, alternating with the choice of the readings. A contact whose voter is no candidate counts
as not in the file: that is what the matcher can know.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.nicknames import nickname_table
from f2f_desktop.matching.candidates import find_candidates, street_matches
from f2f_desktop.matching.clues import read_clues
from f2f_desktop.matching.comparing import WrittenNames
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.inference import Book, infer, is_plausible, log_sums, offset_of
from f2f_desktop.matching.parameters import HAND_SET, Parameters
from f2f_desktop.matching.scoring import (
    ELSEWHERE_SIGNS,
    PERSONAL,
    can_be_found,
    elsewhere_signs,
    score_pairs,
    shared_with_namesakes,
)
from tests.benchmarks.hard_people.rates import FIT_SEEDS, FITTING
from tests.benchmarks.hard_people.task import make_task

Floats = NDArray[np.float64]


class Weights:
    """The parameters as one vector: names such as `first_name.exact`, and their places."""

    def __init__(self, parameters: Parameters) -> None:
        self.names: list[str] = []
        values: list[float] = []
        for group in parameters.__struct_fields__:
            value = getattr(parameters, group)
            if isinstance(value, msgspec.Struct):
                for name in value.__struct_fields__:
                    self.names.append(f"{group}.{name}")
                    values.append(getattr(value, name))
            elif group in LINEAR:
                self.names.append(group)
                values.append(value)
        self.values = np.array(values)
        self.place = {name: number for number, name in enumerate(self.names)}

    def into(self, parameters: Parameters, values: Floats) -> Parameters:
        """`parameters` with the vector's values."""
        changes: dict[str, object] = {}
        for name, value in zip(self.names, values.tolist(), strict=True):
            group, dot, field = name.partition(".")
            if dot:
                old = changes.get(group, getattr(parameters, group))
                changes[group] = msgspec.structs.replace(old, **{field: value})
            else:
                changes[group] = value
        return msgspec.structs.replace(parameters, **changes)


LINEAR = ("first_name_rarity", "last_name_rarity", "zip_rarity", "in_file")
"""Single numbers of `Parameters` that scores are linear in."""
FACTORS = {"first_name": "first_name_rarity", "last_name": "last_name_rarity", "zip": "zip_rarity"}
GROUPS = {"suffix": "generation", "title": "sex"}
"""Fields of the evidence whose group of weights is called otherwise."""


@dataclass(frozen=True, eq=False)
class Terms:
    """t alternatives of n contacts with f features each (unused ones have place 0 and value 0)."""

    contacts: NDArray[np.int64]
    places: NDArray[np.int64]
    """Shape (t, f)."""
    values: Floats
    """Shape (t, f)."""
    fixed: Floats
    """Shape (t,): what no weight changes."""
    right: NDArray[np.bool_]
    """Shape (t,): whether the alternative agrees with the truth."""

    def scores(self, weights: Floats) -> Floats:
        """Shape (t,)."""
        return np.asarray(self.fixed + (weights[self.places] * self.values).sum(axis=1))

    def gradient(self, of_terms: Floats, size: int) -> Floats:
        """The sum of the features times `of_terms`."""
        return np.bincount(self.places.ravel(), (self.values * of_terms[:, None]).ravel(), size)


class Sample:
    """An address book and a file, with truth, indexed once; terms are made anew as the weights change."""

    def __init__(self, contacts: Sequence[Contact], index: VoterIndex, truth: dict[str, str | None]) -> None:
        self.index = index
        self.clues = read_clues(contacts)
        self.uids = tuple(contact.uid for contact in contacts)
        self.streets = street_matches(self.clues, index)
        self.signs = elsewhere_signs(self.clues, index, frozenset())
        self.truth = np.array(
            [
                -1 if voter is None else index.voters.row_of(voter)  # type: ignore[arg-type]
                for voter in (truth[contact.uid] for contact in contacts)
            ],
            np.int64,
        )
        self.share = float((self.truth >= 0).mean())

    def terms(self, parameters: Parameters, weights: Weights) -> Terms:
        """All alternatives under the readings that `parameters` choose."""
        written = WrittenNames(self.clues, self.index, nickname_table(), parameters)
        pairs = find_candidates(self.clues, written, self.index, self.streets)
        scores = score_pairs(pairs, self.clues, written, self.index, self.streets, parameters)
        in_candidates = self.truth[pairs.contacts] == pairs.rows
        found = np.zeros(len(self.clues), bool)
        found[pairs.contacts[in_candidates]] = True
        elsewhere_weights = np.array([getattr(parameters.not_in_file, sign) for sign in ELSEWHERE_SIGNS])
        from_elsewhere = self.signs @ elsewhere_weights
        findable = can_be_found(self.clues, pairs, scores)
        together = log_sums(
            scores.totals + offset_of(parameters, len(self.index)), pairs.contacts, len(self.clues)
        )
        share = float(found[findable & is_plausible(together, from_elsewhere)].mean())
        odds = np.log(share) - np.log1p(-share) - np.log(len(self.index))
        book = Book(self.uids, share=share)
        answer = infer(pairs, scores, from_elsewhere, findable, self.index, parameters, book)
        place = weights.place
        m = len(pairs.rows)
        columns: list[tuple[NDArray[np.int64], Floats]] = [(np.full(m, place["in_file"]), np.ones(m))]
        by_field: dict[str, list[tuple[NDArray[np.int64], Floats]]] = {}
        fixed = np.full(m, odds)
        fixed_phone = np.zeros(m)
        for field in scores.fields + answer.fields:
            group = GROUPS.get(field.field, field.field)
            base = np.array([place[f"{group}.{name}"] for name in field.names])
            own = [(base[field.levels], np.ones(m))]
            if field.rarity is not None:
                if field.field in FACTORS:
                    own.append((np.full(m, place[FACTORS[field.field]]), field.rarity))
                elif field.field == "phone":
                    fixed_phone = field.rarity
                else:
                    fixed = fixed + field.rarity
            by_field[field.field] = own
            columns += own
        candidates = _stacked(columns, pairs.contacts, fixed + fixed_phone)
        n = len(self.clues)
        elsewhere = _stacked(
            [
                (np.full(n, place[f"not_in_file.{sign}"]), self.signs[:, number].astype(float))
                for number, sign in enumerate(ELSEWHERE_SIGNS)
            ],
            np.arange(n),
            np.zeros(n),
        )
        unlisted = self._housemates(pairs, scores, by_field, place, odds, fixed_phone)
        unlisted.append(
            _namesakes(pairs, scores, by_field, place, fixed - np.log(share) + np.log1p(-share), fixed_phone)
        )
        parts = [(candidates, in_candidates), (elsewhere, ~found)]
        parts += [(those, ~found[those.contacts]) for those in unlisted]
        width = max(part.places.shape[1] for part, _ in parts)
        return Terms(
            np.concatenate([part.contacts for part, _ in parts]),
            np.concatenate([_padded(part.places, width) for part, _ in parts]),
            np.concatenate([_padded(part.values, width) for part, _ in parts]),
            np.concatenate([part.fixed for part, _ in parts]),
            np.concatenate([right for _, right in parts]),
        )

    def _housemates(self, pairs, scores, by_field, place, odds, fixed_phone) -> list[Terms]:  # type: ignore[no-untyped-def]
        """The unregistered housemate of the best-fitting voter of each contact, with and without the surname."""
        finite = np.flatnonzero(np.isfinite(scores.housemates))
        if not len(finite):
            return []
        order = finite[np.lexsort((-scores.housemates[finite], pairs.contacts[finite]))]
        first = np.concatenate(([True], np.diff(pairs.contacts[order]) > 0))
        best = order[first]
        field = {each.field: each for each in scores.fields}
        partner = scores.partners[best]
        shared = best[~partner]
        terms = []
        phone = field["phone"].at("same")[shared] | field["phone"].at("housemate")[shared]
        same_phone, address = field["phone"].at("same")[shared], field["address"].at("same")[shared]
        ones = np.ones(len(shared))

        def at(name: str, value: Floats) -> tuple[NDArray[np.int64], Floats]:
            return np.full(len(value), place[name]), value

        base = [at("in_file", ones), at("not_in_file.unregistered_housemate", ones)]
        base += [(places[shared], values[shared]) for places, values in by_field["zip"]]
        base += [(places[shared], values[shared] * phone) for places, values in by_field["phone"]]
        base += [(places[shared], values[shared] * address) for places, values in by_field["address"]]
        base += [
            at("not_in_file.housemate_phone", ones * same_phone),
            at("not_in_file.housemate_address", ones * address),
        ]
        fixed = np.full(len(shared), odds) + fixed_phone[shared] * phone
        unrelated, missing = field["last_name"].at("unrelated")[shared], field["last_name"].at("missing")[shared]
        with_name = ~unrelated & ~missing
        named = [at("not_in_file.housemate_surname", ones)]
        named += [(p[shared], v[shared]) for p, v in by_field["last_name"] + by_field["reading"]]
        contacts = pairs.contacts[shared]
        terms.append(
            _stacked(
                [(p[with_name], v[with_name]) for p, v in base + named], contacts[with_name], fixed[with_name]
            )
        )
        other = ~missing
        terms.append(
            _stacked(
                [(p[other], v[other]) for p, v in [*base, at("not_in_file.housemate_other_surname", ones)]],
                contacts[other],
                fixed[other],
            )
        )
        terms.append(_stacked([(p[missing], v[missing]) for p, v in base], contacts[missing], fixed[missing]))
        together = best[partner]
        ones = np.ones(len(together))
        columns = [at("in_file", ones), at("reading.couple", ones), at("not_in_file.unregistered_partner", ones)]
        for name, own in by_field.items():
            if name != "reading":
                columns += [(p[together], v[together]) for p, v in own]
        terms.append(_stacked(columns, pairs.contacts[together], odds + fixed_phone[together]))
        return [those for those in terms if len(those.contacts)]


def _namesakes(pairs, scores, by_field, place, fixed, fixed_phone) -> Terms:  # type: ignore[no-untyped-def]
    """Somebody of the name of each contact's best-fitting voter."""
    order = np.lexsort((-scores.namesakes, pairs.contacts))
    best = order[np.concatenate(([True], np.diff(pairs.contacts[order]) > 0))]
    ones = np.ones(len(best))
    columns = [(np.full(len(best), place[name]), ones) for name in ("in_file", "not_in_file.namesake")]
    by_name = {field.field: field for field in scores.fields}
    kin = by_name["suffix"].at("different")
    columns += [
        (
            np.full(len(best), place["not_in_file.housemate_phone"]),
            np.asarray(kin & by_name["phone"].at("same"), float)[best],
        )
    ]
    shared = {
        field.field: shared_with_namesakes(field, kin)[best] for field in scores.fields if field.field in PERSONAL
    }
    columns += [(p[best], v[best] * shared.get(name, ones)) for name, own in by_field.items() for p, v in own]
    return _stacked(columns, pairs.contacts[best], fixed[best] + fixed_phone[best] * shared["phone"])


def _stacked(columns: list[tuple[NDArray[np.int64], Floats]], contacts: NDArray[np.int64], fixed: Floats) -> Terms:
    places = np.stack([column[0] for column in columns], axis=1)
    values = np.stack([column[1] for column in columns], axis=1)
    return Terms(contacts, places, values, np.asarray(fixed, float), np.zeros(len(contacts), bool))


def _padded(table: NDArray[np.generic], width: int) -> NDArray[np.generic]:
    return np.pad(table, ((0, 0), (0, width - table.shape[1])))


def loss(weights: Floats, samples: Sequence[Terms]) -> tuple[float, Floats]:
    """Minus the log-likelihood, and its gradient."""
    total, gradient = 0.0, np.zeros(len(weights))
    for terms in samples:
        size = int(terms.contacts.max()) + 1
        scores = terms.scores(weights)
        highest = np.full(size, -np.inf)
        np.maximum.at(highest, terms.contacts, scores)
        raised = np.exp(scores - highest[terms.contacts])
        everything = np.bincount(terms.contacts, raised, size)
        right = np.bincount(terms.contacts, raised * terms.right, size)
        right = np.maximum(right, 1e-300)
        total -= float(np.log(right / everything).sum())
        share = raised / everything[terms.contacts]
        told = raised * terms.right / right[terms.contacts]
        gradient += terms.gradient(share - told, len(weights))
    return total, gradient


USUAL, TIGHT, FIXED = 1.0, 0.4, 0.01
"""Standard deviations of the prior around a hand-set weight, in natural-log units."""
RARITY = 0.3
HELD = (
    "not_in_file.far_area_code",
    "not_in_file.organisation",
    "not_in_file.zip_outside",
    "zip.different",
)
"""Weights of what differs between districts and generators more than it teaches: held close to the prior."""
SAID_NOTHING = ("missing", "none", "as_fields", "many", "few")
ROUNDS = 3


def spreads(weights: Weights) -> Floats:
    """The prior's standard deviation of each weight."""
    found = np.full(len(weights.names), USUAL)
    for place, name in enumerate(weights.names):
        if name in HELD:
            found[place] = TIGHT
        elif "rarity" in name:
            found[place] = RARITY
        elif name.partition(".")[2] in SAID_NOTHING and name not in {"first_name.missing", "last_name.missing"}:
            found[place] = FIXED
    return found


def fit(samples: Sequence[Sample], start: Parameters = HAND_SET) -> Parameters:
    """The weights of highest posterior probability, the readings chosen anew each round."""
    weights = Weights(start)
    mean, spread = weights.values, spreads(weights)
    values = mean.copy()
    for number in range(ROUNDS):
        parameters = weights.into(start, values)
        terms = [sample.terms(parameters, weights) for sample in samples]

        def objective(vector: Floats, terms: list[Terms] = terms) -> tuple[float, Floats]:
            total, gradient = loss(vector, terms)
            away = (vector - mean) / spread
            return total + float((away**2).sum()) / 2, gradient + away / spread

        found = minimize(objective, values, jac=True, method="L-BFGS-B", options={"maxiter": 200})
        values = found.x
        print(f"round {number + 1}: {found.fun:.1f} after {found.nit} steps", flush=True)
    # What says nothing says exactly nothing: a hundredth more or less is no finding.
    return weights.into(start, np.where(spread == FIXED, mean, np.round(values, 2) + 0.0))


def main() -> None:
    """Fits on the fitting configurations and seeds, and writes the weights beside the matcher."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voters", type=int, default=500_000)
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[FIT_SEEDS[0]])
    parser.add_argument("--out", type=Path, default=Path("f2f_desktop/matching/fitted_weights.toml"))
    arguments = parser.parse_args()
    samples = []
    for configuration in FITTING:
        for seed in arguments.seeds:
            task = make_task(configuration, arguments.voters, arguments.contacts, seed)
            samples.append(Sample(task.contacts, VoterIndex.build(task.voters), task.truth))
            print(f"{configuration.name}, seed {seed}: {samples[-1].share:.0%} in the file", flush=True)
    source = (
        f"Fitted by maximum likelihood with a prior (tests/benchmarks/matching_fit.py) on synthetic districts of "
        f"{arguments.voters:,} voters with {arguments.contacts:,} contacts each: configurations "
        f"{', '.join(each.name for each in FITTING)}; seeds {', '.join(map(str, arguments.seeds))}."
    )
    parameters = msgspec.structs.replace(fit(samples), source=source)
    write(parameters, arguments.out)
    print(f"wrote {arguments.out}")


def write(parameters: Parameters, path: Path) -> None:
    """The weights as TOML: single values first, then a table per group."""
    values = msgspec.to_builtins(parameters)
    groups = {name: value for name, value in values.items() if isinstance(value, dict)}
    lines = ["# Written by `make fit-matching`; parameters.py says what each weight says.", ""]
    lines += [f"{name} = {json.dumps(value)}" for name, value in values.items() if name not in groups]
    for name, group in groups.items():
        lines += ["", f"[{name}]", *(f"{field} = {value}" for field, value in group.items())]
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
