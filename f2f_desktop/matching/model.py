"""What matching says about a contact."""

from enum import StrEnum

import msgspec

from f2f_desktop.campaign.ids import VoterId

# `gc=False`: these values cannot be in a cycle, and there are tens of thousands of them (see `contacts.model`).


class MatchStatus(StrEnum):
    """What the matcher decided. `confirmed` and `rejected` are a person's decisions (see the vault)."""

    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """What one field says for (weight > 0) or against a candidate.

    `field` and `level` are declared names (`first_name`/`nickname`, `phone`/`same`): the window has a
    sentence for each pair. `weight` is a natural-log likelihood ratio.
    """

    field: str
    level: str
    weight: float
    contact_value: str = ""
    voter_value: str = ""


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A voter who might be the contact."""

    voter_id: VoterId
    probability: float
    evidence: tuple[Evidence, ...] = ()


class Match(msgspec.Struct, frozen=True, gc=False):
    """The answer for one contact: candidates by falling probability (at most five), and the rest.

    The probabilities of the candidates, of those left out, and `not_in_file` add up to 1.
    """

    contact_uid: str
    status: MatchStatus
    candidates: tuple[Candidate, ...] = ()
    not_in_file: float = 1.0
    prior: float = 0.0
    """ln of the odds of any one voter before anything is compared, against `null`."""
    null: float = 0.0
    """ln of the weight of everything that speaks for somebody who is not in the file."""

    @property
    def best(self) -> Candidate | None:
        """The likeliest voter, whatever the status."""
        return self.candidates[0] if self.candidates else None

    @property
    def runner_up(self) -> Candidate | None:
        """The second likeliest voter."""
        return self.candidates[1] if len(self.candidates) > 1 else None
