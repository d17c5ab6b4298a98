"""Opening a vault from the command line."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from f2f_desktop.errors import KnownError
from f2f_desktop.workspace import Protection, VolunteerServices, WayIn, Workspace

PASSPHRASE = "F2F_PASSPHRASE"  # noqa: S105 - the name of a variable, no secret


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[VolunteerServices]:
    """The services of the vault in a folder, locked again at the end.

    With `create` a vault is made where there is none, protected by the passphrase. Raises `KnownError`.
    """
    workspace = Workspace(folder)
    if workspace.exists:
        unlock(workspace)
    elif create:
        code = workspace.create(Protection(passphrase=_asked()))
        print(f"New vault in {folder}. Recovery code, shown this once: {code}", file=sys.stderr)
    else:
        raise KnownError(f"There is no vault in {folder}.", "Name its folder with --folder.")
    try:
        yield workspace.services
    finally:
        workspace.lock()


def unlock(workspace: Workspace) -> None:
    """Unlocks by the variable F2F_PASSPHRASE, the keyring, or a question. Raises `WrongSecret`, `VaultInUse`."""
    if not os.environ.get(PASSPHRASE) and workspace.ways_in().in_keyring:
        workspace.unlock_by_keyring()
    else:
        workspace.unlock(_asked(), WayIn.PASSPHRASE)


def _asked() -> str:
    if passphrase := os.environ.get(PASSPHRASE):
        return passphrase
    if not sys.stdin.isatty():
        raise KnownError("The vault needs its passphrase.", f"Give it in the variable {PASSPHRASE}.")
    return getpass.getpass("Passphrase: ")
