"""Receiving an extract piece by piece over a bad line: every piece is checked as it arrives, and none is lost.

How the bytes travel is not known here: `Fetch` gives bytes `start` to `end` of the file. First comes the manifest
with its signature, at the beginning of the file; it holds the hash of every piece. What has arrived before is kept
by a store and believed only by its hash, so that a cut, a crash or a full disk costs one piece at most, and nothing
needs to be remembered beside the pieces. The container around them is the same for every extract and is made here.
"""

import hashlib
import struct
import zipfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Protocol

from f2f_desktop.events.signing import SIGNATURE_BYTES, PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.archive import add_member
from f2f_desktop.voterfile.errors import (
    ExtractDamaged,
    ExtractTooLarge,
    NotAnExtract,
    TransferCut,
    TransferDamaged,
)
from f2f_desktop.voterfile.manifest import (
    MANIFEST_NAME,
    MAX_MANIFEST,
    MAX_UNPACKED,
    SIGNATURE_NAME,
    Manifest,
    Part,
    parts_of,
)
from f2f_desktop.voterfile.opening import checked_manifest

Fetch = Callable[[int, int], bytes]
"""Gives the bytes from `start` up to, not including, `end`, or the first of them where the line was cut.

Raises OSError (which ConnectionError and TimeoutError are) where nothing came.
"""

_HEADER = struct.Struct("<4s5H3L2H")
"""A member's local header (PKWARE's APPNOTE, 4.3.7): then come name, extra field and content."""
_ASKED = 3
"""Times that a piece is asked for until it is seen that the file has changed."""
_BEGUN = 3
"""Times that a file may change under the reader's hands."""
DELTA_PIECE = 64 << 10
"""Bytes of a delta that are kept at a time."""
_MIN_PIECE, _MAX_PIECE = 1 << 10, 64 << 20


@dataclass(frozen=True)
class Piece:
    """A stretch of the file whose hash is known."""

    start: int
    length: int
    sha256: str

    def is_it(self, content: bytes) -> bool:
        """Whether `content` is the piece."""
        return len(content) == self.length and hashlib.sha256(content).hexdigest() == self.sha256


class PieceStore(Protocol):
    """Keeps pieces between one attempt and the next. What it gives back is checked: it may be anything."""

    def get(self, piece: Piece) -> bytes:
        """What was kept for the piece; empty: nothing."""
        ...

    def put(self, piece: Piece, content: bytes) -> None:
        """Keeps the piece. Raises a KnownError where there is no room."""
        ...


@dataclass(frozen=True)
class Plan:
    """What is to be received, by a manifest whose signature was checked."""

    signed: bytes
    signature: bytes
    manifest: Manifest
    pieces: tuple[tuple[Part, tuple[Piece, ...]], ...]

    @property
    def size(self) -> int:
        """Bytes of all pieces."""
        return sum(part.size for part, _ in self.pieces)


def receive(
    fetch: Fetch,
    store: PieceStore,
    *,
    trusted: Collection[PublicKey] | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """The whole extract file, as it lies at the other end; progress is told in bytes.

    Called again after an error, it goes on where it was. Raises TransferCut, TransferDamaged, what
    `checked_manifest` raises, and what the store raises.
    """
    plan = _plan(fetch, trusted)
    for _ in range(_BEGUN):
        try:
            return _assembled(plan, _frames(fetch, store, plan, progress))
        except (_TooShort, TransferDamaged):
            now = _plan(fetch, trusted)
            if now.signed == plan.signed:
                raise
            plan = now  # the campaign has put a newer file in its place
    raise TransferDamaged


def receive_delta(
    fetch: Fetch, store: PieceStore, sha256: str, size: int, *, progress: Progress = no_progress
) -> bytes:
    """A delta's bytes, known by the hash of the whole alone; after an error it goes on where it was.

    Raises TransferCut, TransferDamaged where what has arrived is not the delta, and what the store raises.
    """
    content = bytearray()
    for start in range(0, size, DELTA_PIECE):
        progress(start, size)
        piece = Piece(start, min(DELTA_PIECE, size - start), "")
        arrived = store.get(piece)
        if len(arrived) != piece.length:
            try:
                arrived = _fetched(fetch, start, start + piece.length)
            except _TooShort as error:
                raise TransferDamaged from error
            store.put(piece, arrived)
        content += arrived
    progress(size, size)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise TransferDamaged
    return bytes(content)


def _plan(fetch: Fetch, trusted: Collection[PublicKey] | None) -> Plan:
    signed, after = _member(fetch, 0, MANIFEST_NAME, MAX_MANIFEST)
    signature, after = _member(fetch, after, SIGNATURE_NAME, SIGNATURE_BYTES)
    manifest, _ = checked_manifest(signed, signature, trusted)
    if sum(part.size for part in parts_of(manifest.columns)) > MAX_UNPACKED:
        raise ExtractTooLarge("it is larger than a gigabyte")
    pieces = []
    for part in parts_of(manifest.columns):
        start = after + _HEADER.size + len(part.name.encode())
        pieces.append((part, tuple(_pieces(part, start, manifest.piece_bytes))))
        after = start + part.size
    return Plan(signed, signature, manifest, tuple(pieces))


def _member(fetch: Fetch, start: int, name: str, at_most: int) -> tuple[bytes, int]:
    """The content of the small member at `start`, and where the next one begins."""
    head = _fetched(fetch, start, start + _HEADER.size + len(name))
    kind, _, _, method, *_, size, unpacked, name_length, extra = _HEADER.unpack(head[: _HEADER.size])
    if kind != b"PK\x03\x04" or name_length != len(name) or head[_HEADER.size :] != name.encode():
        raise NotAnExtract
    if method != zipfile.ZIP_STORED or size != unpacked or size > at_most or extra:
        raise ExtractDamaged("a part is not what it should be")
    begins = start + len(head)
    return _fetched(fetch, begins, begins + size), begins + size


def _pieces(part: Part, start: int, piece_bytes: int) -> Iterator[Piece]:
    if not part.pieces:
        yield Piece(start, part.size, part.sha256)
        return
    if not _MIN_PIECE <= piece_bytes <= _MAX_PIECE or len(part.pieces) != -(-part.size // piece_bytes):
        raise ExtractDamaged("the pieces of a part do not make it up")
    ends = [*range(0, part.size, piece_bytes), part.size]
    for (begin, end), sha256 in zip(pairwise(ends), part.pieces, strict=True):
        yield Piece(start + begin, end - begin, sha256)


def _frames(fetch: Fetch, store: PieceStore, plan: Plan, progress: Progress) -> dict[str, bytes]:
    """The parts by name."""
    frames: dict[str, bytes] = {}
    done = 0
    for part, pieces in plan.pieces:
        contents = []
        for piece in pieces:
            progress(done, plan.size)
            content = store.get(piece)
            if not _is_wanted(piece, content):
                content = _arrived(fetch, piece)
                store.put(piece, content)
            contents.append(content)
            done += piece.length
        frames[part.name] = b"".join(contents)
        _check_part(part, frames[part.name])
    progress(plan.size, plan.size)
    return frames


def _check_part(part: Part, frame: bytes) -> None:
    if hashlib.sha256(frame).hexdigest() != part.sha256:
        raise ExtractDamaged("the pieces of a part do not make it up")


def _arrived(fetch: Fetch, piece: Piece) -> bytes:
    """The piece from the other end. Raises TransferDamaged where what comes is another one each time."""
    for _ in range(_ASKED):
        content = _fetched(fetch, piece.start, piece.start + piece.length)
        if _is_wanted(piece, content):
            return content
    raise TransferDamaged


def _is_wanted(piece: Piece, content: bytes) -> bool:
    return piece.is_it(content)


class _TooShort(TransferCut):
    """Nothing came, though the line stood: the file ends, or the line was cut at once."""


def _fetched(fetch: Fetch, start: int, end: int) -> bytes:
    """All bytes of the range, asked for until they are there. Raises TransferCut."""
    content = bytearray()
    while len(content) < end - start:
        try:
            more = fetch(start + len(content), end)
        except OSError as error:
            raise TransferCut from error
        if not more or len(content) + len(more) > end - start:
            raise _TooShort
        content += more
    return bytes(content)


def _assembled(plan: Plan, frames: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        add_member(archive, MANIFEST_NAME, plan.signed)
        add_member(archive, SIGNATURE_NAME, plan.signature)
        for name, frame in frames.items():
            add_member(archive, name, frame)
    return file.getvalue()
