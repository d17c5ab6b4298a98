"""Languages: which is spoken, that its files are in step, and that the code says texts so that they can be found."""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import f2f_desktop.ui
from f2f_desktop.shipped import resource
from f2f_desktop.ui.theme import LIGHT, apply_theme
from f2f_desktop.ui.translation import LANGUAGES, Translation, language_for
from f2f_desktop.ui.widgets import ScriptEditor
from tests.ui.gallery import page
from tests.ui.pseudo_locale import PseudoTranslator, pseudo

UI = Path(f2f_desktop.ui.__file__).parent


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    made = Translation(qapp, "en")
    yield made
    made.fall_silent()
    made.deleteLater()


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("es", "es"), ("es_MX", "es"), ("ES-mx", "es"), ("en_GB", "en"), ("fr", "en"), ("", None), ("../x", "en")],
)
def test_a_language_that_we_do_not_have_becomes_english(wanted: str, language: str | None) -> None:
    assert language_for(wanted) == language or (language is None and language_for(wanted) in LANGUAGES)


def test_english_counts_properly(qtbot: QtBot, translation: Translation) -> None:
    editor = ScriptEditor("Message")
    qtbot.addWidget(editor)
    editor.set_text("a")
    assert editor.count.text() == "1 character · 1 text message"
    editor.set_text("a" * 161)
    assert editor.count.text() == "161 characters · 2 text messages"
    translation.fall_silent()
    editor.set_text("b")
    assert editor.count.text() == "1 character(s) · 1 text message(s)"  # so would it be without the file


def test_qt_s_own_buttons_speak_spanish_too(translation: Translation) -> None:
    translation.speak("es")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    translation.speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_every_english_plural_is_filled_in() -> None:
    tree = ET.parse(resource("translations", "f2f_en.ts"))
    messages = tree.findall(".//message")
    forms = [form.text for message in messages for form in message.findall(".//numerusform")]
    assert len(forms) == 2 * len(messages) > 0
    assert [form for form in forms if not form or "(s)" in form] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_made_from_the_written_one(language: str, tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    made = tmp_path / "made.qm"
    written = resource("translations", f"f2f_{language}.ts")
    subprocess.run([tool, "-silent", "-nounfinished", written, "-qm", made], check=True)
    assert made.read_bytes() == resource("translations", f"f2f_{language}.qm").read_bytes()


def badly_said(source: str) -> list[str]:
    """Calls of `tr` and `translate` that the collector cannot read or that never match: line and reason."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == "tr":
            # The collector takes the class around the call for the context; Qt takes that of the object.
            if not isinstance(node.func.value, ast.Name) or node.func.value.id != "self":
                found.append(f"{node.lineno}: tr of something other than self")
            texts = node.args[:1]
        elif ast.unparse(node.func) in ("QCoreApplication.translate", "QApplication.translate"):
            texts = node.args[1:2]
            if isinstance(texts[0], ast.Name):
                continue  # a text that was marked elsewhere
        else:
            continue
        if not texts or not isinstance(texts[0], ast.Constant) or not isinstance(texts[0].value, str):
            found.append(f"{node.lineno}: not a plain text")
    return found


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_every_text_is_said_so_that_it_can_be_found(path: Path) -> None:
    assert badly_said(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "call", ['self.tr(f"Hello {name}")', 'other.tr("Hello")', "self.tr(text)", 'self.tr("a" + b)']
)
def test_a_text_that_cannot_be_found_would_be_noticed(call: str) -> None:
    assert badly_said(call)
    assert not badly_said('self.tr("Hello {name}").format(name=name)')


def test_the_pseudo_locale_leaves_what_code_fills_in() -> None:
    text = "Key: {key} for %n contact(s) &Open"
    changed = pseudo(text)
    assert len(changed) >= 1.4 * len(text)
    assert all(part in changed for part in ("{key}", "%n", "&Ó"))


def test_the_widgets_take_a_language_that_is_longer(qtbot: QtBot, qapp: QApplication) -> None:
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    try:
        apply_theme(qapp, LIGHT, 1.6)
        whole = page()
        qtbot.addWidget(whole)
        whole.show()
    finally:
        qapp.removeTranslator(translator)
    assert ("Toast", "Undo") in translator.asked
    assert whole.minimumSizeHint().width() < 1_900
