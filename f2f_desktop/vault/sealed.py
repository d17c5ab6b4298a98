"""A sealed file: named arrays and blobs, encrypted in pieces under a key that is made for this one file.

    8 bytes     `F2FSEAL1`
    4 bytes     number of pieces, little-endian
    per piece   4 bytes: the length of what follows; then AES-256-GCM's ciphertext and tag

The nonce of a piece is its number: a key seals one file, so no nonce comes twice. Bound to each piece as associated
data are the file's id, the piece's number and the number of all pieces: none can be left out, repeated, swapped, or
taken from another file. (The idea of STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015.) The first piece is
the directory; parts longer than PIECE_BYTES go over several pieces, each compressed where that pays.

Nothing is ever written that is not encrypted. A file appears whole or not at all, and before its key is known to
anybody else: what a crash leaves behind is noise.
"""

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, Self

import msgspec
import numpy as np
import zstandard
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from numpy.typing import NDArray

from f2f_desktop.vault.files import written_durably

KEY_BITS = 256
MAGIC = b"F2FSEAL1"
PIECE_BYTES = 4 << 20
MAX_PIECES = 1 << 20

Part = NDArray[np.generic] | bytes

_LENGTH = struct.Struct("<I")
_TAG_BYTES = 16
_PAYS = 0.6
"""Compressed pieces are kept if they have at most this share of their size: opening has to be quick."""
_LEVEL = 1


class SealBroken(Exception):
    """The file is not what was sealed: changed, cut off, another one, or the key is not its own."""


class _Entry(msgspec.Struct, frozen=True, array_like=True):
    """A part of the file."""

    name: str
    dtype: str
    """As it is given back; empty: bytes."""
    stored: str
    """As it is stored: numbers are often smaller than their type."""
    shape: tuple[int, ...]
    size: int
    """Bytes as stored."""
    pieces: tuple[bool, ...]
    """Whether each of its pieces is compressed."""


def seal(path: Path, file_id: str, parts: Mapping[str, Part]) -> bytes:
    """Writes `parts` (arrays or bytes) into a sealed file and gives its key.

    Raises `DiskFull`; other `OSError` pass.
    """
    key = AESGCM.generate_key(KEY_BITS)
    entries: list[_Entry] = []
    packed: list[bytes] = []
    for name, part in parts.items():
        array = np.frombuffer(part, np.uint8) if isinstance(part, bytes) else np.ascontiguousarray(part)
        stored = _narrowed(array)
        content = stored.reshape(-1).view(np.uint8)
        squeezed = [_squeezed(content[at : at + PIECE_BYTES]) for at in range(0, len(content), PIECE_BYTES)]
        packed += [piece for piece, _ in squeezed]
        dtype = "" if isinstance(part, bytes) else array.dtype.str
        shape, short = stored.shape, tuple(short for _, short in squeezed)
        entries.append(_Entry(name, dtype, stored.dtype.str, shape, len(content), short))
    pieces = [msgspec.msgpack.encode(entries), *packed]
    with written_durably(path) as file:
        file.write(MAGIC + _LENGTH.pack(len(pieces)))
        for number, piece in enumerate(pieces):
            sealed = _encrypted(key, number, piece, _bound(file_id, number, len(pieces)))
            file.write(_LENGTH.pack(len(sealed)))
            file.write(sealed)
    return key


class SealedFile:
    """A sealed file, open for reading. Everything that is wrong with it is `SealBroken`."""

    def __init__(self, path: Path, file_id: str, key: bytes) -> None:
        """Opens the file and reads its directory. Raises SealBroken; `OSError` pass."""
        self._id = file_id
        self._file: BinaryIO = path.open("rb")
        try:
            self._cipher = AESGCM(key)
            self._places = self._find_pieces(path.stat().st_size)
            self._parts = self._directory()
        except (ValueError, msgspec.DecodeError) as error:
            self._file.close()
            raise SealBroken from error
        except BaseException:
            self._file.close()
            raise

    def _find_pieces(self, size: int) -> list[tuple[int, int]]:
        """Place and length of every piece, by the lengths before them."""
        head = self._file.read(len(MAGIC) + _LENGTH.size)
        if head[: len(MAGIC)] != MAGIC or len(head) != len(MAGIC) + _LENGTH.size:
            raise SealBroken
        (count,) = _LENGTH.unpack(head[len(MAGIC) :])
        if not 1 <= count <= MAX_PIECES:
            raise SealBroken
        places: list[tuple[int, int]] = []
        at = len(head)
        for _ in range(count):
            self._file.seek(at)
            length = self._file.read(_LENGTH.size)
            if len(length) < _LENGTH.size:
                raise SealBroken
            places.append((at + _LENGTH.size, _LENGTH.unpack(length)[0]))
            at += _LENGTH.size + places[-1][1]
        if at != size:
            raise SealBroken
        return places

    def _directory(self) -> dict[str, tuple[_Entry, int]]:
        """By name: the part, and the number of its first piece."""
        parts: dict[str, tuple[_Entry, int]] = {}
        first = 1
        for entry in msgspec.msgpack.decode(self._piece(0), type=list[_Entry]):
            parts[entry.name] = (entry, first)
            first += len(entry.pieces)
        if first != len(self._places):
            raise SealBroken
        return parts

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    def blob(self, name: str) -> bytes:
        """A part that was given as bytes. Raises SealBroken, also where there is none of this name."""
        return self._stored(name).tobytes()

    def array(self, name: str) -> NDArray[np.generic]:
        """A part that was given as an array."""
        stored = self._stored(name)
        dtype = np.dtype(self._parts[name][0].dtype)
        return stored if stored.dtype == dtype else stored.astype(dtype)

    def arrays(self, prefix: str) -> dict[str, NDArray[np.generic]]:
        """All arrays whose names begin with `prefix`, by what follows it."""
        return {name.removeprefix(prefix): self.array(name) for name in self._parts if name.startswith(prefix)}

    def _stored(self, name: str) -> NDArray[np.generic]:
        if name not in self._parts:
            raise SealBroken
        entry, first = self._parts[name]
        dtype = np.dtype(entry.stored)
        whole = np.empty(entry.size, np.uint8)
        place = 0
        for number, compressed in enumerate(entry.pieces, first):
            piece = self._piece(number)
            if compressed:
                piece = zstandard.ZstdDecompressor().decompress(piece)
            if len(entry.pieces) == 1 and len(piece) == entry.size:
                return np.frombuffer(piece, dtype).reshape(entry.shape)  # as it was decrypted, without a copy
            whole[place : place + len(piece)] = np.frombuffer(piece, np.uint8)
            place += len(piece)
        if place != entry.size:
            raise SealBroken
        return whole.view(dtype).reshape(entry.shape)

    def _piece(self, number: int) -> bytes:
        place, length = self._places[number]
        self._file.seek(place)
        sealed = self._file.read(length)
        try:
            return self._cipher.decrypt(_nonce(number), sealed, _bound(self._id, number, len(self._places)))
        except InvalidTag as error:
            raise SealBroken from error


def is_sealed(path: Path) -> bool:
    """Whether a file is of this form. `OSError` pass."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _encrypted(key: bytes, number: int, piece: bytes, bound: bytes) -> bytes:
    return AESGCM(key).encrypt(_nonce(number), piece, bound)


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _bound(file_id: str, number: int, count: int) -> bytes:
    return f"{file_id} {number} {count}".encode()


def _squeezed(content: NDArray[np.uint8]) -> tuple[bytes, bool]:
    """The piece, and whether it is compressed."""
    short = zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True).compress(content.tobytes())
    return (short, True) if len(short) <= _PAYS * len(content) else (content.tobytes(), False)


def _narrowed(array: NDArray[np.generic]) -> NDArray[np.generic]:
    """The same numbers in the smallest type that holds them all."""
    if not np.issubdtype(array.dtype, np.integer) or not len(array):
        return array
    low, high = int(array.min()), int(array.max())
    if low < 0:
        return array
    kinds = (np.uint8, np.uint16, np.uint32)
    kind = next((np.dtype(kind) for kind in kinds if high <= np.iinfo(kind).max), array.dtype)
    return array.astype(kind) if kind.itemsize < array.dtype.itemsize else array
