"""How many text messages a text becomes on its way (3GPP TS 23.038 and 23.040).

One message holds 160 characters of the GSM 7-bit alphabet (those of its extension table count twice), or 70
UTF-16 units as soon as one character is outside it. A longer text is cut into pieces of 153 or 67, since each
piece carries a header; a character of two units is never cut in half.
"""

from enum import StrEnum

import msgspec

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""3GPP TS 23.038, 6.2.1: one septet each."""

GSM_EXTENSION = frozenset("\f^{}\\[~]|€")
"""3GPP TS 23.038, 6.2.1.1: an escape and a septet, two in all."""


class Encoding(StrEnum):
    """How the letters travel."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"


class SmsLength(msgspec.Struct, frozen=True):
    """The length of a text as text messages."""

    encoding: Encoding
    units: int
    """Septets (GSM 7-bit) or UTF-16 units."""
    segments: int
    """Messages on the way; 0 for an empty text."""
    first_special: str = ""
    """The first character that is outside the GSM alphabet; empty where there is none."""


def sms_length(text: str) -> SmsLength:
    """How long `text` is as text messages."""
    special = next((letter for letter in text if letter not in GSM_BASIC and letter not in GSM_EXTENSION), "")
    if special:
        encoding, whole, piece = Encoding.UCS2, 70, 67
        costs = [2 if ord(letter) > 0xFFFF else 1 for letter in text]
    else:
        encoding, whole, piece = Encoding.GSM7, 160, 153
        costs = [2 if letter in GSM_EXTENSION else 1 for letter in text]
    units = sum(costs)
    return SmsLength(encoding, units, _pieces(costs, piece) if units > whole else min(units, 1), special)


def _pieces(costs: list[int], room: int) -> int:
    pieces, used = 1, 0
    for cost in costs:
        if used + cost > room:
            pieces, used = pieces + 1, 0
        used += cost
    return pieces
