"""Writing an extract. The same voters, details and key give the same bytes, whatever the order of the rows."""

import hashlib
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import numpy as np
import zstandard
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import District
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile import packing
from f2f_desktop.voterfile.archive import add_member
from f2f_desktop.voterfile.columns import DISTRICT, ID, NUMBER_COLUMNS
from f2f_desktop.voterfile.manifest import (
    MANIFEST_NAME,
    MAX_VOTERS,
    SIGNATURE_NAME,
    Column,
    Manifest,
    Part,
    Reading,
)
from f2f_desktop.voterfile.replacing import replacing
from f2f_desktop.voterfile.voters import TEXT_COLUMNS, TextColumn, Voters

_LEVEL = 15
"""zstd: a higher level saves less than a hundredth here."""


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


def write_extract(
    path: Path, voters: Voters, details: ExtractDetails, key: SigningKey, *, progress: Progress = no_progress
) -> Manifest:
    """Writes `voters` as the extract `path`, signed by `key`, and returns its manifest.

    The rows are stored in the order of `storage_order`. The file appears whole or not at all. Raises
    ExtractNotWritten, and ValueError where ids repeat or a text holds a line break.
    """
    if len(np.unique(voters.ids)) != len(voters):
        raise ValueError("every voter needs an id of their own")
    if len(voters) > MAX_VOTERS:
        raise ValueError(f"an extract holds at most {MAX_VOTERS} voters")
    columns: list[Column] = []
    contents: dict[str, bytes] = {}
    total = 1 + len(voters.texts) + len(voters.numbers) + len(voters.districts)
    for done, (name, role, encoding, parts) in enumerate(_packed(voters)):
        progress(done, total)
        frames = {f"columns/{name}.{part}.zst": (_compressed(content), content) for part, content in parts.items()}
        contents |= {member: frame for member, (frame, _) in frames.items()}
        columns.append(
            Column(name, role, encoding, tuple(_part(member, *both) for member, both in frames.items()))
        )
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
        signer=key.public.to_bytes(),
        columns=tuple(columns),
    )
    signed = msgspec.json.encode(manifest)
    with replacing(path) as file, zipfile.ZipFile(file, "w") as archive:
        add_member(archive, MANIFEST_NAME, signed)
        add_member(archive, SIGNATURE_NAME, key.sign(signed))
        for member, frame in contents.items():
            add_member(archive, member, frame)
    progress(total, total)
    return manifest


def storage_order(voters: Voters) -> NDArray[np.intp]:
    """The order in which an extract keeps its rows: by place, street, house, and household, then by id.

    Whoever lives together stands together, which makes districts, streets and surnames cost next to nothing.
    """
    address = voters.text("street_address")
    split = [packing.split_house(value) for value in address.values]
    houses = np.array([number for number, _ in split], np.int64)[address.codes]
    return np.lexsort(
        (
            voters.ids,
            _ranks(voters.text("first_name")),
            _ranks(voters.text("last_name")),
            houses,
            _ranks(TextColumn(address.codes, tuple(street for _, street in split))),
            _ranks(voters.text("zip")),
            _ranks(voters.text("county")),
        )
    )


def _ranks(column: TextColumn) -> NDArray[np.uint32]:
    """Per row the place of its text in alphabetical order; equal texts have equal places."""
    places = {value: place for place, value in enumerate(sorted(set(column.values)))}
    return np.array([places[value] for value in column.values], np.uint32)[column.codes]


def _packed(voters: Voters) -> Iterator[tuple[str, str, str, packing.Parts]]:
    """Name, role, encoding and parts of every column."""
    order = storage_order(voters)

    def in_order(column: TextColumn) -> TextColumn:
        return TextColumn(column.codes[order], column.values)

    yield ID, "id", *packing.pack_ids(voters.ids[order])
    for name in TEXT_COLUMNS:
        if name in voters.texts:
            yield name, "text", *packing.pack_text_column(name, in_order(voters.texts[name]))
    for name in NUMBER_COLUMNS:
        if name in voters.numbers:
            yield name, "number", *packing.pack_number_column(name, voters.numbers[name][order])
    for kind in sorted(voters.districts):
        yield DISTRICT + kind, "district", *packing.pack_text_column(kind, in_order(voters.districts[kind]))


def _compressed(content: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True).compress(content)


def _part(name: str, frame: bytes, content: bytes) -> Part:
    return Part(name, len(frame), len(content), hashlib.sha256(frame).hexdigest())
