"""Workbooks as lists: what their cells show, which sheet, and that no file of any kind ends the program."""

import io
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.organizer import workbooks
from f2f_desktop.organizer.errors import TargetListUnreadable
from f2f_desktop.organizer.sheet_extent import ENDLESS, area
from f2f_desktop.organizer.target_columns import TargetMapping
from f2f_desktop.organizer.target_tables import open_table
from f2f_desktop.organizer.workbooks import workbook_records

SHEET = "xl/worksheets/sheet1.xml"
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def saved(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def changed(path: Path, change: Callable[[str], str], member: str = SHEET) -> Path:
    """The workbook with one of its parts changed, well packed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[member] = change(parts[member].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def cells(path: Path) -> list[tuple[int, list[str]]]:
    return [(record.line, record.cells) for record in workbook_records(path)]


def test_every_cell_is_the_text_that_it_shows(tmp_path: Path) -> None:
    row = (
        *(12345.0, 9195550101, 0.5, 1e20, "0007", " a ", True, None, "=1+1"),
        *(date(2024, 1, 2), datetime(2024, 1, 2, 3, 4), time(3, 4), timedelta(hours=30), "end"),  # noqa: DTZ001 - as sheets have it
    )
    ((line, shown),) = cells(saved(tmp_path / "list.xlsx", [row]))
    assert line == 1
    assert shown == [
        *("12345", "9195550101", "0.5", "1e+20", "0007", "a", "TRUE", "", ""),
        *("2024-01-02", "2024-01-02T03:04:00", "03:04:00", "1 day, 6:00:00", "end"),
    ]


def test_rows_have_the_numbers_of_the_sheet_whatever_is_empty_before_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["C4"], book.active["D9"] = "x", "y"
    book.save(tmp_path / "list.xlsx")
    found = cells(tmp_path / "list.xlsx")
    assert [(line, [each for each in row if each]) for line, row in found] == [(4, ["x"]), (9, ["y"])]
    assert found[0][1].index("x") + 1 == found[1][1].index("y")


def test_the_first_visible_sheet_is_read_and_a_hidden_one_if_there_is_no_other(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    hidden, shown = book.active, book.create_sheet("List")
    assert hidden is not None
    hidden["A1"], shown["A1"] = "hidden", "shown"
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "list.xlsx")
    assert cells(tmp_path / "list.xlsx") == [(1, ["shown"])]
    path = changed(
        tmp_path / "list.xlsx",
        lambda text: text.replace('state="visible"', 'state="hidden"'),
        "xl/workbook.xml",
    )
    assert cells(path) == [(1, ["hidden"])]


def test_cells_and_rows_that_do_not_say_where_they_are_follow_each_other(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.xlsx", [["a", 1], ["b", 2]])
    changed(path, lambda text: re.sub(r' r="[A-Z]*\d+"', "", text))
    assert cells(path) == [(1, ["a", "1"]), (2, ["b", "2"])]


def test_an_empty_workbook_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(TargetListUnreadable, match="holds no table"):
        open_table(saved(tmp_path / "list.xlsx", []), TargetMapping().file, lambda header: True)


def test_a_cell_far_away_is_no_reason_to_fill_the_memory(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.xlsx", [["a", "b"]])
    changed(path, lambda text: text.replace("</sheetData>", FAR))
    assert path.stat().st_size < 10_000
    with pytest.raises(TargetListUnreadable, match="too large"):
        cells(path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bounds the memory of a process")
def test_the_check_for_cells_far_away_can_fail(tmp_path: Path) -> None:
    """Without it the reader asks for half a terabyte, and there is nothing to catch."""
    path = saved(tmp_path / "list.xlsx", [["a", "b"]])
    changed(path, lambda text: text.replace("</sheetData>", FAR))
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
        "from pathlib import Path; from f2f_desktop.organizer import workbooks\n"
        "workbooks.MAX_AREA = 1 << 62\n"
        "list(workbooks.workbook_records(Path(sys.argv[1])))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, check=False)
    assert done.returncode < 0


@pytest.mark.parametrize("place", ["A9999999999", "AAAAAAAAA1", "XFD99999999", "FXSHRXX7"])
def test_a_place_that_no_sheet_has_is_refused_before_anything_is_read(tmp_path: Path, place: str) -> None:
    path = saved(tmp_path / "list.xlsx", [["a", "b"]])
    changed(path, lambda text: text.replace('r="B1"', f"x='1'\n r = '{place}'"))
    with pytest.raises(TargetListUnreadable):
        cells(path)


def test_a_date_that_the_reader_panics_over_is_damage(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path / "list.xlsx", [["a"], [date(2024, 1, 1)]])
    changed(path, lambda text: text.replace("45292", "-1e300"))
    with pytest.raises(TargetListUnreadable, match="damaged"):
        cells(path)
    assert "panicked" in capfd.readouterr().err  # else the reader has learnt it, and the defence may go


def test_a_workbook_under_a_password_is_told_from_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000)
    for data, words in (
        (old, "old format"),
        (old + "EncryptedPackage".encode("utf-16-le") + bytes(900), "protected by a password"),
    ):
        path.write_bytes(data)
        with pytest.raises(TargetListUnreadable, match=words):
            open_table(path, TargetMapping().file, lambda header: True)


@pytest.mark.parametrize("name", ["content.xml", "xl/workbook.bin", "XL\\Workbook.BIN"])
def test_other_kinds_of_workbooks_are_named_and_not_opened(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / "list.xlsx", [["a", "b"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"")
    with pytest.raises(TargetListUnreadable, match="no workbook of the kind XLSX"):
        cells(path)


def test_a_workbook_damaged_anywhere_is_rows_or_an_error_in_words(tmp_path: Path) -> None:
    """Parts changed, cut or taken out, and packed again, so that the checksums are right."""
    path = saved(tmp_path / "list.xlsx", [["Ann", 5, "x", 1.5, date(2024, 1, 1)]] * 3)
    with zipfile.ZipFile(path) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    rng = random.Random(4)
    outcomes = set()
    for _ in range(400):
        parts = dict(whole)
        name = rng.choice([*parts, SHEET, SHEET, SHEET])
        data = bytearray(parts[name])
        match rng.randrange(4):
            case 0:
                for _ in range(rng.randrange(1, 6)):
                    data[rng.randrange(len(data))] = rng.randrange(256)
            case 1:
                del data[rng.randrange(len(data)) :]
            case 2:
                start = rng.randrange(len(data))
                del data[start : start + rng.randrange(40)]
            case _:
                del parts[name]
        if name in parts:
            parts[name] = bytes(data)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for each, content in parts.items():
                archive.writestr(each, content)
        path.write_bytes(packed.getvalue())
        try:
            cells(path)
            outcomes.add("rows")
        except TargetListUnreadable:
            outcomes.add("words")
    assert outcomes == {"rows", "words"}


@given(
    st.lists(st.tuples(st.integers(1, 2_000), st.integers(1, 800)), min_size=1, max_size=20),
    st.integers(1, 40),
    st.booleans(),
)
def test_the_area_is_that_of_the_farthest_cells_however_the_bytes_are_cut(
    places: list[tuple[int, int]], size: int, prefixed: bool
) -> None:
    prefix = "x:" if prefixed else ""
    xml = "<sheetData>" + "".join(
        f'<{prefix}row r="{row}"><{prefix}c s="1" r="{openpyxl.utils.get_column_letter(column)}{row}">'
        f"<v>1</v></{prefix}c></{prefix}row>"
        for row, column in places
    )
    data = (xml + "</sheetData>").encode()
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    assert area(pieces) == max(row for row, _ in places) * max(column for _, column in places)


def test_a_tag_without_an_end_has_no_area_that_could_be_told() -> None:
    assert area([b"x" * (1 << 23)] * 3) == ENDLESS


def test_what_unpacks_to_more_than_a_list_can_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "list.xlsx", [["a", "b"]])
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 1_000)
    with pytest.raises(TargetListUnreadable, match="too large"):
        cells(path)
