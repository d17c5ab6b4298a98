"""Address books in the vault: re-reading changes nothing, merging can be undone, what was said stays."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.contacts.model import Problem
from f2f_desktop.events.facts import Answers
from f2f_desktop.vault import cards as room
from f2f_desktop.vault.cards import problems_of
from f2f_desktop.vault.tables import cards
from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import ACTION, FRIENDS, contact_id, friend, opened, send

ADA = "Ada Quillfeather"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = opened(tmp_path / "vault")
    yield found
    found.lock()


@pytest.fixture
def services(workspace: Workspace) -> VolunteerServices:
    return workspace.services


def names(services: VolunteerServices) -> list[str]:
    return [person.contact.name.full for person in services.importing.contacts()]


def history(services: VolunteerServices, name: str) -> int:
    return len(services.outreach.conversation(ACTION, contact_id(services, name), Channel.TEXT).history)


def test_reading_the_same_file_again_changes_nothing(services: VolunteerServices) -> None:
    before = services.importing.contacts()
    summary = services.importing.store("friends.vcf", FRIENDS, ())
    assert (summary.new, summary.changed, summary.unchanged) == (0, 0, 3)
    assert services.importing.contacts() == before


def test_a_changed_card_replaces_the_old_one_and_keeps_the_conversation(services: VolunteerServices) -> None:
    send(services, "Ada Quillfeather")
    changed = msgspec.structs.replace(FRIENDS[0], organization="Library")
    summary = services.importing.store("friends.vcf", (changed, *FRIENDS[1:]), ())
    assert (summary.new, summary.changed, summary.unchanged) == (0, 1, 2)
    assert history(services, "Ada Quillfeather") == 1
    assert services.importing.count() == 3


def test_an_import_can_be_undone_and_gives_back_what_it_replaced(services: VolunteerServices) -> None:
    before = services.importing.contacts()
    changed = msgspec.structs.replace(FRIENDS[0], organization="Library")
    summary = services.importing.store("more.vcf", (changed, friend("dee", "Dee", "Ostrava", "+12125550104")), ())
    assert services.importing.count() == 4
    services.importing.undo(summary.id)
    assert services.importing.contacts() == before


def test_the_same_person_of_two_books_is_one_and_can_be_taken_apart(services: VolunteerServices) -> None:
    send(services, "Ada Quillfeather")
    again = friend("ada-at-work", "Ada", "Quillfeather", "+12125550101", "aq@example.org")
    summary = services.importing.store("work.csv", (again,), ())
    assert (summary.new, summary.merged) == (1, 1)
    assert names(services).count("Ada Quillfeather") == 1
    assert history(services, "Ada Quillfeather") == 1
    own_ids = services.importing.separate(contact_id(services, "Ada Quillfeather"))
    assert names(services).count("Ada Quillfeather") == 2
    services.importing.rejoin(own_ids)
    assert names(services).count("Ada Quillfeather") == 1
    assert history(services, "Ada Quillfeather") == 1


def test_people_taken_apart_stay_apart_when_the_files_are_read_again(services: VolunteerServices) -> None:
    again = friend("ada-at-work", "Ada", "Quillfeather", "+12125550101")
    services.importing.store("work.csv", (again,), ())
    services.importing.separate(contact_id(services, "Ada Quillfeather"))
    services.importing.store("work.csv", (again,), ())
    services.importing.store("new.csv", (friend("zoe", "Zoe", "Vandermark"),), ())
    assert names(services).count("Ada Quillfeather") == 2


def test_two_cards_with_one_uid_in_a_file_both_come_in(services: VolunteerServices) -> None:
    twins = (friend("same", "Ivo", "Hale", "+12125550110"), friend("same", "Una", "Brandt", "+12125550111"))
    assert services.importing.store("odd.vcf", twins, ()).new == 2
    assert services.importing.store("odd.vcf", twins, ()).new == 0
    assert {"Ivo Hale", "Una Brandt"} <= set(names(services))


def test_a_conversation_survives_a_merge_of_two_older_people(services: VolunteerServices) -> None:
    services.importing.store("mail.csv", (friend("ben-2", "Ben", "Marrowby", "", "ben@example.org"),), ())
    send(services, "Ben Marrowby")
    link = friend("ben-3", "Ben", "Marrowby", "+12125550102", "ben@example.org")
    services.importing.store("phone.csv", (link,), ())
    assert names(services).count("Ben Marrowby") == 1
    assert history(services, "Ben Marrowby") == 1


def test_a_changed_card_leaves_the_persons_id_as_it_was(services: VolunteerServices) -> None:
    work = friend("ada-at-work", "Ada", "Quillfeather", "+12125550101", "aq@example.org")
    services.importing.store("work.csv", (work,), ())
    before = contact_id(services, ADA)
    changed = msgspec.structs.replace(FRIENDS[0], title="Librarian")
    summary = services.importing.store("friends.vcf", (changed, *FRIENDS[1:]), ())
    assert (summary.changed, summary.merged) == (1, 0)
    assert contact_id(services, ADA) == before


def test_a_new_phone_keeps_the_person_and_a_new_name_with_the_old_phone_does_too(
    services: VolunteerServices,
) -> None:
    before = contact_id(services, ADA)
    services.importing.store("friends.vcf", (friend("ada", "Ada", "Quillfeather", "+12125550177"),), ())
    assert contact_id(services, ADA) == before
    services.importing.store("friends.vcf", (friend("ada", "Ada", "Marchbanks", "+12125550177"),), ())
    assert contact_id(services, "Ada Marchbanks") == before
    assert services.importing.count() == 3


def test_another_persons_card_with_the_same_uid_costs_nobody(services: VolunteerServices) -> None:
    services.importing.store("mine.vcf", (friend("1", "Ivo", "Hale", "+12125550110"),), ())
    send(services, "Ivo Hale")
    summary = services.importing.store("yours.vcf", (friend("1", "Una", "Brandt", "+12125550111"),), ())
    assert (summary.new, summary.changed) == (1, 0)
    assert {"Ivo Hale", "Una Brandt"} <= set(names(services))
    assert (history(services, "Ivo Hale"), history(services, "Una Brandt")) == (1, 0)
    # Both are known now: reading either file again changes nothing.
    for card in (("1", "Ivo", "Hale", "+12125550110"), ("1", "Una", "Brandt", "+12125550111")):
        assert services.importing.store("again.vcf", (friend(*card),), ()).unchanged == 1


def test_of_two_cards_with_one_uid_each_keeps_its_own_conversation_when_both_change(
    services: VolunteerServices,
) -> None:
    ivo, una = friend("same", "Ivo", "Hale", "+12125550110"), friend("same", "Una", "Brandt", "+12125550111")
    services.importing.store("odd.vcf", (ivo, una), ())
    send(services, "Ivo Hale")
    changed = [msgspec.structs.replace(each, organization="Library") for each in (una, ivo)]
    assert services.importing.store("odd.vcf", changed, ()).changed == 2
    assert (history(services, "Ivo Hale"), history(services, "Una Brandt")) == (1, 0)


def versions_of_ada(services: VolunteerServices) -> list[str]:
    """Three versions of a card, each read by an import of its own; the imports' ids."""
    return [
        services.importing.store(f"{title}.vcf", (msgspec.structs.replace(FRIENDS[0], title=title),), ()).id
        for title in ("one", "two", "three")
    ]


@pytest.mark.parametrize(
    ("undone", "title"),
    [
        ((2,), "two"),
        ((1,), "three"),
        ((0,), "three"),
        ((1, 2), "one"),
        ((2, 1), "one"),
        ((0, 1), "three"),
        ((0, 2, 1), ""),
        ((1, 0, 2), ""),
        ((2, 1, 0), ""),
    ],
)
def test_imports_may_be_undone_in_any_order(
    services: VolunteerServices, workspace: Workspace, undone: tuple[int, ...], title: str
) -> None:
    before = contact_id(services, ADA)
    imports = versions_of_ada(services)
    for which in undone:
        services.importing.undo(imports[which])
    assert names(services).count(ADA) == 1
    person = next(each for each in services.importing.contacts() if each.contact.name.full == ADA)
    assert (person.contact.title, person.id, person.cards) == (title, before, 1)
    vault = workspace._vault
    assert vault is not None
    with vault.transaction() as connection:
        current = connection.scalars(select(cards.c.own_id).where(cards.c.retired_by.is_(None))).all()
    assert len(current) == len(set(current))


def test_what_was_being_typed_survives_a_merge(services: VolunteerServices) -> None:
    services.importing.store("mail.csv", (friend("ada-2", "Ada", "Quillfeather", "", "aq@example.org"),), ())
    younger = next(each for each in services.importing.contacts() if each.contact.uid == "ada-2")
    conversation = services.outreach.conversation(ACTION, younger.id, Channel.EMAIL)
    services.outreach.save_draft(
        conversation, msgspec.structs.replace(conversation.message, text="half a thought")
    )
    services.reports.save_draft(conversation, Answers(note="half a note"))
    services.importing.store(
        "both.vcf", (friend("ada-3", "Ada", "Quillfeather", "+12125550101", "aq@example.org"),), ()
    )
    merged = services.outreach.conversation(ACTION, contact_id(services, ADA), Channel.EMAIL)
    assert merged.cards == 3
    assert merged.message.text == "half a thought"
    assert merged.draft.note == "half a note"
    # Sent from the merged person, it is a draft of none of the cards any more.
    services.outreach.mark_sent(merged, merged.points[0], merged.message)
    assert services.outreach.conversation(ACTION, merged.contact_id, Channel.EMAIL).message == merged.initial


def test_a_report_survives_merging_and_taking_apart(services: VolunteerServices) -> None:
    services.importing.store("mail.csv", (friend("ben-2", "Ben", "Marrowby", "", "ben@example.org"),), ())
    ben, other = (each.id for each in services.importing.contacts() if each.contact.name.full == "Ben Marrowby")
    services.reports.file(services.outreach.conversation(ACTION, other, Channel.EMAIL), Answers(note="by mail"))
    link = friend("ben-3", "Ben", "Marrowby", "+12125550102", "ben@example.org")
    services.importing.store("phone.csv", (link,), ())
    merged = services.outreach.conversation(ACTION, contact_id(services, "Ben Marrowby"), Channel.TEXT)
    assert merged.report is not None
    assert merged.report.answers.note == "by mail"
    services.reports.file(merged, Answers(note="corrected"))
    services.importing.separate(merged.contact_id)
    reports = {each: services.outreach.conversation(ACTION, each, Channel.TEXT).report for each in (ben, other)}
    assert sum(report is not None for report in reports.values()) == 1
    assert reports[other] is not None
    assert (reports[other].answers.note, reports[other].corrections) == ("corrected", 1)


def test_the_numbers_of_an_import_are_never_below_nothing(services: VolunteerServices) -> None:
    services.importing.store("work.csv", (friend("w", "Ada", "Quillfeather", "+12125550101"),), ())
    # A changed card that no longer has anything in common makes two people of one.
    summary = services.importing.store("work.csv", (friend("w", "Ada", "Quillfeather", "+12125550199"),), ())
    assert (summary.new, summary.changed, summary.merged) == (0, 1, 0)
    assert services.importing.count() == 4


def test_problems_are_kept_with_the_import(services: VolunteerServices, workspace: Workspace) -> None:
    problem = Problem("friends.vcf", 3, 40, "No name and no number.")
    summary = services.importing.store("friends.vcf", FRIENDS, (problem,))
    assert summary.problems == (problem,)
    vault = workspace._vault
    assert vault is not None
    with vault.transaction() as connection:
        assert problems_of(connection, summary.id) == [problem]


def test_an_import_that_fails_leaves_nothing(services: VolunteerServices, monkeypatch: pytest.MonkeyPatch) -> None:
    before = services.importing.contacts()
    waiting = services.shift.waiting()

    def fail(*_: object) -> None:
        raise InterruptedError

    monkeypatch.setattr(room, "regroup", fail)
    with pytest.raises(InterruptedError):
        services.importing.store("more.vcf", (friend("dee", "Dee", "Ostrava"),), ())
    assert services.importing.contacts() == before
    assert services.shift.waiting() == waiting


def test_the_campaign_hears_how_many_there_are_only_when_that_is_news(services: VolunteerServices) -> None:
    waiting = services.shift.waiting().events
    services.importing.store("friends.vcf", FRIENDS, ())
    assert services.shift.waiting().events == waiting
    more = services.importing.store("more.vcf", (friend("dee", "Dee", "Ostrava"),), ())
    assert services.shift.waiting().events == waiting + 1
    services.importing.undo(more.id)
    assert services.shift.waiting().events == waiting + 2
