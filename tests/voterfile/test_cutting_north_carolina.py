"""Extracts cut from North Carolina's files."""

import gzip
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.errors import Cancelled
from f2f_desktop.voterfile import screening
from f2f_desktop.voterfile.cutting import CutRequest, cut_extract
from f2f_desktop.voterfile.errors import (
    DistrictUnknown,
    HistoryUnusable,
    LayoutUnknown,
    NobodyLeft,
    VoterFileUnreadable,
)
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import Voter
from tests.voterfile.samples import KEY
from tests.voterfile.voter_files import (
    EXPIRES,
    HISTORY,
    SINCE_2022,
    UNTIL_2021,
    cut,
    text,
    vote,
    voter,
    write,
)

GENERALS = ("11/05/2024", "11/08/2022", "11/03/2020", "11/06/2018", "11/08/2016")


@pytest.mark.parametrize("order", [SINCE_2022, UNTIL_2021], ids=["67 columns", "71 columns"])
def test_both_headers_give_the_same_voter(tmp_path: Path, order: tuple[str, ...]) -> None:
    voters, report = cut(tmp_path, text([voter(12)], order).encode())
    assert voters == {
        "BN000012": Voter(
            id="BN000012",  # type: ignore[arg-type]
            first_name="ROBERT",
            middle_name="LEE",
            last_name="SMITH",
            suffix="JR",
            birth_year=1980,
            sex="M",
            street_address="12 ELM ST",
            city="ELMTOWN",
            zip="27001",
            county="ELM",
            party="UNA",
            phone="+19195550012",
            districts={
                "congressional": "4",
                "state_senate": "13",
                "state_house": "33",
                "county_commission": "2",
                "municipality": "ELM",
                "ward": "3",
                "school": "7",
                "precinct": "01-02",
                "county": "ELM",
                "city": "ELMTOWN",
            },
        )
    }
    assert report.certainty == 98
    assert "ncid" in report.why


@pytest.mark.parametrize("order", [SINCE_2022, UNTIL_2021], ids=["67 columns", "71 columns"])
def test_a_lost_header_is_told_from_the_shape_of_the_rows(tmp_path: Path, order: tuple[str, ...]) -> None:
    rows = [voter(number) for number in range(1, 20)]
    voters, report = cut(tmp_path, text(rows, order, header=False).encode())
    assert len(voters) == 19
    assert voters["BN000007"].city == "ELMTOWN"
    assert 70 < report.certainty < 90


def test_a_file_that_a_spreadsheet_saved_as_comma_separated_is_recognised(tmp_path: Path) -> None:
    rows = [voter(1, res_street_address="1 ELM ST, APT 4"), voter(2)]
    voters, report = cut(tmp_path, text(rows).replace("\t", ",").encode("utf-8-sig"))
    assert (voters["BN000001"].street_address, len(voters), report.mended) == ("1 ELM ST, APT 4", 2, 0)


@pytest.mark.parametrize("end", ["", "\r", "\r\n\x1a"])
def test_the_last_line_may_end_in_any_way(tmp_path: Path, end: str) -> None:
    voters, report = cut(tmp_path, (text([voter(1), voter(2)]).removesuffix("\r\n") + end).encode())
    assert (len(voters), report.rows) == (2, 2)


def test_removed_denied_and_confidential_records_never_get_in(tmp_path: Path) -> None:
    rows = [
        voter(1, status_cd="A"),
        voter(2, status_cd="I"),
        voter(3, status_cd="S"),
        voter(4, status_cd="R"),
        voter(5, status_cd="D"),
        voter(6, confidential_ind="Y"),
        voter(7, confidential_ind=" y "),
        voter(8, status_cd="Z"),
        voter(9, status_cd=""),
        voter(10, last_name="CONFIDENTIAL"),
        voter(11, last_name="", first_name=" "),
        voter(12, ncid=" "),
        voter(13, last_name=""),
    ]
    voters, report = cut(tmp_path, rows)
    assert set(voters) == {"BN000001", "BN000002", "BN000003", "BN000013"}
    assert report.dropped == {
        "confidential": 3,
        "unknown status": 2,
        "removed": 1,
        "denied": 1,
        "no name": 1,
        "no usable id": 1,
    }
    assert (report.rows, report.kept) == (13, 4)


def test_control_without_the_screening_they_would_get_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screening, "cases", lambda layout, columns: [])
    voters, _ = cut(tmp_path, [voter(1), voter(2, status_cd="R"), voter(3, confidential_ind="Y")])
    assert len(voters) == 3
    assert screening.KEPT == ""


def test_a_file_without_the_confidential_column_is_refused(tmp_path: Path) -> None:
    order = tuple(name for name in SINCE_2022 if name != "confidential_ind")
    with pytest.raises(VoterFileUnreadable, match="confidential_ind"):
        cut(tmp_path, text([voter()], order).encode())


def test_race_and_ethnicity_are_nowhere_in_the_extract(tmp_path: Path) -> None:
    cut(tmp_path, [voter(number) for number in range(5)])
    extract = open_extract(tmp_path / "cut.f2fx").voters
    values = {
        value for column in [*extract.texts.values(), *extract.districts.values()] for value in column.values
    }
    assert not {value for value in values if "SECRET" in value}
    assert "CITY OF ELMTOWN" not in values


def test_of_two_rows_with_one_id_the_later_registration_stays(tmp_path: Path) -> None:
    rows = [
        voter(1, res_city_desc="OLDTOWN", registr_dt="01/31/1999"),
        voter(1, res_city_desc="NEWTOWN", registr_dt="02/01/2020"),
        voter(1, res_city_desc="MIDTOWN", registr_dt="12/31/2019"),
    ]
    voters, report = cut(tmp_path, rows)
    assert voters["BN000001"].city == "NEWTOWN"
    assert report.dropped == {"same id again": 2}


def test_several_counties_with_either_header_make_one_extract(tmp_path: Path) -> None:
    files = [
        write(tmp_path / "ncvoter1.txt", [voter(1), voter(2, status_cd="R")]),
        write(tmp_path / "ncvoter2.txt", [voter(3, county_desc="ASH")], UNTIL_2021),
    ]
    voters, report = cut(tmp_path, files)
    assert {each.county for each in voters.values()} == {"ELM", "ASH"}
    assert report.rows == 3


@pytest.mark.parametrize("packing", ["zip", "gz"])
def test_packed_files_are_read_as_they_are(tmp_path: Path, packing: str) -> None:
    content = text([voter(1), voter(2)]).encode()
    path = tmp_path / f"ncvoter49.{packing}"
    if packing == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("__MACOSX/._ncvoter49.txt", b"x")
            archive.writestr("ncvoter49.txt", content)
    else:
        path.write_bytes(gzip.compress(content))
    voters, _ = cut(tmp_path, [path])
    assert len(voters) == 2


def test_damaged_and_hostile_archives_are_told(tmp_path: Path) -> None:
    path = tmp_path / "ncvoter49.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ncvoter49.txt", bytes(30_000_000))
    with pytest.raises(VoterFileUnreadable, match="would unpack"):
        cut(tmp_path, [path])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ncvoter49.txt", text([voter(number) for number in range(500)]))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(data)
    with pytest.raises(VoterFileUnreadable, match="damaged"):
        cut(tmp_path, [path])
    path.write_bytes(data[:100])
    with pytest.raises(VoterFileUnreadable, match="damaged"):
        cut(tmp_path, [path])


DISTRICT_ROWS = [
    voter(1, county_desc="ELM", county_id="1", cong_dist_abbrv="04", ward_abbrv="A"),
    voter(2, county_desc="ELM", county_id="1", cong_dist_abbrv="13", ward_abbrv="B"),
    voter(3, county_desc="ASH", county_id="2", cong_dist_abbrv="04", ward_abbrv="a"),
    voter(4, county_desc="OAK", county_id="3", cong_dist_abbrv="04", ward_abbrv=""),
    voter(5, county_desc="OAK", county_id="3", cong_dist_abbrv="04", status_cd="R"),
]


@pytest.mark.parametrize(
    ("districts", "expected"),
    [
        ([], {1, 2, 3, 4}),
        ([("county", "elm")], {1, 2}),
        ([("county", "2")], {3}),
        ([("county", "ELM"), ("county", "ash")], {1, 2, 3}),
        ([("county", "ELM"), ("congressional", "4")], {1}),
        ([("congressional", "004")], {1, 3, 4}),
        ([("congressional", "04"), ("congressional", "13")], {1, 2, 3, 4}),
        ([("ward", "a")], {1, 3}),
        ([("municipality", "City  of Elmtown"), ("county", "OAK")], {4}),
    ],
)
def test_districts_of_a_kind_are_alternatives_and_kinds_must_all_hold(
    tmp_path: Path, districts: list[tuple[str, str]], expected: set[int]
) -> None:
    voters, report = cut(tmp_path, DISTRICT_ROWS, districts=districts)
    assert set(voters) == {f"BN{number:06d}" for number in expected}
    assert report.kept + sum(report.dropped.values()) == report.rows == 5
    assert [(each.kind, each.code) for each in report.manifest.districts] == districts


@pytest.mark.parametrize(
    ("districts", "words"),
    [
        ([("county", "YEW")], "There are: ASH, ELM, OAK"),
        ([("congressional", "99")], "There are: 04, 13"),
        ([("planet", "EARTH")], "It has county, city, congressional"),
    ],
)
def test_a_district_that_does_not_occur_is_an_error_that_names_those_that_do(
    tmp_path: Path, districts: list[tuple[str, str]], words: str
) -> None:
    with pytest.raises(DistrictUnknown, match=words):
        cut(tmp_path, DISTRICT_ROWS, districts=districts)


def test_districts_that_exclude_each_other_leave_nobody_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(NobodyLeft, match="other district: 4"):
        cut(tmp_path, DISTRICT_ROWS, districts=[("county", "ASH"), ("congressional", "13")])
    assert not (tmp_path / "cut.f2fx").exists()


def test_only_allowed_columns_get_in_and_names_without_which_nobody_can_be_matched(tmp_path: Path) -> None:
    cut(tmp_path, [voter(1)], [vote(1, GENERALS[0])], columns=("last_name", "frequency", "precinct"))
    voters = open_extract(tmp_path / "cut.f2fx").voters
    assert (set(voters.texts), set(voters.numbers), set(voters.districts)) == (
        {"first_name", "last_name"},
        {"frequency"},
        {"precinct"},
    )


def test_frequency_is_counted_over_the_last_four_general_elections(tmp_path: Path) -> None:
    rows = [
        voter(1),
        voter(2),
        voter(3),
        voter(4),
        voter(5, birth_year="2003"),
        voter(6, birth_year="2007"),
        voter(7, registr_dt="11/06/2024"),
    ]
    history = [
        *(vote(1, day) for day in GENERALS),
        *(vote(2, day) for day in GENERALS[1:3]),
        vote(3, GENERALS[0]),
        vote(3, GENERALS[4]),
        *(vote(5, day) for day in GENERALS[:2]),
        vote(1, "03/05/2024", "PRIMARY"),
        vote(4, "11/07/2023", "MUNICIPAL"),
        vote(4, "05/14/2019", "SPECIAL GENERAL"),
        vote(999, GENERALS[0]),
    ]
    voters, report = cut(tmp_path, rows, history)
    counted = {key[-1]: (each.votes_cast, each.votes_possible, each.frequency) for key, each in voters.items()}
    assert counted == {
        "1": (4, 4, VoterFrequency.ALWAYS),
        "2": (2, 4, VoterFrequency.SOMETIMES),
        "3": (1, 4, VoterFrequency.RARELY),
        "4": (0, 4, VoterFrequency.RARELY),
        "5": (2, 2, VoterFrequency.ALWAYS),
        "6": (0, 0, VoterFrequency.NEW),
        "7": (0, 0, VoterFrequency.NEW),
    }
    assert [day.isoformat() for day in report.elections] == [
        "2024-11-05",
        "2022-11-08",
        "2020-11-03",
        "2018-11-06",
    ]
    assert report.history_rows == len(history)


def test_without_history_frequency_is_unknown(tmp_path: Path) -> None:
    voters, report = cut(tmp_path, [voter(1)])
    assert voters["BN000001"].frequency is VoterFrequency.UNKNOWN
    assert report.elections == ()


def test_an_election_with_hardly_any_votes_is_a_mistyped_date(tmp_path: Path) -> None:
    history = [vote(number, GENERALS[0]) for number in range(400)] + [vote(7, "11/06/2023")]
    _, report = cut(tmp_path, [voter(number) for number in range(400)], history)
    assert [day.isoformat() for day in report.elections] == ["2024-11-05"]


def test_a_history_without_general_elections_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HistoryUnusable, match="PRIMARY"):
        cut(tmp_path, [voter(1)], [vote(1, "03/05/2024", "PRIMARY")])


def test_an_age_gives_the_year_of_birth_where_nothing_else_does(tmp_path: Path) -> None:
    rows = [
        voter(1, birth_year="", birth_age="40", registr_dt="06/01/2019"),
        voter(2, birth_year="0", birth_age="", registr_dt="06/01/2018"),
        voter(3, birth_year="1812", birth_age="19", registr_dt="06/01/2018"),
    ]
    voters, _ = cut(tmp_path, text(rows, UNTIL_2021).encode())
    assert [voters[f"BN00000{number}"].birth_year for number in (1, 2, 3)] == [1979, 0, 2000]


def test_ages_are_of_this_year_where_nobody_shows_that_the_file_is_old(tmp_path: Path) -> None:
    """A list of those who registered long ago is no old list."""
    rows = [
        voter(1, birth_year="", birth_age="60", registr_dt="06/01/1999"),
        voter(2, birth_year="", birth_age="71", registr_dt="01/01/1900"),
    ]
    voters, _ = cut(tmp_path, text(rows, UNTIL_2021).encode())
    this = datetime.now(UTC).astimezone().year
    assert [voters[f"BN00000{number}"].birth_year for number in (1, 2)] == [this - 60, this - 71]


PHONES = {
    "9195550101": "+19195550101",
    "(919) 555-0101": "+19195550101",
    "1-919-555-0101": "+19195550101",
    "919.555.0101 x 12": "+19195550101",
    "919 555 0101 ext. 4": "+19195550101",
    "5550101": "",
    "0000000000": "",
    "9190550101": "",
    "": "",
}
ZIPS = {"27001": "27001", "27001-1234": "27001", "270011234": "27001", "7030": "07030", "": "", "X": ""}
SEXES = {"M": "M", "F": "F", "U": "", "male": "M", "Female": "F", "X": "X", "NON-BINARY": "X", "": ""}


@pytest.mark.parametrize(
    ("name", "column", "table"),
    [("full_phone_number", "phone", PHONES), ("zip_code", "zip", ZIPS), ("gender_code", "sex", SEXES)],
)
def test_values_are_written_in_one_way(tmp_path: Path, name: str, column: str, table: dict[str, str]) -> None:
    rows = [voter(number, **{name: written}) for number, written in enumerate(table)]
    voters, _ = cut(tmp_path, rows)
    found = {written: getattr(voters[f"BN{number:06d}"], column) for number, written in enumerate(table)}
    assert found == table


def test_an_unknown_file_is_refused_with_its_columns_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LayoutUnknown, match=r"'Nummer', 'Name', 'Straße'.*--layout FILE\.toml"):
        cut(tmp_path, "Nummer;Name;Straße\n1;X;Y\n".encode())


def test_a_history_in_place_of_a_voter_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LayoutUnknown, match="history"):
        cut(tmp_path, text([vote(1, GENERALS[0])], HISTORY).encode())


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    for content in (b"", b"\r\n\r\n", b"\xef\xbb\xbf", bytes(100)):
        with pytest.raises(VoterFileUnreadable, match="empty"):
            cut(tmp_path, content)


def test_a_file_with_a_header_alone_leaves_nobody(tmp_path: Path) -> None:
    with pytest.raises(NobodyLeft, match="no rows"):
        cut(tmp_path, text([]).encode())


def test_a_cut_can_be_cancelled_and_leaves_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "voters.txt", [voter(number) for number in range(100)])
    steps = 0

    def stop(done: int, total: int) -> None:
        nonlocal steps
        steps += 1
        if steps > 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        cut_extract(CutRequest(voters=(path,), expires=EXPIRES), tmp_path / "cut.f2fx", KEY, progress=stop)
    assert [each.name for each in tmp_path.iterdir()] == ["voters.txt"]


def test_progress_grows_to_the_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "voters.txt", [voter(number) for number in range(100)])
    steps: list[tuple[int, int]] = []
    request = CutRequest(voters=(path,), expires=EXPIRES)
    cut_extract(request, tmp_path / "cut.f2fx", KEY, progress=lambda *step: steps.append(step))
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1][0] == steps[-1][1]


def test_a_path_with_odd_characters_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "Bob's [voters] * 100% {x}.txt", [voter(1)])
    voters, _ = cut(tmp_path, [path])
    assert len(voters) == 1
