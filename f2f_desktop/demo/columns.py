"""A population as the columns of an extract, without the way over a state's files: what the benchmarks start from."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.demo import names
from f2f_desktop.demo.population import CITIES, Population
from f2f_desktop.matching.folding import fold
from f2f_desktop.voterfile.voters import TextColumn, Voters


def _encoded(texts: NDArray[np.str_], write: Callable[[str], str] = str) -> TextColumn:
    distinct, codes = np.unique(texts, return_inverse=True)
    written: dict[str, int] = {"": 0}
    place = np.array([written.setdefault(write(str(each)), len(written)) for each in distinct], np.uint32)
    return TextColumn(place[codes], tuple(written))


def voters_of(population: Population) -> Voters:
    """The registered people of a population, in its order."""
    rows = population.registered
    place = population.place[rows]
    parts = [np.array([part[n] for part in CITIES])[place] for n in range(3)]
    numbers = population.house_number[rows].astype("U5")
    streets = np.array([street.upper() for street in names.STREETS])[population.street[rows]]
    return Voters(
        population.voter_ids[rows].astype("S8"),
        {
            "first_name": _encoded(population.file_first[rows], fold),
            "middle_name": _encoded(population.middle[rows], fold),
            "last_name": _encoded(population.file_last[rows], fold),
            "suffix": _encoded(population.suffix[rows]),
            "sex": _encoded(population.sex[rows]),
            "street_address": _encoded(np.char.add(np.char.add(numbers, " "), streets)),
            "city": _encoded(parts[0]),
            "county": _encoded(parts[1]),
            "zip": _encoded(parts[2]),
            "party": _encoded(population.party[rows]),
        },
        {
            "birth_year": population.birth_year[rows],
            "phone": population.file_phone[rows],
        },
        {"precinct": _encoded(population.precinct[rows].astype("U3"))},
    )
