"""Voter files, and lists from them, as pictures: `python -m tests.ui.organizer.voter_file_pictures DIR [LOOK...]`.

Looks are those of `tests.ui.looks`; with QT_SCALE_FACTOR=2 at 200 % of the screen.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.campaign.filters import District
from f2f_desktop.demo.north_carolina import write_voter_files
from f2f_desktop.demo.population import generate_district
from f2f_desktop.ui.organizer.lists.place import ListsPlace
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.organizer.voter_files.place import VoterFilesPlace
from f2f_desktop.ui.volunteer.start import StartPage
from tests.ui.looks import USUAL, Album, look_of, looking
from tests.ui.organizer.office import Office, founded

UNKNOWN = "Stimmen\tNachname\tVorname\tStrasse\tStatus\n" + "".join(
    f"{number}\tSMITH{number}\tANN\t{number} ELM ST\tA\n" for number in range(1, 30)
)


def main(folder: Path, looks: list[str]) -> None:
    """Writes all pictures into `folder`."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        made = Path(home)
        (made / "state").mkdir()
        (made / "founding").mkdir()
        files = write_voter_files(generate_district(5, 3_000), made / "state")
        unknown = made / "state" / "waehler.txt"
        unknown.write_text(UNKNOWN, encoding="utf-8")
        port = founded(made / "founding")
        for written in looks or USUAL:
            look = look_of(written)
            with looking(app, look):
                office = Office(made / look.name, made / "founding", port).open_hub()
                shoot(office, files, unknown, Album(folder, look))
                office.end()
                assert office.faults == []


def shoot(office: Office, files: tuple[Path, ...], unknown: Path, album: Album) -> None:
    """One look at everything."""
    page = OrganizerPage(office.desk)
    office.show(page)
    page.resize(1240, 800)

    def save(what: str, widget: QWidget = page) -> None:
        office.rest()
        album.save(what, widget)

    office.publish(office.with_questions().action("Ask ten friends"))
    page.show_place("voter_files")
    place = page.place("voter_files")
    assert isinstance(place, VoterFilesPlace)
    save("0-none")
    place.begin()
    office.rest()
    wizard = place.wizard
    assert wizard is not None
    save("1-files")
    wizard.files.take((unknown,))
    save("2-unknown")
    wizard.files.ask_columns()
    office.rest()
    assert wizard.files.mapping is not None
    save("3-mapping", wizard.files.mapping)
    wizard.files.mapping.reject()
    wizard.files.take(files)
    save("4-report")
    wizard.go_on()
    office.rest()
    chooser = wizard.districts.chooser
    chooser.kind.setCurrentIndex(chooser.kind.findData("city"))
    chooser.tick(District("city", "MILLBROOK FALLS"), True)
    chooser.tick(District("city", "RIVERS BEND"), True)
    save("5-districts")
    wizard.go_on()
    save("6-columns")
    wizard.go_on()
    save("7-preview")
    wizard.cut.cut()
    save("8-cut")
    wizard.cut.publish()
    office.rest()
    office.services.matchmaking.install(wizard.draft.cut.data)  # type: ignore[union-attr]
    office.services.courier.round()
    place.refresh()
    save("9-published")
    place.overview.withdraw(place.overview.offers.rows_model.rows[0])
    office.rest()
    page.show_place("lists")
    lists = page.place("lists")
    assert isinstance(lists, ListsPlace)
    save("a-lists")
    lists.filter_voters()
    office.rest()
    assert lists.filtering is not None
    lists.filtering.districts.tick(District("city", "RIVERS BEND"), True)
    lists.filtering.sexes.chip("F").click()
    lists.filtering.youngest.setValue(30)
    QTest.qWait(400)
    save("b-filters")
    start = StartPage(office.desk)
    office.show(start)
    start.resize(1000, 700)
    start.refresh()
    save("c-withdrawn", start)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
