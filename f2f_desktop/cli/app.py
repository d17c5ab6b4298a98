"""`f2f-desktop` without a command: opens the app's window."""

import argparse
from pathlib import Path

from f2f_desktop.protocol.invites import LINK
from f2f_desktop.workspace import default_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares where the vault lies and what to import."""
    parser.add_argument("--folder", type=Path, help="the vault's folder; default: the app's own")
    parser.add_argument(
        "files", nargs="*", help="campaign files, extracts, address books or invites to open, or an invite's link"
    )


def run(arguments: argparse.Namespace) -> int:
    """Opens the window until it is closed."""
    # Qt takes a moment to load: only where a window opens.
    from f2f_desktop.ui.app import open_window

    folder: Path | None = getattr(arguments, "folder", None)
    names: list[str] = getattr(arguments, "files", None) or []
    # Never as a path: that would make one slash of two.
    links = [name for name in names if name.startswith(LINK)]
    files = [Path(name) for name in names if not name.startswith(LINK)]
    return open_window(folder or default_folder(), files, link=links[0] if links else "")
