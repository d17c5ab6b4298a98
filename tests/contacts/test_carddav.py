"""CardDAV against a real Radicale, and against servers that are none."""

import http.server
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import requests

from f2f_desktop.contacts.carddav import (
    AnswerTooLarge,
    CertificateRefused,
    NotCardDav,
    ServerUnreachable,
    WrongPassword,
    fetch_address_books,
    server_address,
)
from f2f_desktop.contacts.read import read_address_book
from f2f_desktop.errors import Cancelled

USER, PASSWORD = "jane", "pässword"
CARDS = 230


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def card(number: int) -> str:
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:uid-{number}\r\nFN:José Roe{number}\r\nN:Roe{number};José;;;\r\n"
        f"item1.TEL:+1 919 555 {number:04}\r\nitem1.X-ABLabel:Lake <house>\r\nEND:VCARD\r\n"
    )


@pytest.fixture(scope="module")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Radicale with two address books of `USER`."""
    folder = tmp_path_factory.mktemp("radicale")
    users = folder / "users"
    users.write_text(f"{USER}:{PASSWORD}\n", "utf-8")
    config = folder / "config"
    port = free_port()
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = {users}\n"
        "htpasswd_encryption = plain\ndelay = 0\n"
        f"[storage]\nfilesystem_folder = {folder / 'collections'}\n[logging]\nlevel = error\n",
        "utf-8",
    )
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "radicale", "--config", str(config)], stdout=log, stderr=log
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(port, process)
        fill(address)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, "Radicale did not start"
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("Radicale does not answer")


def fill(address: str) -> None:
    """Two address books, one of them with `CARDS` cards, and a calendar."""
    with requests.Session() as session:
        session.trust_env = False
        session.auth = (USER.encode(), PASSWORD.encode())
        for path, kind, name in (
            ("friends", "<C:addressbook/>", "Friends &amp; family"),
            ("office", "<C:addressbook/>", "Work"),
            ("dates", "<L:calendar/>", "Dates"),
        ):
            made = session.request(
                "MKCOL",
                f"{address}/{USER}/{path}/",
                data='<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"'
                ' xmlns:L="urn:ietf:params:xml:ns:caldav"><set><prop><resourcetype><collection/>'
                f"{kind}</resourcetype><displayname>{name}</displayname></prop></set></mkcol>",
            )
            assert made.status_code == 201, made.text
        whole = "".join(map(card, range(CARDS)))
        put = session.put(
            f"{address}/{USER}/friends/", data=whole.encode(), headers={"Content-Type": "text/vcard"}
        )
        assert put.status_code == 201, put.text
        named = session.request(
            "PROPPATCH",
            f"{address}/{USER}/friends/",
            data='<?xml version="1.0"?><propertyupdate xmlns="DAV:"><set><prop>'
            "<displayname>Friends &amp; family</displayname></prop></set></propertyupdate>",
        )
        assert named.status_code == 207, named.text
        put = session.put(f"{address}/{USER}/office/one.vcf", data=card(9999).encode())
        assert put.status_code == 201


def test_all_address_books_are_found_and_fetched(radicale: str) -> None:
    steps: list[tuple[int, int]] = []
    books = fetch_address_books(radicale, USER, PASSWORD, lambda done, total: steps.append((done, total)))
    assert {book.name: book.count for book in books} == {"Friends & family": CARDS, "Work": 1}
    friends = next(book for book in books if book.count > 1)
    read = read_address_book(friends.name, friends.cards)
    assert not read.problems
    assert {contact.uid for contact in read.contacts} == {f"uid-{number}" for number in range(CARDS)}
    first = next(contact for contact in read.contacts if contact.uid == "uid-7")
    assert first.name.given == "José"
    assert first.phones[0].e164 == "+19195550007"
    assert first.phones[0].label == "Lake <house>"
    assert steps[-1] == (CARDS + 1, CARDS + 1)


def test_the_address_of_one_address_book_gives_that_one(radicale: str) -> None:
    (book,) = fetch_address_books(f"{radicale}/{USER}/office/", USER, PASSWORD)
    assert (book.name, book.count) == ("Work", 1)


def test_a_wrong_password_is_said_in_words(radicale: str) -> None:
    with pytest.raises(WrongPassword, match="does not accept"):
        fetch_address_books(radicale, USER, "wrong")


def test_fetching_can_be_stopped(radicale: str) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetch_address_books(radicale, USER, PASSWORD, stop)


def test_nobody_there_is_said_in_words() -> None:
    with pytest.raises(ServerUnreachable):
        fetch_address_books(f"http://127.0.0.1:{free_port()}", USER, PASSWORD)


Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """A server on loopback whose every answer is `answer`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"

        def log_message(self, *_: object) -> None:
            pass

        def handle_any(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer(self)

        do_GET = do_PROPFIND = do_REPORT = handle_any  # noqa: N815

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_address[1]}"
        finally:
            running.shutdown()
            thread.join()


def send(handler: http.server.BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b"<html>hello</html>"),
        (404, b""),
        (405, b""),
        (403, b""),
        (501, b""),
        (207, b"no xml"),
        (207, b"<a/>"),
    ],
)
def test_another_kind_of_server_is_said_in_words(status: int, body: bytes) -> None:
    with server(lambda handler: send(handler, status, body)) as address, pytest.raises(NotCardDav):
        fetch_address_books(address, USER, PASSWORD)


def test_entities_are_never_expanded() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    with server(lambda handler: send(handler, 207, bomb)) as address, pytest.raises(NotCardDav):
        fetch_address_books(address, USER, PASSWORD)


def test_a_redirect_to_plain_http_elsewhere_is_not_followed() -> None:
    asked: list[str] = []

    def elsewhere(handler: http.server.BaseHTTPRequestHandler) -> None:
        asked.append(handler.headers.get("Authorization", ""))
        send(handler, 207, b"<a/>")

    with server(elsewhere) as other:
        with (
            server(lambda handler: send(handler, 301, Location=other)) as address,
            pytest.raises(NotCardDav, match="could be read on the way"),
        ):
            fetch_address_books(address, USER, PASSWORD)
        assert asked == []
        # Control: that server would have been asked, password and all.
        with pytest.raises(NotCardDav):
            fetch_address_books(other, USER, PASSWORD)
        assert asked[0].startswith("Basic ")


def test_an_answer_cannot_send_to_plain_http_elsewhere_either() -> None:
    asked: list[str] = []

    def elsewhere(handler: http.server.BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        send(handler, 207, b"<a/>")

    with server(elsewhere) as other:
        body = (
            '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href><d:propstat><d:prop>'
            f"<d:current-user-principal><d:href>{other}/me</d:href></d:current-user-principal>"
            "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
        )
        with (
            server(lambda handler: send(handler, 207, body.encode())) as address,
            pytest.raises(NotCardDav, match="could be read on the way"),
        ):
            fetch_address_books(address, USER, PASSWORD)
    assert asked == []


def test_redirects_in_a_circle_end() -> None:
    with (
        server(lambda handler: send(handler, 302, Location=handler.path)) as address,
        pytest.raises(NotCardDav, match="without end"),
    ):
        fetch_address_books(address, USER, PASSWORD)


def test_an_endless_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("f2f_desktop.contacts.carddav.MAX_ANSWER", 1 << 20)

    def endless(handler: http.server.BaseHTTPRequestHandler) -> None:
        try:
            send(handler, 207, b"<a>")
            for _ in range(10_000):
                handler.wfile.write(b"<b>some text</b>" * 1_000)
        except OSError:
            pass

    with server(endless) as address, pytest.raises(AnswerTooLarge):
        fetch_address_books(address, USER, PASSWORD)


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    import ssl

    certificate, key = self_signed(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    class Quiet(http.server.HTTPServer):
        def handle_error(self, *_: object) -> None:
            pass

    with Quiet(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as running:
        running.socket = context.wrap_socket(running.socket, server_side=True)
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        try:
            with pytest.raises(CertificateRefused):
                fetch_address_books(f"https://127.0.0.1:{running.server_address[1]}", USER, PASSWORD)
        finally:
            running.shutdown()
            thread.join()


def self_signed(folder: Path) -> tuple[Path, Path]:
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "example.org")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(1))
        .not_valid_after(now + timedelta(1))
        .sign(key, hashes.SHA256())
    )
    (folder / "cert").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return folder / "cert", folder / "key"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("cloud.example.org", "https://cloud.example.org"),
        (" https://cloud.example.org/dav ", "https://cloud.example.org/dav"),
        ("http://localhost:5232", "http://localhost:5232"),
        ("http://[::1]:5232", "http://[::1]:5232"),
    ],
)
def test_an_address_may_be_typed_as_people_do(typed: str, address: str) -> None:
    assert server_address(typed) == address


@pytest.mark.parametrize("typed", ["", "ftp://example.org", "http://", "https://[", "https://example.org:port"])
def test_what_is_no_address_is_said_so(typed: str) -> None:
    with pytest.raises(NotCardDav):
        server_address(typed)


def test_a_password_is_never_sent_in_the_clear() -> None:
    with pytest.raises(NotCardDav, match="could be read"):
        fetch_address_books("http://cloud.example.org", USER, PASSWORD)
