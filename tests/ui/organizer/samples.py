"""A campaign for the organizer's screens: a real hub, an organizer's vault that has joined it, volunteers at work."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import (
    ActionId,
    CampaignId,
    ContactId,
    FieldId,
    Milliseconds,
    ScriptId,
    TagId,
    TargetListId,
)
from f2f_desktop.campaign.questions import CustomField, ReportSettings, Tag
from f2f_desktop.campaign.scripts import InitialScripts, ResponseScript, Script
from f2f_desktop.campaign.targets import TargetList
from f2f_desktop.cli.signing_keys import read_signing_key
from f2f_desktop.events.envelope import Event, signed
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    Answers,
    ContactReference,
    Fact,
    MessageKind,
    MessageSent,
    ReportFiled,
    SuggestionsCounted,
)
from f2f_desktop.events.ids import new_event_id
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub.checking import checked
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.enrolment import register
from f2f_desktop.hub.hub import HubKeys, set_up
from f2f_desktop.hub.intake import Push, take_in
from f2f_desktop.hub.results.projector import advance
from f2f_desktop.protocol.api import Enrolment
from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.protocol.roles import Role
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.faults import Faults
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.ui.organizer.shell import OrganizerPage
from f2f_desktop.vault.keys import Argon2Cost
from f2f_desktop.workspace import Protection, Workspace
from tests.hub.processes import HubProcess, invite, new_hub

PASSPHRASE = "correct horse battery"
CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)
CAMPAIGN = CampaignId("harbor-votes")
VOTE = ActionId("vote")
HOUR = 3_600_000
FIRST = ("Alma", "Bram", "Cleo", "Dario", "Edda", "Farid", "Greta", "Hugo", "Ines", "Jonah", "Kira", "Luis")
LAST = ("Abara", "Brand", "Castillo", "Dahl", "Espino", "Fuchs", "Garza", "Holm")
RESPONSES = (("yes", "Said yes"), ("unsure", "Not sure yet"), ("no", "Not interested"))


def content() -> CampaignContent:
    """A campaign with one action, tags, fields and response scripts."""
    script = Script(ScriptId("first"), "Hi {{first_name}}, Election Day is Tuesday. Can Jordan count on you?")
    action = Action(
        VOTE,
        1,
        "Friends for Jordan Rivera",
        "Ask ten friends whether they will vote.",
        InitialScripts(script),
        target_list=TargetListId("list"),
        responses=tuple(ResponseScript(ScriptId(id_), label, f"Thanks! ({label})") for id_, label in RESPONSES),
        report=ReportSettings((TagId("ride"), TagId("sign")), (FieldId("support"),)),
    )
    tags = Tag(TagId("ride"), "Needs a ride"), Tag(TagId("sign"), "Wants a yard sign", 1)
    field = CustomField(FieldId("support"), "Support", ("Strong yes", "Leaning yes", "Undecided", "No"))
    return CampaignContent(
        CAMPAIGN,
        "Harbor Votes",
        1,
        actions=(action,),
        tags=tags,
        fields=(field,),
        target_lists=(TargetList(TargetListId("list"), "Harbor list"),),
    )


def facts(draw: random.Random, volunteer: int, conversations: int) -> list[tuple[int, Fact]]:
    """What a volunteer did in the last week: hours ago, and the fact."""
    made: list[tuple[int, Fact]] = [(24 * 7, ActionSeen(VOTE, 1))]
    if not conversations:
        return made
    made += [(24 * 7, ActionStarted(VOTE, 1)), (24 * 7, SuggestionsCounted(VOTE, 1, conversations // 2))]
    for number in range(conversations):
        ago = draw.randrange(2, 24 * 6)
        contact = ContactReference(
            ContactId(f"v{volunteer}-{number}"),
            name=f"{draw.choice(FIRST)} {draw.choice(LAST)}",
            point_hash=f"{volunteer:016x}{number:016x}",
        )
        channel = draw.choices(list(Channel), (8, 4, 2, 1))[0]
        suggested, inside = draw.random() < 0.4, draw.choice([None, True, True, False])
        made.append(
            (
                ago,
                MessageSent(
                    VOTE, 1, contact, channel, MessageKind.INITIAL, ScriptId("first"), False, suggested, inside
                ),
            )
        )
        if draw.random() < 0.6:
            reply = draw.choice(RESPONSES)[0]
            made.append(
                (
                    ago - 1,
                    MessageSent(
                        VOTE, 1, contact, channel, MessageKind.RESPONSE, ScriptId(reply), True, suggested, inside
                    ),
                )
            )
        if draw.random() < 0.7:
            tags = tuple(TagId(tag) for tag in ("ride", "sign") if draw.random() < 0.3)
            support = draw.choice(["Strong yes", "Strong yes", "Leaning yes", "Undecided", "No"])
            made.append(
                (ago - 1, ReportFiled(VOTE, 1, contact, Answers(tags, {FieldId("support"): support}), channel))
            )
    if draw.random() < 0.6:
        made.append((1, ActionCompleted(VOTE, 1)))
    return made


def burst(volunteer: int, messages: int) -> list[tuple[int, Fact]]:
    """Many messages at the same moment, three hours ago."""
    return [
        (
            3,
            MessageSent(
                VOTE,
                1,
                ContactReference(
                    ContactId(f"b{volunteer}-{number}"), point_hash=f"b{volunteer:015x}{number:016x}"
                ),
                Channel.TEXT,
                MessageKind.INITIAL,
                ScriptId("first"),
            ),
        )
        for number in range(messages)
    ]


def fill(hub: Path, volunteers: int, busiest: int) -> None:
    """Enters laptops and their signed events as they would have come, before the hub runs."""
    draw = random.Random(7)
    database = HubDatabase(hub / "hub.db")
    keys = set_up(database)
    for number in range(volunteers):
        key, device = SigningKey.generate(), f"d{number:07d}"
        name = f"{FIRST[number % len(FIRST)]} {LAST[number * 5 % len(LAST)]}"
        enrolment = Enrolment(
            CAMPAIGN,
            device,
            key.public.to_bytes(),
            Role.VOLUNTEER,
            name,
            f"{name.split(maxsplit=1)[0].lower()}{number}@example.org",
            Milliseconds(now()),
        )
        with database.writing() as connection:
            register(connection, enrolment, keys.signing)
        done = facts(draw, number, busiest * (volunteers - number) // volunteers if number % 5 != 4 else 0)
        if number == 1:
            done += burst(number, 130)
        _push(database, keys, device, key, done)
    while _advance(database):
        pass
    database.close()


def _push(
    database: HubDatabase, keys: HubKeys, device: str, key: SigningKey, done: list[tuple[int, Fact]]
) -> None:
    begun = now()
    events = [
        Event(
            new_event_id(Milliseconds(begun - ago * HOUR)),
            device,
            number,
            Milliseconds(begun - ago * HOUR + number * 500),
            fact,
        )
        for number, (ago, fact) in enumerate(done, 1)
    ]
    for first in range(0, len(events), 500):
        batch = [signed(each, key) for each in events[first : first + 500]]
        with database.writing() as connection:
            push = Push(CAMPAIGN, device, device, checked(device, batch, key.public))
            take_in(connection, push, keys.signing, keys.epoch)


def _advance(database: HubDatabase) -> bool:
    with database.writing() as connection:
        return bool(advance(connection))


class Site:
    """A running hub with volunteers' events in it, and the locked vault of somebody who has joined it, to be copied.

    Attributes:
        hub: the hub.
    """

    def __init__(self, folder: Path, *, volunteers: int = 4, busiest: int = 12) -> None:
        self._vault = folder / "vault"
        self.hub: HubProcess = new_hub(folder / "hub")
        fill(self.hub.folder, volunteers, busiest)
        self.hub.start()
        self._port = int(self.hub.url.rsplit(":", 1)[1])
        workspace = self.join(self._vault, Role.OWNER)
        key = read_signing_key(self.hub.folder / "campaign.key")
        workspace.services.organizing.publish(content(), key)
        workspace.lock()

    def join(self, folder: Path, role: Role) -> Workspace:
        """A new vault that joins in a role."""
        workspace = Workspace(folder)
        workspace.create(Protection(PASSPHRASE, cost=CHEAP))
        link = invite(self.hub, "--role", str(role))
        workspace.services.courier.join_by_invite(read_invite(link), "Olga Owner", "olga@example.org")
        return workspace

    def vault(self, folder: Path) -> Workspace:
        """A copy of the vault, unlocked."""
        shutil.copytree(self._vault, folder)
        workspace = Workspace(folder)
        workspace.unlock(PASSPHRASE)
        return workspace

    def start_again(self) -> None:
        """Starts the hub where it was, after a test has stopped it."""
        self.hub.start(self._port)

    def end(self) -> None:
        """Stops the hub."""
        self.hub.stop()


class Headquarters:
    """The organizer's page on a vault that has joined a hub.

    Attributes:
        site: the hub.
        page: the organizer's page; results and people are places of it.
        faults: errors that reached the edge.
    """

    def __init__(self, site: Site, workspace: Workspace) -> None:
        self.site = site
        self.workspace = workspace
        self.services = self.workspace.services
        self.jobs = Jobs()
        self.faults: list[Exception] = []
        self.jobs.fault.connect(self.faults.append)
        self.desk = Desk(self.workspace, self.jobs, Told(self.faults))
        self.page = OrganizerPage(self.desk)
        self.jobs.changed.connect(lambda what, _: self.page.follow(what))
        self.page.resize(1240, 800)

    def show(self, place: str) -> QWidget:
        """Shows a place, with everything that it asks for."""
        self.page.show()
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        self.page.show_place(place)
        self.rest()
        return self.page.place(place)

    def rest(self) -> None:
        """Waits until everything that was asked for has come."""
        calm = 0
        while calm < 3:
            QTest.qWait(10)
            calm = 0 if self.jobs.busy else calm + 1

    def until(self, true: Callable[[], bool]) -> None:
        """Waits until something is true; at most ten seconds."""
        for _ in range(1000):
            if true():
                return
            QTest.qWait(10)
        raise AssertionError("it has not come true")

    def end(self) -> None:
        """Closes everything."""
        self.rest()
        self.page.close()
        self.page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.jobs.shut_down()
        self.workspace.lock()


class Told(Faults):
    """Collects errors in place of showing dialogs that nobody would close."""

    def __init__(self, found: list[Exception]) -> None:
        super().__init__(lambda: None)
        self._found = found

    def show(self, error: BaseException) -> None:
        assert isinstance(error, Exception)
        self._found.append(error)
