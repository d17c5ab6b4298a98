"""An extract that is published again comes down as what has changed, bit for bit, or whole; over a real hub."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import msgspec
import numpy as np
import pytest

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.cli.signing_keys import read_signing_key
from f2f_desktop.errors import Cancelled, KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.api import Published
from f2f_desktop.protocol.manifest import (
    MOST_STEPS,
    DeltaOffer,
    ExtractOffer,
    following,
    hash_of,
    publication,
    steps_to,
)
from f2f_desktop.sync import publishing
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.sync.publishing import send_blob
from f2f_desktop.vault import extracts, hubs
from f2f_desktop.vault.journal import now
from f2f_desktop.volunteer import downloading
from f2f_desktop.volunteer.downloading import Downloading
from f2f_desktop.volunteer.installing import extract_file
from f2f_desktop.volunteer.ledger import Ledger
from f2f_desktop.volunteer.matchmaking import Matchmaking, today
from f2f_desktop.voterfile.voters import Voters
from tests.hub.chaos import CLEAR, Chaos, Mood
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, invite, new_hub
from tests.hub.rooms import Organizer, join_room
from tests.hub.test_chaos import lead
from tests.voterfile.samples import DETAILS, some_voters
from tests.voterfile.test_delta import a_week_later, written

VOTERS = 8_000
LASTING = msgspec.structs.replace(DETAILS, expires=today() + timedelta(days=60))


@dataclass
class Campaign:
    """Whoever publishes on a hub.

    Attributes:
        label: of the extract that is published now; each test has one of its own.
        made: the extracts that were published under it.
    """

    hub: HubProcess
    organizer: Laptop
    key: SigningKey
    folder: Path
    version: int = 0
    label: str = ""
    made: list[bytes] = field(default_factory=list)

    def extract(self, voters: Voters) -> bytes:
        """An extract file, signed by the campaign."""
        return written(self.folder / "made.f2fx", voters, LASTING, self.key).read_bytes()

    def offered(self) -> ExtractOffer:
        """What the organizer's laptop knows to be offered."""
        return next(each for each in self.organizer.courier.offers() if each.label == self.label)

    def publish(self, voters: Voters | None = None) -> ExtractOffer:
        """Publishes, with the voters' extract if they are given; gives what is offered then."""
        self.version += 1
        content = CampaignContent(CampaignId("harbor-votes"), "Harbor Votes", self.version)
        files = []
        if voters is not None:
            self.made.append(self.extract(voters))
            files.append((self.label, self.made[-1]))
        Organizing(self.organizer.vault, self.organizer.courier).publish(content, self.key, files)
        return self.offered()

    def offer(self, offer: ExtractOffer, *blobs: bytes) -> None:
        """Publishes an offer as it is, with files for it."""
        self.version += 1
        content = CampaignContent(CampaignId("harbor-votes"), "Harbor Votes", self.version)
        made = publication(content, self.key, now(), (offer,))
        with self.organizer.vault.transaction() as connection:
            known = hubs.known_hubs(connection)[0]
        client = self.organizer.courier.client(known)
        for data in (*blobs, *made.parts.values()):
            send_blob(client, hash_of(data), data, lambda *_: None)
        client.send_bytes("PUT", "/v1/manifest", made.manifest, Published)
        client.close()


class Volunteer:
    """A laptop that downloads."""

    def __init__(self, laptop: Laptop, label: str) -> None:
        self.laptop, self.label = laptop, label
        self.matchmaking = Matchmaking(laptop.vault)
        self.downloading = Downloading(laptop.vault, self.matchmaking, laptop.courier)

    def offered(self) -> ExtractOffer:
        """What the campaign offers now."""
        self.laptop.round()
        return next(each for each in self.laptop.courier.offers() if each.label == self.label)

    def download(self) -> None:
        """What the window and the command do."""
        self.matchmaking.install_received(self.downloading.receive(self.offered()))

    def file(self) -> bytes:
        """The extract file that is installed."""
        with self.laptop.vault.transaction() as connection:
            installed = extracts.installed_extract(connection)
        assert installed is not None
        return extract_file(self.laptop.vault, installed)

    def asked_for(self, name: str) -> int:
        """Requests for a file's pieces that the ledger knows of."""
        sent = [line.entry.sent for line in Ledger(self.laptop.vault).page(None, 500).lines]
        return sum(each.times for each in sent if each is not None and f"/v1/blobs/{name}/" in each.path)


@pytest.fixture(scope="module")
def one_campaign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Campaign]:
    folder = tmp_path_factory.mktemp("campaign")
    hub = new_hub(folder / "hub").start()
    organizer = Laptop(folder / "organizer", "Olga Organizer").join(invite(hub, "--role", "organizer"))
    yield Campaign(hub, organizer, read_signing_key(hub.folder / "campaign.key"), folder)
    organizer.close()
    hub.stop()


@pytest.fixture(scope="module")
def link(one_campaign: Campaign) -> str:
    return invite(one_campaign.hub, "--uses", "100").split()[0]


@pytest.fixture
def campaign(one_campaign: Campaign, request: pytest.FixtureRequest) -> Campaign:
    """One for all tests, each with an extract of its own."""
    one_campaign.label, one_campaign.made = request.node.name, []
    return one_campaign


@pytest.fixture
def vera(campaign: Campaign, link: str, tmp_path: Path) -> Iterator[Volunteer]:
    """Has the first version of the extract."""
    laptop = Laptop(tmp_path / "vera").join(link)
    campaign.publish(some_voters(VOTERS))
    made = Volunteer(laptop, campaign.label)
    made.matchmaking.install(campaign.made[0])
    yield made
    laptop.close()


def changed(weeks: int) -> Voters:
    """One voter in a hundred is another one after each week."""
    voters = some_voters(VOTERS)
    for week in range(1, weeks + 1):
        voters = a_week_later(voters, VOTERS // 100, seed=week)
        voters = replace(voters, ids=np.char.replace(voters.ids, b"NEW", b"W%d-" % week))
    return voters


def test_a_laptop_with_the_former_extract_fetches_only_what_has_changed(
    campaign: Campaign, vera: Volunteer
) -> None:
    offer = campaign.publish(changed(1))
    (step,) = steps_to(offer, hash_of(campaign.made[0]))
    assert step.size <= 0.05 * offer.size
    assert offer.hash == hash_of(campaign.made[1])
    way = vera.downloading.way_to(vera.offered())
    assert (way.steps, way.size, way.in_use) == ((step,), step.size, False)
    vera.download()
    assert vera.file() == campaign.made[1]
    assert len(vera.matchmaking.open().voters) == len(changed(1))
    assert vera.asked_for(step.hash) == 1
    assert vera.asked_for(offer.hash) == 0
    assert vera.downloading.way_to(vera.offered()).in_use


def test_a_laptop_without_one_fetches_the_whole(
    campaign: Campaign, vera: Volunteer, link: str, tmp_path: Path
) -> None:
    offer = campaign.publish(changed(1))
    fresh = Volunteer(Laptop(tmp_path / "otto", "Otto").join(link), campaign.label)
    assert fresh.downloading.way_to(fresh.offered()).size == offer.size
    fresh.download()
    assert fresh.file() == campaign.made[1]
    assert fresh.asked_for(offer.hash) > 0
    vera.matchmaking.forget_extract()
    assert vera.downloading.way_to(vera.offered()).steps == ()
    vera.download()
    assert vera.file() == campaign.made[1]
    fresh.laptop.close()


def test_whoever_missed_a_few_versions_gets_there_step_by_step(campaign: Campaign, vera: Volunteer) -> None:
    for weeks in (1, 2, 3):
        campaign.publish(changed(weeks))
    offer = campaign.publish()  # without an extract: what is offered stays as it was
    steps = steps_to(offer, hash_of(campaign.made[0]))
    assert len(steps) == 3
    vera.download()
    assert vera.file() == campaign.made[3]
    assert [vera.asked_for(step.hash) for step in steps] == [1, 1, 1]
    assert vera.asked_for(offer.hash) == 0


def test_the_same_file_again_keeps_the_way_to_it(campaign: Campaign, vera: Volunteer) -> None:
    offer = campaign.publish(changed(1))
    assert campaign.publish(changed(1)) == offer
    vera.download()
    assert vera.asked_for(offer.hash) == 0


def test_a_delta_that_was_cut_goes_on_where_it_was(
    campaign: Campaign, vera: Volunteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("f2f_desktop.voterfile.receiving.DELTA_PIECE", 512)
    (step,) = steps_to(campaign.publish(changed(1)), hash_of(campaign.made[0]))
    offer, told = vera.offered(), []

    def stop(done: int, total: int) -> None:
        told.append(done)
        if done >= total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        vera.downloading.receive(offer, stop)
    kept = vera.laptop.vault.folder / f"extract-delta-{step.hash[:16]}.enc"
    assert kept.stat().st_size > 0
    assert b"PK\x03\x04" not in kept.read_bytes()
    fetched: list[int] = []
    true_fetch = vera.laptop.courier.fetch_of

    def watched(file: ExtractOffer | DeltaOffer) -> object:
        fetch, line = true_fetch(file)

        def one(start: int, end: int) -> bytes:
            fetched.append(start)
            return fetch(start, end)

        return one, line

    monkeypatch.setattr(vera.laptop.courier, "fetch_of", watched)
    vera.download()
    assert vera.file() == campaign.made[1]
    assert min(fetched) == told[-1] > 0
    assert not kept.exists()
    assert vera.asked_for(offer.hash) == 0


def test_a_line_that_is_cut_within_the_delta_does_not_lead_to_the_whole_file(
    campaign: Campaign, vera: Volunteer
) -> None:
    (step,) = steps_to(campaign.publish(changed(1)), hash_of(campaign.made[0]))
    offer = vera.offered()
    with Chaos(int(campaign.hub.url.rsplit(":", 1)[1])) as line:
        lead(vera.laptop, line.url)
        line.mood = Mood(down_to=1_500)
        with pytest.raises(KnownError, match="does not answer"):
            vera.downloading.receive(offer)
        assert vera.asked_for(offer.hash) == 0
        line.mood = CLEAR
        vera.matchmaking.install_received(vera.downloading.receive(offer))
    assert vera.file() == campaign.made[1]
    assert vera.asked_for(offer.hash) == 0
    assert vera.asked_for(step.hash) > 1


def cut_short(delta: bytes) -> bytes:
    return delta[: len(delta) // 2]


def one_bit(delta: bytes) -> bytes:
    place = len(delta) // 2
    return delta[:place] + bytes([delta[place] ^ 1]) + delta[place + 1 :]


def no_delta(delta: bytes) -> bytes:
    return b"holiday pictures" * (len(delta) // 16)


@pytest.mark.parametrize("damage", [cut_short, one_bit, no_delta])
def test_a_damaged_delta_is_refused_and_the_whole_file_taken(
    campaign: Campaign, vera: Volunteer, damage: Callable[[bytes], bytes]
) -> None:
    sent = campaign.extract(changed(1))
    offer = damaged_offer(campaign, sent, damage)
    assert vera.offered() == offer
    assert vera.downloading.way_to(offer).steps
    vera.download()
    assert vera.file() == sent
    assert vera.asked_for(offer.hash) > 0


def damaged_offer(campaign: Campaign, data: bytes, damage: Callable[[bytes], bytes]) -> ExtractOffer:
    """Offers an extract with a delta that is not what it should be, under its true hash: an organizer's bad disk."""
    former = campaign.offered()
    delta = damage(publishing.delta_between(campaign.made[-1], data, campaign.label))
    offer = following(publishing.offer_of(data, campaign.label, campaign.key.public), former, delta)
    campaign.offer(offer, data, delta)
    return offer


def misled(campaign: Campaign, data: bytes) -> ExtractOffer:
    """Offers an extract with a delta that leads to it from another base than it says."""
    former = campaign.offered()
    other = campaign.extract(changed(3))
    offer = following(
        publishing.offer_of(data, campaign.label, campaign.key.public),
        former,
        delta := publishing.delta_between(other, data, campaign.label),
    )
    campaign.offer(offer, data, delta)
    return offer


def test_a_delta_of_another_base_is_refused_and_the_whole_file_taken(campaign: Campaign, vera: Volunteer) -> None:
    data = campaign.extract(changed(1))
    offer = misled(campaign, data)
    assert vera.downloading.way_to(vera.offered()).steps
    vera.download()
    assert vera.file() == data
    assert vera.asked_for(offer.hash) > 0


def test_a_delta_that_makes_another_true_extract_is_not_believed(
    campaign: Campaign, vera: Volunteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in order by itself, signed by the campaign: only the offered file's hash tells. The control leaves the
    comparison out, and installs what nobody offered."""
    former = campaign.offered()
    wanted, older = campaign.extract(changed(2)), campaign.extract(changed(1))
    delta = publishing.delta_between(campaign.made[0], older, campaign.label)
    offer = following(publishing.offer_of(wanted, campaign.label, campaign.key.public), former, delta)
    campaign.offer(offer, wanted, delta)
    vera.download()
    assert vera.file() == wanted
    # The control.
    vera.matchmaking.install(campaign.made[0])
    monkeypatch.setattr(downloading, "hash_of", lambda data: offer.hash if data == older else hash_of(data))
    vera.download()
    assert vera.file() == older


def test_a_hub_without_the_delta_gives_the_whole_file(campaign: Campaign, vera: Volunteer) -> None:
    offer = campaign.publish(changed(1))
    (step,) = steps_to(offer, hash_of(campaign.made[0]))
    seen = vera.offered()
    gone = msgspec.structs.replace(step, hash="0" * 64)
    offered = msgspec.structs.replace(seen, deltas={hash_of(campaign.made[0]): gone})
    vera.matchmaking.install_received(vera.downloading.receive(offered))
    assert vera.file() == campaign.made[1]
    assert vera.asked_for("0" * 64) == 1
    assert vera.asked_for(offer.hash) > 0


class OldOffer(msgspec.Struct, frozen=True):
    """An offer as a program of before deltas reads it."""

    id: str
    label: str
    hash: str
    size: int
    expires: str
    voters: int = 0


def test_a_program_that_knows_no_deltas_reads_the_offer_and_takes_the_whole(
    campaign: Campaign, vera: Volunteer
) -> None:
    offer = campaign.publish(changed(1))
    old = msgspec.json.decode(msgspec.json.encode(offer), type=OldOffer)
    assert (old.hash, old.size, old.label) == (offer.hash, offer.size, campaign.label)
    vera.laptop.round()
    fetch, line = vera.laptop.courier.fetch_of(ExtractOffer(old.id, old.label, old.hash, old.size, old.expires))
    vera.matchmaking.download(fetch)
    line.close()
    assert vera.file() == campaign.made[1]


def test_a_former_extract_that_the_hub_lost_keeps_nobody_from_publishing(
    campaign: Campaign, vera: Volunteer
) -> None:
    former = campaign.offered()
    with campaign.organizer.vault.transaction() as connection:
        known = hubs.known_hubs(connection)[0]
        lost = msgspec.structs.replace(former, hash="0" * 64)
        hubs.store_offers(connection, known.identity.key, campaign.version, (lost,))
    assert campaign.publish(changed(1)).deltas == {}
    vera.download()
    assert vera.file() == campaign.made[1]


def offered(name: str, size: int = 1_000, deltas: dict[str, DeltaOffer] | None = None) -> ExtractOffer:
    return ExtractOffer(name, "Jersey City", name, size, "", 1, deltas or {})


def test_a_way_is_followed_only_as_far_as_it_is_worth_it() -> None:
    former = offered("v0")
    for number in range(1, MOST_STEPS + 3):
        former = following(offered(f"v{number}"), former, b"d" * 10)
    newest = MOST_STEPS + 2
    assert [len(steps_to(former, f"v{number}")) for number in (newest, newest - 1, newest - MOST_STEPS)] == [
        0,
        1,
        MOST_STEPS,
    ]
    assert steps_to(former, "v0") == steps_to(former, "elsewhere") == ()
    assert len(former.deltas) == MOST_STEPS
    # Half of the whole file, all steps together, and no more.
    assert following(offered("new"), offered("old"), b"d" * 501).deltas == {}
    two = following(offered("c"), following(offered("b"), offered("a"), b"d" * 300), b"e" * 300)
    assert list(two.deltas) == ["b"]


def test_steps_that_go_round_in_a_circle_lead_nowhere() -> None:
    circle = {"a": DeltaOffer("1", 1, "b"), "b": DeltaOffer("2", 1, "a")}
    assert steps_to(offered("new", deltas=circle), "a") == ()


@pytest.mark.long
def test_a_room_passes_updates_on(campaign: Campaign, vera: Volunteer, tmp_path: Path) -> None:
    """Without internet a laptop with the former extract gets from the room only what has changed."""
    olga = Organizer(tmp_path / "olga")
    olga.join(invite(campaign.hub, "--role", "organizer"))
    (step,) = steps_to(campaign.publish(changed(1)), hash_of(campaign.made[0]))
    with olga.open_room() as room:
        assert olga.rooms.fill(room).missing == ()
        port = int(campaign.hub.url.rsplit(":", 1)[1])
        campaign.hub.stop()
        join_room(vera.laptop, room)
        vera.laptop.courier.round()
        offer = next(each for each in vera.laptop.courier.offers() if each.label == campaign.label)
        vera.matchmaking.install_received(vera.downloading.receive(offer))
        campaign.hub.start(port)
    assert vera.file() == campaign.made[1]
    assert vera.asked_for(step.hash) == 1
    assert vera.asked_for(campaign.offered().hash) == 0
    olga.close()
