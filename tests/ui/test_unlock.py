"""The locked window: passphrase and recovery code, and words for a wrong one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from f2f_desktop.ui.unlock import UnlockPage
from f2f_desktop.workspace import WayIn
from tests.ui.house import PASSPHRASE, House


@pytest.fixture
def recovery_code(house: House) -> str:
    return house.workspace.new_recovery_sheet()


@pytest.fixture
def page(house: House, recovery_code: str) -> UnlockPage:
    house.workspace.lock()
    made = UnlockPage(house.desk)
    house.show(made)
    made.refresh()
    house.rest()
    return made


def enter(house: House, page: UnlockPage, secret: str) -> None:
    page.secret.clear()
    QTest.keyClicks(page.secret, secret)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    house.rest()


def test_the_passphrase_opens_the_vault(house: House, page: UnlockPage) -> None:
    opened: list[bool] = []
    page.unlocked.connect(lambda: opened.append(True))
    assert page.secret.echoMode() is QLineEdit.EchoMode.Password
    enter(house, page, PASSPHRASE)
    assert opened == [True]
    assert house.workspace.unlocked
    assert page.secret.text() == ""


def test_a_wrong_passphrase_is_told_beside_the_field_and_can_be_typed_again(
    house: House, page: UnlockPage
) -> None:
    opened: list[bool] = []
    page.unlocked.connect(lambda: opened.append(True))
    enter(house, page, "wrong horse battery")
    assert opened == []
    assert not page.message.isHidden()
    assert page.open_button.isEnabled()
    enter(house, page, PASSPHRASE)
    assert opened == [True]


def test_the_recovery_sheet_opens_the_vault_and_leads_to_a_new_passphrase(
    house: House, page: UnlockPage, recovery_code: str
) -> None:
    opened: list[bool] = []
    page.unlocked.connect(lambda: opened.append(True))
    page.other_button.click()
    enter(house, page, recovery_code)
    assert house.workspace.unlocked
    assert opened == []
    enter(house, page, "another good passphrase")
    assert opened == [True]
    house.workspace.lock()
    house.workspace.unlock("another good passphrase", WayIn.PASSPHRASE)
