"""Text files inside ZIP archives, as states ship them: several members, ZIP64, packed by Deflate or Deflate64.

An archive is looked at before anything of it is unpacked: what would fill a disk, holds archives in turn, or lays its
members over each other was not made to be read. Windows packs files above 2 GB by Deflate64, which Python's zipfile
cannot unpack; inflate64 can.
"""

import io
import zipfile
import zlib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import IO, cast

from f2f_desktop.voterfile.errors import OrganizerToolsMissing, VoterFileUnreadable

MAX_MEMBERS = 1_000
"""More than the counties of any state, each with its history."""
MAX_UNPACKED = 64 << 30
"""Bytes that one member may unpack to: five times the largest state's voter history."""
MAX_TOTAL = 128 << 30
"""Bytes that all members together may unpack to."""
MAX_RATIO = 250
"""Voter files are full of blanks and shrink to a tenth; what shrinks much further was made to fill a disk."""

_ARCHIVES = {".zip", ".gz", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".tar", ".zst"}
_TEXTS = {".txt", ".csv", ".tsv", ".lst", ".dat", ".psv"}
_DEFLATE64 = 9
_KNOWN_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, _DEFLATE64}
_LOCKED = 0x1
"""The flag of members that are locked with a password."""
_HEAD, _NAME_LENGTH, _EXTRA_LENGTH = 30, 26, 28
"""Bytes of the head before a member's content, and where in it the lengths of what follows stand (APPNOTE 4.3.7)."""
_CHUNK = 256 << 10


def text_members(path: Path) -> list[zipfile.ZipInfo]:
    """The members of an archive that are text files; all members where none has the name of one.

    Raises VoterFileUnreadable, also for archives that no state ships.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise unreadable(path, error) from error
    members = [each for each in listed if not each.is_dir() and not each.filename.startswith("__MACOSX")]
    if not members:
        raise VoterFileUnreadable(f"There is no file in {path.name}.", "Choose another file.")
    _check(path, listed, members)
    texts = [each for each in members if PurePosixPath(each.filename).suffix.lower() in _TEXTS]
    found = texts or members
    return [each for each in found if each.file_size] or found


def _check(path: Path, listed: Sequence[zipfile.ZipInfo], members: Sequence[zipfile.ZipInfo]) -> None:
    """Raises VoterFileUnreadable for an archive that must not be unpacked."""
    no_voter_file = "This is no voter file as states ship them; unpack it yourself if you trust it."
    if len(listed) > MAX_MEMBERS:
        raise VoterFileUnreadable(f"{path.name} holds {len(listed):,} files.", no_voter_file)
    for each in members:
        if PurePosixPath(each.filename).suffix.lower() in _ARCHIVES:
            raise VoterFileUnreadable(
                f"{path.name} holds another archive, {each.filename}, which is not looked into.",
                "Unpack it, and hand in the files that it holds.",
            )
        if each.file_size > MAX_UNPACKED or each.file_size > MAX_RATIO * max(each.compress_size, 4_096):
            raise VoterFileUnreadable(
                f"{each.filename} in {path.name} would unpack to {each.file_size:,} bytes.", no_voter_file
            )
        if each.flag_bits & _LOCKED:
            raise VoterFileUnreadable(
                f"{each.filename} in {path.name} is locked with a password.", "Unpack it with the password first."
            )
        if each.compress_type not in _KNOWN_METHODS:
            raise VoterFileUnreadable(
                f"{each.filename} in {path.name} is packed in a way that is not known here ({each.compress_type}).",
                "Unpack it yourself, and hand in the files that it holds.",
            )
    total = sum(each.file_size for each in members)
    if total > MAX_TOTAL:
        raise VoterFileUnreadable(f"{path.name} would unpack to {total:,} bytes.", no_voter_file)
    in_order = sorted(listed, key=lambda each: each.header_offset)
    for each, following in pairwise(in_order):
        if each.header_offset + each.compress_size > following.header_offset:
            raise VoterFileUnreadable(f"The files in {path.name} lie over each other.", no_voter_file)


def open_member(path: Path, member: zipfile.ZipInfo) -> IO[bytes]:
    """A member's content, unpacked as it is read. Raises what zipfile does, and OrganizerToolsMissing."""
    if member.compress_type == _DEFLATE64:
        return cast("IO[bytes]", io.BufferedReader(_Inflating(path, member), _CHUNK))
    archive = zipfile.ZipFile(path)
    try:
        return archive.open(member)
    finally:
        archive.close()  # the file stays open until its last member is closed


class _Inflating(io.RawIOBase):
    """A member that is packed by Deflate64, checked against its size and its checksum."""

    def __init__(self, path: Path, member: zipfile.ZipInfo) -> None:
        super().__init__()
        try:
            import inflate64
        except ImportError as error:
            raise OrganizerToolsMissing from error
        self._inflater = inflate64.Inflater()
        self._member = member
        self._packed_left = member.compress_size
        self._left = member.file_size
        self._sum = 0
        self._ready = b""
        self._file = path.open("rb")
        self._file.seek(member.header_offset)
        head = self._file.read(_HEAD)
        if head[:4] != b"PK\x03\x04":
            self._file.close()
            raise zipfile.BadZipFile("a file in it does not begin where it should")
        behind = sum(int.from_bytes(head[place : place + 2], "little") for place in (_NAME_LENGTH, _EXTRA_LENGTH))
        self._file.seek(behind, io.SEEK_CUR)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Unpacks some more. Raises zipfile.BadZipFile where the member is damaged."""
        while not self._ready and self._left:
            packed = self._file.read(min(_CHUNK, self._packed_left))
            self._packed_left -= len(packed)
            if not packed:
                raise zipfile.BadZipFile("a file in it ends too early")
            try:
                self._ready = self._inflater.inflate(packed)
            except (ValueError, RuntimeError, OSError, EOFError) as error:
                raise zipfile.BadZipFile("a file in it cannot be unpacked") from error
            self._sum = zlib.crc32(self._ready, self._sum)
            self._left -= len(self._ready)
            if self._left < 0 or (self._left == 0 and self._sum != self._member.CRC):
                raise zipfile.BadZipFile("a file in it is not what it should be")
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def close(self) -> None:
        """Closes the archive."""
        if hasattr(self, "_file"):
            self._file.close()
        super().close()


def unreadable(path: Path, error: BaseException) -> VoterFileUnreadable:
    """The error for what reading raised."""
    if isinstance(error, OSError) and error.strerror:
        return VoterFileUnreadable(f"{path.name} cannot be read: {error.strerror}.", "Choose another file.")
    return VoterFileUnreadable(
        f"The archive {path.name} is damaged or locked: {error}.", "Download it again, or unpack it yourself."
    )
