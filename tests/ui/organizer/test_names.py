"""Every control of the organizer's screens has a name for a screen reader."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import LinkId
from f2f_desktop.campaign.links import TrackedLink
from f2f_desktop.protocol.api import NewInvite
from f2f_desktop.ui.organizer.actions.place import ActionsPlace
from f2f_desktop.ui.organizer.lists.place import ListsPlace
from f2f_desktop.ui.organizer.people.inviting import InviteSheet, NewInviteDialog
from f2f_desktop.ui.organizer.people.place import PeoplePlace
from f2f_desktop.ui.organizer.results.bursts import BurstsDialog
from f2f_desktop.ui.organizer.results.follow_up import FollowUpDialog
from f2f_desktop.ui.organizer.results.place import ResultsPlace
from f2f_desktop.ui.organizer.results.recurring import RecurringDialog
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.ui.organizer.voter_files.place import VoterFilesPlace
from f2f_desktop.ui.preview import ActionPreview
from f2f_desktop.volunteer.campaigns import Volunteer
from tests.organizer.test_voter_files import state
from tests.ui.organizer.names import nameless, spoken_name
from tests.ui.organizer.office import Office
from tests.ui.organizer.samples import VOTE, Headquarters, Site

STRANGE_LIST = "Vorname,Nachname,Telefon,Strasse\nAda,Byron,+1 919 555 0101,Elm St 1\n"
STRANGE_FILE = "Nummer;Nachname;Vorname;Status\n" + "".join(f"{n};MEYER{n};ANN;A\n" for n in range(1, 9))


class Walk:
    """Looks at one screen after another, and remembers what has no name."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}
        self.seen = 0

    def look(self, name: str, page: QWidget) -> None:
        """Notes the nameless controls of this screen."""
        assert page.isVisible(), name
        self.seen += 1
        lacking = nameless(page)
        if lacking:
            self.found[name] = lacking


def test_a_control_without_a_name_is_noticed(qapp: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    named, field, bare, choice = QLineEdit(), QLineEdit(), QPushButton(""), QComboBox()
    named.setAccessibleName("Title")
    choice.addItem("None")
    for widget in (named, field, bare, choice, QPushButton("Go")):
        column.addWidget(widget)
    page.show()
    assert nameless(page) == ["QLineEdit", "QPushButton", "QComboBox"]
    assert spoken_name(named) == "Title"
    page.close()
    page.deleteLater()


@pytest.mark.long
def test_every_place_the_editor_and_the_steps_of_a_voter_file_name_their_controls(
    office: Office, tmp_path: Path
) -> None:
    office.open_hub().with_questions().with_extract()
    authoring = office.services.authoring
    office.publish(office.action("Ask ten friends", "Autumn"))
    action = office.action("Ask again", "Autumn")
    plan = TrackedLink(LinkId("pkanaa"), "Plan", "https://example.org/plan")
    authoring.save(msgspec.structs.replace(action, links=(plan,)))
    page = OrganizerPage(office.desk)
    office.show(page)
    walk = Walk()
    for name in page.places:
        page.show_place(name)
        office.rest()
        walk.look(name, page)

    actions = page.place("actions")
    assert isinstance(actions, ActionsPlace)
    page.show_place("actions")
    actions.open_action(action.id)
    office.rest()
    assert actions.editor is not None
    for own in actions.editor.scripts.others.values():
        own.own.click()
    for card in actions.editor.responses.cards:
        card.advanced.click()
    office.rest()
    walk.look("editor", page)
    actions.editor.resize(400, 600)
    actions.close_editor()
    office.rest()
    preview = ActionPreview(action, authoring.draft(), Volunteer())
    office.show(preview)
    for channel in Channel:
        preview.show_channel(channel)
        walk.look(f"preview {channel}", preview)

    lists = page.place("lists")
    assert isinstance(lists, ListsPlace)
    page.show_place("lists")
    strange = tmp_path / "list.csv"
    strange.write_text(STRANGE_LIST, encoding="utf-8")
    lists.take(strange)
    office.rest()
    assert lists.mapping is not None
    walk.look("list mapping", lists.mapping)
    for field, header in (("first_name", "Vorname"), ("last_name", "Nachname"), ("phone", "Telefon")):
        choice = lists.mapping.choices[field]
        choice.setCurrentIndex(choice.findData(header))
    lists.mapping.accept()
    office.rest()
    assert lists.report is not None
    walk.look("list report", page)
    lists.report.discard_wanted.emit()
    lists.filter_voters()
    office.rest()
    walk.look("list from the voter file", page)

    page.show_place("voter_files")
    files = page.place("voter_files")
    assert isinstance(files, VoterFilesPlace)
    files.begin()
    office.rest()
    wizard = files.wizard
    assert wizard is not None
    walk.look("voter files: none", page)
    unknown = tmp_path / "waehler.txt"
    unknown.write_text(STRANGE_FILE, encoding="utf-8")
    wizard.files.take((unknown,))
    office.rest()
    walk.look("voter files: not recognised", page)
    wizard.files.ask_columns()
    office.rest()
    assert wizard.files.mapping is not None
    walk.look("voter files: mapping", wizard.files.mapping)
    wizard.files.mapping.reject()
    wizard.files.take(state(tmp_path))
    office.rest()
    walk.look("voter files: report", page)
    for step in ("districts", "columns", "preview"):
        wizard.go_on()
        office.rest()
        walk.look(f"voter files: {step}", page)
    wizard.cut.cut()
    office.rest()
    walk.look("voter files: cut", page)
    wizard.cut.publish()
    office.rest()
    walk.look("voter files: published", page)
    assert walk.found == {}
    assert walk.seen > 20


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    made = Site(tmp_path_factory.mktemp("site"))
    yield made
    made.end()


@pytest.mark.long
def test_results_people_and_their_dialogs_name_their_controls(
    qapp: QApplication, site: Site, tmp_path: Path
) -> None:
    made = Headquarters(site, site.vault(tmp_path / "own"))
    walk = Walk()
    results = made.show("results")
    assert isinstance(results, ResultsPlace)
    walk.look("results", made.page)
    results.open_action(VOTE)
    tabs = results.view.tabs
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        made.rest()
        walk.look(f"results: {tabs.tabText(number)}", made.page)
    receivers = results.view.receivers_tab
    tabs.setCurrentWidget(receivers)
    receivers.open(receivers.table.rows_model.rows[0])
    made.rest()
    walk.look("results: a receiver", made.page)
    people = made.show("people")
    assert isinstance(people, PeoplePlace)
    for number in range(people.tabs.count()):
        people.tabs.setCurrentIndex(number)
        made.rest()
        walk.look(f"people: {people.tabs.tabText(number)}", made.page)
    invite, code = made.services.organizing.invite(NewInvite(label="Tuesday", uses=2, with_code=True))
    role = made.services.courier.role()
    assert role is not None
    users = made.services.organizing.users(VOTE).value
    dialogs: dict[str, QDialog] = {
        "bursts": BurstsDialog(made.desk, VOTE, results),
        "recurring export": RecurringDialog(made.page.recurring, results),
        "follow up": FollowUpDialog(made.desk, VOTE, users[:1], results),
        "new invite": NewInviteDialog(made.desk, role, people),
        "invite": InviteSheet(made.desk, invite, code, people),
    }
    for what, dialog in dialogs.items():
        dialog.show()
        made.rest()
        walk.look(what, dialog)
        dialog.close()
    assert walk.found == {}
    assert walk.seen > 12
    made.end()
    assert made.faults == []
