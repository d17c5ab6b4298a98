"""The one edge at which the window shows what went wrong.

What the world did (`KnownError`) is told in words with what to do next. Anything else is our own bug: it is told as
such and offers a report to save, which holds no personal data: where in the code it happened, and versions.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from f2f_desktop import __version__
from f2f_desktop.errors import Cancelled, KnownError
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.theme import em

LOG = logging.getLogger(__name__)
QT_LOG = logging.getLogger("qt")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
PACKAGE = Path(__file__).resolve().parents[1]


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
    """A file of ours from the package on, any other by its name alone: a path may hold the user's name."""
    path = Path(filename)
    return str(path.relative_to(PACKAGE.parent)) if path.is_relative_to(PACKAGE) else path.name


def log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Passes a message of Qt on to the log, under the name `qt`."""
    QT_LOG.log(LEVELS.get(kind, logging.WARNING), "%s", message)


class Faults(QObject):
    """Shows errors, one dialog at a time.

    Attributes:
        box: the dialog that is open now, or None.

    Signals:
        shown(error): an error was shown; tests and the offscreen walk listen to it.
    """

    shown = Signal(object)
    _elsewhere = Signal(object)

    def __init__(self, window: Callable[[], QWidget | None], parent: QObject | None = None) -> None:
        """`window` gives the widget over which dialogs open, or None."""
        super().__init__(parent)
        self._window = window
        self.box: QMessageBox | None = None
        self._hooks: tuple[Any, Any, Any] | None = None
        self._elsewhere.connect(self.show)

    def show(self, error: BaseException) -> None:
        """Tells the user, without waiting for an answer. Whoever cancelled knows it already.

        While a dialog is open, further errors only count: twenty dialogs help nobody.
        """
        if isinstance(error, Cancelled):
            return
        self.shown.emit(error)
        if self.box is not None:
            return
        if isinstance(error, KnownError):
            self._tell(*fault_words(error))
        else:
            LOG.error("%s", bug_report(error))
            self._confess(error)

    def install(self) -> None:
        """Catches what nobody else caught, on any thread, and passes Qt's own messages on to the log."""
        if self._hooks is not None:
            return

        def on_main(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
            del kind, where
            if isinstance(error, KeyboardInterrupt):
                sys.exit(130)
            self.show(error)

        def on_thread(arguments: threading.ExceptHookArgs) -> None:
            if arguments.exc_value is not None:
                self._elsewhere.emit(arguments.exc_value)

        self._hooks = (sys.excepthook, threading.excepthook, qInstallMessageHandler(log_qt))
        sys.excepthook = on_main
        threading.excepthook = on_thread

    def uninstall(self) -> None:
        """Puts back what was there before `install`."""
        if self._hooks is not None:
            sys.excepthook, threading.excepthook, qt_handler = self._hooks
            qInstallMessageHandler(qt_handler)
            self._hooks = None

    def _tell(self, what: str, remedy: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Friend to Friend"), what, parent=self._window())
        box.setInformativeText(remedy)
        self._open(box)

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
        report = bug_report(error)
        save.clicked.connect(lambda: self._save(report))
        self._open(box)

    def _open(self, box: QMessageBox) -> None:
        # `open` and not `exec`: a loop inside the loop would run jobs, timers and keys behind the dialog's back.
        self.box = box
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = box.findChild(QLabel, "qt_msgbox_label")
        if words is not None:
            # Qt makes the box as narrow as its first sentence, however long the second one is.
            words.setMinimumWidth(em(box.font(), 22))
        layout = box.layout()
        if layout is not None:
            pad = em(box.font(), 1.0)
            layout.setContentsMargins(pad, pad, pad, pad)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self.box = None

    def _save(self, report: str) -> None:
        name, _ = QFileDialog.getSaveFileName(self._window(), self.tr("Save report"), "f2f-desktop-report.txt")
        if name:
            try:
                Path(name).write_text(report, encoding="utf-8")
            except OSError:
                self._tell(self.tr("The report could not be saved."), self.tr("Choose another folder."))
