"""A small town for the tests of matching: a crowd of invented voters, and people put into it by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone, PostalAddress
from f2f_desktop.demo.columns import voters_of
from f2f_desktop.demo.population import generate_district
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match
from f2f_desktop.matching.model import Match
from f2f_desktop.voterfile.voters import TEXT_COLUMNS, TextColumn, Voter, Voters


@dataclass(frozen=True)
class Person:
    """A voter as the file has it."""

    id: str
    first_name: str
    last_name: str
    middle_name: str = ""
    suffix: str = ""
    sex: str = ""
    birth_year: int = 0
    street_address: str = ""
    city: str = ""
    zip: str = ""
    phone: int = 0


@cache
def crowd(voters: int = 20_000, seed: int = 5) -> tuple[Person, ...]:
    """Invented voters in whose midst the test's people live."""
    columns = voters_of(generate_district(seed, voters))
    return tuple(_person(columns.at(row)) for row in range(len(columns)))


def _person(voter: Voter) -> Person:
    return Person(
        voter.id,
        voter.first_name,
        voter.last_name,
        voter.middle_name,
        voter.suffix,
        voter.sex,
        voter.birth_year,
        voter.street_address,
        voter.city,
        voter.zip,
        int(voter.phone[2:] or 0),
    )


def voters_from(people: Sequence[Person]) -> Voters:
    """The people as an extract's columns."""
    texts = {
        name: TextColumn.encode([getattr(person, name) for person in people])
        for name in TEXT_COLUMNS
        if name in Person.__dataclass_fields__
    }
    return Voters(
        np.array([person.id.encode() for person in people], dtype="S"),
        texts,
        {
            "birth_year": np.array([person.birth_year for person in people], np.int16),
            "phone": np.array([person.phone for person in people], np.int64),
        },
    )


def town(*people: Person, voters: int = 20_000) -> VoterIndex:
    """An index of the crowd and these people."""
    return VoterIndex.build(voters_from([*crowd(voters), *people]))


def contact(
    full: str = "",
    given: str = "",
    family: str = "",
    *,
    uid: str = "c",
    phone: int | Sequence[int] = (),
    email: str = "",
    birthday: str = "",
    street: str = "",
    zip_code: str = "",
    **name: str,
) -> Contact:
    """A contact; its displayed name is put together unless it is given."""
    phones = (phone,) if isinstance(phone, int) else tuple(phone)
    return Contact(
        uid,
        PersonName(full=full or f"{given} {family}".strip(), given=given, family=family, **name),
        phones=tuple(Phone(f"+1{number}", f"{number}") for number in phones),
        emails=(Email(email),) if email else (),
        addresses=(PostalAddress(street=street, postal_code=zip_code),) if street or zip_code else (),
        birthday=birthday,
    )


def match_one(someone: Contact, index: VoterIndex) -> Match:
    """The match of one contact, as if a fair share of the address book were in the file."""
    return match([someone], index, in_file_share=0.3)[0]
