"""A bundle: a campaign's content as a signed file (`.f2fbundle`), made by an organizer or served by the hub."""

from pathlib import Path

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.protocol.signed_file import SignedFileDamaged, read_signed, write_signed

FORMAT = "f2f-bundle"
VERSION = 1
SUFFIX = ".f2fbundle"
MAX_FILE = 64 * 1024 * 1024
"""Bytes of a bundle file that a laptop takes."""


class CampaignFileUnreadable(KnownError):
    """The file of a bundle cannot be opened."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} cannot be read.", "Check that the file is there and try again.")


class CampaignFileTooLarge(KnownError):
    """The file is larger than a bundle may be."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is too large for a campaign file.", "Choose another file.")


class Bundle(msgspec.Struct, frozen=True):
    """A campaign's content and the key that signed it."""

    content: CampaignContent
    signer: bytes
    """Raw Ed25519 public key of the campaign, 32 bytes."""

    @property
    def fingerprint(self) -> str:
        """The campaign's key in a form that people can compare."""
        return PublicKey.from_bytes(self.signer).fingerprint


def write_bundle(content: CampaignContent, key: SigningKey) -> bytes:
    """The bytes of a bundle file."""
    return write_signed(FORMAT, VERSION, msgspec.json.encode(content, order="deterministic"), key)


def read_bundle(data: bytes) -> Bundle:
    """The bundle in a file's bytes. Raises `SignedFileDamaged`, `SignedFileTooNew`."""
    content, public = read_signed(FORMAT, VERSION, data, "campaign file")
    try:
        return Bundle(msgspec.json.decode(content, type=CampaignContent), public.to_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SignedFileDamaged(
            "This campaign file does not hold a complete campaign.", "Ask for it again."
        ) from error


def read_bundle_file(path: Path) -> Bundle:
    """The bundle in a file.

    Raises `CampaignFileUnreadable`, `CampaignFileTooLarge`, `SignedFileDamaged`, `SignedFileTooNew`.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise CampaignFileTooLarge(path.name)
        return read_bundle(path.read_bytes())
    except OSError as error:
        raise CampaignFileUnreadable(path.name) from error
