"""A list that an organizer uploads: read, and resolved against the extract on this computer, if there is one."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from f2f_desktop.campaign.ids import TargetListId
from f2f_desktop.organizer.target_columns import TargetMapping
from f2f_desktop.organizer.target_lists import Resolution, left_open, resolve
from f2f_desktop.organizer.target_rows import TargetRows, read_target_rows
from f2f_desktop.organizer.target_tables import open_table
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.layout import FileForm
from f2f_desktop.voterfile.voters import Voters

SHOWN = 4
"""Rows that are shown while somebody says what the columns hold."""


@dataclass(frozen=True)
class Beginning:
    """The header of a table and its first rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Upload:
    """A list as it was read and resolved."""

    file: str
    read: TargetRows
    resolution: Resolution
    against: int
    """Voters of the extract; 0: there was none."""


def beginning(path: Path) -> Beginning:
    """How a table begins. Raises TargetListError."""
    table = open_table(path, FileForm(), lambda _header: False)
    rows = tuple(tuple(record.cells) for record in islice(table.records, SHOWN))
    return Beginning(table.header, rows)


def upload(
    path: Path,
    list_id: TargetListId,
    voters: Voters | None,
    mapping: TargetMapping | None = None,
    *,
    region: str = "US",
    progress: Progress = no_progress,
) -> Upload:
    """Reads a list and looks for its people among the voters. Raises TargetListError; may raise `Cancelled`."""
    read = read_target_rows(path, mapping, region=region, progress=progress)
    name = path.stem.replace("_", " ").strip()
    if voters is None:
        return Upload(path.name, read, left_open(list_id, name, read.rows), 0)
    resolution = resolve(list_id, name, read.rows, voters, progress=progress)
    return Upload(path.name, read, resolution, len(voters))
