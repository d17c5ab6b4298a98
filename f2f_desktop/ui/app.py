"""The app: one process, one application, one window on one vault folder."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from f2f_desktop import __version__
from f2f_desktop.ui.collecting import keep_for_good
from f2f_desktop.ui.display import check_display
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.ui.main_window import MainWindow
from f2f_desktop.ui.single_instance import FirstInstance, hand_over
from f2f_desktop.ui.theme import Appearance
from f2f_desktop.ui.translation import Translation
from f2f_desktop.ui.window_memory import WindowMemory
from f2f_desktop.workspace import Workspace

FIRST_SIZE = (1240, 800)
SMALLEST = (760, 560)


def application() -> QApplication:
    """The process's application, made if there is none yet. Raises `NoDisplay`, `WindowLibraryMissing`."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    check_display()
    QCoreApplication.setApplicationName("F2F Desktop")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(sys.argv[:1])
    app.setDesktopFileName("f2f-desktop")
    return app


def open_demo(folder: Path, bundle: Path, extract: Path, books: Sequence[Path], language: str = "") -> int:
    """`open_window` on an empty folder, with the demo's files ready to be brought in by the first run."""
    return open_window(folder, (bundle, extract, *books), language)


def open_window(folder: Path, files: Sequence[Path] = (), language: str = "", link: str = "") -> int:
    """Shows the window of the vault in `folder` until it is closed, and imports `files` in it.

    `language` is what to speak; empty for what the user chose, or else the system's. `link` is an invite's. If a
    window has that folder open already, it comes to the front with the files and the link. Returns the exit status.
    """
    app = application()
    # The window says itself when it is done: it may still be saving what was typed.
    app.setQuitOnLastWindowClosed(False)
    if hand_over(folder, files, link):
        return 0
    memory = WindowMemory(folder)
    appearance = Appearance(app, memory.theme(), memory.font_scale())
    translation = Translation(app, language or memory.language())
    workspace, jobs = Workspace(folder), Jobs()
    window = MainWindow(workspace, jobs, appearance=appearance, translation=translation)
    window.desk.faults.install()
    window_room = window.desk.room
    first = FirstInstance(folder)

    def called(given: list[Path]) -> None:
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()
        window.take_files(given)

    def closed() -> None:
        memory.keep(appearance, translation.wanted, window.saveGeometry())
        app.quit()

    first.called.connect(called)
    first.linked.connect(window.take_link)
    window.closed.connect(closed)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.setMinimumSize(*SMALLEST)
    window.resize(*FIRST_SIZE)
    window.restoreGeometry(memory.place())
    window.show()
    window.begin()
    window.take_files(list(files))
    window.take_link(link)
    keep_for_good()
    try:
        return app.exec()
    finally:
        translation.fall_silent()
        translation.deleteLater()
        first.close()
        window_room.stop_now()
        jobs.shut_down()
        workspace.lock()
