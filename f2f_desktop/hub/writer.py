"""The one who writes: jobs from all requests, many to a transaction.

A commit waits for the disk; while it does, more requests arrive, and the next transaction takes them all. Those of
one kind are done together, in as few statements as one of them would take. A job that fails takes nobody with it: its
group is undone, and its jobs are run again one by one. Nobody is answered before what he asked for is committed.
"""

import queue
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, IntegrityError

from f2f_desktop.errors import KnownError
from f2f_desktop.hub.database import HubDatabase, HubDatabaseUnusable

Item = TypeVar("Item")
Result = TypeVar("Result")

Together = Callable[[Connection, Sequence[Item]], Sequence[Result | KnownError]]
"""Does the same for many: an outcome for each, in order; an error is that one's alone, who has changed nothing."""

MOST_WAITING = 2_000
"""Jobs that may wait; whoever comes then is asked to come back."""

MOST_TOGETHER = 64
"""Jobs in one transaction."""


class HubBusy(KnownError):
    """More waits to be written than the hub takes on."""

    def __init__(self) -> None:
        super().__init__("The hub has too much to do just now.", "Try again in a moment.")


@dataclass
class _Job(Generic[Item, Result]):
    work: Together[Item, Result]
    item: Item
    future: "Future[Result]" = field(default_factory=Future)

    def settle(self, outcome: Result | BaseException) -> None:
        try:
            if isinstance(outcome, BaseException):
                self.future.set_exception(outcome)
            else:
                self.future.set_result(outcome)
        except InvalidStateError:
            pass  # whoever asked has gone away; the others are still waiting


class Writer:
    """Runs jobs on the database, in the order in which they were handed in.

    Attributes:
        transactions: how many it has committed.
    """

    def __init__(self, database: HubDatabase) -> None:
        self.transactions = 0
        self._database = database
        self._jobs: queue.Queue[_Job[Any, Any] | None] = queue.Queue(MOST_WAITING)
        self._open = True
        self._thread = threading.Thread(target=self._work, name="hub-writer", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return self._jobs.qsize()

    def submit(self, work: Callable[[Connection], Result]) -> "Future[Result]":
        """Hands in a job; its result is there once it is committed. Raises `HubBusy`."""
        return self.submit_to(lambda connection, _: [work(connection)], None)

    def submit_to(self, work: Together[Item, Result], item: Item) -> "Future[Result]":
        """Hands in something that is done together with all that is handed in for the same work."""
        job = _Job(work, item)
        if not self._open:
            raise HubBusy
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            raise HubBusy from None
        return job.future

    def close(self) -> None:
        """Finishes what was handed in, then stops."""
        self._open = False
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (first := self._jobs.get()) is not None:
            group = [first]
            ended = False
            while len(group) < MOST_TOGETHER:
                try:
                    job = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if job is None:
                    ended = True
                    break
                group.append(job)
            self._run(group)
            if ended:
                return

    def _run(self, group: list[_Job[Any, Any]]) -> None:
        if len(group) > 1:
            try:
                with self._database.writing() as connection:
                    outcomes = _outcomes(connection, group)
            except Exception:  # noqa: BLE001, S110 - whose fault it is comes out below, one by one
                pass
            else:
                self.transactions += 1
                for job, outcome in outcomes:
                    job.settle(outcome)
                return
        for job in group:
            job.settle(self._alone(job))

    def _alone(self, job: _Job[Any, Result]) -> Result | BaseException:
        """A job's result or error.

        A line to the database that broke is tried once more, and so is what another replica was faster at: the
        second time the job sees what the other has written.
        """
        for last in (False, True):
            try:
                with self._database.writing() as connection:
                    (result,) = job.work(connection, [job.item])
            except HubDatabaseUnusable as error:
                if last:
                    return error
                time.sleep(0.2)
            except IntegrityError as error:
                if last:
                    return error
            except (KnownError, DatabaseError) as error:
                return error
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever handed the job in
                return error
            else:
                self.transactions += 1
                return result
        raise AssertionError


def _outcomes(connection: Connection, group: list[_Job[Any, Any]]) -> list[tuple[_Job[Any, Any], Any]]:
    """The group's jobs, those of one kind together, each with its result or its own error."""
    kinds: dict[Together[Any, Any], list[_Job[Any, Any]]] = defaultdict(list)
    for job in group:
        kinds[job.work].append(job)
    return [
        pair
        for work, jobs in kinds.items()
        for pair in zip(jobs, work(connection, [job.item for job in jobs]), strict=True)
    ]
