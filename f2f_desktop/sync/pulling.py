"""What comes down: opt-outs first, then the campaign's content, every part checked against the signed manifest."""

import msgspec

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.api import PIECE, Changes, ProblemCode
from f2f_desktop.protocol.manifest import (
    DeltaOffer,
    ExtractOffer,
    FileNotThere,
    Manifest,
    assembled,
    check_fresh,
    hash_of,
    read_manifest,
)
from f2f_desktop.protocol.signed_file import SignedFileDamaged
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.troubles import Garbled, HubAnswersNot, RefusedByHub
from f2f_desktop.vault import hubs, notes, outbox
from f2f_desktop.vault.content import install_bundle
from f2f_desktop.vault.hubs import KnownHub
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.vault import Vault

MOST_PAGES = 10_000
LARGEST_PART = 256 * 1024 * 1024
SHORTEST = 32 * 1024
"""Bytes of a stretch below which a line is not tried with shorter ones."""
MOST_FAILURES = 3
"""Times that the shortest stretch is asked for again."""


class Pulled(msgspec.Struct, frozen=True):
    """What came down."""

    opt_outs: int = 0
    content: int = 0
    """Version of the content that was installed; 0: nothing new."""


def pull(vault: Vault, hub: KnownHub, client: HubClient, progress: Progress = no_progress) -> Pulled:
    """Fetches what is new. Raises the errors of `troubles` and of `protocol.manifest`."""
    opt_outs, newest = _pull_changes(vault, hub, client)
    with vault.transaction() as connection:
        present = hubs.content_version(connection)
        offered = hub.manifest_version
    if newest == 0 or (newest == offered and present >= newest):
        return Pulled(opt_outs)
    return Pulled(opt_outs, _pull_content(vault, hub, client, present, progress))


def _pull_changes(vault: Vault, hub: KnownHub, client: HubClient) -> tuple[int, int]:
    cursor, epoch, count = hub.cursor, hub.epoch, 0
    with vault.transaction() as connection:
        note = notes.newest(connection, hub.identity.key)
        seen = hubs.seen_at_cursor(connection, hub.identity.key)
        waiting = f"&waiting={outbox.unvouched(connection)}"
    for _ in range(MOST_PAGES):
        page = client.get(f"/v1/changes?cursor={cursor}&note={note}{waiting}", Changes)
        waiting = ""
        if cursor and (page.cursor < cursor or page.before != seen or (epoch and page.epoch != epoch)):
            # The hub's data is not what it was, whether its operator said so or not: positions mean nothing any
            # more, so everything again.
            epoch, cursor, seen = page.epoch, 0, ""
            continue
        if page.cursor < cursor or (page.more and page.cursor == cursor):
            raise Garbled
        epoch, cursor, seen = page.epoch, page.cursor, page.after
        count += len(page.opt_outs)
        with vault.transaction() as connection:
            notes.store(connection, hub.identity.key, page.notes)
            hubs.withdraw_opt_outs(connection, page.withdrawn)
            hubs.store_page(connection, hub.identity.key, epoch, cursor, seen, page.opt_outs)
        if not page.more:
            return count, page.manifest
    raise Garbled


def _pull_content(vault: Vault, hub: KnownHub, client: HubClient, present: int, progress: Progress) -> int:
    key = PublicKey.from_bytes(hub.campaign_key)
    signed = client.get_bytes("/v1/manifest")
    manifest = read_manifest(signed, hub.campaign, key)
    # By the hub's clock, since this laptop's may be wrong.
    check_fresh(manifest, present, Milliseconds(now() + int(client.offset * 1000)))
    found = _parts(vault, manifest, client, progress)
    bundle = assembled(manifest, found, key)
    with vault.transaction() as connection:
        install_bundle(connection, bundle)
        hubs.store_offers(connection, hub.identity.key, manifest.version, manifest.extracts)
        hubs.store_manifest(connection, hub.identity.key, signed)
        hubs.keep_parts(connection, set(found))
    return manifest.version if manifest.version > present else 0


def _parts(vault: Vault, manifest: Manifest, client: HubClient, progress: Progress) -> dict[str, bytes]:
    total = sum(part.size for part in manifest.parts)
    found: dict[str, bytes] = {}
    done = 0
    for part in manifest.parts:
        if not 0 <= part.size <= LARGEST_PART:
            raise Garbled
        with vault.transaction() as connection:
            data = hubs.stored_part(connection, part.hash)
        if data is None:
            data = blob(client, part.hash, part.size, lambda count, _, base=done: progress(base + count, total))
            with vault.transaction() as connection:
                hubs.store_part(connection, part.hash, data)
        found[part.hash] = data
        done += part.size
        progress(done, total)
    return found


def blob(client: HubClient, name: str, size: int, progress: Progress = no_progress) -> bytes:
    """A file by its SHA-256. Raises `SignedFileDamaged` where it is another one."""
    stretches, arrived = Stretches(client, name, size), bytearray()
    while len(arrived) < size:
        more = stretches.at(len(arrived))
        if not more:
            break
        arrived += more
        progress(len(arrived), size)
    data = bytes(arrived)
    if hash_of(data) != name:
        raise SignedFileDamaged("A part of the campaign's content is damaged.", "Synchronize again.")
    return data


class Stretches:
    """A file at the hub, stretch by stretch: as long ones as the line bears.

    An answer that was cut is worth nothing, since its signature covers all of it. So a stretch that did not come
    through is asked for anew with half the length, down to `SHORTEST`, and then a few times more.
    """

    def __init__(self, client: HubClient, name: str, size: int) -> None:
        self._client, self._name, self._size = client, name, size
        self._length = PIECE

    def at(self, start: int) -> bytes:
        """The bytes from `start` on, at least one unless the file ends there.

        Raises `FileNotThere` and the errors of `troubles`.
        """
        failures = 0
        while True:
            number, within = divmod(start, PIECE)
            length = min(self._length, PIECE - within, self._size - start)
            query = "" if (within, length) == (0, PIECE) else f"?start={within}&length={length}"
            try:
                # A hub of before stretches gives the whole piece.
                found = self._client.get_bytes(f"/v1/blobs/{self._name}/{number}{query}")
            except HubAnswersNot:
                failures += self._length == SHORTEST
                if failures > MOST_FAILURES:
                    raise
                self._length = max(SHORTEST, self._length // 2)
            except RefusedByHub as error:
                if error.code is ProblemCode.NOT_FOUND:
                    raise FileNotThere from error
                raise
            else:
                return found[within:] if len(found) > length else found


class BlobFetch:
    """Gives stretches of a file at the hub, as `voterfile.receiving` asks for them."""

    def __init__(self, client: HubClient, offer: ExtractOffer | DeltaOffer) -> None:
        self._stretches = Stretches(client, offer.hash, offer.size)
        self._size = offer.size
        self._start, self._found = 0, b""

    def __call__(self, start: int, end: int) -> bytes:
        """The bytes from `start` up to `end`, or the first of them. Raises as `Stretches.at`."""
        if start >= min(end, self._size):
            return b""
        if not self._start <= start < self._start + len(self._found):
            self._start, self._found = start, self._stretches.at(start)
        return self._found[start - self._start : end - self._start]
