"""Rows of a delimited voter file, whatever happened to it: encodings, NULs, stray quotes, ZIP, line ends.

The file is read line by line, so that memory does not grow with it and a damaged line costs only itself.
"""

import codecs
import csv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from f2f_desktop.voterfile.errors import VoterFileUnreadable
from f2f_desktop.voterfile.layout import DELIMITERS, ENCODINGS, FileForm

LONGEST_LINE = 1 << 20
"""Bytes after which a line is cut: no voter's record is that long."""
MOST_UNPACKED = 64 * 1024**3
LONGEST_RATIO = 200
"""A ZIP that claims to unpack to more, or to grow more than this, is refused."""
LINES_OF_ONE_RECORD = 8
"""Lines that a quoted field may span before its quote counts as a stray one."""


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The bytes of a voter file and how many they are; of a ZIP, those of its largest text file.

    Raises VoterFileUnreadable.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                inside = max((each for each in archive.infolist() if not each.is_dir()), key=lambda i: i.file_size)
                if inside.file_size > MOST_UNPACKED or inside.file_size > LONGEST_RATIO * max(
                    1, inside.compress_size
                ):
                    raise VoterFileUnreadable(
                        f"{path.name} would unpack to far more than a voter file holds.",
                        "Unpack it yourself first.",
                    )
                with archive.open(inside) as file:
                    yield file, inside.file_size  # type: ignore[misc]
        else:
            with path.open("rb") as file:
                yield file, path.stat().st_size
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
        raise VoterFileUnreadable(
            f"{path.name} cannot be read.", "Check the file's name and that it is complete."
        ) from error


class Lines:
    """Text lines of a voter file.

    Attributes:
        bytes_read: how far it is.
    """

    def __init__(self, file: BinaryIO, form: FileForm) -> None:
        head = file.read(4)
        self._encoding = ENCODINGS[form.encoding]
        if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            self._encoding = "utf-16"
        elif head.count(0) == 2 and len(head) == 4:
            self._encoding = "utf-16-le" if head[1] == 0 else "utf-16-be"
        self._head, self._file = head, file
        self.bytes_read = 0

    def __iter__(self) -> Iterator[str]:
        if self._encoding.startswith("utf-16"):
            yield from self._utf_16_lines()
            return
        pending = self._head.removeprefix(codecs.BOM_UTF8)
        self.bytes_read = len(self._head)
        while True:
            block = self._file.read(1 << 20)
            self.bytes_read += len(block)
            # splitlines on bytes breaks at LF, CR and CR LF only; a block may end between CR and LF.
            whole = pending + block
            lines = whole.splitlines(keepends=True)
            pending = lines.pop() if block and lines else b""
            for line in lines:
                text = line.rstrip(b"\r\n")
                if text:
                    yield self._decoded(text[:LONGEST_LINE])
            if not block:
                return
            if len(pending) > 4 * LONGEST_LINE:
                pending = pending[:LONGEST_LINE]

    def _utf_16_lines(self) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self._encoding)(errors="replace")
        pending = ""
        block = self._head + self._file.read(1 << 20)
        while block:
            self.bytes_read += len(block)
            lines = (pending + decoder.decode(block)).split("\n")
            pending = lines.pop()[:LONGEST_LINE]
            for line in lines:
                text = line.strip("\r\ufeff").replace("\0", "")
                if text:
                    yield text
            block = self._file.read(1 << 20)
        if pending.strip("\r\ufeff"):
            yield pending.strip("\r\ufeff").replace("\0", "")

    def _decoded(self, line: bytes) -> str:
        if b"\0" in line:
            line = line.replace(b"\0", b"")
        if self._encoding:
            return line.decode(self._encoding, errors="replace")
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            return line.decode("cp1252", errors="replace")


def delimiter_of(line: str, form: FileForm) -> str:
    """The delimiter that the form declares, or the one that the line has most of."""
    if form.delimiter != "auto":
        return DELIMITERS.get(form.delimiter, form.delimiter)
    return max(DELIMITERS.values(), key=line.count)


def records(lines: Iterator[str], delimiter: str) -> Iterator[list[str]]:
    """The fields of each record, without quotes and outer blanks."""
    for line in lines:
        if '"' not in line:
            yield [field.strip() for field in line.split(delimiter)]
            continue
        if delimiter == "\t":
            # States quote every field of a tabbed file and let quotes stand inside it: a tab always separates.
            yield [_unquoted(field) for field in line.split("\t")]
            continue
        text = line
        taken = [line]
        while text.count('"') % 2 and len(taken) < LINES_OF_ONE_RECORD:
            following = next(lines, None)
            if following is None:
                break
            taken.append(following)
            text += " " + following
        if text.count('"') % 2 and len(taken) > 1:
            # A stray quote, not a field of many lines: each line is a record of its own.
            for each in taken:
                yield [_unquoted(field) for field in each.split(delimiter)]
        else:
            fields = next(csv.reader([text], delimiter=delimiter), [])
            yield [field.strip() for field in fields]


def _unquoted(field: str) -> str:
    field = field.strip()
    if len(field) >= 2 and field[0] == field[-1] == '"':
        field = field[1:-1].replace('""', '"')
    return field.strip()
