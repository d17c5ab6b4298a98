"""Voter files as they really come: in wrong encodings, with ragged rows, stray quotes, NULs and broken lines."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from f2f_desktop.voterfile import regular
from f2f_desktop.voterfile.cutting import CutReport
from f2f_desktop.voterfile.mending import TOO_FEW, TOO_LONG, TOO_MANY, Dialect, Mender, decoded
from f2f_desktop.voterfile.raw import raw_files
from f2f_desktop.voterfile.regular import make_regular
from f2f_desktop.voterfile.voters import Voter
from tests.voterfile.voter_files import SINCE_2022, UNTIL_2021, cut, line, text, voter

MAPPING = """
name = "plain"
[columns]
id = "id"
last_name = "last"
first_name = "first"
city = "city"
[status]
column = "status"
kept = ["A"]
"""


def cut_plain(folder: Path, content: bytes) -> tuple[dict[str, Voter], CutReport]:
    """Cuts a comma-separated file with the columns id, last, first, city, status."""
    (folder / "plain.toml").write_text(MAPPING)
    return cut(folder, b"id,last,first,city,status\n" + content, layout=str(folder / "plain.toml"))


ROWS = [voter(1, last_name="MUÑOZ"), voter(2, last_name="O'NEAL"), voter(3, last_name="LÓPEZ")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_and_line_end_gives_the_same_names(tmp_path: Path, encoding: str, end: str) -> None:
    voters, report = cut(tmp_path, text(ROWS, end=end).encode(encoding))
    assert [each.last_name for each in voters.values()] == ["MUÑOZ", "O'NEAL", "LÓPEZ"]
    assert report.rows == 3


def test_encodings_may_change_from_line_to_line(tmp_path: Path) -> None:
    header, first, second, third = text(ROWS).split("\r\n")[:4]
    content = b"\r\n".join([header.encode(), first.encode(), second.encode(), third.encode("cp1252"), b""])
    voters, report = cut(tmp_path, content)
    assert [each.last_name for each in voters.values()] == ["MUÑOZ", "O'NEAL", "LÓPEZ"]
    assert report.mended == 0
    assert report.notes == ("Not in UTF-8 and read as Windows-1252: 1 line.",)


@pytest.mark.parametrize("order", [SINCE_2022, UNTIL_2021])
def test_a_whole_file_in_latin_1_is_not_damaged(tmp_path: Path, order: tuple[str, ...]) -> None:
    rows = [voter(number, last_name="MUÑOZ") for number in range(40)]
    voters, report = cut(tmp_path, text(rows, order).encode("latin-1"))
    assert (len(voters), report.mended) == (40, 0)
    commas, report = cut_plain(tmp_path, b'"1","MU\xd1OZ","ANN","ELM","A"\n2,MU\xd1OZ,BOB,ELM,A\n')
    assert (len(commas), report.mended) == (2, 0)


def test_bytes_that_mean_nothing_in_any_encoding_cost_nobody(tmp_path: Path) -> None:
    voters, _ = cut(tmp_path, text(ROWS).encode("cp1252").replace(b"\xd1", b"\x81"))
    assert len(voters) == 3


def test_nuls_are_taken_out(tmp_path: Path) -> None:
    content = text(ROWS).encode().replace(b"NEAL", b"NE\0AL").replace(b"BN000003", b"\0BN000003\0")
    voters, _ = cut(tmp_path, content)
    assert set(voters) == {"BN000001", "BN000002", "BN000003"}
    assert voters["BN000002"].last_name == "O'NEAL"


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    content = "\r\n\r\n" + text(ROWS).replace("\r\n", "\r\n  \r\n\r\n") + "\r\n\0\0\r\n"
    voters, report = cut(tmp_path, content.encode())
    assert (len(voters), report.rows) == (3, 3)


def test_stray_quotes_in_a_tabbed_file_harm_nobody(tmp_path: Path) -> None:
    content = text(
        [voter(1, first_name='ROBERT "BOB"'), voter(2, last_name='"SMITH'), voter(3, middle_name='"'), voter(4)]
    )
    voters, _ = cut(tmp_path, content.encode())
    assert len(voters) == 4
    assert voters["BN000002"].last_name == "SMITH"
    assert voters["BN000001"].first_name.startswith('ROBERT "BOB')


def test_a_tab_inside_a_quoted_field_parts_nothing(tmp_path: Path) -> None:
    rows = [voter(1), voter(2, res_street_address="2 ELM\tST", last_name="\tMUÑOZ\t"), voter(3)]
    for encoding in ("utf-8", "latin-1"):
        voters, report = cut(tmp_path, text(rows).encode(encoding))
        assert set(voters) == {"BN000001", "BN000002", "BN000003"}
        assert (voters["BN000002"].street_address, voters["BN000002"].last_name) == ("2 ELM ST", "MUÑOZ")
        assert voters["BN000002"].districts["congressional"] == "4"
        assert (report.mended, report.dropped) == (1, {})


@pytest.mark.parametrize("spoilt", ['"2 ELM\tST', '2 ELM\tST"', '2 "ELM\t"ST"', "2 ELM\tST"])
def test_a_tab_that_no_pair_of_quotes_encloses_leaves_the_row_out(tmp_path: Path, spoilt: str) -> None:
    content = text([voter(1), voter(2, res_street_address="@"), voter(3)]).replace('"@"', spoilt)
    voters, report = cut(tmp_path, content.encode())
    assert set(voters) == {"BN000001", "BN000003"}
    assert report.dropped == {TOO_MANY: 1}


@pytest.mark.parametrize("header", ["", "\t"])
def test_a_delimiter_at_the_end_of_every_row_is_no_damage(tmp_path: Path, header: str) -> None:
    first, *others = text(ROWS).split("\r\n")[:-1]
    lines = [first + header, *(each + "\t" for each in others), ""]
    voters, report = cut(tmp_path, "\r\n".join(lines).encode())
    assert (len(voters), report.mended, report.dropped) == (3, 0, {})


def test_a_delimiter_at_the_end_of_the_header_alone_is_no_damage(tmp_path: Path) -> None:
    voters, _ = cut(tmp_path, text(ROWS).replace("\r\n", "\t\r\n", 1).encode())
    assert len(voters) == 3


def test_rows_with_too_few_columns_are_left_out_wherever_they_were_cut(tmp_path: Path) -> None:
    whole = line(voter(2), SINCE_2022).split("\t")
    decisive = SINCE_2022.index("confidential_ind")
    lines = text([voter(1)]).split("\r\n")[:2]
    lines += ["\t".join(whole[:kept]) for kept in (1, decisive, decisive + 1, len(whole) - 1)]
    lines += ["\t".join(whole[:lost] + whole[lost + 1 :]) for lost in (0, 5, decisive)]
    voters, report = cut(tmp_path, "\r\n".join([*lines, ""]).encode())
    assert set(voters) == {"BN000001"}
    assert report.dropped == {TOO_FEW: 7}


def test_a_row_whose_columns_have_shifted_is_not_taken_for_a_public_record(tmp_path: Path) -> None:
    fields = line(voter(2, confidential_ind="Y"), SINCE_2022).split("\t")
    place = SINCE_2022.index("full_phone_number")
    shifted = [*fields[:place], *fields[place + 1 :], '""']  # one field lost, one added at the end
    content = text([voter(1)]) + "\t".join(shifted) + "\r\n"
    voters, report = cut(tmp_path, content.encode())
    assert set(voters) == {"BN000001"}
    assert report.dropped == {"confidential or not: unclear": 1}


def test_a_record_that_a_line_break_in_a_field_has_cut_is_put_together(tmp_path: Path) -> None:
    content = text([voter(1), voter(2, res_street_address="2 ELM\r\nST"), voter(3)])
    voters, report = cut(tmp_path, content.encode())
    assert voters["BN000002"].street_address == "2 ELM ST"
    assert (len(voters), report.mended) == (3, 1)


def test_two_torn_records_are_never_made_into_one(tmp_path: Path) -> None:
    first, second = line(voter(1), SINCE_2022).split("\t"), line(voter(2), SINCE_2022).split("\t")
    torn = ["\t".join(first[:30]), "\t".join(second[29:]), "\t".join([*first[:30], '"X']), "\t".join(second[30:])]
    content = "\r\n".join([text([voter(3)]).rstrip("\r\n"), *torn, ""])
    voters, report = cut(tmp_path, content.encode())
    assert set(voters) == {"BN000003"}
    assert report.dropped == {TOO_FEW: 4}


def test_an_endless_line_is_left_out(tmp_path: Path) -> None:
    rows = text([voter(1), voter(2)]).split("\r\n")
    rows.insert(2, "X" * 20_000_000)
    rows.insert(3, "\t".join('"Y"' for _ in SINCE_2022) + "Z" * 2_000_000)
    voters, report = cut(tmp_path, "\r\n".join(rows).encode())
    assert len(voters) == 2
    assert report.dropped == {TOO_LONG: 2}


def test_a_file_that_ends_in_the_middle_keeps_what_came_before(tmp_path: Path) -> None:
    content = text(ROWS).encode()
    voters, report = cut(tmp_path, content[:-100])
    assert (len(voters), report.rows) == (2, 3)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'1,SMITH,"BOB, JR",ELM,A\n', {"1": ("SMITH", "BOB, JR")}),
        (b'1,"SMI""TH",BOB,ELM,A\n', {"1": ('SMI"TH', "BOB")}),
        (b'1,"SMITH","BOB\nLEE",ELM,A\n2,A,B,C,A\n', {"1": ("SMITH", "BOB LEE"), "2": ("A", "B")}),
        (b'1,"SMITH,BOB,ELM,A\n2,A,B,C,A\n3,A,B,C,A\n', {"1": ("SMITH", "BOB"), "2": ("A", "B"), "3": ("A", "B")}),
        (b'1,SMI"TH,BOB,ELM,A\n2,A,B,C,A\n', {"1": ("SMITH", "BOB"), "2": ("A", "B")}),
        (b'1,"SMITH" JR,BOB,ELM,A\n2,A,B,C,A\n', {"1": ("SMITH JR", "BOB"), "2": ("A", "B")}),
        (b'1,SMITH,BOB,ELM,A\n2,A,B,"C\n', {"1": ("SMITH", "BOB")}),
        (b"1,SMITH,BOB,ELM,A\n2,A,B\n3,A,B,C,D,A\n4,A,B,C,A,\n", {"1": ("SMITH", "BOB")}),
        (b'"1","SMITH","BOB","ELM","A"\r\n"2","A","B","C","A"\r\n', {"1": ("SMITH", "BOB"), "2": ("A", "B")}),
        (b"1,SMITH,BOB,ELM,A\r2,A,B,C,A\n3,X,Y,Z,A\n", {"1": ("SMITH", "BOB"), "2": ("A", "B"), "3": ("X", "Y")}),
        (b"1,SMITH,BO\rB,ELM,A\n2,A,B,C,A\n", {"1": ("SMITH", "BO B"), "2": ("A", "B")}),
    ],
)
def test_quotes_and_breaks_in_comma_separated_files(
    tmp_path: Path, content: bytes, expected: dict[str, tuple[str, str]]
) -> None:
    voters, report = cut_plain(tmp_path, content)
    assert {key: (each.last_name, each.first_name) for key, each in voters.items()} == expected
    assert report.kept + sum(report.dropped.values()) == report.rows


NOISE = st.sampled_from([b"\t", b"\n", b"\r", b'"', b"\0", b"\xd1", b"\xff", b",", b"", b"\r\n", b'"\t"', b"\x81"])


DAMAGE = st.lists(st.tuples(st.integers(0, 5_000), NOISE), max_size=12)
few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
many = settings(few, max_examples=1_500)


def damaged(content: bytes, damage: list[tuple[int, bytes]]) -> bytes:
    """The content with single bytes replaced."""
    for where, noise in damage:
        place = where % len(content)
        content = content[:place] + noise + content[place + 1 :]
    return content


def check_tabbed(folder: Path, damage: list[tuple[int, bytes]]) -> None:
    header, _, content = text([voter(number) for number in range(1, 9)]).encode().partition(b"\r\n")
    # The first and the last row stay whole.
    first, last = (line(voter(number), SINCE_2022).encode() for number in (100, 200))
    voters, report = cut(folder, b"\r\n".join([header, first, damaged(content, damage), last, b""]))
    assert {"BN000100", "BN000200"} <= set(voters)
    assert report.kept + sum(report.dropped.values()) == report.rows


def check_comma_separated(folder: Path, damage: list[tuple[int, bytes]]) -> None:
    content = b"".join(b'%d,"SMI, TH","RO""B",ELM,A\n' % number for number in range(1, 9))
    voters, report = cut_plain(folder, b"100,A,B,C,A\n" + damaged(content, damage) + b"\n" * 8 + b"200,A,B,C,A\n")
    assert "100" in voters
    assert report.kept + sum(report.dropped.values()) == report.rows


@few
@given(DAMAGE)
def test_no_damage_to_a_tabbed_file_stops_the_cut(tmp_path: Path, damage: list[tuple[int, bytes]]) -> None:
    check_tabbed(tmp_path, damage)


@few
@given(DAMAGE)
def test_no_damage_to_a_comma_separated_file_stops_the_cut(
    tmp_path: Path, damage: list[tuple[int, bytes]]
) -> None:
    check_comma_separated(tmp_path, damage)


@pytest.mark.long
@many
@given(DAMAGE)
def test_much_damage_to_a_tabbed_file_never_stops_the_cut(tmp_path: Path, damage: list[tuple[int, bytes]]) -> None:
    check_tabbed(tmp_path, damage)


@pytest.mark.long
@many
@given(DAMAGE)
def test_much_damage_to_a_comma_separated_file_never_stops_the_cut(
    tmp_path: Path, damage: list[tuple[int, bytes]]
) -> None:
    check_comma_separated(tmp_path, damage)


FIELDS = st.lists(
    st.text(st.sampled_from('AB ",;\té'), max_size=4).map(lambda field: field.replace("\t", "")),
    min_size=3,
    max_size=3,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FIELDS, min_size=1, max_size=6))
def test_rows_that_are_regular_are_left_as_they_are(tmp_path: Path, rows: list[list[str]]) -> None:
    content = "".join(
        ",".join('"' + field.replace('"', '""') + '"' for field in row) + "\n" for row in rows
    ).encode()
    (tmp_path / "regular.csv").write_bytes(content)
    folder = tmp_path / "work"
    folder.mkdir(exist_ok=True)
    (raw,) = raw_files(tmp_path / "regular.csv")
    made = make_regular(raw, Dialect(",", 3, quoting=True), 0, folder)
    assert made.path == tmp_path / "regular.csv"
    assert made.counts == Counter()


def test_a_regular_file_is_not_copied_and_control_an_irregular_one_is(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (tmp_path / "a").write_bytes(b"1\t2\r\n3\t4\r\n")
    (tmp_path / "b").write_bytes(b"1\t2\r\n3\t4\n")
    dialect = Dialect("\t", 2, quoting=False)
    assert make_regular(raw_files(tmp_path / "a")[0], dialect, 0, folder).path == tmp_path / "a"
    copy = make_regular(raw_files(tmp_path / "b")[0], dialect, 0, folder)
    assert copy.path.read_bytes() == b"1\t2\n3\t4\n"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1_000])
def test_where_a_chunk_ends_makes_no_difference(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = b'h\r\n1,"a\nb",3\n4,5,6\r\n\0,8,9\n\xd1,2,3\r1,2,3\n7,"8,9\n1,2,"3"\nx'
    (tmp_path / "whole.csv").write_bytes(content)
    (raw,) = raw_files(tmp_path / "whole.csv")
    dialect = Dialect(",", 3, quoting=True)
    made = []
    for chunk in (len(content), size):
        folder = tmp_path / f"work{chunk}"
        folder.mkdir()
        monkeypatch.setattr(regular.RawFile.chunks, "__defaults__", (chunk,))
        result = make_regular(raw, dialect, 1, folder)
        made.append((result.path.read_bytes(), result.counts))
    assert made[0] == made[1]


@given(st.binary(max_size=60))
def test_any_bytes_become_text(data: bytes) -> None:
    assert bool(decoded(data).encode()) == bool(data)


TOKENS = st.lists(
    st.sampled_from([b"A", b" ", b",", b"\t", b'"', b"\r", b"\n", b"\0", b"\xd1", b'"A,A"', b"A,A\n"])
)


@settings(max_examples=500)
@given(TOKENS.map(b"".join), st.booleans())
def test_whatever_comes_in_what_comes_out_is_regular(data: bytes, quoting: bool) -> None:
    dialect = Dialect("," if quoting else "\t", 3, quoting)
    mender = Mender(dialect)
    out = mender.mend(data + b"\n") + mender.rest()
    assert not out or regular.is_regular(out, dialect)
