"""How a screen is looked at: theme, language, size of the text and of the window. `light-es-200` is such a look."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from f2f_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme
from f2f_desktop.ui.translation import Translation
from f2f_desktop.ui.widgets import Label
from tests.ui.pseudo_locale import PseudoTranslator

WRITTEN = re.compile(r"(light|dark)-(en|es|pseudo)-(\d{2,3})")
USUAL = ("light-en-100", "dark-es-160", "light-es-200", "dark-en-200")


@dataclass(frozen=True)
class Look:
    """One way of looking at a screen."""

    theme: Theme
    language: str
    """`en`, `es`, or `pseudo`."""
    percent: int
    """Of the size of the text."""

    @property
    def name(self) -> str:
        """As it is written."""
        return f"{self.theme.name}-{self.language}-{self.percent}"

    def dress(self, app: QApplication) -> None:
        """Puts theme and size on; a main window that was made since has put on its own."""
        apply_theme(app, self.theme, self.percent / 100)


def look_of(written: str) -> Look:
    """The look that is written so. Raises ValueError."""
    found = WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(f"{written} is no look, such as {USUAL[1]}")
    return Look(DARK if found[1] == "dark" else LIGHT, found[2], int(found[3]))


@contextmanager
def looking(app: QApplication, look: Look) -> Iterator[None]:
    """The application looks so meanwhile."""
    translation = Translation(app, "en" if look.language == "pseudo" else look.language)
    pseudo = PseudoTranslator()
    if look.language == "pseudo":
        app.installTranslator(pseudo)
    look.dress(app)
    try:
        yield
    finally:
        app.removeTranslator(pseudo)
        translation.fall_silent()
        apply_theme(app, LIGHT)


def cut_off(widget: QWidget) -> list[str]:
    """Buttons that are narrower than their words, lines that are elided, and what is wider than the page it is on."""
    found = []
    for each in widget.findChildren(QWidget):
        if not each.isVisibleTo(widget) or each.visibleRegion().isEmpty():
            continue
        words = type(each).__name__
        if isinstance(each, QAbstractButton | Label):
            words += f" {each.text()!r}"
        if isinstance(each, QPushButton | QCheckBox | QRadioButton):
            if each.width() < each.sizeHint().width() - 2:
                found.append(f"{words}: {each.width()} of {each.sizeHint().width()}")
        elif isinstance(each, Label):
            if not each.hasHeightForWidth() and each.width() < each.sizeHint().width() - 2:
                found.append(f"{words}: {each.width()} of {each.sizeHint().width()}")
            elif each.hasHeightForWidth() and each.height() < each.heightForWidth(each.width()):
                found.append(f"{words}: {each.height()} of {each.heightForWidth(each.width())} high")
        elif isinstance(each, QScrollArea) and (page := each.widget()) and page.width() > each.viewport().width():
            found.append(f"{words}: {page.width()} in {each.viewport().width()}")
    return found


class Album:
    """Pictures of one look, in one folder."""

    def __init__(self, folder: Path, look: Look) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self.look = folder, look

    def save(self, what: str, widget: QWidget) -> None:
        """Takes a picture, and says what is cut off on it."""
        widget.grab().save(str(self.path(what)))
        for each in cut_off(widget):
            sys.stdout.write(f"{what}-{self.look.name}: {each}\n")

    def path(self, what: str) -> Path:
        """Where the picture of something goes."""
        return self._folder / f"{what}-{self.look.name}.png"
