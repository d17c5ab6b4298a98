"""An extract that was damaged, forged, or made to do harm is refused, each with an error of its own."""

import contextlib
import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import zstandard
from numpy.lib import format as npy

from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.voterfile import archive, writing
from f2f_desktop.voterfile.errors import (
    ExtractDamaged,
    ExtractExpired,
    ExtractFileError,
    ExtractNotReadable,
    ExtractNotWritten,
    ExtractSignatureWrong,
    ExtractSignedByStranger,
    ExtractTooLarge,
    ExtractTooNew,
    NotAnExtract,
)
from f2f_desktop.voterfile.manifest import MANIFEST_NAME, SIGNATURE_NAME, Manifest
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import Voters
from f2f_desktop.voterfile.writing import write_extract
from tests.voterfile.samples import DETAILS, KEY, column, contents, some_voters

TODAY = date(2026, 9, 2)
Members = dict[str, bytes]
COLUMN = {"name": "x", "role": "text", "encoding": "texts", "parts": []}


def small_voters() -> Voters:
    return Voters(
        np.array([b"BN1", b"BN2", b"BN3"]),
        {
            "last_name": column(["SMITH", "GARCÍA", "SMITH"]),
            "street_address": column(["1 ELM ST", "", "2 ELM ST"]),
        },
        {"phone": np.array([0, 9195550101, 0], np.int64)},
    )


@pytest.fixture
def extract(tmp_path: Path) -> bytes:
    write_extract(tmp_path / "small.f2fx", small_voters(), DETAILS, KEY)
    return (tmp_path / "small.f2fx").read_bytes()


def opened(data: bytes) -> dict[str, Any]:
    return contents(open_extract(data, today=TODAY).voters)


def members_of(data: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(members: Members, compression: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return file.getvalue()


def forged(data: bytes, part: str, content: bytes, **manifest: object) -> bytes:
    """The extract with another content of `part`, signed anew: everything fits but what it says."""
    members = members_of(data)
    frame = zstandard.ZstdCompressor().compress(content)
    fields = msgspec.json.decode(members[MANIFEST_NAME])
    for each in fields["columns"]:
        for entry in each["parts"]:
            if entry["name"] == part:
                entry |= {
                    "size": len(frame),
                    "unpacked": len(content),
                    "sha256": writing.hashlib.sha256(frame).hexdigest(),
                }
    return signed(members | {part: frame}, fields | manifest)


def signed(members: Members, fields: dict[str, object]) -> bytes:
    manifest = msgspec.json.encode(fields)
    return zipped(members | {MANIFEST_NAME: manifest, SIGNATURE_NAME: KEY.sign(manifest)})


def with_manifest(data: bytes, **fields: object) -> bytes:
    members = members_of(data)
    return signed(members, msgspec.json.decode(members[MANIFEST_NAME]) | fields)


def npy_file(array: np.ndarray[Any, Any], allow_pickle: bool = False) -> bytes:
    file = io.BytesIO()
    npy.write_array(file, array, allow_pickle=allow_pickle)
    return file.getvalue()


def accepted_flips(data: bytes) -> int:
    """How many single-byte changes are accepted as another content."""
    truth = opened(data)
    accepted = 0
    for position in range(len(data)):
        changed = bytearray(data)
        changed[position] ^= 1 << (position % 8)
        with contextlib.suppress(ExtractFileError):
            accepted += opened(bytes(changed)) != truth
    return accepted


def test_a_change_of_any_byte_is_refused_or_changes_nothing(extract: bytes) -> None:
    assert accepted_flips(extract) == 0


def test_control_without_the_checks_changed_bytes_are_accepted(
    extract: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_is_what_was_signed", lambda frame, part: True)
    monkeypatch.setattr(zipfile.ZipExtFile, "_update_crc", lambda self, data: None)
    assert accepted_flips(extract) > 10


def test_a_file_cut_off_at_any_length_is_refused(extract: bytes) -> None:
    for length in range(len(extract)):
        with pytest.raises(ExtractFileError):
            open_extract(extract[:length], today=TODAY)


def test_a_part_from_another_extract_is_refused(extract: bytes, tmp_path: Path) -> None:
    other = Voters(small_voters().ids, {"last_name": column(["JONES", "BAKER", "JONES"])}, {})
    write_extract(tmp_path / "other", other, DETAILS, KEY)
    name = "columns/last_name.values.txt.zst"
    mixed = zipped(members_of(extract) | {name: members_of((tmp_path / "other").read_bytes())[name]})
    with pytest.raises(ExtractDamaged):
        open_extract(mixed, today=TODAY)


def test_a_changed_manifest_is_refused(extract: bytes) -> None:
    members = members_of(extract)
    later = members[MANIFEST_NAME].replace(b"2026-11-30", b"2036-11-30")
    with pytest.raises(ExtractSignatureWrong):
        open_extract(zipped(members | {MANIFEST_NAME: later}), today=date(2030, 1, 1))


def test_control_without_the_signature_check_a_changed_manifest_is_accepted(
    extract: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = members_of(extract)
    later = members[MANIFEST_NAME].replace(b"2026-11-30", b"2036-11-30")
    monkeypatch.setattr(PublicKey, "verify", lambda *_: None)
    manifest = open_extract(zipped(members | {MANIFEST_NAME: later}), today=date(2030, 1, 1)).manifest
    assert manifest.expires == date(2036, 11, 30)


def test_a_stranger_is_refused_where_only_some_are_trusted(extract: bytes) -> None:
    with pytest.raises(ExtractSignedByStranger) as caught:
        open_extract(extract, trusted={SigningKey.generate().public}, today=TODAY)
    assert KEY.public.fingerprint in str(caught.value)
    assert open_extract(extract, trusted={KEY.public}, today=TODAY).signer.trusted


def test_nobody_is_trusted_where_none_are_named(extract: bytes) -> None:
    with pytest.raises(ExtractSignedByStranger):
        open_extract(extract, trusted=set(), today=TODAY)


def test_an_extract_opens_on_its_last_day_and_not_after(extract: bytes) -> None:
    open_extract(extract, today=DETAILS.expires)
    with pytest.raises(ExtractExpired):
        open_extract(extract, today=DETAILS.expires + timedelta(days=1))


def test_a_newer_format_is_refused_as_such(extract: bytes) -> None:
    with pytest.raises(ExtractTooNew):
        open_extract(with_manifest(extract, version=2), today=TODAY)


def test_keys_that_a_later_version_adds_to_the_manifest_are_passed_over(extract: bytes) -> None:
    assert opened(with_manifest(extract, pieces=[1, 2], more={"a": 1})) == opened(extract)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"ncid\tlast_name\n1\tSMITH\n", b"%PDF-1.7", b"PK\x05\x06" + bytes(18), bytes(5_000)]
)
def test_something_else_is_no_extract(data: bytes) -> None:
    with pytest.raises(NotAnExtract):
        open_extract(data)


def test_a_zip_of_something_else_is_no_extract() -> None:
    with pytest.raises(NotAnExtract):
        open_extract(zipped({"holiday.jpg": b"x"}))


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(ExtractNotReadable):
        open_extract(tmp_path / "nowhere.f2fx")
    with pytest.raises(ExtractNotReadable):
        open_extract(tmp_path)


def test_compressed_members_are_refused(extract: bytes) -> None:
    with pytest.raises(ExtractDamaged):
        open_extract(zipped(members_of(extract), zipfile.ZIP_DEFLATED), today=TODAY)


@pytest.mark.parametrize("change", [lambda m: m | {"extra": b"x"}, lambda m: dict(list(m.items())[:-1])])
def test_members_too_many_or_too_few_are_refused(extract: bytes, change: Callable[[Members], Members]) -> None:
    with pytest.raises(ExtractDamaged):
        open_extract(zipped(change(members_of(extract))), today=TODAY)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"count": 10**12}, ExtractTooLarge),
        ({"count": 9_999_999, "columns": 100 * [COLUMN]}, ExtractTooLarge),
        ({"count": -1}, ExtractDamaged),
        ({"count": 4}, ExtractDamaged),
        ({"count": 2}, ExtractDamaged),
        ({"columns": []}, ExtractDamaged),
        ({"columns": "all"}, ExtractDamaged),
        ({"signer": "AAAA"}, ExtractSignatureWrong),
        ({"format": "f2f-bundle"}, NotAnExtract),
    ],
)
def test_a_manifest_that_lies_is_refused(
    extract: bytes, fields: dict[str, object], error: type[ExtractFileError]
) -> None:
    with pytest.raises(error):
        open_extract(with_manifest(extract, **fields), today=TODAY)


def test_a_part_that_unpacks_to_more_than_it_says_is_not_unpacked(extract: bytes) -> None:
    name = "columns/last_name.values.txt.zst"
    bomb = zstandard.ZstdCompressor().compress(bytes(50_000_000))
    members = members_of(extract)
    fields = msgspec.json.decode(members[MANIFEST_NAME])
    for each in fields["columns"]:
        for entry in each["parts"]:
            if entry["name"] == name:
                entry |= {"size": len(bomb), "sha256": writing.hashlib.sha256(bomb).hexdigest()}
    with pytest.raises(ExtractDamaged):
        open_extract(signed(members | {name: bomb}, fields), today=TODAY)


def test_parts_that_say_they_unpack_to_gigabytes_are_refused(extract: bytes) -> None:
    fields = msgspec.json.decode(members_of(extract)[MANIFEST_NAME])
    for each in fields["columns"]:
        for entry in each["parts"]:
            entry["unpacked"] = 1 << 30
    with pytest.raises(ExtractTooLarge):
        open_extract(with_manifest(extract, columns=fields["columns"]), today=TODAY)


class Trap:
    """What must never come to life."""

    sprung = False

    def __reduce__(self) -> tuple[Callable[[], None], tuple[()]]:
        return (spring, ())


def spring() -> None:
    Trap.sprung = True


CODES = "columns/last_name.codes.npy.zst"


@pytest.mark.parametrize(
    "content",
    [
        npy_file(np.array([[Trap(), 1, 2]], dtype=object), allow_pickle=True),
        npy_file(np.zeros((1, 3), np.float64)),
        npy_file(np.zeros((1, 2), np.uint8)),
        npy_file(np.zeros((1, 4), np.uint8)),
        npy_file(np.zeros(3, np.uint8)),
        npy_file(np.zeros((9, 3), np.uint8)),
        npy_file(np.asfortranarray(np.zeros((2, 3), np.uint8))),
        npy_file(np.full((1, 3), 9, np.uint8)),
        npy_file(np.full((8, 3), 255, np.uint8)),
        npy_file(np.zeros((1, 3), np.uint8))[:-1],
        npy_file(np.zeros((1, 3), np.uint8)) + b"x",
        b"\x93NUMPY\x01\x00\x0a\x00" + b"(" * 10,
        b"\x93NUMPY\x01\x00\xff\xff" + b"{" * 65_535,
        b"\x93NUMPY\x03\x00" + bytes(64),
        b"",
    ],
)
def test_an_array_that_is_not_what_it_should_be_is_refused(extract: bytes, content: bytes) -> None:
    with pytest.raises(ExtractDamaged):
        open_extract(forged(extract, CODES, content), today=TODAY)
    assert not Trap.sprung


def test_control_a_forged_but_proper_array_is_accepted(extract: bytes) -> None:
    assert opened(forged(extract, CODES, npy_file(np.ones((1, 3), np.uint8)))) != opened(extract)


@pytest.mark.parametrize("content", [b"\xff", b"SMITH", b"\nSMITH\nSMITH", b""])
def test_a_list_of_texts_that_is_not_what_it_should_be_is_refused(extract: bytes, content: bytes) -> None:
    with pytest.raises(ExtractDamaged):
        open_extract(forged(extract, "columns/last_name.values.txt.zst", content), today=TODAY)


@pytest.mark.parametrize("content", [b"\n1 BN\n99 BN", b"\nBN", b"\n0 ", b"\n1 " + b"B" * 64])
def test_shapes_of_ids_that_cannot_be_are_refused(extract: bytes, content: bytes) -> None:
    with pytest.raises(ExtractDamaged):
        open_extract(forged(extract, "columns/id.values.txt.zst", content), today=TODAY)


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "e.f2fx"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExtractNotWritten, match="disk is full"):
        write_extract(path, small_voters(), DETAILS, KEY)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExtractNotWritten, match="does not exist"):
        write_extract(tmp_path / "no" / "e.f2fx", small_voters(), DETAILS, KEY)


def test_what_the_manifest_says_of_a_large_extract_stays_small(tmp_path: Path) -> None:
    manifest = write_extract(tmp_path / "e.f2fx", some_voters(2_000), DETAILS, KEY)
    assert len(msgspec.json.encode(manifest)) < 10_000
    assert isinstance(manifest, Manifest)
