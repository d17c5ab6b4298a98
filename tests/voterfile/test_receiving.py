"""An extract comes over a bad line piece by piece: the right file in the end, or a clear word."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.voterfile import receiving, writing
from f2f_desktop.voterfile.errors import (
    ExtractSignatureWrong,
    ExtractSignedByStranger,
    NotAnExtract,
    TransferCut,
    TransferDamaged,
)
from f2f_desktop.voterfile.manifest import PIECE_BYTES, parts_of
from f2f_desktop.voterfile.opening import read_manifest
from f2f_desktop.voterfile.receiving import Piece, receive
from f2f_desktop.voterfile.writing import write_extract
from tests.voterfile.lines import Kept, Line
from tests.voterfile.samples import DETAILS, KEY, some_voters
from tests.voterfile.test_extract_versions import FIRST


def written(folder: Path, count: int, seed: int, key: SigningKey = KEY) -> bytes:
    """An extract that hardly compresses: ids and phones at random."""
    rng = np.random.default_rng(seed)
    voters = some_voters(2_000, seed)
    rows = np.arange(count) % len(voters)
    ids = np.unique(rng.integers(10**15, 10**16, count)).astype("S16")[:count]
    phones = rng.integers(201_555_0000, 989_556_0000, count)
    many = replace(
        voters,
        ids=ids,
        texts={name: replace(column, codes=column.codes[rows]) for name, column in voters.texts.items()},
        numbers={name: phones if name == "phone" else column[rows] for name, column in voters.numbers.items()},
        districts={},
    )
    write_extract(folder / "e.f2fx", many, DETAILS, key)
    return (folder / "e.f2fx").read_bytes()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """More than a megabyte, its largest parts in pieces."""
    data = written(tmp_path_factory.mktemp("large"), 150_000, 1)
    assert len(data) > 4 * PIECE_BYTES
    return data


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """An extract in pieces of two kilobytes, and the one that comes after it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "PIECE_BYTES", 2_048)
        folder = tmp_path_factory.mktemp("small")
        return written(folder, 4_000, 2), written(folder, 4_500, 3)


def attempts(line: Line, store: Kept, most: int = 500) -> tuple[bytes, int]:
    """The file, and after how many cuts."""
    for number in range(most):
        try:
            return receive(line, store, trusted={KEY.public}), number
        except TransferCut:
            continue
    raise AssertionError("it never came")


def test_large_parts_come_in_pieces_and_the_manifest_has_their_hashes(large: bytes) -> None:
    parts = parts_of(read_manifest(large)[0].columns)
    assert all(
        len(part.pieces) == (-(-part.size // PIECE_BYTES) if part.size > PIECE_BYTES else 0) for part in parts
    )
    assert any(len(part.pieces) >= 2 for part in parts)


def test_an_undisturbed_line_gives_the_file_and_asks_for_no_byte_twice(large: bytes) -> None:
    line = Line(large)
    assert receive(line, Kept(), trusted={KEY.public}) == large
    assert line.given <= len(large)


@pytest.mark.parametrize("cut_every", [300_000, 400_000, 777_777])
def test_cuts_every_few_hundred_kilobytes_cost_one_piece_each(large: bytes, cut_every: int) -> None:
    line = Line(large, cut_every=cut_every)
    data, cuts = attempts(line, Kept())
    assert data == large
    assert cuts >= len(large) // cut_every
    head = large.index(b"columns/", large.index(b"manifest.sig"))
    assert line.given <= len(large) + (cuts + 1) * (head + PIECE_BYTES)


def test_answers_of_a_few_bytes_are_put_together(small: tuple[bytes, bytes]) -> None:
    assert receive(Line(small[0], at_most=100), Kept()) == small[0]


def test_wrong_bits_now_and_then_are_asked_for_again(small: tuple[bytes, bytes]) -> None:
    line = Line(small[0], flip=0.2, seed=4)
    store = Kept()
    for _ in range(50):  # where the manifest itself is hit, or a piece three times, it says so
        try:
            assert receive(line, store, trusted={KEY.public}) == small[0]
        except KnownError:
            continue
        else:
            break
    else:
        pytest.fail("it never came")


def test_control_without_the_hashes_wrong_bits_get_in(
    small: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "_is_wanted", lambda piece, content: len(content) == piece.length)
    monkeypatch.setattr(receiving, "_check_part", lambda part, frame: None)
    seen = set()
    for seed in range(30):
        try:
            seen.add(receive(Line(small[0], flip=0.05, seed=seed), Kept()) == small[0])
        except KnownError:
            continue
    assert False in seen


def test_a_line_that_always_lies_is_told_in_words(small: tuple[bytes, bytes]) -> None:
    head = small[0].index(b"columns/", small[0].index(b"manifest.sig"))

    def lying(start: int, end: int) -> bytes:
        content = small[0][start:end]
        return content if end <= head + 100 else bytes(len(content))

    with pytest.raises(TransferDamaged, match="arrives damaged"):
        receive(lying, Kept())


def test_a_newer_file_in_its_place_is_taken_instead(small: tuple[bytes, bytes]) -> None:
    old, new = small
    line = Line(old, later=(len(old) // 2, new))
    assert receive(line, Kept(), trusted={KEY.public}) == new


def test_a_newer_file_between_two_attempts_is_taken_whole(small: tuple[bytes, bytes]) -> None:
    old, new = small
    store = Kept()
    with pytest.raises(TransferCut):
        receive(Line(old, cut_every=len(old) // 2), store)
    assert store.pieces
    assert receive(Line(new), store) == new


def test_a_file_that_never_stays_the_same_is_told_in_words(small: tuple[bytes, bytes]) -> None:
    turn = 0

    def restless(start: int, end: int) -> bytes:
        nonlocal turn
        turn += start == 0
        return small[turn % 2][start:end] if start < 9_000 else bytes(end - start)

    with pytest.raises(TransferDamaged):
        receive(restless, Kept())


def test_a_stranger_at_the_other_end_is_seen_before_anything_else_is_fetched(
    tmp_path: Path, small: tuple[bytes, bytes]
) -> None:
    strange = written(tmp_path, 4_000, 2, SigningKey.generate())
    line = Line(strange)
    with pytest.raises(ExtractSignedByStranger):
        receive(line, Kept(), trusted={KEY.public})
    assert line.given < len(strange) / 2
    forged = bytearray(small[0])
    forged[60] ^= 1
    with pytest.raises(KnownError) as told:
        receive(Line(bytes(forged)), Kept(), trusted={KEY.public})
    assert told.type in {ExtractSignatureWrong, NotAnExtract} or told.value.what


@pytest.mark.parametrize("other", [b"a photo" * 100, b"PK\x03\x04" + bytes(200)])
def test_something_else_at_the_other_end_is_no_extract(other: bytes) -> None:
    with pytest.raises(NotAnExtract):
        receive(Line(other), Kept())


def test_an_empty_or_shorter_file_is_a_cut(small: tuple[bytes, bytes]) -> None:
    for length in (0, 10, 5_000, len(small[0]) // 2):
        with pytest.raises(TransferCut, match="what has arrived is kept"):
            receive(Line(small[0][:length]), Kept())


def test_a_file_of_the_first_version_comes_part_by_part() -> None:
    data = FIRST.read_bytes()
    assert attempts(Line(data, cut_every=9_000), Kept())[0] == data


def test_whatever_lies_in_the_store_only_its_hash_counts(small: tuple[bytes, bytes]) -> None:
    class Noise(Kept):
        def get(self, piece: Piece) -> bytes:
            return super().get(piece) or b"x" * piece.length

    line, empty = Line(small[0]), Line(small[0])
    assert receive(line, Noise()) == receive(empty, Kept()) == small[0]
    assert line.given == empty.given
