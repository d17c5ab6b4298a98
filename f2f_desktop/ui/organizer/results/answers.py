"""What was answered: a summary with bars, and tables of tags, custom fields and response scripts."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.protocol.results import ActionResults, AnswerCount, Figure
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.results.words import ResultWords, script_names
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Card, Column, CountBars, DataTable, EmptyState, Label, TextStyle


class SummaryTab(Sheet):
    """All reports of an action, summed up: tags, each custom field with its values, response scripts.

    Attributes:
        bars: the bars on the screen, by their headings.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(60.0, parent)
        self.bars: dict[str, CountBars] = {}
        self._shown: object = None
        self._body = QWidget()
        self.column.addWidget(self._body)
        self.column.addStretch(1)

    def show_results(self, results: ActionResults, content: CampaignContent | None) -> None:
        """Shows an action's answers; what has not changed is not built again."""
        groups = self._groups(results, content)
        reports = results.figures[Figure.REPORTS]
        if (groups, reports) == self._shown:
            return
        self._shown = (groups, reports)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.8))
        self.bars = {}
        column.addWidget(Label(self.tr("%n report(s)", "", reports), TextStyle.HEADING))
        for title, counts in groups:
            card = Card(padding=0.9)
            card.column.addWidget(Label(title, TextStyle.HEADING))
            if counts:
                bars = self.bars[title] = CountBars(title)
                bars.set_counts(counts)
                card.column.addWidget(bars)
            else:
                card.column.addWidget(Label(self.tr("Nothing yet."), muted=True))
            column.addWidget(card)
        self.column.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body

    def _groups(
        self, results: ActionResults, content: CampaignContent | None
    ) -> list[tuple[str, list[tuple[str, int]]]]:
        tags = {str(tag.id): tag.name for tag in content.tags} if content is not None else {}
        scripts = script_names(content)
        groups = [(self.tr("Tags"), _named(results.tags, tags))]
        names = {str(field.id): field.name for field in content.fields} if content is not None else {}
        by_field: dict[str, list[tuple[str, int]]] = {}
        for each in results.fields:
            by_field.setdefault(each.of, []).append((each.value or self.tr("(empty)"), each.count))
        groups += [
            (names.get(field, field), sorted(values, key=lambda pair: -pair[1]))
            for field, values in by_field.items()
        ]
        return [*groups, (self.tr("Response scripts"), _named(results.scripts, scripts))]


@dataclass(frozen=True)
class AnswerRow:
    """A line of the tables: what kind of thing, its name, a value, and how often."""

    key: str
    kind: str
    name: str
    value: str
    count: int


class AnswersTab(QWidget):
    """A table of counts; says so while there are none."""

    def __init__(self, *, scripts: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._reports = 0
        words = ResultWords(self)
        self.table: DataTable[AnswerRow] = DataTable(
            self.tr("Response scripts") if scripts else self.tr("Tags and custom fields"),
            lambda row: row.key,
            self._columns(words),
            wide=1 if scripts else 0,
        )
        self.empty = EmptyState(
            Icon.TEXT if scripts else Icon.CHECK,
            self.tr("No replies yet") if scripts else self.tr("No reports yet"),
            self.tr("What volunteers do shows here within a minute of their next contact with the hub."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(self.font(), 0.6), 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)

    def show_results(self, results: ActionResults, content: CampaignContent | None) -> None:
        """Shows an action's counts."""
        self._reports = results.figures[Figure.REPORTS]
        rows = self._script_rows(results, content) if self._scripts else self._report_rows(results, content)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def _columns(self, words: ResultWords) -> list[Column[AnswerRow]]:
        count: Column[AnswerRow] = Column(
            self.tr("Times sent") if self._scripts else self.tr("Reports"),
            lambda row: words.number(row.count),
            lambda row: row.count,
            number=True,
        )
        if self._scripts:
            text: Column[AnswerRow] = Column(self.tr("Text"), lambda row: row.value)
            return [Column(self.tr("Response script"), lambda row: row.name), text, count]
        share: Column[AnswerRow] = Column(
            self.tr("Share"), self._share, lambda row: row.count, number=True, explained=self.tr("Of all reports.")
        )
        return [
            Column(self.tr("Name"), lambda row: row.name),
            Column(self.tr("Kind"), lambda row: row.kind),
            Column(self.tr("Value"), lambda row: row.value),
            count,
            share,
        ]

    def _share(self, row: AnswerRow) -> str:
        return f"{round(100 * row.count / self._reports)} %" if self._reports else ""

    def _report_rows(self, results: ActionResults, content: CampaignContent | None) -> list[AnswerRow]:
        tags = {str(tag.id): tag.name for tag in content.tags} if content is not None else {}
        fields = {str(field.id): field.name for field in content.fields} if content is not None else {}
        rows = [
            AnswerRow(f"t {each.of}", self.tr("Tag"), tags.get(each.of, each.of), "", each.count)
            for each in results.tags
        ]
        rows += [
            AnswerRow(
                f"f {each.of} {each.value}",
                self.tr("Custom field"),
                fields.get(each.of, each.of),
                each.value,
                each.count,
            )
            for each in results.fields
        ]
        return rows

    def _script_rows(self, results: ActionResults, content: CampaignContent | None) -> list[AnswerRow]:
        names = script_names(content)
        known = content.actions if content is not None else ()
        texts = {str(each.id): each.text for action in known for each in action.responses}
        return [
            AnswerRow(each.of, "", names.get(each.of, each.of), texts.get(each.of, ""), each.count)
            for each in sorted(results.scripts, key=lambda each: -each.count)
        ]


def _named(counts: tuple[AnswerCount, ...], names: dict[str, str]) -> list[tuple[str, int]]:
    return sorted(((names.get(each.of, each.of), each.count) for each in counts), key=lambda pair: -pair[1])
