r"""Simple formatting of a description: bold, italic, lists, links, in a small part of Markdown.

`**bold**`, `*italic*`, `[words](https://...)`, lines that begin with `- ` or `1. `; a line break is a line break. A
backslash takes the meaning from what follows. Whatever else looks like markup, HTML above all, is text as it stands.
Reading takes time in proportion to the text.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

import msgspec

LONGEST_ADDRESS = 2_000

_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*\[\]\-.])"
    r"|(?P<stars>\*\*|\*)"
    r"|\[(?P<words>(?:[^\[\]\\]|\\.)+)\]\((?P<address>[!-'*-\[\]-~]{1,2000})\)"
)
_ESCAPED = re.compile(r"\\([\\*\[\]\-.])")
_SPECIAL = re.compile(r"[\\*\[\]]")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][!-'*-\[\]-~]*")
_NUMBERED = re.compile(r"[0-9]{1,3}\. ")


class LineKind(StrEnum):
    """What a line is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"


class Span(msgspec.Struct, frozen=True):
    """Text of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    """Where it leads: http or https; empty: nowhere."""


class Line(msgspec.Struct, frozen=True):
    """A line, without its break."""

    kind: LineKind
    spans: tuple[Span, ...] = ()


def is_address(text: str) -> bool:
    """Whether a link may lead there: http or https, printable ASCII, no user before the host."""
    if len(text) > LONGEST_ADDRESS or _ADDRESS.fullmatch(text) is None:
        return False
    return "@" not in re.split(r"[/?#]", text.split("://", 1)[1], maxsplit=1)[0]


def read_formatted(text: str) -> tuple[Line, ...]:
    """The lines of a formatted text."""
    return tuple(_line(each) for each in text.replace("\r\n", "\n").split("\n"))


def write_formatted(lines: Iterable[Line]) -> str:
    """The text that reads as these lines, blanks at the edges of bold and italic words apart."""
    written, number = [], 0
    for line in lines:
        number = number + 1 if line.kind is LineKind.NUMBER else 0
        body = _written(line.spans)
        if line.kind is LineKind.BULLET:
            body = f"- {body}"
        elif line.kind is LineKind.NUMBER:
            body = f"{min(number, 999)}. {body}"
        elif body.startswith("- "):
            body = f"\\{body}"
        elif _NUMBERED.match(body):
            body = body.replace(".", "\\.", 1)
        written.append(body)
    return "\n".join(written)


def plain_text(text: str) -> str:
    """A formatted text without its formatting, for lists and searches."""
    return "\n".join("".join(span.text for span in line.spans) for line in read_formatted(text))


def _line(text: str) -> Line:
    if text.startswith("- "):
        return Line(LineKind.BULLET, _spans(text[2:]))
    if numbered := _NUMBERED.match(text):
        return Line(LineKind.NUMBER, _spans(text[numbered.end() :]))
    return Line(LineKind.PARAGRAPH, _spans(text))


def _spans(text: str) -> tuple[Span, ...]:
    found = list(_TOKEN.finditer(text))
    paired = _paired(text, found)
    pieces: list[Span] = []
    bold = italic = False
    at = 0

    def put(words: str, link: str = "") -> None:
        pieces.append(Span(words, bold, italic, link))

    for number, token in enumerate(found):
        put(text[at : token.start()])
        at = token.end()
        if token["escaped"]:
            put(token["escaped"])
        elif token["stars"] and number not in paired:
            put(token["stars"])
        elif token["stars"]:
            bold ^= len(token["stars"]) == 2
            italic ^= len(token["stars"]) == 1
        elif is_address(token["address"]):
            put(_ESCAPED.sub(r"\1", token["words"]), token["address"])
        else:
            put(token[0])
    put(text[at:])
    return tuple(_joined(pieces))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans that hold something, neighbours of one look as one."""
    looks = groupby((span for span in spans if span.text), key=lambda span: (span.bold, span.italic, span.link))
    return [Span("".join(span.text for span in same), *look) for look, same in looks]


def _paired(text: str, found: list[re.Match[str]]) -> set[int]:
    """The stars that begin or end something: those that stand alone are text."""
    paired: set[int] = set()
    begun: dict[str, int | None] = {"*": None, "**": None}
    for number, token in enumerate(found):
        stars = token["stars"]
        if not stars:
            continue
        before, after = text[max(0, token.start() - 1) : token.start()], text[token.end() : token.end() + 1]
        start = begun[stars]
        if start is not None and before and not before.isspace():
            paired |= {start, number}
            begun[stars] = None
        elif start is None and after and not after.isspace():
            begun[stars] = number
    return paired


def _written(spans: Iterable[Span]) -> str:
    parts: list[str] = []
    bold = italic = False
    for span in (*_tidy(spans), Span("")):
        if span.bold != bold:
            parts.append("**")
        if span.italic != italic:
            parts.append("*")
        bold, italic = span.bold, span.italic
        words = _SPECIAL.sub(r"\\\g<0>", span.text)
        parts.append(f"[{words}]({span.link})" if span.link and is_address(span.link) else words)
    return "".join(parts)


def _tidy(spans: Iterable[Span]) -> list[Span]:
    """The spans with blanks at the edges of bold and italic words as their neighbours are: stars embrace words."""
    pieces: list[Span] = []
    for span in _joined(spans):
        if span.link:
            pieces.append(span)
            continue
        words = span.text.strip()
        start = len(span.text) - len(span.text.lstrip()) if words else len(span.text)
        parts = span.text[:start], words, span.text[start + len(words) :]
        pieces += [msgspec.structs.replace(span, text=part) for part in parts if part]
    tidy: list[Span] = []
    for at, piece in enumerate(pieces):
        if piece.text.isspace() and not piece.link:
            before = tidy[-1] if tidy else Span("")
            after = next((each for each in pieces[at + 1 :] if not each.text.isspace()), Span(""))
            bold, italic = before.bold and after.bold, before.italic and after.italic
            tidy.append(Span(piece.text, bold, italic))
        else:
            tidy.append(piece)
    return _joined(tidy)
