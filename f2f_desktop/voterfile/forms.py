"""How one file is written: its delimiter or its places, and which columns stand where in it.

A header is found by the columns that it names, whatever their order and even below a title. Where it is missing,
the columns are those of a known order that is as wide as the rows, of another file's header, or at known places.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from f2f_desktop.voterfile.errors import LayoutUnknown, VoterFileEmpty
from f2f_desktop.voterfile.layout import AUTO, DELIMITERS, FileForm, Recognition, Source, Span, column_names
from f2f_desktop.voterfile.mending import decoded, split_fields
from f2f_desktop.voterfile.raw import RawFile

NO_DELIMITER = "\x1f"
"""Stands where nothing delimits: lines of fixed width are one field."""
_SAMPLE_ROWS = 200
_HEADER_WITHIN = 5
"""Lines at the beginning among which the header is looked for."""
_BLANKS_BEHIND = 2
"""Blank fields that a delimiter too many makes behind the columns of a known order."""
_FITTING = 0.9
"""Share of the first rows that must fit a shape to be taken for it."""
_MOSTLY = 0.6
"""The same of rows that are as wide as most, where many are damaged: those that do not fit are left out later."""
_NO_PREFIX = re.compile(r"mail|spouse|household|relative|previous|old|alt")
"""What may stand before the name of a column and says that it is of something else."""
_DIGIT = re.compile("[0-9]")
_COLUMN_NAME = re.compile(r"[^\W\d][^\r\n,;|@*]{0,60}(?<![0-9]{5})")
"""What may be the name of a column, and is no number, no date, no mail address."""
_SHOWN = 60
"""Columns that a message names at most."""
HOW_TO_MAP = (
    "Describe the file in a mapping file and name it with --layout FILE.toml; --propose-mapping FILE.toml writes one"
    " to begin with (see “Voter files: the mapping file” in the help)."
)


@dataclass(frozen=True)
class Form:
    """How one file is written: enough to read it."""

    names: tuple[str, ...]
    """The columns in their order, folded by `folded`, without the prefixes of the layout."""
    delimiter: str
    skip: int
    """Lines before the first record."""
    spans: tuple[Span, ...] = ()
    """Where the columns stand in lines of fixed width."""
    written: tuple[str, ...] = ()
    """The columns as a header line writes them, in capitals; none where there is no such line."""
    doubtful: bool = False
    """Whether nothing but the shape of the rows says which columns these are."""

    @property
    def fields(self) -> int:
        """Fields of each record, as a delimiter parts them."""
        return 1 if self.spans else len(self.names)

    @property
    def quoting(self) -> bool:
        """Whether quoted fields may hold delimiters: not where the delimiter never occurs in a text anyway."""
        return quotes_fields(self.delimiter)

    @cached_property
    def _places(self) -> dict[str, int]:
        places: dict[str, int] = {}
        for place, name in enumerate(self.names):
            places.setdefault(bare(name), place)
        return places

    def place(self, column: str) -> int | None:
        """The place of a column, or None."""
        return self._places.get(bare(column)) if column else None


@dataclass(frozen=True)
class Signature:
    """By what one kind of file of a layout is known, and which of its columns the layout uses."""

    file: FileForm
    recognise: Recognition
    sources: tuple[Source, ...]
    more: bool = False
    """Whether there are columns behind those of the known orders: elections."""
    least: int = 2
    """Names of columns that make a header, where a line without them may be a record."""
    people: frozenset[str] = frozenset()
    """Names, made `bare`, that may stand behind a prefix which nobody has listed; none where there are no prefixes."""
    anchors: frozenset[str] = frozenset()
    """Those of them that are told from everything else: without one of them a prefix is none."""
    statuses: frozenset[str] = frozenset()
    """What tells who is registered: it is heeded behind any prefix."""

    @cached_property
    def used(self) -> frozenset[str]:
        """The names, made `bare`, of which a header holds some."""
        telling = column_names(self.recognise.header)
        return frozenset(bare(name) for name in [*telling, *column_names(self.sources)])

    @property
    def orders(self) -> tuple[tuple[str, ...], ...]:
        """What the columns may be where there is no header."""
        return (*((self.file.names,) if self.file.names else ()), *self.recognise.orders)

    @property
    def positions(self) -> tuple[Mapping[str, Span], ...]:
        """Where the columns may stand in lines of fixed width."""
        return (*((self.file.positions,) if self.file.positions else ()), *self.recognise.positions)


@dataclass(frozen=True)
class Beginning:
    """The first lines of a file that are not blank, and the number of each, from 0."""

    name: str
    lines: tuple[str, ...]
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, raw: RawFile) -> "Beginning":
        """Raises VoterFileUnreadable where the file is empty."""
        sample = raw.sample().replace(b"\0", b" ")
        whole = sample[: sample.rfind(b"\n") + 1] or sample
        lines = [line.rstrip("\r") for line in decoded(whole).split("\n")]
        numbered = [(number, line) for number, line in enumerate(lines) if line.strip()]
        if not numbered:
            raise VoterFileEmpty(raw.name)
        first = numbered[: _HEADER_WITHIN + _SAMPLE_ROWS]
        return cls(raw.name, tuple(line for _, line in first), tuple(number for number, _ in first))

    def delimiter(self, file: FileForm) -> str:
        """The declared delimiter, or the one that parts most of the lines into most fields, each into as many."""
        if file.delimiter != AUTO:
            return DELIMITERS.get(file.delimiter, file.delimiter)
        return self._likeliest_delimiter

    @cached_property
    def _likeliest_delimiter(self) -> str:
        def fields(delimiter: str) -> float:
            counts = Counter(line.count(delimiter) for line in self.lines)
            return max(count * lines for count, lines in counts.items())

        return max(DELIMITERS.values(), key=lambda delimiter: (fields(delimiter), self.lines[0].count(delimiter)))

    def rows(self, delimiter: str) -> list[list[str]]:
        """The fields of the lines."""
        found = self._parted.get(delimiter)
        if found is None:
            quoting = quotes_fields(delimiter)
            found = [split_fields(line, delimiter, quoting) for line in self.lines]
            self._parted[delimiter] = found
        return found

    @cached_property
    def _parted(self) -> dict[str, list[list[str]]]:
        return {}


def quotes_fields(delimiter: str) -> bool:
    """Whether fields that hold this delimiter are quoted."""
    return delimiter not in "\t|" + NO_DELIMITER


def folded(column: str) -> str:
    """The name of a column as messages show it: without case and without blanks and quotes around it."""
    return " ".join(column.strip("\ufeff\"' \t").split()).casefold()


def bare(column: str) -> str:
    """The name of a column as it is compared: its letters and digits."""
    name = folded(column)
    return "".join(letter for letter in name if letter.isalnum()) or name


def without_prefix(name: str, prefixes: Iterable[str]) -> str:
    """The folded name without the prefix of a layout."""
    for prefix in sorted(prefixes, key=len, reverse=True):
        if name.startswith(prefix.casefold()) and len(name) > len(prefix):
            return name[len(prefix) :]
    return name


def form_of(beginning: Beginning, signature: Signature, siblings: Iterable[Form] = ()) -> Form:
    """How a file is written that has this signature. `siblings`: files of the same kind, which may have a header.

    Raises LayoutUnknown, which says what the first line holds.
    """
    headers = [each for each in siblings if not each.spans and not each.doubtful]
    form = header_form(beginning, signature, bool(headers)) or headless_form(beginning, signature, headers)[0]
    if form is None and headers:
        width = _common_width(beginning.rows(beginning.delimiter(signature.file)))
        widths = sorted({len(each.names) for each in headers})
        why = f"{' or '.join(map(str, widths))} columns are named there, and most lines have {width} fields here"
        if width in widths:
            why = "its columns have other values"
        raise LayoutUnknown(
            f"{beginning.name} has no header, and that of the other files does not fit it: {why}.",
            "Put a header line with the names of its own columns on top of this file, or cut without it.",
        )
    if form is None:
        held = told(beginning.rows(beginning.delimiter(signature.file)))
        raise LayoutUnknown(
            f"The first line of {beginning.name} names none of the columns of this layout. It holds {held}.",
            HOW_TO_MAP,
        )
    return form


def header_form(beginning: Beginning, signature: Signature, strict: bool = False) -> Form | None:
    """The form of a file whose header names columns of the layout; None where there is no such header.

    `strict`: one name alone is no header, as where something else may tell the columns.
    """
    if signature.file.positions or (not signature.file.header and signature.file.names):
        return None
    delimiter = beginning.delimiter(signature.file)
    rows = beginning.rows(delimiter)
    alone = strict or bool(signature.orders or signature.positions)
    needed = min(signature.least if alone else 1, len(signature.used))
    for line, row in enumerate(rows[:_HEADER_WITHIN]):
        names = tuple(without_prefix(folded(name), signature.file.prefixes) for name in row)
        names = _without_learnt_prefixes(names, signature)
        if len(signature.used & {bare(name) for name in names if name}) >= needed:
            wide = _as_wide_as_rows(names, rows[line + 1 :])
            written = tuple(name.upper() for name in row)[: len(wide)]
            written += ("",) * (len(wide) - len(written))
            return Form(wide, delimiter, beginning.numbers[line] + 1, written=written)
    return None


def _without_learnt_prefixes(names: tuple[str, ...], signature: Signature) -> tuple[str, ...]:
    """The names of a header without prefixes that the layout does not list, but that stand before names it knows.

    A prefix is one if two columns of people that the header lacks stand behind it, and one of them is told from
    everything else; of two such prefixes the one with more of them serves, and addresses for mail never do.
    """
    taken = {bare(name) for name in names}
    behind: dict[str, dict[int, str]] = {}
    for place, name in enumerate(names if signature.anchors else ()):
        marks = [mark.end() for mark in re.finditer(r"[_. ]", name)]
        for end in marks or range(1, len(name)):
            prefix, rest = name[:end], name[end:]
            if bare(rest) in signature.people and bare(rest) not in taken and not _NO_PREFIX.search(prefix):
                behind.setdefault(prefix, {}).setdefault(place, rest)
    found = list(names)
    for each in sorted(behind.values(), key=len, reverse=True):
        words = {bare(rest) for rest in each.values()}
        sure = len(words) > 1 and words & signature.anchors
        for place, rest in each.items():
            told = sure or (bare(rest) in signature.statuses and not names[place][: -len(rest)][-1:].isalnum())
            if found[place] == names[place] and bare(rest) not in taken and told:
                found[place] = rest
                taken.add(bare(rest))
    return tuple(found)


def _common_width(rows: Sequence[Sequence[str]]) -> int:
    """How many fields most rows have."""
    return Counter(len(row) for row in rows).most_common(1)[0][0]


def headless_form(
    beginning: Beginning, signature: Signature, siblings: Iterable[Form] = ()
) -> tuple[Form | None, float]:
    """The form of a file without a header, and the share of the first rows that have the shape of the layout.

    Rows of another width than most are damaged: they count as not fitting, but say nothing about the others.
    """
    shape = signature.recognise.shape
    skip = beginning.numbers[0]
    best: tuple[tuple[float, bool, int], Form] | None = None
    for positions in signature.positions:
        spans = tuple(positions.values())
        share = _share(
            [[line[first - 1 : last].strip() for first, last in spans] for line in beginning.lines],
            tuple(positions),
            shape,
        )
        if share >= _FITTING or signature.file.positions:
            form = Form(tuple(folded(name) for name in positions), NO_DELIMITER, skip, spans, doubtful=bool(shape))
            best = max(filter(None, (best, ((share, True, 0), form))), key=lambda each: each[0])
    delimiter = beginning.delimiter(signature.file)
    rows = beginning.rows(delimiter)
    usual = _common_width(rows)
    headers = [form.names for form in siblings]
    for order in (*signature.orders, *headers):
        # Where most rows are damaged, the shape tells which are not.
        for width in (usual, len(order)) if shape and order not in headers and usual != len(order) else (usual,):
            whole = [row for row in rows if len(row) == width]
            if not whole or not _may_be(order, whole, signature, order in headers):
                continue
            fitting = _share(whole, order, shape)
            if shape and fitting < (_FITTING if order in headers else _MOSTLY):
                continue
            share = fitting * len(whole) / len(rows)
            names = tuple(without_prefix(folded(name), signature.file.prefixes) for name in order)
            form = Form(names + ("",) * (width - len(order)), delimiter, skip, doubtful=bool(shape))
            best = max(
                filter(None, (best, ((share, width == len(order), -len(order)), form))), key=lambda each: each[0]
            )
    return (best[1], best[0][0]) if best and best[0][0] > 0 else (None, 0.0)


def _may_be(order: Sequence[str], rows: Sequence[Sequence[str]], signature: Signature, borrowed: bool) -> bool:
    """Whether rows, all of one width, may have their columns in this order, as far as the width says."""
    behind = len(rows[0]) - len(order)
    if behind < 0 or (behind and (borrowed or len(order) < 2)):
        return False
    if not behind or order == signature.file.names or signature.more:
        return True
    blank = not any(field for row in rows for field in row[len(order) :])
    return bool(signature.recognise.shape) and behind <= _BLANKS_BEHIND and blank


def _share(rows: Sequence[Sequence[str]], names: Sequence[str], shape: Mapping[str, str]) -> float:
    """The share of the rows whose fields fit the shape; without a shape, those that are wide enough."""
    order = [bare(name) for name in names]
    places = {
        order.index(bare(column)): re.compile(form) for column, form in shape.items() if bare(column) in order
    }
    if shape and not places:
        return 0.0
    fitting = sum(
        len(row) >= len(names) and all(pattern.fullmatch(row[place].upper()) for place, pattern in places.items())
        for row in rows
    )
    return fitting / len(rows)


def shape_share(beginning: Beginning, form: Form, signature: Signature) -> tuple[float, int]:
    """The share of the first rows below the header that have the shape of the layout, and how many were looked at."""
    rows = [
        row
        for row, number in zip(beginning.rows(form.delimiter), beginning.numbers, strict=True)
        if number >= form.skip and len(row) == len(form.names)
    ]
    shape = {name: pattern for name, pattern in signature.recognise.shape.items() if form.place(name) is not None}
    return (_share(rows, form.names, shape) if rows and shape else 1.0), len(rows)


def _as_wide_as_rows(names: tuple[str, ...], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The header, with as many nameless columns at its end as most of the rows have empty ones there."""
    while names and not names[-1]:
        names = names[:-1]
    width = max(Counter(len(row) for row in rows).most_common(1), default=(len(names), 0))[0]
    surplus = [row[len(names) :] for row in rows if len(row) == width]
    if any(any(fields) for fields in surplus):
        return names
    return names + ("",) * (width - len(names))


def told(rows: Sequence[Sequence[str]]) -> str:
    """What the first line holds, for a message: names of columns, or how many fields.

    Without a header the first line is somebody's record, and messages end up in logs and mails: nothing of it is
    quoted. Of a header, names with digits are left out.
    """
    first = rows[0]
    if not looks_like_header(rows):
        return f"no names of columns, but {len(first)} field{'s' * (len(first) != 1)}"
    names = [name.strip() for name in first if name.strip() and not _DIGIT.search(name)]
    shown = ", ".join(repr(name[:40]) for name in names[:_SHOWN])
    more = len([name for name in first if name.strip()]) - len(names[:_SHOWN])
    return shown + (f" and {more} more" if more else "")


def looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first line differs from those below as a header does: words in it, numbers below it."""
    first = [name.strip() for name in rows[0]]
    while first and not first[-1]:
        first.pop()
    words = all(_COLUMN_NAME.fullmatch(name) for name in first)
    wordy = [place for place, name in enumerate(first) if not _DIGIT.search(name)]
    below = any(
        sum(1 for row in rows[1:] if place < len(row) and _DIGIT.search(row[place]))
        >= max(1, _FITTING * len(rows[1:]))
        for place in wordy
    )
    return words and below and len({name.casefold() for name in first}) == len(first)
