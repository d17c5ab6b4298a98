"""Invented people who stand in the sample of every layout, so that one test can ask each layout for the same."""

from dataclasses import dataclass, field

GENERALS = {2024: (11, 5), 2022: (11, 8), 2020: (11, 3), 2018: (11, 6), 2016: (11, 8)}
"""Year to month and day of the federal elections in the histories."""
OTHERS = {(2024, 3, 19): "PRIMARY", (2023, 11, 7): "GENERAL"}
"""Elections that do not count for voter frequency: a primary, and one of an odd year."""


@dataclass(frozen=True)
class Person:
    """One person; `number` makes the id."""

    number: int
    first: str
    last: str
    sex: str
    born: int
    party: str = "D"
    middle: str = ""
    suffix: str = ""
    phone: str = ""
    registered: tuple[int, int, int] = (2004, 10, 5)
    status: str = "active"
    """`active`, `inactive`, `removed`, `pending`, or `dead`."""
    secret: bool = False
    votes: frozenset[int] = field(default_factory=frozenset)
    """Years of the general elections that they voted in."""
    house: int = 12

    @property
    def street(self) -> str:
        """House and street."""
        return f"{self.house} OAK ST"

    @property
    def birthday(self) -> tuple[int, int, int]:
        """Year, month, day."""
        return self.born, 5, 17


EVERY = frozenset({2024, 2022, 2020, 2018})
CAST = (
    Person(1, "JOSÉ", "MUÑOZ PEÑA", "M", 1980, "D", "LUIS", "JR", "4195550101", votes=EVERY),
    Person(2, "ANN", "O'NEAL", "F", 1990, "R", "MARIE", phone="4195550102", votes=frozenset({2024, 2020})),
    Person(3, "MEI-LING", "CHEN", "F", 2007, "", registered=(2025, 6, 2)),
    Person(4, "TYRONE", "JACKSON", "M", 1955, "D", status="inactive", votes=frozenset({2018})),
    Person(5, "GONE", "AWAY", "F", 1970, status="removed", votes=EVERY),
    Person(6, "HIDDEN", "PERSON", "F", 1985, secret=True, votes=EVERY),
    Person(7, "NOT", "YET", "M", 2008, status="pending"),
)
KEPT = {"JOSÉ", "ANN", "MEI-LING", "TYRONE"}
NEVER = {"GONE", "HIDDEN", "AWAY", "PERSON", "NOT", "YET"}
"""Names that must not be in any extract."""
FREQUENCIES = {"JOSÉ": "always", "ANN": "sometimes", "MEI-LING": "new", "TYRONE": "rarely"}
PLACE = "SPRINGFIELD"
ZIP = "45501"
