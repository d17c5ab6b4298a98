"""Whatever happens between laptops and the hub, in whatever order: everything arrives, once, and "safe" is true."""

import os
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection

from tests.figures import note, note_control, sized, tell
from tests.hub.histories import play
from tests.hub.many_histories import (
    AT_ONCE,
    FIRST,
    FULL,
    Stretch,
    Sum,
    code_played,
    missing,
    play_many,
    summed,
)
from tests.hub.planted import BUGS
from tests.hub.quick_connection import QuickConnection


def test_a_few_histories_end_well() -> None:
    figures, broken = play(range(40))
    assert broken == []
    assert figures["histories"] == 40
    assert figures["events"] > 100


def test_histories_go_as_they_would_with_the_connection_of_sqlalchemy(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = play(range(10))
    monkeypatch.setattr(QuickConnection, "_execute_clauseelement", Connection._execute_clauseelement)
    assert play(range(10)) == quick


def test_histories_that_a_log_holds_are_not_played_again(tmp_path: Path) -> None:
    """The log's last line may be half a one: the machine may go down while it is written."""
    log = tmp_path / "log"
    one = Stretch(FIRST, AT_ONCE, ((FIRST + 7, "Broken: it does not settle"),), {"facts": 900}, 9.0, code_played())
    other = msgspec.structs.replace(one, first=FIRST + AT_ONCE, code="another")
    log.write_bytes(b"\n".join(msgspec.json.encode(each) for each in (one, other)) + b'\n{"first": 1')
    assert missing(log, FIRST, 3 * AT_ONCE) == [FIRST + AT_ONCE, FIRST + 2 * AT_ONCE]
    total = summed(log)[code_played()]
    assert (total.histories, total.figures["facts"], len(total.broken)) == (AT_ONCE, 900, 1)


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


@pytest.mark.long
def test_a_hundred_thousand_histories_end_well() -> None:
    count = sized(FULL, AT_ONCE)
    total = Sum()
    for number, each in enumerate(play_many([*range(FIRST, FIRST + count, AT_ONCE)], os.cpu_count() or 1), 1):
        total.add(each)
        if number % 40 == 0:
            tell(f"{total.histories:,} histories, {len(total.broken)} broken so far")
    note("histories", total.histories, facts=total.figures["facts"], lost=len(total.broken), doubled=0)
    tell(str(total))
    assert total.broken == []


@pytest.mark.long
@pytest.mark.parametrize("bug", BUGS)
def test_how_many_histories_a_planted_bug_breaks(bug: str) -> None:
    count = sized(2_000, 200)
    _, broken = play(range(count), BUGS[bug])
    tell(f"control arm {bug}: {len(broken):,} of {count:,} histories broken")
    note_control("histories", bug, f"{len(broken):,} of {count:,} histories broken" if broken else "")
    assert broken
