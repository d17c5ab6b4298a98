"""How much the long proofs do, and the table in which they tell it at the end of a run."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

import pytest

SHARE = float(os.environ.get("F2F_RELIABILITY_SHARE", "1"))
"""The part of their full size in which the long proofs run: 1 is what they are meant for."""


@dataclass
class Proof:
    """One line of the table; -1: there is nothing of the kind to count."""

    what: str
    count: int = 0
    facts: int = -1
    lost: int = -1
    doubled: int = -1
    controls: list[str] = field(default_factory=list)


_proofs: dict[str, Proof] = {}


def sized(number: int, least: int = 1) -> int:
    """So many of a full number."""
    return max(least, int(number * SHARE))


def tell(words: str) -> None:
    """Prints a figure past pytest's capture."""
    with _past_capture():
        sys.__stdout__.write(f"\n{words}\n")  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]


_past_capture: Callable[[], AbstractContextManager[object]] = nullcontext


def capture_is(config: pytest.Config) -> None:
    """Says how pytest captures what is printed."""
    global _past_capture  # noqa: PLW0603 - one run, one capture
    if capture := config.pluginmanager.getplugin("capturemanager"):
        _past_capture = capture.global_and_fixture_disabled


def note(what: str, count: int, *, facts: int = -1, lost: int = -1, doubled: int = -1) -> None:
    """Enters what a proof did; claims of safety that were untrue are among the lost."""
    proof = _proofs.setdefault(what, Proof(what))
    proof.count, proof.facts, proof.lost, proof.doubled = count, facts, lost, doubled


def note_control(what: str, bug: str, found: str) -> None:
    """Enters what showed the proof's planted bug; empty: nothing did."""
    _proofs.setdefault(what, Proof(what)).controls.append(f"{bug}: {found or 'NOT FOUND'}")


def table() -> list[str]:
    """The lines of the table; none where no proof has run."""
    if not any(proof.count for proof in _proofs.values()):
        return []
    rows = [("what", "how many", "facts", "lost", "doubled", "planted bugs, and what showed them")]
    for proof in _proofs.values():
        numbers = ("-" if each < 0 else f"{each:,}" for each in (proof.facts, proof.lost, proof.doubled))
        count = f"{proof.count:,}" if proof.count else "not run"
        controls = proof.controls or ["not run"]
        rows.append((proof.what, count, *numbers, controls[0]))
        rows += [("", "", "", "", "", each) for each in controls[1:]]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return [
        "  ".join([f"{row[0]:<{widths[0]}}", *(f"{row[n]:>{widths[n]}}" for n in range(1, 5)), row[5]]).rstrip()
        for row in rows
    ]
