"""What was found in voter files: the layout, with how sure and why, the files, and the rows kept and left out."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from f2f_desktop.organizer.voter_files import Survey
from f2f_desktop.ui.organizer.voter_files.told import told
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Card, Label, Pill, TextStyle

MOST_FILES = 8
"""Files of a kind that are named."""


class FileReport(QWidget):
    """The report; see the module.

    Attributes:
        texts: everything that it says, line by line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = FileWords(self)
        self.texts: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(em(self.font(), 0.8))

    def show_survey(self, found: Survey) -> None:
        """Says what was found."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.texts = []
        for at, card in enumerate((self._layout_card(found), self._rows_card(found))):
            self._grid.addWidget(card, at, 0)

    def _layout_card(self, found: Survey) -> Card:
        report, mapping = found.report, found.files.mapping
        card = Card()
        row = QHBoxLayout()
        if mapping is not None:
            row.addWidget(self._label(self.tr("Columns as you said"), TextStyle.HEADING), 1)
        else:
            sure, tone = self._words.certainty(report.certainty)
            row.addWidget(self._label(report.layout, TextStyle.HEADING))
            words = self.tr("{sure} ({certainty} %)").format(sure=sure, certainty=report.certainty)
            self.texts.append(words)
            row.addWidget(Pill(words, tone))
            row.addStretch(1)
        card.column.addLayout(row)
        if mapping is None:
            card.column.addWidget(self._label(self.tr("Why: {why}").format(why=told(report.why)), muted=True))
        for words in self._of_mapping(found):
            card.column.addWidget(self._label(words, muted=True))
        for role, files in report.files.items():
            names = ", ".join(files[:MOST_FILES])
            if len(files) > MOST_FILES:
                more = number(len(files) - MOST_FILES)
                names = self.tr("{files} and {count} more").format(files=names, count=more)
            words = self.tr("{role}: {files}").format(role=self._words.role(role), files=names)
            card.column.addWidget(self._label(words))
        # Which files are no voters is said above.
        for note in (note for note in report.notes if not note.startswith("Not voters")):
            card.column.addWidget(self._label(told(note), tone=Tone.INFO))
        if "frequency" in report.columns and not {"history", "elections"} & report.files.keys():
            words = self.tr(
                "No history of who voted when is among the files: voter frequency is counted only where the voter "
                "file itself has columns of elections."
            )
            card.column.addWidget(self._label(words, muted=True))
        return card

    def _of_mapping(self, found: Survey) -> list[str]:
        mapping = found.files.mapping
        if mapping is None:
            return []
        if mapping.status:
            words = self.tr("Registered are those whose {column} is {values}; all others are left out.")
            said = [words.format(column=mapping.status, values=", ".join(mapping.kept))]
        else:
            said = [self.tr("No column tells who is registered: everybody in the file is taken for it.")]
        if mapping.confidential:
            words = self.tr("Records that {column} marks as confidential are left out.")
            said.append(words.format(column=mapping.confidential))
        return said

    def _rows_card(self, found: Survey) -> Card:
        report = found.report
        card = Card()
        card.column.addWidget(self._label(self.tr("Rows"), TextStyle.HEADING))
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self.font(), 1.2))
        grid.setVerticalSpacing(em(self.font(), 0.3))
        lines = [
            (self.tr("read"), report.rows),
            (self.tr("can be in an extract"), report.kept),
            *((self._words.reason(reason), count) for reason, count in report.dropped.items()),
        ]
        if report.mended:
            lines.append((self.tr("of these damaged, and mended"), report.mended))
        for at, (words, count) in enumerate(lines):
            left_out = 2 <= at < 2 + len(report.dropped)
            said = self.tr("left out: {reason}").format(reason=words) if left_out else words
            self.texts.append(f"{number(count)} {said}")
            grid.addWidget(Label(number(count), wraps=False), at, 0)
            grid.addWidget(Label(said, muted=left_out), at, 1)
        grid.setColumnStretch(1, 1)
        card.column.addLayout(grid)
        return card

    def _label(
        self, text: str, style: TextStyle = TextStyle.BODY, *, muted: bool = False, tone: Tone | None = None
    ) -> Label:
        self.texts.append(text)
        return Label(text, style, muted=muted, tone=tone)
