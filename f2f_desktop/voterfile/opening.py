"""Opening an extract: nothing in it is believed before its signature, its hashes and its sizes are checked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.events.signing import BadSignature, PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile import packing
from f2f_desktop.voterfile.archive import Archive
from f2f_desktop.voterfile.columns import DISTRICT, ID, NATIONAL, NUMBER_COLUMNS
from f2f_desktop.voterfile.errors import (
    ExtractDamaged,
    ExtractExpired,
    ExtractSignatureWrong,
    ExtractSignedByStranger,
    ExtractTooLarge,
    ExtractTooNew,
    NotAnExtract,
)
from f2f_desktop.voterfile.manifest import (
    FORMAT,
    MANIFEST_NAME,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_MANIFEST,
    MAX_UNPACKED,
    MAX_VOTERS,
    SIGNATURE_NAME,
    VERSION,
    Column,
    Manifest,
    parts_of,
)
from f2f_desktop.voterfile.national import NationalNames
from f2f_desktop.voterfile.voters import TEXT_COLUMNS, TextColumn, Voters


@dataclass(frozen=True)
class Signer:
    """Who signed an extract, and whether that key is one of those the reader trusts."""

    key: PublicKey
    trusted: bool

    @property
    def fingerprint(self) -> str:
        """The key's short readable form."""
        return self.key.fingerprint


@dataclass(frozen=True)
class Extract:
    """An extract, opened."""

    manifest: Manifest
    voters: Voters
    signer: Signer


def open_extract(
    source: Path | bytes,
    *,
    trusted: Collection[PublicKey] | None = None,
    today: date | None = None,
    progress: Progress = no_progress,
) -> Extract:
    """The voters of an extract and what it says about itself.

    With `trusted`, an extract signed by any other key is refused; without, everybody's is opened and
    `signer.trusted` is false. `today` is the day that must not be after the expiry (None: by the laptop's clock).
    Progress is told per column.

    Raises NotAnExtract, ExtractNotReadable, ExtractDamaged, ExtractSignatureWrong, ExtractSignedByStranger,
    ExtractExpired, ExtractTooNew, ExtractTooLarge.
    """
    with Archive(source) as archive:
        manifest, signer = _manifest_in(archive, trusted)
        day = today or datetime.now(UTC).astimezone().date()
        if day > manifest.expires:
            raise ExtractExpired(manifest.expires)
        return Extract(manifest, _read_voters(archive, manifest, progress), signer)


def read_manifest(
    source: Path | bytes, *, trusted: Collection[PublicKey] | None = None
) -> tuple[Manifest, Signer]:
    """The manifest and the signer of an extract, expired or not; its columns are not looked at.

    Raises as `open_extract`, but never ExtractExpired.
    """
    with Archive(source) as archive:
        return _manifest_in(archive, trusted)


class _Head(msgspec.Struct):
    """What every version of the manifest begins with."""

    format: str
    version: int


def _manifest_in(archive: Archive, trusted: Collection[PublicKey] | None) -> tuple[Manifest, Signer]:
    if MANIFEST_NAME not in archive or SIGNATURE_NAME not in archive:
        raise NotAnExtract
    content = archive.member(MANIFEST_NAME, MAX_MANIFEST)
    signature = archive.member(SIGNATURE_NAME, 1_024)
    manifest, signer = checked_manifest(content, signature, trusted)
    if archive.names != {MANIFEST_NAME, SIGNATURE_NAME, *(part.name for part in parts_of(manifest.columns))}:
        raise ExtractDamaged("it holds other parts than its manifest names")
    return manifest, signer


def checked_manifest(
    content: bytes, signature: bytes, trusted: Collection[PublicKey] | None
) -> tuple[Manifest, Signer]:
    """The manifest in `content`, once version, signature, signer and sizes are seen to be right.

    Raises NotAnExtract, ExtractTooNew, ExtractDamaged, ExtractSignatureWrong, ExtractSignedByStranger,
    ExtractTooLarge.
    """
    try:
        head = msgspec.json.decode(content, type=_Head)
        if head.format != FORMAT:
            raise NotAnExtract
        if head.version > VERSION:
            raise ExtractTooNew
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ExtractDamaged("its manifest cannot be read") from error
    try:
        key = PublicKey.from_bytes(manifest.signer)
        key.verify(signature, content)
    except BadSignature as error:
        raise ExtractSignatureWrong from error
    if trusted is not None and key not in trusted:
        raise ExtractSignedByStranger(key.fingerprint)
    _check_sizes(manifest)
    return manifest, Signer(key, trusted is not None)


def _check_sizes(manifest: Manifest) -> None:
    parts = parts_of(manifest.columns)
    if manifest.count < 0 or any(part.size < 0 or part.unpacked < 0 for part in parts):
        raise ExtractDamaged("a size in its manifest is negative")
    if manifest.count > MAX_VOTERS:
        raise ExtractTooLarge(f"it says that it holds more than {MAX_VOTERS:,} voters")
    if len(manifest.columns) > MAX_COLUMNS:
        raise ExtractTooLarge(f"it says that it holds more than {MAX_COLUMNS} columns")
    if manifest.count * len(manifest.columns) > MAX_CELLS:
        raise ExtractTooLarge(
            f"it says that it holds {manifest.count:,} voters in {len(manifest.columns)} columns"
        )
    if sum(part.unpacked for part in parts) > MAX_UNPACKED:
        raise ExtractTooLarge("it would unpack to more than a gigabyte")


def _read_voters(archive: Archive, manifest: Manifest, progress: Progress) -> Voters:
    ids: NDArray[np.bytes_] | None = None
    texts: dict[str, TextColumn] = {}
    numbers: dict[str, NDArray[np.integer]] = {}
    districts: dict[str, TextColumn] = {}
    national: dict[str, dict[str, float]] = {}
    names = [column.name for column in manifest.columns]
    if len(set(names)) != len(names):
        raise ExtractDamaged("a column occurs twice")
    for done, column in enumerate(manifest.columns):
        progress(done, len(names))
        part = _PartsOf(archive, column)
        if column.role == "id" and column.name == ID:
            ids = packing.unpack_ids(column.encoding, part, manifest.count)
        elif column.role == "text" and column.name in TEXT_COLUMNS:
            texts[column.name] = packing.unpack_text_column(column.encoding, part, manifest.count)
        elif column.role == "number" and column.name in NUMBER_COLUMNS:
            kind = NUMBER_COLUMNS[column.name]
            found = packing.unpack_number_column(column.encoding, part, manifest.count, kind.limit)
            numbers[column.name] = found.astype(kind.dtype)
        elif column.role == "district":
            kind_name = column.name.removeprefix(DISTRICT)
            districts[kind_name] = packing.unpack_text_column(column.encoding, part, manifest.count)
        elif column.role == NATIONAL:
            national[column.name.removeprefix(f"{NATIONAL}-")] = packing.unpack_shares(column.encoding, part)
        # A column that this version does not know is of no use to it.
    progress(len(names), len(names))
    if ids is None:
        raise ExtractDamaged("the voters' ids are missing")
    return Voters(ids, texts, numbers, districts, NationalNames.of(national) if national else None)


class _PartsOf:
    """Gives the parts of one column by their names within it."""

    def __init__(self, archive: Archive, column: Column) -> None:
        self._archive = archive
        self._parts = {part.name: part for part in column.parts}
        self._column = column.name

    def __call__(self, name: str) -> bytes:
        part = self._parts.get(f"columns/{self._column}.{name}.zst")
        if part is None:
            raise ExtractDamaged("a part is missing")
        return self._archive.unpacked(part)
