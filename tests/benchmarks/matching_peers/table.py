"""The results as text: side by side, by configuration, over all, and against what is asked of the matcher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.hard_people.rates import Configuration
from tests.benchmarks.matching_peers.answers import Answer, Quality, judge
from tests.benchmarks.matching_peers.work import Result

Truth = Mapping[str, str | None]


@dataclass(frozen=True)
class Timed:
    """All systems on one task."""

    results: Mapping[str, Result]
    truth: Truth
    contacts: int


@dataclass(frozen=True)
class Run:
    """One configuration and seed."""

    configuration: Configuration
    seed: int
    truth: Truth
    ours: list[Answer]
    ceiling: list[Answer]
    splink: list[Answer]
    """Fitted."""
    documented: list[Answer]
    """Splink as its documentation has it."""

    @property
    def with_phones(self) -> bool:
        """Whether the file has numbers."""
        return self.configuration.district.phone_in_file > 0


def _measures(quality: Quality) -> str:
    return (
        f"{quality.precision:.4f} {quality.recall:.3f} {quality.f1:.3f}  {quality.best_f1:.3f}  "
        f"{quality.recall_at_98:.3f} {quality.recall_at_99:.3f} {quality.calibration_error:.3f}"
    )


_MEASURES = "prec.  recall F1     bestF1 R@98  R@99  ECE  "


def timed_head(contacts: int, voters: int) -> str:
    """Title and columns of the side-by-side table."""
    return (
        f"\nSide by side: {contacts:,} contacts x {voters:,} voters, configuration `plain`\n"
        f"{'system':17} {_MEASURES}  index s  match s  (processor s)  peak MB (of it: data)"
    )


def timed_line(system: str, result: Result, truth: Truth) -> str:
    """A system's line."""
    seconds, processor = result.seconds, result.processor
    line = (
        f"{system:17} {_measures(judge(result.answers, truth))}  {seconds.get('index', 0):7.2f}  "
        f"{seconds['match']:7.2f}  {processor.get('index', 0):5.2f} +{processor['match']:6.2f}  "
        f"{result.peak_mb:7.0f} ({result.base_mb:.0f})"
    )
    if "train" in seconds:
        line += f"  training {seconds['train']:.1f} s"
    return line


def documented_line(result: Result, truth: Truth) -> str:
    """Splink as documented: the same process, the same scores of pairs."""
    return f"{'  as documented':17} {_measures(judge(result.documented, truth))}"


def ratios(timed: Timed) -> str:
    """How many times the others' time is ours, all in this run."""
    ours = timed.results["this matcher"]
    mine = ours.seconds["match"]
    first, again = (1000 * ours.seconds[stage] / timed.contacts for stage in ("match", "again"))
    mine_in_words = (
        f"this matcher: {first:.3f} ms a contact (a second time {again:.3f}), one contact added "
        f"{1000 * ours.seconds['one contact']:.1f} ms, {ours.peak_mb - ours.base_mb:.0f} MB above the data"
    )
    lines = [mine_in_words]
    if "Splink" in timed.results:
        splink, loop = timed.results["Splink"], timed.results["fuzz.ratio loop"]
        named = {
            "Splink, end to end with a trained model": splink.seconds["match"],
            "Splink's bare `predict`": splink.seconds["predict"],
            "fuzz.ratio loop": loop.seconds["match"],
            "fuzz.WRatio loop (from ten contacts)": loop.seconds["WRatio"],
        }
        lines += [f"  {name}: {seconds:.2f} s = {seconds / mine:.1f} x ours" for name, seconds in named.items()]
        processor = splink.processor["match"] / max(1e-9, ours.processor["match"])
        lines.append(f"  in processor seconds, Splink end to end: {processor:.1f} x ours")
    return "\n".join(lines)


def quality_head(contacts: int) -> str:
    """Title and columns of the table by configuration."""
    return (
        f"\nBy configuration, {contacts:,} contacts each (recall over all pairs that are in the file)\n"
        f"{'configuration':24} seed  {_MEASURES}  asked/1000 R+120q  | Splink, fitted: prec.  R@98  R@99  ECE   "
        "R+120q | as documented: prec.  R@98  R@99  ECE   R+120q | ceiling: recall R@98"
    )


def quality_line(run: Run) -> str:
    """A configuration's line."""
    ours, ceiling = judge(run.ours, run.truth), judge(run.ceiling, run.truth)
    line = (
        f"{run.configuration.name:24} {run.seed:4}  {_measures(ours)}  {ours.questions:9.0f}  "
        f"{ours.recall_with_questions:.3f}   |"
    )
    for answers in (run.splink, run.documented) if run.splink else ():
        splink = judge(answers, run.truth)
        line += (
            f"                 {splink.precision:.4f} {splink.recall_at_98:.3f} {splink.recall_at_99:.3f} "
            f"{splink.calibration_error:.3f} {splink.recall_with_questions:.3f}   |"
        )
    return f"{line}          {ceiling.recall:.3f}  {ceiling.recall_at_98:.3f}"


AHEAD = 0.2
"""How much higher the recall at 98 % precision should be than Splink's."""


@dataclass(frozen=True)
class Margin:
    """Recall at 98 % precision of one run: ours, a peer's, and the ceiling's."""

    configuration: str
    ours: float
    peer: float
    ceiling: float

    @property
    def ahead(self) -> float:
        """Ours above the peer's."""
        return round(self.ours - self.peer, 9)

    @property
    def within_reach(self) -> bool:
        """Whether AHEAD above the peer is at most the ceiling: what this matcher finds when names are repaired."""
        return round(self.peer + AHEAD, 9) <= self.ceiling


def margin(run: Run, peer: str) -> Margin:
    """How far ours is ahead of a peer (`splink` or `documented`)."""
    recalls = [judge(answers, run.truth).recall_at_98 for answers in (run.ours, getattr(run, peer), run.ceiling)]
    return Margin(run.configuration.name, *recalls)


def _margins(found: Sequence[Margin]) -> list[str]:
    """By configuration, and over those where the wanted distance is below the ceiling."""
    lines = []
    for each in found:
        word = "met" if each.ahead >= AHEAD else "NOT MET"
        if each.ahead < AHEAD and not each.within_reach:
            word = f"out of reach: {each.peer:.3f} + {AHEAD} is above the ceiling, {each.ceiling:.3f}"
        lines.append(f"    {each.configuration}: {each.ours:.3f} - {each.peer:.3f} = {each.ahead:.4f} ({word})")
    lines.append(f"    mean: {sum(each.ahead for each in found) / len(found):.4f}")
    reachable = [each.ahead for each in found if each.within_reach]
    if reachable and len(reachable) < len(found):
        lines.append(
            f"    least of the {len(reachable)} where the ceiling leaves room for it: {min(reachable):.4f}, "
            f"mean {sum(reachable) / len(reachable):.4f}"
        )
    return lines


def summary(runs: Sequence[Run], timed: Timed | None) -> str:
    """Over all and worst, and what is asked of the matcher: met or not."""
    if not runs:
        return ""
    ours = [judge(run.ours, run.truth) for run in runs]
    precision = sum(each.right for each in ours) / max(1, sum(each.matched for each in ours))
    errors = [each.calibration_error for each in ours]
    mean_error = sum(errors) / len(errors)
    asked = [each.recall_with_questions for each in ours]
    all_asked = sum(each.recall_with_questions * each.in_file for each in ours) / sum(
        each.in_file for each in ours
    )
    gap = [
        judge(run.ceiling, run.truth).recall_at_98 - each.recall_at_98
        for run, each in zip(runs, ours, strict=True)
    ]
    worst = min(each.precision for each in ours)
    lines = ["", f"Over all: distance to the ceiling in R@98 {sum(gap) / len(gap):.3f}, at most {max(gap):.3f}"]

    def line(name: str, value: float, wanted: float, *, most: bool = False) -> None:
        met = value <= wanted if most else value >= wanted
        lines.append(
            f"  {name}: {value:.4f} ({'at most' if most else 'at least'} {wanted}: {'met' if met else 'NOT MET'})"
        )

    line("precision of matched, over all", precision, 0.995)
    line("precision of matched, worst configuration", worst, 0.99)
    line("recall after at most 120 questions per 1,000, over all", all_asked, 0.82)
    lines.append(f"  the same, worst configuration: {min(asked):.4f}")
    line("expected calibration error, mean", mean_error, 0.02, most=True)
    line("expected calibration error, worst configuration", max(errors), 0.05, most=True)
    if runs[0].splink:
        for name in ("documented", "splink"):
            found = [margin(run, name) for run in runs if run.with_phones]
            if found:
                peer = "Splink as documented" if name == "documented" else "Splink, fitted"
                line(
                    f"recall at 98 % above {peer}, least of the configurations with phones",
                    min(each.ahead for each in found),
                    AHEAD,
                )
                lines += _margins(found)
    if timed is not None:
        mine = timed.results["this matcher"].seconds["match"]
        line("ms a contact", 1000 * mine / timed.contacts, 0.1, most=True)
        if "Splink" in timed.results:
            splink = timed.results["Splink"].seconds
            line("times faster than Splink end to end", splink["match"] / mine, 6)
            line("times faster than its bare predict", splink["predict"] / mine, 1)
            line(
                "times faster than a fuzz.ratio loop",
                timed.results["fuzz.ratio loop"].seconds["match"] / mine,
                150,
            )
    return "\n".join(lines)
