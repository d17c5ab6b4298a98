"""The voters of an extract, as columns.

Text columns are dictionary-encoded: a code per voter into a list of distinct values. Whatever works on names
works on the few distinct ones and spreads the result by code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.voterfile.national import NationalNames

TEXT_COLUMNS = (
    "first_name",
    "middle_name",
    "last_name",
    "suffix",
    "sex",
    "street_address",
    "city",
    "zip",
    "county",
    "party",
)
"""Text columns an extract may hold besides the districts, each upper case as in the voter file.

`street_address` is house number and street; `sex` M, F, X or empty; `zip` five digits; `party` the file's
code, or what the layout says that it means (DEM for D).
"""

DISTRICT_KINDS = (
    "congressional",
    "state_senate",
    "state_house",
    "county_commission",
    "municipality",
    "ward",
    "school",
    "precinct",
)
"""Kinds of electoral districts; `county` and `city` are districts too, taken from the columns of that name."""

FREQUENCIES = (
    VoterFrequency.UNKNOWN,
    VoterFrequency.ALWAYS,
    VoterFrequency.SOMETIMES,
    VoterFrequency.RARELY,
    VoterFrequency.NEW,
)
"""Meaning of the codes in the column `frequency`."""


@dataclass(frozen=True, eq=False)
class TextColumn:
    """n values as codes into `values`; code 0 is always the empty text."""

    codes: NDArray[np.unsignedinteger]
    """Shape (n,); of any width: widen them before reckoning with them."""
    values: Sequence[str]

    def __getitem__(self, row: int) -> str:
        return self.values[int(self.codes[row])]

    def decode(self) -> list[str]:
        """All n values."""
        values = tuple(self.values)
        return [values[code] for code in self.codes.tolist()]

    @classmethod
    def encode(cls, texts: list[str]) -> "TextColumn":
        """The column of `texts`, its values numbered in order of appearance after the empty one."""
        numbers: dict[str, int] = {"": 0}
        codes = np.fromiter(
            (numbers.setdefault(text, len(numbers)) for text in texts), np.uint32, count=len(texts)
        )
        return cls(codes, tuple(numbers))


class Voter(msgspec.Struct, frozen=True):
    """One voter of an extract, for showing. Unknown numbers are 0, unknown texts empty."""

    id: VoterId
    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    suffix: str = ""
    birth_year: int = 0
    sex: str = ""
    street_address: str = ""
    city: str = ""
    zip: str = ""
    county: str = ""
    party: str = ""
    phone: str = ""
    """E.164."""
    frequency: VoterFrequency = VoterFrequency.UNKNOWN
    votes_cast: int = 0
    votes_possible: int = 0
    districts: dict[str, str] = {}
    """Kind to code, `county` and `city` included."""

    @property
    def name(self) -> str:
        """First, middle, last name and suffix, as in the file."""
        return " ".join(filter(None, (self.first_name, self.middle_name, self.last_name, self.suffix)))


@dataclass(frozen=True, eq=False)
class Voters:
    """n voters as columns of n values; absent columns are simply not there (use `text` and `number`).

    Numbers: `birth_year` int16 (0 unknown), `phone` int64 (the ten digits of the national number, 0 none),
    `frequency` uint8 (index into FREQUENCIES), `votes_cast` and `votes_possible` uint8.
    """

    ids: NDArray[np.bytes_]
    """Shape (n,): ids as ASCII (UTF-8) bytes."""
    texts: Mapping[str, TextColumn]
    numbers: Mapping[str, NDArray[np.integer]]
    districts: Mapping[str, TextColumn] = field(default_factory=dict)
    """Kind (one of DISTRICT_KINDS, or the layout's own) to its column of codes."""
    national: NationalNames | None = None
    """How frequent names are in the country, where the extract says so."""

    def __len__(self) -> int:
        return len(self.ids)

    def text(self, name: str) -> TextColumn:
        """The text column `name`; all empty where the extract does not hold it."""
        found = self.texts.get(name)
        return found if found is not None else TextColumn(np.zeros(len(self), np.uint32), ("",))

    def number(self, name: str) -> NDArray[np.integer]:
        """The number column `name`; all 0 where the extract does not hold it."""
        found = self.numbers.get(name)
        return found if found is not None else np.zeros(len(self), np.int64)

    def id_at(self, row: int) -> VoterId:
        """The id of the voter in `row`."""
        return VoterId(bytes(self.ids[row]).decode())

    @cached_property
    def _id_order(self) -> NDArray[np.intp]:
        return np.argsort(self.ids, kind="stable")

    def row_of(self, voter_id: VoterId) -> int | None:
        """The row of the voter with this id, or None."""
        wanted = voter_id.encode()
        place = int(np.searchsorted(self.ids, np.bytes_(wanted), sorter=self._id_order))
        if place < len(self) and bytes(self.ids[self._id_order[place]]) == wanted:
            return int(self._id_order[place])
        return None

    def at(self, row: int) -> Voter:
        """The voter in `row`."""
        texts = {name: self.texts[name][row] for name in TEXT_COLUMNS if name in self.texts}
        numbers = {name: int(self.numbers[name][row]) for name in self.numbers}
        phone = numbers.get("phone", 0)
        districts = {kind: column[row] for kind, column in self.districts.items() if column[row]}
        districts |= {kind: texts[kind] for kind in ("county", "city") if texts.get(kind)}
        return Voter(
            id=self.id_at(row),
            **texts,
            birth_year=numbers.get("birth_year", 0),
            phone=f"+1{phone:010d}" if phone else "",
            frequency=FREQUENCIES[numbers.get("frequency", 0)],
            votes_cast=numbers.get("votes_cast", 0),
            votes_possible=numbers.get("votes_possible", 0),
            districts=districts,
        )
