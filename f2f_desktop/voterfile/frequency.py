"""Voter frequency: how often a voter voted in the general elections that were open to them.

Of the last m general elections those are possible for a voter

* in whose year they turned 18, or were older, if the year of birth is known;
* which took place after they registered, if that is known and tells anything: a vote before the registration shows
  that its date is that of a move;
* and whichever they did vote in, whatever the dates say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.voterfile.voters import FREQUENCIES

VOTING_AGE = 18
DEFAULT_ELECTIONS = 4
"""Two presidential and two midterm elections: eight years."""
MAX_ELECTIONS = 16

SOMETIMES_SHARE = 0.5
"""Who voted in at least this share of them votes *sometimes*, below it *rarely*: with four elections, the half
that turns out for presidents only is told from those whom a message must still bring to the polls at all."""
ALWAYS_AT_LEAST = 2
"""Nobody votes *always* on the evidence of a single election."""

_CODE = {frequency: code for code, frequency in enumerate(FREQUENCIES)}


@dataclass(frozen=True)
class Turnout:
    """Per voter the code of their frequency, elections voted in, and elections possible."""

    frequency: NDArray[np.uint8]
    cast: NDArray[np.uint8]
    possible: NDArray[np.uint8]


def turnout(
    voted: NDArray[np.uint32],
    elections: Sequence[date],
    birth_year: NDArray[np.integer],
    registered: NDArray[np.integer],
) -> Turnout:
    """The turnout of n voters in `elections` (newest first).

    `voted`: bit i is set where they voted in election i. `birth_year`: 0 unknown. `registered`: the date as
    `date.toordinal()`, 0 unknown.
    """
    cast = np.zeros(len(voted), np.uint8)
    possible = np.zeros(len(voted), np.uint8)
    did = [(voted >> np.uint32(bit)) & 1 == 1 for bit in range(len(elections))]
    moved = np.zeros(len(voted), np.bool_)
    for election, in_this in zip(elections, did, strict=True):
        moved |= in_this & (registered > election.toordinal())
    for election, in_this in zip(elections, did, strict=True):
        old_enough = (birth_year <= 0) | (election.year - birth_year >= VOTING_AGE)
        on_the_roll = moved | (registered <= election.toordinal())
        cast += in_this
        possible += in_this | (old_enough & on_the_roll)
    share = cast / np.maximum(possible, 1)
    frequency = np.select(
        [possible == 0, (cast == possible) & (possible >= ALWAYS_AT_LEAST), share >= SOMETIMES_SHARE],
        [_CODE[VoterFrequency.NEW], _CODE[VoterFrequency.ALWAYS], _CODE[VoterFrequency.SOMETIMES]],
        _CODE[VoterFrequency.RARELY],
    ).astype(np.uint8)
    return Turnout(frequency, cast, possible)
