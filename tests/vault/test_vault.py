"""A vault opens with its own secrets only, in one process at a time, and gives nothing away once locked."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.errors import KnownError
from f2f_desktop.vault import keyring, vault
from f2f_desktop.vault.database import SqliteTooOld, VaultDamaged, VaultLocked, check_sqlite
from f2f_desktop.vault.keys import KeyFileDamaged, WayIn, WrongSecret
from f2f_desktop.vault.vault import PassphraseTooShort, VaultInUse
from f2f_desktop.workspace import Protection, Workspace
from tests.vault.evenings import CHEAP, PASSPHRASE, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def test_it_opens_with_its_passphrase_and_holds_what_was_stored(folder: Path) -> None:
    workspace = opened(folder)
    workspace.lock()
    workspace.unlock(PASSPHRASE)
    assert workspace.services.importing.count() == 3
    workspace.lock()


def test_another_passphrase_does_not_open_it(folder: Path) -> None:
    opened(folder).lock()
    with pytest.raises(WrongSecret, match="passphrase"):
        Workspace(folder).unlock("correct horse batterie")


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("0", "O")]
)
def test_the_recovery_code_opens_it_however_it_is_typed(folder: Path, typed) -> None:
    workspace = Workspace(folder)
    code = workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    workspace.lock()
    workspace.unlock(typed(code), WayIn.RECOVERY)
    workspace.lock()
    with pytest.raises(WrongSecret, match="recovery"):
        workspace.unlock(code[:-1] + ("A" if code[-1] != "A" else "B"), WayIn.RECOVERY)


def test_a_new_passphrase_replaces_the_old_one_and_leaves_the_recovery_code(folder: Path) -> None:
    workspace = Workspace(folder)
    code = workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    workspace.set_passphrase("another long one")
    workspace.lock()
    with pytest.raises(WrongSecret):
        workspace.unlock(PASSPHRASE)
    workspace.unlock("another long one")
    workspace.lock()
    workspace.unlock(code, WayIn.RECOVERY)
    workspace.lock()


def test_a_short_passphrase_is_refused_before_anything_is_made(folder: Path) -> None:
    with pytest.raises(PassphraseTooShort):
        Workspace(folder).create(Protection("short", cost=CHEAP))
    assert not Workspace(folder).exists


def test_a_key_file_of_another_vault_does_not_open_this_one(folder: Path, tmp_path: Path) -> None:
    opened(folder).lock()
    opened(tmp_path / "other").lock()
    (folder / vault.KEYS).write_bytes((tmp_path / "other" / vault.KEYS).read_bytes())
    with pytest.raises(VaultDamaged):
        Workspace(folder).unlock(PASSPHRASE)


def test_a_wrapped_key_is_bound_to_its_vault(folder: Path) -> None:
    opened(folder).lock()
    keys = vault.ways_in(folder)
    renamed = msgspec.structs.replace(keys, vault="0" * 32)
    (folder / vault.KEYS).write_bytes(msgspec.json.encode(renamed))
    with pytest.raises(WrongSecret):
        Workspace(folder).unlock(PASSPHRASE)


def test_a_damaged_key_file_is_told_in_words(folder: Path) -> None:
    opened(folder).lock()
    (folder / vault.KEYS).write_bytes(b"{")
    with pytest.raises(KeyFileDamaged, match="backup"):
        Workspace(folder).unlock(PASSPHRASE)


def test_a_database_without_its_keys_is_set_aside_not_deleted(folder: Path) -> None:
    opened(folder).lock()
    (folder / vault.KEYS).unlink()
    opened(folder).lock()
    assert list(folder.glob("vault.db.orphan-*"))


def test_two_processes_cannot_have_it_open(folder: Path) -> None:
    workspace = opened(folder)
    script = (
        "import sys; from pathlib import Path; from f2f_desktop.workspace import Workspace\n"
        "Workspace(Path(sys.argv[1])).unlock(sys.argv[2])"
    )
    command = [sys.executable, "-c", script, str(folder), PASSPHRASE]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert VaultInUse.__name__ in refused.stderr
    workspace.lock()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_once_locked_nothing_can_be_read(folder: Path) -> None:
    workspace = opened(folder)
    services = workspace.services
    workspace.lock()
    with pytest.raises(VaultLocked):
        services.importing.count()
    with pytest.raises(KnownError, match="locked"):
        _ = workspace.services


def test_destroying_it_leaves_no_key_and_no_database(folder: Path) -> None:
    workspace = opened(folder)
    workspace.destroy()
    assert not workspace.exists
    assert [path.name for path in folder.iterdir() if path.name != vault.LOCK] == []


def test_a_keyring_that_keeps_secrets_in_the_open_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain:
        """Like `keyrings.alt`: registered, and not encrypted."""

    Plain.__module__ = "keyrings.alt.file"
    monkeypatch.setattr(keyring.keyring, "get_keyring", Plain)
    assert not keyring.available()
    assert not keyring.store("name", b"secret")

    class System(Plain):
        pass

    System.__module__ = "keyring.backends.SecretService"
    monkeypatch.setattr(keyring.keyring, "get_keyring", System)
    assert keyring.available()


def test_without_passphrase_and_keyring_there_is_no_vault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "available", lambda: False)
    with pytest.raises(KnownError, match="passphrase"):
        Workspace(folder).create(Protection(use_keyring=True, cost=CHEAP))


@pytest.mark.parametrize(("version", "refused"), [("3.51.2", True), ("3.51.3", False), ("3.53.4", False)])
def test_a_sqlite_that_can_lose_writes_is_refused(version: str, refused: bool) -> None:
    if refused:
        with pytest.raises(SqliteTooOld):
            check_sqlite(version)
    else:
        check_sqlite(version)
