"""Where a contact stands with the voter file: the matcher's answer under the decisions of a person.

A person's word beats the matcher's. A rejected voter never comes back by itself; what is left after a rejection is
at most a question.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from f2f_desktop.campaign.ids import VoterId
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

    @property
    def voter_id(self) -> VoterId | None:
        """The id of the certain voter."""
        return self.voter.id if self.voter else None


def standing(found: StoredMatch | None, decisions: Iterable[Decision]) -> Standing:
    """What counts, from the matcher's answer and the decisions about the contact, oldest first."""
    match = found.match if found else Match("", MatchStatus.UNMATCHED)
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
    left = tuple(candidate for candidate in match.candidates if candidate.voter_id not in rejected)
    if confirmed is not None:
        return Standing(MatchState.CONFIRMED, confirmed.voter, 1.0, left, 0.0)
    if nobody:
        return Standing(MatchState.REJECTED, None, 0.0, left, 1.0)
    if len(left) == len(match.candidates):
        state = MatchState(match.status)
        best = left[0].probability if left else 0.0
        voter = found.voter if found and state is MatchState.MATCHED else None
        return Standing(state, voter, best, left, match.not_in_file, skipped)
    mass = sum(candidate.probability for candidate in left)
    remaining = mass + match.not_in_file
    if left and remaining and mass / remaining >= WORTH_ASKING:
        return Standing(MatchState.AMBIGUOUS, None, left[0].probability, left, match.not_in_file, skipped)
    return Standing(MatchState.REJECTED, None, 0.0, left, match.not_in_file)
