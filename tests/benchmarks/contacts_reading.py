"""Reading address books: ours against bare vobject on the same cards, and the files made to hurt.

`python -m tests.benchmarks.contacts_reading` prints, from one run: the median ratio of both readers over several
rounds (each with numbers never seen before, so that no cache helps), the time of each hostile file, and the longest
stretch for which reading kept another thread from running.
"""

import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import vobject

from f2f_desktop.contacts.book import AddressBook
from f2f_desktop.contacts.phones import phones_in
from f2f_desktop.contacts.read import read_address_book

CARDS = 5_000
ROUNDS = 5
CARD = """BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Apple Inc.//iPhone OS 17.5//EN\r
N:Roe{number};Jane;Quinn;;\r
FN:Jane Quinn Roe{number}\r
ORG:Example Co;\r
item1.EMAIL;type=INTERNET;type=pref:jane{number}@example.org\r
item1.X-ABLabel:_$!<Other>!$_\r
TEL;type=CELL;type=VOICE;type=pref:({area}) 555-{line:04}\r
item2.TEL:+1 (212) 555-{other:04}\r
item2.X-ABLabel:Cabin\r
item3.ADR;type=HOME;type=pref:;;{number} Main St\\nApt 4;Raleigh;NC;27601;United States\r
item3.X-ABADR:us\r
BDAY:1984-03-07\r
X-SOCIALPROFILE;type=twitter;x-user=jane{number}:http://twitter.com/jane{number}\r
REV:2024-01-01T00:00:00Z\r
UID:0b7c1c1a-{number}\r
END:VCARD\r
"""
AREAS = (919, 984, 336, 704, 252, 828)


def iphone_cards(round_number: int) -> str:
    """`CARDS` cards as an iPhone writes them, with numbers of their own in each round."""
    return "".join(
        CARD.format(
            number=number,
            area=AREAS[round_number % len(AREAS)],
            line=number,
            other=(number + CARDS * (round_number % 2)) % 10_000,
        )
        for number in range(CARDS)
    )


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds: whatever else the machine does is not counted."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ratio() -> None:
    """Prints the times and the ratio. Both imported and warmed up before."""
    warm = iphone_cards(len(AREAS) - 1)[:20_000]
    read_address_book("warm.vcf", warm.encode())
    list(vobject.readComponents(warm[: warm.rindex("BEGIN")]))
    ours, bare = [], []
    for number in range(ROUNDS):
        text = iphone_cards(number)
        data = text.encode()
        phones_in.cache_clear()
        ours.append(seconds(lambda data=data: checked(read_address_book("a.vcf", data))))
        bare.append(seconds(lambda text=text: list(vobject.readComponents(text))))
    ratios = [one / other for one, other in zip(ours, bare, strict=True)]
    print(f"{CARDS} iPhone-like cards, {ROUNDS} rounds, processor seconds (median; least to most)")
    for name, times in (("ours", ours), ("bare vobject", bare)):
        print(f"  {name:14} {statistics.median(times):.3f}; {min(times):.3f} to {max(times):.3f}")
    print(
        f"  ratio          {statistics.median(ratios):.2f}; {min(ratios):.2f} to {max(ratios):.2f}   (to be <= 1.0)"
    )


def checked(book: AddressBook) -> None:
    assert len(book.contacts) == CARDS
    assert all(len(contact.phones) == 2 and contact.phones[0].e164 for contact in book.contacts)


@contextmanager
def longest_gap() -> Iterator[list[float]]:
    """The longest time, in seconds, for which a thread that wakes every millisecond did not run."""
    gap = [0.0]
    done = threading.Event()

    def tick() -> None:
        last = time.perf_counter()
        while not done.wait(0.001):
            now = time.perf_counter()
            gap[0] = max(gap[0], now - last)
            last = now

    thread = threading.Thread(target=tick)
    thread.start()
    time.sleep(0.02)
    try:
        yield gap
    finally:
        done.set()
        thread.join()


def jane(number: int, extra: bytes = b"") -> bytes:
    return (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jane Roe%d\r\n" % number
        + extra
        + b"TEL:919555%04d\r\nEND:VCARD\r\n" % (number % 10_000)
    )


def photo(size: int) -> bytes:
    line = b" " + b"QUJD" * 18 + b"\r\n"
    return b"PHOTO;ENCODING=b;TYPE=JPEG:" + b"QUJD" * 12 + b"\r\n" + line * (size // len(line))


HOSTILE: dict[str, Callable[[], bytes]] = {
    "5,000 cards, no photos": lambda: iphone_cards(0).encode(),
    "64 MB: 5,000 cards with photos of 12 kB": lambda: b"".join(jane(n, photo(12_600)) for n in range(5_000)),
    "64 MB: 213 cards with photos of 300 kB": lambda: b"".join(jane(n, photo(300_000)) for n in range(213)),
    "64 MB of photos in UTF-16": lambda: (
        b"".join(jane(n, photo(300_000)) for n in range(106)).decode().encode("utf-16")
    ),
    "a photo of 12 MB on one line": lambda: jane(1, b"PHOTO;ENCODING=b:" + b"A" * 12_000_000 + b"\r\n") + jane(2),
    "a note of 64 MB on one line": lambda: jane(1, b"NOTE:" + b"A" * 64_000_000 + b"\r\n") + jane(2),
    "5,000 nested BEGINs": lambda: b"".join(b"BEGIN:VCARD\r\nFN:N%d\r\n" % n for n in range(5_000)),
    "200,000 soft line breaks in a name": lambda: jane(
        1, b"FN;QUOTED-PRINTABLE:" + b"=41=\r\n" * 200_000 + b"\r\n"
    ),
    "200,000 soft line breaks in a note": lambda: jane(
        1, b"NOTE;QUOTED-PRINTABLE:" + b"=41=\r\n" * 200_000 + b"\r\n"
    ),
    "200,000 folds in a name": lambda: jane(1, b"FN:a" + b"\r\n a" * 200_000 + b"\r\n"),
    "parameters that vobject hangs on": lambda: jane(
        1, b"TEL" + b";A" * 30 + b"\r\nTEL;TYPE=" + b"a," * 25 + b"\r\n"
    ),
    "64 MB of empty lines": lambda: jane(1) + b"\n" * 64_000_000 + jane(2),
    "64 MB of lines that are no properties": lambda: b"BEGIN:VCARD\nFN:J\n" + b"a\n" * 32_000_000 + jane(2),
    "table: 50,000 rows": lambda: b"First Name,Last Name,Connected On\n" + b"Jane,Roe,1\n" * 50_000,
    "table: a quote that is never closed": lambda: (
        b'First Name,Last Name,Connected On\n"Jane,Roe,1\n' + b"Jo,Doe,1\n" * 50_000
    ),
    "table: a cell of 30 MB": lambda: (
        b'First Name,Last Name,Connected On\nJane,"' + b"x" * 30_000_000 + b'",1\nJo,Doe,1\n'
    ),
}


def hostile() -> None:
    """Prints time, longest gap, and what was read, per file."""
    print("hostile files (each to be under 2 s)")
    for name, make in HOSTILE.items():
        data = make()
        with longest_gap() as gap:
            start, start_processor = time.perf_counter(), time.process_time()
            book = read_address_book("a", data)
            took, processor = time.perf_counter() - start, time.process_time() - start_processor
        print(
            f"  {took:6.2f} s ({processor:5.2f} s processor)  gap {gap[0] * 1000:4.0f} ms"
            f"  {len(book.contacts):6} contacts  {len(book.problems):5} problems  {name}"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    ratio()
    hostile()
