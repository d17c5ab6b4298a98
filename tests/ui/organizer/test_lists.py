"""Uploading a target list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from f2f_desktop.campaign.filters import District
from f2f_desktop.organizer.errors import TargetListUnreadable
from f2f_desktop.organizer.target_lists import KeptBack, Why
from f2f_desktop.ui.organizer.lists import words
from f2f_desktop.ui.organizer.lists.place import ListsPlace
from f2f_desktop.ui.widgets import Label
from tests.ui.organizer.office import Office

ROWS = (
    "voter_id,first_name,last_name,phone,why_you\n"
    "V001,Juan,Núñez,(919) 555-0101,You love the library\n"
    ",Zoe,Zephyr,(919) 555-0177,You ride the bus\n"
    ",,,,nobody\n"
)


@pytest.fixture
def place(office: Office) -> ListsPlace:
    made = ListsPlace(office.with_extract().desk)
    office.show(made)
    made.refresh()
    office.rest()
    return made


def reporting(place: ListsPlace) -> bool:
    return place.report is not None


def told(place: ListsPlace) -> list[str]:
    assert place.report is not None
    root = place.report.rows.invisibleRootItem()
    items = [root.child(at) for at in range(root.childCount())]
    return [" | ".join(item.text(column) for column in range(3)) for item in items if item is not None]


def test_a_list_is_read_resolved_reported_and_kept(office: Office, place: ListsPlace, tmp_path: Path) -> None:
    file = tmp_path / "friends.csv"
    file.write_text(ROWS, encoding="utf-8")
    place.take(file)
    office.rest()
    assert place.report is not None
    assert "Found among the 30 voters of the extract: 1 (1 by id" in place.report.summary.text()
    assert "why_you" in place.report.summary.text()
    assert told(place) == [
        "3 | Zoe Zephyr | Nobody in the extract fits; goes along with name and phone",
        "4 |  | The row has no first name or no last name, and no id; it was left out.",
    ]
    place.report.name.setText("Friends of the library")
    place.report.keep.click()
    office.rest()
    (kept,) = office.services.authoring.draft().target_lists
    assert (kept.name, len(kept.voters), len(kept.entries)) == ("Friends of the library", 1, 1)
    assert not reporting(place)
    item = place.table.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in range(4)] == ["Friends of the library", "1", "1", "–"]
    place.remove.click()
    office.rest()
    assert office.services.authoring.draft().target_lists == ()
    place.toast.undone.emit()
    office.rest()
    assert len(office.services.authoring.draft().target_lists) == 1


def test_a_header_of_another_kind_is_asked_about(office: Office, place: ListsPlace, tmp_path: Path) -> None:
    file = tmp_path / "friends.txt"
    file.write_text("Vorname\tSurname\tCell Nr\nZoe\tZephyr\t(919) 555-0177\n", encoding="utf-8")
    place.take(file)
    office.rest()
    dialog = place.mapping
    assert dialog is not None
    assert dialog.choices["last_name"].currentData() == "Surname"
    assert not dialog.read_button.isEnabled()
    choice = dialog.choices["first_name"]
    choice.setCurrentIndex(choice.findData("Vorname"))
    assert dialog.read_button.isEnabled()
    dialog.accept()
    office.rest()
    assert place.report is not None
    assert [entry.first_name for entry in place.report.target_list().entries] == ["Zoe"]
    place.report.discard.click()
    assert not reporting(place)
    assert not place.drop.isHidden()
    later = tmp_path / "others.txt"
    later.write_text("Vorname\tSurname\tCell Nr\nAnn\tZephyr\t(919) 555-0178\n", encoding="utf-8")
    place.take(later)
    office.rest()
    assert place.mapping is not None
    assert "As you said of friends.txt the last time." in [
        each.text() for each in place.mapping.findChildren(Label)
    ]
    assert place.mapping.choices["first_name"].currentData() == "Vorname"
    assert place.mapping.read_button.isEnabled()
    place.mapping.reject()


def test_without_an_extract_everybody_goes_along_with_name_and_phone(office: Office, tmp_path: Path) -> None:
    place = ListsPlace(office.desk)
    office.show(place)
    file = tmp_path / "friends.csv"
    file.write_text(ROWS, encoding="utf-8")
    place.take(file)
    office.rest()
    assert place.report is not None
    assert "nobody was looked up" in place.report.summary.text()
    assert len(place.report.target_list().entries) == 2


def test_a_file_that_is_no_list_is_told_and_the_place_is_as_before(
    office: Office, place: ListsPlace, tmp_path: Path
) -> None:
    place.take(tmp_path / "missing.csv")
    office.rest()
    assert [type(error) for error in office.faults] == [TargetListUnreadable]
    office.faults.clear()
    assert place.progress.isHidden()
    assert place.drop.isEnabled()


def test_delete_takes_the_chosen_list_away(office: Office, place: ListsPlace, tmp_path: Path) -> None:
    from PySide6.QtTest import QTest

    file = tmp_path / "friends.csv"
    file.write_text(ROWS, encoding="utf-8")
    place.take(file)
    office.rest()
    assert place.report is not None
    place.report.keep.click()
    office.rest()
    place.table.setFocus()
    QTest.keyClick(place.table, Qt.Key.Key_Delete)
    office.rest()
    assert place.table.isHidden()
    assert not place.none.isHidden()


def test_everything_that_can_be_said_of_a_row_has_words() -> None:
    from f2f_desktop.organizer import target_rows

    reasons = {getattr(target_rows, name) for name in dir(target_rows) if name.isupper()}
    assert {each for each in reasons if isinstance(each, str)} == set(map(str, words.REASONS))
    assert set(words.WHYS) == set(Why)
    assert set(words.KEPT_BACK) == {None, *KeptBack}


def test_a_filter_over_the_voter_file_becomes_a_list(office: Office, place: ListsPlace) -> None:
    place.from_voters.click()
    office.rest()
    made = place.filtering
    assert made is not None
    assert "30 voters" in made.source.text()
    office.until(lambda: made.count.text() == "30 of 30 voters pass.")
    assert made._parts["sexes"].isHidden()  # the extract has no such column
    made.parties.chip("UNA").click()
    office.until(lambda: made.count.text() == "10 of 30 voters pass.")
    said = 10
    made.name.setText("Unaffiliated")
    made.keep.click()
    office.rest()
    (kept,) = office.services.authoring.draft().target_lists
    assert (kept.name, len(kept.voters), kept.entries) == ("Unaffiliated", said, ())
    assert place.filtering is None
    item = place.table.topLevelItem(0)
    assert item is not None
    assert item.text(1) == str(said)


def test_a_list_can_be_made_of_a_voter_file_that_is_not_here_yet(office: Office, tmp_path: Path) -> None:
    from tests.organizer.test_voter_files import state

    place = ListsPlace(office.desk)
    office.show(place)
    place.filter_voters()
    office.rest()
    made = place.filtering
    assert made is not None
    assert "no voter extract" in made.source.text()
    assert not made.keep.isEnabled()
    strange = tmp_path / "strange.csv"
    strange.write_text("a;b;c\n1;2;3\n", encoding="utf-8")
    made.take((strange,))
    office.rest()
    assert "under Voter files" in made.message.text()
    made.take(state(tmp_path))
    office.rest()
    assert made.message.isHidden()
    made.districts.tick(District("county", "OAK"), True)
    made.youngest.setValue(18)
    office.until(lambda: made.count.text() == "10 of 30 voters pass.")
    assert made.name.text() == "County Oak"
    made.with_phone.click()
    made.oldest.setValue(20)
    office.until(lambda: made.count.text() == "0 of 30 voters pass.")
    assert not made.keep.isEnabled()
    made.discard.click()
    assert place.filtering is None
    assert not place.drop.isHidden()
