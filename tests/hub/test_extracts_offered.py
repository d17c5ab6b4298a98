"""Extracts on their way down: published only if the campaign signed them, and passed on into a room."""

import random
from pathlib import Path

import pytest

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.cli.signing_keys import read_signing_key
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub.clock import now
from f2f_desktop.protocol.api import PIECE
from f2f_desktop.protocol.manifest import ExtractOffer, hash_of, publication
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.sync.publishing import send
from f2f_desktop.sync.pulling import BlobFetch
from f2f_desktop.vault.hubs import known_hubs
from f2f_desktop.voterfile.opening import ExtractSignedByStranger
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, invite
from tests.hub.rooms import Organizer, join_room
from tests.vault.secret_evening import extract_of_ada


def content(version: int) -> CampaignContent:
    return CampaignContent(CampaignId("harbor-votes"), "Harbor Votes", version)


def test_an_extract_that_a_stranger_signed_is_not_published(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    olga = Laptop(tmp_path / "olga").join(invite(sqlite_hub, "--role", "organizer"))
    organizing = Organizing(olga.vault, olga.courier)
    key = read_signing_key(sqlite_hub.folder / "campaign.key")
    of_a_stranger = extract_of_ada(tmp_path, SigningKey.generate())
    with pytest.raises(ExtractSignedByStranger):
        organizing.publish(content(1), key, [("Elmtown", of_a_stranger)])
    assert olga.round().pulled.content == 0  # type: ignore[union-attr]
    assert organizing.publish(content(1), key, [("Elmtown", extract_of_ada(tmp_path, key))]) == 1
    assert [each.label for each in olga.courier.offers()] == ["Elmtown"]
    olga.close()


@pytest.mark.long
def test_a_rooms_volunteers_get_the_extracts_that_could_be_passed_on(
    sqlite_hub: HubProcess, tmp_path: Path
) -> None:
    hub = sqlite_hub
    port = int(hub.url.rsplit(":", 1)[1])
    olga = Organizer(tmp_path / "olga")
    olga.join(invite(hub, "--role", "organizer"))
    key = read_signing_key(hub.folder / "campaign.key")
    elmtown, oakville = extract_of_ada(tmp_path, key), random.Random(1).randbytes(2 * PIECE + 5)
    Organizing(olga.vault, olga.courier).publish(content(1), key, [("Elmtown", elmtown)])
    otto = Laptop(tmp_path / "otto", "Otto")
    with olga.open_room() as room:
        filled = olga.rooms.fill(room)
        assert (filled.version, filled.extracts, filled.missing) == (1, 1, ())
        assert olga.rooms.fill(room) == filled
        publish_large(olga, key, oakville)
        hub.stop()

        # Without internet the room has the extract that it has, and says which one is not there.
        filled = olga.rooms.fill(room)
        assert (filled.version, filled.extracts, filled.missing) == (2, 1, ("Oakville",))
        join_room(otto, room)
        assert otto.courier.round()[0].trouble is None
        offered = {each.label: each for each in otto.courier.offers()}
        assert sorted(offered) == ["Elmtown", "Oakville"]
        fetch, client = otto.courier.fetch_of(offered["Elmtown"])
        assert fetched(fetch, len(elmtown)) == elmtown
        client.close()

        # With internet again the rest comes, too.
        hub.start(port)
        filled = olga.rooms.fill(room)
        assert (filled.extracts, filled.missing) == (2, ())
        hub.stop()
        fetch, client = otto.courier.fetch_of(offered["Oakville"])
        assert fetched(fetch, len(oakville)) == oakville
        client.close()
    for laptop in (olga, otto):
        laptop.close()


def publish_large(olga: Organizer, key: SigningKey, data: bytes) -> None:
    """Version 2, with a file of several pieces beside the extract: to a hub it is bytes as any others."""
    offer = ExtractOffer(hash_of(data)[:16], "Oakville", hash_of(data), len(data), "")
    made = publication(content(2), key, Milliseconds(now()), (*olga.courier.offers(), offer))
    with olga.vault.transaction() as connection:
        (hub,) = known_hubs(connection)
    client = olga.courier.client(hub)
    send(client, made, {offer.hash: data})
    client.close()
    assert olga.round().trouble is None


def fetched(fetch: BlobFetch, size: int) -> bytes:
    """The whole file, as a download asks for it: of what it asks for it may get the first part."""
    found = b""
    while len(found) < size:
        found += fetch(len(found), min(len(found) + 300_000, size))
    return found
