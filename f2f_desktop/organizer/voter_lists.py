"""A filter over the voter file as a target list: whom it lets pass, how many they are, and the list of them.

The voters are those of the extract on this computer, of another extract, or of a voter file, which is read as cutting
reads it: who must not get into an extract gets into no list.
"""

import datetime as dt
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import AutoFilters, VoterFrequency
from f2f_desktop.campaign.ids import TargetListId
from f2f_desktop.campaign.targets import TargetList, TargetVoter
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.organizer.electorate import Electorate, electorate, passing_rows
from f2f_desktop.organizer.target_rows import MAX_ROWS
from f2f_desktop.organizer.voter_files import EXTRACT_SUFFIX, Choice, VoterFiles, cut
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import FREQUENCIES, Voters

MOST_VOTERS = MAX_ROWS
"""Voters of a list, as of one that is uploaded."""
OLDEST = 120


class TooManyForAList(KnownError):
    """More voters pass than a list may hold."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count:,} voters pass, and a list holds at most {MOST_VOTERS:,}.", "Choose a smaller part of them."
        )


class NobodyPasses(KnownError):
    """No voter passes the filters."""

    def __init__(self) -> None:
        super().__init__("No voter passes these filters.", "Take one of them away.")


class VoterFilters(msgspec.Struct, frozen=True):
    """Conditions on a voter; an empty one lets everybody pass. A voter of whom a thing is not known does not pass a
    condition on it."""

    common: AutoFilters = AutoFilters()
    """Districts, parties and frequencies, as actions have them."""
    youngest: int | None = None
    """Years that somebody is at least as old as, at the end of this year: only the year of birth is known."""
    oldest: int | None = None
    sexes: tuple[str, ...] = ()
    with_phone: bool = False


class Filterable(msgspec.Struct, frozen=True):
    """What voters can be filtered by, with how many there are of each. What their file lacks is empty or 0."""

    electorate: Electorate
    frequencies: dict[VoterFrequency, int]
    sexes: dict[str, int]
    born: int
    """Voters whose year of birth is known."""
    phones: int


def filterable(voters: Voters) -> Filterable:
    """What these voters can be filtered by."""
    frequencies = np.bincount(voters.number("frequency").astype(np.int64), minlength=len(FREQUENCIES))
    sexes = voters.text("sex")
    by_sex = np.bincount(sexes.codes.astype(np.int64), minlength=len(sexes.values))
    return Filterable(
        electorate(voters),
        {each: int(count) for each, count in zip(FREQUENCIES, frequencies, strict=True) if count}
        if "frequency" in voters.numbers
        else {},
        {sex: int(count) for sex, count in zip(sexes.values, by_sex, strict=True) if sex and count},
        int(np.count_nonzero(voters.number("birth_year"))),
        int(np.count_nonzero(voters.number("phone"))),
    )


def chosen(voters: Voters, filters: VoterFilters, today: dt.date) -> NDArray[np.bool_]:
    """Who passes, shape (n,)."""
    passes = passing_rows(voters, filters.common)
    born = voters.number("birth_year").astype(np.int64)
    if filters.youngest is not None:
        passes &= (born > 0) & (today.year - born >= filters.youngest)
    if filters.oldest is not None:
        passes &= (born > 0) & (today.year - born <= filters.oldest)
    if filters.sexes:
        sexes = voters.text("sex")
        passes &= np.array([value in filters.sexes for value in sexes.values], bool)[sexes.codes.astype(np.int64)]
    if filters.with_phone:
        passes &= voters.number("phone") > 0
    return passes


def count_chosen(voters: Voters, filters: VoterFilters, today: dt.date) -> int:
    """How many pass."""
    return int(np.count_nonzero(chosen(voters, filters, today)))


def list_of(voters: Voters, filters: VoterFilters, today: dt.date, list_id: TargetListId, name: str) -> TargetList:
    """The list of those who pass, by id. Raises `NobodyPasses` and `TooManyForAList`."""
    rows = np.flatnonzero(chosen(voters, filters, today))
    if not len(rows):
        raise NobodyPasses
    if len(rows) > MOST_VOTERS:
        raise TooManyForAList(len(rows))
    return TargetList(list_id, name, tuple(TargetVoter(voters.id_at(int(row))) for row in rows))


def voters_in(paths: tuple[Path, ...], progress: Progress = no_progress) -> Voters:
    """The voters of an extract (`.f2fx`), whoever has signed it, or of voter files whose layout is known.

    Raises `ExtractFileError`, `VoterFileError`, `Cancelled`.
    """
    if len(paths) == 1 and paths[0].suffix.casefold() == EXTRACT_SUFFIX:
        return open_extract(paths[0], progress=progress).voters
    everything = Choice(expires=dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1))
    made = cut(VoterFiles(paths), everything, SigningKey.generate(), ("", ""), progress)
    return open_extract(made.data).voters
