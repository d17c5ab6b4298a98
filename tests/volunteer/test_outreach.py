"""A conversation from the script to the report, and what the campaign gets to know of it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.settings import CampaignSettings, NamesUpstream
from f2f_desktop.events.facts import Answers
from f2f_desktop.vault.tables import events
from f2f_desktop.volunteer.conversation import response_message
from f2f_desktop.volunteer.outreach import DoNotContact, UnfilledMessage
from f2f_desktop.volunteer.reports import form_of
from f2f_desktop.volunteer.suggestions import ConversationState
from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import ACTION, RIDE, SUPPORT, campaign, contact_id, friend, opened, send

ADA = "Ada Quillfeather"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = opened(tmp_path / "vault")
    yield found
    found.lock()


@pytest.fixture
def services(workspace: Workspace) -> VolunteerServices:
    return workspace.services


def talk(services: VolunteerServices, name: str = ADA, channel: Channel = Channel.TEXT):
    return services.outreach.conversation(ACTION, contact_id(services, name), channel)


def bodies(workspace: Workspace) -> bytes:
    vault = workspace._vault
    assert vault is not None
    with vault.transaction() as connection:
        return b"\n".join(connection.scalars(select(events.c.body)))


def state(services: VolunteerServices, name: str = ADA) -> ConversationState:
    return next(row.state for row in services.suggestions.rows(ACTION) if row.name == name)


def test_the_script_is_personal_and_never_holds_braces(services: VolunteerServices) -> None:
    conversation = talk(services)
    assert conversation.message.text == "Hi Ada, it's Val. Vote?"
    mail = talk(services, channel=Channel.EMAIL)
    assert mail.message.subject == "For Ada"
    assert mail.message.missing == ("precinct",)
    assert "{" not in mail.message.text


def test_a_text_with_braces_or_without_words_is_not_handed_over(services: VolunteerServices) -> None:
    conversation = talk(services)
    for text in ("Hi {{name}}", "  "):
        message = msgspec.structs.replace(conversation.message, text=text)
        with pytest.raises(UnfilledMessage):
            services.outreach.hand_off(conversation, conversation.points[0], message)


def test_the_hand_off_holds_number_and_edited_text(services: VolunteerServices) -> None:
    conversation = talk(services)
    message = msgspec.structs.replace(conversation.message, text="Hey Ada ☕ & more?")
    found = services.outreach.hand_off(conversation, conversation.points[0], message)
    assert found.code == "SMSTO:+12125550101:Hey Ada ☕ & more?"
    assert found.link == "sms:+12125550101?body=Hey%20Ada%20%E2%98%95%20%26%20more%3F"
    assert found.text == "Hey Ada ☕ & more?"


def test_a_sent_message_can_be_taken_back(services: VolunteerServices) -> None:
    event = send(services, ADA)
    assert state(services) is ConversationState.SENT
    services.outreach.unsend(event)
    assert state(services) is ConversationState.NEW


def test_what_is_typed_survives_until_it_is_sent(services: VolunteerServices) -> None:
    conversation = talk(services)
    typed = msgspec.structs.replace(conversation.message, text="Hello in my own words")
    services.outreach.save_draft(conversation, typed)
    again = talk(services)
    assert again.message.text == "Hello in my own words"
    assert again.message.edited
    services.outreach.mark_sent(again, again.points[0], again.message)
    assert talk(services).history[0].text == "Hello in my own words"


def test_a_response_fills_in_its_part_of_the_report(services: VolunteerServices) -> None:
    send(services, ADA)
    conversation = talk(services)
    response = conversation.responses[0]
    services.outreach.mark_sent(conversation, conversation.points[0], response_message(response))
    filed = talk(services).report
    assert filed is not None
    assert filed.answers == Answers((RIDE,), {SUPPORT: "Yes"})


def test_a_report_is_filed_once_and_then_corrected(services: VolunteerServices) -> None:
    first = services.reports.file(talk(services), Answers(note="  kind  "))
    second = services.reports.file(talk(services), Answers(note="kind", tags=(RIDE,)))
    assert (first.correction, second.correction) == (False, True)
    filed = talk(services).report
    assert filed is not None
    assert (filed.answers.note, filed.answers.tags, filed.corrections) == ("kind", (RIDE,), 1)
    services.reports.undo(second.event_id)
    restored = talk(services).report
    assert restored is not None
    assert restored.answers == Answers(note="kind")


def test_the_report_asks_in_display_order(services: VolunteerServices) -> None:
    form = form_of(talk(services), services.campaigns.content())
    assert [tag.name for tag in form.tags] == ["Wants a sign", "Needs a ride"]


def test_an_opt_out_closes_every_hand_off_at_once_and_can_be_undone(services: VolunteerServices) -> None:
    before = talk(services)
    services.outreach.opt_out(before)
    assert state(services) is ConversationState.OPTED_OUT
    for channel in (Channel.TEXT, Channel.CALL, Channel.EMAIL):
        conversation = talk(services, channel=channel)
        assert conversation.opted_out
        with pytest.raises(DoNotContact):
            services.outreach.hand_off(conversation, conversation.points[0], conversation.message)
        with pytest.raises(DoNotContact):
            services.outreach.mark_sent(before, before.points[0], before.message)
    assert services.outreach.undo_opt_out(before.contact_id)
    assert not talk(services).opted_out


def test_an_opted_out_number_is_closed_on_another_card_too(services: VolunteerServices) -> None:
    services.outreach.opt_out(talk(services))
    services.importing.store("x.vcf", (friend("q", "Quentin", "Yarrow", "+12125550101"),), ())
    assert talk(services, "Quentin Yarrow").opted_out


@pytest.mark.parametrize(
    ("setting", "named"),
    [(NamesUpstream.ALWAYS, True), (NamesUpstream.MATCHED_ONLY, False), (NamesUpstream.NEVER, False)],
)
def test_an_unmatched_contacts_name_goes_up_only_if_the_campaign_says_always(
    tmp_path: Path, setting: NamesUpstream, named: bool
) -> None:
    content = campaign(settings=CampaignSettings(phone_hash_key=b"k" * 32, names_upstream=setting))
    workspace = opened(tmp_path / "other", content=content)
    send(workspace.services, ADA)
    assert (b"Quillfeather" in bodies(workspace)) is named
    workspace.lock()


def test_no_event_holds_a_message_a_number_or_an_address(workspace: Workspace) -> None:
    services = workspace.services
    send(services, ADA)
    send(services, ADA, Channel.EMAIL)
    services.outreach.opt_out(talk(services))
    written = bodies(workspace)
    for secret in (b"it's Val", b"5550101", b"ada@example.org"):
        assert secret not in written
    assert b"message.sent" in written
