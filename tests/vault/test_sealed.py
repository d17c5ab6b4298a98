"""A sealed file gives back what was put into it, to whoever has its key, and to nobody anything else."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of_numbers

from f2f_desktop.vault import sealed
from f2f_desktop.vault.files import DiskFull
from f2f_desktop.vault.sealed import MAGIC, Part, SealBroken, SealedFile, is_sealed, seal

PARTS: Mapping[str, Part] = {
    "a/codes": np.arange(5_000, dtype=np.int64) % 7,
    "a/ids": np.array([b"BN1", b"BN22"], "S4"),
    "a/negative": np.array([-3, 4], np.int16),
    "a/none": np.zeros(0, np.float64),
    "a/table": np.arange(12, dtype=np.int32).reshape(3, 4),
    "blob": b"anything at all",
    "empty": b"",
}


def contents(path: Path, key: bytes, file_id: str = "x") -> dict[str, object]:
    with SealedFile(path, file_id, key) as file:
        arrays = {name: (each.dtype.str, each.tolist()) for name, each in file.arrays("a/").items()}
        return arrays | {"blob": file.blob("blob"), "empty": file.blob("empty")}


@pytest.fixture
def pieces_of_a_kilobyte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "PIECE_BYTES", 1_000)


@pytest.mark.usefixtures("pieces_of_a_kilobyte")
def test_everything_comes_back_as_it_was(tmp_path: Path) -> None:
    key = seal(tmp_path / "f", "x", PARTS)
    assert is_sealed(tmp_path / "f")
    assert contents(tmp_path / "f", key) == {
        **{
            name.removeprefix("a/"): (part.dtype.str, part.tolist())
            for name, part in PARTS.items()
            if isinstance(part, np.ndarray)
        },
        "blob": b"anything at all",
        "empty": b"",
    }
    assert (tmp_path / "f").stat().st_mode & 0o077 == 0


@given(
    arrays_of_numbers.arrays(
        st.sampled_from((np.uint8, np.int32, np.uint64, np.float64, "S3")), st.integers(0, 40)
    )
)
@settings(max_examples=25)
def test_any_array_comes_back(tmp_path_factory: pytest.TempPathFactory, array: np.ndarray) -> None:
    path = tmp_path_factory.mktemp("any") / "f"
    key = seal(path, "x", {"array": array})
    with SealedFile(path, "x", key) as file:
        found = file.array("array")
    assert found.dtype == array.dtype
    assert found.tobytes() == array.tobytes()


def test_every_file_has_a_key_of_its_own(tmp_path: Path) -> None:
    first, second = seal(tmp_path / "f", "x", PARTS), seal(tmp_path / "g", "x", PARTS)
    assert first != second
    assert (tmp_path / "f").read_bytes() != (tmp_path / "g").read_bytes()
    for key, file_id in ((second, "x"), (first, "y"), (b"", "x"), (bytes(32), "x")):
        with pytest.raises(SealBroken):
            contents(tmp_path / "f", key, file_id)


def pieces_of(data: bytes) -> list[bytes]:
    at, pieces = len(MAGIC) + 4, []
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "little")
        pieces.append(data[at : at + 4 + length])
        at += 4 + length
    return pieces


def put_together(pieces: list[bytes]) -> bytes:
    return MAGIC + len(pieces).to_bytes(4, "little") + b"".join(pieces)


def accepted(path: Path, key: bytes, changed: list[bytes]) -> list[int]:
    """Which of the changed files give something."""
    found = []
    for number, data in enumerate(changed):
        path.write_bytes(data)
        try:
            contents(path, key)
        except SealBroken:
            continue
        found.append(number)
    return found


def tampered(data: bytes, other: bytes) -> list[bytes]:
    """The file with pieces swapped, left out, repeated, taken from another file, and cut; and with bytes flipped."""
    pieces, others = pieces_of(data), pieces_of(other)
    assert put_together(pieces) == data
    changed = [
        put_together([*pieces[:2], pieces[3], pieces[2], *pieces[4:]]),
        put_together(pieces[:-1]),
        put_together([*pieces[:3], pieces[2], *pieces[3:]]),
        put_together([*pieces[:-1], others[-1]]),
        put_together(others[:1] + pieces[1:]),
        put_together([*pieces, pieces[-1]]),
        MAGIC,
        b"",
        data + b"x",
        *(data[:length] for length in range(0, len(data), 211)),
    ]
    for place in range(0, len(data), 13):
        flipped = bytearray(data)
        flipped[place] ^= 1 << (place % 8)
        changed.append(bytes(flipped))
    return changed


@pytest.mark.usefixtures("pieces_of_a_kilobyte")
def test_pieces_cannot_be_changed_swapped_left_out_or_taken_from_elsewhere(tmp_path: Path) -> None:
    key = seal(tmp_path / "f", "x", PARTS)
    seal(tmp_path / "g", "x", PARTS)
    changed = tampered((tmp_path / "f").read_bytes(), (tmp_path / "g").read_bytes())
    assert accepted(tmp_path / "f", key, changed) == []


@pytest.mark.usefixtures("pieces_of_a_kilobyte")
def test_control_without_what_is_bound_to_them_pieces_can_be_swapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "_bound", lambda file_id, number, count: b"")
    monkeypatch.setattr(sealed, "_nonce", lambda number: bytes(12))
    key = seal(tmp_path / "f", "x", PARTS)
    data = (tmp_path / "f").read_bytes()
    pieces = pieces_of(data)
    alike = [place for place, piece in enumerate(pieces) if len(piece) == len(pieces[1])]
    first, second = alike[0], alike[-1]
    pieces[first], pieces[second] = pieces[second], pieces[first]
    assert len(alike) > 1
    assert accepted(tmp_path / "f", key, [put_together(pieces)]) == [0]


def test_a_full_disk_leaves_nothing(tmp_path: Path, little_room: None) -> None:
    with pytest.raises(DiskFull):
        seal(tmp_path / "f", "x", {"large": np.random.default_rng(1).bytes(100_000)})
    assert list(tmp_path.iterdir()) == []


def test_a_part_that_is_not_there_is_a_broken_seal(tmp_path: Path) -> None:
    key = seal(tmp_path / "f", "x", PARTS)
    with SealedFile(tmp_path / "f", "x", key) as file, pytest.raises(SealBroken):
        file.blob("nothing")
