"""Where a contact stands: the matcher's answer under a person's decisions, in the order they were made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.matching.model import Candidate, Match, MatchStatus
from f2f_desktop.vault.matches import Decided, Decision, StoredMatch
from f2f_desktop.volunteer.standing import MatchState, Standing, standing
from f2f_desktop.voterfile.voters import Voter

ADA = ContactId("ada")
YES, NO, LATER = Decided.CONFIRMED, Decided.REJECTED, Decided.SKIPPED


def found(status: MatchStatus, *candidates: tuple[str, float], not_in_file: float = 0.0) -> StoredMatch:
    """The matcher's answer with its candidates and the voter that it likes best."""
    likely = tuple(Candidate(VoterId(voter), probability) for voter, probability in candidates)
    best = Voter(likely[0].voter_id) if likely else None
    return StoredMatch(ADA, Match(ADA, status, likely, not_in_file), best)


def decisions(*said: tuple[Decided, str]) -> list[Decision]:
    """Decisions in their order; an empty voter is nobody."""
    return [
        Decision(number, ADA, decided, VoterId(voter) if voter else None, Voter(VoterId(voter)) if voter else None)
        for number, (decided, voter) in enumerate(said, 1)
    ]


SURE = found(MatchStatus.MATCHED, ("v1", 0.95), ("v2", 0.03), not_in_file=0.02)
TWINS = found(MatchStatus.AMBIGUOUS, ("v1", 0.48), ("v2", 0.47), not_in_file=0.05)
FAINT = found(MatchStatus.UNMATCHED, ("v1", 0.2), not_in_file=0.8)
NOTHING = found(MatchStatus.UNMATCHED, not_in_file=1.0)


@pytest.mark.parametrize(
    ("match", "said", "state", "voter"),
    [
        (None, (), MatchState.UNMATCHED, None),
        (SURE, (), MatchState.MATCHED, "v1"),
        (TWINS, (), MatchState.AMBIGUOUS, None),
        (FAINT, (), MatchState.UNMATCHED, None),
        (NOTHING, (), MatchState.UNMATCHED, None),
        # A person's word beats the matcher's.
        (TWINS, ((YES, "v2"),), MatchState.CONFIRMED, "v2"),
        (SURE, ((YES, "v2"),), MatchState.CONFIRMED, "v2"),
        (NOTHING, ((YES, "v9"),), MatchState.CONFIRMED, "v9"),
        (None, ((YES, "v9"),), MatchState.CONFIRMED, "v9"),
        (TWINS, ((NO, ""),), MatchState.REJECTED, None),
        # A rejected voter never comes back by itself; what is left is at most a question.
        (TWINS, ((NO, "v1"),), MatchState.AMBIGUOUS, None),
        (TWINS, ((NO, "v1"), (NO, "v2")), MatchState.REJECTED, None),
        (SURE, ((NO, "v1"),), MatchState.AMBIGUOUS, None),
        (
            found(MatchStatus.MATCHED, ("v1", 0.9), ("v2", 0.01), not_in_file=0.09),
            ((NO, "v1"),),
            MatchState.REJECTED,
            None,
        ),
        (FAINT, ((NO, "v1"),), MatchState.REJECTED, None),
        # A rejection of somebody who is no candidate (any more) changes nothing.
        (SURE, ((NO, "v7"),), MatchState.MATCHED, "v1"),
        # The last word counts.
        (TWINS, ((YES, "v1"), (YES, "v2")), MatchState.CONFIRMED, "v2"),
        (TWINS, ((YES, "v1"), (NO, "v1")), MatchState.AMBIGUOUS, None),
        (TWINS, ((YES, "v1"), (NO, "v2")), MatchState.CONFIRMED, "v1"),
        (TWINS, ((NO, "v1"), (YES, "v1")), MatchState.CONFIRMED, "v1"),
        (TWINS, ((YES, "v1"), (NO, "")), MatchState.REJECTED, None),
        (TWINS, ((NO, ""), (YES, "v1")), MatchState.CONFIRMED, "v1"),
        # To put a question off settles nothing and unsettles nothing.
        (TWINS, ((LATER, ""),), MatchState.AMBIGUOUS, None),
        (TWINS, ((YES, "v1"), (LATER, "")), MatchState.CONFIRMED, "v1"),
        (TWINS, ((NO, ""), (LATER, "")), MatchState.REJECTED, None),
    ],
)
def test_what_counts(
    match: StoredMatch | None, said: tuple[tuple[Decided, str], ...], state: MatchState, voter: str | None
) -> None:
    stands = standing(match, decisions(*said))
    assert (stands.state, stands.voter_id) == (state, voter)
    assert stands.state.certain == (stands.voter is not None)


def test_a_question_put_off_says_so_until_it_is_answered() -> None:
    assert standing(TWINS, decisions((LATER, ""))).skipped
    assert standing(TWINS, decisions((LATER, ""), (LATER, ""))).skipped
    assert not standing(TWINS, decisions((LATER, ""), (NO, "v1"))).skipped


def test_the_candidates_are_those_that_nobody_rejected() -> None:
    left = standing(TWINS, decisions((NO, "v1"))).candidates
    assert [candidate.voter_id for candidate in left] == ["v2"]


words = st.tuples(st.sampled_from(Decided), st.sampled_from(["", "v1", "v2", "v3"])).filter(
    lambda said: said[0] is not YES or said[1]
)


@given(st.sampled_from([None, SURE, TWINS, FAINT, NOTHING]), st.lists(words, max_size=6))
def test_a_rejected_voter_is_never_used_and_only_the_certain_have_one(
    match: StoredMatch | None, said: list[tuple[Decided, str]]
) -> None:
    stands = standing(match, decisions(*said))
    last = {voter: decided for decided, voter in said if voter and decided is not LATER}
    if stands.voter_id is not None:
        assert last.get(stands.voter_id) is not NO
    assert stands.state.certain == (stands.voter is not None)
    assert not {each.voter_id for each in stands.candidates} & {v for v, decided in last.items() if decided is NO}
    assert isinstance(stands, Standing)
