"""Events on their way up, until the hub's receipt is for everything that this laptop has.

What is sent next follows from the hub's own receipt, never from what was sent before: whatever was lost on the way,
in a crash here or by a hub that was restored from a backup, it is sent again, with the same ids.
"""

import msgspec

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import BadSignature, PublicKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.api import EventStatus, HeldEvent, PushAnswer, PushRequest, RejectCode
from f2f_desktop.protocol.receipts import Receipt, SignedReceipt, verified_receipt
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.troubles import Garbled
from f2f_desktop.vault import hubs, outbox
from f2f_desktop.vault.hubs import KnownHub
from f2f_desktop.vault.vault import Vault

AT_ONCE, BYTES_AT_ONCE = 500, 1024 * 1024
HELD_IN_A_PAGE = 5_000
MOST_MOVES = 3
"""Streams that one round may begin because events do not fit into the old one."""


class Pushed(msgspec.Struct, frozen=True):
    """How a push ended."""

    sent: int
    """Events that the hub took in this round."""
    safe: int
    """Events that the hub vouches for: all that this laptop had when the receipts came; 0 if not all."""
    dead: int
    """Events that it would not take."""
    complete: bool
    """Whether it vouched for all others that there were when the receipts came."""
    epoch: str


def push(vault: Vault, hub: KnownHub, client: HubClient, progress: Progress = no_progress) -> Pushed:
    """Brings the hub to hold everything. Raises the errors of `troubles`; what is done stays done."""
    run = _Run(vault, hub, client, progress)
    with vault.transaction() as connection:
        waiting = outbox.own_streams(connection)
        run.waiting = outbox.unvouched(connection)
    moves = 0
    while waiting:
        moved = run.stream(waiting.pop(0))
        if moved and moves < MOST_MOVES:
            moves += 1
            waiting.append(moved)
        elif moved:
            run.put_off()
    return run.outcome()


class _Run:
    def __init__(self, vault: Vault, hub: KnownHub, client: HubClient, progress: Progress) -> None:
        self._vault, self._hub, self._client, self._progress = vault, hub, client, progress
        self._sent, self._safe, self._complete, self._epoch = 0, 0, True, hub.epoch
        self.waiting: int | None = None
        """Events that wait here, to be said once: a line that breaks now leaves organizers that number."""

    def outcome(self) -> Pushed:
        with self._vault.transaction() as connection:
            dead = len(outbox.dead(connection))
        # What was recorded since a stream's receipt came is not in it, so it is not counted.
        return Pushed(self._sent, self._safe if self._complete else 0, dead, self._complete, self._epoch)

    def put_off(self) -> None:
        """Something is left for the next round."""
        self._complete = False

    def stream(self, stream: str) -> str:
        """Brings one stream up; gives the stream that events were moved to, or nothing."""
        said = "" if self.waiting is None else f"?waiting={self.waiting}"
        receipt = self._verified(stream, self._client.get(f"/v1/streams/{stream}{said}", SignedReceipt))
        self.waiting = None
        former = -1
        while True:
            with self._vault.transaction() as connection:
                if outbox.note_receipt(connection, receipt, self._hub.identity.key):
                    self._safe += receipt.count
                    return ""
                batch = outbox.lacking(connection, receipt, AT_ONCE, BYTES_AT_ONCE)
                own = outbox.own_stream(connection, stream)
            if not batch:
                return self._compare(stream, receipt)
            if receipt.count == former:
                self._complete = False
                return ""
            former = receipt.count
            self._progress(min(receipt.count, own.count), own.count)
            request = PushRequest(stream, tuple(each.event for each in batch))
            answer = self._client.post("/v1/events", request, PushAnswer)
            receipt = self._verified(stream, answer.receipt)
            if len(answer.answers) != len(batch):
                raise Garbled
            former = self._note(batch, answer, former)

    def _note(self, batch: list[outbox.Outgoing], answer: PushAnswer, former: int) -> int:
        """Buries what was refused; a place that is taken is settled by comparing, later."""
        buried = 0
        with self._vault.transaction() as connection:
            for each, said in zip(batch, answer.answers, strict=True):
                if said.status is EventStatus.ACCEPTED:
                    self._sent += 1
                elif said.status in (EventStatus.REJECTED, EventStatus.CONFLICT) and (
                    said.code is not RejectCode.SAME_PLACE
                ):
                    code = said.code or RejectCode.UNREADABLE
                    outbox.bury(connection, each.id, self._hub.identity.key, code, said.text)
                    buried += 1
        return -1 if buried else former

    def _compare(self, stream: str, receipt: Receipt) -> str:
        """The hub has something in every place, but not the same: events that are not there get new places."""
        held: dict[int, bytes] = {}
        after = 0
        while True:
            page = self._client.get(f"/v1/streams/{stream}/events?after={after}", list[HeldEvent])
            held |= {each.seq: each.hash for each in page}
            if len(page) < HELD_IN_A_PAGE:
                break
            after = page[-1].seq
        with self._vault.transaction() as connection:
            same, other = outbox.differing(connection, stream, held)
            outbox.mark(connection, same, self._hub.identity.key)
            self._safe += len(same)
            if other:
                return outbox.move_to_new_stream(connection, other)
            current = outbox.own_streams(connection)[-1] == stream
            if current and receipt.highest > outbox.own_stream(connection, stream).highest:
                # Somebody with this stream's key is further on than this laptop: it was copied, or restored.
                outbox.begin_stream(connection)
        return ""

    def _verified(self, stream: str, signed: SignedReceipt) -> Receipt:
        try:
            receipt = verified_receipt(signed, PublicKey.from_bytes(self._hub.identity.key))
        except BadSignature as error:
            raise Garbled from error
        if receipt.stream != stream or receipt.campaign != self._hub.campaign:
            raise Garbled
        self._epoch = receipt.epoch
        return receipt


def take_receipts(vault: Vault, receipts: tuple[SignedReceipt, ...]) -> int:
    """Believes receipts that came by file, each by the signature of a hub that this laptop has joined.

    Gives how many of them were for this laptop. Raises `KnownError` where none was, or none is from its hubs.
    """
    mine, known_hub = 0, False
    with vault.transaction() as connection:
        known = hubs.known_hubs(connection)
        streams = set(outbox.own_streams(connection))
        for signed in receipts:
            hub, receipt = _believed(signed, known)
            if hub is None or receipt is None:
                continue
            known_hub = True
            if receipt.stream in streams and receipt.campaign == hub.campaign:
                mine += 1
                outbox.note_covered(connection, receipt, hub.identity.key)
                if outbox.covers_everything(connection, receipt):
                    hubs.note_complete(connection, hub.identity.key, receipt.count, receipt.at)
    if not known_hub:
        raise KnownError("These receipts are from a hub that this laptop has not joined.", "Ask for others.")
    if not mine:
        raise KnownError("None of these receipts is for this laptop.", "Choose the file that belongs to it.")
    return mine


def _believed(signed: SignedReceipt, known: list[KnownHub]) -> tuple[KnownHub | None, Receipt | None]:
    for hub in known:
        try:
            return hub, verified_receipt(signed, PublicKey.from_bytes(hub.identity.key))
        except BadSignature:
            continue
    return None, None
