"""An evening at the working screen for each test that asks for one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from f2f_desktop.ui.theme import LIGHT, apply_theme
from tests.ui.volunteer.desk_samples import DeskAtTest
from tests.ui.volunteer.work_samples import Evening, made_ready


@pytest.fixture(scope="session")
def work_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with the ten invented friends, to be copied."""
    return made_ready(tmp_path_factory.mktemp("work"))


@pytest.fixture
def begin(qapp: QApplication, tmp_path: Path, work_template: Path) -> Iterator[Callable[..., Evening]]:
    """Begins an evening; it is ended with the test, and no error may have reached the edge."""
    apply_theme(qapp, LIGHT)
    evenings: list[Evening] = []

    def made(*arguments: object, **options: object) -> Evening:
        folder = tmp_path / str(len(evenings))
        folder.mkdir()
        evenings.append(Evening(folder, *arguments, template=work_template, **options))
        return evenings[-1]

    yield made
    for each in evenings:
        each.end()
    assert [error for each in evenings for error in each.faults] == []
    apply_theme(qapp, LIGHT)


@pytest.fixture
def evening(begin: Callable[..., Evening]) -> Evening:
    """An evening with the ten invented friends."""
    return begin()


@pytest.fixture
def at_desk(qapp: QApplication, tmp_path: Path) -> Iterator[DeskAtTest]:
    """A desk on an empty folder; whatever reached its edge must have been looked at (`told` emptied)."""
    made = DeskAtTest(tmp_path / "vault")
    yield made
    made.end()
    assert made.told == []
