"""The system's keyring, where it is one that really protects.

Other packages can register backends that keep secrets in plain files: only the systems' own are used. A locked
keyring may ask the user or hang: callers stay off the UI thread. The backends let through whatever their system
raises (D-Bus, secretstorage, ctypes), so here everything they raise means no.
"""

import base64
import contextlib

import keyring

SERVICE = "F2F Desktop"

ALLOWED_BACKENDS = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)
"""Modules of `keyring` whose backends keep secrets encrypted by the system."""


def _backend() -> keyring.backend.KeyringBackend | None:
    """The backend in use if it is allowed; of a chain, its first allowed member."""
    try:
        active = keyring.get_keyring()
    except Exception:  # noqa: BLE001 - see the module
        return None
    members = getattr(active, "backends", None) or [active]
    for member in members:
        module = type(member).__module__
        if any(module == allowed or module.startswith(f"{allowed}.") for allowed in ALLOWED_BACKENDS):
            return member  # type: ignore[no-any-return]
    return None


def available() -> bool:
    """Whether this system has a keyring that may be used."""
    return _backend() is not None


def store(name: str, secret: bytes) -> bool:
    """Keeps `secret` under `name`; False if there is no keyring or it refuses."""
    backend = _backend()
    if backend is None:
        return False
    try:
        backend.set_password(SERVICE, name, base64.b64encode(secret).decode())
    except Exception:  # noqa: BLE001 - see the module
        return False
    return True


def fetch(name: str) -> bytes | None:
    """The secret under `name`, or None if there is none or the keyring does not give it."""
    backend = _backend()
    if backend is None:
        return None
    try:
        text = backend.get_password(SERVICE, name)
        return base64.b64decode(text, validate=True) if text else None
    except Exception:  # noqa: BLE001 - see the module
        return None


def forget(name: str) -> None:
    """Removes the secret under `name`, if it is there."""
    backend = _backend()
    if backend is not None and fetch(name) is not None:
        with contextlib.suppress(Exception):
            backend.delete_password(SERVICE, name)
