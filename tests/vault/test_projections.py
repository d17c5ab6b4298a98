"""Projections are what the facts add up to: made step by step or all at once, they are the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, FieldId, ScriptId, TagId
from f2f_desktop.events.envelope import SignedEvent, verified_event
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    Answers,
    ContactReference,
    MessageKind,
    MessageSent,
    OptedOut,
    ReportCorrected,
    ReportFiled,
    Voided,
)
from f2f_desktop.vault import projections
from f2f_desktop.vault.database import Database
from f2f_desktop.vault.journal import record, waiting
from f2f_desktop.vault.projections import rebuild
from f2f_desktop.vault.properties import device_key
from f2f_desktop.vault.tables import PROJECTIONS, events

ACTIONS = st.sampled_from([ActionId("a"), ActionId("b")])
PEOPLE = st.sampled_from([ContactId("x"), ContactId("y"), ContactId("z")]).map(ContactReference)
ANSWERS = st.builds(
    Answers,
    tags=st.lists(st.sampled_from([TagId("t"), TagId("u")]), unique=True).map(tuple),
    fields=st.dictionaries(st.just(FieldId("f")), st.text(max_size=3), max_size=1),
    note=st.text(max_size=5),
)
FACTS = st.one_of(
    st.builds(ActionSeen, ACTIONS, st.just(1)),
    st.builds(ActionStarted, ACTIONS, st.just(1)),
    st.builds(ActionCompleted, ACTIONS, st.just(1)),
    st.builds(
        MessageSent,
        action=ACTIONS,
        action_version=st.just(1),
        contact=PEOPLE,
        channel=st.sampled_from(Channel),
        kind=st.sampled_from(MessageKind),
        script=st.just(ScriptId("s")),
    ),
    st.builds(ReportFiled, action=ACTIONS, action_version=st.just(1), contact=PEOPLE, answers=ANSWERS),
    st.builds(
        ReportCorrected,
        supersedes=st.just("the one before"),
        action=ACTIONS,
        action_version=st.just(1),
        contact=PEOPLE,
        answers=ANSWERS,
    ),
    st.builds(OptedOut, PEOPLE, st.lists(st.sampled_from(["p", "q"]), max_size=2).map(tuple)),
    st.integers(0, 30),  # void the n-th event before
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = Database(tmp_path / "vault.db", b"k" * 32)
    yield found
    found.close()


def snapshot(database: Database) -> list[list[tuple[object, ...]]]:
    with database.transaction() as connection:
        return [sorted(map(tuple, connection.execute(select(table)))) for table in PROJECTIONS]  # type: ignore[type-var]


def play(database: Database, steps: list[object]) -> None:
    written: list[str] = []
    for step in steps:
        with database.transaction() as connection:
            if isinstance(step, int):
                if written:
                    written.append(record(connection, Voided(written[step % len(written)])).id)
            else:
                written.append(record(connection, step).id)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(FACTS, max_size=25))
def test_a_rebuild_equals_what_was_written_step_by_step(tmp_path: Path, steps: list[object]) -> None:
    path = tmp_path / "vault.db"
    for stale in tmp_path.glob("vault.db*"):
        stale.unlink()
    database = Database(path, b"k" * 32)
    try:
        play(database, steps)
        before = snapshot(database)
        with database.transaction() as connection:
            rebuild(connection)
        assert snapshot(database) == before
    finally:
        database.close()


def test_the_comparison_would_see_a_projection_that_is_written_wrongly(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = ReportFiled(ActionId("a"), 1, ContactReference(ContactId("x")), Answers(note="n"))
    play(database, [fact, 0])
    before = snapshot(database)
    monkeypatch.delitem(projections._WRITERS, Voided)
    with database.transaction() as connection:
        rebuild(connection)
    assert snapshot(database) != before


def test_a_voided_correction_brings_the_former_report_back(database: Database) -> None:
    person = ContactReference(ContactId("x"))
    filed = ReportFiled(ActionId("a"), 1, person, Answers(note="first"))
    with database.transaction() as connection:
        first = record(connection, filed)
        second = record(connection, ReportCorrected(first.id, ActionId("a"), 1, person, Answers(note="second")))
        record(connection, Voided(second.id))
    (report,) = snapshot(database)[1]
    assert first.id in report
    assert b'"first"' in report[4]  # type: ignore[operator]


def test_every_event_is_signed_numbered_without_gaps_and_waits(database: Database) -> None:
    play(database, [ActionSeen(ActionId("a"), 1)] * 5)
    with database.transaction() as connection:
        rows = connection.execute(select(events).order_by(events.c.seq)).all()
        device = device_key(connection).public
        assert waiting(connection).events == 5
    assert [row.seq for row in rows] == [1, 2, 3, 4, 5]
    for row in rows:
        assert verified_event(SignedEvent(row.body, row.signature), device).id == row.id


@pytest.mark.parametrize(
    "change", [delete(events), update(events).values(body=b"x"), update(events).values(seq=9)]
)
def test_an_event_can_be_neither_changed_nor_deleted(database: Database, change) -> None:
    play(database, [ActionSeen(ActionId("a"), 1)])
    with pytest.raises(DBAPIError, match="event"), database.transaction() as connection:
        connection.execute(change)


def test_a_failed_transaction_leaves_neither_event_nor_projection(database: Database) -> None:
    def fail_after_recording() -> None:
        with database.transaction() as connection:
            record(connection, ActionSeen(ActionId("a"), 1))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail_after_recording()
    assert snapshot(database) == [[] for _ in PROJECTIONS]
    with database.transaction() as connection:
        assert waiting(connection).events == 0
