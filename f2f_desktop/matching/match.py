"""Matching an address book against an extract: the one public way in.

Contacts become clues, clues find candidates, candidates are compared field by field, and the weights become
probabilities. The outcome depends neither on the order of contacts or rows nor on the voters' ids.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.same_name import compatible_names
from f2f_desktop.matching.candidates import Pairs, find_candidates, street_matches
from f2f_desktop.matching.clues import read_clues
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.model import Candidate, Evidence, Match, MatchStatus
from f2f_desktop.matching.nicknames import nickname_table
from f2f_desktop.matching.parameters import DEFAULT, Parameters
from f2f_desktop.matching.scoring import Probabilities, Scores, probabilities, score
from f2f_desktop.progress import Progress, no_progress

MOST_CANDIDATES = 5
"""Candidates that a match names."""
LEAST_PROBABILITY = 0.001
"""A candidate below it is not worth naming."""
SAYS_NOTHING = 1e-9


def match(
    contacts: Sequence[Contact],
    index: VoterIndex,
    parameters: Parameters = DEFAULT,
    *,
    home_zip: str = "",
    progress: Progress = no_progress,
) -> list[Match]:
    """The match of every contact, in their order.

    `home_zip` is the volunteer's own ZIP code, if known. Raises what `progress` raises.
    """
    steps = 4
    progress(0, steps)
    clues = read_clues(contacts)
    nicknames = nickname_table()
    progress(1, steps)
    streets = street_matches(clues, index)
    pairs = find_candidates(clues, index, nicknames, streets)
    progress(2, steps)
    scores = score(pairs, clues, index, streets, nicknames, parameters, home_zip)
    found = probabilities(scores, pairs.contacts, parameters)
    progress(3, steps)
    answers = _answers(contacts, pairs, scores, found, index, parameters)
    progress(4, steps)
    return _one_person_each(contacts, answers)


def _answers(
    contacts: Sequence[Contact],
    pairs: Pairs,
    scores: Scores,
    found: Probabilities,
    index: VoterIndex,
    parameters: Parameters,
) -> list[Match]:
    # Within a contact by falling probability; equals by what the voter is, never by row or id.
    ties = _tie_breakers(pairs, index)
    order = np.lexsort((ties, -found.voters, pairs.contacts))
    starts = np.searchsorted(pairs.contacts, np.arange(len(contacts) + 1))
    answers = []
    for place, contact in enumerate(contacts):
        mine = order[starts[place] : starts[place + 1]][:MOST_CANDIDATES]
        mine = mine[found.voters[mine] >= LEAST_PROBABILITY]
        not_in_file = float(found.null[place])
        candidates = tuple(
            Candidate(
                index.voters.id_at(int(pairs.rows[pair])), float(found.voters[pair]), _evidence(scores, int(pair))
            )
            for pair in mine.tolist()
        )
        answers.append(Match(contact.uid, _status(candidates, not_in_file, parameters), candidates, not_in_file))
    return answers


def _tie_breakers(pairs: Pairs, index: VoterIndex) -> NDArray[np.int64]:
    """A number per pair that orders equally likely voters by year of birth, oldest first."""
    return index.voters.number("birth_year").astype(np.int64)[pairs.rows]


def _status(candidates: Sequence[Candidate], not_in_file: float, parameters: Parameters) -> MatchStatus:
    if candidates and candidates[0].probability >= parameters.matched_from:
        return MatchStatus.MATCHED
    if candidates and 1 - not_in_file >= parameters.ambiguous_from:
        return MatchStatus.AMBIGUOUS
    return MatchStatus.UNMATCHED


def _evidence(scores: Scores, pair: int) -> tuple[Evidence, ...]:
    """What the fields say of one pair, the strongest first; fields that say nothing are left out."""
    said = (
        Evidence(field.field, field.names[field.levels[pair]], round(float(field.weights[pair]), 2))
        for field in scores.fields
        if abs(field.weights[pair]) > SAYS_NOTHING
    )
    return tuple(sorted(said, key=lambda each: -abs(each.weight)))


def _one_person_each(contacts: Sequence[Contact], answers: list[Match]) -> list[Match]:
    """A voter is matched to one person: of several, the likeliest keeps it, and equals all become questions.

    Cards that may be the same person (an address book holds people twice) keep the voter together.
    """
    claims: dict[str, list[int]] = {}
    for place, answer in enumerate(answers):
        if answer.status is MatchStatus.MATCHED:
            claims.setdefault(answer.candidates[0].voter_id, []).append(place)
    settled = list(answers)
    for places in claims.values():
        best = max(answers[place].candidates[0].probability for place in places)
        winners = [place for place in places if answers[place].candidates[0].probability == best]
        for place in places:
            if not all(compatible_names(contacts[place].name, contacts[winner].name) for winner in winners):
                settled[place] = msgspec.structs.replace(answers[place], status=MatchStatus.AMBIGUOUS)
    return settled
