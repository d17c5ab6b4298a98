"""What holds for every test with Qt: offscreen, our look, and nothing left behind: no window, timer or thread.

Qt's own messages fail a test too: see `qt_log_level_fail` in pyproject.toml.
"""

import gc
import os
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Before anything makes an application.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from f2f_desktop.ui.theme import LIGHT, apply_theme

if TYPE_CHECKING:
    from tests.ui.house import House


@pytest.fixture(autouse=True)
def own_look(qapp: QApplication) -> None:
    """Every test begins in the light theme at the system's text size."""
    apply_theme(qapp, LIGHT)


@pytest.fixture(autouse=True)
def nothing_of_qt_left_behind(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A window, a running timer or a thread that outlives its test fails it."""
    before = set(QApplication.topLevelWidgets())
    timers = _watched(QTimer, monkeypatch)
    threads = _watched(QThread, monkeypatch)
    yield
    left = leftovers(before, timers, threads)
    if left:
        # Only garbage that Python has not collected yet is no leak.
        gc.collect()
        left = leftovers(before, timers, threads)
    if left:
        pytest.fail("left behind: " + "; ".join(left))


def leftovers(before: set[QWidget], timers: "Started", threads: "Started") -> list[str]:
    """What the test left: in words."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    windows = [
        f"window {type(widget).__name__} {widget.windowTitle()!r}"
        for widget in QApplication.topLevelWidgets()
        if widget not in before and widget.parent() is None
    ]
    running = [f"running timer of {type(timer.parent()).__name__}" for timer in timers.alive() if timer.isActive()]
    working = [f"thread {thread.objectName()!r}" for thread in threads.alive() if thread.isRunning()]
    return windows + running + working


class Started:
    """The objects of one class on which `start` was called, as long as they live."""

    def __init__(self) -> None:
        self._seen: list[weakref.ref[Any]] = []

    def add(self, started: object) -> None:
        self._seen.append(weakref.ref(started))

    def alive(self) -> list[Any]:
        found = (reference() for reference in self._seen)
        return list({id(each): each for each in found if each is not None and isValid(each)}.values())


def _watched(kind: Any, monkeypatch: pytest.MonkeyPatch) -> Started:
    started = Started()
    original: Callable[..., None] = kind.start

    def start(self: Any, *arguments: Any) -> None:
        started.add(self)
        original(self, *arguments)

    monkeypatch.setattr(kind, "start", start)
    return started


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator["House"]:
    """A vault with ten friends and everything around the working screen; no error may reach the edge."""
    from tests.ui.house import House

    made = House(tmp_path)
    yield made
    made.end()
    assert made.faults == []
