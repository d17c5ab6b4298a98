"""Bundles and packets: whole and by the right hand, or refused in words."""

from pathlib import Path

import pytest
import zstandard

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol import signed_file
from f2f_desktop.protocol.bundle import read_bundle, write_bundle
from f2f_desktop.protocol.packet import read_packet
from f2f_desktop.protocol.signed_file import SignedFileDamaged, SignedFileTooNew, read_signed, write_signed
from f2f_desktop.sync.packets import NothingToExport
from f2f_desktop.vault.content import BundleOutdated, CampaignKeyChanged
from tests.vault.evenings import campaign, opened, send

KEY = SigningKey.generate()


def test_a_bundle_comes_back_as_it_was() -> None:
    bundle = read_bundle(write_bundle(campaign(), KEY))
    assert bundle.content == campaign()
    assert bundle.fingerprint == KEY.public.fingerprint


def survivors(data: bytes) -> int:
    """How many files with one byte flipped are taken for good although they say something else."""
    count = 0
    for place in range(len(data)):
        flipped = bytearray(data)
        flipped[place] ^= 1
        try:
            content, _ = read_signed("f2f-test", 1, bytes(flipped), "test file")
        except KnownError:
            continue
        count += content != b"hello"
    return count


def test_no_flipped_byte_goes_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_signed("f2f-test", 1, b"hello", KEY)
    assert survivors(data) == 0
    monkeypatch.setattr(signed_file.PublicKey, "verify", lambda *_: None)
    assert survivors(data) > 0


def test_a_cut_off_file_is_refused_at_every_length() -> None:
    data = write_bundle(campaign(), KEY)
    for length in range(0, len(data) - 1, 7):
        with pytest.raises(SignedFileDamaged):
            read_bundle(data[:length])


def test_a_file_of_another_kind_or_of_the_future_is_told_apart() -> None:
    with pytest.raises(SignedFileDamaged, match="no campaign file"):
        read_bundle(write_signed("f2f-packet", 1, b"{}", KEY))
    with pytest.raises(SignedFileTooNew, match="newer"):
        read_bundle(write_signed("f2f-bundle", 2, b"{}", KEY))


def test_a_frame_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed_file, "MAX_CONTENT", 1000)
    bomb = write_signed("f2f-test", 1, bytes(100_000), KEY)
    assert len(bomb) < 1000
    with pytest.raises(SignedFileDamaged):
        read_signed("f2f-test", 1, bomb, "test file")
    line, _, frame = bomb.partition(b"\n")
    unsized = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(100_000))
    with pytest.raises(SignedFileDamaged):
        read_signed("f2f-test", 1, line + b"\n" + unsized, "test file")
    assert frame


def test_a_campaign_keeps_its_key_and_never_grows_younger(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "vault", KEY, campaign(2))
    install = workspace.services.campaigns.install
    with pytest.raises(CampaignKeyChanged, match="somebody else"):
        install(read_bundle(write_bundle(campaign(3), SigningKey.generate())))
    with pytest.raises(BundleOutdated):
        install(read_bundle(write_bundle(campaign(1), KEY)))
    install(read_bundle(write_bundle(campaign(3), KEY)))
    assert workspace.services.campaigns.content().version == 3
    workspace.lock()


def test_a_packet_is_the_same_however_often_it_is_exported(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "vault")
    services = workspace.services
    send(services, "Ada Quillfeather")
    first = services.packets.export(tmp_path / "a.f2fpacket")
    services.packets.export(tmp_path / "b.f2fpacket")
    assert (tmp_path / "a.f2fpacket").read_bytes() == (tmp_path / "b.f2fpacket").read_bytes()
    packet, events, _ = read_packet((tmp_path / "a.f2fpacket").read_bytes())
    assert [event.seq for event in events] == list(range(first.first, first.last + 1))
    assert len({event.id for event in events}) == len(packet.events) == first.events
    assert services.shift.waiting().unexported == 0
    assert services.shift.waiting().events == first.events
    workspace.lock()


def test_an_empty_outbox_makes_no_packet(tmp_path: Path) -> None:
    from f2f_desktop.workspace import Protection, Workspace
    from tests.vault.evenings import CHEAP, PASSPHRASE

    workspace = Workspace(tmp_path / "vault")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    with pytest.raises(NothingToExport):
        workspace.services.packets.export(tmp_path / "a.f2fpacket")
    assert not (tmp_path / "a.f2fpacket").exists()
    workspace.lock()
