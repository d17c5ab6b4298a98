"""From the files into columns: loads the records that are wanted, and makes clean `Voters` of them.

Values stay as the file writes them until here; then each distinct one is cleaned once.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.addresses import has_text
from f2f_desktop.voterfile.cleaning import (
    clean_sex,
    clean_text,
    clean_zip,
    read_age,
    read_birth_year,
    read_date,
    same_code,
)
from f2f_desktop.voterfile.columns import COLUMNS, ID
from f2f_desktop.voterfile.cores import gathered, on_every_core
from f2f_desktop.voterfile.errors import ColumnUnknown
from f2f_desktop.voterfile.forms import bare
from f2f_desktop.voterfile.frequency import Turnout, turnout
from f2f_desktop.voterfile.layout import Layout, Source
from f2f_desktop.voterfile.ordering import repeated
from f2f_desktop.voterfile.scanning import FileColumns
from f2f_desktop.voterfile.stages import standing, steps
from f2f_desktop.voterfile.table import Table
from f2f_desktop.voterfile.uses import REQUIRED
from f2f_desktop.voterfile.voters import DISTRICT_KINDS, TEXT_COLUMNS, Voters

_CLEANERS: Mapping[str, Callable[[str], str]] = {"zip": clean_zip, "sex": clean_sex}
ALL_DISTRICTS = "districts"
"""Stands in a list of columns for every kind of district that is in an extract where nothing is listed."""
_TIME_COLUMNS = ("birth_year", "birth_date", "age", "registered")
"""Columns that are read for the year of birth and for voter frequency; only the results go on."""
_TURNOUT_COLUMNS = ("frequency", "votes_cast", "votes_possible")
_YEAR = 365.2425
"""Days of a year."""
_FIRST_DAY = date(1920, 1, 1).toordinal()
"""Registrations before are dates that stand for no date."""
_YOUNGEST = 16
"""Years of age at which the youngest register."""
_FEW = 0.01
"""Share of people who registered younger, as their file says: slips."""


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


def allowed_columns(layout: Layout, asked: Collection[str] | None) -> set[str] | None:
    """The columns and kinds of districts that are asked for, as they are called here; None: all usual ones.

    Raises ColumnUnknown where the layout has no such column.
    """
    if asked is None:
        return None
    kinds = {bare(kind): kind for kind in (*DISTRICT_KINDS, *layout.kinds)}
    allowed: set[str] = set()
    unknown = []
    for name in asked:
        if name == ALL_DISTRICTS:
            allowed |= layout.districts.keys()
        elif name in (ID, *COLUMNS):
            allowed.add(name)
        elif bare(name) in kinds:
            allowed.add(kinds[bare(name)])
        else:
            unknown.append(name)
    if unknown:
        raise ColumnUnknown(
            ", ".join(unknown), ", ".join(dict.fromkeys((*COLUMNS, ALL_DISTRICTS, *kinds.values())))
        )
    return allowed


def wanted_columns(layout: Layout, allowed: Collection[str] | None, with_history: bool) -> Wanted:
    """What to load for an extract that may hold the columns (and kinds of districts) in `allowed`; None: all.

    Names are always in: without them nobody can be matched.
    """
    every = [*TEXT_COLUMNS, "phone", "birth_year", *_TURNOUT_COLUMNS, *layout.districts]
    chosen = set(every if allowed is None else allowed) | set(REQUIRED)
    needed = set(chosen)
    if "birth_year" in chosen or with_history:
        needed |= set(_TIME_COLUMNS)
    names = [name for name in (*TEXT_COLUMNS, *_TIME_COLUMNS) if name in needed and name in layout.columns]
    return Wanted(
        {name: layout.columns[name] for name in names},
        {kind: source for kind, source in (layout.districts | layout.more_districts).items() if kind in chosen},
        chosen,
        layout.values,
    )


def voters_of(
    table: Table,
    wanted: Wanted,
    formats: Sequence[str],
    elections: Sequence[date],
    today: date,
    progress: Progress,
) -> tuple[Voters, int]:
    """The voters in the table, and how many records were left out because their id occurs before.

    With `elections` (newest first), voter frequency is computed from their votes.
    """
    progress(0, 1)
    registered = table.days("registered", formats)
    progress(0, 1)
    years = _birth_years(table, formats, registered, today)
    rows = one_per_id(table.ids, registered, progress)
    named = {name: name for name in TEXT_COLUMNS if name in wanted.sources and name in wanted.allowed}
    placed = {kind: f"district_{place}" for place, kind in enumerate(wanted.districts)}
    works = [
        partial(table.text, name, wanted.cleaner(ours), rows) for ours, name in [*named.items(), *placed.items()]
    ]
    columns = on_every_core(works, progress)
    texts = dict(zip(named, columns[: len(named)], strict=True))
    districts = dict(zip(placed, columns[len(named) :], strict=True))
    numbers: dict[str, NDArray[np.integer]] = {"birth_year": years[rows], "phone": table.phones[rows]}
    if elections and len(rows):
        parts = [rows[part] for part in steps(len(rows), no_progress)]
        result = on_every_core(
            [partial(_turnout, part, table.voted, elections, years, registered) for part in parts],
            standing(progress, 1, 1),
        )
        numbers |= {
            "frequency": np.concatenate([each.frequency for each in result]),
            "votes_cast": np.concatenate([each.cast for each in result]),
            "votes_possible": np.concatenate([each.possible for each in result]),
        }
    voters = Voters(
        gathered(table.ids, rows, standing(progress, 1, 1)),
        {name: column for name, column in texts.items() if has_text(column)},
        {name: column for name, column in numbers.items() if name in wanted.allowed and column.any()},
        {kind: column for kind, column in districts.items() if column.codes.any()},
    )
    return voters, len(table.ids) - len(rows)


def _turnout(
    rows: NDArray[np.intp],
    voted: NDArray[np.uint32],
    elections: Sequence[date],
    years: NDArray[np.int16],
    registered: NDArray[np.int64],
) -> Turnout:
    return turnout(voted[rows], elections, years[rows], registered[rows])


def stored(wanted: Wanted) -> dict[str, Source]:
    """The names of the text columns in the table: districts may be called anything, so they are numbered."""
    districts = {f"district_{place}": source for place, source in enumerate(wanted.districts.values())}
    return dict(wanted.sources) | districts


def phone_number(columns: FileColumns, layout: Layout) -> str:
    """SQL for the ten digits of a phone number as a number, 0 where it has no ten or cannot be a US number."""
    text = f"regexp_replace({columns.text(layout.columns.get('phone'))}, '(EXT|X).*', '')"
    digits = f"regexp_replace(regexp_replace({text}, '[^0-9]', '', 'g'), '^1([0-9]{{10}})$', '\\1')"
    return (
        f"CASE WHEN regexp_full_match({digits}, '[2-9][0-9]{{2}}[2-9][0-9]{{6}}')"
        f" THEN CAST({digits} AS BIGINT) ELSE 0 END"
    )


def _birth_years(
    table: Table, formats: Sequence[str], registered: NDArray[np.int64], today: date
) -> NDArray[np.int16]:
    """The year of birth per row: as given, or from the date, or from the age when the file was made."""
    ages = table.spread("age", lambda text: read_age(text) or 0)
    made = _year_of_ages(ages, registered, today)

    def year_of_date(text: str) -> int:
        day = read_date(text, formats)
        return read_birth_year(str(day.year) if day else text, today.year)

    given = table.spread("birth_year", lambda text: read_birth_year(text, today.year))
    dated = table.spread("birth_date", year_of_date)
    aged = np.where(ages > 0, made - ages, 0)
    years: NDArray[np.int64] = np.where(given > 0, given, np.where(dated > 0, dated, aged))
    return years.astype(np.int16)


def _year_of_ages(ages: NDArray[np.int64], registered: NDArray[np.int64], today: date) -> int:
    """The year in which a file's `ages` were right; `registered` is in days, 0 unknown.

    It is this year, unless the ages show that the file is old: hardly anybody registers before 16, and many do soon
    after. Then it is the year of the newest registration. That alone shows nothing: a list may have been chosen by it.
    """
    days = registered[(registered > 0) & (registered <= today.toordinal())]
    newest = date.fromordinal(int(days.max())).year if len(days) else today.year
    told = (ages > 0) & (registered > _FIRST_DAY) & (registered <= today.toordinal())
    if newest == today.year or not told.any():
        return today.year
    years, then = (registered[told] / _YEAR).astype(np.int64) + 1, ages[told]

    def too_young(made: int) -> float:
        return float(np.mean(years - (made - then) < _YOUNGEST))

    return newest if too_young(newest) <= _FEW < too_young(today.year) else today.year


def one_per_id(
    ids: NDArray[np.bytes_], registered: NDArray[np.int64], progress: Progress = no_progress
) -> NDArray[np.intp]:
    """The rows to keep: of several with one id, that of the latest registration, else the first."""
    again = repeated(ids, progress)
    if not again.any():
        return np.arange(len(ids))
    rows = np.flatnonzero(again)
    order = rows[np.lexsort((rows, -registered[rows], ids[rows]))]
    first = np.ones(len(order), np.bool_)
    first[1:] = ids[order][1:] != ids[order][:-1]
    again[order[first]] = False
    return np.flatnonzero(~again)
