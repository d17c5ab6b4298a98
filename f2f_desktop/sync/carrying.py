"""Carrying other laptops' packets to the hub, which this laptop can neither read nor change, and receipts back.

A packet is kept in the vault, sealed, until the hub has given receipts for it. Two carriers of the same packet do no
harm: the hub takes every event once, and gives both the same receipts.
"""

from pathlib import Path

import msgspec

from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.api import LARGEST_REQUEST, PacketAnswer
from f2f_desktop.protocol.packet import read_packet
from f2f_desktop.protocol.receipts import write_receipts
from f2f_desktop.protocol.sealing import is_sealed, seal
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.troubles import NotJoined, RefusedByHub
from f2f_desktop.vault import carried, hubs, properties
from f2f_desktop.vault.carried import Carried
from f2f_desktop.vault.files import write_durably
from f2f_desktop.vault.vault import Vault


class NothingCarried(KnownError):
    """No receipt has come back yet."""

    def __init__(self) -> None:
        super().__init__(
            "No receipts have come back yet for what this laptop carries.", "Synchronize it with the hub first."
        )


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
            raise KnownError(
                f"A packet of more than {LARGEST_REQUEST // (1 << 20)} MB cannot be sent.",
                "Take the file to whoever runs the hub: they can import it there.",
            )
        with self._vault.transaction() as connection:
            return carried.carry(connection, name, data)

    def packets(self) -> list[Carried]:
        """What is carried, and what was, the oldest first."""
        with self._vault.transaction() as connection:
            return carried.packets(connection)

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
