"""Extracts on the laptop: files encrypted under keys of their own, which lie in the vault.

AES-256-GCM, a fresh key and nonce per file, the extract's id bound in. To remove the key is to wipe the extract.
"""

import datetime as dt
import os
import secrets
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, delete, insert, select, update

from f2f_desktop.errors import KnownError
from f2f_desktop.vault.files import erase, write_durably
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.tables import extracts

KEY_BITS = 256
NONCE_BYTES = 12


class InstalledExtractDamaged(KnownError):
    """The encrypted file on the laptop is missing or was changed."""


class InstalledExtract(msgspec.Struct, frozen=True):
    """An extract that this vault can open."""

    id: str
    file: str
    label: str
    voters: int
    expires: dt.date


def encrypt_extract(folder: Path, data: bytes) -> tuple[str, bytes]:
    """Writes `data` (an extract file) encrypted into `folder`; gives its id and its key. Raises `DiskFull`."""
    extract_id, key, nonce = secrets.token_hex(8), AESGCM.generate_key(KEY_BITS), os.urandom(NONCE_BYTES)
    write_durably(folder / file_name(extract_id), nonce + AESGCM(key).encrypt(nonce, data, extract_id.encode()))
    return extract_id, key


def file_name(extract_id: str) -> str:
    """The name of an encrypted extract's file."""
    return f"extract-{extract_id}.enc"


def remember_extract(
    connection: Connection, extract_id: str, key: bytes, label: str, voters: int, expires: dt.date
) -> None:
    """Makes an encrypted extract the one in use; the keys of former ones are forgotten."""
    connection.execute(delete(extracts))
    connection.execute(
        insert(extracts).values(
            id=extract_id,
            file=file_name(extract_id),
            key=key,
            label=label,
            voters=voters,
            expires=expires.isoformat(),
            installed_at=now(),
        )
    )


def installed_extract(connection: Connection) -> InstalledExtract | None:
    """The extract in use, or None."""
    row = connection.execute(select(extracts).order_by(extracts.c.installed_at.desc())).first()
    if row is None:
        return None
    return InstalledExtract(row.id, row.file, row.label, row.voters, dt.date.fromisoformat(row.expires))


def decrypt_extract(connection: Connection, folder: Path, extract: InstalledExtract) -> bytes:
    """The extract file's bytes. Raises `InstalledExtractDamaged`."""
    key = connection.scalar(select(extracts.c.key).where(extracts.c.id == extract.id))
    try:
        data = (folder / extract.file).read_bytes()
        return AESGCM(key or b"").decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], extract.id.encode())
    except (OSError, InvalidTag, ValueError) as error:
        raise InstalledExtractDamaged(
            "The voter extract on this laptop is missing or damaged.", "Import the extract file again."
        ) from error


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
