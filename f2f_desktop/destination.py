"""Where a file that somebody named is written: behind a link, and straight into what no file may take the place of."""

import os
import stat
from pathlib import Path


def place_of(path: Path) -> Path:
    """The file that `path` names, links followed; it need not be there yet."""
    return Path(os.path.realpath(path))


def is_replaceable(path: Path) -> bool:
    """Whether another file may take the place of `path`: of a file, or of nothing yet.

    A device, a pipe or a socket stays what it is, and so does what stands for one of this process's own files
    (`/dev/stdout`): what is written there is for somebody who holds it open. A folder counts as a file; whoever
    writes will be told. Raises OSError.
    """
    folder = os.path.realpath(path.parent)
    if folder == "/dev" or folder.startswith("/proc/"):
        return False
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return True
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
