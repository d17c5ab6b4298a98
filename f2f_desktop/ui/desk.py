"""What every screen is given: the workspace that it works in, and the two edges that it works through."""

from dataclasses import dataclass, field

from f2f_desktop.ui.faults import Faults
from f2f_desktop.ui.jobs import Jobs
from f2f_desktop.ui.room_process import RoomProcess
from f2f_desktop.workspace import VolunteerServices, Workspace


@dataclass(frozen=True)
class Desk:
    """A volunteer's desk.

    Attributes:
        workspace: the folder with the vault, locked or unlocked.
        jobs: runs services off the UI thread and announces what changed.
        faults: shows whatever went wrong.
        room: the hub of a room at a venue, which goes on while the vault is locked.
    """

    workspace: Workspace
    jobs: Jobs
    faults: Faults
    room: RoomProcess = field(default_factory=RoomProcess)

    @property
    def services(self) -> VolunteerServices:
        """The services of the unlocked vault. Raises `VaultLocked`."""
        return self.workspace.services
