"""A window on a real vault, for tests: the friends and the campaign of the working screen's samples."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import TagId
from f2f_desktop.contacts.model import Contact
from f2f_desktop.events.facts import Answers
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.faults import Faults
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.ui.main_window import MainWindow
from f2f_desktop.volunteer.preferences import SetUp
from f2f_desktop.workspace import Workspace
from tests.ui.volunteer.work_samples import VOTE, friends, workspace_with

PASSPHRASE = "correct horse battery"


class House:
    """Everything around the working screen, on one vault.

    Attributes:
        faults: errors that reached the edge.
        wiped: set by a test that destroyed the vault.
    """

    def __init__(self, folder: Path, contacts: Sequence[Contact] | None = None) -> None:
        self.folder = folder
        self.workspace = workspace_with(folder, friends() if contacts is None else contacts)
        self.services = self.workspace.services
        self.services.preferences.keep_set_up(SetUp(True, True, True, True, True))
        self.jobs = Jobs()
        self.faults: list[Exception] = []
        self.jobs.fault.connect(self.faults.append)
        self.desk = Desk(self.workspace, self.jobs, _Told(self.faults))
        self._shown: list[QWidget] = []

    def show(self, page: QWidget) -> None:
        """Shows a page by itself."""
        self._shown.append(page)
        page.resize(1400, 900)
        page.show()
        page.activateWindow()
        QTest.qWaitForWindowActive(page)

    def window(self, workspace: Workspace | None = None) -> MainWindow:
        """The whole window, begun."""
        window = MainWindow(workspace or self.workspace, self.jobs)
        self.jobs.fault.disconnect(window.desk.faults.show)
        window.desk.faults.show = self.faults.append  # type: ignore[method-assign]
        self.show(window)
        window.begin()
        self.rest()
        return window

    def send(self, count: int) -> list[str]:
        """Marks the first message as sent to the first `count` friends; their names."""
        rows = sorted(self.services.suggestions.rows(VOTE), key=lambda row: row.name)[:count]
        for row in rows:
            conversation = self.services.outreach.conversation(VOTE, row.id, Channel.TEXT)
            self.services.outreach.mark_sent(conversation, conversation.points[0], conversation.message)
        return [row.name for row in rows]

    def file_report(self, tag: TagId) -> None:
        """Files a report with one tag about the first friend who was written to."""
        row = next(row for row in self.services.suggestions.rows(VOTE) if row.last_at is not None)
        conversation = self.services.outreach.conversation(VOTE, row.id, Channel.TEXT)
        self.services.reports.file(conversation, Answers(tags=(tag,)))

    def rest(self) -> None:
        """Waits until everything that was asked for has come."""
        calm = 0
        while calm < 3:
            QTest.qWait(10)
            calm = 0 if self.jobs.busy else calm + 1

    def until(self, true: Callable[[], bool]) -> None:
        """Waits until something is true; at most five seconds."""
        for _ in range(500):
            if true():
                return
            QTest.qWait(10)
        raise AssertionError("it has not come true")

    def end(self) -> None:
        """Closes everything."""
        self.rest()
        for page in self._shown:
            page.close()
            self.rest()
            page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.jobs.shut_down()
        self.workspace.lock()


class _Told(Faults):
    """Collects errors in place of showing dialogs that nobody would close."""

    def __init__(self, found: list[Exception]) -> None:
        super().__init__(lambda: None)
        self._found = found

    def show(self, error: BaseException) -> None:
        assert isinstance(error, Exception)
        self._found.append(error)
