"""Making a row delta from one extract to the next; the format is told in `delta`."""

import hashlib
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import msgspec
import numpy as np
import zstandard
from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile import packing
from f2f_desktop.voterfile.archive import Archive, add_member, read_file
from f2f_desktop.voterfile.delta import (
    HEAD_NAME,
    ROWS_NAME,
    Head,
    Packed,
    Rows,
    all_columns,
    opened_whenever,
    taken,
    zstd_version,
)
from f2f_desktop.voterfile.delta_applying import rows_applied
from f2f_desktop.voterfile.errors import DeltaImpossible
from f2f_desktop.voterfile.manifest import SIGNATURE_NAME, Part
from f2f_desktop.voterfile.opening import Extract
from f2f_desktop.voterfile.voters import TextColumn, Voters
from f2f_desktop.voterfile.writing import details_of, prepare_extract

_LEVEL = 19
"""zstd: the delta is made once and travels often."""


def make_delta(old: Path, new: Path, *, progress: Progress = no_progress) -> bytes:
    """The delta from one extract to another, both of which may be over.

    Raises the errors of `open_extract`, and DeltaImpossible where the new file cannot be made again exactly.
    """
    return delta_between(read_file(old), read_file(new), new.name, progress=progress)


def delta_between(base_bytes: bytes, new_bytes: bytes, name: str, *, progress: Progress = no_progress) -> bytes:
    """The same for the bytes of two extracts; `name` is what the new one is called."""
    progress(0, 4)
    base, target = opened_whenever(base_bytes), opened_whenever(new_bytes)
    progress(1, 4)
    rows = _difference(base.voters, target)
    progress(2, 4)
    with Archive(new_bytes) as archive:
        signature = archive.member(SIGNATURE_NAME, 1_024)
    # As whoever applies it will do: what can't be made again here can't be made there.
    again = BytesIO()
    details, signer = details_of(target.manifest), target.signer.key
    prepare_extract(rows_applied(base.voters, rows), details, signer).write(again, signature)
    if again.getvalue() != new_bytes:
        raise DeltaImpossible(name)
    progress(3, 4)
    content = msgspec.msgpack.encode(rows)
    frame = zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True).compress(content)
    head = Head(
        base=hashlib.sha256(base_bytes).hexdigest(),
        result=hashlib.sha256(new_bytes).hexdigest(),
        size=len(new_bytes),
        signature=signature,
        zstd=zstd_version(),
        rows=Part(ROWS_NAME, len(frame), len(content), hashlib.sha256(frame).hexdigest()),
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive_file:
        add_member(archive_file, HEAD_NAME, msgspec.json.encode(head))
        add_member(archive_file, ROWS_NAME, frame)
    progress(4, 4)
    return file.getvalue()


def _difference(base: Voters, target: Extract) -> Rows:
    new = target.voters
    _, base_rows, new_rows = np.intersect1d(base.ids, new.ids, assume_unique=True, return_indices=True)
    order = np.argsort(base_rows)
    base_rows, new_rows = base_rows[order], new_rows[order]
    removed = np.setdiff1d(np.arange(len(base)), base_rows, assume_unique=True)
    added = np.setdiff1d(np.arange(len(new)), new_rows, assume_unique=True)
    before, columns = all_columns(base), all_columns(new)
    changed = {
        name: packed
        for name, column in columns.items()
        if (packed := _changes(name, before.get(name), column, base_rows, new_rows))
    }
    ids = new.ids[added]
    encoding, parts = packing.pack_ids(ids)
    same_names = base.national == new.national
    names = {} if same_names or new.national is None else new.national.by_kind
    return Rows(
        details=details_of(target.manifest),
        signer=target.manifest.signer,
        columns=tuple(columns),
        removed=_steps(removed),
        removed_count=len(removed),
        changed=changed,
        ids=Packed(encoding, parts, len(ids)),
        added={name: _packed(name, taken(column, added)) for name, column in columns.items()},
        same_names=same_names,
        names={kind: Packed("shares", packing.pack_shares(shares), len(shares)) for kind, shares in names.items()},
    )


def _packed(name: str, column: TextColumn | NDArray[np.integer], rows: bytes = b"") -> Packed:
    if isinstance(column, TextColumn):
        return Packed(*packing.pack_text_column(name, column), len(column.codes), rows)
    return Packed(*packing.pack_number_column(name, column), len(column), rows)


def _changes(
    name: str,
    before: TextColumn | NDArray[np.integer] | None,
    after: TextColumn | NDArray[np.integer],
    base_rows: NDArray[np.integer],
    new_rows: NDArray[np.integer],
) -> Packed | None:
    """The rows that both have and in which they differ; a column that was not there was empty."""
    now = taken(after, new_rows)
    if isinstance(now, TextColumn):
        old = taken(before, base_rows) if isinstance(before, TextColumn) else None
        differs = now.codes != (0 if old is None else _translated(old, now.values))
    else:
        differs = now != (0 if before is None else taken(before, base_rows))
    places = np.flatnonzero(differs)
    return _packed(name, taken(now, places), _steps(base_rows[places])) if len(places) else None


def _translated(column: TextColumn | NDArray[np.integer], values: Sequence[str]) -> NDArray[np.int64]:
    """The codes of a text column in the numbering of another list of values; -1: not in it."""
    assert isinstance(column, TextColumn)
    numbers = {value: number for number, value in enumerate(values)}
    return np.asarray(np.array([numbers.get(value, -1) for value in column.values], np.int64)[column.codes])


def _steps(rows: NDArray[np.integer]) -> bytes:
    return packing.pack_array(np.diff(rows, prepend=0))
