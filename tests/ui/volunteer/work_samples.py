"""A desk for the working screen: a real vault with a campaign, invented friends, voters and matches in it."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice
from PySide6.QtGui import QColor, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent, Image
from f2f_desktop.campaign.filters import AutoFilters, District
from f2f_desktop.campaign.ids import (
    ActionId,
    CampaignId,
    ContactId,
    FieldId,
    MediaId,
    ScriptId,
    TagId,
    TargetListId,
    VoterId,
)
from f2f_desktop.campaign.questions import CustomField, ReportSettings, Tag
from f2f_desktop.campaign.scripts import FieldAnswer, InitialScripts, ResponseScript, Script
from f2f_desktop.campaign.settings import CampaignSettings
from f2f_desktop.campaign.targets import TargetList, TargetVoter
from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone, SocialProfile
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.matching.model import Candidate, Evidence, Match, MatchStatus
from f2f_desktop.protocol.bundle import read_bundle, write_bundle
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.faults import Faults
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.ui.volunteer.work.page import WorkPage
from f2f_desktop.vault.keys import Argon2Cost
from f2f_desktop.vault.matches import StoredMatch
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.volunteer.conversation import Conversation
from f2f_desktop.volunteer.suggestions import ContactRow
from f2f_desktop.volunteer.teaching import Found
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import TextColumn, Voters
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from f2f_desktop.workspace import Protection, VolunteerServices, Workspace

CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "correct horse battery"
KEY = SigningKey.from_bytes(bytes(range(32)))
VOTE = ActionId("vote")
SUPPORT, PLAN, REASON = FieldId("support"), FieldId("plan"), FieldId("reason")
RIDE, SIGN, HELP = TagId("ride"), TagId("sign"), TagId("volunteer")

TEXT = (
    "Hi {{first_name}}, it's {{volunteer_first_name}}! I'm helping Jordan Rivera run for City Council because the "
    "library hours got cut. Election Day is Tuesday, Nov 3. Can Jordan count on your vote?"
)
CALL = (
    "Hi {{first_name}}, it's {{volunteer_first_name}}. How have you been?\n\nI'm helping Jordan Rivera run for City "
    "Council. {{why_you}} Can Jordan count on your vote?"
)


def picture() -> bytes:
    """A small PNG."""
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor("#26795a"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def campaign() -> CampaignContent:
    """A campaign with one action that has everything."""
    action = Action(
        VOTE,
        1,
        "Ask your friends to vote for Jordan",
        "A message from you does more than any advertisement.",
        InitialScripts(
            Script(ScriptId("text"), TEXT),
            call=Script(ScriptId("call"), CALL, with_image=False),
            email=Script(ScriptId("email"), f"{TEXT}\n\nYours, {{{{volunteer_name}}}}", subject="November 3"),
        ),
        image=MediaId("library"),
        target_list=TargetListId("list"),
        filters=AutoFilters(districts=(District("county", "DURHAM"),)),
        responses=(
            ResponseScript(
                ScriptId("yes"),
                "Said yes",
                "That's great, {{first_name}}, thank you! Early, or on Election Day?",
                set_fields=(FieldAnswer(SUPPORT, "Will vote for Jordan"),),
            ),
            ResponseScript(ScriptId("unsure"), "Not sure yet", "Totally fair. What matters most to you?"),
            ResponseScript(
                ScriptId("help"),
                "Wants to help",
                "Wonderful! We meet on Thursdays at 6 in {{meeting_place}}.",
                apply_tags=(HELP,),
                set_fields=(FieldAnswer(SUPPORT, "Will vote for Jordan"),),
            ),
            ResponseScript(ScriptId("moved"), "Moved away", "Oh, I didn't know! Good luck in the new place."),
            ResponseScript(
                ScriptId("no"), "Not interested", "No problem at all.", channels=(Channel.TEXT, Channel.EMAIL)
            ),
        ),
        report=ReportSettings((RIDE, SIGN, HELP, TagId("spanish"), TagId("schools")), (SUPPORT, PLAN, REASON)),
    )
    return CampaignContent(
        CampaignId("rivera"),
        "Jordan Rivera for City Council",
        1,
        CampaignSettings(phone_hash_key=b"k" * 32, swing_districts=("state_house=31",)),
        (action,),
        (
            Tag(RIDE, "Needs a ride", 1),
            Tag(SIGN, "Wants a yard sign", 2),
            Tag(HELP, "Will volunteer", 3),
            Tag(TagId("spanish"), "Speaks Spanish", 4),
            Tag(TagId("schools"), "Cares about schools", 5),
        ),
        (
            CustomField(
                SUPPORT,
                "How did it go?",
                ("Will vote for Jordan", "Leaning yes", "Undecided", "Leaning no", "Not voting"),
                1,
            ),
            CustomField(PLAN, "When will they vote?", ("Early", "By mail", "On Election Day"), 2),
            CustomField(REASON, "What matters to them?", (), 3),
        ),
        (
            TargetList(
                TargetListId("list"),
                "Friends who skip city elections",
                (TargetVoter(VoterId("V001"), {"why_you": "You love the library."}), TargetVoter(VoterId("V003"))),
            ),
        ),
        (Image(MediaId("library"), "library.png", picture(), "A library with its lights on"),),
    )


NAMES = (
    ("Renée", "O'Neil"),
    ("Juan", "Núñez"),
    ("Sofía", "Müller"),
    ("Fatima", "Johnson"),
    ("Noah", "Smith"),
    ("Wei", "Chen"),
    ("José", "Quillfeather"),
    ("Mateo", "Marrowby"),
    ("Grace", "Tansworth"),
    ("Bartholomew-Alexander", "Featherstonehaugh-Cholmondeley"),
)


def friends(count: int = len(NAMES)) -> list[Contact]:
    """Invented contacts: all have a mobile number, every third an e-mail address, every fourth an account."""
    made = []
    for number in range(count):
        given, family = NAMES[number % len(NAMES)]
        if number >= len(NAMES):
            family = f"{family} {number}"
        phones = [Phone(f"+1919{5_550_100 + number}", "", label="mobile")]
        if number % 5 == 0:
            phones.append(Phone(f"+1984{5_550_100 + number}", "", label="home"))
        made.append(
            Contact(
                f"friend-{number}",
                PersonName(f"{given} {family}", given=given, family=family),
                phones=tuple(phones),
                emails=(Email(f"friend{number}@example.org"),) if number % 3 == 0 else (),
                social=(SocialProfile("instagram", f"friend.{number}"),) if number % 4 == 0 else (),
            )
        )
    return made


def voters(count: int = 30) -> Voters:
    """Invented voters, V000 and on."""
    rows = range(count)

    def column(texts: Sequence[str]) -> TextColumn:
        return TextColumn.encode(list(texts))

    return Voters(
        ids=np.array([f"V{row:03d}".encode() for row in rows]),
        texts={
            "first_name": column([NAMES[row % len(NAMES)][0].upper() for row in rows]),
            "last_name": column([NAMES[row % len(NAMES)][1].upper() for row in rows]),
            "street_address": column([f"{12 + row} OAK ST" for row in rows]),
            "city": column([("DURHAM", "CHAPEL HILL")[row % 2] for row in rows]),
            "zip": column([("27701", "27514")[row % 2] for row in rows]),
            "county": column(["DURHAM" for row in rows]),
            "party": column([("DEM", "UNA", "REP")[row % 3] for row in rows]),
        },
        numbers={
            "birth_year": np.array([1950 + 2 * row for row in rows], np.int16),
            "frequency": np.array([1 + row % 4 for row in rows], np.uint8),
        },
        districts={
            "congressional": column(["4" for _ in rows]),
            "state_house": column([("29", "31")[row % 2] for row in rows]),
            "precinct": column([f"P{row:02d}" for row in rows]),
        },
    )


EVIDENCE = (
    Evidence("last_name", "exact", 6.1, "ONEIL", "ONEIL"),
    Evidence("phone", "same", 12.4),
    Evidence("first_name", "nickname", 3.2, "RENEE", "RENATA"),
    Evidence("zip", "different", -1.5, "27514", "27701"),
    Evidence("birth_year", "missing", 0.0),
)


def store_matches(services: VolunteerServices, folder: Path, ids: Sequence[ContactId]) -> None:
    """Of every five contacts one is ambiguous and one not in the file."""
    path = folder / "district.f2fx"
    expires = datetime.now(UTC).date() + timedelta(days=60)
    write_extract(path, voters(), ExtractDetails(layout="test", expires=expires), KEY)
    services.matchmaking.extract = open_extract(path.read_bytes())
    found = []
    for number, contact_id in enumerate(ids):
        first, second = VoterId(f"V{number % 30:03d}"), VoterId(f"V{(number + 10) % 30:03d}")
        if number % 5 == 4:
            match = Match(contact_id, MatchStatus.UNMATCHED)
        elif number % 5 == 3:
            pair = (Candidate(first, 0.48, EVIDENCE), Candidate(second, 0.41, EVIDENCE[:2]))
            match = Match(contact_id, MatchStatus.AMBIGUOUS, pair, 0.11)
        else:
            pair = (Candidate(first, 0.97, EVIDENCE), Candidate(second, 0.02, EVIDENCE[:1]))
            match = Match(contact_id, MatchStatus.MATCHED, pair, 0.01)
        voter = services.matchmaking.voter(match.best.voter_id) if match.best else None
        found.append(StoredMatch(contact_id, match, voter))
    services.matchmaking.keep(Found(tuple(found)))


def made_ready(folder: Path) -> Path:
    """`folder` with a vault and an extract in it, to be copied: quicker than making them again."""
    workspace_with(folder, friends()).lock()
    return folder


def copied(template: Path, folder: Path) -> Workspace:
    """A copy of what `made_ready` made, unlocked."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    workspace = Workspace(folder / "vault")
    workspace.unlock(PASSPHRASE)
    workspace.services.matchmaking.extract = open_extract((folder / "district.f2fx").read_bytes())
    return workspace


def workspace_with(folder: Path, contacts: Sequence[Contact]) -> Workspace:
    """A new vault with the campaign, these contacts and their matches, unlocked."""
    workspace = Workspace(folder / "vault")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    services = workspace.services
    services.campaigns.install(read_bundle(write_bundle(campaign(), KEY)))
    services.campaigns.introduce(Volunteer("Alex Underhill", "alex@example.org"))
    services.importing.store("friends.vcf", contacts, ())
    by_uid = {stored.contact.uid: stored.id for stored in services.importing.contacts()}
    store_matches(services, folder, [by_uid[each.uid] for each in contacts if each.uid in by_uid])
    return workspace


class AnyApp:
    """An `Opener` with an app for every scheme, which notes what it was given."""

    def __init__(self, *schemes: str) -> None:
        self._schemes = schemes
        self.opened: list[str] = []

    def handles(self, scheme: str) -> bool:
        return not self._schemes or scheme in self._schemes

    def open(self, link: str) -> bool:
        self.opened.append(link)
        return True


class Evening:
    """A volunteer at the working screen, driven by keys.

    Attributes:
        page: the screen, shown and active.
        services: what is behind it; to be used while everything is at rest.
        faults: errors that reached the edge.
    """

    def __init__(
        self,
        folder: Path,
        contacts: Sequence[Contact] | None = None,
        *,
        template: Path,
        size: tuple[int, int] = (1400, 900),
        opener: AnyApp | None = None,
    ) -> None:
        self._app = QApplication.instance()
        self.workspace = copied(template, folder) if contacts is None else workspace_with(folder, contacts)
        self.services = self.workspace.services
        self.jobs = Jobs()
        self.faults: list[Exception] = []
        self.jobs.fault.connect(self.faults.append)
        self.opener = opener or AnyApp()
        self._size = size
        self.page = self.new_page()

    def new_page(self) -> WorkPage:
        """A page with the action open, as after a new start."""
        desk = Desk(self.workspace, self.jobs, Faults(lambda: None))
        self.page = WorkPage(desk, opener=self.opener)
        self.jobs.changed.connect(self._changed)
        self.page.resize(*self._size)
        self.page.show()
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        self.page.open_action(VOTE)
        self.rest()
        return self.page

    def close_page(self) -> None:
        """Closes the page as leaving it does."""
        self.jobs.changed.disconnect(self._changed)
        self.page.close()
        self.rest()
        self.page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def end(self) -> None:
        """Closes everything."""
        self.close_page()
        self.jobs.shut_down()
        self.workspace.lock()

    def rest(self) -> None:
        """Waits until everything that was asked for has come."""
        calm = 0
        for _ in range(4000):
            QTest.qWait(1)
            calm = calm + 1 if self.page.working.at_rest else 0
            if calm >= 3:
                return
        raise AssertionError("the screen does not come to rest")

    def settle(self) -> None:
        """Waits until Qt has laid out everything: that takes it a few rounds."""
        self.rest()
        before = None
        for _ in range(100):
            QTest.qWait(10)
            now = [each.geometry() for each in self.page.findChildren(QWidget) if each.isVisible()]
            if now == before:
                return
            before = now
        raise AssertionError("the screen does not settle")

    def press(self, keys: str, *, rest: bool = True) -> None:
        """Presses one key or a combination where the keyboard is: `S`, `Ctrl+Return`."""
        combination = QKeySequence(keys)[0]
        target = QApplication.focusWidget() or self.page
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        if rest:
            self.rest()

    def write(self, text: str) -> None:
        """Writes text where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget(), text)

    def current(self) -> ContactRow:
        """The current contact's row."""
        row = self.page.contacts.row_of(self.page.contacts.current() or ContactId(""))
        assert row is not None
        return row

    def go_to(self, name: str) -> ContactRow:
        """Makes the contact with this name current."""
        row = next(each for each in self.page.contacts.model.rows if each.name == name)
        self.page.contacts.select(row.id)
        self.rest()
        return row

    def conversation(self, channel: Channel = Channel.TEXT) -> Conversation:
        """The current contact's conversation as it is stored."""
        return self.services.outreach.conversation(VOTE, self.current().id, channel)

    def shown_code(self) -> str:
        """What a phone reads from the code on the screen; empty if there is none."""
        view = self.page.pane.message.code.view
        self.settle()
        if not view.isVisible():
            return ""
        picture = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
        found = zxingcpp.read_barcodes(np.ascontiguousarray(pixels[:, : picture.width()]))
        return found[0].text if found else ""

    def _changed(self, what: frozenset[str], _initiator: object) -> None:
        self.page.refresh(what)
