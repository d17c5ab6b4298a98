"""The watch over threads can fail: without that it would prove nothing."""

import pytest

pytest_plugins = ["pytester"]

WATCH = "from tests.conftest import no_leaked_threads  # noqa: F401\n"
TEST = """
import threading

def test_something():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="straggler", daemon=True)
    thread.start()
    if not {leaks}:
        stop.set()
"""


@pytest.mark.parametrize("leaks", [True, False])
def test_a_thread_left_behind_fails_the_test_that_started_it(pytester: pytest.Pytester, leaks: bool) -> None:
    pytester.makeconftest(WATCH)
    pytester.makepyfile(TEST.format(leaks=leaks))
    result = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:pytest-qt")
    result.assert_outcomes(passed=1, errors=int(leaks))
    if leaks:
        result.stdout.fnmatch_lines(["*threads left running: straggler*"])
