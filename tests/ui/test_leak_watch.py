"""The watch over Qt's leftovers and messages can fail: without that it would prove nothing."""

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

pytest_plugins = ["pytester"]

WATCH = "from tests.ui.conftest import nothing_of_qt_left_behind  # noqa: F401\n"
TESTS = """
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_leaves_a_window(qapp):
    kept.append(QWidget())
    kept[-1].show()

def test_leaves_a_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_leaves_a_thread(qapp, request):
    thread = QThread()
    thread.start()
    kept.append(thread)
    request.addfinalizer(lambda: None)

def test_says_something(qapp):
    qWarning("a word")

def test_cleans_up(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(1000)

def test_end(qapp):
    kept[2].quit()
    kept[2].wait()
    kept.clear()
"""


def test_whatever_is_left_behind_fails_its_own_test(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(WATCH)
    pytester.makeini(
        "[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\nqt_log_ignore = propagateSizeHints\n"
    )
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-p", "no:randomly", "-v")
    # The window, the timer and the thread fail after their tests, the message fails the test itself.
    result.assert_outcomes(passed=5, failed=1, errors=3)
    for line in (
        "*left behind: window QWidget*",
        "*running timer*",
        "*left behind: thread*",
        "*QtWarningMsg: a word*",
    ):
        result.stdout.fnmatch_lines([line])


def test_qt_keeps_the_references_to_none_that_it_was_given(qtbot: QtBot) -> None:
    # One binding of Qt lost a reference per call on this Python: a window died within seconds.
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(2_000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 100
