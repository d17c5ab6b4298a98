"""How often a voter votes, from the history of who voted when.

Voted in n of the last m general elections that the person was old enough for:

    always     in all of them
    sometimes  in at least half
    rarely     in fewer, or none
    new        there was none: too young, or registered after the last one

Sources: general elections are what the layout's history calls so; 18 years are counted by the year of birth.
"""

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.voterfile.voters import FREQUENCIES

LAST_ELECTIONS = 4
"""m: how many general elections count."""
SOMETIMES_FROM = 0.5
VOTING_AGE = 18


def frequency_codes(
    voted: NDArray[np.bool_],
    elections: tuple[dt.date, ...],
    birth_years: NDArray[np.int16],
    registered_days: NDArray[np.int64],
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """(frequency, votes cast, votes possible), each of shape (n,).

    `voted` has shape (n, m) in the order of `elections`; unknown birth years are 0; `registered_days` are proleptic
    Gregorian ordinals, 0 where unknown. A vote that was cast was possible, whatever the other columns say.
    """
    years = np.array([day.year for day in elections], np.int64)
    days = np.array([day.toordinal() for day in elections], np.int64)
    born = birth_years.astype(np.int64)[:, None]
    registered = registered_days[:, None]
    old_enough = np.where(born > 0, years - born >= VOTING_AGE, (registered == 0) | (registered <= days))
    possible = (old_enough | voted).sum(axis=1)
    cast = voted.sum(axis=1)
    late = (registered_days > (days.max() if len(days) else 0)) & (cast == 0)
    possible = np.where(late, 0, possible)
    share = cast / np.maximum(1, possible)
    code = {frequency: number for number, frequency in enumerate(FREQUENCIES)}
    frequency = np.select(
        [possible == 0, cast == possible, share >= SOMETIMES_FROM],
        [code[VoterFrequency.NEW], code[VoterFrequency.ALWAYS], code[VoterFrequency.SOMETIMES]],
        code[VoterFrequency.RARELY],
    )
    return frequency.astype(np.uint8), cast.astype(np.uint8), possible.astype(np.uint8)
