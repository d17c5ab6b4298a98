"""Packets on a stick, sealed: any laptop carries them, none can read or change them, and receipts come back."""

from pathlib import Path

import pytest
from sqlalchemy import text

from f2f_desktop.cli.main import main
from f2f_desktop.cli.verbs import PASSPHRASE as PASSPHRASE_VARIABLE
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import Answers, ReportFiled
from f2f_desktop.protocol.receipts import read_receipts
from f2f_desktop.protocol.sealing import is_sealed, seal, unsealed
from f2f_desktop.protocol.signed_file import SignedFileDamaged
from f2f_desktop.sync.carrying import Carrying, NothingCarried
from f2f_desktop.sync.packets import Packets
from f2f_desktop.sync.troubles import NotJoined
from f2f_desktop.vault.hubs import known_hubs
from tests.hub.laptops import PASSPHRASE, Laptop, report
from tests.hub.processes import HubProcess, hub_command, invite, new_hub
from tests.journeys.test_a_day_at_a_venue import figures

SECRET = "the neighbour with the blue door"


def with_note(laptop: Laptop) -> None:
    """A report whose note nobody on the way may read."""
    filed = report(1)
    laptop.do(ReportFiled(filed.action, 1, filed.contact, Answers((), note=SECRET)))


def packet_of(laptop: Laptop, path: Path) -> bytes:
    Packets(laptop.vault).export(path)
    return path.read_bytes()


def test_a_packet_changed_at_any_byte_is_refused_in_words(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    maker = Laptop(tmp_path / "maker").join(invite(sqlite_hub))
    maker.work(1)
    data = packet_of(maker, tmp_path / "a.f2fpacket")
    assert is_sealed(data)
    private = b"k" * 32
    from f2f_desktop.protocol.sealing import sealing_public

    inside = b"what is in it" * 4
    sealed = seal(inside, sealing_public(private))
    assert unsealed(sealed, private) == inside
    refused = 0
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(SignedFileDamaged, match=r"damaged.*Export it again"):
            unsealed(bytes(changed), private)
        refused += 1
    assert refused == len(sealed)
    maker.close()


def test_whoever_carries_finds_no_plaintext_and_the_hub_gets_it_once(
    sqlite_hub: HubProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    maker = Laptop(tmp_path / "maker").join(invite(sqlite_hub))
    maker.work(4)
    with_note(maker)
    packet = tmp_path / "stick" / "a.f2fpacket"
    packet.parent.mkdir()
    data = packet_of(maker, packet)
    assert SECRET.encode() not in data
    assert not nowhere_in(maker, SECRET.encode())
    carriers = [Laptop(tmp_path / name, name).join(invite(sqlite_hub)) for name in ("Otto", "Mina")]
    for carrier in carriers:
        carrying = Carrying(carrier.vault)
        with pytest.raises(NothingCarried):
            carrying.write_receipts(tmp_path / "none.f2freceipt")
        assert carrying.take_along("a.f2fpacket", data)
        assert not carrying.take_along("a again.f2fpacket", data)
        assert nowhere_in(carrier, SECRET.encode())
        done = carrier.round()
        assert (done.handed.taken, done.handed.refused) == (1, ())
        assert carrier.round().handed.taken == 0
        assert carrying.packets()[0].size == 0
        assert nowhere_in(carrier, SECRET.encode())
    assert figures(sqlite_hub)["events"] == figures(sqlite_hub)["different"] == 9

    back = tmp_path / "stick" / "back.f2freceipt"
    assert Carrying(carriers[0].vault).write_receipts(back) == 1
    assert maker.courier.standing().waiting == 9
    maker.close()
    assert main(["packet", "import", str(back), "--folder", str(tmp_path / "maker")]) == 0
    assert "1 receipt for this laptop; 0 events still without one" in capsys.readouterr().out
    maker = Laptop(tmp_path / "maker")
    standing = maker.courier.standing()
    assert (standing.all_safe, standing.complete_count) == (True, 9)
    for carrier in carriers:
        with pytest.raises(KnownError, match="None of these receipts is for this laptop"):
            carrier.courier.take_receipts(back.read_bytes())
        carrier.close()
    maker.close()


def nowhere_in(laptop: Laptop, secret: bytes) -> bool:
    """Whether no table of the laptop's vault holds the bytes, not even in part."""
    with laptop.vault.transaction() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for name in names:
            for row in connection.execute(text(f'SELECT * FROM "{name}"')):
                for value in row:
                    found = value if isinstance(value, bytes) else str(value).encode()
                    if secret in found or secret[:12] in found:
                        return False
    return True


def test_receipts_that_no_hub_of_ours_signed_are_not_believed(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    maker = Laptop(tmp_path / "maker").join(invite(sqlite_hub))
    maker.work(1)
    packet = tmp_path / "a.f2fpacket"
    packet_of(maker, packet)
    back = tmp_path / "back.f2freceipt"
    hub_command("import", "--folder", sqlite_hub.folder, packet, "--receipts", back)
    receipts, _ = read_receipts(back.read_bytes())
    from f2f_desktop.events.signing import SigningKey
    from f2f_desktop.protocol.receipts import SignedReceipt, write_receipts

    forged = write_receipts(tuple(SignedReceipt(each.body, bytes(64)) for each in receipts), SigningKey.generate())
    with pytest.raises(KnownError, match="not joined"):
        maker.courier.take_receipts(forged)
    assert maker.courier.standing().waiting == 2
    changed = bytearray(back.read_bytes())
    changed[-20] ^= 1
    with pytest.raises(SignedFileDamaged):
        maker.courier.take_receipts(bytes(changed))
    assert maker.courier.take_receipts(back.read_bytes()) == 1
    assert maker.courier.standing().waiting == 0
    maker.close()


def test_a_carrier_of_another_campaign_is_told_so(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    other_hub = new_hub(tmp_path / "other", campaign="Hill Votes").start()
    try:
        maker = Laptop(tmp_path / "maker").join(invite(sqlite_hub))
        maker.work(1)
        data = packet_of(maker, tmp_path / "a.f2fpacket")
        stranger = Laptop(tmp_path / "stranger", "Stranger")
        with pytest.raises(NotJoined):
            Carrying(stranger.vault).take_along("a.f2fpacket", data)
        stranger.join(invite(other_hub))
        assert Carrying(stranger.vault).take_along("a.f2fpacket", data)
        done = stranger.round()
        assert done.handed.taken == 0
        assert "another campaign" in done.handed.refused[0]
        # It is kept, and not tried again in every round.
        carried = Carrying(stranger.vault).packets()[0]
        assert carried.size == len(data)
        assert "another campaign" in carried.refusal
        assert stranger.round().handed.refused == ()
        assert figures(other_hub)["events"] == 0
        stranger.close()
        maker.close()
    finally:
        other_hub.stop()


def test_two_campaigns_at_one_hub_stay_apart(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    words = ["--campaign", "Hill Votes", "--id", "hill", "--tls", "none"]
    hub_command("init", "--folder", sqlite_hub.folder, *words)
    maker = Laptop(tmp_path / "maker").join(invite(sqlite_hub, "--campaign", "harbor-votes"))
    stranger = Laptop(tmp_path / "stranger").join(invite(sqlite_hub, "--campaign", "hill"))
    maker.work(1)
    assert Carrying(stranger.vault).take_along("a", packet_of(maker, tmp_path / "a.f2fpacket"))
    assert "another campaign" in stranger.round().handed.refused[0]
    assert figures(sqlite_hub)["events"] == 0
    stranger.close()
    maker.close()


def test_an_unsealed_packet_is_sealed_before_it_is_carried(sqlite_hub: HubProcess, tmp_path: Path) -> None:
    maker = Laptop(tmp_path / "maker")
    with_note(maker)
    data = packet_of(maker, tmp_path / "before.f2fpacket")
    assert not is_sealed(data)
    maker.join(invite(sqlite_hub))
    carrier = Laptop(tmp_path / "carrier", "Otto").join(invite(sqlite_hub))
    assert Carrying(carrier.vault).take_along("before.f2fpacket", data)
    assert nowhere_in(carrier, SECRET.encode())
    with pytest.raises(SignedFileDamaged):
        Carrying(carrier.vault).take_along("cut.f2fpacket", data[:-10])
    assert carrier.round().handed.taken == 1
    with maker.vault.transaction() as connection:
        assert known_hubs(connection)[0].room is False
    carrier.close()
    maker.close()


def test_a_sealed_packet_says_so_where_there_is_no_hub(
    sqlite_hub: HubProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maker = Laptop(tmp_path / "maker").join(invite(sqlite_hub))
    maker.work(1)
    packet_of(maker, tmp_path / "a.f2fpacket")
    maker.close()
    nowhere = str(tmp_path / "no vault")
    assert main(["packet", "import", str(tmp_path / "a.f2fpacket"), "--folder", nowhere]) == 1
    assert "sealed" in capsys.readouterr().err
