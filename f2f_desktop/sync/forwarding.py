"""Handing a room over: what its hub has taken in goes to the campaign's own, which gives a receipt for it.

What is sent follows from the campaign's own receipts for each stream, as in `pushing`: stopped at any point it goes on
where it was, and done again it changes nothing. Events keep their ids and the signatures of the devices that made
them; this laptop only vouches for who joined in its room.
"""

import msgspec

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.envelope import SignedEvent, read_event
from f2f_desktop.events.signing import BadSignature, PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.api import (
    Enrolment,
    EventStatus,
    ForwardedDevices,
    ForwardedEvents,
    PacketAnswer,
    StoredEvent,
)
from f2f_desktop.protocol.receipts import Receipt, SignedReceipt, digest_of, verified_receipt
from f2f_desktop.protocol.room import RoomFile
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.listing import all_devices
from f2f_desktop.sync.troubles import Garbled, RefusedByHub

AT_ONCE, BYTES_AT_ONCE = 500, 1024 * 1024
DEVICES_AT_ONCE = 500


class RoomStream(msgspec.Struct, frozen=True):
    """A stream as the room's hub holds it."""

    key: bytes
    """The public key of the device that signed it."""
    name: str
    """Who has that laptop."""
    stream: str
    events: tuple[tuple[int, SignedEvent], ...]
    """With their numbers, which rise."""

    def vouched_by(self, receipt: Receipt) -> bool:
        """Whether a receipt is for just these bytes."""
        return (receipt.stream, receipt.count) == (self.stream, len(self.events)) and (
            receipt.digest == digest_of(event for _, event in self.events)
        )


class RoomContent(msgspec.Struct, frozen=True):
    """All that a room's hub holds."""

    devices: tuple[Enrolment, ...]
    streams: tuple[RoomStream, ...]
    revoked: tuple[bytes, ...] = ()
    """Public keys of the devices whose access was ended in the room."""

    @property
    def events(self) -> int:
        """How many events there are."""
        return sum(len(each.events) for each in self.streams)


class HandedOver(msgspec.Struct, frozen=True):
    """How a hand-over ended."""

    laptops: int
    """That joined in the room."""
    new_laptops: int
    """Of them, those that the campaign's hub did not know."""
    events: int
    """That the room's hub holds."""
    sent: int
    """Of them, those that the campaign's hub took this time."""
    vouched: int
    """Of them, those that it vouches for now."""
    refused: tuple[str, ...] = ()
    """Why it would not take what is left, one sentence for each laptop."""

    @property
    def complete(self) -> bool:
        """Whether the campaign's hub vouches for all of it."""
        return self.vouched == self.events and not self.refused


def room_content(client: HubClient, progress: Progress = no_progress) -> RoomContent:
    """All that the room's hub holds. Raises the errors of `troubles`."""
    devices = client.get("/v1/enrolments", list[Enrolment])
    by_id = {each.device: each for each in devices}
    streams: dict[tuple[str, str], list[tuple[int, SignedEvent]]] = {}
    after, count = 0, 0
    while True:
        page = client.get(f"/v1/events?after={after}", list[StoredEvent])
        if not page:
            break
        for each in page:
            event = read_event(each.event.body)
            if each.device in by_id:  # whatever the organizer's own laptop did goes up by itself
                streams.setdefault((each.device, event.stream), []).append((event.seq, each.event))
        after = page[-1].position
        count += len(page)
        progress(count, 0)
    return RoomContent(
        tuple(devices),
        tuple(
            RoomStream(by_id[device].key, by_id[device].name, stream, tuple(sorted(found, key=lambda one: one[0])))
            for (device, stream), found in streams.items()
        ),
        tuple(by_id[row.id].key for row in all_devices(client) if row.revoked_at is not None and row.id in by_id),
    )


def room_file(campaign: CampaignId, content: RoomContent) -> RoomFile:
    """A room as it goes onto a stick."""
    return RoomFile(
        campaign,
        content.devices,
        tuple(
            ForwardedEvents(each.key, each.stream, tuple(event for _, event in each.events))
            for each in content.streams
        ),
        content.revoked,
    )


def forward(
    client: HubClient, campaign: CampaignId, content: RoomContent, progress: Progress = no_progress
) -> HandedOver:
    """Brings the campaign's hub to hold what the room's does. Raises the errors of `troubles`; what is done stays done.

    A device that the campaign has locked out keeps no other back: it is told in `refused`. Those that the room has
    locked out are so at the campaign's hub afterwards, once what they did before is there.
    """
    new = 0
    for start in range(0, len(content.devices), DEVICES_AT_ONCE):
        batch = ForwardedDevices(content.devices[start : start + DEVICES_AT_ONCE])
        new += client.post("/v1/devices", batch, dict[str, int]).get("entered", 0)
    sent, vouched, total = 0, 0, content.events
    refused: list[str] = []
    for stream in content.streams:
        try:
            taken, held = _Forwarding(client, campaign, stream).run()
        except RefusedByHub as error:
            refused.append(f"{stream.name}: {error}")
            continue
        sent += taken
        vouched += held
        if held < len(stream.events):
            lacking = len(stream.events) - held
            refused.append(f"{stream.name}: {lacking} events were not taken; they stay here and on that laptop.")
        progress(vouched, total)
    for start in range(0, len(content.revoked), DEVICES_AT_ONCE):
        ended = ForwardedDevices(revoked=content.revoked[start : start + DEVICES_AT_ONCE])
        client.post("/v1/devices", ended, dict[str, int])
    return HandedOver(len(content.devices), new, total, sent, vouched, tuple(refused))


class _Forwarding:
    """One stream on its way."""

    def __init__(self, client: HubClient, campaign: CampaignId, stream: RoomStream) -> None:
        self._client, self._campaign, self._stream = client, campaign, stream

    def run(self) -> tuple[int, int]:
        """How many events were taken now, and for how many of the stream's the hub vouches."""
        receipt = self._receipt(self._post(()))
        if self._stream.vouched_by(receipt):
            return 0, len(self._stream.events)
        lacking = tuple(event for seq, event in self._stream.events if not receipt.has(seq))
        sent, _, receipt = self._send(lacking, receipt)
        if self._stream.vouched_by(receipt):
            return sent, len(self._stream.events)
        # The laptop has sent more by itself, or other bytes stand in a place: ask for each event.
        again, held, _ = self._send(tuple(event for _, event in self._stream.events), receipt)
        return sent + again, held

    def _send(self, events: tuple[SignedEvent, ...], receipt: Receipt) -> tuple[int, int, Receipt]:
        taken, held = 0, 0
        for batch in _batches(events):
            answer = self._post(batch)
            if len(answer.answers) != len(batch):
                raise Garbled
            receipt = self._receipt(answer)
            now = sum(each.status is EventStatus.ACCEPTED for each in answer.answers)
            taken += now
            held += now + sum(each.status is EventStatus.DUPLICATE for each in answer.answers)
        return taken, held, receipt

    def _post(self, events: tuple[SignedEvent, ...]) -> PacketAnswer:
        request = ForwardedEvents(self._stream.key, self._stream.stream, events)
        return self._client.post("/v1/forwarded-events", request, PacketAnswer)

    def _receipt(self, answer: PacketAnswer) -> Receipt:
        receipt = believed(answer.receipt, self._client.hub)
        if receipt is None or (receipt.stream, receipt.campaign) != (self._stream.stream, self._campaign):
            raise Garbled
        return receipt


def believed(signed: SignedReceipt, hub: bytes) -> Receipt | None:
    """The receipt, if the hub with this public key signed it."""
    try:
        return verified_receipt(signed, PublicKey.from_bytes(hub))
    except BadSignature:
        return None


def vouched_for(content: RoomContent, receipts: tuple[SignedReceipt, ...], hub: bytes) -> HandedOver:
    """What receipts that came back by file say of a room.

    Raises `KnownError` where none of them is the hub's.
    """
    found = [receipt for receipt in (believed(each, hub) for each in receipts) if receipt is not None]
    if not found:
        raise KnownError("These receipts are not from the campaign's hub.", "Ask for others.")
    vouched = sum(
        len(stream.events) for stream in content.streams if any(stream.vouched_by(receipt) for receipt in found)
    )
    return HandedOver(len(content.devices), 0, content.events, 0, vouched)


def _batches(events: tuple[SignedEvent, ...]) -> list[tuple[SignedEvent, ...]]:
    found: list[tuple[SignedEvent, ...]] = []
    batch: list[SignedEvent] = []
    size = 0
    for event in events:
        if batch and (len(batch) == AT_ONCE or size + len(event.body) > BYTES_AT_ONCE):
            found.append(tuple(batch))
            batch, size = [], 0
        batch.append(event)
        size += len(event.body)
    return [*found, tuple(batch)] if batch else found
