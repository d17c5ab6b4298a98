"""A real hub for the window's tests, with the campaign of the working screen's samples, and its organizer."""

from functools import cached_property
from pathlib import Path

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.sync.listing import all_devices
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.vault.hubs import known_hubs
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, hub_command, invite
from tests.ui.volunteer.work_samples import KEY, campaign


class HubAtTest:
    """A hub that runs, and whoever publishes on it.

    Attributes:
        hub: the process.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        key = folder / "campaign.key"
        key.write_bytes(KEY.to_bytes())
        made = campaign()
        words = ["--campaign", made.name, "--id", made.id, "--campaign-key", key, "--tls", "none"]
        hub_command("init", "--folder", folder / "hub", *words)
        self.hub = HubProcess(folder / "hub").start()
        self._organizer: Laptop | None = None
        self._version = campaign().version

    @property
    def organizer(self) -> Laptop:
        """An organizer's laptop, made when it is first needed."""
        if self._organizer is None:
            link = invite(self.hub, "--role", "organizer")
            self._organizer = Laptop(self.folder / "organizer", "Olga Organizer").join(link)
        return self._organizer

    @cached_property
    def link(self) -> str:
        """An invite for volunteers, as many as there are."""
        return invite(self.hub, "--uses", "100").split()[0]

    def code(self) -> str:
        """A join code."""
        return invite(self.hub, "--code").split("join code: ")[1].split()[0]

    def publish(self, content: CampaignContent | None = None, extract: bytes = b"") -> None:
        """Publishes a content, the samples' by default, as the next version, with an extract."""
        extracts = [("Jersey City", extract)] if extract else []
        self._version += 1
        content = msgspec.structs.replace(content or campaign(), version=self._version)
        organizer = self.organizer
        Organizing(organizer.vault, organizer.courier).publish(content, KEY, extracts)

    def revoke(self, name: str) -> None:
        """Ends the access of the laptop whose volunteer has that name."""
        with self.organizer.vault.transaction() as connection:
            known = known_hubs(connection)[0]
        client = self.organizer.courier.client(known)
        devices = all_devices(client)
        client.post(f"/v1/devices/{next(each.id for each in devices if each.name == name)}/revoke", {}, dict)
        client.close()

    def end(self) -> None:
        """Stops it."""
        if self._organizer is not None:
            self._organizer.close()
        self.hub.stop()
