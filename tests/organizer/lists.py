"""Target lists of invented people, with known truth."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from f2f_desktop.demo.population import Population
from f2f_desktop.demo.writing import misspelt, short_form

HEADER = ("first_name", "last_name", "phone", "voter_id", "why_you")


@dataclass(frozen=True)
class Drawn:
    """A list, and per row the voter id that is right; empty for somebody who is not in the file."""

    rows: tuple[tuple[str, ...], ...]
    truth: tuple[str, ...]


def draw_list(
    people: Population, count: int, seed: int, *, with_id: float = 0.4, in_file: float = 0.9, other: Population
) -> Drawn:
    """Rows for people of a district, in no order: of those who are in the file, `with_id` have their id.

    A campaign keeps its names better than address books do: some nicknames, typing errors and married names. Whoever
    is not in the file comes from elsewhere (`other`), or is an unregistered person of the district.
    """
    rng = np.random.default_rng(seed)
    registered = rng.permutation(people.registered)
    local = [(people, int(i)) for i in registered[: int(count * in_file)]]
    unregistered = np.flatnonzero(people.voter_ids == "")
    missing = count - len(local)
    strangers = [(people, int(i)) for i in rng.permutation(unregistered)[: missing // 4]]
    strangers += [(other, int(i)) for i in rng.permutation(len(other))[: missing - len(strangers)]]
    drawn = [*local, *strangers]
    rows, truth = [], []
    for place in rng.permutation(len(drawn)).tolist():
        population, i = drawn[place]
        mine = population is people and bool(population.voter_ids[i])
        rows.append(_row(rng, population, i, with_id if mine else 0.0))
        truth.append(str(population.voter_ids[i]) if mine else "")
    return Drawn(tuple(rows), tuple(truth))


def _row(rng: np.random.Generator, people: Population, i: int, with_id: float) -> tuple[str, ...]:
    first, last = str(people.first[i]), str(people.last[i])
    if rng.random() < 0.08:
        first = short_form(rng, first)
    if rng.random() < 0.02:
        last = misspelt(rng, last)
    number = f"{people.landline[i] if people.landline[i] and rng.random() < 0.2 else people.phone[i]:010d}"
    phone = f"({number[:3]}) {number[3:6]}-{number[6:]}"
    voter_id = str(people.voter_ids[i]) if rng.random() < with_id else ""
    return (first, last, phone, voter_id, "You love the library." if rng.random() < 0.5 else "")


def as_csv(rows: Iterable[Sequence[str]], header: Sequence[str] = HEADER) -> str:
    """The list as a file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
