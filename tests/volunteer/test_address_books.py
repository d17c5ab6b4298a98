"""Several address books at once: none costs another."""

from pathlib import Path

import pytest

from f2f_desktop.contacts.columns import ColumnField, ColumnMapping, MappedColumn
from f2f_desktop.errors import Cancelled
from f2f_desktop.volunteer.address_books import BooksRead, read_books
from f2f_desktop.volunteer.preferences import header_key

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{0}\r\nFN:Friend {0}\r\nTEL:+1919555{0:04}\r\nEND:VCARD\r\n"
TABLE = "Friend;Cell\nAda Quillfeather;919-555-0142\n"
MAPPING = ColumnMapping(
    (MappedColumn("Friend", ColumnField.FULL_NAME), MappedColumn("Cell", ColumnField.PHONE, "mobile"))
)


def book(path: Path, *numbers: int) -> Path:
    path.write_text("".join(CARD.format(number) for number in numbers), "utf-8", newline="")
    return path


def test_files_are_read_in_order_and_named_together(tmp_path: Path) -> None:
    found = read_books([book(tmp_path / "b.vcf", 1, 2), book(tmp_path / "a.vcf", 3)])
    assert [contact.uid for contact in found.contacts] == ["1", "2", "3"]
    assert found.label == "b.vcf, a.vcf"
    assert found.problems == found.unknown == ()


def test_what_cannot_be_read_is_a_problem_of_its_file_alone(tmp_path: Path) -> None:
    empty = tmp_path / "empty.vcf"
    empty.touch()
    found = read_books([tmp_path / "gone.vcf", empty, tmp_path, book(tmp_path / "a.vcf", 1)])
    assert len(found.contacts) == 1
    assert [(problem.file, problem.card) for problem in found.problems] == [
        ("gone.vcf", 0),
        ("empty.vcf", 0),
        (tmp_path.name, 0),
    ]


def test_a_table_nobody_knows_is_set_aside_until_it_has_a_mapping(tmp_path: Path) -> None:
    table = tmp_path / "friends.csv"
    table.write_text(TABLE)
    found = read_books([table, book(tmp_path / "a.vcf", 1)])
    assert len(found.contacts) == 1
    (unknown,) = found.unknown
    assert unknown.header == ("Friend", "Cell")
    assert unknown.preview == (("Ada Quillfeather", "919-555-0142"),)
    again = read_books([table], mappings={header_key(unknown.header): MAPPING})
    assert [contact.phones[0].e164 for contact in again.contacts] == ["+19195550142"]
    both = found.joined(again).with_unknown(again.unknown)
    assert (len(both.contacts), both.names, both.unknown) == (2, ("a.vcf", "friends.csv"), ())


def test_a_mapping_of_another_table_is_not_used(tmp_path: Path) -> None:
    table = tmp_path / "friends.csv"
    table.write_text(TABLE)
    assert read_books([table], mappings={header_key(("Friend", "Phone")): MAPPING}).unknown


def test_numbers_without_a_country_take_the_region(tmp_path: Path) -> None:
    table = tmp_path / "friends.csv"
    table.write_text("Friend;Cell\nAda Quillfeather;020 7946 0958\n")
    mappings = {header_key(("Friend", "Cell")): MAPPING}
    found = read_books([table], "GB", mappings)
    assert found.contacts[0].phones[0].e164 == "+442079460958"


def test_progress_counts_the_bytes_of_all_files_and_never_goes_back(tmp_path: Path) -> None:
    paths = [book(tmp_path / f"{number}.vcf", *range(number, number + 120)) for number in range(3)]
    steps: list[tuple[int, int]] = []
    read_books(paths, progress=lambda done, total: steps.append((done, total)))
    whole = sum(path.stat().st_size for path in paths)
    assert {total for _, total in steps} == {whole}
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1] == (whole, whole)


def test_whoever_stops_it_gets_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_books([book(tmp_path / "a.vcf", *range(200))], progress=stop)
    assert read_books([]) == BooksRead()
