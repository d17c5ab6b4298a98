"""Address books from a CardDAV server (RFC 6352), found as RFC 6764 says. The only way of contacts to the network.

Only asks (PROPFIND, REPORT), never writes. The password goes nowhere but into the requests: whoever calls keeps it.
"""

import ipaddress
from collections.abc import Iterator, Sequence
from html import escape
from typing import Self
from xml.etree.ElementTree import Element, ParseError

import msgspec
import requests
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.compat import urljoin, urlparse

from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress, no_progress

CONNECT_SECONDS = 10
READ_SECONDS = 60
MAX_ANSWER = 64 << 20
"""Bytes of one answer."""
MAX_CARDS = 256 << 20
"""Bytes of all cards, photos included."""
BATCH = 50
"""Cards asked for at once: with photos they are up to some MB each."""
MAX_REDIRECTS = 5
MAX_BOOKS = 50
CHUNK = 1 << 16

DAV = "{DAV:}"
CARDDAV = "{urn:ietf:params:xml:ns:carddav}"
WELL_KNOWN = "/.well-known/carddav"


class CardDavError(KnownError):
    """An address book on a server that could not be fetched."""


class WrongPassword(CardDavError):
    """The server does not take this user name and password."""


class NotCardDav(CardDavError):
    """Something answers at this address, but it holds no address books."""


class CertificateRefused(CardDavError):
    """The server cannot prove who it is."""


class ServerUnreachable(CardDavError):
    """Nothing answers."""


class AnswerTooLarge(CardDavError):
    """More than any address book holds."""


class RemoteAddressBook(msgspec.Struct, frozen=True):
    """An address book as the server has it: its display name, and its cards one after the other.

    `read.read_address_book(book.name, book.cards)` reads them.
    """

    name: str
    cards: bytes
    count: int


class Place(msgspec.Struct, frozen=True):
    """A collection on the server."""

    url: str
    name: str


def fetch_address_books(
    address: str, user: str, password: str, progress: Progress = no_progress
) -> tuple[RemoteAddressBook, ...]:
    """All address books of `user` on the server at `address` (a host, or the address of a server or address book).

    `progress` counts cards; their number is 0 until it is known. Raises CardDavError, and whatever `progress` raises.
    """
    start = server_address(address)
    with Server(start, user, password, progress) as server:
        places = address_books_at(server, start)
        listed = [(place, card_addresses(server, place.url)) for place in places[:MAX_BOOKS]]
        server.total = sum(len(cards) for _, cards in listed)
        return tuple(downloaded(server, place, cards) for place, cards in listed)


def server_address(address: str) -> str:
    """A full address: https unless it says otherwise, which only this computer itself may. Raises CardDavError."""
    text = address.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlparse(text)
        scheme, host, _ = parts.scheme, parts.hostname, parts.port
    except ValueError:
        scheme, host = "", None
    if not host or scheme not in ("http", "https"):
        raise NotCardDav("This is not the address of a server.", "It looks like https://cloud.example.org.")
    if scheme == "http" and not is_this_computer(host):
        raise NotCardDav(
            "This address begins with http://: your password and contacts could be read on the way.",
            "Use the address that begins with https://.",
        )
    return text


def joined(base: str, reference: str) -> str:
    """The address that `reference`, written by the server at `base`, means. Raises NotCardDav if it is none."""
    try:
        address = urljoin(base, reference)
        parts = urlparse(address)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        whole = False
    if not whole:
        raise NotCardDav("The server's answer cannot be understood.", "Check the address.")
    return address


def is_this_computer(host: str) -> bool:
    """Whether `host` is this very machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address_books_at(server: "Server", start: str) -> list[Place]:
    """The address books behind `start`: itself if it is one, else those of the user's home."""
    path = urlparse(start).path.rstrip("/")
    first = [start] if path else []
    for url in [*first, joined(start, WELL_KNOWN), joined(start, "/")]:
        home = home_from(server, url)
        if isinstance(home, Place):
            return [home]
        if home:
            books = list(address_books_in(server, home))
            if books:
                return books
    raise NotCardDav(
        "This server has no address books for you, or does not speak CardDAV.",
        "Look in the server's settings for its CardDAV address.",
    )


def home_from(server: "Server", url: str) -> Place | str | None:
    """The address of the user's address-book home, found from `url`; or `url` itself as a place if it is a book."""
    wanted = "<d:current-user-principal/><d:resourcetype/><d:displayname/><c:addressbook-home-set/>"
    for _ in range(2):
        found = server.properties(url, wanted, depth=0)
        for _, properties in found:
            if is_address_book(properties):
                return Place(server.last_url, display_name(properties, server.last_url))
            if home := href_in(properties, f"{CARDDAV}addressbook-home-set"):
                return joined(server.last_url, home)
            if principal := href_in(properties, f"{DAV}current-user-principal"):
                url = joined(server.last_url, principal)
                break
        else:
            return None
    return None


def address_books_in(server: "Server", home: str) -> Iterator[Place]:
    """The address books in a home."""
    for href, properties in server.properties(home, "<d:resourcetype/><d:displayname/>", depth=1):
        if is_address_book(properties):
            url = joined(server.last_url, href)
            yield Place(url, display_name(properties, url))


def is_address_book(properties: Element) -> bool:
    """Whether the properties are those of an address book."""
    return properties.find(f"{DAV}resourcetype/{CARDDAV}addressbook") is not None


def display_name(properties: Element, url: str) -> str:
    """What to call an address book: its name, else the last part of its address."""
    return (properties.findtext(f"{DAV}displayname") or "").strip() or url.rstrip("/").rpartition("/")[2]


def href_in(properties: Element, name: str) -> str:
    """The address in a property, empty if it is not there."""
    return (properties.findtext(f"{name}/{DAV}href") or "").strip()


def card_addresses(server: "Server", book: str) -> list[str]:
    """The addresses of the cards in an address book, as the server writes them."""
    found = server.properties(book, "<d:getetag/><d:resourcetype/>", depth=1)
    return [
        href
        for href, properties in found
        if properties.find(f"{DAV}resourcetype/{DAV}collection") is None and not href.endswith("/")
    ]


def downloaded(server: "Server", place: Place, cards: Sequence[str]) -> RemoteAddressBook:
    """The cards of an address book, fetched in batches."""
    pieces: list[bytes] = []
    for start in range(0, len(cards), BATCH):
        for card in server.cards(place.url, cards[start : start + BATCH]):
            piece = card.encode("utf-8", "replace").rstrip(b"\r\n") + b"\r\n"
            server.received += len(piece)
            if server.received > MAX_CARDS:
                raise too_large()
            pieces.append(piece)
        server.fetched += len(cards[start : start + BATCH])
        server.report()
    return RemoteAddressBook(place.name, b"".join(pieces), len(pieces))


def too_large() -> AnswerTooLarge:
    """The error for an answer that no address book gives."""
    return AnswerTooLarge(
        "The server sent more than any address book holds.",
        "Export your contacts there as a file, and import that.",
    )


class Server:
    """A conversation with one server, by one user.

    Attributes:
        last_url: where the last answer came from, after redirects.
        fetched, total: cards, for the progress.
        received: bytes of cards.
    """

    def __init__(self, start: str, user: str, password: str, progress: Progress) -> None:
        self.last_url = ""
        self.fetched = 0
        self.total = 0
        self.received = 0
        self._start = start
        self._progress = progress
        self._user, self._password = user, password
        # As bytes: the library would write a text in Latin-1.
        self._auth: AuthBase = HTTPBasicAuth(user.encode(), password.encode())
        self._session = requests.Session()
        # No proxy, no .netrc: the environment has no say in where a password goes.
        self._session.trust_env = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def report(self) -> None:
        """Tells the progress, which may raise."""
        self._progress(self.fetched, self.total)

    def properties(self, url: str, wanted: str, depth: int) -> list[tuple[str, Element]]:
        """The `wanted` properties of `url` and, at depth 1, of what it holds, by address. Empty if it has none."""
        body = (
            '<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:"'
            f' xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop>{wanted}</d:prop></d:propfind>'
        )
        answer = self._ask("PROPFIND", url, body, str(depth))
        return [] if answer is None else list(found_in(answer))

    def cards(self, book: str, hrefs: Sequence[str]) -> Iterator[str]:
        """The cards at `hrefs` in an address book; those gone in the meantime are left out."""
        wanted = "".join(f"<d:href>{escape(href)}</d:href>" for href in hrefs)
        body = (
            '<?xml version="1.0" encoding="utf-8"?><c:addressbook-multiget xmlns:d="DAV:"'
            ' xmlns:c="urn:ietf:params:xml:ns:carddav">'
            f"<d:prop><d:getetag/><c:address-data/></d:prop>{wanted}</c:addressbook-multiget>"
        )
        answer = self._ask("REPORT", book, body, "1")
        if answer is None:
            raise NotCardDav("The server would not give its cards.", "Export your contacts there as a file.")
        for _, properties in found_in(answer):
            if text := properties.findtext(f"{CARDDAV}address-data"):
                yield text

    def _ask(self, method: str, url: str, body: str, depth: str) -> Element | None:
        """The XML that answers; None where the server has nothing of the kind there. Raises CardDavError."""
        try:
            for _ in range(MAX_REDIRECTS):
                self.report()
                self._check(url)
                with self._send(method, url, body, depth) as response:
                    self.last_url = url
                    if response.is_redirect or response.is_permanent_redirect:
                        url = joined(url, response.headers["Location"])
                        continue
                    if response.status_code == 401 and self._digest(response):
                        continue
                    return self._xml(response)
        except requests.exceptions.SSLError as error:
            raise CertificateRefused(
                "The server could not prove who it is: its certificate is not valid.",
                "Check the address. If it is right, ask whoever runs the server.",
            ) from error
        except (requests.exceptions.ConnectionError, requests.exceptions.Timeout) as error:
            raise ServerUnreachable(
                "The server does not answer.", "Check the address and your connection, then try again."
            ) from error
        except requests.exceptions.RequestException as error:
            raise NotCardDav("This server does not speak CardDAV.", "Check the address.") from error
        raise NotCardDav("The server sends from one address to the next without end.", "Check the address.")

    def _send(self, method: str, url: str, body: str, depth: str) -> requests.Response:
        return self._session.request(
            method,
            url,
            data=body.encode(),
            headers={"Content-Type": "application/xml; charset=utf-8", "Depth": depth},
            auth=self._auth,
            allow_redirects=False,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
            stream=True,
        )

    def _check(self, url: str) -> None:
        """Wherever the server sends us, by redirect or in an answer: to https, or to where we began."""
        here, there = urlparse(self._start), urlparse(url)
        if there.scheme != "https" and (there.scheme, there.netloc) != (here.scheme, here.netloc):
            raise NotCardDav(
                "The server sends to an address where your password could be read on the way.",
                "Ask whoever runs the server for the address that begins with https://.",
            )

    def _digest(self, response: requests.Response) -> bool:
        """Goes over to digest authentication where the server knows no other; True if that is new."""
        offered = response.headers.get("WWW-Authenticate", "").lower()
        if "digest" not in offered or "basic" in offered or isinstance(self._auth, HTTPDigestAuth):
            return False
        self._auth = HTTPDigestAuth(self._user, self._password)
        return True

    def _xml(self, response: requests.Response) -> Element | None:
        """The answer's XML, read in small pieces. None for what is not there or not CardDAV."""
        status = response.status_code
        if status == 401:
            raise WrongPassword(
                "The server does not accept this user name and password.",
                "Check both. Many servers want an app password, made in the account's settings.",
            )
        if status in (429, 503) or status == 500:
            raise ServerUnreachable("The server has trouble at the moment.", "Try again later.")
        if status != 207:
            return None
        parser = DefusedXMLParser(forbid_dtd=True)
        size = 0
        try:
            for chunk in response.iter_content(CHUNK):
                self.report()
                size += len(chunk)
                if size > MAX_ANSWER:
                    raise too_large()
                parser.feed(chunk)
            root: Element = parser.close()
        except (ParseError, DefusedXmlException) as error:
            raise NotCardDav("The server's answer cannot be understood.", "Check the address.") from error
        return root


def found_in(answer: Element) -> Iterator[tuple[str, Element]]:
    """The properties that were found, with the address they belong to."""
    for response in answer.iterfind(f"{DAV}response"):
        href = (response.findtext(f"{DAV}href") or "").strip()
        for propstat in response.iterfind(f"{DAV}propstat"):
            properties = propstat.find(f"{DAV}prop")
            if properties is not None and " 200" in (propstat.findtext(f"{DAV}status") or ""):
                yield href, properties
