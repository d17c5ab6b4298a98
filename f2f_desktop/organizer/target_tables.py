"""A target list's file as a header and records: delimited text of any kind, or a workbook."""

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from f2f_desktop.contacts.byte_stream import as_utf8, chunks_of_file, with_plain_lines
from f2f_desktop.contacts.card_lines import CardLines
from f2f_desktop.contacts.errors import NotAnAddressBook
from f2f_desktop.contacts.records import DELIMITERS as KINDS
from f2f_desktop.contacts.records import MAX_LINE, Record, TextLines, records, split_line
from f2f_desktop.contacts.table import HEADER_WITHIN, MAX_COLUMNS, shape_of
from f2f_desktop.organizer.errors import TargetListUnreadable
from f2f_desktop.organizer.workbooks import workbook_records
from f2f_desktop.voterfile.layout import DELIMITERS, ENCODINGS, FileForm

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a workbook under a password (MS-OFFCRYPTO 2.3.4.4)."""
_SAVE_AS = "Save the list as CSV or XLSX, and choose that file."


@dataclass(frozen=True)
class Table:
    """A header, and the records below it as they are read."""

    header: tuple[str, ...]
    records: Iterator[Record]


def open_table(path: Path, form: FileForm, is_header: Callable[[Sequence[str]], bool]) -> Table:
    """The table in a file; what it is, its first bytes tell, whatever it is called.

    The header is the first row near the top that `is_header` says is one; else the first of the usual width.
    Raises TargetListUnreadable and WorkbookToolsMissing; also while the records are read.
    """
    start = _start_of(path)
    if start.startswith(_OLD_OFFICE):
        raise _of_old_office(path)
    if start.startswith(_ZIP):
        return _of_workbook(path, form, is_header)
    return _of_text(path, form, is_header)


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError as error:
        raise TargetListUnreadable(
            f"{path.name} cannot be read: {error.strerror or error}.", "Check its name, and that you may open it."
        ) from error


def open_records(path: Path) -> Iterator[Record]:
    """Every record of a file, a header not told apart: a plain list of one column is one, too.

    Raises TargetListUnreadable and WorkbookToolsMissing; also while the records are read.
    """
    start = _start_of(path)
    if start.startswith(_OLD_OFFICE):
        raise _of_old_office(path)
    if start.startswith(_ZIP):
        return workbook_records(path)
    lines = TextLines(CardLines(with_plain_lines(_text_alone(path, as_utf8(_readable(path)))), MAX_LINE))
    top: list[tuple[str, int]] = []
    while len(top) < HEADER_WITHIN and (line := lines.next()) is not None:
        top.append(line)
    lines.put_back(top)
    delimiter = max(KINDS, key=lambda each: sum(each in text for text, _ in top))
    return records(lines, delimiter, max((len(split_line(text, delimiter)) for text, _ in top), default=1))


def _of_old_office(path: Path) -> TargetListUnreadable:
    """What to say of a compound file (MS-CFB): a workbook of before 2007, or one under a password."""
    before = b""
    for piece in _readable(path):
        if _ENCRYPTED in before + piece:
            return TargetListUnreadable(f"{path.name} is protected by a password.", "Save the list without one.")
        before = piece[-len(_ENCRYPTED) :]
    return TargetListUnreadable(f"{path.name} is a workbook of an old format.", _SAVE_AS)


def _of_workbook(path: Path, form: FileForm, is_header: Callable[[Sequence[str]], bool]) -> Table:
    rows = workbook_records(path)
    if not form.header:
        return Table(form.names, rows)
    top = list(islice(rows, HEADER_WITHIN))
    wide = [sum(1 for cell in row.cells if cell.strip()) > 1 for row in top]
    if not any(wide):
        raise TargetListUnreadable(f"{path.name} holds no table on its first sheet.", _SAVE_AS)
    first = next((number for number, row in enumerate(top) if is_header(row.cells)), wide.index(True))
    return Table(tuple(top[first].cells), chain(top[first + 1 :], rows))


def _of_text(path: Path, form: FileForm, is_header: Callable[[Sequence[str]], bool]) -> Table:
    chunks = _readable(path)
    encoding = ENCODINGS[form.encoding]
    utf8 = _recoded(chunks, encoding) if encoding else as_utf8(chunks)
    lines = TextLines(CardLines(with_plain_lines(_text_alone(path, utf8)), MAX_LINE))
    top: list[tuple[str, int]] = []
    while len(top) < HEADER_WITHIN and (line := lines.next()) is not None:
        if line[0].strip():
            top.append(line)
    if not top:
        raise TargetListUnreadable(f"{path.name} is empty.", "Export the list again.")
    delimiter, first = _shape(path, top, form, is_header)
    if form.header:
        header = tuple(split_line(top[first][0], delimiter)[:MAX_COLUMNS])
        first += 1
    else:
        header = form.names
    lines.put_back(top[first:])
    return Table(header, records(lines, delimiter, len(header)))


def _shape(
    path: Path, top: list[tuple[str, int]], form: FileForm, is_header: Callable[[Sequence[str]], bool]
) -> tuple[str, int]:
    """The delimiter, and which of the first lines is the header, or the first row where there is no header."""
    named = DELIMITERS.get(form.delimiter, form.delimiter)
    candidates = KINDS if form.delimiter == "auto" else (named,)
    if form.header:
        for first, (text, _) in enumerate(top):
            for delimiter in candidates:
                if is_header(split_line(text, delimiter)[:MAX_COLUMNS]):
                    return delimiter, first
    if form.delimiter != "auto":
        return named, 0
    try:
        delimiter, _, first = shape_of(top)
    except NotAnAddressBook as error:
        raise TargetListUnreadable(f"{path.name} is no table.", _SAVE_AS) from error
    return delimiter, first


def _readable(path: Path) -> Iterator[bytes]:
    try:
        yield from chunks_of_file(path)
    except OSError as error:
        raise TargetListUnreadable(
            f"{path.name} cannot be read to its end: {error.strerror or error}.", "Copy it to this computer first."
        ) from error


def _text_alone(path: Path, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """`chunks`, unless the first of them is no text."""
    first = next(chunks, b"")
    if first.count(b"\0") > len(first) // 100 or first.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff")):
        raise TargetListUnreadable(f"{path.name} is no table.", _SAVE_AS)
    yield first
    yield from chunks


def _recoded(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode()
    yield decoder.decode(b"", final=True).encode()
