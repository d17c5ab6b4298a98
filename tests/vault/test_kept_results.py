"""Answers of the hub that an organizer's vault keeps: the newest ones, within bounds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.vault import authoring
from f2f_desktop.vault.authoring import keep_results, kept_results
from f2f_desktop.vault.keys import Argon2Cost
from f2f_desktop.vault.vault import Protection, Vault, create


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = create(tmp_path / "vault", Protection("correct horse battery", cost=Argon2Cost(8, 1, 1)))
    yield made
    made.lock()


def names(vault: Vault, of: range) -> list[int]:
    with vault.transaction() as connection:
        return [number for number in of if kept_results(connection, f"receivers/{number}") is not None]


def keep(vault: Vault, number: int, content: bytes = b"[]") -> None:
    with vault.transaction() as connection:
        keep_results(connection, f"receivers/{number}", content)


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that never stands still."""
    at = iter(range(1_000_000))
    monkeypatch.setattr(authoring, "now", lambda: next(at))


@pytest.mark.usefixtures("ticking")
def test_only_the_newest_answers_are_kept(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authoring, "MOST_KEPT", 5)
    for number in range(12):
        keep(vault, number)
    assert names(vault, range(12)) == [7, 8, 9, 10, 11]
    keep(vault, 7)  # looked at again: the newest one now
    keep(vault, 12)
    assert names(vault, range(13)) == [7, 9, 10, 11, 12]


@pytest.mark.usefixtures("ticking")
def test_large_answers_leave_room_for_fewer_but_the_newest_is_always_kept(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authoring, "MOST_BYTES_KEPT", 1_000)
    for number in range(6):
        keep(vault, number, b"x" * 300)
    assert names(vault, range(6)) == [3, 4, 5]
    keep(vault, 6, b"x" * 5_000)
    assert names(vault, range(7)) == [6]
