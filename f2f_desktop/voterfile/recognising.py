"""Which layout a voter file has: by its header, or by the shape of its values where the header is missing."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from f2f_desktop.voterfile.delimited import Lines, delimiter_of, opened, records
from f2f_desktop.voterfile.errors import LayoutUnknown
from f2f_desktop.voterfile.layout import FileForm, Layout, built_in_layouts, read_layout

SAMPLE = 50
"""Rows that are looked at."""
SHAPE_FITS = 0.8
"""Share of the sampled values that must have a column's shape."""


class Recognised(msgspec.Struct, frozen=True):
    """A layout for a file, how sure that is, and why."""

    layout: Layout
    confidence: float
    """0 to 1."""
    reason: str
    header: tuple[str, ...]
    """The file's columns, in order."""
    has_header: bool


def folded(name: str) -> str:
    """A column's name for comparing."""
    return name.strip().casefold()


def recognise(path: Path, wanted: str = "auto") -> Recognised:
    """The layout of the file: the one that is wanted (a name, or a mapping file), or else the one that it shows.

    Raises LayoutUnknown, LayoutUnusable, VoterFileUnreadable.
    """
    chosen = None if wanted == "auto" else named_layout(wanted)
    form = chosen.file if chosen else FileForm()
    rows = _sample(path, form)
    if chosen is not None:
        return _as_chosen(chosen, rows, path)
    best: Recognised | None = None
    for layout in built_in_layouts().values():
        found = _by_header(layout, rows[0]) or _by_shape(layout, rows)
        if found is not None and (best is None or found.confidence > best.confidence):
            best = found
    if best is None:
        seen = ", ".join(rows[0][:12])
        raise LayoutUnknown(
            f"{path.name} has no layout that is known; its first line begins: {seen}.",
            "Describe its columns in a mapping file and name that with --layout; "
            "resources/help/voter-file-mapping.md shows how.",
        )
    return best


def named_layout(wanted: str) -> Layout:
    """A layout of this package by name, or a mapping file. Raises LayoutUnknown, LayoutUnusable."""
    known = built_in_layouts()
    if wanted in known:
        return known[wanted]
    if wanted.endswith(".toml"):
        return read_layout(Path(wanted))
    raise LayoutUnknown(
        f"There is no layout {wanted}.",
        f"Known are {', '.join(known)}; or name a mapping file that ends in .toml.",
    )


def _sample(path: Path, form: FileForm) -> list[list[str]]:
    with opened(path) as (file, _):
        lines = list(islice(Lines(file, form), SAMPLE + 1))
    if not lines:
        raise LayoutUnknown(f"{path.name} is empty.", "Check that it was downloaded completely.")
    return list(records(iter(lines), delimiter_of(lines[0], form)))


def _as_chosen(layout: Layout, rows: list[list[str]], path: Path) -> Recognised:
    first = {folded(name) for name in rows[0]}
    if layout.file.header:
        by_header = _by_header(layout, rows[0])
        if by_header is not None or not layout.recognise.header:
            return Recognised(layout, 1.0, "named by you", tuple(rows[0]), has_header=True)
        by_shape = _by_shape(layout, rows)
        if by_shape is not None:
            return by_shape
        missing = [name for name in layout.recognise.header if folded(name) not in first]
        raise LayoutUnknown(
            f"{path.name} does not have the layout {layout.name}: it lacks {', '.join(missing)}.",
            "Check the file, or name another layout.",
        )
    return Recognised(layout, 1.0, "named by you", layout.file.names, has_header=False)


def _by_header(layout: Layout, first: Sequence[str]) -> Recognised | None:
    names = {folded(name) for name in first}
    wanted = layout.recognise.header
    if wanted and all(folded(name) in names for name in wanted):
        return Recognised(layout, 1.0, f"its header has {', '.join(wanted)}", tuple(first), has_header=True)
    return None


def _by_shape(layout: Layout, rows: list[list[str]]) -> Recognised | None:
    for order in layout.recognise.orders:
        same_width = [row for row in rows if len(row) == len(order)]
        if not layout.recognise.shape or len(same_width) < SHAPE_FITS * len(rows):
            continue
        place = {folded(name): number for number, name in enumerate(order)}
        shares = [
            _share(re.compile(shape), (row[place[folded(column)]] for row in same_width))
            for column, shape in layout.recognise.shape.items()
            if folded(column) in place
        ]
        if shares and min(shares) >= SHAPE_FITS:
            return Recognised(
                layout,
                round(0.9 * min(shares), 2),
                f"it has no header, but {len(order)} columns whose values look like it",
                order,
                has_header=False,
            )
    return None


def _share(shape: re.Pattern[str], values: Iterable[str]) -> float:
    fits = [bool(shape.fullmatch(value)) for value in values]
    return sum(fits) / max(1, len(fits))
