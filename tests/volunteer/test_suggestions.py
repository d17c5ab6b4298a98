"""The list: who is in it, with what star and context, in which order, and what a search finds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.filters import AutoFilters, District, VoterFrequency
from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.campaign.targets import TargetEntry, TargetVoter
from f2f_desktop.contacts.model import Contact, PersonName, SocialProfile
from f2f_desktop.events.facts import Answers
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.volunteer.conversation import response_message
from f2f_desktop.volunteer.standing import MatchState
from f2f_desktop.volunteer.suggestions import ContactRow, ConversationState, Query, choices, visible
from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import ACTION, contact_id, friend, opened, send
from tests.volunteer.districts import listed, match, row, settled, voter, with_action

Settle = Callable[..., VolunteerServices]


@pytest.fixture
def settle(tmp_path: Path) -> Iterator[Settle]:
    """Makes a vault with `settled` and locks it in the end."""
    made: list[Workspace] = []

    def make(*content: object, **more: object) -> VolunteerServices:
        made.append(settled(tmp_path / f"vault-{len(made)}", *content, **more))
        return made[-1].services

    yield make
    for workspace in made:
        workspace.lock()


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (AutoFilters(), ["Ada", "Ben", "Cleo"]),
        (AutoFilters(districts=(District("precinct", "01"),)), ["Ada", "Cleo"]),
        (AutoFilters(districts=(District("county", "elm"),)), ["Ada", "Ben", "Cleo"]),
        (AutoFilters(districts=(District("county", "OAK"),)), ["Cleo"]),
        (AutoFilters(parties=("REP",)), ["Ben", "Cleo"]),
        (AutoFilters(frequencies=(VoterFrequency.ALWAYS,)), ["Cleo"]),
    ],
)
def test_auto_filters_act_on_matched_contacts_only(settle: Settle, filters: AutoFilters, names: list[str]) -> None:
    # Cleo is in no voter file: she is always there.
    services = settle(with_action(filters=filters), ada=voter("v1"), ben=voter("v2", "REP", "02"))
    assert listed(services) == names


def test_a_conversation_that_has_begun_stays_in_the_list_whatever_the_match_says_later(settle: Settle) -> None:
    services = settle(with_action(filters=AutoFilters(districts=(District("precinct", "01"),))))
    send(services, "Ada Quillfeather")
    match(services, ada=voter("v1", precinct="99"), ben=voter("v2", precinct="99"))
    assert listed(services) == ["Ada", "Cleo"]
    assert row(services, "Ada").in_district is False
    assert [each.name for each in services.shift.summary(ACTION).unreported] == ["Ada Quillfeather"]


def test_the_context_of_a_matched_contact(settle: Settle) -> None:
    content = with_action(
        filters=AutoFilters(districts=(District("county", "ELM"),)), swing_districts=("precinct=01",)
    )
    services = settle(content, ada=voter("v1"), ben=voter("v2", precinct="02"))
    ada, ben, cleo = (row(services, name) for name in ("Ada", "Ben", "Cleo"))
    assert (ada.match, ada.party, ada.frequency) == (MatchState.MATCHED, "DEM", VoterFrequency.SOMETIMES)
    assert (ada.in_district, ada.in_swing_district, ada.place) == (True, True, "Elmtown 27001")
    assert (ben.in_district, ben.in_swing_district) == (True, False)
    assert (cleo.match, cleo.party, cleo.in_district, cleo.districts) == (MatchState.UNMATCHED, "", None, {})
    offered = choices([ada, ben, cleo])
    assert offered.parties == ("DEM",)
    assert offered.districts == {"county": ("ELM",), "precinct": ("01", "02")}


def test_a_hidden_party_is_nowhere_in_the_list(settle: Settle) -> None:
    services = settle(with_action(party_visible=False), ada=voter("v1", "XYZPARTY"))
    rows = services.suggestions.rows(ACTION)
    assert choices(rows).parties == ()
    assert b"XYZPARTY" not in msgspec.json.encode(rows)
    # The control: a campaign that shows it.
    shown = settle(with_action(party_visible=True), ada=voter("v1", "XYZPARTY"))
    assert b"XYZPARTY" in msgspec.json.encode(shown.suggestions.rows(ACTION))


ADA_BY_ID = TargetVoter(VoterId("v1"), {"why": "the library"})
ADA_BY_PHONE = TargetEntry("Ada", "Quillfeather", "+12125550101", {"why": "the park"})


@pytest.mark.parametrize(
    ("targets", "starred"),
    [
        (None, False),
        ((), False),
        ((ADA_BY_ID,), True),
        ((TargetVoter(VoterId("v2")),), False),
        ((ADA_BY_PHONE,), True),
        ((TargetEntry("A.", "Quillfeather", "+12125550101"),), True),
        # Somebody else behind the same number, and the same name behind another.
        ((TargetEntry("Zelda", "Marchbanks", "+12125550101"),), False),
        ((TargetEntry("Ada", "Quillfeather", "+12125550999"),), False),
        ((TargetEntry("Ada", "Quillfeather"),), False),
        # Assigned to one volunteer, it is a suggestion for nobody else.
        ((TargetVoter(VoterId("v1"), assigned_user_email=" VAL@example.org"),), True),
        ((TargetVoter(VoterId("v1"), assigned_user_email="kim@example.org"),), False),
        ((TargetEntry("Ada", "Quillfeather", "+12125550101", {}, "kim@example.org"),), False),
        ((TargetVoter(VoterId("v1"), assigned_user_email="kim@example.org"), ADA_BY_ID), True),
    ],
)
def test_the_star(settle: Settle, targets: tuple[TargetVoter | TargetEntry, ...] | None, starred: bool) -> None:
    services = settle(with_action(targets=targets), ada=voter("v1"))
    assert row(services, "Ada").starred is starred
    assert not row(services, "Ben").starred
    conversation = services.outreach.conversation(ACTION, contact_id(services, "Ada Quillfeather"), Channel.TEXT)
    assert conversation.starred is starred


def test_the_star_follows_a_persons_word(settle: Settle) -> None:
    services = settle(with_action(targets=(ADA_BY_ID, TargetVoter(VoterId("v5")))), ada=voter("v1"))
    ada, ben = row(services, "Ada").id, row(services, "Ben").id
    assert row(services, "Ada").starred
    rejected = services.matchmaking.reject(ada, VoterId("v1"))
    assert not row(services, "Ada").starred
    services.matchmaking.undo(rejected)
    assert row(services, "Ada").starred
    services.matchmaking.confirm(ben, VoterId("v5"))
    assert row(services, "Ben").starred
    assert services.matchmaking.undo_last(ben)
    assert not row(services, "Ben").starred


def test_without_an_address_of_the_volunteer_nothing_is_assigned_to_them(settle: Settle) -> None:
    assigned = TargetVoter(VoterId("v1"), assigned_user_email="val@example.org")
    services = settle(with_action(targets=(assigned,)), ada=voter("v1"))
    services.campaigns.introduce(Volunteer("Val", ""))
    assert not row(services, "Ada").starred


def test_the_states_of_a_conversation_in_their_order(settle: Settle) -> None:
    services = settle(with_action())
    assert (row(services, "Ada").state, row(services, "Ada").last_at) == (ConversationState.NEW, None)
    send(services, "Ada Quillfeather")
    assert row(services, "Ada").state is ConversationState.SENT
    talk = services.outreach.conversation(ACTION, row(services, "Ada").id, Channel.TEXT)
    answer = response_message(msgspec.structs.replace(talk.responses[0]))
    sent = services.outreach.mark_sent(talk, talk.points[0], answer)
    assert sent.report is not None
    assert row(services, "Ada").state is ConversationState.REPORTED
    services.reports.undo(sent.report.event_id)
    assert row(services, "Ada").state is ConversationState.ANSWERED
    send(services, "Ada Quillfeather")
    assert row(services, "Ada").state is ConversationState.ANSWERED
    services.reports.file(talk, Answers(note="n"))
    services.outreach.opt_out(talk)
    assert row(services, "Ada").state is ConversationState.OPTED_OUT
    assert row(services, "Ben").state is ConversationState.NEW


def test_an_opt_out_closes_whoever_shares_the_number_and_counts_until_each_is_undone(settle: Settle) -> None:
    shared = friend("zeb", "Zebulon", "Yarrow", "+12125550101")
    services = settle(with_action(), (shared,))
    talk = services.outreach.conversation(ACTION, row(services, "Ada").id, Channel.TEXT)
    services.outreach.opt_out(talk)
    services.outreach.opt_out(talk)
    assert row(services, "Zeb").state is ConversationState.OPTED_OUT
    assert services.outreach.undo_opt_out(talk.contact_id)
    assert row(services, "Ada").state is row(services, "Zeb").state is ConversationState.NEW
    assert not services.outreach.undo_opt_out(talk.contact_id)


def test_who_is_reachable_how(settle: Settle) -> None:
    social = Contact("kim", PersonName("Kim Onslow", given="Kim"), social=(SocialProfile("instagram", "kimo"),))
    services = settle(with_action(), (social, Contact("nobody", PersonName("Nobody Atall"))))
    assert row(services, "Ada").channels == {Channel.TEXT, Channel.CALL, Channel.EMAIL}
    assert row(services, "Cleo").channels == {Channel.EMAIL}
    assert row(services, "Kim").channels == {Channel.SOCIAL}
    assert row(services, "Nobody").channels == frozenset()
    rows = services.suggestions.rows(ACTION)
    assert [rows[i].name for i in visible(rows, Query(channel=Channel.SOCIAL))] == ["Kim Onslow"]


def test_the_list_is_by_name_as_people_look_for_one(settle: Settle) -> None:
    names = ("Émile Zubrin", "emma Ash", "Zoe Bell", "Åsa Berg", "Øyvind Dahl")
    more = tuple(Contact(name, PersonName(name)) for name in names)
    services = settle(with_action(), more)
    assert listed(services) == ["Ada", "Åsa", "Ben", "Cleo", "Émile", "emma", "Zoe", "Øyvind"]


def a_row(name: str, search: str = "", **more: object) -> ContactRow:
    return ContactRow(ContactId(name), name, frozenset((Channel.TEXT,)), search=search, **more)


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("", True),
        ("ada", True),
        ("ADA", True),
        ("quill ada", True),
        ("àdá", True),
        ("renee", True),
        ("Renée", True),
        ("ada smith", False),
        ("5550101", True),
        ("555-0101", True),
        ("(212) 555", True),
        ("+1 212-555-0101", True),
        ("0199", False),
        ("ada@example.org", True),
        ("elmtown", True),
        ("library", True),
        ("  ada   quill ", True),
    ],
)
def test_what_a_search_finds(settle: Settle, text: str, finds: bool) -> None:
    services = settle(with_action(), ada=voter("v1"))
    ada = msgspec.structs.replace(
        services.importing.contacts()[0].contact, nicknames=("Renée",), organization="Library"
    )
    services.importing.store("friends.vcf", (ada,), ())
    rows = services.suggestions.rows(ACTION)
    found = [rows[index].name for index in visible(rows, Query(text=text))]
    assert ("Ada Quillfeather" in found) is finds


def test_starred_come_first_and_each_group_keeps_its_order() -> None:
    rows = [a_row("a"), a_row("b", starred=True), a_row("c"), a_row("d", starred=True)]
    assert visible(rows, Query()) == [1, 3, 0, 2]
    assert visible(rows, Query(starred_only=True)) == [1, 3]


ROWS = [
    a_row("a", party="DEM", districts={"county": "ELM", "precinct": "01"}, frequency=VoterFrequency.ALWAYS),
    a_row("b", party="REP", districts={"county": "ELM", "precinct": "02"}, match=MatchState.MATCHED),
    a_row("c", state=ConversationState.SENT),
]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (Query(parties=("DEM",)), "a"),
        (Query(parties=("DEM", "REP")), "ab"),
        (Query(frequencies=(VoterFrequency.ALWAYS,)), "a"),
        (Query(districts=(District("county", "ELM"),)), "ab"),
        (Query(districts=(District("county", "ELM"), District("precinct", "02"))), "b"),
        (Query(districts=(District("precinct", "01"), District("precinct", "02"))), "ab"),
        (Query(states=(ConversationState.SENT,)), "c"),
        (Query(matches=(MatchState.MATCHED,)), "b"),
        (Query(channel=Channel.EMAIL), ""),
    ],
)
def test_filters(query: Query, names: str) -> None:
    assert "".join(ROWS[index].name for index in visible(ROWS, query)) == names


@given(st.text(max_size=12))
def test_no_text_brings_the_search_down_and_a_longer_one_never_finds_more(text: str) -> None:
    rows = [a_row("a", "ada quillfeather\n12125550101"), a_row("b", "ben\n")]
    assert set(visible(rows, Query(text=text + " ada"))) <= set(visible(rows, Query(text=text)))


def test_one_row_read_alone_equals_the_same_row_of_all(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "vault", content=with_action(targets=(ADA_BY_PHONE,)))
    services = workspace.services
    send(services, "Ada Quillfeather")
    assert row(services, "Ada").state is ConversationState.SENT
    assert services.suggestions.row(ACTION, ContactId("nobody")) is None
    workspace.lock()
