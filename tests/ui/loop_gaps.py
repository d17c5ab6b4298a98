"""How long the window's event loop was held up: the longest times between two of its turns."""

import time

from PySide6.QtCore import QObject, QTimer

TICK = 4
"""Milliseconds between two turns of an idle loop."""


class LoopGaps(QObject):
    """Notes every gap between two turns of the event loop, in milliseconds, from `start` to `stop`."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begins to watch."""
        self.gaps = []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Ends watching."""
        self._turn()
        self._timer.stop()

    @property
    def longest(self) -> float:
        """The longest gap, in milliseconds."""
        return max(self.gaps, default=0.0)

    def over(self, milliseconds: float) -> int:
        """How many gaps were longer."""
        return sum(gap > milliseconds for gap in self.gaps)

    def _turn(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now
