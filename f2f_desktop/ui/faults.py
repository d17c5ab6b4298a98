"""The one edge at which the window shows what went wrong.

What the world did (`KnownError`) is told in words with what to do next. Anything else is our own bug: it is told as
such and offers a report to save, which holds no personal data: where in the code it happened, and versions.
"""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from f2f_desktop import __version__
from f2f_desktop.errors import Cancelled, KnownError


def bug_report(error: BaseException) -> str:
    """Where in the code an unexpected error happened. Messages and values may hold a name: they are left out."""
    lines = [
        f"F2F Desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
        "",
    ]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def _short(filename: str) -> str:
    """The end of a path: what comes before may hold the user's name."""
    return "/".join(Path(filename).parts[-3:])


class Faults(QObject):
    """Shows errors, one dialog at a time.

    Signals:
        shown(error): an error was shown; tests and the offscreen walk listen to it.
    """

    shown = Signal(object)
    _elsewhere = Signal(object)

    def __init__(self, window: Callable[[], QWidget | None], parent: QObject | None = None) -> None:
        """`window` gives the widget over which dialogs open, or None."""
        super().__init__(parent)
        self._window = window
        self._open = False
        self._elsewhere.connect(self.show)

    def show(self, error: BaseException) -> None:
        """Tells the user. Whoever cancelled knows it already; while a dialog is open, further errors only log."""
        if isinstance(error, Cancelled):
            return
        self.shown.emit(error)
        if self._open:
            return
        self._open = True
        try:
            if isinstance(error, KnownError):
                self._tell(error)
            else:
                self._confess(error)
        finally:
            self._open = False

    def install(self) -> None:
        """Catches what nobody else caught, on any thread."""

        def on_main(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
            del kind, where
            if isinstance(error, KeyboardInterrupt):
                sys.exit(130)
            self.show(error)

        def on_thread(arguments: threading.ExceptHookArgs) -> None:
            if arguments.exc_value is not None:
                self._elsewhere.emit(arguments.exc_value)

        sys.excepthook = on_main
        threading.excepthook = on_thread

    def _tell(self, error: KnownError) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Friend to Friend"), error.what, parent=self._window())
        box.setInformativeText(error.remedy)
        box.exec()

    def _confess(self, error: BaseException) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Critical,
            self.tr("Friend to Friend"),
            self.tr("Something went wrong in the app itself."),
            parent=self._window(),
        )
        box.setInformativeText(
            self.tr("What you saved is safe. You can save a report about it; it holds no personal data.")
        )
        save = box.addButton(self.tr("Save report…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is save:
            self._save(bug_report(error))

    def _save(self, report: str) -> None:
        name, _ = QFileDialog.getSaveFileName(self._window(), self.tr("Save report"), "f2f-desktop-report.txt")
        if name:
            try:
                Path(name).write_text(report, encoding="utf-8")
            except OSError:
                self._tell(
                    KnownError(self.tr("The report could not be saved."), self.tr("Choose another folder."))
                )
