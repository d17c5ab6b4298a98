"""What is not published yet, with the step that publishes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.publishing import Publishing
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.widgets import Banner


class UnpublishedBanner(Banner):
    """Says how much volunteers do not have yet; hidden where they have everything.

    Attributes:
        publishing: what its step starts.

    Signals:
        published(): they have it now.
    """

    published = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.WARNING, closable=False, parent=parent)
        self._desk = desk
        self.publishing = Publishing(desk, self)
        self.acted.connect(self.publishing.publish)
        self.publishing.began.connect(lambda: self.setEnabled(False))
        self.publishing.ended.connect(lambda: self.setEnabled(True))
        self.publishing.published.connect(self._published)
        self.hide()

    def refresh(self) -> None:
        """Reads how much there is."""
        self._desk.jobs.on_vault(
            self._desk.services.authoring.unpublished, success=self.show_count, initiator=self
        )

    def show_count(self, count: int) -> None:
        """Shows how much there is."""
        if not count:
            self.hide()
            return
        words = (
            self.tr("1 change is not published yet: volunteers do not have it.")
            if count == 1
            else self.tr("{count} changes are not published yet: volunteers do not have them.")
        )
        self.say(words.format(count=number(count)), Tone.WARNING, action=self.tr("Publish changes"))

    def _published(self, _version: int) -> None:
        self.refresh()
        self.published.emit()
