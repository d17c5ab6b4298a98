"""The window: where it begins, how it locks, and where files go."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.ui.unlock import UnlockPage
from f2f_desktop.ui.volunteer.importing.page import ImportPage
from f2f_desktop.ui.volunteer.shift_end import ShiftEndPage
from f2f_desktop.ui.volunteer.start import StartPage
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.workspace import Workspace
from tests.ui.house import PASSPHRASE, House
from tests.ui.volunteer.work_samples import RIDE, VOTE

CARDS = "BEGIN:VCARD\nVERSION:3.0\nFN:Orla Quenby\nN:Quenby;Orla;;;\nTEL:+1 919 555 0177\nEND:VCARD\n"


def texts(window: object) -> str:
    assert hasattr(window, "findChildren")
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def editor_of(work: WorkPage) -> QPlainTextEdit:
    editor = work.pane.message.editor.findChild(QPlainTextEdit)
    assert editor is not None
    return editor


def unlock(house: House, page: object) -> None:
    assert isinstance(page, UnlockPage)
    page.secret.setText(PASSPHRASE)
    page.open_button.click()
    house.rest()


def test_an_empty_folder_begins_with_the_first_run(house: House, tmp_path: Path) -> None:
    window = house.window(Workspace(tmp_path / "nothing"))
    assert window.pages.current == "first_run"


def test_a_locked_vault_begins_locked_and_opens_onto_the_start_page(house: House) -> None:
    house.workspace.lock()
    window = house.window()
    assert window.pages.current == "unlock"
    unlock(house, window.pages.page("unlock"))
    assert window.pages.current == "start"
    assert "Jordan Rivera for City Council" in texts(window.top_bar)


def test_locking_by_key_takes_everything_of_the_vault_off_the_screen(house: House) -> None:
    window = house.window()
    window.show_page("shift_end")
    house.send(1)
    window.show_page("start")
    house.rest()
    assert "Hello, Alex" in texts(window)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    house.rest()
    assert not house.workspace.unlocked
    assert window.pages.current == "unlock"
    assert "Alex" not in texts(window)
    assert "Jordan" not in texts(window)
    assert not window.findChildren(StartPage)


def test_what_was_typed_before_the_lock_is_there_after_it(house: House) -> None:
    window = house.window()
    start = window.pages.page("start")
    assert isinstance(start, StartPage)
    start.panels[0].button.click()
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    QTest.keyClicks(editor_of(work), "Only half a sentence")
    window.lock()
    house.rest()
    unlock(house, window.pages.page("unlock"))
    window.pages._open_action("vote")
    house.rest()
    again = window.pages.page("work")
    assert isinstance(again, WorkPage)
    assert "Only half a sentence" in again.pane.message.editor.text()


def test_time_without_input_locks(house: House) -> None:
    window = house.window()
    assert window.auto_lock.minutes == 5
    window.auto_lock._last_input -= 4 * 60
    window.auto_lock.tick()
    house.rest()
    assert house.workspace.unlocked
    window.auto_lock._last_input -= 2 * 60
    window.auto_lock.tick()
    house.rest()
    assert not house.workspace.unlocked


def test_files_given_while_it_is_locked_are_imported_after_unlocking(house: House, tmp_path: Path) -> None:
    book = tmp_path / "more.vcf"
    book.write_text(CARDS)
    house.workspace.lock()
    window = house.window()
    window.take_files([book])
    house.rest()
    assert window.pages.current == "unlock"
    unlock(house, window.pages.page("unlock"))
    page = window.pages.page("import_contacts")
    assert isinstance(page, ImportPage)
    assert window.pages.current == "import_contacts"
    assert house.workspace.services.importing.count() == 11


def test_the_bar_says_how_many_reports_wait_and_that_they_are_in_a_packet(house: House, tmp_path: Path) -> None:
    house.send(1)
    window = house.window()
    assert window.top_bar.status.text() == "Offline · saved here"
    house.file_report(RIDE)
    window.refresh()
    house.rest()
    assert window.top_bar.status.text() == "Offline · 1 report waiting"
    window.packets.export_to(tmp_path / "tonight.f2fpacket")
    house.rest()
    assert window.top_bar.status.text() == "Offline · all saved in a packet"
    assert "saved in tonight.f2fpacket" in window.toast.text()


def test_a_conversation_without_a_report_opens_from_the_end_of_the_shift(house: House) -> None:
    (name,) = house.send(1)
    window = house.window()
    window.show_page("shift_end")
    house.rest()
    page = window.pages.page("shift_end")
    assert isinstance(page, ShiftEndPage)
    page.report_buttons[0].click()
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    assert window.pages.current == "work"
    current = work.contacts.row_of(work.contacts.current())
    assert current is not None
    assert current.name == name


def test_a_filter_that_hides_the_person_is_taken_back_and_the_window_says_so(house: House) -> None:
    names = house.send(2)
    window = house.window()
    window.pages._open_action("vote")
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    work.contacts.search.setText("nobody of that name")
    work.contacts.search.returnPressed.emit()
    work.contacts.starred.click()
    house.rest()
    assert work.contacts.current() is None
    for number in (0, 1):
        window.show_page("shift_end")
        house.rest()
        page = window.pages.page("shift_end")
        assert isinstance(page, ShiftEndPage)
        page.report_buttons[number].click()
        house.rest()
        current = work.contacts.row_of(work.contacts.current() or ContactId(""))
        assert current is not None
        assert page.report_buttons[number].accessibleName() == f"File a report about {current.name}"
        assert current.name in names
        assert work.pane.person.isVisible()
        assert work.toast.text() == (f"Filters cleared to show {current.name}." if number == 0 else "")
        work.toast.show_message("")
    assert work.contacts.search.text() == ""
    assert not work.contacts.starred.isChecked()


def test_closing_saves_what_was_typed_first(house: House) -> None:
    window = house.window()
    window.pages._open_action("vote")
    house.rest()
    work = window.pages.page("work")
    assert isinstance(work, WorkPage)
    contact = work.working.contact_id
    QTest.keyClicks(editor_of(work), "Almost lost")
    gone: list[bool] = []
    window.closed.connect(lambda: gone.append(True))
    window.close()
    house.until(lambda: gone == [True])
    assert contact is not None
    kept = house.services.outreach.conversation(VOTE, contact, Channel.TEXT)
    assert "Almost lost" in kept.message.text


def test_wiping_leads_to_a_first_run_and_takes_the_clipboard_along(house: House) -> None:
    window = house.window()
    window.show_page("shift_end")
    house.rest()
    QGuiApplication.clipboard().setText("+1 919 555 0100")
    page = window.pages.page("shift_end")
    assert isinstance(page, ShiftEndPage)
    page.wipe()
    house.rest()
    assert window.pages.current == "first_run"
    assert QGuiApplication.clipboard().text() == ""
    assert not house.workspace.exists


def test_menus_of_the_vault_wait_until_it_is_open_and_set_up(house: House) -> None:
    window = house.window()
    names = {action.text(): action for action in window.menu.actions() if action.text()}
    assert names["Import contacts"].isEnabled()
    window.lock()
    house.rest()
    assert not names["Import contacts"].isEnabled()
