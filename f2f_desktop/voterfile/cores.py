"""Work in numpy that is split over the cores: numpy lets other threads run while it copies, sorts and looks up."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.stages import steps

T = TypeVar("T")
_POLL = 0.1
"""Seconds between two looks at whether the work should stop."""


def threads() -> int:
    """How many threads work at once: as many as there are cores."""
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def on_every_core(works: Sequence[Callable[[], T]], progress: Progress) -> list[T]:
    """What each of the works gives, in their order; progress is told in works.

    Where `progress` raises, works that have begun are waited for: each should take a fraction of a second.
    """
    with ThreadPoolExecutor(threads(), "voter-file") as pool:
        futures = [pool.submit(work) for work in works]
        try:
            return [awaited(future, progress, done, len(works)) for done, future in enumerate(futures)]
        finally:
            pool.shutdown(cancel_futures=True)


def gathered(values: NDArray[Any], rows: NDArray[np.intp], progress: Progress) -> NDArray[Any]:
    """`values[rows]`, a part on each core. Progress is told of the parts."""
    parts = [rows[part] for part in steps(len(rows), no_progress)] or [rows]
    return np.concatenate(on_every_core([partial(_gathered, values, part) for part in parts], progress))


def _gathered(values: NDArray[Any], rows: NDArray[np.intp]) -> NDArray[Any]:
    return values[rows]


def awaited(future: "Future[T]", progress: Progress, done: int, total: int) -> T:
    """The result of a work; while it is not there, progress is told time and again, so that it may stop the whole."""
    progress(done, total)
    while not future.done():
        wait([future], _POLL)
        progress(done, total)
    return future.result()
