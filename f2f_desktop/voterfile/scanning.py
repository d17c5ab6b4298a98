"""DuckDB over regular files: the one place that writes SQL for voter files.

A file's columns are called c0, c1, ... in the order of the file; what the file calls them never gets into SQL.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.errors import OrganizerToolsMissing, VoterFileUnreadable
from f2f_desktop.voterfile.forms import Form
from f2f_desktop.voterfile.layout import Source, alternatives, optional, parts_of
from f2f_desktop.voterfile.regular import RegularFile

T = TypeVar("T")
MEMORY = "700MB"
"""What DuckDB may use; beyond it works in the work folder."""
_POLL = 0.1
"""Seconds between two looks at the progress."""


class Database:
    """A database in memory that spills into `folder`. Statements run aside, so that they can be stopped."""

    def __init__(self, folder: Path) -> None:
        """Raises OrganizerToolsMissing where DuckDB is not installed."""
        try:
            import duckdb
        except ImportError as error:
            raise OrganizerToolsMissing from error
        self._error = duckdb.Error
        self._interrupted = duckdb.InterruptException
        self._connection = duckdb.connect(":memory:")
        self._connection.execute(f"SET temp_directory = {literal(str(folder))}")
        self._connection.execute(f"SET memory_limit = '{MEMORY}'")
        self._connection.execute("SET enable_progress_bar = true")
        self._connection.execute("SET enable_progress_bar_print = false")
        self._pool = ThreadPoolExecutor(1, "voter-file")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown()
        self._connection.close()

    def execute(self, sql: str, progress: Progress) -> None:
        """Runs a statement for its effect; progress is told in hundredths."""
        self._run(lambda: self._connection.execute(sql), progress)

    def give(self, name: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Lets statements read numpy arrays as the columns of a table, until another one has this name."""
        self._run(lambda: self._connection.register(name, dict(arrays)), no_progress)

    def rows(self, sql: str, progress: Progress) -> list[tuple[Any, ...]]:
        """The rows that a query gives."""
        return self._run(lambda: self._connection.execute(sql).fetchall(), progress)

    def arrays(self, sql: str, progress: Progress) -> dict[str, Any]:
        """The columns that a query gives, as numpy arrays by name."""
        return self._run(lambda: self._connection.execute(sql).fetchnumpy(), progress)

    def _run(self, work: Callable[[], T], progress: Progress) -> T:
        future = self._pool.submit(work)
        try:
            while True:
                with suppress(TimeoutError):
                    future.exception(_POLL)
                    break
                progress(max(0, min(100, int(self._connection.query_progress()))), 100)
            result = future.result()
        except self._error as error:
            raise VoterFileUnreadable(
                f"The voter file cannot be worked through: {str(error).splitlines()[0][:200]}",
                "Look whether the disk has room, and whether the file is complete.",
            ) from error
        except BaseException:
            self._connection.interrupt()
            with suppress(self._error):
                future.exception()
            raise
        progress(100, 100)
        return result


@dataclass(frozen=True)
class FileColumns:
    """The columns of one file, found by what a layout says."""

    form: Form
    name: str
    """How messages call the file."""

    def text(self, source: Source | None) -> str:
        """SQL for the text that `source` stands for, in upper case, without outer blanks and quotes.

        Empty where the layout names no column or an optional one is missing. Raises VoterFileUnreadable where a
        column is missing that must be there.
        """
        texts = [text for part in parts_of(source) if (text := self._part(part))]
        if len(texts) > 1:
            return "concat_ws(' ', " + ", ".join(f"nullif({text}, '')" for text in texts) + ")"
        return texts[0] if texts else "''"

    def at(self, place: int) -> str:
        """SQL for the text of the column in this place of the file, as `text` gives it."""
        column = f"c{place}"
        if place < len(self.form.spans):
            first, last = self.form.spans[place]
            column = f"substr(c0, {first}, {last - first + 1})"
        return f"upper(trim(coalesce({column}, ''), ' \"'))"

    def has(self, part: str) -> bool:
        """Whether the file has the column that `part` names."""
        return any(self.form.place(name) is not None for name in alternatives(part))

    def with_more(self, names: Sequence[str]) -> "FileColumns":
        """The columns with some more behind them, which come from elsewhere."""
        return replace(self, form=replace(self.form, names=(*self.form.names, *names)))

    def _part(self, part: str) -> str:
        """SQL for one of the texts that a source joins; empty where the file has none of its columns."""
        if part.startswith("="):
            return literal(part[1:].strip().upper())
        texts = [self.at(place) for choice in part.split("//") if (place := self._place(choice)) is not None]
        if len(texts) > 1:
            return "coalesce(" + ", ".join(f"nullif({text}, '')" for text in texts) + ", '')"
        return texts[0] if texts else ""

    def _place(self, part: str) -> int | None:
        for name in alternatives(part):
            place = self.form.place(name)
            if place is not None:
                return place
        if optional(part):
            return None
        shown = ", ".join(name for name in self.form.names if name)
        raise VoterFileUnreadable(
            f"{self.name} has no column {part.strip()!r}, which its layout needs. It has {shown[:1_000]}.",
            "Choose another layout, or correct the mapping file; a “?” behind a name makes a column optional.",
        )


@dataclass(frozen=True)
class Join:
    """A table whose columns a0, a1, ... come behind those of a file."""

    table: str
    on: str
    """SQL for the condition."""
    first: int
    """The place of the first of them."""
    count: int


@dataclass(frozen=True)
class Scan:
    """One regular file, ready to be read by column."""

    file: RegularFile
    columns: FileColumns
    size: int
    """Bytes, for progress."""
    joins: tuple[Join, ...] = ()

    @property
    def relation(self) -> str:
        """What stands behind FROM."""
        if not self.joins:
            return self._read
        added = [
            f"{join.table}.a{place} AS c{join.first + place}" for join in self.joins for place in range(join.count)
        ]
        joined = " ".join(f"LEFT JOIN {join.table} ON ({join.on})" for join in self.joins)
        return f"(SELECT f.*, {', '.join(added)} FROM {self._read} AS f {joined})"  # noqa: S608 - no text of a file

    @property
    def _read(self) -> str:
        dialect = self.file.dialect
        quote = '"' if dialect.quoting else ""
        columns = ", ".join(f"c{place}: 'VARCHAR'" for place in range(dialect.fields))
        return (
            f"read_csv({literal(str(self.file.path))}, auto_detect = false, header = false, skip = {self.file.skip},"
            f" delim = {literal(dialect.delimiter)}, quote = '{quote}', escape = '{quote}', nullstr = '',"
            f" compression = 'none', strict_mode = true, columns = {{{columns}}})"
        )


def literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def among(sql: str, values: Iterable[str]) -> str:
    """SQL for: this text is one of these (compared in upper case)."""
    listed = ", ".join(literal(value.strip().upper()) for value in values)
    return f"({sql} IN ({listed}))" if listed else "false"


def holds(sql: str, words: Sequence[str]) -> str:
    """SQL for: this text holds one of these words (compared in upper case)."""
    return (
        "(" + " OR ".join(f"contains({sql}, {literal(word.upper())})" for word in words) + ")"
        if words
        else "false"
    )
