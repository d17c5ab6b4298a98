"""Finding a contact in the voter file from the working screen: by key, as one types, undoable, in the ledger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.ui.volunteer.ledger_dialog import LedgerDialog
from f2f_desktop.ui.volunteer.voter_search import VoterSearchDialog
from f2f_desktop.ui.volunteer.work.page import WorkPage
from tests.ui.house import House
from tests.ui.volunteer.work_samples import Evening


def unmatched(evening: Evening) -> str:
    return next(row.name for row in evening.page.contacts.model.rows if row.match == "unmatched")


def dialog_of(page: QWidget) -> VoterSearchDialog:
    return next(each for each in page.findChildren(VoterSearchDialog) if each.isVisible())


def typed(evening: Evening, dialog: VoterSearchDialog, text: str, *, street: bool = False) -> list[str]:
    """Types into a field; the ids that are shown once it has come to rest."""
    field = dialog.street if street else dialog.name
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    evening.rest()
    return [row.voter.id for row in dialog.model.rows]


@pytest.fixture
def dialog(evening: Evening) -> VoterSearchDialog:
    evening.go_to(unmatched(evening))
    evening.page.contacts.focus_list()
    evening.press("L")
    return dialog_of(evening.page)


def test_a_voter_is_found_chosen_and_taken_back_by_keys(evening: Evening, dialog: VoterSearchDialog) -> None:
    wanted = evening.services.matchmaking.extract.voters.at(7)
    found = typed(evening, dialog, wanted.last_name[:4].lower())
    assert wanted.id in found
    QTest.keyClick(dialog.name, Qt.Key.Key_Down)
    assert dialog.view.hasFocus()
    chosen = dialog.model.rows[0].voter
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    evening.rest()
    assert evening.current().match == "confirmed"
    stands = evening.services.suggestions.standing_of(evening.current().id)
    assert stands.voter_id == chosen.id
    assert evening.page.pane.match.sentence.text().startswith("You confirmed")
    # The window system does this where there is one.
    evening.page.activateWindow()
    QTest.qWaitForWindowActive(evening.page)
    evening.page.contacts.focus_list()
    evening.press("U")
    assert evening.current().match == "unmatched"
    assert evening.page.pane.match.finder.isVisible()


def test_every_search_that_was_shown_is_in_the_ledger(evening: Evening, dialog: VoterSearchDialog) -> None:
    typed(evening, dialog, "mi")
    typed(evening, dialog, "x")
    dialog.name.clear()
    evening.rest()
    typed(evening, dialog, "1", street=True)
    lines = evening.services.ledger.page().lines
    searched = [(line.entry.searched.name, line.entry.searched.street) for line in lines if line.entry.searched]
    assert searched == [("", "1"), ("mix", "")]
    assert {line.contact for line in lines} == {evening.current().name}
    dialog.reject()


def test_nothing_typed_shows_nobody_and_nobody_found_says_so(evening: Evening, dialog: VoterSearchDialog) -> None:
    assert dialog.model.rowCount() == 0
    assert not dialog.choose.isEnabled()
    before = dialog.status.text()
    assert typed(evening, dialog, "qqqqq") == []
    assert dialog.status.text() != before
    dialog.name.clear()
    evening.rest()
    assert dialog.status.text() == before
    assert not dialog.choose.isEnabled()
    dialog.reject()


def test_a_search_that_more_letters_overtook_is_not_shown(evening: Evening, dialog: VoterSearchDialog) -> None:
    dialog.name.setText("a")
    dialog.name.searched.emit("a")
    dialog.name.setText("qqqqq")
    dialog.name.searched.emit("qqqqq")
    evening.rest()
    assert dialog.model.rowCount() == 0
    dialog.reject()


def test_a_voter_is_said_with_all_that_is_shown_of_them(evening: Evening, dialog: VoterSearchDialog) -> None:
    typed(evening, dialog, "a")
    index = dialog.model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.DisplayRole) in spoken
    assert "," in spoken
    dialog.reject()


def test_a_contact_who_is_matched_has_no_need_to_be_found(evening: Evening) -> None:
    assert evening.current().match == "matched"
    assert not evening.page.pane.match.finder.isVisible()
    evening.press("L")
    assert not [each for each in evening.page.findChildren(VoterSearchDialog) if each.isVisible()]


def test_the_ledger_is_shown_from_the_settings_without_a_byte_that_left(house: House) -> None:
    window = house.window()
    from f2f_desktop.matching.looking_up import VoterQuery

    query = VoterQuery("smith", "12")
    house.services.looking_up.look_up(None, query, house.services.looking_up.hits(query))
    window.menu.ledger_wanted.emit()
    house.rest()
    (dialog,) = window.findChildren(LedgerDialog)
    texts = [dialog.model.index(0, column).data() for column in range(4)]
    assert texts[1:] == ["Looked for: name “smith”, street “12” (0 found)", "nowhere", "0"]
    assert "0 bytes left" in dialog.sum.text()
    dialog.accept()


def test_locking_closes_the_search(house: House) -> None:
    window = house.window()
    page = window.pages.page("review")
    window.show_page("review")
    house.rest()
    page.look_up()
    house.rest()
    dialog = dialog_of(page)
    window.lock()
    house.rest()
    assert not any(
        isinstance(each, VoterSearchDialog) and each.isVisible() for each in QApplication.topLevelWidgets()
    )
    assert dialog is not None
    assert not isinstance(page, WorkPage)
