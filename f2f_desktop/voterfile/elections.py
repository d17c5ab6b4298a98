"""Which general elections count for voter frequency, however a layout tells who voted in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

SMALLEST_SHARE = 0.005
"""An election counts if it drew more than this share of the votes of the largest one: a day on which hardly anybody
voted was a mistyped date or a local affair."""


@dataclass(frozen=True)
class Elections:
    """The last general elections, newest first; votes in them are bits of the table `votes`."""

    days: tuple[date, ...]
    votes: int
    """Votes in these elections."""
    rows: int
    """Rows of the history, whatever they say."""


def newest_elections(votes: Mapping[date, int], at_most: int) -> tuple[date, ...]:
    """The `at_most` newest days with enough votes, newest first."""
    largest = max(votes.values(), default=0)
    days = (day for day, count in votes.items() if count > SMALLEST_SHARE * largest)
    return tuple(sorted(days, reverse=True)[:at_most])
