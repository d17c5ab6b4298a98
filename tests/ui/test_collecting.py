"""No full collection while jobs are at work, and all as usual afterwards."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from f2f_desktop.ui.collecting import NEVER, FullCollections, keep_for_good
from f2f_desktop.ui.jobs import Jobs
from tests.ui.loop_gaps import LoopGaps


@pytest.fixture(autouse=True)
def usual() -> Iterator[tuple[int, int, int]]:
    before = gc.get_threshold()
    yield before
    assert gc.get_threshold() == before


def test_full_collections_are_put_off_and_come_back(usual: tuple[int, int, int]) -> None:
    collections = FullCollections()
    collections.put_off()
    collections.put_off()
    assert gc.get_threshold() == (usual[0], usual[1], NEVER)
    collections.allow()
    assert gc.get_threshold() == usual
    collections.allow()
    assert gc.get_threshold() == usual


def test_two_who_put_them_off_do_not_keep_them_off_for_ever(usual: tuple[int, int, int]) -> None:
    first, second = FullCollections(), FullCollections()
    first.put_off()
    second.put_off()
    first.allow()
    second.allow()
    assert gc.get_threshold() == usual


def test_a_job_puts_them_off_while_it_is_at_work(qapp: QApplication, usual: tuple[int, int, int]) -> None:
    jobs, go_on = Jobs(), threading.Event()
    jobs.on_vault(go_on.wait, 5)
    assert gc.get_threshold()[2] == NEVER
    go_on.set()
    for _ in range(1000):
        QTest.qWait(5)
        if gc.get_threshold() == usual:
            break
    assert not jobs.busy
    assert gc.get_threshold() == usual
    jobs.shut_down()
    jobs.deleteLater()


def test_leaving_in_the_middle_of_a_job_leaves_all_as_usual(qapp: QApplication) -> None:
    jobs = Jobs()
    jobs.on_vault(lambda: None)
    jobs.shut_down()
    jobs.deleteLater()


def test_what_stays_is_looked_at_no_more() -> None:
    kept = [[number] for number in range(1000)]
    before = gc.get_freeze_count()
    keep_for_good()
    try:
        assert gc.get_freeze_count() > before + len(kept)
    finally:
        gc.unfreeze()


def test_the_measure_of_gaps_sees_a_loop_that_is_held_up(qapp: QApplication) -> None:
    """The control arm of every measurement with `LoopGaps`."""
    gaps = LoopGaps()
    gaps.start()
    QTest.qWait(30)
    threading.Event().wait(0.12)
    QTest.qWait(30)
    gaps.stop()
    assert gaps.longest >= 115
    assert gaps.over(100) == 1
