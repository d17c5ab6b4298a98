"""The editor of an action: every section changes the draft, which is kept by itself."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QFileDialog

from f2f_desktop.campaign.action import Action, ActionStatus
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.filters import District, VoterFrequency
from f2f_desktop.campaign.targets import TargetEntry, TargetList
from f2f_desktop.ui.organizer.editor.page import EditorPage
from f2f_desktop.ui.preview import ActionPreview
from f2f_desktop.volunteer.campaigns import Volunteer
from tests.ui.organizer.office import Office
from tests.ui.volunteer.work_samples import picture


def opened(office: Office, action: Action) -> EditorPage:
    page = EditorPage(office.desk, office.services.authoring.draft(), action)
    office.show(page)
    page.begin()
    office.rest()
    return page


def kept(office: Office, page: EditorPage) -> Action:
    page.flush()
    office.rest()
    return office.services.authoring.action(page.editing.action.id)


def lacks(page: EditorPage) -> list[str]:
    return [entry.accessibleName() for entry in page.checks.entries]


def test_a_new_action_says_what_it_lacks_and_leads_there(office: Office) -> None:
    page = opened(office, office.services.authoring.new_action())
    assert not page.checks.publish.isEnabled()
    assert lacks(page)[:2] == ["Show: The action has no title.", "Show: The first text message is empty."]
    page.checks.entries[1].click()
    assert page.scripts.text.editor.field.hasFocus() or page.scripts.text.insert.hasFocus()
    page.basics.title_line.textEdited.emit("Ask three friends")
    page.scripts.text.editor.field.setPlainText("Hi {{first_name}}!")
    assert page.checks.publish.isEnabled()
    page.basics.description.field.setPlainText("Three messages.")
    page.basics.start.textEdited.emit("Go")
    action = kept(office, page)
    assert (action.title, action.description, action.start_label) == ("Ask three friends", "Three messages.", "Go")
    assert action.scripts.text.text == "Hi {{first_name}}!"


def test_an_image_is_dropped_described_switched_per_channel_and_removed(office: Office, tmp_path: Path) -> None:
    action = office.action("Ask")
    page = opened(office, msgspec.structs.replace(action, image=None))
    file = tmp_path / "poster.png"
    file.write_bytes(picture())
    page.basics.drop.files_given.emit([file])
    office.rest()
    page.basics.alternative.setText("A poster")
    page.basics.alternative.editingFinished.emit()
    office.rest()
    content = office.services.authoring.draft()
    assert [each.alternative_text for each in content.images if each.id == kept(office, page).image] == [
        "A poster"
    ]
    page.scripts.image_on[Channel.EMAIL].click()
    scripts = kept(office, page).scripts
    assert [channel for channel in Channel if not scripts.for_channel(channel).with_image] == [Channel.EMAIL]
    assert not page.scripts.image_everywhere.isChecked()
    page.scripts.image_everywhere.click()
    page.scripts.image_everywhere.click()
    scripts = kept(office, page).scripts
    assert not any(scripts.for_channel(channel).with_image for channel in Channel)
    page.basics.remove.click()
    assert kept(office, page).image is None


def test_other_channels_inherit_the_text_until_they_have_their_own(office: Office) -> None:
    page = opened(office, office.action("Ask"))
    email = page.scripts.others[Channel.EMAIL]
    assert email.field.isHidden()
    email.own.click()
    assert email.field.editor.text() == page.editing.action.scripts.text.text
    email.field.editor.field.setPlainText("Dear {{first_name}}")
    email.subject.textEdited.emit("Tuesday")
    script = kept(office, page).scripts.email
    assert script is not None
    assert (script.text, script.subject) == ("Dear {{first_name}}", "Tuesday")
    email.own.click()
    assert kept(office, page).scripts.email is None


def test_merge_fields_come_from_a_menu_and_unknown_ones_are_named_while_typing(office: Office) -> None:
    authoring = office.services.authoring
    entry = TargetEntry("Ada", "Byron", "+19195550101", {"why_you": "You love the library."})
    authoring.save_list(TargetList(authoring.new_list_id(), "Readers", (), (entry,)))
    page = opened(office, office.action("Ask"))
    page.target_list.choice.setCurrentIndex(1)
    page.target_list.choice.activated.emit(1)
    assert "why_you" in page.target_list.columns.text()
    field = page.scripts.text
    field.menu.aboutToShow.emit()
    texts = [entry.text() for entry in field.menu.actions()]
    assert any(text.startswith("First name") for text in texts)
    assert any("{{why_you}}" in text for text in texts)
    next(entry for entry in field.menu.actions() if "{{why_you}}" in entry.text()).trigger()
    assert "{{why_you}}" in page.editing.action.scripts.text.text
    assert field.faults.isHidden()
    field.editor.field.setPlainText("Hi {{frist_name}} {{")
    assert "frist_name" in field.faults.text()
    assert "not in pairs" in field.faults.text()
    assert kept(office, page).target_list is not None


def test_the_length_told_is_that_of_the_message_as_it_is_sent(office: Office) -> None:
    page = opened(office, office.action("Ask"))
    page.scripts.text.editor.field.setPlainText("{{volunteer_first_name}}")
    assert page.scripts.text.editor.count.text().startswith("5 ")


def test_filters_count_the_voters_that_pass(office: Office) -> None:
    office.with_extract()
    page = opened(office, office.action("Ask"))
    office.until(lambda: "30 of 30" in page.filters.count.text())
    office.rest()
    section = page.filters
    section.districts.kind.setCurrentIndex(section.districts.kind.findData("city"))
    assert section.districts.code.itemText(0).startswith("CHAPEL HILL")
    section.districts.code.setEditText("durham")
    section.districts.add_district()
    section.parties.chip("DEM").click()
    section.frequencies.chip(str(VoterFrequency.ALWAYS)).click()
    office.until(lambda: " of 30" in section.count.text() and "30 of 30" not in section.count.text())
    office.rest()
    filters = kept(office, page).filters
    assert filters.districts[0].kind == "city"
    assert (filters.parties, filters.frequencies) == (("DEM",), (VoterFrequency.ALWAYS,))
    voters = office.services.matchmaking.open().voters
    rows = [voters.at(row) for row in range(len(voters))]
    expected = sum(filters.passes(each.districts, each.party, each.frequency) for each in rows)
    office.until(lambda: section.count.text().startswith(f"{expected} of 30"))
    section.districts.remove_district(filters.districts[0])
    assert kept(office, page).filters.districts == ()


def test_without_an_extract_districts_can_be_typed_and_the_count_is_not_known(office: Office) -> None:
    page = opened(office, office.action("Ask"))
    assert "not known" in page.filters.count.text()
    page.filters.districts.kind.setCurrentIndex(page.filters.districts.kind.findData("congressional"))
    page.filters.districts.code.setEditText("4")
    page.filters.districts.add_district()
    assert kept(office, page).filters.districts == (District("congressional", "4"),)


def test_response_scripts_are_added_ordered_and_record_by_themselves(office: Office) -> None:
    office.with_questions()
    page = opened(office, office.action("Ask"))
    section = page.responses
    section.add.click()
    card = section.cards[-1]
    card.label.textEdited.emit("Wants to help")
    card.text.editor.field.setPlainText("Wonderful!")
    card.channels.chip(str(Channel.CALL)).click()
    card.advanced.click()
    tag, field = page.editing.content.tags[1], page.editing.content.fields[0]
    card.tags.chip(tag.id).click()
    choice = card.fields[field.id]
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    section.cards[-1].up.click()
    responses = kept(office, page).responses
    assert [each.label for each in responses] == ["Said yes", "Wants to help", "Not interested"]
    fresh = responses[1]
    assert (fresh.text, fresh.apply_tags) == ("Wonderful!", (tag.id,))
    assert Channel.CALL not in fresh.channels
    assert [(each.field, each.value) for each in fresh.set_fields] == [(field.id, field.choices[1])]
    section.cards[0].remove.click()
    assert len(kept(office, page).responses) == 2


def test_tracked_links_are_checked_and_become_fields(office: Office) -> None:
    page = opened(office, office.action("Ask"))
    page.links.add.click()
    row = page.links.rows[0]
    row.name.textEdited.emit("Plan")
    row.url.textEdited.emit("http://example.org/plan")
    assert "https://" in row.note.text()
    assert not page.checks.publish.isEnabled()
    row.url.textEdited.emit("https://example.org/plan")
    assert row.note.text() == "In scripts: {{link_plan}}"
    assert page.checks.publish.isEnabled()
    assert "link_plan" in page.editing.fields()
    assert [each.url for each in kept(office, page).links] == ["https://example.org/plan"]


def test_report_settings_are_chosen_and_ordered_with_a_hint_beyond_eight(office: Office) -> None:
    office.with_questions()
    for number in range(8):
        office.services.authoring.new_tag(f"Tag {number}")
    page = opened(office, office.action("Ask"))
    assert not page.report.hint.isHidden()
    tags = page.report.tags
    tags.list.setCurrentRow(1)
    tags.up.click()
    report = kept(office, page).report
    names = {tag.id: tag.name for tag in page.editing.content.tags}
    assert [names[each] for each in report.tags[:2]] == ["Wants a yard sign", "Needs a ride"]
    from PySide6.QtCore import Qt

    for at in range(2, tags.list.count()):
        tags.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert page.report.hint.isHidden()
    assert len(kept(office, page).report.tags) == 2


def test_publishing_asks_for_the_key_once_and_reaches_the_hub(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, title: str, *_rest: object) -> tuple[str, str]:
        asked.append(title)
        return str(office.key_file), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    action = office.open_hub().action("Ask")
    page = opened(office, action)
    page.basics.title_line.textEdited.emit("Ask three friends")
    page.checks.publish.click()
    office.until(lambda: not page.publishing.busy)
    office.rest()
    row = office.services.authoring.actions()[0]
    assert (row.action.title, row.published, row.changed) == ("Ask three friends", True, False)
    assert row.action.status is ActionStatus.PUBLISHED
    assert office.services.campaigns.content().version == 1
    page.publish()
    office.until(lambda: not page.publishing.busy)
    office.rest()
    assert len(asked) == 1


def test_the_preview_is_the_volunteers_screen_on_every_channel_and_nothing_can_be_sent(office: Office) -> None:
    office.with_questions()
    action = office.action("Ask")
    preview = ActionPreview(action, office.services.authoring.draft(), Volunteer())
    office.show(preview)
    message = preview.pane.message
    assert message.editor.text().startswith("Hi Shannon, it's Robin!")
    assert message.editor.field.isReadOnly()
    assert message.code.isVisible()
    assert not message.sent.isEnabled()
    assert not message.copy.isEnabled()
    for channel in Channel:
        preview.show_channel(channel)
        assert not message.sent.isEnabled()
        assert "{{" not in message.editor.text()
    preview.show_channel(Channel.TEXT)
    message.choose_response(1)
    assert message.editor.text() == "That's great, Shannon, thank you!"
    assert message.marks.text() == "Sent also records: Needs a ride · How did it go? Will vote for Jordan"
