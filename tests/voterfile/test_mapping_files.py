"""Any delimited file is read through a mapping file."""

import re
from pathlib import Path

import pytest

from f2f_desktop.campaign.filters import District, VoterFrequency
from f2f_desktop.voterfile.cutting import CutRequest, cut_extract
from f2f_desktop.voterfile.errors import LayoutUnknown, LayoutUnusable, VoterFileUnreadable
from f2f_desktop.voterfile.layout import Layout
from f2f_desktop.voterfile.layout_files import built_in_layouts, named_layout, read_layout
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import Voter
from tests.voterfile.samples import KEY
from tests.voterfile.voter_files import EXPIRES

HELP = Path(__file__).parents[2] / "resources" / "help" / "voter-file-mapping.md"

VOTERS = """\
Number;Given;Second;Family;Sex;House;Street;Town;Postcode;Party;Phone;Born;Since;State;Secret;CD;Ward;Ward name
7;José;Luis;Muñoz Peña;male;12;"Elm; Street";Springfield;01234;Green;(413) 555-0107;31.12.1990;1.2.2010;A;N;2;4;North
8;Ann;;Ólafsdóttir;F;3 B;Oak Rd;Springfield;1235;;;1.1.2007;;I;;2;5;South
9;X;;Y;F;1;A;B;;;;;;R;N;2;4;North
10;X;;Y;F;1;A;B;;;;;;D;N;2;4;North
11;X;;Y;F;1;A;B;;;;;;A;Y;2;4;North
12;X;;Y;F;1;A;B;;;;;;Q;N;2;4;North
13;X;;Y;F;1;A;B;;;;;;A;?;2;4;North
"""
VOTES = """\
Number,Day,Election,How
7,05.11.2024,State General,A
7,08.11.2022,State General,E
7,03.11.2020,State General,N
7,07.05.2024,Primary,A
8,05.11.2024,State General,B
9,03.11.2020,State General,A
"""


def example() -> str:
    """The mapping file of the help page."""
    found = re.search(r"```toml\n(.*?)```", HELP.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "springfield.toml"
    path.write_text(example(), encoding="utf-8")
    return path


def cut(folder: Path, layout: str, *districts: District) -> dict[str, Voter]:
    (folder / "voters.csv").write_bytes(VOTERS.encode("latin-1"))
    (folder / "votes.csv").write_text(VOTES)
    request = CutRequest(
        voters=(folder / "voters.csv",),
        history=(folder / "votes.csv",),
        layout=layout,
        districts=districts,
        expires=EXPIRES,
    )
    cut_extract(request, folder / "cut.f2fx", KEY)
    voters = open_extract(folder / "cut.f2fx").voters
    return {voters.id_at(row): voters.at(row) for row in range(len(voters))}


def test_the_example_of_the_help_page_reads_a_file_in_latin_1_with_semicolons(
    tmp_path: Path, mapping: Path
) -> None:
    voters = cut(tmp_path, str(mapping))
    assert set(voters) == {"7", "8"}
    assert voters["7"] == Voter(
        id="7",  # type: ignore[arg-type]
        first_name="JOSÉ",
        middle_name="LUIS",
        last_name="MUÑOZ PEÑA",
        birth_year=1990,
        sex="M",
        street_address="12 ELM; STREET",
        city="SPRINGFIELD",
        zip="01234",
        county="SPRINGFIELD",
        party="GREEN",
        phone="+14135550107",
        frequency=VoterFrequency.SOMETIMES,
        votes_cast=2,
        votes_possible=3,
        districts={"congressional": "2", "ward": "4", "county": "SPRINGFIELD", "city": "SPRINGFIELD"},
    )
    assert (voters["8"].zip, voters["8"].frequency, voters["8"].birth_year) == ("01235", VoterFrequency.NEW, 2007)


def test_a_district_may_be_chosen_by_its_other_name(tmp_path: Path, mapping: Path) -> None:
    assert set(cut(tmp_path, str(mapping), District("ward", "south"))) == {"8"}


def test_a_file_without_a_header_is_read_by_the_names_of_the_mapping(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(
        'name = "bare"\nfile = { header = false, names = ["number", "family"] }\n'
        'columns = { id = "number", last_name = "family" }\n'
    )
    (tmp_path / "bare.txt").write_text("1|SMITH|x\n2|JONES|y\n")
    request = CutRequest(voters=(tmp_path / "bare.txt",), layout=str(tmp_path / "m.toml"), expires=EXPIRES)
    report = cut_extract(request, tmp_path / "cut.f2fx", KEY)
    assert report.kept == 2


FIXED = """
name = "fixed"
[file]
header = false
positions = { number = [1, 4], family = [5, 12], flag = [13, 13], state = [14, 14] }
[columns]
id = "number"
last_name = "family"
[confidential]
column = "flag"
public = ["N"]
[status]
column = "state"
kept = ["A"]
"""


def test_lines_of_fixed_width_are_read_by_the_places_of_the_mapping(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(FIXED)
    lines = [
        "1   MUÑOZ   NA",
        "2   SMITH   YA",
        "3   JONES   NR",
        "4   SHORT",
        "5   WITH\0NULNA",
        "6   A B     NA  ",
    ]
    (tmp_path / "fixed.txt").write_bytes("\r\n".join(lines).encode("latin-1"))
    request = CutRequest(voters=(tmp_path / "fixed.txt",), layout=str(tmp_path / "m.toml"), expires=EXPIRES)
    report = cut_extract(request, tmp_path / "cut.f2fx", KEY)
    voters = open_extract(tmp_path / "cut.f2fx").voters
    names = {voters.id_at(row): voters.at(row).last_name for row in range(len(voters))}
    assert names == {"1": "MUÑOZ", "5": "WITH NUL", "6": "A B"}
    assert report.dropped == {"confidential": 1, "confidential or not: unclear": 1, "unknown status": 1}


PREFIXED = """
name = "prefixed"
[file]
prefixes = ["v_"]
[columns]
id = "number"
first_name = "called // given"
last_name = "family"
party = "party"
[values]
party = { 1 = "DEM", Grn = "GRE" }
[election_columns]
general = ["g(?P<year>[0-9]{2})", "town (?P<month>[0-9]+)/(?P<day>[0-9]+)/(?P<year>[0-9]{4})"]
november = false
[[status]]
column = "state"
kept = ["A"]
[[status]]
column = "dead?"
kept = ["", "N"]
"""


def test_prefixes_meanings_elections_and_several_statuses_of_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(PREFIXED)
    header = "V_Number,v_called,V_GIVEN,family,v_Party,state,dead,v_g24,g22,Town 5/7/2024\n"
    rows = "1,Bob,Robert,A,01,A,,Y,,X\n2,,Ann,B,grn,A,N,,no,0\n3,,C,C,X,A,Y,Y,Y,Y\n4,,D,D,X,R,,Y,Y,Y\n"
    (tmp_path / "voters.csv").write_text(header + rows)
    request = CutRequest(voters=(tmp_path / "voters.csv",), layout=str(tmp_path / "m.toml"), expires=EXPIRES)
    report = cut_extract(request, tmp_path / "cut.f2fx", KEY)
    voters = open_extract(tmp_path / "cut.f2fx").voters
    found = {each.id: each for each in map(voters.at, range(len(voters)))}
    assert {key: (each.first_name, each.party, each.votes_cast) for key, each in found.items()} == {
        "1": ("BOB", "DEM", 2),
        "2": ("ANN", "GRE", 0),
    }
    assert [day.isoformat() for day in report.elections] == ["2024-11-05", "2024-05-07", "2022-11-08"]
    assert report.dropped == {"unknown status": 2}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("[columns]", "[colums]"), "colums"),
        (('id = "Number"\nfirst', "first"), "id"),
        (('city = "Town"', 'town = "Town"'), "town is not known; known are id"),
        (('delimiter = "semicolon"', 'delimiter = "semi"'), "delimiter 'semi' is none of"),
        (('encoding = "latin-1"', 'encoding = "klingon"'), "encoding 'klingon' is none of"),
        (("header = true", "header = false"), "names must list"),
        (('kept = ["A", "I"]', 'kept = "A"'), "kept"),
        (('name = "springfield"', 'name = "springfield'), "not TOML"),
        (('general = ["GENERAL"]', "general = 7"), "general"),
        (('"%d.%m.%Y"', '"%d.%Q.%Y"'), "'%d.%Q.%Y' is no way to write a date"),
        (('election = "Election"', ""), "kind of election"),
        (('party = { Greens = "GREEN" }', 'planet = { E = "EARTH" }'), "planet is none of party, sex"),
        (("[columns]\nid", '[election_columns]\ngeneral = ["general"]\n[columns]\nid'), "must name the year"),
        (("header = true", "header = false\npositions = { a = [3, 1] }"), "cannot reach from 3 to 1"),
        (("[columns]\nid", '[recognise]\nshape = { a = "[" }\n[columns]\nid'), "no regular expression"),
    ],
)
def test_a_fault_in_a_mapping_file_is_named(mapping: Path, change: tuple[str, str], words: str) -> None:
    assert change[0] in example()
    mapping.write_text(example().replace(*change), encoding="utf-8")
    with pytest.raises(LayoutUnusable, match=words):
        read_layout(mapping)


def test_a_column_that_the_file_lacks_is_named_with_those_that_it_has(tmp_path: Path, mapping: Path) -> None:
    mapping.write_text(example().replace('"Postcode"', '"Post office"'), encoding="utf-8")
    with pytest.raises(VoterFileUnreadable, match=r"no column 'Post office'.*number, given, second"):
        cut(tmp_path, str(mapping))


def test_a_layout_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(LayoutUnknown, match="north-carolina"):
        named_layout("atlantis")
    with pytest.raises(LayoutUnusable, match="cannot be read"):
        named_layout(str(tmp_path / "none.toml"))


def test_a_layout_has_a_short_name_and_auto_is_none() -> None:
    found = named_layout("NC")
    assert isinstance(found, Layout)
    assert found.name == "north-carolina"
    assert named_layout("auto") is None


def test_every_layout_of_the_package_can_be_used() -> None:
    for name, layout in built_in_layouts().items():
        assert layout.name == name
        assert layout.title
        assert layout.recognise.header or layout.recognise.shape
