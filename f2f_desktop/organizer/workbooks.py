"""Workbooks (XLSX) as records: the first visible sheet, row by row, every cell as the text that it shows."""

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from xml.etree.ElementTree import ParseError

from f2f_desktop.contacts.records import Record
from f2f_desktop.contacts.table import MAX_COLUMNS
from f2f_desktop.organizer.errors import TargetListUnreadable, WorkbookToolsMissing

MAX_UNPACKED = 1 << 30
"""Bytes that a workbook may unpack to."""
_DAMAGED = (
    *(
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        ParseError,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
    ),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, OverflowError),
)
"""What openpyxl raises over a file that is not what it should be."""


def workbook_records(path: Path) -> Iterator[Record]:
    """The rows of the first visible sheet that are not empty, with their numbers.

    Raises WorkbookToolsMissing at once, TargetListUnreadable also while rows are read.
    """
    try:
        import openpyxl
    except ImportError as error:
        raise WorkbookToolsMissing from error
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
                raise TargetListUnreadable(f"{path.name} is too large for a list.", "Save it as CSV.")
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        sheet = (visible or book.worksheets)[0]
        sheet.reset_dimensions()  # what programs write about the size of a sheet is often wrong
    except _DAMAGED as error:
        raise _damaged(path) from error
    return _records(path, sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS), book.close)


def _records(path: Path, rows: Iterator[tuple[object, ...]], close: object) -> Iterator[Record]:
    try:
        for number, row in enumerate(rows, 1):
            cells = list(map(_text, row))
            if any(cells):
                yield Record(cells, number)
    except _DAMAGED as error:
        raise _damaged(path) from error
    finally:
        if callable(close):
            close()


def _text(value: object) -> str:
    """A cell as text. Numbers are ids, phones and ZIP codes here: no exponent, no `.0`."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _damaged(path: Path) -> TargetListUnreadable:
    return TargetListUnreadable(
        f"{path.name} is damaged, or no workbook.", "Open it in a spreadsheet program and save it as CSV."
    )
