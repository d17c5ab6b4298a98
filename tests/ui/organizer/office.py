"""An organizer's desk for tests: a real vault with a campaign, its drafts and an extract; a real hub on request."""

import datetime as dt
import shutil
from pathlib import Path

import msgspec

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.ids import ScriptId
from f2f_desktop.campaign.questions import ReportSettings
from f2f_desktop.campaign.scripts import FieldAnswer, ResponseScript
from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.volunteer.preferences import SetUp
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from f2f_desktop.workspace import Protection, Workspace
from tests.hub.processes import HubProcess, invite, new_hub
from tests.ui.house import House, _Told
from tests.ui.volunteer.work_samples import CHEAP, KEY, PASSPHRASE, picture, voters


def founded(folder: Path) -> int:
    """A hub and a vault that has joined it, to be copied; gives the hub's port. The hub rests."""
    hub = new_hub(folder / "hub").start()
    workspace = Workspace(folder / "vault")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    services = workspace.services
    services.courier.join_by_invite(read_invite(invite(hub, "--role", "owner")), "Olga Owner", "olga@example.org")
    services.preferences.keep_set_up(SetUp(True, True, True, True, True))
    workspace.lock()
    hub.stop()
    return int(hub.url.rpartition(":")[2])


class Office(House):
    """Everything around the organizer's workspace, on a vault that belongs to a hub's campaign.

    Attributes:
        hub: the campaign's hub, a process of its own, which rests until `open_hub`.
    """

    def __init__(self, folder: Path, template: Path, port: int) -> None:
        shutil.copytree(template, folder, dirs_exist_ok=True)
        self.hub = HubProcess(folder / "hub")
        self._port = port
        self._open = False
        self.folder = folder
        self.workspace = Workspace(folder / "vault")
        self.workspace.unlock(PASSPHRASE)
        self.services = self.workspace.services
        self.jobs = Jobs()
        self.faults: list[Exception] = []
        self.jobs.fault.connect(self.faults.append)
        self.desk = Desk(self.workspace, self.jobs, _Told(self.faults))
        self._shown = []

    def open_hub(self) -> "Office":
        """Starts the hub where the vault looks for it."""
        self.hub.start(self._port)
        self._open = True
        return self

    def close_hub(self) -> None:
        """Stops it."""
        if self._open:
            self.hub.stop()
            self._open = False

    @property
    def key_file(self) -> Path:
        """The campaign's signing key, as the hub's set-up made it."""
        return self.hub.folder / "campaign.key"

    def with_extract(self) -> "Office":
        """Puts an extract of invented voters on the laptop."""
        path = self.folder / "district.f2fx"
        expires = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=60)
        write_extract(path, voters(), ExtractDetails(layout="test", expires=expires), KEY)
        self.services.matchmaking.extract = open_extract(path.read_bytes())
        return self

    def with_questions(self) -> "Office":
        """Two tags and two fields, drafted."""
        authoring = self.services.authoring
        for name in ("Needs a ride", "Wants a yard sign"):
            authoring.new_tag(name)
        authoring.new_field("How did it go?", ("Will vote for Jordan", "Undecided", "Not voting"))
        authoring.new_field("What matters to them?")
        return self

    def action(self, title: str, folder: str = "") -> Action:
        """A draft with everything that publishing needs."""
        authoring = self.services.authoring
        action = authoring.new_action(folder)
        content = authoring.draft()
        script = msgspec.structs.replace(
            action.scripts.text,
            text="Hi {{first_name}}, it's {{volunteer_first_name}}! Can Jordan count on your vote on Tuesday?",
        )
        responses = (
            ResponseScript(
                ScriptId("yes"),
                "Said yes",
                "That's great, {{first_name}}, thank you!",
                apply_tags=tuple(tag.id for tag in content.tags[:1]),
                set_fields=tuple(FieldAnswer(field.id, field.choices[0]) for field in content.fields[:1]),
            ),
            ResponseScript(ScriptId("no"), "Not interested", "No problem at all."),
        )
        return authoring.save(
            msgspec.structs.replace(
                action,
                title=title,
                description="A message from you does more than any advertisement.",
                scripts=msgspec.structs.replace(action.scripts, text=script),
                responses=responses,
                report=ReportSettings(
                    tuple(tag.id for tag in content.tags), tuple(field.id for field in content.fields)
                ),
                image=authoring.add_image("library.png", picture(), "A library").id,
            )
        )

    def publish(self, *actions: Action) -> int:
        """Publishes these drafts to the hub."""
        authoring = self.services.authoring
        authoring.keep_key_file(self.key_file)
        ready = authoring.ready([action.id for action in actions])
        version = self.services.organizing.publish(ready.content, authoring.signing_key())
        authoring.note_published(ready)
        return version

    def end(self) -> None:
        super().end()
        self.close_hub()
