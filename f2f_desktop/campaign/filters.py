"""Auto-filters: which matched contacts an action is about."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class VoterFrequency(StrEnum):
    """How often a voter voted in the general elections that they were old enough for."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    RARELY = "rarely"
    NEW = "new"
    UNKNOWN = "unknown"


class District(msgspec.Struct, frozen=True, order=True):
    """One district: its kind (`county`, `city`, `congressional`, `state_senate`, ...) and its code."""

    kind: str
    code: str


class AutoFilters(msgspec.Struct, frozen=True):
    """Conditions on the matched voter; an empty one lets everybody pass. Unmatched contacts always pass.

    Districts of one kind are alternatives; different kinds must all hold.
    """

    districts: tuple[District, ...] = ()
    parties: tuple[str, ...] = ()
    frequencies: tuple[VoterFrequency, ...] = ()

    def in_districts(self, voter_districts: Mapping[str, str]) -> bool:
        """Whether a voter who lives in `voter_districts` (kind to code) lives in this action's district."""
        wanted: dict[str, set[str]] = {}
        for district in self.districts:
            wanted.setdefault(district.kind, set()).add(district.code.casefold())
        return all(voter_districts.get(kind, "").casefold() in codes for kind, codes in wanted.items())

    def passes(self, voter_districts: Mapping[str, str], party: str, frequency: VoterFrequency) -> bool:
        """Whether a matched voter belongs to the action."""
        return (
            self.in_districts(voter_districts)
            and (not self.parties or party in self.parties)
            and (not self.frequencies or frequency in self.frequencies)
        )
