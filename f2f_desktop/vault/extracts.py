"""Extracts on the laptop: sealed files under keys of their own, which lie in the vault.

To remove the key is to wipe the extract. A fresh key per file, the file's name bound in (see `sealed`). Earlier
versions of the program kept the bare extract file, encrypted in one piece (see `decrypt_former`).
"""

import datetime as dt
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, delete, insert, select, update

from f2f_desktop.errors import KnownError
from f2f_desktop.vault.files import erase
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.sealed import Part, SealBroken, SealedFile, is_sealed, seal
from f2f_desktop.vault.tables import extracts

_NONCE_BYTES = 12


class InstalledExtractDamaged(KnownError):
    """The encrypted file on the laptop is missing or was changed."""


class InstalledExtract(msgspec.Struct, frozen=True):
    """An extract that this vault can open."""

    id: str
    """By the hash of its file (see `protocol.manifest.id_of`); of earlier versions of the program random."""
    file: str
    label: str
    voters: int
    expires: dt.date


def seal_extract(folder: Path, parts: Mapping[str, Part]) -> tuple[str, bytes]:
    """Writes an extract's parts into a new sealed file in `folder`; gives its name and its key.

    Raises `DiskFull`.
    """
    name = file_name(secrets.token_hex(8))
    return name, seal(folder / name, name, parts)


def file_name(token: str) -> str:
    """The name of an encrypted extract's file."""
    return f"extract-{token}.enc"


def remember_extract(connection: Connection, extract: InstalledExtract, key: bytes) -> None:
    """Makes an encrypted extract the one in use; the keys of former ones are forgotten."""
    connection.execute(delete(extracts))
    connection.execute(
        insert(extracts).values(
            id=extract.id,
            file=extract.file,
            key=key,
            label=extract.label,
            voters=extract.voters,
            expires=extract.expires.isoformat(),
            installed_at=now(),
        )
    )


def installed_extract(connection: Connection) -> InstalledExtract | None:
    """The extract in use, or None."""
    row = connection.execute(select(extracts).order_by(extracts.c.installed_at.desc())).first()
    if row is None:
        return None
    return InstalledExtract(row.id, row.file, row.label, row.voters, dt.date.fromisoformat(row.expires))


@contextmanager
def opened_seal(connection: Connection, folder: Path, extract: InstalledExtract) -> Iterator[SealedFile | None]:
    """The sealed file of an installed extract; None: it has the form of earlier versions.

    Raises `InstalledExtractDamaged`, also for what is found to be damaged while it is read.
    """
    try:
        if not is_sealed(folder / extract.file):
            yield None
            return
        with SealedFile(folder / extract.file, extract.file, _key(connection, extract)) as file:
            yield file
    except (OSError, SealBroken) as error:
        raise _damaged() from error


def decrypt_former(connection: Connection, folder: Path, extract: InstalledExtract) -> bytes:
    """The extract file's bytes, as earlier versions kept them. Raises `InstalledExtractDamaged`."""
    try:
        data = (folder / extract.file).read_bytes()
        cipher = AESGCM(_key(connection, extract))
        return cipher.decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], extract.id.encode())
    except (OSError, InvalidTag, ValueError) as error:
        raise _damaged() from error


def _key(connection: Connection, extract: InstalledExtract) -> bytes:
    return connection.scalar(select(extracts.c.key).where(extracts.c.id == extract.id)) or b""


def _damaged() -> InstalledExtractDamaged:
    return InstalledExtractDamaged(
        "The voter extract on this laptop is missing or damaged.", "Import the extract file again."
    )


def forget_extract(connection: Connection) -> None:
    """Removes the keys of all extracts: their files cannot be read from then on."""
    connection.execute(delete(extracts))


def forget_keys(connection: Connection) -> None:
    """Removes the keys of all extracts but keeps what they were: to say of one that it has expired."""
    connection.execute(update(extracts).values(key=b""))


def remove_stray_files(folder: Path, keep: InstalledExtract | None) -> None:
    """Deletes encrypted extracts that no key belongs to any more."""
    for path in folder.glob("extract-*.enc*"):
        if keep is None or path.name != keep.file:
            erase(path)
