"""From the files into columns: loads the records that are wanted, and makes clean `Voters` of them.

Values stay as the file writes them until here; then each distinct one is cleaned once.
"""
# ruff: noqa: S608 - a text of the user gets into a statement through `literal` alone

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress
from f2f_desktop.voterfile.cleaning import (
    clean_sex,
    clean_text,
    clean_zip,
    read_age,
    read_birth_year,
    read_date,
    same_code,
)
from f2f_desktop.voterfile.districts import Chosen
from f2f_desktop.voterfile.frequency import turnout
from f2f_desktop.voterfile.layout import Layout, Source
from f2f_desktop.voterfile.scanning import Database, FileColumns, Scan, among, literal
from f2f_desktop.voterfile.screening import KEPT, reason_to_drop
from f2f_desktop.voterfile.voters import TEXT_COLUMNS, TextColumn, Voters

_CLEANERS: Mapping[str, Callable[[str], str]] = {"zip": clean_zip, "sex": clean_sex}
_TIME_COLUMNS = ("birth_year", "birth_date", "age", "registered")
"""Columns that are read for the year of birth and for voter frequency; only the results go on."""
_TURNOUT_COLUMNS = ("frequency", "votes_cast", "votes_possible")


@dataclass(frozen=True)
class Wanted:
    """The columns of the table `kept`, in order: what the layout says of each text, and what may go on."""

    sources: Mapping[str, Source]
    """Text columns and columns of dates, by our names."""
    districts: Mapping[str, Source]
    allowed: Collection[str]
    values: Mapping[str, Mapping[str, str]]
    """What the layout says that values of a column, or codes of a kind of district, mean."""

    def cleaner(self, name: str) -> Callable[[str], str]:
        """What makes a clean value of a raw one in this column."""
        clean = _CLEANERS.get(name, clean_text)
        meant = {same_code(text): meaning for text, meaning in self.values.get(name, {}).items()}
        return (lambda text: clean(meant.get(same_code(text), text))) if meant else clean


def wanted_columns(layout: Layout, allowed: Collection[str] | None, with_history: bool) -> Wanted:
    """What to load for an extract that may hold the columns (and kinds of districts) in `allowed`; None: all."""
    every = [*TEXT_COLUMNS, "phone", "birth_year", *_TURNOUT_COLUMNS, *layout.districts]
    chosen = set(every if allowed is None else allowed)
    needed = set(chosen)
    if "birth_year" in chosen or with_history:
        needed |= set(_TIME_COLUMNS)
    names = [name for name in (*TEXT_COLUMNS, *_TIME_COLUMNS) if name in needed and name in layout.columns]
    return Wanted(
        {name: layout.columns[name] for name in names},
        {kind: source for kind, source in layout.districts.items() if kind in chosen},
        chosen,
        layout.values,
    )


def create_kept(database: Database, wanted: Wanted, progress: Progress) -> None:
    """Makes the empty table `kept`."""
    names = ["id VARCHAR", "phone BIGINT", *(f"{name} VARCHAR" for name in _stored(wanted))]
    database.execute(f"CREATE TABLE kept ({', '.join(names)})", progress)


def load_kept(
    database: Database,
    layout: Layout,
    scan: Scan,
    wanted: Wanted,
    chosen: Mapping[str, Chosen],
    progress: Progress,
) -> None:
    """Loads the records of one file that are not dropped and live in the chosen districts."""
    columns = scan.columns
    conditions = [f"{reason_to_drop(layout, columns)} = {literal(KEPT)}"]
    for kind, texts in chosen.items():
        code, other = columns.text(layout.kinds[kind]), columns.text(layout.also.get(kind))
        conditions.append(f"({among(code, texts.codes)} OR {among(other, texts.others)})")
    values = [
        columns.text(layout.columns["id"]),
        _phone(columns, layout) if "phone" in wanted.allowed else "0",
        *(columns.text(source) for source in _stored(wanted).values()),
    ]
    database.execute(
        f"INSERT INTO kept SELECT {', '.join(values)} FROM {scan.relation} WHERE {' AND '.join(conditions)}",
        progress,
    )


def voters_of(
    database: Database,
    wanted: Wanted,
    formats: Sequence[str],
    elections: Sequence[date],
    today: date,
    progress: Progress,
) -> tuple[Voters, int]:
    """The voters in the table `kept`, and how many records were left out because their id occurs before.

    With `elections` (newest first), voter frequency is computed from the table `votes`.
    """
    table = _Table(database, wanted, bool(elections), progress)
    registered = table.days("registered", formats)
    years = _birth_years(table, formats, registered, today)
    rows = _one_per_id(table.ids, registered)
    texts = {name: table.text(name, wanted.cleaner(name), rows) for name in TEXT_COLUMNS if name in wanted.sources}
    districts = {
        kind: table.text(f"district_{place}", wanted.cleaner(kind), rows)
        for place, kind in enumerate(wanted.districts)
    }
    numbers: dict[str, NDArray[np.integer]] = {"birth_year": years[rows], "phone": table.phones[rows]}
    if elections:
        result = turnout(table.voted[rows], elections, years[rows], registered[rows])
        numbers |= {"frequency": result.frequency, "votes_cast": result.cast, "votes_possible": result.possible}
    voters = Voters(
        table.ids[rows],
        {name: column for name, column in texts.items() if name in wanted.allowed and len(column.values) > 1},
        {name: column for name, column in numbers.items() if name in wanted.allowed and column.any()},
        {kind: column for kind, column in districts.items() if len(column.values) > 1},
    )
    return voters, len(table.ids) - len(rows)


def _stored(wanted: Wanted) -> dict[str, Source]:
    """The names of the text columns in the table: districts may be called anything, so they are numbered."""
    districts = {f"district_{place}": source for place, source in enumerate(wanted.districts.values())}
    return dict(wanted.sources) | districts


def _phone(columns: FileColumns, layout: Layout) -> str:
    """SQL for the ten digits of a phone number as a number, 0 where it has no ten or cannot be a US number."""
    text = f"regexp_replace({columns.text(layout.columns.get('phone'))}, '(EXT|X).*', '')"
    digits = f"regexp_replace(regexp_replace({text}, '[^0-9]', '', 'g'), '^1([0-9]{{10}})$', '\\1')"
    return (
        f"CASE WHEN regexp_full_match({digits}, '[2-9][0-9]{{2}}[2-9][0-9]{{6}}')"
        f" THEN CAST({digits} AS BIGINT) ELSE 0 END"
    )


class _Table:
    """The table `kept` as arrays: codes into the distinct raw values of each column."""

    def __init__(self, database: Database, wanted: Wanted, with_votes: bool, progress: Progress) -> None:
        names = list(_stored(wanted))
        self._values: dict[str, list[str]] = {}
        for name in names:
            database.execute(
                f"CREATE TYPE values_{name} AS ENUM (SELECT DISTINCT {name} FROM kept ORDER BY 1)", progress
            )
            listed = database.arrays(f"SELECT unnest(enum_range(NULL::values_{name})) AS value", progress)
            self._values[name] = [str(value) for value in listed["value"]]
        codes = [f"enum_code({name}::values_{name}) AS {name}" for name in names]
        voted = ["coalesce(voted, 0)::UINTEGER AS voted"] if with_votes else []
        join = " LEFT JOIN votes USING (id)" if with_votes else ""
        arrays = database.arrays(f"SELECT {', '.join(['id', 'phone', *codes, *voted])} FROM kept{join}", progress)
        self._codes: dict[str, NDArray[np.integer]] = {name: np.asarray(arrays[name]) for name in names}
        self.ids: NDArray[np.bytes_] = np.array([voter_id.encode() for voter_id in arrays["id"]], dtype=np.bytes_)
        self.phones: NDArray[np.int64] = np.asarray(arrays["phone"], np.int64)
        self.voted: NDArray[np.uint32] = np.asarray(arrays["voted"] if with_votes else [], np.uint32)

    def text(self, name: str, clean: Callable[[str], str], rows: NDArray[np.intp]) -> TextColumn:
        """A text column of the given rows, every distinct value cleaned."""
        column = TextColumn.encode([clean(value) for value in self._values[name]])
        codes = column.codes[self._codes[name][rows]] if len(rows) else np.zeros(0, np.uint32)
        return TextColumn(codes, column.values)

    def spread(self, name: str, read: Callable[[str], int]) -> NDArray[np.int64]:
        """A number per row, read from each distinct value once; 0 where there is no such column."""
        if name not in self._codes or not len(self.ids):
            return np.zeros(len(self.ids), np.int64)
        numbers: NDArray[np.int64] = np.array([read(value) for value in self._values[name]], np.int64)
        return np.take(numbers, self._codes[name])

    def days(self, name: str, formats: Sequence[str]) -> NDArray[np.int64]:
        """A date per row as `date.toordinal()`; 0 where it is none."""

        def ordinal(text: str) -> int:
            day = read_date(text, formats)
            return day.toordinal() if day else 0

        return self.spread(name, ordinal)


def _birth_years(
    table: _Table, formats: Sequence[str], registered: NDArray[np.int64], today: date
) -> NDArray[np.int16]:
    """The year of birth per row: as given, or from the date, or from the age when the file was made.

    A file was made in the year of its newest registration, or in the year of `today` if it shows none.
    """
    days = registered[(registered > 0) & (registered <= today.toordinal())]
    made = date.fromordinal(int(days.max())).year if len(days) else today.year

    def year_of_date(text: str) -> int:
        day = read_date(text, formats)
        return read_birth_year(str(day.year) if day else text, today.year)

    given = table.spread("birth_year", lambda text: read_birth_year(text, today.year))
    dated = table.spread("birth_date", year_of_date)
    aged = table.spread("age", lambda text: made - age if (age := read_age(text)) else 0)
    years: NDArray[np.int64] = np.where(given > 0, given, np.where(dated > 0, dated, aged))
    return years.astype(np.int16)


def _one_per_id(ids: NDArray[np.bytes_], registered: NDArray[np.int64]) -> NDArray[np.intp]:
    """The rows to keep: of several with one id, that of the latest registration, else the first."""
    order = np.lexsort((np.arange(len(ids)), -registered, ids))
    first = np.ones(len(ids), np.bool_)
    first[1:] = ids[order][1:] != ids[order][:-1]
    return np.sort(order[first])
