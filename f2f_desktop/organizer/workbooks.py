"""Workbooks (XLSX) as records: the first visible sheet, row by row, every cell as the text that it shows.

They are read by python-calamine, which is fast and trusts a file more than we do: `_trusted` looks first.
"""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

from f2f_desktop.contacts.records import Record
from f2f_desktop.contacts.table import MAX_COLUMNS
from f2f_desktop.organizer.errors import TargetListUnreadable, WorkbookToolsMissing
from f2f_desktop.organizer.sheet_extent import area

MAX_UNPACKED = 1 << 30
"""Bytes that a workbook may unpack to."""
MAX_AREA = 30_000_000
"""Cells, empty ones too, of the rectangle that a sheet may span: all of it lies in memory, some 30 bytes a cell."""
_PIECE = 1 << 20
_XLSX = "xl/workbook.xml"
_OTHER_KINDS = frozenset({"content.xml", "xl/workbook.bin"})
"""What only OpenDocument and XLSB hold. The reader would open them, but nothing looks at their size before."""
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, KeyError, IndexError, ValueError, OverflowError),
)
"""What zipfile and calamine (by OSError) raise over a file that is not what it should be."""


def workbook_records(path: Path) -> Iterator[Record]:
    """The rows of the first visible sheet that are not empty, with their numbers.

    Raises WorkbookToolsMissing at once, TargetListUnreadable also while rows are read.
    """
    try:
        from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook
    except ImportError as error:
        raise WorkbookToolsMissing from error
    with _damage_told(path, CalamineError):
        _trusted(path)
        with path.open("rb") as file:
            book = load_workbook(file)
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        visible = [sheet for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
        rows = book.get_sheet_by_name((visible or sheets)[0].name).iter_rows()
    return _records(path, rows)


def _trusted(path: Path) -> None:
    """Reads the parts of a workbook once, so that their sizes and checksums are known to be true.

    Raises TargetListUnreadable over what would fill the memory, and whatever zipfile raises.
    """
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        names = {member.filename.casefold().replace("\\", "/") for member in members}
        if names & _OTHER_KINDS or _XLSX not in names:
            raise TargetListUnreadable(
                f"{path.name} is no workbook of the kind XLSX.",
                "Save the list as CSV or XLSX, and choose that file.",
            )
        too_large = sum(member.file_size for member in members) > MAX_UNPACKED
        if too_large or any(area(_pieces(archive, member)) > MAX_AREA for member in members):
            raise TargetListUnreadable(f"{path.name} is too large for a list.", "Save it as CSV.")


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as part:
        while piece := part.read(_PIECE):
            yield piece


def _records(path: Path, rows: Iterable[Sequence[object]]) -> Iterator[Record]:
    with _damage_told(path):
        for number, row in enumerate(rows, 1):
            cells = [_text(cell) for cell in row[:MAX_COLUMNS]]
            if any(cells):
                yield Record(cells, number)


@contextmanager
def _damage_told(path: Path, *more: type[Exception]) -> Iterator[None]:
    """What is wrong with a file, as our error."""
    damaged: tuple[type[Exception], ...] = (*_DAMAGED, *more)
    try:
        yield
    except damaged as error:
        raise _damaged(path) from error
    except BaseException as error:
        # A panic of the reader's, over dates before the year 1 for one, is no Exception, and its class has no home.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(path) from error


def _text(value: object) -> str:
    """A cell as text. Numbers are ids, phones and ZIP codes here: no exponent, no `.0`."""
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
