"""Proposes a mapping file for a voter file of no known layout, from the names of its columns and their values' shapes.

It is a beginning, to be looked through by who knows the file: every guess says what it rests on. What the file says
of people stays out of it; only codes (of statuses) are quoted.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from f2f_desktop.voterfile.cleaning import read_date
from f2f_desktop.voterfile.district_columns import district_named
from f2f_desktop.voterfile.errors import MappingNotWritten
from f2f_desktop.voterfile.forms import Beginning, bare, folded
from f2f_desktop.voterfile.known_columns import (
    DATE_FORMATS,
    DISTRICT_NAMES,
    ELECTION_PATTERNS,
    HOUSE,
    KEPT_STATUS,
    NUMBER,
    PERSON_NAMES,
    SECRET_COLUMN,
    STATUS_NAMES,
    STREET,
    STREET_PARTS,
    TOLD_BY_VALUES,
    VALUE_SHAPES,
)
from f2f_desktop.voterfile.layout import DELIMITERS, FileForm

_NAME, _PART, _VALUES = 10.0, 3.0, 4.0
_LEAST = 6.0
"""Points of a guess that is made: a known name, or part of one and fitting values."""
_LEAST_BY_VALUES = 3.9
"""The same where no line names the columns."""
_MOST = 0.8
_MAX_STATUSES = 12
_SHOWN = 4
"""Records that go with a proposal."""
_WORTH_MOST = (
    ("id",),
    ("last_name",),
    ("first_name",),
    ("street_address",),
    ("zip",),
    ("birth_year", "birth_date", "age"),
    ("phone",),
)
"""What matching rests on, in the order of what is lost without."""
NEEDED = ("id", "last_name")
"""Without these a mapping file cannot be used."""


@dataclass(frozen=True)
class _Column:
    """A column of the file: its name, and the first values that are not blank."""

    name: str
    values: tuple[str, ...]
    filled: float

    def share(self, fits: Callable[[str], bool]) -> float:
        """The share of the values that fit."""
        return sum(map(fits, self.values)) / len(self.values) if self.values else 0.0


@dataclass(frozen=True)
class Proposal:
    """A mapping file as text, and what it found: our name of each column to the file's."""

    text: str
    found: dict[str, str]
    header: bool = True
    """Whether the first line names columns; else only values could be looked at."""
    status: str = ""
    """The column that tells who is registered; empty: none was found."""
    secret: str = ""
    """The column that tells whose record is confidential; empty: none was found."""
    missing: tuple[str, ...] = ()
    """Columns that the file seems to lack, of those that matter most; without an id and a last name nothing goes."""
    columns: tuple[str, ...] = ()
    """What the file calls its columns; without a header `column 1`, `column 2`, ..."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The first records, for those who look at the proposal; they stay out of the text."""


def propose_mapping(beginning: Beginning, name: str, told: Mapping[str, str] | None = None) -> Proposal:
    """A mapping file for the file that begins so; `name` becomes the layout's.

    `told`: our names of columns and kinds of districts to the file's, by somebody who knows it, in place of guesses
    (a street address in parts: their names, joined by ` + `).
    """
    delimiter = beginning.delimiter(FileForm())
    rows = [row for row in beginning.rows(delimiter) if len(row) > 1] or beginning.rows(delimiter)
    header = _is_header(rows)
    names = rows[0] if header else [f"column {place}" for place, _ in enumerate(rows[0], 1)]
    columns = [_column(each, place, rows[header:]) for place, each in enumerate(names) if each.strip()]
    formats = _formats(columns)
    if told is None:
        found = _guesses(columns, PERSON_NAMES, formats, header)
    else:
        found = {ours: told[ours] for ours in PERSON_NAMES if told.get(ours)}
    left = [column for column in columns if column.name not in found.values()]
    if told is None:
        districts = _guesses(left, DISTRICT_NAMES, formats, header) if header else {}
    else:
        districts = {kind: column for kind, column in told.items() if kind not in PERSON_NAMES and column}
    parts = _street_parts(columns) if told is None else _told_parts(found, names)
    if told is None and parts and found.get("street_address", parts[0]) in parts:
        found["street_address"] = " + ".join(parts)
    missing = _missing(found)
    status = next((each for each in sorted(left, key=lambda each: each.name) if _tells_status(each)), None)
    secret = next((each for each in columns if SECRET_COLUMN.search(bare(each.name))), None)
    told_by = {each.name for each in (status, secret) if each is not None} | set(districts.values())
    lines = [
        "# A proposal, made from the names of the columns and the shapes of their values. Look through it before use;",
        "# the help page “Voter files: the mapping file” tells what each word means.",
        f"name = {_quoted(re.sub('[^a-z0-9]+', '-', name.casefold()).strip('-') or 'voters')}",
        f"title = {_quoted(name)}",
        f"dates = [{', '.join(_quoted(form) for form in formats)}]",
        "",
        "[file]",
        f"delimiter = {_quoted({mark: word for word, mark in DELIMITERS.items()}[delimiter])}",
        *([] if header else ["header = false", f"names = [{', '.join(map(_quoted, names))}]"]),
        "",
        *_person_lines(columns, found, formats, parts, told_by),
        *(f"# NOT FOUND: {each}. If the file has it, name its column." for each in missing if each not in NEEDED),
        *_status_lines(status),
        *_secret_lines(secret),
        *(["", "[districts]"] if districts else []),
        *(f"{kind} = {_quoted(column)}" for kind, column in districts.items()),
        *_other_district_lines([each for each in left if header and each.name not in districts.values()]),
        *_election_lines(columns),
    ]
    first = tuple(tuple(row) for row in rows[header : header + _SHOWN])
    return Proposal(
        "\n".join(lines) + "\n",
        found | districts,
        header,
        status.name if status else "",
        secret.name if secret else "",
        missing,
        tuple(names),
        first,
    )


def write_mapping(proposal: Proposal, path: Path) -> None:
    """Writes the mapping file; never over one that is there. Raises MappingNotWritten."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(proposal.text)
    except FileExistsError as error:
        raise MappingNotWritten(f"{path.name} is there already.", "Name a new file for the proposal.") from error
    except OSError as error:
        raise MappingNotWritten(
            f"{path.name} cannot be written: {error.strerror or error}.", "Name a file in another folder."
        ) from error


def _column(name: str, place: int, rows: Sequence[Sequence[str]]) -> _Column:
    values = [row[place].strip() for row in rows if place < len(row)]
    filled = tuple(value for value in values if value)
    return _Column(name.strip(), filled, len(filled) / max(1, len(values)))


def _is_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first line names columns: some known names, or words where the rows below have numbers."""
    known = {
        name
        for words in (*PERSON_NAMES.values(), *DISTRICT_NAMES.values(), STATUS_NAMES)
        for name in words.split()
    }
    names = [bare(name) for name in rows[0]]
    if sum(name in known for name in names) >= 2:
        return True
    numbers = [sum(NUMBER.fullmatch(field) is not None for field in row) for row in rows[:20]]
    return len(numbers) > 1 and numbers[0] == 0 and min(numbers[1:]) > 0


def _formats(columns: Sequence[_Column]) -> list[str]:
    """The ways in which the dates of the file are written; none for columns that one before it can read."""
    found: list[str] = []
    for column in columns:
        if not column.values or column.share(_fits("zip", ())) > _MOST or column.share(_fits("phone", ())) > _MOST:
            continue
        shares = {form: column.share(_reads(form)) for form in DATE_FORMATS}
        best = max(DATE_FORMATS, key=lambda form: shares[form])
        if shares[best] > _MOST and not any(shares[form] >= shares[best] for form in found):
            found.append(best)
    return found[:3] or list(DATE_FORMATS[:2])


def _reads(form: str) -> Callable[[str], bool]:
    return lambda text: read_date(text, (form,)) is not None


def _guesses(
    columns: Sequence[_Column], words: dict[str, str], formats: Sequence[str], header: bool
) -> dict[str, str]:
    """Our names to the names of the file's columns, the best guesses first, no column twice."""
    scored = sorted(
        (
            (-_score(column, ours, names.split(), formats, header), place, order, ours, column.name)
            for order, (ours, names) in enumerate(words.items())
            for place, column in enumerate(columns)
        ),
    )
    found: dict[str, str] = {}
    least = _LEAST if header else _LEAST_BY_VALUES
    for points, _, _, ours, theirs in scored:
        if -points >= least and ours not in found and theirs not in found.values():
            found[ours] = theirs
    return {ours: found[ours] for ours in words if ours in found}


def _score(column: _Column, ours: str, names: Sequence[str], formats: Sequence[str], header: bool) -> float:
    name = bare(column.name)
    points = 0.0
    if not header and ours not in TOLD_BY_VALUES:
        return points
    if header and name in names:
        points = _NAME - names.index(name) / 100
    elif header and any(len(each) > 4 and each in name for each in names) and "mail" not in name:
        points = _PART
    fitting = column.share(_fits(ours, formats))
    if ours == "id" or (not header and "name" in ours):
        fitting *= len(set(column.values)) / max(1, len(column.values)) * column.filled
    elif not header and len(set(column.values)) < 2:
        fitting = 0
    return points + (_VALUES * fitting if points or not header else 0)


def _fits(ours: str, formats: Sequence[str]) -> Callable[[str], bool]:
    if ours in {"birth_date", "registered"}:
        return lambda text: len(text) > 4 and read_date(text, formats) is not None
    pattern = re.compile(VALUE_SHAPES.get(ours, ".*"), re.IGNORECASE)
    return lambda text: pattern.fullmatch(text) is not None


def _missing(found: Collection[str]) -> tuple[str, ...]:
    """What matters most and was not found."""
    return tuple(" or ".join(names) for names in _WORTH_MOST if not any(name in found for name in names))


def _other_district_lines(columns: Sequence[_Column]) -> Iterator[str]:
    """What may be chosen by without being named in the mapping file."""
    kinds = {kind.kind: each.name for each in columns if (kind := district_named(folded(each.name)))}
    if kinds:
        yield ""
        told = ", ".join(f"{kind} ({name})" for kind, name in kinds.items())
        yield f"# Districts that may be chosen by as they are (--district KIND=CODE): {told}"


def _person_lines(
    columns: Sequence[_Column],
    found: dict[str, str],
    formats: Sequence[str],
    parts: Sequence[str],
    told_by: Collection[str],
) -> Iterator[str]:
    """`told_by`: columns that serve for something else than the person."""
    by_name = {column.name: column for column in columns}
    yield "[columns]"
    for ours in PERSON_NAMES:
        if ours == "street_address" and found.get(ours) == " + ".join(parts) and parts:
            yield f"street_address = [{', '.join(map(_quoted, parts))}]"
        elif ours in found:
            share = by_name[found[ours]].share(_fits(ours, formats))
            told = (
                f"  # {share * 100:.0f} % of the first values look like it"
                if ours in VALUE_SHAPES or "date" in ours
                else ""
            )
            yield f"{ours} = {_quoted(found[ours])}{told}"
        elif ours in {"id", "last_name"}:
            yield f'{ours} = ""  # NOT FOUND: write here the name of the column'
    rest = [column.name for column in columns if column.name not in {*found.values(), *parts, *told_by}]
    if rest:
        yield f"# not used: {', '.join(rest[:80])}"


def _street_parts(columns: Sequence[_Column]) -> list[str]:
    """The columns of an address that is written in parts, if there are those of a number and a street."""
    parts = [
        next((each.name for each in columns if bare(each.name) in words.split()), "") for words in STREET_PARTS
    ]
    return [part for part in parts if part] if parts[HOUSE] and parts[STREET] else []


def _told_parts(found: Mapping[str, str], names: Collection[str]) -> list[str]:
    """The columns of an address that somebody has told in parts."""
    address = found.get("street_address", "")
    return address.split(" + ") if address and address not in names else []


def _codes(column: _Column) -> list[str]:
    return sorted({value.upper() for value in column.values})


def _tells_status(column: _Column) -> bool:
    """Whether the column tells who is registered."""
    return bare(column.name) in STATUS_NAMES.split() and len(_codes(column)) <= _MAX_STATUSES


def _status_lines(column: _Column | None) -> Iterator[str]:
    yield ""
    if column is None:
        yield "# No column tells who is registered. If one does, name it: [status] column = ..., kept = [...]"
        return
    codes = _codes(column)
    kept = [code for code in codes if KEPT_STATUS.fullmatch(code)]
    others = [code for code in codes if code not in kept]
    yield "[status]  # who is registered; any status that is not named here keeps a record out"
    yield f"column = {_quoted(column.name)}"
    yield f"kept = [{', '.join(map(_quoted, kept or ['ACTIVE', 'A']))}]"
    if others:
        yield f"dropped = {{ other = [{', '.join(map(_quoted, others))}] }}"


def _secret_lines(column: _Column | None) -> Iterator[str]:
    yield ""
    if column is None:
        yield "# No column tells whose record is confidential. If one does, name it:"
        yield '# [confidential] column = ..., values = ["Y"]'
        return
    yield "[confidential]  # whose record never gets into an extract"
    yield f"column = {_quoted(column.name)}"
    yield 'values = ["Y", "YES", "TRUE", "T", "1", "X"]'


def _election_lines(columns: Sequence[_Column]) -> Iterator[str]:
    names = [folded(column.name) for column in columns]
    patterns = [each for each in ELECTION_PATTERNS if any(re.fullmatch(each, name) for name in names)]
    if patterns:
        yield ""
        yield "[election_columns]  # one column for each general election"
        yield f"general = [{', '.join(map(_literal, patterns))}]"


def _quoted(text: str) -> str:
    """A text as TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(letter if letter.isprintable() else " " for letter in escaped) + '"'


def _literal(text: str) -> str:
    return f"'{text}'"
