"""Packets on a stick: every event that waits, the same bytes each time, nothing lost and nothing twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.cli.main import main
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import Answers
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.api import Enrolled, HubIdentity, SignedEnrolment
from f2f_desktop.protocol.invites import Address
from f2f_desktop.protocol.packet import Packet, read_packet, write_packet
from f2f_desktop.protocol.roles import Role
from f2f_desktop.protocol.sealing import is_sealed, new_sealing_key, sealing_public, unsealed
from f2f_desktop.sync.packets import NothingToExport, Packets
from f2f_desktop.vault import hubs, journal, outbox
from f2f_desktop.workspace import Protection, Workspace
from tests.hub.laptops import Laptop
from tests.vault.evenings import ACTION, CHEAP, PASSPHRASE, contact_id, opened, send

ADA = "Ada Quillfeather"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = opened(tmp_path / "vault")
    yield found
    found.lock()


def test_a_packet_is_the_same_however_often_it_is_exported(workspace: Workspace, tmp_path: Path) -> None:
    services = workspace.services
    send(services, ADA)
    first = services.packets.export(tmp_path / "a.f2fpacket")
    services.packets.export(tmp_path / "b.f2fpacket")
    assert (tmp_path / "a.f2fpacket").read_bytes() == (tmp_path / "b.f2fpacket").read_bytes()
    packet, events, _ = read_packet((tmp_path / "a.f2fpacket").read_bytes())
    assert [event.seq for event in events] == list(range(first.first, first.last + 1))
    assert len({event.id for event in events}) == len(packet.events) == first.events
    assert services.shift.waiting().unexported == 0
    assert services.shift.waiting().events == first.events


def test_a_later_packet_repeats_what_has_no_receipt_byte_by_byte(workspace: Workspace, tmp_path: Path) -> None:
    services = workspace.services
    send(services, ADA)
    services.packets.export(tmp_path / "a.f2fpacket")
    conversation = services.outreach.conversation(ACTION, contact_id(services, ADA), "text")
    services.reports.file(conversation, Answers(note="later"))
    assert services.shift.waiting().unexported == 1
    services.packets.export(tmp_path / "b.f2fpacket")
    earlier, later = (read_packet((tmp_path / f"{name}.f2fpacket").read_bytes())[0] for name in "ab")
    assert later.events[: len(earlier.events)] == earlier.events
    assert len(later.events) == len(earlier.events) + 1


def test_the_file_is_named_by_the_campaign_and_survives_locking(workspace: Workspace, tmp_path: Path) -> None:
    send(workspace.services, ADA)
    workspace.services.packets.export(tmp_path / "a.f2fpacket")
    workspace.lock()
    workspace.unlock(PASSPHRASE)
    workspace.services.packets.export(tmp_path / "b.f2fpacket")
    assert (tmp_path / "a.f2fpacket").read_bytes() == (tmp_path / "b.f2fpacket").read_bytes()
    assert read_packet((tmp_path / "a.f2fpacket").read_bytes())[0].campaign == "c"


def test_an_empty_outbox_makes_no_packet(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "vault")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    with pytest.raises(NothingToExport):
        workspace.services.packets.export(tmp_path / "a.f2fpacket")
    assert not (tmp_path / "a.f2fpacket").exists()
    workspace.lock()


def test_a_packet_that_cannot_be_written_leaves_nothing_and_still_waits(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match=r"could not be written.*another folder"):
        workspace.services.packets.export(tmp_path / "no such folder" / "a.f2fpacket")
    (tmp_path / "taken.f2fpacket").mkdir()
    with pytest.raises(KnownError, match="could not be written"):
        workspace.services.packets.export(tmp_path / "taken.f2fpacket")
    assert not list(tmp_path.glob("*.part"))
    waiting = workspace.services.shift.waiting()
    assert waiting.unexported == waiting.events > 0


def test_reading_packets_counts_each_event_once_and_names_the_gaps(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services = workspace.services
    for _ in range(5):
        send(services, ADA)
    whole = tmp_path / "whole.f2fpacket"
    services.packets.export(whole)
    packet, _, _ = read_packet(whole.read_bytes())
    key = device_key_of(workspace)
    torn = tmp_path / "torn.f2fpacket"
    kept = (packet.events[0], *packet.events[3:])
    torn.write_bytes(write_packet(Packet(packet.campaign, packet.stream, kept), key))
    assert main(["packet", "import", str(torn)]) == 0
    assert "missing 2-3" in capsys.readouterr().out
    assert main(["packet", "import", str(torn), str(whole)]) == 0
    printed = capsys.readouterr().out
    assert f"together: {len(packet.events)} different events" in printed
    assert "complete" in printed


def device_key_of(workspace: Workspace) -> SigningKey:
    from f2f_desktop.vault.properties import device_key

    assert workspace._vault is not None
    with workspace._vault.transaction() as connection:
        return device_key(connection)


def test_on_a_laptop_that_has_joined_a_packet_is_sealed_to_its_hub(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "vault")
    laptop.work(2)
    private = new_sealing_key()
    with laptop.vault.transaction() as connection:
        identity = HubIdentity(b"h" * 32, sealing_public(private))
        enrolled = Enrolled(
            CampaignId("harbor-votes"), "Harbor Votes", b"k" * 32, "d", Role.VOLUNTEER, SignedEnrolment(b"", b"")
        )
        hubs.join(connection, Address("https://hub.example.org"), identity, enrolled, room=False)
    exported = Packets(laptop.vault).export(tmp_path / "tonight.f2fpacket")
    data = exported.path.read_bytes()
    assert exported.sealed
    assert is_sealed(data)
    packet, events, _device = read_packet(unsealed(data, private))
    assert packet.campaign == "harbor-votes"
    assert len(events) == 4
    laptop.close()


def test_events_of_a_former_stream_count_as_exported_too(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "vault")
    laptop.work(1)
    with laptop.vault.transaction() as connection:
        outbox.begin_stream(connection)
    laptop.work(1, first=5)
    Packets(laptop.vault).export(tmp_path / "tonight.f2fpacket")
    with laptop.vault.transaction() as connection:
        assert journal.waiting(connection).unexported == 0
    laptop.close()
