"""A mapping file is proposed for a file of no known layout."""

import re
from pathlib import Path

import pytest

from f2f_desktop.cli.main import main
from f2f_desktop.voterfile.forms import Beginning
from f2f_desktop.voterfile.layout import alternatives, column_names
from f2f_desktop.voterfile.layout_files import built_in_layouts, read_layout
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.proposing import Proposal, propose_mapping
from f2f_desktop.voterfile.raw import raw_files
from tests.voterfile.cast import KEPT, NEVER
from tests.voterfile.write_layout_samples import FOLDER

UNKNOWN = """\
Reg. No.;Surname;First names;Born;House;Street;Zip Code;Political party;Voter status;CD;Confidential?;General 2020
A-1001;Muñoz "Peña";José;31.12.1990;12;Elm St;01234;Green;Active;2;N;Y
A-1002;Ólafsdóttir;Ann;01.01.1984;3;Oak Rd;01235;Democratic;Inactive;2;N;
A-1003;Person;Hidden;01.01.1984;3;Oak Rd;01235;Democratic;Active;2;Y;Y
A-1004;Away;Gone;01.01.1984;3;Oak Rd;01235;Democratic;Cancelled;2;N;Y
"""


def proposed(path: Path) -> Proposal:
    return propose_mapping(Beginning.of(raw_files(path)[0]), path.stem)


def test_an_unknown_file_is_cut_by_the_mapping_file_proposed_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voters, mapping, out = (tmp_path / name for name in ("voters.csv", "mapping.toml", "out.f2fx"))
    voters.write_text(UNKNOWN, encoding="latin-1")
    assert main(["extract", "cut", str(voters), "--out", str(out)]) == 1
    assert "--propose-mapping FILE.toml" in capsys.readouterr().err
    assert main(["extract", "cut", str(voters), "--propose-mapping", str(mapping)]) == 0
    told = capsys.readouterr().out
    assert "id                 Reg. No." in told
    assert f"--layout {mapping}" in told
    assert main(["extract", "cut", str(voters), "--layout", str(mapping), "--out", str(out)]) == 0
    found = open_extract(out).voters
    people = {found.at(row).first_name: found.at(row) for row in range(len(found))}
    assert set(people) == {"JOSÉ", "ANN"}
    jose = people["JOSÉ"]
    assert (jose.id, jose.last_name, jose.birth_year, jose.zip) == ("A-1001", "MUÑOZ PEÑA", 1990, "01234")
    assert (jose.street_address, jose.districts["congressional"], jose.votes_cast) == ("12 ELM ST", "2", 1)


def test_a_proposal_says_which_columns_keep_people_out_and_that_there_are_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a word about it, nobody would miss what the file calls otherwise."""
    voters, mapping = tmp_path / "voters.csv", tmp_path / "mapping.toml"
    voters.write_text(UNKNOWN.replace("Confidential?", "Secret?"), encoding="latin-1")
    assert main(["extract", "cut", str(voters), "--propose-mapping", str(mapping)]) == 0
    told = capsys.readouterr().out
    assert "Who is registered: Voter status\n" in told
    assert "Who is confidential: Secret?\n" in told
    assert 'column = "Secret?"' in mapping.read_text(encoding="utf-8")
    assert "# not used: General 2020\n" in mapping.read_text(encoding="utf-8")
    mapping.unlink()
    voters.write_text(UNKNOWN.replace("Confidential?", "Z").replace("Voter status", "Y"), encoding="latin-1")
    assert main(["extract", "cut", str(voters), "--propose-mapping", str(mapping)]) == 0
    assert capsys.readouterr().out.count("NO COLUMN FOUND") == 2
    assert "# No column tells whose record is confidential." in mapping.read_text(encoding="utf-8")


PARTS = """\
Voter No,Last Name,First Name,House No,Street,Apt No,Town,Zip,Status,Fire Dist
1001,SMITH,ANN,12,ELM ST,4,OAK,27001,A,7
1002,JONES,BOB,9,OAK RD,,OAK,27001,A,8
"""


@pytest.mark.parametrize(
    ("house", "street"),
    [("House No", "Street"), ("HOUSE_NUM", "STREET_NAME"), ("St. No.", "Road"), ("HNo", "Street")],
)
def test_an_address_in_parts_is_put_together(
    house: str, street: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voters, mapping, out = (tmp_path / name for name in ("voters.csv", "mapping.toml", "out.f2fx"))
    voters.write_text(PARTS.replace("House No", house).replace("Street", street))
    assert main(["extract", "cut", str(voters), "--propose-mapping", str(mapping)]) == 0
    told = capsys.readouterr().out
    assert f"street_address     {house} + {street} + Apt No" in told
    assert (
        "Not found: birth_year or birth_date or age, phone. If the file has them, name their columns under [columns]."
        in told
    )
    assert "fire (Fire Dist)" in mapping.read_text()
    words = ["--layout", str(mapping), "--district", "fire=7", "--out", str(out)]
    assert main(["extract", "cut", str(voters), *words]) == 0
    found = open_extract(out).voters
    assert [found.at(row).street_address for row in range(len(found))] == ["12 ELM ST 4"]


@pytest.mark.parametrize("content", ["alpha;beta\n1;2\n", "alpha\tbeta\tgamma\n1\t2\t3\n1\t2\t4\n"])
def test_where_nothing_is_found_that_is_said_with_what_to_do(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "voters.csv").write_text(content)
    mapping = tmp_path / "mapping.toml"
    assert main(["extract", "cut", str(tmp_path / "voters.csv"), "--propose-mapping", str(mapping)]) == 0
    told = capsys.readouterr().out
    assert "in which nothing is guessed" in told
    assert "Not found: id, last_name, first_name, street_address" in told
    assert "It cannot be used before [columns] names id and last_name" in told
    assert "Is this a voter file, one record a line?" in told
    assert (
        "# NOT FOUND: birth_year or birth_date or age. If the file has it, name its column." in mapping.read_text()
    )


def test_guesses_that_rest_on_values_alone_are_called_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = tmp_path / "mapping.toml"
    voters = str(FOLDER / "florida" / "ALA_20260106.txt")
    assert main(["extract", "cut", voters, "--propose-mapping", str(mapping)]) == 0
    assert "names no columns: the guesses rest on values alone" in capsys.readouterr().out


def test_a_mapping_file_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "voters.csv").write_text(UNKNOWN)
    (tmp_path / "mapping.toml").write_text("mine")
    words = ["extract", "cut", str(tmp_path / "voters.csv"), "--propose-mapping", str(tmp_path / "mapping.toml")]
    assert main(words) == 1
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "mapping.toml").read_text() == "mine"


@pytest.mark.parametrize(
    ("layout", "name"),
    [
        ("north-carolina", "ncvoter92.txt"),
        ("ohio", "SWVF_23_44.txt"),
        ("washington", "20260102_VRDB_Extract.txt"),
        ("michigan", "EntireStateVoters.csv"),
        ("colorado", "EX-003_Master_Voter_List.csv"),
        ("van", "export.xls"),
        ("van-export-job", "canvassfile_77.csv"),
        ("l2", "voters.csv"),
        ("targetsmart", "targetsmart.csv"),
        ("pdi", "pdi.csv"),
    ],
)
def test_the_guesses_for_known_files_agree_with_their_layouts(layout: str, name: str) -> None:
    guessed = proposed(FOLDER / layout / name).found
    declared = built_in_layouts()[layout]
    for ours in ("id", "first_name", "last_name", "city", "zip"):
        names = {_letters(each) for each in column_names((declared.columns[ours],))}
        assert any(_letters(guessed[ours]).endswith(each) for each in names), (ours, guessed[ours])


def test_a_proposal_quotes_nobody_and_can_be_read(tmp_path: Path) -> None:
    for path in sorted(FOLDER.glob("*/*")):
        proposal = proposed(path)
        words = set(re.findall(r"\w+", proposal.text.upper()))
        assert not words & (KEPT | NEVER - {"NOT"}), path
        (tmp_path / "m.toml").write_text(proposal.text, encoding="utf-8")
        assert read_layout(tmp_path / "m.toml").columns["id"] or "NOT FOUND" in proposal.text


def test_without_a_header_only_what_values_show_is_guessed(tmp_path: Path) -> None:
    guessed = proposed(FOLDER / "florida" / "ALA_20260106.txt").found
    assert (guessed["id"], guessed["sex"], guessed["birth_date"]) == ("column 2", "column 20", "column 22")
    assert {guessed["first_name"], guessed["last_name"]} == {"column 3", "column 5"}
    assert "middle_name" not in guessed


def _letters(name: str) -> str:
    return "".join(letter for letter in alternatives(name)[0].casefold() if letter.isalnum())
