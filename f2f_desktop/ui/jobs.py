"""Work off the UI thread: a plain function goes in, its result or its error comes back on the UI thread.

Three places to work: the vault's own thread (one, so that transactions follow one another in the order in which they
were asked for), a small pool for what only computes, and threads for what waits for the network. What a job changed is
announced once, when it has succeeded.
"""

import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from f2f_desktop.errors import Cancelled
from f2f_desktop.progress import Progress, stoppable
from f2f_desktop.ui.collecting import FullCollections
from f2f_desktop.ui.network_threads import NetworkThreads
from f2f_desktop.workspace import VaultLocked

Result = TypeVar("Result")

POOL_THREADS = 2
SWITCH_INTERVAL = 0.001
"""Seconds after which a computing thread lets the UI thread run: keeps the window's event loop free."""
QUIET = 1_000
"""Milliseconds without work after which Python may look for garbage again (see `collecting`)."""
REPORT_EVERY = 0.05
"""Seconds between two reports of progress to the UI thread."""


class Threads(Protocol):
    """What runs functions on threads of its own."""

    def submit(self, function: Callable[[], None], /) -> "Future[None]":
        """Runs the function as soon as a thread is free."""
        ...


class Job(QObject, Generic[Result]):
    """One function at work.

    Signals:
        progressed(done, total): now and then; `total` is 0 while unknown.
        succeeded(result): the function returned.
        failed(error): it raised; never for a job that was stopped by `cancel`.
        cancelled(): it was stopped and kept nothing.
        ended(): after one of the three before.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    _reported = Signal(int, int)
    _done = Signal(object, object)

    def __init__(
        self, changes: frozenset[str], initiator: QObject | None, parent: QObject, *, long: bool = False
    ) -> None:
        """A `long` job reports progress and may be stopped when the window closes; any other is worked off."""
        super().__init__(parent)
        self.long = long
        self.changes = changes
        self.initiator = initiator
        self._stop = threading.Event()
        self._last_report = 0.0
        self._dropped = False
        self.work: Future[None] | None = None
        """What runs it; once the job is at its end, so is this, but for leaving `run`."""
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Asks the function to stop at its next report of progress."""
        self._stop.set()

    def drop(self) -> None:
        """Lets nobody hear of the outcome: the window is closing."""
        self._dropped = True

    def then(
        self,
        success: Callable[[Result], object],
        failure: Callable[[Exception], object] | None = None,
        receiver: QObject | None = None,
    ) -> "Job[Result]":
        """Calls one of these on the UI thread, unless `receiver` has been destroyed by then."""

        def alive(call: Callable[[Any], object]) -> Callable[[object], None]:
            def guarded(value: object) -> None:
                if receiver is None or isValid(receiver):
                    call(value)

            return guarded

        self.succeeded.connect(alive(success))
        if failure is not None:
            self.failed.connect(alive(failure))
        return self

    def progress(self) -> Progress:
        """What the function reports to, on its own thread."""

        def report(done: int, total: int) -> None:
            now = time.monotonic()
            if now - self._last_report >= REPORT_EVERY or done == total:
                self._last_report = now
                self._reported.emit(done, total)

        return stoppable(report, self._stop.is_set)

    def run(self, function: Callable[[], Result]) -> None:
        """Works, on the thread of its executor."""
        try:
            self.progress()(0, 0)  # raises if the job was cancelled before it began
            result = function()
        except Exception as error:  # noqa: BLE001 - handed to the UI thread, where it is shown
            self._done.emit(None, error)
        else:
            self._done.emit(result, None)

    @Slot(object, object)
    def _finish(self, result: object, error: Exception | None) -> None:
        # The other thread may still be inside the signal that brought this here: a sender must outlive it.
        if self.work is not None:
            wait((self.work,))
        if self._dropped:
            self.deleteLater()
            return
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.ended.emit()
        self.deleteLater()


class Jobs(QObject):
    """Starts jobs and announces what they changed.

    Signals:
        changed(what, initiator): a frozenset of facts such as `contacts`, `matches`, `reports`, after a job that
            changes them has succeeded; `initiator` is the screen that asked for it, or None.
        fault(error): a job without a `failure` of its own raised; not where it found the vault locked, since whoever
            locks it waits for what is being saved, and looks at nothing else any more.
        busy_changed(busy): whether any job is at work.
        saved(): no job is at work any more but those that wait for the network.
    """

    changed = Signal(object, object)
    fault = Signal(object)
    busy_changed = Signal(bool)
    saved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_INTERVAL)
        self._vault_thread = ThreadPoolExecutor(1, thread_name_prefix="vault")
        self._pool = ThreadPoolExecutor(POOL_THREADS, thread_name_prefix="pool")
        self._network = NetworkThreads()
        self._running: dict[Job[Any], Threads] = {}
        self._collections = FullCollections()
        self._quiet = QTimer()
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._collections.allow)

    @property
    def busy(self) -> bool:
        """Whether any job is at work."""
        return bool(self._running)

    @property
    def saving(self) -> bool:
        """Whether any job is at work that has to be waited for: those on the network can be left alone."""
        return any(threads is not self._network for threads in self._running.values())

    def on_vault(
        self,
        function: Callable[..., Result],
        *arguments: Any,
        success: Callable[[Result], object] | None = None,
        failure: Callable[[Exception], object] | None = None,
        changes: frozenset[str] = frozenset(),
        initiator: QObject | None = None,
        with_progress: bool = False,
    ) -> Job[Result]:
        """Runs a service on the vault's thread.

        `success` and `failure` are called on the UI thread unless `initiator` is gone; an error without `failure`
        becomes `fault`. `with_progress` hands the function a `progress=` keyword.
        """
        return self._start(
            self._vault_thread, function, arguments, success, failure, changes, initiator, with_progress
        )

    def in_background(
        self,
        function: Callable[..., Result],
        *arguments: Any,
        success: Callable[[Result], object] | None = None,
        failure: Callable[[Exception], object] | None = None,
        changes: frozenset[str] = frozenset(),
        initiator: QObject | None = None,
        with_progress: bool = True,
    ) -> Job[Result]:
        """Runs what only computes on the pool; otherwise like `on_vault`."""
        return self._start(self._pool, function, arguments, success, failure, changes, initiator, with_progress)

    def on_network(
        self,
        function: Callable[..., Result],
        *arguments: Any,
        success: Callable[[Result], object] | None = None,
        failure: Callable[[Exception], object] | None = None,
        changes: frozenset[str] = frozenset(),
        initiator: QObject | None = None,
        with_progress: bool = True,
    ) -> Job[Result]:
        """Runs what waits for the network; otherwise like `on_vault`. Closing the window does not wait for it."""
        return self._start(self._network, function, arguments, success, failure, changes, initiator, with_progress)

    def cancel_all(self) -> None:
        """Asks every long job to stop. Short ones save something: they are worked off."""
        for job in list(self._running):
            if job.long:
                job.cancel()

    def shut_down(self) -> None:
        """Stops long jobs and waits for the rest, so that a report just filed is saved. Nobody hears of it any more."""
        self.cancel_all()
        self._network.shut_down()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._vault_thread.shutdown(wait=True)
        for job in self._running:
            job.drop()
        self._running.clear()
        self._quiet.stop()
        self._collections.allow()

    def _start(
        self,
        threads: Threads,
        function: Callable[..., Result],
        arguments: tuple[Any, ...],
        success: Callable[[Result], object] | None,
        failure: Callable[[Exception], object] | None,
        changes: frozenset[str],
        initiator: QObject | None,
        with_progress: bool,
    ) -> Job[Result]:
        job: Job[Result] = Job(changes, initiator, self, long=with_progress)
        if success is not None:
            job.then(success, receiver=initiator)
        if failure is not None:
            job.then(lambda _: None, failure, receiver=initiator)
        else:
            job.failed.connect(self._tell)
        job.succeeded.connect(lambda _: self._announce(job))
        job.ended.connect(lambda: self._forget(job))
        self._quiet.stop()
        self._collections.put_off()
        keywords = {"progress": job.progress()} if with_progress else {}
        self._running[job] = threads
        job.work = threads.submit(lambda: job.run(lambda: function(*arguments, **keywords)))
        if len(self._running) == 1:
            self.busy_changed.emit(True)
        return job

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, VaultLocked):
            self.fault.emit(error)

    def _announce(self, job: Job[Any]) -> None:
        if job.changes:
            self.changed.emit(job.changes, job.initiator)

    def _forget(self, job: Job[Any]) -> None:
        self._running.pop(job, None)
        if not self.saving:
            self.saved.emit()
        if not self._running:
            self._quiet.start()
            self.busy_changed.emit(False)
