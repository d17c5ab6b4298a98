"""Dictionary encoding of the fields of a file, a block of rows at a time: a code per field into a list of values.

A field of up to eight bytes is its own key; a longer one is hashed to 64 bits with multipliers drawn anew in every
run, so that nobody can make up a file in which two texts share a key (for ten million different texts the chance is
one in a hundred thousand). A table that several threads read without a lock gives the code of a key that is known;
the few that are not are numbered by one thread (`add`).
"""

import secrets

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Places = NDArray[np.int64]

PADDING = 72
"""Bytes that must follow the last field in a buffer, so that it can be read in words."""
_WORD = 8
_LONGEST = 256
"""Bytes of the longest field that is read in words; longer ones are rare and left to Python."""
_MASKS = np.array([(1 << 8 * length) - 1 for length in range(_WORD + 1)], np.uint64)
_SPREAD = np.uint64(secrets.randbits(64) | 1)
_MIX = np.array([secrets.randbits(64) | 1 for _ in range(_LONGEST // _WORD)], np.uint64)
_MIX_AGAIN = np.uint64(secrets.randbits(64) | 1)
_HALF = np.uint64(32)
_SMALLEST = 12
"""Bits of the smallest table."""


def words_of(buffer: bytes) -> Keys:
    """The eight bytes from every place of `buffer` (which ends with PADDING) on, as numbers."""
    words: Keys = np.ndarray((len(buffer) - _WORD + 1,), "<u8", buffer, strides=(1,))
    return words


def word_at(words: Keys, starts: Places, lengths: Places) -> Keys:
    """The first eight bytes of each field; what lies behind its end is zero."""
    word: Keys = words[starts] & _MASKS[np.clip(lengths, 0, _WORD)]
    return word


def keys_of(buffer: bytes, words: Keys, starts: Places, lengths: Places) -> Keys:
    """The key of each field; 0 for an empty one."""
    keys: Keys = words[starts] & _MASKS[np.minimum(lengths, _WORD)]
    longest = int(lengths.max(initial=0))
    if longest > _LONGEST:
        endless = np.flatnonzero(lengths > _LONGEST)
        lengths = np.where(lengths > _LONGEST, 0, lengths)
        for row in endless.tolist():
            start = int(starts[row])
            keys[row] = hash(buffer[start : buffer.index(b"\n", start)]) & (1 << 64) - 1 or 1
        longest = int(lengths.max(initial=0))
    for place in range(_WORD, longest, _WORD):
        rows = np.flatnonzero(lengths > place)
        if 2 * len(rows) > len(keys):
            keys += _mixed(word_at(words, starts + place, lengths - place), place)
        else:
            keys[rows] += _mixed(word_at(words, starts[rows] + place, lengths[rows] - place), place)
    return keys


def keys_of_ids(ids: NDArray[np.bytes_]) -> Keys:
    """The key of each id, however wide the array is; 0 for an empty one."""
    width = ids.dtype.itemsize
    letters = np.ascontiguousarray(ids).view(np.uint8).reshape(len(ids), width)
    if width % _WORD:
        letters = np.pad(letters, ((0, 0), (0, -width % _WORD)))
    words = letters.view("<u8")
    keys: Keys = words[:, 0].copy()
    for place in range(1, words.shape[1]):
        keys += _mixed(words[:, place], place * _WORD)
    return keys


def _mixed(word: Keys, place: int) -> Keys:
    mixed: Keys = word * _MIX[place // _WORD]
    mixed ^= mixed >> _HALF
    mixed *= _MIX_AGAIN
    mixed ^= mixed >> _HALF
    return mixed


class Dictionary:
    """The distinct values of a column as the file writes them, in order of appearance; number 0 is the empty one."""

    def __init__(self) -> None:
        self.values: list[bytes] = [b""]
        self._numbers: dict[int, int] = {0: 0}
        self._table = _table(_SMALLEST)

    def codes(self, keys: Keys) -> NDArray[np.int32]:
        """The code of each key, -1 where it is not in the table. May be called while another thread adds."""
        known, codes, shift = self._table
        slots = slots_of(keys, shift)
        # A code is written before its key, so the key is read before its code.
        missed = np.flatnonzero(known[slots] != keys)
        found = codes[slots]
        if len(missed):
            others = slots[missed] ^ 1
            found[missed] = np.where(known[others] == keys[missed], codes[others], -1)
        found[keys == 0] = 0
        return found

    def add(self, keys: Keys, buffer: bytes, starts: Places, ends: Places) -> NDArray[np.int32]:
        """The code of each key, new values numbered; `starts` and `ends` are those of the fields in `buffer`."""
        distinct, first, back = np.unique(keys, return_index=True, return_inverse=True)
        codes = np.empty(len(distinct), np.int32)
        numbers = self._numbers
        fresh: list[int] = []
        rows = zip(distinct.tolist(), starts[first].tolist(), ends[first].tolist(), strict=True)
        for place, (key, start, end) in enumerate(rows):
            number = numbers.get(key)
            if number is None:
                number = numbers[key] = len(self.values)
                self.values.append(buffer[start:end])
                fresh.append(place)
            codes[place] = number
        if fresh:
            self._enter(distinct[fresh], codes[fresh])
        return codes[back]

    def _enter(self, keys: Keys, codes: NDArray[np.int32]) -> None:
        """Puts keys into the table, which stays at most a quarter full."""
        bits = 64 - int(self._table[2])
        if 4 * len(self.values) > 1 << bits:
            while 4 * len(self.values) > 1 << bits:
                bits += 2
            table = _table(bits)
            _fill(
                table,
                np.fromiter(self._numbers.keys(), np.uint64, len(self._numbers)),
                np.fromiter(self._numbers.values(), np.int32, len(self._numbers)),
            )
            self._table = table
        else:
            _fill(self._table, keys, codes)


_Table = tuple[Keys, NDArray[np.int32], np.uint64]
"""Keys and codes by slot (key 0: free), and how far a spread key is shifted to give its slot."""


def slots_of(keys: Keys, shift: np.uint64) -> NDArray[np.int64]:
    """Where each key has its place in a table."""
    slots: NDArray[np.int64] = ((keys ^ (keys >> _HALF)) * _SPREAD >> shift).view(np.int64)
    return slots


def _table(bits: int) -> _Table:
    return np.zeros(1 << bits, np.uint64), np.zeros(1 << bits, np.int32), np.uint64(64 - bits)


def _fill(table: _Table, keys: Keys, codes: NDArray[np.int32]) -> None:
    """Enters what finds one of its two slots free; the rest is left to `add`. A code is there before its key."""
    known, numbers, shift = table
    slots = slots_of(keys, shift)
    for slot in (slots, slots ^ 1):
        free = np.flatnonzero((known[slot] == 0) & (known[slot ^ 1] != keys))
        _, firsts = np.unique(slot[free], return_index=True)
        chosen = free[firsts]
        numbers[slot[chosen]] = codes[chosen]
        known[slot[chosen]] = keys[chosen]
