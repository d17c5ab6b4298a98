"""The records that are wanted, by column: codes into the distinct texts of the files, whichever way they were read."""
# ruff: noqa: S608 - names of tables and columns are made here

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress
from f2f_desktop.voterfile.addresses import Addresses, split_house
from f2f_desktop.voterfile.cleaning import read_date
from f2f_desktop.voterfile.cores import gathered
from f2f_desktop.voterfile.distinct import EncodedFile
from f2f_desktop.voterfile.scanning import Database
from f2f_desktop.voterfile.stages import standing
from f2f_desktop.voterfile.voters import TextColumn

ADDRESS = "street_address"


@dataclass
class Values:
    """A column: codes into texts."""

    codes: NDArray[np.integer]
    texts: Sequence[str]


@dataclass
class Table:
    """n records."""

    ids: NDArray[np.bytes_]
    phones: NDArray[np.int64]
    columns: dict[str, Values]
    voted: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, np.uint32))
    """Bit i is set for who voted in election i; empty without a history."""
    houses: NDArray[np.int32] | None = None
    """Where not None: the house numbers; before the streets behind them stands `1 ` in the column of addresses."""

    def text(self, name: str, clean: Callable[[str], str], rows: NDArray[np.intp]) -> TextColumn:
        """A text column of the given rows, every distinct value cleaned."""
        column = self.columns[name]
        if name == ADDRESS and self.houses is not None:
            return self._addresses(column, self.houses, clean, rows)
        cleaned = TextColumn.encode([clean(text) for text in column.texts])
        return TextColumn(_spread(cleaned.codes, column.codes, rows), cleaned.values)

    def _addresses(
        self, column: Values, houses: NDArray[np.int32], clean: Callable[[str], str], rows: NDArray[np.intp]
    ) -> TextColumn:
        split = [split_house(clean(text)) for text in column.texts]
        streets = TextColumn.encode([street for _, street in split])
        codes = _spread(streets.codes, column.codes, rows)
        own = _spread(np.array([house for house, _ in split], np.int64), column.codes, rows)
        numbered = (houses[rows] > 0) & (own == 1)
        numbers = np.where(numbered, houses[rows], own)
        # A house number behind which nothing is left is the whole address.
        alone = np.flatnonzero((houses[rows] > 0) & (own != 1))
        if not len(alone):
            return Addresses(numbers, TextColumn(codes, streets.values))
        values = [*streets.values, *dict.fromkeys(str(house) for house in houses[rows][alone].tolist())]
        places = {value: place for place, value in reversed(list(enumerate(values)))}
        codes[alone] = [places[str(house)] for house in houses[rows][alone].tolist()]
        return Addresses(numbers, TextColumn(codes, tuple(values)))

    def spread(self, name: str, read: Callable[[str], int]) -> NDArray[np.int64]:
        """A number per row, read from each distinct value once; 0 where there is no such column."""
        if name not in self.columns or not len(self.ids):
            return np.zeros(len(self.ids), np.int64)
        column = self.columns[name]
        numbers: NDArray[np.int64] = np.array([read(text) for text in column.texts], np.int64)
        return np.take(numbers, column.codes)

    def days(self, name: str, formats: Sequence[str]) -> NDArray[np.int64]:
        """A date per row as `date.toordinal()`; 0 where it is none."""

        def ordinal(text: str) -> int:
            day = read_date(text, formats)
            return day.toordinal() if day else 0

        return self.spread(name, ordinal)


def _spread(numbers: NDArray[np.integer], codes: NDArray[np.integer], rows: NDArray[np.intp]) -> NDArray[Any]:
    """Of the given rows, each one's number by its code."""
    return numbers[codes[rows]] if len(rows) else np.zeros(0, numbers.dtype)


def table_of_database(database: Database, names: Sequence[str], with_votes: bool, progress: Progress) -> Table:
    """What stands in the table `kept` (id, phone, and a text per name) of the database, with votes from `votes`."""
    columns: dict[str, Values] = {}
    texts: dict[str, list[str]] = {}
    for name in names:
        database.execute(
            f"CREATE TYPE values_{name} AS ENUM (SELECT DISTINCT {name} FROM kept ORDER BY 1)", progress
        )
        listed = database.arrays(f"SELECT unnest(enum_range(NULL::values_{name})) AS value", progress)
        texts[name] = [str(value) for value in listed["value"]]
    codes = [f"enum_code({name}::values_{name}) AS {name}" for name in names]
    voted = ["coalesce(voted, 0)::UINTEGER AS voted"] if with_votes else []
    join = " LEFT JOIN votes USING (id)" if with_votes else ""
    arrays = database.arrays(f"SELECT {', '.join(['id', 'phone', *codes, *voted])} FROM kept{join}", progress)
    for name in names:
        columns[name] = Values(np.asarray(arrays[name]), texts[name])
    return Table(
        np.array([voter_id.encode() for voter_id in arrays["id"]], dtype=np.bytes_),
        np.asarray(arrays["phone"], np.int64),
        columns,
        np.asarray(arrays["voted"] if with_votes else [], np.uint32),
    )


def table_of_files(
    files: Sequence[tuple[EncodedFile, NDArray[np.intp]]],
    questions: Sequence[Mapping[str, str]],
    phones: Sequence[str],
    progress: Progress,
) -> Table:
    """The given rows of encoded files. `questions`: per file what gives the texts of each column, in SQL.

    `phones`: per file what gives the phone number, in SQL; empty where none is wanted.
    """
    parts: dict[str, list[Values]] = {name: [] for name in questions[0]} if files else {}
    houses: list[NDArray[np.int32]] = []
    ids: list[NDArray[np.bytes_]] = []
    numbers: list[NDArray[np.int64]] = []
    for done, ((file, rows), asked, phone) in enumerate(zip(files, questions, phones, strict=True)):
        told = standing(progress, done, len(files))
        ids.append(gathered(file.rows.ids, rows, told))
        numbers.append(_phones(file, rows, phone))
        spreads = []
        for column, sql in enumerate(asked.values()):
            progress(done * len(asked) + column, len(files) * len(asked))
            spreads.append(file.ask(sql))
        told = standing(progress, done + 1, len(files))
        for name, spread in zip(asked, spreads, strict=True):
            codes = gathered(spread.codes, rows, told)
            parts[name].append(Values(codes, [str(answer) for answer in spread.answers]))
        if ADDRESS in asked:
            split = file.rows.houses
            houses.append(split[rows] if split is not None else np.zeros(len(rows), np.int32))
    return Table(
        _no_wider_than_needed(np.concatenate(ids)),
        np.concatenate(numbers),
        {name: _joined(values) for name, values in parts.items()},
        houses=np.concatenate(houses) if houses else None,
    )


def add_votes(table: Table, database: Database, progress: Progress) -> None:
    """Adds who voted, from the tables `votes` (id, voted) and `kept` (id: those of `table`, in its order)."""
    found = database.arrays("SELECT k.rowid AS place, voted FROM votes JOIN kept AS k USING (id)", progress)
    table.voted = np.zeros(len(table.ids), np.uint32)
    table.voted[np.asarray(found["place"], np.int64)] = np.asarray(found["voted"], np.uint32)


def _no_wider_than_needed(ids: NDArray[np.bytes_]) -> NDArray[np.bytes_]:
    return ids.astype(f"S{max(1, int(np.strings.str_len(ids).max(initial=1)))}")


def _phones(file: EncodedFile, rows: NDArray[np.intp], phone: str) -> NDArray[np.int64]:
    if not phone:
        return np.zeros(len(rows), np.int64)
    if file.rows.phones is None:
        spread = file.ask(phone)
        answers = np.array(spread.answers, np.int64)
        return answers[spread.codes[rows]]
    numbers = file.rows.phones[rows]
    odd = np.flatnonzero(numbers < 0)
    if len(odd):
        numbers[odd] = np.array(file.ask(phone).answers, np.int64)[-numbers[odd]]
    return numbers


def _joined(values: Sequence[Values]) -> Values:
    """Several columns, one below the other."""
    if len(values) == 1:
        return values[0]
    begins = np.cumsum([0, *(len(each.texts) for each in values)])[:-1]
    codes = np.concatenate(
        [each.codes.astype(np.uint32) + np.uint32(begin) for each, begin in zip(values, begins, strict=True)]
    )
    return Values(codes, [text for each in values for text in each.texts])
