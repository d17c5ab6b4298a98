"""A thief with a hex reader finds nothing: not in the database, its log, beside it, or in temporary files."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.vault.evening_worker import NOTE
from tests.vault.evenings import PASSPHRASE

SECRETS = (
    "Quillfeather",
    "Marrowby",
    "ada@example.org",
    "2125550101",
    "Val Underhill",
    "Thanks Ada",
    NOTE,
    PASSPHRASE,
)


def found_in(folder: Path) -> list[str]:
    """Which of the secrets some file below `folder` holds, as UTF-8 or UTF-16, in any case."""
    hits = []
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes().lower()
            hits += [
                f"{secret} in {path.name}"
                for secret in SECRETS
                if secret.lower().encode() in data or secret.lower().encode("utf-16-le") in data
            ]
    return hits


def test_no_file_of_an_evening_holds_a_name(tmp_path: Path) -> None:
    home = tmp_path / "everything"
    temporary = home / "tmp"
    temporary.mkdir(parents=True)
    vault = home / "vault"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.vault.evening_worker", str(vault)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TMPDIR": str(temporary),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line == "report 12\n":
            break
    # While it is open the write-ahead log is there; killed, nothing is tidied up.
    assert (vault / "vault.db-wal").stat().st_size > 0
    assert found_in(home) == []
    process.kill()
    _, errors = process.communicate()
    assert found_in(home) == []
    assert not any(secret in errors for secret in SECRETS)


def test_the_reader_finds_names_in_an_ordinary_database(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "plain.db")
    database.execute("CREATE TABLE contacts (name TEXT)")
    database.execute("INSERT INTO contacts VALUES ('Ada Quillfeather')")
    database.commit()
    database.close()
    assert found_in(tmp_path) == ["Quillfeather in plain.db"]
