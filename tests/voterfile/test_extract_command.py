"""`f2f-desktop extract cut` and `extract info`, as scripts use them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from f2f_desktop.cli.main import main
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.voterfile.opening import open_extract, read_manifest
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from tests.voterfile.samples import KEY, some_voters
from tests.voterfile.voter_files import HISTORY, text, vote, voter, write


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, str]:
    """A voter file, a history, and where the extract goes."""
    rows = [voter(1), voter(2, county_desc="ASH"), voter(3, status_cd="R"), voter(4, confidential_ind="Y")]
    voters = write(tmp_path / "ncvoter.txt", rows)
    history = write(tmp_path / "ncvhis.txt", [vote(1, "11/05/2024"), vote(1, "11/08/2022")], HISTORY)
    return str(voters), str(history), str(tmp_path / "out.f2fx")


def run(*words: str) -> int:
    try:
        return main(["extract", *words])
    except SystemExit as error:
        return int(error.code or 0)


def test_cutting_writes_an_extract_and_says_what_became_of_the_rows(
    files: tuple[str, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    voters, history, out = files
    assert run("cut", voters, "--history", history, "--out", out) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(f"{out}: 2 voters, ")
    for words in (
        "Layout: North Carolina (98 %): 67 of 67 known columns; ncid",
        "Rows read: 4; kept: 2",
        "left out, removed: 1",
        "left out, confidential: 1",
        "General elections: 2024-11-05, 2022-11-08; votes in them: 2",
    ):
        assert words in printed.err
    assert "\r" not in printed.err
    extract = open_extract(Path(out))
    assert len(extract.voters) == 2
    assert extract.manifest.expires == datetime.now(UTC).astimezone().date() + timedelta(days=60)


def test_districts_columns_expiry_and_key_are_obeyed(files: tuple[str, str, str], tmp_path: Path) -> None:
    voters, history, out = files
    key = SigningKey.generate()
    (tmp_path / "key").write_bytes(key.to_bytes())
    expires = (datetime.now(UTC).astimezone().date() + timedelta(days=3)).isoformat()
    words = ["--district", "county=ash", "--district", "congressional=04", "--columns", "last_name,districts"]
    words += ["--expires", expires, "--key", str(tmp_path / "key"), "--layout", "north-carolina"]
    assert run("cut", voters, "--history", history, "--out", out, *words) == 0
    extract = open_extract(Path(out), trusted={key.public})
    assert [extract.voters.id_at(row) for row in range(len(extract.voters))] == ["BN000002"]
    assert set(extract.voters.texts) == {"first_name", "last_name"}
    assert set(extract.voters.districts) >= {"precinct", "congressional"}
    assert extract.manifest.expires.isoformat() == expires


def test_a_history_among_the_voter_files_is_taken_for_what_it_is(
    files: tuple[str, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    voters, history, out = files
    assert run("cut", history, voters, "--out", out) == 0
    told = capsys.readouterr().err
    assert "Not voters but what goes with them: ncvhis.txt." in told
    assert "General elections: 2024-11-05, 2022-11-08" in told


def test_a_close_call_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "voters.csv").write_text("VanID,LastName,FirstName,ZipOrPostal,Party\n1,SMITH,ANN,27001,D\n")
    assert run("cut", str(tmp_path / "voters.csv"), "--out", str(tmp_path / "out.f2fx")) == 0
    told = capsys.readouterr().err
    assert "Layout: VAN export job (98 %)" in told
    assert "A close call: voters.csv may also be of the layout VAN export (94 %)." in told


@pytest.mark.parametrize(
    "words",
    [
        ["cut"],
        ["cut", "{voters}"],
        ["cut", "{voters}", "--out", "{out}", "--district", "county"],
        ["cut", "{voters}", "--out", "{out}", "--district", "=ELM"],
        ["cut", "{voters}", "--out", "{out}", "--district", "county="],
        ["cut", "{voters}", "--out", "{out}", "--expires", "tomorrow"],
        ["cut", "{voters}", "--out", "{out}", "--expires", "2020-01-01"],
        ["cut", "{voters}", "--out", "{out}", "--columns", "race"],
        ["cut", "{voters}", "--out", "{out}", "--elections", "0"],
        ["melt"],
        ["info"],
    ],
)
def test_usage_errors_exit_with_2_and_write_nothing(
    files: tuple[str, str, str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    voters, _, out = files
    assert run(*(word.format(voters=voters, out=out) for word in words)) == 2
    assert capsys.readouterr().err
    assert not Path(out).exists()


@pytest.mark.parametrize(
    ("content", "words", "message"),
    [
        (None, [], "cannot be read"),
        ("", [], "empty"),
        ("a,b\n1,2\n", [], "The layout of voters.txt is not known. Its first line holds 'a', 'b'."),
        (
            text([voter(1, status_cd="R")]),
            [],
            "No voter is left, so there is no extract (removed: 1). Layout: North Carolina (98 %).",
        ),
        (text([voter(1)]), ["--district", "county=ATLANTIS"], "There are: ELM."),
        (text([voter(1)]), ["--layout", "atlantis"], "There is no layout 'atlantis'."),
        (text([voter(1)]), ["--key", "/nowhere/key"], "cannot be read"),
    ],
)
def test_what_cannot_be_cut_exits_with_1_and_a_sentence(
    tmp_path: Path, content: str | None, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / "voters.txt").write_text(content)
    out = tmp_path / "out.f2fx"
    assert run("cut", str(tmp_path / "voters.txt"), "--out", str(out), *words) == 1
    error = capsys.readouterr().err
    assert error.startswith("f2f-desktop: ")
    assert message in error
    assert "Traceback" not in error
    assert not out.exists()


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(
    files: tuple[str, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    voters, _, out = files
    Path(voters).write_bytes(b"")
    assert run("cut", voters, "--out", f"{out}/no/where.f2fx") == 1
    assert "folder" in capsys.readouterr().err


def test_a_failed_cut_leaves_the_extract_that_was_there(files: tuple[str, str, str]) -> None:
    voters, _, out = files
    Path(out).write_bytes(b"older extract")
    assert run("cut", voters, "--out", out, "--district", "county=ATLANTIS") == 1
    assert Path(out).read_bytes() == b"older extract"


def test_info_tells_in_words_and_in_json(files: tuple[str, str, str], capsys: pytest.CaptureFixture[str]) -> None:
    voters, history, out = files
    run("cut", voters, "--history", history, "--out", out, "--district", "county=ELM")
    capsys.readouterr()
    assert run("info", out) == 0
    told = capsys.readouterr().out
    for words in (
        "an extract of 1 voters",
        "county=ELM",
        "north-carolina",
        "congressional:",
        "2024-11-05, 2022-11-08",
        "(98 %): 67 of 67 known columns; ncid",
        "4 read, 1 kept, 0 mended",
        "removed 1",
        "confidential 1",
        "other district 1",
        "2 rows read, 0 damaged",
    ):
        assert words in told
    assert run("info", out, "--format", "json") == 0
    described = json.loads(capsys.readouterr().out)
    assert (described["count"], described["layout"], described["expired"]) == (1, "north-carolina", False)
    assert described["fingerprint"] == read_manifest(Path(out))[1].fingerprint
    assert {"name": "district-precinct", "role": "district"}.items() <= {
        key: value
        for each in described["columns"]
        if each["name"] == "district-precinct"
        for key, value in each.items()
    }.items()


def test_cut_and_info_tell_the_size_of_the_file(
    files: tuple[str, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    voters, history, out = files
    assert run("cut", voters, "--history", history, "--out", out) == 0
    size = Path(out).stat().st_size
    told = f"{size:,} bytes"
    assert f"{told} ({size / 2:.1f} a voter)" in capsys.readouterr().out
    assert run("info", out) == 0
    assert f"{told}, {size / 2:.1f} a voter" in capsys.readouterr().out
    assert run("info", out, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["size"] == size


def test_info_describes_an_expired_extract_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    yesterday = datetime.now(UTC).astimezone().date() - timedelta(days=1)
    write_extract(tmp_path / "e.f2fx", some_voters(5), ExtractDetails(layout="x", expires=yesterday), KEY)
    assert run("info", str(tmp_path / "e.f2fx")) == 0
    assert "(over)" in capsys.readouterr().out


@pytest.mark.parametrize("damage", ["cut", "flip", "other", "missing"])
def test_info_on_a_damaged_extract_exits_with_1_and_a_sentence(
    tmp_path: Path, damage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "e.f2fx"
    tomorrow = datetime.now(UTC).astimezone().date() + timedelta(days=1)
    write_extract(path, some_voters(50), ExtractDetails(layout="x", expires=tomorrow), KEY)
    data = bytearray(path.read_bytes())
    if damage == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "flip":
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    elif damage == "other":
        path.write_bytes(b"ncid\tlast_name\n")
    else:
        path.unlink()
    assert run("info", str(path)) == 1
    error = capsys.readouterr().err
    assert error.startswith("f2f-desktop: ")
    assert "Traceback" not in error


def test_count_tells_in_words_and_in_json_and_writes_nothing(
    files: tuple[str, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.iterdir())
    assert run("count", files[0], "--district", "County= elm ", "--by", "State-House", "--by", "county") == 0
    told = capsys.readouterr().out
    for words in (
        "North Carolina",
        "Rows: 4; would be kept of county=elm: 1",
        "left out, other district: 1",
        "May be cut by: county, city, congressional",
        "By state_house:",
        "ELM               1  92",
        "street_address  matching",
    ):
        assert words in told
    assert run("count", files[0], "--by", "county", "--format", "json") == 0
    counted = json.loads(capsys.readouterr().out)
    assert (counted["rows"], counted["kept"]) == (4, 2)
    assert [(each["code"], each["voters"]) for each in counted["by"]["county"]] == [("ASH", 1), ("ELM", 1)]
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--by", "planet"], "It has county, city, congressional"),
        (["--district", "planet=MARS"], "It has county, city, congressional"),
        (["--district", "county=OAK"], "There are: ASH, ELM."),
    ],
)
def test_a_kind_or_a_code_that_is_not_there_is_answered_with_those_that_are(
    files: tuple[str, str, str], words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("count", files[0], *words) == 1
    assert message in capsys.readouterr().err


def test_the_help_says_what_each_column_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cut", "--help") == 0
    assert "phone           matching: the strongest evidence there is" in capsys.readouterr().out
