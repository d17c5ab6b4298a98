"""What is being written is kept with what it answers; one contact's row can be read by itself."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.events.facts import Answers, MessageKind
from f2f_desktop.volunteer.conversation import Conversation, response_message
from f2f_desktop.volunteer.suggestions import ConversationState
from f2f_desktop.workspace import VolunteerServices
from tests.vault.evenings import ACTION, RIDE, YES, contact_id, opened, send

ADA = "Ada Quillfeather"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[VolunteerServices]:
    workspace = opened(tmp_path / "vault")
    yield workspace.services
    workspace.lock()


def talk(services: VolunteerServices, channel: Channel = Channel.TEXT) -> Conversation:
    return services.outreach.conversation(ACTION, contact_id(services, ADA), channel)


def test_an_answer_that_is_being_written_comes_back_as_that_answer(services: VolunteerServices) -> None:
    conversation = talk(services)
    answer = response_message(conversation.responses[0])
    services.outreach.save_draft(conversation, msgspec.structs.replace(answer, text="Thanks, Ada! See you."))
    message = talk(services).message
    assert (message.kind, message.script) == (MessageKind.RESPONSE, YES)
    assert message.text == "Thanks, Ada! See you."
    assert message.original == answer.text
    assert talk(services).initial.kind is MessageKind.INITIAL


def test_the_first_message_as_the_script_has_it_is_no_draft(services: VolunteerServices) -> None:
    conversation = talk(services)
    services.outreach.save_draft(conversation, msgspec.structs.replace(conversation.initial, text="Hello"))
    assert talk(services).message.text == "Hello"
    services.outreach.save_draft(conversation, conversation.initial)
    assert talk(services).message == conversation.initial


def test_a_subject_that_was_changed_is_kept(services: VolunteerServices) -> None:
    conversation = talk(services, Channel.EMAIL)
    services.outreach.save_draft(conversation, msgspec.structs.replace(conversation.initial, subject="Lunch?"))
    assert talk(services, Channel.EMAIL).message.subject == "Lunch?"
    assert talk(services, Channel.TEXT).message.subject == ""


def test_a_sent_answer_files_its_own_part_and_leaves_the_rest_a_draft(services: VolunteerServices) -> None:
    conversation = msgspec.structs.replace(talk(services), draft=Answers(note="half a note"))
    answer = response_message(conversation.responses[0])
    sent = services.outreach.mark_sent(conversation, conversation.points[0], answer)
    after = talk(services)
    assert after.report is not None
    assert after.report.answers.note == ""
    assert after.draft.note == "half a note"
    assert RIDE in after.draft.tags
    assert sent.report is not None
    services.outreach.unsend(sent.event_id, sent.report.event_id)
    undone = talk(services)
    assert undone.report is None
    assert undone.history == ()


def test_one_row_read_by_itself_equals_the_one_among_all(services: VolunteerServices) -> None:
    send(services, ADA)
    rows = services.suggestions.rows(ACTION)
    assert [services.suggestions.row(ACTION, row.id) for row in rows] == rows
    ada = services.suggestions.row(ACTION, contact_id(services, ADA))
    assert ada is not None
    assert (ada.state, ada.last_channel) == (ConversationState.SENT, Channel.TEXT)
    assert services.suggestions.row(ACTION, "nobody") is None


def test_one_standing_equals_the_one_among_all(services: VolunteerServices) -> None:
    ada = contact_id(services, ADA)
    services.matchmaking.reject(ada, None)
    for found, stands in services.suggestions.standings().items():
        assert services.suggestions.standing_of(found) == stands
