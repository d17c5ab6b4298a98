"""Row deltas: what has changed from one extract to the next, in a file of a few per cent of its size.

A `.f2fd` file is a ZIP archive of two stored members: `delta.json`, a `Head`, and `rows.zst`, one zstd frame that
holds a `Rows` as MessagePack. Rows are told by their ids: who is gone, who is new, and who has another value in
which column. Everything is packed as in an extract (see `packing`).

Whoever applies it writes the new extract anew. That the result is the new file bit for bit, and with it that the
campaign's signature fits, is checked where it is applied (`delta_applying`), and where it is made (`delta_making`).
"""

import msgspec
import numpy as np
import zstandard
from numpy.typing import NDArray

from f2f_desktop.voterfile.columns import DISTRICT, NUMBER_COLUMNS
from f2f_desktop.voterfile.manifest import Part
from f2f_desktop.voterfile.opening import Extract, open_extract, read_manifest
from f2f_desktop.voterfile.voters import TEXT_COLUMNS, TextColumn, Voters
from f2f_desktop.voterfile.writing import ExtractDetails

FORMAT = "f2f-extract-delta"
VERSION = 1
HEAD_NAME, ROWS_NAME = "delta.json", "rows.zst"
MAX_HEAD = 64 << 10
MAX_ROWS = 512 << 20
"""Bytes that the rows may unpack to."""


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the delta goes from and to."""

    format: str = FORMAT
    version: int = VERSION
    base: str
    """SHA-256 of the extract that it applies to, in hexadecimal."""
    result: str
    """SHA-256 of the extract that it makes."""
    size: int
    """Bytes of that extract."""
    signature: bytes
    """Of that extract's manifest."""
    zstd: str
    """The version that compressed that extract: others may compress the same rows to other bytes."""
    rows: Part


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """A column, or the changes in one."""

    encoding: str
    parts: dict[str, bytes]
    count: int
    rows: bytes = b""
    """Changes: in which rows of the base, as steps from one to the next (see `packing.pack_array`)."""


class Rows(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The new extract, as seen from the base."""

    details: ExtractDetails
    signer: bytes
    columns: tuple[str, ...]
    """Names of all columns of the new extract, districts with `district-` before their kind."""
    removed: bytes
    """Rows of the base whose voters are gone, as steps."""
    removed_count: int
    changed: dict[str, Packed]
    """By column."""
    ids: Packed
    """Of the new voters."""
    added: dict[str, Packed]
    """By column: the new voters' values."""
    same_names: bool = True
    """Whether the national name frequencies are those of the base."""
    names: dict[str, Packed] = {}
    """Else the new ones by kind; none: it has no more."""


def zstd_version() -> str:
    """The version of the compressor here."""
    return ".".join(map(str, zstandard.ZSTD_VERSION))


def opened_whenever(data: bytes) -> Extract:
    """An extract, opened whether it is over or not: a delta leads on from it."""
    manifest, _ = read_manifest(data)
    return open_extract(data, today=manifest.expires)


def all_columns(voters: Voters) -> dict[str, TextColumn | NDArray[np.integer]]:
    """All columns but the ids by their names in an extract."""
    named: dict[str, TextColumn | NDArray[np.integer]] = {}
    named |= {name: voters.texts[name] for name in TEXT_COLUMNS if name in voters.texts}
    named |= {name: voters.numbers[name] for name in NUMBER_COLUMNS if name in voters.numbers}
    return named | {DISTRICT + kind: voters.districts[kind] for kind in sorted(voters.districts)}


def taken(column: TextColumn | NDArray[np.integer], rows: NDArray[np.integer]) -> TextColumn | NDArray[np.integer]:
    """The values of a column in some rows."""
    return TextColumn(column.codes[rows], column.values) if isinstance(column, TextColumn) else column[rows]
