"""What a contact says, ready for comparing: its name's readings, phones, addresses, years."""

import re
from collections.abc import Sequence

import msgspec

from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.nicknames import nickname_table
from f2f_desktop.matching.folding import StreetKey, fold, street_key
from f2f_desktop.matching.name_words import GENERATIONS
from f2f_desktop.matching.names import MAX_LETTERS, WrittenName, read_name

MAX_PHONES = 6
_DIGITS = re.compile(r"\d+")
_ZIP = re.compile(r"\d{5}")


class HomeAddress(msgspec.Struct, frozen=True, gc=False):
    """An address where the contact may live."""

    street: StreetKey
    city: str
    zip: str


class Clues(msgspec.Struct, frozen=True, gc=False):
    """Everything of one contact that can be compared with a voter."""

    name: WrittenName
    phones: tuple[int, ...] = ()
    """Ten-digit national numbers of +1."""
    far_phones: bool = False
    """There are numbers outside +1."""
    homes: tuple[HomeAddress, ...] = ()
    birth_year: int = 0
    years_in_email: tuple[int, ...] = ()
    """Four-digit years."""
    short_years_in_email: tuple[int, ...] = ()
    """Two trailing digits, 0-99."""


def read_clues(contacts: Sequence[Contact]) -> list[Clues]:
    """The clues of each contact."""
    nicknames = nickname_table().all_nicknames
    return [_clues_of(contact, nicknames) for contact in contacts]


def _clues_of(contact: Contact, nicknames: frozenset[str]) -> Clues:
    phones, far_phones = _phones_of(contact) if contact.phones else ((), False)
    birth_year = _birth_year(contact.birthday) if contact.birthday else 0
    years, short_years = _years_in_emails(contact, birth_year) if contact.emails else ((), ())
    return Clues(
        read_name(contact, nicknames),
        phones,
        far_phones,
        _homes_of(contact) if contact.addresses else (),
        birth_year,
        years,
        short_years,
    )


def _phones_of(contact: Contact) -> tuple[tuple[int, ...], bool]:
    """(numbers of +1, whether there are others)."""
    numbers: dict[int, None] = {}
    far = False
    for phone in contact.phones:
        e164 = phone.e164
        if e164.startswith("+1"):
            if len(e164) == 12 and e164[2:].isdecimal():
                numbers[int(e164[2:])] = None
        elif e164:
            far = True
    return tuple(numbers)[:MAX_PHONES], far


def _birth_year(birthday: str) -> int:
    # 1604 stands for an unknown year in Apple's cards, 1900 and 1904 in spreadsheets' and Outlook's.
    year = int(birthday[:4]) if birthday[:4].isdecimal() else 0
    return year if 1905 <= year <= 2100 else 0


def _homes_of(contact: Contact) -> tuple[HomeAddress, ...]:
    homes = []
    for address in contact.addresses[:5]:
        if address.label.casefold() == "work":
            continue
        zip_found = _ZIP.match(address.postal_code.strip())
        street = street_key(address.street[:MAX_LETTERS])
        home = HomeAddress(street, fold(address.city[:MAX_LETTERS]), zip_found.group() if zip_found else "")
        if home.street.house or home.zip:
            homes.append(home)
    return tuple(homes[:3])


def _years_in_emails(contact: Contact, birth_year: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(years, last two digits) in e-mail addresses, but nothing that a birthday says already."""
    years: list[int] = []
    short_years: list[int] = []
    for email in contact.emails[:5]:
        local = email.address[:MAX_LETTERS].partition("@")[0]
        for digits in _DIGITS.findall(local):
            if birth_year and int(digits) in {birth_year, birth_year % 100}:
                continue
            if len(digits) == 4 and 1920 <= int(digits) <= 2012:
                years.append(int(digits))
            elif len(digits) == 2 and local.endswith(digits):
                short_years.append(int(digits))
    return tuple(dict.fromkeys(years)), tuple(dict.fromkeys(short_years))


def voter_generation(suffix: str) -> str:
    """A voter file's suffix as one of JR, SR, II, III, IV; anything else is empty."""
    return GENERATIONS.get(fold(suffix).replace(" ", ""), "")
