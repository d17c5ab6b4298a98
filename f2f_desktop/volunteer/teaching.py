"""What the volunteer has said, made ready for the matcher; and which contacts an answer concerns.

After an answer, or after one was taken back, only the contacts that it can touch are matched again: those decided
about, those who could be one of these voters, and those who share a number, an address or a surname with a
confirmed card. Their candidates are what matching everybody with the same habits would give (a test compares).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.matching.inference import Habits
from f2f_desktop.matching.match import Matched
from f2f_desktop.matching.model import Match
from f2f_desktop.matching.parameters import DEFAULT
from f2f_desktop.matching.taught import NOTHING, Confirmed, Taught, sharing_with
from f2f_desktop.vault.cards import StoredContact
from f2f_desktop.vault.matches import Decided, Decision, Learnt, StoredMatch
from f2f_desktop.volunteer.standing import by_person, said


class Asked(msgspec.Struct, frozen=True):
    """Whom to match, and what is known beforehand."""

    people: tuple[StoredContact, ...]
    taught: Taught = NOTHING
    decisions: frozenset[int] = frozenset()
    """Numbers of the decisions that `taught` is made of."""


class AskedAgain(msgspec.Struct, frozen=True):
    """Everybody, of whom only those are matched again whom some decisions touch."""

    asked: Asked
    habits: Habits
    persons: frozenset[ContactId]
    """Who was decided about since the matcher's last answer."""
    voters: frozenset[VoterId]
    """Whom that was about."""
    former: Mapping[ContactId, StoredMatch]
    """The last answer."""


class Found(msgspec.Struct, frozen=True):
    """The matcher's answer: for everybody, or (`whole` false) for those who were asked about again."""

    matches: tuple[StoredMatch, ...]
    learnt: Learnt = Learnt()
    whole: bool = True


def asked(
    people: Sequence[StoredContact], decisions: Iterable[Decision], owner: Mapping[ContactId, ContactId]
) -> Asked:
    """Everybody with all that was said. A person's id takes the place of the card's uid, of which there may be two."""
    named = tuple(
        msgspec.structs.replace(person, contact=msgspec.structs.replace(person.contact, uid=person.id))
        for person in people
    )
    told = [each for each in decisions if each.decided is not Decided.SKIPPED]
    words = {person: said(about) for person, about in by_person(told, owner).items()}
    confirmed = tuple(
        Confirmed(person.contact, word.confirmed.voter_id)
        for person in named
        if (word := words.get(person.id)) is not None
        and word.confirmed is not None
        and word.confirmed.voter_id is not None
    )
    rejected = {str(person): word.rejected for person, word in words.items() if word.rejected}
    nobody = frozenset(person for person, word in words.items() if word.nobody)
    return Asked(named, Taught(confirmed, rejected, nobody, distinct=True), frozenset(each.id for each in told))


def habits_told(habits: Habits, taught: Taught) -> Habits:
    """What an earlier run has shown, without the voters of whom a person has said otherwise since."""
    confirmed = {each.contact.uid: each.voter_id for each in taught.confirmed}
    sure = {
        voter: uid
        for voter, uid in habits.sure.items()
        if uid not in taught.nobody
        and voter not in taught.rejected.get(uid, ())
        and confirmed.get(uid, voter) == voter
    }
    return msgspec.structs.replace(habits, sure=sure)


def found_again(again: AskedAgain, run: Callable[[Sequence[StoredContact]], Matched]) -> list[Match]:
    """New answers for all contacts that the decisions touch; `run` matches some people with all that was said."""
    former = again.former
    persons = again.persons
    voters = set(again.voters)
    # A voter whom one of them held may be free now.
    voters.update(each.match.best.voter_id for id_ in persons if (each := former.get(id_)) and each.match.best)
    touched = set(persons)
    touched.update(
        id_ for id_, each in former.items() if any(one.voter_id in voters for one in each.match.candidates)
    )
    people = again.asked.people
    contacts = [person.contact for person in people]
    touched.update(
        ContactId(contact.uid)
        for contact in sharing_with([contact for contact in contacts if contact.uid in persons], contacts)
    )
    while True:
        found = run([person for person in people if person.id in touched]).matches
        # One contact per voter: whoever claims a voter that one of these claims, or claimed, is asked again with them.
        claimed = {claim for each in found if (claim := _claim(each))}
        claimed |= {claim for id_ in touched if id_ in former and (claim := _claim(former[id_].match))}
        rivals = {id_ for id_, each in former.items() if id_ not in touched and _claim(each.match) in claimed}
        rivals &= {person.id for person in people}
        if not rivals:
            return found
        touched |= rivals


def _claim(match: Match) -> VoterId | None:
    """The voter that a contact is surely taken for, whether it gets them or not."""
    best = match.best
    return best.voter_id if best is not None and best.probability >= DEFAULT.matched_from else None
