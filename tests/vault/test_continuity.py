"""A vault that was copied or put back goes on in a new stream; one that was merely locked does not."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from f2f_desktop.vault import continuity
from f2f_desktop.vault.outbox import own_streams
from f2f_desktop.vault.properties import stream_id
from f2f_desktop.vault.tables import events
from f2f_desktop.workspace import Workspace, state_folder
from tests.vault.evenings import PASSPHRASE, opened, send
from tests.vault.soundness import assert_sound


def stream_after_unlocking(folder: Path) -> str:
    workspace = Workspace(folder)
    workspace.unlock(PASSPHRASE)
    send(workspace.services, "Ada Quillfeather")
    vault = workspace._vault
    assert vault is not None
    with vault.transaction() as connection:
        stream = stream_id(connection)
        newest = connection.scalar(select(events.c.stream).order_by(events.c.position.desc()).limit(1))
        assert newest == stream
        assert_sound(connection)
    workspace.lock()
    return stream


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace = opened(tmp_path / "vault")
    send(workspace.services, "Ada Quillfeather")
    workspace.lock()
    return tmp_path / "vault"


def test_a_vault_that_was_only_locked_goes_on_in_its_stream(folder: Path) -> None:
    assert len({stream_after_unlocking(folder) for _ in range(4)}) == 1


def test_a_copy_goes_on_in_another_stream_and_what_was_recorded_stays(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    first = stream_after_unlocking(folder)
    copied = stream_after_unlocking(tmp_path / "copy")
    assert copied != first
    assert stream_after_unlocking(folder) != copied
    workspace = Workspace(tmp_path / "copy")
    workspace.unlock(PASSPHRASE)
    assert workspace._vault is not None
    with workspace._vault.transaction() as connection:
        assert own_streams(connection)[0] == first
    workspace.lock()


def test_a_copy_on_another_laptop_finds_no_mark(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    first = stream_after_unlocking(folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another-laptop"))
    there = stream_after_unlocking(tmp_path / "copy")
    assert there != first
    assert stream_after_unlocking(tmp_path / "copy") == there


def test_a_vault_that_was_put_back_from_a_backup_begins_a_stream(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "backup")
    first = stream_after_unlocking(folder)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)
    assert stream_after_unlocking(folder) != first


def test_the_control_without_its_mark_a_copy_numbers_its_events_alike(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    monkeypatch.setattr(continuity, "go_on", lambda vault, state: False)
    assert stream_after_unlocking(folder) == stream_after_unlocking(tmp_path / "copy")


def test_where_no_mark_can_be_kept_nothing_breaks_and_no_unlocking_begins_a_stream(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    streams = [stream_after_unlocking(folder) for _ in range(4)]
    # Once, because nobody knows what happened to the mark that was there; from then on none is asked for.
    assert len(set(streams)) == 1
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "writable-again"))
    assert {stream_after_unlocking(folder) for _ in range(3)} == {streams[-1]}


def test_a_new_vault_where_no_mark_can_be_kept_keeps_one_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    opened(tmp_path / "vault").lock()
    assert len({stream_after_unlocking(tmp_path / "vault") for _ in range(3)}) == 1


def test_the_end_of_a_vault_is_the_end_of_its_mark(folder: Path) -> None:
    name = Workspace(folder).ways_in().vault
    mark = continuity.mark_of(state_folder(), name)
    assert mark.exists()
    Workspace(folder).destroy()
    assert not mark.exists()
