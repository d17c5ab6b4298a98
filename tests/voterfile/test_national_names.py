"""A table of the country's names goes into an extract and comes out of it, bad lines aside."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from f2f_desktop.cli.main import main
from f2f_desktop.voterfile import packing
from f2f_desktop.voterfile.errors import ExtractDamaged, NationalNamesUnusable
from f2f_desktop.voterfile.national import NationalNames, read_national_names
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.writing import write_extract
from tests.voterfile.samples import DETAILS, KEY, contents, some_voters
from tests.voterfile.test_extract_hostile import forged
from tests.voterfile.voter_files import SINCE_2022, line, voter

TABLE = """kind,name,per_100k
surname,Smith,881
surname,GARCÍA LÓPEZ,3.5
given,mary,1990
given,MARY,10
"""


def table(folder: Path, text: str) -> Path:
    path = folder / "names.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_names_survive_an_extract(tmp_path: Path) -> None:
    names, problems = read_national_names(table(tmp_path, TABLE))
    assert problems == ()
    voters = replace(some_voters(20), national=names)
    write_extract(tmp_path / "e.f2fx", voters, DETAILS, KEY)
    opened = open_extract(tmp_path / "e.f2fx", today=DETAILS.expires).voters
    assert opened.national == names
    assert opened.national is not None
    assert opened.national.surnames == pytest.approx({"SMITH": 0.00881, "GARCÍA LÓPEZ": 0.000035})
    assert opened.national.given_names == pytest.approx({"MARY": 0.02})
    assert contents(opened) == contents(voters)


def test_without_names_the_extract_is_what_it_was(tmp_path: Path) -> None:
    write_extract(tmp_path / "a", some_voters(20), DETAILS, KEY)
    write_extract(tmp_path / "b", replace(some_voters(20), national=NationalNames()), DETAILS, KEY)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert open_extract(tmp_path / "b", today=DETAILS.expires).voters.national is None


def test_bad_lines_are_told_and_the_rest_comes_in(tmp_path: Path) -> None:
    lines = [
        "SMITH,surname,0.01",
        "JONES,surname,nan",
        "X,street,0.1",
        ",given,0.1",
        "ANN,given,2",
        "",
        "LEE,surname",
    ]
    text = "\n".join(["Name,Kind,Share", *lines, ""])
    names, problems = read_national_names(table(tmp_path, text))
    assert (dict(names.surnames), dict(names.given_names)) == ({"SMITH": 0.01}, {})
    assert [problem.partition(":")[0] for problem in problems] == [f"names.csv, line {n}" for n in (3, 4, 5, 6, 8)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "first line"),
        ("name,kind\nSMITH,surname\n", "first line"),
        ("name,kind,share\nSMITH,uncle,0.1\n", "no line of it"),
        ("name,kind,share\nSMITH,surname,0.7\nJONES,surname,0.7\n", "more than 1"),
    ],
)
def test_a_table_that_is_none_is_refused_in_words(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(NationalNamesUnusable, match=fault):
        read_national_names(table(tmp_path, text))


def test_bytes_that_are_no_text_and_files_that_are_not_there_are_refused(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_bytes(b"kind,name,share\n\xff\xfe\n")
    for path in (tmp_path / "names.csv", tmp_path / "nowhere.csv"):
        with pytest.raises(NationalNamesUnusable):
            read_national_names(path)


def test_a_cut_carries_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    voters = tmp_path / "ncvoter.txt"
    rows = [voter(number) for number in range(1, 4)]
    header = "\t".join(f'"{name}"' for name in SINCE_2022)
    voters.write_text("\n".join([header, *(line(row, SINCE_2022) for row in rows)]) + "\n")
    out = tmp_path / "cut.f2fx"
    names = table(tmp_path, TABLE + "surname,JONES,much\n")
    assert main(["extract", "cut", str(voters), "--national-names", str(names), "--out", str(out)]) == 0
    assert "names.csv, line 6" in capsys.readouterr().err
    national = open_extract(out).voters.national
    assert national is not None
    assert set(national.surnames) == {"SMITH", "GARCÍA LÓPEZ"}
    assert main(["extract", "info", str(out)]) == 0
    assert "2 surnames, 1 given names" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("national-surname.names.txt", b"\nSMITH\nSMITH"),
        ("national-surname.names.txt", b"SMITH\nJONES"),
        ("national-surname.names.txt", b"\n\xff"),
        ("national-surname.shares.npy", packing.pack_array(np.array([0, 2_000_000_000, 5]))),
        ("national-surname.shares.npy", packing.pack_array(np.array([0, 5]))),
    ],
)
def test_forged_names_are_refused(tmp_path: Path, part: str, content: bytes) -> None:
    names = NationalNames({"SMITH": 0.01, "JONES": 0.002})
    write_extract(tmp_path / "e.f2fx", replace(some_voters(3), national=names), DETAILS, KEY)
    data = (tmp_path / "e.f2fx").read_bytes()
    with pytest.raises(ExtractDamaged):
        open_extract(forged(data, f"columns/{part}.zst", content), today=DETAILS.expires)
