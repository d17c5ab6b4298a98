"""Languages: which is spoken, that its files are in step, and that the code says texts so that they can be found."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import f2f_desktop.ui
from f2f_desktop.shipped import resource
from f2f_desktop.ui.fault_words import FAULT_WORDS
from f2f_desktop.ui.theme import LIGHT, apply_theme
from f2f_desktop.ui.translation import KEY_NAMES, LANGUAGES, Translation, language_for, locale_for
from f2f_desktop.ui.volunteer.importing.problem_words import REASONS, reason_words
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


class Said(NamedTuple):
    """One text of a catalogue."""

    context: str
    source: str
    plural: bool
    finished: bool
    forms: tuple[str, ...]


def catalogue(path: Path) -> list[Said]:
    """Every text of a `.ts` file with its translation, or its plural forms."""
    found = []
    for context in ET.parse(path).findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            found.append(
                Said(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    message.get("numerus") == "yes",
                    translation.get("type") is None,
                    tuple(forms),
                )
            )
    return found


FIELD = re.compile(r"\{[^{}]*\}|%n|%L?\d|<[^>]+>")
"""What code fills in or Qt reads, which must come through a translation as it is."""


def badly_translated(texts: list[Said]) -> list[str]:
    """What is missing from or wrong in translations, in words."""
    found = []
    for text in texts:
        place = f"{text.context}: {text.source!r}"
        if not text.finished or not all(form.strip() for form in text.forms):
            found.append(f"{place} is not translated")
            continue
        if len(text.forms) != (2 if text.plural else 1):
            found.append(f"{place} has {len(text.forms)} forms")
        for form in text.forms:
            if sorted(FIELD.findall(form)) != sorted(FIELD.findall(text.source)):
                found.append(f"{place} has other fields than {form!r}")
            if form.count("&") != text.source.count("&"):
                found.append(f"{place} has another accelerator than {form!r}")
            if form != form.strip() or "  " in form.replace("  ( / )", ""):
                found.append(f"{place} has blanks too many in {form!r}")
    return found


def test_every_text_is_in_spanish_with_its_fields_and_both_plural_forms() -> None:
    texts = catalogue(resource("translations", "f2f_es.ts"))
    assert len(texts) > 700
    assert sum(text.plural for text in texts) >= 15
    assert badly_translated(texts) == []


@pytest.mark.parametrize(
    ("source", "plural", "finished", "forms", "word"),
    [
        ("Hello", False, False, ("",), "not translated"),
        ("Hello", False, True, (" ",), "not translated"),
        ("Hello, {name}", False, True, ("Hola, {nombre}",), "other fields"),
        ("Hello, {name}", False, True, ("Hola",), "other fields"),
        ("Hello", False, True, ("Hola, {name}",), "other fields"),
        ("<b>Hello</b>", False, True, ("<i>Hola</i>",), "other fields"),
        ("%n contact(s)", True, True, ("%n contactos",), "1 forms"),
        ("%n contact(s)", True, True, ("un contacto", "%n contactos"), "other fields"),
        ("&Open", False, True, ("Abrir",), "accelerator"),
    ],
)
def test_a_bad_translation_would_be_noticed(
    source: str, plural: bool, finished: bool, forms: tuple[str, ...], word: str
) -> None:
    (complaint,) = badly_translated([Said("Page", source, plural, finished, forms)])
    assert word in complaint


def test_the_catalogue_holds_every_text_of_the_code_and_no_other(tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    written = resource("translations", "f2f_es.ts")
    copy = tmp_path / "f2f_es.ts"
    shutil.copy(written, copy)
    definitions = tmp_path / "definitions.py"
    subprocess.run([sys.executable, UI.parents[1] / "packaging" / "definitions.py", definitions], check=True)
    sources = [*sorted(str(path) for path in UI.rglob("*.py")), str(definitions)]
    languages = ("-source-language", "en", "-target-language", "es")
    # As packaging/translations.sh does it.
    subprocess.run(
        [tool, "-silent", "-no-obsolete", "-locations", "none", *languages, *sources, "-ts", copy], check=True
    )
    in_code = {(text.context, text.source) for text in catalogue(copy)}
    assert in_code == {(text.context, text.source) for text in catalogue(written)}


# What may read the same in both languages: names, and keys as they are printed on keyboards.
SAME = {"Facebook", "Instagram", "LinkedIn", "X (Twitter)", "Ctrl", "Shift", "Alt"}


def test_nothing_was_left_in_english() -> None:
    texts = catalogue(resource("translations", "f2f_es.ts"))
    same = {text.source for text in texts if text.source in text.forms and re.search("[a-z]{2}", text.source)}
    assert {text for text in same if not re.fullmatch(r"[^a-zA-Z]*(\{\w+\}[^a-zA-Z]*)+", text)} <= SAME | {"%n"}


def test_spanish_counts_properly(qtbot: QtBot, translation: Translation) -> None:
    translation.speak("es")
    editor = ScriptEditor("Mensaje")
    qtbot.addWidget(editor)
    editor.set_text("a")
    assert editor.count.text() == "1 carácter · 1 mensaje de texto"
    editor.set_text("a" * 161)
    assert editor.count.text() == "161 caracteres · 2 mensajes de texto"


def test_keys_are_called_as_they_are_printed(translation: Translation) -> None:
    keys = QKeySequence("Ctrl+Shift+F")
    translation.speak("es")
    assert keys.toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Shift+F"
    translation.fall_silent()
    assert len(KEY_NAMES) == 3


def test_days_are_written_in_the_language_of_the_window(translation: Translation) -> None:
    tuesday = QDate(2026, 11, 3)
    translation.speak("es")
    assert QLocale().toString(tuesday, "dddd d MMMM") == "martes 3 noviembre"
    assert QLocale().toString(60_000) == "60,000"  # as the United States write it, in Spanish too
    translation.speak("en")
    assert QLocale().toString(tuesday, "dddd d MMMM") == "Tuesday 3 November"


@pytest.mark.parametrize(
    ("language", "system", "written"),
    [
        ("es", "es_MX", "es_MX"),
        ("es", "en_GB", "es_US"),
        ("es", "C", "es_US"),
        ("en", "de_DE", "en_US"),
        ("en", "en_GB", "en_GB"),
        ("en", "C", "C"),
    ],
)
def test_the_system_says_how_days_are_written_where_it_speaks_the_language(
    language: str, system: str, written: str
) -> None:
    assert locale_for(language, QLocale(system)).name() == QLocale(written).name()


def test_large_numbers_are_grouped_where_the_system_names_no_language() -> None:
    assert QLocale("C").toString(59_311) == "59311"
    assert locale_for("en", QLocale("C")).toString(59_311) == "59,311"


def reasons_of_readers() -> set[str]:
    """Every plain sentence in the modules that read address books; a computed number stands as `{number}`."""
    found = set()
    for name in ("cards", "vcard", "rows", "table", "read", "problems"):
        path = UI.parent / "contacts" / f"{name}.py"
        tree = ast.parse(path.read_text(encoding="utf-8"))
        wanted = [node.value for node in tree.body if isinstance(node, ast.Assign)]
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        wanted += [call.args[-1] for call in calls if ast.unparse(call.func) in ("problems.add", "Problem")]
        for node in wanted:
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{number}" for part in parts)
            if re.match(r"(\{number\}|[A-Z]\w*) \w+ .*\.$", text):
                found.add(text)
    return found


def test_every_reason_that_a_reader_gives_has_words(translation: Translation) -> None:
    reasons = reasons_of_readers()
    assert len(reasons) >= 14
    assert reasons <= set(map(str, REASONS))
    translation.speak("es")
    for reason in reasons:
        said = reason_words(reason.replace("{number}", "1,000"))
        assert said != reason
        assert ("1,000" in said) == ("{number}" in reason)
    assert reason_words("Something else in 3 lines and 4 cards.") == "Something else in 3 lines and 4 cards."


def test_every_error_has_spanish_words(translation: Translation) -> None:
    translation.speak("es")
    for what, remedy in FAULT_WORDS.values():
        for text in filter(None, (str(what), str(remedy))):
            assert QCoreApplication.translate("FaultWords", text) != text


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
    # Nobody holds it after this: Python might collect it in the midst of its being painted.
    whole.close()
