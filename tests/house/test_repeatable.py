"""A property test fails for what it found and not for how long it took, and says how to see it fail again."""

import pytest

pytest_plugins = ["pytester"]

PROFILE = "from tests import conftest  # noqa: F401\n"
PLAIN = "from hypothesis import settings\nsettings.load_profile('default')\n"
TEST = """
import time
from hypothesis import given, settings, strategies as st

@given(st.none())
@settings(max_examples=2)
def test_slow(nothing):
    time.sleep(0.25)

@given(st.integers())
def test_wrong(number):
    assert number < 100
"""


@pytest.mark.parametrize(("conftest", "failed"), [(PROFILE, 1), (PLAIN, 2)], ids=["ours", "control"])
def test_a_failure_can_be_repeated_and_slowness_is_none(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, conftest: str, failed: int
) -> None:
    monkeypatch.delenv("CI", raising=False)
    pytester.makeconftest(conftest)
    pytester.makepyfile(TEST)
    result = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:pytest-qt")
    result.assert_outcomes(passed=2 - failed, failed=failed)
    assert ("@reproduce_failure" in result.stdout.str()) == (failed == 1)
