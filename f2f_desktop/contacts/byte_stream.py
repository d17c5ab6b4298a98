"""An address book as a stream of small chunks of bytes: UTF-8 or some one-byte charset, lines ended by LF.

Chunks are small (128 kB) so that no single call holds the interpreter for more than a few milliseconds, and so
that a file full of photos never has to be in memory.
"""

import codecs
from collections.abc import Iterator
from pathlib import Path

CHUNK = 1 << 17

WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def chunks_of(data: bytes) -> Iterator[bytes]:
    """`data` in chunks."""
    for start in range(0, len(data), CHUNK):
        yield data[start : start + CHUNK]


def chunks_of_file(path: Path) -> Iterator[bytes]:
    """The bytes of the file at `path`, in chunks. Raises OSError."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def wide_encoding(start: bytes) -> str:
    """The encoding of a text that begins with `start` if its characters have two or four bytes, else empty.

    Without a byte order mark it is told by the zero bytes: nearly all in odd places (little end first) or in
    even ones.
    """
    for bom, encoding in WIDE_BOMS:
        if start.startswith(bom):
            return encoding
    sample = start[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half >= 2 and odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if half >= 2 and even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def as_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """UTF-16 and UTF-32 as UTF-8; everything else as it is."""
    first = next(chunks, b"")
    encoding = wide_encoding(first)
    if not encoding:
        yield first
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    yield decoder.decode(first).encode("utf-8", "replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def with_plain_lines(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """`chunks` without NULs and byte order marks, every CR, CRLF and CRCRLF an LF.

    Byte order marks are dropped anywhere: files are joined with `cat`.
    """
    held = b""
    for raw in chunks:
        chunk = held + raw
        # CR CR LF may fall on two chunks. More than two CRs are empty lines of an old Mac.
        kept = max(len(chunk.rstrip(b"\r\0")), len(chunk) - 2)
        chunk, held = chunk[:kept], chunk[kept:]
        yield plain(chunk)
    yield plain(held)


def plain(chunk: bytes) -> bytes:
    """One chunk without NULs and byte order marks, lines ended by LF."""
    if b"\0" in chunk:
        chunk = chunk.replace(b"\0", b"")
    if codecs.BOM_UTF8 in chunk:
        chunk = chunk.replace(codecs.BOM_UTF8, b"")
    if b"\r" in chunk:
        chunk = chunk.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return chunk
