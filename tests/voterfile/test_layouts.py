"""Every layout reads its sample: the same invented people, whatever the state or the vendor makes of them."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from f2f_desktop.campaign.filters import District
from f2f_desktop.voterfile import screening
from f2f_desktop.voterfile.cutting import CutReport, CutRequest, cut_extract
from f2f_desktop.voterfile.errors import HistoryUnusable, NobodyLeft, VoterFileUnreadable
from f2f_desktop.voterfile.layout_files import built_in_layouts
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import Voter, Voters
from tests.voterfile.cast import CAST, FREQUENCIES, KEPT, NEVER, PLACE, ZIP
from tests.voterfile.samples import KEY
from tests.voterfile.voter_files import EXPIRES
from tests.voterfile.write_layout_samples import FOLDER, WRITERS


@dataclass(frozen=True)
class Case:
    """A way in which a state or a vendor hands its files out."""

    layout: str
    files: tuple[str, ...]
    dropped: tuple[str, str, str] = ("removed", "confidential", "")
    """The reasons of the removed, the confidential, and the pending record; empty: it is not in the file."""
    certainty: int = 0
    """0: 90 or more, for vendors, whose customers choose the columns."""
    parties: tuple[str, str] = ("DEM", "REP")
    congressional: str = "3"
    county: str = "CLARK"
    frequency: bool = True
    years: bool = True
    phones: bool = True
    dash: str = ""

    def __str__(self) -> str:
        return f"{self.layout} {self.files[0]}"


CASES = (
    Case("north-carolina", ("ncvoter92.txt", "ncvhis92.txt"), ("removed", "confidential", "denied"),
         congressional="4", county="ELM"),
    Case("north-carolina", ("ncvoter92_2012.txt", "ncvhis92.txt"), ("removed", "confidential", "denied"),
         congressional="4", county="ELM"),
    Case("ohio", ("SWVF_23_44.txt",), ("removed", "confidential", "pending"), congressional="03", county="FRANKLIN",
         phones=False),
    Case("florida", ("BRO_20260106.txt", "ALA_20260106.txt", "ALA_H_20260106.txt", "BRO_H_20260106.txt"),
         ("removed", "confidential", "preregistered"), certainty=87, county=""),
    Case("washington", ("20260102_VRDB_Extract.txt", "20260102_VRDB_VoterHistory.txt", "Districts_Precincts.txt"),
         ("removed", "confidential", "pending"), parties=("", ""), congressional="9", county="KING", phones=False),
    Case("washington", ("20170102_VRDB_Extract.txt", "20170102_VRDB_VoterHistory.txt"),
         ("removed", "confidential", "pending"), parties=("", ""), congressional="9", county="KING", phones=False),
    Case("michigan", ("EntireStateVoters.csv", "EntireStateVoterHistory.csv"), ("removed", "confidential", "rejected"),
         parties=("", ""), congressional="13", county="WAYNE", phones=False),
    Case("michigan", ("entire_state_v.lst", "entire_state_h.lst", "electionscd.lst"),
         ("removed", "confidential", "rejected"), certainty=85, parties=("", ""), congressional="13", county="WAYNE",
         phones=False),
    Case("colorado",
         ("Registered_Voters_List_Part1.txt", "Registered_Voters_List_Part2.txt",
          "EX-003_Master_Voting_History_List.csv"),
         ("removed", "confidential", "preregistered"), congressional="CONGRESSIONAL 1", county="DENVER"),
    Case("colorado", ("EX-003_Master_Voter_List.csv", "EX-003_Master_Voting_History_List.csv"),
         ("removed", "confidential", "preregistered"), congressional="CONGRESSIONAL 1", county="DENVER"),
    Case("colorado", ("Registered_Voters_List_2012.txt", "EX-003_Master_Voting_History_List.csv"),
         ("removed", "confidential", "preregistered"), congressional="CONGRESSIONAL 1", county="DENVER"),
    Case("van", ("export.xls",), ("removed", "confidential", "unregistered"), congressional="03"),
    Case("van", ("export.txt",), ("removed", "confidential", "unregistered"), congressional="03"),
    Case("van-export-job", ("canvassfile_77.csv",), ("", "confidential", ""), congressional="003", frequency=False,
         years=False),
    Case("l2", ("voters.csv",), congressional="03"),
    Case("l2", ("VM2--OH--DEMOGRAPHIC.tab", "VM2--OH--VOTEHISTORY.tab"), congressional="03"),
    Case("targetsmart", ("targetsmart.csv",), ("removed", "confidential", "unregistered"), congressional="003"),
    Case("targetsmart", ("targetsmart_dotted.csv",), ("removed", "confidential", "unregistered"), congressional="003"),
    Case("pdi", ("pdi.csv",), ("removed", "confidential", "pending")),
)  # fmt: skip
every_case = pytest.mark.parametrize("case", CASES, ids=str)


def cut(voters: Sequence[Path], out: Path, **request: object) -> tuple[Voters, CutReport]:
    """Cuts an extract and opens it again."""
    wanted = CutRequest(voters=tuple(voters), expires=EXPIRES, **request)  # type: ignore[arg-type]
    report = cut_extract(wanted, out, KEY)
    return open_extract(out).voters, report


@cache
def cut_sample(case: Case) -> tuple[dict[str, Voter], Voters, CutReport]:
    """The voters of a sample by first name; all files of the case stand among the voters."""
    with TemporaryDirectory() as folder:
        voters, report = cut([FOLDER / case.layout / name for name in case.files], Path(folder) / "cut.f2fx")
    found = [voters.at(row) for row in range(len(voters))]
    return {voter.first_name: voter for voter in found}, voters, report


def test_there_is_a_sample_of_every_layout_and_it_is_what_the_writer_writes() -> None:
    assert {case.layout for case in CASES} == set(built_in_layouts()) == set(WRITERS)
    for layout, writer in WRITERS.items():
        made = writer()
        assert {name for case in CASES if case.layout == layout for name in case.files} == set(made)
        for name, content in made.items():
            assert (FOLDER / layout / name).read_bytes() == content, name


@every_case
def test_the_layout_is_recognised_and_says_how_sure_it_is(case: Case) -> None:
    _, _, report = cut_sample(case)
    assert report.manifest.layout == case.layout
    assert report.certainty == case.certainty or (not case.certainty and report.certainty >= 90)
    assert any(words in report.why for words in ("known columns", "are known", "no header"))


@every_case
def test_whoever_is_removed_confidential_or_not_registered_never_gets_in(case: Case) -> None:
    by_name, voters, report = cut_sample(case)
    assert set(by_name) == KEPT
    reasons = [reason for reason in case.dropped if reason]
    if case.layout == "l2":
        reasons = ["removed", "removed", "confidential"]
    assert report.dropped == {reason: reasons.count(reason) for reason in reasons}
    assert report.rows == report.kept + sum(report.dropped.values())
    values = {value for column in (*voters.texts.values(), *voters.districts.values()) for value in column.values}
    assert not any("SECRET" in value or "CONFIDENTIAL" in value for value in values)
    assert not values & NEVER


@every_case
def test_control_without_the_screening_all_of_them_would_get_in(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screening, "cases", lambda layout, columns: [])
    voters, report = cut([FOLDER / case.layout / name for name in case.files], tmp_path / "cut.f2fx")
    assert len(voters) == len(KEPT) + len([reason for reason in case.dropped if reason]) + (case.layout == "l2")
    assert not report.dropped


@every_case
def test_names_addresses_and_districts_are_read(case: Case) -> None:
    by_name, _, _ = cut_sample(case)
    jose = by_name["JOSÉ"]
    assert (jose.last_name, jose.zip, jose.city, jose.street_address) == ("MUÑOZ PEÑA", ZIP, PLACE, "12 OAK ST")
    assert jose.districts["congressional"] == case.congressional
    assert jose.county == (case.county or "ALACHUA")
    assert (jose.party, by_name["ANN"].party) == case.parties
    assert jose.phone == ("+14195550101" if case.phones else "")
    assert jose.birth_year == (1980 if case.years else 0)
    if case.layout not in {"ohio", "van-export-job"}:
        assert (jose.sex, by_name["ANN"].sex) == ("M", "F")
    if case.layout != "van-export-job":
        assert (jose.middle_name, jose.suffix) == ("LUIS", "JR")


@every_case
def test_voter_frequency_is_counted_over_the_last_four_federal_elections(case: Case) -> None:
    by_name, _, report = cut_sample(case)
    if not case.frequency:
        assert {voter.frequency for voter in by_name.values()} == {"unknown"}
        return
    assert report.elections == (date(2024, 11, 5), date(2022, 11, 8), date(2020, 11, 3), date(2018, 11, 6))
    assert {name: voter.frequency for name, voter in by_name.items()} == FREQUENCIES
    jose, ann, young = by_name["JOSÉ"], by_name["ANN"], by_name["MEI-LING"]
    assert (jose.votes_cast, jose.votes_possible, ann.votes_cast, ann.votes_possible) == (4, 4, 2, 4)
    assert young.votes_possible == 0


@every_case
def test_naming_the_layout_gives_the_same_as_recognising_it(case: Case, tmp_path: Path) -> None:
    by_name, _, _ = cut_sample(case)
    history = [FOLDER / case.layout / name for name in case.files if "his" in name.lower() or "_h" in name.lower()]
    files = [path for name in case.files if (path := FOLDER / case.layout / name) not in history]
    voters, report = cut(files, tmp_path / "cut.f2fx", layout=case.layout, history=tuple(history))
    assert {voters.at(row).first_name: voters.at(row) for row in range(len(voters))} == by_name
    assert (report.certainty, report.why) == (100, "you named it")


@pytest.mark.parametrize(
    ("layout", "name", "district"),
    [
        ("ohio", "SWVF_23_44.txt", ("county", "franklin")),
        ("ohio", "SWVF_23_44.txt", ("county", "25")),
        ("ohio", "SWVF_23_44.txt", ("congressional", "3")),
        ("florida", "BRO_20260106.txt", ("county", "Broward")),
        ("florida", "BRO_20260106.txt", ("county", "bro")),
        ("michigan", "entire_state_v.lst", ("county", "wayne")),
        ("van-export-job", "canvassfile_77.csv", ("state_house", "1")),
    ],
)
def test_a_district_may_be_chosen_by_its_name_or_its_code(
    layout: str, name: str, district: tuple[str, str], tmp_path: Path
) -> None:
    voters, _ = cut([FOLDER / layout / name], tmp_path / "cut.f2fx", districts=(District(*district),))
    assert len(voters) > 1


def test_the_districts_file_of_washington_adds_what_the_voter_file_lacks() -> None:
    case = next(case for case in CASES if "Districts_Precincts.txt" in case.files)
    districts = cut_sample(case)[0]["JOSÉ"].districts
    assert (districts["county_commission"], districts["municipality"], districts["school"]) == ("5", PLACE, "403")


def test_codes_of_elections_without_their_file_are_told(tmp_path: Path) -> None:
    files = [FOLDER / "michigan" / name for name in ("entire_state_v.lst", "entire_state_h.lst")]
    with pytest.raises(HistoryUnusable, match="election codes"):
        cut(files, tmp_path / "cut.f2fx")


def test_ballots_that_florida_did_not_count_are_no_votes() -> None:
    case = next(case for case in CASES if case.layout == "florida")
    tyrone = cut_sample(case)[0]["TYRONE"]
    assert (tyrone.votes_cast, tyrone.votes_possible) == (1, 4)


def test_a_folder_stands_for_the_files_in_it_and_empty_ones_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "florida"
    folder.mkdir()
    for path in (FOLDER / "florida").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "BAK_20260106.txt").touch()
    voters, report = cut([folder], tmp_path / "cut.f2fx")
    assert len(voters) == len(KEPT)
    assert "BAK_20260106.txt is empty and was passed over." in report.notes


def test_what_else_lies_in_an_archive_is_passed_over(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "florida.zip", "w") as archive:
        for path in (FOLDER / "florida").iterdir():
            archive.write(path, f"20260106/{path.name}")
        archive.writestr(
            "README.txt", "Voter registration and history of all counties.\nAsk the division of elections.\n"
        )
        archive.writestr("empty.txt", "")
    voters, report = cut([tmp_path / "florida.zip"], tmp_path / "cut.f2fx")
    assert len(voters) == len(KEPT)
    assert report.history_rows == 26
    assert any("README.txt is no voter file" in note for note in report.notes)


def test_a_workbook_is_told_from_text_that_is_named_like_one(tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with zipfile.ZipFile(tmp_path / "new.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    for name in ("old.xls", "new.xlsx"):
        with pytest.raises(VoterFileUnreadable, match=r"workbook.*Save it as CSV"):
            cut([tmp_path / name], tmp_path / "cut.f2fx")


def test_a_file_without_its_header_borrows_that_of_another(tmp_path: Path) -> None:
    whole = (FOLDER / "l2" / "voters.csv").read_bytes()
    header, *rows = whole.split(b"\r\n")
    (tmp_path / "a.csv").write_bytes(b"\r\n".join([header, *rows[:3], b""]))
    (tmp_path / "b.csv").write_bytes(b"\r\n".join(rows[3:]))
    voters, _ = cut([tmp_path / "b.csv", tmp_path / "a.csv"], tmp_path / "cut.f2fx", layout="l2")
    assert len(voters) == len(KEPT)


def test_ohios_rows_without_a_header_are_read_without_their_history(tmp_path: Path) -> None:
    rows = (FOLDER / "ohio" / "SWVF_23_44.txt").read_bytes().split(b"\r\n", 1)[1]
    (tmp_path / "rows.txt").write_bytes(rows)
    voters, report = cut([tmp_path / "rows.txt"], tmp_path / "cut.f2fx")
    assert len(voters) == len(KEPT)
    assert report.elections == ()
    assert "no header" in report.why


@every_case
def test_order_case_quotes_and_further_columns_make_no_difference(case: Case, tmp_path: Path) -> None:
    """Files that somebody opened and saved again: other order, other case, a mark at the beginning, semicolons."""
    by_name, _, _ = cut_sample(case)
    changed = []
    for name in case.files:
        content = (FOLDER / case.layout / name).read_bytes()
        path = tmp_path / name
        path.write_bytes(_saved_again(content) if _has_header(content) else content)
        changed.append(path)
    voters, _ = cut(changed, tmp_path / "cut.f2fx")
    assert {voters.at(row).first_name: voters.at(row) for row in range(len(voters))} == by_name


def _has_header(content: bytes) -> bool:
    return any(
        word in content[:400].lower().replace(b"\0", b"")
        for word in (b"last", b"lname", b"voterid,", b"voterid|", b"voterid\t", b"number")
    )


def _saved_again(content: bytes) -> bytes:
    text = content.decode("utf-16") if content.startswith(b"\xff\xfe") else _decoded(content)
    delimiter = max("\t|,", key=text.split("\r\n")[0].count)
    rows = [[field.strip('"') for field in line.split(delimiter)] for line in text.split("\r\n") if line]
    width = len(rows[0])
    moved = [[*row[:width][::-1], "extra"] for row in rows]
    moved[0] = [*(name.swapcase() for name in moved[0][:-1]), "Something else"]
    return ("\n".join(";".join(f'"{field}"' for field in row) for row in moved) + "\n").encode("utf-8-sig")


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def test_a_column_that_says_confidential_is_heeded_whatever_the_layout_knows(tmp_path: Path) -> None:
    lines = (FOLDER / "pdi" / "pdi.csv").read_text().split("\n")
    lines[0] = lines[0].rstrip() + ',"Is Confidential"'
    lines[1:3] = [line.rstrip() + f',"{flag}"' for line, flag in zip(lines[1:3], ("Y", "N"), strict=True)]
    (tmp_path / "voters.csv").write_text("\n".join(lines[:3]))
    voters, report = cut([tmp_path / "voters.csv"], tmp_path / "cut.f2fx")
    assert voters.at(0).first_name == "ANN"
    assert report.dropped == {"confidential": 1}


def test_a_header_that_stands_again_is_no_voter(tmp_path: Path) -> None:
    for layout, name in (("ohio", "SWVF_23_44.txt"), ("van", "export.xls"), ("l2", "voters.csv")):
        content = (FOLDER / layout / name).read_bytes()
        (tmp_path / name).write_bytes(content * 2)
        voters, report = cut([tmp_path / name], tmp_path / "cut.f2fx")
        assert len(voters) == len(KEPT)
        assert report.dropped["header line again"] == 1


def test_files_of_different_columns_put_together_are_refused(tmp_path: Path) -> None:
    content = (FOLDER / "pdi" / "pdi.csv").read_text()
    header, rows = content.split("\n", 1)
    swapped = ",".join(reversed(header.split(","))) + "\n" + rows
    (tmp_path / "both.csv").write_text(content + swapped)
    with pytest.raises(VoterFileUnreadable, match="second header"):
        cut([tmp_path / "both.csv"], tmp_path / "cut.f2fx")


def test_rows_that_do_not_have_the_shape_of_a_file_without_header_are_left_out(tmp_path: Path) -> None:
    line = (FOLDER / "michigan" / "entire_state_v.lst").read_bytes().split(b"\r\n")[0]
    content = b"\r\n".join([*([line] * 40), line[1:], line.replace(b" ", b"", 1), line[:460], b""])
    (tmp_path / "v.lst").write_bytes(content)
    voters, report = cut([tmp_path / "v.lst"], tmp_path / "cut.f2fx")
    assert len(voters) == 1
    assert report.dropped == {"same id again": 39, "not of the layout's shape": 3}


def test_nothing_left_says_which_layout_it_was(tmp_path: Path) -> None:
    removed = next(person.number for person in CAST if person.status == "removed")
    rows = (FOLDER / "florida" / "ALA_20260106.txt").read_bytes().split(b"\r\n")
    (tmp_path / "one.txt").write_bytes(next(row for row in rows if f"\t1{removed:08d}\t".encode() in row))
    with pytest.raises(NobodyLeft, match=r"removed: 1\). Layout: Florida \(87 %\)"):
        cut([tmp_path / "one.txt"], tmp_path / "cut.f2fx")


CHOSEN = {
    "van": "Voter File VANID,LastName,FirstName,YearOfBirth",
    "van-export-job": "VanID,LastName,FirstName,BirthYear,CanvassFileRequestID,ZipOrPostal",
    "l2": "LALVOTERID,Voters_LastName,Voters_FirstName,Voters_BirthYear",
    "targetsmart": "vb.voterbase_id,vb.tsmart_last_name,vb.tsmart_first_name,vb.voterbase_birth_year",
    "pdi": "PDI ID,Last Name,First Name,Birth Year",
}


@pytest.mark.parametrize("layout", CHOSEN)
def test_of_a_vendor_s_columns_a_year_of_birth_is_read_and_hardly_any_is_needed(
    layout: str, tmp_path: Path
) -> None:
    voters = tmp_path / "voters.csv"
    more = ",77,27001" * (layout == "van-export-job")
    voters.write_text(f"{CHOSEN[layout]}\nLALOH17,Quillfeather,Ada,1984{more}\n", encoding="utf-8")
    found, report = cut([voters], tmp_path / "cut.f2fx")
    assert report.manifest.layout == layout
    assert (found.at(0).last_name, found.at(0).birth_year) == ("QUILLFEATHER", 1984)
