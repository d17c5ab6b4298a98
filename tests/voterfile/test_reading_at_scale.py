"""The two ways of reading give the same extract; what is told on the way; what cancelling leaves."""

import tempfile
import time
from datetime import date, datetime
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from f2f_desktop.errors import Cancelled
from f2f_desktop.voterfile import encoding, ordering, stages
from f2f_desktop.voterfile.addresses import Addresses, split_addresses, split_house
from f2f_desktop.voterfile.blocks import block_of, is_regular
from f2f_desktop.voterfile.cleaning import read_date
from f2f_desktop.voterfile.cutting import CutRequest, count_voters, cut_extract
from f2f_desktop.voterfile.dictionary import Dictionary, keys_of
from f2f_desktop.voterfile.distinct import conjuncts, places_in, wish_for
from f2f_desktop.voterfile.errors import ExpiryPast
from f2f_desktop.voterfile.mending import Dialect
from f2f_desktop.voterfile.ordering import order_by, repeated
from tests.benchmarks.large_voter_files import write_history, write_voter_file
from tests.voterfile.samples import KEY
from tests.voterfile.two_ways import both_ways
from tests.voterfile.voter_files import EXPIRES, cut, text, vote, voter

ODD = (
    voter(1, res_street_address="12  ELM ST  "),
    voter(2, res_street_address="0012 ELM ST"),
    voter(3, res_street_address="12"),
    voter(4, res_street_address="12   "),
    voter(5, res_street_address='12 "OLD" MILL RD'),
    voter(6, res_street_address="123456789 ELM ST"),
    voter(7, res_street_address="12345678901 ELM ST"),
    voter(8, res_street_address="ELM ST"),
    voter(9, res_street_address=""),
    voter(10, res_street_address="Confidential"),
    voter(11, res_street_address="12 CONFIDENTIAL"),
    voter(12, res_street_address="1 ELM ST", full_phone_number="(919) 555-0101"),
    voter(13, res_street_address="7B ELM ST", full_phone_number="1919555010"),
    voter(14, full_phone_number="9195550101 ext 3", ncid=" bn14 "),
    voter(15, full_phone_number="0195550101", ncid="BN015-LONG-ID-OF-MORE-THAN-SIXTEEN-LETTERS"),
    voter(16, full_phone_number="19195550101", ncid="N" * 65),
    voter(17, ncid="N" * 64, last_name="MUÑOZ"),
    voter(18, ncid="ÑN18", first_name="X" * 300),
    voter(19, ncid="", registr_dt="2001-02-03"),
    voter(1, registr_dt="10/05/2020", res_city_desc="ELSEWHERE"),
    voter(20, status_cd="a", confidential_ind="n"),
    voter(21, zip_code="27001-1234", county_desc="Ash"),
)


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_either_way_of_reading_gives_the_same_extract_of_odd_rows(
    tmp_path: Path, delimiter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [each | {"res_street_address": each["res_street_address"].replace('"', "")} for each in ODD]
    content = text(rows if delimiter == "," else ODD).replace("\t", delimiter)
    (tmp_path / "voters.txt").write_text(content, newline="")
    both_ways(monkeypatch, CutRequest(voters=(tmp_path / "voters.txt",), expires=EXPIRES), tmp_path)


def test_either_way_of_reading_gives_the_same_extract_of_a_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voters, history = write_voter_file(3_000, tmp_path), write_history(3_000, tmp_path)
    monkeypatch.setattr(encoding, "_CHUNK", 50_000)
    both_ways(monkeypatch, CutRequest(voters=(voters,), history=(history,), expires=EXPIRES), tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_damage_makes_no_difference_between_the_ways(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray(text([voter(number, last_name=f"NAME{number % 7}") for number in range(400)]).encode())
    random = Random(seed)
    for _ in range(40):
        content[random.randrange(2_000, len(content))] = random.choice(b'\t\n\r"\0\xd1,')
    (tmp_path / "voters.txt").write_bytes(content)
    monkeypatch.setattr(encoding, "_CHUNK", 10_000)
    both_ways(monkeypatch, CutRequest(voters=(tmp_path / "voters.txt",), expires=EXPIRES), tmp_path)


def test_control_a_wrong_code_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voters = write_voter_file(500, tmp_path)
    monkeypatch.setattr(encoding, "_CHUNK", 20_000)
    right = Dictionary.codes
    monkeypatch.setattr(
        Dictionary, "codes", lambda self, keys: np.where((codes := right(self, keys)) == 2, 1, codes)
    )
    with pytest.raises(AssertionError):
        both_ways(monkeypatch, CutRequest(voters=(voters,), expires=EXPIRES), tmp_path)


FIELDS = st.text(st.sampled_from('AB "1é,'), max_size=20).map(lambda each: each.replace("\t", " "))


@given(st.lists(st.lists(FIELDS, min_size=3, max_size=3), min_size=1, max_size=30), st.booleans())
def test_codes_lead_back_to_the_fields(rows: list[list[str]], crlf: bool) -> None:
    lines = "".join("\t".join(row) + ("\r\n" if crlf else "\n") for row in rows).encode()
    block = block_of(lines, Dialect("\t", 3, quoting=False))
    assert block is not None
    dictionary = Dictionary()
    for field in range(3):
        starts, ends = block.starts_of(field), block.ends_of(field)
        keys = keys_of(block.buffer, block.words, starts, ends - starts)
        codes = dictionary.codes(keys)
        missing = np.flatnonzero(codes < 0)
        codes[missing] = dictionary.add(keys[missing], block.buffer, starts[missing], ends[missing])
        assert [dictionary.values[code].decode() for code in codes.tolist()] == [row[field] for row in rows]
        again = dictionary.codes(keys)
        assert np.array_equal(again[again >= 0], codes[again >= 0])


def test_a_dictionary_grows_and_finds_nearly_all_at_once() -> None:
    values = [f"VALUE NUMBER {number}".encode() for number in range(20_000)]
    buffer = b"\n".join(values) + b"\n" + bytes(72)
    ends = np.flatnonzero(np.frombuffer(buffer, np.uint8)[: len(buffer) - 72] == 10)
    starts = np.concatenate([[0], ends[:-1] + 1])
    words = np.ndarray((len(buffer) - 7,), "<u8", buffer, strides=(1,))
    keys = keys_of(buffer, words, starts, ends - starts)
    dictionary = Dictionary()
    codes = dictionary.add(keys, buffer, starts, ends)
    assert [dictionary.values[code] for code in codes.tolist()] == values
    found = dictionary.codes(keys)
    assert (found >= 0).mean() > 0.9
    assert np.array_equal(found[found >= 0], codes[found >= 0])


MARKS = st.lists(st.sampled_from([b"A", b"\t", b"\n", b"\r\n", b"\r", b"\0", b'"', b",", b"\xd1"]), max_size=30)


@given(MARKS.map(b"".join))
def test_a_block_is_regular_exactly_where_each_of_its_lines_is(data: bytes) -> None:
    lines = data + (b"\r\n" if data.count(b"\r\n") else b"\n")
    end = b"\r\n" if lines.endswith(b"\r\n") else b"\n"
    each_is = all(
        line.count(b"\t") == 1 and not {0, 10, 13} & set(line) for line in lines.removesuffix(end).split(end)
    )
    regular = each_is and b"\xd1" not in lines
    assert is_regular(lines, Dialect("\t", 2, quoting=False)) == regular
    assert (block_of(lines, Dialect("\t", 2, quoting=False)) is not None) == regular


FORMATS = ["%m/%d/%Y", "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%m/%d/%y"]


@settings(max_examples=500)
@given(st.text(st.sampled_from("0123456789/-. "), max_size=12), st.sampled_from(FORMATS))
def test_a_date_is_read_as_strptime_reads_it(written: str, form: str) -> None:
    try:
        expected: date | None = datetime.strptime(written.strip(), form).date()  # noqa: DTZ007 - a calendar day
    except ValueError:
        expected = None
    if expected is not None:
        assert read_date(written, [form]) == expected


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1 << 30), st.integers(0, 2), st.integers(0, 9))))
def test_rows_are_ordered_as_by_their_keys_one_after_the_other(rows: list[tuple[int, int, int, int]]) -> None:
    *keys, last = (np.array([row[place] for row in rows], np.int64) for place in range(4))
    ids = np.array([f"ID{each}".encode() for each in last.tolist()], dtype="S8")
    keys = [keys[0] << 38, keys[1], keys[2]]
    assert np.array_equal(
        np.array([[key[row] for key in keys] + [int(last[row])] for row in order_by(keys, ids)]),
        np.array([[key[row] for key in keys] + [int(last[row])] for row in np.lexsort((ids, *keys[::-1]))]),
    )


@pytest.mark.parametrize("seed", range(3))
def test_many_rows_are_ordered_in_parts_as_they_are_at_once(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(seed)
    keys = [rng.integers(0, top, 2_000) for top in (3, 1 << 38, 2, 1 << 20)]
    keys[1][::2] = 7
    ids = np.array([f"ID{each}".encode() for each in rng.integers(0, 1_500, 2_000).tolist()], "S12")
    ordered = order_by(keys, ids)
    known = {each: ids.tolist().count(each) for each in set(ids.tolist())}
    monkeypatch.setattr(ordering, "_PART", 100)
    monkeypatch.setattr(ordering, "_MANY", 300)
    monkeypatch.setattr(stages, "_STEP", 90)
    in_parts = order_by(keys, ids)
    for key in (*keys, ids):
        assert np.array_equal(key[in_parts], key[ordered])
    assert sorted(in_parts.tolist()) == list(range(2_000))
    assert repeated(ids).tolist() == [known[each] > 1 for each in ids.tolist()]


@given(st.lists(st.sampled_from([b"A1", b"A2", b"B1", b"A1234567890", b"A1234567891"])))
def test_repeated_ids_are_found(ids: list[bytes]) -> None:
    assert repeated(np.array(ids, dtype="S11")).tolist() == [ids.count(each) > 1 for each in ids]


def test_addresses_by_their_parts_are_those_put_together() -> None:
    written = ["12 ELM ST", "", "ELM ST", "12 OAK ST", "14 ELM ST", "12 ELM ST", "0 ELM ST"]
    parts = [split_house(each) for each in written]
    from tests.voterfile.samples import column

    houses = np.array([house for house, _ in parts], np.int64)
    addresses = Addresses(houses, column([street for _, street in parts]))
    assert addresses.decode() == written
    assert addresses.values[0] == ""
    for split in (split_addresses(addresses), split_addresses(column(written))):
        assert [(int(house), split[1][row]) for row, house in enumerate(split[0])] == parts


def test_sql_is_taken_apart_only_where_that_is_plain() -> None:
    assert conjuncts("c1 = ' AND ' AND (c2 = '' AND c3 = '') AND c4 = 'c5'") == [
        "c1 = ' AND '",
        "(c2 = '' AND c3 = '')",
        "c4 = 'c5'",
    ]
    for whole in ("c1 = '' OR c2 = '' AND c3 = ''", "CASE WHEN c1 = '' AND c2 = '' THEN true END"):
        assert conjuncts(whole) == [whole]
    assert places_in("c1 = 'c5' AND upper(c12) = 'it''s c7'") == (1, 12)


def test_what_looks_at_ids_and_something_else_is_left_to_the_other_way() -> None:
    assert wish_for(["c0 = ''", "c1 = 'Y'"], ["c2"], "c0", "c3", "c4") is not None
    assert wish_for(["c0 = c1"], ["c2"], "c0", "", "") is None
    assert wish_for([], ["c0"], "c0", "", "") is None
    assert wish_for([], ["c2"], "concat(c0, c1)", "", "") is None


def test_rows_are_told_as_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voters = write_voter_file(1_000, tmp_path)
    monkeypatch.setattr(encoding, "_CHUNK", 20_000)
    told: list[int] = []
    cut_extract(CutRequest(voters=(voters,), expires=EXPIRES), tmp_path / "cut.f2fx", KEY, counted=told.append)
    assert sum(told) == 1_000
    assert len([each for each in told if each]) > 5


def test_progress_never_goes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voters, history = write_voter_file(3_000, tmp_path), write_history(3_000, tmp_path)
    monkeypatch.setattr(encoding, "_CHUNK", 50_000)
    monkeypatch.setattr(stages, "_STEP", 500)
    told: list[int] = []
    totals: set[int] = set()

    def tell(done: int, total: int) -> None:
        told.append(done)
        totals.add(total)

    request = CutRequest(voters=(voters,), history=(history,), expires=EXPIRES)
    cut_extract(request, tmp_path / "cut.f2fx", KEY, progress=tell)
    assert told == sorted(told)
    assert len(set(told)) > 50
    assert totals == {told[-1]}


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_a_cut_that_is_cancelled_wherever_leaves_nothing(
    tmp_path: Path, at: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    voters, history = write_voter_file(3_000, tmp_path), write_history(3_000, tmp_path)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    monkeypatch.setattr(encoding, "_CHUNK", 50_000)
    steps: list[float] = []

    def stop(done: int, total: int) -> None:
        if done > at * total:
            steps.append(time.monotonic())
            raise Cancelled

    request = CutRequest(voters=(voters,), history=(history,), expires=EXPIRES)
    with pytest.raises(Cancelled):
        cut_extract(request, tmp_path / "cut.f2fx", KEY, progress=stop)
    assert len(steps) == 1
    assert not list(work.iterdir())
    assert not (tmp_path / "cut.f2fx").exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["ncvhis.txt", "ncvoter.txt", "work"]


def test_an_extract_that_is_over_already_is_refused(tmp_path: Path) -> None:
    request = CutRequest(voters=(tmp_path / "none.txt",), expires=date(2020, 1, 1))
    with pytest.raises(ExpiryPast, match="2020-01-01"):
        cut_extract(request, tmp_path / "cut.f2fx", KEY)


def test_counting_tells_what_a_cut_keeps(tmp_path: Path) -> None:
    rows = [*ODD, *(voter(number, precinct_abbrv=f"0{number % 3}") for number in range(50, 60))]
    (tmp_path / "voters.txt").write_text(text(rows), newline="")
    for layout in ("auto", "north-carolina"):
        counted = count_voters(
            CutRequest(voters=(tmp_path / "voters.txt",), layout=layout, expires=EXPIRES), ["precinct", "County"]
        )
        _, report = cut(tmp_path, [tmp_path / "voters.txt"], [vote(1, "11/05/2024")])
        assert (counted.rows, counted.kept, counted.dropped) == (report.rows, report.kept, report.dropped)
    assert {place.code: place.name for place in counted.by["county"]} == {"ASH": "92", "ELM": "92"}
    assert sum(place.voters for place in counted.by["precinct"]) == counted.kept + 1
    assert [place.code for place in counted.by["precinct"]] == ["00", "01", "02", "01-02"]
    assert counted.columns["phone"].startswith("matching")
