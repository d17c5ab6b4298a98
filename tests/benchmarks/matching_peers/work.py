"""What a measured process is given, and what it gives back."""

from dataclasses import dataclass, field
from typing import Any

from f2f_desktop.contacts.model import Contact
from f2f_desktop.voterfile.voters import Voters
from tests.benchmarks.matching_peers.answers import Answer


@dataclass(frozen=True)
class Work:
    """What a process is given."""

    voters: Voters
    contacts: tuple[Contact, ...]
    repaired: tuple[Contact, ...] = ()
    """The same contacts with their proper names, where the ceiling is asked for."""
    model: dict[str, Any] | None = None
    """Splink's trained model, with `trust`, `offset` and `share` beside (see `training`)."""


@dataclass
class Result:
    """What it gives back."""

    answers: list[Answer] = field(default_factory=list)
    ceiling: list[Answer] = field(default_factory=list)
    documented: list[Answer] = field(default_factory=list)
    """Of Splink with labels: the answers as its documentation has it; `answers` are those of the fitted one."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Wall clock, by stage: `index`, `match`, and what a system has of its own."""
    processor: dict[str, float] = field(default_factory=dict)
    base_mb: float = 0.0
    """Before the system began, with the data read and the system's packages not yet imported."""
    peak_mb: float = 0.0
