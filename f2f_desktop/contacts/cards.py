"""Splits a stream of lines into cards, and each card into the properties that we use.

vCard 2.1 (versit, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350), and what exporters make of them. A card never costs
another one: whatever is open stays on a stack, never on the call stack, until its END, the end of the file, or
`MAX_OPEN` cards begun after it.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from f2f_desktop.contacts.card_lines import (
    BLANK_LINES,
    CARD_EDGE,
    FOLDED_LINES,
    MAX_LINE,
    PHOTO_LINES,
    PROPERTY_START,
    SOFT_LINES,
    CardLines,
)
from f2f_desktop.contacts.text import decoded

MAX_CARD_BYTES = 1 << 20
MAX_PROPERTIES = 2_000
"""Properties of a card that are kept."""
MAX_CARD_LINES = 50_000
"""Lines of a card that are looked at; a group card lists its members, one a line."""
MAX_OPEN = 64
MAX_TEXT_BYTES = 64 << 20
"""Bytes of a file that are looked at, photos not counted."""
MAX_HEADS = 10_000

KEPT_NAMES = """
    VERSION FN N NICKNAME ORG TITLE TEL EMAIL ADR URL IMPP BDAY UID CATEGORIES KIND SOCIALPROFILE X-SOCIALPROFILE
    X-ABLABEL X-ADDRESSBOOKSERVER-KIND X-ANDROID-CUSTOM X-AIM X-ICQ X-JABBER X-MSN X-SKYPE X-SKYPE-USERNAME
    X-TWITTER X-YAHOO X-GTALK X-GOOGLE-TALK X-MATRIX X-TELEGRAM X-WHATSAPP
"""
KEPT = frozenset(KEPT_NAMES.split())
PICTURES = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-WAB-PHOTO", "X-IMAGE"))

STRUCTURED = frozenset(("N", "ADR", "ORG"))
"""Properties whose values have parts."""

NO_END = "The card has no END line; what it says before that was read."
NO_BEGIN = "The card has no BEGIN line; what was found of it was read."
CARD_TOO_LONG = "The card is too long; the rest of it was left out."
VALUE_TOO_LONG = "A value of the card is too long and was cut."
AGENT_LEFT_OUT = "The card has another card in it, of somebody's agent, which was left out."
NO_PROPERTY = "A line of the card is not a property and was left out."

ENCODED_SEMICOLON = re.compile(rb"(?i)(?<!\\)(?<!=5C)=3B")
QUOTED_HEAD = re.compile(rb'[^:"]*+(?:"[^"]*+"[^:"]*+)*+:')
SEMICOLONS = re.compile(r'((?:[^;"]++|"[^"]*+"|")*+)(?:;|$)')
"""A part of a head; a quote that is never closed is a letter like others, or the part would be looked for anew from
each of its letters."""
OF_A_PERSON = re.compile(rb"(?i)[ \t]*(?:item[0-9]+\.)?(?:(?:FN|N|TEL|EMAIL|ORG)[;:]|VERSION:(?:2\.1|3\.0|4\.0))")
"""A line that shows outside any card that one has lost its BEGIN."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon: `item1.TEL;TYPE=cell,voice`. Names in upper case, types in lower case."""

    name: str
    group: str = ""
    types: tuple[str, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
    quoted_printable: bool = False
    base64: bool = False
    charset: str = ""
    label: str = ""
    """A word of the user's own for the kind of phone (Samsung's `X-CUSTOM(...)`)."""

    def parameter(self, name: str) -> str:
        """The value of a parameter (name in upper case), empty if it is not there."""
        return next((value for key, value in self.parameters if key == name), "")


@dataclass(frozen=True, slots=True)
class Property:
    """One property, unfolded, still in bytes and in its transfer encoding."""

    head: Head
    raw: bytes

    @property
    def text(self) -> str:
        """The value as text: transfer encoding and charset undone, backslashes still in it. Never fails."""
        raw = self.raw
        if self.head.quoted_printable:
            if self.head.name in STRUCTURED and b";" in raw:
                # A semicolon that was encoded is one of the text. Where none stands plainly, whoever wrote the card
                # encoded the separators too.
                raw = ENCODED_SEMICOLON.sub(rb"\\;", raw)
            raw = binascii.a2b_qp(raw)
        elif self.head.base64:
            try:
                raw = binascii.a2b_base64(raw)
            except binascii.Error:
                return ""
        return decoded(raw, self.head.charset)


@dataclass(slots=True)
class RawCard:
    """A card while it is read: its properties in order, and what was wrong with it.

    `number` counts the cards of the file from 1, `line` is where it begins.
    """

    number: int
    line: int
    indent: bytes = b""
    is_agent: bool = False
    implicit: bool = False
    properties: list[Property] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    size: int = 0
    lines: int = 0
    version: str = ""
    full: bool = False

    def complain(self, reason: str) -> None:
        """Notes `reason` once."""
        if reason not in self.reasons:
            self.reasons.append(reason)


class CardReader:
    """Iterates over the cards of a stream, each as soon as it is whole.

    Attributes:
        truncated: whether the stream was longer than `MAX_TEXT_BYTES` without its photos.
    """

    def __init__(self, lines: CardLines) -> None:
        self.truncated = False
        self._lines = lines
        self._open: list[RawCard] = []
        self._count = 0
        self._agent_expected = False
        self._junk = 0
        self._last_was_kept = False
        self._heads: dict[bytes, Head | None] = {}

    def __iter__(self) -> Iterator[RawCard]:
        while (line := self._lines.next()) is not None:
            if self._lines.kept > MAX_TEXT_BYTES:
                self.truncated = True
                break
            yield from self._line(line)
        for card in self._open:
            card.complain(NO_END)
            if not card.is_agent:
                yield card

    def _line(self, line: bytes) -> Iterator[RawCard]:
        """Takes one line in; yields the cards that it completes."""
        if not line or line.isspace():
            self._lines.skip(BLANK_LINES)
            return
        card = self._open[-1] if self._open else None
        if b"VCARD" in line.upper() and CARD_EDGE.match(line):
            yield from self._edges(line)
            return
        if card is None:
            yield from self._between_cards(line)
            return
        card.lines += 1
        if card.lines == 1:
            # The first property shows whether the whole card is indented, whatever BEGIN does.
            card.indent = line[: len(line) - len(line.lstrip(b" \t"))]
        if card.indent or line[:1] in (b" ", b"\t"):
            line = line.lstrip(b" \t")
        self._property(card, line)
        if card.size > MAX_CARD_BYTES or len(card.properties) >= MAX_PROPERTIES or card.lines > MAX_CARD_LINES:
            card.complain(CARD_TOO_LONG)
            self._lines.seek_card_edge()

    def _edges(self, line: bytes) -> Iterator[RawCard]:
        """A line with BEGIN:VCARD or END:VCARD, or several of them run together."""
        rest = line
        while found := CARD_EDGE.match(rest):
            if b"BEGIN" in found[0].upper():
                yield from self._begin()
            elif self._open:
                card = self._open.pop()
                if not card.is_agent:
                    yield card
            rest = rest[found.end() :]
        if rest.strip() and self._open and PROPERTY_START.match(rest):
            # BEGIN:VCARDVERSION:3.0 on one line.
            self._property(self._open[-1], rest.strip())

    def _begin(self) -> Iterator[RawCard]:
        self._junk = 0
        self._last_was_kept = True
        if len(self._open) == 1 and self._open[0].implicit:
            yield self._open.pop()
        if len(self._open) >= MAX_OPEN:
            card = self._open.pop(0)
            card.complain(NO_END)
            if not card.is_agent:
                yield card
        is_agent, self._agent_expected = self._agent_expected and bool(self._open), False
        if is_agent:
            self._open[-1].complain(AGENT_LEFT_OUT)
        self._count += not is_agent
        self._open.append(RawCard(self._count, self._lines.number, is_agent=is_agent))

    def _between_cards(self, line: bytes) -> Iterator[RawCard]:
        """A line outside any card: the rest of a card that lost its BEGIN, or nothing of ours."""
        if OF_A_PERSON.match(line):
            self._count += 1
            card = RawCard(self._count, self._lines.number, implicit=True, reasons=[NO_BEGIN])
            self._open.append(card)
            yield from self._line(line)
            return
        self._junk += 1
        if self._junk > MAX_PROPERTIES:
            self._lines.seek_card_edge()

    def _property(self, card: RawCard, line: bytes) -> None:
        """Takes the property that begins with `line`, and the lines that continue it, into `card`."""
        colon = line.find(b":")
        if colon > 0 and line.find(b'"', 0, colon) >= 0:
            found = QUOTED_HEAD.match(line)
            colon = found.end() - 1 if found else colon
        head = self._head(line[:colon]) if colon > 0 else None
        if head is None:
            if self._last_was_kept:
                card.complain(NO_PROPERTY)
                card.size += len(line)
            return
        value = line[colon + 1 :]
        if head.name == "AGENT":
            self._agent(card, value.strip().upper())
            return
        self._agent_expected = False
        self._last_was_kept = kept = head.name in KEPT
        if not kept and not head.quoted_printable:
            is_picture = head.base64 or head.name in PICTURES
            if not card.indent:
                self._lines.skip(PHOTO_LINES if is_picture else FOLDED_LINES)
                return
        raw = self._continued(card, head, value, len(line))
        if not kept:
            return
        if len(raw) >= MAX_LINE:
            card.complain(VALUE_TOO_LONG)
        card.size += colon + len(raw)
        if head.name == "VERSION":
            card.version = raw.strip().decode("latin-1")
        card.properties.append(Property(head, raw))

    def _agent(self, card: RawCard, value: bytes) -> None:
        """A card within the card, or an address of one; `value` in upper case."""
        self._agent_expected = value in (b"", b"BEGIN:VCARD")
        if value and self._agent_expected:
            # AGENT:BEGIN:VCARD with real line ends: what follows is a card of its own.
            self._lines.push_back(b"BEGIN:VCARD")
        elif value:
            if b"VCARD" in value:
                card.complain(AGENT_LEFT_OUT)
            self._lines.skip(FOLDED_LINES)

    def _continued(self, card: RawCard, head: Head, value: bytes, length: int) -> bytes:
        """`value` with the lines that continue it: folded ones, and quoted-printable ones after a soft break.

        `length` is that of the first line. At most `MAX_LINE` bytes; the rest is read and forgotten.
        """
        lines = self._lines
        soft = head.quoted_printable and value.rstrip(b" \t").endswith(b"=")
        if not soft and not card.indent and not lines.next_is_folded():
            return value
        pieces, size = [], 0 if head.name in KEPT else MAX_LINE
        while True:
            if soft:
                value = value.rstrip(b" \t")[:-1]
            if size < MAX_LINE:
                pieces.append(value)
                size += len(value)
            elif not card.indent:
                lines.skip(SOFT_LINES if soft else FOLDED_LINES)
            following = self._continuation(card, soft, length)
            if following is None:
                return b"".join(pieces)[:MAX_LINE]
            value, length = following, len(following)
            soft = head.quoted_printable and value.rstrip(b" \t").endswith(b"=")

    def _continuation(self, card: RawCard, soft: bool, length: int) -> bytes | None:
        """The next line, if it continues a line of `length` bytes, without its fold."""
        lines = self._lines
        if not soft and not card.indent and not lines.next_is_folded():
            return None
        line = lines.next()
        if line is None:
            return None
        if CARD_EDGE.match(line) or ((soft or length < 50) and PROPERTY_START.match(line)):
            # A fold of a short line that reads like a property is an indented property.
            lines.push_back(line)
            return None
        if soft:
            return line.removeprefix(card.indent)
        body = line.removeprefix(card.indent)
        if (card.indent and not line.startswith(card.indent)) or body[:1] not in (b" ", b"\t"):
            lines.push_back(line)
            return None
        # In 2.1 the blank belongs to the value: lines may only be folded where there is one.
        return body if card.version == "2.1" else body[1:]

    def _head(self, raw: bytes) -> Head | None:
        """`raw` parsed; the same few heads come again and again. None if it is not the head of a property."""
        try:
            return self._heads[raw]
        except KeyError:
            if len(self._heads) >= MAX_HEADS or len(raw) > 1_000:
                self._heads.clear()
            head = self._heads[raw] = parsed_head(raw)
            return head


NAME = re.compile(r"[A-Za-z0-9_-]+")


def parsed_head(raw: bytes) -> Head | None:
    """The head of a property from what stands before its colon; None if that is no name."""
    text = decoded(raw[:MAX_LINE])
    parts = [part.strip() for part in SEMICOLONS.findall(text)] if '"' in text else text.split(";")
    group, _, name = parts[0].strip().rpartition(".")
    if not NAME.fullmatch(name):
        return None
    types: list[str] = []
    parameters: list[tuple[str, str]] = []
    encoding = charset = label = ""
    for index, part in enumerate(parts[1:100], 1):
        key, equals, value = part.partition("=")
        key, value = key.strip().upper(), value.strip()
        if key.startswith("X-CUSTOM("):
            label = custom_label(";".join(parts[index:]))
            break
        if not equals:
            if key in ("QUOTED-PRINTABLE", "BASE64", "B"):
                encoding = key
            elif key:
                types.append(key.lower())
        elif key == "TYPE":
            types += type_words(value)
        elif key == "ENCODING":
            encoding = value.strip('"').upper()
        elif key == "CHARSET":
            charset = value.strip('"')
        else:
            parameters.append((key, unquoted(value)))
    return Head(
        name.upper(),
        group.lower(),
        tuple(dict.fromkeys(types)),
        tuple(parameters),
        encoding == "QUOTED-PRINTABLE",
        encoding in ("B", "BASE64"),
        charset,
        label,
    )


def type_words(value: str) -> list[str]:
    """`"cell,voice"`, `cell,voice` or `CELL` as words in lower case."""
    return [word for part in value.replace('"', "").split(",") if (word := part.strip().lower())]


def unquoted(value: str) -> str:
    """A parameter's value without quotes, and with RFC 6868's carets undone."""
    value = value.replace('"', "")
    if "^" in value:
        value = value.replace("^n", " ").replace("^'", '"').replace("^^", "^")
    return value


def custom_label(part: str) -> str:
    """The user's own word in Samsung's `X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=4D=79)`."""
    inside = part.partition("(")[2].rpartition(")")[0] or part.partition("(")[2]
    *settings, word = inside.split(",")
    if any("QUOTED-PRINTABLE" in setting.upper() for setting in settings):
        return decoded(binascii.a2b_qp(word.encode("utf-8", "replace")))
    return word
