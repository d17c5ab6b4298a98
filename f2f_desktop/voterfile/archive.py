"""The container of an extract: a ZIP of stored members, opened with suspicion."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Self

import zstandard

from f2f_desktop.voterfile.errors import ExtractDamaged, ExtractNotReadable, NotAnExtract
from f2f_desktop.voterfile.manifest import Part

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same for every member: the same voters give the same bytes."""

_ZIP_FAULTS = (
    zipfile.BadZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
    LookupError,
)
"""What zipfile raises over archives that were cut, changed or forged."""


def add_member(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Puts a member into the archive, stored as it is."""
    member = zipfile.ZipInfo(name, _EPOCH)
    member.create_system = 3
    member.external_attr = 0o600 << 16
    archive.writestr(member, content, zipfile.ZIP_STORED)


def read_file(path: Path) -> bytes:
    """The bytes of an extract or an update. Raises ExtractNotReadable."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _not_readable(path, error) from error


def _not_readable(path: Path, error: OSError) -> ExtractNotReadable:
    return ExtractNotReadable(
        f"{path.name} cannot be opened: {error.strerror or error}.",
        "Look whether the file is there and may be read.",
    )


class Archive:
    """The members of a ZIP file by name. Everything that is wrong with it is `ExtractDamaged`."""

    def __init__(self, source: Path | bytes) -> None:
        """Opens the archive. Raises NotAnExtract, ExtractDamaged, ExtractNotReadable."""
        self._file: BinaryIO
        if isinstance(source, bytes):
            self._file = BytesIO(source)
        else:
            try:
                self._file = source.open("rb")
            except OSError as error:
                raise _not_readable(source, error) from error
        try:
            self._open()
        except BaseException:
            self._file.close()
            raise

    def _open(self) -> None:
        try:
            begins_as_zip = self._file.read(4) == b"PK\x03\x04"
            self._file.seek(0)
        except OSError as error:
            raise ExtractNotReadable("The extract cannot be read.", "Copy it again.") from error
        if not begins_as_zip:
            raise NotAnExtract
        try:
            self._zip = zipfile.ZipFile(self._file)
        except _ZIP_FAULTS as error:
            raise ExtractDamaged("it ends too early") from error
        self._members = {member.filename: member for member in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    @property
    def names(self) -> set[str]:
        """The names of all members."""
        return set(self._members)

    def member(self, name: str, at_most: int) -> bytes:
        """The bytes of a member. Raises ExtractDamaged where it is missing, compressed, changed or larger."""
        member = self._members.get(name)
        if member is None:
            raise ExtractDamaged("a part is missing")
        if member.compress_type != zipfile.ZIP_STORED or member.file_size > at_most:
            raise ExtractDamaged("a part is not what it should be")
        try:
            with self._zip.open(member) as file:
                content = file.read(at_most + 1)
        except _ZIP_FAULTS as error:
            raise ExtractDamaged("a part was changed or is cut off") from error
        if len(content) > at_most:
            raise ExtractDamaged("a part is not what it should be")
        return content

    def unpacked(self, part: Part) -> bytes:
        """The content of a part, checked against its hash and its sizes in the manifest."""
        frame = self.member(part.name, part.size)
        if not _is_what_was_signed(frame, part):
            raise ExtractDamaged("a part was changed or is cut off")
        try:
            if zstandard.frame_content_size(frame) != part.unpacked:
                raise ExtractDamaged("a part has another size than it says")
            content = zstandard.ZstdDecompressor().decompress(frame, max_output_size=part.unpacked)
        except (zstandard.ZstdError, MemoryError) as error:
            raise ExtractDamaged("a part cannot be unpacked") from error
        if len(content) != part.unpacked:
            raise ExtractDamaged("a part has another size than it says")
        return content


def _is_what_was_signed(frame: bytes, part: Part) -> bool:
    return len(frame) == part.size and hashlib.sha256(frame).hexdigest() == part.sha256
