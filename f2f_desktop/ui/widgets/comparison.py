"""The evidence for several voters side by side: a row for everything that was compared, a column for each voter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets.labels import Label, TextStyle
from f2f_desktop.ui.widgets.waterfall import Bar, Extent, Step, Weight, spans, spoken


@dataclass(frozen=True)
class Compared:
    """One voter: the name over the column, and the bars under it."""

    name: str
    weights: tuple[Weight, ...]


class Comparison(QWidget):
    """Waterfalls next to each other, on one scale, so that the same comparison stands in the same row.

    Attributes:
        names: what stands over the columns.
    """

    def __init__(self, voters: Sequence[Compared], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = [voter.name for voter in voters]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self.font(), 0.9))
        grid.setVerticalSpacing(em(self.font(), 0.5))
        ordered = [_in_order(voter.weights, _titles(voters)) for voter in voters]
        extent = Extent.of(*ordered)
        for column, voter in enumerate(voters, 1):
            grid.addWidget(Label(voter.name, TextStyle.HEADING), 0, column)
            grid.setColumnStretch(column, 10)
        grid.setColumnStretch(0, 6)
        for row, title in enumerate(_titles(voters), 1):
            grid.addWidget(Label(title, TextStyle.HEADING), row, 0, Qt.AlignmentFlag.AlignTop)
            for column, weights in enumerate(ordered, 1):
                for piece, span in zip(weights, spans(weights), strict=True):
                    if piece.title == title:
                        grid.addWidget(_cell(piece, span, extent), row, column, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(
            self.tr("Side by side: {voters}").format(
                voters=". ".join(
                    f"{voter.name}: {spoken(weights)}" for voter, weights in zip(voters, ordered, strict=True)
                )
            )
        )


def _cell(piece: Weight, span: tuple[float, float], extent: Extent) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    bar = Bar()
    bar.set_piece(piece, span, extent)
    column.addWidget(bar)
    if piece.words:
        column.addWidget(Label(piece.words, TextStyle.SMALL, muted=True))
    return cell


def _titles(voters: Sequence[Compared]) -> list[str]:
    """Everything that was compared: what comes before the evidence, the evidence by its greatest weight, the rest."""
    strongest: dict[str, float] = {}
    first: list[str] = []
    last: list[str] = []
    for voter in voters:
        before = True
        for piece in voter.weights:
            if piece.step is Step.EVIDENCE:
                before = False
                strongest[piece.title] = max(strongest.get(piece.title, 0.0), abs(piece.weight))
            else:
                place = first if before else last
                if piece.title not in first + last:
                    place.append(piece.title)
    return [*first, *sorted(strongest, key=lambda title: -strongest[title]), *last]


def _in_order(weights: Sequence[Weight], titles: Sequence[str]) -> list[Weight]:
    return sorted(weights, key=lambda piece: titles.index(piece.title))
