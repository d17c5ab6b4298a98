"""Which columns an extract may hold besides the districts, and the range of their numbers."""

from dataclasses import dataclass

import numpy as np

from f2f_desktop.voterfile.voters import FREQUENCIES, TEXT_COLUMNS

ID = "id"
"""The name of the column of voter ids."""
DISTRICT = "district-"
"""Begins the name of a column of district codes; the kind follows."""
NATIONAL = "national"
"""The role of a list of names and how frequent they are in the country, and the beginning of its name."""


@dataclass(frozen=True)
class NumberColumn:
    """The array type of a number column, and the largest number that makes sense in it."""

    dtype: type[np.integer]
    limit: int


NUMBER_COLUMNS = {
    "birth_year": NumberColumn(np.int16, 9_999),
    "phone": NumberColumn(np.int64, 9_999_999_999),
    "frequency": NumberColumn(np.uint8, len(FREQUENCIES) - 1),
    "votes_cast": NumberColumn(np.uint8, 255),
    "votes_possible": NumberColumn(np.uint8, 255),
}

COLUMNS = (*TEXT_COLUMNS, *NUMBER_COLUMNS)
"""Every column of an extract besides the id and the districts."""
