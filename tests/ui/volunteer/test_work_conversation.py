"""A whole conversation at the working screen, without the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.events.facts import MessageKind
from f2f_desktop.volunteer.suggestions import ConversationState
from tests.ui.volunteer.work_samples import HELP, PLAN, REASON, RIDE, SUPPORT, VOTE, AnyApp, Evening


def test_a_whole_conversation_without_the_mouse(evening: Evening) -> None:
    first = evening.current()
    assert first.starred
    assert first.name == "Juan Núñez"
    evening.press("Return")
    evening.press("E")
    evening.press("Ctrl+End")
    evening.write(" Abrazo!")
    evening.press("Escape")
    message = evening.page.pane.message.editor.text()
    assert message.startswith("Hi Juan, it's Alex!")
    assert message.endswith("vote? Abrazo!")
    assert evening.shown_code() == f"SMSTO:+19195550101:{message}"
    evening.press("C")
    assert QGuiApplication.clipboard().text() == message
    evening.press("S")
    assert evening.current().state is ConversationState.SENT
    evening.press("3")
    assert evening.page.pane.message.editor.text().startswith("Wonderful!")
    evening.press("S")
    assert evening.current().state is ConversationState.REPORTED
    history = evening.conversation().history
    assert [each.kind for each in history] == [MessageKind.INITIAL, MessageKind.RESPONSE]
    assert history[0].text == message
    evening.press("F")
    evening.press("F")
    evening.press("2")
    evening.press("T")
    evening.press("1")
    evening.press("N")
    evening.write("asked about S and X")
    evening.press("Ctrl+Return")
    assert evening.current().name == "Bartholomew-Alexander Featherstonehaugh-Cholmondeley"
    report = evening.services.outreach.conversation(evening.page.working.action_id, first.id, Channel.TEXT).report
    assert report is not None
    assert set(report.answers.tags) == {HELP, RIDE}
    assert report.answers.fields == {SUPPORT: "Will vote for Jordan", PLAN: "By mail"}
    assert report.answers.note == "asked about S and X"
    assert report.corrections == 1
    assert len(history) == 2


def test_letters_in_a_text_field_are_letters(evening: Evening) -> None:
    evening.press("N")
    evening.write("sxdyrtfn123 ?")
    evening.rest()
    assert evening.page.pane.report.note.toPlainText() == "sxdyrtfn123 ?"
    assert evening.current().state is ConversationState.NEW
    assert not evening.page.help.isVisible()
    evening.press("Escape")
    evening.press("D")
    assert evening.current().state is ConversationState.OPTED_OUT


def test_digits_press_the_group_that_has_the_keyboard_and_choose_an_answer_elsewhere(evening: Evening) -> None:
    evening.press("T")
    evening.press("2")
    assert evening.page.pane.message.message().kind is MessageKind.INITIAL
    assert len(evening.page.pane.report.answers().tags) == 1
    evening.press("Right")
    evening.press("Space")
    assert len(evening.page.pane.report.answers().tags) == 2
    evening.press("Escape")
    evening.press("2")
    assert evening.page.pane.message.message().kind is MessageKind.RESPONSE
    assert len(evening.page.pane.report.answers().tags) == 2
    evening.press("0")
    assert evening.page.pane.message.message().kind is MessageKind.INITIAL


def test_every_step_can_be_undone_in_turn(evening: Evening) -> None:
    first = evening.current()
    evening.press("S")
    evening.press("F")
    evening.press("1")
    evening.press("Ctrl+S")
    evening.press("Escape")
    evening.press("Y")
    assert evening.current().match == "confirmed"
    evening.press("D")
    assert evening.current().state is ConversationState.OPTED_OUT
    evening.press("J")
    assert evening.current().id != first.id
    evening.press("U")
    assert evening.current().id == first.id
    assert evening.current().state is ConversationState.REPORTED
    evening.press("U")
    assert evening.current().match == "matched"
    evening.press("U")
    assert evening.current().state is ConversationState.SENT
    assert evening.page.pane.report.answers().fields[SUPPORT] == "Will vote for Jordan"
    evening.press("Ctrl+Z")
    assert evening.current().state is ConversationState.NEW
    assert evening.conversation().history == ()
    evening.press("U")
    assert "nothing to undo" in evening.page.toast.text()


def test_undoing_a_sent_answer_takes_back_the_report_that_it_filled_in(evening: Evening) -> None:
    evening.press("N")
    evening.write("half a note")
    evening.press("Escape")
    evening.press("3")
    evening.press("S")
    conversation = evening.conversation()
    assert conversation.report is not None
    assert conversation.report.answers.tags == (HELP,)
    assert conversation.report.answers.note == ""
    assert evening.page.pane.report.answers().note == "half a note"
    assert "changed since" in evening.page.pane.bar.status.text()
    evening.page.toast.undone.emit()
    evening.rest()
    conversation = evening.conversation()
    assert conversation.report is None
    assert conversation.history == ()
    assert evening.page.pane.message.message().kind is MessageKind.RESPONSE
    assert evening.page.pane.report.answers().note == "half a note"
    assert evening.page.pane.report.answers().tags == ()


def test_a_report_says_since_when_and_how_often_it_was_corrected(evening: Evening) -> None:
    status = evening.page.pane.bar.status
    evening.press("N")
    evening.write("x")
    evening.rest()
    assert "not filed yet" in status.text()
    evening.press("Ctrl+S")
    assert status.text().startswith("Filed today")
    evening.write("y")
    evening.rest()
    assert "not saved yet" in status.text()
    evening.press("Ctrl+S")
    assert "corrected once" in status.text()


def test_a_text_answer_is_filed_too(evening: Evening) -> None:
    for _ in range(3):
        evening.press("F")
    evening.write("the library")
    evening.press("Ctrl+S")
    report = evening.conversation().report
    assert report is not None
    assert report.answers.fields == {REASON: "the library"}


def test_opting_out_closes_every_hand_off_before_anything_is_written(evening: Evening) -> None:
    message = evening.page.pane.message
    ways = (message.copy, message.open, message.sent, message.image, message.editor, message.responses)
    assert evening.shown_code()
    assert all(way.isEnabled() for way in ways)
    evening.press("D", rest=False)
    assert not message.code.isVisible()
    assert not any(way.isEnabled() for way in ways)
    evening.rest()
    assert evening.shown_code() == ""
    assert not any(way.isEnabled() for way in ways)
    for key in ("S", "C", "O", "Q", "1"):
        evening.press(key)
    assert evening.conversation().history == ()
    assert not evening.page.handing_over.large_code.isVisible()
    assert "not to be contacted again" in evening.page.pane.person.closed.text()
    evening.page.pane.person.closed.acted.emit()
    evening.rest()
    assert evening.shown_code()
    assert all(way.isEnabled() for way in ways)


def test_missing_fields_are_said_before_sending_and_never_sent_as_braces(evening: Evening) -> None:
    warning = evening.page.pane.message.missing
    assert not warning.isVisible()
    evening.press("3")
    assert warning.isVisible()
    assert "meeting place" in warning.text()
    assert "{" not in evening.page.pane.message.editor.text()
    assert "{" not in evening.shown_code()
    assert evening.shown_code().startswith("SMSTO:")
    evening.press("0")
    assert not warning.isVisible()


def test_braces_written_by_hand_are_not_handed_over(evening: Evening) -> None:
    evening.press("E")
    evening.write("{{first_name}} ")
    evening.rest()
    assert evening.shown_code() == ""


def test_a_call_has_its_own_words_and_a_code_that_dials(evening: Evening) -> None:
    evening.press("Ctrl+2")
    message = evening.page.pane.message
    assert (message.sent.text(), message.not_sent.text()) == ("Talked", "No answer")
    assert evening.shown_code() == "tel:+19195550101"
    assert "You love the library." in message.editor.text()
    assert not message.image.isVisible()
    evening.press("S")
    assert evening.conversation(Channel.CALL).history[0].channel is Channel.CALL
    evening.press("X")
    assert evening.current().name != "Juan Núñez"


def test_the_other_code_and_the_large_code(evening: Evening) -> None:
    evening.press("A")
    assert evening.shown_code().startswith("sms:+19195550101?&body=Hi%20Juan")
    evening.press("J")
    assert evening.shown_code().startswith("sms:")
    evening.press("Q")
    assert evening.page.handing_over.large_code.isVisible()
    assert evening.page.handing_over.large_code.view.text() == evening.page.pane.message.code.text()
    evening.press("S")
    assert evening.conversation().history == ()
    evening.press("Escape")
    assert not evening.page.handing_over.large_code.isVisible()


def test_another_number_goes_into_the_code(begin: Callable[..., Evening]) -> None:
    evening = begin()
    evening.go_to("Renée O'Neil")
    assert evening.page.pane.message.points.count() == 2
    assert ":+19195550100:" in evening.shown_code()
    evening.press("P")
    assert ":+19845550100:" in evening.shown_code()


@pytest.mark.parametrize(("handled", "offered"), [(("sms",), True), (("mailto",), False)])
def test_opening_is_offered_only_where_an_app_takes_the_link(
    begin: Callable[..., Evening], handled: tuple[str, ...], offered: bool
) -> None:
    evening = begin(opener=AnyApp(*handled))
    assert evening.page.pane.message.open.isVisible() is offered
    evening.press("O")
    assert len(evening.opener.opened) == int(offered)
    assert all(link.startswith("sms:+19195550101?body=Hi%20Juan") for link in evening.opener.opened)


def test_the_image_goes_along_where_the_script_says_so_and_can_be_saved(evening: Evening) -> None:
    assert evening.page.pane.message.image.isVisible()
    image = evening.page.working.image()
    assert image is not None
    path = evening.workspace.folder.parent / "saved.png"
    evening.page.working.save_file(str(path), image.data, "saved")
    evening.rest()
    assert path.read_bytes() == image.data
    evening.press("1")
    assert not evening.page.pane.message.image.isVisible()


def test_help_shows_every_key_and_goes_with_escape(evening: Evening) -> None:
    evening.press("F1")
    assert evening.page.help.isVisible()
    evening.press("S")
    assert evening.current().state is ConversationState.NEW
    evening.press("Escape")
    assert not evening.page.help.isVisible()
    assert QApplication.focusWidget() is evening.page.contacts.view


def test_saving_what_is_filed_already_records_nothing(evening: Evening) -> None:
    evening.press("S")
    evening.press("N")
    evening.write("at home")
    evening.press("Ctrl+S")
    first, before = evening.current(), evening.services.shift.waiting()
    evening.write("  ")
    evening.press("Ctrl+S")
    evening.press("Ctrl+Return")
    assert evening.services.shift.waiting() == before
    assert evening.current() != first
    assert evening.page.toast.text() == "Nothing has changed since the report was filed."
    evening.go_to(first.name)
    report = evening.conversation().report
    assert report is not None
    assert (report.answers.note, report.corrections) == ("at home", 0)
    evening.press("N")
    evening.write(", in the evening")
    evening.press("Ctrl+S")
    corrected = evening.conversation().report
    assert corrected is not None
    assert corrected.corrections == 1


@pytest.mark.parametrize("by_button", [False, True])
def test_nothing_sent_and_nothing_filled_in_is_no_report(evening: Evening, by_button: bool) -> None:
    first, before = evening.current(), evening.services.shift.waiting()
    if by_button:
        evening.page.pane.bar.save_next.click()
        evening.rest()
    else:
        evening.press("Ctrl+Return")
    assert evening.current() == first
    assert evening.services.shift.waiting() == before
    assert evening.conversation().report is None
    assert "nothing to report" in evening.page.toast.text()


def test_an_empty_report_of_a_sent_message_takes_its_button(evening: Evening) -> None:
    first = evening.current()
    evening.press("S")
    evening.press("Ctrl+Return")
    assert evening.current().id != first.id
    assert evening.page.toast.text().startswith("No report yet")
    assert [row.id for row in evening.services.shift.summary(VOTE).unreported] == [first.id]
    assert evening.services.shift.waiting().reports == 0
    evening.go_to(first.name)
    evening.page.pane.bar.save.click()
    evening.rest()
    assert evening.conversation().report is not None
    assert evening.services.shift.waiting().reports == 1
    assert evening.services.shift.summary(VOTE).unreported == ()
    evening.press("U")
    assert evening.conversation().report is None


@pytest.mark.parametrize("by_button", [False, True])
def test_a_hand_quicker_than_the_screen_goes_on_from_what_it_has_sent(evening: Evening, by_button: bool) -> None:
    """Saving at once after sending: the conversation has not been read back yet."""
    first = evening.current()
    evening.press("S", rest=False)
    if by_button:
        evening.page.pane.bar.save_next.click()
    else:
        evening.press("Ctrl+Return", rest=False)
    evening.rest()
    assert evening.current().id != first.id
    assert evening.services.shift.waiting().reports == int(by_button)
    assert [row.id for row in evening.services.shift.summary(VOTE).unreported] == ([] if by_button else [first.id])
    assert "nothing to report" not in evening.page.toast.text()
    assert evening.faults == []


def test_a_message_that_was_taken_back_leaves_nothing_to_report_however_quick_the_hand(evening: Evening) -> None:
    first = evening.current()
    evening.press("S")
    evening.press("U", rest=False)
    evening.press("Ctrl+Return", rest=False)
    evening.rest()
    assert evening.current().id == first.id
    assert not evening.page.working.begun
    evening.press("S", rest=False)
    assert evening.page.working.begun
    evening.rest()
    assert evening.page.working.begun
    evening.press("U")
    assert not evening.page.working.begun


def test_after_an_opt_out_no_outcome_can_be_pressed_and_the_next_contact_has_them_again(evening: Evening) -> None:
    message = evening.page.pane.message
    evening.press("D")
    assert not any(button.isEnabled() for button in (message.sent, message.not_sent, message.copy))
    evening.press("J")
    assert all(button.isEnabled() for button in (message.sent, message.not_sent, message.copy))


def test_what_is_said_about_a_step_lies_over_no_contact(evening: Evening) -> None:
    contacts, toast = evening.page.contacts, evening.page.toast
    before = contacts.view.height()
    evening.press("S")
    evening.settle()
    assert toast.isVisible()
    bottom = contacts.view.mapTo(evening.page, contacts.view.rect().bottomLeft()).y()
    assert bottom < toast.geometry().top()
    toast.go()
    evening.settle()
    assert contacts.view.height() == before
