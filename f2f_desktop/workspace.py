"""Unlocks, wires, hands out the services: the only place that does.

A workspace is one folder on the laptop with one vault in it. Every service method is one or a few transactions
and belongs on the vault's thread; what takes long is a plain function for the pool.
"""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from f2f_desktop.errors import KnownError
from f2f_desktop.sync.packets import Packets
from f2f_desktop.vault import keyring
from f2f_desktop.vault import vault as vaults
from f2f_desktop.vault.keys import KeyFile, WayIn
from f2f_desktop.vault.vault import Protection, Vault
from f2f_desktop.volunteer.campaigns import Campaigns
from f2f_desktop.volunteer.importing import Importing
from f2f_desktop.volunteer.matchmaking import Matchmaking
from f2f_desktop.volunteer.outreach import Outreach
from f2f_desktop.volunteer.reports import Reports
from f2f_desktop.volunteer.shift import Shift
from f2f_desktop.volunteer.suggestions import Suggestions

__all__ = ["KeyFile", "Protection", "VolunteerServices", "WayIn", "Workspace", "default_folder"]


def default_folder() -> Path:
    """Where the vault of this user lies by the system's customs."""
    return user_data_path("F2F Desktop", appauthor=False) / "vault"


@dataclass(frozen=True)
class VolunteerServices:
    """What the volunteer's screens speak to, for one unlocked vault."""

    campaigns: Campaigns
    importing: Importing
    matchmaking: Matchmaking
    suggestions: Suggestions
    outreach: Outreach
    reports: Reports
    shift: Shift
    packets: Packets


class Workspace:
    """One folder with one vault, locked or unlocked.

    Attributes:
        folder: where the vault lies.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._vault: Vault | None = None
        self._services: VolunteerServices | None = None

    @property
    def exists(self) -> bool:
        """Whether a vault has been made here."""
        return vaults.exists(self.folder)

    @property
    def unlocked(self) -> bool:
        """Whether the vault is open in this process."""
        return self._vault is not None

    @property
    def services(self) -> VolunteerServices:
        """The services of the unlocked vault. Raises `KnownError` while it is locked."""
        if self._services is None:
            raise KnownError("The vault is locked.", "Unlock it and try again; nothing was lost.")
        return self._services

    def keyring_available(self) -> bool:
        """Whether the system's keyring can protect a vault; may ask the system, so not for the UI thread."""
        return keyring.available()

    def ways_in(self) -> KeyFile:
        """What the vault can be unlocked with. Raises `KeyFileDamaged`."""
        return vaults.ways_in(self.folder)

    def create(self, protection: Protection) -> str:
        """Makes the vault and unlocks it; gives the recovery code, which is shown once."""
        vault, code = vaults.create(self.folder, protection)
        self._open(vault)
        return code

    def unlock(self, secret: str, way: WayIn = WayIn.PASSPHRASE) -> None:
        """Unlocks by passphrase or recovery code. Raises `WrongSecret`, `VaultInUse` and their kin."""
        self._open(vaults.unlock_by_secret(self.folder, way, secret))

    def unlock_by_keyring(self) -> None:
        """Unlocks with the key in the system's keyring. Raises `WrongSecret` if it has none."""
        self._open(vaults.unlock_by_keyring(self.folder))

    def set_passphrase(self, passphrase: str) -> None:
        """Gives the unlocked vault a new passphrase."""
        if self._vault is not None:
            self._vault.set_passphrase(passphrase)

    def lock(self) -> None:
        """Locks the vault: database closed, keys and opened extract forgotten. Safe to call twice."""
        vault, self._vault, self._services = self._vault, None, None
        if vault is not None:
            vault.lock()

    def destroy(self) -> None:
        """Ends the session for good: wipes the vault and its extract. What was not exported is gone."""
        vault, self._vault, self._services = self._vault, None, None
        if vault is not None:
            vault.destroy()

    def _open(self, vault: Vault) -> None:
        self._vault = vault
        self._services = VolunteerServices(
            Campaigns(vault),
            Importing(vault),
            Matchmaking(vault),
            Suggestions(vault),
            Outreach(vault),
            Reports(vault),
            Shift(vault),
            Packets(vault),
        )
