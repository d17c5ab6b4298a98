"""One row of a table, as a `Contact`."""

import re
from collections.abc import Sequence

from f2f_desktop.contacts.birthdays import birthday, date_of
from f2f_desktop.contacts.columns import ColumnField
from f2f_desktop.contacts.csv_dialects import Column, Layout
from f2f_desktop.contacts.emails import emails
from f2f_desktop.contacts.labels import NOT_CATEGORIES, label_of
from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone, PostalAddress, SocialProfile, Source
from f2f_desktop.contacts.names import name_of, taken_apart
from f2f_desktop.contacts.phones import phones
from f2f_desktop.contacts.social import profile
from f2f_desktop.contacts.text import clean
from f2f_desktop.contacts.uids import uid_of_content

F = ColumnField
MAX_CELL = 65_536
"""Characters of a cell that are looked at."""

NO_EMAIL = "An e-mail address of the row is not one and was left out."

SEVERAL = re.compile(r"\s*:::\s*")
"""What Google joins the values in one cell by."""
GUARDED = re.compile(r'="?(.*?)"?', re.DOTALL)
"""A cell that a spreadsheet shall show as it is: `="01234"`."""
CATEGORY_SEPARATORS = re.compile(r"\s*(?::::|[;,])\s*")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
ADDRESS_PARTS = (F.STREET, F.CITY, F.REGION, F.POSTAL_CODE, F.COUNTRY)


class RowReader:
    """Makes contacts of the rows of one table."""

    def __init__(self, file: str, layout: Layout, region: str) -> None:
        self._file = file
        self._layout = layout
        self._region = region
        self._by_field: dict[ColumnField, list[Column]] = {}
        for column in layout.columns:
            self._by_field.setdefault(column.field, []).append(column)
        self._labels = {
            kind: {column.slot: column for column in self._by_field.get(kind, ())}
            for kind in (F.PHONE_LABEL, F.EMAIL_LABEL, F.ADDRESS_LABEL)
        }

    def says_anything(self, cells: Sequence[str]) -> bool:
        """Whether any column that we know has a value."""
        return any(self._cell(cells, column) for column in self._layout.columns)

    def contact(self, cells: Sequence[str], number: int) -> tuple[Contact | None, list[str]]:
        """The person in a row (None if there is none) and what was wrong with single cells."""
        reasons: list[str] = []
        phones_found = self._phones(cells)
        emails_found = self._emails(cells, reasons)
        organization = self._first(cells, F.ORGANIZATION)
        nicknames = tuple(dict.fromkeys(self._all(cells, F.NICKNAME)))
        name = self._name(cells)
        if not name.full:
            stand_in = next(iter(nicknames), "") or organization
            stand_in = stand_in or (emails_found[0].address if emails_found else "")
            if not stand_in and not phones_found:
                return None, reasons
            name = PersonName(stand_in)
        contact = Contact(
            uid=self._uid(cells),
            name=name,
            nicknames=nicknames,
            phones=phones_found,
            emails=emails_found,
            addresses=self._addresses(cells),
            social=self._social(cells),
            birthday=self._birthday(cells),
            organization=organization,
            title=self._first(cells, F.TITLE),
            categories=self._categories(cells),
            source=Source(self._file, number, self._layout.dialect),
        )
        return contact, reasons

    def _cell(self, cells: Sequence[str], column: Column) -> str:
        """The text in a column, clean; empty where the row is too short."""
        if column.index >= len(cells) or not cells[column.index]:
            return ""
        text = clean(cells[column.index][:MAX_CELL])
        if text.startswith('="') and (found := GUARDED.fullmatch(text)):
            return found[1].strip()
        return text

    def _all(self, cells: Sequence[str], field: ColumnField) -> list[str]:
        return [text for column in self._by_field.get(field, ()) if (text := self._cell(cells, column))]

    def _first(self, cells: Sequence[str], field: ColumnField) -> str:
        return next(iter(self._all(cells, field)), "")

    def _label(self, cells: Sequence[str], column: Column, kind: ColumnField) -> str:
        labelled = self._labels[kind].get(column.slot)
        text = self._cell(cells, labelled) if labelled else ""
        return label_of(text.removeprefix("* ")) if text else column.label

    def _phones(self, cells: Sequence[str]) -> tuple[Phone, ...]:
        found: dict[tuple[str, str], Phone] = {}
        for column in self._by_field.get(F.PHONE, ()):
            text = self._cell(cells, column)
            if not text:
                continue
            label = self._label(cells, column, F.PHONE_LABEL)
            for value in SEVERAL.split(text):
                for phone in phones(value, label, self._region):
                    found.setdefault((phone.e164 or phone.original, phone.extension), phone)
        return tuple(found.values())

    def _emails(self, cells: Sequence[str], reasons: list[str]) -> tuple[Email, ...]:
        found: dict[str, Email] = {}
        for column in self._by_field.get(F.EMAIL, ()):
            text = self._cell(cells, column)
            if not text:
                continue
            label = self._label(cells, column, F.EMAIL_LABEL)
            read = [email for value in SEVERAL.split(text) for email in emails(value, label)]
            if not read and not text.startswith("/") and NO_EMAIL not in reasons:
                reasons.append(NO_EMAIL)
            for email in read:
                found.setdefault(email.address.lower(), email)
        return tuple(found.values())

    def _name(self, cells: Sequence[str]) -> PersonName:
        prefix, given, middle, family, suffix = (
            self._first(cells, field) for field in (F.PREFIX, F.GIVEN, F.MIDDLE, F.FAMILY, F.SUFFIX)
        )
        full = self._first(cells, F.FULL_NAME)
        if given or family or middle:
            return name_of(prefix, given, middle, family, suffix, full)
        if full:
            return taken_apart(full) if full != self._first(cells, F.ORGANIZATION) else PersonName(full)
        if self._first(cells, F.ORGANIZATION):
            return PersonName()
        # Outlook's display name of an e-mail address: `Jane Roe (jane@example.org)`.
        return PersonName(IN_BRACKETS.sub("", self._first(cells, F.FILE_AS)))

    def _addresses(self, cells: Sequence[str]) -> tuple[PostalAddress, ...]:
        parts: dict[str, dict[ColumnField, list[str]]] = {}
        labels: dict[str, str] = {}
        for field in ADDRESS_PARTS:
            for column in self._by_field.get(field, ()):
                if text := self._cell(cells, column):
                    parts.setdefault(column.slot, {}).setdefault(field, []).append(text)
                    labels[column.slot] = self._label(cells, column, F.ADDRESS_LABEL)
        addresses = []
        for slot, found in parts.items():
            street, city, state, code, country = (", ".join(found.get(field, ())) for field in ADDRESS_PARTS)
            addresses.append(PostalAddress(street, city, state, code, country, labels[slot]))
        return tuple(addresses)

    def _social(self, cells: Sequence[str]) -> tuple[SocialProfile, ...]:
        found = (
            profile(value, column.label)
            for column in self._by_field.get(F.SOCIAL, ())
            for value in SEVERAL.split(self._cell(cells, column))
        )
        return tuple(dict.fromkeys(one for one in found if one))

    def _birthday(self, cells: Sequence[str]) -> str:
        if found := birthday(self._first(cells, F.BIRTHDAY), self._region):
            return found
        year, month, day = (self._first(cells, field) for field in (F.BIRTH_YEAR, F.BIRTH_MONTH, F.BIRTH_DAY))
        if all(not part or (part.isascii() and part.isdigit() and len(part) <= 4) for part in (year, month, day)):
            return date_of(year or "--", month or None, day or None)
        return ""

    def _categories(self, cells: Sequence[str]) -> tuple[str, ...]:
        words = [
            word.removeprefix("* ").strip()
            for text in self._all(cells, F.CATEGORIES)
            for word in CATEGORY_SEPARATORS.split(text)
        ]
        return tuple(dict.fromkeys(word for word in words if word and word.lower() not in NOT_CATEGORIES))

    def _uid(self, cells: Sequence[str]) -> str:
        return self._first(cells, F.UID)[:500] or uid_of_content(
            f"{column.field}:{column.slot}:{text}"
            for column in self._layout.columns
            if (text := self._cell(cells, column))
        )
