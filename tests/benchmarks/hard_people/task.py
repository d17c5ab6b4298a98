"""A task for a matcher: contacts as the real reader reads them, the voters, and the truth."""

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from f2f_desktop.contacts.model import Contact, PersonName
from f2f_desktop.contacts.read import read_address_book
from f2f_desktop.voterfile.voters import Voters
from tests.benchmarks.hard_people.books import Book, make_book
from tests.benchmarks.hard_people.cards import vcards
from tests.benchmarks.hard_people.district import People, make_people
from tests.benchmarks.hard_people.name_lists import NameLists, public_lists
from tests.benchmarks.hard_people.rates import Configuration, DistrictRates
from tests.benchmarks.hard_people.voter_file import VoterFile, make_voter_file

ELSEWHERE = 60_000
"""Registered people of the district from which strangers are drawn."""


@dataclass(frozen=True, eq=False)
class Task:
    """Contacts to be matched against voters; `truth` gives the voter id by contact uid, None for not in the file."""

    configuration: Configuration
    people: People
    file: VoterFile
    book: Book
    contacts: tuple[Contact, ...]
    truth: dict[str, str | None]

    @property
    def voters(self) -> Voters:
        """The file."""
        return self.file.voters

    def repaired(self) -> tuple[Contact, ...]:
        """The contacts as if an oracle had told everybody's proper name (the file's, of those in it)."""
        return tuple(
            msgspec.structs.replace(contact, name=_proper(*self.book.proper_names[contact.uid]), nicknames=())
            for contact in self.contacts
        )


def _proper(given: str, surname: str) -> PersonName:
    return PersonName(f"{given} {surname}".strip().title(), given.title(), "", surname.title())


def make_task(
    configuration: Configuration, voters: int, contacts: int, seed: int, lists: NameLists | None = None
) -> Task:
    """A district of `voters` registered people and an address book of `contacts` cards."""
    lists = lists or public_lists()
    people, file = make_district(configuration.district, voters, seed, lists)
    return with_book(configuration, people, file, contacts, seed)


@lru_cache(maxsize=1)
def make_district(rates: DistrictRates, voters: int, seed: int, lists: NameLists) -> tuple[People, VoterFile]:
    """The people and the file; the last one is kept."""
    people = make_people(lists, rates, voters, seed)
    return people, make_voter_file(people, rates, seed)


def with_book(configuration: Configuration, people: People, file: VoterFile, contacts: int, seed: int) -> Task:
    """Another address book for the same district. Strangers come from a district with the same groups."""
    registered = max(2_000, min(ELSEWHERE, contacts * 3))
    elsewhere = make_people(people.lists, configuration.district, registered, seed + 7_000_000)
    book = make_book(people, file, elsewhere, configuration, contacts, seed)
    read = read_address_book("book.vcf", vcards(book.cards))
    if len(read.contacts) != contacts:
        raise ValueError(f"{contacts} cards, but {len(read.contacts)} contacts were read: {read.problems[:3]}")
    return Task(configuration, people, file, book, tuple(read.contacts), book.truth)
