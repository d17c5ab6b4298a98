"""How large a rectangle the cells of a worksheet span, told from its XML before anything is made of it.

The reader of workbooks lays a sheet out as a whole rectangle: two cells far apart in a file of some kilobytes would
have it ask for hundreds of gigabytes, and end the program. ECMA-376 part 1, 18.3.1.4 and 18.3.1.73: `c` and `row` say
where they are by `r` (`B7`, `7`); without it they follow the one before.
"""

import re
from collections.abc import Iterable

_TAGS = re.compile(
    rb"<(?:[A-Za-z_][\w.-]*:)?(c|row)(?=[\s/>])(?:[^>]*?\sr\s*=\s*[\"']\s*([A-Za-z]*)([0-9]+)\s*[\"'])?"
)
_LONGEST_TAG = 1 << 24
_MOST_LETTERS, _MOST_DIGITS = 6, 9
ENDLESS = 1 << 60
"""The area of what cannot be told."""


def area(xml: Iterable[bytes]) -> int:
    """Cells of the rectangle from A1 to the farthest cell of a worksheet, at most; `xml` comes in pieces of any size.

    The area of XML that is no worksheet means nothing.
    """
    rows = columns = 0
    loose_rows = loose_cells = most_loose_cells = 0
    rest = b""
    for piece in xml:
        text = rest + piece
        end = max(text.rfind(b"<"), 0)
        if len(text) - end > _LONGEST_TAG:
            return ENDLESS
        text, rest = text[:end], text[end:]
        found: list[tuple[bytes, bytes, bytes]] = _TAGS.findall(text)
        numbers = {number.lstrip(b"0") for _, _, number in found}
        letters = {each for _, each, _ in found}
        if max(map(len, numbers), default=0) > _MOST_DIGITS or max(map(len, letters), default=0) > _MOST_LETTERS:
            return ENDLESS
        rows = max(rows, *(int(number or 0) for number in numbers), 0)
        columns = max(columns, *map(_column, letters), 0)
        for tag, _, number in found:
            if tag == b"row":
                loose_rows += not number
                loose_cells = 0
            elif not number:
                loose_cells += 1
                most_loose_cells = max(most_loose_cells, loose_cells)
    return (rows + loose_rows) * (columns + most_loose_cells)


def _column(letters: bytes) -> int:
    """The number of a column, from 1; 0 for no letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
