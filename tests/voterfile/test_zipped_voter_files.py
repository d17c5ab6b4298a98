"""Voter files in the ZIPs they come in, and ZIPs that were made to do harm."""

import errno
import os
import zipfile
import zlib
from pathlib import Path

import pytest

from f2f_desktop.voterfile import zipped
from f2f_desktop.voterfile.errors import ExtractNotWritten, VoterFileUnreadable
from f2f_desktop.voterfile.raw import raw_files
from tests.voterfile.voter_files import cut, text, voter

CONTENT = text([voter(number) for number in range(1, 400)]).encode()


def pack(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def pack_deflate64(path: Path, content: bytes, name: str = "ncvoter.txt") -> Path:
    """An archive as Windows makes it of large files: the same as any other but for the method, 9."""
    inflate64 = pytest.importorskip("inflate64")
    deflater = inflate64.Deflater()
    packed = deflater.deflate(content) + deflater.flush()
    pack(path, {name: packed}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    for method, check in ((8, 14), (central + 10, central + 16)):
        data[method : method + 2] = (9).to_bytes(2, "little")
        data[check : check + 4] = zlib.crc32(content).to_bytes(4, "little")
        data[check + 8 : check + 12] = len(content).to_bytes(4, "little")
    path.write_bytes(data)
    return path


def test_several_members_make_one_extract(tmp_path: Path) -> None:
    path = pack(
        tmp_path / "counties.zip",
        {
            "elm/ncvoter1.txt": text([voter(1), voter(2)]).encode(),
            "ash/ncvoter2.csv": text([voter(3)]).replace("\t", ",").encode("utf-16"),
            "readme.pdf": b"%PDF",
        },
    )
    voters, _ = cut(tmp_path, [path])
    assert set(voters) == {"BN000001", "BN000002", "BN000003"}


def test_zip64_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ncvoter.zip"
    with zipfile.ZipFile(path, "w") as archive, archive.open("ncvoter.txt", "w", force_zip64=True) as member:
        member.write(CONTENT)
    assert len(cut(tmp_path, [path])[0]) == 399


def test_deflate64_is_read(tmp_path: Path) -> None:
    path = pack_deflate64(tmp_path / "ncvoter.zip", CONTENT)
    with zipfile.ZipFile(path) as archive, pytest.raises(NotImplementedError):
        archive.read("ncvoter.txt")  # control: the standard library cannot
    assert len(cut(tmp_path, [path])[0]) == 399


@pytest.mark.parametrize("place", [60, 400, -200])
def test_damaged_deflate64_is_told(tmp_path: Path, place: int) -> None:
    path = pack_deflate64(tmp_path / "ncvoter.zip", os.urandom(2_000) + CONTENT)
    data = bytearray(path.read_bytes())
    data[place] ^= 0x55
    path.write_bytes(data)
    with pytest.raises(VoterFileUnreadable, match=r"damaged|cannot be read|empty"):
        list(raw_files(path)[0].chunks())


def test_an_archive_in_an_archive_is_refused_in_words(tmp_path: Path) -> None:
    inner = pack(tmp_path / "inner.zip", {"ncvoter1.txt": CONTENT}).read_bytes()
    path = pack(tmp_path / "outer.zip", {"ncvoter2.txt": CONTENT, "more/inner.ZIP": inner})
    with pytest.raises(VoterFileUnreadable, match=r"holds another archive, more/inner.ZIP.*Unpack it"):
        raw_files(path)


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pack(tmp_path / "many.zip", {f"{number}.txt": b"x" for number in range(21)})
    assert len(raw_files(path)) == 21
    monkeypatch.setattr(zipped, "MAX_MEMBERS", 20)
    with pytest.raises(VoterFileUnreadable, match="holds 21 files"):
        raw_files(path)


def test_what_would_fill_a_disk_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = pack(tmp_path / "bomb.zip", {"ncvoter.txt": bytes(20_000_000)})
    with pytest.raises(VoterFileUnreadable, match="would unpack to 20,000,000 bytes"):
        raw_files(bomb)
    together = pack(tmp_path / "together.zip", {"a.txt": CONTENT, "b.txt": CONTENT})
    monkeypatch.setattr(zipped, "MAX_TOTAL", 2 * len(CONTENT))
    assert len(raw_files(together)) == 2
    monkeypatch.setattr(zipped, "MAX_TOTAL", 2 * len(CONTENT) - 1)
    with pytest.raises(VoterFileUnreadable, match=f"would unpack to {2 * len(CONTENT):,} bytes"):
        raw_files(together)


def test_a_member_that_holds_more_than_it_says_is_not_read_on(tmp_path: Path) -> None:
    path = pack_deflate64(tmp_path / "liar.zip", CONTENT * 20)
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = len(CONTENT).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(VoterFileUnreadable, match="not what it should be"):
        list(raw_files(path)[0].chunks())


def test_members_that_lie_over_each_other_are_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "over.zip", {"a.txt": CONTENT, "b.txt": CONTENT})
    data = bytearray(path.read_bytes())
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = (20).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(VoterFileUnreadable, match=r"lie over each other|damaged"):
        raw_files(path)


def test_a_locked_member_and_an_unknown_packing_are_told(tmp_path: Path) -> None:
    for flag, method, words in ((1, 8, "locked with a password"), (0, 98, r"not known here \(98\)")):
        path = pack(tmp_path / "odd.zip", {"a.txt": CONTENT})
        data = bytearray(path.read_bytes())
        for place in (6, data.index(b"PK\x01\x02") + 8):
            data[place] |= flag
            data[place + 2 : place + 4] = method.to_bytes(2, "little")
        path.write_bytes(data)
        with pytest.raises(VoterFileUnreadable, match=words):
            raw_files(path)


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_told_wherever_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("f2f_desktop.voterfile.distinct.load_ids", full)
        with pytest.raises(VoterFileUnreadable, match="The disk is full"):
            cut(tmp_path, [voter(1)])
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExtractNotWritten, match="The disk is full"):
        cut(tmp_path, [voter(1)])
    assert not (tmp_path / "cut.f2fx").exists()
