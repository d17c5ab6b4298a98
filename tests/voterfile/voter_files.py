"""Writes small voter files of invented people, in the layout of North Carolina and in others."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from f2f_desktop.campaign.filters import District
from f2f_desktop.voterfile.cutting import CutReport, CutRequest, cut_extract
from f2f_desktop.voterfile.layout_files import built_in_layouts
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import Voter
from tests.voterfile.samples import KEY

NORTH_CAROLINA = built_in_layouts()["north-carolina"]
SINCE_2022, UNTIL_2021 = NORTH_CAROLINA.recognise.orders
assert NORTH_CAROLINA.history is not None
(HISTORY,) = NORTH_CAROLINA.history.recognise.orders

Row = Mapping[str, str]
EXPIRES = date(2099, 1, 1)


def voter(number: int = 1, **fields: str) -> dict[str, str]:
    """A row of North Carolina's file, whichever header: the fields of both, some of them as given."""
    row = {
        "county_id": "92",
        "county_desc": "ELM",
        "voter_reg_num": f"{number:012d}",
        "ncid": f"BN{number:06d}",
        "last_name": "SMITH",
        "first_name": "ROBERT",
        "middle_name": "LEE",
        "name_suffix_lbl": "JR",
        "status_cd": "A",
        "res_street_address": f"{number}  ELM ST   ",
        "res_city_desc": "ELMTOWN",
        "state_cd": "NC",
        "zip_code": "27001",
        "full_phone_number": f"919555{number % 10_000:04d}",
        "race_code": "SECRETRACE",
        "ethnic_code": "SECRETETHNIC",
        "party_cd": "UNA",
        "gender_code": "M",
        "birth_year": "1980",
        "registr_dt": "10/05/2000",
        "precinct_abbrv": "01-02",
        "precinct_desc": "FIRE STATION",
        "municipality_abbrv": "ELM",
        "municipality_desc": "CITY OF ELMTOWN",
        "ward_abbrv": "3",
        "cong_dist_abbrv": "4",
        "nc_senate_abbrv": "13",
        "nc_house_abbrv": "33",
        "county_commiss_abbrv": "2",
        "school_dist_abbrv": "7",
        "confidential_ind": "N",
    }
    return row | fields


def vote(number: int, day: str, election: str = "GENERAL", **fields: str) -> dict[str, str]:
    """A row of North Carolina's history."""
    row = {"ncid": f"BN{number:06d}", "election_lbl": day, "election_desc": f"{day} {election}"}
    return row | {"county_desc": "ELM", "voting_method": "IN-PERSON"} | fields


def line(row: Row, order: Sequence[str]) -> str:
    """A row as a state writes it: every field quoted, padded with blanks, separated by tabs."""
    old = {"midl_name": row.get("middle_name", ""), "name_sufx_cd": row.get("name_suffix_lbl", "")}
    known = {name.casefold(): text for name, text in (old | dict(row)).items()}
    return "\t".join(f'"{known.get(name.casefold(), "")}"' for name in order)


def text(rows: Iterable[Row], order: Sequence[str] = SINCE_2022, header: bool = True, end: str = "\r\n") -> str:
    """A whole file."""
    lines = ["\t".join(f'"{name}"' for name in order)] if header else []
    return "".join(each + end for each in [*lines, *(line(row, order) for row in rows)])


def write(path: Path, rows: Iterable[Row], order: Sequence[str] = SINCE_2022) -> Path:
    """Writes a voter file (or with the order HISTORY a history) in UTF-8."""
    path.write_bytes(text(rows, order).encode())
    return path


def cut(
    folder: Path,
    voters: bytes | Sequence[Row] | Sequence[Path],
    history: Sequence[Row] = (),
    *,
    layout: str = "auto",
    districts: Sequence[tuple[str, str]] = (),
    columns: tuple[str, ...] | None = None,
) -> tuple[dict[str, Voter], CutReport]:
    """Cuts an extract and opens it again: the voters by id, and the report."""
    if isinstance(voters, bytes):
        (folder / "voters.txt").write_bytes(voters)
        files: tuple[Path, ...] = (folder / "voters.txt",)
    else:
        paths = [each for each in voters if isinstance(each, Path)]
        rows = [each for each in voters if not isinstance(each, Path)]
        files = tuple(paths) or (write(folder / "voters.txt", rows),)
    histories = (write(folder / "history.txt", history, HISTORY),) if history else ()
    request = CutRequest(
        voters=files,
        history=histories,
        layout=layout,
        districts=tuple(District(*each) for each in districts),
        columns=columns,
        expires=EXPIRES,
    )
    report = cut_extract(request, folder / "cut.f2fx", KEY)
    found = open_extract(folder / "cut.f2fx").voters
    return {found.id_at(row): found.at(row) for row in range(len(found))}, report
