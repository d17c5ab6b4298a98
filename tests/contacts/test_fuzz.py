"""Files that nobody thought of: mutated samples and random bytes. Nothing raises but what may, nothing takes long."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from f2f_desktop.contacts import card_lines
from f2f_desktop.contacts.book import AddressBook
from f2f_desktop.contacts.byte_stream import as_utf8, with_plain_lines
from f2f_desktop.contacts.card_lines import CardLines
from f2f_desktop.contacts.cards import CardReader
from f2f_desktop.contacts.columns import ColumnsUnknown
from f2f_desktop.contacts.errors import ContactFileError
from f2f_desktop.contacts.read import read_address_book

SAMPLES = [path.read_bytes() for path in sorted(Path(__file__).with_name("samples").iterdir())]
PIECES = [
    b"\r\n", b"\n", b"\r", b"\r\r\n", b" ", b"\t", b"=", b"=\r\n", b":", b";", b",", b'"', b'""', b"\\", b"\0",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xe9", b"\xc3", b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"AGENT:", b"FN:",
    b"N:", b"TEL:", b";ENCODING=QUOTED-PRINTABLE:", b";ENCODING=b:", b"PHOTO", b"item1.", b"X-ABLabel:", b"KIND:group",
    b"VERSION:2.1\r\n", b"VERSION:4.0\r\n", b"QUJD", b"\r\n ", b"9195550142", b";CHARSET=UTF-16", b"\xe2\x80\xae",
    b" ::: ", b"'", b"=\"", b"BDAY:", b"1984-02-30", b"URL:", b"javascript:",
]  # fmt: skip


def mutated(rng: random.Random) -> bytes:
    """A sample with a few cuts, insertions, repetitions and swaps, or two samples joined."""
    data = bytearray(rng.choice(SAMPLES))
    if rng.random() < 0.2:
        data += rng.choice(SAMPLES)
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(data) + 1)
        kind = rng.randrange(5)
        if kind == 0:
            data[at:at] = rng.choice(PIECES) * rng.choice((1, 1, 1, 2, 50))
        elif kind == 1:
            del data[at : at + rng.choice((1, 2, 10, 200))]
        elif kind == 2:
            data[at:at] = data[at : at + rng.choice((1, 10, 300))] * rng.choice((1, 2, 30))
        elif kind == 3 and at < len(data):
            data[at] = rng.randrange(256)
        else:
            data[at : at + 1] = rng.randbytes(rng.randrange(8))
    return bytes(data)


def read(data: bytes) -> AddressBook | None:
    """What is read of `data`; None for what is refused in words. Anything else fails the test."""
    try:
        book = read_address_book("a", data)
    except ColumnsUnknown as unknown:
        return read_address_book("a", data, mapping=unknown.guess) if unknown.guess.columns else None
    except ContactFileError:
        return None
    for contact in book.contacts:
        assert contact.uid
        assert contact.name.full or contact.phones or contact.emails
        contact.name.full.encode()
    return book


@given(st.binary(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join))
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read(data)
    read(b"BEGIN:VCARD\r\n" + data)
    read(b"First Name,Last Name,E-mail Address,Mobile Phone\n" + data)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join), st.integers(1, 40))
@settings(max_examples=200, deadline=None)
def test_chunks_change_nothing(data: bytes, size: int) -> None:
    def cards(chunk: int) -> list[tuple[int, int, list[bytes]]]:
        chunks = [data[start : start + chunk] for start in range(0, len(data), chunk)]
        reader = CardReader(CardLines(with_plain_lines(as_utf8(iter(chunks)))))
        return [(card.number, card.line, [one.raw for one in card.properties]) for card in reader]

    # The encoding is told by the first chunk, and a byte order mark may fall on two: both need a few bytes.
    if b"\xef" in data or b"\xff" in data or b"\0" in data:
        return
    assert cards(size) == cards(1_000_000)


def test_the_comparison_of_chunks_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a reader of lines that forgets what was left of a chunk gives other cards."""
    monkeypatch.setattr(card_lines.CardLines, "_read", forgetful_read)
    whole = b"BEGIN:VCARD\nFN:Jane Roe\nEND:VCARD\n"
    chunks = [whole[:15], whole[15:]]
    (card,) = CardReader(CardLines(iter(chunks)))
    assert [one.raw for one in card.properties] != [b"Jane Roe"]


def forgetful_read(self: CardLines) -> bool:
    for chunk in self._chunks:
        self._buffer, self._at = chunk, 0
        return True
    return False


@given(st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_mutated_samples_are_read_or_refused(rng: random.Random) -> None:
    read(mutated(rng))


@given(st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_a_broken_card_never_costs_the_next(rng: random.Random) -> None:
    """Whatever a file ends with, ten good cards after it come in, all but perhaps the first."""
    good = b"".join(
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Good Person%d\r\nTEL:919555%04d\r\nEND:VCARD\r\n" % (number, number)
        for number in range(10)
    )
    start = mutated(rng)
    if not start.lstrip().startswith(b"BEGIN:VCARD") or b"\0" in start[:4096]:
        start = b"BEGIN:VCARD\r\n" + start.replace(b"\0", b"")
    book = read(start + b"\r\n" + good)
    assert book is not None
    found = {contact.name.full for contact in book.contacts}
    assert len(found & {f"Good Person{number}" for number in range(10)}) >= 9


@pytest.mark.long
def test_a_hundred_thousand_mutations() -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")  # noqa: T201  to run it again
    rng = random.Random(seed)
    slowest = 0.0
    for _ in range(100_000):
        data = mutated(rng)
        start = time.perf_counter()
        read(data)
        slowest = max(slowest, time.perf_counter() - start)
    print(f"slowest {slowest * 1000:.0f} ms")  # noqa: T201
    assert slowest < 5
