"""No command writes over what it reads."""

from pathlib import Path

import pytest

from f2f_desktop.cli.main import main

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Smith\nEND:VCARD\n"


@pytest.mark.parametrize(
    "words",
    [
        ("extract", "cut", "a", "--out", "a"),
        ("match", "a", "--extract", "b", "--out", "a"),
        ("match", "a", "--extract", "b", "--out", "b"),
        ("match", "a", "--extract", "b", "--out", "./x/../a"),
        ("targets", "resolve", "a", "--extract", "b", "--out", "a"),
        ("targets", "resolve", "a", "--extract", "b", "--out", "c", "--unresolved", "a"),
        ("targets", "resolve", "a", "--extract", "b", "--bundle", "b", "--key", "k"),
        ("targets", "resolve", "a", "--extract", "b", "--bundle", "c", "--key", "a", "--out", "a"),
        ("extract", "delta", "a", "b", "--out", "b"),
        ("extract", "apply", "a", "b", "--out", "a"),
    ],
    ids=" ".join,
)
def test_a_file_that_is_read_is_not_written(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").mkdir()
    for name in ("a", "b"):
        (tmp_path / name).write_text(CARD)
    assert main(words) == 2
    assert "choose another name" in capsys.readouterr().err
    assert {name: (tmp_path / name).read_text() for name in ("a", "b")} == {"a": CARD, "b": CARD}


def test_another_name_is_no_hindrance(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control: the refusal is not for every file that is there already."""
    book, other = tmp_path / "a", tmp_path / "c"
    book.write_text(CARD)
    other.write_text("old")
    assert main(["match", str(book), "--extract", str(book), "--out", str(other)]) == 1
    assert "choose another name" not in capsys.readouterr().err


@pytest.mark.parametrize("before", [["--folder", "vault"], ["--folder=vault"]])
def test_a_folder_may_stand_before_the_command(
    before: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told = []
    for words in (["sync", "status", "--folder", "vault"], [*before, "sync", "status"]):
        assert main(words) == 1
        told.append(capsys.readouterr().err)
    assert told[0] == told[1] != ""
