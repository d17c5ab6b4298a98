"""The places "Results" and "People" as pictures to look at: `python -m tests.ui.organizer.pictures DIR [LANGUAGE]`.

Light and dark, text at 100 % and 160 %; with QT_SCALE_FACTOR=2 at 200 % of the screen.
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
from f2f_desktop.ui.theme import DARK, LIGHT, apply_theme
from f2f_desktop.ui.translation import Translation
from tests.ui.organizer.samples import VOTE, Headquarters, Site


def main(folder: Path, language: str = "en") -> None:
    """Writes all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    translation = Translation(app, language)
    with tempfile.TemporaryDirectory() as home:
        apply_theme(app, LIGHT)
        site = Site(Path(home), volunteers=40, busiest=60)
        made = Headquarters(site, site.vault(Path(home) / "own"))
        for theme in (LIGHT, DARK):
            for scale in (1.0, 1.6):
                apply_theme(app, theme, scale)
                made.page.resize(1240, 800)
                shoot(made, folder, f"{theme.name}-{scale:.0%}".replace("%", ""))
        assert made.faults == []
        made.end()
        site.end()
    translation.fall_silent()


def shoot(made: Headquarters, folder: Path, name: str) -> None:
    """One look at everything."""

    def save(what: str) -> None:
        made.rest()
        made.page.grab().save(str(folder / f"{name}-{what}.png"))

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
            results.view.receivers_tab.open(results.view.receivers_tab.table.rows_model.rows[3])
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
        dialog.grab().save(str(folder / f"{name}-{what}.png"))
        dialog.close()
        dialog.deleteLater()
    for what, size in (("poster", (1280, 720)), ("page", (800, 1131))):
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_poster(painter, QRectF(image.rect()), sheet.poster)
        painter.end()
        image.save(str(folder / f"{name}-{what}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
