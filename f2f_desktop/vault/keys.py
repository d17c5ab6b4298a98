"""The vault's data key and the ways to it.

The data key is random and never changes; it encrypts the database. Beside the database lies `vault.keys`, which
holds it wrapped (AES-256-GCM) under one key per way in: a passphrase and the recovery sheet, both stretched by
Argon2id (RFC 9106). A third way in is the system's keyring, which keeps a copy of the data key itself.
"""

import os
import secrets
import unicodedata
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


class KeyFileTooNew(KnownError):
    """`vault.keys` was written by a newer version of the program."""


class WayIn(StrEnum):
    """What can unwrap the data key."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in, no secret
    RECOVERY = "recovery"


class Argon2Cost(msgspec.Struct, frozen=True):
    """Cost of one guess. The default is RFC 9106's second recommendation: 64 MiB, 3 passes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 2


HIGHEST_COST = Argon2Cost(memory_kib=1024 * 1024, passes=100, lanes=64)
"""A key file that asks for more was tampered with: one guess would take the laptop's memory, or minutes."""


class WrappedKey(msgspec.Struct, frozen=True):
    """The data key under one way in."""

    way: WayIn
    cost: Argon2Cost
    salt: bytes
    nonce: bytes
    ciphertext: bytes


VERSION = 1


class KeyFile(msgspec.Struct, frozen=True):
    """The content of `vault.keys`."""

    vault: str
    """Random id of the vault; bound to each wrapped key, and its name in the keyring."""
    wrapped: tuple[WrappedKey, ...] = ()
    in_keyring: bool = False
    version: int = VERSION

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
    """A recovery code as it was made, however it was typed: blanks, dashes, small letters, O for 0, I, L for 1."""
    return "".join(filter(str.isalnum, typed.upper())).translate(str.maketrans("OIL", "011"))


def _wrapping_key(way: WayIn, secret: str, salt: bytes, cost: Argon2Cost) -> bytes:
    # The same letters may be typed as different code points on another system: é as one, or as e and an accent.
    text = _read_recovery_code(secret) if way is WayIn.RECOVERY else unicodedata.normalize("NFC", secret)
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(text.encode("utf-8", "surrogatepass"))


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
    """The data key. Raises `WrongSecret`, `KeyFileDamaged`."""
    for candidate in keys.wrapped:
        if candidate.way is not way:
            continue
        try:
            key = AESGCM(_wrapping_key(way, secret, candidate.salt, candidate.cost))
            return key.decrypt(candidate.nonce, candidate.ciphertext, _bound_to(keys.vault, way))
        except InvalidTag:
            break
        except (ValueError, OverflowError) as error:
            # A cost, salt or nonce that the algorithms do not allow: none that we wrote.
            raise damaged() from error
    if way is WayIn.RECOVERY:
        raise WrongSecret("This recovery code does not open the vault.", "Compare it with your recovery sheet.")
    raise WrongSecret("This passphrase does not open the vault.", "Try again, or use your recovery sheet.")


def write_key_file(path: Path, keys: KeyFile) -> None:
    """Stores `keys` so that a crash leaves either the old file or the new one."""
    write_durably(path, msgspec.json.encode(keys))


def read_key_file(path: Path) -> KeyFile:
    """The stored keys. Raises `KeyFileDamaged`, `KeyFileTooNew`."""
    try:
        data = path.read_bytes()
        if msgspec.json.decode(data, type=_Head).version > VERSION:
            raise KeyFileTooNew(
                "This vault was used by a newer F2F Desktop.", "Install the newest version and open it again."
            )
        keys = msgspec.json.decode(data, type=KeyFile)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise damaged() from error
    if any(_too_dear(each.cost) for each in keys.wrapped):
        raise damaged()
    return keys


class _Head(msgspec.Struct):
    version: int


def _too_dear(cost: Argon2Cost) -> bool:
    return (
        cost.memory_kib > HIGHEST_COST.memory_kib
        or cost.passes > HIGHEST_COST.passes
        or cost.lanes > HIGHEST_COST.lanes
    )


def damaged() -> KeyFileDamaged:
    """What to say of a key file that cannot be used."""
    return KeyFileDamaged("The vault's key file cannot be read.", "Restore it from a backup of this folder.")
