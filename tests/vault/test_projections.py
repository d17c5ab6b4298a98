"""Projections are what the facts add up to: made step by step or all at once, they are the same."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, FieldId, ScriptId, TagId
from f2f_desktop.events.envelope import Event, SignedEvent, verified_event
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    Answers,
    ContactReference,
    MessageKind,
    MessageSent,
    OptedOut,
    OptOutSource,
    PointsOptedOut,
    ReportCorrected,
    ReportFiled,
    Voided,
)
from f2f_desktop.vault import projections
from f2f_desktop.vault.database import Database
from f2f_desktop.vault.journal import record, waiting
from f2f_desktop.vault.projections import rebuild
from f2f_desktop.vault.properties import device_key
from f2f_desktop.vault.tables import action_progress, events, messages, opt_out_points, opt_outs, reports
from tests.vault.soundness import projected

KEY = b"k" * 32

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
    st.builds(
        PointsOptedOut,
        st.lists(st.sampled_from(["p", "q", "r"]), max_size=2).map(tuple),
        st.sampled_from(OptOutSource),
    ),
    st.integers(0, 30),  # void the n-th event before
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file in which nothing has happened yet: copying one is faster than making one."""
    path = tmp_path_factory.mktemp("empty") / "vault.db"
    Database(path, KEY).close()
    return path


@pytest.fixture
def database(empty: Path, tmp_path: Path) -> Iterator[Database]:
    with copy_of(empty, tmp_path / "vault.db") as found:
        yield found


@contextmanager
def copy_of(empty: Path, path: Path) -> Iterator[Database]:
    """A fresh database in `path`."""
    for stale in path.parent.glob(f"{path.name}*"):
        stale.unlink()
    shutil.copy(empty, path)
    found = Database(path, KEY)
    try:
        yield found
    finally:
        found.close()


def snapshot(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.transaction() as connection:
        return projected(connection)


def play(database: Database, steps: list[object]) -> list[Event]:
    """Records facts; a number voids an event recorded before: also a void, and one that is void already."""
    written: list[Event] = []
    with database.transaction() as connection:  # one for all: a commit waits for the disk
        for step in steps:
            if isinstance(step, int):
                if written:
                    written.append(record(connection, Voided(written[step % len(written)].id)))
            else:
                written.append(record(connection, step))  # type: ignore[arg-type]
    return written


def expected(written: list[Event]) -> dict[str, object]:
    """What facts add up to by their definitions, told without a database: the model of the projections."""
    seen_so_far: set[str] = set()
    voided: set[str] = set()
    for event in written:
        if isinstance(event.fact, Voided) and event.fact.event in seen_so_far:
            voided.add(event.fact.event)
        seen_so_far.add(event.id)
    counting = [event for event in written if event.id not in voided]
    reports: dict[tuple[str, str], tuple[str, Answers, int]] = {}
    progress: dict[str, list[int]] = {}
    for event in counting:
        fact = event.fact
        if isinstance(fact, ReportFiled | ReportCorrected):
            key = (fact.action, fact.contact.id)
            before = reports.get(key)
            reports[key] = (event.id, fact.answers, before[2] + 1 if before else 0)
        elif isinstance(fact, ActionSeen | ActionStarted | ActionCompleted):
            seen, started, completed = progress.setdefault(fact.action, [0, 0, 0])
            progress[fact.action] = [
                seen or isinstance(fact, ActionSeen),
                started or isinstance(fact, ActionStarted),
                completed + isinstance(fact, ActionCompleted),
            ]
    return {
        "messages": {each.id for each in counting if isinstance(each.fact, MessageSent)},
        "reports": reports,
        "opt_outs": {(each.id, each.fact.contact.id) for each in counting if isinstance(each.fact, OptedOut)},
        "points": {
            (each.id, point)
            for each in counting
            if isinstance(each.fact, OptedOut | PointsOptedOut)
            for point in each.fact.point_hashes
        },
        "progress": progress,
    }


def found(database: Database) -> dict[str, object]:
    """What the projections say, in the form of `expected`."""
    with database.transaction() as connection:
        return {
            "messages": set(connection.scalars(select(messages.c.event_id))),
            "reports": {
                (row.action_id, row.contact_id): (
                    row.event_id,
                    msgspec.json.decode(row.answers, type=Answers),
                    row.corrections,
                )
                for row in connection.execute(select(reports))
            },
            "opt_outs": set(map(tuple, connection.execute(select(opt_outs.c.event_id, opt_outs.c.contact_id)))),
            "points": set(map(tuple, connection.execute(select(opt_out_points)))),
            "progress": {
                row.action_id: [row.seen_at is not None, row.started_at is not None, row.completed]
                for row in connection.execute(select(action_progress))
            },
        }


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(FACTS, max_size=25))
def test_projections_equal_a_rebuild_and_what_the_facts_mean(
    empty: Path, tmp_path: Path, steps: list[object]
) -> None:
    with copy_of(empty, tmp_path / "vault.db") as database:
        written = play(database, steps)
        assert found(database) == expected(written)
        before = snapshot(database)
        with database.transaction() as connection:
            rebuild(connection)
        assert snapshot(database) == before


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
    correction = ReportCorrected("", ActionId("a"), 1, person, Answers(note="second"))
    first, *_ = play(database, [filed, correction, 1])
    assert found(database)["reports"] == {("a", "x"): (first.id, Answers(note="first"), 0)}


def test_a_voided_first_report_leaves_its_correction_in_force(database: Database) -> None:
    person = ContactReference(ContactId("x"))
    filed = ReportFiled(ActionId("a"), 1, person, Answers(note="first"))
    correction = ReportCorrected("", ActionId("a"), 1, person, Answers(note="second"))
    _, second, _ = play(database, [filed, correction, 0])
    assert found(database)["reports"] == {("a", "x"): (second.id, Answers(note="second"), 0)}


def test_a_void_cannot_be_voided_and_an_unknown_event_voids_nothing(database: Database) -> None:
    sent = MessageSent(
        ActionId("a"), 1, ContactReference(ContactId("x")), Channel.TEXT, MessageKind.INITIAL, ScriptId("s")
    )
    play(database, [sent, 0, 1, Voided("no such event")])
    assert found(database)["messages"] == set()


def test_a_voided_round_of_an_action_counts_no_longer(database: Database) -> None:
    play(database, [ActionSeen(ActionId("a"), 1), ActionCompleted(ActionId("a"), 1), 1])
    assert found(database)["progress"] == {"a": [True, False, 0]}


def test_a_fact_of_a_newer_program_is_kept_and_changes_nothing(database: Database) -> None:
    play(database, [ActionSeen(ActionId("a"), 1)])
    body = b'{"at":1,"fact":{"type":"poll.taken"},"id":"later","seq":2,"stream":"s"}'
    with database.transaction() as connection:
        before = projected(connection)
        connection.execute(
            insert(events).values(
                id="later", stream="s", seq=2, type="poll.taken", at=1, body=body, signature=b"s"
            )
        )
        rebuild(connection)
        assert projected(connection) == before


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
    "change",
    [
        delete(events),
        update(events).values(body=b"x"),
        update(events).values(seq=9),
        text("INSERT OR REPLACE INTO events SELECT * FROM events"),
        text(
            "INSERT OR REPLACE INTO events SELECT position + 1, id, stream, seq, type, at, x'00', signature,"
            " exported_at, receipt FROM events"
        ),
    ],
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
    assert not any(snapshot(database).values())
    with database.transaction() as connection:
        assert waiting(connection).events == 0
