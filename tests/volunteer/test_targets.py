"""The star: by the certain voter, else by phone number and a compatible name; never by one of them alone."""

import pytest

from f2f_desktop.campaign.ids import TargetListId, VoterId
from f2f_desktop.campaign.targets import TargetEntry, TargetList, TargetVoter
from f2f_desktop.contacts.model import Contact, PersonName, Phone
from f2f_desktop.volunteer.targets import Targets

NUMBER = "+12125550101"
ENTRY = TargetEntry("Robert", "Quillfeather", NUMBER, {"why": "the park"})


def contact(name: PersonName, number: str = NUMBER, organization: str = "") -> Contact:
    return Contact("x", name, phones=(Phone(number, number),), organization=organization)


def starred(who: Contact, *entries: TargetEntry) -> bool:
    return Targets(TargetList(TargetListId("l"), "L", (), entries), "").suggested(who, None) is not None


@pytest.mark.parametrize(
    ("who", "star"),
    [
        (contact(PersonName("Robert Quillfeather")), True),
        (contact(PersonName("Bob Quillfeather")), True),
        (contact(PersonName("R. Quillfeather")), True),
        (contact(PersonName("Quillfeather, Robert")), True),
        (contact(PersonName("Rachel Quillfeather")), False),
        (contact(PersonName("Robert Quillfeather"), "+12125550102"), False),
        (contact(PersonName("")), False),
        (contact(PersonName("robert@example.org")), False),
        (contact(PersonName("Quillfeather Books"), organization="Quillfeather Books"), False),
    ],
)
def test_an_entry_needs_the_phone_and_a_name_that_can_be_the_same(who: Contact, star: bool) -> None:
    assert starred(who, ENTRY) is star


def test_an_entry_without_a_phone_stars_nobody() -> None:
    entry = TargetEntry("Robert", "Quillfeather", "")
    assert not starred(contact(PersonName("Robert Quillfeather"), ""), entry)
    assert not starred(Contact("x", PersonName("Robert Quillfeather")), entry)


def test_of_the_entries_on_one_phone_the_one_of_the_name_counts() -> None:
    rachel = TargetEntry("Rachel", "Quillfeather", NUMBER, {"why": "the school"})
    targets = Targets(TargetList(TargetListId("l"), "L", (), (ENTRY, rachel)), "")
    found = targets.suggested(contact(PersonName("Rachel Quillfeather")), None)
    assert found is not None
    assert found.variables == {"why": "the school"}


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("email", "why", "by_phone"),
    [("val@example.org", "mine", True), ("other@example.org", "all", False), ("", "all", False)],
)
def test_an_assigned_row_counts_for_that_volunteer_alone(
    email: str, why: str, by_phone: bool, backwards: bool
) -> None:
    voter = VoterId("v1")
    rows = (TargetVoter(voter, {"why": "all"}), TargetVoter(voter, {"why": "mine"}, "Val@Example.org"))
    entry = TargetEntry("Robert", "Quillfeather", NUMBER, {}, "val@example.org")
    listed = TargetList(TargetListId("l"), "L", rows[::-1] if backwards else rows, (entry,))
    who = contact(PersonName("Robert Quillfeather"))
    targets = Targets(listed, email)
    found = targets.suggested(who, voter)
    assert found is not None
    assert found.variables == {"why": why}
    assert (targets.suggested(who, None) is not None) is by_phone
