"""Threads for what waits for the network: a request may hang for half a minute, and nobody waits for it to quit."""

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future

THREADS = 2
"""One for synchronizing, one for a download."""
PATIENCE = 3.0
"""Seconds that `shut_down` waits for what is under way."""

Work = tuple["Future[None]", Callable[[], None]]


class NetworkThreads:
    """Runs functions on threads that end with the process, whatever they wait for.

    What they do to the vault are short transactions, so that one that is cut off is undone and not half done.
    """

    def __init__(self) -> None:
        self._work: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def submit(self, function: Callable[[], None]) -> "Future[None]":
        """Runs `function` as soon as a thread is free."""
        future: Future[None] = Future()
        self._work.put((future, function))
        if len(self._threads) < THREADS:
            thread = threading.Thread(target=self._run, name=f"network_{len(self._threads)}", daemon=True)
            self._threads.append(thread)
            thread.start()
        return future

    def shut_down(self, patience: float = PATIENCE) -> None:
        """Takes no more work, and waits a little for what is under way."""
        while not self._work.empty():
            waiting = self._work.get()
            if waiting is not None:
                waiting[0].cancel()
        for _ in self._threads:
            self._work.put(None)
        until = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            future, function = work
            if not future.set_running_or_notify_cancel():
                continue
            try:
                function()
            except BaseException as error:  # noqa: BLE001 - as an executor of the standard library does
                future.set_exception(error)
            else:
                future.set_result(None)
