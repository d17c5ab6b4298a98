"""The language of the window: our own `.qm` files, and Qt's for the buttons of its dialogs.

`packaging/translations.sh` collects the texts from the code into `resources/translations/*.ts` and makes the `.qm`
files, which are kept beside them (a few kB), so that installing needs no tool. English has a file too: it holds
the plural forms alone.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from f2f_desktop.shipped import resources_folder

LANGUAGES = ("en", "es")
"""What the app speaks; the first one where it does not speak the system's language."""

OWN_NAMES = {"en": "English", "es": "Español"}
"""Each language as those who speak it call it: a menu in a language that one cannot read must still be usable."""

TERRITORY = "US"
"""Whose dates and numbers are written where the system speaks another language than the window."""


KEY_NAMES = (
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),
)
"""Keys as they are printed on the keyboards of our users, in place of Qt's own words (`Control+Mayúsculas+F`)."""


def language_for(wanted: str = "") -> str:
    """The language to speak: the one that was set, or the first of the system's that we have."""
    candidates = [wanted] if wanted else QLocale.system().uiLanguages()
    for candidate in candidates:
        language = candidate.replace("_", "-").split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


def locale_for(language: str, system: QLocale) -> QLocale:
    """How days, times and numbers are written: as the system does it, if it speaks the window's language."""
    plain = system.language() == QLocale.Language.C and language == LANGUAGES[0]
    if plain:
        # Qt's plain locale alone leaves the commas out of 59,311.
        grouped = QLocale(system)
        grouped.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        return grouped
    if system.language() == QLocale(language).language():
        return system
    return QLocale(f"{language}_{TERRITORY}")


class Translation(QObject):
    """What the window speaks now.

    Attributes:
        wanted: the language that the user set; empty for the system's.
        language: one of `LANGUAGES`.
    """

    def __init__(self, app: QCoreApplication, wanted: str = "") -> None:
        """`wanted` is the language that the user set; empty for the system's."""
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.wanted = ""
        self.language = LANGUAGES[0]
        self.speak(wanted)

    def speak(self, wanted: str = "") -> None:
        """Changes the language. Screens that are open already learn of it by a `LanguageChange` event."""
        self.fall_silent()
        self.wanted = wanted if wanted in LANGUAGES else ""
        self.language = language_for(wanted)
        QLocale.setDefault(locale_for(self.language, QLocale.system()))
        # The last one is asked first: ours.
        folders = (
            (f"qtbase_{self.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"f2f_{self.language}", str(resources_folder() / "translations")),
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
        QLocale.setDefault(QLocale.system())
