"""The language of the window: our own `.qm` files, and Qt's for the buttons of its dialogs.

`packaging/translations.sh` collects the texts from the code into `resources/translations/*.ts` and makes the `.qm`
files, which are kept beside them (a few kB), so that installing needs no tool. English has a file too: it holds
the plural forms alone.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from f2f_desktop.shipped import resources_folder

LANGUAGES = ("en", "es")
"""What the app speaks; the first one where it does not speak the system's language."""


def language_for(wanted: str = "") -> str:
    """The language to speak: the one that was set, or the first of the system's that we have."""
    candidates = [wanted] if wanted else QLocale.system().uiLanguages()
    for candidate in candidates:
        language = candidate.replace("_", "-").split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


class Translation(QObject):
    """What the window speaks now.

    Attributes:
        language: one of `LANGUAGES`.
    """

    def __init__(self, app: QCoreApplication, wanted: str = "") -> None:
        """`wanted` is the language that the user set; empty for the system's."""
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = LANGUAGES[0]
        self.speak(wanted)

    def speak(self, wanted: str = "") -> None:
        """Changes the language. Screens that are open already learn of it by a `LanguageChange` event."""
        self.fall_silent()
        self.language = language_for(wanted)
        folders = (
            (f"f2f_{self.language}", str(resources_folder() / "translations")),
            (f"qtbase_{self.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        )
        for name, folder in folders:
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._installed.append(translator)

    def fall_silent(self) -> None:
        """Takes all translations away: what is left are the texts in the code."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
