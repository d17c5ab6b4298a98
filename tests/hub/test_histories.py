"""Whatever happens between laptops and the hub, in whatever order: everything arrives, once, and "safe" is true."""

import multiprocessing
import os
from collections import Counter

import pytest

from tests.hub.figures import sized, tell
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
    "no_unique_events": (9,),
    "local_flags": (5,),
    "no_digest": (65, 75, 135),
    "no_comparing": (25,),
    "cursor_before_page": (175,),
    "new_ids_for_resends": (38,),
}
"""Histories that are known to bring a bug to light, so that the short form need not look for them."""


@pytest.mark.parametrize("bug", BUGS)
def test_histories_see_a_planted_bug(bug: str) -> None:
    for seed in (*TELLING.get(bug, ()), *range(200)):
        if play(range(seed, seed + 1), BUGS[bug])[1]:
            return
    pytest.fail("nobody noticed")


def _share(first: int) -> tuple[Counter[str], list[tuple[int, str]]]:
    return play(range(first, first + AT_ONCE))


@pytest.mark.long
def test_a_hundred_thousand_histories_end_well() -> None:
    count = sized(FULL)
    figures: Counter[str] = Counter()
    broken: list[tuple[int, str]] = []
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        for more, bad in pool.imap_unordered(_share, range(1_000_000, 1_000_000 + count, AT_ONCE)):
            figures += more
            broken += bad
    tell(f"{figures['histories']:,} histories, {len(broken)} broken: {dict(sorted(figures.items()))}")
    assert broken == []


@pytest.mark.long
@pytest.mark.parametrize("bug", BUGS)
def test_how_many_histories_a_planted_bug_breaks(bug: str) -> None:
    count = sized(2_000)
    _, broken = play(range(count), BUGS[bug])
    tell(f"control arm {bug}: {len(broken):,} of {count:,} histories broken")
    assert broken
