"""Who has downloaded which extract: the laptop says what it has installed, and hears what was withdrawn."""

import datetime as dt
from pathlib import Path

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.api import ExtractHolder, HeldExtract
from f2f_desktop.protocol.roles import Role
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.vault import hubs, ledger
from f2f_desktop.volunteer.matchmaking import Matchmaking
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, invite
from tests.hub.replicas import Replica
from tests.voterfile.samples import some_voters

DAY = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30)


def extract(folder: Path, key: SigningKey, layout: str) -> bytes:
    path = folder / f"{layout}.f2fx"
    write_extract(path, some_voters(20), ExtractDetails(layout=layout, expires=DAY), key)
    return path.read_bytes()


def told(laptop: Laptop) -> int:
    """How often it has told what it has, by its own ledger."""
    with laptop.vault.transaction() as connection:
        rows = ledger.entries_before(connection, None, 1_000)
    return sum(each.sent is not None and each.sent.path == "/v1/holders" for each in rows)


def test_a_device_is_noted_once_with_the_newest_of_what_it_says(replica: Replica) -> None:
    owner, vera = replica.device(Role.OWNER), replica.device(name="Vera")
    organizer = replica.device(Role.ORGANIZER)
    for name in ("a", "a", "b", "b"):
        assert vera.ask("POST", "/v1/holders", HeldExtract(name * 64)).status == 200
    assert owner.ask("POST", "/v1/holders", HeldExtract("a" * 64)).status == 200
    rows = organizer.ask("GET", "/v1/holders").read(list[ExtractHolder])
    assert {(row.device, row.extract) for row in rows} == {(vera.id, "b" * 64), (owner.id, "a" * 64)}
    assert vera.ask("POST", "/v1/holders", {"extract": "../x"}).status == 400


def test_downloads_are_known_to_organizers_and_withdrawals_to_laptops(hub: HubProcess, tmp_path: Path) -> None:
    key = SigningKey.from_bytes((hub.folder / "campaign.key").read_bytes())
    olga = Laptop(tmp_path / "olga", "Olga").join(invite(hub, "--role", "owner"))
    vera = Laptop(tmp_path / "vera", "Vera").join(invite(hub))
    organizing = Organizing(olga.vault, olga.courier)
    with olga.vault.transaction() as connection:
        campaign = hubs.known_hubs(connection)[0].campaign
    content = CampaignContent(CampaignId(campaign), "Harbor", 1)
    organizing.publish(content, key, [("Elm", extract(tmp_path, key, "first"))])
    vera.courier.round()
    assert organizing.holders().value == []
    (offer,) = vera.courier.offers()
    assert (offer.label, offer.edition, offer.cut, offer.districts) == ("Elm", 1, offer.cut, ())
    fetch, client = vera.courier.fetch_of(offer)
    matchmaking = Matchmaking(vera.vault)
    matchmaking.download(fetch)
    client.close()
    vera.courier.round()
    (held,) = organizing.holders().value
    names = {row.id: row.name for row in organizing.devices().value}
    assert (names[held.device], held.extract) == ("Vera", offer.hash)
    vera.courier.round()
    assert told(vera) == 1

    content = msgspec.structs.replace(content, version=2)
    second = extract(tmp_path, key, "second")
    organizing.publish(content, key, [("Elm", second)])
    vera.courier.round()
    assert vera.courier.withdrawn() is None  # an older one may be used
    (newer,) = vera.courier.offers()
    assert newer.edition == 2
    organizing.publish(msgspec.structs.replace(content, version=3), key, withdrawn=[newer.hash])
    matchmaking.install(second)
    vera.courier.round()
    gone = vera.courier.withdrawn()
    assert gone is not None
    assert (gone.label, gone.edition, gone.withdrawn) == ("Elm", 2, True)
    assert vera.courier.offers() == ()
    olga.close()
    vera.close()
