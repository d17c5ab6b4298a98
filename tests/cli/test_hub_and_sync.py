"""What `hub` and `sync` say and leave behind: addresses, modes of files, failed joins, exit statuses, words of help."""

import socket
import stat
from pathlib import Path

import pytest

from f2f_desktop.cli.main import main
from f2f_desktop.cli.terminal import counted
from f2f_desktop.cli.verbs import PASSPHRASE
from f2f_desktop.hub.settings import read_settings
from f2f_desktop.organizer.exports import Format, export_table
from f2f_desktop.organizer.tables import Column, Table, Type
from tests.hub.laptops import PASSPHRASE as SECRET
from tests.hub.laptops import Laptop, report
from tests.hub.processes import HubProcess, hub_command, invite, new_hub

NAME = ("--campaign", "Harbor Votes")
LINK = "f2f://join/"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_hub_that_listens_everywhere_is_reached_at_the_machines_own_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "hub"
    assert main(["hub", "init", "--folder", str(folder), *NAME, "--host", "0.0.0.0"]) == 0
    url = read_settings(folder).url
    assert "0.0.0.0" not in url
    assert f"look for it at {url.split('/')[2].rsplit(':', 1)[0]}" in capsys.readouterr().out
    assert main(["hub", "init", "--folder", str(tmp_path / "b"), *NAME, "--host", "0.0.0.0", "--url", url]) == 0
    assert "look for it" not in capsys.readouterr().out


def test_a_folder_with_other_things_in_it_stays_as_open_as_it_was_and_a_new_one_is_private(tmp_path: Path) -> None:
    shared, new = tmp_path / "shared", tmp_path / "new"
    shared.mkdir()
    shared.chmod(0o755)
    (shared / "minutes.txt").touch()
    for folder in (shared, new):
        assert main(["hub", "init", "--folder", str(folder), *NAME]) == 0
    assert (mode(shared), mode(new)) == (0o755, 0o700)
    for name in ("hub.db", "hub.key", "hub.toml", "campaign.key"):
        assert mode(shared / name) == 0o600, name


def test_a_vault_and_what_is_exported_are_for_their_users_eyes(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "vault")
    files = [path for path in (tmp_path / "vault").iterdir() if path.is_file()]
    assert {"vault.db", "vault.keys", "vault.lock"} <= {path.name for path in files}
    assert {mode(path) for path in files} == {0o600}
    laptop.close()
    (tmp_path / "vault" / "vault.db").chmod(0o644)  # as former versions left it
    Laptop(tmp_path / "vault").close()
    assert mode(tmp_path / "vault" / "vault.db") == 0o600
    table = Table("People", (Column("name", Type.TEXT),), [("Ann",)])
    for form in Format:
        path = tmp_path / f"people.{form}"
        export_table(table, path, form)
        assert mode(path) == 0o600


def test_a_join_that_fails_leaves_no_vault_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PASSPHRASE, SECRET)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        nobody = f"http://127.0.0.1:{probe.getsockname()[1]}"
    folder, kept = tmp_path / "vault", tmp_path / "kept"
    kept.mkdir()
    (kept / "minutes.txt").touch()
    for where in (folder, kept):
        for words in ((LINK + "rubbish",), ("ABCDEF", "--at", nobody), ("missing.f2finvite",)):
            assert main(["sync", "join", *words, "--name", "Vera", "--folder", str(where)]) == 1
            assert "Recovery code" not in capsys.readouterr().err
    assert not folder.exists()
    assert [path.name for path in kept.iterdir()] == ["minutes.txt"]


def test_a_join_whose_answer_was_lost_keeps_the_key_that_the_hub_may_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from f2f_desktop.sync import joining
    from f2f_desktop.sync.troubles import HubAnswersNot

    monkeypatch.setenv(PASSPHRASE, SECRET)
    monkeypatch.setattr(joining, "_looked_at", lambda *_: (_ for _ in ()).throw(HubAnswersNot()))
    folder = tmp_path / "vault"
    assert main(["sync", "join", "ABCDEF", "--at", "127.0.0.1:9", "--name", "Vera", "--folder", str(folder)]) == 1
    assert "Recovery code" in capsys.readouterr().err
    assert (folder / "vault.db").exists()


def test_a_round_that_failed_with_one_of_two_hubs_is_no_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PASSPHRASE, SECRET)
    near, far = new_hub(tmp_path / "one").start(), tmp_path / "two"
    hub_command(
        "init", "--folder", far, *NAME, "--tls", "none", "--id", "harbor-votes",
        "--campaign-key", near.folder / "campaign.key",
    )  # fmt: skip

    other = HubProcess(far).start()
    laptop = Laptop(tmp_path / "vault").join(invite(near)).join(invite(other), room=True)
    laptop.do(report(1))
    laptop.close()
    words = ["sync", "now", "--folder", str(tmp_path / "vault")]
    assert main(words) == 0
    other.stop()
    assert main(words) == 1
    said = capsys.readouterr()
    assert "all 1 safe" in said.out
    assert "by itself" not in said.err.replace("the app does so by itself", "")
    near.stop()
    assert main(words) == 1


def test_a_port_that_is_taken_is_told_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hub", "init", "--folder", str(tmp_path / "hub"), *NAME, "--tls", "none"]) == 0
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
        assert main(["hub", "serve", "--folder", str(tmp_path / "hub"), "--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert f"127.0.0.1:{port}" in said
    assert "another --port" in said
    assert "while attempting" not in said


VERBS = {
    "hub": ("init", "serve", "invite", "import", "room", "reproject", "restored"),
    "sync": ("now", "join", "status", "ledger", "extract", "publish"),
    "room": ("open", "hand-over", "export", "receipts", "forget"),
    "results": ("show", "export"),
    "packet": ("export", "import", "receipts", "inspect"),
}


@pytest.mark.parametrize(("name", "verb"), [(name, verb) for name, verbs in VERBS.items() for verb in verbs])
def test_every_verb_says_what_it_does_and_how_a_vault_is_unlocked(
    name: str, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([name, verb, "--help"])
    said = capsys.readouterr().out
    usage, _, rest = said.partition("\n\n")
    assert usage.startswith("usage:")
    description = rest.partition("\n\n")[0]
    assert description.endswith(".")
    assert not description.startswith(("options:", "positional"))
    assert (PASSPHRASE in said) == ("the vault's folder" in " ".join(said.split()))


def test_one_thing_is_one_thing() -> None:
    assert [counted(count, "packet") for count in (0, 1, 2, 1_204)] == [
        "0 packets",
        "1 packet",
        "2 packets",
        "1,204 packets",
    ]
