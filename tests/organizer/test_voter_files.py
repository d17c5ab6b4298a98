"""Voter files of an organizer: surveyed, mapped, counted by any choice of districts, cut and saved."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.filters import District
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import Cancelled
from f2f_desktop.organizer.voter_files import (
    Choice,
    ColumnMapping,
    ExtractNotSaved,
    VoterFiles,
    count,
    cut,
    layouts,
    mapped,
    sample,
    save_extract,
    save_for_sticks,
    survey,
)
from f2f_desktop.protocol.bundle import read_bundle_file
from f2f_desktop.voterfile import cutting
from f2f_desktop.voterfile.errors import DistrictUnknown, LayoutUnknown
from f2f_desktop.voterfile.opening import open_extract
from tests.voterfile.samples import KEY
from tests.voterfile.voter_files import HISTORY, vote, voter, write

DAY = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30)
PLACES = (("ELM", "92", "01"), ("ELM", "92", "02"), ("OAK", "93", "01"))


def state(folder: Path) -> tuple[Path, ...]:
    """A state's files: 30 voters in two counties and three precincts, one confidential, one removed; a history."""
    rows = []
    for number in range(1, 31):
        county, code, precinct = PLACES[number % 3]
        where = {"county_desc": county, "county_id": code, "precinct_abbrv": precinct, "nc_house_abbrv": precinct}
        rows.append(voter(number, **where, res_city_desc=f"{county}TOWN"))
    rows.append(voter(31, confidential_ind="Y"))
    rows.append(voter(32, status_cd="R"))
    voters = write(folder / "ncvoter.txt", rows)
    return voters, write(folder / "ncvhis.txt", [vote(1, "11/05/2024"), vote(2, "11/05/2024")], HISTORY)


def test_a_survey_knows_what_any_choice_of_districts_keeps(tmp_path: Path) -> None:
    files = VoterFiles(state(tmp_path))
    found = survey(files)
    assert (found.report.layout, found.report.rows, found.report.kept) == ("North Carolina", 32, 30)
    assert found.report.dropped == {"confidential": 1, "removed": 1}
    assert found.report.files == {"voters": ("ncvoter.txt",), "history": ("ncvhis.txt",)}
    crossing = found.crossing
    assert crossing is not None
    for districts in (
        (),
        (District("county", "ELM"),),
        (District("precinct", "1"),),
        (District("county", "OAK"), District("precinct", "01")),
        (District("county", "OAK"), District("precinct", "02")),
        (District("state_house", "01"), District("state_house", "02"), District("city", "ELMTOWN")),
    ):
        kept = crossing.passing(districts)
        if kept:
            assert count(files, Choice(districts=districts, expires=DAY)).kept == kept, districts
    assert crossing.passing((District("county", "ELM"),)) == 20
    assert crossing.counties((District("precinct", "01"),)) == ("ELM", "OAK")
    assert crossing.counties((District("precinct", "01"), District("county", "ELM"))) == ()
    with pytest.raises(DistrictUnknown):
        crossing.passing((District("county", "PINE"),))


def test_both_ways_of_reading_cross_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = VoterFiles(state(tmp_path))
    quick = survey(files).crossing
    monkeypatch.setattr(cutting.EncodedRecords, "read", lambda *_: False)
    slow = survey(files).crossing
    assert quick is not None
    assert slow is not None
    for kind in quick.kinds:
        for code in {code for code, _ in quick.pairs[kind] if code}:
            wanted = (District(kind, code), District("county", "ELM"))
            assert quick.passing(wanted) == slow.passing(wanted)


def test_more_combinations_than_can_be_kept_are_left_to_the_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = VoterFiles(state(tmp_path))
    monkeypatch.setattr(cutting, "MOST_CROSSED", 2)
    assert survey(files).crossing is None
    monkeypatch.setattr(cutting, "MOST_CROSSED", 3)
    assert survey(files).crossing is not None


def test_an_extract_holds_what_was_allowed_and_is_signed_by_the_campaign(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "state.zip", "w") as archive:
        for path in state(tmp_path):
            archive.write(path, path.name)
    choice = Choice(
        label="Elm", districts=(District("county", "ELM"),), columns=("city", "county", "precinct"), expires=DAY
    )
    made = cut(VoterFiles((tmp_path / "state.zip",)), choice, KEY, ("harbor", "Harbor Votes"))
    extract = open_extract(made.data, trusted=(KEY.public,))
    assert len(extract.voters) == made.report.kept == 20
    assert set(extract.voters.texts) == {"first_name", "last_name", "city", "county"}
    assert set(extract.voters.districts) == {"precinct"}
    assert not extract.voters.numbers
    assert (extract.manifest.campaign_id, extract.manifest.expires) == ("harbor", DAY)
    content = CampaignContent(CampaignId("harbor"), "Harbor Votes", 3)
    names = save_for_sticks(made, content, KEY, tmp_path)
    assert names == ("elm.f2fx", "harbor-votes.f2fbundle")
    assert (tmp_path / names[0]).read_bytes() == made.data
    assert read_bundle_file(tmp_path / names[1]).content == content
    with pytest.raises(ExtractNotSaved):
        save_extract(made, tmp_path / "no such folder" / "elm.f2fx")


def test_a_stopped_cut_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        del done, total
        raise Cancelled

    with pytest.raises(Cancelled):
        cut(VoterFiles(state(tmp_path)), Choice(expires=DAY), KEY, ("", ""), stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ncvhis.txt", "ncvoter.txt"]


def test_a_file_of_no_known_layout_is_read_as_somebody_says(tmp_path: Path) -> None:
    rows = "".join(
        f"{number};MEYER{number};ANN;{10 + number};ELM ST;1980;{'A' if number % 2 else 'R'};{number % 3}\n"
        for number in range(1, 13)
    )
    path = tmp_path / "waehler.csv"
    header = "Nummer;Nachname;Vorname;Hausnummer;Strasse;Jahrgang;Status;Wahlkreis\n"
    path.write_text(header + rows, encoding="utf-8")
    with pytest.raises(LayoutUnknown):
        survey(VoterFiles((path,)))
    begun = sample(path)
    assert begun.columns == tuple(header.strip().split(";"))
    assert begun.rows[0][1] == "MEYER1"
    told = {
        "id": "Nummer",
        "first_name": "Vorname",
        "last_name": "Nachname",
        "street_address": "Hausnummer + Strasse",
        "birth_year": "Jahrgang",
        "ward": "Wahlkreis",
    }
    mapping = mapped(path, told)
    assert (mapping.status, mapping.kept, mapping.confidential) == ("Status", ("A",), "")
    found = survey(VoterFiles((path,), mapping=mapping))
    assert (found.report.kept, found.report.dropped) == (6, {"other": 6})
    assert [place.voters for place in found.report.by["ward"]] == [2, 2, 2]
    made = cut(found.files, Choice(expires=DAY, districts=(District("ward", "1"),)), KEY, ("", ""))
    voters = open_extract(made.data).voters
    assert {voters.at(row).street_address for row in range(len(voters))} == {"11 ELM ST", "17 ELM ST"}
    assert mapping == ColumnMapping(mapping.text, "Status", ("A",))


def test_the_known_layouts_can_be_chosen() -> None:
    assert layouts()["ohio"] == "Ohio"
