"""What waits, out of the laptop: asks where to, writes the packet, says how it went."""

import datetime as dt
import re
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from f2f_desktop.protocol.packet import SUFFIX
from f2f_desktop.ui.desk import Desk
from f2f_desktop.workspace import Exported


class PacketExport(QObject):
    """Writes packets for the window and for the end of a shift.

    Signals:
        exported(Exported): a packet was written.
    """

    exported = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def ask(self, window: QWidget, campaign: str) -> None:
        """Lets the user say where the packet goes, and writes it."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(documents) / packet_name(campaign, dt.datetime.now().astimezone())
        name, _ = QFileDialog.getSaveFileName(
            window, self.tr("Export reports"), str(proposed), self.tr("Packets (*{suffix})").format(suffix=SUFFIX)
        )
        if name:
            path = Path(name)
            self.export_to(path if path.suffix else path.with_suffix(SUFFIX))

    def export_to(self, path: Path) -> None:
        """Writes everything that waits to `path`."""
        self._desk.jobs.on_vault(
            self._desk.services.packets.export,
            path,
            success=self.exported.emit,
            changes=frozenset({"exports"}),
            initiator=self,
        )

    def words(self, exported: Exported) -> str:
        """What was done, and what to do next."""
        one, many = self.tr("1 event saved in {name}."), self.tr("{count} events saved in {name}.")
        saved = (one if exported.events == 1 else many).format(count=exported.events, name=exported.path.name)
        sealed = self.tr("Anybody may carry it: only the campaign's hub can read it.")
        given = self.tr("Hand the file to your organizer.")
        return f"{saved} {sealed if exported.sealed else given}"


def packet_name(campaign: str, at: dt.datetime) -> str:
    """A file name that tells packets apart: campaign and minute."""
    words = re.sub(r"[^\w]+", "-", campaign.lower()).strip("-")[:40] or "reports"
    return f"{words}-{at:%Y-%m-%d-%H%M}{SUFFIX}"
