"""An invite: how a laptop finds a hub and may join, as a link, a file, or a QR code.

The link is `f2f://join/` and then, in base64url, the invite as JSON under zlib: short enough for a QR code. It holds
the hub's address and keys, the campaign's public key, the pin of a certificate that no authority vouches for, and the
secret that is exchanged for a registered device.
"""

import zlib

import msgspec

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.api import HubIdentity
from f2f_desktop.protocol.http_signatures import NotSigned, decoded, encoded
from f2f_desktop.protocol.roles import Role

SUFFIX = ".f2finvite"
LINK = "f2f://join/"
MAX_TEXT = 16 * 1024
_MAX_JSON = 64 * 1024


class InviteUnreadable(KnownError):
    """The text is no invite, or a part of it is missing."""

    def __init__(self) -> None:
        super().__init__(
            "This is no complete invite.", "Copy the whole link, from f2f://join/ to its end, or ask for it again."
        )


class Address(msgspec.Struct, frozen=True):
    """Where a hub is."""

    url: str
    """`https://hub.example.org` or `https://192.0.2.7:8443`, without a slash at the end."""
    pin: bytes = b""
    """SHA-256 of the certificate, 32 bytes, where no authority vouches for it."""


class Invite(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody needs to join."""

    address: Address
    hub: HubIdentity
    campaign: CampaignId
    campaign_name: str
    campaign_key: bytes
    secret: bytes
    role: Role = Role.VOLUNTEER
    expires_at: Milliseconds = Milliseconds(0)


def write_link(invite: Invite) -> str:
    """The invite as a link."""
    return LINK + encoded(zlib.compress(msgspec.json.encode(invite), 9))


def read_invite(text: str) -> Invite:
    """The invite in a link, or in a text or file that holds one. Raises `InviteUnreadable`."""
    _, found, rest = text[:MAX_TEXT].partition(LINK)
    if not found:
        raise InviteUnreadable
    link = rest.split(maxsplit=1)[0].strip("<>\"'.,;)") if rest.split() else ""
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(decoded(link), _MAX_JSON)
        if not unpacker.eof:
            raise InviteUnreadable
        invite = msgspec.json.decode(data, type=Invite)
    except (NotSigned, zlib.error, msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InviteUnreadable from error
    keys = (invite.hub.key, invite.hub.sealing_key, invite.campaign_key)
    if any(len(key) != 32 for key in keys) or len(invite.address.pin) not in (0, 32):
        raise InviteUnreadable
    return invite


def write_invite_file(invite: Invite) -> bytes:
    """An invite as a file that says in words what it is."""
    return (
        f"Invitation to {invite.campaign_name}: open this file with F2F Desktop, or paste the next line into it.\n"
        f"{write_link(invite)}\n"
    ).encode()
