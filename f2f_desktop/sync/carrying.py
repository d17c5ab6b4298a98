"""Carrying other laptops' packets to the hub, which this laptop can neither read nor change, and receipts back.

A packet is kept in the vault, sealed, until the hub has given receipts for it. Two carriers of the same packet do no
harm: the hub takes every event once, and gives both the same receipts.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.api import LARGEST_REQUEST, PacketAnswer
from f2f_desktop.protocol.packet import read_packet
from f2f_desktop.protocol.receipts import SUFFIX as RECEIPTS
from f2f_desktop.protocol.receipts import read_receipts, write_receipts
from f2f_desktop.protocol.sealing import is_sealed, seal
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.pushing import take_receipts
from f2f_desktop.sync.troubles import NotJoined, RefusedByHub
from f2f_desktop.vault import carried, hubs, properties
from f2f_desktop.vault.carried import Carried
from f2f_desktop.vault.files import DiskFull, write_durably
from f2f_desktop.vault.vault import Vault


class NothingCarried(KnownError):
    """No receipt has come back yet."""

    def __init__(self) -> None:
        super().__init__(
            "No receipts have come back yet for what this laptop carries.", "Synchronize it with the hub first."
        )


class PacketNotReadable(KnownError):
    """A file cannot be opened."""

    def __init__(self) -> None:
        super().__init__("This file cannot be read.", "Check that it is there, and choose it again.")


class PacketTooLarge(KnownError):
    """No request can hold it."""

    def __init__(self) -> None:
        super().__init__(
            f"A packet of more than {LARGEST_REQUEST // (1 << 20)} MB cannot be sent.",
            "Take the file to whoever runs the hub: they can import it there.",
        )


class Taken(msgspec.Struct, frozen=True):
    """What became of files that were brought."""

    packets: int
    known: int
    """Packets that were taken along before."""
    receipts: int
    """Receipts for this laptop."""
    failed: tuple[tuple[str, KnownError], ...] = ()
    """Names of files that nothing could be done with, and why."""


class Handed(msgspec.Struct, frozen=True):
    """What became of carried packets in one round."""

    taken: int = 0
    refused: tuple[str, ...] = ()
    """The hub's words, one for each packet that it would not take."""


class Carrying:
    """What an open vault carries for others."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def joined(self) -> bool:
        """Whether there is a hub to carry to."""
        with self._vault.transaction() as connection:
            return hubs.main_hub(connection) is not None

    def take_along(self, name: str, data: bytes) -> bool:
        """Takes a packet along, to be handed over in the next round; False where it was taken along before.

        One that is not sealed is checked, and sealed to the hub. Raises `NotJoined`, `SignedFileDamaged` and the
        other errors of `read_packet`, `KnownError` where it is too large to be sent.
        """
        with self._vault.transaction() as connection:
            hub = hubs.main_hub(connection)
        if hub is None:
            raise NotJoined
        if not is_sealed(data):
            packet, _, _ = read_packet(data)
            if packet.campaign and packet.campaign != hub.campaign:
                raise KnownError("This packet belongs to another campaign.", "Hand it to that campaign.")
            data = seal(data, hub.identity.sealing_key)
        if len(data) > LARGEST_REQUEST:
            raise PacketTooLarge
        with self._vault.transaction() as connection:
            return carried.carry(connection, name, data)

    def packets(self) -> list[Carried]:
        """What is carried, and what was, the oldest first."""
        with self._vault.transaction() as connection:
            return carried.packets(connection)

    def campaign(self) -> str:
        """The name of the campaign to whose hub packets are carried; empty where none was joined."""
        with self._vault.transaction() as connection:
            hub = hubs.main_hub(connection)
        return "" if hub is None else hub.campaign_name

    def forget_handed_over(self) -> int:
        """Forgets what the hub has, and the receipts for it; gives how many packets that were."""
        with self._vault.transaction() as connection:
            return carried.forget_handed_over(connection)

    def forget(self, packet: Carried) -> None:
        """Carries a packet no longer. Whoever made it keeps what is in it until a receipt comes."""
        with self._vault.transaction() as connection:
            carried.forget(connection, packet.hash)

    def try_again(self, packet: Carried) -> None:
        """Offers the hub a packet once more that it has refused."""
        with self._vault.transaction() as connection:
            carried.try_again(connection, packet.hash)

    def take_files(self, paths: Sequence[Path], progress: Progress = no_progress) -> Taken:
        """Takes packets along, and believes receipts that are for this laptop; a bad file is named, the rest goes on.

        Progress is told in files. Raises `NotJoined`, `DiskFull`, `Cancelled`; what was taken until then stays taken.
        """
        if not self.joined():
            raise NotJoined
        taken, known, receipts = 0, 0, 0
        failed: list[tuple[str, KnownError]] = []
        for number, path in enumerate(paths):
            progress(number, len(paths))
            try:
                data = _read(path)
                if path.suffix.lower() == RECEIPTS:
                    receipts += self._believe(data)
                elif self.take_along(path.name, data):
                    taken += 1
                else:
                    known += 1
            except DiskFull:
                raise
            except KnownError as error:
                failed.append((path.name, error))
        progress(len(paths), len(paths))
        return Taken(taken, known, receipts, tuple(failed))

    def _believe(self, data: bytes) -> int:
        receipts, _ = read_receipts(data)
        return take_receipts(self._vault, receipts)

    def write_receipts(self, path: Path) -> int:
        """Writes the receipts that came back to a file; gives how many.

        Raises `NothingCarried`, `DiskFull`, `KnownError` where the file cannot be written.
        """
        with self._vault.transaction() as connection:
            found = carried.receipts(connection)
            key = properties.device_key(connection)
        if not found:
            raise NothingCarried
        try:
            write_durably(path, write_receipts(found, key))
        except OSError as error:
            raise KnownError(
                f"The receipts could not be written to {path.name}.", "Choose another folder and try again."
            ) from error
        return len(found)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > 2 * LARGEST_REQUEST:
            raise PacketTooLarge
        return path.read_bytes()
    except OSError as error:
        raise PacketNotReadable from error


def hand_over(vault: Vault, client: HubClient) -> Handed:
    """Hands the hub what is carried for it. Raises the errors of `troubles`; what is done stays done."""
    with vault.transaction() as connection:
        waiting = carried.waiting(connection)
    taken, refused = 0, []
    for key in waiting:
        with vault.transaction() as connection:
            data = carried.sealed_packet(connection, key)
        if not data:
            continue
        try:
            answers = client.send_bytes("POST", "/v1/packets", data, tuple[PacketAnswer, ...])
        except RefusedByHub as error:
            refused.append(str(error))
            with vault.transaction() as connection:
                carried.note_refused(connection, key, str(error))
            continue
        taken += 1
        with vault.transaction() as connection:
            carried.note_handed_over(connection, key, tuple(each.receipt for each in answers))
    return Handed(taken, tuple(refused))
