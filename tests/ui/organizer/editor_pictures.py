"""Actions, their editor, lists, tags and settings: `python -m tests.ui.organizer.editor_pictures DIR [LOOK...]`.

Looks are those of `tests.ui.looks`; with QT_SCALE_FACTOR=2 at 200 % of the screen.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.organizer.exports import Format
from f2f_desktop.ui.organizer.actions.place import ActionsPlace
from f2f_desktop.ui.organizer.exporting import ExportButton, Wanted
from f2f_desktop.ui.organizer.lists.place import ListsPlace
from f2f_desktop.ui.organizer.settings import SettingsPlace
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.preview import START, ActionPreview
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.volunteer.campaigns import Volunteer
from tests.ui.looks import USUAL, Album, look_of, looking
from tests.ui.organizer.office import Office, founded

LIST = (
    "voter_id,first_name,last_name,phone,why_you\n"
    "V001,Juan,Núñez,(919) 555-0101,You love the library\n"
    ",Zoe,Zephyr,(919) 555-0177,You ride the bus\n"
    ",,,,nobody\n"
    ",Ann,Other,12,short\n"
)
OTHER = (
    "Vorname\tSurname\tCell Nr\tWhy this person was chosen by the campaign\n"
    "Zoe\tZephyr\t(919) 555-0177\tRides the bus\nAnn\tOther\t(919) 555-0178\tLoves the library\n"
)


def main(folder: Path, looks: list[str]) -> None:
    """Writes all pictures into `folder`."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        made = Path(home)
        (made / "founding").mkdir()
        port = founded(made / "founding")
        for written in looks or USUAL:
            look = look_of(written)
            with looking(app, look):
                office = Office(made / look.name, made / "founding", port).open_hub()
                page = OrganizerPage(office.desk)
                office.show(page)
                page.resize(1240, 800)
                album = Album(folder, look)
                lists(office, page, album)
                editor(office, page, album)
                questions_and_settings(office, page, album)
                office.end()
                assert office.faults == []


def lists(office: Office, page: OrganizerPage, album: Album) -> None:
    """None; mapped; reported; kept."""
    office.with_questions().with_extract()
    page.show_place("lists")
    place = page.place("lists")
    assert isinstance(place, ListsPlace)

    def save(what: str) -> None:
        office.rest()
        album.save(f"l-lists-{what}", page)

    save("1-none")
    other = office.folder / "friends.txt"
    other.write_text(OTHER, encoding="utf-8")
    for what in ("2-mapping", "2-mapping-kept"):
        place.take(other)
        office.rest()
        dialog = place.mapping
        assert dialog is not None
        album.save(f"l-lists-{what}", dialog)
        choice = dialog.choices["first_name"]
        choice.setCurrentIndex(choice.findData("Vorname"))
        dialog.accept()
        office.rest()
    assert place.report is not None
    place.report.discard.click()
    file = office.folder / "library-friends.csv"
    file.write_text(LIST, encoding="utf-8")
    place.take(file)
    save("3-report")
    assert place.report is not None
    place.report.keep.click()
    save("4-kept")


def editor(office: Office, page: OrganizerPage, album: Album) -> None:
    """The list of actions; the editor of an empty action, of a whole one part by part, its preview, what it lacks."""
    office.action("Ask three friends", "Spring/Parks")
    office.publish(office.action("Rides to the polls", "Spring"))
    page.show_place("actions")
    actions = page.place("actions")
    assert isinstance(actions, ActionsPlace)
    office.rest()
    album.save("m-actions", page)
    new = office.services.authoring.new_action("")
    actions.open_action(new.id)
    office.rest()
    album.save("n-editor-new", page)
    assert actions.editor is not None
    actions.editor.publish()
    office.rest()
    QTest.qWait(50)
    for box in actions.editor.findChildren(QMessageBox):
        album.save("n-editor-lacks", box)
        box.close()
    whole = next(row for row in office.services.authoring.actions() if row.action.title == "Ask three friends")
    actions.open_action(whole.action.id)
    office.rest()
    made = actions.editor
    assert made is not None
    for card in made.responses.cards:
        card.advanced.setChecked(True)
    made.links.add.click()
    for number, name in enumerate(made.sections):
        made.jump(name)
        QTest.qWait(20)
        office.rest()
        album.save(f"n-editor-{number}-{name}", page)
    preview = ActionPreview(made.editing.action, made.editing.content, Volunteer(), page)
    preview.open()
    for what in (START, *Channel):
        preview._show(what)
        office.rest()
        album.save(f"o-preview-{what}", preview)
    preview.accept()
    actions.editor.back_wanted.emit()
    office.rest()


def questions_and_settings(office: Office, page: OrganizerPage, album: Album) -> None:
    """Tags and fields, and the settings from top to bottom; an export that is being written, and its menu."""
    page.show_place("questions")
    office.rest()
    album.save("p-questions", page)
    page.show_place("settings")
    place = page.place("settings")
    assert isinstance(place, SettingsPlace)
    office.rest()
    (sheet,) = place.findChildren(Sheet)
    bar = sheet.verticalScrollBar()
    for number in range(1 + -(-bar.maximum() // max(1, bar.pageStep()))):
        bar.setValue(number * bar.pageStep())
        office.rest()
        album.save(f"q-settings-{number}", page)
    page.show_place("results")
    office.rest()
    results = page.place("results")
    (button,) = [each for each in results.findChildren(ExportButton) if each.isVisible()]
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    album.save("r-export-menu", menu)
    menu.hide()
    results.exporter.row.start("…")  # type: ignore[attr-defined]
    album.save("r-exporting", page)
    results.exporter.write(Wanted(), office.folder / "all.xlsx", Format.XLSX)  # type: ignore[attr-defined]
    office.rest()
    album.save("r-exported", page)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
