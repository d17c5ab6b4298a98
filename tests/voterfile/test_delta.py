"""A row delta makes exactly the new extract, from exactly the old one, or nothing at all."""

import contextlib
import hashlib
import io
import random
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec
import numpy as np
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from f2f_desktop.cli.main import main
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.voterfile import delta_applying, delta_making, writing
from f2f_desktop.voterfile.delta import HEAD_NAME, ROWS_NAME, Head, Rows, taken
from f2f_desktop.voterfile.delta_applying import apply_delta, is_delta
from f2f_desktop.voterfile.delta_making import make_delta
from f2f_desktop.voterfile.errors import (
    DeltaDamaged,
    DeltaError,
    DeltaImpossible,
    DeltaInexact,
    DeltaTooNew,
    DeltaWrongBase,
    ExtractSignatureWrong,
    ExtractSignedByStranger,
    NotADelta,
)
from f2f_desktop.voterfile.national import NationalNames
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import Voters
from f2f_desktop.voterfile.writing import write_extract
from tests.voterfile.samples import DETAILS, KEY, some_voters
from tests.voterfile.test_extract_versions import FIRST

LATER = msgspec.structs.replace(DETAILS, expires=DETAILS.expires + timedelta(days=30))
NAMES = NationalNames({"SMITH": 0.01}, {"MARY": 0.02})


def picked(voters: Voters, rows: np.ndarray) -> Voters:
    return Voters(
        voters.ids[rows],
        {name: taken(column, rows) for name, column in voters.texts.items()},
        {name: taken(column, rows) for name, column in voters.numbers.items()},
        {kind: taken(column, rows) for kind, column in voters.districts.items()},
    )


def a_week_later(voters: Voters, changes: int, seed: int = 1) -> Voters:
    """The voters with `changes` of them changed: some gone, some new, some moved, some with one other value."""
    rng = np.random.default_rng(seed)
    who = rng.choice(len(voters), changes, replace=False)
    gone, renamed, moved = np.array_split(who, 3)
    source = np.arange(len(voters))
    source[moved] = rng.integers(0, len(voters), len(moved))
    other = picked(voters, source)
    ids = voters.ids.astype("S12")
    for place, row in enumerate(renamed):
        ids[row] = b"NEW%d" % place
    year = other.numbers["birth_year"].copy()
    year[renamed] = 2008
    return picked(
        replace(other, ids=ids, numbers={**other.numbers, "birth_year": year}),
        np.setdiff1d(np.arange(len(voters)), gone),
    )


def written(path: Path, voters: Voters, details: writing.ExtractDetails = DETAILS, key: SigningKey = KEY) -> Path:
    write_extract(path, voters, details, key)
    return path


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An old extract and the one after it."""
    folder = tmp_path_factory.mktemp("pair")
    voters = some_voters(300)
    return written(folder / "old.f2fx", voters), written(folder / "new.f2fx", a_week_later(voters, 30), LATER)


def test_old_and_delta_make_the_new_file_bit_for_bit(pair: tuple[Path, Path]) -> None:
    delta = make_delta(*pair)
    assert is_delta(delta)
    assert not is_delta(pair[0].read_bytes())
    assert apply_delta(pair[0].read_bytes(), delta, trusted={KEY.public}) == pair[1].read_bytes()


def test_one_row_in_a_hundred_takes_less_than_a_twentieth(tmp_path: Path) -> None:
    voters = some_voters(20_000)
    old = written(tmp_path / "old", voters)
    new = written(tmp_path / "new", a_week_later(voters, 200))
    delta = make_delta(old, new)
    assert apply_delta(old.read_bytes(), delta) == new.read_bytes()
    assert len(delta) <= new.stat().st_size / 20


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_any_extract_leads_to_any_other(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("any")

    def some(name: str) -> Path:
        voters = some_voters(data.draw(st.integers(0, 12)), data.draw(st.integers(1, 3)))
        texts = data.draw(st.sets(st.sampled_from(sorted(voters.texts))))
        numbers = data.draw(st.sets(st.sampled_from(sorted(voters.numbers))))
        kinds = data.draw(st.sets(st.sampled_from(sorted(voters.districts))))
        rows = np.flatnonzero(data.draw(st.lists(st.booleans(), min_size=len(voters), max_size=len(voters))))
        chosen = picked(voters, rows)
        return written(
            folder / name,
            Voters(
                chosen.ids,
                {name: column for name, column in chosen.texts.items() if name in texts},
                {name: column for name, column in chosen.numbers.items() if name in numbers},
                {kind: column for kind, column in chosen.districts.items() if kind in kinds},
                data.draw(st.sampled_from((None, NAMES, NationalNames({"LEE": 0.5})))),
            ),
        )

    old, new = some("old"), some("new")
    assert apply_delta(old.read_bytes(), make_delta(old, new)) == new.read_bytes()


def test_a_file_of_the_first_version_can_be_the_base(tmp_path: Path) -> None:
    new = written(tmp_path / "new", some_voters(61), LATER)
    assert apply_delta(FIRST.read_bytes(), make_delta(FIRST, new)) == new.read_bytes()


def test_what_this_version_would_write_otherwise_is_no_goal(pair: tuple[Path, Path]) -> None:
    with pytest.raises(DeltaImpossible, match=r"No update can lead to version-1.f2fx"):
        make_delta(pair[0], FIRST)


def test_another_base_is_refused(pair: tuple[Path, Path]) -> None:
    delta = make_delta(*pair)
    with pytest.raises(DeltaWrongBase, match="another extract"):
        apply_delta(pair[1].read_bytes(), delta)


def test_an_expired_base_leads_on(tmp_path: Path) -> None:
    past = msgspec.structs.replace(DETAILS, expires=date(2020, 1, 1))
    old, new = written(tmp_path / "old", some_voters(5), past), written(tmp_path / "new", some_voters(6))
    assert apply_delta(old.read_bytes(), make_delta(old, new)) == new.read_bytes()


def test_a_new_extract_by_a_stranger_is_refused(tmp_path: Path, pair: tuple[Path, Path]) -> None:
    stranger = SigningKey.generate()
    new = written(tmp_path / "new", some_voters(301), key=stranger)
    delta = make_delta(pair[0], new)
    with pytest.raises(ExtractSignedByStranger):
        apply_delta(pair[0].read_bytes(), delta, trusted={KEY.public})
    assert apply_delta(pair[0].read_bytes(), delta) == new.read_bytes()


def rebuilt(delta: bytes, *, rows: Rows | None = None, content: bytes | None = None, **head: object) -> bytes:
    """The delta with other rows, its hashes made to fit, and another head."""
    with zipfile.ZipFile(io.BytesIO(delta)) as archive:
        fields, frame = msgspec.json.decode(archive.read(HEAD_NAME), type=Head), archive.read(ROWS_NAME)
    if rows is not None:
        content = msgspec.msgpack.encode(rows)
    if content is not None:
        frame = zstandard.ZstdCompressor().compress(content)
        part = writing._part(ROWS_NAME, frame, content)
        fields = msgspec.structs.replace(fields, rows=part)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(HEAD_NAME, msgspec.json.encode(msgspec.structs.replace(fields, **head)))
        archive.writestr(ROWS_NAME, frame)
    return file.getvalue()


def rows_of(delta: bytes) -> Rows:
    return delta_applying._read(delta)[1]


def test_every_cut_and_changed_bytes_everywhere_are_refused_in_words(pair: tuple[Path, Path]) -> None:
    base, new = (path.read_bytes() for path in pair)
    delta = make_delta(*pair)
    for length in range(0, len(delta), 97):
        with pytest.raises(DeltaError):
            apply_delta(base, delta[:length])
    rng = random.Random(3)
    for _ in range(60):
        changed = bytearray(delta)
        changed[rng.randrange(len(delta))] ^= 1 << rng.randrange(8)
        with contextlib.suppress(KnownError):
            assert apply_delta(base, bytes(changed)) == new


def test_forged_rows_are_refused_in_words(pair: tuple[Path, Path]) -> None:
    base, delta = pair[0].read_bytes(), make_delta(*pair)
    rows = rows_of(delta)
    change = msgspec.structs.replace
    name, changes = next(iter(rows.changed.items()))
    forged = [
        change(rows, removed_count=10**6),
        change(rows, removed=b"nonsense"),
        change(rows, removed=delta_making._steps(np.array([5, 10**6])), removed_count=2),
        change(rows, columns=(*rows.columns, "ethnicity")),
        change(rows, columns=rows.columns[:-1]),
        change(rows, signer=b"short"),
        change(rows, signer=SigningKey.generate().public.to_bytes()),
        change(rows, ids=change(rows.ids, count=-1)),
        change(rows, ids=change(rows.ids, count=10**9)),
        change(rows, ids=change(rows.ids, parts={})),
        change(rows, ids=change(rows.ids, encoding="pickle")),
        change(rows, changed={**rows.changed, name: change(changes, count=10**9)}),
        change(rows, changed={**rows.changed, name: change(changes, rows=b"")}),
        change(rows, changed={**rows.changed, "birth_year": rows.changed["first_name"]}),
        change(rows, added={}),
        change(rows, details=DETAILS),
        change(rows, same_names=False, names={"surname": change(rows.ids, encoding="shares")}),
        change(rows, same_names=False),
    ]
    accepted = [number for number, each in enumerate(forged) if _accepted(base, rebuilt(delta, rows=each))]
    # Neither has national names, and no names are the same names: the last one changes nothing.
    assert accepted == [len(forged) - 1]


def _accepted(base: bytes, delta: bytes) -> bool:
    try:
        apply_delta(base, delta)
    except DeltaError:
        return False
    return True


def test_other_files_and_newer_deltas_are_told_apart(pair: tuple[Path, Path]) -> None:
    base, delta = pair[0].read_bytes(), make_delta(*pair)
    for other in (b"", b"a photo", base):
        with pytest.raises(NotADelta):
            apply_delta(base, other)
    with pytest.raises(NotADelta):
        apply_delta(base, rebuilt(delta, format="holiday"))
    with pytest.raises(DeltaTooNew):
        apply_delta(base, rebuilt(delta, version=2))
    with pytest.raises(DeltaDamaged):
        apply_delta(base, rebuilt(delta, content=b"no rows"))


def test_another_compressor_is_named_where_it_makes_other_bytes(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    delta = rebuilt(make_delta(*pair), zstd="9.9.9")
    assert apply_delta(pair[0].read_bytes(), delta) == pair[1].read_bytes()
    monkeypatch.setattr(writing, "_LEVEL", 3)
    with pytest.raises(DeltaInexact, match=r"zstd 9\.9\.9, here is .*so it was not used"):
        apply_delta(pair[0].read_bytes(), delta)


def test_control_without_the_check_other_bytes_would_pass(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    delta = make_delta(*pair)
    rows = rows_of(delta)
    forged = rebuilt(
        delta, rows=msgspec.structs.replace(rows, removed=delta_making._steps(np.array([])), removed_count=0)
    )
    with pytest.raises(DeltaInexact):
        apply_delta(pair[0].read_bytes(), forged)
    monkeypatch.setattr(delta_applying, "_check_exact", lambda data, head, signed, signer: None)
    made = apply_delta(pair[0].read_bytes(), forged)
    assert made != pair[1].read_bytes()
    with pytest.raises(ExtractSignatureWrong):  # the second line of defence
        open_extract(made)


def test_the_commands(tmp_path: Path, pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    old, new = map(str, pair)
    delta, out = tmp_path / "x.f2fd", tmp_path / "out.f2fx"
    assert main(["extract", "delta", old, new, "--out", str(delta)]) == 0
    assert "of new.f2fx" in capsys.readouterr().out
    assert main(["extract", "apply", old, str(delta), "--out", str(out)]) == 0
    assert KEY.public.fingerprint in capsys.readouterr().out
    assert out.read_bytes() == pair[1].read_bytes()
    assert main(["extract", "apply", new, str(delta), "--out", str(out)]) == 1
    assert "another extract" in capsys.readouterr().err
    assert main(["extract", "apply", old, str(tmp_path / "none"), "--out", str(out)]) == 1
    assert hashlib.sha256(out.read_bytes()).digest() == hashlib.sha256(pair[1].read_bytes()).digest()
