"""A population as the columns of an extract, without the way over a state's files: what demo and benchmarks start from.

Reading a state's files takes DuckDB, which only organizers have.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.demo import names
from f2f_desktop.demo.population import CITIES, ELECTION_DAYS, Population
from f2f_desktop.matching.folding import fold
from f2f_desktop.voterfile.frequency import DEFAULT_ELECTIONS, turnout
from f2f_desktop.voterfile.voters import TextColumn, Voters

COUNTED_ELECTIONS = tuple(sorted(ELECTION_DAYS, reverse=True)[:DEFAULT_ELECTIONS])
"""The general elections that voter frequency is counted over, newest first."""


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


def extract_of(population: Population) -> Voters:
    """What is cut from the population's North Carolina files: all columns, nobody who is removed or confidential."""
    people = population.registered
    place, precinct = population.place[people], population.precinct[people]
    initials = np.array(["".join(word[0] for word in city.split()) for city, _, _ in CITIES])
    congressional = np.array(["7" if county == "ALDER" else "8" for _, county, _ in CITIES])
    codes = {
        "congressional": congressional[place],
        "state_senate": (21 + place // 2).astype("U2"),
        "state_house": (41 + place).astype("U2"),
        "county_commission": (1 + place % 3).astype("U1"),
        "municipality": initials[place],
        "ward": np.char.add("W", (place + 1).astype("U2")),
        "school": (1 + place % 2).astype("U1"),
        "precinct": np.char.zfill(precinct.astype("U3"), 2),
    }
    columns = voters_of(population)
    registered = np.array([day.toordinal() for day in population.registered_on()], np.int64)
    voted = np.zeros(len(people), np.uint32)
    for bit, day in enumerate(COUNTED_ELECTIONS):
        voted |= population.voted[people, ELECTION_DAYS.index(day)].astype(np.uint32) << np.uint32(bit)
    result = turnout(voted, COUNTED_ELECTIONS, columns.numbers["birth_year"], registered)
    numbers = {**columns.numbers, "frequency": result.frequency, "votes_cast": result.cast}
    everybody = replace(
        columns,
        numbers=numbers | {"votes_possible": result.possible},
        districts={kind: _encoded(texts) for kind, texts in codes.items()},
    )
    return _rows_of(everybody, np.flatnonzero(~(population.removed | population.confidential)))


def _rows_of(voters: Voters, rows: NDArray[np.intp]) -> Voters:
    def cut(columns: Mapping[str, TextColumn]) -> dict[str, TextColumn]:
        return {name: TextColumn(column.codes[rows], column.values) for name, column in columns.items()}

    numbers = {name: column[rows] for name, column in voters.numbers.items()}
    return Voters(voters.ids[rows], cut(voters.texts), numbers, cut(voters.districts))
