"""What every step of the first run has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from f2f_desktop.ui.theme import em


class Step(QWidget):
    """One step: its words, its content, and what `Continue` does.

    Attributes:
        heading, words: said over the content.
        continue_text: on the main button.
        skippable: whether it can be left for later.
        can_go_back: whether the step before can be returned to.
        column: the vertical layout of the content.

    Signals:
        settled(): the step is done; go on.
        changed(): `ready` may be different now.
        entered(): Enter was pressed in the last field.
    """

    settled = Signal()
    changed = Signal()
    entered = Signal()

    heading = ""
    words = ""
    continue_text = ""
    skippable = False
    can_go_back = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(em(self.font(), 0.7))

    def begin(self) -> None:
        """The step is shown, perhaps again."""

    def first_field(self) -> QWidget | None:
        """What gets the keyboard when the step is shown; None leaves it to `Continue`."""
        return None

    def ready(self) -> bool:
        """Whether `Continue` can be pressed."""
        return True

    def proceed(self) -> None:
        """`Continue` was pressed: does the step's work and, once it is done, says `settled`."""
        self.settled.emit()

    def skip(self) -> None:
        """Leaves the step for later."""
        self.settled.emit()
