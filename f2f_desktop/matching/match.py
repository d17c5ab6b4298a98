"""`match`: contacts and an index in, one `Match` per contact out."""

import zlib
from collections.abc import Sequence
from typing import cast

import msgspec
import numpy as np

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.nicknames import nickname_table
from f2f_desktop.contacts.same_name import compatible_names
from f2f_desktop.matching.candidates import Pairs, find_candidates, street_matches
from f2f_desktop.matching.clues import Clues, read_clues
from f2f_desktop.matching.comparing import WrittenNames
from f2f_desktop.matching.evidence import write_evidence
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.inference import Answer, Book, Habits, Home, infer
from f2f_desktop.matching.model import Candidate, Evidence, Match, MatchStatus
from f2f_desktop.matching.parameters import DEFAULT, FirstNameWeights, OtherCardLevels, Parameters
from f2f_desktop.matching.scoring import (
    ELSEWHERE_SIGNS,
    Scores,
    can_be_found,
    elsewhere_signs,
    score_pairs,
)
from f2f_desktop.matching.sorted_keys import Rows
from f2f_desktop.matching.taught import NOTHING, Lessons, Taught
from f2f_desktop.progress import Progress, no_progress

MOST_CANDIDATES = 5
OWN_NAME = 1e-4
"""A name that this share of the voters bears is no slip of a pen for another: Ronald with Donald's number."""
SLIPS = ("one_edit", "begins_alike", "ends_alike", "same_letter")
"""Levels of given names that are no forms of one name."""
FORMS = ("nickname", "registered_nickname", "sibling_nickname")
COMMON_NAME = 1e-3
"""A name that this share bears is hardly a short form of the other sex's: Andrew of Andrea, as Sam is of Samantha."""
SMALLEST_SHOWN = 0.001
"""A candidate less likely than this is not worth a line, unless it is runner-up to a voter who is named."""


class Matched(msgspec.Struct, frozen=True):
    """The answers for an address book, and what it is like."""

    matches: list[Match]
    habits: Habits


def match(
    contacts: Sequence[Contact],
    index: VoterIndex,
    parameters: Parameters = DEFAULT,
    *,
    home: Home | None = None,
    in_file_share: float | None = None,
    progress: Progress = no_progress,
) -> list[Match]:
    """One `Match` per contact, in the order of `contacts`: see `match_book`."""
    found = match_book(contacts, index, parameters, home=home, in_file_share=in_file_share, progress=progress)
    return found.matches


def match_book(
    contacts: Sequence[Contact],
    index: VoterIndex,
    parameters: Parameters = DEFAULT,
    *,
    home: Home | None = None,
    in_file_share: float | None = None,
    habits: Habits | None = None,
    taught: Taught = NOTHING,
    progress: Progress = no_progress,
) -> Matched:
    """One `Match` per contact, in the order of `contacts`.

    The contacts should be one whole address book: the share of them that is in the file is estimated from all
    together, and so is where its people live. For single contacts added or asked about later pass what was found
    then as `habits`; a share that is known otherwise is `in_file_share`. `taught` is what a person has said.
    `progress` counts contacts and may raise `Cancelled`.
    """
    home = home or Home()
    steps = len(contacts)
    progress(0, steps)
    clues = read_clues(contacts)
    streets = street_matches(clues, index)
    progress(steps // 4, steps)
    written = WrittenNames(clues, index, nickname_table(), parameters)
    lessons = Lessons(taught, contacts, clues, index)
    pairs = lessons.applied(find_candidates(clues, written, index, streets))
    progress(steps // 2, steps)
    scores = score_pairs(pairs, clues, written, index, streets, parameters, lessons)
    progress(3 * steps // 4, steps)
    signs = elsewhere_signs(clues, index, home.area_codes)
    elsewhere = signs @ np.array([getattr(parameters.not_in_file, sign) for sign in ELSEWHERE_SIGNS])
    findable = can_be_found(clues, pairs, scores)
    book = Book(tuple(contact.uid for contact in contacts), home, in_file_share, habits)
    found = infer(pairs, scores, elsewhere, findable, index, parameters, book)
    matches = _matches(contacts, clues, pairs, written, scores, found, index, parameters, lessons)
    progress(steps, steps)
    return Matched(matches, found.habits)


def _matches(
    contacts: Sequence[Contact],
    clues: Sequence[Clues],
    pairs: Pairs,
    written: WrittenNames,
    scores: Scores,
    found: Answer,
    index: VoterIndex,
    parameters: Parameters,
    lessons: Lessons,
) -> list[Match]:
    order = _by_contact_and_likelihood(pairs, found, index)
    starts = np.searchsorted(pairs.contacts[order], np.arange(len(contacts) + 1))
    best_rows, best = _best_of_each(order, starts, pairs, found)
    chosen = _chosen_names(order, starts, scores, written)
    others = frozenset(place for place, clue in enumerate(clues) if clue.name.is_relative)
    others |= _bearers_of_another_name(order, starts, pairs.rows, scores, written, index)
    statuses, other_cards = _statuses(contacts, chosen, best_rows, best, found, parameters, lessons, others)
    ranks = np.arange(len(order)) - starts[pairs.contacts[order]]
    open_ = np.array([status is not MatchStatus.UNMATCHED for status in statuses], bool)
    is_shown = (ranks < MOST_CANDIDATES) & (
        (found.of_pairs[order] >= SMALLEST_SHOWN) | ((ranks < 2) & open_[pairs.contacts[order]])
    )
    shown = order[is_shown]
    candidates = list(
        map(
            Candidate,
            cast("list[VoterId]", [voter.decode() for voter in index.voters.ids[pairs.rows[shown]].tolist()]),
            np.round(found.of_pairs[shown], 12).tolist(),
            write_evidence(
                shown, clues, pairs, written, (scores.fields + found.fields, scores.hypotheses), index, lessons
            ),
        )
    )
    ends = np.cumsum(np.bincount(pairs.contacts[shown], minlength=len(contacts))).tolist()
    for place, told in other_cards.items():
        first = ends[place - 1] if place else 0
        evidence = (*candidates[first].evidence, told)
        candidates[first] = msgspec.structs.replace(candidates[first], evidence=evidence)
    not_in_file = np.clip(1.0 - found.in_file, 0.0, 1.0).tolist()
    return [
        Match(contact.uid, status, tuple(candidates[start:end]), rest, found.prior, null)
        for contact, status, start, end, rest, null in zip(
            contacts, statuses, [0, *ends][:-1], ends, not_in_file, found.null.tolist(), strict=True
        )
    ]


def _by_contact_and_likelihood(pairs: Pairs, found: Answer, index: VoterIndex) -> Rows:
    """Pairs by contact, likeliest first; equals by what the file says of them, and only then by id.

    So neither the order of the rows nor other ids show, unless two voters are alike in everything.
    """
    if not len(pairs.rows):
        return np.zeros(0, np.int64)
    likely = np.round(found.of_pairs, 12)
    voters = index.voters
    ages = voters.number("birth_year")[pairs.rows]
    order = np.lexsort((ages, -likely, pairs.contacts))
    contacts = pairs.contacts[order]
    alike = (np.diff(contacts) == 0) & (np.diff(likely[order]) == 0) & (np.diff(ages[order]) == 0)
    if alike.any():
        # Only equals that begin among the candidates that are shown need to be told apart.
        opens = np.concatenate(([True], ~alike))
        ranks = np.arange(len(order)) - np.searchsorted(contacts, contacts)
        shown = (ranks[opens] < MOST_CANDIDATES)[np.cumsum(opens) - 1]
        tied = order[(np.concatenate(([False], alike)) | np.concatenate((alike, [False]))) & shown]
        columns = [voters.text(name) for name in ("first_name", "middle_name", "last_name", "street_address")]
        said = np.full(len(likely), 0, np.int64)
        texts = [[column.values[code] for code in column.codes[pairs.rows[tied]].tolist()] for column in columns]
        said[tied] = [zlib.crc32("|".join(each).upper().encode()) for each in zip(*texts, strict=True)]
        order = np.lexsort((voters.ids[pairs.rows], said, ages, -likely, pairs.contacts))
    return order


def _best_of_each(order: Rows, starts: Rows, pairs: Pairs, found: Answer) -> tuple[list[int], list[float]]:
    """By contact: row of its likeliest voter (-1 none) and that probability."""
    some = np.diff(starts) > 0
    pair = order[starts[:-1][some]]
    rows = np.full(len(some), -1, np.int64)
    likely = np.zeros(len(some))
    rows[some], likely[some] = pairs.rows[pair], found.of_pairs[pair]
    return rows.tolist(), likely.tolist()


def _chosen_names(order: Rows, starts: Rows, scores: Scores, written: WrittenNames) -> list[tuple[str, str]]:
    """By contact: given name and surname under the reading that fits its likeliest voter; empty without one."""
    names = [("", "")] * (len(starts) - 1)
    for place in np.flatnonzero(np.diff(starts)).tolist():
        reading = int(scores.hypotheses[order[starts[place]]])
        if reading >= 0:
            names[place] = (written.all[reading].first, written.all[reading].last.whole)
    return names


def _bearers_of_another_name(
    order: Rows, starts: Rows, rows: Rows, scores: Scores, written: WrittenNames, index: VoterIndex
) -> frozenset[int]:
    """Places of contacts whose given name is not their likeliest voter's, but one of its own, if much like it.

    With the voter's surname and number that may be a slip, and as well somebody of the household who is not in the
    file. Forms of one name (Bob, Robert) are none of these, but those of a man's for a woman's.
    """
    places = np.flatnonzero(np.diff(starts))
    pairs = order[starts[:-1][places]]
    first = next(field for field in scores.fields if field.field == FirstNameWeights.FIELD)
    slips, forms = first.any_of(SLIPS)[pairs], first.any_of(FORMS)[pairs]
    like = np.flatnonzero(slips | forms)
    words = written.first_words[written.first[scores.hypotheses[pairs[like]]]]
    shares = index.first_shares[words]
    sexes = index.sexes[index.voters.text("sex").codes[rows[pairs[like]]]]
    named = index.sexes_of_names[words]
    other_sex = (named > 0) & (sexes > 0) & (named != sexes)
    another = np.where(slips[like], shares >= OWN_NAME, other_sex & (shares >= COMMON_NAME))
    return frozenset(places[like[another]].tolist())


def _statuses(
    contacts: Sequence[Contact],
    chosen: list[tuple[str, str]],
    best_rows: list[int],
    best: list[float],
    found: Answer,
    parameters: Parameters,
    lessons: Lessons,
    others: frozenset[int],
) -> tuple[list[MatchStatus], dict[int, Evidence]]:
    """matched, ambiguous or unmatched; a voter is matched to one person only, to the one that it fits best.

    Beside it, by place, what is to be told of a card whose likeliest voter another card holds.

    `chosen`: by contact, the name under which it is read (see `_chosen_names`). A person's word goes first: a
    confirmed voter belongs to that contact. A contact that was decided about holds nobody else, and one whose
    likeliest voter was ruled out is at most asked about again. So are `others` (places), who may be the voter's
    relatives: `Kevin's wife` has Kevin's number, and so may Ronald have Donald's; and who has no given name: a
    surname and a number may be anybody's of the household.
    """
    statuses = [
        MatchStatus.AMBIGUOUS if mass >= parameters.ambiguous_from and row >= 0 else MatchStatus.UNMATCHED
        for mass, row in zip(found.in_file.tolist(), best_rows, strict=True)
    ]
    sure = [
        place
        for place, likely in enumerate(best)
        if likely >= parameters.matched_from
        and place not in lessons.decided
        and place not in lessons.doubtful
        and place not in others
        and chosen[place][0]
    ]
    sure.sort(key=lambda place: (-round(best[place], 9), _said(contacts[place]), contacts[place].uid, place))
    holders: dict[int, tuple[Contact, tuple[str, str]]] = {
        row: (contact, ("", "")) for row, contact in lessons.taken.items()
    }
    other_cards: dict[int, Evidence] = {}
    for place in sure:
        mine = (contacts[place], chosen[place])
        holder, name = holders.setdefault(best_rows[place], mine)
        same_name = chosen[place] == name and all(name)
        if holder is contacts[place]:
            statuses[place] = MatchStatus.MATCHED
            continue
        level = "fits_better"
        if not lessons.distinct and _are_one_person(holder, contacts[place], same_name=same_name):
            statuses[place] = MatchStatus.MATCHED
            level = "same_person"
        holders_name = holder.name.full or f"{holder.name.given} {holder.name.family}".strip()
        other_cards[place] = Evidence(OtherCardLevels.FIELD, level, 0.0, holders_name)
    return statuses, other_cards


def _are_one_person(one: Contact, other: Contact, *, same_name: bool) -> bool:
    """Whether two cards that fit the same voter are one person's: an address book holds people twice.

    They share a number or an e-mail address; or the name, and no number, address or birthday of theirs says otherwise:
    a father and a son of one name have numbers of their own.
    """
    if one.birthday and other.birthday and one.birthday != other.birthday:
        return False
    numbers, other_numbers = ({phone.e164 for phone in card.phones if phone.e164} for card in (one, other))
    emails, other_emails = ({email.address.casefold() for email in card.emails} for card in (one, other))
    if numbers & other_numbers or emails & other_emails:
        return same_name or compatible_names(one.name, other.name)
    return same_name and not (numbers and other_numbers)


def _said(contact: Contact) -> tuple[str, ...]:
    """What a contact says, to part equals by something that is neither its id nor its place."""
    phones = sorted(phone.e164 or phone.original for phone in contact.phones)
    emails = sorted(email.address for email in contact.emails)
    return (contact.name.full.casefold(), contact.name.given.casefold(), *phones, *emails)
