"""An organizer's content on its way to the hub: the parts first, then the manifest that names them."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from f2f_desktop.errors import Cancelled, KnownError
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.api import LARGEST_BLOB, PIECE, BlobState, Published
from f2f_desktop.protocol.manifest import (
    ExtractOffer,
    FormerExtract,
    Publication,
    following,
    hash_of,
    id_of,
)
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.pulling import blob
from f2f_desktop.voterfile.delta_making import delta_between
from f2f_desktop.voterfile.opening import read_manifest


def send(client: HubClient, made: Publication, more: dict[str, bytes], progress: Progress = no_progress) -> int:
    """Sends the parts that the hub lacks, and `more` files by their hashes, then the manifest; the version in force.

    Called again after an error, it goes on where it was. Raises the errors of `troubles`.
    """
    blobs = made.parts | more
    total = sum(len(data) for data in blobs.values())
    done = 0
    for name, data in blobs.items():
        send_blob(client, name, data, lambda count, _, base=done: progress(base + count, total))
        done += len(data)
        progress(done, total)
    return client.send_bytes("PUT", "/v1/manifest", made.manifest, Published).version


def send_blob(client: HubClient, name: str, data: bytes, progress: Progress) -> None:
    """Sends the pieces of a file that a hub lacks. Raises the errors of `troubles`."""
    if not 0 < len(data) <= LARGEST_BLOB or hash_of(data) != name:
        raise KnownError("A part of what is to be published is empty, changed or too large.", "Make it anew.")
    state = client.get(f"/v1/blobs/{name}?size={len(data)}", BlobState)
    for number in state.missing:
        piece = data[number * PIECE : (number + 1) * PIECE]
        client.send_bytes("PUT", f"/v1/blobs/{name}/{number}?size={len(data)}", piece, BlobState)
        progress(min((number + 1) * PIECE, len(data)), len(data))


def offer_of(data: bytes, label: str, campaign: PublicKey) -> ExtractOffer:
    """An extract file as it is offered; laptops take none that the campaign did not sign.

    Raises the errors of `voterfile.opening.read_manifest`, `ExtractSignedByStranger` among them.
    """
    manifest, _ = read_manifest(data, trusted=(campaign,))
    name = hash_of(data)
    return ExtractOffer(
        id_of(name),
        label,
        name,
        len(data),
        manifest.expires.isoformat(),
        manifest.count,
        districts=tuple(f"{each.kind}={each.code}" for each in manifest.districts),
        cut=manifest.created.date().isoformat(),
    )


def with_delta(
    client: HubClient,
    offer: ExtractOffer,
    data: bytes,
    former: Iterable[ExtractOffer],
    progress: Progress = no_progress,
) -> tuple[ExtractOffer, bytes]:
    """The offer of an extract file, and a delta from what was offered under its label before; empty: there is none.

    The former file is fetched from the hub. Where it cannot be, or the same rows do not make the same bytes, there
    is no delta: it spares laptops a download, and keeps nobody from publishing. Raises `Cancelled`.
    """
    before = next((each for each in former if each.label == offer.label), None)
    if before is None:
        return offer, b""
    if before.hash == offer.hash:
        return before, b""
    try:
        base = blob(client, before.hash, before.size, progress)
        delta = delta_between(base, data, offer.label)
    except Cancelled:
        raise
    except KnownError:
        return offer, b""
    offered = following(offer, before, delta)
    return (offered, delta) if before.hash in offered.deltas else (offer, b"")


def offers_after(
    offered: Iterable[ExtractOffer],
    former: Iterable[FormerExtract],
    new: Sequence[ExtractOffer] = (),
    withdrawn: Collection[str] = (),
) -> tuple[tuple[ExtractOffer, ...], tuple[FormerExtract, ...]]:
    """What is offered once `new` extracts come and those with the hashes `withdrawn` go, and what was offered before.

    A new one takes the place of those with its label, as the next edition of it.
    """
    offered, former, hashes = list(offered), list(former), {each.hash for each in new}
    labels = {each.label for each in new}
    kept = [each for each in offered if each.label not in labels and each.hash not in withdrawn]
    gone = [
        FormerExtract(each.hash, each.label, each.edition, each.hash in withdrawn)
        for each in offered
        if each not in kept and each.hash not in hashes
    ]
    editions: dict[str, int] = {}
    for label, edition in [(each.label, each.edition) for each in former] + [
        (e.label, e.edition) for e in offered
    ]:
        editions[label] = max(editions.get(label, 0), edition)
    same = {each.hash: each.edition for each in offered if each.label in labels}
    added = [
        msgspec.structs.replace(each, edition=same.get(each.hash, editions.get(each.label, 0) + 1)) for each in new
    ]
    return (*kept, *added), (*(each for each in former if each.hash not in hashes), *gone)
