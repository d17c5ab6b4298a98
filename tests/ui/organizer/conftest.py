"""An organizer's desk for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.organizer.office import Office, founded


@pytest.fixture(scope="session")
def founding(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A campaign's hub and its owner's vault, to be copied, and the hub's port."""
    folder = tmp_path_factory.mktemp("founding")
    return folder, founded(folder)


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path, founding: tuple[Path, int]) -> Iterator[Office]:
    """A vault that belongs to a real hub's campaign; no error may reach the edge."""
    made = Office(tmp_path / "office", *founding)
    yield made
    made.end()
    assert made.faults == []
