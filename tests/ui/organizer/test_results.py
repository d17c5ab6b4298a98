"""The place "Results", on a real hub with a week of events in it."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from f2f_desktop.organizer.exports import Format
from f2f_desktop.protocol.receivers import beginning, is_sought
from f2f_desktop.protocol.results import DEFINITIONS, Figure, ReceiverRow
from f2f_desktop.protocol.roles import Role
from f2f_desktop.ui.organizer.exporting import Wanted
from f2f_desktop.ui.organizer.results.bursts import BurstsDialog
from f2f_desktop.ui.organizer.results.follow_up import FollowUpDialog
from f2f_desktop.ui.organizer.results.overview import MESSAGES, OVERVIEW
from f2f_desktop.ui.organizer.results.place import ResultsPlace
from f2f_desktop.ui.organizer.results.recurring import RecurringDialog
from f2f_desktop.ui.organizer.results.words import CONTEXT
from f2f_desktop.ui.translation import Translation
from f2f_desktop.volunteer.preferences import RecurringExport
from tests.ui.organizer.samples import VOTE, Headquarters, Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    made = Site(tmp_path_factory.mktemp("site"), busiest=40)
    yield made
    made.end()


@pytest.fixture
def headquarters(qapp: QApplication, site: Site, tmp_path: Path) -> Iterator[Headquarters]:
    made = Headquarters(site, site.vault(tmp_path / "vault"))
    yield made
    made.end()
    assert made.faults == []


def opened(headquarters: Headquarters, tab: int = 0) -> ResultsPlace:
    """The place with the action open at a tab, everything there."""
    place = headquarters.show("results")
    assert isinstance(place, ResultsPlace)
    place.open_action(VOTE)
    place.view.tabs.setCurrentIndex(tab)
    headquarters.rest()
    return place


def test_an_action_is_chosen_from_a_table_and_its_figures_are_the_hubs(headquarters: Headquarters) -> None:
    place = headquarters.show("results")
    assert isinstance(place, ResultsPlace)
    table = place.actions_table.table
    assert [row.title for row in table.rows_model.rows] == ["Friends for Jordan Rivera"]
    table.choose(VOTE)
    QTest.keyClick(table, Qt.Key.Key_Return)
    headquarters.rest()
    figures = headquarters.services.organizing.results(VOTE).value.figures
    shown = {figure: card.value.text() for figure, card in place.view.overview.cards.items()}
    assert set(shown) == {*OVERVIEW, *MESSAGES}
    assert shown == {figure: place.locale().toString(figures[figure]) for figure in shown}
    assert figures[Figure.INITIAL] > 150
    assert place.title.text() == "Friends for Jordan Rivera"
    QTest.keyClick(place, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    headquarters.until(place.back.isHidden)


def test_the_list_of_actions_leads_to_an_actions_results(headquarters: Headquarters) -> None:
    headquarters.show("actions").results_wanted.emit(VOTE)  # type: ignore[attr-defined]
    headquarters.rest()
    place = headquarters.page.place("results")
    assert isinstance(place, ResultsPlace)
    assert headquarters.page.current == "results"
    assert place.title.text() == "Friends for Jordan Rivera"
    assert place.view.overview.cards[Figure.INITIAL].value.text() != "–"


def test_every_figure_carries_its_definition(headquarters: Headquarters, qapp: QApplication) -> None:
    translation = Translation(qapp, "es")
    for text in DEFINITIONS.values():
        assert QCoreApplication.translate(CONTEXT, text) != text
    translation.fall_silent()
    translation.deleteLater()
    cards = opened(headquarters).view.overview.cards
    for figure, card in cards.items():
        assert card.toolTip() == card.accessibleDescription() == DEFINITIONS[figure]
        assert card.accessibleName().startswith(card._name + ": ")
    users = headquarters.page.place("results").view.users.table.rows_model  # type: ignore[attr-defined]
    assert (
        users.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == DEFINITIONS[Figure.INITIAL]
    )


def test_the_charts_add_up_to_the_figures_and_can_be_read_out(headquarters: Headquarters) -> None:
    place = opened(headquarters)
    figures = headquarters.services.organizing.results(VOTE).value.figures
    for figure, chart in place.view.overview.charts.items():
        assert sum(day.total for day in chart._days) == figures[figure]
        assert chart.accessibleDescription().count("\n") == len(chart._days) - 1
    chart = place.view.overview.charts[Figure.INITIAL]
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.chosen == 1


def test_without_the_hub_the_last_figures_stay_and_say_how_old_they_are(headquarters: Headquarters) -> None:
    place = opened(headquarters)
    before = place.view.overview.cards[Figure.INITIAL].value.text()
    assert place.age.text().startswith("As of ")
    assert "·" not in place.age.text()
    headquarters.site.hub.stop()
    QTest.keyClick(place, Qt.Key.Key_F5)
    headquarters.until(lambda: place.age.text().endswith(("offline since", "the hub has not answered since")))
    assert place.view.overview.cards[Figure.INITIAL].value.text() == before
    place.view.tabs.setCurrentIndex(2)  # never asked for while there was a hub
    headquarters.rest()
    assert "does not answer" in place.age.text()
    headquarters.site.start_again()


def test_it_looks_again_by_itself_while_it_is_on_the_screen(headquarters: Headquarters) -> None:
    place = opened(headquarters)
    assert place._timer.isActive()
    assert place._timer.interval() == 30_000
    headquarters.show("people")
    assert not place._timer.isActive()


def test_answers_are_summed_up_by_their_names(headquarters: Headquarters) -> None:
    view = opened(headquarters, 1).view
    assert list(view.summary.bars) == ["Tags", "Support", "Response scripts"]
    assert "Needs a ride" in view.summary.bars["Tags"].accessibleDescription()
    assert {row.value for row in view.answers.table.rows_model.rows if row.name == "Support"} >= {"Strong yes"}
    results = headquarters.services.organizing.results(VOTE).value
    counted = {row.name: row.count for row in view.scripts.table.rows_model.rows}
    assert sum(counted.values()) == sum(each.count for each in results.scripts)
    assert "Said yes" in counted


def test_volunteers_are_sorted_searched_and_flagged(headquarters: Headquarters) -> None:
    users = opened(headquarters, 2).view.users
    model = users.table.rows_model
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(names) == 4
    users.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    headquarters.rest()
    assert [model.index(row, 0).data() for row in range(4)] == sorted(names, key=str.casefold)
    users.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    headquarters.rest()
    sent = [
        row.values.get(Figure.INITIAL, 0) for row in map(model.row_at, map(model.index, range(4), [0] * 4)) if row
    ]
    assert sent == sorted(sent, reverse=True)
    assert not users.banner.isHidden()
    users.search.setText(names[-1].split()[0].lower())
    headquarters.until(lambda: model.rowCount() == 1)
    users.search.setText("nobody of this name")
    headquarters.until(lambda: model.rowCount() == 0)
    assert users.empty.isHidden()  # there are volunteers


def test_volunteers_come_by_the_page_as_they_come_in_sight(headquarters: Headquarters) -> None:
    users = opened(headquarters, 2).view.users
    model = users.table.rows_model
    whole = [row.user for row in model.rows]
    users.pages.size = 1
    users.refresh()
    headquarters.until(lambda: users.pages.count == len(whole))
    assert [row.user for row in model.rows] == whole
    users.refresh(gently=True)  # who reads on is left alone
    assert users.pages.count == len(whole)
    users.refresh()
    assert users.pages.count == 0
    headquarters.until(lambda: users.pages.count == len(whole))


def test_volunteers_are_sorted_and_searched_without_the_hub_too(headquarters: Headquarters) -> None:
    place = opened(headquarters, 2)
    users = place.view.users
    model = users.table.rows_model
    names = sorted((row.name for row in model.rows), key=str.casefold)
    headquarters.site.hub.stop()
    users.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    headquarters.until(lambda: [row.name for row in model.rows] == names[::-1])
    assert "not answered since" in place.age.text()
    users.search.setText(names[0].upper())
    headquarters.until(lambda: [row.name for row in model.rows] == names[:1])
    assert not users.banner.isHidden()
    exported = headquarters.services.organizing.users(VOTE)
    assert sorted((row.name for row in exported.value), key=str.casefold) == names
    headquarters.site.start_again()


def test_volunteers_who_are_selected_are_asked_to_follow_up(headquarters: Headquarters) -> None:
    services = headquarters.services
    own = next(row.id for row in services.organizing.devices().value if row.role is Role.OWNER)
    place = opened(headquarters, 2)
    users = place.view.users
    assert not users.follow_up.isEnabled()
    rows = list(users.table.rows_model.rows)
    users.table.selectAll()
    users.search.setText(rows[0].name)
    headquarters.until(lambda: users.table.rows_model.rowCount() == 1)
    users.search.clear()
    headquarters.until(lambda: users.table.rows_model.rowCount() == len(rows))
    rows[0] = msgspec.structs.replace(rows[0], devices=(*rows[0].devices, own))
    users.table.set_rows(rows)
    assert [row.user for row in users.table.selected_rows()] == [rows[0].user]
    QTest.mouseClick(users.follow_up, Qt.MouseButton.LeftButton)
    (dialog,) = place.findChildren(FollowUpDialog)
    assert dialog.whom.text() == rows[0].name
    suggested = dialog.text.toPlainText()
    for text, may_go in ((suggested, True), ("é" * 1000, True), ("é" * 1001, False), (" \n ", False)):
        dialog.text.setPlainText(text)
        assert dialog.send.isEnabled() is may_go
    dialog.text.setPlainText(suggested)
    QTest.mouseClick(dialog.send, Qt.MouseButton.LeftButton)
    dialog.reject()  # closed at once, it is sent all the same
    headquarters.rest()
    assert place.toast.text().startswith("Asked 1 volunteer")
    services.courier.round()
    (note,) = services.courier.notes()
    assert (note.note.by, note.note.text, note.note.action) == ("Olga Owner", suggested, VOTE)


def test_receivers_come_in_pages_are_filtered_and_opened(headquarters: Headquarters) -> None:
    place = opened(headquarters, 3)
    receivers = place.view.receivers_tab
    model = receivers.table.rows_model
    whole = len(list(headquarters.services.organizing.all_receivers(VOTE)))
    assert 0 < model.rowCount() < whole
    while model.canFetchMore():
        receivers.table.scrollToBottom()
        model.fetchMore()
        headquarters.rest()
    assert model.rowCount() == whole
    receivers.in_district.setCurrentIndex(1)
    receivers.suggested.setCurrentIndex(1)
    headquarters.rest()
    assert model.rows
    assert all(row.in_district and row.suggested for row in model.rows)
    receivers.table.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(receivers.table, Qt.Key.Key_Return)
    headquarters.rest()
    assert not receivers.history.isHidden()
    assert any("First message" in line for line in receivers.history.lines)
    QTest.keyClick(receivers, Qt.Key.Key_Escape)
    headquarters.until(receivers.history.isHidden)


def test_receivers_are_searched_by_the_hub_and_without_it_among_those_kept_here(
    headquarters: Headquarters,
) -> None:
    place = opened(headquarters, 3)
    receivers = place.view.receivers_tab
    model = receivers.table.rows_model
    kept = list(model.rows)
    everybody = list(headquarters.services.organizing.all_receivers(VOTE))
    name = next(row.name for row in everybody if row.name and row not in kept)

    def search(text: str) -> list[ReceiverRow]:
        receivers.search.setFocus()
        receivers.search.clear()
        QTest.keyClicks(receivers.search, text)
        QTest.keyClick(receivers.search, Qt.Key.Key_Return)
        headquarters.rest()
        while model.canFetchMore():
            model.fetchMore()
            headquarters.rest()
        return list(model.rows)

    last = name.split()[-1].upper()
    expected = [row for row in everybody if is_sought(row, beginning(last))]
    assert 0 < len(expected) < len(everybody)
    assert search(last) == expected
    assert receivers.search.hasFocus()
    volunteer = everybody[0].volunteer
    assert {row.volunteer for row in search(volunteer)} >= {volunteer}
    assert search("nobody is called so") == []
    assert receivers.empty.accessibleName() == "Nobody found No first or last name begins so."
    headquarters.site.hub.stop()
    some = kept[0].name.split()[0].lower()[:3]  # was never asked for while there was a hub
    found = search(some)
    assert {row.contact for row in kept if is_sought(row, some)} <= {row.contact for row in found}
    assert all(is_sought(row, some) for row in found)
    headquarters.site.start_again()


def test_a_volunteers_receivers_are_shown_by_themselves(headquarters: Headquarters) -> None:
    view = opened(headquarters, 2).view
    row = view.users.table.rows_model.rows[1]
    view.users.table.choose(row.user)
    view.users.their_receivers.click()
    headquarters.rest()
    found = view.receivers_tab.table.rows_model.rows
    assert found
    assert {each.device for each in found} == set(row.devices)
    view.receivers_tab.whose.click()
    headquarters.rest()
    assert len({each.device for each in view.receivers_tab.table.rows_model.rows}) > 1


def test_what_is_implausible_is_left_out_and_put_back(headquarters: Headquarters) -> None:
    place = opened(headquarters, 2)
    place.view.show_bursts()
    dialog = next(each for each in place.view.findChildren(BurstsDialog))
    headquarters.rest()
    burst = dialog.stretches.current_row()
    assert burst is not None
    assert burst.messages >= 130
    before = headquarters.services.organizing.results(VOTE).value.figures[Figure.INITIAL]
    dialog.reason.setText("a script ran")
    dialog.leave_out.click()
    headquarters.rest()
    assert headquarters.services.organizing.results(VOTE).value.figures[Figure.INITIAL] < before - 100
    (left_out,) = dialog.left_out.rows_model.rows
    assert left_out.reason == "a script ran"
    assert (left_out.first_at, left_out.last_at) == (burst.first_at, burst.last_at)
    model = dialog.left_out.rows_model
    shown = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    content = headquarters.services.authoring.draft()
    assert shown[1] == next(action.title for action in content.actions if action.id == VOTE)
    assert dialog.stretches.rows_model.rows == []
    assert place.view.users.banner.isHidden()  # the table below has been read again
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    headquarters.rest()
    assert headquarters.services.organizing.results(VOTE).value.figures[Figure.INITIAL] == before
    (batch,) = dialog.left_out.rows_model.rows
    assert batch.undone_at is not None
    dialog.left_out.choose(batch.id)
    assert not dialog.put_back.isEnabled()  # it counts already
    assert dialog.toast.text().startswith("Put back")
    dialog.close()


def test_the_table_on_the_screen_and_everything_are_exported(headquarters: Headquarters, tmp_path: Path) -> None:
    place = opened(headquarters, 2)
    assert place._wanted() == Wanted("users", VOTE)
    place.exporter.write(place._wanted(), tmp_path / "users.json", Format.JSON)
    headquarters.rest()
    assert len(json.loads((tmp_path / "users.json").read_text())) == 4
    assert place.toast.text() == "4 row(s) written to users.json."
    place.exporter.write(Wanted(), tmp_path / "all.zip", Format.CSV)
    headquarters.rest()
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert {"actions.csv", "people.csv", "audit.csv", "users-vote.csv"} <= set(archive.namelist())
    assert place.exporter.row.isHidden()


def test_an_export_that_is_stopped_leaves_nothing(headquarters: Headquarters, tmp_path: Path) -> None:
    place = opened(headquarters)
    place.exporter.write(Wanted("receivers", VOTE), tmp_path / "receivers.csv", Format.CSV)
    assert not place.exporter.row.isHidden()
    place.exporter.row.stopped.emit()
    headquarters.rest()
    assert not place.exporter.busy
    assert list(tmp_path.glob("receivers*")) == []


def test_everything_goes_to_a_folder_again_and_again(headquarters: Headquarters, tmp_path: Path) -> None:
    place = opened(headquarters)
    folder = tmp_path / "shared"
    folder.mkdir()
    place.export_button.recurring_wanted.emit()
    recurring = headquarters.page.recurring
    dialog = next(each for each in headquarters.page.findChildren(RecurringDialog))
    dialog.on.setChecked(True)
    assert not dialog.save.isEnabled()  # no folder yet
    dialog.folder.setText(str(folder))
    dialog.minutes.setValue(15)
    dialog._judge()
    dialog.save.click()
    headquarters.rest()
    assert [path.name for path in folder.iterdir()] == ["harbor-votes.xlsx"], recurring.last
    assert headquarters.services.preferences.recurring_export() == RecurringExport(True, str(folder), "xlsx", 15)
    assert recurring._timer.interval() == 15 * 60_000
    assert "harbor-votes.xlsx" in recurring.last
    (folder / "harbor-votes.xlsx").unlink()
    folder.rmdir()
    recurring.write_now()
    headquarters.rest()
    assert recurring.went_wrong  # told in its dialog, not in one that nobody is there to close
    recurring.set(RecurringExport())
    assert not recurring._timer.isActive()


def test_keys_reach_everything(headquarters: Headquarters) -> None:
    place = opened(headquarters)
    assert place.refresh_button.shortcut() == QKeySequence("F5")
    assert place.export_button.menu() is not None
    focusable = [
        card for card in place.view.overview.cards.values() if card.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(focusable) == len(OVERVIEW) + len(MESSAGES)
