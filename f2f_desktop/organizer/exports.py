"""Writing tables as CSV, XLSX and JSON, row by row: a table never has to fit into memory.

No cell becomes a formula. A spreadsheet takes a text that begins with = + - @ or a tab for one (OWASP, "CSV
Injection"): in CSV such a text gets an apostrophe before it, in XLSX it is written as a text.
"""

import csv
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from f2f_desktop.destination import is_replaceable, place_of
from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.tables import Cell, Row, Table, Type, Written
from f2f_desktop.progress import Progress, no_progress

MOST_XLSX_ROWS = 1_048_575
"""Rows of a worksheet below its heading."""
LONGEST_XLSX_TEXT = 32_767
TELL_EVERY = 1_000

_FORMULA = re.compile(r"^[\s\x00]*[=+\-@\t\r\n]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9][0-9 .,()/-]*")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")


class Format(StrEnum):
    """A file's form."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


class ExportFailed(KnownError):
    """The file could not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} could not be written.",
            "Make room, close it in other programs, or choose another folder.",
        )


class TooLongForXlsx(KnownError):
    """A worksheet ends before the table does."""

    def __init__(self) -> None:
        super().__init__(
            f"A worksheet holds {MOST_XLSX_ROWS:,} rows, and this table has more.", "Export it as CSV."
        )


class XlsxToolsMissing(KnownError):
    """Workbooks are written by xlsxwriter, which only organizers' installations have."""

    def __init__(self) -> None:
        super().__init__(
            "Workbooks cannot be written here: the organizer's tools are not installed.",
            "Export as CSV, or install F2F Desktop with them, f2f-desktop[organizer].",
        )


def export_table(table: Table, path: Path, form: Format, progress: Progress = no_progress) -> Written:
    """Writes one table; on any error nothing is left in its place. Raises `ExportFailed`, `TooLongForXlsx`."""

    def write(part: Path) -> int:
        if form is Format.XLSX:
            return _xlsx([table], part, progress)[0]
        with part.open("w", encoding="utf-8", newline="") as file:
            return _text(table, form, file, progress)

    return Written(table.name, _in_place(path, write))


def export_all(
    tables: Sequence[Table], path: Path, form: Format, progress: Progress = no_progress
) -> list[Written]:
    """Writes all tables as one file: a workbook, or a ZIP with a file for each. Raises as `export_table`."""

    def write(part: Path) -> list[int]:
        if form is Format.XLSX:
            return _xlsx(tables, part, progress)
        counts = []
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for table in tables:
                with archive.open(f"{file_name(table.name)}.{form}", "w", force_zip64=True) as raw:
                    file = TextIOWrapper(raw, encoding="utf-8", newline="")
                    counts.append(_text(table, form, file, progress))
                    file.flush()
                    file.detach()
        return counts

    return [Written(table.name, count) for table, count in zip(tables, _in_place(path, write), strict=True)]


def file_name(name: str) -> str:
    """A table's name as a file's: letters, digits and dashes."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower() or "table"


def csv_cell(cell: Cell) -> str:
    """A cell as CSV has it: nothing in it is a formula, times are ISO 8601 in UTC."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(cell, int):
        return str(cell)
    text = cell.replace("\x00", "")
    if _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _in_place(path: Path, write: Callable[[Path], Any]) -> Any:
    """Runs `write` on a file beside the path and puts it in its place."""
    place = place_of(path)
    part = place.with_name(f"{place.name}.part") if is_replaceable(path) else path
    try:
        if part is not path:
            part.unlink(missing_ok=True)
            part.touch(0o600)  # people's names are in it
        outcome = write(part)
        if part is not path:
            part.replace(place)
    except OSError as error:
        raise ExportFailed(path) from error
    finally:
        if part is not path:
            part.unlink(missing_ok=True)
    return outcome


def _text(table: Table, form: Format, file: Any, progress: Progress) -> int:
    return _csv(table, file, progress) if form is Format.CSV else _json(table, file, progress)


def _csv(table: Table, file: Any, progress: Progress) -> int:
    file.write("\ufeff")  # by it spreadsheets know UTF-8
    writer = csv.writer(file)
    writer.writerow(column.name for column in table.columns)
    count = 0
    for row in _told(table.rows, progress):
        writer.writerow(csv_cell(cell) for cell in row)
        count += 1
    return count


def _json(table: Table, file: Any, progress: Progress) -> int:
    names = [column.name for column in table.columns]
    file.write("[")
    count = 0
    for row in _told(table.rows, progress):
        cells = [csv_cell(cell) if isinstance(cell, datetime) else cell for cell in row]
        file.write(
            (",\n" if count else "\n") + json.dumps(dict(zip(names, cells, strict=True)), ensure_ascii=False)
        )
        count += 1
    file.write("\n]\n")
    return count


def _xlsx(tables: Sequence[Table], path: Path, progress: Progress) -> list[int]:
    try:
        import xlsxwriter
        from xlsxwriter.exceptions import FileCreateError
    except ModuleNotFoundError as error:
        raise XlsxToolsMissing from error

    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd hh:mm:ss",
        "remove_timezone": True,
    }
    # Rows wait in files of their own until the workbook is closed; whatever happens, nothing of them stays behind.
    with TemporaryDirectory(prefix="f2f-export-") as folder:
        book = xlsxwriter.Workbook(str(path), {**settings, "tmpdir": folder})
        try:
            counts = _sheets(book, tables, progress)
            book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
        finally:
            for sheet in book.worksheets():
                if not sheet.row_data_fh.closed:
                    sheet.row_data_fh.close()
    return counts


def _sheets(book: Any, tables: Sequence[Table], progress: Progress) -> list[int]:
    """Fills a workbook, a sheet per table; the number of rows in each."""
    bold = book.add_format({"bold": True})
    taken: set[str] = set()
    counts = []
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.name, taken))
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, 20 if column.type is Type.TIME else 16)
            sheet.write_string(0, place, column.name, bold)
        count = 0
        for row in _told(table.rows, progress):
            count += 1
            if count > MOST_XLSX_ROWS:
                raise TooLongForXlsx
            for place, cell in enumerate(row):
                _write_cell(sheet, count, place, cell)
        counts.append(count)
    return counts


def _write_cell(sheet: Any, row: int, place: int, cell: Cell) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, place, cell)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, place, cell)
    elif isinstance(cell, int):
        sheet.write_number(row, place, cell)
    else:
        sheet.write_string(row, place, cell.replace("\x00", "")[:LONGEST_XLSX_TEXT])


def _sheet_name(name: str, taken: set[str]) -> str:
    """A worksheet's name: 31 characters at most, unlike any other whatever the case."""
    base = _SHEET_NAME.sub(" ", name).strip()[:31] or "table"
    found, number = base, 2
    while found.casefold() in taken:
        ending = f" {number}"
        found, number = base[: 31 - len(ending)] + ending, number + 1
    taken.add(found.casefold())
    return found


def _told(rows: Iterable[Row], progress: Progress) -> Iterable[Row]:
    count = 0
    for count, row in enumerate(rows, 1):
        yield row
        if count % TELL_EVERY == 0:
            progress(count, 0)
    progress(count, count)
