"""The rows of a target list, read: who is meant, and what the campaign says with it."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from f2f_desktop.contacts.emails import emails, normalised
from f2f_desktop.contacts.model import Contact, PersonName, Phone, PostalAddress, Problem
from f2f_desktop.contacts.phones import phones
from f2f_desktop.contacts.problems import Problems
from f2f_desktop.contacts.text import clean
from f2f_desktop.organizer.target_columns import IDS, Places, TargetColumns, TargetMapping, columns_of, is_header
from f2f_desktop.organizer.target_tables import open_table
from f2f_desktop.progress import Progress, no_progress

MAX_ROWS = 1_000_000
MAX_ID = 64
MAX_NAME = 200
"""Letters of an id and of a name that are looked at."""
MAX_VALUE = 2_000
"""Letters of a script variable that are kept."""
EVERY = 500
"""Rows between two reports of progress."""

NO_NAME = "The row has no first name or no last name, and no id; it was left out."
NO_PHONE = "The row has no phone number."
BAD_PHONE = "The phone number is not valid; the row came in without it."
BAD_EMAIL = "The assigned e-mail address is none; the row was left out, so that it does not go to everybody."
NO_NUMBER = frozenset({"", "n/a", "na", "no", "none", "null", "nil", "unknown", "x"})
"""What stands in columns of phone numbers where there is none."""
BROKEN_QUOTES = "The quotes of the row are not in pairs; it was read as one line."
TOO_WIDE = "The row has more cells than the header; the ones too many were left out."
TOO_LONG = f"A value is longer than {MAX_VALUE:,} letters and was cut."
TOO_MANY = f"The list has more than {MAX_ROWS:,} rows; the rest of them was left out."


class TargetRow(msgspec.Struct, frozen=True, gc=False):
    """One row: a person whom the campaign wants reached."""

    line: int
    """Line of the file, or row of the sheet, from 1."""
    contact: Contact
    """The person as the matcher takes them; `uid` is the line."""
    ids: dict[str, str] = {}
    """Name of an id (see IDS) to its value; only those that the row has."""
    variables: dict[str, str] = {}
    assigned_user_email: str = ""

    @property
    def phone(self) -> str:
        """The first valid number, E.164; empty if there is none."""
        return next((phone.e164 for phone in self.contact.phones if phone.e164), "")


@dataclass(frozen=True)
class TargetRows:
    """A target list, read."""

    rows: tuple[TargetRow, ...]
    problems: tuple[Problem, ...]
    """What was wrong, by line; never the value itself."""
    variables: tuple[str, ...]
    """The script variables that the list brings along."""


def read_target_rows(
    path: Path, mapping: TargetMapping | None = None, *, region: str = "US", progress: Progress = no_progress
) -> TargetRows:
    """The rows of a CSV, TSV or XLSX file; bad ones are problems, and the rest comes in.

    `region` is the region of phone numbers without a country code. `progress` counts rows and may raise
    `Cancelled`. Raises TargetListError.
    """
    mapping = mapping or TargetMapping()
    table = open_table(path, mapping.file, lambda header: is_header(header, mapping))
    columns = columns_of(path.name, table.header, mapping)
    reader = _Reader(columns, region)
    problems = Problems(path.name)
    rows: list[TargetRow] = []
    for number, record in enumerate(table.records, 1):
        if number % EVERY == 0:
            progress(number, 0)
        if number > MAX_ROWS:
            problems.add(0, record.line, TOO_MANY)
            break
        if not any(cell and not cell.isspace() for cell in record.cells):
            continue
        row, reasons = reader.row(record.cells, record.line)
        if row is not None:
            rows.append(row)
        if record.broken:
            reasons.append(BROKEN_QUOTES)
        if any(cell.strip() for cell in record.cells[len(table.header) :]):
            reasons.append(TOO_WIDE)
        for reason in reasons:
            problems.add(number, record.line, reason)
    return TargetRows(tuple(rows), problems.sorted(), tuple(name for name, _ in columns.variables))


class _Reader:
    """Makes rows of cells."""

    def __init__(self, columns: TargetColumns, region: str) -> None:
        self._fields = columns.fields
        self._variables = columns.variables
        self._region = region

    def row(self, cells: list[str], line: int) -> tuple[TargetRow | None, list[str]]:
        """The row, or None where it cannot be used; and what is wrong with it."""
        reasons: list[str] = []
        first, last = self._text(cells, "first_name")[:MAX_NAME], self._text(cells, "last_name")[:MAX_NAME]
        ids = {name: value[:MAX_ID] for name in IDS if (value := self._text(cells, name))}
        if not (first and last) and not ids:
            return None, [NO_NAME]
        written = self._text(cells, "assigned_user_email")
        assigned = normalised(written)
        if written and not assigned:
            return None, [BAD_EMAIL]
        numbers = self._phones(cells)
        if not any(number.e164 for number in numbers) and (numbers or not ids):
            reasons.append(BAD_PHONE if numbers else NO_PHONE)
        variables: dict[str, str] = {}
        for name, places in self._variables:
            if value := _joined(cells, places):
                variables[name] = value[:MAX_VALUE]
                if len(value) > MAX_VALUE:
                    reasons.append(TOO_LONG)
        return TargetRow(line, self._contact(cells, line, first, last, numbers), ids, variables, assigned), reasons

    def _contact(self, cells: list[str], line: int, first: str, last: str, numbers: tuple[Phone, ...]) -> Contact:
        middle, suffix = self._text(cells, "middle_name"), self._text(cells, "suffix")
        name = PersonName(f"{first} {last}".strip(), first, middle, last, suffix=suffix)
        street, code = self._text(cells, "street_address"), self._text(cells, "zip")
        address = PostalAddress(street, self._text(cells, "city"), self._text(cells, "state_abbrev"), code)
        year = self._text(cells, "birth_year")
        return Contact(
            str(line),
            name,
            phones=numbers,
            emails=tuple(emails(self._text(cells, "email"), "")),
            addresses=(address,) if street or code else (),
            birthday=year if len(year) == 4 and year.isdecimal() else "",
        )

    def _phones(self, cells: list[str]) -> tuple[Phone, ...]:
        texts = _texts(cells, self._fields["phone"])
        found = tuple(phone for text in texts if text for phone in phones(text, "", self._region))
        # Words in place of a number are a number that cannot be read, which is told otherwise than none.
        return found or tuple(Phone("", text) for text in texts if text.strip(" -.?").casefold() not in NO_NUMBER)

    def _text(self, cells: list[str], field: str) -> str:
        places = self._fields.get(field)
        return _joined(cells, places) if places else ""


def _joined(cells: list[str], places: Places) -> str:
    return " ".join(filter(None, _texts(cells, places)))


def _texts(cells: list[str], places: Places) -> list[str]:
    return [
        place if isinstance(place, str) else clean(cells[place]) if place < len(cells) else "" for place in places
    ]
