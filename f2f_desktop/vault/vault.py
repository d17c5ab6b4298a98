"""A vault: one volunteer's folder on this laptop.

    vault.db      the encrypted database            vault.keys   its data key, wrapped
    vault.lock    held by the process that has it open           extract-*.enc   encrypted extracts

A vault is opened by one process at a time. Locking it forgets the data key; destroying it removes the keys first,
after which the rest is noise.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock
import msgspec
from sqlalchemy import Connection

from f2f_desktop.errors import KnownError
from f2f_desktop.vault import keyring
from f2f_desktop.vault.database import Database
from f2f_desktop.vault.files import erase
from f2f_desktop.vault.keys import (
    KEY_BYTES,
    Argon2Cost,
    KeyFile,
    WayIn,
    WrongSecret,
    new_data_key,
    new_recovery_code,
    read_key_file,
    unwrapped,
    wrapped,
    write_key_file,
)
from f2f_desktop.vault.rooms import wipe_folders

Transaction = Connection
"""What a transaction gives to the functions of this room; other rooms only hand it on."""

DATABASE = "vault.db"
KEYS = "vault.keys"
LOCK = "vault.lock"

SHORTEST_PASSPHRASE = 8


class VaultInUse(KnownError):
    """Another window, or another program, has the vault open."""


class VaultExists(KnownError):
    """There is a vault already where one should be made."""

    def __init__(self) -> None:
        super().__init__("There is a vault here already.", "Unlock it, or end it before you start a new one.")


class VaultFolderUnusable(KnownError):
    """The folder cannot be made, written to or locked."""

    def __init__(self) -> None:
        super().__init__(
            "The folder for the vault cannot be used.",
            "Check that its disk is connected, has room, and that you may write there.",
        )


class NoKeyring(KnownError):
    """The keyring was asked for, and there is none that really protects."""

    def __init__(self) -> None:
        super().__init__("This system has no keyring that can be used.", "Choose a passphrase instead.")


class PassphraseTooShort(KnownError):
    """A passphrase that a thief would guess at once."""


class Protection(msgspec.Struct, frozen=True):
    """How a new vault is protected: by a passphrase, by the system's keyring, or by both.

    A shared laptop gets a passphrase only.
    """

    passphrase: str = ""
    use_keyring: bool = False
    cost: Argon2Cost = Argon2Cost()


class Vault:
    """An open vault.

    Attributes:
        folder: where its files lie.
        keys: the ways in that it has.
    """

    def __init__(
        self, folder: Path, keys: KeyFile, data_key: bytes, held: filelock.BaseFileLock, *, new: bool = False
    ) -> None:
        """Opens the vault in `folder`, which the caller has `hold` of, with its data key.

        On success the vault has the lock; otherwise it is still the caller's. Raises what `Database` raises.
        """
        self.folder = folder
        self.keys = keys
        self._data_key = data_key
        self._database = Database(folder / DATABASE, data_key, must_exist=not new)
        self._held = held

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction on the vault's database (see `Database.transaction`)."""
        with self._database.transaction() as connection:
            yield connection

    def lock(self) -> None:
        """Closes the database, forgets the data key, and lets others open the vault. Safe to call twice."""
        self._database.close()
        self._data_key = b""
        self._held.release()

    def set_passphrase(self, passphrase: str, cost: Argon2Cost | None = None) -> None:
        """Gives the open vault a new passphrase."""
        self._change(wrapped(self.keys, WayIn.PASSPHRASE, check_passphrase(passphrase), self._data_key, cost))

    def new_recovery_sheet(self, cost: Argon2Cost | None = None) -> str:
        """Makes a new recovery code for the open vault; the former one opens it no longer."""
        code = new_recovery_code()
        self._change(wrapped(self.keys, WayIn.RECOVERY, code, self._data_key, cost))
        return code

    def leave_keyring(self) -> None:
        """Takes the data key out of the system's keyring."""
        keyring.forget(self.keys.vault)
        self._change(msgspec.structs.replace(self.keys, in_keyring=False))

    def destroy(self) -> None:
        """Ends the vault for good: the keys first, then the files, which nobody can read from then on."""
        self._database.close()
        self._data_key = b""
        try:
            _wipe(self.folder, self.keys)
        finally:
            self._held.release()

    def _change(self, keys: KeyFile) -> None:
        write_key_file(self.folder / KEYS, keys)
        self.keys = keys


def exists(folder: Path) -> bool:
    """Whether there is a vault in `folder`."""
    return (folder / KEYS).exists()


def ways_in(folder: Path) -> KeyFile:
    """What the vault in `folder` can be opened with. Raises `KeyFileDamaged`, `KeyFileTooNew`."""
    return read_key_file(folder / KEYS)


def check_passphrase(passphrase: str) -> str:
    """`passphrase` itself. Raises `PassphraseTooShort`."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShort(
            f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters.",
            "Four words that you remember make a good one.",
        )
    return passphrase


def hold(folder: Path) -> filelock.BaseFileLock:
    """Keeps every other process out of the vault in `folder`. Raises `VaultInUse`, `VaultFolderUnusable`."""
    # Not bound to a thread: a vault may be unlocked on one and locked on another.
    held = filelock.FileLock(folder / LOCK, timeout=0, mode=0o600, thread_local=False)
    try:
        held.acquire()
    except filelock.Timeout:
        raise VaultInUse(
            "This vault is open in another window.", "Use that window, or close it and try again."
        ) from None
    except (OSError, NotImplementedError) as error:  # the latter: a network folder that knows no locks
        raise VaultFolderUnusable from error
    return held


def create(folder: Path, protection: Protection) -> tuple[Vault, str]:
    """Makes a vault in `folder` and opens it; also gives the recovery code, which is shown once.

    Raises `VaultExists`, `VaultInUse`, `VaultFolderUnusable`, `PassphraseTooShort`, `DiskFull`, and `NoKeyring`
    where the keyring was the only way in and refused.
    """
    if protection.passphrase:
        check_passphrase(protection.passphrase)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            folder.chmod(0o700)  # a folder that holds other things stays as open as it was
    except OSError as error:
        raise VaultFolderUnusable from error
    held = hold(folder)
    try:
        return _created(folder, protection, held)
    except BaseException:
        held.release()
        raise


def _created(folder: Path, protection: Protection, held: filelock.BaseFileLock) -> tuple[Vault, str]:
    if exists(folder):
        raise VaultExists
    data_key = new_data_key()
    keys = KeyFile(vault=secrets.token_hex(16))
    code = new_recovery_code()
    keys = wrapped(keys, WayIn.RECOVERY, code, data_key, protection.cost)
    if protection.passphrase:
        keys = wrapped(keys, WayIn.PASSPHRASE, protection.passphrase, data_key, protection.cost)
    if protection.use_keyring:
        keys = msgspec.structs.replace(keys, in_keyring=keyring.store(keys.vault, data_key))
    if not protection.passphrase and not keys.in_keyring:
        raise NoKeyring
    try:
        _set_aside_orphan(folder)
        # The database first: a key file without a database would look like a vault whose content is lost.
        vault = Vault(folder, keys, data_key, held, new=True)
        try:
            write_key_file(folder / KEYS, keys)
        except BaseException:
            vault.lock()
            raise
    except BaseException:
        if keys.in_keyring:
            keyring.forget(keys.vault)
        raise
    return vault, code


def _set_aside_orphan(folder: Path) -> None:
    """Renames a database without a key file: a key file from a backup may still open it."""
    orphan = f"{DATABASE}.orphan-{secrets.token_hex(4)}"
    for ending in ("", "-wal", "-shm"):
        if (folder / (DATABASE + ending)).exists():
            (folder / (DATABASE + ending)).rename(folder / (orphan + ending))


def unlock_by_secret(folder: Path, way: WayIn, secret: str) -> Vault:
    """Opens the vault with a passphrase or a recovery code. Raises `WrongSecret`, `VaultInUse`, ..."""
    keys = ways_in(folder)
    return _unlocked(folder, keys, unwrapped(keys, way, secret))


def unlock_by_keyring(folder: Path) -> Vault:
    """Opens the vault with the copy of its key in the system's keyring. Raises `WrongSecret` if it has none."""
    keys = ways_in(folder)
    data_key = keyring.fetch(keys.vault) if keys.in_keyring else None
    if data_key is None or len(data_key) != KEY_BYTES:
        raise WrongSecret(
            "The system's keyring did not give the vault's key.", "Use your passphrase or your recovery sheet."
        )
    return _unlocked(folder, keys, data_key)


def _unlocked(folder: Path, keys: KeyFile, data_key: bytes) -> Vault:
    held = hold(folder)
    try:
        return Vault(folder, keys, data_key, held)
    except BaseException:
        held.release()
        raise


def destroy(folder: Path) -> None:
    """Ends a locked vault for good, as `Vault.destroy` does with an open one. Raises `VaultInUse`."""
    held = hold(folder)
    try:
        try:
            keys = ways_in(folder)
        except KnownError:
            keys = None
        _wipe(folder, keys)
    finally:
        held.release()


def _wipe(folder: Path, keys: KeyFile | None) -> None:
    if keys is not None and keys.in_keyring:
        keyring.forget(keys.vault)
    erase(folder / KEYS)
    # Only what this room has written: somebody may have put a packet of reports there.
    for pattern in (f"{KEYS}*", f"{DATABASE}*", "extract-*.enc*"):
        for path in folder.glob(pattern):
            erase(path)
    wipe_folders(folder)
