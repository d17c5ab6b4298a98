"""What commands share: progress for whoever looks on, and files that appear whole or not at all."""

import contextlib
import sys
from pathlib import Path

from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress, no_progress


def terminal_progress() -> Progress:
    """Tells progress on standard error, where somebody looks at it: in hundredths, or as a count while the total is
    unknown."""
    if not sys.stderr.isatty():
        return no_progress

    def show(done: int, total: int) -> None:
        ending = "\r\033[K" if total and done >= total else ""
        told = f"{done * 100 // total:3d} %" if total else f"{done:,} ..."
        print(f"\r{told}{ending}", end="", file=sys.stderr, flush=True)

    return show


def write_text(path: Path, text: str) -> None:
    """Writes a file in UTF-8; whatever goes wrong leaves what stood there. Raises KnownError."""
    temporary = path.with_name(path.name + ".part")
    try:
        temporary.write_text(text, encoding="utf-8", newline="")
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise KnownError(f"{path} cannot be written.", "Name another file, or make room on the disk.") from error
