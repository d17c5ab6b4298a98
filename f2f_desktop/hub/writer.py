"""The one who writes: jobs from all requests, many to a transaction.

A commit waits for the disk; while it does, more requests arrive, and the next transaction takes them all. A job that
fails takes nobody with it: its group is undone, and its jobs are run again one by one. Nobody is answered before
what he asked for is committed.
"""

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from f2f_desktop.errors import KnownError
from f2f_desktop.hub.database import HubDatabase, HubDatabaseUnusable

Result = TypeVar("Result")

MOST_WAITING = 2_000
"""Jobs that may wait; whoever comes then is asked to come back."""

MOST_TOGETHER = 64
"""Jobs in one transaction."""


class HubBusy(KnownError):
    """More waits to be written than the hub takes on."""

    def __init__(self) -> None:
        super().__init__("The hub has too much to do just now.", "Try again in a moment.")


@dataclass
class _Job(Generic[Result]):
    work: Callable[[Connection], Result]
    future: "Future[Result]" = field(default_factory=Future)

    def settle(self, outcome: Result | BaseException) -> None:
        if isinstance(outcome, BaseException):
            self.future.set_exception(outcome)
        else:
            self.future.set_result(outcome)


class Writer:
    """Runs jobs on the database, in the order in which they were handed in.

    Attributes:
        transactions: how many it has committed.
    """

    def __init__(self, database: HubDatabase) -> None:
        self.transactions = 0
        self._database = database
        self._jobs: queue.Queue[_Job[Any] | None] = queue.Queue(MOST_WAITING)
        self._open = True
        self._thread = threading.Thread(target=self._work, name="hub-writer", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return self._jobs.qsize()

    def submit(self, work: Callable[[Connection], Result]) -> "Future[Result]":
        """Hands in a job; its result is there once it is committed. Raises `HubBusy`."""
        job = _Job(work)
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

    def _run(self, group: list[_Job[Any]]) -> None:
        if len(group) > 1:
            try:
                with self._database.writing() as connection:
                    results = [job.work(connection) for job in group]
            except Exception:  # noqa: BLE001, S110 - whose fault it is comes out below, one by one
                pass
            else:
                self.transactions += 1
                for job, result in zip(group, results, strict=True):
                    job.settle(result)
                return
        for job in group:
            job.settle(self._alone(job))

    def _alone(self, job: _Job[Result]) -> Result | BaseException:
        """A job's result or error; a line to the database that broke is tried once more."""
        for last in (False, True):
            try:
                with self._database.writing() as connection:
                    result = job.work(connection)
            except HubDatabaseUnusable as error:
                if last:
                    return error
                time.sleep(0.2)
            except (KnownError, DatabaseError) as error:
                return error
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever handed the job in
                return error
            else:
                self.transactions += 1
                return result
        raise AssertionError
