"""Contacts, extracts and campaigns into a real vault by the window's own panels."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from f2f_desktop.contacts.columns import ColumnField
from f2f_desktop.contacts.model import Problem
from f2f_desktop.ui.volunteer.importing.extract_panel import ExtractPanel
from f2f_desktop.ui.volunteer.importing.mapping_dialog import MappingDialog
from f2f_desktop.ui.volunteer.importing.page import ImportPage
from f2f_desktop.ui.volunteer.importing.panel import ImportPanel
from f2f_desktop.ui.volunteer.importing.problems import ProblemsDialog, as_text
from tests.ui.volunteer.desk_samples import DeskAtTest, address_book, bundle_file, extract_file

FRIENDS_TABLE = "Friend;Cell;Town\nAda Quillfeather;919-555-0142;Durham\nBen Marrowby;919-555-0143;Cary\n"


@pytest.fixture
def panel(at_desk: DeskAtTest) -> ImportPanel:
    at_desk.make_vault()
    made = ImportPanel(at_desk.desk)
    at_desk.shown(made, (700, 500))
    return made


def drop(target: ImportPanel, paths: Sequence[Path]) -> None:
    """Drops files where the user would."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    target.zone.dropEvent(
        QDropEvent(
            QPointF(20, 20),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def asked(at_desk: DeskAtTest) -> MappingDialog:
    """The dialog that asks for columns, once it is there."""
    found: list[MappingDialog] = []

    def come() -> bool:
        found[:] = [each for each in QApplication.topLevelWidgets() if isinstance(each, MappingDialog)]
        return bool(found) and found[-1].isVisible()

    at_desk.wait_for(come, "the question about columns")
    return found[-1]


def test_dropped_files_become_contacts_and_people_in_both_are_merged(
    at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path
) -> None:
    phone = address_book(tmp_path / "phone.vcf", range(20))
    table = tmp_path / "google.csv"
    table.write_text(
        "Given Name,Family Name,E-mail 1 - Value,Phone 1 - Value\nRenée,O'Neil,,+19195550100\nZoe,Ash,z@example.org,\n"
    )
    drop(panel, [phone, table])
    at_desk.rest()
    assert at_desk.services.importing.count() == 21
    assert "22" in panel.summary_text()
    assert "1" in panel.summary_text().split("·")[-1]
    assert frozenset({"contacts", "matches"}) in at_desk.announced


def test_importing_a_file_again_changes_nothing(at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path) -> None:
    book = address_book(tmp_path / "phone.vcf", range(9))
    for _ in range(2):
        panel.import_files([book])
        at_desk.rest()
    assert at_desk.services.importing.count() == 9
    assert "already here" in panel.summary_text()
    assert not panel.undo_button.isVisible()


@pytest.mark.parametrize("stopped", [True, False], ids=["stopped", "control: not stopped"])
def test_a_stopped_import_keeps_nothing(
    at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path, stopped: bool
) -> None:
    book = address_book(tmp_path / "phone.vcf", range(3000))
    if stopped:
        panel.importer.progressed.connect(lambda *_: panel.importer.cancel())
    panel.import_files([book])
    at_desk.rest()
    assert at_desk.services.importing.count() == (0 if stopped else 3000)
    assert ("Nothing" in panel.summary_text()) == stopped
    assert panel.zone.isEnabled()


def test_an_import_stopped_while_it_is_stored_is_taken_back(
    at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path
) -> None:
    panel.importer.storing.connect(panel.importer.cancel)
    panel.import_files([address_book(tmp_path / "phone.vcf", range(50))])
    at_desk.rest()
    assert at_desk.services.importing.count() == 0
    assert not panel.importer.busy


def test_undo_takes_the_import_back_and_leaves_the_former_one(
    at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path
) -> None:
    panel.import_files([address_book(tmp_path / "a.vcf", range(5))])
    at_desk.rest()
    panel.import_files([address_book(tmp_path / "b.vcf", range(5, 12))])
    at_desk.rest()
    assert at_desk.services.importing.count() == 12
    QTest.mouseClick(panel.undo_button, Qt.MouseButton.LeftButton)
    at_desk.rest()
    assert at_desk.services.importing.count() == 5
    assert not panel.undo_button.isVisible()


def test_files_that_come_during_an_import_follow_it(
    at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path
) -> None:
    panel.import_files([address_book(tmp_path / "a.vcf", range(5))])
    assert panel.importer.busy
    panel.import_files([address_book(tmp_path / "b.vcf", range(5, 9))])
    at_desk.rest()
    assert at_desk.services.importing.count() == 9


def test_an_unknown_table_is_asked_about_once_and_its_columns_are_remembered(
    at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path
) -> None:
    table = tmp_path / "friends.csv"
    table.write_text(FRIENDS_TABLE)
    panel.import_files([table])
    dialog = asked(at_desk)
    assert [choice.currentText() for choice in dialog.choices] == ["Full name", "Mobile phone", "City"]
    assert dialog.read_button.isEnabled()
    dialog.accept()
    at_desk.rest()
    names = [person.contact.name.full for person in at_desk.services.importing.contacts()]
    assert names == ["Ada Quillfeather", "Ben Marrowby"]
    again = tmp_path / "more friends.csv"
    again.write_text(FRIENDS_TABLE.replace("Ada", "Cora").replace("0142", "0177"))
    panel.import_files([again])
    at_desk.rest()
    assert at_desk.services.importing.count() == 3


def test_a_mapping_needs_a_name_or_a_number(at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path) -> None:
    table = tmp_path / "friends.csv"
    table.write_text(FRIENDS_TABLE)
    panel.import_files([table])
    dialog = asked(at_desk)

    def choose(choice: QComboBox, place: int) -> None:
        choice.setCurrentIndex(place)

    for choice in dialog.choices[:2]:
        choose(choice, 0)
    assert not dialog.read_button.isEnabled()
    choose(dialog.choices[1], dialog.choices[1].findText("Home phone"))
    assert dialog.read_button.isEnabled()
    column = dialog.mapping().columns[0]
    assert (column.column, column.field, column.label) == ("Cell", ColumnField.PHONE, "home")
    dialog.reject()
    at_desk.rest()


def test_a_table_left_out_costs_the_other_files_nothing(
    at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path
) -> None:
    table = tmp_path / "friends.csv"
    table.write_text(FRIENDS_TABLE)
    panel.import_files([table, address_book(tmp_path / "a.vcf", range(4))])
    asked(at_desk).reject()
    at_desk.rest()
    assert at_desk.services.importing.count() == 4
    assert panel.problems_button.isVisible()


def test_a_damaged_file_is_listed_and_the_rest_comes_in(
    at_desk: DeskAtTest, panel: ImportPanel, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.vcf"
    picture.write_bytes(bytes(range(256)) * 40)
    panel.import_files([picture, address_book(tmp_path / "a.vcf", range(4)), tmp_path / "gone.vcf"])
    at_desk.rest()
    assert at_desk.services.importing.count() == 4
    assert "2" in panel.problems_button.text()
    panel.show_problems()
    dialog = panel.findChild(ProblemsDialog)
    assert dialog is not None
    assert dialog.table.rowCount() == 2
    assert {dialog.table.item(row, 0).text() for row in range(2)} == {"picture.vcf", "gone.vcf"}
    dialog.copy()
    assert QGuiApplication.clipboard().text().count("\n") == 2
    dialog.accept()


def test_problems_are_told_in_one_line_each(qapp: QApplication) -> None:
    text = as_text([Problem("a.vcf", 3, 41, "No name."), Problem("b.csv", 0, 0, "Empty.")])
    assert text == "a.vcf · card 3 · line 41: No name.\nb.csv: Empty.\n"


def test_an_extract_is_matched_at_once(at_desk: DeskAtTest, tmp_path: Path) -> None:
    at_desk.make_vault(with_campaign=True)
    page = ImportPage(at_desk.desk)
    at_desk.shown(page)
    page.import_files([address_book(tmp_path / "a.vcf", range(10)), extract_file(tmp_path / "district.f2fx")])
    at_desk.rest()
    counts = at_desk.services.matchmaking.counts()
    assert counts.contacts == 10
    assert counts.matched + counts.ambiguous > 0
    assert "30" in page.extract.result_text()
    assert "your campaign" in page.extract.result_text()
    assert at_desk.announced.count(frozenset({"matches"})) >= 1


def test_contacts_that_come_after_the_extract_are_matched_by_themselves(
    at_desk: DeskAtTest, tmp_path: Path
) -> None:
    at_desk.make_vault(with_campaign=True)
    page = ImportPage(at_desk.desk)
    at_desk.shown(page)
    page.import_files([extract_file(tmp_path / "district.f2fx")])
    at_desk.rest()
    page.import_files([address_book(tmp_path / "a.vcf", range(10))])
    at_desk.rest()
    counts = at_desk.services.matchmaking.counts()
    assert counts.matched + counts.ambiguous > 0


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda data: data[: len(data) // 2], "ends too early"),
        (lambda data: b"hello", "not a voter-file extract"),
        (lambda data: data.replace(b'"count":30', b'"count":31'), "a part was changed"),
    ],
    ids=["cut off", "something else", "changed"],
)
def test_a_damaged_extract_is_refused_in_words_and_the_former_stays(
    at_desk: DeskAtTest, tmp_path: Path, damage: object, words: str
) -> None:
    at_desk.make_vault(with_campaign=True)
    panel = ExtractPanel(at_desk.desk)
    at_desk.shown(panel, (700, 400))
    good = extract_file(tmp_path / "good.f2fx")
    panel.install([good])
    at_desk.rest()
    before = at_desk.services.matchmaking.installed()
    bad = tmp_path / "bad.f2fx"
    assert callable(damage)
    bad.write_bytes(damage(good.read_bytes()))
    panel.install([bad])
    at_desk.rest()
    assert words in panel.result_text()
    assert "30 voters" not in panel.result_text()
    assert at_desk.services.matchmaking.installed() == before
    assert panel.zone.isEnabled()


def test_joining_shows_the_fingerprint_first(at_desk: DeskAtTest, tmp_path: Path) -> None:
    at_desk.make_vault()
    page = ImportPage(at_desk.desk)
    at_desk.shown(page)
    page.import_files([bundle_file(tmp_path / "rivera.f2fbundle")])
    at_desk.wait_for(lambda: page.campaign.bundle is not None, "the question")
    assert not at_desk.services.campaigns.has_campaign()
    assert page.campaign.bundle is not None
    shown = {each.text() for each in page.campaign.findChildren(type(page.campaign._fingerprint))}
    assert page.campaign.bundle.fingerprint in shown
    QTest.mouseClick(page.campaign.join_button, Qt.MouseButton.LeftButton)
    at_desk.rest()
    assert at_desk.services.campaigns.has_campaign()


def test_a_file_that_is_no_campaign_is_refused_in_words(at_desk: DeskAtTest, tmp_path: Path) -> None:
    at_desk.make_vault()
    page = ImportPage(at_desk.desk)
    at_desk.shown(page)
    wrong = tmp_path / "wrong.f2fbundle"
    wrong.write_bytes(b"BEGIN:VCARD")
    page.import_files([wrong])
    at_desk.rest()
    assert "no campaign file" in page.campaign.message.text()
    assert page.campaign.bundle is None
