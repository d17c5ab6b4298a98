"""What holds for every test: a home of its own, failures that repeat, no unexpected word in the log, no thread left."""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.figures import capture_is, table

# On a busy machine one slow example says nothing about the code. A failure prints what repeats it, and it is kept
# in .hypothesis, from where the next run tries it first.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Without pytest-qt (see `tests.headless`) nobody knows its settings in pyproject.toml."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "a setting of pytest-qt")


def pytest_configure(config: pytest.Config) -> None:
    """Figures are told while a test runs."""
    capture_is(config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures of the long proofs, where any has run."""
    if lines := table():
        terminalreporter.section("proofs")
        for line in lines:
            terminalreporter.write_line(line)


class Unexpected(logging.Handler):
    """Collects what a test's code warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is written into the real home: every test has one of its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return home


@pytest.fixture(autouse=True)
def no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless it is marked `expects_warnings`."""
    handler = Unexpected()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if handler.records and request.node.get_closest_marker("expects_warnings") is None:
        words = "; ".join(f"{record.name}: {record.getMessage()}" for record in handler.records)
        pytest.fail(f"unexpected in the log: {words}")


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """A thread that outlives its test by more than a second fails it: it would work into the next one."""
    before = set(threading.enumerate())
    yield
    patience = time.monotonic() + 1.0
    while (leaked := _started_since(before)) and time.monotonic() < patience:
        time.sleep(0.01)
    if leaked:
        pytest.fail(f"threads left running: {', '.join(sorted(thread.name for thread in leaked))}")


def _started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    # Python lists every foreign thread that once ran Python code, for ever, as a "dummy" one.
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
