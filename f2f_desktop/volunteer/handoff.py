"""Handing a message over to the volunteer's own phone, mail program or account: links, and texts for QR codes.

Links are built from checked parts and never opened as given: digits only for `sms:` and `tel:`, no header in
`mailto:` but subject and body, https hosts from a table of our own. Nothing here sends anything.

Sources: RFC 5724 (sms), RFC 3966 (tel), RFC 6068 (mailto); `SMSTO:number:text` is what ZXing and the phones' cameras
read, the text raw after the second colon.
"""

import re
from urllib.parse import quote, urlsplit

import msgspec

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.errors import KnownError

E164 = re.compile(r"\+[1-9]\d{6,14}")
HANDLE = re.compile(r"[A-Za-z0-9._-]{1,100}")
ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\\\"?&%]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
LONGEST_MAILTO = 2_000
"""Characters: mail programs on Windows cut longer links."""


class UnusablePoint(KnownError):
    """A number, address or account from which no safe link can be built."""

    def __init__(self) -> None:
        super().__init__(
            "This number, address or account cannot be used for a link.",
            "Copy the text and write as you usually do.",
        )


class HandOff(msgspec.Struct, frozen=True):
    """What the window offers to pass a message on. An empty link or code is not offered."""

    channel: Channel
    text: str
    """What *copy* copies."""
    link: str = ""
    """URL for *open*."""
    code: str = ""
    """Text of the QR code that the volunteer's phone scans."""
    other_code: str = ""
    """Another form of it, for a phone that does not understand the first."""


SERVICES = {
    "facebook": ("www.facebook.com", "facebook.com", "m.facebook.com", "fb.com"),
    "messenger": ("m.me", "www.messenger.com"),
    "instagram": ("www.instagram.com", "instagram.com"),
    "x": ("x.com", "twitter.com", "www.twitter.com", "www.x.com"),
    "linkedin": ("www.linkedin.com", "linkedin.com"),
    "whatsapp": ("wa.me", "api.whatsapp.com"),
    "telegram": ("t.me", "telegram.me"),
    "signal": ("signal.me",),
    "tiktok": ("www.tiktok.com",),
    "snapchat": ("www.snapchat.com",),
    "threads": ("www.threads.net", "threads.net"),
    "bluesky": ("bsky.app",),
}
"""Social services and the hosts that their profile links may name; the first is the one that we build links for."""

PATHS = {
    "linkedin": "/in/{}",
    "tiktok": "/@{}",
    "snapchat": "/add/{}",
    "threads": "/@{}",
    "bluesky": "/profile/{}",
}
"""Path of a profile where it is not just the handle."""

NUMBER_SERVICES = frozenset({"whatsapp", "signal"})
"""Services whose accounts are phone numbers."""

OTHER_NAMES = {
    "twitter": "x",
    "facebookmessenger": "messenger",
    "fb": "facebook",
    "insta": "instagram",
    "ig": "instagram",
}


def hand_off(channel: Channel, point: str, service: str, text: str, subject: str = "") -> HandOff:
    """Links and codes for one message to one point. Raises `UnusablePoint`."""
    if channel is Channel.TEXT:
        number = _e164(point)
        return HandOff(channel, text, sms_link(number, text), f"SMSTO:{number}:{text}", ios_sms_link(number, text))
    if channel is Channel.CALL:
        number = _e164(point)
        return HandOff(channel, text, f"tel:{number}", f"tel:{number}")
    if channel is Channel.EMAIL:
        return HandOff(channel, text, mailto_link(point, subject, text))
    link = profile_link(service, point, text)
    return HandOff(channel, text, link, link)


def sms_link(number: str, text: str) -> str:
    """`sms:` with the text as `body` (RFC 5724, section 2.2). Raises `UnusablePoint`."""
    return f"sms:{_e164(number)}?body={quote(text, safe='')}"


def ios_sms_link(number: str, text: str) -> str:
    """`sms:` in the form that both iOS (`&body`) and Android (`?`) accept. Raises `UnusablePoint`."""
    return f"sms:{_e164(number)}?&body={quote(text, safe='')}"


def mailto_link(address: str, subject: str, text: str) -> str:
    """`mailto:` with subject and body and no other header (RFC 6068). Raises `UnusablePoint`.

    A message that would make the link too long for common mail programs is left out: it can be copied.
    """
    if not ADDRESS.fullmatch(address):
        raise UnusablePoint
    flat_subject = " ".join(subject.split())
    body = "\r\n".join(text.splitlines())
    link = f"mailto:{quote(address, safe='@+')}?subject={quote(flat_subject, safe='')}"
    full = f"{link}&body={quote(body, safe='')}"
    return full if len(full) <= LONGEST_MAILTO else link


def profile_link(service: str, account: str, text: str = "") -> str:
    """The https link of an account given as handle, number or URL. Raises `UnusablePoint`."""
    name = service.casefold().replace(" ", "")
    name = OTHER_NAMES.get(name, name)
    if "/" in account:
        return _checked_url(name, account)
    if name not in SERVICES:
        raise UnusablePoint
    host = SERVICES[name][0]
    if name in NUMBER_SERVICES:
        digits = "".join(character for character in account if character in "0123456789")
        number = _e164(f"+{digits}")
        if name == "signal":
            return f"https://{host}/#p/{number}"
        return f"https://{host}/{digits}?text={quote(text, safe='')}" if text else f"https://{host}/{digits}"
    handle = account.removeprefix("@")
    if not HANDLE.fullmatch(handle) or not handle.strip("."):
        raise UnusablePoint
    return f"https://{host}{PATHS.get(name, '/{}').format(handle)}"


def _checked_url(service: str, url: str) -> str:
    """A profile's URL built anew from its host, if that is one of the known services', and its path."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = (parts.hostname or "").lower()
    except ValueError:
        raise UnusablePoint from None
    hosts = SERVICES.get(service) or tuple(each for listed in SERVICES.values() for each in listed)
    path = quote(parts.path, safe="/@._-~%")
    if parts.scheme not in ("http", "https") or host not in hosts or not path.strip("/") or ".." in path:
        raise UnusablePoint
    return f"https://{host}{path}"


def _e164(number: str) -> str:
    if not E164.fullmatch(number):
        raise UnusablePoint
    return number
