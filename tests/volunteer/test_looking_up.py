"""Looking for a friend: the ledger first, then no more than the campaign shows, and a choice that can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.matching.looking_up import VoterQuery
from f2f_desktop.volunteer.looking_up import LookedUp
from f2f_desktop.volunteer.matchmaking import NoExtract
from f2f_desktop.volunteer.standing import MatchState
from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import campaign, contact_id, opened
from tests.vault.secret_evening import extract_of_ada
from tests.volunteer.districts import with_action

KEY = SigningKey.generate()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[VolunteerServices]:
    workspace = opened(tmp_path / "vault", KEY)
    workspace.services.matchmaking.install(extract_of_ada(tmp_path, KEY))
    yield workspace.services
    workspace.lock()


def look(
    services: VolunteerServices, name: str, street: str = "", who: str = "Ben Marrowby", former: int | None = None
) -> LookedUp:
    query = VoterQuery(name, street)
    hits = services.looking_up.hits(query)
    return services.looking_up.look_up(contact_id(services, who), query, hits, former)


def test_every_search_is_in_the_ledger_before_anything_of_it_is_seen(services: VolunteerServices) -> None:
    found = look(services, "pfefferNUSS ")
    assert [row.voter.id for row in found.rows] == ["ZZ900002"]
    (line,) = services.ledger.page().lines
    assert line.entry.id == found.entry
    assert line.contact == "Ben Marrowby"
    assert line.entry.searched is not None
    assert (line.entry.searched.name, line.entry.searched.found) == ("pfefferNUSS", 1)
    assert line.entry.bytes_out == 0


def test_a_search_typed_further_is_one_entry_and_another_one_is_another(services: VolunteerServices) -> None:
    first = look(services, "pf").entry
    assert look(services, "pfef", former=first).entry == first
    assert look(services, "pfef", "77", former=first).entry == first
    # Letters taken away, or somebody else: what was looked for before stays written down.
    second = look(services, "pf", "77", former=first).entry
    assert second != first
    assert look(services, "pfef", "77", who="Ada Quillfeather", former=second).entry not in (first, second)
    searched = [line.entry.searched for line in services.ledger.page().lines]
    typed = [(each.name, each.street) for each in searched if each is not None]
    assert typed == [("pfef", "77"), ("pf", "77"), ("pfef", "77")]


def test_what_was_typed_never_goes_up_in_an_event(services: VolunteerServices) -> None:
    before = services.shift.waiting().events
    found = look(services, "pfeffernuss")
    services.looking_up.choose(found.entry, contact_id(services, "Ben Marrowby"), VoterId("ZZ900002"))
    assert services.shift.waiting().events == before


def test_no_more_is_shown_than_the_campaign_lets_volunteers_see(tmp_path: Path) -> None:
    for visible in (True, False):
        workspace: Workspace = opened(tmp_path / str(visible), KEY, with_action(campaign(), party_visible=visible))
        services = workspace.services
        services.matchmaking.install(extract_of_ada(tmp_path, KEY))
        (row,) = look(services, "pfeffernuss").rows
        assert row.voter.last_name == "PFEFFERNUSS"
        assert row.voter.party == ("REP" if visible else "")
        hidden = (row.voter.phone, row.voter.sex, row.voter.districts, row.voter.votes_cast, row.voter.county)
        assert not any(hidden)
        workspace.lock()


def test_a_chosen_voter_is_confirmed_with_all_that_is_known_and_it_can_be_undone(
    services: VolunteerServices,
) -> None:
    ben = contact_id(services, "Ben Marrowby")
    found = look(services, "pfeffernuss")
    number = services.looking_up.choose(found.entry, ben, VoterId("ZZ900002"))
    stands = services.suggestions.standing_of(ben)
    assert (stands.state, stands.voter_id) == (MatchState.CONFIRMED, "ZZ900002")
    assert stands.voter is not None
    assert stands.voter.party == "REP"
    (line,) = services.ledger.page().lines
    assert line.entry.searched is not None
    assert line.entry.searched.chosen == "ZZ900002"
    services.matchmaking.undo(number)
    assert services.suggestions.standing_of(ben).state is not MatchState.CONFIRMED


def test_the_rows_say_whom_the_voter_was_confirmed_or_rejected_for(services: VolunteerServices) -> None:
    ada, ben = (contact_id(services, name) for name in ("Ada Quillfeather", "Ben Marrowby"))
    services.matchmaking.confirm(ada, VoterId("ZZ900002"))
    services.matchmaking.reject(ben, VoterId("ZZ900002"))
    (row,) = look(services, "pfeffernuss").rows
    assert (row.taken_by, row.rejected) == ("Ada Quillfeather", True)
    (row,) = look(services, "pfeffernuss", who="Ada Quillfeather").rows
    assert (row.taken_by, row.rejected) == ("", False)


def test_without_an_extract_there_is_nothing_to_look_in(services: VolunteerServices) -> None:
    services.matchmaking.forget_extract()
    with pytest.raises(NoExtract):
        services.looking_up.hits(VoterQuery("ada"))
    with pytest.raises(NoExtract):
        services.looking_up.ready()
    assert services.ledger.page().lines == ()


def test_a_contact_that_is_gone_keeps_its_line_without_a_name(services: VolunteerServices) -> None:
    query = VoterQuery("ada")
    services.looking_up.look_up(ContactId("nobody"), query, services.looking_up.hits(query))
    (line,) = services.ledger.page().lines
    assert line.contact == ""
