"""Voters are chosen by any kind of district that a file has, however it and the user write a district."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from f2f_desktop.campaign.filters import District
from f2f_desktop.cli.main import main
from f2f_desktop.voterfile.counting import EVERY_KIND, CountReport
from f2f_desktop.voterfile.cutting import CutRequest, count_voters, cut_extract
from f2f_desktop.voterfile.district_columns import district_named
from f2f_desktop.voterfile.districts import choose, code_core, wanted_codes
from f2f_desktop.voterfile.errors import ColumnUnknown, DistrictAmbiguous, DistrictUnknown
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.records import EncodedRecords
from tests.voterfile.cast import KEPT
from tests.voterfile.samples import KEY
from tests.voterfile.voter_files import EXPIRES, voter, write
from tests.voterfile.write_layout_samples import FOLDER


def request(files: Sequence[Path], *districts: tuple[str, str], **more: object) -> CutRequest:
    chosen = tuple(District(*each) for each in districts)
    return CutRequest(voters=tuple(files), districts=chosen, expires=EXPIRES, **more)  # type: ignore[arg-type]


def sample(layout: str, *names: str) -> list[Path]:
    return [FOLDER / layout / name for name in names]


def counted(files: Sequence[Path], *districts: tuple[str, str], by: Sequence[str] = ()) -> CountReport:
    return count_voters(request(files, *districts), by)


WALK = [
    (("north-carolina", "ncvoter92.txt"), [("judicial", "10"), ("rescue", "R1"), ("fire", "elm fire")], 2),
    (("north-carolina", "ncvoter92_2012.txt"), [("superior_court", "10a"), ("water", "W1"), ("township", "7")], 4),
    (("ohio", "SWVF_23_44.txt"), [("court of appeals", "10"), ("career_center", "Miami Valley CTC"),
                                  ("LIBRARY", "Springfield Library")], 4),
    (("florida", "ALA_20260106.txt", "BRO_20260106.txt"), [("precinct_split", "12.1"), ("precinct_group", "1"),
                                                           ("school_board", "District 5")], 2),
    (("washington", "20260102_VRDB_Extract.txt", "Districts_Precincts.txt"),
     [("fire", "oak fire"), ("public utility", "2"), ("superior_court_judge", "KI")], 4),
    (("michigan", "EntireStateVoters.csv"), [("village", "310"), ("village_precinct", "2"),
                                             ("jurisdiction", "City of Detroit")], 4),
    (("michigan", "entire_state_v.lst"), [("village", "310"), ("school_precinct", "4"), ("jurisdiction", "22000")], 4),
    (("colorado", "EX-003_Master_Voter_List.csv"), [("judicial", "2"), ("fire", "West Metro Fire"),
                                                    ("moffat_tunnel", "Moffat Tunnel")], 4),
    (("colorado", "Registered_Voters_List_Part1.txt"), [("split", "1"), ("congressional", "1"),
                                                        ("state_house", "HD-2")], 3),
    (("van", "export.xls"), [("judicial", "2"), ("fire", "OAK FIRE"), ("port", "1")], 4),
    (("van-export-job", "canvassfile_77.csv"), [("cd", "CD-3"), ("sd", "15"), ("StateHouse", "HD 1")], 4),
    (("l2", "voters.csv"), [("judicial", "2"), ("community_college", "7"), ("mosquito_abatement", "1")], 4),
    (("targetsmart", "targetsmart_dotted.csv"), [("township", "oak"), ("judicial", "2"), ("city_council", "4")], 4),
    (("pdi", "pdi.csv"), [("supervisor", "2"), ("water", "EBMUD 3"), ("community_college", "Peralta")], 4),
]  # fmt: skip


@pytest.mark.parametrize(("files", "districts", "voters"), WALK, ids=["-".join(each[0][:2]) for each in WALK])
def test_every_layout_is_counted_and_cut_by_three_odd_kinds_of_district_at_once(
    files: tuple[str, ...], districts: list[tuple[str, str]], voters: int, tmp_path: Path
) -> None:
    paths = sample(*files)
    report = counted(paths, *districts, by=[kind for kind, _ in districts])
    assert report.kept == voters
    assert [sum(place.voters for place in places) for places in report.by.values()] == [voters] * 3
    cut = cut_extract(request(paths, *districts), tmp_path / "cut.f2fx", KEY)
    assert cut.kept == voters
    # The extract says by what it was cut in the words of the layout.
    assert [each.kind for each in cut.manifest.districts] == list(report.by)


@pytest.mark.parametrize(("files", "districts", "voters"), WALK[::4], ids=[each[0][0] for each in WALK[::4]])
def test_both_ways_of_reading_a_file_count_the_same(
    files: tuple[str, ...], districts: list[tuple[str, str]], voters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = [counted(sample(*files), *chosen, by=[EVERY_KIND]) for chosen in ([], districts)]
    assert [report.kept for report in quick] == [sum(place.voters for place in quick[0].by["city"]), voters]
    monkeypatch.setattr(EncodedRecords, "read", lambda *_: False)
    assert [counted(sample(*files), *chosen, by=[EVERY_KIND]) for chosen in ([], districts)] == quick


def test_kinds_that_a_state_has_besides_the_usual_ones_are_stored_only_where_they_are_asked_for(
    tmp_path: Path,
) -> None:
    paths = sample("north-carolina", "ncvoter92.txt")
    cut_extract(request(paths, ("fire", "EF")), tmp_path / "usual.f2fx", KEY)
    assert "fire" not in open_extract(tmp_path / "usual.f2fx").voters.districts
    asked = ("last_name", "districts", "Fire", "judicial")
    cut_extract(request(paths, columns=asked), tmp_path / "asked.f2fx", KEY)
    stored = open_extract(tmp_path / "asked.f2fx").voters
    assert {"congressional", "precinct", "fire", "judicial"} <= set(stored.districts)
    assert stored.at(0).districts["fire"] == "EF"


def test_a_column_that_no_file_of_the_layout_has_is_refused_with_those_there_are(tmp_path: Path) -> None:
    paths = sample("north-carolina", "ncvoter92.txt")
    with pytest.raises(ColumnUnknown, match=r"no column race, lava here.*phone.*districts.*congressional.*fire"):
        cut_extract(request(paths, columns=("race", "lava", "fire")), tmp_path / "cut.f2fx", KEY)


def test_an_unknown_kind_is_refused_with_the_kinds_that_this_file_has() -> None:
    paths = sample("washington", "20260102_VRDB_Extract.txt")
    with pytest.raises(DistrictUnknown, match=r"'fire'.*county, city, congressional.*legislative") as told:
        counted(paths, ("fire", "16"))
    assert "school" not in str(told.value), "only the file of districts tells the schools"
    with_districts = sample("washington", "20260102_VRDB_Extract.txt", "Districts_Precincts.txt")
    assert counted(with_districts, ("fire", "16")).kept == len(KEPT)


def test_a_count_of_all_kinds_tells_each_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(FOLDER / "north-carolina" / "ncvoter92.txt")
    assert main(["extract", "count", path, "--by", EVERY_KIND]) == 0
    told = capsys.readouterr().out
    assert "May be cut by: county, city, congressional," in told
    assert "only in an extract whose --columns name them: judicial, superior_court" in told
    (rescue,) = [line for line in told.splitlines() if line.startswith("  rescue ")]
    assert rescue.split() == ["rescue", "2", "4", "R0", "(2),", "R1", "(2)"]


@pytest.mark.parametrize(
    ("kind", "texts", "core"),
    [
        ("congressional", ["1", "01", "001", "CD-1", "CD 01", "cd1", "Congressional 1", "Congressional District 01",
                           "1st Congressional District", "NC-01", "NC 1", "NC01", "US House 1", "District No. 1"],
         "1"),
        ("state_senate", ["13", "SD-13", "State Senate 13", "Senate District 13", "13TH SENATE DISTRICT", "OH SD 13"],
         "13"),
        ("state_house", ["2", "HD-02", "State House 2", "House District 2"], "2"),
        ("ward", ["A", "Ward A", "WARD-A"], "a"),
        ("fire", ["7", "Fire District 7", "fire 07", "FIRE DIST 7"], "7"),
        ("precinct", ["01-02", "Precinct 01-02", "1-2"], "1-2"),
        ("precinct", ["204.01", "PCT 204.01", "0204.01"], "204.01"),
        ("county", ["Wake", "WAKE COUNTY", "County of Wake"], "wake"),
        ("school", ["Springfield City", "SPRINGFIELD CITY SCHOOL DISTRICT"], "springfield city"),
        ("municipality", ["Elm", "City of Elm", "ELM TOWNSHIP"], "elm"),
        ("city", ["Kansas City"], "kansas city"),
        ("district_2", ["District"], "district"),
    ],
)  # fmt: skip
def test_a_district_is_the_same_however_it_is_written(kind: str, texts: list[str], core: str) -> None:
    assert {text: code_core(kind, text)[0] for text in texts} == dict.fromkeys(texts, core)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("precinct", "01-02", "0102"),
        ("precinct", "204.01", "204.1"),
        ("congressional", "1", "11"),
        ("fire", "7A", "7"),
        ("precinct", "NC-01", "SC-01"),
        ("school", "Springfield Local", "Springfield City"),
    ],
)
def test_what_tells_two_districts_apart_stays(kind: str, one: str, other: str) -> None:
    assert code_core(kind, one) != code_core(kind, other)


def meant(kind: str, code: str, codes: Sequence[str], others: Sequence[str] = ()) -> tuple[set[str], set[str]]:
    (wanted,) = wanted_codes([District(kind, code)], {kind: "x"}).values()
    chosen = choose(kind, wanted, codes, others)
    return set(chosen.codes), set(chosen.others)


def test_all_ways_in_which_a_file_writes_one_district_are_chosen() -> None:
    codes = ["01", "CD-1", "NC-01", "11", "Congressional 1", "2", ""]
    assert meant("congressional", "1", codes) == ({"01", "CD-1", "NC-01", "Congressional 1"}, set())
    assert meant("school", "Oak", ["7", "8"], ["Oak School District", "Elm"]) == (set(), {"Oak School District"})


def test_where_several_districts_may_be_meant_that_is_told() -> None:
    with pytest.raises(
        DistrictAmbiguous, match="congressional CD-1 may be one of several districts: NC-01, SC-01"
    ):
        meant("congressional", "CD-1", ["NC-01", "SC-01", "NC-02"])
    assert meant("congressional", "SC-1", ["NC-01", "SC-01", "NC-02"]) == ({"SC-01"}, set())
    assert meant("congressional", "2", ["NC-01", "SC-01", "NC-02"]) == ({"NC-02"}, set())
    places = ["CITY OF ELM", "ELM TOWNSHIP", "OAK TOWNSHIP"]
    with pytest.raises(DistrictAmbiguous, match="CITY OF ELM, ELM TOWNSHIP"):
        meant("municipality", "Elm", places)
    assert meant("municipality", "Elm City", places) == ({"CITY OF ELM"}, set())
    assert meant("municipality", "Oak", places) == ({"OAK TOWNSHIP"}, set())
    assert meant("municipality", "Elm", ["ELM", *places]) == ({"ELM"}, set())
    assert meant("municipality", "Kansas", ["KANSAS", "KANSAS CITY"]) == ({"KANSAS"}, set())


def test_a_code_that_begins_anew_in_each_county_is_told(tmp_path: Path) -> None:
    counties = ("ELM", "ASH", "OAK")
    rows = [voter(number, county_desc=county, precinct_abbrv="07") for number, county in enumerate(counties)]
    path = write(tmp_path / "voters.txt", [*rows, voter(9, county_desc="FIR", judic_dist_abbrv="10")])
    report = counted([path], ("precinct", "7"))
    assert report.kept == 3
    told = "What was chosen by precinct lies in 3 counties (ASH, ELM, OAK), and may be another district in each:"
    assert report.notes == (f"{told} --district county=... chooses one.",)
    cut = cut_extract(request([path], ("precinct", "7")), tmp_path / "cut.f2fx", KEY)
    assert (cut.kept, cut.notes) == (3, report.notes)
    assert counted([path], ("precinct", "7"), ("county", "ASH")).notes == ()
    assert counted([path], ("precinct", "01-02")).notes == ()
    assert counted([path], ("congressional", "4")).notes == ()


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("fire_dist_abbrv", "fire"),
        ("Mosquito_Abatement_District", "mosquito_abatement"),
        ("judicialdistrict", "judicial"),
        ("vf_judicial_district", "judicial"),
        ("port district name", "port"),
        ("CITY_WARD/DISTRICT", "city_ward"),
        ("state_board_of_education", "state_board_of_education"),
        ("Judicial_Superior_Court_District", "judicial_superior_court"),
        ("citycouncilname", "citycouncil"),
        ("vtd_desc", "vtd"),
        ("Township", "township"),
        ("County Supervisorial District", "county_supervisorial"),
        ("2001_us_congressional_district", "2001_us_congressional"),
        ("community college", "community_college"),
    ],
)
def test_a_column_with_the_name_of_a_district_is_known_for_one(column: str, kind: str) -> None:
    found = district_named(column)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "column",
    ["race_code", "ethnic_code", "House No", "house_number", "county", "city", "state", "education", "school_grade",
     "mail_city", "polling_place_precinct", "party", "Email_address", "occupation", "is_in_water_district_mailing",
     "precinct_polling_location", "ballot_precinct", "phone", "General_2020", "health_insurance", "religion",
     "airport_traveler", "fire_arms_owner", "x", "", "_", "q" * 500, "watered", "forward", "board", "house", "town"],
)  # fmt: skip
def test_what_tells_of_people_is_never_taken_for_a_district(column: str) -> None:
    assert district_named(column) is None


def test_a_vendors_further_districts_need_no_mapping_file(tmp_path: Path) -> None:
    lines = (FOLDER / "van-export-job" / "canvassfile_77.csv").read_text().splitlines()
    lines[0] += ",Hospital District Name,Hospital District Code,Race"
    lines[1:] = [f"{line},Oak Hospital,{7 + place % 2},X" for place, line in enumerate(lines[1:])]
    (tmp_path / "voters.csv").write_text("\n".join(lines))
    report = counted([tmp_path / "voters.csv"], by=["hospital"])
    assert [(each.code, each.name) for each in report.by["hospital"]] == [
        ("7", "OAK HOSPITAL"),
        ("8", "OAK HOSPITAL"),
    ]
    assert not any("race" in kind for kind in report.kinds)
    assert (
        counted([tmp_path / "voters.csv"], ("hospital", "oak hospital"), ("congressional", "3")).kept
        == report.kept
    )
    assert 0 < counted([tmp_path / "voters.csv"], ("hospital", "8")).kept < report.kept


def test_files_that_call_a_district_differently_are_chosen_from_by_one_name(tmp_path: Path) -> None:
    lines = (FOLDER / "van-export-job" / "canvassfile_77.csv").read_text().splitlines()
    for name, column, row in (("a", "Fire District", lines[1]), ("b", "FIRE_DIST_CODE", lines[2])):
        (tmp_path / f"{name}.csv").write_text(f"{lines[0]},{column}\n{row},F-09\n")
    report = counted([tmp_path / "a.csv", tmp_path / "b.csv"], ("fire", "f-09"), by=["fire"])
    assert report.kept == 2
    assert report.kinds.count("fire") == 1


def test_a_mapping_file_declares_any_kind(tmp_path: Path) -> None:
    (tmp_path / "voters.csv").write_text("Number,Family,Beat,Zone,Behind,Lava\n1,SMITH,7,A,x,1\n2,JONES,8,B,x,2\n")
    (tmp_path / "m.toml").write_text(
        'name = "m"\ndistricts_behind = "Behind"\n[columns]\nid = "Number"\nlast_name = "Family"\n'
        '[districts]\nbeat = "Beat"\n[more_districts]\nzone = "Zone"\n[also]\nzone = "Beat"\n'
    )
    wanted = request([tmp_path / "voters.csv"], ("Beat", "7"), ("zone", "7"), ("lava", "1"))
    cut_extract(CutRequest(**{**_fields(wanted), "layout": str(tmp_path / "m.toml")}), tmp_path / "cut.f2fx", KEY)
    assert open_extract(tmp_path / "cut.f2fx").voters.at(0).districts == {"beat": "7"}


def _fields(wanted: CutRequest) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in wanted.__struct_fields__}
