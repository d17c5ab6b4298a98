"""A vault opens with its own secrets only, in one process at a time, and gives nothing away once locked."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.errors import KnownError
from f2f_desktop.vault import vault
from f2f_desktop.vault.database import SqliteTooOld, VaultDamaged, VaultLocked, VaultUnreachable, check_sqlite
from f2f_desktop.vault.keys import (
    Argon2Cost,
    KeyFileDamaged,
    KeyFileTooNew,
    WayIn,
    WrongSecret,
    new_recovery_code,
    unwrapped,
)
from f2f_desktop.vault.vault import PassphraseTooShort, VaultExists, VaultFolderUnusable, VaultInUse
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
    "typed",
    [
        str.lower,
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: f"  {code.replace('-', ' – ')}\n",
        lambda code: code.replace("0", "O").replace("1", "I"),
        lambda code: code.replace("0", "o").replace("1", "l").lower(),
    ],
)
def test_the_recovery_code_opens_it_however_it_is_typed(
    folder: Path, typed: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "new_recovery_code", lambda: "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ")
    workspace = Workspace(folder)
    code = workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    workspace.lock()
    workspace.unlock(typed(code), WayIn.RECOVERY)
    workspace.lock()
    with pytest.raises(WrongSecret, match="recovery"):
        workspace.unlock(typed(code[:-1] + "0"), WayIn.RECOVERY)


def test_recovery_codes_are_random_and_made_of_letters_that_nobody_mixes_up() -> None:
    codes = {new_recovery_code() for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("ILOU")
    assert {len(code) for code in codes} == {39}


def test_a_passphrase_may_be_typed_on_a_system_that_composes_its_letters_otherwise(folder: Path) -> None:
    composed, decomposed = "caf\u00e9 con leche", "cafe\u0301 con leche"
    workspace = Workspace(folder)
    workspace.create(Protection(composed, cost=CHEAP))
    workspace.lock()
    workspace.unlock(decomposed)
    workspace.lock()
    with pytest.raises(WrongSecret):
        workspace.unlock("cafe con leche")


@pytest.mark.parametrize("secret", ["", " ", "\ud800", PASSPHRASE + " ", PASSPHRASE.upper()])
def test_no_other_secret_opens_it(folder: Path, secret: str) -> None:
    opened(folder).lock()
    for way in WayIn:
        with pytest.raises(WrongSecret):
            Workspace(folder).unlock(secret, way)


def test_a_new_passphrase_replaces_the_old_one_and_leaves_the_recovery_code(folder: Path) -> None:
    workspace = Workspace(folder)
    code = workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    workspace.set_passphrase("another long one", CHEAP)
    workspace.lock()
    with pytest.raises(WrongSecret):
        workspace.unlock(PASSPHRASE)
    workspace.unlock("another long one")
    workspace.lock()
    workspace.unlock(code, WayIn.RECOVERY)
    sheet = workspace.new_recovery_sheet(CHEAP)
    workspace.lock()
    with pytest.raises(WrongSecret):
        workspace.unlock(code, WayIn.RECOVERY)
    workspace.unlock(sheet, WayIn.RECOVERY)
    workspace.lock()
    workspace.unlock("another long one")
    workspace.lock()


def test_a_short_passphrase_is_refused_before_anything_is_made(folder: Path) -> None:
    for short in ("short", "  short  ", "1234567"):
        with pytest.raises(PassphraseTooShort):
            Workspace(folder).create(Protection(short, cost=CHEAP))
    assert not folder.exists()
    workspace = opened(folder)
    with pytest.raises(PassphraseTooShort):
        workspace.set_passphrase("short")
    workspace.lock()
    workspace.unlock(PASSPHRASE)
    workspace.lock()


def test_a_vault_is_never_made_over_another(folder: Path) -> None:
    workspace = opened(folder)
    with pytest.raises(VaultInUse):
        Workspace(folder).create(Protection(PASSPHRASE, cost=CHEAP))
    workspace.lock()
    with pytest.raises(VaultExists):
        Workspace(folder).create(Protection("something else", cost=CHEAP))
    workspace.unlock(PASSPHRASE)
    assert workspace.services.importing.count() == 3
    workspace.lock()


def test_a_folder_that_cannot_be_used_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(VaultFolderUnusable, match="cannot be used"):
            Workspace(folder).create(Protection(PASSPHRASE, cost=CHEAP))


@pytest.mark.parametrize("remains", [None, b""])
def test_a_vault_whose_database_is_gone_does_not_open_as_an_empty_one(folder: Path, remains: bytes | None) -> None:
    opened(folder).lock()
    for path in folder.glob("vault.db*"):
        path.unlink()
    if remains is not None:
        (folder / vault.DATABASE).write_bytes(remains)
    with pytest.raises(VaultDamaged, match="missing or empty"):
        Workspace(folder).unlock(PASSPHRASE)


def test_a_database_that_cannot_be_reached_is_told_in_words(folder: Path) -> None:
    opened(folder).lock()
    for path in folder.glob("vault.db*"):
        path.unlink()
    (folder / vault.DATABASE).mkdir()
    with pytest.raises(VaultUnreachable, match="cannot be opened"):
        Workspace(folder).unlock(PASSPHRASE)
    # Whatever went wrong, the lock was given back.
    with pytest.raises(VaultUnreachable):
        Workspace(folder).unlock(PASSPHRASE)


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


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff", b'{"version":1,"x":' + b"[" * 9_999])
def test_a_damaged_key_file_is_told_in_words(folder: Path, content: bytes) -> None:
    opened(folder).lock()
    (folder / vault.KEYS).write_bytes(content)
    with pytest.raises(KeyFileDamaged, match="backup"):
        Workspace(folder).unlock(PASSPHRASE)


def test_a_key_file_of_a_newer_program_is_told_apart(folder: Path) -> None:
    opened(folder).lock()
    newer = {**msgspec.to_builtins(vault.ways_in(folder)), "version": 2, "wrapped": "otherwise"}
    (folder / vault.KEYS).write_bytes(msgspec.json.encode(newer))
    with pytest.raises(KeyFileTooNew, match="newest"):
        Workspace(folder).unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "changes",
    [
        {"cost": Argon2Cost(memory_kib=1 << 40, passes=1, lanes=1)},
        {"cost": Argon2Cost(memory_kib=64, passes=1 << 31, lanes=1)},
        {"cost": Argon2Cost(memory_kib=64, passes=0, lanes=1)},
        {"cost": Argon2Cost(memory_kib=-1, passes=1, lanes=1)},
        {"cost": Argon2Cost(memory_kib=64, passes=1, lanes=0)},
        {"salt": b""},
        {"nonce": b""},
        {"nonce": bytes(12)},
        {"salt": bytes(16)},
        {"ciphertext": b""},
        {"ciphertext": bytes(48)},
    ],
)
def test_a_key_file_that_was_tampered_with_opens_nothing_and_takes_no_memory(
    folder: Path, changes: dict[str, object]
) -> None:
    opened(folder).lock()
    keys = vault.ways_in(folder)
    wrapped = tuple(msgspec.structs.replace(each, **changes) for each in keys.wrapped)
    (folder / vault.KEYS).write_bytes(msgspec.json.encode(msgspec.structs.replace(keys, wrapped=wrapped)))
    with pytest.raises((WrongSecret, KeyFileDamaged)):
        Workspace(folder).unlock(PASSPHRASE)


def test_no_flipped_bit_of_the_wrapped_key_opens_the_vault(folder: Path) -> None:
    opened(folder).lock()
    keys = vault.ways_in(folder)
    (wrapped,) = (each for each in keys.wrapped if each.way is WayIn.PASSPHRASE)
    for place in range(len(wrapped.ciphertext)):
        flipped = bytearray(wrapped.ciphertext)
        flipped[place] ^= 1
        changed = msgspec.structs.replace(wrapped, ciphertext=bytes(flipped))
        with pytest.raises(WrongSecret):
            unwrapped(msgspec.structs.replace(keys, wrapped=(changed,)), WayIn.PASSPHRASE, PASSPHRASE)
    assert len(unwrapped(keys, WayIn.PASSPHRASE, PASSPHRASE)) == 32


def test_a_database_without_its_keys_is_set_aside_and_opens_again_with_them(folder: Path) -> None:
    workspace = opened(folder)
    # As after a kill: what was saved last is in the write-ahead log only.
    kept = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != vault.LOCK}
    assert kept["vault.db-wal"]
    workspace.lock()
    for name, data in kept.items():
        if name != vault.KEYS:
            (folder / name).write_bytes(data)
    (folder / vault.KEYS).unlink()
    opened(folder).lock()
    orphan = min(folder.glob("vault.db.orphan-*"), key=lambda path: len(path.name))
    restored = folder.with_name("restored")
    restored.mkdir()
    (restored / vault.KEYS).write_bytes(kept[vault.KEYS])
    for ending in ("", "-wal"):
        (restored / (vault.DATABASE + ending)).write_bytes(orphan.with_name(orphan.name + ending).read_bytes())
    again = Workspace(restored)
    again.unlock(PASSPHRASE)
    assert again.services.importing.count() == 3
    again.lock()


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


def test_it_may_be_locked_on_another_thread_than_it_was_unlocked_on(folder: Path) -> None:
    workspace = opened(folder)
    still_held = workspace._vault  # or its end would give the lock back
    thread = threading.Thread(target=workspace.lock)
    thread.start()
    thread.join()
    again = Workspace(folder)
    again.unlock(PASSPHRASE)
    again.lock()
    assert still_held is not None


def test_locking_twice_and_destroying_what_is_not_there_do_no_harm(folder: Path) -> None:
    workspace = opened(folder)
    workspace.lock()
    workspace.lock()
    workspace.destroy()
    workspace.destroy()
    assert not workspace.exists


@pytest.mark.parametrize("locked", [False, True])
def test_destroying_it_leaves_no_key_and_no_database_but_what_others_put_there(folder: Path, locked: bool) -> None:
    workspace = opened(folder)
    (folder / "extract-00.enc").write_bytes(b"noise")
    (folder / "vault.db.before-0001").write_bytes(b"noise")
    (folder / "evening.f2fpacket").write_bytes(b"somebody's reports")
    (folder / "folder").mkdir()
    if locked:
        workspace.lock()
    workspace.destroy()
    assert not workspace.exists
    left = {path.name for path in folder.iterdir()} - {vault.LOCK}
    assert left == {"evening.f2fpacket", "folder"}
    # And the place can be used again.
    opened(folder).lock()


def test_a_vault_that_another_has_open_is_not_destroyed(folder: Path) -> None:
    workspace = opened(folder)
    with pytest.raises(VaultInUse):
        Workspace(folder).destroy()
    assert workspace.services.importing.count() == 3
    workspace.lock()


def test_without_passphrase_and_keyring_there_is_no_vault(folder: Path) -> None:
    with pytest.raises(KnownError, match="passphrase"):
        Workspace(folder).create(Protection(use_keyring=True, cost=CHEAP))
    assert not Workspace(folder).exists
    opened(folder).lock()


@pytest.mark.parametrize(("version", "refused"), [("3.51.2", True), ("3.51.3", False), ("3.53.4", False)])
def test_a_sqlite_that_can_lose_writes_is_refused(version: str, refused: bool) -> None:
    if refused:
        with pytest.raises(SqliteTooOld):
            check_sqlite(version)
    else:
        check_sqlite(version)
