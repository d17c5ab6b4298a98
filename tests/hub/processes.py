"""Real hubs and a real PostgreSQL for the tests, as processes of their own on loopback."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from f2f_desktop.cli.main import main

COMMAND = (sys.executable, "-m", "f2f_desktop")
PATIENCE = 120.0
"""Seconds after which something does not happen any more, however busy the machine is."""


class HubProcess:
    """A hub in a folder, run by the command line.

    Attributes:
        folder: the hub's folder.
        url: where it listens.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self._process: subprocess.Popen[str] | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self, port: int = 0) -> "HubProcess":
        """Starts it and waits until it listens."""
        with (self.folder / "stderr.txt").open("a") as log:
            self._process = subprocess.Popen(
                [*COMMAND, "hub", "serve", "--folder", str(self.folder), "--port", str(port)],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError((self.folder / "stderr.txt").read_text())
        where = json.loads(line)["listening"]
        scheme = "http" if 'tls = "none"' in (self.folder / "hub.toml").read_text() else "https"
        self.url = f"{scheme}://{where}"
        return self

    def kill(self) -> None:
        """As a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Politely; gives the exit status."""
        return self._end(signal.SIGTERM)

    def _end(self, how: int) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(how)
        status = process.wait(PATIENCE)
        assert process.stdout is not None
        process.stdout.close()
        return status


def hub_command(*words: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Runs `f2f-desktop hub ...` within this process, which has paid for the imports already."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main(["hub", *map(str, words)])
        except SystemExit as ended:
            status = int(ended.code or 0)
    told, wrong = (each.buffer.getvalue().decode() for each in (out, err))  # type: ignore[attr-defined]
    if check and status:
        raise AssertionError(wrong)
    return subprocess.CompletedProcess(words, status, told, wrong)


def new_hub(folder: Path, database: str = "", tls: str = "none", campaign: str = "Harbor Votes") -> HubProcess:
    """A hub that was set up and does not run yet; its address is put into invites by `invite`."""
    words = ["--campaign", campaign, "--tls", tls, "--id", campaign.lower().replace(" ", "-")]
    hub_command("init", "--folder", folder, *words, *(["--database", database] if database else []))
    return HubProcess(folder)


def invite(hub: HubProcess, *words: str) -> str:
    """A link that leads to the running hub."""
    settings = hub.folder / "hub.toml"
    lines = settings.read_text().splitlines()
    lines = [f'url = "{hub.url}"' if line.startswith("url") else line for line in lines]
    settings.write_text("\n".join(lines) + "\n")
    return hub_command("invite", "--folder", hub.folder, *words).stdout


def server_binaries() -> Path | None:
    """Where PostgreSQL's server is, or None."""
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "postgres").exists()), None)


@contextmanager
def postgresql() -> Iterator["Cluster"]:
    """A PostgreSQL of its own, gone afterwards. It does not run as root, so neither does its folder."""
    binaries = server_binaries()
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="f2f-pg-"))
    cluster = Cluster(binaries, folder)
    try:
        cluster.make()
        cluster.start()
        yield cluster
    finally:
        cluster.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


class Cluster:
    """A temporary PostgreSQL cluster that listens on a socket in its folder only."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries, self._folder = binaries, folder
        self._databases = 0

    def make(self) -> None:
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres")
        self._run("initdb", "-D", str(self._folder / "data"), "-A", "trust", "-U", "f2f", "-E", "UTF8")

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories='{self._folder}'"
        self._run(
            "pg_ctl",
            "-D",
            str(self._folder / "data"),
            "-w",
            "-t",
            str(int(PATIENCE)),
            "-l",
            str(self._folder / "log"),
            "-o",
            options,
            "start",
        )

    def stop(self, mode: str = "fast") -> None:
        patience = str(
            int(PATIENCE)
        )  # pg_ctl gives up after a minute, and leaves it to stop later: in the next test
        self._run(
            "pg_ctl", "-D", str(self._folder / "data"), "-w", "-t", patience, "-m", mode, "stop", check=False
        )

    def database(self) -> str:
        """A new, empty database's URL."""
        self._databases += 1
        name = f"hub{self._databases}"
        self._run("createdb", "-h", str(self._folder), "-U", "f2f", name)
        return f"postgresql://f2f@/{name}?host={self._folder}"

    def _run(self, program: str, *words: str, check: bool = True) -> None:
        command = [str(self._binaries / program), *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE + 10, cwd="/")
        if check and done.returncode:
            raise AssertionError(done.stderr)


def wait_until(condition: object, seconds: float = PATIENCE) -> None:
    """Waits for something to become true."""
    assert callable(condition)
    patience = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > patience:
            raise AssertionError("it did not happen")
        time.sleep(0.02)
