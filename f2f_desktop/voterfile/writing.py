"""Writing an extract. The same voters, details and key give the same bytes, whatever the order of the rows."""

import hashlib
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np
import zstandard
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import District
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile import packing
from f2f_desktop.voterfile.addresses import Addresses, split_addresses
from f2f_desktop.voterfile.archive import add_member
from f2f_desktop.voterfile.columns import DISTRICT, ID, NATIONAL, NUMBER_COLUMNS
from f2f_desktop.voterfile.cores import awaited, on_every_core, threads
from f2f_desktop.voterfile.manifest import (
    MANIFEST_NAME,
    MAX_VOTERS,
    PIECE_BYTES,
    SIGNATURE_NAME,
    Column,
    Manifest,
    Part,
    Reading,
)
from f2f_desktop.voterfile.ordering import order_by, repeated
from f2f_desktop.voterfile.replacing import replacing
from f2f_desktop.voterfile.stages import standing
from f2f_desktop.voterfile.voters import TEXT_COLUMNS, TextColumn, Voters

_LEVEL = 15
"""zstd: a higher level saves less than a hundredth here."""
_MANY = 1_500_000
_LEVEL_OF_MANY = 3
"""Above so many voters, which are a state and nothing that a volunteer downloads, time counts for more than size."""


class ExtractDetails(msgspec.Struct, frozen=True, kw_only=True):
    """What the manifest says besides the columns."""

    layout: str
    expires: date
    created: datetime | None = None
    """None: now."""
    districts: tuple[District, ...] = ()
    elections: tuple[date, ...] = ()
    campaign_id: str = ""
    campaign_name: str = ""
    reading: Reading | None = None


@dataclass(frozen=True)
class Prepared:
    """An extract that lacks nothing but its signature."""

    manifest: Manifest
    signed: bytes
    """The manifest as it is signed and stored."""
    members: dict[str, bytes]
    """The parts by their names, in the order of the archive."""

    def write(self, file: BinaryIO, signature: bytes) -> None:
        """Writes the archive."""
        with zipfile.ZipFile(file, "w") as archive:
            add_member(archive, MANIFEST_NAME, self.signed)
            add_member(archive, SIGNATURE_NAME, signature)
            for member, frame in self.members.items():
                add_member(archive, member, frame)


def write_extract(
    path: Path, voters: Voters, details: ExtractDetails, key: SigningKey, *, progress: Progress = no_progress
) -> Manifest:
    """Writes `voters` as the extract `path`, signed by `key`, and returns its manifest.

    The rows are stored in the order of `storage_order`. The file appears whole or not at all. Raises
    ExtractNotWritten, and ValueError where ids repeat or a text holds a line break.
    """
    prepared = prepare_extract(voters, details, key.public, progress=progress)
    with replacing(path) as file:
        prepared.write(file, key.sign(prepared.signed))
    return prepared.manifest


def prepare_extract(
    voters: Voters, details: ExtractDetails, signer: PublicKey, *, progress: Progress = no_progress
) -> Prepared:
    """The extract of `voters` up to the signature: what `write_extract` writes. Raises ValueError as it does."""
    if len(voters) > MAX_VOTERS:
        raise ValueError(f"an extract holds at most {MAX_VOTERS} voters")
    columns: list[Column] = []
    contents: dict[str, bytes] = {}
    total = 1 + len(voters.texts) + len(voters.numbers) + len(voters.districts) + 2 * bool(voters.national)
    level = _LEVEL if len(voters) <= _MANY else _LEVEL_OF_MANY
    begun = standing(progress, 0, total)
    progress(0, total)
    if repeated(voters.ids, begun).any():
        raise ValueError("every voter needs an id of their own")
    order = storage_order(voters, begun)
    pool = ThreadPoolExecutor(threads(), "extract")
    try:
        packing_up = [pool.submit(_member, pack, level) for pack in _packed(voters, order)]
        for done, future in enumerate(packing_up):
            column, frames = awaited(future, progress, done, total)
            columns.append(column)
            contents |= frames
    finally:
        # Anything is left to do only where this was stopped: a column that is just being compressed may take two
        # seconds more, which nobody need wait for.
        pool.shutdown(wait=False, cancel_futures=True)
    manifest = Manifest(
        count=len(voters),
        created=(details.created or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0),
        expires=details.expires,
        layout=details.layout,
        districts=details.districts,
        elections=details.elections,
        campaign_id=details.campaign_id,
        campaign_name=details.campaign_name,
        reading=details.reading,
        signer=signer.to_bytes(),
        piece_bytes=PIECE_BYTES,
        columns=tuple(columns),
    )
    progress(total, total)
    return Prepared(manifest, msgspec.json.encode(manifest), contents)


def details_of(manifest: Manifest) -> ExtractDetails:
    """What was said to the writer of an extract, from its manifest."""
    return ExtractDetails(**{name: getattr(manifest, name) for name in ExtractDetails.__struct_fields__})


def storage_order(voters: Voters, progress: Progress = no_progress) -> NDArray[np.intp]:
    """The order in which an extract keeps its rows: by place, street, house, and household, then by id.

    Whoever lives together stands together, which makes districts, streets and surnames cost next to nothing.
    """
    houses, streets = split_addresses(voters.text("street_address"))
    columns = [
        voters.text("county"),
        voters.text("zip"),
        streets,
        voters.text("last_name"),
        voters.text("first_name"),
    ]
    county, zip_code, street, last, first = on_every_core([partial(_ranks, each) for each in columns], progress)
    return order_by((county, zip_code, street, houses, last, first), voters.ids, progress)


def _ranks(column: TextColumn) -> NDArray[np.uint32]:
    """Per row the place of its text in alphabetical order; equal texts have equal places."""
    places = {value: place for place, value in enumerate(sorted(set(column.values)))}
    return np.asarray(np.array([places[value] for value in column.values], np.uint32)[column.codes])


_Packed = tuple[str, str, str, packing.Parts]
"""Name, role, encoding and parts of a column."""


def _packed(voters: Voters, order: NDArray[np.intp]) -> Iterator[Callable[[], _Packed]]:
    """What packs each column, its rows in this order."""

    def in_order(column: TextColumn) -> TextColumn:
        if isinstance(column, Addresses):
            return Addresses(column.houses[order], in_order(column.streets))
        return TextColumn(column.codes[order], column.values)

    def text(name: str, kind: str, role: str, column: TextColumn) -> _Packed:
        return name, role, *packing.pack_text_column(kind, in_order(column))

    yield lambda: (ID, "id", *packing.pack_ids(voters.ids[order]))
    for name in TEXT_COLUMNS:
        if name in voters.texts:
            yield partial(text, name, name, "text", voters.texts[name])
    for name in NUMBER_COLUMNS:
        if name in voters.numbers:
            yield partial(_number, name, voters.numbers[name], order)
    for kind in sorted(voters.districts):
        yield partial(text, DISTRICT + kind, kind, "district", voters.districts[kind])
    if voters.national:
        for kind, shares in voters.national.by_kind.items():
            yield partial(_shares, kind, shares)


def _shares(kind: str, shares: Mapping[str, float]) -> _Packed:
    return f"{NATIONAL}-{kind}", NATIONAL, "shares", packing.pack_shares(shares)


def _number(name: str, numbers: NDArray[np.integer], order: NDArray[np.intp]) -> _Packed:
    return name, "number", *packing.pack_number_column(name, numbers[order])


def _member(pack: Callable[[], _Packed], level: int) -> tuple[Column, dict[str, bytes]]:
    """A packed column, and its frames by the names of the members that they become."""
    name, role, encoding, parts = pack()
    frames: dict[str, bytes] = {}
    described: list[Part] = []
    for part, content in parts.items():
        member = f"columns/{name}.{part}.zst"
        frames[member] = zstandard.ZstdCompressor(level=level, write_content_size=True).compress(content)
        described.append(_part(member, frames[member], content))
    return Column(name, role, encoding, tuple(described)), frames


def _part(name: str, frame: bytes, content: bytes) -> Part:
    pieces: tuple[str, ...] = ()
    if len(frame) > PIECE_BYTES:
        pieces = tuple(_sha256(frame[start : start + PIECE_BYTES]) for start in range(0, len(frame), PIECE_BYTES))
    return Part(name, len(frame), len(content), _sha256(frame), pieces)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
