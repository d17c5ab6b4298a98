"""When to lock: after a while without input, and when the laptop goes to sleep.

Input is any key, click, wheel or touch in the app's windows; a mouse that only moves counts as well. Time is the
wall clock's, because the others stand still while a laptop sleeps: after waking, the first tick locks.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication

TICK = 5_000
"""Milliseconds between two looks at the clock."""
SLEPT = 30.0
"""Seconds between two ticks beyond which the laptop must have slept."""

INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Drop,
    }
)


class AutoLock(QObject):
    """Watches the app's input and the laptop's sleep.

    Attributes:
        minutes: without input after which it is time to lock.

    Signals:
        due: time to lock; said once until `start` is called again.
    """

    due = Signal()

    def __init__(
        self, app: QApplication, parent: QObject | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self.minutes = 5
        self._clock = clock
        self._last_input = self._last_tick = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        app.installEventFilter(self)
        self._listen_for_sleep()

    def start(self, minutes: int) -> None:
        """Begins to watch, from now."""
        self.minutes = minutes
        self._last_input = self._last_tick = self._clock()
        self._timer.start()

    def stop(self) -> None:
        """Stops watching: there is nothing to lock."""
        self._timer.stop()

    def tick(self) -> None:
        """Looks at the clock."""
        now = self._clock()
        slept = now - self._last_tick > SLEPT
        self._last_tick = now
        if slept or now - self._last_input >= self.minutes * 60:
            self._say_due()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self._last_input = self._clock()
        return False

    @Slot(bool)
    def prepared_for_sleep(self, going: bool) -> None:
        """The system says that the laptop is about to sleep (True) or has woken."""
        if going:
            self._say_due()

    def _say_due(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()

    def _listen_for_sleep(self) -> None:
        """Asks Linux's logind to tell of sleep beforehand; elsewhere the clock tells afterwards."""
        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            # Qt's stubs ask for bytes here, but PySide takes the text alone.
            bus.connect(  # type: ignore[call-overload]
                "org.freedesktop.login1",
                "/org/freedesktop/login1",
                "org.freedesktop.login1.Manager",
                "PrepareForSleep",
                self,
                SLOT("prepared_for_sleep(bool)"),
            )
