"""Which files of a folder are voter files, and what is said of those that are not."""

from pathlib import Path

import pytest

from f2f_desktop.voterfile.errors import LayoutUnknown, VoterFileError, VoterFileUnreadable
from f2f_desktop.voterfile.sorting import sort_files
from tests.voterfile.voter_files import cut, text, voter, write


@pytest.mark.parametrize("beside", [(), (".DS_Store",), ("notes.docx", "readme.md")])
def test_a_folder_without_a_voter_file_is_told_in_words(tmp_path: Path, beside: tuple[str, ...]) -> None:
    for name in beside:
        (tmp_path / name).write_bytes(b"\0\1Bud1")
    with pytest.raises(LayoutUnknown, match=f"There is no voter file in {tmp_path.name}"):
        sort_files([tmp_path], (), "auto")


RECORD = ("XY0000000017", "17", "SAMPLE", "ELIZABETH", "1975-05-23", "17 ELM ST", "27001")


@pytest.mark.parametrize("delimiter", [",", "\t", "|"])
@pytest.mark.parametrize("layout", ["auto", "pdi"])
def test_nothing_of_a_voters_record_is_quoted(tmp_path: Path, delimiter: str, layout: str) -> None:
    path = tmp_path / "voters.txt"
    path.write_text("".join(delimiter.join(RECORD) + "\n" for _ in range(3)))
    with pytest.raises(VoterFileError) as raised:
        sort_files([path], (), layout) if layout == "auto" else cut(tmp_path, [path], layout=layout)
    assert "no names of columns, but 7 fields" in str(raised.value)
    assert not any(value in str(raised.value) for value in RECORD if len(value) > 2)


def test_a_record_that_lacks_its_numbers_and_what_is_no_text_are_not_quoted_either(tmp_path: Path) -> None:
    for content in (
        "SAMPLE,ELIZABETH,\nSMITH,ANN,27001\n",
        "SAMPLE,ELIZABETH\nSMITH,ANN\n",
        "PK\x05\x06" + "\0" * 18,
    ):
        (tmp_path / "voters.txt").write_text(content)
        with pytest.raises(LayoutUnknown) as raised:
            sort_files([tmp_path / "voters.txt"], (), "auto")
        assert "no names of columns, but" in str(raised.value)
        assert not any(word in str(raised.value) for word in ("SAMPLE", "ELIZABETH", "PK"))


def test_the_words_of_an_unknown_header_are_quoted_without_those_that_have_digits(tmp_path: Path) -> None:
    (tmp_path / "voters.txt").write_text("Nummer,Name,General24\n1,MUSTER,Y\n2,BEISPIEL,N\n")
    with pytest.raises(LayoutUnknown, match="Its first line holds 'Nummer', 'Name' and 1 more"):
        sort_files([tmp_path / "voters.txt"], (), "auto")


FOREIGN = {
    ".DS_Store": b"\0\0\0\1Bud1\0\0",
    "readme.txt": b"This file was made for tests.\nIt is no voter file.\n",
    "notes.docx": b"PK\x03\x04 cut off",
    "counties.csv": b"number,county\n1,ELM\n",
}


@pytest.mark.parametrize("layout", ["auto", "north-carolina"])
def test_foreign_files_in_a_folder_are_passed_over_with_a_note(tmp_path: Path, layout: str) -> None:
    (tmp_path / "state").mkdir()
    write(tmp_path / "state" / "ncvoter.txt", [voter(1), voter(2)])
    for name, content in FOREIGN.items():
        (tmp_path / "state" / name).write_bytes(content)
    voters, _ = cut(tmp_path, [tmp_path / "state"], layout=layout)
    assert set(voters) == {"BN000001", "BN000002"}
    notes = sort_files([tmp_path / "state"], (), layout).notes
    assert {f"{name} is no voter file and was passed over." for name in FOREIGN} <= set(notes)


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_that_was_named_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "ncvoter.txt", [voter(1)])
    (tmp_path / name).write_bytes(FOREIGN[name])
    with pytest.raises((LayoutUnknown, VoterFileUnreadable), match=name.replace(".", "[.]")):
        sort_files([tmp_path / "ncvoter.txt", tmp_path / name], (), "auto")


def test_a_part_that_has_lost_its_header_is_not_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    write(tmp_path / "state" / "a.txt", [voter(1)])
    (tmp_path / "state" / "b.txt").write_text(text([voter(2)], header=False))
    assert set(cut(tmp_path, [tmp_path / "state"])[0]) == {"BN000001", "BN000002"}


def test_a_damaged_archive_in_a_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "ncvoter.txt", [voter(1)])
    (tmp_path / "rest.zip").write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(VoterFileUnreadable, match=r"rest\.zip"):
        sort_files([tmp_path], (), "auto")
