"""Packets on a stick: what happened on this laptop, as a signed file.

An event stays in the outbox until its receipt comes back, so exporting again repeats it: with the same id, the
same bytes, and no harm. On a laptop that has joined a hub a packet is sealed to that hub: whoever carries it can
neither read nor change it.
"""

from pathlib import Path

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.packet import Packet, write_packet
from f2f_desktop.protocol.sealing import seal
from f2f_desktop.vault import hubs, journal, outbox, properties
from f2f_desktop.vault.content import content
from f2f_desktop.vault.files import write_durably
from f2f_desktop.vault.vault import Vault


class NothingToExport(KnownError):
    """No event waits."""

    def __init__(self) -> None:
        super().__init__("Nothing is waiting to be exported.", "Everything has reached the campaign.")


class PacketNotWritten(KnownError):
    """The file cannot be written where it is to go."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The packet could not be written to {name}.", "Choose another folder and try again.")


class Exported(msgspec.Struct, frozen=True):
    """A packet as it was written."""

    path: Path
    events: int
    first: int
    last: int
    """Numbers of the first and last event in the device's stream."""
    sealed: bool = False
    """Whether only the campaign's hub can read it."""


class Packets:
    """Packets of an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def export(self, path: Path) -> Exported:
        """Writes every event without a receipt to `path`, whole or not at all.

        Raises `NothingToExport`, `DiskFull`, `PacketNotWritten`.
        """
        with self._vault.transaction() as connection:
            waiting = journal.unreceipted(connection)
            if not waiting:
                raise NothingToExport
            campaign = content(connection)
            stream, device = properties.stream_id(connection), properties.device_key(connection)
            hub = hubs.main_hub(connection)
        inside = tuple(each.event for each in waiting)
        data = write_packet(Packet(_campaign_id(campaign, hub), stream, inside), device)
        if hub is not None:
            data = seal(data, hub.identity.sealing_key)
        _write(path, data)
        with self._vault.transaction() as connection:
            journal.mark_exported(connection, waiting[-1].position, journal.now())
        return Exported(path, len(waiting), waiting[0].seq, waiting[-1].seq, hub is not None)

    def export_dead(self, path: Path) -> Exported:
        """Writes the events that no hub would take to `path`, as a packet that anybody can read who is given it.

        It is for a person to look at, so it is not sealed. Raises `NothingToExport` and what `export` raises.
        """
        with self._vault.transaction() as connection:
            dead = outbox.dead_events(connection)
            if not dead:
                raise NothingToExport
            campaign, hub = content(connection), hubs.main_hub(connection)
            stream, device = properties.stream_id(connection), properties.device_key(connection)
        packet = Packet(_campaign_id(campaign, hub), stream, tuple(each.event for each in dead))
        _write(path, write_packet(packet, device))
        return Exported(path, len(dead), dead[0].seq, dead[-1].seq)


def _campaign_id(campaign: CampaignContent | None, hub: hubs.KnownHub | None) -> str:
    if campaign is not None:
        return campaign.id
    return hub.campaign if hub is not None else ""


def _write(path: Path, data: bytes) -> None:
    try:
        write_durably(path, data)
    except OSError as error:
        raise PacketNotWritten(path.name) from error
