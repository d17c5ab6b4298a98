"""Installs or downloads an extract in a process of its own that dies by `kill -9` in the middle.

    python -m tests.vault.extract_worker FOLDER EXTRACT install|download PIECES sealed|open

It dies after so many pieces were encrypted (0: never). `open` is the control: nothing is encrypted.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from f2f_desktop.vault import downloads, sealed
from f2f_desktop.volunteer.matchmaking import Matchmaking
from tests.vault.evenings import opened


def main() -> None:
    """Does the order."""
    folder, extract, what, pieces, how = sys.argv[1:]
    workspace = opened(Path(folder))
    vault = workspace._vault
    assert vault is not None
    done = 0

    def counted(encrypt: Any, piece_at: int) -> Any:
        def step(*arguments: Any) -> bytes:
            nonlocal done
            done += 1
            if done == int(pieces):
                os.kill(os.getpid(), signal.SIGKILL)
            return bytes(arguments[piece_at]) + bytes(16) if how == "open" else encrypt(*arguments)

        return step

    sealed._encrypted = counted(sealed._encrypted, 2)
    downloads.DownloadStore._encrypted = counted(downloads.DownloadStore._encrypted, 2)  # type: ignore[method-assign]
    data = Path(extract).read_bytes()
    # Without a campaign key of its own, the extract of anybody would be refused.
    services = Matchmaking(vault)
    services.trusted = lambda: None  # type: ignore[method-assign]
    if what == "install":
        services.install(data)
    else:
        services.download(lambda start, end: data[start:end])
    sys.stdout.write(f"{done}\n")


if __name__ == "__main__":
    main()
