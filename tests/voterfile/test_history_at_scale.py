"""A history that is read at once gives what one gives that DuckDB scans; ids are found, whatever their length."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.filters import District
from f2f_desktop.voterfile import encoding
from f2f_desktop.voterfile.cutting import CutRequest, cut_extract
from f2f_desktop.voterfile.errors import HistoryUnusable
from f2f_desktop.voterfile.known_ids import KnownIds
from tests.benchmarks.large_voter_files import write_history, write_voter_file
from tests.voterfile.samples import KEY
from tests.voterfile.two_ways import both_ways
from tests.voterfile.voter_files import EXPIRES, HISTORY, text, vote, voter, write

DAYS = (
    "11/05/2024",
    "11/08/2022",
    "11/03/2020",
    "11/06/2018",
    "11/08/2016",
    "11/04/2014",
    "3/5/2024",
    "11/8/2022",
)
KINDS = ("GENERAL", "general", "PRIMARY", "MUNICIPAL GENERAL", "", "GENERAL RUNOFF")
LONG = "BN015-LONG-ID-OF-MORE-THAN-SIXTEEN-LETTERS"
VOTERS = [
    *(voter(number, county_desc=("ELM", "ASH")[number % 2]) for number in range(60)),
    voter(7, registr_dt="10/05/2020"),
    voter(7, registr_dt="10/05/2021"),
    voter(8, registr_dt="nonsense"),
    voter(100, ncid=LONG),
    voter(101, ncid=LONG[:-1]),
    voter(102, ncid="\u00d1N18"),
    voter(103, ncid=" bn14 "),
    voter(104, ncid="", status_cd="A"),
    voter(105, status_cd="R"),
    voter(106, birth_year="2004", registr_dt="10/05/2023"),
]
IDS = [f"BN{number:06d}" for number in range(70)] + [
    LONG,
    LONG[:-1],
    "\u00d1N18",
    "\u00f1n18",
    "BN14",
    "bn000009 ",
]
ODD = [
    vote(1, "11/05/2024", election_desc="GENERAL"),
    vote(2, "11/05/2099"),
    vote(2, "2024-11-05"),
    vote(3, "13/45/2024"),
    vote(3, ""),
    vote(4, "11/05/2024", ncid=""),
    vote(4, "11/05/2024", ncid="N" * 100),
    *(vote(0, "11/05/2024", ncid=each) for each in IDS[-6:]),
    *(vote(105, day) for day in DAYS),
    *(vote(106, day) for day in DAYS[:2]),
]


def some_votes(count: int, seed: int) -> list[dict[str, str]]:
    """Votes drawn at random, more often in general elections than in others."""
    random = Random(seed)
    return [
        vote(0, random.choice(DAYS), random.choice((*KINDS, "GENERAL", "GENERAL")), ncid=random.choice(IDS))
        for _ in range(count)
    ]


def requested(folder: Path, *histories: str, **more: object) -> CutRequest:
    """A cut of VOTERS with these histories, each the content of a file."""
    paths = [folder / f"history{place}.txt" for place in range(len(histories))]
    for path, content in zip(paths, histories, strict=True):
        path.write_text(content, newline="")
    voters = write(folder / "voters.txt", VOTERS)
    return CutRequest(voters=(voters,), history=tuple(paths), expires=EXPIRES, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_either_way_counts_the_same_votes_of_odd_rows(
    tmp_path: Path, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [*ODD, *some_votes(400, 1)]
    report = both_ways(monkeypatch, requested(tmp_path, text(rows, HISTORY, end=end)), tmp_path)
    assert report.votes > 50
    assert report.history_rows == len(rows)


def test_either_way_counts_the_same_votes_of_several_files_and_one_district(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "_CHUNK", 5_000)
    first, second = text(some_votes(300, 2), HISTORY), text([*some_votes(300, 3), *ODD], HISTORY[::-1], end="\n")
    request = requested(tmp_path, first, second, districts=(District("county", "ELM"),), elections=3)
    report = both_ways(monkeypatch, request, tmp_path)
    assert len(report.elections) == 3
    both_ways(monkeypatch, requested(tmp_path, text(some_votes(300, 4), HISTORY).replace("\t", ",")), tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_damage_of_a_history_makes_no_difference_between_the_ways(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray(text(some_votes(400, 5), HISTORY).encode())
    random = Random(seed)
    for _ in range(30):
        content[random.randrange(2_000, len(content))] = random.choice(b'\t\n\r"\0\xd1,')
    monkeypatch.setattr(encoding, "_CHUNK", 10_000)
    request = requested(tmp_path, "")
    (tmp_path / "history0.txt").write_bytes(content)
    assert both_ways(monkeypatch, request, tmp_path).history_lost


MAPPING = """
name = "small"
[columns]
id = "voter"
first_name = "first"
last_name = "last"
registered = "since?"
[history]
id = "voter"
date = "day"
november = true
vote = "how // what?"
not_counted = ["NONE", ""]
"""


def test_either_way_heeds_how_somebody_voted_and_the_day_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "small.toml").write_text(MAPPING)
    (tmp_path / "voters.csv").write_text(
        "voter,first,last,since\n" + "".join(f'"A{n:03d}",ANN,"SMITH, {n % 5}",01/02/2021\n' for n in range(40))
    )
    random = Random(1)
    rows = "".join(
        f'"A{random.randrange(50):03d}",{random.choice(DAYS)},{random.choice(("MAIL", "none", "", " "))},'
        f"{random.choice(('', 'BOOTH', 'NONE'))}\n"
        for _ in range(300)
    )
    (tmp_path / "votes.csv").write_text("voter,day,how,what\n" + rows)
    request = CutRequest(
        voters=(tmp_path / "voters.csv",),
        history=(tmp_path / "votes.csv",),
        layout=str(tmp_path / "small.toml"),
        expires=EXPIRES,
    )
    report = both_ways(monkeypatch, request, tmp_path)
    assert len(report.elections) == 4


def test_control_a_vote_of_the_wrong_voter_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voters, history = write_voter_file(500, tmp_path), write_history(500, tmp_path)
    right = KnownIds.rows
    monkeypatch.setattr(
        KnownIds, "rows", lambda self, ids: np.where((rows := right(self, ids)) == 2, 1, rows).astype(np.int32)
    )
    with pytest.raises(AssertionError):
        both_ways(monkeypatch, CutRequest(voters=(voters,), history=(history,), expires=EXPIRES), tmp_path)


def test_a_history_without_general_elections_says_what_it_holds(tmp_path: Path) -> None:
    rows = [*(vote(number, "3/5/2024", "PRIMARY") for number in range(5)), vote(1, "5/5/2024", election_desc="")]
    with pytest.raises(HistoryUnusable, match="'3/5/2024 PRIMARY', '5/5/2024'"):
        cut_extract(requested(tmp_path, text(rows, HISTORY)), tmp_path / "cut.f2fx", KEY)


ID = st.text(st.sampled_from("AB1"), min_size=1, max_size=20).map(str.encode)


@given(st.lists(ID, max_size=50), st.lists(st.one_of(ID, st.just(b"")), max_size=50))
def test_known_ids_are_found_and_others_are_not(known: list[bytes], asked: list[bytes]) -> None:
    ids = KnownIds(np.array(known, "S20"))
    rows = ids.rows(np.array(asked, "S24"))
    assert [known[row] if row >= 0 else None for row in rows.tolist()] == [
        each if each in known else None for each in asked
    ]
    same = ids.rows(np.array(known, "S20"))
    assert np.array_equal(ids.row_of_same, same)
