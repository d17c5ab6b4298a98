"""How long a passphrase would hold: a rough number of bits, for a hint, never for a refusal."""

import math
import re
from enum import StrEnum
from itertools import pairwise

WORD_BITS = 11.0
"""A word that people choose is one of some two thousand."""
FAIR, STRONG = 38.0, 55.0
"""Bits. With the vault's Argon2id, 55 bits are years of work for many machines."""

WELL_KNOWN = ("password", "passwort", "qwerty", "letmein", "iloveyou", "welcome", "12345", "abc123", "campaign")
SEQUENCES = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")


class Strength(StrEnum):
    """What the hint says."""

    TOO_SHORT = "too_short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def bits(passphrase: str) -> float:
    """A rough entropy: words count as words, repeated and neighbouring characters hardly at all."""
    text = passphrase.strip()
    words = [word for word in re.split(r"[\s\-_.,]+", text.lower()) if word]
    letters_only = [word for word in words if word.isalpha()]
    by_characters = _effective_length(text) * math.log2(_alphabet(text)) if text else 0.0
    rest = "".join(word for word in words if not word.isalpha())
    by_words = len(set(letters_only)) * WORD_BITS + (
        _effective_length(rest) * math.log2(_alphabet(rest)) if rest else 0.0
    )
    found = min(by_characters, by_words) if letters_only and max(map(len, letters_only)) >= 3 else by_characters
    return found / 2 if any(known in text.lower() for known in WELL_KNOWN) else found


def strength(passphrase: str, shortest: int) -> Strength:
    """What to say of a passphrase; shorter than `shortest` characters it is refused anyway."""
    if len(passphrase.strip()) < shortest:
        return Strength.TOO_SHORT
    found = bits(passphrase)
    if found < FAIR:
        return Strength.WEAK
    return Strength.FAIR if found < STRONG else Strength.STRONG


def _alphabet(text: str) -> int:
    classes = ((r"[a-z]", 26), (r"[A-Z]", 26), (r"[0-9]", 10), (r"[^a-zA-Z0-9]", 20))
    return sum(size for pattern, size in classes if re.search(pattern, text)) or 2


def _effective_length(text: str) -> float:
    """The length, where a character that repeats or follows the one before in a row counts a fifth."""
    lower = text.lower()
    length = 1.0 if text else 0.0
    for former, character in pairwise(lower):
        predictable = former == character or any(former + character in row for row in SEQUENCES)
        length += 0.2 if predictable else 1.0
    return length
