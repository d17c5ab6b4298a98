"""Opening a vault from the command line."""

import contextlib
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from f2f_desktop.cli.verbs import PASSPHRASE
from f2f_desktop.errors import KnownError
from f2f_desktop.sync.troubles import Garbled, HubAnswersNot, HubBroken, HubBusy
from f2f_desktop.vault.vault import LOCK
from f2f_desktop.workspace import Protection, VolunteerServices, WayIn, Workspace


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[VolunteerServices]:
    """The services of the vault in a folder, locked again at the end.

    With `create` a vault is made where there is none, protected by the passphrase; it is gone again if what it was
    made for fails, unless the hub may have heard of it. Raises `KnownError`.
    """
    workspace = Workspace(folder)
    code = ""
    was_there = folder.exists()
    if workspace.exists:
        unlock(workspace)
    elif create:
        code = workspace.create(Protection(passphrase=_asked()))
    else:
        raise KnownError(f"There is no vault in {folder}.", "Name its folder with --folder.")
    try:
        yield workspace.services
    except BaseException as error:
        if code and not _may_have_joined(error):
            _forget(workspace, folder, was_there=was_there)
            code = ""
        raise
    finally:
        workspace.lock()
        if code:
            print(f"New vault in {folder}. Recovery code, shown this once: {code}", file=sys.stderr)


def _may_have_joined(error: BaseException) -> bool:
    """Whether the hub may have let this laptop in although no answer says so: its key is kept then, since an invite
    is good for it again and perhaps for nobody else."""
    if not isinstance(error, HubAnswersNot | HubBroken | HubBusy | Garbled):
        return False
    reason: BaseException | None = error
    while reason is not None:
        if type(reason).__name__ in NEVER_CONNECTED:
            return False
        # requests and urllib3 pass the reason on as an argument.
        reason = reason.__cause__ or reason.__context__ or getattr(reason, "reason", None)
    return True


NEVER_CONNECTED = {"ConnectionRefusedError", "NewConnectionError", "ConnectTimeout", "ConnectTimeoutError"}


def _forget(workspace: Workspace, folder: Path, *, was_there: bool) -> None:
    """Takes away a vault that was made for nothing."""
    workspace.destroy()
    with contextlib.suppress(OSError):  # somebody else has put something there, or holds it open
        (folder / LOCK).unlink(missing_ok=True)
        if not was_there:
            folder.rmdir()


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
