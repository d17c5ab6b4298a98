"""Do-not-contact files, and the opt-out list as an organizer adds to it."""

from pathlib import Path

import pytest

from f2f_desktop.organizer.errors import TargetListUnreadable
from f2f_desktop.organizer.opt_out_files import BadRow, NoPointColumns, points_in, read_points


def written(folder: Path, text: str | bytes, name: str = "list.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_plain_list_has_numbers_and_addresses_of_any_look_each_once(tmp_path: Path) -> None:
    path = written(tmp_path, "(201) 555-0142\n+1 201-555-0143\n\nANN@Example.org\n2015550142\n")
    read = read_points(path)
    assert read.points == ("+12015550142", "+12015550143", "ann@example.org")
    assert (read.rows, read.problems) == (4, ())


def test_a_heading_is_no_bad_row_but_a_bad_number_on_top_is(tmp_path: Path) -> None:
    assert read_points(written(tmp_path, "Do not call\n201 555 0142\n")).problems == ()
    (problem,) = read_points(written(tmp_path, "555-01\n201 555 0142\n")).problems
    assert (problem.line, problem.why) == (1, BadRow.NO_POINT)


def test_only_columns_called_phone_or_email_are_looked_at(tmp_path: Path) -> None:
    text = (
        "VoterID;Mobile Phone;Work E-Mail;Since\n2015550199;201-555-0142;ann@example.org;2020\n2015550198;;;2021\n"
    )
    read = read_points(written(tmp_path, text + "2015550197;none;;2022\n", "list.csv"))
    assert read.points == ("+12015550142", "ann@example.org")
    assert [(each.line, each.why) for each in read.problems] == [(3, BadRow.EMPTY), (4, BadRow.NO_POINT)]


def test_several_columns_without_a_name_are_refused_rather_than_guessed(tmp_path: Path) -> None:
    with pytest.raises(NoPointColumns):
        read_points(written(tmp_path, "2015550199,201-555-0142\n", "list.csv"))


def test_other_encodings_and_no_text_at_all(tmp_path: Path) -> None:
    wide = "Teléfono,Nombre\n201-555-0142,Ana\n".encode("utf-16")
    assert read_points(written(tmp_path, wide, "list.csv")).points == ("+12015550142",)
    with pytest.raises(TargetListUnreadable):
        read_points(written(tmp_path, b"%PDF-1.7\n\x00\x00", "list.csv"))
    with pytest.raises(TargetListUnreadable):
        read_points(tmp_path / "missing.csv")
    assert read_points(written(tmp_path, b"")).points == ()


def test_many_bad_rows_are_counted_not_listed(tmp_path: Path) -> None:
    read = read_points(written(tmp_path, "201-555-0142\n" + "nothing\n" * 1_200))
    assert (len(read.problems), read.unlisted) == (1_000, 200)


def test_a_number_is_read_by_the_region() -> None:
    assert points_in("020 7946 0018", "GB") == ("+442079460018",)
    assert points_in("call me", "US") == ()
