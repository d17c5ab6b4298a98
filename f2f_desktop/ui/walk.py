"""A volunteer's whole evening, walked through offscreen: real vault, real files, real keys, and pictures."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.contacts.read import read_address_book_file
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.protocol.results import Figure
from f2f_desktop.ui.app import FIRST_SIZE, application
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.ui.main_window import MainWindow
from f2f_desktop.ui.organizer.lists.from_voters import PAUSE as COUNT_PAUSE
from f2f_desktop.ui.organizer.lists.place import ListsPlace
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.organizer.voter_files.place import VoterFilesPlace
from f2f_desktop.ui.theme import DARK, LIGHT, Appearance, Theme, ThemeChoice, apply_theme
from f2f_desktop.ui.translation import Translation
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.volunteer.preferences import SetUp
from f2f_desktop.volunteer.suggestions import ConversationState
from f2f_desktop.workspace import Protection, VolunteerServices, Workspace

DEMO_PASSPHRASE = "the demo campaign"  # noqa: S105 - of a vault with invented people, thrown away afterwards
THEMES = (("light", LIGHT), ("dark", DARK))
PATIENCE = 20.0
"""Seconds that a screen may take to settle."""
TALKS = 3
"""Conversations that the walk goes through by keyboard."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Look:
    """How the window looks on a walk: language (empty for the system's), pixels, factor on the text size."""

    language: str = ""
    size: tuple[int, int] = FIRST_SIZE
    font_scale: float = 1.0


def _heard(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """What Qt says goes to stderr, but for what the offscreen plugin repeats for every window."""
    del kind, context
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


class WalkFailed(KnownError):
    """The walk did not find what it looked for."""


class Evening:
    """One walk.

    Attributes:
        shots: where the pictures go.
        pictures: names of those taken.
    """

    def __init__(self, folder: Path, shots: Path, say: Say, look: Look | None = None, *, first: int = 0) -> None:
        """`folder` is empty and holds the vault; `say` prints what happens; `first` pictures are there already."""
        qInstallMessageHandler(_heard)
        self._app = application()
        self.shots = shots
        self.pictures: list[str] = []
        self._before = first
        self._say = say
        self._errors: list[BaseException] = []
        self._jobs = Jobs()
        self._workspace = Workspace(folder)
        self._look = look or Look()
        self._translation = Translation(self._app, self._look.language)
        appearance = Appearance(self._app, ThemeChoice.LIGHT, self._look.font_scale)
        self.window = MainWindow(self._workspace, self._jobs, appearance=appearance, translation=self._translation)
        self._jobs.fault.disconnect(self.window.desk.faults.show)
        self._jobs.fault.connect(self._errors.append)
        self.window.resize(*self._look.size)
        shots.mkdir(parents=True, exist_ok=True)

    @property
    def services(self) -> VolunteerServices:
        """The services of the walk's vault."""
        return self._workspace.services

    def begin(self, bundle: Path, extract: Path, books: tuple[Path, ...]) -> None:
        """First run: protect, who, campaign, contacts, extract, matching. Raises `KnownError`."""
        self.window.show()
        self.window.begin()
        self._take("first-run-protect")
        for field in ("Passphrase", "The same passphrase again"):
            self._type("ProtectStep", field, DEMO_PASSPHRASE)
        self._press("ProtectStep", "Continue")
        self._take("first-run-recovery-sheet")
        self._press("RecoveryStep", "I have the code, away from this laptop")
        self._press("RecoveryStep", "Continue")
        self._type("WhoStep", "Your name", "Alex Morgan")
        self._take("first-run-who")
        self._press("WhoStep", "Continue")
        self.window.take_files([bundle])
        self._take("first-run-campaign")
        self._press("CampaignPanel", "Join this campaign")
        campaign = self.services.campaigns.content()
        self._say(f"Campaign: {campaign.name}, {len(campaign.actions)} actions")
        self._go_on()
        self.window.take_files(books)
        self._take("first-run-contacts")
        cards = sum(len(read_address_book_file(path, campaign.settings.region).contacts) for path in books)
        people = self.services.importing.count()
        self._say(f"Contacts read: {cards} cards from {len(books)} files, {people} people")
        self._go_on()
        self.window.take_files([extract])
        self._take("first-run-extract")
        self._go_on()
        self._take("first-run-ready")
        counts = self.services.matchmaking.counts()
        self._say(f"Matched: {counts.matched}, ambiguous: {counts.ambiguous}, not in the file: {counts.unmatched}")
        if not people or not counts.matched:
            raise WalkFailed("The first run brought no contacts or no matches.", "Look at the pictures.")
        self._press("ReadyStep", "Show me the actions")
        self._take("start")
        self._show("import_contacts")

    def answer_questions(self, most: int) -> None:
        """Confirms the likeliest voter of the first ambiguous contacts, by one key each."""
        before = self.services.matchmaking.counts().ambiguous
        self._show("review")
        for _ in range(most):
            self._key(Qt.Key.Key_1)
        answered = before - self.services.matchmaking.counts().ambiguous
        self._say(f"Questions answered: {answered}")
        if answered == 0:
            raise WalkFailed("No question about a match was answered.", "Look at the pictures.")

    def work(self, action: ActionId) -> None:
        """An action: start, three conversations by keyboard, pictures of every state."""
        rows = self.services.suggestions.rows(action)
        self._say(f"Starred: {sum(row.starred for row in rows)} of {len(rows)}")
        self.window.show_page("start")
        self._click(self.services.campaigns.action(action).start_label)
        self._take("work-new")
        self._open_conversation()
        self._key(Qt.Key.Key_W)
        self._take("work-why")
        self._key(Qt.Key.Key_W)
        self._key(Qt.Key.Key_Q)
        self._take("work-large-code")
        self._key(Qt.Key.Key_Escape)
        for number in range(TALKS):
            self._key(Qt.Key.Key_S)
            self._take_first(number, "work-sent")
            self._key(Qt.Key.Key_1)
            self._take_first(number, "work-response")
            self._key(Qt.Key.Key_S)
            self._take_first(number, "work-report")
            self._key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._key(Qt.Key.Key_S)  # a conversation that is left without a report
        self._key(Qt.Key.Key_J)
        self._key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self._take("work-filters")
        self._key(Qt.Key.Key_Escape)
        self._key(Qt.Key.Key_Question)
        self._take("work-help")
        self._key(Qt.Key.Key_Escape)
        self._open_conversation()
        self._key(Qt.Key.Key_D)
        self._take("work-opted-out")
        after = self.services.suggestions.rows(action)
        reached = [row for row in after if row.last_at is not None]
        reported = sum(row.state is ConversationState.REPORTED for row in after)
        self._say(f"Sent: messages to {len(reached)} people; reported: {reported}")
        if len(reached) <= TALKS or reported < TALKS:
            raise WalkFailed("What the walk sent and reported was not recorded.", "Look at the pictures.")
        self._show("shift_end")

    def end(self, packet: Path) -> None:
        """The end of the shift: a packet on the stick, and the vault locked."""
        exported = self.services.packets.export(packet)
        self._say(f"Packet written: {exported.events} events, {packet.stat().st_size:,} bytes, {packet.name}")
        self.window.lock()
        self._take("locked")
        self._close()

    def _close(self) -> None:
        self.window.close()
        self.settle()
        self._jobs.shut_down()
        self._workspace.lock()
        self.window.deleteLater()
        self._translation.fall_silent()
        self._translation.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self._errors:
            raise self._errors[0]
        self._say(f"Pictures: {len(self.pictures)} in {self.shots}")

    def organize(
        self, link: str, content: CampaignContent, key: SigningKey, extract: Path, state: tuple[Path, ...] = ()
    ) -> None:
        """An organizer's week: joins the hub, publishes, and looks into every place. Raises `KnownError`.

        `state`: voter files to cut another extract from; none where there are no tools for that.
        """
        self._workspace.create(Protection(passphrase=DEMO_PASSPHRASE))
        services = self.services
        services.campaigns.introduce(Volunteer("Olga Organizer", "olga@example.org"))
        services.courier.join_by_invite(read_invite(link), "Olga Organizer", "olga@example.org")
        services.authoring.keep_key(key)
        version = services.organizing.publish(content, key, [("Rivers Bend", extract.read_bytes())])
        services.preferences.keep_set_up(SetUp(introduced=True, recovery_noted=True, finished=True))
        self._say(f"Published: version {version}, {len(content.actions)} actions, one extract")
        overviews = services.organizing.overviews().value
        reports = sum(each[Figure.REPORTS] for each in overviews)
        self._say(f"Results: {reports} reports in {len(overviews)} actions")
        if not reports:
            raise WalkFailed("The demo's week left no results.", "Look at the pictures.")
        self.window.show()
        self.window.begin()
        page = self.window.pages.page("organizer")
        assert isinstance(page, OrganizerPage)
        for place in page.places:
            page.show_place(place)
            self._take(f"organizer-{place.replace('_', '-')}")
        page.show_place("results")
        page.place("results").open_action(content.actions[0].id)
        self._take("organizer-results-of-an-action")
        if state:
            self._cut_an_extract(page, state)
        self._filter_voters(page, extract)
        self._close()

    def _cut_an_extract(self, page: OrganizerPage, state: tuple[Path, ...]) -> None:
        """From a state's files to an extract that volunteers can download."""
        page.show_place("voter_files")
        place = page.place("voter_files")
        assert isinstance(place, VoterFilesPlace)
        place.begin()
        self.settle()
        wizard = place.wizard
        assert wizard is not None
        self._take("organizer-extract-files")
        wizard.files.take(state)
        self._take("organizer-extract-report")
        wizard.go_on()
        chooser = wizard.districts.chooser
        chooser.kind.setCurrentIndex(chooser.kind.findData("city"))
        chooser.tick(chooser.places.district(0), True)
        self._take("organizer-extract-districts")
        wizard.go_on()
        self._take("organizer-extract-columns")
        wizard.go_on()
        self._take("organizer-extract-preview")
        wizard.cut.cut()
        self._take("organizer-extract-cut")
        made = wizard.draft.cut
        if made is None:
            raise WalkFailed("No extract was cut.", "Look at the pictures.")
        wizard.cut.publish()
        self._take("organizer-extract-published")
        labels = [offer.label for offer in self.services.courier.offers()]
        self._say(f"Cut and published: {made.label}, {made.report.kept:,} voters")
        if made.label not in labels:
            raise WalkFailed("The extract that was cut is not offered.", "Look at the pictures.")

    def _filter_voters(self, page: OrganizerPage, extract: Path) -> None:
        """A list of the voters whom filters let pass."""
        page.show_place("lists")
        place = page.place("lists")
        assert isinstance(place, ListsPlace)
        place.filter_voters()
        self.settle()
        filtering = place.filtering
        assert filtering is not None
        filtering.take((extract,))
        self.settle()
        filtering.frequencies.chip(VoterFrequency.SOMETIMES).click()
        QTest.qWait(2 * COUNT_PAUSE)
        self._take("organizer-list-from-voters")

    def settle(self) -> None:
        """Waits until no job is at work and the screen has been painted."""
        until = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < 6 and time.monotonic() < until:
            QTest.qWait(15)
            quiet = 0 if self._jobs.busy else quiet + 1

    def _go_on(self) -> None:
        """Presses *Continue*, unless the step has gone on by itself."""
        words = QCoreApplication.translate("FirstRunPage", "Continue")
        if self._button(words) is not None:
            self._click(words)

    def _button(self, words: str) -> QAbstractButton | None:
        buttons = self.window.findChildren(QAbstractButton)
        return next((b for b in buttons if b.isVisible() and b.isEnabled() and b.text().startswith(words)), None)

    def _press(self, context: str, text: str) -> None:
        """Presses the button that a screen calls `text`, in the language of the walk."""
        self._click(QCoreApplication.translate(context, text))

    def _click(self, words: str) -> None:
        """Presses the button that begins with these words. Raises WalkFailed if there is none that can be."""
        self.settle()
        button = self._button(words)
        if button is None:
            raise WalkFailed(f"There is no button {words} that can be pressed.", "Look at the pictures.")
        button.click()
        self.settle()

    def _type(self, context: str, called: str, text: str) -> None:
        """Types into the field that a screen calls `called`, in the language of the walk."""
        self.settle()
        name = QCoreApplication.translate(context, called)
        fields = self.window.findChildren(QLineEdit)
        field = next(
            (f for f in fields if f.isVisible() and name in (f.accessibleName(), f.placeholderText())), None
        )
        if field is None:
            raise WalkFailed(f"There is no field {name}.", "Look at the pictures.")
        QTest.keyClicks(field, text)
        self.settle()

    def _show(self, name: str) -> None:
        self.window.show_page(name)
        self._take(name.replace("_", "-"))

    def _open_conversation(self) -> None:
        """Where list and conversation take turns, goes to the conversation."""
        work = self.window.pages.page("work")
        if isinstance(work, WorkPage) and work.sides.narrow:
            self._key(Qt.Key.Key_Return)

    def _key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.settle()
        focused: QWidget | None = QApplication.focusWidget()
        target = self.window if focused is None else focused
        QTest.keyClick(target, key, modifier)
        self.settle()

    def _take_first(self, number: int, name: str) -> None:
        if number == 0:
            self._take(name)

    def _take(self, name: str) -> None:
        self.settle()
        place = (self._before + len(self.pictures)) // len(THEMES) + 1
        for theme_name, theme in THEMES:
            self._wear(theme)
            file = f"{place:02d}-{name}-{theme_name}.png"
            self.window.grab().save(str(self.shots / file))
            self.pictures.append(file)
        self._wear(LIGHT)

    def _wear(self, theme: Theme) -> None:
        apply_theme(self._app, theme, self._look.font_scale)
        QTest.qWait(30)
