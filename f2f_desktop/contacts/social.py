"""Accounts on social services, from profile properties, instant-messaging addresses and plain links."""

import re

from f2f_desktop.contacts.model import SocialProfile
from f2f_desktop.contacts.text import clean

HOSTS = {
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "fb.me": "facebook",
    "m.me": "messenger",
    "messenger.com": "messenger",
    "instagram.com": "instagram",
    "twitter.com": "twitter",
    "x.com": "twitter",
    "linkedin.com": "linkedin",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "tiktok.com": "tiktok",
    "threads.net": "threads",
    "threads.com": "threads",
    "bsky.app": "bluesky",
    "snapchat.com": "snapchat",
    "reddit.com": "reddit",
    "wa.me": "whatsapp",
    "discord.com": "discord",
    "signal.me": "signal",
    "youtube.com": "youtube",
    "github.com": "github",
}
"""Host, without `www.` and the like, to service."""

SERVICES = {
    "x": "twitter",
    "skype-username": "skype",
    "xmpp": "jabber",
    "gtalk": "google-talk",
    "google talk": "google-talk",
    "googletalk": "google-talk",
    "facebookmessenger": "messenger",
    "facebook messenger": "messenger",
    "fb-messenger": "messenger",
    "ymsgr": "yahoo",
    "msnim": "msn",
    "tg": "telegram",
    "mastodon": "mastodon",
}
"""Other names of a service to the one we use."""

LINK = re.compile(
    r"(?:(https?)://)?(?:(?:www|m|mobile|web|[a-z]{2})\.)?([a-z0-9.-]+\.[a-z]{2,})(?::[0-9]+)?(/[^\s?#]*)?(\?\S*)?(#\S*)?",
    re.IGNORECASE,
)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(.*)", re.IGNORECASE | re.DOTALL)
NOT_A_HANDLE = frozenset(
    ("profile.php", "people", "pages", "share", "groups", "search", "home", "watch", "channel", "#")
)
PATH_WORDS = frozenset(("in", "pub", "profile", "add", "user", "u", "t", "c", "company"))
HANDLE = re.compile(r"[\w.@+#:-]{1,100}")


def service_name(word: str) -> str:
    """The service that a type or parameter names, in lower case."""
    word = clean(word).lower()
    return SERVICES.get(word, word)


def profile(text: str, service: str = "", handle: str = "") -> SocialProfile | None:
    """The account that `text` names: a link, `scheme:account`, or a bare handle of `service`.

    `handle` is what the card says beside it (Apple's `x-user`). None where no service is known, or the text is
    neither link nor handle. Only http and https links are kept: a window will open them.
    """
    text = clean(text[:2_000])
    service = service_name(service)
    handle = clean(handle).removeprefix("@")
    if link := LINK.fullmatch(text):
        return of_link(link, text, service, handle)
    scheme = SCHEME.fullmatch(text)
    if scheme and scheme[1].lower() not in ("http", "https"):
        word = scheme[1].lower()
        if not service and word not in ("x-apple", "im", "sip"):
            service = service_name(word)
        text = scheme[2].partition("?")[0].lstrip("/")
    bare = handle or text.removeprefix("@")
    if service and HANDLE.fullmatch(bare) and service not in ("javascript", "data", "file", "mailto", "tel"):
        return SocialProfile(service, bare)
    return None


def of_link(link: re.Match[str], text: str, service: str, handle: str) -> SocialProfile | None:
    """The account behind a link; `text` is the whole of it."""
    host = link[2].lower()
    known = HOSTS.get(host) or HOSTS.get(".".join(host.split(".")[-2:]), "")
    if not known and not link[1]:
        # `jane.roe` beside a service is a handle, not a host.
        return (
            SocialProfile(service, handle or text.removeprefix("@"))
            if service and HANDLE.fullmatch(text)
            else None
        )
    if not known and not service:
        return None
    if not handle and known:
        words = [word for word in (link[3] or "").split("/") if word]
        if len(words) > 1 and words[0].lower() in PATH_WORDS:
            words = words[1:]
        if words and words[0].lower() not in NOT_A_HANDLE and HANDLE.fullmatch(words[0]):
            handle = words[0].removeprefix("@")
    return SocialProfile(known or service, handle, text if link[1] else f"https://{text}")
