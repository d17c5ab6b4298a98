"""What a vault remembers of the laptop and its user: how far the set-up is, when to lock, how to read tables."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from f2f_desktop.contacts.columns import ColumnMapping, folded
from f2f_desktop.vault import properties
from f2f_desktop.vault.vault import Vault

SET_UP = "set_up"
MAPPINGS = "column_mappings"
LOCK_AFTER = "lock_after_minutes"
ACCOUNTS = "address_book_accounts"
RECURRING_EXPORT = "recurring_export"

SHORTEST_WAIT, LONGEST_WAIT, USUAL_WAIT = 1, 60, 5
"""Minutes without input after which the app locks itself."""

T = TypeVar("T")


class SetUp(msgspec.Struct, frozen=True):
    """What the first run has settled beyond what the vault itself shows."""

    recovery_noted: bool = False
    introduced: bool = False
    contacts_skipped: bool = False
    extract_skipped: bool = False
    finished: bool = False


class Account(msgspec.Struct, frozen=True):
    """An address book on a CardDAV server. Its password is in the system's keyring, never here."""

    address: str
    user: str

    @property
    def name(self) -> str:
        """The name under which the keyring keeps its password."""
        return f"carddav/{self.user}@{self.address}"


class RecurringExport(msgspec.Struct, frozen=True):
    """Where an organizer's app writes everything again and again while it is open."""

    on: bool = False
    folder: str = ""
    form: str = "xlsx"
    """`csv`, `xlsx` or `json`."""
    minutes: int = 30


class Preferences:
    """The preferences of an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def set_up(self) -> SetUp:
        """How far the first run is."""
        return self._read(SET_UP, SetUp, SetUp())

    def keep_set_up(self, set_up: SetUp) -> None:
        """Stores how far the first run is."""
        self._write(SET_UP, set_up)

    def shared_laptop(self) -> bool:
        """Whether other people use this laptop."""
        with self._vault.transaction() as connection:
            return properties.get_text(connection, properties.SHARED_LAPTOP) == "yes"

    def set_shared_laptop(self, shared: bool) -> None:
        """Stores whether other people use this laptop."""
        with self._vault.transaction() as connection:
            properties.set_text(connection, properties.SHARED_LAPTOP, "yes" if shared else "no")

    def lock_after(self) -> int:
        """Minutes without input after which to lock, 1 to 60. A shared laptop locks after the usual 5 at most."""
        wanted = min(max(self._read(LOCK_AFTER, int, USUAL_WAIT), SHORTEST_WAIT), LONGEST_WAIT)
        return min(wanted, USUAL_WAIT) if self.shared_laptop() else wanted

    def set_lock_after(self, minutes: int) -> None:
        """Stores after how many minutes without input to lock."""
        self._write(LOCK_AFTER, min(max(minutes, SHORTEST_WAIT), LONGEST_WAIT))

    def mappings(self) -> dict[str, ColumnMapping]:
        """The column mappings that the volunteer has chosen, by `header_key`."""
        return self._read(MAPPINGS, dict[str, ColumnMapping], {})

    def remember_mapping(self, header: Sequence[str], mapping: ColumnMapping) -> None:
        """Keeps a mapping for every further table with this header."""
        self._write(MAPPINGS, {**self.mappings(), header_key(header): mapping})

    def accounts(self) -> list[Account]:
        """The CardDAV accounts that were used, the newest first."""
        return self._read(ACCOUNTS, list[Account], [])

    def remember_account(self, account: Account) -> None:
        """Puts an account first in the list."""
        self._write(ACCOUNTS, [account, *(each for each in self.accounts() if each != account)])

    def recurring_export(self) -> RecurringExport:
        """Where to write everything again and again."""
        return self._read(RECURRING_EXPORT, RecurringExport, RecurringExport())

    def set_recurring_export(self, setting: RecurringExport) -> None:
        """Stores where to write everything again and again."""
        self._write(RECURRING_EXPORT, setting)

    def _read(self, name: str, kind: type[T], default: T) -> T:
        with self._vault.transaction() as connection:
            stored = properties.get_bytes(connection, name)
        if stored is None:
            return default
        try:
            return msgspec.json.decode(stored, type=kind)
        except msgspec.DecodeError:
            # Written by another version: a preference is worth less than the start of the app.
            return default

    def _write(self, name: str, value: object) -> None:
        with self._vault.transaction() as connection:
            properties.set_bytes(connection, name, msgspec.json.encode(value))


def header_key(header: Sequence[str]) -> str:
    """What a table is known by: its column names, in order, without case and accents."""
    return "\x1f".join(folded(name) for name in header)
