"""What is written into an extract comes out of it, in little room."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.filters import District
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.voterfile import packing
from f2f_desktop.voterfile.opening import open_extract, read_manifest
from f2f_desktop.voterfile.voters import TextColumn, Voters
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from tests.voterfile.samples import DETAILS, KEY, column, contents, some_voters

text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n\r\0"), max_size=12)
address = st.one_of(text, st.from_regex(r"\A[0-9]{1,11} {1,2}[A-Z# ]{0,9}\Z"))
voter_id = st.one_of(
    st.from_regex(r"\A[A-Z]{0,3}[0-9]{1,8}\Z"),
    st.from_regex(r"\A[A-Z0-9-]{1,40}\Z"),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n\r\0"), min_size=1, max_size=8),
)


def test_every_column_survives(tmp_path: Path) -> None:
    voters = some_voters(500)
    write_extract(tmp_path / "e.f2fx", voters, DETAILS, KEY)
    extract = open_extract(tmp_path / "e.f2fx", today=date(2026, 9, 1))
    assert contents(extract.voters) == contents(voters)
    assert extract.manifest.count == len(extract.voters) == 500
    assert extract.signer.key == KEY.public
    assert not extract.signer.trusted
    for name, number in extract.voters.numbers.items():
        assert number.dtype == voters.numbers[name].dtype
    assert extract.voters.ids.dtype.kind == "S"


def test_bytes_open_as_a_file_does(tmp_path: Path) -> None:
    write_extract(tmp_path / "e.f2fx", some_voters(20), DETAILS, KEY)
    extract = open_extract((tmp_path / "e.f2fx").read_bytes(), trusted={KEY.public}, today=DETAILS.expires)
    assert extract.signer.trusted
    assert contents(extract.voters) == contents(some_voters(20))


def test_the_details_survive(tmp_path: Path) -> None:
    details = ExtractDetails(
        layout="ohio",
        expires=date(2026, 12, 24),
        districts=(District("county", "ELM"),),
        elections=(date(2024, 11, 5), date(2022, 11, 8)),
        campaign_id="c1",
        campaign_name="Vecinos con Ñ",
    )
    written = write_extract(tmp_path / "e.f2fx", some_voters(3), details, KEY)
    manifest, signer = read_manifest(tmp_path / "e.f2fx")
    assert manifest == written
    assert signer.fingerprint == KEY.public.fingerprint
    assert (manifest.layout, manifest.expires, manifest.districts) == (
        "ohio",
        date(2026, 12, 24),
        details.districts,
    )
    assert (manifest.elections, manifest.campaign_name) == (details.elections, "Vecinos con Ñ")


def test_the_order_of_the_rows_changes_nothing(tmp_path: Path) -> None:
    voters = some_voters(200)
    shuffled = np.random.default_rng(5).permutation(200)
    other = Voters(
        voters.ids[shuffled],
        {name: TextColumn(text.codes[shuffled], text.values) for name, text in voters.texts.items()},
        {name: number[shuffled] for name, number in voters.numbers.items()},
        {kind: TextColumn(code.codes[shuffled], code.values) for kind, code in voters.districts.items()},
    )
    write_extract(tmp_path / "a", voters, DETAILS, KEY)
    write_extract(tmp_path / "b", other, DETAILS, KEY)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_voters_or_none_survive(tmp_path: Path, count: int) -> None:
    write_extract(tmp_path / "e.f2fx", some_voters(count), DETAILS, KEY)
    assert contents(open_extract(tmp_path / "e.f2fx", today=DETAILS.expires).voters) == contents(
        some_voters(count)
    )


def test_absent_columns_stay_absent(tmp_path: Path) -> None:
    voters = Voters(np.array([b"A1", b"A2"]), {"last_name": column(["SMITH", "GARCÍA"])}, {})
    write_extract(tmp_path / "e.f2fx", voters, DETAILS, KEY)
    opened = open_extract(tmp_path / "e.f2fx", today=DETAILS.expires).voters
    assert (set(opened.texts), dict(opened.numbers), dict(opened.districts)) == ({"last_name"}, {}, {})
    assert opened.at(0).first_name == ""


def test_a_voter_takes_few_bytes(tmp_path: Path) -> None:
    write_extract(tmp_path / "e.f2fx", some_voters(20_000), DETAILS, KEY)
    assert (tmp_path / "e.f2fx").stat().st_size / 20_000 <= 30


@given(st.lists(text, max_size=30))
def test_any_texts_survive_packing(texts: list[str]) -> None:
    parts = packing.pack_texts(column(texts))
    assert packing.unpack_texts(parts.__getitem__, len(texts)).decode() == texts


@given(st.lists(address, max_size=30))
def test_any_addresses_survive_packing(texts: list[str]) -> None:
    parts = packing.pack_addresses(column(texts))
    unpacked = packing.unpack_addresses(parts.__getitem__, len(texts))
    assert unpacked.decode() == texts
    assert unpacked.values[0] == ""
    assert len(set(unpacked.values)) == len(unpacked.values)


@given(st.lists(st.integers(0, 2**63 - 1), max_size=30))
def test_any_numbers_survive_packing(numbers: list[int]) -> None:
    content = packing.pack_array(np.array(numbers, np.int64))
    assert packing.unpack_array(content, len(numbers), 2**63 - 1).tolist() == numbers


@given(st.lists(st.one_of(st.just(0), st.integers(1, 9_999_999_999)), max_size=30))
def test_any_phones_survive_packing(numbers: list[int]) -> None:
    parts = packing.pack_phones(np.array(numbers, np.int64))
    assert packing.unpack_phones(parts.__getitem__, len(numbers)).tolist() == numbers


@given(st.lists(voter_id, max_size=30))
def test_any_ids_survive_packing(ids: list[str]) -> None:
    array = np.array([voter.encode() for voter in ids], dtype=np.bytes_)
    encoding, parts = packing.pack_ids(array)
    assert packing.unpack_ids(encoding, parts.__getitem__, len(ids)).tolist() == array.tolist()


def test_a_text_with_a_line_break_is_refused_by_the_writer(tmp_path: Path) -> None:
    voters = Voters(np.array([b"A1"]), {"last_name": column(["SMI\nTH"])}, {})
    with pytest.raises(ValueError, match="line break"):
        write_extract(tmp_path / "e.f2fx", voters, DETAILS, KEY)
    assert not list(tmp_path.iterdir())


def test_two_voters_with_one_id_are_refused_by_the_writer(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="id of their own"):
        write_extract(tmp_path / "e.f2fx", Voters(np.array([b"A1", b"A1"]), {}, {}), DETAILS, KEY)


def test_progress_is_told_from_nothing_to_all(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    write_extract(tmp_path / "e.f2fx", some_voters(5), DETAILS, SigningKey.generate())
    open_extract(tmp_path / "e.f2fx", today=DETAILS.expires, progress=lambda *step: steps.append(step))
    assert steps[0][0] == 0
    assert steps[-1][0] == steps[-1][1] == len(steps) - 1
