"""Precision-recall and calibration as pictures (matplotlib, of the benchmark's own environment)."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tests.benchmarks.matching_peers.answers import Answer, best_candidates, calibration, curve, judge
from tests.benchmarks.matching_peers.table import Run, Timed

COLOURS = {
    "this matcher": "#0b6e4f",
    "ceiling": "#9aa5a0",
    "Splink": "#c44900",
    "Splink, EM only": "#e8a26b",
    "recordlinkage": "#6a4c93",
    "fuzz.ratio loop": "#1982c4",
    "exact name": "#555555",
    "exact phone": "#999900",
}


def write_all(folder: Path, runs: Sequence[Run], timed: Timed | None) -> list[Path]:
    """Writes the pictures into `folder` and gives their paths."""
    mpl.rcParams.update(
        {"font.size": 10, "axes.spines.top": False, "axes.spines.right": False, "svg.hashsalt": "f2f"}
    )
    paths = [folder / "matching-precision-recall.png", folder / "matching-calibration.png"]
    _precision_recall(runs, timed).savefig(paths[0], dpi=130)
    _calibration(runs).savefig(paths[1], dpi=130)
    return paths


def _pooled(runs: Sequence[Run], name: str) -> tuple["np.ndarray", "np.ndarray", int]:  # type: ignore[type-arg]
    likely, correct, in_file = [], [], 0
    for run in runs:
        answers: list[Answer] = getattr(run, name)
        if answers:
            one, other = best_candidates(answers, run.truth)
            likely.append(one)
            correct.append(other)
            in_file += sum(1 for voter in run.truth.values() if voter is not None)
    if not likely:
        return np.zeros(0), np.zeros(0, bool), 0
    return np.concatenate(likely), np.concatenate(correct), in_file


def _precision_recall(runs: Sequence[Run], timed: Timed | None) -> Figure:
    figure = Figure(figsize=(15, 5.8), layout="constrained")
    side, pooled, dots = figure.subplots(1, 3, width_ratios=(1, 1, 1.1))
    truth = timed.truth if timed else {}
    in_file = sum(1 for voter in truth.values() if voter is not None)
    for system, result in timed.results.items() if timed else ():
        likely, correct = best_candidates(result.answers, truth)
        _curve(side, system, likely, correct, in_file)
    side.set_title("All systems, one address book")
    for name, system in (("ceiling", "ceiling"), ("splink", "Splink"), ("ours", "this matcher")):
        likely, correct, count = _pooled(runs, name)
        if count:
            _curve(pooled, system, likely, correct, count)
    pooled.set_title(f"All {len(runs)} configurations together")
    for axes in (side, pooled):
        axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0.6, 1.005))
        axes.axhline(0.98, color="#bbbbbb", linewidth=0.8, linestyle=":")
        if axes.lines[1:]:
            axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.13), ncols=3, frameon=False, fontsize=9)
    _by_configuration(dots, runs)
    return figure


def _curve(axes: Axes, system: str, likely: "np.ndarray", correct: "np.ndarray", in_file: int) -> None:  # type: ignore[type-arg]
    precision, recall = curve(likely, correct, in_file)
    style = {"color": COLOURS[system], "label": system if system != "ceiling" else "ceiling: names repaired"}
    if len(precision) < 3:
        axes.plot(recall, precision, marker="o", linestyle="", **style)
    else:
        axes.plot(recall, precision, linewidth=2.2 if system == "this matcher" else 1.4, **style)


def _by_configuration(axes: Axes, runs: Sequence[Run]) -> None:
    names = [f"{run.configuration.name} ({run.seed})" for run in runs]
    places = np.arange(len(runs))[::-1]
    for name, system, marker in (
        ("ceiling", "ceiling", "|"),
        ("splink", "Splink", "o"),
        ("ours", "this matcher", "o"),
    ):
        if runs and getattr(runs[0], name):
            values = [judge(getattr(run, name), run.truth).recall_at_98 for run in runs]
            axes.plot(
                values, places, marker, color=COLOURS[system], label=system, markersize=14 if marker == "|" else 7
            )
    axes.set_yticks(places, names)
    axes.set(xlabel="recall at 98 % precision", xlim=(0, 1), title="By configuration")
    axes.grid(axis="x", color="#eeeeee")
    axes.set_axisbelow(True)
    axes.margins(y=0.08)
    axes.legend(loc="upper center", bbox_to_anchor=(0.4, -0.13), ncols=3, frameon=False, fontsize=9)


def _calibration(runs: Sequence[Run]) -> Figure:
    figure = Figure(figsize=(13, 5.2), layout="constrained")
    pooled, single = figure.subplots(1, 2)
    for name, system in (("splink", "Splink"), ("ours", "this matcher")):
        likely, correct, count = _pooled(runs, name)
        if count:
            _reliability(pooled, system, likely, correct, lines=True)
    pooled.set_title("All configurations together (dot size: how many)")
    for run in runs:
        likely, correct = best_candidates(run.ours, run.truth)
        points = calibration(likely, correct)
        single.plot([point[0] for point in points], [point[1] for point in points], marker=".", linewidth=1,
                    label=run.configuration.name)  # fmt: skip
    single.set_title("This matcher, by configuration")
    single.legend(loc="upper left", frameon=False, fontsize=8)
    for axes in (pooled, single):
        axes.plot((0, 1), (0, 1), color="#bbbbbb", linewidth=0.8)
        axes.set(
            xlabel="probability of the best candidate", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1.02)
        )
    pooled.legend(loc="upper left", frameon=False)
    return figure


def _reliability(axes: Axes, system: str, likely: "np.ndarray", correct: "np.ndarray", *, lines: bool) -> None:  # type: ignore[type-arg]
    points = calibration(likely, correct)
    said, true, counts = zip(*points, strict=True)
    axes.scatter(
        said, true, s=12 + 160 * np.sqrt(np.array(counts) / max(counts)), color=COLOURS[system], alpha=0.6
    )
    if lines:
        axes.plot(said, true, color=COLOURS[system], linewidth=1, label=system)
