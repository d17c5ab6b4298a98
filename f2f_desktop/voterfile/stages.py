"""Progress of a job with several stages, told as one."""

from collections.abc import Iterator

from f2f_desktop.progress import Progress

_STEP = 1 << 19
"""Rows that are worked through between two looks at whether to stop: about a hundredth of a second."""


class Stages:
    """Shares out `total` units among stages that come one after the other."""

    def __init__(self, report: Progress, total: int) -> None:
        self._report = report
        self._total = max(1, total)
        self._begun = 0

    @property
    def left(self) -> int:
        """Units that no stage has been given yet."""
        return max(0, self._total - self._begun)

    def stage(self, units: int) -> Progress:
        """The progress of the next stage, which is worth `units` of the whole."""
        begun = self._begun
        self._begun = min(self._total, begun + units)
        worth = self._begun - begun

        def step(done: int, total: int) -> None:
            self._report(begun + (worth * min(done, total) // total if total else 0), self._total)

        return step


def steps(count: int, progress: Progress) -> Iterator[slice]:
    """`count` rows in parts, for work that would be too long at once; progress is told before each."""
    for begin in range(0, count, _STEP):
        progress(begin, count)
        yield slice(begin, min(begin + _STEP, count))


def standing(progress: Progress, at: int = 0, of: int = 1) -> Progress:
    """A progress that stays where it is: for work that is a part of a step, and must be stoppable nevertheless."""

    def step(done: int, total: int) -> None:  # noqa: ARG001 - how far the part is
        progress(at, of)

    return step
