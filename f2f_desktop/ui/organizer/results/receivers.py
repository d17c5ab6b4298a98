"""Whom volunteers wrote to in an action: in pages, newest first, with each one's history beside the table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.results import HistoryLine, ReceiverPage, ReceiverRow, UserRow
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.results.asking import Asking
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import (
    Card,
    Column,
    DataTable,
    EmptyState,
    HeadRow,
    IconButton,
    Label,
    QuietButton,
    SearchField,
    TextStyle,
)

ANY, YES, NO = "any", "yes", "no"
CHOICES = {ANY: None, YES: True, NO: False}


class ReceiversTab(QWidget):
    """The table of receivers, its filters, and the history of the one that was opened.

    Attributes:
        table: the receivers that have come so far.
        search: the beginning of a contact's or a volunteer's name.
        history: the drawer.
    """

    def __init__(self, desk: Desk, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asking = asking
        self._words = words = ResultWords(self)
        self._action: ActionId | None = None
        self._before: int | None = None
        self._pages = 0
        self._laptop = 0
        self._user: UserRow | None = None
        columns: list[Column[ReceiverRow]] = [
            Column(self.tr("Contact"), self._contact),
            Column(self.tr("Volunteer"), lambda row: words.volunteer(row.volunteer, "", row.device)),
            Column(self.tr("Last messaged"), lambda row: words.moment(row.last_at)),
            Column(self.tr("Report filed"), lambda row: words.yes_no(row.reported)),
            Column(self.tr("In district"), lambda row: words.yes_no(row.in_district)),
            Column(self.tr("Suggested"), lambda row: words.yes_no(row.suggested)),
            Column(self.tr("Replies"), lambda row: words.number(row.responses), number=True),
        ]
        self.in_district = self._choice(
            self.tr("In district"),
            (self.tr("In district or not"), self.tr("In district"), self.tr("Not in district")),
        )
        self.suggested = self._choice(
            self.tr("Suggested"), (self.tr("Suggested or not"), self.tr("Suggested"), self.tr("Not suggested"))
        )
        self.search = SearchField(self.tr("Search contacts and volunteers"))
        self.search.setToolTip(self.tr("Finds first and last names that begin so, of contacts and of volunteers."))
        self.search.searched.connect(self._changed)
        self.whose = QuietButton("", Icon.CLOSE)
        self.whose.clicked.connect(lambda: self.show_of(None))
        self.whose.hide()
        self.table: DataTable[ReceiverRow] = DataTable(self.tr("Receivers"), receiver_key, columns, sortable=False)
        self.table.rows_model.more_wanted.connect(self._ask)
        self.table.row_opened.connect(self.open)
        self.table.row_chosen.connect(self._follow_choice)
        self.empty = EmptyState(Icon.MAIL, self.tr("Nobody yet"))
        self.history = HistoryDrawer()
        self.history.hide()
        self.history.close_button.clicked.connect(self.close_history)
        above = HeadRow(self.search, self.in_district, self.suggested, self.whose)
        self.search.left_downwards.connect(self.table.setFocus)
        opens = Label(self.tr("Enter opens one's history"), TextStyle.SMALL, muted=True)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.table)
        beside.addWidget(self.history)
        beside.setStretchFactor(0, 3)
        beside.setStretchFactor(1, 2)
        beside.setHandleWidth(em(self.font(), 0.6))
        self._beside = beside
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(self.font(), 0.6), 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(above)
        column.addWidget(beside, 1)
        column.addWidget(opens)
        column.addWidget(self.empty, 1)
        self.empty.hide()

    def begin(self, action: ActionId, content: CampaignContent | None) -> None:
        """Shows an action's receivers, all of them."""
        self.history.content = content
        if action != self._action:
            self._action = action
            self._user = None
            self.whose.hide()
            self.search.empty()
            self.close_history()
            self.table.set_rows(())

    def refresh(self, *, gently: bool = False) -> None:
        """Reads the first page again; `gently`: not while somebody reads on beyond it or in a history."""
        if gently and (self._pages > 1 or not self.history.isHidden()):
            return
        self._before, self._pages, self._laptop = None, 0, 0
        self._ask()

    def show_of(self, user: UserRow | None) -> None:
        """Shows whom one volunteer wrote to; None: everybody's."""
        self._user = user
        if user is not None:
            name = self._words.volunteer(user.name, user.email, user.user)
            self.whose.setText(self.tr("Only {name}'s").format(name=name))
            self.search.empty()
        self.whose.setVisible(user is not None)
        self._changed()

    def open(self, row: ReceiverRow) -> None:
        """Shows a receiver's history."""
        assert self._action is not None
        self.history.begin(self._contact(row), self._words.volunteer(row.volunteer, "", row.device))
        self.history.show()
        self._asking.ask(
            "history",
            self._desk.services.organizing.history,
            self._action,
            row.device,
            row.contact,
            success=self.history.show_lines,
        )

    def close_history(self) -> None:
        """Closes the drawer."""
        self.history.hide()
        self.table.setFocus()

    def _follow_choice(self, row: ReceiverRow | None) -> None:
        if row is not None and not self.history.isHidden():
            self.open(row)

    def _changed(self) -> None:
        searching = self.search.hasFocus()
        self.close_history()
        if searching:
            self.search.setFocus()
        self.table.set_rows(())
        self.refresh()

    def _ask(self) -> None:
        if self._action is None:
            return
        before, first = self._before, self._pages == 0
        # A volunteer with several laptops has several lists; they come one laptop after another.
        devices = self._user.devices if self._user is not None else ("",)
        self._asking.ask(
            "receivers",
            self._desk.services.organizing.receivers,
            self._action,
            before,
            in_district=CHOICES[self.in_district.currentData()],
            suggested=CHOICES[self.suggested.currentData()],
            device=devices[self._laptop],
            search=self.search.text().strip(),
            success=lambda page: self._came(page, first=first, last_laptop=self._laptop + 1 >= len(devices)),
            failure=lambda _: self.table.rows_model.ask_again(),
        )

    def _came(self, page: ReceiverPage, *, first: bool, last_laptop: bool) -> None:
        self._before = page.before
        self._pages += 1
        more = page.before is not None or not last_laptop
        if page.before is None and more:
            self._laptop += 1
        if first:
            self.table.set_rows(page.rows, has_more=more)
        else:
            self.table.rows_model.add_rows(page.rows, has_more=more)
        if more and not page.rows:
            self._ask()  # this laptop wrote to nobody: the table would not ask for what comes after nothing
            return
        nobody = not self.table.rows_model.rows
        searched = self.search.text().strip()
        filtered = self._user is not None or any(
            each.currentData() != ANY for each in (self.in_district, self.suggested)
        )
        self.empty.say(
            Icon.MAIL,
            self.tr("Nobody found") if searched else self.tr("Nobody yet"),
            self.tr("No first or last name begins so.")
            if searched and not filtered
            else self.tr("Nobody is left by these filters.")
            if filtered
            else self.tr(
                "Whom volunteers write to shows here within a minute of their next contact with the hub."
            ),
        )
        self._beside.setVisible(not nobody)
        self.empty.setVisible(nobody)

    def _contact(self, row: ReceiverRow) -> str:
        return row.name or row.voter_id or self.tr("(name not shared)")

    def _choice(self, name: str, words: Sequence[str]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for key, text in zip((ANY, YES, NO), words, strict=True):
            box.addItem(text, key)
        box.currentIndexChanged.connect(self._changed)
        return box


class HistoryDrawer(Card):
    """What happened in one conversation.

    Attributes:
        content: names of scripts, tags and fields.
        lines: what is shown, a line per event.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0.8)
        self._words = ResultWords(self)
        self.content: CampaignContent | None = None
        self.lines: list[str] = []
        self.title = Label("", TextStyle.HEADING)
        self.of = Label("", TextStyle.SMALL, muted=True)
        self.close_button = IconButton(Icon.CLOSE, self.tr("Close the history"), shortcut="Esc")
        above = QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(above)
        self.column.addWidget(self.of)
        self._sheet = Sheet(60.0)
        self._body = QWidget()
        self._sheet.column.addWidget(self._body)
        self._sheet.column.addStretch(1)
        self.column.addWidget(self._sheet, 1)
        self.setMinimumWidth(em(self.font(), 15))

    def begin(self, contact: str, volunteer: str) -> None:
        """Empties the drawer for another conversation."""
        self.title.setText(contact)
        self.of.setText(self.tr("with {volunteer}").format(volunteer=volunteer))
        self.setAccessibleName(self.tr("History of {contact}").format(contact=contact))
        self._show([])

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Shows what happened."""
        self._show([(self._words.moment(line.at), *self._words.line(line, self.content)) for line in lines])

    def _show(self, lines: Sequence[tuple[str, str, str]]) -> None:
        self.lines = [" · ".join(filter(None, line)) for line in lines]
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.15))
        for moment, what, answers in lines:
            column.addWidget(Label(moment, TextStyle.SMALL, muted=True))
            column.addWidget(Label(what))
            if answers:
                column.addWidget(Label(answers, TextStyle.SMALL))
            column.addSpacing(em(self.font(), 0.5))
        self._sheet.column.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body


def receiver_key(row: ReceiverRow) -> str:
    """A receiver's id: a contact on one laptop."""
    return f"{row.device} {row.contact}"
