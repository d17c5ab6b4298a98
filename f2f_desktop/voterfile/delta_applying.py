"""Applying a row delta: an extract and what has changed since make the new extract, bit for bit or not at all."""

import hashlib
from collections.abc import Collection
from dataclasses import replace
from io import BytesIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.events.signing import BadSignature, PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile import packing
from f2f_desktop.voterfile.archive import Archive
from f2f_desktop.voterfile.columns import DISTRICT, NUMBER_COLUMNS
from f2f_desktop.voterfile.delta import (
    FORMAT,
    HEAD_NAME,
    MAX_HEAD,
    MAX_ROWS,
    ROWS_NAME,
    VERSION,
    Head,
    Packed,
    Rows,
    all_columns,
    opened_whenever,
    taken,
    zstd_version,
)
from f2f_desktop.voterfile.errors import (
    DeltaDamaged,
    DeltaInexact,
    DeltaTooNew,
    DeltaWrongBase,
    ExtractDamaged,
    ExtractSignedByStranger,
    NotADelta,
    NotAnExtract,
)
from f2f_desktop.voterfile.manifest import MAX_VOTERS
from f2f_desktop.voterfile.national import NationalNames
from f2f_desktop.voterfile.voters import TEXT_COLUMNS, TextColumn, Voters
from f2f_desktop.voterfile.writing import prepare_extract

Column = TextColumn | NDArray[np.integer]


def is_delta(data: bytes) -> bool:
    """Whether `data` looks like a delta, damaged or not."""
    return data[:4] == b"PK\x03\x04" and data[30 : 30 + len(HEAD_NAME)] == HEAD_NAME.encode()


def apply_delta(
    base: bytes,
    delta: bytes,
    *,
    trusted: Collection[PublicKey] | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """The new extract's bytes. `trusted`: who may have signed it (None: anybody).

    Raises NotADelta, DeltaTooNew, DeltaDamaged, DeltaWrongBase, DeltaInexact, ExtractSignedByStranger, and the
    errors of `open_extract` over the base.
    """
    head, rows = _read(delta)
    if hashlib.sha256(base).hexdigest() != head.base:
        raise DeltaWrongBase
    before = opened_whenever(base)
    try:
        signer = PublicKey.from_bytes(rows.signer)
        if trusted is not None and signer not in trusted:
            raise ExtractSignedByStranger(signer.fingerprint)
        voters = rows_applied(before.voters, rows)
        prepared = prepare_extract(voters, rows.details, signer, progress=progress)
    except (ExtractDamaged, BadSignature, ValueError, OverflowError) as error:
        raise DeltaDamaged from error
    result = BytesIO()
    prepared.write(result, head.signature)
    data = result.getvalue()
    _check_exact(data, head, prepared.signed, signer)
    return data


def _check_exact(data: bytes, head: Head, signed: bytes, signer: PublicKey) -> None:
    """Raises DeltaInexact where `data` is not the file that was promised, DeltaDamaged where nobody signed it."""
    if hashlib.sha256(data).hexdigest() != head.result:
        raise DeltaInexact(head.zstd, zstd_version())
    try:
        signer.verify(head.signature, signed)
    except BadSignature as error:
        raise DeltaDamaged from error


class _Form(msgspec.Struct):
    """What every version of the head begins with."""

    format: str
    version: int


def _read(delta: bytes) -> tuple[Head, Rows]:
    try:
        with Archive(delta) as archive:
            if HEAD_NAME not in archive:
                raise NotADelta
            content = archive.member(HEAD_NAME, MAX_HEAD)
            form = msgspec.json.decode(content, type=_Form)
            if form.format != FORMAT:
                raise NotADelta
            if form.version > VERSION:
                raise DeltaTooNew
            head = msgspec.json.decode(content, type=Head)
            if head.rows.name != ROWS_NAME or not 0 <= head.rows.unpacked <= MAX_ROWS:
                raise DeltaDamaged
            return head, msgspec.msgpack.decode(archive.unpacked(head.rows), type=Rows)
    except NotAnExtract as error:
        raise NotADelta from error
    except (ExtractDamaged, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DeltaDamaged from error


def rows_applied(base: Voters, rows: Rows) -> Voters:
    """The voters of the new extract, in no particular order. Raises ExtractDamaged."""
    count = rows.ids.count
    if not 0 <= count <= MAX_VOTERS:
        raise ExtractDamaged("a number in it is out of range")
    stays = np.ones(len(base), bool)
    stays[_places(rows.removed, rows.removed_count, len(base))] = False
    kept = np.flatnonzero(stays)
    before = all_columns(base)
    columns = {
        name: _joined(
            _changed(name, before.get(name), rows.changed.get(name), len(base)),
            kept,
            _unpacked(name, rows.added[name], count) if name in rows.added else None,
            count,
        )
        for name in rows.columns
    }
    ids = packing.unpack_ids(rows.ids.encoding, _parts(rows.ids), count)
    national = base.national
    if not rows.same_names:
        listed = {kind: packing.unpack_shares(each.encoding, _parts(each)) for kind, each in rows.names.items()}
        national = NationalNames.of(listed) if listed else None
    return Voters(
        np.concatenate((base.ids[kept], ids)) if count else base.ids[kept],
        {name: each for name, each in columns.items() if isinstance(each, TextColumn) and name in TEXT_COLUMNS},
        {name: each for name, each in columns.items() if not isinstance(each, TextColumn)},
        {
            name.removeprefix(DISTRICT): each
            for name, each in columns.items()
            if isinstance(each, TextColumn) and name.startswith(DISTRICT)
        },
        national,
    )


def _parts(packed: Packed) -> packing.PartReader:
    def part(name: str) -> bytes:
        if name not in packed.parts:
            raise ExtractDamaged("a part is missing")
        return packed.parts[name]

    return part


def _places(steps: bytes, count: int, limit: int) -> NDArray[np.int64]:
    """Rows of the base, rising."""
    if not 0 <= count <= limit:
        raise ExtractDamaged("a number in it is out of range")
    rows = np.cumsum(packing.unpack_array(steps, count, limit).astype(np.int64))
    if count and (int(rows[-1]) >= limit or bool((np.diff(rows) == 0).any())):
        raise ExtractDamaged("a number in it is out of range")
    return rows


def _unpacked(name: str, packed: Packed, count: int) -> Column:
    if packed.count != count:
        raise ExtractDamaged("a column has the wrong length")
    if name in NUMBER_COLUMNS:
        kind = NUMBER_COLUMNS[name]
        found = packing.unpack_number_column(packed.encoding, _parts(packed), count, kind.limit)
        return found.astype(kind.dtype)
    if name not in TEXT_COLUMNS and not name.startswith(DISTRICT):
        raise ExtractDamaged("a column is not known here")
    return packing.unpack_text_column(packed.encoding, _parts(packed), count)


def _changed(name: str, before: Column | None, changes: Packed | None, count: int) -> Column:
    """The base's column with the changed values in it; one that was not there is empty."""
    if before is None:
        if name in NUMBER_COLUMNS:
            before = np.zeros(count, NUMBER_COLUMNS[name].dtype)
        else:
            before = TextColumn(np.zeros(count, np.uint32), ("",))
    if changes is None:
        return before
    places = _places(changes.rows, changes.count, count)
    after = _unpacked(name, changes, changes.count)
    if isinstance(before, TextColumn) and isinstance(after, TextColumn):
        codes = before.codes.copy()
        codes[places] = after.codes + np.uint32(len(before.values))
        # Values may stand in the list twice: whoever packs them makes one of them.
        return replace(before, codes=codes, values=(*before.values, *after.values))
    if isinstance(before, TextColumn) or isinstance(after, TextColumn):
        raise ExtractDamaged("a column is not what it was")
    numbers = before.copy()
    numbers[places] = after
    return numbers


def _joined(column: Column, kept: NDArray[np.integer], added: Column | None, count: int) -> Column:
    """The kept rows, and the new ones behind them."""
    stays = taken(column, kept)
    if added is None:
        if count:
            raise ExtractDamaged("a column is missing")
        return stays
    if isinstance(stays, TextColumn) and isinstance(added, TextColumn):
        codes = np.concatenate((stays.codes, added.codes + np.uint32(len(stays.values))))
        return TextColumn(codes, (*stays.values, *added.values))
    if isinstance(stays, TextColumn) or isinstance(added, TextColumn):
        raise ExtractDamaged("a column is not what it was")
    return np.concatenate((stays, added))
