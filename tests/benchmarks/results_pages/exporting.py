"""An export of all receivers of an action, in a process of its own: rows, seconds, and the most memory it has had.

    python -m tests.benchmarks.results_pages.exporting DATABASE ACTION csv|xlsx|json FOLDER

The hub runs in the same process, so that the memory is that of the hub and of the export together.
"""

import csv
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.organizer.exports import Format, TooLongForXlsx, export_table
from f2f_desktop.organizer.tables import receivers_table
from f2f_desktop.organizer.workbooks import workbook_records
from f2f_desktop.protocol.results import MOST_RECEIVERS, ReceiverPage, ReceiverRow
from f2f_desktop.protocol.roles import Role
from tests.hub.replicas import HARBOR, Device, Replica


class Exported(msgspec.Struct, frozen=True):
    """What came of an export; `refused`: a worksheet does not hold so many rows."""

    rows: int
    seconds: float
    peak_mib: float
    size_mib: float = 0.0
    refused: bool = False


def exported(where: Path | str, action: str, form: Format, folder: Path) -> Exported:
    """Runs the export; what was written is read back and counted."""
    command = [sys.executable, "-m", "tests.benchmarks.results_pages.exporting", str(where), action, form, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = msgspec.json.decode(done.stdout, type=Exported)
    if not found.refused:
        path = folder / f"receivers.{form}"
        assert rows_in(path, form) == found.rows
        path.unlink()
    return found


def rows_in(path: Path, form: Format) -> int:
    """The rows of a written table, as another program counts them."""
    if form is Format.CSV:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return sum(len(row) == 10 for row in csv.reader(file)) - 1
    if form is Format.JSON:
        with path.open(encoding="utf-8") as file:
            return sum(len(json.loads(line.rstrip(",\n"))) == 10 for line in file if line.startswith("{"))
    return sum(1 for _ in workbook_records(path)) - 1


def main() -> None:
    where, action, form, folder = sys.argv[1:]
    replica = Replica(where if where.startswith("postgresql:") else Path(where))
    try:
        organizer = replica.device(Role.ORGANIZER, HARBOR, "Olga")
        begun = time.perf_counter()
        path = Path(folder) / f"receivers.{form}"
        table = receivers_table(ActionId(action), _receivers(organizer, action))
        rows, refused = 0, False
        try:
            rows = export_table(table, path, Format(form)).rows
        except TooLongForXlsx:
            refused = True
        seconds = time.perf_counter() - begun
    finally:
        replica.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = 0.0 if refused else path.stat().st_size / 1024**2
    print(msgspec.json.encode(Exported(rows, seconds, peak, size, refused)).decode())


def _receivers(organizer: Device, action: str) -> Iterator[ReceiverRow]:
    before: int | None = None
    while True:
        query = f"most={MOST_RECEIVERS}" + ("" if before is None else f"&before={before}")
        page = organizer.ask("GET", f"/v1/results/{action}/receivers?{query}").read(ReceiverPage)
        yield from page.rows
        if page.before is None:
            return
        before = page.before


if __name__ == "__main__":
    main()
