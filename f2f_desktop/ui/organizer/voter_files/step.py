"""What every step of the way to an extract is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.voter_files.draft import Draft


class WizardStep(QWidget):
    """One step; it reads the draft when it is entered, and writes into it what the organizer says.

    Attributes:
        title: what the step is called in the header.

    Signals:
        judged(): whether one can go on may have changed.
    """

    judged = Signal()
    title = ""

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.draft = draft

    @property
    def ready(self) -> bool:
        """Whether one can go on."""
        return True

    @property
    def busy(self) -> bool:
        """Whether something is under way that has to be stopped first."""
        return False

    def enter(self) -> None:
        """The step comes on the screen."""

    def stop(self) -> None:
        """Stops what is under way: the organizer leaves."""
