"""Cuts with everything read into numbers at once, and with everything scanned by DuckDB, and compares."""

from pathlib import Path

import pytest

from f2f_desktop.voterfile.cutting import CutReport, CutRequest, cut_extract
from f2f_desktop.voterfile.encoded_history import EncodedHistory
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.records import EncodedRecords
from tests.voterfile.samples import KEY, contents


def both_ways(monkeypatch: pytest.MonkeyPatch, request: CutRequest, folder: Path) -> CutReport:
    """Cuts in either way and compares everything that the extracts and the reports say; the report of the quick one.

    It is looked whether each way was that way.
    """
    ways: list[str] = []
    read, votes = EncodedRecords.read, EncodedHistory.votes
    with monkeypatch.context() as patched:
        patched.setattr(EncodedRecords, "read", lambda *given: bool(read(*given) and not ways.append("voters")))  # type: ignore[func-returns-value]
        patched.setattr(EncodedHistory, "votes", lambda *given: (ways.append("history"), votes(*given))[1])  # type: ignore[func-returns-value]
        quick = cut_extract(request, folder / "quick.f2fx", KEY)
    assert ways == ["voters", *["history"] * bool(request.history)]
    with monkeypatch.context() as patched:
        patched.setattr(EncodedRecords, "read", lambda *_: False)
        slow = cut_extract(request, folder / "slow.f2fx", KEY)
    assert contents(open_extract(folder / "quick.f2fx").voters) == contents(
        open_extract(folder / "slow.f2fx").voters
    )
    assert (quick.rows, quick.kept, quick.mended, quick.dropped) == (
        slow.rows,
        slow.kept,
        slow.mended,
        slow.dropped,
    )
    assert (quick.votes, quick.elections) == (slow.votes, slow.elections)
    assert (quick.history_rows, quick.history_lost) == (slow.history_rows, slow.history_lost)
    assert [part for column in quick.manifest.columns for part in column.parts] == [
        part for column in slow.manifest.columns for part in column.parts
    ]
    return quick
