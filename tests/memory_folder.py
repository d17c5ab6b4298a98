"""Folders in memory for tests that commit much: a commit waits for the disk, and no test here cuts the power."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")
ENOUGH = 512 * 1024 * 1024


def has_room() -> bool:
    """Whether the system keeps a file system in memory with enough room."""
    return MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH


@contextmanager
def folder_in_memory(otherwise: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where that is possible, gone afterwards; else one of pytest's."""
    if has_room():
        with tempfile.TemporaryDirectory(prefix="f2f-", dir=MEMORY) as folder:
            yield Path(folder)
    else:
        yield otherwise.mktemp("test")


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """In place of pytest's own. To use it, import it in a `conftest.py`."""
    with folder_in_memory(tmp_path_factory) as folder:
        yield folder
