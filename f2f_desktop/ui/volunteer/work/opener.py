"""Opening a link in another program of this computer, where there is one that takes it."""

import sys
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QSettings, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

SCHEMES = ("sms", "tel", "mailto")
"""Schemes whose handler has to be looked for; `https` always has a browser."""


class Opener(Protocol):
    """What opens links. Tests bring their own: a test machine has no telephone program."""

    def handles(self, scheme: str) -> bool:
        """Whether a program for links of `scheme` is known."""

    def open(self, link: str) -> bool:
        """Opens `link`; False where nothing could be started. True proves nothing: xdg-open says it always."""


class SystemOpener(QObject):
    """Opens links as the desktop does.

    On Linux the desktop is asked in the background for each scheme, since `xdg-open` reports success where nothing
    opened; until it has answered no program is offered.

    Signals:
        found(): a handler became known.
    """

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handled = {"http", "https"}
        if sys.platform == "darwin":
            # Messages, FaceTime and Mail come with the system.
            self._handled |= set(SCHEMES)
        elif sys.platform == "win32":
            classes = QSettings("HKEY_CLASSES_ROOT", QSettings.Format.NativeFormat)
            self._handled |= {scheme for scheme in SCHEMES if classes.contains(f"{scheme}/URL Protocol")}
        else:
            self._ask_desktop()

    def handles(self, scheme: str) -> bool:
        """Whether a program for links of `scheme` is known."""
        return scheme in self._handled

    def open(self, link: str) -> bool:
        """Opens `link` in the desktop's program."""
        return QDesktopServices.openUrl(QUrl(link))

    def _ask_desktop(self) -> None:
        asker = QStandardPaths.findExecutable("xdg-mime")
        if not asker:
            return
        for scheme in SCHEMES:
            process = QProcess(self)
            process.finished.connect(
                lambda _code, _status, process=process, scheme=scheme: self._answered(process, scheme)
            )
            process.start(asker, ["query", "default", f"x-scheme-handler/{scheme}"])

    def _answered(self, process: QProcess, scheme: str) -> None:
        if process.readAllStandardOutput().trimmed().length():
            self._handled.add(scheme)
            self.found.emit()
        process.deleteLater()
