"""`f2f-desktop targets resolve`, from the list to the star on a laptop."""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import openpyxl
import pytest

from f2f_desktop.campaign.targets import TargetEntry, TargetList, TargetVoter
from f2f_desktop.cli.main import main
from f2f_desktop.contacts.model import Contact, PersonName, Phone
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.volunteer.targets import Targets
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from tests.matching.people import Person, crowd, voters_from

PEOPLE = (
    Person("ZZ900001", "ZELDA", "QUILLFEATHER", phone=9195550101),
    Person("ZZ900002", "OTTO", "MARROWBY", phone=9195550102),
    Person("ZZ900003", "PERCIVAL", "UNDERWOOD", birth_year=1950),
    Person("ZZ900004", "PERCIVAL", "UNDERWOOD", birth_year=1951),
)
LIST = """\
first_name,last_name,phone,voter_id,why_you,assigned_user_email
Zelda,Quillfeather,919-555-0101,ZZ900001,You love the library.,
Otto,Marrowby,919-555-0102,,,val@example.org
=Percy,Underwood,919-555-0103,,,
Percival,Underwood,919-555-0103,,,
,,919-555-0104,,,
"""
HELP = Path(__file__).parents[2] / "resources" / "help" / "target-lists.md"


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("extract") / "district.f2fx"
    details = ExtractDetails(layout="test", expires=datetime.now(UTC).date() + timedelta(days=9))
    write_extract(path, voters_from([*crowd(3_000), *PEOPLE]), details, SigningKey.generate())
    return path


def resolve(folder: Path, extract: Path, text: str, *more: str) -> tuple[int, TargetList | None]:
    path, out = folder / "phone tree.csv", folder / "targets.json"
    path.write_text(text, encoding="utf-8")
    status = main(["targets", "resolve", str(path), "--extract", str(extract), "--out", str(out), *more])
    return status, msgspec.json.decode(out.read_bytes(), type=TargetList) if out.exists() else None


def test_a_list_becomes_what_a_bundle_carries_and_says_who_is_left(
    tmp_path: Path, extract: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = tmp_path / "left.csv"
    status, found = resolve(tmp_path, extract, LIST, "--unresolved", str(left))
    told = capsys.readouterr()
    assert status == 0
    assert found is not None
    assert (found.id, found.name) == ("phone-tree", "phone tree")
    assert found.voters == (
        TargetVoter("ZZ900001", {"why_you": "You love the library."}),
        TargetVoter("ZZ900002", {}, "val@example.org"),
    )
    assert found.entries[1] == TargetEntry("Percival", "Underwood", "+19195550103")
    assert "2 voters and 2 people not in the file" in told.out
    assert "phone tree.csv: line 6: " in told.err
    assert "voter_id: 1 rows, 1 in the extract, 1 with the same name\n" in told.err
    assert "4 rows: 1 found by id, 1 by what they say" in told.err
    assert "Quillfeather" not in told.err
    rows = list(csv.DictReader(io.StringIO(left.read_text("utf-8"))))
    assert [(row["line"], row["first_name"], row["why"], row["travels"]) for row in rows] == [
        ("4", "'=Percy", rows[0]["why"], "yes"),
        ("5", "Percival", "several voters fit", "yes"),
    ]
    assert {rows[1]["likeliest_id"], rows[1]["runner_up_id"]} == {"ZZ900003", "ZZ900004"}
    assert float(rows[1]["likeliest_probability"]) >= float(rows[1]["runner_up_probability"]) > 0


def test_no_phone_number_and_one_that_is_not_valid_are_two_things(
    tmp_path: Path, extract: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = LIST + "Nobody,Whoever,,,,\nNemo,Whoever,12345,,,\nNone,Whoever,n/a,,,\n"
    left = tmp_path / "left.csv"
    assert resolve(tmp_path, extract, text, "--unresolved", str(left))[0] == 0
    told = capsys.readouterr().err
    assert "line 7: The row has no phone number." in told
    assert "line 8: The phone number is not valid; the row came in without it." in told
    assert "  2 of these cannot be suggested: no phone number\n" in told
    assert "  1 of these cannot be suggested: the phone number is not valid\n" in told
    rows = [row for row in csv.DictReader(io.StringIO(left.read_text("utf-8"))) if row["last_name"] == "Whoever"]
    assert [(row["phone"], row["travels"], row["kept_back"]) for row in rows] == [
        ("", "no", "no phone number"),
        ("12345", "no", "the phone number is not valid"),
        ("", "no", "no phone number"),
    ]


def test_ids_that_name_somebody_else_are_told_by_line(
    tmp_path: Path, extract: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = tmp_path / "left.csv"
    text = LIST.replace("Otto,Marrowby,919-555-0102,", "Ottilie,Smythe,919-555-0102,ZZ900002")
    status, found = resolve(tmp_path, extract, text, "--unresolved", str(left))
    assert status == 0
    assert found is not None
    assert [voter.voter_id for voter in found.voters] == ["ZZ900001", "ZZ900002"]
    assert (
        "phone tree.csv: line 3: The id is of a voter with another name; the id counts." in capsys.readouterr().err
    )
    (row, *_) = csv.DictReader(io.StringIO(left.read_text("utf-8")))
    assert (row["line"], row["last_name"], row["why"], row["likeliest_id"]) == (
        "3",
        "Smythe",
        "found by its id, but the voter has another name",
        "ZZ900002",
    )


def test_other_headers_are_read_by_the_mapping_of_the_help_page(tmp_path: Path, extract: Path) -> None:
    page = HELP.read_text(encoding="utf-8")
    found = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert found
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(found[1], encoding="utf-8")
    text = (
        "Given;Family;Cell;Home phone;SOS;Organizer;Reason to talk;Internal note;Score\n"
        "Otto;Marrowby;;(919) 555-0102;;val@example.org;the park;never call;3\n"
    )
    status, listed = resolve(tmp_path, extract, text, "--mapping", str(mapping), "--name", "Friends", "--id", "f")
    assert status == 0
    assert listed == TargetList(
        "f", "Friends", (TargetVoter("ZZ900002", {"why_you": "the park", "score": "3"}, "val@example.org"),)
    )


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ("[columns]\nfirst = 'x'", "first is not known"),
        ("colums = 1", "unknown field"),
        ("[", "is not TOML"),
        ("[columns]\nphone = 'Nowhere'", "no column Nowhere"),
        ("[file]\ndelimiter = 'tabs'", "delimiter"),
        ("[file]\nheader = false", "names must list"),
    ],
)
def test_a_fault_in_the_mapping_is_said(
    tmp_path: Path, extract: Path, capsys: pytest.CaptureFixture[str], mapping: str, words: str
) -> None:
    (tmp_path / "m.toml").write_text(mapping)
    status, found = resolve(tmp_path, extract, LIST, "--mapping", str(tmp_path / "m.toml"))
    assert status == 1
    assert found is None
    assert words in capsys.readouterr().err


def test_a_list_of_nobody_is_status_1_and_writes_nothing(tmp_path: Path, extract: Path) -> None:
    assert resolve(tmp_path, extract, "first_name,last_name,phone\n,,\n") == (1, None)


def test_the_star_comes_from_the_voter_and_else_from_phone_and_name(tmp_path: Path, extract: Path) -> None:
    _, listed = resolve(tmp_path, extract, LIST)
    everybody, val = Targets(listed, "somebody@example.org"), Targets(listed, "VAL@example.org ")
    zelda = Contact("z", PersonName("Zelda Quillfeather"))
    otto = Contact("o", PersonName("Otto Marrowby"))
    percy = Contact("p", PersonName("Percy Underwood"), phones=(Phone("+19195550103", ""),))
    assert everybody.suggested(zelda, "ZZ900001") is not None
    assert everybody.suggested(zelda, None) is None
    assert everybody.suggested(otto, "ZZ900002") is None
    assert val.suggested(otto, "ZZ900002") is not None
    assert everybody.suggested(percy, None) is not None
    assert everybody.suggested(Contact("q", percy.name), None) is None


def test_without_the_organizer_s_tools_a_workbook_is_explained_and_a_csv_read(
    tmp_path: Path, extract: Path
) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["first_name", "last_name", "phone"])
    book.save(tmp_path / "list.xlsx")
    (tmp_path / "list.csv").write_text(LIST)
    script = (
        "import sys; sys.modules['python_calamine'] = sys.modules['duckdb'] = None\n"
        "from f2f_desktop.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    status = []
    for name in ("list.xlsx", "list.csv"):
        words = [
            "targets",
            "resolve",
            str(tmp_path / name),
            "--extract",
            str(extract),
            "--out",
            str(tmp_path / "o"),
        ]
        done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        status.append((done.returncode, "f2f-desktop[organizer]" in done.stderr))
    assert status == [(1, True), (0, False)]
    assert json.loads((tmp_path / "o").read_text())["voters"]
