"""A hub with so many events of so many volunteers, all of them projected."""

from dataclasses import dataclass
from pathlib import Path

from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.results.projector import advance
from tests.benchmarks.results_pages.copies import multiply
from tests.benchmarks.results_pages.weeks import PUSH, enter_events, enter_people
from tests.hub.replicas import HARBOR, set_up_hub

LAPTOPS = 56
"""In a copy; they are 51 volunteers'."""
LENGTH = 90 * LAPTOPS * PUSH
"""Events in a copy: ninety pushes of each laptop."""


@dataclass(frozen=True)
class Sizes:
    """How much there is.

    Attributes:
        copies: how many times the first copy's laptops and events.
        laptops, length: laptops and events in a copy.
    """

    copies: int
    laptops: int = LAPTOPS
    length: int = LENGTH

    @property
    def events(self) -> int:
        return self.copies * self.length


def build(where: Path | str, sizes: Sizes) -> None:
    """Fills an empty database: the projector itself makes the first copy's rows."""
    set_up_hub(where)
    database = HubDatabase(where)
    try:
        with database.writing() as connection:
            enter_people(connection, HARBOR, sizes.copies, sizes.laptops, sizes.length)
            enter_events(connection, HARBOR, sizes.laptops, sizes.length)
        project(database)
    finally:
        database.close()
    if sizes.copies > 1:
        multiply(where, sizes.copies)


def project(database: HubDatabase, most: int = 0) -> int:
    """Takes all events into the projections, or `most` of them at least; gives how many."""
    done = 0
    while not most or done < most:
        with database.writing() as connection:
            taken = advance(connection)
        if not taken:
            break
        done += taken
    return done
