"""Bundles and packets: whole and by the right hand, or refused in words."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.ids import ActionId, Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.events.envelope import Event, SignedEvent, signed
from f2f_desktop.events.facts import ActionSeen
from f2f_desktop.events.signing import BadSignature, SigningKey
from f2f_desktop.protocol import signed_file
from f2f_desktop.protocol.bundle import read_bundle, write_bundle
from f2f_desktop.protocol.packet import Packet, read_packet, write_packet
from f2f_desktop.protocol.signed_file import SignedFileDamaged, SignedFileTooNew, read_signed, write_signed
from tests.vault.evenings import campaign

KEY = SigningKey.generate()


def test_a_bundle_comes_back_as_it_was() -> None:
    bundle = read_bundle(write_bundle(campaign(), KEY))
    assert bundle.content == campaign()
    assert bundle.fingerprint == KEY.public.fingerprint


def survivors(data: bytes, flips: tuple[int, ...] = (0x01, 0x20, 0x80)) -> int:
    """How many files with one byte changed are taken for good although they say something else."""
    count = 0
    for place in range(len(data)):
        for flip in flips:
            flipped = bytearray(data)
            flipped[place] ^= flip
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


def test_no_flipped_byte_of_a_bundle_or_packet_goes_unnoticed(tmp_path: Path) -> None:
    bundle = write_bundle(campaign(), KEY)
    packet = write_packet(Packet("c", "s", tuple(some_events(3))), KEY)
    for place in range(0, len(bundle), 3):
        assert changed_at(bundle, place, read_bundle) in (None, read_bundle(bundle))
    for place in range(0, len(packet), 3):
        assert changed_at(packet, place, read_packet) in (None, read_packet(packet))


def changed_at(data: bytes, place: int, read: Callable[[bytes], object]) -> object:
    """What `read` makes of `data` with the byte at `place` changed; None if it refuses."""
    try:
        return read(data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :])
    except KnownError:
        return None


HEADER = write_signed("f2f-test", 1, b"hello", KEY).partition(b"\n")[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"null\n",
        b"\xff\xfe\n",
        HEADER,
        HEADER + b"\n",
        HEADER + b"\nno frame at all",
        b'{"x":' + b"[" * 2_000 + b"]" * 2_000 + b"}\n",
        b'{"format":"f2f-test","version":1,"public_key":"\xc3\xa9","signature":"AA=="}\n'
        + zstandard.ZstdCompressor().compress(b"hello"),
        b'{"format":"f2f-test","version":1,"public_key":"AA==","signature":"AA=="}\n'
        + zstandard.ZstdCompressor().compress(b"hello"),
        write_signed("f2f-test", 1, b"hello", KEY) + b"and more",
        b" " * 10_000,
    ],
)
def test_what_is_no_such_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(SignedFileDamaged):
        read_signed("f2f-test", 1, data, "test file")


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_bring_the_reader_down(data: bytes, after_header: bool) -> None:
    with contextlib.suppress(KnownError):
        read_signed("f2f-test", 1, HEADER + b"\n" + data if after_header else data, "test file")


@given(st.binary(max_size=2_000))
def test_any_content_comes_back_and_gives_the_same_bytes_again(content: bytes) -> None:
    data = write_signed("f2f-test", 1, content, KEY)
    assert write_signed("f2f-test", 1, content, KEY) == data
    assert read_signed("f2f-test", 1, data, "test file") == (content, KEY.public)


def test_a_signed_file_that_holds_no_campaign_is_refused() -> None:
    for content in (b"{}", b"[1]", b'{"id":"c","name":"\xff"}', b'{"x":' + b"[" * 9_000 + b"]" * 9_000 + b"}"):
        with pytest.raises(SignedFileDamaged, match="complete campaign"):
            read_bundle(write_signed("f2f-bundle", 1, content, KEY))


def some_events(count: int, stream: str = "s", first: int = 1, key: SigningKey = KEY) -> Iterator[SignedEvent]:
    """Events of one stream with rising numbers."""
    for seq in range(first, first + count):
        fact = ActionSeen(ActionId("vote"), 1)
        yield signed(Event(f"{stream}-{seq}", stream, seq, Milliseconds(seq), fact), key)


def test_a_packet_with_the_event_of_another_device_is_refused() -> None:
    stranger = tuple(some_events(1, first=2, key=SigningKey.generate()))
    with pytest.raises(BadSignature):
        read_packet(write_packet(Packet("c", "s", (*some_events(1), *stranger)), KEY))


def test_a_device_may_have_several_streams_each_in_order() -> None:
    other_stream = tuple(some_events(2, "other", 2))
    packet = write_packet(Packet("c", "s", (*some_events(2), *other_stream)), KEY)
    assert len(read_packet(packet)[1]) == 4
    with pytest.raises(SignedFileDamaged, match="order"):
        read_packet(write_packet(Packet("c", "s", (*some_events(1), *reversed(other_stream))), KEY))


def test_a_packet_out_of_order_or_with_an_event_twice_is_refused() -> None:
    first, second = some_events(2)
    for order in ((second, first), (first, first, second)):
        with pytest.raises(SignedFileDamaged, match="order"):
            read_packet(write_packet(Packet("c", "s", order), KEY))
    assert len(read_packet(write_packet(Packet("c", "s", (first, second)), KEY))[1]) == 2


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


def test_a_frame_that_would_fill_the_memory_is_refused() -> None:
    bomb = write_signed("f2f-test", 1, bytes(100_000), KEY)
    assert len(bomb) < 1000
    with pytest.raises(SignedFileDamaged):
        read_signed("f2f-test", 1, bomb, "test file", largest=1_000)
    line, _, frame = bomb.partition(b"\n")
    unsized = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(100_000))
    with pytest.raises(SignedFileDamaged):
        read_signed("f2f-test", 1, line + b"\n" + unsized, "test file", largest=1_000)
    assert frame
