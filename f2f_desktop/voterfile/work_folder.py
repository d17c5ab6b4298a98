"""The folder in which a cut works. It holds what voter files say, so nothing of it may stay behind.

A process that is killed outright cannot clear up. So each folder holds a file that its process keeps locked for as long
as it lives (the system lets go of the lock when the process ends, however it ends), and whoever cuts next removes
those whose lock nobody holds.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

PREFIX = "f2f-cut-"
IN_USE = "in-use"
"""The file that is locked."""


@contextmanager
def work_folder() -> Iterator[Path]:
    """A new folder, which is gone in the end. Raises OSError where there can be none."""
    clear_left_behind()
    while True:
        with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
            folder = Path(name)
            with (folder / IN_USE).open("xb") as mark:
                # Somebody who clears up may have come between the making of the file and its lock.
                if _locked(mark) and (folder / IN_USE).exists():
                    yield folder
                    return


def clear_left_behind() -> None:
    """Removes the work folders of processes that are no more; those of living ones, and of other users, stay."""
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            if folder.is_symlink():
                continue
            left = False
            with suppress(OSError), (folder / IN_USE).open("r+b") as mark:
                left = _locked(mark)
                if left:
                    shutil.rmtree(folder, ignore_errors=True)
            if left:  # Windows removes a file only after it is closed
                shutil.rmtree(folder, ignore_errors=True)


if sys.platform == "win32":
    import msvcrt

    def _locked(mark: IO[bytes]) -> bool:
        """Whether the lock of a file could be taken; it lasts until the file is closed."""
        try:
            msvcrt.locking(mark.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(mark: IO[bytes]) -> bool:
        """Whether the lock of a file could be taken; it lasts until the file is closed."""
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
