"""How long the vault's work takes, against the least that the disk and SQLCipher ask for the same.

    python -m tests.benchmarks.vault_work [--contacts N] [--folder DIR]

Prints ratios measured in one run: they tell more than seconds, which belong to the machine.
"""

import argparse
import itertools
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from sqlalchemy import insert

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, ScriptId
from f2f_desktop.contacts.model import Contact
from f2f_desktop.events.facts import ContactReference, MessageKind, MessageSent
from f2f_desktop.vault.database import Database
from f2f_desktop.vault.journal import record
from f2f_desktop.vault.tables import properties
from f2f_desktop.volunteer.suggestions import Query, visible
from tests.vault.evenings import ACTION, contact_id, friend, opened

FACTS = 300


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The shortest of several runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def recording(folder: Path) -> None:
    """`record` in a transaction of its own, and many in one, against bare inserts of as many bytes."""
    database = Database(folder / "facts.db", b"k" * 32)
    reference = ContactReference(ContactId("c"), None, "", "0" * 32)
    fact = MessageSent(ActionId("a"), 1, reference, Channel.TEXT, MessageKind.INITIAL, ScriptId("s"))
    numbers = itertools.count()

    def recorded(number: int) -> None:
        with database.transaction() as connection:
            for _ in range(number):
                record(connection, fact)

    def bare(number: int) -> None:
        with database.transaction() as connection:
            for _ in range(number):
                connection.execute(insert(properties).values(name=f"{next(numbers)}", value=bytes(400)))

    def each(step: Callable[[int], None]) -> Callable[[], None]:
        def run() -> None:
            for _ in range(50):
                step(1)

        return run

    recorded(1)
    one, one_bare = seconds(each(recorded)) / 50, seconds(each(bare)) / 50
    many, many_bare = seconds(lambda: recorded(FACTS)) / FACTS, seconds(lambda: bare(FACTS)) / FACTS
    database.close()
    print(
        f"record, a transaction each  {one * 1e3:8.2f} ms   {one / one_bare:5.1f} times a bare insert and commit"
    )
    print(f"record, {FACTS} in one          {many * 1e3:8.2f} ms   {many / many_bare:5.1f} times a bare insert")


def address_book(count: int) -> tuple[Contact, ...]:
    """Invented people, one in ten twice."""
    random = Random(7)
    given, family = ("Ada", "Ben", "Cleo", "Dee", "Ivo", "Kim", "Una", "Zoe"), "BDFGKLMNPRSTVWZ"
    people: list[Contact] = []
    name = ("", "")
    for number in range(count):
        twin = number % 10 == 9
        if not twin:
            name = (random.choice(given), f"{random.choice(family)}{random.choice('aeiou')}{number}er")
        phone = f"+1212{2_000_000 + number - twin}"
        people.append(friend(f"uid-{number}", *name, phone, f"p{number}@example.org"))
    return tuple(people)


def importing(folder: Path, count: int) -> None:
    """Storing an address book, reading it again, one changed card, and what the list costs then."""
    workspace = opened(folder / "vault")
    services = workspace.services
    book = address_book(count)
    first = seconds(lambda: services.importing.store("book.vcf", book, ()))
    again = seconds(lambda: services.importing.store("book.vcf", book, ()))
    changed = (friend("uid-0", "Changed", "Altogether", "+12122000000"), *book[1:])
    one = seconds(lambda: services.importing.store("book.vcf", changed, ()))
    print(f"store {count} contacts        {first * 1e3:8.0f} ms")
    print(f"read them again             {again * 1e3:8.0f} ms   {again / first:5.2f} of the first time")
    print(f"with one card changed       {one * 1e3:8.0f} ms   {one / first:5.2f} of the first time")
    rows = services.suggestions.rows(ACTION)
    all_rows = seconds(lambda: services.suggestions.rows(ACTION), 3)
    person = contact_id(services, rows[len(rows) // 2].name)
    alone = seconds(lambda: services.suggestions.row(ACTION, person), 5)
    search = seconds(lambda: visible(rows, Query(text="ben 2000")), 5)
    talk = seconds(lambda: services.outreach.conversation(ACTION, person, Channel.TEXT), 5)
    print(f"all {len(rows)} rows               {all_rows * 1e3:8.0f} ms")
    print(f"one row alone               {alone * 1e3:8.2f} ms   {alone / all_rows:5.3f} of all")
    print(f"a search in memory          {search * 1e3:8.2f} ms")
    print(f"open a conversation         {talk * 1e3:8.2f} ms")
    workspace.lock()


def main() -> None:
    """Runs all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=5_000)
    parser.add_argument("--folder", type=Path, help="where the vaults lie; default: a temporary folder")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        recording(Path(folder))
        importing(Path(folder), arguments.contacts)


if __name__ == "__main__":
    main()
