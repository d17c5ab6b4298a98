"""Formatted text on the screen: what was written, nothing fetched, no link without its address shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from f2f_desktop.ui.widgets import FormattedEdit, FormattedText

TEXT = "Ask **three** *good* friends:\n- at home\n- at work\n1. call\n2. write\nSee [the plan](https://example.org/p)."


@pytest.fixture
def edit(qtbot: QtBot) -> FormattedEdit:
    made = FormattedEdit("Description", TEXT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_read_is_written_the_same(edit: FormattedEdit) -> None:
    assert edit.text() == TEXT
    assert edit.field.toPlainText().startswith("Ask three good friends:\nat home")


def test_keys_make_words_bold_and_italic_and_lines_lists(edit: FormattedEdit) -> None:
    edit.field.clear()
    edit.field.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClicks(edit.field, "now")
    QTest.keyClick(edit.field, Qt.Key.Key_A, control)
    QTest.keyClick(edit.field, Qt.Key.Key_B, control)
    assert edit.text() == "**now**"
    QTest.keyClick(edit.field, Qt.Key.Key_I, control)
    assert edit.text() == "***now***"
    edit.bullets.click()
    assert edit.text() == "- ***now***"
    edit.numbers.click()
    edit.numbers.click()
    assert edit.text() == "***now***"


def test_a_link_leads_to_a_web_page_or_is_not_made(edit: FormattedEdit) -> None:
    edit.field.clear()
    assert not edit.make_link("javascript:alert(1)")
    assert edit.make_link(" https://example.org/x ")
    QTest.keyClicks(edit.field, " more")
    assert edit.text() == "[https://example.org/x](https://example.org/x) more"


def test_html_is_text_wherever_it_comes_from(edit: FormattedEdit, qtbot: QtBot) -> None:
    hostile = "<b>x</b> <img src='https://example.org/y.png'> <a href='file:///etc/passwd'>z</a>"
    edit.field.setPlainText(hostile)
    assert edit.text() == hostile
    shown = FormattedText(hostile)
    qtbot.addWidget(shown)
    document = QTextDocument()
    document.setHtml(shown.text())  # as the label reads it
    assert document.toPlainText() == hostile
    assert shown.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_link_is_opened_only_after_its_address_was_shown(qtbot: QtBot) -> None:
    shown = FormattedText(TEXT)
    qtbot.addWidget(shown)
    shown.resize(400, 200)
    shown.show()
    opened: list[str] = []
    shown.link_confirmed.connect(opened.append)
    QTest.keyClick(shown, Qt.Key.Key_Tab)
    shown.linkActivated.emit("file:///etc/passwd")
    assert shown.box is None
    shown.linkActivated.emit("https://example.org/p")
    assert shown.box is not None
    assert shown.box.informativeText() == "https://example.org/p"
    assert opened == []
    next(each for each in shown.box.buttons() if each.text() == "Open").click()
    assert opened == ["https://example.org/p"]
