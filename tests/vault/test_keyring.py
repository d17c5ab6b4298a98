"""The system's keyring: only one that really protects, and never the only thing between a vault and its loss."""

from pathlib import Path
from typing import ClassVar

import pytest

from f2f_desktop.vault import keyring
from f2f_desktop.vault import vault as vaults
from f2f_desktop.vault.keys import WayIn, WrongSecret
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer.preferences import Account
from f2f_desktop.workspace import Protection, Workspace
from tests.vault.evenings import CHEAP, PASSPHRASE


class InMemory:
    """A backend that behaves as the systems' own do; the fake for what cannot run here."""

    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


class Refusing(InMemory):
    """A backend whose system raises what is its own."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        raise ConnectionResetError("D-Bus is gone")

    def get_password(self, service: str, name: str) -> str | None:
        raise RuntimeError("prompt dismissed")


def use(monkeypatch: pytest.MonkeyPatch, kind: type[InMemory], module: str) -> None:
    """Makes a backend of `kind`, from `module`, the active one."""
    backend = type(kind.__name__, (kind,), {"__module__": module, "kept": {}})
    monkeypatch.setattr(keyring.keyring, "get_keyring", backend)


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("keyring.backends.SecretService", True),
        ("keyring.backends.libsecret", True),
        ("keyring.backends.kwallet", True),
        ("keyring.backends.Windows", True),
        ("keyring.backends.macOS", True),
        ("keyring.backends.macOS.api", True),
        ("keyring.backends.fail", False),
        ("keyring.backends.null", False),
        ("keyring.backends.WindowsLookalike", False),
        ("keyrings.alt.file", False),
        ("keyrings.cryptfile.cryptfile", False),
        ("my.keyring.backends.SecretService", False),
    ],
)
def test_only_the_systems_own_backends_are_used(
    monkeypatch: pytest.MonkeyPatch, module: str, allowed: bool
) -> None:
    use(monkeypatch, InMemory, module)
    assert keyring.available() is allowed
    assert keyring.store("name", b"secret") is allowed
    assert keyring.fetch("name") == (b"secret" if allowed else None)
    keyring.forget("name")
    assert keyring.fetch("name") is None


def test_of_a_chain_the_first_allowed_member_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = type("Plain", (InMemory,), {"__module__": "keyrings.alt.file", "kept": {}})()
    system = type("System", (InMemory,), {"__module__": "keyring.backends.kwallet", "kept": {}})()
    chain = type("Chainer", (), {"backends": [plain, system]})
    monkeypatch.setattr(keyring.keyring, "get_keyring", chain)
    assert keyring.store("name", b"secret")
    assert system.kept
    assert not plain.kept


def test_whatever_a_backend_raises_means_no(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Refusing, "keyring.backends.SecretService")
    assert not keyring.store("name", b"secret")
    assert keyring.fetch("name") is None
    keyring.forget("name")

    def broken() -> None:
        raise ImportError("the backend named in the settings is not installed")

    monkeypatch.setattr(keyring.keyring, "get_keyring", broken)
    assert not keyring.available()


def test_a_vault_in_the_keyring_opens_without_a_word_and_with_the_recovery_sheet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use(monkeypatch, InMemory, "keyring.backends.SecretService")
    workspace = Workspace(tmp_path / "vault")
    code = workspace.create(Protection(use_keyring=True, cost=CHEAP))
    assert workspace.ways_in().in_keyring
    workspace.lock()
    workspace.unlock_by_keyring()
    workspace.lock()
    workspace.unlock(code, WayIn.RECOVERY)
    workspace.set_passphrase(PASSPHRASE, CHEAP)
    opened = workspace._vault
    assert isinstance(opened, Vault)
    opened.leave_keyring()
    workspace.lock()
    with pytest.raises(WrongSecret, match="keyring"):
        workspace.unlock_by_keyring()
    workspace.unlock(PASSPHRASE)
    workspace.lock()


@pytest.mark.parametrize("kept", ["", "no base64!", "AAAA"])
def test_a_key_that_the_keyring_spoilt_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: str
) -> None:
    use(monkeypatch, InMemory, "keyring.backends.SecretService")
    workspace = Workspace(tmp_path / "vault")
    workspace.create(Protection(use_keyring=True, cost=CHEAP))
    workspace.lock()
    backend = keyring.keyring.get_keyring()
    for name in backend.kept:
        backend.kept[name] = kept
    with pytest.raises(WrongSecret, match="passphrase or your recovery sheet"):
        workspace.unlock_by_keyring()


def test_destroying_a_vault_takes_its_key_and_passwords_out_of_the_keyring(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use(monkeypatch, InMemory, "keyring.backends.SecretService")
    workspace = Workspace(tmp_path / "vault")
    workspace.create(Protection(PASSPHRASE, use_keyring=True, cost=CHEAP))
    account = Account("https://dav.example.org/", "val")
    assert workspace.remember_password(account, "app-password")
    workspace.services.preferences.remember_account(account)
    assert workspace.password_of(account) == "app-password"
    kept = keyring.keyring.get_keyring().kept
    assert len(kept) == 2
    workspace.destroy()
    assert kept == {}


def test_a_vault_that_could_not_be_made_leaves_nothing_in_the_keyring(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use(monkeypatch, InMemory, "keyring.backends.SecretService")

    def fail(*_: object) -> None:
        raise OSError("the disk was pulled out")

    monkeypatch.setattr(vaults, "write_key_file", fail)
    with pytest.raises(OSError, match="pulled out"):
        Workspace(tmp_path / "vault").create(Protection(use_keyring=True, cost=CHEAP))
    assert keyring.keyring.get_keyring().kept == {}
