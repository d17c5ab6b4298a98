"""The demo's voter files are North Carolina's: 67 columns, removed and confidential rows among them."""

from pathlib import Path

from f2f_desktop.demo.north_carolina import VOTER_COLUMNS, write_voter_files
from f2f_desktop.demo.population import generate_district
from f2f_desktop.voterfile.layout_files import built_in_layouts


def test_the_header_is_the_layouts() -> None:
    assert len(VOTER_COLUMNS) == 67
    assert VOTER_COLUMNS in {tuple(order) for order in built_in_layouts()["north-carolina"].recognise.orders}


def test_every_registered_person_has_a_row_and_some_are_not_for_extracts(tmp_path: Path) -> None:
    people = generate_district(2, 1_500)
    voters, history = write_voter_files(people, tmp_path)
    lines = voters.read_text("iso-8859-1").splitlines()
    rows = [dict(zip(VOTER_COLUMNS, line.replace('"', "").split("\t"), strict=True)) for line in lines[1:]]
    assert {row["ncid"] for row in rows} == set(people.voter_ids.tolist()) - {""}
    assert sum(row["status_cd"] == "R" for row in rows) == len(rows) // 97
    assert sum(row["confidential_ind"] == "Y" for row in rows) == (len(rows) - 403) // 403 + 1
    assert len(history.read_text("iso-8859-1").splitlines()) == 1 + int(people.voted[people.registered].sum())
