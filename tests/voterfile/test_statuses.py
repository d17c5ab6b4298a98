"""Whoever is not registered any more stays out, whatever the column is called that says so."""

from pathlib import Path

import pytest

from f2f_desktop.voterfile.errors import NobodyLeft
from f2f_desktop.voterfile.screening import NOT_REGISTERED
from tests.voterfile.voter_files import cut

HEADERS = {
    "VAN": ("Voter File VANID", "LastName", "FirstName", "vAddress", "Zip5"),
    "VAN job": ("VanID", "LastName", "FirstName", "StreetAddress", "ZipOrPostal"),
    "L2": ("LALVOTERID", "Voters_LastName", "Voters_FirstName", "Residence_Addresses_AddressLine", "County"),
}


def file(header: str, column: str, values: tuple[str, ...]) -> bytes:
    """A file with one more column: a voter for each of its values."""
    lines = [",".join((*HEADERS[header], column))]
    for number, value in enumerate(values, 1):
        own = f"LALOH{number}" if header == "L2" else str(number)
        lines.append(f"{own},SAMPLE,ANN,{number} ELM ST,27001,{value}")
    return ("\n".join(lines) + "\n").encode()


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("VAN", "Status "),
        ("VAN", "VoterStatusName"),
        ("VAN", "Voter_Status_Desc"),
        ("L2", "Voters_Status"),
        ("L2", "Status"),
        ("VAN job", "Status"),
    ],
)
def test_a_status_of_another_name_keeps_the_removed_out_and_nobody_else(
    tmp_path: Path, header: str, column: str
) -> None:
    kept = ("Active", "Inactive", "", "A", "I", "Registered", "Pending review", "Y", "D", "R")
    voters, report = cut(tmp_path, file(header, column, (*kept, *(word.title() for word in NOT_REGISTERED))))
    assert len(voters) == len(kept)
    assert report.dropped == {"removed": len(NOT_REGISTERED)}


def test_a_declared_status_that_is_there_is_the_one_that_counts(tmp_path: Path) -> None:
    """Another column may tell of something else: a ballot that was denied."""
    content = (
        b"Voter File VANID,LastName,FirstName,Zip5,Voter Status,Ballot Status\n1,SAMPLE,ANN,27001,Active,Denied\n"
    )
    assert len(cut(tmp_path, content)[0]) == 1


@pytest.mark.parametrize("column", ["BallotStatus", "Absentee Application Status", "OptInStatus"])
def test_a_status_of_something_else_keeps_nobody_out(tmp_path: Path, column: str) -> None:
    assert len(cut(tmp_path, file("VAN job", column, ("Denied", "Cancelled", "Removed")))[0]) == 3


def test_a_file_whose_status_removes_everybody_gives_no_extract(tmp_path: Path) -> None:
    with pytest.raises(NobodyLeft, match="removed: 2"):
        cut(tmp_path, file("VAN", "Status", ("Dropped", "Purged")))


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("column", ["ACP", "acp_flag", "Address Confidentiality Program"])
def test_whoever_is_in_an_address_confidentiality_programme_is_confidential(
    tmp_path: Path, header: str, column: str
) -> None:
    voters, report = cut(tmp_path, file(header, column, ("Y", "N", "", "1")))
    assert len(voters) == 2
    assert report.dropped == {"confidential": 2}


@pytest.mark.parametrize("column", ["Secret?", "Is_Secret", "Withheld", "Sealed Record", "Suppressed Address"])
def test_whoever_is_secret_under_another_word_is_confidential(tmp_path: Path, column: str) -> None:
    voters, report = cut(tmp_path, file("VAN", column, ("Y", "N", "", "1")))
    assert len(voters) == 2
    assert report.dropped == {"confidential": 2}


@pytest.mark.parametrize(
    "written",
    [
        "Address Confidentiality Program",
        "CONFIDENTIAL - COURT ORDER",
        "Address withheld",
        "** PROTECTED **",
        "ACP",
    ],
)
def test_a_name_or_an_address_that_is_withheld_in_any_words_is_confidential(tmp_path: Path, written: str) -> None:
    content = file("VAN", "Party", ("D", "R", "D")).replace(b"1 ELM ST", written.encode())
    content = content.replace(b"2,SAMPLE", f"2,{written}".encode())
    voters, report = cut(tmp_path, content)
    assert list(voters) == ["3"]
    assert report.dropped == {"confidential": 2}


def test_a_street_with_such_a_word_in_it_is_a_street(tmp_path: Path) -> None:
    content = (
        file("VAN", "Party", ("D", "R")).replace(b"1 ELM ST", b"1 CONFIDENTIAL WAY").replace(b"SAMPLE", b"SECRET")
    )
    assert len(cut(tmp_path, content)[0]) == 2
