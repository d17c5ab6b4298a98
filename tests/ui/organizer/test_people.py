"""The place "People", on a real hub."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.protocol.listing import DeviceOrder, devices_in_order
from f2f_desktop.protocol.roles import Role
from f2f_desktop.ui.organizer.people.inviting import InviteSheet, NewInviteDialog
from f2f_desktop.ui.organizer.people.place import PeoplePlace
from f2f_desktop.ui.organizer.people.poster import (
    Poster,
    PosterNotSaved,
    Projection,
    ask_to_print,
    paint_poster,
    print_on,
    save_pdf,
)
from tests.ui.organizer.samples import Headquarters, Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    made = Site(tmp_path_factory.mktemp("site"), volunteers=2, busiest=2)
    yield made
    made.end()


@pytest.fixture
def headquarters(qapp: QApplication, site: Site, tmp_path: Path) -> Iterator[Headquarters]:
    made = Headquarters(site, site.vault(tmp_path / "vault"))
    yield made
    made.end()
    assert made.faults == []


def scanned(image: QImage) -> list[str]:
    """What a camera reads in a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return [each.text for each in zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : grey.width()]))]


def people_of(headquarters: Headquarters) -> PeoplePlace:
    place = headquarters.show("people")
    assert isinstance(place, PeoplePlace)
    return place


def answer(place: PeoplePlace, role: QMessageBox.ButtonRole) -> str:
    """Presses a button of the question that is open; gives its words."""
    box = place.box
    assert box is not None
    words = f"{box.text()} {box.informativeText()}"
    next(each for each in box.buttons() if box.buttonRole(each) == role).click()
    return words


def test_everybody_is_there_and_found_by_name(headquarters: Headquarters) -> None:
    place = people_of(headquarters)
    rows = place.people.rows_model.rows
    assert {row.role for row in rows} >= {Role.OWNER, Role.VOLUNTEER}
    volunteers = [row for row in rows if row.role is Role.VOLUNTEER]
    assert {row.name for row in volunteers if row.events} == {"Alma Abara", "Bram Fuchs"}
    place.search.setText("bram")
    headquarters.until(lambda: [row.name for row in place.people.rows_model.rows] == ["Bram Fuchs"])


def test_laptops_come_by_the_page_in_the_order_of_the_heading_that_was_pressed(headquarters: Headquarters) -> None:
    place = people_of(headquarters)
    whole = headquarters.services.organizing.devices().value
    model = place.people.rows_model
    assert [row.id for row in model.rows] == [row.id for row in whole]
    place.pages.size = 2
    for column, by, descending in ((0, DeviceOrder.NAME, True), (6, DeviceOrder.EVENTS, True), (-1, None, False)):
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        place.people.horizontalHeader().setSortIndicator(column, order)
        headquarters.rest()
        assert place.pages.count > 1  # all of them are in sight
        expected = devices_in_order(whole, by or DeviceOrder.PRESENT, descending=descending)
        assert [row.id for row in model.rows] == [row.id for row in expected]


def test_access_ends_after_a_question_that_says_what_it_means(headquarters: Headquarters) -> None:
    place = people_of(headquarters)
    assert not place.end_access.isEnabled()
    place.people.choose("d0000000")
    place.end_access.click()
    assert "needs a new invite" in answer(place, QMessageBox.ButtonRole.RejectRole)
    headquarters.rest()
    devices = headquarters.services.organizing.devices().value
    assert all(row.revoked_at is None for row in devices)  # nothing was done
    place.end_access.click()
    answer(place, QMessageBox.ButtonRole.DestructiveRole)
    headquarters.rest()
    ended = [row.id for row in place.people.rows_model.rows if row.revoked_at is not None]
    assert ended == ["d0000000"]
    assert not place.end_access.isEnabled()
    assert place.toast.text() == "Access has ended."


def test_an_invite_is_made_shown_handed_out_and_revoked(headquarters: Headquarters, tmp_path: Path) -> None:
    place = people_of(headquarters)
    place.invite_button.click()
    asked = next(iter(place.findChildren(NewInviteDialog)))
    assert [asked.role.itemData(number) for number in range(asked.role.count())] == list(map(str, Role))
    asked.note.setText("Tuesday")
    asked.uses.setValue(20)
    asked.with_code.setChecked(True)
    asked.make.click()
    headquarters.rest()
    sheet = next(iter(place.findChildren(InviteSheet)))
    sheet.copy_link()
    invite = read_invite(QGuiApplication.clipboard().text())
    assert invite.campaign_name == "Harbor Votes"
    assert scanned(sheet.qr.grab().toImage()) == [sheet.link.text()]
    sheet.save_file(tmp_path / "volunteers.f2finvite")
    assert read_invite((tmp_path / "volunteers.f2finvite").read_text()) == invite
    for name in ("page.pdf", "page.png"):
        sheet.save_page(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 5_000
    assert sheet.poster.address == headquarters.site.hub.url
    assert len(sheet.poster.code) == 6
    sheet.close()
    place.tabs.setCurrentIndex(1)
    headquarters.rest()
    row = next(each for each in place.invites.rows_model.rows if each.label == "Tuesday")
    assert (row.uses_left, row.with_code) == (20, True)
    place.invites.choose(row.id)
    place.end_invite.click()
    assert "Whoever has joined by it stays" in answer(place, QMessageBox.ButtonRole.DestructiveRole)
    headquarters.rest()
    assert next(each for each in place.invites.rows_model.rows if each.id == row.id).revoked


def test_owners_see_what_was_done(headquarters: Headquarters) -> None:
    place = people_of(headquarters)
    place.tabs.setCurrentIndex(2)
    headquarters.rest()
    model = place.audit.rows_model
    done = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert "Published the campaign" in done


def test_organizers_see_no_log_and_invite_up_to_their_own_role(
    qapp: QApplication, site: Site, tmp_path: Path
) -> None:
    headquarters = Headquarters(site, site.join(tmp_path / "vault", Role.ORGANIZER))
    place = people_of(headquarters)
    assert place.tabs.count() == 2
    place.invite_button.click()
    asked = next(iter(place.findChildren(NewInviteDialog)))
    roles = [asked.role.itemData(number) for number in range(asked.role.count())]
    assert roles == [str(Role.VOLUNTEER), str(Role.ORGANIZER)]
    asked.close()
    headquarters.end()
    assert headquarters.faults == []


POSTER = Poster(
    "Harbor Votes",
    "Open F2F Desktop and type this code and address.",
    "K7M2QX",
    "https://hub.example.org",
    "f2f://join/abc",
    "Good until 14:00",
)


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (640, 480)])
def test_the_poster_can_be_read_from_the_back_and_scanned(qapp: QApplication, size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_poster(painter, QRectF(image.rect()), POSTER)
    painter.end()
    assert scanned(image) == [POSTER.link]


def test_the_projection_closes_by_escape(qapp: QApplication, headquarters: Headquarters) -> None:
    place = people_of(headquarters)
    window = Projection(POSTER, place)
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    window.show()
    assert "K7M2QX" in window.accessibleName()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    headquarters.until(lambda: bool(gone))


def test_the_page_goes_to_a_printer(headquarters: Headquarters, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_on(printer, POSTER)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    place = people_of(headquarters)
    ask_to_print(POSTER, place)
    (dialog,) = place.findChildren(QPrintDialog)
    dialog.reject()


def test_a_page_that_cannot_be_written_is_told(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(PosterNotSaved):
        save_pdf(POSTER, tmp_path / "missing" / "page.pdf")
