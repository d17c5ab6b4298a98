"""A manifest: what a campaign's content consists of, signed by the campaign's key.

The content is cut into parts, each named by its SHA-256: the core (settings, actions, tags, fields), every target
list, every image, and extracts. A laptop that has the manifest fetches the parts that it lacks, from whomever: a part
that hashes to its name is the one that the campaign meant. Versions only rise, and a manifest is good until it
expires, so that a hub which was taken over can neither invent content nor hold a laptop on what was withdrawn for
ever.
"""

import hashlib
from enum import StrEnum

import msgspec

from f2f_desktop.campaign.content import CampaignContent, Image
from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.campaign.targets import TargetList
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.protocol.bundle import Bundle
from f2f_desktop.protocol.signed_file import SignedFileDamaged, read_signed, write_signed

FORMAT = "f2f-manifest"
VERSION = 1

MOST_STEPS = 8
"""Deltas that lead one to another, at most: each costs a laptop as much work as opening the extract."""
PAYS = 0.5
"""Deltas are worth their while up to this share of the whole file's size."""

LIFETIME = Milliseconds(180 * 24 * 3600 * 1000)
"""How long a manifest is good for, in milliseconds, unless the campaign says otherwise."""


class ManifestForeign(KnownError):
    """The manifest is signed by somebody else, or for another campaign."""


class ManifestExpired(KnownError):
    """The manifest is too old to be believed."""


class ManifestOutdated(KnownError):
    """The laptop has a newer version."""


class PartKind(StrEnum):
    """What a part holds."""

    CORE = "core"
    TARGET_LIST = "target_list"
    IMAGE = "image"


class Part(msgspec.Struct, frozen=True):
    """A piece of the content: JSON, found by its hash."""

    kind: PartKind
    hash: str
    """SHA-256 in hexadecimal."""
    size: int


class ExtractOffer(msgspec.Struct, frozen=True):
    """An extract that volunteers may download."""

    id: str
    label: str
    hash: str
    """SHA-256 of the whole file, in hexadecimal."""
    size: int
    expires: str
    """ISO date, empty: never."""
    voters: int = 0
    deltas: dict[str, "DeltaOffer"] = {}
    """By the hash of the file that a delta leads from. Laptops of before them take the whole file."""
    districts: tuple[str, ...] = ()
    """What was chosen, each as `kind=code`; none: the whole voter file."""
    cut: str = ""
    """ISO date of the day on which it was cut."""
    edition: int = 1
    """Counts the extracts that were offered under this label."""


class DeltaOffer(msgspec.Struct, frozen=True):
    """A step from an older file towards the offered one: a `.f2fd` file, see `voterfile.delta`."""

    hash: str
    size: int
    to: str = ""
    """Hash of the file that it makes; empty: the offered one."""


class FormerExtract(msgspec.Struct, frozen=True):
    """An extract that is not offered any more."""

    hash: str
    label: str
    edition: int
    withdrawn: bool
    """Whether it is not to be used any more; else a newer one took its place."""


MOST_FORMER = 200
"""Former extracts that a manifest names, the newest."""


class Manifest(msgspec.Struct, frozen=True):
    """A campaign's content at one version."""

    campaign: CampaignId
    version: int
    created: Milliseconds
    expires: Milliseconds
    parts: tuple[Part, ...]
    extracts: tuple[ExtractOffer, ...] = ()
    former: tuple[FormerExtract, ...] = ()
    """Extracts that were offered before, the newest last."""


class Publication(msgspec.Struct, frozen=True):
    """A signed manifest and the parts that it names, by their hash."""

    manifest: bytes
    parts: dict[str, bytes]


class FileNotThere(KnownError):
    """A hub does not hold a file that the campaign's list names: a room may have been opened without it."""

    def __init__(self) -> None:
        super().__init__(
            "The hub does not hold this file.", "Try again later, or ask your organizer for the file."
        )


def hash_of(data: bytes) -> str:
    """The name of a part: its SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def id_of(name: str) -> str:
    """The id of an extract, by the SHA-256 of its file: offered or installed, it is the same."""
    return name[:16]


def publication(
    content: CampaignContent,
    key: SigningKey,
    now: Milliseconds,
    extracts: tuple[ExtractOffer, ...] = (),
    lifetime: int = LIFETIME,
    former: tuple[FormerExtract, ...] = (),
) -> Publication:
    """A content as parts and a manifest signed by the campaign's key."""
    core = msgspec.structs.replace(content, target_lists=(), images=())
    pieces = [
        (PartKind.CORE, msgspec.json.encode(core, order="deterministic")),
        *(
            (PartKind.TARGET_LIST, msgspec.json.encode(each, order="deterministic"))
            for each in content.target_lists
        ),
        *((PartKind.IMAGE, msgspec.json.encode(each, order="deterministic")) for each in content.images),
    ]
    parts = tuple(Part(kind, hash_of(data), len(data)) for kind, data in pieces)
    manifest = Manifest(
        content.id, content.version, now, Milliseconds(now + lifetime), parts, extracts, former[-MOST_FORMER:]
    )
    return Publication(write_manifest(manifest, key), {hash_of(data): data for _, data in pieces})


def write_manifest(manifest: Manifest, key: SigningKey) -> bytes:
    """The bytes of a manifest, signed by the campaign's key."""
    return write_signed(FORMAT, VERSION, msgspec.json.encode(manifest, order="deterministic"), key)


def read_manifest(data: bytes, campaign: CampaignId, key: PublicKey) -> Manifest:
    """A campaign's manifest. Raises `SignedFileDamaged`, `SignedFileTooNew`, `ManifestForeign`."""
    content, signer = read_signed(FORMAT, VERSION, data, "list of the campaign's content")
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SignedFileDamaged(
            "The list of the campaign's content is damaged.", "Synchronize again, or ask your organizer."
        ) from error
    if signer != key or manifest.campaign != campaign:
        raise ManifestForeign(
            "The hub offers content that your campaign did not sign.", "Do not use it; tell your organizer."
        )
    return manifest


def check_fresh(manifest: Manifest, newest: int, now: Milliseconds) -> None:
    """Returns if a laptop that has version `newest` may take the manifest.

    Raises `ManifestOutdated`, `ManifestExpired`.
    """
    if manifest.version < newest:
        raise ManifestOutdated(
            "The hub offers an older version of the campaign than you have.", "Yours is kept; tell your organizer."
        )
    if now > manifest.expires:
        raise ManifestExpired(
            "What the hub offers has expired.",
            "Check this laptop's clock; if it is right, ask your organizer to publish the campaign again.",
        )


def assembled(manifest: Manifest, parts: dict[str, bytes], key: PublicKey) -> Bundle:
    """The content out of its parts. Raises `SignedFileDamaged` where one is missing, changed or not readable."""
    damaged = SignedFileDamaged("A part of the campaign's content is damaged.", "Synchronize again.")
    core: CampaignContent | None = None
    lists: list[TargetList] = []
    images: list[Image] = []
    for part in manifest.parts:
        data = parts.get(part.hash, b"")
        if hash_of(data) != part.hash:
            raise damaged
        try:
            if part.kind is PartKind.CORE:
                core = msgspec.json.decode(data, type=CampaignContent)
            elif part.kind is PartKind.TARGET_LIST:
                lists.append(msgspec.json.decode(data, type=TargetList))
            else:
                images.append(msgspec.json.decode(data, type=Image))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise damaged from error
    if core is None or core.id != manifest.campaign or core.version != manifest.version:
        raise damaged
    content = msgspec.structs.replace(core, target_lists=tuple(lists), images=tuple(images))
    return Bundle(content, key.to_bytes())


def steps_to(offer: ExtractOffer, present: str) -> tuple[DeltaOffer, ...]:
    """The deltas that make the offered extract of the file with the hash `present`, in their order.

    None where no way leads there, or none that is worth its while.
    """
    steps: list[DeltaOffer] = []
    at = present
    while at != offer.hash:
        step = offer.deltas.get(at)
        if step is None or len(steps) == MOST_STEPS:
            return ()
        steps.append(step)
        at = step.to or offer.hash
    return tuple(steps) if 0 < sum(step.size for step in steps) <= PAYS * offer.size else ()


def following(offer: ExtractOffer, former: ExtractOffer, delta: bytes) -> ExtractOffer:
    """The offer with a delta from the former one, and with those that led there, as far as they are worth it."""
    before = {at: msgspec.structs.replace(step, to=step.to or former.hash) for at, step in former.deltas.items()}
    deltas = before | {former.hash: DeltaOffer(hash_of(delta), len(delta))}
    whole = msgspec.structs.replace(offer, deltas=deltas)
    return msgspec.structs.replace(whole, deltas={at: step for at, step in deltas.items() if steps_to(whole, at)})
