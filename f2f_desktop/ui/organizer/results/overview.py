"""An action at a glance: what volunteers did, what became of their messages, and when."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from f2f_desktop.protocol.results import ActionResults, Figure
from f2f_desktop.ui.organizer.results.figure_card import FigureCard
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Card, DayChart, Label, TextStyle

OVERVIEW = (
    Figure.SENT_TO,
    Figure.SEEN,
    Figure.STARTED,
    Figure.COMPLETED,
    Figure.PERFORMS,
    Figure.REPORTS,
)
MESSAGES = (Figure.INITIAL, Figure.PHONES, Figure.FOLLOWED_UP, Figure.CLICKS)
OF_SENT_TO = (Figure.SEEN, Figure.STARTED, Figure.COMPLETED)
CHARTS = (Figure.INITIAL, Figure.REPORTS)
NARROW = 40.0
"""Line heights of width below which the cards stand in half as many columns."""


class OverviewTab(Sheet):
    """The figures of an action as cards, and charts over time.

    Attributes:
        cards: the card of each figure.
        charts: the chart of each figure that has one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(76.0, parent)
        self._words = ResultWords(self)
        self.cards: dict[Figure, FigureCard] = {}
        self.charts: dict[Figure, DayChart] = {}
        self._grids = [
            self._group(self.tr("Overview"), OVERVIEW),
            self._group(self.tr("Messages performance"), MESSAGES),
        ]
        for figure, name in (
            (Figure.INITIAL, self.tr("Initial messages per day, by channel")),
            (Figure.REPORTS, self.tr("Reports per day")),
        ):
            card = Card(padding=0.8)
            chart = self.charts[figure] = DayChart(name)
            card.column.addWidget(chart)
            self.column.addWidget(card)
            card.hide()
        self.column.addStretch(1)
        self._columns = 0

    def show_results(self, results: ActionResults) -> None:
        """Shows an action's figures."""
        whole = results.figures[Figure.SENT_TO]
        for figure, card in self.cards.items():
            value = results.figures[figure]
            share = ""
            if figure in OF_SENT_TO and whole:
                share = self.tr("{percent} % of them").format(percent=round(100 * value / whole))
            card.set_value(value, share)
        for figure, chart in self.charts.items():
            series, days = self._words.days(results, figure)
            chart.set_days(series, days)
            holder = chart.parentWidget()
            assert holder is not None
            holder.setVisible(bool(days))

    def _pad(self) -> None:
        super()._pad()
        if hasattr(self, "_columns"):
            self._arrange()

    def _arrange(self) -> None:
        room = self.viewport().width() / em(self.font())
        columns = 6 if room > NARROW + 12 else 3 if room > 24 else 2
        if columns == self._columns:
            return
        self._columns = columns
        for grid, figures in zip(self._grids, (OVERVIEW, MESSAGES), strict=True):
            across = columns if len(figures) == 6 else {6: 4, 3: 2, 2: 2}[columns]
            for place, figure in enumerate(figures):
                grid.addWidget(self.cards[figure], place // across, place % across)
            for place in range(6):
                grid.setColumnStretch(place, 1 if place < across else 0)

    def _group(self, title: str, figures: tuple[Figure, ...]) -> QGridLayout:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.4))
        column.addWidget(Label(title, TextStyle.HEADING))
        grid = QGridLayout()
        grid.setSpacing(em(self.font(), 0.6))
        for figure in figures:
            self.cards[figure] = FigureCard(self._words.figure(figure), self._words.definition(figure))
            grid.addWidget(self.cards[figure])
        column.addLayout(grid)
        self.column.addWidget(whole)
        return grid
