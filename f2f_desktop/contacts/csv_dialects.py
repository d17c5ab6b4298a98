"""The tables that address books export, told apart by the set of their headers.

Google Contacts (layouts to 2024 and since), Outlook (classic, on the web, Google's "Outlook CSV"; also with
Spanish, German or French headers), LinkedIn's Connections.csv, Thunderbird. Columns are found by name, never by
place: exporters drop and add numbered groups by what the contacts hold.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from f2f_desktop.contacts.columns import ColumnField, ColumnMapping, column_names, folded
from f2f_desktop.contacts.outlook_headers import ENGLISH

F = ColumnField


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its index: what it holds, which value of several it belongs to (`slot`), and its kind."""

    index: int
    field: ColumnField
    slot: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table hold."""

    dialect: str
    columns: tuple[Column, ...]


Meaning = tuple[ColumnField, str, str]

GOOGLE: Mapping[str, Meaning] = {
    "name": (F.FULL_NAME, "", ""),
    "given name": (F.GIVEN, "", ""),
    "first name": (F.GIVEN, "", ""),
    "additional name": (F.MIDDLE, "", ""),
    "middle name": (F.MIDDLE, "", ""),
    "family name": (F.FAMILY, "", ""),
    "last name": (F.FAMILY, "", ""),
    "name prefix": (F.PREFIX, "", ""),
    "name suffix": (F.SUFFIX, "", ""),
    "nickname": (F.NICKNAME, "", ""),
    "short name": (F.NICKNAME, "", ""),
    "file as": (F.FILE_AS, "", ""),
    "birthday": (F.BIRTHDAY, "", ""),
    "group membership": (F.CATEGORIES, "", ""),
    "labels": (F.CATEGORIES, "", ""),
    "organization name": (F.ORGANIZATION, "", ""),
    "organization title": (F.TITLE, "", ""),
    "organization 1 - name": (F.ORGANIZATION, "", ""),
    "organization 1 - title": (F.TITLE, "", ""),
}
GOOGLE_GROUP = re.compile(r"(e-mail|phone|address|website|im) ([0-9]{1,3}) - ([a-z ]+)")
GOOGLE_GROUP_FIELDS: Mapping[tuple[str, str], ColumnField] = {
    ("e-mail", "value"): F.EMAIL,
    ("e-mail", "type"): F.EMAIL_LABEL,
    ("e-mail", "label"): F.EMAIL_LABEL,
    ("phone", "value"): F.PHONE,
    ("phone", "type"): F.PHONE_LABEL,
    ("phone", "label"): F.PHONE_LABEL,
    ("address", "type"): F.ADDRESS_LABEL,
    ("address", "label"): F.ADDRESS_LABEL,
    ("address", "street"): F.STREET,
    ("address", "extended address"): F.STREET,
    ("address", "city"): F.CITY,
    ("address", "region"): F.REGION,
    ("address", "postal code"): F.POSTAL_CODE,
    ("address", "country"): F.COUNTRY,
    ("website", "value"): F.SOCIAL,
}

OUTLOOK_PHONES = {
    "Primary Phone": "main",
    "Home Phone": "home",
    "Home Phone 2": "home",
    "Mobile Phone": "mobile",
    "Business Phone": "work",
    "Business Phone 2": "work",
    "Company Main Phone": "work",
    "Car Phone": "car",
    "Other Phone": "other",
    "Radio Phone": "other",
    "Callback": "other",
    "Pager": "pager",
    "Home Fax": "home fax",
    "Business Fax": "work fax",
    "Other Fax": "fax",
}
"""Not the assistant's phone: that is somebody else's."""


def outlook_meanings() -> dict[str, Meaning]:
    """Outlook's English headers, folded, with what they hold."""
    meanings: dict[str, Meaning] = {
        "first name": (F.GIVEN, "", ""),
        "middle name": (F.MIDDLE, "", ""),
        "last name": (F.FAMILY, "", ""),
        "title": (F.PREFIX, "", ""),
        "suffix": (F.SUFFIX, "", ""),
        "nickname": (F.NICKNAME, "", ""),
        "birthday": (F.BIRTHDAY, "", ""),
        "company": (F.ORGANIZATION, "", ""),
        "job title": (F.TITLE, "", ""),
        "categories": (F.CATEGORIES, "", ""),
        "web page": (F.SOCIAL, "web", ""),
        "personal web page": (F.SOCIAL, "personal", ""),
        "e-mail address": (F.EMAIL, "1", ""),
        "e-mail 2 address": (F.EMAIL, "2", ""),
        "e-mail 3 address": (F.EMAIL, "3", ""),
        "e-mail display name": (F.FILE_AS, "", ""),
    }
    meanings |= {folded(header): (F.PHONE, header, label) for header, label in OUTLOOK_PHONES.items()}
    for place, label in (("home", "home"), ("business", "work"), ("other", "other")):
        parts = {
            "street": F.STREET,
            "street 2": F.STREET,
            "street 3": F.STREET,
            "city": F.CITY,
            "state": F.REGION,
            "postal code": F.POSTAL_CODE,
            "country/region": F.COUNTRY,
            "country": F.COUNTRY,
        }
        meanings |= {f"{place} {part}": (field, place, label) for part, field in parts.items()}
    return meanings


OUTLOOK = outlook_meanings()

LINKEDIN: Mapping[str, Meaning] = {
    "first name": (F.GIVEN, "", ""),
    "last name": (F.FAMILY, "", ""),
    "url": (F.SOCIAL, "1", "linkedin"),
    "email address": (F.EMAIL, "1", ""),
    "company": (F.ORGANIZATION, "", ""),
    "position": (F.TITLE, "", ""),
}

THUNDERBIRD: Mapping[str, Meaning] = {
    "first name": (F.GIVEN, "", ""),
    "last name": (F.FAMILY, "", ""),
    "display name": (F.FULL_NAME, "", ""),
    "nickname": (F.NICKNAME, "", ""),
    "primary email": (F.EMAIL, "1", ""),
    "secondary email": (F.EMAIL, "2", ""),
    "screen name": (F.SOCIAL, "screen", "aim"),
    "work phone": (F.PHONE, "work", "work"),
    "home phone": (F.PHONE, "home", "home"),
    "fax number": (F.PHONE, "fax", "fax"),
    "pager number": (F.PHONE, "pager", "pager"),
    "mobile number": (F.PHONE, "mobile", "mobile"),
    "home address": (F.STREET, "home", "home"),
    "home address 2": (F.STREET, "home", "home"),
    "home city": (F.CITY, "home", "home"),
    "home state": (F.REGION, "home", "home"),
    "home zipcode": (F.POSTAL_CODE, "home", "home"),
    "home country": (F.COUNTRY, "home", "home"),
    "work address": (F.STREET, "work", "work"),
    "work address 2": (F.STREET, "work", "work"),
    "work city": (F.CITY, "work", "work"),
    "work state": (F.REGION, "work", "work"),
    "work zipcode": (F.POSTAL_CODE, "work", "work"),
    "work country": (F.COUNTRY, "work", "work"),
    "job title": (F.TITLE, "", ""),
    "organization": (F.ORGANIZATION, "", ""),
    "web page 1": (F.SOCIAL, "web 1", ""),
    "web page 2": (F.SOCIAL, "web 2", ""),
    "birth year": (F.BIRTH_YEAR, "", ""),
    "birth month": (F.BIRTH_MONTH, "", ""),
    "birth day": (F.BIRTH_DAY, "", ""),
}


def known_layout(header: Sequence[str]) -> Layout | None:
    """The layout of a table with that header row; None if we do not know it."""
    names = [folded(text) for text in header]
    present = frozenset(names)
    dialect = dialect_of(present)
    if dialect == "google csv":
        return Layout(dialect, google_columns(names))
    if dialect == "linkedin csv":
        return Layout(dialect, columns_by(names, LINKEDIN))
    if dialect == "thunderbird csv":
        return Layout(dialect, columns_by(names, THUNDERBIRD))
    if dialect == "outlook csv":
        return Layout(dialect, columns_by(names, OUTLOOK))
    for translation in ENGLISH.values():
        translated = [translation.get(name, name) for name in names]
        if sum(one != two for one, two in zip(names, translated, strict=True)) >= 3 and (
            dialect_of(frozenset(translated)) == "outlook csv"
        ):
            return Layout("outlook csv", columns_by(translated, OUTLOOK))
    return None


def dialect_of(present: frozenset[str]) -> str:
    """The exporter whose headers those are, empty if it is none that we know."""
    google = any(GOOGLE_GROUP.fullmatch(name) for name in present)
    if google or {"given name", "family name", "group membership"} <= present or {"file as", "labels"} <= present:
        return "google csv"
    if {"first name", "last name"} <= present and (
        "connected on" in present or {"email address", "company", "position"} <= present
    ):
        return "linkedin csv"
    if {"display name", "primary email"} <= present:
        return "thunderbird csv"
    phones = sum(folded(header) in present for header in OUTLOOK_PHONES)
    if (
        {"first name", "last name"} <= present
        and phones >= 1
        and ("e-mail address" in present or phones >= 3 or "home street" in present)
    ):
        return "outlook csv"
    return ""


def columns_by(names: Sequence[str], meanings: Mapping[str, Meaning]) -> tuple[Column, ...]:
    """The columns whose folded names have a meaning, each name once."""
    columns: dict[str, Column] = {}
    for index, name in enumerate(names):
        if name in meanings and name not in columns:
            columns[name] = Column(index, *meanings[name])
    return tuple(columns.values())


def google_columns(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of Google's layouts, old and new."""
    columns = list(columns_by(names, GOOGLE))
    for index, name in enumerate(names):
        if found := GOOGLE_GROUP.fullmatch(name):
            kind, number, part = found.groups()
            if field := GOOGLE_GROUP_FIELDS.get((kind, part)):
                columns.append(Column(index, field, number))
    return tuple(columns)


def mapped_layout(header: Sequence[str], mapping: ColumnMapping) -> Layout | None:
    """The layout that `mapping` gives a table with that header row; None unless it has all of its columns."""
    places = {folded(name): index for index, name in reversed(list(enumerate(column_names(header))))}
    columns = []
    for number, column in enumerate(mapping.columns):
        index = places.get(folded(column.column))
        if index is None:
            return None
        parts_of_address = column.field in (F.STREET, F.CITY, F.REGION, F.POSTAL_CODE, F.COUNTRY)
        columns.append(
            Column(index, column.field, column.label if parts_of_address else str(number), column.label)
        )
    return Layout("csv", tuple(columns))
