"""`f2f-desktop match`: one row per contact, in the order of the input, with the contract's columns and statuses."""

import csv
import io
from pathlib import Path

import pytest

from f2f_desktop.cli.main import main
from f2f_desktop.demo.address_books import Friend, draw_friends
from f2f_desktop.demo.book_dialects import google_csv, iphone_vcard
from f2f_desktop.demo.north_carolina import write_voter_files
from f2f_desktop.demo.population import generate_district

COLUMNS = "contact_uid,contact_name,voter_id,probability,status,runner_up_id,runner_up_probability,evidence".split(
    ","
)


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Friend]]:
    """A folder with an extract and an address book, and who is in it."""
    folder = tmp_path_factory.mktemp("match")
    population = generate_district(8, 3_000)
    voters, history = write_voter_files(population, folder)
    extract = folder / "district.f2fx"
    assert main(["extract", "cut", str(voters), "--history", str(history), "--out", str(extract)]) == 0
    friends = draw_friends(population, 9, 120, 0.5)
    (folder / "book.vcf").write_bytes(iphone_vcard(friends))
    (folder / "book.csv").write_bytes(google_csv(friends[:20]))
    return folder, friends


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV output."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_card_gives_one_row_in_order(
    evening: tuple[Path, list[Friend]], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, friends = evening
    books = [str(folder / "book.vcf"), str(folder / "book.csv")]
    assert main(["match", *books, "--extract", str(folder / "district.f2fx")]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[0].split(",") == COLUMNS
    rows = rows_of(said.out)
    assert [row["contact_uid"] for row in rows[: len(friends)]] == [friend.uid for friend in friends]
    assert len(rows) == len(friends) + 20
    assert "signed by" in said.err
    assert f"{len(rows)} contacts" in said.err


def test_a_card_without_a_name_has_a_row_and_one_that_holds_nothing_has_none_and_is_named(
    evening: tuple[Path, list[Friend]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cards = ("FN:Ann Roe", "TEL:+19195550101", "NOTE:what is this", "EMAIL:someone@example.org")
    book = "".join(f"BEGIN:VCARD\nVERSION:3.0\n{line}\nEND:VCARD\n" for line in cards)
    (tmp_path / "book.vcf").write_text(book)
    assert main(["match", str(tmp_path / "book.vcf"), "--extract", str(evening[0] / "district.f2fx")]) == 0
    said = capsys.readouterr()
    assert [row["contact_name"] for row in rows_of(said.out)] == ["Ann Roe", "", "someone@example.org"]
    assert "book.vcf: card 3 (line 9): " in said.err
    assert "3 contacts" in said.err


def test_rows_keep_the_contract(evening: tuple[Path, list[Friend]]) -> None:
    folder, friends = evening
    out = folder / "matches.csv"
    assert (
        main(["match", str(folder / "book.vcf"), "--extract", str(folder / "district.f2fx"), "--out", str(out)])
        == 0
    )
    truth = {friend.uid: friend.voter_id for friend in friends}
    rows = rows_of(out.read_text("utf-8"))
    statuses = {row["status"] for row in rows}
    assert statuses == {"matched", "ambiguous", "unmatched"}
    for row in rows:
        assert (row["voter_id"] == "") == (row["status"] == "unmatched")
        assert 0.0 <= float(row["probability"]) <= 1.0
        if row["status"] == "matched":
            assert float(row["probability"]) >= 0.95
            assert row["evidence"]
        if row["runner_up_id"]:
            assert row["runner_up_id"] != row["voter_id"]
    matched = [row for row in rows if row["status"] == "matched"]
    assert sum(row["voter_id"] == truth[row["contact_uid"]] for row in matched) >= 0.98 * len(matched)


def test_a_name_with_commas_and_quotes_stays_one_field(
    evening: tuple[Path, list[Friend]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = evening
    book = tmp_path / "odd.vcf"
    name = 'Robert "Bob", the 3rd\\n, Vanterpool'
    book.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:919-555-0101\nEND:VCARD\n", "utf-8")
    assert main(["match", str(book), "--extract", str(folder / "district.f2fx")]) == 0
    (row,) = rows_of(capsys.readouterr().out)
    assert row["contact_name"].startswith('Robert "Bob", the 3rd')


def test_nothing_usable_is_exit_status_1(
    evening: tuple[Path, list[Friend]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = evening
    empty = tmp_path / "empty.vcf"
    empty.write_bytes(b"")
    assert main(["match", str(empty), "--extract", str(folder / "district.f2fx")]) == 1
    assert main(["match", str(tmp_path / "none.vcf"), "--extract", str(folder / "district.f2fx")]) == 1
    assert main(["match", str(folder / "book.vcf"), "--extract", str(folder / "book.vcf")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("f2f-desktop:") == 3


@pytest.mark.parametrize("words", [["match"], ["match", "book.vcf"], ["match", "book.vcf", "--extract"]])
def test_wrong_usage_is_exit_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said(
    evening: tuple[Path, list[Friend]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = evening
    out = tmp_path / "no such folder" / "matches.csv"
    assert (
        main(["match", str(folder / "book.vcf"), "--extract", str(folder / "district.f2fx"), "--out", str(out)])
        == 1
    )
    assert "cannot be written" in capsys.readouterr().err


def test_an_unknown_table_is_read_by_a_mapping(
    evening: tuple[Path, list[Friend]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = evening
    (tmp_path / "table.csv").write_text("a,b,c\nRoe,Jane,919-555-0142\n", "utf-8")
    (tmp_path / "mapping.toml").write_text('[columns]\n"a" = "family"\n"b" = "given"\n"c" = "phone"\n', "utf-8")
    words = ["match", str(tmp_path / "table.csv"), "--extract", str(folder / "district.f2fx")]
    assert main([*words, "--mapping", str(tmp_path / "mapping.toml")]) == 0
    assert [row["contact_name"] for row in rows_of(capsys.readouterr().out)] == ["Jane Roe"]
    assert main([*words, "--mapping", str(tmp_path / "missing.toml")]) == 1
