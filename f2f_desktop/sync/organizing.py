"""What an organizer's laptop asks of the hub: publishing, people, invites, results. Answers are kept for offline."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Generic, TypeVar
from urllib.parse import quote

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, ContactId, Milliseconds
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.api import (
    AuditRow,
    DeadLetter,
    DevicePage,
    DeviceRow,
    ExtractHolder,
    InviteRow,
    IssuedInvite,
    NewInvite,
    NewNote,
    OptOutList,
)
from f2f_desktop.protocol.bundle import Bundle
from f2f_desktop.protocol.invites import Invite
from f2f_desktop.protocol.listing import (
    ROWS_IN_A_PAGE,
    DeviceOrder,
    UserOrder,
    devices_in_order,
    is_found,
    users_in_order,
)
from f2f_desktop.protocol.manifest import hash_of, publication
from f2f_desktop.protocol.receivers import beginning, is_sought
from f2f_desktop.protocol.results import (
    MOST_RECEIVERS,
    ActionFigures,
    ActionResults,
    BatchRow,
    Burst,
    HistoryLine,
    ReceiverPage,
    ReceiverRow,
    UserPage,
    UserRow,
    Withdrawal,
)
from f2f_desktop.sync.courier import Courier
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.listing import (
    DEVICES,
    USERS,
    KeptRows,
    Listing,
    all_pages,
    patiently,
    query_of,
    rows_kept,
)
from f2f_desktop.sync.publishing import offer_of, offers_after, send, with_delta
from f2f_desktop.sync.troubles import ContentOfAnother, NotJoined, SyncTrouble
from f2f_desktop.vault import authoring, hubs
from f2f_desktop.vault.content import install_bundle
from f2f_desktop.vault.hubs import KnownHub
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.vault import Vault

Thing = TypeVar("Thing")
Row = TypeVar("Row")


class AsOf(msgspec.Struct, Generic[Thing], frozen=True):
    """Something the hub said, and when; `trouble`: why it is not from just now."""

    value: Thing
    at: Milliseconds
    trouble: str = ""
    """Name of the class of the error that kept it from being newer; empty: it is from just now."""


class Organizing:
    """The organizer's questions to the campaign's hub. Each is one or a few requests: for a thread of their own."""

    def __init__(self, vault: Vault, courier: Courier) -> None:
        self._vault = vault
        self._courier = courier

    def publish(
        self,
        content: CampaignContent,
        key: SigningKey,
        extracts: Sequence[tuple[str, bytes]] = (),
        progress: Progress = no_progress,
        *,
        withdrawn: Collection[str] = (),
    ) -> int:
        """Publishes a content, with extract files by their labels, and installs it here; gives its version.

        Extracts that are offered already stay offered, unless one comes under the same label or its hash is among
        those `withdrawn`, of which laptops are told. Where one comes under the same label, laptops that have the
        former one get a delta. Raises `NotJoined`, `ContentOfAnother`, the errors of `troubles`, and those of opening
        an extract.
        """
        new = [(offer_of(data, label, key.public), data) for label, data in extracts]
        offered = self._courier.offers()
        with self._client() as (hub, client):
            if content.id != hub.campaign:
                raise ContentOfAnother(content.name, hub.campaign_name, hub.campaign)
            deltas = [with_delta(client, offer, data, offered, progress) for offer, data in new]
            offers, former = offers_after(
                offered, self._courier.former(), [offer for offer, _ in deltas], withdrawn
            )
            made = publication(content, key, now(), offers, former=former)
            files = (*(data for _, data in new), *(delta for _, delta in deltas if delta))
            version = send(client, made, {hash_of(data): data for data in files}, progress)
            with self._vault.transaction() as connection:
                install_bundle(connection, Bundle(content, key.public.to_bytes()))
                # As if it had come down: a room may be opened before it does.
                hubs.store_manifest(connection, hub.identity.key, made.manifest)
                for name, data in made.parts.items():
                    hubs.store_part(connection, name, data)
                hubs.keep_parts(connection, set(made.parts))
                hubs.store_offers(connection, hub.identity.key, version, offers)
        return version

    def devices(self) -> AsOf[list[DeviceRow]]:
        """The campaign's laptops, all of them, those with access first."""
        found = self._gathered("devices", "/v1/devices", DeviceOrder.ID, DEVICES)
        return msgspec.structs.replace(found, value=devices_in_order(found.value, DeviceOrder.PRESENT))

    def page_of_devices(
        self,
        order: DeviceOrder = DeviceOrder.PRESENT,
        *,
        descending: bool = False,
        search: str = "",
        after: str = "",
        most: int = ROWS_IN_A_PAGE,
    ) -> AsOf[DevicePage]:
        """A page of the campaign's laptops; without network, what is kept of them as one."""
        query = query_of(order, descending=descending, search=search, after=after, most=most)

        def of_kept(kept: KeptRows) -> DevicePage:
            rows = devices_in_order(kept.rows, order, descending=descending)
            return DevicePage(tuple(row for row in rows if is_found(row, search)), "")

        return self._page("devices", f"/v1/devices?{query}", DEVICES, of_kept)

    def revoke_device(self, device: str) -> None:
        """Ends a laptop's access."""
        self._post(f"/v1/devices/{quote(device, safe='')}/revoke", {}, dict[str, str])

    def holders(self) -> AsOf[list[ExtractHolder]]:
        """Which laptop has which extract in use, as the laptops have said."""
        return self._asked("holders", "/v1/holders", list[ExtractHolder])

    def invites(self) -> AsOf[list[InviteRow]]:
        """The campaign's invites."""
        return self._asked("invites", "/v1/invites", list[InviteRow])

    def invite(self, wanted: NewInvite) -> tuple[Invite, str]:
        """A new invite, and its join code where one was asked for."""
        with self._client() as (hub, client):
            issued = client.post("/v1/invites", wanted, IssuedInvite)
        invite = Invite(
            hub.address,
            hub.identity,
            hub.campaign,
            hub.campaign_name,
            hub.campaign_key,
            issued.secret,
            issued.role,
            issued.expires_at,
        )
        return invite, issued.code

    def ask(self, devices: Sequence[str], text: str, action: ActionId | None = None) -> int:
        """Asks something of volunteers: it reaches their app when it synchronizes. Gives for how many it is."""
        answer = self._post("/v1/notes", NewNote(tuple(devices), text, action or ""), dict[str, int])
        return answer.get("left", 0)

    def revoke_invite(self, invite: str) -> None:
        """Ends an invite."""
        self._post(f"/v1/invites/{quote(invite, safe='')}/revoke", {}, dict[str, str])

    def audit(self) -> AsOf[list[AuditRow]]:
        """What organizers and owners did; for owners."""
        return self._asked("audit", "/v1/audit", list[AuditRow])

    def opt_outs(self) -> AsOf[OptOutList]:
        """How long the campaign's opt-out list is, and how its entries came on it."""
        return self._asked("opt-outs", "/v1/opt-outs", OptOutList)

    def dead_letters(self) -> AsOf[list[DeadLetter]]:
        """Events that the hub did not take."""
        return self._asked("dead-letters", "/v1/dead-letters", list[DeadLetter])

    def overviews(self) -> AsOf[list[ActionFigures]]:
        """The overview of every action that anything has happened in."""
        return self._asked("results", "/v1/results", list[ActionFigures])

    def results(self, action: ActionId) -> AsOf[ActionResults]:
        """Everything about an action but its lists of people."""
        return self._asked(f"results/{action}", f"/v1/results/{quote(action, safe='')}", ActionResults)

    def users(self, action: ActionId) -> AsOf[list[UserRow]]:
        """The volunteers in an action, all of them, the busiest first."""
        path = f"/v1/results/{quote(action, safe='')}/users"
        found = self._gathered(f"users/{action}", path, UserOrder.USER, USERS)
        return msgspec.structs.replace(
            found, value=users_in_order(found.value, UserOrder.INITIAL, descending=True)
        )

    def page_of_users(
        self,
        action: ActionId,
        order: UserOrder = UserOrder.INITIAL,
        *,
        descending: bool = True,
        search: str = "",
        after: str = "",
        most: int = ROWS_IN_A_PAGE,
    ) -> AsOf[UserPage]:
        """A page of the volunteers in an action; without network, what is kept of them as one."""
        query = query_of(order, descending=descending, search=search, after=after, most=most)

        def of_kept(kept: KeptRows) -> UserPage:
            rows = users_in_order(kept.rows, order, descending=descending)
            found = tuple(row for row in rows if is_found(row, search))
            return UserPage(found, "", kept.newest.flagged, kept.newest.totals)

        path = f"/v1/results/{quote(action, safe='')}/users"
        return self._page(f"users/{action}", f"{path}?{query}", USERS, of_kept)

    def receivers(
        self,
        action: ActionId,
        before: int | None = None,
        *,
        in_district: bool | None = None,
        suggested: bool | None = None,
        device: str = "",
        search: str = "",
    ) -> AsOf[ReceiverPage]:
        """A page of an action's receivers, those messaged last first.

        `search`: how their name, or the volunteer's, begins; without network, those are looked for who are kept here.
        """
        asked = {
            "before": None if before is None else str(before),
            "in_district": None if in_district is None else str(in_district).lower(),
            "suggested": None if suggested is None else str(suggested).lower(),
            "device": device or None,
            "search": search or None,
        }
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in asked.items() if value is not None)
        path = f"/v1/results/{quote(action, safe='')}/receivers" + (f"?{query}" if query else "")
        try:
            return self._asked(f"receivers/{action}?{query}", path, ReceiverPage)
        except SyncTrouble as error:
            begun = beginning(search)
            kept = self._kept_receivers(action) if begun and before is None else None
            if kept is None:
                raise
            rows = (
                row
                for row in kept.value.rows
                if is_sought(row, begun)
                and (in_district is None or row.in_district == in_district)
                and (suggested is None or row.suggested == suggested)
                and (not device or row.device == device)
            )
            return AsOf(ReceiverPage(tuple(rows), None), kept.at, type(error).__name__)

    def _kept_receivers(self, action: ActionId) -> AsOf[ReceiverPage] | None:
        """Every receiver of an action who was seen on this laptop, as they were seen last; None: nobody was."""
        found: dict[tuple[str, str], ReceiverRow] = {}
        with self._vault.transaction() as connection:
            pages = authoring.kept_pages(connection, f"receivers/{action}?")
        for each in pages:
            for row in msgspec.json.decode(each.content, type=ReceiverPage).rows:
                found.setdefault((row.device, row.contact), row)
        if not pages:
            return None
        rows = sorted(found.values(), key=lambda row: -row.position)
        return AsOf(ReceiverPage(tuple(rows), None), pages[-1].at)

    def all_receivers(self, action: ActionId) -> Iterator[ReceiverRow]:
        """Every receiver of an action, page by page. Raises the errors of `troubles`.

        A hub that has too much to do is asked again when it says so, a few times a page: half an export is none.
        """
        before: int | None = None
        with self._client() as (_, client):
            while True:
                query = f"?most={MOST_RECEIVERS}" + ("" if before is None else f"&before={before}")
                page = patiently(client, f"/v1/results/{quote(action, safe='')}/receivers{query}", ReceiverPage)
                yield from page.rows
                if page.before is None:
                    return
                before = page.before

    def history(self, action: ActionId, device: str, contact: ContactId) -> AsOf[list[HistoryLine]]:
        """What happened in a conversation."""
        place = "/".join(quote(part, safe="") for part in (action, "history", device, contact))
        return self._asked(f"history/{place}", f"/v1/results/{place}", list[HistoryLine])

    def bursts(self) -> AsOf[list[Burst]]:
        """Stretches in which somebody says to have sent more than a person can."""
        return self._asked("bursts", "/v1/bursts", list[Burst])

    def withdrawals(self) -> AsOf[list[BatchRow]]:
        """What was taken out of the figures."""
        return self._asked("withdrawals", "/v1/withdrawals", list[BatchRow])

    def withdraw(self, wanted: Withdrawal) -> BatchRow:
        """Takes a stretch of a laptop's messages and reports out of the figures."""
        return self._post("/v1/withdrawals", wanted, BatchRow)

    def put_back(self, batch: str) -> BatchRow:
        """Counts again what was taken out."""
        return self._post(f"/v1/withdrawals/{quote(batch, safe='')}/undo", {}, BatchRow)

    def _asked(self, name: str, target: str, kind: type[Thing]) -> AsOf[Thing]:
        """The hub's answer, or without network the last one that was kept. Raises what the hub raises otherwise."""
        try:
            with self._client() as (_, client):
                answer = client.get(target, kind)
        except SyncTrouble as error:
            with self._vault.transaction() as connection:
                kept = authoring.kept_results(connection, name)
            if kept is None:
                raise
            return AsOf(msgspec.json.decode(kept[0], type=kind), kept[1], type(error).__name__)
        self._keep(name, answer)
        return AsOf(answer, now())

    def _page(
        self, name: str, target: str, listing: Listing[Any], of_kept: Callable[[KeptRows], Thing]
    ) -> AsOf[Thing]:
        """A page of a list, or without network one of what is kept of it. Raises what the hub raises otherwise."""
        try:
            with self._client() as (_, client):
                answer = client.get(target, listing.kind)
        except SyncTrouble as error:
            kept = self._kept(name, listing)
            if kept is None:
                raise
            return AsOf(of_kept(kept), kept.at, type(error).__name__)
        self._keep(f"{name}?{target.partition('?')[2]}", answer)
        return AsOf(answer, now())

    def _gathered(self, name: str, path: str, order: str, listing: Listing[Row]) -> AsOf[list[Row]]:
        """All of a list, or without network the last one that was kept. Raises what the hub raises otherwise."""
        try:
            with self._client() as (_, client):
                rows = list(all_pages(client, path, order, listing))
        except SyncTrouble as error:
            kept = self._kept(name, listing)
            if kept is None or not kept.whole:
                raise
            return AsOf(list(kept.rows), kept.at, type(error).__name__)
        self._keep(f"{name}?{query_of(order, descending=False)}", listing.page(rows))
        return AsOf(rows, now())

    def _kept(self, name: str, listing: Listing[Any]) -> KeptRows | None:
        with self._vault.transaction() as connection:
            return rows_kept(authoring.kept_pages(connection, f"{name}?"), listing)

    def _keep(self, name: str, answer: object) -> None:
        with self._vault.transaction() as connection:
            authoring.keep_results(connection, name, msgspec.json.encode(answer))

    def _post(self, target: str, content: object, kind: type[Thing]) -> Thing:
        with self._client() as (_, client):
            return client.post(target, content, kind)

    @contextmanager
    def _client(self) -> Iterator[tuple[KnownHub, HubClient]]:
        with self._vault.transaction() as connection:
            hub = hubs.main_hub(connection)
        if hub is None:
            raise NotJoined
        client = self._courier.client(hub)
        try:
            yield hub, client
        finally:
            client.close()


class Latest:
    """The hub's answers as they are to be exported: the newest that there are, without the word of how old."""

    def __init__(self, organizing: Organizing) -> None:
        self._organizing = organizing

    def overviews(self) -> list[ActionFigures]:
        """See `Organizing`."""
        return self._organizing.overviews().value

    def devices(self) -> list[DeviceRow]:
        """See `Organizing`."""
        return self._organizing.devices().value

    def withdrawals(self) -> list[BatchRow]:
        """See `Organizing`."""
        return self._organizing.withdrawals().value

    def audit(self) -> list[AuditRow]:
        """See `Organizing`."""
        return self._organizing.audit().value

    def opt_outs(self) -> OptOutList:
        """See `Organizing`."""
        return self._organizing.opt_outs().value

    def results(self, action: ActionId) -> ActionResults:
        """See `Organizing`."""
        return self._organizing.results(action).value

    def users(self, action: ActionId) -> list[UserRow]:
        """See `Organizing`."""
        return self._organizing.users(action).value

    def all_receivers(self, action: ActionId) -> Iterator[ReceiverRow]:
        """See `Organizing`."""
        return self._organizing.all_receivers(action)
