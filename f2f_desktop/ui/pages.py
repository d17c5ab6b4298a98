"""The window's pages: made when they are first shown, wired to one another, forgotten when the vault is locked."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, ContactId
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.help_overlay import HelpOverlay
from f2f_desktop.ui.organizer.room_sheet import RoomSheet
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.packet_export import PacketExport
from f2f_desktop.ui.preview import ActionPreview
from f2f_desktop.ui.syncing import Syncing
from f2f_desktop.ui.unlock import UnlockPage
from f2f_desktop.ui.volunteer.attention import AttentionPage
from f2f_desktop.ui.volunteer.carrying import CarryPage
from f2f_desktop.ui.volunteer.first_run.page import FirstRunPage
from f2f_desktop.ui.volunteer.importing.page import ImportPage
from f2f_desktop.ui.volunteer.review import ReviewPage
from f2f_desktop.ui.volunteer.shift_end import ShiftEndPage
from f2f_desktop.ui.volunteer.start import StartPage
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.volunteer.suggestions import ContactRow


class Pages(QObject):
    """The pages in a stack.

    Attributes:
        organizes: whether the user of this vault is an organizer, and may go from one workspace to the other.

    Signals:
        entered(): the vault has been opened, or set up.
        made(): the vault was made; the first run goes on.
        demo_wanted(): the demo campaign's files are to be made.
        lock_wanted(): a page asks to lock.
        wiped(): the vault is gone.
        told(str): a word to the user about what was done.
        own_contacts_wanted(): an organizer wants to talk to friends.
        join_wanted(): a hub is to be joined.
    """

    entered = Signal()
    made = Signal()
    demo_wanted = Signal()
    lock_wanted = Signal()
    wiped = Signal()
    told = Signal(str)
    own_contacts_wanted = Signal()
    join_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        stack: QStackedWidget,
        packets: PacketExport,
        syncing: Syncing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stack = stack
        self._packets = packets
        self._syncing = syncing
        self._made: dict[str, QWidget] = {}
        self._before_review = "start"
        self._action: ActionId | None = None
        self.organizes = False
        self._builders: dict[str, Callable[[], QWidget]] = {
            "first_run": self._first_run,
            "unlock": self._unlock,
            "start": self._start,
            "organizer": self._organizer,
            "work": self._work,
            "review": self._review,
            "shift_end": self._shift_end,
            "import_contacts": self._import_contacts,
            "room": self._room,
            "attention": self._attention,
            "carry": self._carry,
        }

    @property
    def current(self) -> str:
        """The name of the page on the screen; empty if there is none."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._made.items() if page is shown), "")

    def page(self, name: str) -> QWidget:
        """The page of that name, made now if need be."""
        if name not in self._made:
            self._made[name] = self._builders[name]()
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def show(self, name: str) -> None:
        """Shows a page with what is true now."""
        if name == "room" and self.organizes:
            return self._show_room_place()
        page = self.page(name)
        if name == "work" and self._action is None:
            return self.show("start")
        self._stack.setCurrentWidget(page)
        if isinstance(
            page,
            UnlockPage
            | StartPage
            | ReviewPage
            | ShiftEndPage
            | AttentionPage
            | CarryPage
            | RoomSheet
            | OrganizerPage,
        ):
            page.refresh()
        elif isinstance(page, FirstRunPage | ImportPage):
            page.begin()
        elif isinstance(page, WorkPage):
            page.contacts.focus_list()
        return None

    def refresh(self, what: frozenset[str]) -> None:
        """Something changed: pages in use read it again."""
        for page in self._made.values():
            if isinstance(page, WorkPage):
                page.refresh(what)
            elif isinstance(page, ReviewPage | OrganizerPage):
                page.follow(what)
            elif page is self._stack.currentWidget() and isinstance(
                page, StartPage | ShiftEndPage | AttentionPage | CarryPage
            ):
                page.refresh()

    def give_files(self, files: Sequence[Path]) -> None:
        """Hands files to the page that imports them, and shows it."""
        page = self.page("import_contacts")
        assert isinstance(page, ImportPage)
        self.show("import_contacts")
        page.import_files(files)

    def give_packets(self, files: Sequence[Path]) -> None:
        """Hands packets and receipts to the page that takes them along, and shows it."""
        self.show("carry")
        page = self.page("carry")
        assert isinstance(page, CarryPage)
        page.take_files(files)

    def give_files_to_first_run(self, files: Sequence[Path]) -> bool:
        """Hands files to the first run, if that is on the screen."""
        page = self._stack.currentWidget()
        if isinstance(page, FirstRunPage):
            page.take_files(list(files))
        return isinstance(page, FirstRunPage)

    def give_link_to_first_run(self, link: str) -> bool:
        """Hands an invite's link to the first run, if that is on the screen."""
        page = self._stack.currentWidget()
        if isinstance(page, FirstRunPage):
            page.take_link(link)
        return isinstance(page, FirstRunPage)

    def flush(self) -> None:
        """Saves what was typed and is not saved yet."""
        for page in self._made.values():
            if isinstance(page, WorkPage | OrganizerPage):
                page.flush()

    def forget(self) -> None:
        """Takes every page away, with whatever it holds of the vault."""
        self._action = None
        for page in self._made.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._made.clear()

    def make_anew(self) -> None:
        """Makes the pages again, in the language that is spoken now, and shows the same one."""
        name, action = self.current, self._action
        shown = self._stack.currentWidget()
        waiting = shown.waiting_files if isinstance(shown, FirstRunPage) else []
        self.forget()
        if action is not None and name in ("work", "review", "shift_end"):
            self._open_action(action)
        if name and name != "work":
            self.show(name)
        self.give_files_to_first_run(waiting)

    def show_help(self) -> None:
        """Shows the keys of the page on the screen."""
        page = self._stack.currentWidget()
        if isinstance(page, WorkPage):
            page.show_help()
        elif page is not None and not isinstance(page, UnlockPage):
            overlay = HelpOverlay(page, self.tr("Keys"), self._keys())
            overlay.closed.connect(overlay.deleteLater)
            overlay.enter()

    # The way from page to page

    def _first_run(self) -> QWidget:
        page = FirstRunPage(self._desk)
        page.finished.connect(self.entered)
        page.unlocked.connect(self.made)
        page.demo_requested.connect(self.demo_wanted)
        return page

    def _unlock(self) -> QWidget:
        page = UnlockPage(self._desk)
        page.unlocked.connect(self.entered)
        return page

    def _start(self) -> QWidget:
        page = StartPage(self._desk)
        page.offer_organizing(self.organizes)
        page.organizing_requested.connect(lambda: self.show("organizer"))
        page.action_chosen.connect(self._open_action)
        page.review_requested.connect(lambda: self._open_review("start", ""))
        page.import_requested.connect(lambda: self.show("import_contacts"))
        page.end_shift_requested.connect(lambda: self.show("shift_end"))
        return page

    def _organizer(self) -> QWidget:
        page = OrganizerPage(self._desk)
        page.own_contacts_wanted.connect(self.own_contacts_wanted)
        page.preview_wanted.connect(self._preview)
        return page

    def _preview(self, action: Action, content: CampaignContent) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.campaigns.volunteer,
            success=lambda volunteer: ActionPreview(action, content, volunteer, self._stack).open(),
            initiator=self,
        )

    def _work(self) -> QWidget:
        page = WorkPage(self._desk)
        page.review_requested.connect(lambda contact: self._open_review("work", contact))
        page.end_shift_requested.connect(lambda: self.show("shift_end"))
        page.back_requested.connect(lambda: self.show("start"))
        return page

    def _review(self) -> QWidget:
        page = ReviewPage(self._desk)
        page.done.connect(lambda: self.show(self._before_review))
        return page

    def _shift_end(self) -> QWidget:
        page = ShiftEndPage(self._desk, self._packets, self._syncing)
        page.report_requested.connect(self._open_row)
        page.back_requested.connect(lambda: self.show("start" if self._action is None else "work"))
        page.lock_requested.connect(self.lock_wanted)
        page.wiped.connect(self.wiped)
        return page

    def _attention(self) -> QWidget:
        page = AttentionPage(self._desk)
        page.back_requested.connect(lambda: self.show("start"))
        page.conversation_requested.connect(self._open_conversation)
        return page

    def _carry(self) -> QWidget:
        page = CarryPage(self._desk)
        page.back_requested.connect(lambda: self.show("organizer" if self.organizes else "start"))
        page.taken.connect(self._deliver)
        page.join_requested.connect(self.join_wanted)
        return page

    def _deliver(self) -> None:
        """What was taken along goes to the hub at once, unless synchronizing is paused."""
        standing = self._syncing.standing
        if standing is not None and standing.joined and not standing.paused:
            self._syncing.now()

    def _import_contacts(self) -> QWidget:
        page = ImportPage(self._desk)
        page.back_requested.connect(lambda: self.show("start"))
        page.review_requested.connect(lambda: self._open_review("import_contacts", ""))
        return page

    def _room(self) -> QWidget:
        page = RoomSheet(self._desk)
        page.back_requested.connect(lambda: self.show("start"))
        return page

    def _show_room_place(self) -> None:
        """Organizers have the room in their side bar: two screens must not both do what one of them began."""
        self.show("organizer")
        page = self.page("organizer")
        assert isinstance(page, OrganizerPage)
        page.show_place("room")

    def _open_action(self, action_id: str) -> None:
        self._action = ActionId(action_id)
        page = self.page("work")
        assert isinstance(page, WorkPage)
        page.open_action(self._action)
        self.show("work")

    def _open_row(self, action_id: str, row: ContactRow) -> None:
        self._open_conversation(action_id, row.id, row.last_channel)

    def _open_conversation(self, action_id: str, contact_id: str, channel: Channel | None) -> None:
        self._action = ActionId(action_id)
        page = self.page("work")
        assert isinstance(page, WorkPage)
        page.open_contact(self._action, ContactId(contact_id), channel)
        self.show("work")

    def _open_review(self, before: str, contact_id: str) -> None:
        self._before_review = before
        page = self.page("review")
        assert isinstance(page, ReviewPage)
        page.begin_with(contact_id)
        self.show("review")

    def _keys(self) -> dict[str, list[tuple[str, str]]]:
        return {
            self.tr("Everywhere"): [
                ("Ctrl L", self.tr("Lock")),
                ("Ctrl E", self.tr("Export what waits to a file")),
                ("Ctrl I", self.tr("Import contacts")),
                ("Ctrl Y", self.tr("Synchronize now")),
                ("Ctrl O", self.tr("Open a campaign file or a voter extract")),
                ("Ctrl +", self.tr("Larger text")),
                ("Ctrl -", self.tr("Smaller text")),
                ("Tab", self.tr("To the next control")),
            ],
            **self._organizing_keys(),
            self.tr("Reviewing matches"): [
                ("1 – 5", self.tr("This voter is my friend")),
                ("N", self.tr("None of them")),
                ("S", self.tr("Not now")),
                ("W", self.tr("Why: the evidence side by side")),
                ("F", self.tr("Find them in the voter file")),
                ("Ctrl Z", self.tr("Undo")),
                ("Esc", self.tr("Back")),
            ],
        }

    def _organizing_keys(self) -> dict[str, list[tuple[str, str]]]:
        if not self.organizes:
            return {}
        return {
            self.tr("Organizing"): [
                ("Ctrl 1 – 9", self.tr("To a place of the side bar")),
                ("Ctrl N", self.tr("A new action")),
                ("Enter", self.tr("Edit the action")),
                ("Ctrl D", self.tr("Copy the action")),
                ("Ctrl M", self.tr("Move the action to a folder")),
                ("Delete", self.tr("Delete the draft")),
                ("Ctrl P", self.tr("Preview the action")),
                ("Esc", self.tr("Back to the list; everything is kept")),
            ],
        }
