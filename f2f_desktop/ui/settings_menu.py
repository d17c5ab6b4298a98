"""What can be set or brought in at any time, in one menu of the top bar."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from f2f_desktop.ui.icons import Icon, themed_icon
from f2f_desktop.ui.theme import FONT_SCALES, Appearance, ThemeChoice
from f2f_desktop.ui.translation import OWN_NAMES, Translation

LOCK_AFTER_CHOICES = (1, 2, 5, 15, 30, 60)
"""Minutes without input on offer; a shared laptop keeps to five at most."""


class SettingsMenu(QMenu):
    """Files to bring in, the hub, theme, text size, language, time until the lock.

    Signals:
        import_wanted(), open_wanted(), join_wanted(), sync_wanted(), ledger_wanted(), room_wanted(), quit_wanted():
            what they say.
        pause_wanted(bool): synchronizing by itself is to be paused, or resumed.
        lock_after_chosen(int): minutes without input.
        language_chosen(str): one of `LANGUAGES`, or empty for the system's.
    """

    import_wanted = Signal()
    open_wanted = Signal()
    join_wanted = Signal()
    sync_wanted = Signal()
    pause_wanted = Signal(bool)
    ledger_wanted = Signal()
    room_wanted = Signal()
    quit_wanted = Signal()
    lock_after_chosen = Signal(int)
    language_chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, translation: Translation | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._import = self.addAction(themed_icon(Icon.IMPORT), self.tr("Import contacts"))
        self._import.setShortcut(QKeySequence("Ctrl+I"))
        self._import.triggered.connect(self.import_wanted)
        self._open = self.addAction(themed_icon(Icon.FOLDER), self.tr("Open campaign file or voter extract…"))
        self._open.setShortcut(QKeySequence("Ctrl+O"))
        self._open.triggered.connect(self.open_wanted)
        self.addSeparator()
        self._join = self.addAction(themed_icon(Icon.CLOUD), self.tr("Join a campaign's hub…"))
        self._join.triggered.connect(self.join_wanted)
        self._sync = self.addAction(themed_icon(Icon.SYNC), self.tr("Synchronize now"))
        self._sync.setShortcut(QKeySequence("Ctrl+Y"))
        self._sync.triggered.connect(self.sync_wanted)
        self._pause = self.addAction(self.tr("Pause synchronizing"))
        self._pause.setCheckable(True)
        self._pause.triggered.connect(self.pause_wanted)
        self._ledger = self.addAction(self.tr("What left this laptop…"))
        self._ledger.triggered.connect(self.ledger_wanted)
        self._room = self.addAction(themed_icon(Icon.PEOPLE), self.tr("Room for a venue without internet…"))
        self._room.triggered.connect(self.room_wanted)
        self._room.setVisible(False)
        self.addSeparator()
        self._themes = self._choices(
            self.tr("Colors"),
            {
                str(ThemeChoice.SYSTEM): self.tr("As the system says"),
                str(ThemeChoice.LIGHT): self.tr("Light"),
                str(ThemeChoice.DARK): self.tr("Dark"),
            },
            lambda key: appearance.choose(ThemeChoice(key)),
        )
        self._sizes = self._choices(
            self.tr("Text size"),
            {str(scale): self.tr("{percent} %").format(percent=round(scale * 100)) for scale in FONT_SCALES},
            lambda key: appearance.set_font_scale(float(key)),
        )
        self._languages: dict[str, QAction] = {}
        if translation is not None:
            self._languages = self._choices(
                self.tr("Language (Idioma)"),
                {"": self.tr("As the system says")} | OWN_NAMES,
                self.language_chosen.emit,
            )
            self._languages[translation.wanted].setChecked(True)
        self._waits = self._choices(
            self.tr("Lock after"),
            {
                str(minutes): self.tr("1 minute") if minutes == 1 else self.tr("{n} minutes").format(n=minutes)
                for minutes in LOCK_AFTER_CHOICES
            },
            lambda key: self.lock_after_chosen.emit(int(key)),
        )
        self.addSeparator()
        leave = self.addAction(self.tr("Quit"))
        leave.setShortcut(QKeySequence("Ctrl+Q"))
        leave.triggered.connect(self.quit_wanted)
        self.follow_appearance()
        self.set_unlocked(False)

    def set_unlocked(self, unlocked: bool) -> None:
        """Offers what needs the vault, or not."""
        for action in (self._import, self._open, self._join, self._ledger, *self._waits.values()):
            action.setEnabled(unlocked)
        if not unlocked:
            self.follow_sync(joined=False, paused=False)
            self.offer_room(False)

    def follow_sync(self, *, joined: bool, paused: bool) -> None:
        """Offers to synchronize where there is a hub to do it with, and marks whether it is paused."""
        self._sync.setEnabled(joined)
        self._pause.setEnabled(joined)
        self._pause.setChecked(paused)

    def offer_room(self, offered: bool) -> None:
        """Offers to open a room, to those who may."""
        self._room.setVisible(offered)

    def offer_languages(self, offered: bool) -> None:
        """Lets the language be changed, or not."""
        for action in self._languages.values():
            action.setEnabled(offered)

    def set_lock_after(self, minutes: int, *, shared: bool) -> None:
        """Marks the time in force; longer ones are not for a shared laptop."""
        for key, action in self._waits.items():
            action.setChecked(int(key) == minutes)
            action.setEnabled(not shared or int(key) <= 5)

    def follow_appearance(self) -> None:
        """Marks what is chosen now."""
        for key, action in self._themes.items():
            action.setChecked(key == self._appearance.choice)
        for key, action in self._sizes.items():
            action.setChecked(abs(float(key) - self._appearance.font_scale) < 0.01)

    def _choices(self, title: str, words: dict[str, str], choose: object) -> dict[str, QAction]:
        assert callable(choose)
        menu = self.addMenu(title)
        group = QActionGroup(self)
        made = {}
        for key, text in words.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, key=key: choose(key))
            group.addAction(action)
            made[key] = action
        return made
