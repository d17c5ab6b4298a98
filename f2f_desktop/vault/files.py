"""Files beside the database, written so that neither a crash nor a full disk leaves half of one."""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from f2f_desktop.destination import is_replaceable, place_of
from f2f_desktop.errors import KnownError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a system says where there is no room: on the disk, in the user's share, in a file (FAT: 4 GB)."""


class DiskFull(KnownError):
    """There is no room left."""

    def __init__(self) -> None:
        super().__init__(
            "The disk is full, so this could not be saved.",
            "Make some room, then do it again. Nothing else was lost.",
        )


def write_durably(path: Path, data: bytes) -> None:
    """Writes `data` beside `path`, forces it to the disk, and puts it in its place; readable by the user alone.

    A link stays, and the file behind it is written; a device or a pipe stays, and gets the bytes.
    Raises `DiskFull`; other `OSError` pass.
    """
    with written_durably(path) as file:
        file.write(data)


def copy_durably(source: Path, path: Path) -> None:
    """Copies `source` to `path` as `write_durably` writes. Raises `DiskFull`; other `OSError` pass."""
    with source.open("rb") as data, written_durably(path) as file:
        shutil.copyfileobj(data, file)


@contextlib.contextmanager
def written_durably(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of `path` at the end as `write_durably` does.

    Raises `DiskFull`; other `OSError` pass.
    """
    if not is_replaceable(path):
        with _poured(path) as file:
            yield file
        return
    path = place_of(path)
    temporary = path.with_name(path.name + ".part")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _sync_folder(path.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in FULL:
            raise DiskFull from error
        raise


@contextlib.contextmanager
def _poured(path: Path) -> Iterator[BinaryIO]:
    """A device or a pipe to write to."""
    try:
        with path.open("wb") as file:
            yield file
    except OSError as error:
        if error.errno in FULL:
            raise DiskFull from error
        raise


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself durable, where the system lets a folder be opened (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def erase(path: Path) -> None:
    """Removes a file whose key is gone; its content is worthless already."""
    path.unlink(missing_ok=True)
