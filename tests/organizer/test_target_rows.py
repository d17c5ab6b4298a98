"""A target list's rows: any delimited file or workbook, known columns and script variables, bad rows by line."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.errors import Cancelled
from f2f_desktop.organizer import target_rows, workbooks
from f2f_desktop.organizer.errors import TargetColumnsMissing, TargetListError, TargetListUnreadable
from f2f_desktop.organizer.target_columns import IDS, TargetMapping, columns_of
from f2f_desktop.organizer.target_rows import TargetRows, read_target_rows
from f2f_desktop.voterfile.layout import column_names
from f2f_desktop.voterfile.layout_files import built_in_layouts

HEADER = "first_name,last_name,phone,van_id,assigned_user_email,Why You?\n"
ANN = "Ann,Roe,(919) 555-0101,17,Val@Example.org,You love the library.\n"


def read(
    folder: Path, text: str | bytes, name: str = "list.csv", mapping: TargetMapping | None = None
) -> TargetRows:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_target_rows(path, mapping)


def workbook(folder: Path, rows: Sequence[Sequence[object]], name: str = "list.xlsx") -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(folder / name)
    return folder / name


def reasons(read: TargetRows) -> list[tuple[int, str]]:
    return [(problem.line, problem.reason) for problem in read.problems]


def test_a_row_has_name_phone_ids_assignment_and_variables(tmp_path: Path) -> None:
    (row,) = read(tmp_path, HEADER + ANN).rows
    assert (row.line, row.contact.name.given, row.contact.name.family) == (2, "Ann", "Roe")
    assert row.phone == "+19195550101"
    assert row.ids == {"van_id": "17"}
    assert row.assigned_user_email == "val@example.org"
    assert row.variables == {"why_you?": "You love the library."}


@pytest.mark.parametrize("delimiter", [";", "\t", "|", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = "First Name,LastName,PHONE,Ort\r\nRenée,Müller,919-555-0102,Zürich\r\n".replace(",", delimiter)
    (row,) = read(tmp_path, text.encode(encoding), "list.txt").rows
    assert row.contact.name.full == "Renée Müller"
    assert row.variables == {"ort": "Zürich"}


def test_bad_rows_are_named_by_line_and_the_rest_comes_in(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEADER
        + ANN
        + "Ann,Poe,ask at the office,,,\n"
        + ",Roe,919-555-0102,,,\n"
        + "Ben,Roe,12345,,,\n"
        + "\n"
        + "Cleo,Roe,,,,\n"
        + "Dan,Roe,919-555-0104,,everybody,\n"
        + "Eve,Roe,919-555-0105,,,x,too,many\n"
        + ",,,99,,\n",
    )
    assert [row.line for row in found.rows] == [2, 3, 5, 7, 9, 10]
    assert reasons(found) == [
        (3, target_rows.BAD_PHONE),
        (4, target_rows.NO_NAME),
        (5, target_rows.BAD_PHONE),
        (7, target_rows.NO_PHONE),
        (8, target_rows.BAD_EMAIL),
        (9, target_rows.TOO_WIDE),
    ]
    assert not any("Roe" in reason or "555" in reason for _, reason in reasons(found))


def test_a_quote_that_never_closes_costs_one_row(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + 'Ben,Roe,919-555-0102,,,"never closed\n' + ANN)
    assert [row.contact.name.given for row in found.rows] == ["Ben", "Ann"]
    assert reasons(found) == [(2, target_rows.BROKEN_QUOTES)]


@pytest.mark.parametrize(
    ("header", "missing"), [("first_name,last_name,x", "phone"), ("name,phone", "first_name and none last_name")]
)
def test_a_missing_column_is_named_with_those_that_are_there(tmp_path: Path, header: str, missing: str) -> None:
    with pytest.raises(TargetColumnsMissing) as raised:
        read(tmp_path, header + "\n")
    assert f"list.csv has no column {missing}. It has: {header.replace(',', ', ')}." in str(raised.value)


def test_a_workbook_is_read_as_it_shows(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        [
            ["Phone tree", None, None],
            ["First name", "Last name", "Phone", "Voter ID", "Since", "Score"],
            ["Ann", "Roe", 9195550101, 12345.0, None, 0.5],
            [None, None, None, None],
            ["Ben", "=1+1", "919-555-0102", "0007", "today", True],
        ],
    )
    found = read_target_rows(path)
    ann, ben = found.rows
    assert (ann.line, ann.phone, ann.ids, ann.variables) == (
        3,
        "+19195550101",
        {"voter_id": "12345"},
        {"score": "0.5"},
    )
    assert ben.ids == {"voter_id": "0007"}
    assert ben.variables == {"since": "today", "score": "TRUE"}


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"\xd0\xcf\x11\xe0" + bytes(600), b"%PDF-1.7\n1,2,3\n", b"PK\x03\x04 no archive", bytes(900)],
)
def test_what_is_no_table_is_said_in_words(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(TargetListUnreadable) as raised:
        read(tmp_path, data)
    assert raised.value.remedy


def test_a_missing_file_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(TargetListUnreadable, match=r"none\.csv cannot be read"):
        read_target_rows(tmp_path / "none.csv")


def test_a_cut_or_overgrown_workbook_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path, [["first_name", "last_name", "phone"], *[["A", "B", n] for n in range(400)]])
    whole = path.read_bytes()
    for size in range(30, len(whole), len(whole) // 12):
        path.write_bytes(whole[:size])
        with pytest.raises(TargetListUnreadable):
            read_target_rows(path)
    path.write_bytes(whole)
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 1_000)
    with pytest.raises(TargetListUnreadable, match="too large"):
        read_target_rows(path)


@given(st.binary(max_size=300), st.sampled_from([b"", b"first_name,last_name,phone\n"]))
def test_any_bytes_are_rows_or_an_error_in_words(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, header: bytes
) -> None:
    with contextlib.suppress(TargetListError):
        read(tmp_path_factory.getbasetemp(), header + data, "any.csv")


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    path = tmp_path / "list.csv"
    path.write_text(HEADER + ANN * target_rows.EVERY)
    with pytest.raises(Cancelled):
        read_target_rows(path, progress=stop)


def test_more_rows_than_a_list_may_have_are_left_out_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(target_rows, "MAX_ROWS", 2)
    found = read(tmp_path, HEADER + ANN * 4)
    assert len(found.rows) == 2
    assert found.problems[-1].reason == target_rows.TOO_MANY


def test_a_column_counts_once_and_the_second_of_a_name_is_a_variable_of_its_own() -> None:
    columns = columns_of(
        "x", ["Phone", "first_name", "last_name", "cell phone", "VANID", "", "a|b"], TargetMapping()
    )
    assert columns.fields["phone"] == (0,)
    assert columns.variables == (("cell_phone", (3,)), ("a_b", (6,)))


@pytest.mark.parametrize("layout", sorted(built_in_layouts()))
def test_an_id_is_known_by_the_name_that_its_voter_file_gives_it(layout: str) -> None:
    theirs = column_names((built_in_layouts()[layout].columns["id"],))[0]
    columns = columns_of("x", ["First Name", "Last Name", "Phone", theirs, "Why"], TargetMapping())
    assert [columns.fields.get(name) for name in IDS].count((3,)) == 1
    assert columns.variables == (("why", (4,)),)
