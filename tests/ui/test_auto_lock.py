"""When it is time to lock: after a while without input, and when the laptop sleeps."""

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from f2f_desktop.ui.auto_lock import SLEPT, TICK, AutoLock


class Clock:
    """A wall clock that the test turns."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """An `AutoLock` of five minutes, with the clock turned tick by tick."""

    def __init__(self, app: QApplication) -> None:
        self.clock = Clock()
        self.lock = AutoLock(app, clock=self.clock)
        self.due = 0
        self.lock.due.connect(self._count)
        self.lock.start(5)

    def pass_seconds(self, seconds: float) -> None:
        """Lets time pass as it does while the laptop is awake."""
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.clock.now = min(end, self.clock.now + TICK / 1000)
            self.lock.tick()

    def sleep(self, seconds: float) -> None:
        """The laptop sleeps: no tick in between."""
        self.clock.now += seconds
        self.lock.tick()

    def _count(self) -> None:
        self.due += 1


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[Watched]:
    made = Watched(qapp)
    yield made
    made.lock.stop()
    qapp.removeEventFilter(made.lock)
    made.lock.deleteLater()


def test_it_is_due_after_five_minutes_without_input_and_only_once(watched: Watched) -> None:
    watched.pass_seconds(299)
    assert watched.due == 0
    watched.pass_seconds(2)
    assert watched.due == 1
    watched.pass_seconds(900)
    assert watched.due == 1


def test_any_key_begins_the_wait_anew(watched: Watched) -> None:
    field = QLineEdit()
    field.show()
    watched.pass_seconds(290)
    QTest.keyClick(field, Qt.Key.Key_A)
    watched.pass_seconds(290)
    assert watched.due == 0
    watched.pass_seconds(11)
    assert watched.due == 1
    field.deleteLater()


def test_waking_from_sleep_locks_however_short_it_was(watched: Watched) -> None:
    watched.pass_seconds(20)
    watched.sleep(SLEPT + 1)
    assert watched.due == 1


def test_a_slow_tick_is_no_sleep(watched: Watched) -> None:
    watched.sleep(SLEPT - 1)
    assert watched.due == 0


def test_the_system_says_beforehand_that_it_goes_to_sleep(watched: Watched) -> None:
    watched.lock.prepared_for_sleep(False)
    assert watched.due == 0
    watched.lock.prepared_for_sleep(True)
    assert watched.due == 1


def test_stopped_it_is_never_due(watched: Watched) -> None:
    watched.lock.stop()
    watched.pass_seconds(900)
    watched.lock.prepared_for_sleep(True)
    assert watched.due == 0


LISTENER = textwrap.dedent(
    """
    import sys
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from f2f_desktop.ui.auto_lock import AutoLock

    app = QApplication([])
    lock = AutoLock(app)
    lock.start(60)
    lock.due.connect(lambda: (print("due", flush=True), app.quit()))
    QTimer.singleShot(0, lambda: print("listening", flush=True))
    QTimer.singleShot(10_000, app.quit)
    app.exec()
    """
)


LOGIND = textwrap.dedent(
    """
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    app = QCoreApplication([])
    bus = QDBusConnection.systemBus()
    assert bus.registerService("org.freedesktop.login1")
    for going in (False, True):
        message = QDBusMessage.createSignal(
            "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"
        )
        message.setArguments([going])
        assert bus.send(message)
    bus.interface().isServiceRegistered("org.freedesktop.login1")  # an answer means that the signals went out
    """
)
"""What stands in for the system's own service, under its name, on a bus of the test's own."""


def test_logind_is_heard_on_a_real_bus(tmp_path: Path) -> None:
    daemon = shutil.which("dbus-daemon")
    if daemon is None or sys.platform != "linux":
        pytest.skip("needs dbus-daemon")
    address = f"unix:path={tmp_path / 'bus'}"
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"}
    bus = subprocess.Popen([daemon, "--session", "--nofork", f"--address={address}"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(500):
            if (tmp_path / "bus").exists():
                break
            QTest.qWait(10)
        app = subprocess.Popen(
            [sys.executable, "-c", LISTENER], env=environment, stdout=subprocess.PIPE, text=True
        )
        assert app.stdout is not None
        assert app.stdout.readline() == "listening\n"
        subprocess.run([sys.executable, "-c", LOGIND], env=environment, check=True)
        assert app.communicate(timeout=20)[0] == "due\n"
    finally:
        bus.terminate()
        bus.wait(10)
