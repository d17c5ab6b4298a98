"""Voter files as states ship them: plain, zipped or gzipped, in whatever encoding, as a stream of bytes."""

import codecs
import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, cast

from f2f_desktop.voterfile.errors import VoterFileEmpty, VoterFileUnreadable
from f2f_desktop.voterfile.zipped import open_member, text_members, unreadable

CHUNK = 8 << 20
SAMPLE = 256 << 10
"""Bytes at the beginning from which the form of a file is told."""

_OLE = b"\xd0\xcf\x11\xe0"
"""Begins workbooks of old spreadsheets."""
_BOM = codecs.BOM_UTF8
_FAULTS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
"""What reading raises: RuntimeError is zipfile's word for "locked with a password"."""


@dataclass(frozen=True)
class RawFile:
    """One text file: on the disk, or inside an archive. Its bytes are UTF-8 or some one-byte encoding."""

    path: Path
    """Where it lies, or the archive that it lies in."""
    name: str
    """How messages call it."""
    size: int
    """Bytes, unpacked."""
    open: Callable[[], IO[bytes]]
    encoding: str
    """What the bytes on the disk are to be decoded from; empty: they are taken as they are."""
    old_mac: bool
    """Whether lines end with CR alone."""
    packed: bool
    """Whether the bytes on the disk are others than those of the text, for whatever reason."""

    @property
    def plain(self) -> bool:
        """Whether the bytes on the disk are those of `chunks`."""
        return not (self.packed or self.encoding or self.old_mac)

    def chunks(self, size: int = CHUNK) -> Iterator[bytes]:
        """The content, without a byte order mark, lines ending with LF or CR LF. Raises VoterFileUnreadable."""
        decoder = codecs.getincrementaldecoder(self.encoding)("replace") if self.encoding else None
        try:
            with self.open() as file:
                first = True
                while chunk := file.read(size):
                    data = decoder.decode(chunk).encode() if decoder else chunk
                    if first:
                        data, first = data.removeprefix(_BOM), False
                    yield data.replace(b"\r", b"\n") if self.old_mac else data
        except _FAULTS as error:
            raise unreadable(self.path, error) from error

    def sample(self) -> bytes:
        """The beginning of the content."""
        return next(self.chunks(SAMPLE), b"")


def raw_files(path: Path, encoding: str = "") -> list[RawFile]:
    """The text files in `path`: itself, or those of the ZIP archive that it is.

    `encoding` is Python's name of it where it is known; else UTF-16 is recognised, and everything else is left
    to whoever reads the lines.

    Raises VoterFileUnreadable, also for archives that would unpack to far more than voter files do.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(4)
        size = path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from error
    if magic == _OLE:
        raise _workbook(path)
    if magic == b"PK\x03\x04":
        members = text_members(path)
        if any(member.filename.startswith("xl/") for member in members):
            raise _workbook(path)
        found = [_member(path, member, encoding) for member in members]
    elif magic[:2] == b"\x1f\x8b":
        found = [_probed(RawFile(path, path.name, size, lambda: _gunzipped(path), encoding, False, True))]
    else:
        found = [_probed(RawFile(path, path.name, size, lambda: path.open("rb"), encoding, False, False))]
    return found


def _workbook(path: Path) -> VoterFileUnreadable:
    return VoterFileUnreadable(
        f"{path.name} is a workbook of a spreadsheet, not text.",
        "Save it as CSV or as tab-separated text, and choose that.",
    )


def _gunzipped(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(path))


def _member(path: Path, member: zipfile.ZipInfo, encoding: str) -> RawFile:
    name = f"{path.name}/{member.filename}"
    return _probed(RawFile(path, name, member.file_size, lambda: open_member(path, member), encoding, False, True))


def _probed(raw: RawFile) -> RawFile:
    """The file, with the encoding and the line ends that its beginning shows."""
    try:
        with raw.open() as file:
            start = file.read(SAMPLE)
    except _FAULTS as error:
        raise unreadable(raw.path, error) from error
    if not start.strip(b"\0 \t\r\n"):
        raise VoterFileEmpty(raw.name)
    raw = replace(raw, encoding=raw.encoding or _utf16(start), packed=raw.packed or start.startswith(_BOM))
    lines = raw.sample()
    return replace(raw, old_mac=b"\r" in lines and b"\n" not in lines)


def _utf16(start: bytes) -> str:
    """Python's name of the UTF-16 that `start` is in, with or without a byte order mark; else empty."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = start[:4_096]
    if len(head) >= 16 and head[1::2].count(0) > 0.9 * len(head[1::2]) and head[::2].count(0) == 0:
        return "utf-16-le"
    if len(head) >= 16 and head[::2].count(0) > 0.9 * len(head[::2]) and head[1::2].count(0) == 0:
        return "utf-16-be"
    return ""
