"""The place "Voter files": from a state's files to an extract that volunteers download, and who has which."""

import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.campaign.filters import District
from f2f_desktop.organizer.mappings import Told
from f2f_desktop.protocol.api import DeviceRow, ExtractHolder
from f2f_desktop.protocol.manifest import ExtractOffer, FormerExtract
from f2f_desktop.protocol.roles import Role
from f2f_desktop.ui.organizer.voter_files import told
from f2f_desktop.ui.organizer.voter_files.holders import Has, holdings
from f2f_desktop.ui.organizer.voter_files.place import VoterFilesPlace
from f2f_desktop.ui.organizer.voter_files.wizard import ExtractWizard
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.volunteer.start import StartPage
from f2f_desktop.voterfile.layout_files import built_in_layouts
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.uses import USES
from tests.organizer.test_voter_files import state
from tests.ui.organizer.office import Office

STRANGE = "Nummer;Nachname;Vorname;Status\n" + "".join(f"{n};MEYER{n};ANN;A\n" for n in range(1, 9))


@pytest.fixture
def place(office: Office) -> VoterFilesPlace:
    made = VoterFilesPlace(office.desk)
    office.show(made)
    made.refresh()
    office.rest()
    return made


def begun(office: Office, place: VoterFilesPlace, label: str = "") -> ExtractWizard:
    place.begin(label)
    office.rest()
    assert place.wizard is not None
    return place.wizard


def test_a_states_files_become_an_extract_that_volunteers_download(
    office: Office, place: VoterFilesPlace, tmp_path: Path
) -> None:
    office.open_hub().publish(office.with_questions().action("Ask ten friends"))
    authoring = office.services.authoring
    usual = tuple(name for name in USES if name != "birth_year")
    authoring.save_settings(msgspec.structs.replace(authoring.draft().settings, extract_columns=usual))
    draft = office.action("Not published")
    wizard = begun(office, place)
    assert not wizard.next_button.isEnabled()
    wizard.files.take(state(tmp_path))
    office.rest()
    said = "\n".join(wizard.files.report.texts)
    for words in (
        "North Carolina",
        "sure (98 %)",
        "Why: it has",
        "Voters: ncvoter.txt",
        "History: who voted when: ncvhis.txt",
        "32 read",
        "30 can be in an extract",
        "1 left out: confidential",
    ):
        assert words in said
    wizard.go_on()
    office.rest()
    step = wizard.districts
    assert step.count.text() == "All 30 voters."
    step.chooser.tick(District("precinct", "01"), True)
    office.rest()
    assert step.count.text() == "20 of 30 voters live there."
    assert "2 counties" in step.hint.text()
    step.chooser.tick(District("county", "ELM"), True)
    office.rest()
    assert step.count.text() == "10 of 30 voters live there."
    assert step.hint.isHidden()
    wizard.go_on()
    columns = wizard.columns
    assert columns.label.text() == "Precinct 01 · County Elm"
    assert not columns.columns["last_name"].isEnabled()
    assert not columns.columns["birth_year"].isChecked()
    assert columns.columns["birth_year"].accessibleDescription().endswith("(off by the campaign's settings)")
    assert columns.columns["zip"].isChecked()
    columns.columns["birth_year"].click()
    columns.columns["phone"].click()
    columns.label.setText("")
    columns.label.textEdited.emit("")
    assert not wizard.next_button.isEnabled()
    columns.label.textEdited.emit("Elm 01")
    wizard.go_on()
    office.rest()
    assert wizard.cut.counted.text() == "10 voters"
    assert "Left out: Phone number" in wizard.cut.summary.text()
    wizard.cut.cut()
    office.rest()
    made = wizard.draft.cut
    assert made is not None
    key = office.services.authoring.signing_key().public
    extract = open_extract(made.data, trusted=(key,))
    assert len(extract.voters) == 10
    assert "phone" not in extract.voters.numbers
    assert "frequency" in extract.voters.numbers
    wizard.cut.publish_button.click()
    office.rest()
    assert place.wizard is None
    shown = place.overview.current()
    assert shown is not None
    assert shown.label == "Elm 01"
    (offer,) = office.services.courier.offers()
    assert (offer.label, offer.voters, offer.edition) == ("Elm 01", 10, 1)
    assert offer.districts == ("precinct=01", "county=ELM")
    assert office.services.authoring.action(draft.id).title == "Not published"
    assert len(office.services.authoring.published().actions) == 1  # the draft stays one


def published(office: Office, place: VoterFilesPlace, tmp_path: Path, label: str) -> ExtractOffer:
    wizard = begun(office, place, label)
    wizard.files.take(state(tmp_path))
    office.rest()
    for _ in range(3):
        wizard.go_on()
        office.rest()
    wizard.cut.cut()
    office.rest()
    assert wizard.draft.cut is not None
    office.services.matchmaking.install(wizard.draft.cut.data)
    wizard.cut.publish()
    office.rest()
    return next(each for each in office.services.courier.offers() if each.label == label)


@pytest.mark.long
def test_who_has_it_is_shown_and_a_withdrawn_one_is_told(
    office: Office, place: VoterFilesPlace, tmp_path: Path
) -> None:
    office.open_hub().publish(office.with_questions().action("Ask ten friends"))
    first = published(office, place, tmp_path, "Everybody")
    place.refresh()
    office.rest()
    assert place.overview.who.text() == "Who has “Everybody”: 0 of 1 laptops"
    office.services.courier.round()
    place.refresh()
    office.rest()
    assert place.overview.who.text() == "Who has “Everybody”: 1 of 1 laptops"
    (row,) = place.overview.laptops.rows_model.rows
    assert (row.device.name, row.has) == ("Olga Owner", Has.THIS)
    place.overview.offers.choose(first.hash)
    place.overview.withdraw_button.click()
    box = place.overview.box
    assert box is not None
    assert "(1)" in box.informativeText()
    box.reject()
    office.rest()
    place.overview.withdraw(first)
    office.rest()
    assert office.services.courier.offers() == ()
    assert not place.overview.none.isHidden()
    start = StartPage(office.desk)
    office.show(start)
    start.refresh()
    office.rest()
    assert "“Everybody”" in start.withdrawn.text()
    start.withdrawn.acted.emit()
    office.rest()
    assert start.withdrawn.isHidden()
    assert office.services.matchmaking.installed() is None


@pytest.mark.long
def test_a_new_cut_under_the_same_name_is_its_next_version(
    office: Office, place: VoterFilesPlace, tmp_path: Path
) -> None:
    office.open_hub().publish(office.with_questions().action("Ask ten friends"))
    published(office, place, tmp_path, "Everybody")
    office.services.courier.round()
    place.refresh()
    office.rest()
    wizard = begun(office, place, "Everybody")
    wizard.files.take(state(tmp_path))
    office.rest()
    wizard.go_on()
    wizard.districts.chooser.tick(District("county", "OAK"), True)
    wizard.go_on()
    assert wizard.columns.label.text() == "Everybody"
    assert not wizard.columns.replaces.isHidden()
    wizard.go_on()
    office.rest()
    wizard.cut.cut()
    office.rest()
    wizard.cut.publish()
    office.rest()
    (offer,) = office.services.courier.offers()
    assert (offer.edition, offer.voters) == (2, 10)
    place.refresh()
    office.rest()
    (row,) = place.overview.laptops.rows_model.rows
    assert (row.has, row.edition) == (Has.OLDER, 1)
    assert place.overview.laptops.rows_model.index(0, 2).data() == "An older one: version 1"


def test_a_file_of_no_known_layout_is_mapped_in_a_dialog(
    office: Office, place: VoterFilesPlace, tmp_path: Path
) -> None:
    path = tmp_path / "waehler.csv"
    path.write_text(STRANGE, encoding="utf-8")
    wizard = begun(office, place)
    wizard.files.take((path,))
    office.rest()
    assert "Say what its columns hold" in wizard.files.message.text() or "say what its columns" in (
        wizard.files.message.text()
    )
    assert "--" not in wizard.files.message.text()
    wizard.files.message.acted.emit()
    office.rest()
    dialog = wizard.files.mapping
    assert dialog is not None
    assert dialog.rows.item(0, 1).text() == "MEYER1"  # type: ignore[union-attr]
    assert not dialog.read_button.isEnabled()
    for ours, theirs in (("id", "Nummer"), ("last_name", "Nachname"), ("first_name", "Nachname")):
        dialog.choices[ours].setCurrentIndex(dialog.choices[ours].findData(theirs))
    assert dialog.hint.text().startswith("The same column twice")
    dialog.choices["first_name"].setCurrentIndex(dialog.choices["first_name"].findData("Vorname"))
    assert dialog.read_button.isEnabled()
    dialog.accept()
    office.rest()
    said = "\n".join(wizard.files.report.texts)
    assert "Registered are those whose Status is A" in said
    assert wizard.draft.survey is not None
    assert wizard.draft.survey.report.kept == 8
    wizard.files.layout_choice.setCurrentIndex(wizard.files.layout_choice.findData("ohio"))
    wizard.files.layout_choice.activated.emit(0)
    office.rest()
    assert not wizard.next_button.isEnabled()
    assert not wizard.files.message.isHidden()


def test_what_was_said_of_columns_is_offered_for_the_next_file_with_that_header(
    office: Office, place: VoterFilesPlace, tmp_path: Path
) -> None:
    told = {"id": "Nummer", "last_name": "Vorname", "first_name": "Nachname"}
    office.services.mappings.keep(Told.VOTERS, ("Nummer", "Nachname", "Vorname", "Status"), told, "spring.csv")
    path = tmp_path / "autumn.csv"
    path.write_text(STRANGE, encoding="utf-8")
    wizard = begun(office, place)
    wizard.files.take((path,))
    office.rest()
    message = wizard.files.message
    assert message.text().startswith("This file has the same header as spring.csv")
    wizard.files.ask_columns()
    office.rest()
    dialog = wizard.files.mapping
    assert dialog is not None
    assert dialog.told() == told
    dialog.reject()
    office.rest()
    message.acted.emit()
    office.rest()
    assert wizard.draft.survey is not None
    assert wizard.draft.survey.report.kept == 8
    other = tmp_path / "other.csv"
    other.write_text(STRANGE.replace("Nummer", "Nr"), encoding="utf-8")
    wizard.files.take((other,))
    office.rest()
    assert "same header" not in message.text()
    message.acted.emit()
    office.rest()
    assert wizard.files.mapping is not None
    wizard.files.mapping.reject()


def test_without_the_organizers_tools_it_says_so(
    office: Office, place: VoterFilesPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    wizard = begun(office, place)
    wizard.files.take(state(tmp_path))
    office.rest()
    assert "the organizer's tools are not installed" in wizard.files.message.text()


@pytest.mark.long
def test_a_cut_asks_for_the_campaigns_key_and_is_saved_for_a_stick(
    office: Office, place: VoterFilesPlace, tmp_path: Path
) -> None:
    wizard = begun(office, place, "Everybody")
    wizard.files.take(state(tmp_path))
    office.rest()
    for _ in range(3):
        wizard.go_on()
        office.rest()
    wizard.cut.cut()
    office.rest()
    assert "signing key" in wizard.cut.message.text()
    wizard.cut.take_key(office.key_file)
    office.rest()
    assert wizard.draft.cut is not None
    wizard.cut.save(tmp_path / "all.f2fx")
    office.rest()
    assert open_extract(tmp_path / "all.f2fx").manifest.count == 30
    folder = tmp_path / "stick"
    folder.mkdir()
    wizard.cut.save_beside(folder)
    office.rest()
    assert sorted(path.suffix for path in folder.iterdir()) == [".f2fbundle", ".f2fx"]
    wizard.leave_button.click()
    office.rest()
    assert place.wizard is None


def test_reading_can_be_stopped(office: Office, place: VoterFilesPlace, tmp_path: Path) -> None:
    wizard = begun(office, place)
    wizard.files.take(state(tmp_path))
    wizard.files.progress.stopped.emit()
    office.rest()
    assert not wizard.files.busy
    assert wizard.draft.survey is None
    assert not wizard.files.drop.isHidden()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.long
def test_the_keyboard_alone_goes_all_the_way(office: Office, place: VoterFilesPlace, tmp_path: Path) -> None:
    office.open_hub().publish(office.with_questions().action("Ask ten friends"))
    place.refresh()
    office.rest()
    wizard = begun(office, place)
    assert focused() is wizard.files.drop.button
    wizard.files.take(state(tmp_path))  # what the file dialog gives
    office.rest()
    go_on = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), *go_on)
    office.rest()
    chooser = wizard.districts.chooser
    assert focused() is chooser.kind
    QTest.keyClicks(focused(), "City")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is chooser.search
    QTest.keyClicks(focused(), "oak")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is chooser.list
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    office.rest()
    assert wizard.draft.districts == (District("city", "OAKTOWN"),)
    QTest.keyClick(focused(), *go_on)
    assert focused() is wizard.columns.label
    QTest.keyClicks(focused(), "Oak")  # over what was proposed
    QTest.keyClick(focused(), *go_on)
    office.rest()
    QTest.keyClick(focused(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.step is wizard.columns
    QTest.keyClick(focused(), *go_on)
    office.rest()
    assert focused() is wizard.cut.cut_button
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    office.rest()
    assert focused() is wizard.cut.publish_button
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    office.rest()
    assert [offer.label for offer in office.services.courier.offers()] == ["Oak"]


def test_every_laptop_is_told_apart_by_what_it_has() -> None:
    def device(name: str, revoked: int | None = None) -> DeviceRow:
        return DeviceRow(name, Role.VOLUNTEER, name, "", 1, None, revoked, 0)  # type: ignore[arg-type]

    elm = ExtractOffer("e", "Elm", "e" * 64, 1, "", edition=2)
    oak = ExtractOffer("o", "Oak", "o" * 64, 1, "")
    former = [FormerExtract("1" * 64, "Elm", 1, False), FormerExtract("w" * 64, "Elm", 3, True)]
    held = {"a": "e", "b": "1", "c": "w", "d": "o", "e": "?", "g": "e"}
    rows = [ExtractHolder(name, of * 64, 5) for name, of in held.items()]  # type: ignore[arg-type]
    devices = [device(name) for name in "fedcba"] + [device("g", revoked=9)]
    found = {each.device.id: (each.has, each.edition) for each in holdings(elm, [elm, oak], former, devices, rows)}
    assert found == {
        "a": (Has.THIS, 2),
        "b": (Has.OLDER, 1),
        "c": (Has.WITHDRAWN, 3),
        "d": (Has.OTHER, 1),
        "e": (Has.OTHER, 0),
        "f": (Has.NONE, 0),
    }
    assert list(found) == list("abcdef")


def test_every_reason_column_and_layout_has_words(qapp: QApplication) -> None:
    del qapp
    words = FileWords()
    reasons = {
        reason for layout in built_in_layouts().values() for each in layout.statuses for reason in each.dropped
    }
    from f2f_desktop.voterfile import cutting, mending, screening

    reasons |= {value for name, value in vars(screening).items() if name.isupper() and isinstance(value, str)}
    reasons |= {*mending.LOST, cutting.OTHER_DISTRICT, cutting.REPEATED_ID} - {screening.KEPT}
    reasons -= {screening.KEPT, screening.OTHER_HEADER}  # a file with that is refused whole
    as_they_are = {"confidential", "confidential or not: unclear", "deceased", "no name"}
    assert {reason for reason in reasons if words.reason(reason) == reason} == as_they_are
    assert all(words.use(column) and words.column(column) != column for column in USES)
    assert told.told("a.txt is empty and was passed over.") == "a.txt is empty and was passed over."
    assert told.told("Something new.") == "Something new."


def test_the_window_starts_without_what_cuts_voter_files(qapp: QApplication) -> None:
    import subprocess

    del qapp
    code = (
        "import sys, f2f_desktop.ui.organizer.places;"
        "print([name for name in ('duckdb', 'f2f_desktop.voterfile.cutting', 'f2f_desktop.voterfile.scanning')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
