"""What the vault's tests share."""

import resource
from collections.abc import Iterator

import pytest

from tests.memory_folder import tmp_path

__all__ = ["little_room", "tmp_path"]


@pytest.fixture
def little_room() -> Iterator[None]:
    """No file of this process may grow beyond 30,000 bytes: what a full disk does, without one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
