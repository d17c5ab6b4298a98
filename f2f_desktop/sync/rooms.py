"""A room at a venue without internet: this laptop runs a hub for it, and hands it over to the campaign's own later.

The hub itself is another process (`f2f-desktop hub room`), started by whoever asks `prepare` what to start. It is
spoken to over HTTP as any hub is, by this laptop's device, which is an organizer there.
"""

from contextlib import suppress
from pathlib import Path

import msgspec

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.api import PIECE, BlobState, Enrolment, MainHub, Published
from f2f_desktop.protocol.invites import Address
from f2f_desktop.protocol.manifest import DeltaOffer, ExtractOffer, read_manifest
from f2f_desktop.protocol.receipts import read_receipts
from f2f_desktop.protocol.roles import Role
from f2f_desktop.protocol.room import KIT, OpenRoom, RoomKit, write_room_file
from f2f_desktop.protocol.sealing import seal
from f2f_desktop.sync.courier import Courier
from f2f_desktop.sync.forwarding import HandedOver, forward, room_content, room_file, vouched_for
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.listing import all_devices
from f2f_desktop.sync.publishing import send_blob
from f2f_desktop.sync.troubles import SyncTrouble
from f2f_desktop.vault import hubs, properties, rooms
from f2f_desktop.vault.files import write_durably
from f2f_desktop.vault.hubs import KnownHub
from f2f_desktop.vault.rooms import KeptRoom
from f2f_desktop.vault.vault import Vault

DATABASE_KEY = "F2F_HUB_KEY"
"""The variable with the key of the room's database."""


class MayNotOpen(KnownError):
    """Rooms are for organizers."""

    def __init__(self) -> None:
        super().__init__(
            "Only an organizer who has joined the campaign's hub can open a room.", "Ask an owner for an invite."
        )


class NoRoom(KnownError):
    """No room was opened here."""

    def __init__(self) -> None:
        super().__init__("There is no room on this laptop.", "Open one first.")


class RoomNotHandedOver(KnownError):
    """Something of the room is nowhere else yet."""

    def __init__(self) -> None:
        super().__init__(
            "The campaign's hub has not vouched for everything that was done in the room.",
            "Hand the room over first, with internet or by a stick.",
        )


class RoomStart(msgspec.Struct, frozen=True):
    """How a room's hub is started: the words after `f2f-desktop`, and what its environment says besides."""

    words: tuple[str, ...]
    environment: dict[str, str]


class Filled(msgspec.Struct, frozen=True):
    """What a room has for those who join."""

    version: int
    """Of the campaign's content; 0: none, because this laptop has none yet."""
    extracts: int
    missing: tuple[str, ...] = ()
    """Labels of extracts that could not be fetched from the campaign's hub."""


class RoomStatus(msgspec.Struct, frozen=True):
    """What has happened in a room so far."""

    laptops: int
    events: int
    names: tuple[str, ...] = ()
    """Of those who have joined, the newest first."""


class Rooms:
    """The room of an open vault. What speaks to a hub belongs on the pool."""

    def __init__(self, vault: Vault, courier: Courier) -> None:
        self._vault = vault
        self._courier = courier

    def may_open(self) -> bool:
        """Whether this laptop's person is an organizer of a campaign whose hub it has joined."""
        return self._main() is not None

    def kept(self) -> KeptRoom | None:
        """The room whose data is on this laptop, open or not; None: there is none."""
        with self._vault.transaction() as connection:
            return rooms.kept(connection)

    def prepare(self, addresses: tuple[str, ...] = (), hours: float = 12.0) -> RoomStart:
        """Makes the room, or the one that is there ready again, and says how to start its hub for everybody.

        Args:
            addresses: this laptop's on the venue's network; without any the hub looks for them itself.
            hours: how long its join code is good for.

        Raises `MayNotOpen`, `DiskFull`.
        """
        hub = self._main()
        if hub is None:
            raise MayNotOpen
        with self._vault.transaction() as connection:
            room = rooms.kept(connection) or rooms.new_room()
            room = msgspec.structs.replace(room, handed_over=False)
            rooms.keep(connection, room)
            name = properties.get_text(connection, properties.VOLUNTEER_NAME)
            email = properties.get_text(connection, properties.VOLUNTEER_EMAIL)
            key = properties.device_key(connection).public.to_bytes()
            kit = RoomKit(
                hub.campaign,
                hub.campaign_name,
                hub.campaign_key,
                MainHub(hub.address.url, hub.address.pin, hub.identity),
                Enrolment(hub.campaign, hub.device, key, Role.ORGANIZER, name, email, room.opened_at),
                rooms.opt_outs(connection),
            )
        rooms.wipe_folders(self._vault.folder, room.folder)
        folder = self._vault.folder / room.folder
        folder.mkdir(mode=0o700, exist_ok=True)
        write_durably(folder / KIT, msgspec.json.encode(kit))
        words = [word for address in addresses for word in ("--address", address)]
        return self._start(room, (*words, "--hours", str(hours)))

    def prepare_alone(self) -> RoomStart:
        """How to start the kept room's hub for this laptop alone, to hand it over. Raises `NoRoom`."""
        room = self.kept()
        if room is None or not (self._vault.folder / room.folder / KIT).exists():
            raise NoRoom
        return self._start(room, ("--alone",))

    def _start(self, room: KeptRoom, words: tuple[str, ...]) -> RoomStart:
        folder = str(self._vault.folder / room.folder)
        return RoomStart(("hub", "room", "--folder", folder, *words), {DATABASE_KEY: room.key})

    def fill(self, room: OpenRoom, progress: Progress = no_progress) -> Filled:
        """Gives the room the campaign's content, and its extracts as far as they can be fetched; again is no harm.

        Raises the errors of `troubles` where the room's own hub does not answer.
        """
        hub = self._main()
        if hub is None:
            raise MayNotOpen
        with suppress(KnownError):  # with internet what the room gets is the newest there is
            self._courier.round()
        with self._vault.transaction() as connection:
            signed = hubs.manifest_of(connection, hub.identity.key)
        if not signed:
            return Filled(0, 0)
        manifest = read_manifest(signed, hub.campaign, PublicKey.from_bytes(hub.campaign_key))
        client = self._client(room)
        try:
            for part in manifest.parts:
                with self._vault.transaction() as connection:
                    data = hubs.stored_part(connection, part.hash)
                if data is not None:
                    send_blob(client, part.hash, data, no_progress)
            version = client.send_bytes("PUT", "/v1/manifest", signed, Published).version
            missing = [each.label for each in manifest.extracts if not self._pass_on(hub, client, each, progress)]
            for delta in (each for offer in manifest.extracts for each in offer.deltas.values()):
                self._pass_on(hub, client, delta, progress)  # without it laptops take the whole extract
        finally:
            client.close()
        return Filled(version, len(manifest.extracts) - len(missing), tuple(missing))

    def _pass_on(
        self, hub: KnownHub, room: HubClient, offer: ExtractOffer | DeltaOffer, progress: Progress
    ) -> bool:
        """Brings a file from the campaign's hub to the room's, piece by piece; False where it could not be."""
        state = room.get(f"/v1/blobs/{offer.hash}?size={offer.size}", BlobState)
        if not state.missing:
            return True
        main = self._courier.client(hub)
        try:
            for number in state.missing:
                progress(number * PIECE, offer.size)
                try:
                    piece = main.get_bytes(f"/v1/blobs/{offer.hash}/{number}")
                except SyncTrouble:
                    return False
                target = f"/v1/blobs/{offer.hash}/{number}?size={offer.size}"
                state = room.send_bytes("PUT", target, piece, BlobState)
            return not state.missing
        finally:
            main.close()

    def status(self, room: OpenRoom) -> RoomStatus:
        """What has happened so far. Raises the errors of `troubles`."""
        client = self._client(room)
        try:
            rows = all_devices(client)
        finally:
            client.close()
        own = self._device()
        joined = [row for row in rows if row.id != own]
        newest = sorted(joined, key=lambda row: row.enrolled_at, reverse=True)
        names = tuple(row.name for row in newest if row.name)
        status = RoomStatus(len(joined), sum(row.events for row in joined), names)
        self._note(laptops=status.laptops, events=status.events)
        return status

    def hand_over(self, room: OpenRoom, progress: Progress = no_progress) -> HandedOver:
        """Brings the campaign's hub to hold all that the room's does; may be stopped and done again.

        Raises `MayNotOpen`, the errors of `troubles`, `Cancelled`.
        """
        hub = self._main()
        if hub is None:
            raise MayNotOpen
        client, main = self._client(room), self._courier.client(hub)
        try:
            content = room_content(client, progress)
            done = forward(main, hub.campaign, content, progress)
        finally:
            client.close()
            main.close()
        # As long as others can reach the room, what is in it may be more by now.
        closed = not room.addresses
        self._note(laptops=done.laptops, events=done.events, handed_over=done.complete and closed)
        return done

    def export(self, room: OpenRoom, path: Path) -> int:
        """Writes the room to a file that only the campaign's hub can read; gives how many events are in it.

        Raises `MayNotOpen`, the errors of `troubles`, `DiskFull`, `KnownError` where the file cannot be written.
        """
        hub = self._main()
        if hub is None:
            raise MayNotOpen
        client = self._client(room)
        try:
            content = room_content(client)
        finally:
            client.close()
        with self._vault.transaction() as connection:
            key = properties.device_key(connection)
        data = seal(write_room_file(room_file(hub.campaign, content), key), hub.identity.sealing_key)
        try:
            write_durably(path, data)
        except OSError as error:
            raise KnownError(
                f"The room could not be written to {path.name}.", "Choose another folder and try again."
            ) from error
        return content.events

    def take_receipts(self, room: OpenRoom, data: bytes) -> HandedOver:
        """Believes the receipts that the campaign's hub gave for a room's file. Raises `KnownError`."""
        hub = self._main()
        if hub is None:
            raise MayNotOpen
        receipts, _ = read_receipts(data)
        client = self._client(room)
        try:
            content = room_content(client)
        finally:
            client.close()
        done = vouched_for(content, receipts, hub.identity.key)
        closed = not room.addresses
        self._note(laptops=done.laptops, events=done.events, handed_over=done.complete and closed)
        return done

    def forget(self) -> None:
        """Erases the room's data; its hub must not run any more. Raises `RoomNotHandedOver`."""
        self.check_forgettable()
        with self._vault.transaction() as connection:
            rooms.forget(connection)
        rooms.wipe_folders(self._vault.folder)

    def check_forgettable(self) -> None:
        """Returns if nothing is lost with the room's data. Raises `RoomNotHandedOver`."""
        room = self.kept()
        if room is not None and not room.handed_over and rooms.has_begun(self._vault.folder, room):
            raise RoomNotHandedOver

    def _main(self) -> KnownHub | None:
        with self._vault.transaction() as connection:
            hub = hubs.main_hub(connection)
        usable = hub is not None and not hub.expected and hub.revoked_at is None
        return hub if hub is not None and usable and Role.ORGANIZER in hub.role.includes else None

    def _device(self) -> str:
        hub = self._main()
        return "" if hub is None else hub.device

    def _client(self, room: OpenRoom) -> HubClient:
        return self._courier.client_at(Address(room.url, room.pin), room.hub.key)

    def _note(self, **known: int | bool) -> None:
        with self._vault.transaction() as connection:
            room = rooms.kept(connection)
            if room is not None:
                rooms.keep(connection, msgspec.structs.replace(room, **known))
