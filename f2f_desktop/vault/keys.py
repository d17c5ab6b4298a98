"""The vault's data key and the ways to it.

The data key is random and never changes; it encrypts the database. Beside the database lies `vault.keys`, which
holds it wrapped (AES-256-GCM) under one key per way in: a passphrase and the recovery sheet, both stretched by
Argon2id (RFC 9106). A third way in is the system's keyring, which keeps a copy of the data key itself.
"""

import os
import secrets
from enum import StrEnum
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from f2f_desktop.errors import KnownError
from f2f_desktop.vault.files import write_durably

KEY_BYTES = 32
RECOVERY_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""
RECOVERY_LENGTH = 32
"""160 bits."""


class WrongSecret(KnownError):
    """The passphrase or the recovery code opens nothing."""


class KeyFileDamaged(KnownError):
    """`vault.keys` cannot be read."""


class WayIn(StrEnum):
    """What can unwrap the data key."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in, no secret
    RECOVERY = "recovery"


class Argon2Cost(msgspec.Struct, frozen=True):
    """Cost of one guess. The default is RFC 9106's second recommendation: 64 MiB, 3 passes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 2


class WrappedKey(msgspec.Struct, frozen=True):
    """The data key under one way in."""

    way: WayIn
    cost: Argon2Cost
    salt: bytes
    nonce: bytes
    ciphertext: bytes


class KeyFile(msgspec.Struct, frozen=True):
    """The content of `vault.keys`."""

    vault: str
    """Random id of the vault; bound to each wrapped key, and its name in the keyring."""
    wrapped: tuple[WrappedKey, ...] = ()
    in_keyring: bool = False
    version: int = 1

    def ways(self) -> frozenset[WayIn]:
        """The ways in that this vault has."""
        return frozenset(wrapped.way for wrapped in self.wrapped)


def new_data_key() -> bytes:
    """A fresh data key, 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_recovery_code() -> str:
    """A fresh recovery code: eight groups of four letters and digits, 160 bits."""
    letters = [secrets.choice(RECOVERY_ALPHABET) for _ in range(RECOVERY_LENGTH)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, RECOVERY_LENGTH, 4))


def _read_recovery_code(typed: str) -> str:
    """A recovery code as it was made, however it was typed: blanks, small letters, O for 0, I and L for 1."""
    return "".join(typed.upper().split()).replace("-", "").translate(str.maketrans("OIL", "011"))


def _wrapping_key(way: WayIn, secret: str, salt: bytes, cost: Argon2Cost) -> bytes:
    text = _read_recovery_code(secret) if way is WayIn.RECOVERY else secret
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(text.encode())


def _bound_to(vault: str, way: WayIn) -> bytes:
    return f"f2f-vault/1/{vault}/{way}".encode()


def wrapped(keys: KeyFile, way: WayIn, secret: str, data_key: bytes, cost: Argon2Cost | None = None) -> KeyFile:
    """`keys` with `data_key` wrapped under `secret`; a former wrapping of the same way is replaced."""
    cost = cost or Argon2Cost()
    salt, nonce = os.urandom(16), os.urandom(12)
    key = AESGCM(_wrapping_key(way, secret, salt, cost))
    new = WrappedKey(way, cost, salt, nonce, key.encrypt(nonce, data_key, _bound_to(keys.vault, way)))
    others = tuple(old for old in keys.wrapped if old.way is not way)
    return msgspec.structs.replace(keys, wrapped=(*others, new))


def unwrapped(keys: KeyFile, way: WayIn, secret: str) -> bytes:
    """The data key. Raises `WrongSecret`."""
    for candidate in keys.wrapped:
        if candidate.way is not way:
            continue
        key = AESGCM(_wrapping_key(way, secret, candidate.salt, candidate.cost))
        try:
            return key.decrypt(candidate.nonce, candidate.ciphertext, _bound_to(keys.vault, way))
        except InvalidTag:
            break
    if way is WayIn.RECOVERY:
        raise WrongSecret("This recovery code does not open the vault.", "Compare it with your recovery sheet.")
    raise WrongSecret("This passphrase does not open the vault.", "Try again, or use your recovery sheet.")


def write_key_file(path: Path, keys: KeyFile) -> None:
    """Stores `keys` so that a crash leaves either the old file or the new one."""
    write_durably(path, msgspec.json.encode(keys))


def read_key_file(path: Path) -> KeyFile:
    """The stored keys. Raises `KeyFileDamaged`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=KeyFile)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KeyFileDamaged(
            f"The key file {path.name} cannot be read.", "Restore it from a backup of this folder."
        ) from error
