"""The way from voter files to an extract: files, districts, columns, cut and publish; back and forth at will."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.voter_files.columns_step import ColumnsStep
from f2f_desktop.ui.organizer.voter_files.cut_step import CutStep
from f2f_desktop.ui.organizer.voter_files.districts_step import DistrictsStep
from f2f_desktop.ui.organizer.voter_files.draft import Draft
from f2f_desktop.ui.organizer.voter_files.files_step import FilesStep
from f2f_desktop.ui.organizer.voter_files.step import WizardStep
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, PrimaryButton
from f2f_desktop.ui.widgets.step_header import StepHeader


class ExtractWizard(QWidget):
    """The steps, and what goes from one to the next.

    Signals:
        left(): the organizer does not want an extract after all, or has what was wanted.
        published(label): volunteers can download it now.
        told(words): something has been saved.
    """

    left = Signal()
    published = Signal(str)
    told = Signal(str)

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.files = FilesStep(desk, draft)
        self.districts = DistrictsStep(desk, draft)
        self.columns = ColumnsStep(desk, draft)
        self.cut = CutStep(desk, draft)
        self._steps: tuple[WizardStep, ...] = (self.files, self.districts, self.columns, self.cut)
        self.header = StepHeader([step.title for step in self._steps])
        self.stack = QStackedWidget()
        for step in self._steps:
            self.stack.addWidget(step)
            step.judged.connect(self._judge)
        self.leave_button = Button(self.tr("Leave"), Icon.CLOSE)
        self.back_button = Button(self.tr("Back"), Icon.CHEVRON_LEFT)
        self.next_button = PrimaryButton(self.tr("Continue"))
        self.next_button.setToolTip(self.tr("Ctrl+Enter"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.8))
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        column.addLayout(buttons)
        self.leave_button.clicked.connect(self.leave)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        self.cut.published.connect(self.published)
        self.cut.told.connect(self.told)
        for keys, step_to in (("Ctrl+Return", self.go_on), ("Alt+Left", self.back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step_to)
        self._show(0)

    @property
    def step(self) -> WizardStep:
        """The step on the screen."""
        return self._steps[self.stack.currentIndex()]

    def go_on(self) -> None:
        """Goes to the next step, if this one is done."""
        if self.step.ready and not self.step.busy and self.step is not self._steps[-1]:
            self._show(self.stack.currentIndex() + 1)

    def back(self) -> None:
        """Goes to the step before."""
        if self.stack.currentIndex() and not self.cut.offering.busy:
            self.step.stop()
            self._show(self.stack.currentIndex() - 1)

    def leave(self) -> None:
        """Gives it up."""
        if not self.cut.offering.busy:
            self.stop()
            self.left.emit()

    def stop(self) -> None:
        """Stops what is under way."""
        for step in self._steps:
            step.stop()

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.header.set_current(place)
        self.step.enter()
        self._judge()

    def _judge(self) -> None:
        last = self.step is self._steps[-1]
        self.next_button.setVisible(not last)
        self.next_button.setEnabled(self.step.ready and not self.step.busy)
        self.back_button.setVisible(self.stack.currentIndex() > 0)
        self.back_button.setEnabled(not self.cut.offering.busy)
        self.leave_button.setEnabled(not self.cut.offering.busy)
        done = last and self.draft.cut is not None
        self.leave_button.setText(self.tr("Done") if done else self.tr("Leave"))
        self.leave_button.set_icon(Icon.CHECK if done else Icon.CLOSE)
