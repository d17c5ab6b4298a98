"""The evening at a glance."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.events.facts import Answers
from f2f_desktop.volunteer.overview import Overview
from f2f_desktop.workspace import InstalledExtract, Protection, Workspace
from tests.vault.evenings import ACTION, CHEAP, PASSPHRASE, contact_id, opened, send

ADA = "Ada Quillfeather"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = opened(tmp_path / "vault")
    yield made
    made.lock()


def test_before_there_is_anything_it_is_empty(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "vault")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    assert workspace.services.overview.now() == Overview()
    workspace.lock()


def test_conversations_count_as_reached_and_then_as_reported(workspace: Workspace) -> None:
    services = workspace.services
    before = services.overview.now()
    (action,) = before.actions
    assert (before.contacts, action.reached, action.reported) == (3, 0, 0)
    assert action.reachable == 3
    send(services, ADA)
    (action,) = services.overview.now().actions
    assert (action.reached, action.reported) == (1, 0)
    conversation = services.outreach.conversation(ACTION, contact_id(services, ADA), "text")
    services.reports.file(conversation, Answers(note="yes"))
    after = services.overview.now()
    assert (after.actions[0].reached, after.actions[0].reported) == (1, 1)
    assert after.waiting.reports == 1
    assert after.campaign


def test_reports_wait_until_they_are_handed_over_and_a_corrected_one_is_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    services = workspace.services

    def waiting() -> int:
        return services.overview.now().waiting.reports

    send(services, ADA)
    conversation = services.outreach.conversation(ACTION, contact_id(services, ADA), "text")
    services.reports.file(conversation, Answers(note="yes"))
    services.reports.file(conversation, Answers(note="no"))
    correction = services.reports.file(conversation, Answers(note="perhaps"))
    assert waiting() == 1
    services.packets.export(tmp_path / "tonight.f2fpacket")
    assert waiting() == 0
    again = services.reports.file(conversation, Answers(note="yes after all"))
    assert waiting() == 1
    services.reports.undo(again.event_id)
    assert waiting() == 0, "what is in force again has been handed over"
    other = services.outreach.conversation(ACTION, contact_id(services, "Ben Marrowby"), "text")
    filed = services.reports.file(other, Answers(note="later"))
    assert waiting() == 1
    services.reports.undo(filed.event_id)
    assert waiting() == 0
    assert correction.event_id != again.event_id


def test_an_extract_runs_out_on_its_day_and_is_spoken_of_before() -> None:
    today = dt.date(2026, 10, 1)
    for days, expired, soon in ((10, False, False), (2, False, True), (0, False, True), (-1, True, True)):
        extract = InstalledExtract("x", "x.enc", "Durham", 10, today + dt.timedelta(days=days))
        overview = Overview(extract=extract)
        assert overview.extract_expired(today) is expired
        assert overview.extract_expires_soon(today) is soon
    assert not Overview().extract_expired(today)
