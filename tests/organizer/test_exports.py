"""Exports: every form read back, no formula, nothing half."""

import csv
import json
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.organizer.exports import (
    ExportFailed,
    Format,
    TooLongForXlsx,
    csv_cell,
    export_all,
    export_table,
)
from f2f_desktop.organizer.tables import Column, Row, Table, Type, moment

AT = datetime(2026, 11, 3, 18, 5, 9, tzinfo=UTC)
COLUMNS = Column("who"), Column("n", Type.NUMBER), Column("yes", Type.YES_NO), Column("at", Type.TIME)
HOSTILE = '=HYPERLINK("https://example.org")', "+SUM(A1)", "-1+2", "@cmd", "\t=1+1", " =1", "\r\n=1"


def table(*rows: Row, name: str = "t") -> Table:
    return Table(name, COLUMNS, rows)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    made = table(('Zoë, "Z"\nline', 3, True, AT), ("", -4, None, None))
    for form in Format:
        assert export_table(made, tmp_path / f"t.{form}", form).rows == 2
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["who", "n", "yes", "at"],
            ['Zoë, "Z"\nline', "3", "yes", "2026-11-03T18:05:09Z"],
            ["", "-4", "", ""],
        ]
    assert json.loads((tmp_path / "t.json").read_text())[0] == {
        "who": 'Zoë, "Z"\nline',
        "n": 3,
        "yes": True,
        "at": "2026-11-03T18:05:09Z",
    }
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == ['Zoë, "Z"\nline', 3, True, AT.replace(tzinfo=None)]


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    made = table(*((text, 1, False, None) for text in HOSTILE))
    export_table(made, tmp_path / "t.csv", Format.CSV)
    export_table(made, tmp_path / "t.xlsx", Format.XLSX)
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row[0] for row in csv.reader(file)][1:]
    assert cells == [f"'{text}" for text in HOSTILE]
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    assert {cell.data_type for cell in sheet["A"]} == {"s"}


@given(st.text())
def test_no_text_is_a_formula_in_csv(text: str) -> None:
    shown = csv_cell(text).lstrip()
    assert not shown.startswith(("=", "@"))
    assert not shown.startswith(("+", "-")) or shown[1:2].isdigit()


def test_phone_numbers_stay_what_they_are() -> None:
    assert csv_cell("+1 919-555-0100") == "+1 919-555-0100"
    assert csv_cell("+1+cmd|' /C calc'!A0") == "'+1+cmd|' /C calc'!A0"


def test_one_file_with_everything(tmp_path: Path) -> None:
    tables = [table(("a", 1, True, AT), name="users vote"), table(("b", 2, True, AT), name="Users: vote")]
    export_all(tables, tmp_path / "all.xlsx", Format.XLSX)
    assert len(openpyxl.load_workbook(tmp_path / "all.xlsx").sheetnames) == 2
    tables = [table(("a", 1, True, AT), name="users vote"), table(("b", 2, True, AT), name="days")]
    export_all(tables, tmp_path / "all.zip", Format.CSV)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.namelist() == ["users-vote.csv", "days.csv"]


def test_a_table_is_never_held_in_memory_and_a_broken_one_leaves_nothing(tmp_path: Path) -> None:
    alive = 0

    def rows() -> Iterator[Row]:
        nonlocal alive
        for number in range(5_000):
            alive = number
            yield f"row {number}", number, False, AT
        raise OSError(28, "No space left on device")

    (tmp_path / "t.csv").write_text("what stood there")
    with pytest.raises(ExportFailed):
        export_table(Table("t", COLUMNS, rows()), tmp_path / "t.csv", Format.CSV)
    assert alive == 4_999
    assert (tmp_path / "t.csv").read_text() == "what stood there"
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_a_worksheet_that_is_too_short_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("f2f_desktop.organizer.exports.MOST_XLSX_ROWS", 3)
    with pytest.raises(TooLongForXlsx):
        export_table(table(*[("a", 1, True, AT)] * 4), tmp_path / "t.xlsx", Format.XLSX)
    assert not list(tmp_path.iterdir())


def test_a_moment_that_no_calendar_holds_is_empty() -> None:
    assert moment(-1) is None
    assert moment(1 << 60) is None
    assert moment(0) == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_workbook_that_cannot_be_written_leaves_no_rows_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = tmp_path / "waiting"
    waiting.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(waiting))
    made = Table("people", (Column("name"),), iter([("Alma",), ("Bram",)]))
    with pytest.raises(ExportFailed):
        export_table(made, tmp_path / "gone" / "people.xlsx", Format.XLSX)
    assert list(waiting.iterdir()) == []
