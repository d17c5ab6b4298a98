"""An extract, or a delta to one, on its way to the laptop: the pieces that have arrived, encrypted, in one file.

A record per piece: 8 bytes place and 4 bytes length of the piece (little-endian), 12 bytes nonce, then the piece
under AES-256-GCM with place and length bound in. The key lies in the vault. A record that a crash has cut off is
written over.
"""

import os
import struct
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection

from f2f_desktop.vault import properties
from f2f_desktop.vault.files import FULL, DiskFull, erase
from f2f_desktop.vault.vault import Vault
from f2f_desktop.voterfile.receiving import Piece

DOWNLOAD_KEY = "download_key"
DOWNLOAD = "extract-download.enc"
DELTAS = "extract-delta-*.enc"

_HEAD = struct.Struct("<QL")
_NONCE_BYTES, _TAG_BYTES = 12, 16


class DownloadStore:
    """A `PieceStore` (see `voterfile.receiving`) in an open vault."""

    def __init__(self, vault: Vault, delta: str = "") -> None:
        """Takes up what an earlier attempt has left of the extract, or of the delta with this hash."""
        self._vault = vault
        self._path = vault.folder / (DELTAS.replace("*", delta[:16]) if delta else DOWNLOAD)
        with vault.transaction() as connection:
            key = properties.get_bytes(connection, DOWNLOAD_KEY)
            if key is None:
                key = AESGCM.generate_key(256)
                properties.set_bytes(connection, DOWNLOAD_KEY, key)
        self._cipher = AESGCM(key)
        self._places, self._end = _records(self._path)

    def get(self, piece: Piece) -> bytes:
        """What was kept for the piece; empty: nothing, or nothing that can be decrypted."""
        place = self._places.get((piece.start, piece.length))
        if place is None:
            return b""
        try:
            with self._path.open("rb") as file:
                file.seek(place)
                sealed = file.read(_NONCE_BYTES + piece.length + _TAG_BYTES)
            return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _bound(piece))
        except (OSError, InvalidTag, ValueError):
            return b""

    def put(self, piece: Piece, content: bytes) -> None:
        """Keeps the piece. Raises `DiskFull`; other `OSError` pass."""
        nonce = os.urandom(_NONCE_BYTES)
        record = _bound(piece) + nonce + self._encrypted(nonce, content, _bound(piece))
        try:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.seek(self._end)
                file.write(record)
        except OSError as error:
            if error.errno in FULL:
                raise DiskFull from error
            raise
        self._places[piece.start, piece.length] = self._end + _HEAD.size
        self._end += len(record)

    def _encrypted(self, nonce: bytes, content: bytes, bound: bytes) -> bytes:
        return self._cipher.encrypt(nonce, content, bound)

    def discard(self) -> None:
        """Forgets what has arrived of this file alone."""
        erase(self._path)
        self._places, self._end = {}, 0

    def wipe(self) -> None:
        """Forgets what has arrived, of the extract and of deltas: the key first."""
        with self._vault.transaction() as connection:
            forget_download(connection)
        for path in (self._path, *self._vault.folder.glob(DELTAS)):
            erase(path)
        self._places, self._end = {}, 0


def forget_download(connection: Connection) -> None:
    """Removes the key of what has arrived: nobody can read it from then on."""
    properties.remove(connection, DOWNLOAD_KEY)


def _bound(piece: Piece) -> bytes:
    return _HEAD.pack(piece.start, piece.length)


def _records(path: Path) -> tuple[dict[tuple[int, int], int], int]:
    """Where the sealed bytes of every whole record begin, and where the last of them ends."""
    places: dict[tuple[int, int], int] = {}
    end = 0
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            while len(head := file.read(_HEAD.size)) == _HEAD.size:
                start, length = _HEAD.unpack(head)
                after = end + _HEAD.size + _NONCE_BYTES + length + _TAG_BYTES
                if after > size:
                    break
                places[start, length] = end + _HEAD.size
                end = after
                file.seek(end)
    except OSError:
        return {}, 0
    return places, end
