"""Changing the language while the window is open."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from f2f_desktop.ui.main_window import MainWindow
from f2f_desktop.ui.theme import Appearance, ThemeChoice
from f2f_desktop.ui.translation import Translation
from f2f_desktop.ui.volunteer.start import StartPage
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.workspace import Workspace
from tests.ui.house import House


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    made = Translation(qapp, "en")
    yield made
    made.fall_silent()
    made.deleteLater()


def window_of(
    house: House, qapp: QApplication, translation: Translation, workspace: Workspace | None = None
) -> MainWindow:
    window = MainWindow(
        workspace or house.workspace,
        house.jobs,
        appearance=Appearance(qapp, ThemeChoice.LIGHT),
        translation=translation,
    )
    house.jobs.fault.disconnect(window.desk.faults.show)
    house.show(window)
    window.begin()
    house.rest()
    return window


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def choice(window: MainWindow, name: str) -> QAction:
    """The entry of the menu with this name, as it is when the menu is open."""
    window.menu.aboutToShow.emit()
    return next(action for action in window.menu.findChildren(QAction) if action.text() == name)


def choose(house: House, window: MainWindow, name: str) -> None:
    choice(window, name).trigger()
    house.rest()


def test_the_menu_changes_the_language_of_everything(
    house: House, qapp: QApplication, translation: Translation
) -> None:
    window = window_of(house, qapp, translation)
    assert "Hello, Alex" in texts(window)
    choose(house, window, "Español")
    assert window.pages.current == "start"
    assert "Hola, Alex" in texts(window)
    assert "Hello" not in texts(window)
    assert window.windowTitle() == QApplication.applicationDisplayName() == "De amigo a amigo"
    assert window.top_bar.help.toolTip() == "Ayuda (F1)"
    assert choice(window, "Español").isChecked()
    assert [action.text() for action in window.actions()] == [
        "Importar contactos",
        "Abrir archivo de campaña o extracto de votantes…",
        "Sincronizar ahora",
        "Salir",
    ]
    choose(house, window, "English")
    assert "Hello, Alex" in texts(window)
    assert translation.wanted == "en"


def test_a_conversation_stays_open_and_keeps_what_was_typed(
    house: House, qapp: QApplication, translation: Translation
) -> None:
    window = window_of(house, qapp, translation)
    start = window.pages.page("start")
    assert isinstance(start, StartPage)
    start.panels[0].button.click()
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    editor = work.pane.message.editor.findChild(QPlainTextEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Half a sentence")
    choose(house, window, "Español")
    again = window.pages.page("work")
    assert isinstance(again, WorkPage)
    assert window.pages.current == "work"
    assert again is not work
    assert again.pane.message.sent.text() == "Enviado"
    assert "Half a sentence" in again.pane.message.editor.text()


def test_a_locked_window_changes_its_language_and_stays_locked(
    house: House, qapp: QApplication, translation: Translation
) -> None:
    house.workspace.lock()
    window = window_of(house, qapp, translation)
    choose(house, window, "Español")
    assert window.pages.current == "unlock"
    assert "Bloqueada" in texts(window)


def test_files_that_wait_for_the_first_run_are_not_lost(
    house: House, qapp: QApplication, translation: Translation, tmp_path: Path
) -> None:
    window = window_of(house, qapp, translation, Workspace(tmp_path / "nothing"))
    book = tmp_path / "friends.vcf"
    window.take_files([book])
    choose(house, window, "Español")
    assert "Protege lo que hay en esta laptop" in texts(window)
    page = window.pages.page("first_run")
    assert page.waiting_files == [book]  # type: ignore[attr-defined]


def test_the_language_waits_until_nothing_is_being_read(
    house: House, qapp: QApplication, translation: Translation
) -> None:
    window = window_of(house, qapp, translation)
    assert choice(window, "Español").isEnabled()
    house.jobs.in_background(time.sleep, 0.2, with_progress=False)
    assert not choice(window, "Español").isEnabled()
    house.rest()
    assert choice(window, "Español").isEnabled()
