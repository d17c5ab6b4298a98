"""The one edge: errors of the world in words, our own bugs with a report that tells nothing about anybody."""

import logging
import pkgutil
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator, qWarning
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import f2f_desktop
from f2f_desktop.errors import Cancelled, KnownError
from f2f_desktop.ui.fault_words import FAULT_WORDS, entry_for, fault_words
from f2f_desktop.ui.faults import Faults, bug_report
from f2f_desktop.ui.qr import QrTooLong

CANARY = "Zebulon Quackenbush"


@pytest.fixture
def faults(qtbot: QtBot) -> Iterator[Faults]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Faults(lambda: window)
    yield made
    made.uninstall()
    if made.box is not None:
        made.box.close()
    made.deleteLater()


def bug(name: str) -> Exception:
    """An error as our own bugs are: with a name in its message, its values and its cause."""
    try:
        try:
            return {"someone else": Exception()}[name]
        except KeyError as cause:
            cause.add_note(f"while looking for {name}")
            raise ValueError(f"no such contact: {name}") from cause
    except ValueError as error:
        return error


def buttons(box: QMessageBox) -> list[str]:
    return [button.text().replace("&", "") for button in box.buttons()]


def test_what_the_world_did_is_told_with_what_to_do_next(faults: Faults) -> None:
    faults.show(KnownError("The file is cut off.", "Export it again."))
    assert faults.box is not None
    assert faults.box.isVisible()
    assert (faults.box.text(), faults.box.informativeText()) == ("The file is cut off.", "Export it again.")


def test_whoever_cancelled_is_not_told_so(faults: Faults) -> None:
    shown: list[object] = []
    faults.shown.connect(shown.append)
    faults.show(Cancelled())
    assert faults.box is None
    assert shown == []


@pytest.mark.expects_warnings
def test_our_own_bug_is_confessed_without_its_message(faults: Faults) -> None:
    faults.show(bug(CANARY))
    assert faults.box is not None
    assert CANARY not in faults.box.text() + faults.box.informativeText() + faults.box.detailedText()
    assert any("report" in text for text in buttons(faults.box))


@pytest.mark.expects_warnings
def test_the_next_fault_waits_for_no_dialog_and_shows_once_the_first_is_closed(faults: Faults) -> None:
    shown: list[object] = []
    faults.shown.connect(shown.append)
    faults.show(KnownError("First."))
    first = faults.box
    faults.show(KnownError("Second."))
    assert faults.box is first
    assert first is not None
    first.close()
    assert faults.box is None
    faults.show(KnownError("Third."))
    assert faults.box is not None
    assert faults.box.text() == "Third."
    assert [str(error) for error in shown] == ["First.", "Second.", "Third."]


def test_a_report_says_where_and_with_what_versions_but_nothing_about_anybody() -> None:
    report = bug_report(bug(CANARY))
    assert "ValueError" in report
    assert "KeyError" in report
    assert "in bug" in report
    assert f2f_desktop.__version__ in report
    for word in (CANARY, "Zebulon", "no such contact", "someone else", "while looking", str(Path.home())):
        assert word not in report
    # The canary is really in the error: an ordinary traceback would tell it.
    assert CANARY in str(bug(CANARY))


def test_a_report_names_files_of_ours_by_module_and_others_by_name_alone(tmp_path: Path) -> None:
    script = tmp_path / "of_a_user.py"
    script.write_text("def fail():\n    raise OSError('x')\n")
    space: dict[str, object] = {}
    exec(compile(script.read_text(), str(script), "exec"), space)
    try:
        space["fail"]()  # type: ignore[operator]
    except OSError as error:
        report = bug_report(error)
    assert "  of_a_user.py:2 in fail" in report
    assert tmp_path.name not in report


def test_a_circle_of_causes_ends() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert bug_report(first).count("ValueError") == 2


@pytest.mark.expects_warnings
def test_a_report_can_be_saved(faults: Faults, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    faults.show(bug(CANARY))
    assert faults.box is not None
    next(button for button in faults.box.buttons() if "report" in button.text()).click()
    assert "ValueError" in target.read_text()
    assert CANARY not in target.read_text()


@pytest.mark.expects_warnings
def test_a_report_that_cannot_be_saved_is_told(
    faults: Faults, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "folder.txt"), ""))
    faults.show(bug(CANARY))
    assert faults.box is not None
    next(button for button in faults.box.buttons() if "report" in button.text()).click()
    qtbot.waitUntil(lambda: faults.box is not None and "could not be saved" in faults.box.text())


@pytest.mark.expects_warnings
def test_what_nobody_caught_is_shown_from_any_thread_and_the_hooks_come_back(faults: Faults, qtbot: QtBot) -> None:
    before = (sys.excepthook, threading.excepthook)
    shown: list[BaseException] = []
    faults.shown.connect(shown.append)
    faults.install()
    error = bug(CANARY)
    sys.excepthook(type(error), error, error.__traceback__)

    def fail() -> None:
        raise KnownError("On another thread.")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert isinstance(shown[1], KnownError)
    faults.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.expects_warnings
def test_messages_of_qt_go_to_the_log(faults: Faults, caplog: pytest.LogCaptureFixture) -> None:
    faults.install()
    with caplog.at_level(logging.DEBUG):
        qWarning("something of Qt")
    faults.uninstall()
    assert [(record.name, record.levelname, record.getMessage()) for record in caplog.records] == [
        ("qt", "WARNING", "something of Qt")
    ]


class SpanishOfFaults(QTranslator):
    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"ES {text}" if context == "FaultWords" else ""

    def isEmpty(self) -> bool:
        return False


def test_in_english_an_error_keeps_its_own_words_in_others_it_takes_those_of_its_class(qapp: QApplication) -> None:
    error = QrTooLong("The message of 3,000 letters is too long.", "Shorten it.")
    assert fault_words(error) == ("The message of 3,000 letters is too long.", "Shorten it.")
    spanish = SpanishOfFaults()
    qapp.installTranslator(spanish)
    try:
        what, remedy = FAULT_WORDS["QrTooLong"]
        assert fault_words(error) == (f"ES {what}", f"ES {remedy}")
        assert fault_words(KnownError("Own words.")) == ("Own words.", "")
    finally:
        qapp.removeTranslator(spanish)


def kinds_of_error() -> dict[str, type[KnownError]]:
    """Every error class of the program, by name."""
    for found in pkgutil.walk_packages(f2f_desktop.__path__, "f2f_desktop."):
        if not found.name.endswith(("__main__", ".env")) and ".versions." not in found.name:
            __import__(found.name)
    kinds: dict[str, type[KnownError]] = {}
    waiting = [KnownError]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if kind.__module__.startswith("f2f_desktop."):
                kinds[kind.__name__] = kind
                waiting.append(kind)
    return kinds


UNSEEN = {"WalkFailed", "NoDisplay", "WindowLibraryMissing", "OutputNotWritten", "NotSigned", "WrongTime"}
"""Errors that no window shows; nor does it those of the hub, which the hub sends in words of its own."""


def test_every_kind_of_error_has_words_for_those_who_read_no_english() -> None:
    kinds = kinds_of_error()
    assert len(kinds) > 40
    seen = (kind for kind in kinds.values() if not kind.__module__.startswith("f2f_desktop.hub."))
    assert sorted(kind.__name__ for kind in seen if not entry_for(kind) and kind.__name__ not in UNSEEN) == []


def test_no_error_that_a_window_may_show_is_without_a_kind() -> None:
    """A bare KnownError speaks English in every language, unless its words went through `tr`."""
    root = Path(f2f_desktop.__file__).parent
    bare = re.compile(r"raise KnownError\((?!\s*self\.tr\()")
    # The hub speaks to whoever runs it, by command; no page of the window calls the courier or authoring yet.
    silent = {"cli", "demo", "hub", "sync"}
    rooms = [path for path in root.rglob("*.py") if path.relative_to(root).parts[0] not in silent]
    assert len(rooms) > 200
    found = [path.name for path in rooms if bare.search(path.read_text(encoding="utf-8"))]
    assert not found
    assert bare.search('raise KnownError(\n    "Words.")')
    assert not bare.search('raise KnownError(\n    self.tr("Words."))')


def test_no_words_are_kept_for_errors_that_are_gone() -> None:
    kinds = kinds_of_error()
    assert sorted(set(FAULT_WORDS) - set(kinds)) == []
