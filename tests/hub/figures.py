"""How much the long proofs do, and how they tell it."""

import os
import sys

SHARE = float(os.environ.get("F2F_RELIABILITY_SHARE", "1"))
"""The part of their full size in which the long proofs run: 1 is what they are meant for."""


def sized(number: int) -> int:
    """So many of a full number."""
    return max(1, int(number * SHARE))


def tell(words: str) -> None:
    """Prints a figure past pytest's capture."""
    sys.__stdout__.write(f"\n{words}\n")  # type: ignore[union-attr]
    sys.__stdout__.flush()  # type: ignore[union-attr]
