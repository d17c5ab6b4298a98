"""The places "Results" and "People" as pictures to look at: `python -m tests.ui.organizer.pictures DIR [LOOK...]`.

Looks are those of `tests.ui.looks`; with QT_SCALE_FACTOR=2 at 200 % of the screen.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog

from f2f_desktop.protocol.api import NewInvite
from f2f_desktop.ui.organizer.people.inviting import InviteSheet, NewInviteDialog
from f2f_desktop.ui.organizer.people.place import PeoplePlace
from f2f_desktop.ui.organizer.people.poster import paint_poster
from f2f_desktop.ui.organizer.results.bursts import BurstsDialog
from f2f_desktop.ui.organizer.results.place import ResultsPlace
from f2f_desktop.ui.organizer.results.recurring import RecurringDialog
from tests.ui.looks import USUAL, Album, look_of, looking
from tests.ui.organizer.samples import VOTE, Headquarters, Site


def main(folder: Path, looks: list[str]) -> None:
    """Writes all pictures into `folder`."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        site = Site(Path(home), volunteers=40, busiest=60)
        for written in looks or USUAL:
            look = look_of(written)
            with looking(app, look):
                made = Headquarters(site, site.vault(Path(home) / look.name))
                made.page.resize(1240, 800)
                shoot(made, Album(folder, look))
                made.end()
                assert made.faults == []
        site.end()


def shoot(made: Headquarters, album: Album) -> None:
    """One look at everything."""

    def save(what: str) -> None:
        made.rest()
        album.save(what, made.page)

    results = made.show("results")
    assert isinstance(results, ResultsPlace)
    results.show_actions()
    save("actions")
    results.open_action(VOTE)
    save("overview")
    tabs = results.view.tabs
    for number, what in enumerate(("overview", "summary", "users", "receivers", "answers", "scripts")):
        tabs.setCurrentIndex(number)
        if what == "receivers":
            made.rest()
            receivers = results.view.receivers_tab
            receivers.open(receivers.table.rows_model.rows[3])
            save("receivers-history")
            receivers.close_history()
            receivers.search.setText(receivers.table.rows_model.rows[3].name[:3])
            receivers.search.returnPressed.emit()
            made.rest()
        if what != "overview":
            save(what)
    people = made.show("people")
    assert isinstance(people, PeoplePlace)
    for number, what in enumerate(("people", "invites", "log")):
        people.tabs.setCurrentIndex(number)
        save(what)
    invite, code = made.services.organizing.invite(NewInvite(label="Tuesday's meeting", uses=20, with_code=True))
    dialogs: dict[str, QDialog] = {
        "bursts": BurstsDialog(made.desk, VOTE, results),
        "recurring": RecurringDialog(made.page.recurring, results),
        "new-invite": NewInviteDialog(made.desk, made.services.courier.role(), people),  # type: ignore[arg-type]
        "invite": InviteSheet(made.desk, invite, code, people),
    }
    sheet = dialogs["invite"]
    assert isinstance(sheet, InviteSheet)
    for what, dialog in dialogs.items():
        dialog.show()
        made.rest()
        album.save(what, dialog)
        dialog.close()
        dialog.deleteLater()
    for what, size in (("poster", (1280, 720)), ("page", (800, 1131))):
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_poster(painter, QRectF(image.rect()), sheet.poster)
        painter.end()
        image.save(str(album.path(what)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
