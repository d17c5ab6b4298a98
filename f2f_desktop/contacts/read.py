"""Reads an address book: bytes or a file in, contacts and problems out.

What it is (cards, or which table) is told by its content, never by its name.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from f2f_desktop.contacts.book import AddressBook
from f2f_desktop.contacts.byte_stream import as_utf8, chunks_of, chunks_of_file, plain, with_plain_lines
from f2f_desktop.contacts.card_lines import CardLines
from f2f_desktop.contacts.cards import MAX_TEXT_BYTES, CardReader
from f2f_desktop.contacts.columns import ColumnMapping
from f2f_desktop.contacts.errors import ContactFileError, NotAnAddressBook
from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.phones import phones_in
from f2f_desktop.contacts.problems import Problems
from f2f_desktop.contacts.table import begins_like_known_table, read_table
from f2f_desktop.contacts.vcard import EMPTY, contact_of, is_group
from f2f_desktop.progress import Progress, no_progress

__all__ = ["AddressBook", "read_address_book", "read_address_book_file"]

EVERY = 50
"""Cards between two calls of `progress`."""
MAX_CARDS = 200_000
"""More than anybody's address book holds; a contact takes one to two kB, so that as many take some 300 MB. Whoever has
more gives several files."""

FIRST_LINE_OF_CARDS = re.compile(rb"(?i)\s*(?:[a-z0-9-]+\.)?BEGIN[ \t]*:[ \t]*VCARD")
ANY_LINE_OF_CARDS = re.compile(rb"(?i)(?:^|\n)[ \t]*(?:[a-z0-9-]+\.)?(?:BEGIN|END)[ \t]*:[ \t]*VCARD")
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MANY_CONTROLS = 0.02
"""Share of control characters above which a file is no text."""


def read_address_book(
    name: str,
    data: bytes,
    region: str = "US",
    progress: Progress = no_progress,
    mapping: ColumnMapping | None = None,
) -> AddressBook:
    """The address book in `data`; `name` (a file name without folder) is only what sources and problems say.

    `region` (ISO 3166-1 alpha-2) is that of phone numbers without a country code. `progress` is told bytes, every
    50 cards and at the end. `mapping` says what the columns of a table mean, and is not looked at for cards.

    Raises NotAnAddressBook, ColumnsUnknown (a table whose columns nobody has named: ask, and call again with a
    mapping), and whatever `progress` raises.
    """
    return read_chunks(name, chunks_of(data), len(data), region, progress, mapping)


def read_address_book_file(
    path: Path,
    region: str = "US",
    progress: Progress = no_progress,
    mapping: ColumnMapping | None = None,
) -> AddressBook:
    """`read_address_book` of the file at `path`, never in memory as a whole. Raises ContactFileError too."""
    try:
        size = path.stat().st_size
        # A name that is not UTF-8 could not be written into a vault or an answer.
        name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return read_chunks(name, chunks_of_file(path), size, region, progress, mapping)
    except FileNotFoundError as error:
        raise ContactFileError("The file is not there.", "Check its name.") from error
    except IsADirectoryError as error:
        raise ContactFileError("This is a folder, not a file.", "Choose the files in it.") from error
    except OSError as error:
        raise ContactFileError(
            "The file cannot be read.", "Check that you may open it, and that its disk is still there."
        ) from error


def read_chunks(
    name: str,
    chunks: Iterator[bytes],
    size: int,
    region: str,
    progress: Progress,
    mapping: ColumnMapping | None,
) -> AddressBook:
    """The address book in a stream of `size` bytes."""
    counted = CountedChunks(chunks, size, progress)
    stream = as_utf8(iter(counted))
    start = next(stream, b"")
    while len(start) < 4096 and (more := next(stream, b"")):
        start += more
    whole = resumed(start, stream)
    if holds_cards(plain(start), mapping):
        book = read_cards(name, whole, region, counted)
    elif not start.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise NotAnAddressBook("The file is empty.", "Export your contacts again.")
    elif is_binary(start):
        raise NotAnAddressBook(
            "This file is no address book.", "Export your contacts as vCard (.vcf) or CSV, and choose that file."
        )
    else:
        book = read_table(name, whole, region, counted.report, mapping, MAX_CARDS)
    phones_in.cache_clear()  # Nobody's numbers stay in memory for longer than they are read.
    progress(size, size)
    return book


class CountedChunks:
    """Passes chunks on and knows how many bytes went by."""

    def __init__(self, chunks: Iterator[bytes], size: int, progress: Progress) -> None:
        self.done = 0
        self._chunks = chunks
        self._size = size
        self._progress = progress

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self.done += len(chunk)
            yield chunk

    def report(self) -> None:
        """Tells the progress so far."""
        self._progress(min(self.done, self._size), self._size)


def resumed(start: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """The stream whose `start` has been taken already."""
    yield start
    yield from rest


def holds_cards(start: bytes, mapping: ColumnMapping | None) -> bool:
    """Whether a file that begins with `start` is one of cards. A cell of a table may speak of cards too."""
    if FIRST_LINE_OF_CARDS.match(start):
        return True
    top = start[:65_536]
    return bool(ANY_LINE_OF_CARDS.search(top)) and not begins_like_known_table(top, mapping)


def is_binary(start: bytes) -> bool:
    """Whether a file that begins with `start` is no text."""
    sample = start[:4096]
    return len(BINARY.findall(sample)) > len(sample) * MANY_CONTROLS


def read_cards(name: str, stream: Iterator[bytes], region: str, counted: CountedChunks) -> AddressBook:
    """The contacts in a stream of cards."""
    reader = CardReader(CardLines(with_plain_lines(stream)))
    contacts: list[Contact] = []
    problems = Problems(name)
    for read, card in enumerate(reader, 1):
        if not is_group(card):
            contact = contact_of(card, name, region)
            if contact is not None:
                contacts.append(contact)
            elif not card.implicit:
                card.complain(EMPTY)
            for reason in card.reasons:
                problems.add(card.number, card.line, reason)
        if read % EVERY == 0:
            counted.report()
        if read >= MAX_CARDS:
            problems.add(0, 0, f"The file has more than {MAX_CARDS:,} cards; the rest was left out.")
            break
    if reader.truncated:
        problems.add(0, 0, f"The file is longer than {MAX_TEXT_BYTES >> 20} MB; the rest was left out.")
    # A card without END is complete only at the end of the file.
    contacts.sort(key=lambda contact: contact.source.card)
    dialects = [contact.source.dialect for contact in contacts]
    dialect = max(dict.fromkeys(dialects), key=dialects.count, default="vcard")
    return AddressBook(tuple(contacts), problems.sorted(), dialect)
