"""`f2f-desktop contacts read`, as scripts use it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from f2f_desktop.cli.main import main

SAMPLES = Path(__file__).with_name("samples")
KEYS = [
    "uid", "name", "prefix", "given", "middle", "family", "suffix", "nicknames", "phones", "phone_details", "emails",
    "addresses", "social", "birthday", "org", "title", "categories", "source",
]  # fmt: skip


def run(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "f2f_desktop", "contacts", "read", *map(str, words)],
        capture_output=True,
        timeout=60,
    )


def test_json_is_one_array_with_one_contact_a_line() -> None:
    done = run(SAMPLES / "iphone.vcf", SAMPLES / "google_new.csv")
    assert (done.returncode, done.stderr) == (0, b"")
    contacts = json.loads(done.stdout)
    assert len(contacts) == 5
    assert [list(contact) for contact in contacts] == [KEYS] * 5
    assert len(done.stdout.splitlines()) == len(contacts) + 2
    jane = contacts[0]
    assert jane["phones"] == ["+19195550142", "+12125550187", "+19195550101"]
    assert jane["phone_details"][1] == {
        "e164": "+12125550187",
        "original": "+1 (212) 555-0187",
        "extension": "",
        "label": "Lake house",
    }
    assert jane["addresses"][0]["city"] == "Raleigh"
    assert jane["source"] == {"file": "iphone.vcf", "card": 1, "dialect": "vcard 3.0"}
    assert contacts[1]["phones"] == []
    assert contacts[1]["phone_details"][0]["original"] == "555-0142"


def test_csv_has_the_same_columns() -> None:
    done = run(SAMPLES / "google_new.csv", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert list(rows[0]) == KEYS
    assert len(rows) == 2
    assert rows[0]["phones"] == "+19195550142 ::: +12125550187 ::: +19195550101"
    assert rows[0]["name"] == "Dr. Jane Quinn Roe"
    assert "Raleigh" in rows[0]["addresses"]


def test_problems_are_lines_on_stderr_and_cost_no_other_file(tmp_path: Path) -> None:
    bad = tmp_path / "bad.vcf"
    bad.write_bytes(b"BEGIN:VCARD\r\nNOTE:x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Jane Roe\r\n")
    (tmp_path / "picture.vcf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    done = run(bad, tmp_path / "missing.vcf", tmp_path / "picture.vcf", tmp_path, SAMPLES / "samsung.vcf")
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 0
    assert [contact["name"] for contact in json.loads(done.stdout)] == ["Jane Roe", "Min Kim"]
    assert lines[0].startswith("bad.vcf: card 1 (line 1): The card has neither")
    assert lines[1].startswith("bad.vcf: card 2 (line 4): The card has no END")
    assert lines[2].startswith("missing.vcf: The file is not there.")
    assert lines[3].startswith("picture.vcf: This file is no address book.")
    assert "folder" in lines[4]


def test_nothing_usable_is_exit_1_and_still_an_array(tmp_path: Path) -> None:
    done = run(tmp_path / "missing.vcf")
    assert done.returncode == 1
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize("words", [[], ["a.vcf", "--format", "xml"], ["a.vcf", "--region", "Utopia"]])
def test_wrong_usage_is_exit_2(words: list[str]) -> None:
    assert run(*words).returncode == 2


def test_an_unknown_table_is_read_by_the_best_guess_and_that_is_said(tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Who,Cell\nJane Roe,919-555-0142\n")
    done = run(table)
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["phones"] == ["+19195550142"]
    assert b"'Cell' as phone" in done.stderr
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[columns]\n"Who" = "nickname"\n"Cell" = "phone home"\n')
    done = run(table, "--mapping", mapping)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)[0]["phone_details"][0]["label"] == "home"
    table.write_text("Colour,Size\nred,1\n")
    assert run(table).returncode == 1
    assert run(table, "--mapping", tmp_path / "no.toml").returncode == 1


def test_the_region_is_that_of_numbers_without_country(tmp_path: Path) -> None:
    card = tmp_path / "a.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Jane\nTEL:020 7946 0123\nEND:VCARD\n")
    assert json.loads(run(card, "--region", "gb").stdout)[0]["phones"] == ["+442079460123"]


def test_the_command_starts_without_the_window_and_without_the_network() -> None:
    code = (
        "import sys; from f2f_desktop.cli.main import main; "
        f"main(['contacts', 'read', {str(SAMPLES / 'google.vcf')!r}]); "
        "print([name for name in ('PySide6', 'numpy', 'requests', 'sqlalchemy') if name in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert done.stderr.decode().strip() == "[]"


def test_main_can_be_called_in_process(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["contacts", "read", str(SAMPLES / "google.vcf")]) == 0
    assert json.loads(capfdbinary.readouterr().out)[0]["given"] == "Lee"
