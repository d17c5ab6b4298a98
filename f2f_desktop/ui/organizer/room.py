"""A room for a venue without internet: opened with one button, shown in large, closed, and handed over."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from f2f_desktop.errors import Cancelled
from f2f_desktop.protocol.receipts import SUFFIX as RECEIPTS
from f2f_desktop.protocol.room import SUFFIX, OpenRoom
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.organizer.place import PlaceWidget
from f2f_desktop.ui.organizer.room_view import RoomView
from f2f_desktop.ui.room_process import own_addresses
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    FlowBox,
    Label,
    PrimaryButton,
    ProgressRow,
    QuietButton,
    TextStyle,
)
from f2f_desktop.workspace import Filled, HandedOver, KeptRoom, RoomStart, RoomStatus

LOOK_EVERY = 2_000
"""Milliseconds between two looks at who has joined."""
LARGEST_FILE = 256 * 1024 * 1024


class RoomPage(PlaceWidget):
    """Opens, shows, closes and hands over the room.

    Attributes:
        open_button, open_again_button, hand_over_button, export_button, receipts_button, forget_button: what can be
            done now.
        view: the open room, as it is shown to everybody.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._may_open = False
        self._kept: KeptRoom | None = None
        self._then = ""
        """What is done as soon as the room's hub listens for this laptop alone: `hand_over`, `export`, `receipts`."""
        self._file = Path()
        self._job: Job[HandedOver] | None = None
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_EVERY)
        self._looks.timeout.connect(self._look)
        self._words = Label(muted=True)
        self._state = Label("")
        self._outcome = Banner("")
        self.open_button = PrimaryButton(self.tr("Open the room"), Icon.PEOPLE)
        self.open_again_button = Button(self.tr("Open the room again"), Icon.PEOPLE)
        self.hand_over_button = PrimaryButton(self.tr("Hand over to the campaign's hub"), Icon.CLOUD)
        self.export_button = Button(self.tr("Save it for a stick…"), Icon.EXPORT)
        self.receipts_button = Button(self.tr("Take receipts from a file…"), Icon.IMPORT)
        self.forget_button = QuietButton(self.tr("Erase the room's data here"), Icon.TRASH)
        self.progress = ProgressRow()
        self.view = RoomView()
        self._lay_out()
        self._connect()
        self._show_state()

    # PlaceWidget

    def refresh(self) -> None:
        """Reads what there is of a room."""
        services = self._desk.services

        def known() -> tuple[bool, KeptRoom | None]:
            return services.rooms.may_open(), services.rooms.kept()

        self._desk.jobs.on_vault(known, success=self._read, initiator=self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looks.stop()

    def _read(self, known: tuple[bool, KeptRoom | None]) -> None:
        self._may_open, self._kept = known
        self._show_state()
        self._watch()

    # Opening and closing

    def _open(self) -> None:
        self._outcome.hide()
        self._begin("", self.tr("Opening the room …"))
        rooms, addresses = self._desk.services.rooms, own_addresses()
        self._desk.jobs.on_vault(
            lambda: rooms.prepare(addresses), success=self._start, failure=self._failed, initiator=self
        )

    def _start(self, start: RoomStart) -> None:
        self._desk.room.start(start)

    def _opened(self, room: OpenRoom) -> None:
        if not room.addresses:
            self._do_alone(room)
            return
        self.progress.start(self.tr("Giving the room the campaign's content …"))
        self._desk.jobs.in_background(
            self._desk.services.rooms.fill,
            room,
            success=self._filled,
            failure=self._failed,
            initiator=self,
        ).progressed.connect(self.progress.set_progress)
        self._show_state()
        self._watch()

    def _filled(self, filled: Filled) -> None:
        self.progress.hide()
        words = ""
        if not filled.version:
            words = self.tr("This laptop has no content of the campaign yet: the room has none to give.")
        elif filled.missing:
            words = self.tr("Not in the room, since the campaign's hub was not reached: {names}.").format(
                names=", ".join(filled.missing)
            )
        self.view.say(words)
        self._show_state()

    def close_room(self) -> None:
        """Closes the room; its data stays."""
        self._desk.room.stop()

    def _closed(self, as_asked: bool) -> None:
        self.progress.hide()
        self._then = ""
        self._looks.stop()
        if not as_asked:
            self._tell(self.tr("The room's hub has ended by itself. What it took is kept; open the room again."))
        if self._desk.workspace.unlocked:
            self.refresh()

    def _look(self) -> None:
        room = self._desk.room.room
        if room is None or not room.addresses or not self._desk.workspace.unlocked:
            return
        self._desk.jobs.in_background(
            self._desk.services.rooms.status,
            room,
            success=self._show_status,
            failure=lambda _: None,
            initiator=self,
            with_progress=False,
        )

    def _show_status(self, status: RoomStatus) -> None:
        self.view.show_status(status.laptops, status.events, status.names)

    def _watch(self) -> None:
        if self._desk.room.for_everybody and self.isVisible():
            self._looks.start()
            self._look()
        else:
            self._looks.stop()

    # Handing over

    def _hand_over(self) -> None:
        self._alone("hand_over", self.tr("Handing the room over …"))

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the room"), f"room{SUFFIX}")
        if name:
            self._file = Path(name)
            self._alone("export", self.tr("Writing the room to a file …"))

    def _take_receipts(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Receipts of the campaign's hub"), "", f"*{RECEIPTS}")
        if name:
            self._file = Path(name)
            self._alone("receipts", self.tr("Comparing the receipts with the room …"))

    def _alone(self, then: str, words: str) -> None:
        """Runs the room's hub for this laptop alone, and does something with it."""
        self._outcome.hide()
        self._begin(then, words)
        self._desk.jobs.on_vault(
            self._desk.services.rooms.prepare_alone, success=self._start, failure=self._failed, initiator=self
        )

    def _do_alone(self, room: OpenRoom) -> None:
        jobs, rooms, file = self._desk.jobs, self._desk.services.rooms, self._file
        if self._then == "hand_over":
            self._job = jobs.in_background(
                rooms.hand_over, room, success=self._handed_over, failure=self._failed, initiator=self
            )
            self._job.progressed.connect(self.progress.set_progress)
            self._job.cancelled.connect(self._stopped)
        elif self._then == "export":
            jobs.in_background(
                rooms.export,
                room,
                file,
                success=self._exported,
                failure=self._failed,
                initiator=self,
                with_progress=False,
            )
        elif self._then == "receipts":
            jobs.in_background(
                lambda: rooms.take_receipts(room, file.read_bytes()[:LARGEST_FILE]),
                success=self._handed_over,
                failure=self._failed,
                initiator=self,
                with_progress=False,
            )
        else:
            self.close_room()

    def _handed_over(self, done: HandedOver) -> None:
        self._job = None
        self.close_room()
        words = (
            self.tr("Handed over: {laptops}, {events}. The campaign's hub has all of it.")
            if done.complete
            else self.tr("The campaign's hub vouches for {vouched} of {events}. Nothing is lost here.")
        )
        told = words.format(
            laptops=self.tr("%n laptop(s)", "", done.laptops),
            events=self.tr("%n event(s)", "", done.events),
            vouched=self.locale().toString(done.vouched),
        )
        self._tell("\n".join((told, *done.refused)), good=done.complete)

    def _exported(self, events: int) -> None:
        self.close_room()
        self._tell(
            self.tr(
                "Written to {name}: {events}. Only the campaign's hub can read it: whoever runs it imports the "
                "file, and gives you receipts back."
            ).format(events=self.tr("%n event(s)", "", events), name=self._file.name)
        )

    def _stop_pressed(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self.close_room()

    def _stopped(self) -> None:
        self._job = None
        self.close_room()
        self._tell(self.tr("Stopped. What was handed over stays; it goes on from there the next time."))

    def _forget(self) -> None:
        self._outcome.hide()
        self._desk.jobs.on_vault(
            self._desk.services.rooms.forget,
            success=lambda _: self.refresh(),
            failure=self._failed,
            initiator=self,
        )

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.progress.hide()
        if not self._desk.room.for_everybody:
            self.close_room()
        if not isinstance(error, Cancelled):
            self._desk.faults.show(error)
        self._then = ""
        self._show_state()

    # What is shown

    def _begin(self, then: str, words: str) -> None:
        self._then = then
        self.progress.start(words)
        self._show_state(busy=True)

    def _tell(self, words: str, *, good: bool = False) -> None:
        self._outcome.say(words, Tone.SUCCESS if good else Tone.INFO)

    def _show_state(self, *, busy: bool = False) -> None:
        room = self._desk.room.room
        is_open = room is not None and bool(room.addresses)
        busy = busy or (self._desk.room.running and not is_open)
        kept = self._kept
        self.view.setVisible(is_open)
        if room is not None and is_open:
            self.view.show_room(room)
        if is_open:
            self._outcome.hide()
        self._about.setVisible(not is_open)
        self._kept_card.setVisible(not is_open and kept is not None)
        # One thing is meant to be done next: what was done in a room is handed over before another is opened.
        for button, offered in ((self.open_button, kept is None), (self.open_again_button, kept is not None)):
            button.setVisible(offered)
            button.setEnabled(self._may_open and not busy)
        for button in (self.hand_over_button, self.export_button, self.receipts_button):
            button.setEnabled(not busy)
        # What the campaign's hub has in whole is not pressed upon it again; as a file it can be had still.
        self.hand_over_button.setVisible(kept is not None and not kept.handed_over)
        self.forget_button.setVisible(kept is not None and kept.handed_over)
        self.forget_button.setEnabled(not busy)
        if not busy:
            self.progress.setVisible(is_open and not self.progress.isHidden())
        self._words.setText(
            self.tr(
                "Your laptop becomes the hub of the room: volunteers on the same network join with a code, get the "
                "campaign and synchronize with you. With internet again, you hand it over to the campaign's hub. "
                "Open it once at home, with internet, so that the voter extract is in it."
            )
            if self._may_open
            else self.tr("Only an organizer who has joined the campaign's hub can open a room.")
        )
        if kept is not None:
            self._state.setText(self._kept_words(kept))

    def _kept_words(self, kept: KeptRoom) -> str:
        words = (
            self.tr("{laptops}, {events}: the campaign's hub has all of it.")
            if kept.handed_over
            else self.tr("{laptops}, {events}: not handed over yet.")
        )
        return words.format(
            laptops=self.tr("%n laptop(s)", "", kept.laptops), events=self.tr("%n event(s)", "", kept.events)
        )

    def _lay_out(self) -> None:
        sheet = Sheet(52.0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(sheet)
        column = sheet.column
        column.addWidget(Label(self.tr("A venue without internet"), TextStyle.TITLE))
        self._about = Card()
        self._about.column.addWidget(self._words)
        self._about.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._about.column.addWidget(self.open_again_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._kept_card = Card()
        self._kept_card.column.addWidget(Label(self.tr("The room on this laptop"), TextStyle.HEADING))
        self._kept_card.column.addWidget(self._state)
        steps = FlowBox()
        steps.add(self.hand_over_button, self.export_button, self.receipts_button, self.forget_button)
        self._kept_card.column.addWidget(steps)
        column.addWidget(self.progress)
        column.addWidget(self._outcome)
        column.addWidget(self.view)
        column.addWidget(self._kept_card)
        column.addWidget(self._about)
        column.addStretch(1)
        for widget in (self.progress, self._outcome):
            widget.hide()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._open)
        self.open_again_button.clicked.connect(self._open)
        self.hand_over_button.clicked.connect(self._hand_over)
        self.export_button.clicked.connect(self._export)
        self.receipts_button.clicked.connect(self._take_receipts)
        self.forget_button.clicked.connect(self._forget)
        self.progress.stopped.connect(self._stop_pressed)
        self.view.close_button.clicked.connect(self.close_room)
        room = self._desk.room
        room.opened.connect(self._opened)
        room.failed.connect(self._failed)
        room.closed.connect(self._closed)
