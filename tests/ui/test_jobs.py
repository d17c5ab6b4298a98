"""Work off the UI thread: where it runs, what comes back, what is announced, how it stops."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from f2f_desktop.errors import Cancelled, KnownError
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.ui.jobs import Job, Jobs
from f2f_desktop.workspace import VaultLocked


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()
    made.deleteLater()


def idle(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5_000)


def test_a_result_comes_back_on_the_ui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[tuple[int, threading.Thread, threading.Thread]] = []

    def work(number: int) -> tuple[int, threading.Thread]:
        return number + 1, threading.current_thread()

    def back(result: tuple[int, threading.Thread]) -> None:
        seen.append((*result, threading.current_thread()))

    jobs.on_vault(work, 41, success=back)
    idle(qtbot, jobs)
    number, worker, receiver = seen[0]
    assert number == 42
    assert worker is not receiver
    assert receiver is threading.main_thread()


def test_the_vault_has_one_thread_and_works_in_the_order_it_was_asked(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[tuple[int, str]] = []

    def work(number: int) -> None:
        time.sleep(0.003 * (5 - number))
        order.append((number, threading.current_thread().name))

    for number in range(5):
        jobs.on_vault(work, number)
    idle(qtbot, jobs)
    assert [number for number, _ in order] == [0, 1, 2, 3, 4]
    assert len({name for _, name in order}) == 1


def test_what_changed_is_announced_once_and_after_the_success(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[object] = []
    asking = QObject()
    jobs.changed.connect(lambda what, who: heard.append((what, who is asking)))
    jobs.on_vault(
        lambda: "saved", success=heard.append, changes=frozenset({"contacts", "matches"}), initiator=asking
    )
    idle(qtbot, jobs)
    assert heard == ["saved", (frozenset({"contacts", "matches"}), True)]


def test_a_job_that_failed_changed_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[object] = []
    jobs.changed.connect(lambda what, who: heard.append(what))

    def fail() -> None:
        raise KnownError("The disk is full.")

    jobs.on_vault(fail, failure=lambda error: heard.append(str(error)), changes=frozenset({"contacts"}))
    idle(qtbot, jobs)
    assert heard == ["The disk is full."]


def test_an_error_that_nobody_takes_becomes_a_fault(qtbot: QtBot, jobs: Jobs) -> None:
    faults: list[object] = []
    jobs.fault.connect(faults.append)
    jobs.on_vault(lambda: 1 // 0)
    idle(qtbot, jobs)
    assert [type(fault) for fault in faults] == [ZeroDivisionError]


def test_what_found_the_vault_locked_has_nobody_to_tell(qtbot: QtBot, jobs: Jobs) -> None:
    def fail(error: Exception) -> None:
        raise error

    faults: list[Exception] = []
    jobs.fault.connect(faults.append)
    jobs.in_background(fail, VaultLocked(), with_progress=False)
    idle(qtbot, jobs)
    assert faults == []
    jobs.in_background(fail, KnownError("No room.", "Make some."), with_progress=False)
    idle(qtbot, jobs)
    assert [str(each) for each in faults] == ["No room. Make some."]


def test_progress_comes_now_and_then_and_the_end_always(qtbot: QtBot, jobs: Jobs) -> None:
    steps = 20_000
    seen: list[tuple[int, int]] = []

    def work(progress: Progress = no_progress) -> None:
        for done in range(1, steps + 1):
            progress(done, steps)

    jobs.in_background(work).progressed.connect(lambda done, total: seen.append((done, total)))
    idle(qtbot, jobs)
    assert seen[-1] == (steps, steps)
    assert len(seen) < steps / 100
    assert seen == sorted(seen)


def test_a_cancelled_job_stops_at_its_next_step(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[str] = []
    reached = threading.Event()
    stopped_inside: list[bool] = []

    def work(progress: Progress = no_progress) -> None:
        try:
            for done in range(1_000_000):
                progress(done, 0)
                reached.set()
                time.sleep(0.001)
        except Cancelled:
            stopped_inside.append(True)
            raise

    job = jobs.in_background(
        work, success=lambda _: heard.append("success"), failure=lambda _: heard.append("fail")
    )
    job.cancelled.connect(lambda: heard.append("cancelled"))
    assert reached.wait(5)
    job.cancel()
    idle(qtbot, jobs)
    assert heard == ["cancelled"]
    assert stopped_inside == [True]


def test_a_job_cancelled_before_its_turn_never_begins(qtbot: QtBot, jobs: Jobs) -> None:
    go = threading.Event()
    began: list[str] = []
    heard: list[str] = []
    jobs.on_vault(go.wait, 5)
    job = jobs.on_vault(began.append, "began")
    job.cancelled.connect(lambda: heard.append("cancelled"))
    job.cancel()
    go.set()
    idle(qtbot, jobs)
    assert began == []
    assert heard == ["cancelled"]


def test_a_result_for_a_destroyed_receiver_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    go = threading.Event()
    received: list[str] = []
    gone, there = QLabel(), QLabel()
    qtbot.addWidget(there)
    jobs.on_vault(go.wait, 5)
    jobs.on_vault(lambda: "x", success=lambda _: received.append("gone"), initiator=gone)
    jobs.on_vault(lambda: "x", success=lambda _: received.append("there"), initiator=there)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go.set()
    idle(qtbot, jobs)
    assert received == ["there"]


def test_a_success_that_raises_is_reported_and_the_jobs_go_on(qtbot: QtBot, jobs: Jobs) -> None:
    def broken(_: object) -> None:
        raise ValueError("in the screen")

    with qtbot.captureExceptions() as raised:
        jobs.on_vault(lambda: 1, success=broken)
        idle(qtbot, jobs)
    assert [kind for kind, _, _ in raised] == [ValueError]
    done: list[int] = []
    jobs.on_vault(lambda: 2, success=done.append)
    idle(qtbot, jobs)
    assert done == [2]


def test_whether_anything_is_at_work_is_told_once_each_way(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[bool] = []
    jobs.busy_changed.connect(heard.append)
    for _ in range(3):
        jobs.on_vault(time.sleep, 0.005)
    idle(qtbot, jobs)
    assert heard == [True, False]


def test_shutting_down_waits_stops_and_drops(qtbot: QtBot) -> None:
    before = threading.active_count()
    jobs = Jobs()
    received: list[str] = []
    reached = threading.Event()

    def work(progress: Progress = no_progress) -> None:
        for done in range(1_000_000):
            reached.set()
            progress(done, 0)
            time.sleep(0.001)

    jobs.in_background(work, success=lambda _: received.append("a"), failure=lambda _: received.append("b"))
    saved: list[str] = []
    jobs.on_vault(saved.append, "saved", success=lambda _: received.append("c"))
    assert reached.wait(5)
    jobs.shut_down()
    qtbot.wait(30)
    assert received == []
    assert saved == ["saved"]
    assert threading.active_count() == before
    jobs.deleteLater()


def test_finished_jobs_leave_no_objects_behind(qtbot: QtBot, jobs: Jobs) -> None:
    for _ in range(20):
        jobs.on_vault(lambda: None)
    idle(qtbot, jobs)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert jobs.children() == []


def longest_gap(qtbot: QtBot, milliseconds: int) -> float:
    """The longest time, in ms, for which the event loop did not come round while a timer asked it every 2 ms."""
    ticks: list[float] = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(2)
    qtbot.wait(milliseconds)
    timer.stop()
    return max(later - earlier for earlier, later in pairwise(ticks)) * 1000


def compute(stop: threading.Event) -> int:
    total = 0
    while not stop.is_set():
        total += sum(number * number for number in range(200))
    return total


@pytest.mark.long
def test_computing_in_the_background_leaves_the_event_loop_free(qtbot: QtBot, jobs: Jobs) -> None:
    # Long because it measures: a loaded machine may be late by itself. The control arm blocks the loop for real.
    stop = threading.Event()
    jobs.in_background(compute, stop, with_progress=False)
    gaps = sorted(longest_gap(qtbot, 500) for _ in range(9))
    stop.set()
    idle(qtbot, jobs)
    print("longest gaps of the event loop in ms:", *(f"{gap:.1f}" for gap in gaps))  # noqa: T201
    assert gaps[4] < 50

    QTimer.singleShot(50, lambda: time.sleep(0.12))
    assert longest_gap(qtbot, 300) > 100


@pytest.mark.parametrize("waits", [True, False], ids=["as it is", "control: without waiting"])
def test_a_job_outlives_the_thread_that_tells_of_its_end(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch, waits: bool
) -> None:
    """The other thread may be slow to leave the signal by which it hands over its result: the sender must be there."""
    left = threading.Event()
    seen: list[bool] = []
    run = Job.run

    def slow_to_leave(job: Job[None], function: Callable[[], None]) -> None:
        run(job, function)
        time.sleep(0.1)
        left.set()

    monkeypatch.setattr(Job, "run", slow_to_leave)
    job = jobs.on_vault(lambda: None)
    if not waits:
        job.work = None
    job.destroyed.connect(lambda: seen.append(left.is_set()))
    qtbot.waitUntil(lambda: bool(seen), timeout=5_000)
    assert seen == [waits]
    assert left.wait(5)


def test_what_hangs_on_the_network_holds_up_neither_the_vault_nor_quitting(qtbot: QtBot, jobs: Jobs) -> None:
    hangs = threading.Event()
    done: list[int] = []
    jobs.on_network(hangs.wait, 30, with_progress=False)
    qtbot.waitUntil(lambda: jobs.busy)
    assert not jobs.saving
    with qtbot.waitSignal(jobs.saved):
        jobs.on_vault(lambda: 7, success=done.append)
    assert done == [7]
    assert jobs.busy
    hangs.set()
    qtbot.waitUntil(lambda: not jobs.busy)
