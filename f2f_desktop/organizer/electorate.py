"""The voters of an extract by district, party and frequency, and how many of them an action's filters let pass."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import AutoFilters
from f2f_desktop.voterfile.voters import FREQUENCIES, TextColumn, Voters


class Electorate(msgspec.Struct, frozen=True):
    """What can be filtered by, with the voters of each."""

    voters: int
    districts: dict[str, dict[str, int]]
    """Kind (`county` and `city` included) to code to voters, codes in order; kinds that the extract lacks are not
    there."""
    parties: dict[str, int]
    """The largest first."""


def electorate(voters: Voters) -> Electorate:
    """What the voters of an extract can be filtered by."""
    districts = {kind: _counts(column) for kind, column in _district_columns(voters).items()}
    parties = _counts(voters.text("party"))
    by_size = sorted(parties.items(), key=lambda each: (-each[1], each[0]))
    return Electorate(len(voters), {kind: each for kind, each in districts.items() if each}, dict(by_size))


def passing(voters: Voters, filters: AutoFilters) -> int:
    """How many voters pass."""
    return int(np.count_nonzero(passing_rows(voters, filters)))


def passing_rows(voters: Voters, filters: AutoFilters) -> NDArray[np.bool_]:
    """Which voters pass, shape (n,); as `AutoFilters.passes` says of each, over whole columns."""
    passes = np.ones(len(voters), bool)
    columns = _district_columns(voters)
    wanted: dict[str, set[str]] = {}
    for district in filters.districts:
        wanted.setdefault(district.kind, set()).add(district.code.casefold())
    for kind, codes in wanted.items():
        column = columns.get(kind)
        passes &= False if column is None else _among(column, codes, folded=True)
    if filters.parties:
        passes &= _among(voters.text("party"), set(filters.parties))
    if filters.frequencies:
        chosen = np.array([each in filters.frequencies for each in FREQUENCIES])
        passes &= chosen[voters.number("frequency")]
    return passes


def _district_columns(voters: Voters) -> dict[str, TextColumn]:
    """Kind to its column; a county or a city is a district too."""
    own = {kind: voters.texts[kind] for kind in ("county", "city") if kind in voters.texts}
    return {**own, **voters.districts}


def _among(column: TextColumn, wanted: set[str], *, folded: bool = False) -> NDArray[np.bool_]:
    values = [value.casefold() if folded else value for value in column.values]
    return np.array([value in wanted for value in values], bool)[column.codes.astype(np.int64)]


def _counts(column: TextColumn) -> dict[str, int]:
    """Voters of every value but the empty one, in the order of the values."""
    counts = np.bincount(column.codes.astype(np.int64), minlength=len(column.values))
    found = {value: int(count) for value, count in zip(column.values, counts, strict=True) if value and count}
    return dict(sorted(found.items(), key=lambda each: _in_order(each[0])))


def _in_order(code: str) -> tuple[int, str]:
    """Numbers by their size, then words."""
    return (int(code), "") if code.isascii() and code.isdecimal() and len(code) < 10 else (10**10, code)
