"""House numbers and streets: which of a file's addresses are a contact's."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.folding import StreetKey, street_key

_BLANK, _ZERO, _NINE = 32, 48, 57
_LOWER, _UPPER_BIT = 97, 32
MOST_DIGITS = 9


def opening_keys(addresses: Sequence[str]) -> NDArray[np.int64]:
    """By address: its leading digits and the first letter of its second word, in one number. Shape (n,).

    Taking an address apart is dear; its opening, which abbreviations do not touch (`N OAK ST`, `North Oak
    Street`), rules most addresses out for the price of a few array operations. -1 without a leading digit.
    """
    if not addresses:
        return np.zeros(0, np.int64)
    encoded = [address.encode("ascii", "replace").replace(b"\n", b" ") for address in addresses]
    text = np.frombuffer(b"\n".join(encoded) + b"\n" + b" " * (MOST_DIGITS + 1), np.uint8)
    lengths = np.fromiter(map(len, encoded), np.int64, len(encoded)) + 1
    ends = np.cumsum(lengths) - 1
    starts = ends - lengths + 1
    numbers = np.zeros(len(encoded), np.int64)
    open_ = np.ones(len(encoded), bool)
    for digit in range(MOST_DIGITS):
        letters = text[starts + digit]
        open_ &= (letters >= _ZERO) & (letters <= _NINE)
        numbers = np.where(open_, numbers * 10 + (letters.astype(np.int64) - _ZERO), numbers)
    has_digit = (text[starts] >= _ZERO) & (text[starts] <= _NINE)
    # The first letter behind the first run of blanks: the blank itself by a search among all blanks' places.
    blanks = np.flatnonzero(text == _BLANK)
    word_starts = blanks[text[np.minimum(blanks + 1, len(text) - 1)] != _BLANK] + 1
    word_starts = np.append(word_starts, len(text))
    place = np.searchsorted(word_starts, starts)
    following = word_starts[place]
    initials = np.where(following < ends, text[np.minimum(following, len(text) - 1)], 0)
    initials = np.where(initials >= _LOWER, initials - _UPPER_BIT, initials).astype(np.int64)
    return np.where(has_digit, (numbers << 8) | initials, -1)


class StreetReader:
    """Reads addresses of one file; a street is read once, and so is a unit."""

    def __init__(self) -> None:
        self._streets: dict[str, str] = {}
        self._units: dict[str, str] = {}

    def key(self, address: str) -> StreetKey:
        """The same as `street_key`."""
        number, blank, rest = address.partition(" ")
        if not (blank and number.isdecimal() and number.isascii()):
            return street_key(address)
        # The usual word for a unit, as files write it; whatever else stands there is read with the street.
        street, apartment, unit = rest.partition(" APT ")
        known = self._streets.get(street)
        if known is None:
            read = street_key(f"1 {street}")
            known = self._streets[street] = read.house[1:] if not read.unit else ""
        if not known:
            return street_key(address)
        if not apartment:
            return StreetKey(number + known, "")
        said = self._units.get(unit)
        if said is None:
            said = self._units[unit] = street_key(f"1 A ST APT {unit}").unit
        return StreetKey(number + known, said)
