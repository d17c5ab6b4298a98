"""Signing in to a real Radicale by the window's dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from f2f_desktop.ui.volunteer.importing.carddav_dialog import CardDavDialog
from f2f_desktop.ui.volunteer.importing.panel import ImportPanel
from tests.contacts.test_carddav import CARDS, PASSWORD, USER, radicale  # noqa: F401 - a fixture
from tests.ui.volunteer.desk_samples import DeskAtTest


@pytest.fixture
def panel(at_desk: DeskAtTest) -> ImportPanel:
    at_desk.make_vault()
    made = ImportPanel(at_desk.desk)
    at_desk.shown(made, (700, 500))
    return made


def signed_in(at_desk: DeskAtTest, panel: ImportPanel, address: str, password: str) -> None:
    QTest.mouseClick(panel.server_button, Qt.MouseButton.LeftButton)
    dialog = panel.findChildren(CardDavDialog)[-1]
    at_desk.rest()
    for field, text in ((dialog.address, address), (dialog.user, USER), (dialog.password, password)):
        field.setText(text)
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    assert not dialog.remember.isVisible(), "there is no keyring here"
    QTest.mouseClick(dialog.read_button, Qt.MouseButton.LeftButton)
    at_desk.rest()


def test_contacts_come_from_a_server_and_the_account_is_remembered_without_its_password(
    at_desk: DeskAtTest,
    panel: ImportPanel,
    radicale: str,  # noqa: F811
) -> None:
    signed_in(at_desk, panel, radicale, PASSWORD)
    assert at_desk.services.importing.count() == CARDS + 1
    QTest.mouseClick(panel.server_button, Qt.MouseButton.LeftButton)
    dialog = panel.findChildren(CardDavDialog)[-1]
    at_desk.rest()
    assert (dialog.address.text(), dialog.user.text(), dialog.password.text()) == (radicale, USER, "")
    dialog.reject()


def test_a_wrong_password_is_told_and_nothing_comes(
    at_desk: DeskAtTest,
    panel: ImportPanel,
    radicale: str,  # noqa: F811
) -> None:
    signed_in(at_desk, panel, radicale, "wrong")
    assert at_desk.services.importing.count() == 0
    assert [type(error).__name__ for error in at_desk.told] == ["WrongPassword"]
    at_desk.told.clear()
