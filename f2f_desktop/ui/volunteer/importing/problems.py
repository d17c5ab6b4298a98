"""The cards that could not be read, one line each: file, card, line, reason; to be copied or saved as text."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.contacts.model import Problem
from f2f_desktop.errors import KnownError
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.importing.problem_words import ProblemWords, reason_words
from f2f_desktop.ui.widgets import Button, Label, PrimaryButton, TextStyle

MOST_MEASURED = 500
"""Rows up to which each gets the height that its words need."""


def as_text(problems: Sequence[Problem]) -> str:
    """All problems as lines of text. They hold file names and reasons, never a card's content."""
    words = ProblemWords()
    return "\n".join(words.line(problem) for problem in problems) + "\n"


class ProblemsDialog(QDialog):
    """Shows problems in a table."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = tuple(problems)
        self.setWindowTitle(self.tr("What needs a look"))
        self.resize(em(self.font(), 44), em(self.font(), 26))
        self.table = QTableWidget(len(problems), 4)
        self.table.setAccessibleName(self.tr("Cards that could not be read completely"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("File"), self.tr("Card"), self.tr("Line"), self.tr("What was wrong")]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(em(self.font(), 1.9))
        self.table.verticalHeader().setMinimumSectionSize(em(self.font(), 1.9))
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # Rows take the lines that they need; measuring thousands would keep the dialog waiting.
        if len(problems) <= MOST_MEASURED:
            self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for row, problem in enumerate(problems):
            for column, text in enumerate(
                (problem.file, str(problem.card or ""), str(problem.line or ""), reason_words(problem.reason))
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        copy = Button(self.tr("Copy"), Icon.COPY)
        copy.clicked.connect(self.copy)
        save = Button(self.tr("Save as text…"), Icon.EXPORT)
        save.clicked.connect(self.save)
        close = PrimaryButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addWidget(save)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column_layout = QVBoxLayout(self)
        pad = em(self.font(), 1.0)
        column_layout.setContentsMargins(pad, pad, pad, pad)
        column_layout.setSpacing(em(self.font(), 0.7))
        column_layout.addWidget(Label(self.tr("%n card(s) need a look", "", len(problems)), TextStyle.HEADING))
        column_layout.addWidget(
            Label(
                self.tr("Whatever had a name or a number came in all the same. The list holds no card's content."),
                muted=True,
            )
        )
        column_layout.addWidget(self.table, 1)
        column_layout.addLayout(buttons)

    def copy(self) -> None:
        """Puts the list into the clipboard."""
        QGuiApplication.clipboard().setText(as_text(self._problems))

    def save(self) -> None:
        """Saves the list as a text file. Raises `KnownError` where it cannot be written."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the list"), self.tr("cards-that-need-a-look.txt"), self.tr("Text (*.txt)")
        )
        if name:
            try:
                Path(name).write_text(as_text(self._problems), encoding="utf-8")
            except OSError as error:
                raise KnownError(
                    self.tr("The list could not be saved."), self.tr("Choose another folder.")
                ) from error
