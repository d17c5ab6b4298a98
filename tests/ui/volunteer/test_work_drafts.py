"""What is typed at the working screen is never lost, never mixed up, and never disturbed."""

from collections.abc import Callable

from PySide6.QtTest import QTest

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.events.facts import MessageKind
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.ui.volunteer.work.reading import Reading
from f2f_desktop.ui.volunteer.work.working import AUTOSAVE
from tests.ui.volunteer.work_samples import HELP, Evening


def type_into_message(evening: Evening, text: str) -> None:
    evening.press("E")
    evening.press("Ctrl+End")
    evening.write(text)
    evening.press("Escape", rest=False)


def test_a_draft_survives_looking_at_others_and_a_new_start(evening: Evening) -> None:
    type_into_message(evening, " One.")
    evening.press("J", rest=False)
    evening.press("J", rest=False)
    type_into_message(evening, " Two.")
    third = evening.current().name
    evening.press("K")
    evening.press("K")
    assert evening.page.pane.message.editor.text().endswith(" One.")
    evening.close_page()
    page = evening.new_page()
    assert page.pane.message.editor.text().endswith(" One.")
    evening.go_to(third)
    assert page.pane.message.editor.text().endswith(" Two.")


def test_a_chosen_answer_and_a_half_filled_report_survive_too(evening: Evening) -> None:
    evening.press("3")
    type_into_message(evening, " See you!")
    evening.press("T")
    evening.press("1")
    evening.press("Escape")
    evening.press("J")
    evening.press("K")
    message = evening.page.pane.message.message()
    assert message.kind is MessageKind.RESPONSE
    assert message.text.startswith("Wonderful!")
    assert message.text.endswith("See you!")
    assert message.edited
    assert evening.page.pane.message.missing.isVisible()
    assert len(evening.page.pane.report.answers().tags) == 1


def test_a_draft_is_saved_by_itself_after_a_pause(evening: Evening) -> None:
    type_into_message(evening, " Soon.")
    QTest.qWait(AUTOSAVE + 50)
    evening.rest()
    assert evening.conversation().message.text.endswith(" Soon.")


def test_going_back_to_the_script_by_hand_is_no_draft(evening: Evening) -> None:
    type_into_message(evening, "!")
    evening.page.flush()
    evening.rest()
    assert evening.conversation().message != evening.conversation().initial
    evening.press("0")
    evening.page.flush()
    evening.rest()
    assert evening.conversation().message == evening.conversation().initial


def test_drafts_of_two_channels_do_not_mix(evening: Evening) -> None:
    evening.go_to("Renée O'Neil")
    type_into_message(evening, " By text.")
    evening.press("Ctrl+3")
    type_into_message(evening, " By mail.")
    evening.press("Ctrl+1")
    assert evening.page.pane.message.editor.text().endswith(" By text.")
    evening.press("Ctrl+3")
    assert evening.page.pane.message.editor.text().endswith(" By mail.")


def stale(page: WorkPage) -> bool:
    """Whether the editor or the header shows somebody who is not current in the list."""
    row = page.contacts.row_of(page.contacts.current() or "")
    text = page.pane.message.editor.text()
    first = row.name.split()[0] if row else "?"
    return page.pane.person.name.text() != (row.name if row else "") or bool(text and first not in text)


def test_going_fast_through_the_list_never_shows_the_words_for_another(evening: Evening) -> None:
    seen = []
    evening.page.working.read.connect(lambda *_: seen.append(stale(evening.page)))
    for step in range(40):
        evening.press("J" if step % 10 < 9 else "K", rest=False)
        QTest.qWait(step % 4)
        seen.append(stale(evening.page))
    evening.rest()
    seen.append(stale(evening.page))
    assert len(seen) > 41
    assert not any(seen)


def test_words_for_another_would_be_noticed(evening: Evening) -> None:
    working = evening.page.working
    other = next(row for row in evening.page.contacts.model.rows if row.name == "Grace Tansworth")
    conversation = evening.services.outreach.conversation(working.action_id, other.id, Channel.TEXT)
    assert not stale(evening.page)
    working.read.emit(Reading(conversation, None, other), True)
    assert stale(evening.page)


def test_a_change_elsewhere_does_not_disturb_what_is_being_written(evening: Evening) -> None:
    evening.press("E")
    evening.write("Dear ")
    evening.press("Ctrl+Right")
    evening.press("Shift+Right", rest=False)
    evening.press("Shift+Right", rest=False)
    field = evening.page.pane.message.editor.field
    evening.page.pane.report.tags.chip(HELP).click()
    before = (field.toPlainText(), field.textCursor().position(), field.textCursor().selectedText())
    assert len(before[2]) == 2
    for what in ({"matches"}, {"contacts"}, {"reports"}):
        evening.page.refresh(frozenset(what))
    evening.rest()
    cursor = field.textCursor()
    assert (field.toPlainText(), cursor.position(), cursor.selectedText()) == before
    assert field.hasFocus()
    assert evening.page.pane.report.answers().tags == (HELP,)


def test_a_change_elsewhere_reaches_list_and_header(evening: Evening) -> None:
    row = evening.current()
    evening.services.matchmaking.reject(row.id, None)
    evening.page.refresh(frozenset({"matches"}))
    evening.rest()
    assert evening.current().match == "rejected"
    assert "nobody in the voter file" in evening.page.pane.match.sentence.text()


def test_an_opt_out_that_came_from_elsewhere_closes_the_hand_off(evening: Evening) -> None:
    conversation = evening.conversation()
    evening.services.outreach.opt_out(conversation)
    evening.page.refresh(frozenset({"opt_outs"}))
    evening.rest()
    assert evening.shown_code() == ""
    assert not evening.page.pane.message.sent.isEnabled()


def test_a_locked_vault_is_left_alone(begin: Callable[..., Evening]) -> None:
    evening = begin()
    type_into_message(evening, " Late.")
    evening.workspace.lock()
    evening.page.flush()
    evening.page.refresh(frozenset({"contacts"}))
    evening.rest()
    assert evening.faults == []
