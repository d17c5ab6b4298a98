"""A desk for the screens around the working screen: a workspace, jobs, and an edge that notes what it was told."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.protocol.bundle import write_bundle
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.faults import Faults
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from f2f_desktop.workspace import Protection, VolunteerServices, Workspace
from tests.ui.volunteer.work_samples import CHEAP, KEY, NAMES, campaign, voters

PASSPHRASE = "maple canoe lantern tuesday"


def card(number: int, *, version: str = "3.0") -> str:
    """An invented friend as a vCard; the first ones have namesakes among the voters of `voters()`."""
    given, family = NAMES[number % len(NAMES)]
    if number >= len(NAMES):
        family = f"{family} {number}"
    return (
        f"BEGIN:VCARD\r\nVERSION:{version}\r\nUID:friend-{number}\r\nN:{family};{given};;;\r\n"
        f"FN:{given} {family}\r\nTEL;TYPE=CELL:+1919{5_550_100 + number:07}\r\n"
        f"EMAIL:friend{number}@example.org\r\nEND:VCARD\r\n"
    )


def address_book(path: Path, numbers: Sequence[int]) -> Path:
    """A file with the cards of these friends."""
    path.write_text("".join(map(card, numbers)), "utf-8", newline="")
    return path


def extract_file(path: Path) -> Path:
    """An extract of thirty invented voters, signed by the campaign."""
    write_extract(
        path,
        voters(),
        ExtractDetails(layout="test", expires=datetime.now(UTC).date() + timedelta(days=60)),
        KEY,
    )
    return path


def bundle_file(path: Path) -> Path:
    """The campaign's file."""
    path.write_bytes(write_bundle(campaign(), KEY))
    return path


class DeskAtTest:
    """A desk that is cleared at the end of the test.

    Attributes:
        told: errors that the edge was told; its dialogs are closed at once.
        announced: what jobs said that they changed.
    """

    def __init__(self, folder: Path) -> None:
        self.workspace = Workspace(folder)
        self.jobs = Jobs()
        self.faults = Faults(lambda: None)
        self.told: list[BaseException] = []
        self.announced: list[frozenset[str]] = []
        self.faults.shown.connect(self._told)
        self.jobs.fault.connect(self.faults.show)
        self.jobs.changed.connect(lambda what, _initiator: self.announced.append(what))
        self.desk = Desk(self.workspace, self.jobs, self.faults)
        self._widgets: list[QWidget] = []

    @property
    def services(self) -> VolunteerServices:
        return self.workspace.services

    def make_vault(self, *, with_campaign: bool = False) -> None:
        """A new vault, open."""
        self.workspace.create(Protection(PASSPHRASE, cost=CHEAP))
        if with_campaign:
            from f2f_desktop.protocol.bundle import read_bundle

            self.services.campaigns.install(read_bundle(write_bundle(campaign(), KEY)))

    def shown(self, widget: QWidget, size: tuple[int, int] = (1240, 800)) -> None:
        """Shows a widget until the end of the test."""
        self._widgets.append(widget)
        widget.resize(*size)
        widget.show()
        widget.activateWindow()
        QTest.qWaitForWindowActive(widget)

    def wait_for(self, come: Callable[[], object], what: str = "", seconds: float = 15.0) -> None:
        """Lets the event loop run until `come()` is true."""
        end = time.monotonic() + seconds
        while not come():
            assert time.monotonic() < end, f"did not come: {what or come}"
            QTest.qWait(2)

    def rest(self) -> None:
        """Waits until no job is at work, and none has followed."""
        calm = 0
        while calm < 3:
            self.wait_for(lambda: not self.jobs.busy, "rest")
            QTest.qWait(1)
            calm = 0 if self.jobs.busy else calm + 1

    def close(self, widget: QWidget) -> None:
        """Takes a widget away, as leaving its screen does."""
        self._widgets.remove(widget)
        widget.close()
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def end(self) -> None:
        """Clears the desk."""
        for widget in list(self._widgets):
            self.close(widget)
        self.jobs.shut_down()
        self.jobs.deleteLater()
        self.workspace.lock()

    def _told(self, error: BaseException) -> None:
        self.told.append(error)
        QTimer.singleShot(0, _close_dialog)


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
