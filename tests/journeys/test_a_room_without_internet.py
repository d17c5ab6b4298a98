"""A venue without internet: the organizer's laptop is the hub, and everything reaches the campaign's own, once."""

from collections import Counter
from pathlib import Path

import pytest

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.cli.signing_keys import read_signing_key
from f2f_desktop.errors import Cancelled
from f2f_desktop.protocol.invites import Address
from f2f_desktop.sync.listing import all_devices
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.sync.pushing import push
from f2f_desktop.sync.rooms import RoomNotHandedOver
from f2f_desktop.sync.troubles import AccessEnded, HubAnswersNot, NotHandedOver
from f2f_desktop.vault.content import content
from f2f_desktop.vault.conversations import opted_out_points
from f2f_desktop.vault.hubs import known_hubs, main_hub
from tests.hub.laptops import Laptop, opt_out
from tests.hub.processes import hub_command, invite, new_hub, wait_until
from tests.hub.rooms import Organizer, join_room
from tests.journeys.test_a_day_at_a_venue import facts_of, figures


def test_a_room_is_handed_over_whole_and_once(tmp_path: Path) -> None:
    hub = new_hub(tmp_path / "hub", tls="own").start()
    port = int(hub.url.rsplit(":", 1)[1])
    olga = Organizer(tmp_path / "olga")
    olga.join(invite(hub, "--role", "organizer"))
    vera = Laptop(tmp_path / "vera", "Vera").join(invite(hub))
    somebody = Laptop(tmp_path / "somebody", "Somebody").join(invite(hub))
    key = read_signing_key(hub.folder / "campaign.key")
    Organizing(olga.vault, olga.courier).publish(
        CampaignContent(CampaignId("harbor-votes"), "Harbor Votes", 3), key
    )
    somebody.do(opt_out(77))
    somebody.round()
    wait_until(lambda: knows_opt_out(olga))
    vera.work(2, first=5_000)
    vera.round()

    # At the venue: the hub is far away.
    hub.stop()
    otto, mina = Laptop(tmp_path / "otto", "Otto"), Laptop(tmp_path / "mina", "Mina")
    with olga.open_room() as room:
        assert olga.rooms.fill(room).version == 3
        for number, laptop in enumerate((vera, otto, mina)):
            join_room(laptop, room)
            laptop.work(4, first=100 * number)
            rounds = laptop.courier.round()
            assert rounds[0].hub.room
            assert rounds[0].trouble is None
            assert isinstance(rounds[1].trouble, HubAnswersNot)
            assert laptop.courier.standing().waiting == 0
            with laptop.vault.transaction() as connection:
                found = content(connection)
                assert found is not None
                assert found.version == 3
                assert f"{77:032x}" in opted_out_points(connection)
        status = olga.rooms.status(room)
        assert (status.laptops, status.events) == (3, 4 + 3 * 8)
        first_code = room.code
    with pytest.raises(RoomNotHandedOver):
        olga.rooms.forget()

    # It is opened again, with another code, and Mina does a little more.
    with olga.open_room() as room:
        assert room.code != first_code
        mina.work(1, first=900)
        join_room(mina, room)
        assert mina.courier.round()[0].trouble is None

    # The internet is back. Whoever joined only the room is unknown until it is handed over.
    hub.start(port)
    assert any(isinstance(each.trouble, NotHandedOver) for each in otto.courier.round())
    with olga.closed_room() as room:
        done = olga.rooms.hand_over(room)
        assert (done.laptops, done.new_laptops, done.events) == (3, 2, 30)
        assert (done.sent, done.vouched, done.refused, done.complete) == (26, 30, (), True)
        again = olga.rooms.hand_over(room)
        assert (again.new_laptops, again.sent, again.vouched, again.complete) == (0, 0, 30, True)
        stick, back = tmp_path / "room.f2froom", tmp_path / "back.f2freceipt"
        assert olga.rooms.export(room, stick) == 30
        assert b"Otto" not in stick.read_bytes()
        hub_command("import", "--folder", hub.folder, stick, "--receipts", back)
        assert olga.rooms.take_receipts(room, back.read_bytes()).complete

    # Otto and Mina are now known at the hub as themselves, and vouched for by it.
    for laptop in (otto, mina):
        main = laptop.courier.round()[-1]
        assert main.trouble is None
        assert main.pushed is not None
        assert (main.pushed.sent, main.pushed.complete) == (0, True)
        with laptop.vault.transaction() as connection:
            joined = main_hub(connection)
            assert joined is not None
            assert not joined.expected
    otto.work(1, first=990)
    assert otto.courier.round()[-1].trouble is None

    olga.rooms.forget()
    assert not list((tmp_path / "olga").glob("room-*"))
    assert olga.rooms.kept() is None
    hub.stop()
    laptops = (vera, otto, mina, somebody, olga)
    told = sum((facts_of(laptop) for laptop in laptops), Counter[str]())
    assert figures(hub) == {
        "devices": 5,
        "events": sum(told.values()),
        "different": sum(told.values()),
        "messages": told["message.sent"],
        "reports": told["report.filed"],
    }
    for laptop in laptops:
        laptop.close()


def knows_opt_out(laptop: Laptop) -> bool:
    laptop.round()
    with laptop.vault.transaction() as connection:
        return f"{77:032x}" in opted_out_points(connection)


def test_a_room_reaches_the_hub_by_stick_alone(tmp_path: Path) -> None:
    hub = new_hub(tmp_path / "hub").start()
    olga = Organizer(tmp_path / "olga")
    olga.join(invite(hub, "--role", "organizer"))
    otto = Laptop(tmp_path / "otto", "Otto")
    stick, back = tmp_path / "room.f2froom", tmp_path / "back.f2freceipt"
    with olga.open_room() as room:
        join_room(otto, room)
        otto.work(3)
        otto.courier.round()
    with olga.closed_room() as room:
        olga.rooms.export(room, stick)
    assert figures(hub)["events"] == 0
    for _ in range(2):
        hub_command("import", "--folder", hub.folder, stick, "--receipts", back)
        assert figures(hub)["events"] == figures(hub)["different"] == 6
    with pytest.raises(RoomNotHandedOver):
        olga.rooms.forget()
    with olga.closed_room() as room:
        assert olga.rooms.take_receipts(room, back.read_bytes()).complete
    olga.rooms.forget()
    # The same receipts tell Otto, who only ever saw the room.
    assert otto.courier.take_receipts(back.read_bytes()) == 1
    hub.stop()
    changed = bytearray(stick.read_bytes())
    changed[-1] ^= 1
    stick.write_bytes(bytes(changed))
    refused = hub_command("import", "--folder", hub.folder, stick, check=False)
    assert refused.returncode == 1
    assert "damaged" in refused.stderr
    olga.close()
    otto.close()


def test_only_an_organizer_can_hand_a_room_over(tmp_path: Path) -> None:
    from f2f_desktop.events.signing import SigningKey
    from f2f_desktop.protocol.room import RoomFile, write_room_file

    hub = new_hub(tmp_path / "hub").start()
    vera = Laptop(tmp_path / "vera").join(invite(hub))
    hub.stop()
    from f2f_desktop.vault.properties import device_key

    with vera.vault.transaction() as connection:
        keys = (device_key(connection), SigningKey.generate())
    for key in keys:
        forged = tmp_path / "forged.f2froom"
        forged.write_bytes(write_room_file(RoomFile(CampaignId("harbor-votes"), (), ()), key))
        refused = hub_command("import", "--folder", hub.folder, forged, check=False)
        assert "No organizer of this campaign has signed" in refused.stderr
    vera.close()


@pytest.mark.long
def test_a_room_is_sealed_on_the_disk_and_outlives_a_crash(tmp_path: Path) -> None:
    hub = new_hub(tmp_path / "hub").start()
    olga = Organizer(tmp_path / "olga")
    olga.join(invite(hub, "--role", "organizer"))
    otto = Laptop(tmp_path / "otto", "Otto")
    with olga.open_room() as room:
        join_room(otto, room)
        otto.work(1)
        otto.courier.round()
    kept = olga.rooms.kept()
    assert kept is not None
    database = tmp_path / "olga" / kept.folder / "hub.db"
    assert database.read_bytes()[:15] != b"SQLite format 3"
    olga.close()
    olga = Organizer(tmp_path / "olga")
    with olga.closed_room() as room:
        assert olga.rooms.hand_over(room).sent == 2
    hub.stop()
    olga.close()
    otto.close()


@pytest.mark.long
def test_a_laptop_that_was_locked_out_holds_no_other_up_and_a_stop_loses_nothing(tmp_path: Path) -> None:
    hub = new_hub(tmp_path / "hub").start()
    olga = Organizer(tmp_path / "olga")
    olga.join(invite(hub, "--role", "organizer"))
    otto = Laptop(tmp_path / "otto", "Otto").join(invite(hub))
    mina = Laptop(tmp_path / "mina", "Mina")
    with olga.open_room() as room:
        for number, laptop in enumerate((otto, mina)):
            join_room(laptop, room)
            laptop.work(3, first=100 * number)
            # The room alone: the campaign's hub is far away.
            courier = laptop.courier
            with laptop.vault.transaction() as connection:
                near = next(each for each in known_hubs(connection) if each.room)
            client = courier.client(near)
            assert push(laptop.vault, near, client).complete
            client.close()
    organizing = Organizing(olga.vault, olga.courier)
    devices = organizing.devices().value
    organizing.revoke_device(next(each.id for each in devices if each.name == "Otto"))
    with olga.closed_room() as room:
        with pytest.raises(Cancelled):
            olga.rooms.hand_over(room, stop)
        kept = olga.rooms.kept()
        assert kept is not None
        assert not kept.handed_over
        done = olga.rooms.hand_over(room)
    assert (done.laptops, done.events, done.vouched, done.complete) == (2, 12, 6, False)
    assert len(done.refused) == 1
    assert done.refused[0].startswith("Otto: ")
    assert "locked out" in done.refused[0]
    with pytest.raises(RoomNotHandedOver):
        olga.rooms.forget()
    hub.stop()
    assert figures(hub)["events"] == figures(hub)["different"] == 6
    for laptop in (olga, otto, mina):
        laptop.close()


def stop(done: int, total: int) -> None:
    """Stops as soon as something has been handed over or read."""
    raise Cancelled


def test_whoever_is_locked_out_in_a_room_is_locked_out_of_the_campaign_and_what_he_did_before_counts(
    tmp_path: Path,
) -> None:
    hub = new_hub(tmp_path / "hub").start()
    olga = Organizer(tmp_path / "olga")
    olga.join(invite(hub, "--role", "organizer"))
    otto = Laptop(tmp_path / "otto", "Otto").join(invite(hub))
    mina, vera = Laptop(tmp_path / "mina", "Mina"), Laptop(tmp_path / "vera", "Vera")
    with olga.open_room() as room:
        client = olga.courier.client_at(Address(room.url, room.pin), room.hub.key)
        for number, laptop in enumerate((otto, mina, vera)):
            join_room(laptop, room)
            laptop.work(2, first=100 * number)
            laptop.courier.round()
        for row in all_devices(client):
            if row.name in ("Otto", "Mina"):
                client.post(f"/v1/devices/{row.id}/revoke", {}, dict[str, str])
        client.close()
    with olga.closed_room() as room:
        stick, back = tmp_path / "room.f2froom", tmp_path / "back.f2freceipt"
        olga.rooms.export(room, stick)
        for done in (olga.rooms.hand_over(room), olga.rooms.hand_over(room)):
            assert (done.laptops, done.vouched, done.refused, done.complete) == (3, 12, (), True)
        hub_command("import", "--folder", hub.folder, stick, "--receipts", back)
        assert olga.rooms.take_receipts(room, back.read_bytes()).complete
    organizing = Organizing(olga.vault, olga.courier)
    ended = {row.name: row.revoked_at is not None for row in organizing.devices().value}
    assert ended == {"Olga Organizer": False, "Otto": True, "Mina": True, "Vera": False}
    assert isinstance(otto.courier.round()[-1].trouble, AccessEnded)
    assert vera.courier.round()[-1].trouble is None
    hub.stop()
    assert figures(hub)["events"] == figures(hub)["different"] == 12
    for laptop in (olga, otto, mina, vera):
        laptop.close()


@pytest.mark.long
def test_a_room_locks_out_by_stick_too(tmp_path: Path) -> None:
    hub = new_hub(tmp_path / "hub").start()
    olga = Organizer(tmp_path / "olga")
    olga.join(invite(hub, "--role", "organizer"))
    otto = Laptop(tmp_path / "otto", "Otto")
    stick = tmp_path / "room.f2froom"
    with olga.open_room() as room:
        join_room(otto, room)
        otto.work(1)
        otto.courier.round()
        client = olga.courier.client_at(Address(room.url, room.pin), room.hub.key)
        (device,) = [row.id for row in all_devices(client) if row.name == "Otto"]
        client.post(f"/v1/devices/{device}/revoke", {}, dict[str, str])
        client.close()
    with olga.closed_room() as room:
        olga.rooms.export(room, stick)
    for _ in range(2):
        said = hub_command("import", "--folder", hub.folder, stick)
        assert (said.stderr, figures(hub)["events"]) == ("", 2)
    rows = Organizing(olga.vault, olga.courier).devices().value
    assert {row.name: row.revoked_at is not None for row in rows} == {"Olga Organizer": False, "Otto": True}
    hub.stop()
    olga.close()
    otto.close()
