"""`f2f-desktop contacts read`: address books as JSON or CSV on stdout, problems on stderr."""

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import msgspec

from f2f_desktop.cli.terminal import write_out
from f2f_desktop.contacts.book import AddressBook
from f2f_desktop.contacts.columns import ColumnMapping, ColumnsUnknown, mapping_from_toml
from f2f_desktop.contacts.errors import ContactFileError
from f2f_desktop.contacts.model import Contact, PersonName, Problem
from f2f_desktop.contacts.read import read_address_book_file

JOINED_BY = " ::: "
"""Between several values in one cell of the CSV, as Google does."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares `contacts read`."""
    read = parser.add_subparsers(dest="verb", metavar="VERB", required=True).add_parser(
        "read",
        help="print the contacts in address books",
        description="Prints the contacts in address books: vCard; CSV of Google, Outlook, LinkedIn, Thunderbird; "
        "any other table with --mapping. Problems go to stderr, one line each.",
    )
    read.add_argument("files", nargs="+", metavar="FILE", type=Path)
    read.add_argument("--format", choices=("json", "csv"), default="json", help="default: json")
    read.add_argument(
        "--region",
        type=region,
        default="US",
        help="of phone numbers without a country code, two letters; default: US",
    )
    read.add_argument(
        "--mapping", type=Path, metavar="FILE.toml", help="what the columns of an unknown table hold"
    )


def region(text: str) -> str:
    """A region's two letters in upper case."""
    import phonenumbers

    if text.upper() not in phonenumbers.SUPPORTED_REGIONS:
        raise argparse.ArgumentTypeError(f"{text!r} is no region of two letters, such as US")
    return text.upper()


def run(arguments: argparse.Namespace) -> int:
    """Prints what the files hold; 0 if there was any contact, else 1."""
    mapping = read_mapping(arguments.mapping) if arguments.mapping else None
    contacts = read_files(arguments.files, arguments.region, mapping)
    if arguments.format == "csv":
        print_csv(contacts)
    else:
        print_json(contacts)
    return 0 if contacts else 1


def read_files(paths: Sequence[Path], phone_region: str, mapping: ColumnMapping | None = None) -> list[Contact]:
    """The contacts in several files, in order; what is wrong with any of them goes to stderr."""
    contacts: list[Contact] = []
    for path in paths:
        try:
            book = book_of(path, phone_region, mapping)
        except ContactFileError as error:
            tell(Problem(path.name, 0, 0, str(error)))
            continue
        contacts += book.contacts
        for problem in book.problems:
            tell(problem)
    return contacts


def read_mapping(path: Path) -> ColumnMapping:
    """The mapping in a TOML file. Raises ContactFileError."""
    try:
        return mapping_from_toml(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ContactFileError(f"The mapping file {path.name} cannot be read.", "Check its name.") from error


def book_of(path: Path, phone_region: str, mapping: ColumnMapping | None) -> AddressBook:
    """The address book at `path`; a table that we do not know is read by our best guess, and that is said."""
    try:
        return read_address_book_file(path, phone_region, mapping=mapping)
    except ColumnsUnknown as unknown:
        if mapping is not None or not unknown.guess.usable:
            raise
        meanings = ", ".join(f"{column.column!r} as {column.field}" for column in unknown.guess.columns)
        tell(
            Problem(
                path.name, 0, 0, f"The columns are not known; read {meanings}. Use --mapping to say otherwise."
            )
        )
        return read_address_book_file(path, phone_region, mapping=unknown.guess)


def tell(problem: Problem) -> None:
    """One line on stderr: `FILE: card N (line L): reason`."""
    where = f" card {problem.card} (line {problem.line}):" if problem.card else ""
    print(f"{problem.file}:{where} {problem.reason}", file=sys.stderr)


def as_json(contact: Contact) -> dict[str, object]:
    """One contact with the keys of the command's output."""
    name = contact.name
    return {
        "uid": contact.uid,
        "name": name.full,
        "prefix": name.prefix,
        "given": name.given,
        "middle": name.middle,
        "family": name.family,
        "suffix": name.suffix,
        "nicknames": contact.nicknames,
        "phones": list(dict.fromkeys(phone.e164 for phone in contact.phones if phone.e164)),
        "phone_details": contact.phones,
        "emails": [email.address for email in contact.emails],
        "addresses": contact.addresses,
        "social": contact.social,
        "birthday": contact.birthday,
        "org": contact.organization,
        "title": contact.title,
        "categories": contact.categories,
        "source": contact.source,
    }


def print_json(contacts: Sequence[Contact]) -> None:
    """One array, a contact a line."""
    encoder = msgspec.json.Encoder()
    lines = ((b",\n" if index else b"\n") + encoder.encode(as_json(each)) for index, each in enumerate(contacts))
    write_out(chain([b"["], lines, [b"\n]\n" if contacts else b"]\n"]))


def print_csv(contacts: Sequence[Contact]) -> None:
    """A header and a row per contact with the keys of the JSON, several values in one cell joined."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(as_json(Contact("", PersonName())))
    for contact in contacts:
        writer.writerow(map(cell, as_json(contact).values()))
    write_out([text.getvalue().encode()])


def cell(value: object) -> str:
    """A value of the JSON as one cell: lists joined, the parts of a struct separated by commas."""
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, msgspec.Struct):
        return ", ".join(filter(None, map(cell, msgspec.structs.astuple(value))))
    assert isinstance(value, list | tuple)
    return JOINED_BY.join(map(cell, value))
