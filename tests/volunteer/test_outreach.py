"""A conversation from the script to the report, and what the campaign gets to know of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, TagId, VoterId
from f2f_desktop.campaign.settings import CampaignSettings, NamesUpstream
from f2f_desktop.campaign.targets import TargetVoter
from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone
from f2f_desktop.events.facts import Answers
from f2f_desktop.events.hashes import point_hash
from f2f_desktop.vault import conversations
from f2f_desktop.vault.tables import events
from f2f_desktop.volunteer.campaigns import ActionClosed, Volunteer
from f2f_desktop.volunteer.conversation import response_message
from f2f_desktop.volunteer.outreach import ContactGone, DoNotContact, UnfilledMessage, merge_values
from f2f_desktop.volunteer.reports import NothingToReport, form_of
from f2f_desktop.volunteer.standing import Standing
from f2f_desktop.volunteer.suggestions import ConversationState
from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import ACTION, PASSPHRASE, RIDE, SUPPORT, campaign, contact_id, friend, opened, send
from tests.volunteer.districts import settled, voter, with_action

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
    ("setting", "matched", "named"),
    [
        (NamesUpstream.ALWAYS, False, True),
        (NamesUpstream.ALWAYS, True, True),
        (NamesUpstream.MATCHED_ONLY, False, False),
        (NamesUpstream.MATCHED_ONLY, True, True),
        (NamesUpstream.NEVER, False, False),
        (NamesUpstream.NEVER, True, False),
    ],
)
def test_a_name_goes_up_only_as_the_campaign_says(
    tmp_path: Path, setting: NamesUpstream, matched: bool, named: bool
) -> None:
    content = campaign(settings=CampaignSettings(phone_hash_key=b"k" * 32, names_upstream=setting))
    workspace = settled(tmp_path / "other", content, **({"ada": voter("AA77")} if matched else {}))
    send(workspace.services, ADA)
    workspace.services.reports.file(talk(workspace.services), Answers(note="n"))
    workspace.services.outreach.opt_out(talk(workspace.services))
    written = bodies(workspace)
    assert (b"Quillfeather" in written) is named
    assert (b"AA77" in written) is matched
    workspace.lock()


@pytest.mark.parametrize(
    ("contact", "upstream"),
    [
        (Contact("n", PersonName("+1 212-555-0133"), phones=(Phone("+12125550133", "+1 212-555-0133"),)), ""),
        (Contact("n", PersonName(), phones=(Phone("+12125550133", "(212) 555-0133"),)), ""),
        (Contact("n", PersonName("kim@example.org"), emails=(Email("kim@example.org"),)), ""),
        (Contact("n", PersonName(), emails=(Email("kim@example.org"),)), ""),
        (
            Contact("n", PersonName("Elm Bakery"), organization="Elm Bakery", emails=(Email("kim@example.org"),)),
            "",
        ),
        (Contact("n", PersonName("Kim Onslow"), emails=(Email("kim@example.org"),)), "Kim Onslow"),
    ],
)
def test_a_number_or_address_in_place_of_a_name_never_goes_up(
    tmp_path: Path, contact: Contact, upstream: str
) -> None:
    always = CampaignSettings(phone_hash_key=b"k" * 32, names_upstream=NamesUpstream.ALWAYS)
    workspace = settled(tmp_path / "other", campaign(settings=always), (contact,))
    services = workspace.services
    person = next(each.id for each in services.importing.contacts() if each.contact.uid == "n")
    channel = Channel.TEXT if contact.phones else Channel.EMAIL
    conversation = services.outreach.conversation(ACTION, person, channel)
    message = msgspec.structs.replace(conversation.message, text="In my own words")
    services.outreach.mark_sent(conversation, conversation.points[0], message)
    written = bodies(workspace)
    assert f'"name":"{upstream}"'.encode() in written if upstream else b'"name"' not in written
    for secret in (b"2125550133", b"212-555", b"(212)", b"kim@", b"Bakery"):
        assert secret not in written
    workspace.lock()


def test_a_campaign_without_a_key_never_gets_hashes_that_anybody_could_try_all_numbers_against(
    tmp_path: Path,
) -> None:
    content = campaign(settings=CampaignSettings())
    hashes = []
    for name in ("one", "two"):
        workspace = opened(tmp_path / name, content=content)
        send(workspace.services, ADA)
        workspace.services.outreach.opt_out(talk(workspace.services))
        workspace.services.importing.store("x.vcf", (friend("q", "Quentin", "Yarrow", "+12125550101"),), ())
        # Here opt-outs are still seen, also after locking.
        workspace.lock()
        workspace.unlock(PASSPHRASE)
        assert talk(workspace.services, "Quentin Yarrow").opted_out
        hashes.append(set(re.findall(rb'"point_hash":"([0-9a-f]{32})"', bodies(workspace))))
        assert point_hash(b"", "+12125550101").encode() not in bodies(workspace)
        workspace.lock()
    assert hashes[0]
    assert not hashes[0] & hashes[1]


def test_no_event_holds_a_message_a_number_or_an_address(workspace: Workspace) -> None:
    services = workspace.services
    send(services, ADA)
    send(services, ADA, Channel.EMAIL)
    services.outreach.opt_out(talk(services))
    written = bodies(workspace)
    for secret in (b"it's Val", b"5550101", b"ada@example.org"):
        assert secret not in written
    assert b"message.sent" in written


def test_a_response_that_cannot_be_recorded_whole_is_not_recorded_at_all(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = workspace.services
    conversation = talk(services)
    answer = response_message(conversation.responses[0])
    before = bodies(workspace)

    def fail(*_: object) -> None:
        raise InterruptedError

    for place in ("keep_text", "forget_draft", "reports_of"):
        with monkeypatch.context() as patch:
            patch.setattr(conversations, place, fail)
            with pytest.raises(InterruptedError):
                services.outreach.mark_sent(conversation, conversation.points[0], answer)
        assert bodies(workspace) == before
        assert talk(services).history == ()
        assert talk(services).report is None
    # The control: nothing in the way, message and report are both there.
    services.outreach.mark_sent(conversation, conversation.points[0], answer)
    assert len(talk(services).history) == 1
    assert talk(services).report is not None


def test_a_response_adds_to_the_report_that_is_filed_now_not_to_the_one_once_read(
    services: VolunteerServices,
) -> None:
    old = talk(services)
    services.reports.file(talk(services), Answers(note="filed since", tags=(TagId("sign"),)))
    services.outreach.mark_sent(old, old.points[0], response_message(old.responses[0]))
    report = talk(services).report
    assert report is not None
    assert report.answers == Answers((TagId("sign"), RIDE), {SUPPORT: "Yes"}, "filed since")


def test_what_was_typed_into_the_report_stays_a_draft_when_a_response_fills_its_part(
    services: VolunteerServices,
) -> None:
    conversation = msgspec.structs.replace(talk(services), draft=Answers(note="typed"))
    services.outreach.mark_sent(conversation, conversation.points[0], response_message(conversation.responses[0]))
    after = talk(services)
    assert after.report is not None
    assert after.report.answers == Answers((RIDE,), {SUPPORT: "Yes"})
    assert after.draft == Answers((RIDE,), {SUPPORT: "Yes"}, "typed")
    assert after.draft_changed
    services.reports.file(after, after.draft)
    assert not talk(services).draft_changed


def test_unsending_a_response_takes_its_report_back_too(services: VolunteerServices) -> None:
    first = services.reports.file(talk(services), Answers(note="before"))
    conversation = talk(services)
    sent = services.outreach.mark_sent(
        conversation, conversation.points[0], response_message(conversation.responses[0])
    )
    assert sent.report is not None
    services.outreach.unsend(sent.event_id, sent.report.event_id)
    after = talk(services)
    assert after.history == ()
    assert after.report is not None
    assert (after.report.event_id, after.report.answers) == (first.event_id, Answers(note="before"))


def test_a_corrected_report_stays_when_the_response_before_it_is_taken_back(services: VolunteerServices) -> None:
    conversation = talk(services)
    sent = services.outreach.mark_sent(
        conversation, conversation.points[0], response_message(conversation.responses[0])
    )
    services.reports.file(talk(services), Answers(note="corrected by hand"))
    assert sent.report is not None
    services.outreach.unsend(sent.event_id, sent.report.event_id)
    report = talk(services).report
    assert report is not None
    assert report.answers == Answers(note="corrected by hand")


def test_a_call_may_be_made_without_a_word_written(services: VolunteerServices) -> None:
    conversation = talk(services, channel=Channel.CALL)
    silent = msgspec.structs.replace(conversation.message, text="")
    assert services.outreach.hand_off(conversation, conversation.points[0], silent).link == "tel:+12125550101"
    services.outreach.mark_sent(conversation, conversation.points[0], silent)
    assert len(talk(services).history) == 1


def test_a_contact_or_action_that_is_gone_is_told_in_words(services: VolunteerServices) -> None:
    with pytest.raises(ContactGone):
        services.outreach.conversation(ACTION, ContactId("gone"), Channel.TEXT)
    with pytest.raises(ActionClosed):
        services.outreach.conversation(ActionId("gone"), contact_id(services, ADA), Channel.TEXT)


@pytest.mark.parametrize(
    ("contact", "first", "last"),
    [
        (Contact("n", PersonName("Ada Quill", given="Ada", family="Quill")), "Ada", "Quill"),
        (Contact("n", PersonName("Mary Jo Quill", given="Mary Jo", family="Quill")), "Mary", "Quill"),
        (Contact("n", PersonName("Dr. Ada van der Quill")), "Ada", "van der Quill"),
        (Contact("n", PersonName("Quill, Ada")), "Ada", "Quill"),
        (Contact("n", PersonName("Ada")), "Ada", ""),
        (Contact("n", PersonName("Mr. Quill", family="Quill", prefix="Mr.")), "", "Quill"),
        (Contact("n", PersonName("Mom & Dad")), "Mom", ""),
        (Contact("n", PersonName("Elm Bakery"), organization="Elm Bakery"), "", ""),
        (Contact("n", PersonName("+1 212-555-0133")), "", ""),
        (Contact("n", PersonName("kim@example.org")), "", ""),
        (Contact("n", PersonName()), "", ""),
    ],
)
def test_a_friend_is_addressed_by_a_name_or_not_at_all(contact: Contact, first: str, last: str) -> None:
    values = merge_values(
        contact, Standing(), Volunteer(), campaign(), {"First Name": "hides nothing", "Why": "x"}
    )
    assert (values["first_name"], values["last_name"]) == (first, last)
    assert values["why"] == "x"


def test_variables_of_the_target_list_and_of_the_voter_fill_the_script(tmp_path: Path) -> None:
    content = with_action(targets=(TargetVoter(VoterId("v1"), {"WHY": "For the library!"}),))
    workspace = settled(tmp_path / "other", content, ada=voter("v1"))
    assert talk(workspace.services).message.text == "Hi Ada, it's Val. For the library!"
    mail = talk(workspace.services, channel=Channel.EMAIL)
    assert (mail.message.text, mail.message.missing) == ("Dear Ada, of 01", ())
    # Who is not on the list gets what the script says for that case.
    assert talk(workspace.services, "Ben Marrowby").message.text == "Hi Ben, it's Val. Vote?"
    workspace.lock()


def test_a_draft_of_a_response_is_one_again_when_it_is_looked_at_later(services: VolunteerServices) -> None:
    conversation = talk(services)
    answer = msgspec.structs.replace(response_message(conversation.responses[0]), text="Thanks, my dear!")
    services.outreach.save_draft(conversation, answer)
    again = talk(services).message
    assert (again.kind, again.script, again.text) == (answer.kind, answer.script, "Thanks, my dear!")
    assert again.edited
    # Other channels are other messages; the script as it stands is no draft.
    assert talk(services, channel=Channel.CALL).message.text.startswith("Hi Ada")
    services.outreach.save_draft(conversation, conversation.initial)
    assert talk(services).message == conversation.initial


def test_a_report_that_says_the_same_is_no_correction(workspace: Workspace) -> None:
    services = workspace.services
    first = services.reports.file(talk(services), Answers((RIDE, TagId("sign")), note="kind"))
    before = services.shift.waiting()
    again = services.reports.file(talk(services), Answers((TagId("sign"), RIDE), note=" kind "))
    assert (again.event_id, again.recorded) == (first.event_id, False)
    assert services.shift.waiting() == before
    assert services.reports.file(talk(services), Answers((RIDE,), note="kind")).correction


def test_an_empty_report_takes_a_conversation_that_has_begun(workspace: Workspace) -> None:
    services = workspace.services
    before = services.shift.waiting()
    with pytest.raises(NothingToReport):
        services.reports.file(talk(services), Answers(note=" "))
    assert services.shift.waiting() == before
    conversation = talk(services)
    services.outreach.mark_sent(conversation, conversation.points[0], conversation.message)
    assert services.reports.file(talk(services), Answers(note=" ")).recorded
    assert services.shift.waiting().reports == 1


def test_an_answer_that_marks_what_is_marked_already_takes_back_nothing_but_itself(workspace: Workspace) -> None:
    services = workspace.services
    conversation = talk(services)
    answer = next(each for each in conversation.responses if each.apply_tags or each.set_fields)
    first = services.outreach.mark_sent(conversation, conversation.points[0], response_message(answer))
    assert first.report is not None
    again = services.outreach.mark_sent(talk(services), conversation.points[0], response_message(answer))
    assert again.report is None
    services.outreach.unsend(again.event_id)
    report = talk(services).report
    assert report is not None
    assert report.event_id == first.report.event_id
