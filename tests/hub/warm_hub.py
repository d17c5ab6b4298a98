"""Hubs that start in a moment: forked from a process that has imported everything, so that many can be killed."""

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import msgspec

from f2f_desktop.errors import KnownError
from f2f_desktop.hub.database import HubDatabaseUnusable
from tests.hub.processes import PATIENCE


class Order(msgspec.Struct, frozen=True):
    """A hub to be served; `bug`: one of `BUGS`, or nothing."""

    folder: str
    port: int
    bug: str = ""


def serve() -> None:
    """Forks a hub for every order on stdin; says its process id and port."""
    from f2f_desktop.hub.serving import serve as serve_hub

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin.buffer:
        order = msgspec.json.decode(line, type=Order)
        if os.fork() == 0:
            with contextlib.suppress(BaseException):
                if order.bug:
                    BUGS[order.bug]()
                log = os.open(Path(order.folder) / "stderr.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
                os.dup2(log, 2)

                def ready(port: int) -> None:
                    sys.stdout.write(json.dumps({"pid": os.getpid(), "port": port}) + "\n")
                    sys.stdout.flush()

                serve_hub(Path(order.folder), "127.0.0.1", order.port, ready)
            os._exit(0)


def _answer_early() -> None:
    """Plants the bug: jobs are answered when they have run, and committed some time later."""
    from f2f_desktop.hub.writer import Writer

    def run(self: Any, group: list[Any]) -> None:
        with contextlib.suppress(KnownError), self._database.writing() as connection:
            for job in group:
                try:
                    job.settle(job.work(connection, [job.item])[0])
                except Exception as error:  # noqa: BLE001 - it belongs to whoever handed the job in
                    job.settle(error)
            time.sleep(0.15)

    Writer._run = run  # type: ignore[method-assign]


def _deaf() -> None:
    """Plants the bug: jobs are answered as if they were committed, whatever the database says."""
    from f2f_desktop.hub.writer import Writer

    def alone(self: Any, job: Any) -> Any:
        result: Any = HubDatabaseUnusable("", "")
        try:
            with self._database.writing() as connection:
                (result,) = job.work(connection, [job.item])
        except HubDatabaseUnusable:
            return result
        except Exception as error:  # noqa: BLE001 - it belongs to whoever handed the job in
            return error
        return result

    Writer._alone = alone  # type: ignore[method-assign]


BUGS = {"early": _answer_early, "deaf": _deaf}


class WarmHub:
    """One hub after the other in a folder, on one port. Use it as a context."""

    def __init__(self, folder: Path, bug: str = "") -> None:
        self.folder, self.port, self.pid, self._bug = folder, 0, 0, bug

    def __enter__(self) -> Self:
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-m", "tests.hub.warm_hub"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        return self

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Starts a hub, and waits until it listens."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = Order(str(self.folder), self.port, self._bug)
        self._process.stdin.write(msgspec.json.encode(order) + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, (self.folder / "stderr.txt").read_text()
        said = json.loads(line)
        self.pid, self.port = said["pid"], said["port"]

    def give_room(self, size: int | None) -> None:
        """No file of the running hub may grow beyond this many bytes; None: as it pleases."""
        limit = resource.RLIM_INFINITY if size is None else size
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    @contextlib.contextmanager
    def halted(self) -> Iterator[None]:
        """It does nothing meanwhile, so that nothing which it had lost is sent again."""
        os.kill(self.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.pid, signal.SIGCONT)

    def kill(self) -> None:
        """As a power cut would."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        while Path(f"/proc/{self.pid}").exists():
            time.sleep(0.002)

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._process.communicate(timeout=PATIENCE)


if __name__ == "__main__":
    serve()
