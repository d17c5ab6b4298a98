"""Receiving an extract into a file, for machines where it may lie open: pieces wait in `NAME.part` beside it."""

import os
from collections.abc import Collection
from pathlib import Path

from f2f_desktop.events.signing import PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.receiving import Fetch, Piece, receive
from f2f_desktop.voterfile.replacing import not_written, sync_directory


def receive_file(
    fetch: Fetch,
    path: Path,
    *,
    trusted: Collection[PublicKey] | None = None,
    progress: Progress = no_progress,
) -> None:
    """Receives an extract as `path`, which appears whole or not at all; what has arrived of it is kept.

    Raises as `receive`, and ExtractNotWritten.
    """
    store = FileStore(path.with_name(f"{path.name}.part"))
    try:
        data = receive(fetch, store, trusted=trusted, progress=progress)
        store.finish(data, path)
    except OSError as error:
        raise not_written(path, error) from error


class FileStore:
    """Pieces at their places in a file that is not whole yet."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, piece: Piece) -> bytes:
        """What lies at the piece's place."""
        try:
            with self._path.open("rb") as file:
                file.seek(piece.start)
                return file.read(piece.length)
        except OSError:
            return b""

    def put(self, piece: Piece, content: bytes) -> None:
        """Writes the piece to its place. `OSError` pass."""
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.seek(piece.start)
            file.write(content)

    def finish(self, data: bytes, path: Path) -> None:
        """The pieces are the whole file now. `OSError` pass."""
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
        self._path.replace(path)
        sync_directory(path.parent)
