"""Setting a hub up by command: what was typed wrong is told before anything is made, and secrets stay private."""

from pathlib import Path

import pytest

from f2f_desktop.cli.main import main

NAME = ("--campaign", "Harbor Votes")


def hub(*words: str | Path) -> int:
    """The exit status of `f2f-desktop hub ...`, in this process."""
    return main(["hub", *map(str, words)])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--campaign", " "), "no name"),
        ((*NAME, "--url", "ftp://hub.example.org"), "no address"),
        ((*NAME, "--url", "our hub"), "no address"),
        ((*NAME, "--port", "70000"), "port"),
        ((*NAME, "--database", "mysql://hub"), "PostgreSQL"),
        ((*NAME, "--tls", "files"), "certificate"),
    ],
)
def test_a_hub_of_impossible_settings_is_refused_and_leaves_no_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    assert hub("init", "--folder", tmp_path / "hub", *words) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "hub" / "hub.toml").exists()


def test_a_database_that_was_not_reached_stands_in_nobodys_way(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    wrong = "postgresql://nobody@127.0.0.1:1/none"
    assert hub("init", "--folder", folder, *NAME, "--database", wrong) == 1
    assert hub("init", "--folder", folder, *NAME) == 0
    assert (folder / "hub.db").exists()


def test_the_same_hub_is_not_set_up_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "hub"
    assert hub("init", "--folder", folder, *NAME) == 0
    owner = (folder / "owner.f2finvite").read_bytes()
    assert hub("init", "--folder", folder, *NAME) == 1
    assert "already" in capsys.readouterr().err
    assert hub("invite", "--folder", folder) == 0
    assert hub("init", "--folder", folder, "--campaign", "Hill Votes") == 0
    assert (folder / "owner.f2finvite").read_bytes() == owner


def test_what_a_hub_writes_is_for_its_owners_eyes(tmp_path: Path) -> None:
    folder, invite = tmp_path / "hub", tmp_path / "room.f2finvite"
    assert hub("init", "--folder", folder, *NAME) == 0
    assert hub("invite", "--folder", folder, "--out", invite) == 0
    for path in (folder / "hub.db", folder / "owner.f2finvite", folder / "campaign.key", invite):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_place_that_cannot_be_written_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "hub"
    assert hub("init", "--folder", folder, *NAME) == 0
    (tmp_path / "file").touch()
    for words in (
        ("invite", "--folder", folder, "--out", tmp_path / "none" / "a.f2finvite"),
        ("init", "--folder", tmp_path / "file", *NAME),
        ("serve", "--folder", folder, "--port", "70000"),
    ):
        assert hub(*words) == 1
        assert capsys.readouterr().err.startswith("f2f-desktop: ")
