"""Answers SQL about the columns of an encoded file by asking about the few distinct values, not about every row.

What a layout says of a file is SQL over the columns c0, c1, ... (see `scanning`). Over an encoded file, SQL that looks
at one column is worked out once for each of its values, SQL that looks at several once for each combination that
occurs, and the answers are spread over the rows by code. SQL that looks at ids, which are as many as the rows, may
look at nothing else.
"""
# ruff: noqa: S608 - names of tables and columns are made here; texts stand in tables

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.cores import on_every_core, threads
from f2f_desktop.voterfile.encoding import Codes, Rows, Wish, decoded_values
from f2f_desktop.voterfile.scanning import Database, FileColumns, literal
from f2f_desktop.voterfile.stages import standing, steps

_TEXT = re.compile(r"'(?:[^']|'')*'")
_COLUMN = re.compile(r"\bc([0-9]+)\b")
_LF = 10
_FEW = 1 << 22
"""Combinations of codes up to which there is a table of all of them."""


@dataclass(frozen=True)
class Spread:
    """The answers to a question about n rows: a code per row into a list of answers, some of which may be equal."""

    codes: Codes
    answers: Sequence[object]

    def rows(self, answers: Collection[object]) -> NDArray[np.bool_]:
        """The rows whose answer is one of these."""
        chosen = np.array([answer in answers for answer in self.answers], np.bool_)
        picked: NDArray[np.bool_] = chosen[self.codes]
        return picked


def places_in(sql: str) -> tuple[int, ...]:
    """The places of the columns that SQL looks at."""
    return tuple(sorted({int(place) for place in _COLUMN.findall(_TEXT.sub("''", sql))}))


def conjuncts(sql: str) -> list[str]:
    """The parts of a condition that `AND` joins at its outermost level; the whole where that is not plain to see."""
    bare = _TEXT.sub(lambda found: "'" + "x" * (len(found[0]) - 2) + "'", sql)
    if "CASE " in bare or " BETWEEN " in bare:
        return [sql]
    depth, begin, parts = 0, 0, []
    for place, letter in enumerate(bare):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and letter == " ":
            if bare.startswith(" OR ", place):
                return [sql]
            if bare.startswith(" AND ", place):
                parts.append(sql[begin:place])
                begin = place + len(" AND ")
    return [*parts, sql[begin:]]


def wish_for(
    conditions: Sequence[str], texts: Sequence[str], voter_id: str, phone: str, address: str
) -> Wish | None:
    """Which columns to read so that all can be answered; None where that cannot be done in this way.

    All is SQL; `phone` and `address` are empty where they are not wanted. A column that serves for the phone alone,
    or for the address and for conditions alone, is read in the way that suits it.
    """
    own = places_in(voter_id)
    conditions = [part for condition in conditions for part in conjuncts(condition)]
    seen = [*map(places_in, conditions), *(places_in(sql) for sql in (*texts, phone, address))]
    if len(own) != 1 or any(own[0] in places and len(places) > 1 for places in seen):
        return None
    if any(own[0] in places_in(sql) for sql in (*texts, phone, address)):
        return None
    of_texts = {place for sql in texts for place in places_in(sql)}
    of_conditions = {place for sql in conditions for place in places_in(sql)}
    numbers, streets = places_in(phone), places_in(address)
    return Wish(
        own[0],
        tuple(sorted({place for places in seen for place in places} - set(own))),
        numbers[0] if len(numbers) == 1 and not set(numbers) & (of_texts | of_conditions | set(streets)) else None,
        streets[0] if len(streets) == 1 and not set(streets) & (of_texts | set(numbers)) else None,
    )


class EncodedFile:
    """A file's rows, and the answers to questions about them."""

    def __init__(
        self,
        database: Database,
        columns: FileColumns,
        rows: Rows,
        wish: Wish,
        quoting: bool,
        voter_id: str,
        folder: Path,
    ) -> None:
        """`voter_id` is SQL for the id; the ids of `rows` are what it gives."""
        self._database = database
        self._quoting = quoting
        self._folder = folder
        self._id = voter_id
        self._tables: dict[int, str] = {}
        self._answered: dict[str, Spread] = {}
        self.columns = columns
        self.rows = rows
        self.wish = wish

    def ask(self, sql: str, progress: Progress = no_progress) -> Spread:
        """The answers to one question in SQL."""
        found = self._answered.get(sql)
        if found is None:
            found = self._answered[sql] = self._ask(sql, progress)
        return found

    def holds(self, condition: str, progress: Progress = no_progress) -> NDArray[np.bool_]:
        """The rows for which a condition holds."""
        holding = np.ones(len(self.rows), np.bool_)
        for part in conjuncts(condition):
            if places_in(part) == (self.wish.id,):
                holding &= self._of_ids(part, progress)
            else:
                holding &= self.ask(part, progress).rows((True,))
        return holding

    def groups(self, reasons: Codes, names: Sequence[str], asked: Sequence[str]) -> Counter[tuple[str, ...]]:
        """How many rows have the same reason (a code into `names`) and the same answers to all that is asked."""
        return _grouped([Spread(reasons, names), *(self.ask(sql) for sql in asked)])

    def counted(self, asked: Sequence[str], rows: NDArray[np.intp]) -> Counter[tuple[str, ...]]:
        """How many of some rows have the same answers to all that is asked."""
        spreads = [self.ask(sql) for sql in asked]
        return _grouped([Spread(spread.codes[rows], spread.answers) for spread in spreads])

    def crossed(self, asked: Sequence[str], rows: NDArray[np.intp], most: int) -> Counter[tuple[str, ...]] | None:
        """As `counted`; None where there are more than `most` different answers."""
        spreads = [self.ask(sql) for sql in asked]
        return _grouped([Spread(spread.codes[rows], spread.answers) for spread in spreads], most)

    def _ask(self, sql: str, progress: Progress) -> Spread:
        places = places_in(sql)
        if not places:
            ((answer,),) = self._database.rows(f"SELECT {sql}", no_progress)
            return Spread(np.zeros(len(self.rows), np.uint8), [answer])
        if len(places) == 1:
            (place,) = places
            answers = self._database.arrays(f"SELECT {sql} AS answer FROM {self._table(place)}", progress)[
                "answer"
            ]
            return Spread(self.rows.columns[place].codes, answers.tolist())
        columns = [self.rows.columns[place] for place in places]
        firsts, codes, _ = _combinations([column.codes for column in columns])
        table = {
            f"c{place}": np.array(self._texts(place), object)[column.codes[firsts]]
            for place, column in zip(places, columns, strict=True)
        }
        self._database.give("combinations", table)
        answers = self._database.arrays(f"SELECT {sql} AS answer FROM combinations", progress)["answer"]
        return Spread(codes.astype(np.uint32), answers.tolist())

    def _texts(self, place: int) -> list[str]:
        """The distinct texts of a column; before streets stands a house number."""
        column = self.rows.columns[place]
        texts = list(decoded_values(column.values, self._quoting))
        if column.numbered:
            texts[column.numbered :] = [f"1 {text}" for text in texts[column.numbered :]]
        return texts

    def _table(self, place: int) -> str:
        """The table with the distinct values of a column, in their order."""
        name = self._tables.get(place)
        if name is None:
            name = self._tables[place] = f"values_{id(self)}_{place}"
            self._database.give("given", {f"c{place}": np.array(self._texts(place), object)})
            self._database.execute(f"CREATE TABLE {name} AS SELECT * FROM given", no_progress)
        return name

    def _of_ids(self, sql: str, progress: Progress) -> NDArray[np.bool_]:
        if not len(self.rows):
            return np.zeros(0, np.bool_)
        name = self._tables.get(self.wish.id)
        if name is None:
            name = self._tables[self.wish.id] = f"values_{id(self)}_id"
            load_ids(self._database, self.rows.ids, name, f"c{self.wish.id}", self._folder, progress)
        sql = sql.replace(self._id, f"c{self.wish.id}")
        holding = self._database.arrays(f"SELECT coalesce({sql}, false) AS holds FROM {name}", progress)["holds"]
        return np.asarray(holding, np.bool_)

    def forget(self) -> None:
        """Gives back the memory of what is not needed any more."""
        for name in self._tables.values():
            self._database.execute(f"DROP TABLE {name}", no_progress)
        self._tables.clear()
        self._answered.clear()

    @cached_property
    def size(self) -> int:
        """The number of rows."""
        return len(self.rows)


def load_ids(
    database: Database, ids: NDArray[np.bytes_], table: str, column: str, folder: Path, progress: Progress
) -> None:
    """Makes a table of ids in their order. They go through a file, which takes a tenth of the time of any other way."""
    path = folder / f"{table}.ids"
    parts = list(steps(len(ids), no_progress))
    with path.open("xb") as file:
        for begin in range(0, len(parts), threads()):
            works = [partial(_lines, ids[part]) for part in parts[begin : begin + threads()]]
            file.writelines(on_every_core(works, progress))
    database.execute(
        f"CREATE TABLE {table} AS SELECT coalesce(id, '') AS {column} FROM read_csv({literal(str(path))},"
        " auto_detect = false, header = false, delim = '\x1f', quote = '', escape = '', nullstr = '',"
        " columns = {id: 'VARCHAR'})",
        progress,
    )
    path.unlink()


def _lines(ids: NDArray[np.bytes_]) -> bytes:
    """One id a line."""
    width = ids.dtype.itemsize
    lines = np.full((len(ids), width + 1), _LF, np.uint8)
    lines[:, :width] = ids.view(np.uint8).reshape(-1, width)
    content: bytes = lines[lines != 0].tobytes()
    return content


@overload
def _grouped(spreads: Sequence[Spread]) -> Counter[tuple[str, ...]]: ...


@overload
def _grouped(spreads: Sequence[Spread], most: int) -> Counter[tuple[str, ...]] | None: ...


def _grouped(spreads: Sequence[Spread], most: int | None = None) -> Counter[tuple[str, ...]] | None:
    """How many rows have the same answers; None where there are more than `most` different ones."""
    firsts, _, counts = _combinations([spread.codes for spread in spreads])
    if most is not None and len(firsts) > most:
        return None
    groups: Counter[tuple[str, ...]] = Counter()
    for row, count in zip(firsts.tolist(), counts.tolist(), strict=True):
        groups[tuple(str(spread.answers[int(spread.codes[row])]) for spread in spreads)] += count
    return groups


def _combinations(
    columns: Sequence[Codes],
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """A row of each combination of codes that occurs, per row the number of its combination, and how many have it."""
    together = columns[0].astype(np.int64)
    for column in columns[1:]:
        several = int(column.max(initial=0)) + 1
        if int(together.max(initial=0)) >= (1 << 62) // several:
            together = np.unique(together, return_inverse=True)[1].astype(np.int64)
        together = together * several + column
    several = int(together.max(initial=0)) + 1
    if several > _FEW:
        _, firsts, codes, counts = np.unique(together, return_index=True, return_inverse=True, return_counts=True)
        return firsts, codes, counts
    # Few combinations are counted in a twentieth of the time that sorting takes.
    counts = np.bincount(together, minlength=several)
    occurring = np.flatnonzero(counts)
    numbers, firsts = np.zeros(several, np.intp), np.zeros(several, np.intp)
    numbers[occurring] = np.arange(len(occurring))
    firsts[together] = np.arange(len(together))
    return firsts[occurring], numbers[together], counts[occurring]


def reasons_of(
    file: EncodedFile, cases: Sequence[tuple[str, str]], kept: str, progress: Progress
) -> tuple[NDArray[np.uint8], list[str]]:
    """Per row a code into the reasons why it is dropped; code 0 is `kept`. The first case that holds decides."""
    names = [kept, *dict.fromkeys(reason for _, reason in cases)]
    codes = {name: code for code, name in enumerate(names)}
    reasons = np.zeros(len(file.rows), np.uint8)
    for done, (condition, reason) in enumerate(cases):
        progress(done, len(cases))
        fresh = file.holds(condition, standing(progress, done, len(cases))) & (reasons == 0)
        reasons[fresh] = codes[reason]
    return reasons, names
