"""Address books in the vault: re-reading changes nothing, merging can be undone, what was said stays."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import ACTION, FRIENDS, contact_id, friend, opened, send


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
    person = contact_id(services, name)
    return len(services.outreach.conversation(ACTION, person, "text").history)  # type: ignore[arg-type]


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
    own_ids = services.importing.separate(contact_id(services, "Ada Quillfeather"))  # type: ignore[arg-type]
    assert names(services).count("Ada Quillfeather") == 2
    services.importing.rejoin(own_ids)
    assert names(services).count("Ada Quillfeather") == 1
    assert history(services, "Ada Quillfeather") == 1


def test_people_taken_apart_stay_apart_when_the_files_are_read_again(services: VolunteerServices) -> None:
    again = friend("ada-at-work", "Ada", "Quillfeather", "+12125550101")
    services.importing.store("work.csv", (again,), ())
    services.importing.separate(contact_id(services, "Ada Quillfeather"))  # type: ignore[arg-type]
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
