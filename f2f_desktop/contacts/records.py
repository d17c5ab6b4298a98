"""The records of a delimited text, whatever its quotes do.

A quote that is never closed costs its own line, not the rest of the file: the record is read again as that one
line, and the lines after it begin records of their own.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from f2f_desktop.contacts.card_lines import CardLines
from f2f_desktop.contacts.text import decoded

MAX_LINE = 2 << 20
MAX_LINES = 1_000
"""Lines of one record: a note can be long."""
DELIMITERS = (",", ";", "\t", "|")

csv.field_size_limit(max(csv.field_size_limit(), MAX_LINES * MAX_LINE))


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its cells, the line that it begins in (from 1), and whether its quotes were broken."""

    cells: list[str]
    line: int
    broken: bool = False


class TextLines:
    """The lines of a stream as text, each decoded by itself; some may be put back.

    Attributes:
        cut: whether a line was longer than `MAX_LINE`.
    """

    def __init__(self, lines: CardLines) -> None:
        self.cut = False
        self._lines = lines
        self._back: deque[tuple[str, int]] = deque()

    @property
    def size(self) -> int:
        """Bytes read so far."""
        return self._lines.kept

    def next(self) -> tuple[str, int] | None:
        """The next line and its number from 1."""
        if self._back:
            return self._back.popleft()
        raw = self._lines.next()
        if raw is None:
            return None
        self.cut = self.cut or len(raw) >= MAX_LINE
        return decoded(raw), self._lines.number

    def put_back(self, lines: list[tuple[str, int]]) -> None:
        """Makes `lines` the next ones."""
        self._back.extendleft(reversed(lines))


def split_line(text: str, delimiter: str) -> list[str]:
    """The cells of a record that is one line; an unclosed quote ends with it."""
    if '"' not in text:
        return text.split(delimiter)
    return next(csv.reader([text], delimiter=delimiter), [])


def split_broken_line(text: str, delimiter: str, width: int) -> list[str]:
    """The cells of a line with broken quotes: of two readings the one nearer to `width` cells."""
    by_quotes = split_line(text, delimiter)
    plain = [cell.strip().strip('"') for cell in text.split(delimiter)]
    return min(by_quotes, plain, key=lambda cells: abs(len(cells) - width))


def records(lines: TextLines, delimiter: str, width: int) -> Iterator[Record]:
    """The records from here on; `width` is the number of columns. Empty lines are left out."""
    while (first := lines.next()) is not None:
        text, line = first
        if not text or text.isspace():
            continue
        if '"' not in text:
            yield Record(text.split(delimiter), line)
            continue
        taken: list[tuple[str, int]] = []
        cells = quoted_record(text, lines, taken, delimiter)
        if cells is None or (taken and len(cells) != width):
            alone = split_broken_line(text, delimiter, width)
            if cells is None or len(alone) == width:
                lines.put_back(taken)
                yield Record(alone, line, broken=True)
                continue
        yield Record(cells, line)


def quoted_record(first: str, lines: TextLines, taken: list[tuple[str, int]], delimiter: str) -> list[str] | None:
    """The cells of the record that begins with the line `first`; None if its quotes are not in pairs.

    The lines that it goes on to are added to `taken`.
    """

    def feed() -> Iterator[str]:
        yield first + "\n"
        while len(taken) < MAX_LINES and (following := lines.next()) is not None:
            taken.append(following)
            yield following[0] + "\n"

    try:
        return next(csv.reader(feed(), delimiter=delimiter, strict=True), None)
    except csv.Error:
        return None
