"""The physical lines of a stream of cards: one at a time, or many skipped at once.

Everything is linear in the input, whatever it holds: a line is cut at `MAX_LINE`, photos are skipped by
possessive patterns within one chunk, and what lies between cards is searched, not read.
"""

import re
from collections.abc import Iterator

MAX_LINE = 1 << 16
"""Bytes of a line that are kept. What a card says in one line is far shorter; photos are skipped anyway."""

PROPERTY_NAMES = (
    "BEGIN|END|VERSION|FN|N|TEL|EMAIL|ADR|ORG|TITLE|ROLE|NICKNAME|BDAY|UID|URL|IMPP|CATEGORIES|KIND|NOTE|PHOTO"
    "|LOGO|SOUND|KEY|REV|PRODID|LABEL|GEO|TZ|MAILER|AGENT|X-[A-Z0-9-]+"
)
PROPERTY_START = re.compile(rb"(?i)[ \t]*(?:[a-z0-9-]+\.)?(?:" + PROPERTY_NAMES.encode() + rb")[;:]")
"""The beginning of a line that can only be the next property."""

CARD_EDGE = re.compile(rb"(?i)[ \t]*(?:[a-z0-9-]+\.)?(?:BEGIN|END)[ \t]*:[ \t]*VCARD")

NEXT_CARD_EDGE = re.compile(rb"(?i)\n[ \t]*+(?:[a-z0-9-]{1,40}\.)?(?:BEGIN|END)[ \t]{0,40}:[ \t]{0,40}VCARD")
MAX_EDGE = 256
"""Bytes that the beginning or the end of a card takes at most."""

BLANK_LINES = re.compile(rb"(?:[ \t]*+\n)++")
SOFT_LINES = re.compile(rb"(?:(?![ \t]*+(?i:" + PROPERTY_NAMES.encode() + rb")[;:])[^\n]*+(?<==)\n)*+")
"""Lines of a quoted-printable value that more lines follow."""
FOLDED_LINES = re.compile(rb"(?:[ \t](?![ \t]*(?i:BEGIN|END):(?i:VCARD))[^\n]*+\n)*+")
PHOTO_LINES = re.compile(
    rb"(?:[ \t]*+[A-Za-z0-9+/=]++[ \t]*+\n"
    rb"|[ \t](?![ \t]*+(?i:item[0-9]+\.)?(?i:" + PROPERTY_NAMES.encode() + rb")[;:])[^\n]*+\n)*+"
)
"""What may follow the first line of a photo: base64, folded or not, and other folded lines."""


class CardLines:
    """Reads the lines of chunks that end their lines by LF (see `byte_stream`).

    Attributes:
        number: of the line read last, from 1.
        kept: bytes of all lines handed out, i.e. without what was skipped.
    """

    def __init__(self, chunks: Iterator[bytes], max_line: int = MAX_LINE) -> None:
        self.number = 0
        self.kept = 0
        self._chunks = chunks
        self._max_line = max_line
        self._buffer = b""
        self._at = 0
        self._pushed: bytes | None = None

    def next(self) -> bytes | None:
        """The next line without its LF, cut at `MAX_LINE`; None at the end."""
        if (line := self._pushed) is not None:
            self._pushed = None
            self.number += 1
            return line
        end = self._buffer.find(b"\n", self._at)
        if end < 0 and (end := self._fill_to_line_end()) < 0:
            return None
        line = self._buffer[self._at : min(end, self._at + self._max_line)]
        self._at = end + 1
        self.number += 1
        self.kept += len(line) + 1
        return line

    def push_back(self, line: bytes) -> None:
        """Makes `line` the next one again."""
        self._pushed = line
        self.number -= 1

    def next_is_folded(self) -> bool:
        """Whether the next line begins with a blank or a tab."""
        if self._pushed is not None:
            return self._pushed[:1] in (b" ", b"\t")
        if self._at >= len(self._buffer) and not self._read():
            return False
        return self._buffer[self._at] in b" \t"

    def skip(self, pattern: re.Pattern[bytes]) -> None:
        """Skips the lines that `pattern` matches (`BLANK_LINES`, `PHOTO_LINES`, ...), without keeping any."""
        if self._pushed is not None:
            return
        while self._buffer.find(b"\n", self._at) >= 0 or self._fill_to_line_end() >= 0:
            found = pattern.match(self._buffer, self._at)
            end = found.end() if found else self._at
            if end == self._at:
                return
            self.number += self._buffer.count(b"\n", self._at, end)
            self._at = end

    def seek_card_edge(self) -> bool:
        """Goes to the next line that begins or ends a card; False if there is none."""
        if self._pushed is not None:
            if CARD_EDGE.match(self._pushed):
                return True
            self.next()
        while True:
            at = self._at
            if CARD_EDGE.match(self._buffer, at):
                return True
            # Most chunks between two edges are one photo or note: told in one step.
            possible = b"vcard" in self._buffer.lower()
            found = NEXT_CARD_EDGE.search(self._buffer, at) if possible else None
            # The last line may be half of an edge: it stays, unless it is too long to be one.
            last = max(self._buffer.rfind(b"\n") + 1, at, len(self._buffer) - MAX_EDGE)
            at = found.start() + 1 if found else last
            self.number += self._buffer.count(b"\n", self._at, at)
            self._at = at
            if found or not self._read():
                return found is not None

    def _read(self) -> bool:
        """Appends the next chunk that is not empty to what is left of the buffer; False at the end."""
        for chunk in self._chunks:
            if chunk:
                self._buffer = self._buffer[self._at :] + chunk
                self._at = 0
                return True
        return False

    def _fill_to_line_end(self) -> int:
        """Reads on until the line at hand is whole; where its LF stands (or would), -1 if nothing is left.

        Of a line longer than `MAX_LINE` the rest is read and forgotten.
        """
        while True:
            searched = len(self._buffer) - self._at
            if searched > self._max_line:
                head = self._buffer[self._at : self._at + self._max_line]
                self._buffer, self._at = b"", 0
                rest = b""
                while self._read():
                    end = self._buffer.find(b"\n")
                    if end >= 0:
                        rest = self._buffer[end:]
                        break
                    self._buffer = b""
                self._buffer = head + (rest or b"\n")
                return len(head)
            if not self._read():
                if self._at >= len(self._buffer):
                    return -1
                self._buffer = self._buffer[self._at :] + b"\n"
                self._at = 0
                return len(self._buffer) - 1
            end = self._buffer.find(b"\n", self._at + searched)
            if end >= 0:
                return end
