"""Target lists resolved against an extract: who on the list is which voter, and who could not be found.

Ids win. Whoever has none is matched as a volunteer's contacts are, by the same matcher. What stays unmatched or
ambiguous travels as an entry (name and phone), which laptops compare with contacts; nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from f2f_desktop.campaign.ids import TargetListId, VoterId
from f2f_desktop.campaign.targets import TargetEntry, TargetList, TargetVoter
from f2f_desktop.contacts.same_name import compatible_names
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match, match_book
from f2f_desktop.matching.model import Candidate, Match, MatchStatus
from f2f_desktop.matching.parameters import DEFAULT
from f2f_desktop.organizer.target_rows import TargetRow
from f2f_desktop.organizer.voter_ids import IdColumn, find_by_id
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.voters import Voters

BLOCK = 10_000
"""Rows matched at once: bounds memory, and the time to a cancel."""
SAMPLE = 4_000
"""Rows, spread over a list of several blocks, by which the share of the list that is in the extract is estimated:
the answers should hang as little as can be on where the borders of the blocks fall."""
LARGEST_SHARE = 0.999
COUNTS_AS_RIVAL = 0.05
"""A runner-up less likely than this is not what makes a row doubtful."""


class Why(StrEnum):
    """Why a row is not a voter of the list."""

    UNMATCHED = "nobody in the extract fits"
    AMBIGUOUS = "several voters fit"
    UNSURE = "one voter fits, but not surely"
    ABSENT = "its id is not in the extract"
    TAKEN = "the row of another line fits that voter better"
    REPEATED = "the same person as the row of another line"


class KeptBack(StrEnum):
    """Why a row that is no voter of the list does not go along as an entry either."""

    NO_NAME = "no name"
    NO_PHONE = "no phone number"
    BAD_PHONE = "the phone number is not valid"
    REPEATED = "it goes along already"


class NearVoter(msgspec.Struct, frozen=True, gc=False):
    """A voter who might be the person of a row."""

    voter_id: VoterId
    probability: float


class Unresolved(msgspec.Struct, frozen=True):
    """A row that is no voter of the published list."""

    row: TargetRow
    why: Why
    other_line: int = 0
    """The line of the other row, where `why` speaks of one; else 0."""
    likeliest: NearVoter | None = None
    runner_up: NearVoter | None = None

    @property
    def kept_back(self) -> KeptBack | None:
        """Why it does not go along as an entry, or None if it does: what can be compared goes, once."""
        if self.why is Why.REPEATED:
            return KeptBack.REPEATED
        if not self.row.contact.name.full:
            return KeptBack.NO_NAME
        if self.row.phone:
            return None
        return KeptBack.BAD_PHONE if self.row.contact.phones else KeptBack.NO_PHONE

    @property
    def travels(self) -> bool:
        """Whether it goes along as an entry."""
        return self.kept_back is None


@dataclass(frozen=True)
class Resolution:
    """A target list, resolved."""

    target_list: TargetList
    unresolved: tuple[Unresolved, ...]
    """By line."""
    id_columns: tuple[IdColumn, ...]
    by_id: int
    """Rows that are voters of the list by their id ..."""
    by_match: int
    """... and by their name, phone and whatever else the row says."""
    other_names: tuple[tuple[TargetRow, VoterId], ...]
    """Rows found by an id that belongs to a voter of another name, and that voter."""


def resolve(
    target_list_id: TargetListId,
    name: str,
    rows: Sequence[TargetRow],
    voters: Voters,
    *,
    progress: Progress = no_progress,
) -> Resolution:
    """The target list of these rows. `progress` counts rows and may raise `Cancelled`."""
    progress(0, len(rows))
    found = find_by_id(rows, voters)
    open_places = [
        place for place in range(len(rows)) if place not in found.voter_rows and place not in found.absent
    ]
    contacts_left = [rows[place] for place in open_places]
    answers = dict(zip(open_places, _answers(contacts_left, voters, len(rows), progress), strict=True))
    resolving = _Resolving(rows)
    for place in sorted(found.voter_rows):
        resolving.claim(place, voters.id_at(found.voter_rows[place]), by_id=True)
    # Within a block the matcher itself gives a voter to one person; here it is done once for the whole list.
    for place, answer in sorted(answers.items(), key=lambda each: (-round(_likely(each[1].best), 9), each[0])):
        if answer.best is not None and answer.best.probability >= DEFAULT.matched_from:
            resolving.claim(place, answer.best.voter_id, answer=answer)
        else:
            resolving.leave(place, answer.why, answer=answer)
    for place in found.absent:
        resolving.leave(place, Why.ABSENT)
    progress(len(rows), len(rows))
    others = tuple((rows[place], voters.id_at(found.voter_rows[place])) for place in sorted(found.other_names))
    return resolving.resolution(target_list_id, name, found.columns, others)


def left_open(target_list_id: TargetListId, name: str, rows: Sequence[TargetRow]) -> Resolution:
    """The target list of these rows where there is no extract: everybody goes along with name and phone."""
    resolving = _Resolving(rows)
    for place in range(len(rows)):
        resolving.leave(place, Why.UNMATCHED)
    return resolving.resolution(target_list_id, name, (), ())


class _Answer(msgspec.Struct, frozen=True):
    """What of a match is kept: the evidence of a hundred thousand rows would fill the memory."""

    why: Why
    """Why the row is no voter of the list, if it is none."""
    best: NearVoter | None
    runner_up: NearVoter | None


def _answers(rows: Sequence[TargetRow], voters: Voters, total: int, progress: Progress) -> list[_Answer]:
    """The matcher's answer for each row, block by block."""
    if not rows:
        return []
    index = VoterIndex.build(voters)
    # Rows of one surname stay together: whoever lives with somebody found for certain is likelier to be there too.
    order = sorted(range(len(rows)), key=lambda place: _by_surname(rows[place]))
    contacts = [rows[place].contact for place in order]
    done = total - len(rows)

    def within(start: int) -> Progress:
        return lambda step, _steps: progress(done + start + step, total)

    if len(contacts) <= BLOCK:
        return _in_place(order, list(map(_kept, match(contacts, index, progress=within(0)))))
    step = len(contacts) // SAMPLE
    sample = match_book(contacts[::step], index, progress=lambda _done, _total: progress(done, total))
    share = min(LARGEST_SHARE, max(1 - LARGEST_SHARE, sample.habits.share))
    answers = [
        _kept(answer)
        for start in range(0, len(contacts), BLOCK)
        for answer in match(contacts[start : start + BLOCK], index, in_file_share=share, progress=within(start))
    ]
    return _in_place(order, answers)


class _Claim(msgspec.Struct, frozen=True):
    """A row that is a voter."""

    place: int
    voter_id: VoterId
    by_id: bool


class _Resolving:
    """Gives every voter to one person of the list, and collects who is left over."""

    def __init__(self, rows: Sequence[TargetRow]) -> None:
        self._rows = rows
        self._holders: dict[VoterId, list[_Claim]] = {}
        self._claims: list[_Claim] = []
        self._left: list[tuple[int, Unresolved]] = []

    def claim(self, place: int, voter_id: VoterId, *, by_id: bool = False, answer: _Answer | None = None) -> None:
        """This row is this voter, unless the voter is somebody else on the list already."""
        row = self._rows[place]
        holders = self._holders.setdefault(voter_id, [])
        if holders:
            first = holders[0]
            if not (by_id and first.by_id) and not _are_one_person(row, self._rows[first.place]):
                self.leave(place, Why.TAKEN, first.place, answer)
                return
            for holder in holders:
                if self._rows[holder.place].assigned_user_email == row.assigned_user_email:
                    self.leave(place, Why.REPEATED, holder.place, answer)
                    return
        claim = _Claim(place, voter_id, by_id)
        holders.append(claim)
        self._claims.append(claim)

    def leave(self, place: int, why: Why, other: int | None = None, answer: _Answer | None = None) -> None:
        """This row is no voter of the list."""
        line = self._rows[other].line if other is not None else 0
        best, runner_up = (answer.best, answer.runner_up) if answer else (None, None)
        self._left.append((place, Unresolved(self._rows[place], why, line, best, runner_up)))

    def resolution(
        self,
        target_list_id: TargetListId,
        name: str,
        id_columns: tuple[IdColumn, ...],
        other_names: tuple[tuple[TargetRow, VoterId], ...],
    ) -> Resolution:
        """What came of it, in the order of the list."""
        claims = sorted(self._claims, key=lambda claim: claim.place)
        unresolved = tuple(each for _, each in sorted(self._left, key=lambda left: left[0]))
        targets = tuple(
            TargetVoter(
                claim.voter_id, self._rows[claim.place].variables, self._rows[claim.place].assigned_user_email
            )
            for claim in claims
        )
        return Resolution(
            TargetList(target_list_id, name, targets, _entries(unresolved)),
            unresolved,
            id_columns,
            sum(claim.by_id for claim in claims),
            sum(not claim.by_id for claim in claims),
            other_names,
        )


def _entries(unresolved: Sequence[Unresolved]) -> tuple[TargetEntry, ...]:
    """Those who travel, each once."""
    entries: dict[tuple[str, ...], TargetEntry] = {}
    for each in unresolved:
        if each.travels:
            row, person = each.row, each.row.contact.name
            key = (person.full.casefold(), row.phone, row.assigned_user_email)
            entry = TargetEntry(person.given, person.family, row.phone, row.variables, row.assigned_user_email)
            entries.setdefault(key, entry)
    return tuple(entries.values())


def _are_one_person(one: TargetRow, other: TargetRow) -> bool:
    """Whether two rows mean one person: lists are joined of lists."""
    numbers = {phone.e164 for phone in one.contact.phones if phone.e164}
    shared = numbers & {phone.e164 for phone in other.contact.phones}
    return bool(shared) and compatible_names(one.contact.name, other.contact.name)


def _by_surname(row: TargetRow) -> tuple[str, str, int]:
    name = row.contact.name
    return name.family.casefold(), name.given.casefold(), row.line


def _in_place(order: Sequence[int], answers: Sequence[_Answer]) -> list[_Answer]:
    """`answers` to rows in `order`, as answers to the rows as they stand."""
    return [answer for _, answer in sorted(zip(order, answers, strict=True), key=lambda each: each[0])]


def _kept(answer: Match) -> _Answer:
    best, runner_up = _near(answer.best), _near(answer.runner_up)
    if answer.status is MatchStatus.UNMATCHED:
        return _Answer(Why.UNMATCHED, best, runner_up)
    return _Answer(Why.AMBIGUOUS if _likely(runner_up) >= COUNTS_AS_RIVAL else Why.UNSURE, best, runner_up)


def _near(candidate: Candidate | None) -> NearVoter | None:
    return NearVoter(candidate.voter_id, candidate.probability) if candidate is not None else None


def _likely(candidate: NearVoter | None) -> float:
    return candidate.probability if candidate is not None else 0.0
