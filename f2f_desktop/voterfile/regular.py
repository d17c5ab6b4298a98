"""Makes a delimited file regular: UTF-8, one record a line, as many fields on each as the header has.

Almost every file is so already, and then nothing is copied: a look at each chunk tells (about a second per
gigabyte). From the first chunk that is not, the file is copied into the work folder, damaged lines mended where
there is no doubt, and counted and left out where there is. So a reader that is fast but easily confused, such as
DuckDB's, may follow, and every lost line is accounted for.

In tab- and pipe-separated files quotes are plain characters that stand around fields (`outer`): an unpaired one
then harms nobody. In others a quoted field may hold delimiters and line breaks (RFC 4180).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.blocks import is_regular
from f2f_desktop.voterfile.mending import MAX_LINE, TOO_LONG, Dialect, Mender
from f2f_desktop.voterfile.raw import RawFile

_GLOB = set("*?[{")
"""Characters that would make DuckDB look for several files."""


@dataclass(frozen=True)
class RegularFile:
    """A file that a strict reader takes without complaint."""

    path: Path
    dialect: Dialect
    skip: int
    """Lines before the first record."""
    counts: Counter[str] = field(default_factory=Counter)
    """What was mended, and what was left out for which reason."""


def make_regular(
    raw: RawFile, dialect: Dialect, skip: int, folder: Path, progress: Progress = no_progress
) -> RegularFile:
    """The file itself if it is regular, else a regular copy of it in `folder`.

    `skip` lines at the beginning (the header) are passed over. Progress is told in bytes. Raises
    VoterFileUnreadable, and OSError where the copy cannot be written.
    """
    mender = Mender(dialect)
    copy: BinaryIO | None = None
    copied = folder / f"{len(list(folder.iterdir()))}.regular"
    if not raw.plain or _GLOB & set(str(raw.path)):
        copy = copied.open("xb")
    seen = 0
    crlf = _header_ends(raw, skip)
    try:
        for chunk in whole_lines(raw, skip, mender.counts):
            regular = not mender.waiting and is_regular(chunk, dialect)
            with_cr = chunk.endswith(b"\r\n")
            lines = chunk
            same_ends = regular and crlf in {None, with_cr}
            crlf = with_cr if crlf is None else crlf
            if not regular or (with_cr and (copy is not None or not same_ends)):
                lines = chunk.replace(b"\r\n", b"\n")
                regular = regular or (not mender.waiting and is_regular(lines, dialect))
            if copy is None and not (regular and same_ends):
                copy = copied.open("xb")
                _copy_beginning(raw, skip, seen, copy)
            if copy is not None:
                copy.write(lines if regular else mender.mend(lines))
            seen += len(chunk)
            progress(min(seen, raw.size), raw.size)
        if copy is None:
            return RegularFile(raw.path, dialect, skip, mender.counts)
        copy.write(mender.rest())
        return RegularFile(copied, dialect, 0, mender.counts)
    finally:
        if copy is not None:
            copy.close()


def _header_ends(raw: RawFile, skip: int) -> bool | None:
    """Whether the lines before the first record end with CR LF; None where there is none."""
    lines = raw.sample().split(b"\n")[:skip]
    ends = {line.endswith(b"\r") for line in lines}
    return ends.pop() if len(ends) == 1 else None


def whole_lines(raw: RawFile, skip: int, counts: Counter[str], size: int | None = None) -> Iterator[bytes]:
    """The content in chunks (of about `size` bytes) that end with a line, the first `skip` lines left out."""
    rest = b""
    endless = False
    for chunk in raw.chunks(size) if size else raw.chunks():
        last = chunk.rfind(b"\n") + 1
        if last and not (skip or endless):
            yield b"".join((rest, memoryview(chunk)[:last]))
            rest = chunk[last:]
        else:
            data = rest + chunk
            while (skip or endless) and (end := data.find(b"\n")) >= 0:
                data = data[end + 1 :]
                endless, skip = False, skip - (not endless)
            cut = data.rfind(b"\n") + 1
            if cut and not skip:
                yield data[:cut]
            rest = b"" if endless else data[cut:]
        if len(rest) > MAX_LINE and not skip:
            counts[TOO_LONG] += 1
            rest, endless = b"", True
    if not skip and rest.strip(b"\r\n"):
        yield rest.rstrip(b"\r\n") + b"\n"


def _copy_beginning(raw: RawFile, skip: int, length: int, copy: BinaryIO) -> None:
    """Copies the first `length` bytes of the records, which have been found regular."""
    for chunk in whole_lines(raw, skip, Counter()):
        if length <= 0:
            return
        copy.write(chunk.replace(b"\r\n", b"\n"))
        length -= len(chunk)
