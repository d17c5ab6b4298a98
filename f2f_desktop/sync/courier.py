"""The courier: one round between this laptop and its hubs, and when the next one is due.

The vault is asked in short transactions, never while a request is under way.
"""

import random
import threading
from collections.abc import Callable

import msgspec

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.errors import Cancelled, KnownError
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.invites import Address, Invite
from f2f_desktop.protocol.manifest import DeltaOffer, ExtractOffer, FileNotThere, FormerExtract
from f2f_desktop.protocol.receipts import read_receipts
from f2f_desktop.protocol.roles import Role
from f2f_desktop.sync import joining
from f2f_desktop.sync.carrying import Handed, hand_over
from f2f_desktop.sync.holding import former_extracts, tell_installed, withdrawn_here
from f2f_desktop.sync.hub_client import HubClient, Ledger
from f2f_desktop.sync.pulling import BlobFetch, Pulled, pull
from f2f_desktop.sync.pushing import Pushed, push, take_receipts
from f2f_desktop.sync.troubles import (
    AccessEnded,
    HubBusy,
    NetworkMissing,
    NotHandedOver,
    NotJoined,
    NotTheHub,
    UnknownToHub,
)
from f2f_desktop.vault import extracts, hubs, ledger, notes, outbox, properties
from f2f_desktop.vault.downloads import forget_download
from f2f_desktop.vault.hubs import KnownHub
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.notes import StoredNote
from f2f_desktop.vault.vault import Vault

EVERY = 4 * 60_000
"""Milliseconds between two rounds that went well, on average; each wait is drawn anew."""
FIRST_WAIT, LONGEST_WAIT = 5_000, 15 * 60_000
"""Milliseconds before the second attempt, and at most; drawn from 0 up ("full jitter")."""
LONGEST_WITHOUT_NETWORK = 60_000
"""The same where this laptop's own network is at fault: to look again costs the hub nothing."""


class Round(msgspec.Struct, frozen=True):
    """How a round with one hub ended."""

    hub: KnownHub
    pushed: Pushed | None = None
    pulled: Pulled | None = None
    handed: Handed = Handed()
    """What became of other laptops' packets that this one carries."""
    trouble: KnownError | None = None


class Standing(msgspec.Struct, frozen=True):
    """How this laptop stands with its campaign."""

    joined: bool
    campaign_name: str = ""
    hub_name: str = ""
    room: bool = False
    waiting: int = 0
    """Events that no hub has vouched for."""
    reports_waiting: int = 0
    """Reports in force among them."""
    reports_safe: int = 0
    """Reports in force that a hub has vouched for."""
    dead: int = 0
    """Events that a hub would not take."""
    complete_at: Milliseconds | None = None
    complete_count: int = 0
    trouble: str = ""
    """Name of the class of the last round's error; empty: it went well."""
    next_try: Milliseconds = Milliseconds(0)
    failures: int = 0
    """Attempts in a row that failed."""
    revoked: bool = False
    paused: bool = False

    @property
    def all_safe(self) -> bool:
        """Whether a receipt covers everything that is in the vault now."""
        return self.joined and self.complete_at is not None and not self.waiting and not self.dead


PAUSED = "sync_paused"


class Courier:
    """Synchronizes an open vault.

    Its rounds belong on a thread of their own; whatever it asks the vault is one short transaction.
    """

    def __init__(self, vault: Vault, jitter: Callable[[float], float] | None = None) -> None:
        """`jitter` draws a wait from 0 up to what it is given; tests give their own."""
        self._vault = vault
        self._jitter = jitter or (lambda most: random.uniform(0.0, most))  # noqa: S311 - no secret
        self._offsets: dict[bytes, float] = {}
        self._one_at_a_time = threading.Lock()

    def standing(self) -> Standing:
        """How things stand."""
        with self._vault.transaction() as connection:
            known = hubs.known_hubs(connection)
            waiting = outbox.unvouched(connection)
            reports_safe, reports_waiting = outbox.reports_counted(connection)
            dead = len(outbox.dead(connection))
            paused = properties.get_text(connection, PAUSED) == "1"
        if not known:
            return Standing(
                False,
                waiting=waiting,
                reports_waiting=reports_waiting,
                reports_safe=reports_safe,
                dead=dead,
                paused=paused,
            )
        hub = next((each for each in known if not each.room and not each.expected), known[0])
        newest = max(known, key=lambda each: each.complete_at or 0)
        return Standing(
            True,
            hub.campaign_name,
            hub.address.url,
            newest.room,
            waiting,
            reports_waiting,
            reports_safe,
            dead,
            newest.complete_at,
            newest.complete_count,
            hub.trouble,
            hub.next_try,
            hub.failures,
            hub.revoked_at is not None,
            paused,
        )

    def pause(self, paused: bool) -> None:
        """Stops or resumes synchronizing by itself."""
        with self._vault.transaction() as connection:
            properties.set_text(connection, PAUSED, "1" if paused else "")

    def due_in(self) -> int | None:
        """Milliseconds until the next round; 0: now; None: never (not joined, paused, access ended)."""
        with self._vault.transaction() as connection:
            known = [hub for hub in hubs.known_hubs(connection) if hub.revoked_at is None]
            paused = properties.get_text(connection, PAUSED) == "1"
        if paused or not known:
            return None
        # A clock that was set back must not put the next round off for years.
        waits = [hub.next_try - now() for hub in known]
        return max(0, min(*waits, LONGEST_WAIT))

    def round(self, progress: Progress = no_progress) -> list[Round]:
        """One round with every hub that this laptop has joined, the nearer ones first.

        A hub that has ended this laptop's access is not asked again. Raises `NotJoined`, `AccessEnded` where that
        leaves none, and `Cancelled`.
        """
        with self._vault.transaction() as connection:
            known = hubs.known_hubs(connection)
        if not known:
            raise NotJoined
        open_ones = [hub for hub in known if hub.revoked_at is None]
        if not open_ones:
            raise AccessEnded
        with self._one_at_a_time:
            return [self._round(hub, progress) for hub in open_ones]

    def _round(self, hub: KnownHub, progress: Progress) -> Round:
        client = self.client(hub)
        try:
            try:
                if hub.expected:
                    hub = joining.enrol_expected(self._vault, hub, client)
                pushed, pulled, handed = self._exchange(hub, client, progress)
            except UnknownToHub:
                if hub.expected:
                    raise NotHandedOver from None
                joining.enrol_again(self._vault, hub, client)
                pushed, pulled, handed = self._exchange(hub, client, progress)
        except Cancelled:
            raise
        except KnownError as error:
            self._note_failure(hub, error)
            return Round(hub, trouble=error)
        finally:
            self._offsets[hub.identity.key] = client.offset
            client.close()
        complete = pushed.safe if pushed.complete else None
        with self._vault.transaction() as connection:
            wait = EVERY / 2 + self._jitter(EVERY)
            hubs.note_success(connection, hub.identity.key, complete, Milliseconds(now() + int(wait)))
        return Round(hub, pushed, pulled, handed)

    def _exchange(self, hub: KnownHub, client: HubClient, progress: Progress) -> tuple[Pushed, Pulled, Handed]:
        pushed = push(self._vault, hub, client, progress)
        progress(0, 0)
        # Packets are sealed to the campaign's own hub: a room's could not open them.
        handed = Handed() if hub.room else hand_over(self._vault, client)
        pulled = pull(self._vault, hub, client, progress)
        if not hub.room:
            tell_installed(self._vault, hub, client)
        return pushed, pulled, handed

    def _note_failure(self, hub: KnownHub, error: KnownError) -> None:
        most = LONGEST_WITHOUT_NETWORK if isinstance(error, NetworkMissing | NotTheHub) else LONGEST_WAIT
        longest = min(most, FIRST_WAIT * 2 ** min(hub.failures, 20))
        wait = self._jitter(longest)
        if isinstance(error, HubBusy):
            wait += error.retry_after * 1000
        ended = isinstance(error, AccessEnded)
        with self._vault.transaction() as connection:
            if ended:
                hubs.note_revoked(connection, hub.identity.key)
            hubs.note_failure(connection, hub.identity.key, type(error).__name__, Milliseconds(now() + int(wait)))
            main = hubs.main_hub(connection)
            # A venue's hub does not speak for the campaign.
            ended = ended and (not hub.room or main is None)
            if ended:
                extracts.forget_extract(connection)
                forget_download(connection)
        if ended:
            extracts.remove_stray_files(self._vault.folder, None)

    def client(self, hub: KnownHub) -> HubClient:
        """Speaks to a hub with this laptop's key; the caller closes it."""
        with self._vault.transaction() as connection:
            key = properties.device_key(connection)
        client = HubClient.to(hub.address, hub.identity.key, key, self._ledger(hub.address.url))
        client.offset = self._offsets.get(hub.identity.key, 0.0)
        return client

    def client_at(self, address: Address, key: bytes) -> HubClient:
        """Speaks to a hub that this laptop runs itself, a room's; the caller closes it."""
        with self._vault.transaction() as connection:
            own = properties.device_key(connection)
        # What is said to it does not leave this laptop, so the ledger does not speak of it.
        return HubClient.to(address, key, own, lambda *_: None)

    def join_by_invite(self, invite: Invite, name: str, email: str = "", *, room: bool = False) -> None:
        """Joins by an invite; see `joining`."""
        joining.join_by_invite(self._vault, invite, name, email, self._ledger(invite.address.url), room=room)

    def join_by_code(self, where: str, code: str, name: str, email: str = "", *, room: bool = False) -> None:
        """Joins at an address by a code; see `joining`."""
        joining.join_by_code(self._vault, where, code, name, email, self._ledger(where), room=room)

    def leave(self, key: bytes) -> None:
        """Forgets a hub, a room's for one."""
        with self._vault.transaction() as connection:
            hubs.leave(connection, key)

    def role(self) -> Role | None:
        """What this laptop's user is in the campaign; None: it has joined none."""
        with self._vault.transaction() as connection:
            hub = hubs.main_hub(connection)
        return None if hub is None else hub.role

    def offers(self) -> tuple[ExtractOffer, ...]:
        """The extracts that the campaign offers."""
        with self._vault.transaction() as connection:
            return hubs.offers_of(connection)

    def former(self) -> tuple[FormerExtract, ...]:
        """The extracts that the campaign offered before, the newest last."""
        return former_extracts(self._vault)

    def withdrawn(self) -> FormerExtract | None:
        """The extract on this laptop, if the campaign has withdrawn it."""
        return withdrawn_here(self._vault)

    def fetch_of(self, offer: ExtractOffer | DeltaOffer) -> tuple[BlobFetch, HubClient]:
        """How an offered extract, or a delta to one, is fetched, and the client that does it, which the caller closes.

        Raises `NotJoined`, and `FileNotThere` where a room answers that was opened without the delta: then the
        whole extract may be in it.
        """
        with self._vault.transaction() as connection:
            known = [hub for hub in hubs.known_hubs(connection) if not hub.expected]
        if not known:
            raise NotJoined
        for hub in known[:-1]:
            client = self.client(hub)
            fetch = BlobFetch(client, offer)
            try:
                fetch(0, 1)
            except KnownError as error:
                client.close()  # a room may have been opened without it
                if isinstance(error, FileNotThere) and isinstance(offer, DeltaOffer):
                    raise
            else:
                return fetch, client
        client = self.client(known[-1])
        return BlobFetch(client, offer), client

    def take_receipts(self, data: bytes) -> int:
        """Believes the receipts in a file, whoever brings it; gives how many were for this laptop.

        Raises `KnownError`.
        """
        receipts, _ = read_receipts(data)
        return take_receipts(self._vault, receipts)

    def notes(self) -> list[StoredNote]:
        """What organizers asked of this volunteer and was not put away, the newest first."""
        with self._vault.transaction() as connection:
            return notes.unread(connection)

    def put_away(self, note: StoredNote) -> None:
        """Shows a note no longer."""
        with self._vault.transaction() as connection:
            notes.put_away(connection, note)

    def bring_back(self, note: StoredNote) -> None:
        """Shows a note again that was put away."""
        with self._vault.transaction() as connection:
            notes.bring_back(connection, note)

    def _ledger(self, to: str) -> Ledger:
        def write(method: str, path: str, content: bytes, packed: int, size: int) -> None:
            sent = ledger.RequestSent(to, method, path, content, 1, packed if packed != len(content) else 0)
            with self._vault.transaction() as connection:
                ledger.write_request(connection, sent, size)

        return write
