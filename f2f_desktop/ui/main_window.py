"""The one window: the top bar, the pages under it, and what moves between them. It locks, and takes files in."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QTemporaryDir, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.arrivals import (
    CAMPAIGN_SUFFIX,
    EXTRACT_SUFFIX,
    INVITE_SUFFIX,
    UPDATE_SUFFIX,
    dropped_link,
    local_files,
    sorted_out,
)
from f2f_desktop.ui.auto_lock import AutoLock
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.faults import Faults
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.ui.open_room import LeaveOpenRoom
from f2f_desktop.ui.packet_export import PacketExport
from f2f_desktop.ui.pages import Pages
from f2f_desktop.ui.settings_menu import SettingsMenu
from f2f_desktop.ui.sync_bar import SyncBar
from f2f_desktop.ui.syncing import Syncing
from f2f_desktop.ui.theme import FONT_SCALES, Appearance
from f2f_desktop.ui.top_bar import TopBar
from f2f_desktop.ui.translation import Translation
from f2f_desktop.ui.volunteer.joining.join_dialog import JoinDialog
from f2f_desktop.ui.volunteer.learning import Learning
from f2f_desktop.ui.volunteer.ledger_dialog import LedgerDialog
from f2f_desktop.ui.widgets import Toast
from f2f_desktop.workspace import Exported, VolunteerServices, Waiting, Workspace


class State(msgspec.Struct, frozen=True):
    """What the window itself shows of an unlocked vault."""

    campaign: str
    waiting: Waiting
    lock_after: int
    shared: bool
    set_up: bool
    organizer: bool
    """Whether a room can be opened here."""
    room_waits: bool
    """Whether a room's data is here that the campaign's hub has not vouched for."""


class MainWindow(QWidget):
    """The app's window on one workspace.

    Attributes:
        desk: what every page is given.
        appearance: theme and text size.
        pages: the pages by name.

    Signals:
        closed(): everything typed is saved and the window is gone.
    """

    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        appearance: Appearance | None = None,
        translation: Translation | None = None,
    ) -> None:
        """`translation` is what the window can be made to speak; without it no other language is offered."""
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.setAcceptDrops(True)
        self.desk = Desk(workspace, jobs, Faults(lambda: self))
        self.appearance = appearance or Appearance(app)
        self._translation = translation
        self.state: State | None = None
        self._arrived: list[Path] = []
        self._link = ""
        self._demo_folder = QTemporaryDir()
        self._closing = False
        self.packets = PacketExport(self.desk, self)
        self.auto_lock = AutoLock(app, self)
        self.learning = Learning(self.desk, self)
        self._leave = LeaveOpenRoom(self.desk.room, self)
        self.syncing = Syncing(self.desk, self)
        self._stack = QStackedWidget()
        self.pages = Pages(self.desk, self._stack, self.packets, self.syncing, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._frame()
        self._connect()

    def _frame(self) -> None:
        """What stands around the pages, in the language that is spoken now."""
        self.setWindowTitle(self.tr("Friend to Friend"))
        QGuiApplication.setApplicationDisplayName(self.windowTitle())
        self.menu = SettingsMenu(self.appearance, self._translation, self)
        self.top_bar = TopBar(self.menu)
        self._column.insertWidget(0, self.top_bar)
        self.toast = Toast(self)
        self.sync_bar = SyncBar(self.syncing, self.top_bar, self.menu, self)
        self._connect_frame()

    # Where to go

    def begin(self) -> None:
        """Shows what comes first: the first run, the lock, or the work."""
        if not self.desk.workspace.exists:
            self.pages.show("first_run")
        elif not self.desk.workspace.unlocked:
            self.pages.show("unlock")
        else:
            self.enter()

    def show_page(self, name: str) -> None:
        """Shows a page by its name (see `Pages`), such as start, work, shift_end or carry.

        What needs the vault is shown only where it is open.
        """
        if not self.desk.workspace.unlocked and name != "first_run":
            name = "unlock"
        self.pages.show(name)
        self.refresh()

    def enter(self) -> None:
        """The vault is open: shows the start page, or what is left of the first run."""
        self.desk.jobs.on_vault(_opened, self.desk.services, success=self._entered, initiator=self)

    def _entered(self, state: State) -> None:
        self._show_state(state)
        self.auto_lock.start(state.lock_after)
        # A room that was cut off, by a crash for one, is the first thing to be dealt with.
        waits = state.room_waits and not self.desk.room.running
        self.pages.organizes = state.organizer
        home = "organizer" if state.organizer else "start" if state.set_up else "first_run"
        self.pages.show("room" if state.set_up and waits else home)
        self.learning.learn()
        self.syncing.start()
        arrived, self._arrived = self._arrived, []
        link, self._link = self._link, ""
        self.take_files(arrived)
        self.take_link(link)

    def _show_own_contacts(self) -> None:
        self.pages.show("start" if self.state is not None and self.state.set_up else "first_run")

    def _made(self) -> None:
        """The vault is there and open; the first run goes on in it."""
        self.auto_lock.start(self.auto_lock.minutes)
        self.syncing.start()
        self.refresh()

    # Locking

    def lock(self) -> None:
        """Saves what was typed, locks the vault, and takes everything of it off the screen."""
        if not self.desk.workspace.unlocked:
            return
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        self.syncing.stop()
        self.desk.jobs.cancel_all()
        self.pages.flush()
        self.desk.jobs.on_vault(self.desk.workspace.lock, success=lambda _: self.show_locked(), initiator=self)
        self._hide_content()

    def show_locked(self) -> None:
        """The vault is locked or gone: shows how to go on."""
        self._hide_content()
        if not self.desk.workspace.exists:
            # Wiped: a number or a message that was copied goes as well.
            QGuiApplication.clipboard().clear()
        self.begin()

    def _hide_content(self) -> None:
        self.auto_lock.stop()
        self.syncing.stop()
        self.state = None
        self.toast.go()
        self.sync_bar.popover.hide()
        self.top_bar.show_locked()
        self.menu.set_unlocked(False)
        self.pages.forget()

    # Language

    def speak(self, language: str) -> None:
        """Changes the language (empty: the system's). The page on the screen is made anew and shown again."""
        if self._translation is None:
            return
        self.pages.flush()
        before = (self.top_bar, self.menu, self.toast)
        self.sync_bar.go()
        for action in self.menu.actions():
            self.removeAction(action)
        self._translation.speak(language)
        self._frame()
        for widget in before:
            widget.hide()
            widget.deleteLater()
        self.pages.make_anew()
        self.refresh()

    # What changed

    def refresh(self) -> None:
        """Reads what the window itself shows."""
        if self.desk.workspace.unlocked:
            self.desk.jobs.on_vault(_state, self.desk.services, success=self._show_state, initiator=self)

    def _show_state(self, state: State) -> None:
        if not self.desk.workspace.unlocked:
            return
        self.state = state
        self.top_bar.show_unlocked(state.campaign, state.waiting)
        self.sync_bar.show_waiting(state.waiting)
        self.menu.set_unlocked(state.set_up)
        self.menu.offer_room(state.set_up and (state.organizer or state.room_waits))
        if state.set_up:
            self.menu.set_lock_after(state.lock_after, shared=state.shared)
        self.auto_lock.minutes = state.lock_after

    def _changed(self, what: frozenset[str], _initiator: object) -> None:
        if self.desk.workspace.unlocked:
            self.refresh()
            self.pages.refresh(what)
            if "hub" in what:
                self.syncing.joined()
            else:
                self.syncing.refresh()

    # Files

    def take_files(self, paths: Sequence[Path]) -> None:
        """Takes files that were dropped, chosen or named; those that come while it is locked wait."""
        if self.state is not None and self.state.set_up:
            invites = sorted_out(paths).invites
            packets = sorted_out(paths).packets
            rest = [path for path in paths if path not in {*invites, *packets}]
            if packets:
                self.pages.give_packets(packets)
            if rest:
                self.pages.give_files(rest)
            if invites:
                self.join(invites)
        elif not self.pages.give_files_to_first_run(paths):
            self._arrived = [*self._arrived, *paths]

    def take_link(self, link: str) -> None:
        """Takes an invite's link that was named or dropped; one that comes while it is locked waits."""
        if not link:
            return
        if self.state is not None and self.state.set_up:
            self.join(link=link)
        elif not self.pages.give_link_to_first_run(link):
            self._link = link

    @property
    def joining(self) -> bool:
        """Whether a hub is being joined just now: what comes down then is no news."""
        return any(dialog.isVisible() for dialog in self.findChildren(JoinDialog))

    def show_join(self) -> None:
        """Shows where a hub is joined."""
        self.join()

    def join(self, files: Sequence[Path] = (), link: str = "") -> None:
        """Shows where a hub is joined, with an invite that is there already."""
        dialog = JoinDialog(self.desk, self)
        dialog.open()
        dialog.take(files, link)

    def _make_demo(self) -> None:
        from f2f_desktop.demo.build import build_demo

        folder = Path(self._demo_folder.path())
        self.desk.jobs.in_background(
            build_demo,
            folder,
            success=lambda made: self.take_files([made.bundle, made.extract, *made.books]),
            initiator=self,
        )

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open"),
            "",
            self.tr("Campaign files, extracts and invites ({patterns})").format(
                patterns=f"*{CAMPAIGN_SUFFIX} *{EXTRACT_SUFFIX} *{UPDATE_SUFFIX} *{INVITE_SUFFIX}"
            ),
        )
        self.take_files([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()) or dropped_link(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files, link = local_files(event.mimeData()), dropped_link(event.mimeData())
        if files or link:
            event.acceptProposedAction()
            self.take_files(files)
            self.take_link(link)

    # Leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing and self.desk.room.for_everybody:
            # Others are working in it.
            event.ignore()
            self._leave.ask()
            return
        if not self._closing:
            self._closing = True
            self.auto_lock.stop()
            self.syncing.stop()
            self.desk.jobs.cancel_all()
            self.pages.flush()
        if self.desk.jobs.saving:
            # What was typed is on its way into the vault: the last job closes the window.
            event.ignore()
            return
        event.accept()
        self.closed.emit()

    def _saved(self) -> None:
        if self._closing and self.isVisible():
            QTimer.singleShot(0, self, self.close)

    # Wiring

    def _connect_frame(self) -> None:
        bar, menu = self.top_bar, self.menu
        bar.status_pressed.connect(self.sync_bar.open_popover)
        self.sync_bar.attention_wanted.connect(lambda: self.show_page("attention"))
        self.sync_bar.carry_wanted.connect(lambda: self.show_page("carry"))
        self.sync_bar.join_wanted.connect(self.show_join)
        self.sync_bar.ledger_wanted.connect(self.show_ledger)
        self.sync_bar.export_wanted.connect(self.export)
        bar.export_pressed.connect(self.export)
        bar.theme_pressed.connect(self.appearance.toggle)
        bar.lock_pressed.connect(self.lock)
        bar.help_pressed.connect(self.show_help)
        menu.import_wanted.connect(lambda: self.show_page("import_contacts"))
        menu.open_wanted.connect(self._choose_files)
        menu.room_wanted.connect(lambda: self.show_page("room"))
        menu.ledger_wanted.connect(self.show_ledger)
        menu.join_wanted.connect(self.show_join)
        menu.sync_wanted.connect(self.syncing.now)
        menu.pause_wanted.connect(self.syncing.pause)
        menu.lock_after_chosen.connect(self._keep_lock_after)
        menu.quit_wanted.connect(self.close)
        # Later: the menu that says it is made anew by it.
        menu.language_chosen.connect(self.speak, Qt.ConnectionType.QueuedConnection)
        menu.aboutToShow.connect(lambda: menu.offer_languages(self._may_change_language()))
        self.appearance.changed.connect(bar.follow_theme)
        self.appearance.changed.connect(menu.follow_appearance)
        for action in menu.actions():
            if action.shortcut().toString():
                self.addAction(action)

    def _may_change_language(self) -> bool:
        """Not in the midst of reading files, nor while the recovery code is on the screen, which is shown once."""
        setting_up = self.desk.workspace.unlocked and (self.state is None or not self.state.set_up)
        return not setting_up and not self.desk.jobs.saving

    def _connect(self) -> None:
        jobs = self.desk.jobs
        self.auto_lock.due.connect(self.lock)
        self.packets.exported.connect(self._exported)
        self.pages.entered.connect(self.enter)
        self.pages.made.connect(self._made)
        self.pages.demo_wanted.connect(self._make_demo)
        self.pages.lock_wanted.connect(self.lock)
        self.pages.wiped.connect(self.show_locked)
        self.pages.told.connect(self._tell)
        self.syncing.access_ended.connect(self._access_ended)
        self.syncing.news.connect(self._tell_news)
        self.pages.join_wanted.connect(self.show_join)
        self.pages.own_contacts_wanted.connect(self._show_own_contacts)
        jobs.changed.connect(self._changed)
        jobs.fault.connect(self.desk.faults.show)
        jobs.saved.connect(self._saved)
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+L": self.lock,
            "Ctrl+E": self.export,
            "F1": self.show_help,
            "Ctrl++": lambda: self._step_text_size(1),
            "Ctrl+=": lambda: self._step_text_size(1),
            "Ctrl+-": lambda: self._step_text_size(-1),
            "Ctrl+0": lambda: self.appearance.set_font_scale(1.0),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def export(self) -> None:
        """Asks where to and writes what waits to a packet."""
        if self.state is not None and self.state.waiting.events:
            self.packets.ask(self, self.state.campaign)

    def show_ledger(self) -> None:
        """Shows what left this laptop."""
        LedgerDialog(self.desk, self).open()

    def show_help(self) -> None:
        """Shows the keys of the page."""
        self.pages.show_help()

    def _exported(self, exported: Exported) -> None:
        self.toast.show_message(self.packets.words(exported))

    def _tell_news(self, _version: int) -> None:
        # Over a conversation the page itself tells, with what it means there.
        if self.pages.current not in ("work", "first_run") and not self.joining:
            self.toast.show_message(self.tr("The campaign has news: its actions and scripts are up to date."))

    def _access_ended(self) -> None:
        self.toast.show_message(
            self.tr(
                "The campaign has ended this laptop's access. The voter extract is wiped; your contacts and reports "
                "are kept, and can be exported."
            )
        )

    def _tell(self, words: str) -> None:
        self.toast.show_message(words)

    def _keep_lock_after(self, minutes: int) -> None:
        self.desk.jobs.on_vault(
            self.desk.services.preferences.set_lock_after,
            minutes,
            success=lambda _nothing: self.refresh(),
            initiator=self,
        )

    def _step_text_size(self, step: int) -> None:
        nearest = min(range(len(FONT_SCALES)), key=lambda at: abs(FONT_SCALES[at] - self.appearance.font_scale))
        self.appearance.set_font_scale(FONT_SCALES[min(max(nearest + step, 0), len(FONT_SCALES) - 1)])


def _state(services: VolunteerServices) -> State:
    campaigns, preferences = services.campaigns, services.preferences
    kept = services.rooms.kept()
    return State(
        campaigns.content().name if campaigns.has_campaign() else "",
        services.shift.waiting(),
        preferences.lock_after(),
        preferences.shared_laptop(),
        preferences.set_up().finished,
        services.rooms.may_open(),
        kept is not None and not kept.handed_over,
    )


def _opened(services: VolunteerServices) -> State:
    """Opens the extract beforehand: matches are explained by it. One that cannot be used is told on the start page."""
    with suppress(KnownError):
        services.matchmaking.open()
    return _state(services)
