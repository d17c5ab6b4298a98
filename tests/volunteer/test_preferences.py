"""What a vault remembers of the laptop and its user."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.contacts.columns import ColumnField, ColumnMapping, MappedColumn
from f2f_desktop.vault.database import VaultLocked
from f2f_desktop.volunteer.preferences import Account, SetUp, header_key
from f2f_desktop.workspace import Protection, Workspace
from tests.vault.evenings import CHEAP, PASSPHRASE

CLOUD = Account("https://cloud.example.org", "jane")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "vault")
    made.create(Protection(PASSPHRASE, cost=CHEAP))
    yield made
    made.lock()


class KeptInMemory(keyring.backend.KeyringBackend):
    """Stands in for the system's keyring, which does not run here."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.kept[service, username]
        except KeyError:
            raise keyring.errors.PasswordDeleteError from None


@pytest.fixture
def system_keyring() -> Iterator[KeptInMemory]:
    before = keyring.get_keyring()
    # Only the systems' own backends are used, told by their module.
    KeptInMemory.__module__ = "keyring.backends.SecretService"
    made = KeptInMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_stand_in_for_the_keyring_behaves_like_one(system_keyring: KeptInMemory) -> None:
    keyring.set_password("service", "name", "secret")
    assert keyring.get_password("service", "name") == "secret"
    assert keyring.get_password("service", "other") is None
    keyring.delete_password("service", "name")
    assert keyring.get_password("service", "name") is None
    with pytest.raises(keyring.errors.PasswordDeleteError):
        keyring.delete_password("service", "name")


def test_a_new_vault_has_plain_preferences(workspace: Workspace) -> None:
    preferences = workspace.services.preferences
    assert preferences.set_up() == SetUp()
    assert preferences.lock_after() == 5
    assert not preferences.shared_laptop()
    assert preferences.mappings() == {}
    assert preferences.accounts() == []


@pytest.mark.parametrize(("wanted", "kept"), [(0, 1), (1, 1), (17, 17), (60, 60), (900, 60)])
def test_the_wait_before_locking_is_between_a_minute_and_an_hour(
    workspace: Workspace, wanted: int, kept: int
) -> None:
    preferences = workspace.services.preferences
    preferences.set_lock_after(wanted)
    assert preferences.lock_after() == kept


def test_a_shared_laptop_never_waits_longer_than_five_minutes(workspace: Workspace) -> None:
    preferences = workspace.services.preferences
    preferences.set_shared_laptop(True)
    preferences.set_lock_after(60)
    assert preferences.lock_after() == 5
    preferences.set_lock_after(2)
    assert preferences.lock_after() == 2
    preferences.set_shared_laptop(False)
    assert preferences.lock_after() == 2


def test_everything_survives_locking(workspace: Workspace) -> None:
    mapping = ColumnMapping((MappedColumn("Friend", ColumnField.FULL_NAME),))
    before = workspace.services.preferences
    before.keep_set_up(SetUp(recovery_noted=True))
    before.remember_mapping(("Friend", "Cell"), mapping)
    before.remember_account(CLOUD)
    workspace.lock()
    workspace.unlock(PASSPHRASE)
    after = workspace.services.preferences
    assert after.set_up() == SetUp(recovery_noted=True)
    assert after.mappings() == {header_key(("friend ", "CELL")): mapping}
    assert after.accounts() == [CLOUD]


def test_the_account_used_last_comes_first_and_once(workspace: Workspace) -> None:
    preferences = workspace.services.preferences
    other = Account("https://other.example.org", "jane")
    for account in (CLOUD, other, CLOUD):
        preferences.remember_account(account)
    assert preferences.accounts() == [CLOUD, other]


def test_a_password_is_in_the_keyring_alone_and_goes_with_the_vault(
    workspace: Workspace, system_keyring: KeptInMemory
) -> None:
    workspace.services.preferences.remember_account(CLOUD)
    assert workspace.password_of(CLOUD) == ""
    assert workspace.remember_password(CLOUD, "pässword")
    assert workspace.password_of(CLOUD) == "pässword"
    workspace.forget_password(CLOUD)
    assert system_keyring.kept == {}
    workspace.remember_password(CLOUD, "again")
    workspace.destroy()
    assert system_keyring.kept == {}, "nothing of a wiped laptop stays in the keyring"


def test_two_vaults_do_not_share_a_password(
    workspace: Workspace, system_keyring: KeptInMemory, tmp_path: Path
) -> None:
    other = Workspace(tmp_path / "other")
    other.create(Protection(PASSPHRASE, cost=CHEAP))
    workspace.remember_password(CLOUD, "mine")
    assert other.password_of(CLOUD) == ""
    other.lock()


def test_without_a_keyring_no_password_is_kept(workspace: Workspace) -> None:
    assert not workspace.remember_password(CLOUD, "secret")
    assert workspace.password_of(CLOUD) == ""


def test_a_locked_vault_gives_no_password(workspace: Workspace) -> None:
    workspace.lock()
    for ask in (
        lambda: workspace.password_of(CLOUD),
        lambda: workspace.remember_password(CLOUD, "secret"),
        lambda: workspace.forget_password(CLOUD),
        workspace.new_recovery_sheet,
    ):
        with pytest.raises(VaultLocked):
            ask()


@given(st.lists(st.text(max_size=20), max_size=6), st.lists(st.text(max_size=20), max_size=6))
def test_headers_are_told_apart_by_their_columns(one: list[str], other: list[str]) -> None:
    same = [name.casefold() for name in one] == [name.casefold() for name in other]
    if same:
        assert header_key(one) == header_key(other)
    assert header_key([name.upper() for name in ("Name", "Cell")]) == header_key(["name", "cell"])
    assert header_key(["a", "b"]) != header_key(["ab"]) != header_key(["b", "a"])
