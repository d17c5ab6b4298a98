"""What an extract says about itself: `manifest.json`, the signed part of a `.f2fx` file.

A `.f2fx` file is a ZIP archive whose members are stored, not compressed (each is a zstd frame of its own):

    manifest.json                       this module's `Manifest`, as JSON
    manifest.sig                        Ed25519 signature (64 bytes) over the bytes of manifest.json
    columns/last_name.codes.npy.zst     one or more parts per column, see `f2f_desktop.voterfile.packing`
    columns/last_name.values.txt.zst
    ...

The manifest holds the SHA-256 of every part, and of every piece of a large one, so the one signature vouches for
everything, also while it arrives piece by piece. Readers refuse a `version` above their own; a change that an older
reader would misunderstand raises it. Unknown keys of the manifest and columns of an unknown role are passed over.
The whole format: `resources/help/extract-format.md`.
"""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from f2f_desktop.campaign.filters import District

FORMAT = "f2f-extract"
VERSION = 1

MANIFEST_NAME = "manifest.json"
SIGNATURE_NAME = "manifest.sig"

PIECE_BYTES = 256 << 10
"""What the writer makes of a large part: pieces of this size, each with a hash of its own."""

MAX_VOTERS = 10_000_000
MAX_UNPACKED = 1 << 30
"""Bytes that all parts together may unpack to."""
MAX_MANIFEST = 1 << 20
MAX_COLUMNS = 200
MAX_CELLS = 250_000_000
"""Voters times columns: what one gigabyte of codes holds."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=False, omit_defaults=True):
    """One member of the archive: a zstd frame."""

    name: str
    size: int
    """Bytes in the archive."""
    unpacked: int
    """Bytes inside the frame, which declares the same number."""
    sha256: str
    """Of the frame, in hexadecimal."""
    pieces: tuple[str, ...] = ()
    """SHA-256 of each piece of `Manifest.piece_bytes` bytes of the frame (the last one shorter), in hexadecimal.
    None: the part is one piece."""


class Column(msgspec.Struct, frozen=True):
    """One column and the parts that hold it."""

    name: str
    role: str
    """`id`, `text`, `number` or `district`."""
    encoding: str
    """How the parts make the column: see `packing`."""
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """Bytes of its parts, as stored."""
        return sum(part.size for part in self.parts)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """How the voter file was read: numbers only, nothing of what it says."""

    certainty: int
    """How sure the layout is, in hundredths; 100 where it was named."""
    why: str
    rows: int
    """Rows read: those kept and all that were dropped."""
    mended: int
    """Damaged rows that could be read nevertheless."""
    dropped: dict[str, int]
    """Reason to number of rows."""
    history_rows: int = 0
    history_lost: int = 0


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is said about an extract without opening its columns."""

    format: str = FORMAT
    version: int = VERSION
    count: int
    """Number of voters."""
    created: datetime
    expires: date
    """The last day on which the extract may be opened."""
    layout: str
    """The layout of the voter file it was cut from."""
    districts: tuple[District, ...] = ()
    """What was chosen; none: the whole file."""
    elections: tuple[date, ...] = ()
    """The general elections that `frequency` was counted over, newest first."""
    campaign_id: str = ""
    campaign_name: str = ""
    reading: Reading | None = None
    """What became of the voter file's rows; None in extracts that were not cut from one."""
    signer: bytes
    """The signer's public key, 32 bytes."""
    piece_bytes: int = 0
    """Bytes of the pieces of a part; 0: no part has pieces (files written before there were any)."""
    columns: tuple[Column, ...]

    @property
    def size(self) -> int:
        """Bytes of all parts, as stored."""
        return sum(column.size for column in self.columns)


def parts_of(columns: Iterable[Column]) -> list[Part]:
    """All parts of `columns`, in the order of the archive."""
    return [part for column in columns for part in column.parts]
