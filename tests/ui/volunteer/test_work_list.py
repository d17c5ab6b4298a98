"""The list of the working screen: channels, search, star, filters, and what it says when it is empty."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.filters import District, VoterFrequency
from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.volunteer.work.contact_rows import visible_with
from f2f_desktop.ui.volunteer.work.filter_panel import chips_of, filter_count, without
from f2f_desktop.ui.volunteer.work.row_delegate import chips_that_fit
from f2f_desktop.volunteer.standing import MatchState
from f2f_desktop.volunteer.suggestions import ContactRow, ConversationState, Query
from tests.ui.volunteer.work_samples import VOTE, Evening, friends

TEXTABLE = frozenset({Channel.TEXT})


def names(evening: Evening) -> list[str]:
    model = evening.page.contacts.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_a_channel_leaves_only_those_whom_it_reaches_and_says_how_many(evening: Evening) -> None:
    contacts = evening.page.contacts
    assert len(names(evening)) == 10
    assert contacts.channels.segment("email").text() == "E-mail 4"
    assert contacts.channels.segment("social").accessibleName().startswith("Social: 3")
    evening.press("Ctrl+3")
    assert len(names(evening)) == 4
    assert contacts.count.text() == "4 of 4 contacts"
    assert evening.page.working.conversation.channel is Channel.EMAIL
    evening.press("Ctrl+4")
    assert sorted(names(evening)) == ["Grace Tansworth", "Noah Smith", "Renée O'Neil"]
    assert not evening.page.pane.message.code.isVisible()


def test_a_contact_who_is_reached_both_ways_stays_current(evening: Evening) -> None:
    row = evening.go_to("Renée O'Neil")
    evening.press("Ctrl+3")
    assert evening.current().id == row.id
    assert evening.page.pane.message.subject.text() == "November 3"
    assert "Yours, Alex Underhill" in evening.page.pane.message.editor.text()


def test_starred_contacts_come_first_and_can_be_alone(evening: Evening) -> None:
    assert names(evening)[0] == "Juan Núñez"
    evening.press("G")
    assert names(evening) == ["Juan Núñez"]
    evening.press("G")
    assert len(names(evening)) == 10


def test_search_narrows_while_typing_and_enter_goes_on_to_the_list(evening: Evening) -> None:
    evening.press("/")
    evening.write("nunez")
    evening.press("Return")
    assert names(evening) == ["Juan Núñez"]
    assert QApplication.focusWidget() is evening.page.contacts.view
    evening.press("Ctrl+F")
    evening.press("Escape")
    assert len(names(evening)) == 10
    evening.press("Escape")
    assert QApplication.focusWidget() is evening.page.contacts.view


def test_an_empty_list_says_why_and_what_to_do(begin: Callable[..., Evening]) -> None:
    evening = begin()
    contacts = evening.page.contacts
    contacts.search.setText("zzzz")
    contacts.search.returnPressed.emit()
    evening.rest()
    assert contacts.empty.isVisible()
    assert "Nobody fits" in contacts.empty.accessibleName()
    contacts.empty.acted.emit()
    evening.rest()
    assert len(names(evening)) == 10
    nobody = begin([])
    assert "No contacts yet" in nobody.page.contacts.empty.accessibleName()
    assert nobody.page.pane.nobody.isVisible()


def test_filters_offer_what_occurs_and_show_as_chips_that_go_again(evening: Evening) -> None:
    contacts = evening.page.contacts
    evening.press("Ctrl+Shift+F")
    assert contacts.filters_open()
    query = Query(
        channel=Channel.TEXT, districts=(District("city", "DURHAM"),), frequencies=(VoterFrequency.ALWAYS,)
    )
    contacts.panel.show_query(query)
    contacts.panel.changed.emit()
    evening.rest()
    assert contacts.query() == query
    assert names(evening) == ["Renée O'Neil"]
    assert contacts.panel.show_list.text().startswith("Show 1 ")
    evening.press("Escape")
    assert not contacts.filters_open()
    assert contacts.filters.text() == "Filters (2)"
    assert [words for _, _, words in chips_of(query, Wording())] == ["Votes always", "City: Durham"]
    contacts.clear_filters()
    assert filter_count(contacts.query()) == 0
    assert len(names(evening)) == 10


def test_one_filter_can_be_removed_without_the_others() -> None:
    query = Query(
        districts=(District("city", "DURHAM"), District("ward", "3")),
        states=(ConversationState.NEW,),
        parties=("DEM", "UNA"),
    )
    assert without(query, "districts", "city=DURHAM").districts == (District("ward", "3"),)
    assert without(query, "parties", "UNA").parties == ("DEM",)
    for name, value, _ in chips_of(query, Wording()):
        query = without(query, name, value)
    assert query == Query()


def test_a_kind_of_district_with_many_codes_is_looked_up(begin: Callable[..., Evening]) -> None:
    evening = begin(friends(40))
    panel = evening.page.contacts.panel
    evening.press("Ctrl+Shift+F")
    query = Query(channel=Channel.TEXT, districts=(District("precinct", "P01"),))
    panel.show_query(query)
    panel.changed.emit()
    assert evening.page.contacts.query() == query
    assert panel.applied_to(Query(text="x")).text == "x"


def test_a_row_stays_in_its_place_when_it_no_longer_fits_and_goes_with_the_next_query() -> None:
    rows = [
        ContactRow(ContactId(str(number)), f"Row {number}", TEXTABLE, starred=number % 2 == 0)
        for number in range(6)
    ]
    new_only = Query(states=(ConversationState.NEW,))
    rows[2] = ContactRow(ContactId("2"), "Row 2", TEXTABLE, starred=True, state=ConversationState.SENT)
    rows[3] = ContactRow(ContactId("3"), "Row 3", TEXTABLE, state=ConversationState.SENT)
    assert visible_with(rows, new_only) == [0, 4, 1, 5]
    assert visible_with(rows, new_only, ContactId("2")) == [0, 2, 4, 1, 5]
    assert visible_with(rows, new_only, ContactId("3")) == [0, 4, 1, 3, 5]
    assert visible_with(rows, new_only, ContactId("gone")) == [0, 4, 1, 5]


def test_a_sent_contact_stays_in_sight_under_a_filter_that_it_left(evening: Evening) -> None:
    contacts = evening.page.contacts
    contacts.panel.offer(contacts.choices(), Query(states=(ConversationState.NEW,), channel=Channel.TEXT))
    contacts.panel.changed.emit()
    evening.rest()
    evening.press("S")
    assert evening.current().state is ConversationState.SENT
    assert names(evening)[0] == "Juan Núñez"


def test_whoever_is_jumped_to_is_selected_whatever_the_list_is_narrowed_to(evening: Evening) -> None:
    contacts = evening.page.contacts
    rows = {row.name: row.id for row in contacts.model.rows}
    assert not contacts.reveal(rows["Noah Smith"])
    assert evening.current().name == "Noah Smith"
    contacts.panel.offer(contacts.choices(), Query(states=(ConversationState.SENT,), channel=Channel.TEXT))
    contacts.panel.changed.emit()
    contacts.search.setText("nunez")
    contacts.search.returnPressed.emit()
    evening.rest()
    assert contacts.reveal(rows["Noah Smith"])
    evening.rest()
    assert evening.current().name == "Noah Smith"
    assert contacts.query() == Query(channel=Channel.TEXT)
    assert contacts.search.text() == ""
    assert contacts.panel.applied_to(Query()) == Query()
    assert not contacts.reveal(ContactId("gone"))
    assert evening.current().name == "Noah Smith"


def test_a_contact_whom_the_channel_does_not_reach_can_be_jumped_to_nevertheless(evening: Evening) -> None:
    contacts = evening.page.contacts
    wanted = next(row for row in contacts.model.rows if Channel.EMAIL not in row.channels)
    evening.press("Ctrl+3")
    assert not contacts.reveal(wanted.id)
    evening.rest()
    assert evening.current() == wanted


def test_in_a_narrow_window_a_jump_leads_to_the_conversation(begin: Callable[..., Evening]) -> None:
    evening = begin(size=(700, 800))
    page = evening.page
    wanted = next(row for row in page.contacts.model.rows if row.name == "Noah Smith")
    assert page.sides.narrow
    assert not page.pane.isVisible()
    page.open_contact(VOTE, wanted.id)
    evening.rest()
    assert evening.current() == wanted
    assert page.pane.isVisible()
    page.open_action(VOTE)
    evening.rest()
    assert not page.pane.isVisible()


def test_undoing_a_step_shows_the_contact_whom_a_filter_hides(evening: Evening) -> None:
    evening.go_to("Noah Smith")
    evening.press("S")
    contacts = evening.page.contacts
    contacts.search.setText("nunez")
    contacts.search.returnPressed.emit()
    evening.rest()
    assert evening.current().name == "Juan Núñez"
    evening.press("Ctrl+Z")
    assert evening.current().name == "Noah Smith"
    assert evening.page.toast.text() == "Undone: Noted as sent. Filters cleared to show Noah Smith."


@pytest.mark.parametrize(
    ("widths", "room", "count"),
    [([50, 50, 50], 170, 3), ([50, 50, 50], 169, 2), ([50, 50, 50], 100, 1), ([90], 60, 0), ([], 10, 0)],
)
def test_chips_that_do_not_fit_are_counted(widths: list[float], room: float, count: int) -> None:
    assert chips_that_fit(widths, 10, room, 20) == count


def test_the_list_says_to_screen_readers_all_that_it_shows(evening: Evening) -> None:
    index = evening.page.contacts.view.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for words in (
        "Juan Núñez",
        "suggested",
        "Votes",
        "In district",
        "Swing",
        "Registered · Unaffiliated",
        "27514",
    ):
        assert words in spoken
    assert evening.current().match is MatchState.MATCHED


def test_thousands_of_contacts_are_all_there(begin: Callable[..., Evening]) -> None:
    evening = begin(friends(1200))
    assert evening.page.contacts.count.text().replace(",", "") == "1200 of 1200 contacts"
    assert evening.page.contacts.channels.segment("text").text() == "Text 1.2k"
