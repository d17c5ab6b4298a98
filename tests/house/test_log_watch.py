"""The watch over the log can fail: without that it would prove nothing."""

import pytest

pytest_plugins = ["pytester"]

WATCH = "from tests.conftest import no_unexpected_warnings  # noqa: F401\n"
TEST = """
import logging

def test_something():
    logging.getLogger("f2f").{level}("a word")
"""


@pytest.mark.parametrize(("level", "outcome"), [("warning", "errors"), ("info", "none")])
def test_a_warning_in_the_log_fails_the_test_it_came_from(
    pytester: pytest.Pytester, level: str, outcome: str
) -> None:
    pytester.makeconftest(WATCH)
    pytester.makepyfile(TEST.format(level=level))
    result = pytester.runpytest_subprocess("-p", "no:randomly")
    result.assert_outcomes(passed=1, errors=1 if outcome == "errors" else 0)
