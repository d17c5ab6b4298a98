"""A block of whole lines, and where its fields end: found for all of its lines at once.

The check that a block is regular and the search for its fields are one and the same; see `regular`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.voterfile.dictionary import PADDING, Keys, Places, words_of
from f2f_desktop.voterfile.mending import MAX_LINE, Dialect

_QUOTE, _LF, _CR = 34, 10, 13
_HIGHEST_MARK = 13
"""Bytes up to this one are marks in a tab-separated file: tab, line ends, and what must not occur."""


@dataclass(frozen=True)
class Block:
    """n regular lines and the places of their fields."""

    buffer: bytes
    """The lines, and PADDING behind them."""
    words: Keys
    ends: NDArray[np.int32]
    """Shape (fields, n): where each field ends."""
    line_starts: Places

    def __len__(self) -> int:
        return len(self.line_starts)

    def starts_of(self, field: int) -> Places:
        """Where a field begins in each line."""
        return self.ends[field - 1].astype(np.int64) + 1 if field else self.line_starts

    def ends_of(self, field: int) -> Places:
        """Where a field ends in each line."""
        ends: Places = self.ends[field].astype(np.int64)
        return ends


def block_of(lines: bytes, dialect: Dialect) -> Block | None:
    """The block of `lines` (each ending with LF, or each with CR LF), or None if they are not regular."""
    places = _marks(lines, dialect)
    if places is None or not _is_utf8(lines):
        return None
    buffer = lines + bytes(PADDING)
    starts = np.concatenate([[0], places[:-1, -1] + 1])
    ends = np.ascontiguousarray(places[:, : dialect.fields].T, np.int32)
    return Block(buffer, words_of(buffer), ends, starts.astype(np.int64))


def is_regular(lines: bytes, dialect: Dialect) -> bool:
    """Whether every line (ending with LF, or each with CR LF) is UTF-8 and has the right number of fields."""
    return _marks(lines, dialect) is not None and _is_utf8(lines)


def _marks(lines: bytes, dialect: Dialect) -> NDArray[np.int64] | None:
    """The places of the marks behind the fields, a row per line; with CR LF there is one column more."""
    letters = np.frombuffer(lines, np.uint8)
    crlf = lines.endswith(b"\r\n")
    columns = dialect.fields + crlf
    if dialect.delimiter == "\t":
        marks = letters <= _HIGHEST_MARK
    else:
        if b"\0" in lines:
            return None
        marks = (letters == ord(dialect.delimiter)) | (letters == _LF) | (letters == _CR)
    if dialect.quoting and b'"' in lines:
        quotes = letters == _QUOTE
        inside = np.bitwise_xor.accumulate(quotes.view(np.uint8)).view(np.bool_)
        if not _rightly_quoted(letters, quotes, inside, marks):
            return None
        marks &= ~inside
    places: NDArray[np.int64] = np.flatnonzero(marks)
    if len(places) % columns:
        return None
    found = letters[places].reshape(-1, columns)
    places = places.reshape(-1, columns)
    last = dialect.fields - 1
    if not (found[:, :last] == ord(dialect.delimiter)).all() or not (found[:, -1] == _LF).all():
        return None
    if crlf and not ((found[:, last] == _CR).all() and (places[:, last] + 1 == places[:, -1]).all()):
        return None
    if int(np.diff(places[:, -1], prepend=-1).max(initial=0)) > MAX_LINE:
        return None
    return places


def _rightly_quoted(
    letters: NDArray[np.uint8],
    quotes: NDArray[np.bool_],
    inside: NDArray[np.bool_],
    marks: NDArray[np.bool_],
) -> bool:
    """Whether quotes open after a mark, close before one, are doubled within, and enclose no line break."""
    if bool(inside[-1]) or bool((inside & ((letters == _LF) | (letters == _CR))).any()):
        return False
    edge = marks | quotes
    before = np.concatenate([[True], edge[:-1]])
    after = np.concatenate([edge[1:], [True]])
    opening, closing = quotes & inside, quotes & ~inside
    return bool(before[opening].all()) and bool(after[closing].all())


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
