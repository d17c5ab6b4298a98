"""An evening by command: voter files to an extract, address books to matches, on invented people with known truth."""

import csv
import io
import json
from pathlib import Path

import pytest

from f2f_desktop.cli.main import main
from f2f_desktop.demo.build import SEED, DemoFiles, build_demo
from f2f_desktop.demo.north_carolina import write_voter_files
from f2f_desktop.demo.population import generate_district

VOTERS = 6_000


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    return build_demo(tmp_path_factory.mktemp("demo"), voters=VOTERS, contacts=160)


def test_from_voter_file_and_address_books_to_matches(
    demo: DemoFiles, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, rows_file = tmp_path / "cut.f2fx", tmp_path / "matches.csv"
    voters, history = write_voter_files(generate_district(SEED, VOTERS), tmp_path)
    assert main(["extract", "cut", str(voters), "--history", str(history), "--out", str(out)]) == 0
    assert main(["extract", "info", str(out)]) == 0
    books = list(map(str, demo.books))
    assert main(["match", *books, "--extract", str(out), "--out", str(rows_file)]) == 0
    capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(rows_file.read_text("utf-8"))))
    assert list(rows[0]) == (
        "contact_uid,contact_name,voter_id,probability,status,runner_up_id,runner_up_probability,evidence".split(
            ","
        )
    )
    assert {row["status"] for row in rows} <= {"matched", "ambiguous", "unmatched"}
    assert all((row["voter_id"] == "") == (row["status"] == "unmatched") for row in rows)
    matched = [row for row in rows if row["status"] == "matched" and row["contact_uid"] in demo.truth]
    right = [row for row in matched if demo.truth[row["contact_uid"]] == row["voter_id"]]
    assert len(matched) >= 15
    assert len(right) >= 0.98 * len(matched)
    assert all(row["evidence"] for row in matched)


def test_contacts_come_out_as_one_object_each(demo: DemoFiles, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["contacts", "read", str(demo.books[0])]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 80
    assert {"uid", "name", "phones", "emails", "addresses", "birthday", "org", "source"} <= set(found[0])
    assert all(phone.startswith("+1") for contact in found for phone in contact["phones"])


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["contacts", "read", "missing.vcf"], 1),
        (["extract", "info", "missing.f2fx"], 1),
        (["match", "missing.vcf", "--extract", "missing.f2fx"], 1),
        (["extract", "cut", "missing.txt", "--out", "x.f2fx"], 1),
    ],
)
def test_nothing_usable_is_status_1_and_a_sentence(
    words: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == status
    told = capsys.readouterr().err
    assert told
    assert "Traceback" not in told


@pytest.mark.parametrize("words", [["nonsense"], ["contacts"], ["extract", "cut"], ["match", "a.vcf"]])
def test_wrong_usage_is_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    capsys.readouterr()
