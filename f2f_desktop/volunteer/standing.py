"""Where a contact stands with the voter file: the matcher's answer under the decisions of a person.

A person's word beats the matcher's. A rejected voter never comes back by itself; what is left after a rejection is
at most a question.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from f2f_desktop.campaign.ids import ContactId, Milliseconds, VoterId
from f2f_desktop.matching.model import Candidate, Match, MatchStatus
from f2f_desktop.vault.matches import Decided, Decision, StoredMatch
from f2f_desktop.voterfile.voters import Voter

WORTH_ASKING = 0.3
"""Share of the probability that must lie on voters of the file for a question to be worth asking."""


class MatchState(StrEnum):
    """What is known of a contact's place in the voter file."""

    CONFIRMED = "confirmed"
    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"
    REJECTED = "rejected"

    @property
    def certain(self) -> bool:
        """Whether the voter may be used: for the star, the context and the filters."""
        return self in (MatchState.CONFIRMED, MatchState.MATCHED)


class Standing(msgspec.Struct, frozen=True):
    """A contact's match as it counts now.

    `voter` is the voter where the state is certain. `candidates` are those that nobody has rejected.
    """

    state: MatchState = MatchState.UNMATCHED
    voter: Voter | None = None
    probability: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    not_in_file: float = 1.0
    skipped: bool = False
    departed: Milliseconds | None = None
    """Since when the extract in use does not hold the confirmed voter: `voter` is then what was known before."""
    prior: float = 0.0
    """ln of the odds of any one voter before anything is compared (see `Match`)."""
    null: float = 0.0

    @property
    def voter_id(self) -> VoterId | None:
        """The id of the certain voter."""
        return self.voter.id if self.voter else None

    @property
    def in_file(self) -> Voter | None:
        """The certain voter as the extract in use has them: for the context, the filters and the merge fields."""
        return self.voter if self.departed is None else None


class Said(msgspec.Struct, frozen=True):
    """What a person's decisions about a contact come to."""

    confirmed: Decision | None = None
    rejected: frozenset[VoterId] = frozenset()
    nobody: bool = False
    skipped: bool = False


def said(decisions: Iterable[Decision]) -> Said:
    """The sum of the decisions about one contact, oldest first: the last word about a voter counts."""
    rejected: set[VoterId] = set()
    confirmed: Decision | None = None
    nobody = skipped = False
    for decision in decisions:
        skipped = decision.decided is Decided.SKIPPED
        if decision.decided is Decided.CONFIRMED:
            confirmed, nobody = decision, False
            rejected.discard(decision.voter_id or VoterId(""))
        elif decision.decided is Decided.REJECTED:
            if decision.voter_id is None:
                confirmed, nobody = None, True
            else:
                rejected.add(decision.voter_id)
                if confirmed is not None and confirmed.voter_id == decision.voter_id:
                    confirmed = None
    return Said(confirmed, frozenset(rejected), nobody, skipped)


def standing(found: StoredMatch | None, decisions: Iterable[Decision]) -> Standing:
    """What counts, from the matcher's answer and the decisions about the contact, oldest first."""
    match = found.match if found else Match("", MatchStatus.UNMATCHED)
    stands = _standing(found.voter if found else None, match, said(decisions))
    return msgspec.structs.replace(stands, prior=match.prior, null=match.null)


def _standing(best: Voter | None, match: Match, word: Said) -> Standing:
    left = tuple(candidate for candidate in match.candidates if candidate.voter_id not in word.rejected)
    confirmed = word.confirmed
    if confirmed is not None:
        return Standing(MatchState.CONFIRMED, confirmed.voter, 1.0, left, 0.0, departed=confirmed.departed)
    if word.nobody:
        return Standing(MatchState.REJECTED, None, 0.0, left, 1.0)
    likely = left[0].probability if left else 0.0
    if len(left) == len(match.candidates):
        state = MatchState(match.status)
        if state is MatchState.UNMATCHED and word.rejected:
            # The matcher has learnt the rejection and knows of nobody else.
            state = MatchState.REJECTED
        voter = best if state is MatchState.MATCHED else None
        return Standing(state, voter, likely, left, match.not_in_file, word.skipped)
    mass = sum(candidate.probability for candidate in left)
    remaining = mass + match.not_in_file
    if left and remaining and mass / remaining >= WORTH_ASKING:
        return Standing(MatchState.AMBIGUOUS, None, likely, left, match.not_in_file, word.skipped)
    return Standing(MatchState.REJECTED, None, 0.0, left, match.not_in_file)


def by_person(
    decisions: Iterable[Decision], owner: Mapping[ContactId, ContactId]
) -> dict[ContactId, list[Decision]]:
    """The decisions about every person, oldest first; `owner` says whom a card belongs to today."""
    found: dict[ContactId, list[Decision]] = defaultdict(list)
    for decision in decisions:
        for person in {owner.get(own_id, own_id) for own_id in decision.about}:
            found[person].append(decision)
    return found
