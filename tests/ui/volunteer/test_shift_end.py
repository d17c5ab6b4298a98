"""The end of a shift: what lacks a report, the packet, and wiping only after the word was typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from f2f_desktop.protocol.packet import read_packet
from f2f_desktop.ui.packet_export import PacketExport
from f2f_desktop.ui.syncing import Syncing
from f2f_desktop.ui.volunteer.shift_end import ShiftEndPage
from f2f_desktop.ui.volunteer.wiping import WipeDialog
from f2f_desktop.ui.widgets import Banner
from f2f_desktop.workspace import Waiting
from tests.ui.house import House
from tests.ui.volunteer.work_samples import RIDE, VOTE


@pytest.fixture
def page(house: House) -> ShiftEndPage:
    made = ShiftEndPage(house.desk, PacketExport(house.desk, house.jobs), Syncing(house.desk, house.jobs))
    house.show(made)
    return made


def when_asked(page: ShiftEndPage, answer: Callable[[WipeDialog], None], patience: int = 100) -> None:
    """Answers the dialog as soon as it is there."""

    def look() -> None:
        dialog = page.findChild(WipeDialog)
        if dialog is not None and dialog.isVisible():
            answer(dialog)
        else:
            assert patience, f"no dialog; on top: {QApplication.topLevelWidgets()}, known: {page._shift}"
            when_asked(page, answer, patience - 1)

    QTimer.singleShot(20, page, look)


def read(house: House, page: ShiftEndPage) -> None:
    page.refresh()
    house.rest()


def test_conversations_without_a_report_are_listed_and_lead_to_them(house: House, page: ShiftEndPage) -> None:
    names = house.send(3)
    read(house, page)
    asked: list[tuple[str, str]] = []
    page.report_requested.connect(lambda action, row: asked.append((action, row.name)))
    assert len(page.report_buttons) == 3
    said = {button.accessibleName() for button in page.report_buttons}
    assert said == {f"File a report about {name}" for name in names}
    page.report_buttons[0].click()
    assert asked[0][0] == VOTE
    assert f"File a report about {asked[0][1]}" == page.report_buttons[0].accessibleName()


def test_an_action_is_marked_as_done_only_after_a_report(house: House, page: ShiftEndPage) -> None:
    house.send(1)
    read(house, page)
    assert not page.done_buttons[0].isEnabled()
    house.file_report(RIDE)
    read(house, page)
    assert page.report_buttons == []
    page.done_buttons[0].click()
    house.rest()
    assert house.services.campaigns.actions()[0].progress.completed == 1


def test_the_packet_holds_what_waited_and_the_page_says_so(
    house: House, page: ShiftEndPage, tmp_path: Path
) -> None:
    house.send(2)
    read(house, page)
    assert page.sending.export_button.isEnabled()
    waiting = house.services.shift.waiting().events
    page._packets.export_to(tmp_path / "tonight.f2fpacket")
    house.rest()
    _packet, events, _signer = read_packet((tmp_path / "tonight.f2fpacket").read_bytes())
    assert len(events) == waiting
    assert f"{waiting} events saved in tonight.f2fpacket." in page.sending.exported.text()
    assert house.services.shift.waiting().unexported == 0


def test_wiping_waits_for_the_word_and_says_what_would_be_lost(house: House) -> None:
    dialog = WipeDialog(Waiting(7, 3, 5))
    house.show(dialog)
    lost = dialog.findChild(Banner)
    assert lost is not None
    assert lost.text().startswith("5 events (3 reports waiting)")
    assert not dialog.wipe.isEnabled()
    QTest.keyClicks(dialog.typed, "wip")
    assert not dialog.wipe.isEnabled()
    QTest.keyClicks(dialog.typed, "e")
    assert dialog.wipe.isEnabled()


def test_a_wiped_vault_is_gone_from_the_disk(house: House, page: ShiftEndPage) -> None:
    read(house, page)
    gone: list[bool] = []
    page.wiped.connect(lambda: gone.append(True))

    def type_the_word(dialog: WipeDialog) -> None:
        QTest.keyClicks(dialog.typed, dialog.word)
        dialog.wipe.click()

    when_asked(page, type_the_word)
    page.wipe_button.click()
    house.rest()
    assert gone == [True]
    assert not house.workspace.exists
    assert not house.workspace.unlocked
    assert not (house.folder / "vault" / "vault.db").exists()


def test_without_the_word_nothing_is_wiped(house: House, page: ShiftEndPage) -> None:
    read(house, page)

    when_asked(page, WipeDialog.reject)
    page.wipe_button.click()
    house.rest()
    assert house.workspace.exists
    assert house.workspace.unlocked
