"""Address books to be stored: several files read one after the other, for a thread of the pool.

A file that cannot be read never costs another: it becomes a problem in the list. A table whose columns nobody
knows is set aside, to be asked about and read again.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from f2f_desktop.contacts.carddav import fetch_address_books
from f2f_desktop.contacts.columns import ColumnMapping, ColumnsUnknown
from f2f_desktop.contacts.errors import ContactFileError
from f2f_desktop.contacts.model import Contact, Problem
from f2f_desktop.contacts.read import AddressBook, read_address_book, read_address_book_file
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.volunteer.preferences import Account, header_key


class UnknownTable(msgspec.Struct, frozen=True):
    """A table whose columns the volunteer has to name: column names, up to five rows, and our guess."""

    path: Path
    header: tuple[str, ...]
    preview: tuple[tuple[str, ...], ...]
    guess: ColumnMapping


class BooksRead(msgspec.Struct, frozen=True):
    """What several address books hold together."""

    names: tuple[str, ...] = ()
    """Of the files or accounts that were read, without folders."""
    contacts: tuple[Contact, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown: tuple[UnknownTable, ...] = ()

    @property
    def label(self) -> str:
        """What to call the import."""
        return ", ".join(self.names)

    def joined(self, other: "BooksRead") -> "BooksRead":
        """What both hold; no table of either is taken to be unknown still."""
        return BooksRead(self.names + other.names, self.contacts + other.contacts, self.problems + other.problems)

    def with_unknown(self, tables: tuple[UnknownTable, ...]) -> "BooksRead":
        """The same, with these tables still to be asked about."""
        return msgspec.structs.replace(self, unknown=tables)


def read_books(
    paths: Sequence[Path],
    region: str = "US",
    mappings: Mapping[str, ColumnMapping] | None = None,
    progress: Progress = no_progress,
) -> BooksRead:
    """The address books in `paths`. `mappings` are known tables by `header_key`.

    `progress` counts the bytes of all files. Raises only what `progress` raises.
    """
    sizes = [_size(path) for path in paths]
    contacts: list[Contact] = []
    problems: list[Problem] = []
    unknown: list[UnknownTable] = []
    names: list[str] = []
    for number, path in enumerate(paths):
        step = _shifted(progress, sum(sizes[:number]), sum(sizes))
        try:
            book = _read(path, region, mappings or {}, step)
        except ColumnsUnknown as error:
            unknown.append(UnknownTable(path, error.header, error.preview, error.guess))
        except ContactFileError as error:
            problems.append(Problem(path.name, 0, 0, error.what))
            names.append(path.name)
        else:
            contacts += book.contacts
            problems += book.problems
            names.append(path.name)
    progress(sum(sizes), sum(sizes))
    return BooksRead(tuple(names), tuple(contacts), tuple(problems), tuple(unknown))


def read_server(
    account: Account, password: str, region: str = "US", progress: Progress = no_progress
) -> BooksRead:
    """The address books of an account on a CardDAV server. Raises `CardDavError`, and what `progress` raises.

    `progress` counts cards.
    """
    names: list[str] = []
    contacts: list[Contact] = []
    problems: list[Problem] = []
    for remote in fetch_address_books(account.address, account.user, password, progress):
        names.append(remote.name)
        try:
            book = read_address_book(remote.name, remote.cards, region)
        except ContactFileError as error:
            if remote.count:
                problems.append(Problem(remote.name, 0, 0, error.what))
            continue
        contacts += book.contacts
        problems += book.problems
    return BooksRead(tuple(names), tuple(contacts), tuple(problems))


def _shifted(progress: Progress, before: int, whole: int) -> Progress:
    """The progress of one file as a part of `whole`, `before` of which is done."""

    def step(done: int, total: int) -> None:
        progress(before + min(done, total), whole)

    return step


def _read(path: Path, region: str, mappings: Mapping[str, ColumnMapping], step: Progress) -> AddressBook:
    try:
        return read_address_book_file(path, region, step)
    except ColumnsUnknown as error:
        mapping = mappings.get(header_key(error.header))
        if mapping is None:
            raise
    return read_address_book_file(path, region, step, mapping)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
