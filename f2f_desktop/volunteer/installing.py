"""Installing the voter extract: checked once, then kept sealed in the form in which it is used.

The sealed file holds the extract file itself (what updates apply to, and what everything else can be made from
again), its manifest, the voters as arrays, and the arrays of the search index. Opening it is decrypting it. Where
another version of the program has sealed it, it is made anew from the extract file.
"""

import contextlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

import f2f_desktop
from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.matching.index import PARTS_VERSION, VoterIndex
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.manifest import hash_of, id_of
from f2f_desktop.vault import extracts, matches
from f2f_desktop.vault.extracts import InstalledExtract
from f2f_desktop.vault.files import DiskFull
from f2f_desktop.vault.sealed import Part
from f2f_desktop.vault.vault import Vault
from f2f_desktop.voterfile.archive import Archive
from f2f_desktop.voterfile.arrays import arrays_of, voters_of
from f2f_desktop.voterfile.manifest import MANIFEST_NAME, MAX_MANIFEST, SIGNATURE_NAME, Manifest
from f2f_desktop.voterfile.opening import Extract, checked_manifest, open_extract
from f2f_desktop.voterfile.voters import Voter

_EDITION, _FILE, _MANIFEST, _SIGNATURE = "edition", "file", "manifest", "signature"
_VOTERS, _INDEX = "voters/", "index/"

Trusted = Collection[PublicKey] | None


@dataclass(frozen=True, eq=False)
class Ready:
    """An extract, opened and indexed."""

    extract: Extract
    index: VoterIndex


def edition() -> bytes:
    """By what a sealed extract was laid out: the program's version and the index's. Others are made anew."""
    return f"{f2f_desktop.__version__} {PARTS_VERSION}".encode()


def install(vault: Vault, data: bytes, trusted: Trusted, progress: Progress = no_progress) -> Ready:
    """Checks an extract file's bytes and makes it the one in use. Raises as `open_extract`, and `DiskFull`."""
    ready = _ready(open_extract(data, trusted=trusted, progress=progress))
    _keep(vault, data, ready, id_of(hash_of(data)))
    return ready


def open_installed(
    vault: Vault, installed: InstalledExtract, trusted: Trusted, progress: Progress = no_progress
) -> Ready:
    """The extract in use. Raises `InstalledExtractDamaged`, and as `open_extract` but for its columns."""
    with (
        vault.transaction() as connection,
        extracts.opened_seal(connection, vault.folder, installed) as file,
    ):
        if file is not None and file.blob(_EDITION) == edition():
            manifest, signer = checked_manifest(file.blob(_MANIFEST), file.blob(_SIGNATURE), trusted)
            voters = voters_of(file.arrays(_VOTERS))
            return Ready(Extract(manifest, voters, signer), VoterIndex.from_parts(voters, file.arrays(_INDEX)))
    data = extract_file(vault, installed)
    ready = _ready(open_extract(data, trusted=trusted, progress=progress))
    with contextlib.suppress(DiskFull):  # it can be used all the same, and be made anew another time
        _keep(vault, data, ready, installed.id)
    return ready


def extract_file(vault: Vault, installed: InstalledExtract) -> bytes:
    """The extract file that was installed. Raises `InstalledExtractDamaged`."""
    with (
        vault.transaction() as connection,
        extracts.opened_seal(connection, vault.folder, installed) as file,
    ):
        if file is not None:
            return file.blob(_FILE)
        return extracts.decrypt_former(connection, vault.folder, installed)


WHOLE_FILE = "Whole voter file"
"""What an extract is called that is no part of its file."""


def voter_of(extract: Extract, voter_id: VoterId) -> Voter | None:
    """A voter of an extract, or None."""
    row = extract.voters.row_of(voter_id)
    return None if row is None else extract.voters.at(row)


def label_of(manifest: Manifest) -> str:
    """What to call an extract: the districts that were cut, `City Millbrook, State house 12`."""
    cut = (
        f"{district.kind.replace('_', ' ').capitalize()} {district.code.title()}"
        for district in manifest.districts
    )
    return ", ".join(cut) or manifest.campaign_name or WHOLE_FILE


def _ready(extract: Extract) -> Ready:
    return Ready(extract, VoterIndex.build(extract.voters))


def _keep(vault: Vault, data: bytes, ready: Ready, extract_id: str) -> None:
    """Seals the extract and makes it the one in use; a former one is wiped."""
    manifest = ready.extract.manifest
    file, key = extracts.seal_extract(vault.folder, _parts(data, ready))
    kept = InstalledExtract(extract_id, file, label_of(manifest), manifest.count, manifest.expires)
    with vault.transaction() as connection:
        extracts.remember_extract(connection, kept, key)
        matches.follow_extract(connection, partial(voter_of, ready.extract))
    extracts.remove_stray_files(vault.folder, kept)


def _parts(data: bytes, ready: Ready) -> dict[str, Part]:
    with Archive(data) as archive:
        manifest, signature = archive.member(MANIFEST_NAME, MAX_MANIFEST), archive.member(SIGNATURE_NAME, 1_024)
    return {
        _EDITION: edition(),
        _FILE: data,
        _MANIFEST: manifest,
        _SIGNATURE: signature,
        **{_VOTERS + name: array for name, array in arrays_of(ready.extract.voters).items()},
        **{_INDEX + name: array for name, array in ready.index.parts().items()},
    }
