"""A volunteer's day in a process of its own: works, synchronizes with a real hub, and is killed.

What is saved, and what is claimed to be safe, is acknowledged by a line in a log: what a killed process has written
there stays. Every fact bears a number of its own, so that one that was counted twice shows.
"""

import gc
import itertools
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Self

import msgspec
from sqlalchemy import select

from f2f_desktop.errors import KnownError
from f2f_desktop.vault.tables import events
from tests.hub.laptops import Laptop, message, report
from tests.hub.planted import BUGS
from tests.hub.processes import PATIENCE


class Day(msgspec.Struct, frozen=True, omit_defaults=True):
    """A day in the vault in `folder`, whose facts are numbered from `first`.

    It is killed once it has had `seconds` of a processor, and `moment` seconds later by the clock; so a kill strikes
    the work, and its waiting for the hub, on a busy machine as on an idle one. With neither it ends by itself once all
    is safe. With `room` no file may grow beyond that many bytes, until the disk was full once. `bug`: one of
    `planted.BUGS`, or of `EARLY`.
    """

    folder: str
    log: str
    first: int
    seconds: float = 0.0
    moment: float = 0.0
    bug: str = ""
    room: int = -1
    most: int = 1_000_000


EARLY = ("saved early", "safe early")
"""Bugs of the day itself: it acknowledges what it is about to save, or claims what it is about to send."""


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is saved (facts' numbers), or claimed to be safe (all that was recorded up to then, so many events)."""

    saved: tuple[int, ...] = ()
    safe: tuple[str, ...] = ()


def say(log: Path, line: Line) -> None:
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(descriptor, msgspec.json.encode(line) + b"\n")
    os.close(descriptor)


def said(log: Path) -> list[Line]:
    lines = log.read_bytes().split(b"\n")[:-1] if log.exists() else []
    return [msgspec.json.decode(line, type=Line) for line in lines]


def work(day: Day) -> None:
    """Works and synchronizes until it is killed, or until all is safe."""
    if day.bug and day.bug not in EARLY:
        BUGS[day.bug]()
    laptop, log = Laptop(Path(day.folder)), Path(day.log)
    rounds = 0
    for number in itertools.count(day.first):
        if number < day.first + day.most and day.seconds:
            line = Line(saved=(2 * number, 2 * number + 1))
            if day.bug == "saved early":
                say(log, line)
            laptop.do(message(2 * number), report(2 * number + 1))
            if day.bug != "saved early":
                say(log, line)
        if number % 3 == 0 or not day.seconds:
            if day.bug == "safe early":
                say(log, Line(safe=tuple(ids_of(laptop))))
            laptop.courier.round()
            if laptop.courier.standing().all_safe:
                say(log, Line(safe=tuple(ids_of(laptop))))
                if not day.seconds:
                    break
            elif not day.seconds:
                rounds += 1
                if rounds > 20:
                    raise AssertionError("it does not settle")
    laptop.close()


def ids_of(laptop: Laptop) -> list[str]:
    with laptop.vault.transaction() as connection:
        return list(connection.scalars(select(events.c.id)))


def work_in_little_room(day: Day) -> None:
    """Works until the disk is full, then on with room enough; what happened is told to the log's neighbour."""
    log, words = Path(day.log), ""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    laptop = Laptop(Path(day.folder))
    resource.setrlimit(resource.RLIMIT_FSIZE, (day.room, most))
    try:
        for number in range(day.first, day.first + day.most):
            line = Line(saved=(2 * number, 2 * number + 1))
            if day.bug == "saved early":
                say(log, line)
            laptop.do(message(2 * number), report(2 * number + 1))
            if day.bug != "saved early":
                say(log, line)
            if number % 5 == 4:
                done = laptop.courier.round()[0]
                if done.trouble is not None:
                    raise done.trouble
    except KnownError as error:
        words = type(error).__name__
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    log.with_suffix(".words").write_text(words)
    number = day.first + day.most
    laptop.do(message(2 * number), report(2 * number + 1))
    say(log, Line(saved=(2 * number, 2 * number + 1)))
    for _ in range(5):
        laptop.courier.round()
        if laptop.courier.standing().all_safe:
            say(log, Line(safe=tuple(ids_of(laptop))))
            break
    laptop.close()


def serve() -> None:
    """Forks a day for every order on stdin and answers with its exit status; imports are paid for once."""
    gc.freeze()  # a forked process that looks for garbage would copy all that it shares
    for line in sys.stdin.buffer:
        day = msgspec.json.decode(line, type=Day)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                (work if day.room < 0 else work_in_little_room)(day)
                status = 0
            except BaseException:  # noqa: BLE001 - a forked process must not return into the server
                traceback.print_exc()
            os._exit(status)
        status = _killed(child, day.seconds, day.moment) if day.seconds else os.waitpid(child, 0)[1]
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _killed(child: int, seconds: float, moment: float) -> int:
    """Kills a process that has worked for so long; gives its status. One that has ended before is not waited for."""
    had = Path(f"/proc/{child}/schedstat")
    # It cannot have had what is left of them before as many have passed by the clock.
    while (left := seconds - int(had.read_text().split()[0]) / 1e9) > 0:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(max(0.001, left))
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


class Server:
    """A process that runs days. Use it as a context."""

    def __enter__(self) -> Self:
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-m", "tests.hub.day_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        return self

    def run(self, day: Day) -> int:
        """Runs a day to its end; -9 if it was killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(msgspec.json.encode(day) + b"\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=PATIENCE)


if __name__ == "__main__":
    serve()
