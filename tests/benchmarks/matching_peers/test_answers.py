"""The judge of all matchers: right answers get the best marks, and each kind of wrong answer is noticed."""

import numpy as np
import pytest

from tests.benchmarks.hard_people.rates import Configuration
from tests.benchmarks.matching_peers.answers import Answer, answer, calibration_error, curve, judge
from tests.benchmarks.matching_peers.shares import as_answers, compete, normalise
from tests.benchmarks.matching_peers.table import Run, margin, summary

TRUTH: dict[str, str | None] = {f"c{n:03d}": f"v{n:03d}" if n % 2 == 0 else None for n in range(100)}


def perfect() -> list[Answer]:
    return [answer(uid, [voter], [1.0], 1.0) if voter else Answer(uid) for uid, voter in TRUTH.items()]


def test_the_truth_gets_full_marks() -> None:
    quality = judge(perfect(), TRUTH)
    assert (quality.precision, quality.recall, quality.f1, quality.best_f1) == (1.0, 1.0, 1.0, 1.0)
    assert (quality.recall_at_98, quality.recall_at_99, quality.calibration_error) == (1.0, 1.0, 0.0)
    assert (quality.contacts, quality.in_file, quality.questions) == (100, 50, 0.0)


def test_silence_is_precise_and_useless() -> None:
    quality = judge([Answer(uid) for uid in TRUTH], TRUTH)
    assert (quality.precision, quality.recall, quality.recall_at_98, quality.best_f1) == (1.0, 0.0, 0.0, 0.0)
    assert quality.calibration_error == 0.0


def test_a_wrong_voter_costs_precision() -> None:
    answers = perfect()
    answers[0] = answer("c000", ["v002"], [1.0], 1.0)
    quality = judge(answers, TRUTH)
    assert (quality.matched, quality.right) == (50, 49)
    assert quality.recall_at_98 == 0.98
    assert quality.recall_at_99 == 0.0


def test_a_voter_for_somebody_who_is_not_in_the_file_costs_precision() -> None:
    answers = perfect()
    answers[1] = answer("c001", ["v002"], [1.0], 1.0)
    assert judge(answers, TRUTH).precision == pytest.approx(50 / 51)


def test_who_was_never_found_counts_in_recall() -> None:
    answers = [Answer(each.uid) if each.uid < "c050" else each for each in perfect()]
    assert judge(answers, TRUTH).recall == 0.5


def test_what_is_not_matched_can_still_be_ranked() -> None:
    answers = [answer(each.uid, each.voters, [0.5] if each.voters else [], each.in_file / 2) for each in perfect()]
    quality = judge(answers, TRUTH)
    assert (quality.matched, quality.recall, quality.recall_at_98) == (0, 0.0, 1.0)
    assert quality.calibration_error == pytest.approx(0.5 * 0.5)
    assert quality.questions == 500


def test_equal_probabilities_stand_or_fall_together() -> None:
    """Else the order in which a system happens to answer would give it a threshold that it does not have."""
    likely, correct = np.full(10, 0.7), np.arange(10) < 5
    precision, recall = curve(likely, correct, 5)
    assert precision.tolist() == [0.5]
    assert recall.tolist() == [1.0]
    apart, _ = curve(likely - np.arange(10) / 100, correct, 5)
    assert apart[:5].tolist() == [1.0] * 5


def test_contacts_without_a_candidate_are_no_answers_of_the_curve() -> None:
    precision, recall = curve(np.array([0.9, 0.0, 0.0]), np.array([True, False, False]), 1)
    assert (precision.tolist(), recall.tolist()) == ([1.0], [1.0])


def test_calibrated_answers_have_little_error_and_boasting_ones_much() -> None:
    rng = np.random.default_rng(3)
    likely = rng.random(20_000)
    correct = rng.random(20_000) < likely
    assert calibration_error(likely, correct) < 0.02
    assert calibration_error(likely**0.3, correct) > 0.15


def test_questions_are_asked_of_the_likeliest_and_only_so_many() -> None:
    """120 per 1,000: of 100 contacts twelve."""
    answers = [
        Answer(uid, (voter or "v000",), (0.4,), 0.9 - int(uid[1:]) / 1000, ambiguous=True)
        for uid, voter in TRUTH.items()
    ]
    quality = judge(answers, TRUTH)
    assert quality.questions == 1000
    assert quality.recall_with_questions == 6 / 50


def test_a_person_is_shown_three_candidates() -> None:
    shown = [Answer("a", ("x", "y", "right"), (0.3, 0.2, 0.1), 0.6, ambiguous=True)]
    unseen = [Answer("a", ("x", "y", "z", "right"), (0.3, 0.2, 0.1, 0.05), 0.6, ambiguous=True)]
    padding = [Answer(f"p{n}") for n in range(9)]
    truth: dict[str, str | None] = {"a": "right", **dict.fromkeys((each.uid for each in padding), None)}
    assert judge(shown + padding, truth).recall_with_questions == 1.0
    assert judge(unseen + padding, truth).recall_with_questions == 0.0


def test_every_contact_has_to_be_answered_once() -> None:
    for answers in (perfect()[1:], [*perfect(), perfect()[0]]):
        with pytest.raises(ValueError, match="not one for each"):
            judge(answers, TRUTH)


# Competition ----------------------------------------------------------------------------------------------------------


def test_candidates_compete_with_each_other_and_with_nobody() -> None:
    contacts = np.array([0, 1, 1, 2])
    scores = np.array([25.0, 25.0, 25.0, 1.0])
    likely, in_file = compete(contacts, scores, 4, 100_000)
    assert likely[0] > 0.99
    assert likely[1] == likely[2] == pytest.approx(0.5, abs=0.01)
    assert likely[3] < 0.01
    assert in_file[3] == pytest.approx(0.0)
    assert np.bincount(contacts, likely, 4) == pytest.approx(in_file)


@pytest.mark.parametrize("share", [0.05, 0.6])
def test_the_share_in_the_file_is_found_without_labels(share: float) -> None:
    rng = np.random.default_rng(4)
    size = 4_000
    inside = rng.random(size) < share
    scores = np.where(inside, rng.normal(18, 3, size), rng.normal(2, 3, size))
    _, in_file = compete(np.arange(size), scores, size, 100_000)
    assert in_file.mean() == pytest.approx(share, abs=0.03)


def test_answers_come_by_contact_with_the_likeliest_first() -> None:
    ids = np.array([b"v0", b"v1", b"v2"])
    answers = as_answers(
        ["a", "b"], ids, np.array([1, 1]), np.array([0, 2]), np.array([0.1, 0.97]), np.array([0.0, 1.0])
    )
    assert answers[0] == Answer("a")
    assert answers[1].voters == ("v2", "v0")
    assert answers[1].matched


def test_scores_as_they_are_become_odds_by_bayes() -> None:
    """Half of the contacts in a file of 100: the prior odds of a pair are 1 to 100, those of nobody 1."""
    likely, in_file = normalise(np.array([0, 1, 1]), np.log([100.0, 100.0, 200.0]), 3, 100, 0.5)
    assert likely == pytest.approx([1 / 2, 1 / 4, 2 / 4])
    assert in_file == pytest.approx([1 / 2, 3 / 4, 0.0])


def test_high_scores_do_not_overflow() -> None:
    likely, in_file = normalise(np.array([0, 0]), np.array([900.0, 850.0]), 1, 100, 0.3)
    assert likely == pytest.approx([1.0, 0.0])
    assert in_file == pytest.approx([1.0])


# Margins --------------------------------------------------------------------------------------------------------------


def found(share: float) -> list[Answer]:
    """The first `share` of those in the file are found, and nobody else."""
    inside = [uid for uid, voter in TRUTH.items() if voter]
    kept = set(inside[: round(len(inside) * share)])
    return [each if each.uid in kept else Answer(each.uid) for each in perfect()]


def test_a_margin_above_the_ceiling_is_said_to_be_out_of_reach() -> None:
    run = Run(Configuration("plain"), 1, TRUTH, found(0.9), found(0.94), found(0.8), found(0.6))
    fitted, documented = margin(run, "splink"), margin(run, "documented")
    assert (fitted.ahead, fitted.within_reach) == (pytest.approx(0.1), False)
    assert (documented.ahead, documented.within_reach) == (pytest.approx(0.3), True)
    text = summary([run], None)
    assert "plain: 0.900 - 0.600 = 0.3000 (met)" in text
    assert "plain: 0.900 - 0.800 = 0.1000 (out of reach: 0.800 + 0.2 is above the ceiling, 0.940)" in text


def test_a_margin_that_is_within_reach_and_missed_is_not_met() -> None:
    run = Run(Configuration("plain"), 1, TRUTH, found(0.7), found(0.94), found(0.6), found(0.6))
    assert "plain: 0.700 - 0.600 = 0.1000 (NOT MET)" in summary([run], None)
