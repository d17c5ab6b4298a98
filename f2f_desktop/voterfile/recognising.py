"""Which layout a file has, which columns stand where in it, and how sure that is."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from f2f_desktop.voterfile.errors import LayoutUnknown, VoterFileUnreadable
from f2f_desktop.voterfile.layout import DELIMITERS, FileForm, Layout, built_in_layouts, read_layout
from f2f_desktop.voterfile.mending import decoded, split_fields
from f2f_desktop.voterfile.raw import RawFile

AUTO = "auto"

_SAMPLE_ROWS = 200
_SHAPE_SHARE = 0.9
"""Share of the sample rows that must have a layout's shape where the header is missing."""
_SHOWN = 60
"""Columns that a message names at most."""
HOW_TO_MAP = (
    "Describe the file in a mapping file (see “Voter files: the mapping file” in the help) and name it with"
    " --layout FILE.toml."
)


@dataclass(frozen=True)
class Form:
    """How one file is written: enough to read it."""

    names: tuple[str, ...]
    """The columns in their order, folded by `folded`."""
    delimiter: str
    skip: int
    """Lines before the first record."""

    @property
    def quoting(self) -> bool:
        """Whether quoted fields may hold delimiters: not where the delimiter never occurs in a text anyway."""
        return self.delimiter not in "\t|"

    def place(self, column: str) -> int | None:
        """The place of a column, or None."""
        try:
            return self.names.index(folded(column))
        except ValueError:
            return None


@dataclass(frozen=True)
class Recognised:
    """A layout, and why the file has it: whole sentences."""

    layout: Layout
    sure: bool
    why: str


def folded(column: str) -> str:
    """The name of a column as it is compared: without case and without blanks and quotes around it."""
    return " ".join(column.strip("\ufeff\"' \t").split()).casefold()


def named_layout(name: str) -> Layout | None:
    """The layout that `--layout` names: built in, or a mapping file; None for `auto`.

    Raises LayoutUnusable, and LayoutUnknown where there is neither.
    """
    if name.casefold() == AUTO:
        return None
    known = built_in_layouts()
    for layout in known.values():
        if name.casefold() in {layout.name, layout.short}:
            return layout
    path = Path(name)
    if path.suffix.casefold() == ".toml" or path.exists():
        return read_layout(path)
    raise LayoutUnknown(f"There is no layout {name!r}.", f"Known are auto, {', '.join(known)}, or a FILE.toml.")


def recognise(raw: RawFile, layouts: Iterable[Layout]) -> Recognised:
    """The layout of a voter file, by its header, or without one by its shape. Raises LayoutUnknown."""
    lines = _lines(raw)
    known = list(layouts)
    found: list[Recognised] = []
    for layout in known:
        header = _header(lines, layout.file)
        wanted = layout.recognise.header
        if wanted and all(folded(column) in header for column in wanted):
            why = f"all of its {len(wanted)} telling columns are in the header: {', '.join(wanted)}"
            found.append(Recognised(layout, sure=True, why=why))
        elif (share := _shape_share(lines, layout)) >= _SHAPE_SHARE:
            why = f"there is no header, but {share:.0%} of the first rows have its shape"
            found.append(Recognised(layout, sure=False, why=why))
    if not found:
        _refuse_history(raw, lines, known)
        delimiter = _told_delimiter(lines, FileForm())
        names = split_fields(lines[0], delimiter, quoting=True)
        raise LayoutUnknown(
            f"The layout of {raw.name} is not known. Its first line holds {_listed(names)}.", HOW_TO_MAP
        )
    return max(found, key=lambda each: (each.sure, len(each.layout.recognise.header)))


def form_of(raw: RawFile, file: FileForm, orders: Sequence[Sequence[str]], telling: Iterable[str]) -> Form:
    """How `raw` is written, by the declared form and its first lines.

    `telling` are columns that a header would hold; where none of them is in the first line, the header is
    missing, and one of `orders` says what the columns are. Raises LayoutUnknown, VoterFileUnreadable.
    """
    lines = _lines(raw)
    delimiter = _told_delimiter(lines, file)
    quoting = delimiter not in "\t|"
    rows = [split_fields(line, delimiter, quoting) for line in lines[: 1 + _SAMPLE_ROWS]]
    first = tuple(folded(name) for name in rows[0])
    skip = _blank_lines(raw) + 1
    if not file.header:
        if len(rows[0]) < len(file.names):
            raise LayoutUnknown(
                f"The rows of {raw.name} have {len(rows[0])} columns; the layout names {len(file.names)}.",
                "Correct the names of the mapping file.",
            )
        names = tuple(folded(name) for name in file.names)
        return Form(names + ("",) * (len(rows[0]) - len(names)), delimiter, 0)
    if any(folded(column) in first for column in telling):
        return Form(_as_wide_as_rows(first, rows[1:]), delimiter, skip)
    for order in orders:
        if len(order) == len(rows[0]):
            return Form(tuple(folded(name) for name in order), delimiter, skip - 1)
    raise LayoutUnknown(
        f"The first line of {raw.name} names none of the columns of this layout. It holds {_listed(rows[0])}.",
        HOW_TO_MAP,
    )


def _as_wide_as_rows(names: tuple[str, ...], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The header, with as many nameless columns at its end as most of the rows have empty ones there."""
    while names and not names[-1]:
        names = names[:-1]
    width = max(Counter(len(row) for row in rows).most_common(1), default=(len(names), 0))[0]
    surplus = [row[len(names) :] for row in rows if len(row) == width]
    if any(any(fields) for fields in surplus):
        return names
    return names + ("",) * (width - len(names))


def _refuse_history(raw: RawFile, lines: Sequence[str], layouts: Iterable[Layout]) -> None:
    """Raises LayoutUnknown where a history stands in place of a voter file: a slip that is easily made."""
    for layout in layouts:
        history = layout.history
        wanted = (history.id, history.date, history.election) if history else ()
        if history and all(folded(column) in _header(lines, history.file) for column in wanted):
            raise LayoutUnknown(
                f"{raw.name} is a history of {layout.title}, not a voter file.", "Name it with --history."
            )


def _lines(raw: RawFile) -> list[str]:
    """The first lines that are not blank."""
    sample = raw.sample().replace(b"\0", b"")
    whole = sample[: sample.rfind(b"\n") + 1] or sample
    lines = [line.rstrip("\r") for line in decoded(whole).split("\n")]
    lines = [line for line in lines if line.strip()]
    if not lines:
        raise VoterFileUnreadable(f"{raw.name} is empty.", "Choose another file.")
    return lines


def _blank_lines(raw: RawFile) -> int:
    """The number of blank lines at the beginning."""
    count = 0
    for line in raw.sample().replace(b"\0", b"").split(b"\n"):
        if line.strip():
            break
        count += 1
    return count


def _told_delimiter(lines: Sequence[str], file: FileForm) -> str:
    """The declared delimiter, or the one of which the first line holds most."""
    if file.delimiter != AUTO:
        return DELIMITERS.get(file.delimiter, file.delimiter)
    return max(DELIMITERS.values(), key=lines[0].count)


def _header(lines: Sequence[str], file: FileForm) -> set[str]:
    delimiter = _told_delimiter(lines, file)
    return {folded(name) for name in split_fields(lines[0], delimiter, delimiter not in "\t|")}


def _shape_share(lines: Sequence[str], layout: Layout) -> float:
    """The share of the first rows that have the shape of `layout` in one of its orders of columns."""
    delimiter = _told_delimiter(lines, layout.file)
    quoting = delimiter not in "\t|"
    rows = [split_fields(line, delimiter, quoting) for line in lines[:_SAMPLE_ROWS]]
    return max((_fitting(rows, order, layout.recognise.shape) for order in layout.recognise.orders), default=0.0)


def _fitting(rows: Sequence[Sequence[str]], order: Sequence[str], shape: Mapping[str, str]) -> float:
    places = {order.index(column): re.compile(pattern) for column, pattern in shape.items() if column in order}
    if not places:
        return 0.0
    fitting = sum(
        len(row) == len(order) and all(pattern.fullmatch(row[place]) for place, pattern in places.items())
        for row in rows
    )
    return fitting / len(rows)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:_SHOWN])
    return shown + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
