"""Every screen of joining and synchronizing, as pictures: `python -m tests.ui.sync_pictures DIR [LOOK...]`.

A real hub and a real vault; the states that cannot be waited for (a portal, a wrong clock) are put in by hand.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDateTime, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.protocol.invites import read_invite, write_invite_file
from f2f_desktop.ui.main_window import MainWindow
from f2f_desktop.ui.organizer.room import RoomPage
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.volunteer.attention import AttentionPage
from f2f_desktop.ui.volunteer.carrying import CarryPage
from f2f_desktop.ui.volunteer.joining.join_dialog import JoinDialog
from f2f_desktop.ui.volunteer.joining.join_panel import CODE
from f2f_desktop.ui.volunteer.ledger_dialog import LedgerDialog
from f2f_desktop.ui.volunteer.shift_end import ShiftEndPage
from f2f_desktop.ui.volunteer.start import StartPage
from f2f_desktop.ui.volunteer.wiping import WipeDialog
from f2f_desktop.ui.walk import _heard
from f2f_desktop.vault import outbox
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.workspace import Standing, Waiting
from tests.hub.laptops import Laptop
from tests.hub.rooms import join_room
from tests.ui.house import House
from tests.ui.hub_at_test import HubAtTest
from tests.ui.looks import USUAL, Album, Look, look_of, looking
from tests.ui.volunteer.desk_samples import extract_file
from tests.ui.volunteer.work_samples import RIDE

SIZE = (1240, 800)
HUB = {
    "joined": True,
    "campaign_name": "Jordan Rivera for City Council",
    "hub_name": "https://hub.example.org:8443",
}


def states(now: int) -> dict[str, tuple[Standing, bool]]:
    """Every state that the bar and its popover can be in, and whether a round is under way."""
    soon, well = Milliseconds(now + 48_000), {"complete_at": Milliseconds(now), "complete_count": 112}
    waits = {"waiting": 7, "reports_waiting": 3, "reports_safe": 37, "next_try": soon}

    def state(running: bool = False, **more: object) -> tuple[Standing, bool]:
        return Standing(**{**HUB, **more}), running  # type: ignore[arg-type]

    return {
        "without-hub": (Standing(False, waiting=7, reports_waiting=3), False),
        "syncing": state(True, **waits),
        "waiting": state(**waits),
        "all-safe": state(**well, reports_safe=37, next_try=Milliseconds(now + 240_000)),
        "attention": state(**waits, dead=2),
        "paused": state(**waits, paused=True),
        "offline": state(**waits, trouble="NetworkMissing", failures=3),
        "portal": state(**waits, trouble="NotTheHub", failures=1),
        "tls": state(**waits, trouble="OtherCertificate", failures=2),
        "clock": state(**waits, trouble="ClockWrong", failures=2),
        "dead-hub": state(**waits, trouble="HubAnswersNot", failures=5),
        "hub-busy": state(**waits, trouble="HubBusy", failures=1),
        "revoked": state(**waits, revoked=True),
    }


class Shoot:
    """One look at everything, on a vault and a hub of its own."""

    def __init__(self, folder: Path, album: Album) -> None:
        self.album = album
        self.folder = folder
        self.hub = HubAtTest(folder / "hub")
        self.hub.publish(extract=extract_file(folder / "e.f2fx").read_bytes())
        (folder / "house").mkdir()
        self.house = House(folder / "house")
        self.services = self.house.services
        self.services.campaigns.introduce(Volunteer("Alex Underhill", "alex@example.org"))
        self.window: MainWindow = self.house.window()
        self.window.resize(*SIZE)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        album.look.dress(app)

    def end(self) -> None:
        """Closes everything."""
        self.house.end()
        self.hub.end()

    def save(self, what: str) -> None:
        """A picture of the window."""
        self.house.rest()
        self.album.save(what, self.window)

    def joining(self) -> None:
        """The dialog: empty, a broken link, a code, an invite that is asked about, joined."""
        dialog = JoinDialog(self.window.desk, self.window)
        panel = dialog.panel
        dialog.open()

        def save(what: str) -> None:
            self.house.rest()
            QTest.qWait(50)
            self.album.save(f"a-join-{what}", dialog)

        save("1-empty")
        panel.read_text("f2f://join/eJwAAA")
        save("2-broken-link")
        panel.show_way(CODE)
        panel.message.hide()
        save("3-code")
        panel.address.setText("http://127.0.0.1:9")
        panel.code.setText("ABC 234")
        panel.join()
        save("4-nobody-there")
        file = self.folder / "harbor.f2finvite"
        file.write_bytes(write_invite_file(read_invite(self.hub.link)))
        dialog.take([file])
        save("5-file-read")
        panel.join_button.click()
        panel.progress.show()
        self.album.save("a-join-6-busy", dialog)
        self.house.until(lambda: not panel.ways.isVisible())
        save("7-joined")
        dialog.accept()
        self.house.until(lambda: not self.window.syncing.running)
        self.save("b-start-download")

    def popover(self) -> None:
        """What is behind the status, in every state."""
        syncing, bar = self.window.syncing, self.window.sync_bar
        syncing.stop()
        for name, (standing, running) in states(QDateTime.currentMSecsSinceEpoch()).items():
            syncing.standing = standing
            status = bar._words.status(standing, Waiting(7, 3, 5), running=running)
            lines = bar._words.lines(standing, Waiting(7, 3, 5), running=running)
            self.window.top_bar.show_status(status, "\n".join(lines))
            bar.popover.show_state(status, lines, standing, 7)
            bar.popover.open_below(self.window.top_bar.status)
            QTest.qWait(30)
            self.album.save(f"c-popover-{name}", bar.popover)
            if name == "all-safe":
                self.album.save("c-window", self.window)
            bar.popover.hide()
        syncing.start()
        self.house.until(lambda: not syncing.running)

    def attention(self) -> None:
        """Events that were not taken, with their ways out."""
        self.window.show_page("attention")
        self.save("d-attention-none")
        self.house.send(4)
        for _ in range(2):
            self.house.file_report(RIDE)
        codes = ("too_large", "unreadable", "bad_signature", "wrong_stream", "same_id", "")
        with self.services.courier._vault.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT id FROM events WHERE type IN ('message.sent', 'report.filed', 'report.corrected') "
                "ORDER BY position DESC"
            ).all()
            for (id_,), code in zip(rows, codes, strict=False):
                outbox.bury(connection, id_, b"hub", code, "")
        page = self.window.pages.page("attention")
        assert isinstance(page, AttentionPage)
        page.refresh()
        self.save("d-attention")
        page._ask_to_discard(page.cards[0].letter)
        QTest.qWait(50)
        (box,) = page.findChildren(QMessageBox)
        self.album.save("d-attention-discard", box)
        box.close()
        page.discard(page.cards[0].letter)
        self.save("d-attention-discarded")
        page.export_to(self.folder / "not-taken.f2fpacket")
        self.save("d-attention-exported")
        with self.services.courier._vault.transaction() as connection:
            connection.exec_driver_sql("DELETE FROM dead_letters")

    def ledger(self) -> None:
        """What left the laptop."""
        dialog = LedgerDialog(self.window.desk, self.window)
        dialog.open()
        self.house.rest()
        self.album.save("e-ledger", dialog)
        dialog.table.selectRow(0)
        self.house.rest()
        self.album.save("e-ledger-line", dialog)
        dialog.accept()

    def start(self) -> None:
        """The start page with an update to fetch, and with an extract that the campaign has withdrawn."""
        self.window.show_page("start")
        page = self.window.pages.page("start")
        assert isinstance(page, StartPage)
        matchmaking = self.services.matchmaking
        matchmaking.install_received(self.services.downloading.receive(self.services.courier.offers()[0]))
        page.refresh()
        self.save("f-start")
        page._newer = True
        page._show(self.services.overview.now())
        self.save("f-start-update")
        page._show_withdrawn("Jersey City")
        self.save("f-start-withdrawn")

    def carrying(self) -> None:
        """Others' packets: none, taken along with a file that cannot be read, delivered, refused."""
        page = self.window.pages.page("carry")
        assert isinstance(page, CarryPage)
        self.window.show_page("carry")
        self.save("g-carry-none")
        for count in (1, 2):
            maker = Laptop(self.folder / f"maker{count}", "Mina Maker").join(self.hub.link)
            maker.work(2)
            path = self.folder / f"mina-{count}.f2fpacket"
            from f2f_desktop.sync.packets import Packets

            Packets(maker.vault).export(path)
            maker.close()
        damaged = bytearray((self.folder / "mina-2.f2fpacket").read_bytes())
        damaged[-20] ^= 1
        (self.folder / "mina-2.f2fpacket").write_bytes(damaged)
        (self.folder / "cut.f2fpacket").write_bytes(b"f2f-packet nothing of the kind")
        self.window.syncing.pause(True)
        self.house.rest()
        page.take_files([self.folder / "mina-1.f2fpacket"])
        self.save("g-carry-taken")
        page.take_files([self.folder / name for name in ("mina-2.f2fpacket", "cut.f2fpacket")])
        self.save("g-carry-mixed")
        self.window.syncing.pause(False)
        self.house.until(lambda: all(line.packet.refusal or line.packet.handed_over_at for line in page.lines))
        self.save("g-carry-delivered")
        page.take_files([self.folder / "cut.f2fpacket"])
        self.save("g-carry-refused")

    def shift(self) -> None:
        """The end of a shift: waiting, safe with its receipt, and wiping."""
        self.window.syncing.pause(True)
        self.house.send(6)
        self.house.file_report(RIDE)
        self.window.show_page("shift_end")
        page = self.window.pages.page("shift_end")
        assert isinstance(page, ShiftEndPage)
        page.refresh()
        self.save("h-shift-waiting")
        page.sending.drain()
        self.house.until(lambda: not self.window.syncing.running)
        self.save("h-shift-safe")
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
        self.save("h-shift-safe-end")
        for name, dialog in {
            "lost": WipeDialog(Waiting(7, 3, 5), self.window),
            "safe": WipeDialog(Waiting(7, 3, 0), self.window, safe=page.sending.safe_words),
        }.items():
            dialog.open()
            QTest.qWait(50)
            self.album.save(f"h-wipe-{name}", dialog)
            dialog.close()
            dialog.deleteLater()

    def room(self) -> None:
        """A room: before, open, joined, closed, handed over. The laptop is an organizer's now."""
        import f2f_desktop.ui.organizer.room as module

        module.own_addresses = lambda: ("127.0.0.1", "127.0.0.2")  # type: ignore[assignment]
        from tests.hub.processes import invite

        made = self.folder / "office"
        made.mkdir()
        house = House(made)
        house.services.courier.join_by_invite(
            read_invite(invite(self.hub.hub, "--role", "organizer")), "Olga Organizer"
        )
        house.services.courier.round()
        page = OrganizerPage(house.desk)
        house.show(page)
        page.resize(*SIZE)
        page.show_place("room")
        room = page.place("room")
        assert isinstance(room, RoomPage)

        def save(what: str) -> None:
            house.rest()
            self.album.save(f"i-room-{what}", page)

        save("1-before")
        room.open_button.click()
        for _ in range(3000):
            QTest.qWait(20)
            if room.view.isVisible() and not room.progress.isVisible():
                break
        save("2-open")
        opened = house.desk.room.room
        assert opened is not None
        vera = join_room(Laptop(made / "vera", "Vera"), opened)
        vera.work(2)
        vera.courier.round()
        for _ in range(500):
            QTest.qWait(20)
            if room.view.laptops.text() == "1":
                break
        save("3-joined")
        room.view.close_button.click()
        for _ in range(3000):
            QTest.qWait(20)
            if not house.desk.room.running:
                break
        save("4-closed")
        room.hand_over_button.click()
        for _ in range(3000):
            QTest.qWait(20)
            if room._outcome.isVisible() and not house.desk.room.running:
                break
        save("5-handed-over")
        vera.close()
        house.desk.room.stop_now()
        house.end()


def shoot(folder: Path, look: Look, home: Path) -> None:
    """All pictures of one look."""
    made = Shoot(home, Album(folder, look))
    for part in (
        made.joining,
        made.popover,
        made.attention,
        made.ledger,
        made.start,
        made.carrying,
        made.shift,
        made.room,
    ):
        part()
    assert made.house.faults == [], made.house.faults
    made.end()


def main(folder: Path, looks: list[str]) -> None:
    """Writes all pictures into `folder`."""
    qInstallMessageHandler(_heard)
    app = QApplication([])
    for written in looks or USUAL:
        look = look_of(written)
        with tempfile.TemporaryDirectory() as home, looking(app, look):
            shoot(folder, look, Path(home))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
