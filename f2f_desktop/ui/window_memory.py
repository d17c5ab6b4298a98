"""What the window remembers of itself before anything is unlocked: its look and its place. Nothing personal.

A small file beside the vault, so that it goes when the vault is wiped.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from f2f_desktop.ui.theme import FONT_SCALES, Appearance, ThemeChoice
from f2f_desktop.ui.translation import LANGUAGES

FILE = "window.ini"


class WindowMemory:
    """The window's own file in the vault's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def theme(self) -> ThemeChoice:
        """The theme that the user chose."""
        stored = str(self._settings().value("theme", ""))
        return ThemeChoice(stored) if stored in set(ThemeChoice) else ThemeChoice.SYSTEM

    def font_scale(self) -> float:
        """The text size that the user chose, as a factor of the system's."""
        try:
            return min(max(float(str(self._settings().value("font_scale", "1"))), FONT_SCALES[0]), FONT_SCALES[-1])
        except ValueError:
            return FONT_SCALES[0]

    def language(self) -> str:
        """The language that the user chose; empty for the system's."""
        stored = str(self._settings().value("language", ""))
        return stored if stored in LANGUAGES else ""

    def place(self) -> QByteArray:
        """Where the window was, for `QWidget.restoreGeometry`; empty if unknown."""
        stored = self._settings().value("place")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep(self, appearance: Appearance, language: str, place: QByteArray) -> None:
        """Stores all of it; nothing where there is no folder, for example after wiping."""
        if self._folder.is_dir():
            settings = self._settings()
            settings.setValue("theme", str(appearance.choice))
            settings.setValue("font_scale", appearance.font_scale)
            settings.setValue("language", language)
            settings.setValue("place", place)
            settings.sync()

    def _settings(self) -> QSettings:
        return QSettings(str(self._folder / FILE), QSettings.Format.IniFormat)
