"""How samples of voter files are written: dates, delimited lines, and lines of fixed width."""

from collections.abc import Iterable, Mapping, Sequence

from f2f_desktop.voterfile.layout_files import built_in_layouts
from tests.voterfile.cast import GENERALS, OTHERS, Person

LAYOUTS = built_in_layouts()
Rows = Iterable[Mapping[str, str]]
Day = tuple[int, int, int]


def american(day: Day) -> str:
    """MM/DD/YYYY."""
    return f"{day[1]:02d}/{day[2]:02d}/{day[0]}"


def iso(day: Day) -> str:
    """YYYY-MM-DD."""
    return f"{day[0]}-{day[1]:02d}-{day[2]:02d}"


def compact(day: Day) -> str:
    """YYYYMMDD."""
    return iso(day).replace("-", "")


def election_days(person: Person) -> list[tuple[Day, str]]:
    """Days on which a person voted, and the kind of election."""
    days = [((year, *GENERALS[year]), "GENERAL") for year in sorted(person.votes)]
    return days + ([(day, kind) for day, kind in OTHERS.items()] if 2024 in person.votes else [])


def lines(order: Sequence[str], rows: Rows, delimiter: str, quote: str = "", *, header: bool = True) -> str:
    """A delimited file with CR LF; what a row does not say is blank."""

    def line(fields: Iterable[str]) -> str:
        return delimiter.join(f"{quote}{text}{quote}" for text in fields) + "\r\n"

    return (line(order) if header else "") + "".join(line(row.get(name, "") for name in order) for row in rows)


def fixed(positions: Mapping[str, tuple[int, int]], rows: Rows) -> str:
    """A file of fixed width."""
    return "".join(
        "".join(
            row.get(name, "")[: last - first + 1].ljust(last - first + 1)
            for name, (first, last) in positions.items()
        )
        + "\r\n"
        for row in rows
    )


def address(person: Person) -> str:
    """The street; for a confidential record what states put in its place."""
    return "CONFIDENTIAL" if person.secret else person.street
