"""A volunteer's whole evening, walked through offscreen: real vault, real files, real keys, and pictures."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.contacts.read import read_address_book_file
from f2f_desktop.errors import KnownError
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.faults import Faults
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.volunteer.campaigns import Volunteer, read_bundle_file
from f2f_desktop.volunteer.suggestions import ConversationState
from f2f_desktop.workspace import Protection, VolunteerServices, Workspace

DEMO_PASSPHRASE = "the demo campaign"  # noqa: S105 - of a vault with invented people, thrown away afterwards
SIZE = (1240, 800)
THEMES = (("light", LIGHT), ("dark", DARK))
PATIENCE = 10.0
"""Seconds that a screen may take to settle."""
TALKS = 3
"""Conversations that the walk goes through by keyboard."""

Say = Callable[[str], None]


class WalkFailed(KnownError):
    """The walk did not find what it looked for."""


class Evening:
    """One walk.

    Attributes:
        shots: where the pictures go.
        pictures: names of those taken.
    """

    def __init__(self, folder: Path, shots: Path, say: Say) -> None:
        """`folder` is empty and holds the vault; `say` prints what happens."""
        self._app = QApplication.instance() or QApplication([])
        self.shots = shots
        self.pictures: list[str] = []
        self._say = say
        self._jobs = Jobs()
        self._faults = Faults(lambda: None)
        self._faults.shown.connect(self._note)
        self._jobs.fault.connect(self._note)
        self._errors: list[BaseException] = []
        self._workspace = Workspace(folder)
        self.desk = Desk(self._workspace, self._jobs, self._faults)
        shots.mkdir(parents=True, exist_ok=True)

    @property
    def services(self) -> VolunteerServices:
        """The services of the walk's vault."""
        return self._workspace.services

    def begin(self, bundle: Path, extract: Path, books: tuple[Path, ...]) -> None:
        """First run: protect, campaign, contacts, extract, matching. Raises `KnownError`."""
        self._workspace.create(Protection(passphrase=DEMO_PASSPHRASE))
        campaign = self.services.campaigns.install(read_bundle_file(bundle))
        self.services.campaigns.introduce(Volunteer("Alex Morgan", "alex@example.org"))
        self._say(f"Campaign: {campaign.name}, {len(campaign.actions)} actions")
        cards = problems = 0
        for path in books:
            book = read_address_book_file(path, campaign.settings.region)
            self.services.importing.store(path.name, book.contacts, book.problems)
            cards, problems = cards + len(book.contacts), problems + len(book.problems)
        people = self.services.importing.contacts()
        self._say(
            f"Contacts read: {cards} cards from {len(books)} files, {problems} problems, {len(people)} people"
        )
        opened = self.services.matchmaking.install(extract.read_bytes())
        counts = self.services.matchmaking.keep(self.services.matchmaking.find(people))
        self._say(f"Extract: {len(opened.voters):,} voters")
        self._say(f"Matched: {counts.matched}, ambiguous: {counts.ambiguous}, not in the file: {counts.unmatched}")

    def answer_questions(self, most: int) -> None:
        """Confirms the likeliest voter of the first ambiguous contacts."""
        questions = self.services.matchmaking.questions()[:most]
        for question in questions:
            self.services.matchmaking.confirm(question.contact_id, question.candidates[0][1].id)
        self._say(f"Questions answered: {len(questions)}")

    def work(self, action: ActionId) -> None:
        """An action: start, three conversations by keyboard, pictures of every state, light and dark."""
        self.services.campaigns.see(action)
        self.services.campaigns.start(action)
        rows = self.services.suggestions.rows(action)
        self._say(f"Starred: {sum(row.starred for row in rows)} of {len(rows)}")
        page = WorkPage(self.desk)
        page.resize(*SIZE)
        page.show()
        page.open_action(action)
        self.settle()
        self._take(page, "work-new")
        for number in range(TALKS):
            self._key(page, Qt.Key.Key_S)
            if number == 0:
                self._take(page, "work-sent")
            self._key(page, Qt.Key.Key_1)
            if number == 0:
                self._take(page, "work-response")
            self._key(page, Qt.Key.Key_S)
            if number == 0:
                self._take(page, "work-report")
            self._key(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._key(page, Qt.Key.Key_Question)
        self._take(page, "work-help")
        self._key(page, Qt.Key.Key_Escape)
        self._key(page, Qt.Key.Key_D)
        self._take(page, "work-opted-out")
        page.close()
        self._drop(page)
        after = self.services.suggestions.rows(action)
        history = [row for row in after if row.last_at is not None]
        reported = sum(row.state is ConversationState.REPORTED for row in after)
        self._say(f"Sent: messages to {len(history)} people; reported: {reported}")
        if len(history) < TALKS:
            raise WalkFailed("The walk's messages were not recorded.", "Look at the pictures.")

    def end(self, packet: Path) -> None:
        """The end of the shift: a packet on the stick, and the vault locked."""
        exported = self.services.packets.export(packet)
        self._say(f"Packet written: {exported.events} events, {packet.stat().st_size:,} bytes, {packet.name}")
        self._jobs.shut_down()
        self._workspace.lock()
        if self._errors:
            raise self._errors[0]
        self._say(f"Pictures: {len(self.pictures)} in {self.shots}")

    def settle(self) -> None:
        """Waits until no job is at work and the screen has been painted."""
        until = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < 6 and time.monotonic() < until:
            QTest.qWait(15)
            quiet = 0 if self._jobs.busy else quiet + 1

    def _key(
        self, page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or page, key, modifier)
        self.settle()

    def _take(self, page: QWidget, name: str) -> None:
        for theme_name, theme in THEMES:
            self._wear(theme)
            file = f"{len(self.pictures) // 2 + 1:02d}-{name}-{theme_name}.png"
            page.grab().save(str(self.shots / file))
            self.pictures.append(file)
        self._wear(LIGHT)

    def _wear(self, theme: Theme) -> None:
        if isinstance(self._app, QApplication):
            apply_theme(self._app, theme)
        QTest.qWait(30)

    def _drop(self, page: QWidget) -> None:
        page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _note(self, error: BaseException) -> None:
        self._errors.append(error)
