"""The organizer's workspace and its list of actions."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from f2f_desktop.campaign.action import ActionStatus
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.results import ActionFigures, Figure
from f2f_desktop.ui.organizer.actions.place import ActionsPlace
from f2f_desktop.ui.organizer.actions.tree import ENGAGEMENT, STATUS
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.preview import ActionPreview
from f2f_desktop.ui.volunteer.start import StartPage
from tests.ui.house import House
from tests.ui.organizer.office import Office
from tests.ui.volunteer.work_samples import PASSPHRASE


def shown(office: Office) -> ActionsPlace:
    place = ActionsPlace(office.desk)
    office.show(place)
    place.refresh()
    office.rest()
    return place


def editing(place: ActionsPlace) -> bool:
    return place.editor is not None


def test_an_organizer_comes_to_the_workspace_and_goes_to_own_contacts_and_back(office: Office) -> None:
    window = office.window()
    assert window.pages.current == "organizer"
    page = window.pages.page("organizer")
    assert isinstance(page, OrganizerPage)
    assert page.current == "actions"
    page.own_contacts.click()
    office.rest()
    assert window.pages.current == "start"
    start = window.pages.page("start")
    assert isinstance(start, StartPage)
    assert start.organizing.isVisible()
    start.organizing.click()
    office.rest()
    assert window.pages.current == "organizer"


def test_a_volunteer_sees_nothing_of_it(house: House) -> None:
    window = house.window()
    assert window.pages.current == "start"
    start = window.pages.page("start")
    assert isinstance(start, StartPage)
    assert not start.organizing.isVisible()


def test_actions_stand_in_their_folders_with_status_and_engagement(office: Office) -> None:
    office.open_hub()
    first = office.action("Ask your friends", "Spring")
    closed = office.action("Picnic", "Spring/Parks")
    office.action("Rides")
    office.publish(first, closed)
    office.services.authoring.save(
        msgspec.structs.replace(office.services.authoring.action(first.id), title="Ask")
    )
    place = shown(office)
    tree = place.list.tree
    assert tree.titles() == ["Picnic", "Ask", "Rides"]
    assert tree.folders() == ["Spring", "Spring/Parks"]
    tree.show_figures(
        {
            first.id: ActionFigures(
                first.id, {Figure.SENT_TO: 40, Figure.SEEN: 12, Figure.STARTED: 8, Figure.COMPLETED: 3}
            )
        }
    )
    tree.choose(first.id)
    item = tree.currentItem()
    assert item is not None
    assert item.text(STATUS) == "Changed"
    assert item.text(ENGAGEMENT) == "12 seen · 8 started · 3 completed of 40"
    assert place.list.age.text().startswith("Figures from")
    place.list.search.setText("pic park")
    place.list.search.returnPressed.emit()
    assert tree.titles() == ["Picnic"]


def test_without_the_hub_the_figures_say_how_old_they_are(office: Office) -> None:
    office.open_hub().publish(office.action("Ask"))
    place = shown(office)
    office.close_hub()
    place.refresh()
    office.rest()
    assert "cannot be reached" in place.list.age.text()
    assert place.list.tree.titles() == ["Ask"]


def test_an_action_is_made_copied_moved_closed_and_reopened(office: Office) -> None:
    action = office.open_hub().action("Ask", "Spring")
    office.publish(action)
    place = shown(office)
    page = place.list
    page.copy_current()
    office.rest()
    row = page.tree.current_row()
    assert row is not None
    assert (row.action.title, row.action.status) == ("Ask (copy)", ActionStatus.DRAFT)
    page.move_menu.aboutToShow.emit()
    offered = {entry.text(): entry for entry in page.move_menu.actions() if entry.text()}
    assert list(offered) == ["(no folder)", "Spring", "New folder …"]
    offered["(no folder)"].trigger()
    office.rest()
    assert office.services.authoring.action(row.action.id).folder == ""
    page.tree.drop_on(row.action.id, page.tree.topLevelItem(0))
    office.rest()
    assert office.services.authoring.action(row.action.id).folder == "Spring"
    page.tree.choose(action.id)
    page.close_button.click()
    office.rest()
    assert office.services.authoring.action(action.id).status is ActionStatus.CLOSED
    assert page.close_button.text() == "Reopen"
    assert "1 change is not published" in page.unpublished.text()
    page.unpublished.acted.emit()
    office.until(lambda: not page.unpublished.publishing.busy)
    office.rest()
    assert page.unpublished.isHidden()
    page.close_button.click()
    office.rest()
    assert office.services.authoring.action(action.id).status is ActionStatus.PUBLISHED


def test_a_deleted_draft_comes_back_by_undo(office: Office) -> None:
    office.action("Ask")
    place = shown(office)
    place.list.tree.setFocus()
    QTest.keyClick(place.list.tree, Qt.Key.Key_Delete)
    office.rest()
    assert place.list.tree.titles() == []
    place.list.toast.undone.emit()
    office.rest()
    assert place.list.tree.titles() == ["Ask"]


def test_enter_opens_the_editor_and_escape_leads_back_with_everything_kept(office: Office) -> None:
    action = office.action("Ask")
    place = shown(office)
    place.list.tree.setFocus()
    QTest.keyClick(place.list.tree, Qt.Key.Key_Return)
    office.rest()
    assert place.editor is not None
    QTest.keyClicks(place.editor.basics.title_line, " three friends")
    QTest.keyClick(place.editor, Qt.Key.Key_Escape)
    office.rest()
    assert not editing(place)
    assert office.services.authoring.action(ActionId(action.id)).title.endswith("three friends")


def test_the_window_shows_the_preview_and_locking_keeps_what_was_typed(office: Office) -> None:
    action = office.action("Ask")
    window = office.window()
    page = window.pages.page("organizer")
    assert isinstance(page, OrganizerPage)
    place = page.place("actions")
    assert isinstance(place, ActionsPlace)
    place.open_action(action.id)
    office.rest()
    assert place.editor is not None
    place.editor.show_preview()
    office.rest()
    (preview,) = window.findChildren(ActionPreview)
    assert preview.isVisible()
    preview.done_button.click()
    QTest.keyClicks(place.editor.basics.title_line, "!")
    window.lock()
    office.rest()
    assert window.pages.current == "unlock"
    office.workspace.unlock(PASSPHRASE)
    assert office.workspace.services.authoring.action(action.id).title == "Ask!"


def test_a_place_is_reached_by_its_number(office: Office) -> None:
    window = office.window()
    page = window.pages.page("organizer")
    assert isinstance(page, OrganizerPage)
    number = Qt.Key(Qt.Key.Key_1 + page.places.index("questions"))
    QTest.keyClick(window, number, Qt.KeyboardModifier.ControlModifier)
    office.rest()
    assert page.current == "questions"
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    office.rest()
    assert page.current == "actions"
