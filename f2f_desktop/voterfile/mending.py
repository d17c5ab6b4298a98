"""Mends the lines of a delimited file that are not as they should be, one at a time, or counts them as lost.

Wrong is worse than missing: two records are never made into one, and a line with too few or too many fields is
left out, since nobody can tell which field was lost, torn or added, and with it, say, that a record is confidential.
"""

import csv
import re
from collections import Counter
from dataclasses import dataclass

MENDED = "mended"
RECODED = "other encoding"
"""Counts lines that are not UTF-8. That is no damage: whole states write them so."""
TOO_FEW = "too few columns"
TOO_MANY = "too many columns"
TOO_LONG = "endless line"
LOST = (TOO_FEW, TOO_MANY, TOO_LONG)
"""Reasons for which a line is left out."""

MAX_LINE = 1 << 20
"""Bytes of the longest line; what is longer is no record."""
_BLANK = b" \t\r\x1a"
"""What a line of nothing may hold; 0x1A ends files of DOS."""
_MAX_JOINED = 5
"""Lines that one record may be spread over."""


@dataclass(frozen=True)
class Dialect:
    """How the fields of a line are told apart."""

    delimiter: str
    fields: int
    quoting: bool
    """Whether a quoted field may hold delimiters; else quotes are plain characters around fields."""


def decoded(line: bytes) -> str:
    """The text of `line`: UTF-8 where it is valid, else Windows-1252; every byte becomes something."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        try:
            return line.decode("cp1252")
        except UnicodeDecodeError:  # five bytes mean nothing in Windows-1252
            return line.decode("latin-1")


def split_fields(line: str, delimiter: str, quoting: bool) -> list[str]:
    """The fields of one line, blanks and quotes around them taken off; lenient about quotes.

    No field at all where a quoted one is longer than any text of a voter file.
    """
    if quoting and '"' in line:
        try:
            parts = next(csv.reader([line.replace("\r", " ")], delimiter=delimiter), [])
        except csv.Error:
            parts = []
    else:
        parts = line.split(delimiter)
    return [part.strip(' "\t\0') for part in parts]


class Mender:
    """Mends lines in their order; a record that a line break has cut waits for its rest."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._delimiter = dialect.delimiter.encode()
        self._waiting: list[bytes] = []
        self.counts: Counter[str] = Counter()

    @property
    def waiting(self) -> bool:
        """Whether the next line may belong to the one before."""
        return bool(self._waiting)

    def mend(self, lines: bytes) -> bytes:
        """The records among `lines` (ending with LF), each on a line as it should be."""
        out: list[bytes] = []
        for line in lines.removesuffix(b"\n").split(b"\n"):
            self._take(line, out)
        return b"".join(record + b"\n" for record in out)

    def rest(self) -> bytes:
        """What is left at the end of the file."""
        out: list[bytes] = []
        while self._waiting:
            self._give_up(out)
        return b"".join(record + b"\n" for record in out)

    def _take(self, line: bytes, out: list[bytes]) -> None:
        # In a line of fixed width a byte less would shift all that follows.
        clean = line.replace(b"\0", b" " if self._dialect.fields == 1 else b"").rstrip(b"\r")
        if self._waiting:
            self._take_rest(clean, out)
        elif len(clean) > MAX_LINE:
            self.counts[TOO_LONG] += 1
        elif clean.strip(_BLANK):
            record = self._whole(clean)
            if record is not None:
                same = line if line.isascii() else decoded(line).encode()
                self.counts[RECODED] += same != line
                self.counts[MENDED] += _bare(record) != _bare(same) if self._dialect.quoting else record != same
                out.append(record)
            elif self._is_cut(clean):
                self._waiting.append(clean)
            else:
                self._alone(clean, out)

    def _take_rest(self, line: bytes, out: list[bytes]) -> None:
        """Takes a line that may be the rest of the waiting ones."""
        joined = b" ".join([*self._waiting, line])
        fits = self._dialect.quoting or line.partition(self._delimiter)[0].count(b'"') % 2 == 1
        record = self._whole(joined) if fits and len(joined) <= MAX_LINE else None
        if record is not None:
            self._waiting.clear()
            self.counts[MENDED] += 1
            out.append(record)
        elif fits and len(self._waiting) < _MAX_JOINED and self._is_cut(joined):
            self._waiting.append(line)
        else:
            self._give_up(out)
            self._take(line, out)

    def _give_up(self, out: list[bytes]) -> None:
        """The first waiting line stays alone; those after it are looked at anew."""
        first, *others = self._waiting
        self._waiting = []
        self._alone(first, out)
        for line in others:
            self._take(line, out)

    def _whole(self, line: bytes) -> bytes | None:
        """The line as a record, if it is one as it stands but for its encoding."""
        if self._dialect.quoting and b'"' in line:
            if line.count(b'"') % 2:
                return None
            fields = split_fields(decoded(line), self._dialect.delimiter, True)
            return self._record(fields) if len(fields) == self._dialect.fields else None
        if line.count(self._delimiter) + 1 != self._dialect.fields:
            return None
        if not line.isascii():
            line = decoded(line).encode()
        return line.replace(b"\r", b" ")

    def _is_cut(self, line: bytes) -> bool:
        """Whether a line break within a quoted field has cut the line off here."""
        if self._dialect.quoting:
            return line.count(b'"') % 2 == 1
        last = line.rpartition(self._delimiter)[2].strip()
        short = line.count(self._delimiter) + 1 < self._dialect.fields
        return short and last.startswith(b'"') and (len(last) == 1 or not last.endswith(b'"'))

    def _alone(self, line: bytes, out: list[bytes]) -> None:
        """Takes what can be taken of a line that is no record as it stands."""
        pieces = line.split(b"\r")
        if len(pieces) > 1 and all(self._whole(piece) is not None for piece in pieces):
            out.extend(record for piece in pieces if (record := self._whole(piece)) is not None)
            self.counts[MENDED] += len(pieces)
            return
        text = decoded(line).replace("\r", " ")
        quoting = self._dialect.quoting and text.count('"') % 2 == 0
        fields = split_fields(text, self._dialect.delimiter, quoting)
        if len(fields) > self._dialect.fields and not self._dialect.quoting:
            fields = _within_quotes(text, self._dialect.delimiter) or fields
        if len(fields) == self._dialect.fields:
            self.counts[MENDED] += 1
            out.append(self._record(fields))
        else:
            self.counts[TOO_FEW if len(fields) < self._dialect.fields else TOO_MANY] += 1

    def _record(self, fields: list[str]) -> bytes:
        """A line of `fields`, which hold no quotes any more."""
        delimiter = self._dialect.delimiter
        bare = [text.replace('"', "").replace("\n", " ").replace("\r", " ") for text in fields]
        if self._dialect.quoting:
            bare = [f'"{text}"' if delimiter in text else text for text in bare]
        else:
            bare = [text.replace(delimiter, " ") for text in bare]
        return delimiter.join(bare).encode()


def _within_quotes(line: str, delimiter: str) -> list[str]:
    """The fields of a line in which quotes stand around fields that hold the delimiter itself; none where any other
    quote stands in it, since then nobody can tell which belong together."""
    mark = re.escape(delimiter)
    field = rf'(?:"[^"]*"|[^"{mark}]*)'
    if '"' not in line or not re.fullmatch(rf"{field}(?:{mark}{field})*", line):
        return []
    return [text.strip(' "\t\0') for text in re.findall(rf"(?:^|{mark})({field})(?={mark}|$)", line)]


def _bare(line: bytes) -> bytes:
    """A line without quotes and blanks: what differs in nothing else was not damaged."""
    return b"".join(line.replace(b'"', b"").split(b" "))
