"""Do-not-contact files: phone numbers and e-mail addresses, one or a few a row, as CSV, TXT or XLSX.

A first row that says which columns hold them is believed; without one, the file has to be a plain list.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import msgspec

from f2f_desktop.campaign.merge_fields import field_name
from f2f_desktop.contacts.emails import emails
from f2f_desktop.contacts.phones import phones
from f2f_desktop.organizer.errors import TargetListError
from f2f_desktop.organizer.target_tables import open_records
from f2f_desktop.progress import Progress, no_progress

EVERY = 1_000
MOST_BAD_ROWS = 1_000
"""Bad rows that are told one by one; the rest is counted."""

NAMED = re.compile(r"phone|mobile|cell|^tel|e[-_]?mail|correo|tel[eé]fono|m[oó]vil|celular")
"""What the heading of a column with numbers or addresses has in it, in the form of `field_name`."""


class NoPointColumns(TargetListError):
    """The file has several columns, and none is called phone or e-mail."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} does not say which of its columns hold phone numbers or e-mail addresses.",
            "Call them phone and email in the first row, and import the file again.",
        )


class BadRow(StrEnum):
    """Why a row put nothing on the list."""

    NO_POINT = "no_point"
    """What stands in it is no phone number and no e-mail address."""
    EMPTY = "empty"
    """Nothing stands in its columns for numbers and addresses."""


class RowProblem(msgspec.Struct, frozen=True):
    """A row that put nothing on the list; the value itself is not repeated."""

    line: int
    why: BadRow


class PointsRead(msgspec.Struct, frozen=True):
    """What a file holds."""

    file: str
    points: tuple[str, ...]
    """E.164 numbers and addresses in lower case, each once, in the order of the file."""
    rows: int
    """Rows that held one."""
    problems: tuple[RowProblem, ...]
    unlisted: int = 0
    """More bad rows, which are not listed one by one."""


def points_in(text: str, region: str) -> tuple[str, ...]:
    """The numbers and addresses in a text; `region` is that of numbers without a country code."""
    if "@" in text:
        return tuple(dict.fromkeys(each.address for each in emails(text, "")))
    return tuple(dict.fromkeys(each.e164 for each in phones(text, "", region) if each.e164))


def read_points(path: Path, region: str = "US", progress: Progress = no_progress) -> PointsRead:
    """The numbers and addresses of a file; bad rows are told, and the rest comes in.

    `progress` counts rows and may raise `Cancelled`. Raises TargetListError.
    """
    points: dict[str, None] = {}
    problems: list[RowProblem] = []
    columns: tuple[int, ...] | None = None
    rows = bad = 0
    for number, record in enumerate(open_records(path), 1):
        if number % EVERY == 0:
            progress(number, 0)
        cells = record.cells
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns, is_heading = _columns(path.name, cells, region)
            if is_heading:
                continue
        held = [cells[place] for place in columns if place < len(cells) and cells[place].strip()]
        found = [point for cell in held for point in points_in(cell, region)]
        if found:
            rows += 1
            points.update(dict.fromkeys(found))
            continue
        bad += 1
        if bad <= MOST_BAD_ROWS:
            problems.append(RowProblem(record.line, BadRow.NO_POINT if held else BadRow.EMPTY))
    return PointsRead(path.name, tuple(points), rows, tuple(problems), bad - len(problems))


def _columns(name: str, cells: Sequence[str], region: str) -> tuple[tuple[int, ...], bool]:
    """The places to look at, and whether the first row is a heading. Raises `NoPointColumns`."""
    holding = [place for place, cell in enumerate(cells) if points_in(cell, region)]
    named = tuple(place for place, cell in enumerate(cells) if NAMED.search(field_name(cell)))
    if named and not holding:
        return named, True
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    if len(filled) > 1:
        raise NoPointColumns(name)
    # A word alone on top of a plain list is its heading; a number that is none is a bad row.
    return (filled[0],), not holding and any(each.isalpha() for each in cells[filled[0]])
