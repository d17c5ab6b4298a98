"""Voter frequency, case by case."""

from datetime import date

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.voterfile.frequency import turnout
from f2f_desktop.voterfile.voters import FREQUENCIES

ELECTIONS = (date(2024, 11, 5), date(2022, 11, 8), date(2020, 11, 3), date(2018, 11, 6))
ALWAYS, SOMETIMES, RARELY, NEW = (
    VoterFrequency.ALWAYS,
    VoterFrequency.SOMETIMES,
    VoterFrequency.RARELY,
    VoterFrequency.NEW,
)
UNKNOWN = 0
LONG_AGO = date(1990, 1, 1)


def one(
    voted: str, birth_year: int = 1970, registered: date | None = LONG_AGO, elections: tuple[date, ...] = ELECTIONS
) -> tuple[int, int, VoterFrequency]:
    """Votes cast, votes possible, and the frequency. `voted`: a letter per election, newest first, x is a vote."""
    bits = sum(1 << place for place, letter in enumerate(voted) if letter == "x")
    result = turnout(
        np.array([bits], np.uint32),
        elections,
        np.array([birth_year], np.int16),
        np.array([registered.toordinal() if registered else 0], np.int64),
    )
    return int(result.cast[0]), int(result.possible[0]), FREQUENCIES[result.frequency[0]]


@pytest.mark.parametrize(
    ("voted", "birth_year", "registered", "expected"),
    [
        ("xxxx", 1970, LONG_AGO, (4, 4, ALWAYS)),
        ("xxx-", 1970, LONG_AGO, (3, 4, SOMETIMES)),
        ("x-x-", 1970, LONG_AGO, (2, 4, SOMETIMES)),
        ("x---", 1970, LONG_AGO, (1, 4, RARELY)),
        ("----", 1970, LONG_AGO, (0, 4, RARELY)),
        # Turned 18 in the year of the election, or a year too late.
        ("xx--", 2004, LONG_AGO, (2, 2, ALWAYS)),
        ("xx--", 2002, LONG_AGO, (2, 3, SOMETIMES)),
        ("x---", 2006, LONG_AGO, (1, 1, SOMETIMES)),
        ("----", 2006, LONG_AGO, (0, 1, RARELY)),
        ("----", 2007, LONG_AGO, (0, 0, NEW)),
        # The birth year is not known: only what came after the registration was possible.
        ("xx--", UNKNOWN, date(2021, 3, 1), (2, 2, ALWAYS)),
        ("x---", UNKNOWN, date(2018, 11, 6), (1, 4, RARELY)),
        ("----", UNKNOWN, date(2024, 11, 6), (0, 0, NEW)),
        ("x-xx", UNKNOWN, None, (3, 4, SOMETIMES)),
        ("----", UNKNOWN, None, (0, 4, RARELY)),
        # Where both are known, only elections since the registration were possible.
        ("xx--", 1950, date(2021, 3, 1), (2, 2, ALWAYS)),
        ("x---", 1950, date(2019, 1, 1), (1, 3, RARELY)),
        ("x---", 2005, date(2020, 1, 1), (1, 1, SOMETIMES)),
        # Registered after the last one: new, unless a vote shows that it was a move.
        ("----", 1950, date(2025, 1, 1), (0, 0, NEW)),
        ("xx-x", 1950, date(2025, 1, 1), (3, 4, SOMETIMES)),
        # A vote that was cast was possible, whatever the dates say.
        ("xxxx", 2007, LONG_AGO, (4, 4, ALWAYS)),
        ("--x-", UNKNOWN, date(2023, 1, 1), (1, 4, RARELY)),
    ],
)
def test_frequency_by_example(
    voted: str, birth_year: int, registered: date | None, expected: tuple[int, int, VoterFrequency]
) -> None:
    assert one(voted, birth_year, registered) == expected


def test_nobody_votes_always_on_the_evidence_of_one_election() -> None:
    assert one("x", elections=ELECTIONS[:1]) == (1, 1, SOMETIMES)


@given(
    st.integers(0, 15), st.integers(1900, 2010), st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.integers(0, 3)
)
def test_one_more_vote_since_the_registration_never_makes_the_frequency_worse(
    bits: int, birth_year: int, registered: date, more: int
) -> None:
    def rank(voted: int) -> int:
        letters = "".join("x" if voted >> place & 1 else "-" for place in range(4))
        cast, possible, frequency = one(letters, birth_year, registered)
        assert 0 <= cast <= possible <= 4
        return (NEW, RARELY, SOMETIMES, ALWAYS).index(frequency)

    # A vote before it shows that the date is that of a move, and more elections were possible than it seemed.
    assume(registered <= ELECTIONS[more])
    assert rank(bits | 1 << more) >= rank(bits)
