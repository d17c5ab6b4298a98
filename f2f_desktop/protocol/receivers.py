"""How the receivers of messages are searched for: by how a name begins, from any of the words that it is known by.

The hub finds them by an index; a laptop without network looks through what it has kept by the same rule.
"""

from typing import NamedTuple

from f2f_desktop.protocol.listing import LONGEST_SEARCH, folded
from f2f_desktop.protocol.results import ReceiverRow

LONGEST_SOUGHT = 120
"""Characters of a name that count."""


class Sought(NamedTuple):
    """A name as it may be begun, without case and accents."""

    written: str
    """`ana lopez garcia`"""
    last: str
    """The last word first: `garcia ana lopez`. Empty where there is one word."""
    other: str
    """The last but one first, where there are more than two, for two surnames: `lopez garcia ana`. Else empty."""


def sought(name: str) -> Sought:
    """The ways in which a name may be begun."""
    words = folded(name).split()

    def from_word(place: int) -> str:
        return " ".join(words[place:] + words[:place])[:LONGEST_SOUGHT]

    return Sought(
        from_word(0) if words else "",
        from_word(len(words) - 1) if len(words) > 1 else "",
        from_word(len(words) - 2) if len(words) > 2 else "",
    )


def beginning(search: str) -> str:
    """What a name has to begin with; empty: nothing is searched for."""
    return " ".join(folded(search[:LONGEST_SEARCH]).split())[:LONGEST_SOUGHT]


def begins(name: str, begun: str) -> bool:
    """Whether a name begins with what `beginning` gave, from one of its words."""
    # Most names are another's: thousands are looked through for one search.
    return begun.partition(" ")[0] in folded(name) and any(each.startswith(begun) for each in sought(name))


def name_shown(name: str, voter_id: str | None) -> str:
    """What stands for a receiver: the name, or the voter id where the name is not shared."""
    return name or voter_id or ""


def is_sought(row: ReceiverRow, begun: str) -> bool:
    """Whether a receiver, or the volunteer who wrote, is searched for."""
    return begins(name_shown(row.name, row.voter_id), begun) or begins(row.volunteer, begun)
