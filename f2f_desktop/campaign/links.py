"""Tracked links: an address of the campaign's that each message gets a short address of its own for.

A short address is `https://hub/l/` and a code: the link's id, six characters, and eight drawn on the laptop when the
message is put together. The hub knows from the signed content where the link leads, so it needs to have
heard of the message no earlier than its receiver clicks, and leads nowhere else. The eight characters are drawn from a
secret of the laptop and what the message is, so that a message that is read again has the same address.
"""

import hashlib
import hmac
import re
import secrets

import msgspec

from f2f_desktop.campaign.ids import LinkId
from f2f_desktop.campaign.merge_fields import field_name

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without i, l, o, 0 and 1, which look alike."""

ID_LENGTH, DRAWN = 6, 8
FIELD_PREFIX = "link_"
PATH = "/l/"
CODE = re.compile(rf"/l/([{ALPHABET}]{{{ID_LENGTH + DRAWN}}})(?![A-Za-z0-9])")


class TrackedLink(msgspec.Struct, frozen=True):
    """Where a link leads; `name` is what merge fields call it: `{{link_plan}}` for "Plan"."""

    id: LinkId
    name: str
    url: str

    @property
    def field(self) -> str:
        """The merge field that stands for it."""
        return FIELD_PREFIX + field_name(self.name)


def new_link_id() -> LinkId:
    """A fresh id."""
    return LinkId(_drawn(ID_LENGTH))


def code_for(link: LinkId, secret: bytes, message: str) -> str:
    """The code of one message; `secret` and `message` (whatever names it on this laptop) say nothing to others."""
    digest = hmac.new(secret, f"link/{link}/{message}".encode(), hashlib.sha256).digest()
    return link + "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:DRAWN])


def codes_in(text: str) -> tuple[str, ...]:
    """The codes of the short addresses in a text, each once, in order."""
    return tuple(dict.fromkeys(CODE.findall(text)))


def link_of(code: str) -> LinkId | None:
    """The link that a code belongs to; None where it can be no code."""
    if len(code) != ID_LENGTH + DRAWN or not set(code) <= set(ALPHABET):
        return None
    return LinkId(code[:ID_LENGTH])


def _drawn(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(count))
