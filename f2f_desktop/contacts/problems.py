"""Collects what was wrong with an address book, within bounds."""

from f2f_desktop.contacts.model import Problem

MAX_PROBLEMS = 1_000


class Problems:
    """The problems of one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []
        self._more = 0

    def add(self, card: int, line: int, reason: str) -> None:
        """Notes a problem; after `MAX_PROBLEMS` of them they are only counted."""
        if len(self._problems) < MAX_PROBLEMS or not card:
            self._problems.append(Problem(self._file, card, line, reason))
        else:
            self._more += 1

    def sorted(self) -> tuple[Problem, ...]:
        """The problems in the file's order, those of the whole file last."""
        found = sorted(self._problems, key=lambda problem: (not problem.card, problem.card))
        if self._more:
            found.append(Problem(self._file, 0, 0, f"{self._more:,} more problems of this kind were not listed."))
        return tuple(found)
