"""Unlocks, wires, hands out the services: the only place that does.

A workspace is one folder on the laptop with one vault in it. Every service method is one or a few transactions
and belongs on the vault's thread; what takes long is a plain function for the pool.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path, user_state_path

from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.authoring import Authoring
from f2f_desktop.organizer.mappings import Mappings
from f2f_desktop.organizer.opt_outs import OptOuts
from f2f_desktop.protocol.manifest import ExtractOffer
from f2f_desktop.sync.carrying import Carrying, Taken
from f2f_desktop.sync.courier import Courier, Round, Standing
from f2f_desktop.sync.forwarding import HandedOver
from f2f_desktop.sync.organizing import AsOf, Latest, Organizing
from f2f_desktop.sync.packets import Exported, NothingToExport, Packets
from f2f_desktop.sync.rooms import Filled, Rooms, RoomStart, RoomStatus
from f2f_desktop.vault import continuity, keyring
from f2f_desktop.vault import vault as vaults
from f2f_desktop.vault.cards import ImportSummary, StoredContact
from f2f_desktop.vault.carried import Carried
from f2f_desktop.vault.database import VaultLocked
from f2f_desktop.vault.extracts import InstalledExtract
from f2f_desktop.vault.journal import Waiting
from f2f_desktop.vault.keys import Argon2Cost, KeyFile, WayIn, WrongSecret
from f2f_desktop.vault.notes import StoredNote
from f2f_desktop.vault.rooms import KeptRoom
from f2f_desktop.vault.vault import SHORTEST_PASSPHRASE, PassphraseTooShort, Protection, Vault, VaultInUse
from f2f_desktop.volunteer.attention import Attention
from f2f_desktop.volunteer.campaigns import Campaigns
from f2f_desktop.volunteer.downloading import Downloading
from f2f_desktop.volunteer.importing import Importing
from f2f_desktop.volunteer.ledger import Ledger
from f2f_desktop.volunteer.looking_up import LookingUp
from f2f_desktop.volunteer.matchmaking import Matchmaking
from f2f_desktop.volunteer.outreach import Outreach
from f2f_desktop.volunteer.overview import Overviews
from f2f_desktop.volunteer.preferences import Account, Preferences
from f2f_desktop.volunteer.reports import Reports
from f2f_desktop.volunteer.shift import Shift
from f2f_desktop.volunteer.suggestions import Suggestions

__all__ = [
    "SHORTEST_PASSPHRASE",
    "Account",
    "Argon2Cost",
    "AsOf",
    "Carried",
    "Exported",
    "ExtractOffer",
    "Filled",
    "HandedOver",
    "ImportSummary",
    "InstalledExtract",
    "KeptRoom",
    "KeyFile",
    "NothingToExport",
    "PassphraseTooShort",
    "Protection",
    "RoomStart",
    "RoomStatus",
    "Round",
    "Standing",
    "StoredContact",
    "StoredNote",
    "Taken",
    "VaultInUse",
    "VaultLocked",
    "VolunteerServices",
    "Waiting",
    "WayIn",
    "Workspace",
    "WrongSecret",
    "default_folder",
    "latest",
]


def default_folder() -> Path:
    """Where the vault of this user lies by the system's customs."""
    return user_data_path("F2F Desktop", appauthor=False) / "vault"


def state_folder() -> Path:
    """Where this user's laptop keeps what belongs to it and not to a vault, by the system's customs."""
    return user_state_path("F2F Desktop", appauthor=False)


@dataclass(frozen=True)
class VolunteerServices:
    """What the volunteer's screens speak to, for one unlocked vault."""

    campaigns: Campaigns
    importing: Importing
    matchmaking: Matchmaking
    downloading: Downloading
    suggestions: Suggestions
    outreach: Outreach
    reports: Reports
    shift: Shift
    packets: Packets
    preferences: Preferences
    overview: Overviews
    looking_up: LookingUp
    ledger: Ledger
    courier: Courier
    attention: Attention
    authoring: Authoring
    mappings: Mappings
    opt_outs: OptOuts
    organizing: Organizing
    carrying: Carrying
    rooms: Rooms


def latest(services: VolunteerServices) -> Latest:
    """The hub's newest answers, for exports."""
    return Latest(services.organizing)


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
        """The services of the unlocked vault. Raises `VaultLocked`."""
        if self._services is None:
            raise VaultLocked
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

    def set_passphrase(self, passphrase: str, cost: Argon2Cost | None = None) -> None:
        """Gives the unlocked vault a new passphrase."""
        if self._vault is None:
            raise VaultLocked
        self._vault.set_passphrase(passphrase, cost)

    def new_recovery_sheet(self, cost: Argon2Cost | None = None) -> str:
        """A new recovery code for the unlocked vault, shown once; the former one opens it no longer."""
        if self._vault is None:
            raise VaultLocked
        return self._vault.new_recovery_sheet(cost)

    def remember_password(self, account: Account, password: str) -> bool:
        """Keeps an account's password in the system's keyring; False if there is none or it refuses."""
        if self._vault is None:
            raise VaultLocked
        return keyring.store(self._secret_name(self._vault, account), password.encode())

    def password_of(self, account: Account) -> str:
        """The password that the keyring keeps for an account; empty if it has none."""
        if self._vault is None:
            raise VaultLocked
        return (keyring.fetch(self._secret_name(self._vault, account)) or b"").decode()

    def forget_password(self, account: Account) -> None:
        """Takes an account's password out of the keyring, if it is there."""
        if self._vault is None:
            raise VaultLocked
        keyring.forget(self._secret_name(self._vault, account))

    def lock(self) -> None:
        """Locks the vault: database closed, keys and opened extract forgotten. Safe to call twice."""
        vault, self._vault = self._vault, None
        services, self._services = self._services, None
        if services is not None:
            # Screens may still hold the services: what they had opened is given up all the same.
            services.matchmaking.close()
            services.looking_up.close()
        if vault is not None:
            vault.lock()

    def destroy(self) -> None:
        """Ends the session for good: wipes the vault and its extract, locked or not. What was not exported is gone.

        Raises `VaultInUse` if another process has it open, `RoomNotHandedOver` where volunteers' work lies in it.
        """
        if self._services is not None:
            self._services.rooms.check_forgettable()
            for account in self._services.preferences.accounts():
                self.forget_password(account)
            self._services.matchmaking.close()
            self._services.looking_up.close()
        vault, self._vault, self._services = self._vault, None, None
        name = vault.keys.vault if vault is not None else self._name()
        if vault is not None:
            vault.destroy()
        elif self.exists:
            vaults.destroy(self.folder)
        continuity.forget(state_folder(), name)

    def _name(self) -> str:
        """The locked vault's id; empty where its keys cannot be read."""
        try:
            return self.ways_in().vault
        except (KnownError, OSError):
            return ""

    @staticmethod
    def _secret_name(vault: Vault, account: Account) -> str:
        return f"{vault.keys.vault}/{account.name}"

    def _open(self, vault: Vault) -> None:
        self._vault = vault
        continuity.go_on(vault, state_folder())
        matchmaking = Matchmaking(vault)
        courier = Courier(vault)
        self._services = VolunteerServices(
            Campaigns(vault),
            Importing(vault),
            matchmaking,
            Downloading(vault, matchmaking, courier),
            Suggestions(vault),
            Outreach(vault),
            Reports(vault),
            Shift(vault),
            Packets(vault),
            Preferences(vault),
            Overviews(vault),
            LookingUp(vault, matchmaking),
            Ledger(vault),
            courier,
            Attention(vault),
            Authoring(vault),
            Mappings(vault),
            OptOuts(vault),
            Organizing(vault, courier),
            Carrying(vault),
            Rooms(vault, courier),
        )
        with suppress(KnownError):  # a full disk keeps nobody out: it is tried again at the next unlocking
            self._services.matchmaking.wipe_expired()
