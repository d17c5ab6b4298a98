"""How a long job tells how far it is, and how it learns that it should stop."""

from collections.abc import Callable
from typing import Protocol

from f2f_desktop.errors import Cancelled


class Progress(Protocol):
    """Called now and then by a long job with what is done, of how much, in the job's own unit.

    `total` is 0 while it is unknown. It may raise `Cancelled`, which the job lets pass after undoing its work.
    """

    def __call__(self, done: int, total: int) -> None: ...


def no_progress(done: int, total: int) -> None:
    """A `Progress` for callers that do not care."""


def stoppable(report: Progress, stopped: Callable[[], bool]) -> Progress:
    """A `Progress` that raises `Cancelled` as soon as `stopped()` is true."""

    def step(done: int, total: int) -> None:
        if stopped():
            raise Cancelled
        report(done, total)

    return step
