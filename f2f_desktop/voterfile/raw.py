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

CHUNK = 8 << 20
SAMPLE = 256 << 10
"""Bytes at the beginning from which the form of a file is told."""

MAX_UNPACKED = 64 << 30
"""Bytes that one file in an archive may unpack to: five times the largest state's voter history."""
MAX_RATIO = 250
"""Voter files are full of blanks and shrink to a tenth; what shrinks much further was made to fill a disk."""

_TEXT_SUFFIXES = {".txt", ".csv", ".tsv", ".lst", ".dat", ".psv"}
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
            raise _unreadable(self.path, error) from error

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
        raise _unreadable(path, error) from error
    if magic == b"PK\x03\x04":
        found = [_member(path, member, encoding) for member in _text_members(path)]
    elif magic[:2] == b"\x1f\x8b":
        found = [_probed(RawFile(path, path.name, size, lambda: _gunzipped(path), encoding, False, True))]
    else:
        found = [_probed(RawFile(path, path.name, size, lambda: path.open("rb"), encoding, False, False))]
    return found


def _gunzipped(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(path))


def _member(path: Path, member: zipfile.ZipInfo, encoding: str) -> RawFile:
    def open_member() -> IO[bytes]:
        archive = zipfile.ZipFile(path)
        file = archive.open(member)
        archive.close()  # the archive stays open until its last member is closed
        return file

    if member.file_size > MAX_UNPACKED or member.file_size > MAX_RATIO * max(member.compress_size, 4_096):
        raise VoterFileUnreadable(
            f"{member.filename} in {path.name} would unpack to {member.file_size:,} bytes.",
            "This is no voter file as states ship them; unpack it yourself if you trust it.",
        )
    name = f"{path.name}/{member.filename}"
    return _probed(RawFile(path, name, member.file_size, open_member, encoding, False, True))


def _text_members(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [
                member
                for member in archive.infolist()
                if not member.is_dir() and not member.filename.startswith("__MACOSX")
            ]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _unreadable(path, error) from error
    texts = [member for member in members if Path(member.filename).suffix.lower() in _TEXT_SUFFIXES]
    if not (texts or members):
        raise VoterFileUnreadable(f"There is no file in {path.name}.", "Choose another file.")
    found = texts or members
    return [member for member in found if member.file_size] or found


def _probed(raw: RawFile) -> RawFile:
    """The file, with the encoding and the line ends that its beginning shows."""
    try:
        with raw.open() as file:
            start = file.read(SAMPLE)
    except _FAULTS as error:
        raise _unreadable(raw.path, error) from error
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


def _unreadable(path: Path, error: BaseException) -> VoterFileUnreadable:
    if isinstance(error, OSError) and error.strerror:
        return VoterFileUnreadable(f"{path.name} cannot be read: {error.strerror}.", "Choose another file.")
    return VoterFileUnreadable(
        f"The archive {path.name} is damaged or locked: {error}.", "Download it again, or unpack it yourself."
    )
