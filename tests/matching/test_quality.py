"""Matching meets its gate on a synthetic district, and the test would notice if it did not."""

import msgspec
import pytest

from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match
from f2f_desktop.matching.parameters import DEFAULT
from tests.benchmarks.matching_truth import CONFIGURATIONS, Task, judge, make_task, without_phones

GATE = 0.98


@pytest.fixture(scope="module")
def task() -> Task:
    return make_task(CONFIGURATIONS[0], 20_000, 800, seed=77)


def test_what_is_matched_is_right(task: Task) -> None:
    quality = judge(match(task.contacts, VoterIndex.build(task.voters)), task.truth)
    assert quality.matched > 80
    assert quality.precision >= GATE
    assert quality.recall > 0.4
    assert quality.recall_with_questions > 0.65
    assert quality.calibration_error < 0.06


def test_what_is_matched_is_right_without_phones(task: Task) -> None:
    bare = without_phones(task)
    quality = judge(match(bare.contacts, VoterIndex.build(bare.voters)), bare.truth)
    assert quality.matched > 15
    assert quality.precision >= 0.97


def test_a_matcher_that_forgets_who_lives_elsewhere_fails_the_gate(task: Task) -> None:
    """Control: without the null option precision falls."""
    forgetful = msgspec.structs.replace(DEFAULT, in_file=12.0)
    quality = judge(match(task.contacts, VoterIndex.build(task.voters), forgetful), task.truth)
    assert quality.precision < 0.9
