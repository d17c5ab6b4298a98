"""A signed file: one line of JSON that says what it is and who signed it, then a zstd frame.

    {"format":"f2f-bundle","version":1,"public_key":"...","signature":"..."}\\n<zstd frame>

The signature (Ed25519, RFC 8032) is over `format`, version, and the frame's content, so that a bundle can never be
passed off as a packet. Nothing in the file depends on the time of writing: the same content gives the same bytes.
"""

import base64

import msgspec
import zstandard

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import BadKey, BadSignature, PublicKey, SigningKey

MAX_HEADER = 4_096
MAX_CONTENT = 256 * 1024 * 1024
"""Largest content, in bytes, that is unpacked."""


class SignedFileDamaged(KnownError):
    """The file is cut off, was changed, or is something else altogether."""


class SignedFileTooNew(KnownError):
    """The file was written by a newer version of the program."""


class _Header(msgspec.Struct):
    format: str
    version: int
    public_key: str
    signature: str


def _signed_bytes(format_name: str, version: int, content: bytes) -> bytes:
    return f"{format_name}/{version}\n".encode() + content


def write_signed(format_name: str, version: int, content: bytes, key: SigningKey) -> bytes:
    """The bytes of a signed file with `content`."""
    header = _Header(
        format_name,
        version,
        base64.b64encode(key.public.to_bytes()).decode(),
        base64.b64encode(key.sign(_signed_bytes(format_name, version, content))).decode(),
    )
    return msgspec.json.encode(header) + b"\n" + zstandard.ZstdCompressor(level=9).compress(content)


def read_signed(
    format_name: str, version: int, data: bytes, what: str, largest: int = MAX_CONTENT
) -> tuple[bytes, PublicKey]:
    """The content of a signed file and the key that signed it; whether to trust that key is the caller's question.

    `what` names the file in errors ("campaign file"). Raises `SignedFileDamaged`, `SignedFileTooNew`.
    """
    damaged = SignedFileDamaged(f"This {what} is damaged or incomplete.", "Ask for it again.")
    line, newline, frame = data[:MAX_HEADER].partition(b"\n")
    try:
        header = msgspec.json.decode(line, type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise SignedFileDamaged(f"This is no {what}.", "Choose another file, or ask for it again.") from None
    if header.format != format_name:
        raise SignedFileDamaged(f"This is no {what}.", "Choose another file.")
    if header.version > version:
        raise SignedFileTooNew(f"This {what} needs a newer F2F Desktop.", "Install the newest version first.")
    frame = data[len(line) + len(newline) :]
    try:
        size = zstandard.frame_content_size(frame)
        if not 0 <= size <= largest:
            raise damaged
        content = zstandard.ZstdDecompressor().decompress(frame, max_output_size=largest, allow_extra_data=False)
        public = PublicKey.from_bytes(base64.b64decode(header.public_key, validate=True))
        public.verify(
            base64.b64decode(header.signature, validate=True),
            _signed_bytes(format_name, header.version, content),
        )
    except (zstandard.ZstdError, ValueError, BadKey, BadSignature):
        # ValueError: what should be base64 is none.
        raise damaged from None
    return content, public
