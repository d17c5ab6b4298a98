"""Whether a window can open here. Qt ends the whole process where it cannot: this says why beforehand, in words."""

import ctypes
import os
import sys
from pathlib import Path

from f2f_desktop.errors import KnownError

PACKAGES = "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0"
"""Debian's packages that a bare machine lacks most often."""


class NoDisplay(KnownError):
    """There is no screen, or it does not let this program in."""

    def __init__(self, what: str = "There is no display, so the window cannot open.") -> None:
        super().__init__(
            what,
            "Start it from a desktop session. Without one, the commands of `f2f-desktop --help` work, and "
            "`f2f-desktop demo` walks through an evening by itself.",
        )


class WindowLibraryMissing(KnownError):
    """Qt's window plugin cannot be loaded."""

    def __init__(self, library: str) -> None:
        super().__init__(
            f"A system library that windows need is missing: {library}.",
            f"Install it; on Debian and Ubuntu: sudo apt install {PACKAGES}",
        )


def check_display() -> None:
    """Raises `NoDisplay` or `WindowLibraryMissing` where Qt would end the process. Only X11 can fail in this way."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise NoDisplay
    import PySide6

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if plugin.exists():
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            raise WindowLibraryMissing(str(error).partition(":")[0]) from error
    if not answers():
        raise NoDisplay(f"The display {os.environ['DISPLAY']} does not answer, so the window cannot open.")


def answers() -> bool:
    """Whether the X server of DISPLAY lets this program in; True where that cannot be asked."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
