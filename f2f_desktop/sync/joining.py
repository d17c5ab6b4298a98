"""Joining a campaign: by an invite, or by a hub's address and a join code."""

import hashlib
import secrets
import ssl
import time
from urllib.parse import urlsplit

import msgspec
import requests

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.api import Enrolled, EnrolRequest, Hello, HelloRequest, HubIdentity, ProblemCode
from f2f_desktop.protocol.invites import Address, Invite
from f2f_desktop.protocol.join_codes import proof, proves, stretched, tidy_code
from f2f_desktop.sync.hub_client import (
    CONNECT_SECONDS,
    READ_SECONDS,
    WRITTEN_HEAD,
    HubClient,
    Ledger,
    new_session,
    trouble_of,
)
from f2f_desktop.sync.troubles import NotTheHub, RefusedByHub
from f2f_desktop.vault import hubs, properties
from f2f_desktop.vault.content import OtherCampaign
from f2f_desktop.vault.vault import Vault

DEFAULT_PORT = 8443


class InviteNotGood(KnownError):
    """The hub does not take the invite or code."""

    def __init__(self) -> None:
        super().__init__(
            "This invite or code is not good, or not any more.", "Check it, or ask your organizer for a new one."
        )


class InviteOutdated(KnownError):
    """By this laptop's clock the invite is over."""


class CodeUnreadable(KnownError):
    """What was typed is no join code."""

    def __init__(self) -> None:
        super().__init__(
            "A join code has six letters and digits.", "Type it as it is shown; there is no O, I, 0 or 1 in it."
        )


class AddressUnreadable(KnownError):
    """What was typed is no hub's address."""

    def __init__(self) -> None:
        super().__init__("This is no hub's address.", "Type it as it is shown, as 192.0.2.7:8443.")


class CodeUnknown(KnownError):
    """The hub does not know the code, or it is another hub."""

    def __init__(self) -> None:
        super().__init__(
            "The hub at this address does not know the code.",
            "Check both, letter by letter, or ask for a new code.",
        )


def join_by_invite(
    vault: Vault, invite: Invite, name: str, email: str, ledger: Ledger, *, room: bool = False
) -> None:
    """Registers this laptop by an invite. The same invite again is no harm.

    Raises `InviteNotGood`, `OtherCampaign`, and the errors of `troubles`.
    """
    _enrol(vault, invite.address, invite.hub, invite.secret, (name, email), ledger, invite=invite, room=room)


def join_by_code(
    vault: Vault, where: str, code: str, name: str, email: str, ledger: Ledger, *, room: bool = False
) -> None:
    """Registers this laptop at a hub's address by a join code of six characters.

    Raises `CodeUnreadable`, `AddressUnreadable`, `CodeUnknown`, `InviteNotGood`, `OtherCampaign`, and the errors of
    `troubles`.
    """
    tidied = tidy_code(code)
    if not tidied:
        raise CodeUnreadable
    address, certificate = _looked_at(tidied_address(where))
    nonce = secrets.token_bytes(32)
    hello = _hello(address, nonce, ledger)
    keys = stretched(tidied, hello.hub.key)
    expected = proof(keys.proof_key, nonce, hello.hub.key, hello.hub.sealing_key, certificate)
    if not proves(hello.proofs, expected):
        raise CodeUnknown
    _enrol(vault, address, hello.hub, keys.secret, (name, email), ledger, invite=None, room=room)


def tidied_address(text: str) -> str:
    """An address as it was typed, as a URL. Raises `AddressUnreadable`."""
    typed = text.strip().rstrip("/")
    if "://" not in typed:
        typed = f"https://{typed}"
    try:
        parts = urlsplit(typed)
        port = parts.port
    except ValueError:
        raise AddressUnreadable from None
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.path not in ("", "/"):
        raise AddressUnreadable
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port is None and parts.scheme == "https" and _is_number(parts.hostname):
        port = DEFAULT_PORT
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def _is_number(host: str) -> bool:
    return all(part.isdigit() for part in host.split("."))


def _looked_at(url: str) -> tuple[Address, bytes]:
    """The address with the pin of the certificate that it shows, and what the proof must cover."""
    parts = urlsplit(url)
    if parts.scheme == "http":
        return Address(url), b""
    try:
        shown = ssl.get_server_certificate((parts.hostname or "", parts.port or 443), timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise trouble_of(error) from error
    certificate = hashlib.sha256(ssl.PEM_cert_to_DER_cert(shown)).digest()
    return Address(url, certificate), certificate


def _hello(address: Address, nonce: bytes, ledger: Ledger) -> Hello:
    content = msgspec.json.encode(HelloRequest(nonce))
    ledger("POST", "/v1/hello", content, len(content), len(content) + WRITTEN_HEAD)
    try:
        with new_session(address) as session:
            answer = session.post(
                f"{address.url}/v1/hello",
                data=content,
                headers={"content-type": "application/json"},
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
            )
            hello = msgspec.json.decode(answer.content, type=Hello)
    except (requests.RequestException, OSError) as error:
        raise trouble_of(error) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotTheHub from error
    if len(hello.hub.key) != 32 or len(hello.hub.sealing_key) != 32:
        raise NotTheHub
    return hello


def _enrol(
    vault: Vault,
    address: Address,
    identity: HubIdentity,
    secret: bytes,
    who: tuple[str, str],
    ledger: Ledger,
    *,
    invite: Invite | None,
    room: bool,
) -> None:
    key = _device_key(vault)
    client = HubClient.to(address, identity.key, key, ledger)
    try:
        enrolled = client.post("/v1/enrol", EnrolRequest(secret, *who), Enrolled)
    except RefusedByHub as error:
        if error.code is not ProblemCode.BAD_INVITE:
            raise
        if invite is not None and 0 < invite.expires_at < time.time() * 1000:
            raise InviteOutdated("This invite is over.", "Ask your organizer for a new one.") from error
        raise InviteNotGood from error
    finally:
        client.close()
    if invite is not None and (enrolled.campaign, enrolled.campaign_key) != (invite.campaign, invite.campaign_key):
        raise NotTheHub
    with vault.transaction() as connection:
        for other in hubs.known_hubs(connection):
            if (other.campaign, other.campaign_key) != (enrolled.campaign, enrolled.campaign_key):
                raise OtherCampaign(
                    "This vault already belongs to another campaign.", "Join from a vault of its own."
                )
        hubs.check_campaign(connection, enrolled.campaign, enrolled.campaign_key)
        hubs.join(connection, address, identity, enrolled, room=room or enrolled.main is not None)
        if enrolled.main is not None:
            main = enrolled.main
            hubs.expect(connection, Address(main.url, main.pin), main.hub, enrolled)


def enrol_expected(vault: Vault, hub: hubs.KnownHub, client: HubClient) -> hubs.KnownHub:
    """Asks the campaign's own hub, which a room has named, whether it knows this laptop by now; then it is joined.

    Raises `UnknownToHub` where it does not.
    """
    enrolled = client.get("/v1/enrolment", Enrolled)
    if (enrolled.campaign, enrolled.campaign_key) != (hub.campaign, hub.campaign_key):
        raise NotTheHub
    with vault.transaction() as connection:
        hubs.join(connection, hub.address, hub.identity, enrolled, room=False)
        return next(each for each in hubs.known_hubs(connection) if each.identity == hub.identity)


def enrol_again(vault: Vault, hub: hubs.KnownHub, client: HubClient) -> None:
    """Returns to a hub that was restored from a backup and has lost this laptop."""
    enrolled = client.post("/v1/enrol-again", hub.enrolment, Enrolled)
    with vault.transaction() as connection:
        hubs.join(connection, hub.address, hub.identity, enrolled, room=hub.room)


def _device_key(vault: Vault) -> SigningKey:
    with vault.transaction() as connection:
        return properties.device_key(connection)
