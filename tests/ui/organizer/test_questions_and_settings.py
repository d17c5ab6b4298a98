"""Tags, custom fields and the campaign's settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from f2f_desktop.campaign.settings import CampaignSettings, NamesUpstream
from f2f_desktop.organizer.authoring import SigningKeyUnreadable, SigningKeyWrong
from f2f_desktop.ui.organizer.questions import QuestionsPlace
from f2f_desktop.ui.organizer.settings import SettingsPlace
from f2f_desktop.voterfile.uses import USES
from tests.ui.organizer.office import Office


@pytest.fixture
def questions(office: Office) -> QuestionsPlace:
    place = QuestionsPlace(office.with_questions().desk)
    office.show(place)
    place.refresh()
    office.rest()
    return place


@pytest.fixture
def settings(office: Office) -> SettingsPlace:
    place = SettingsPlace(office.desk)
    office.show(place)
    place.refresh()
    office.rest()
    return place


def test_tags_are_added_renamed_ordered_and_kept_out_of_reports(office: Office, questions: QuestionsPlace) -> None:
    card = questions.tags
    QTest.keyClicks(card.fresh, "Speaks Spanish")
    QTest.keyClick(card.fresh, Qt.Key.Key_Return)
    office.rest()
    card.rows[0].name.setText("Needs a lift")
    card.rows[0].name.editingFinished.emit()
    office.rest()
    card.rows[2].up.click()
    office.rest()
    card.rows[2].reportable.click()
    office.rest()
    tags = office.services.authoring.draft().tags
    assert [(tag.name, tag.reportable) for tag in tags] == [
        ("Needs a lift", True),
        ("Speaks Spanish", True),
        ("Wants a yard sign", False),
    ]
    assert "not published" in questions.unpublished.text()


def test_a_field_takes_its_answers_one_a_line(office: Office, questions: QuestionsPlace) -> None:
    row = questions.fields.rows[1]
    assert row.choices is not None
    row.choices.setPlainText("Schools\n\n Parks \nSchools")
    row.choices.left.emit()
    office.rest()
    assert office.services.authoring.draft().fields[1].choices == ("Schools", "Parks")


def test_what_was_removed_comes_back_by_undo(office: Office, questions: QuestionsPlace) -> None:
    questions.tags.rows[0].remove.click()
    office.rest()
    assert [row.thing.name for row in questions.tags.rows] == ["Wants a yard sign"]
    questions.toast.undone.emit()
    office.rest()
    assert [row.thing.name for row in questions.tags.rows] == ["Needs a ride", "Wants a yard sign"]


def test_an_empty_name_is_not_taken(office: Office, questions: QuestionsPlace) -> None:
    row = questions.tags.rows[0]
    row.name.setText("  ")
    row.name.editingFinished.emit()
    office.rest()
    assert row.name.text() == "Needs a ride"
    assert office.services.authoring.draft().tags[0].name == "Needs a ride"


def test_settings_are_kept_at_once(office: Office, settings: SettingsPlace) -> None:
    settings.party.click()
    settings.names[NamesUpstream.NEVER].click()
    settings.region.setCurrentIndex(settings.region.findData("CA"))
    settings.region.activated.emit(settings.region.currentIndex())
    office.rest()
    kept = office.services.authoring.draft().settings
    assert (kept.party_visible, kept.names_upstream, kept.region) == (False, NamesUpstream.NEVER, "CA")


def test_columns_of_extracts_are_all_until_one_is_unticked_and_ids_and_names_cannot_be(
    office: Office, settings: SettingsPlace
) -> None:
    def kept() -> tuple[str, ...] | None:
        office.rest()
        return office.services.authoring.draft().settings.extract_columns

    boxes = settings.columns.boxes
    assert all(box.isChecked() for box in boxes.values())
    assert [name for name, box in boxes.items() if not box.isEnabled()] == ["id", "first_name", "last_name"]
    boxes["phone"].click()
    boxes["birth_year"].click()
    found = kept()
    assert found is not None
    assert set(USES) - set(found) == {"phone", "birth_year"}
    settings.refresh()
    office.rest()
    assert not settings.columns.boxes["phone"].isChecked()
    for name in ("phone", "birth_year"):
        settings.columns.boxes[name].click()
    assert kept() is None


def test_the_campaigns_key_is_taken_once_and_no_other(
    office: Office, settings: SettingsPlace, tmp_path: Path
) -> None:
    assert "not on this computer" in settings.key_state.text()
    other = tmp_path / "other.key"
    other.write_bytes(bytes(range(32)))
    settings.take_key(other)
    office.rest()
    broken = tmp_path / "broken.key"
    broken.write_bytes(b"short")
    settings.take_key(broken)
    office.rest()
    assert [type(error) for error in office.faults] == [SigningKeyWrong, SigningKeyUnreadable]
    office.faults.clear()
    settings.take_key(office.key_file)
    office.rest()
    assert "you can publish" in settings.key_state.text()
    assert settings.key_button.isHidden()


def test_swing_districts_are_chosen_like_those_of_a_filter(office: Office, settings: SettingsPlace) -> None:
    chooser = settings.swing
    chooser.kind.setCurrentIndex(chooser.kind.findData("state_house"))
    chooser.code.setEditText("31")
    chooser.add.click()
    office.rest()
    kept = office.services.authoring.draft().settings
    assert kept.swing_districts == ("state_house=31",)
    assert kept.is_swing("state_house", "31")
    assert not kept.is_swing("state_house", "32")
    chooser.remove_district(chooser.districts[0])
    office.rest()
    assert office.services.authoring.draft().settings.swing_districts == ()


def test_numbers_go_on_the_opt_out_list_by_hand_and_by_file_and_off_it_by_undo(
    office: Office, tmp_path: Path
) -> None:
    office.open_hub().publish(office.with_questions().action("Ask"))
    place = SettingsPlace(office.desk)
    office.show(place)
    place.refresh()
    office.rest()
    card = place.opt_outs
    QTest.keyClicks(card.point, "201-555-0142")
    QTest.keyClick(card.point, Qt.Key.Key_Return)
    office.rest()
    assert "1 put on" in card.said.text()
    file = tmp_path / "list.txt"
    file.write_text("201-555-0142\n201-555-0143\nno number\n")
    card.import_file(file)
    office.rest()
    assert "put on the list: 1, on it already: 1, bad rows: 1" in card.said.text()
    assert card.problems.topLevelItemCount() == 1
    office.services.courier.round()
    place.follow(frozenset({"synced"}))
    office.until(lambda: card.table.model().rowCount() == 2)
    assert card.count.text().endswith(": 2")
    place.toast.undone.emit()
    office.rest()
    assert not office.services.opt_outs.is_listed("201-555-0143") or office.services.courier.standing().waiting
    card.point.setText("201-555-0142")
    card.remove.click()
    office.rest()
    assert "taken off" in card.said.text()
    office.services.courier.round()
    office.services.courier.round()
    place.follow(frozenset({"synced"}))
    office.until(lambda: card.count.text().endswith(": 0"))


def test_settings_drafted_before_the_first_publication_do_not_draw_another_key(office: Office) -> None:
    authoring = office.services.authoring
    authoring.save_settings(CampaignSettings(region="CA"))
    office.open_hub().publish()
    key = authoring.draft().settings.phone_hash_key
    assert key
    authoring.save_settings(CampaignSettings(region="GB"))  # as another laptop has drafted it, without the key
    assert authoring.ready().content.settings.phone_hash_key == key
