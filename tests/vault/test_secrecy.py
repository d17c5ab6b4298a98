"""A thief with a hex reader finds nothing: not in the database, its log, beside it, in logs or temporary files."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.vault.evenings import PASSPHRASE
from tests.vault.secret_evening import DRAFT, NOTE, SOUGHT, STREET, TYPED

SECRETS = (
    "Quillfeather",
    "Marrowby",
    "Pfeffernuss",
    "ada@example.org",
    "2125550101",
    "Val Underhill",
    "Thanks Ada",
    "Rivera",
    STREET,
    TYPED,
    DRAFT,
    SOUGHT,
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
    (home / "tmp").mkdir(parents=True)
    vault = home / "vault"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.vault.secret_evening", str(vault)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "TMPDIR": str(home / "tmp")},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        for stage in ("working", "locked", "copied"):
            assert process.stdout.readline() == f"{stage}\n", process.communicate()[1]
            names = {path.name.partition("-")[0] for path in vault.iterdir()}
            assert {"vault.db", "vault.keys", "extract"} <= names
            if stage == "working":
                assert (vault / "vault.db-wal").stat().st_size > 0
            assert found_in(home) == []
            if stage != "copied":
                process.stdin.write("\n")
                process.stdin.flush()
    finally:
        # Killed, it can tidy up nothing.
        process.kill()
        _, errors = process.communicate()
    assert (vault / "vault.db.before-0001").stat().st_size > 0
    assert (home / "log.txt").stat().st_size > 0
    assert found_in(home) == []
    assert not any(secret in errors for secret in SECRETS)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16le"])
def test_the_reader_finds_names_in_an_ordinary_database(tmp_path: Path, encoding: str) -> None:
    database = sqlite3.connect(tmp_path / "plain.db")
    database.execute(f"PRAGMA encoding = '{encoding}'")
    database.execute("CREATE TABLE contacts (name TEXT)")
    database.execute("INSERT INTO contacts VALUES ('Ada Quillfeather')")
    database.commit()
    database.close()
    assert found_in(tmp_path) == ["Quillfeather in plain.db"]


def test_the_vaults_files_are_for_the_user_alone(tmp_path: Path) -> None:
    from tests.vault.evenings import opened

    workspace = opened(tmp_path / "vault")
    assert (tmp_path / "vault").stat().st_mode & 0o077 == 0
    assert (tmp_path / "vault" / "vault.keys").stat().st_mode & 0o077 == 0
    workspace.lock()
