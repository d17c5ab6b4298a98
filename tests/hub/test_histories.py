"""Whatever happens between laptops and the hub, in whatever order: everything arrives, once, and "safe" is true."""

import multiprocessing
import os
from collections import Counter

import pytest

from tests.figures import note, note_control, sized, tell
from tests.hub.histories import play
from tests.hub.planted import BUGS

AT_ONCE = 250
FULL = 100_000


def test_a_few_histories_end_well() -> None:
    figures, broken = play(range(40))
    assert broken == []
    assert figures["histories"] == 40
    assert figures["events"] > 100


TELLING = {
    "no_unique_events": 21,
    "local_flags": 5,
    "no_digest": 41,
    "no_comparing": 5,
    "cursor_before_page": 7,
    "new_ids_for_resends": 5,
}
"""The first histories that bring a bug to light, so that the short form need not play those before."""


@pytest.mark.parametrize("bug", BUGS)
def test_histories_see_a_planted_bug(bug: str) -> None:
    for seed in (TELLING[bug], *range(200)):
        if play(range(seed, seed + 1), BUGS[bug])[1]:
            return
    pytest.fail("nobody noticed")


def _share(first: int) -> tuple[Counter[str], list[tuple[int, str]]]:
    return play(range(first, first + AT_ONCE))


@pytest.mark.long
def test_a_hundred_thousand_histories_end_well() -> None:
    count = sized(FULL, AT_ONCE)
    figures: Counter[str] = Counter()
    broken: list[tuple[int, str]] = []
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        for more, bad in pool.imap_unordered(_share, range(1_000_000, 1_000_000 + count, AT_ONCE)):
            figures += more
            broken += bad
    note("histories", count, facts=figures["facts"], lost=len(broken), doubled=0)
    tell(f"{figures['histories']:,} histories, {len(broken)} broken: {dict(sorted(figures.items()))}")
    assert broken == []


@pytest.mark.long
@pytest.mark.parametrize("bug", BUGS)
def test_how_many_histories_a_planted_bug_breaks(bug: str) -> None:
    count = sized(2_000, 200)
    _, broken = play(range(count), BUGS[bug])
    tell(f"control arm {bug}: {len(broken):,} of {count:,} histories broken")
    note_control("histories", bug, f"{len(broken):,} of {count:,} histories broken" if broken else "")
    assert broken
