"""A file that appears whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from f2f_desktop.destination import is_replaceable, place_of
from f2f_desktop.voterfile.errors import ExtractNotWritten


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of `path` at the end, safely on the disk.

    Whatever goes wrong before leaves `path` as it was and nothing beside it. A device or a pipe stays, and gets
    the whole of it at the end; a link stays too. Raises ExtractNotWritten.
    """
    temporary: Path | None = None
    try:
        if not is_replaceable(path):
            with tempfile.TemporaryFile() as file:
                yield file
                file.seek(0)
                with path.open("wb") as device:
                    shutil.copyfileobj(file, device)
            return
        place = place_of(path)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(place)
        temporary = None
        sync_directory(place.parent)
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def check_folder(path: Path) -> None:
    """Raises ExtractNotWritten where `path` cannot be written, before the work for it is done."""
    try:
        if is_replaceable(path):
            with tempfile.TemporaryFile(dir=place_of(path).parent):
                pass
        elif not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    except OSError as error:
        raise not_written(path, error) from error


def sync_directory(directory: Path) -> None:
    """Makes a new name in `directory` lasting, where the system knows how (Windows does it by itself)."""
    if os.name == "posix":
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def not_written(path: Path, error: OSError) -> ExtractNotWritten:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ExtractNotWritten(f"The disk is full: {path.name} was not written.", "Make room and try again.")
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return ExtractNotWritten(f"The folder of {path.name} does not exist.", "Choose another folder.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ExtractNotWritten(f"{path.name} may not be written there.", "Choose another folder.")
    return ExtractNotWritten(
        f"{path.name} could not be written: {error.strerror or error}.", "Choose another folder."
    )
