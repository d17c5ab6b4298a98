"""The left side: search, channel, filters, and the list of contacts."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QLocale, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.volunteer.work.contact_rows import contact_rows, per_channel, visible_with
from f2f_desktop.ui.volunteer.work.filter_panel import FilterPanel, chips_of, filter_count, without
from f2f_desktop.ui.volunteer.work.keys import CHANNEL_KEYS, WorkKey, shown
from f2f_desktop.ui.volunteer.work.row_delegate import ContactDelegate
from f2f_desktop.ui.widgets import (
    Button,
    Card,
    Chip,
    EmptyState,
    FlowBox,
    Label,
    QuietButton,
    SearchField,
    SegmentedControl,
    TextStyle,
)
from f2f_desktop.volunteer.suggestions import Choices, ContactRow, Query, choices


class ContactList(QWidget):
    """Every contact of an action, and the ways to find some of them.

    Attributes:
        model: the rows, shown and not shown.

    Signals:
        contact_chosen(str): another contact is current; the argument is its id, empty if there is none.
        opened(): Enter on a contact: go to the message.
        channel_chosen(str): another channel was chosen.
        leave_pressed(): there are no contacts yet, and the user goes to bring some.
    """

    contact_chosen = Signal(str)
    opened = Signal()
    channel_chosen = Signal(str)
    leave_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._query = Query(channel=Channel.TEXT)
        self._said = ""
        self._reachable: Counter[Channel] = Counter()
        self.model = contact_rows(self)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.search = SearchField(
            self.tr("Search contacts"), self.tr("Search by name, phone, e-mail or place  ( / )")
        )
        self.channels = SegmentedControl(
            self.tr("Channel"), {str(each): self._wording.channel(each) for each in Channel}
        )
        for channel, key in zip(Channel, CHANNEL_KEYS, strict=True):
            self.channels.segment(str(channel)).setToolTip(shown(key))
        self.count = Label("", TextStyle.SMALL, muted=True)
        self.count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.starred = Chip(self.tr("Starred only"), key=shown(WorkKey.STARRED))
        self.starred.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.filters = Button(self.tr("Filters"), Icon.FILTER)
        self.filters.setToolTip(shown(WorkKey.FILTERS))
        self._active = FlowBox()
        self._active.hide()
        self.view = QListView()
        self.view.setProperty("role", "rows")
        self.view.setAccessibleName(self.tr("Contacts"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(ContactDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.empty = EmptyState(Icon.PEOPLE, "")
        self.panel = FilterPanel()

    def _lay_out(self) -> None:
        gap = em(self.font(), 0.5)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.starred)
        line.addWidget(self.filters)
        card = Card(padding=0.4)
        self._places = QStackedLayout()
        self._places.addWidget(self.view)
        self._places.addWidget(self.empty)
        card.column.addLayout(self._places, 1)
        browse = QWidget()
        column = QVBoxLayout(browse)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(line)
        column.addWidget(self._active)
        column.addWidget(card, 1)
        filters = Card(padding=0.8)
        filters.column.addWidget(self.panel, 1)
        self._sides = QStackedLayout()
        self._sides.addWidget(browse)
        self._sides.addWidget(filters)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(gap)
        whole.addWidget(self.search)
        whole.addWidget(self.channels)
        whole.addLayout(self._sides, 1)
        self._whole = whole

    def _connect(self) -> None:
        self.search.searched.connect(self._searched)
        self.search.left_downwards.connect(self.focus_list)
        self.search.returnPressed.connect(self.focus_list)
        self.channels.chosen.connect(self._channel_pressed)
        self.starred.toggled.connect(self._star_toggled)
        self.filters.clicked.connect(self.toggle_filters)
        self.panel.changed.connect(self._filters_changed)
        self.panel.done.connect(self.close_filters)
        self.empty.acted.connect(self._empty_acted)
        self.view.activated.connect(lambda _index: self.opened.emit())
        self.view.selectionModel().currentChanged.connect(self._current_changed)

    # What is shown

    def set_rows(self, rows: Sequence[ContactRow], current: ContactId | None = None) -> None:
        """Takes all rows of an action anew; `current` stays current if it still is there."""
        self.model.set_rows(rows, visible_with(rows, self._query, current))
        counts = per_channel(rows)
        self._reachable = counts
        for channel in Channel:
            name, number = self._wording.channel(channel), counts[channel]
            segment = self.channels.segment(str(channel))
            segment.setText(f"{name} {_short(number)}")
            segment.setAccessibleName(self.tr("{channel}: %n contact(s)", "", number).format(channel=name))
            segment.updateGeometry()
        self._after_filtering(current)
        if self.filters_open():
            self.panel.offer(self.choices(), self._query)

    def set_channel(self, channel: Channel) -> None:
        """Shows the contacts of a channel, without a signal."""
        self.channels.set_current(str(channel))
        self._apply(msgspec.structs.replace(self._query, channel=channel))

    def replace_row(self, row: ContactRow) -> None:
        """Takes a newer version of one row."""
        self.model.replace_row(row)

    def current(self) -> ContactId | None:
        """The current contact."""
        row = self.model.row_at(self.view.currentIndex())
        return row.id if row is not None else None

    def row_of(self, contact_id: ContactId) -> ContactRow | None:
        """The row of a contact, shown or not."""
        return next((row for row in self.model.rows if row.id == contact_id), None)

    def select(self, contact_id: ContactId) -> bool:
        """Makes a contact current; False if it is not shown."""
        index = self.model.index_of(contact_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        return index.isValid()

    def reveal(self, contact_id: ContactId) -> bool:
        """Makes a contact current whatever the list is narrowed to; True if filters were taken back for that."""
        if self.select(contact_id) or self.row_of(contact_id) is None:
            return False
        narrowed = self._narrowed()
        self._clear_filters(contact_id)
        return narrowed

    def make_room(self, pixels: int) -> None:
        """Ends this far above its bottom, so that no row lies under what is shown there; the current row stays seen.

        Only where there is room for it: the window does not grow.
        """
        self._whole.setContentsMargins(0, 0, 0, 0)
        spare = max(0, self.height() - self._whole.minimumSize().height())
        self._whole.setContentsMargins(0, 0, 0, min(pixels, spare))
        self._whole.activate()
        if self.view.currentIndex().isValid():
            self.view.scrollTo(self.view.currentIndex())

    def step(self, steps: int) -> bool:
        """Goes up or down the list; False at its end."""
        here = self.view.currentIndex().row()
        there = max(0, min(here + steps, self.model.rowCount() - 1))
        if self.model.rowCount() == 0 or there == here:
            return False
        self.view.setCurrentIndex(self.model.index(there, 0))
        return True

    def query(self) -> Query:
        """What the list is narrowed to."""
        return self._query

    def choices(self) -> Choices:
        """What the filters can offer."""
        return choices(self.model.rows)

    # Finding

    def focus_search(self) -> None:
        """Gives the keyboard to the search field."""
        self.close_filters()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def leave_search(self) -> bool:
        """Empties the search field, if the keyboard is there and it holds something."""
        if not self.search.hasFocus() or not self.search.text():
            return False
        self.search.clear()
        return True

    def focus_list(self) -> None:
        """Gives the keyboard to the list."""
        self.close_filters()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def filters_open(self) -> bool:
        """Whether the filters are in the place of the list."""
        return self._sides.currentIndex() == 1

    def toggle_filters(self) -> None:
        """Opens or closes the filters."""
        if self.filters_open():
            self.close_filters()
            return
        self.panel.offer(self.choices(), self._query)
        self.panel.show_count(self.model.rowCount())
        self._sides.setCurrentIndex(1)
        self.panel.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def close_filters(self) -> None:
        """Back to the list."""
        if self.filters_open():
            self._sides.setCurrentIndex(0)
            self.filters.setFocus(Qt.FocusReason.TabFocusReason)

    def clear_filters(self) -> None:
        """Takes every filter back, the search and the star too; the channel stays."""
        self._clear_filters()

    def _clear_filters(self, wanted: ContactId | None = None) -> None:
        with QSignalBlocker(self.starred):
            self.starred.setChecked(False)
        self._apply(Query(channel=self._query.channel), wanted)
        self.search.clear()
        self.panel.show_query(self._query)

    def _searched(self, text: str) -> None:
        self._apply(msgspec.structs.replace(self._query, text=text))

    def _star_toggled(self, on: bool) -> None:
        self._apply(msgspec.structs.replace(self._query, starred_only=on))

    def _channel_pressed(self, key: str) -> None:
        self._apply(msgspec.structs.replace(self._query, channel=Channel(key)))
        self.channel_chosen.emit(key)

    def _filters_changed(self) -> None:
        self._apply(self.panel.applied_to(self._query))

    def _remove(self, name: str, value: str) -> None:
        self._apply(without(self._query, name, value))
        self.panel.show_query(self._query)

    def _apply(self, query: Query, wanted: ContactId | None = None) -> None:
        """Shows who passes the query, and `wanted` in any case, who becomes current."""
        current = wanted or self.current()
        self._query = query
        self.model.show_only(visible_with(self.model.rows, query, wanted))
        self._show_active()
        self._after_filtering(current)
        self.panel.show_count(self.model.rowCount())

    def _after_filtering(self, current: ContactId | None) -> None:
        number = QLocale()
        self.count.setText(
            self.tr("{shown} of {all} contacts").format(
                shown=number.toString(self.model.rowCount()),
                all=number.toString(self._reachable[self._query.channel or Channel.TEXT]),
            )
        )
        self._places.setCurrentIndex(0 if self.model.rowCount() else 1)
        if not self.model.rowCount():
            self._say_why_empty()
        wanted = self.model.index_of(current) if current is not None else QModelIndex()
        if not wanted.isValid() and self.model.rowCount():
            wanted = self.model.index(0, 0)
        if wanted.isValid():
            self.view.setCurrentIndex(wanted)
            self.view.scrollTo(wanted)
        self._current_changed()

    def _show_active(self) -> None:
        self._active.clear()
        chips = chips_of(self._query, self._wording)
        for name, value, words in chips:
            chip = Chip(f"{words}  ✕", checkable=False)
            chip.setAccessibleName(self.tr("Remove the filter {name}").format(name=words))
            chip.clicked.connect(lambda _checked=False, name=name, value=value: self._remove(name, value))
            self._active.add(chip)
        if chips:
            clear = QuietButton(self.tr("Clear all"))
            clear.clicked.connect(self.clear_filters)
            self._active.add(clear)
        self._active.setVisible(bool(chips))
        count = filter_count(self._query)
        self.filters.setText(self.tr("Filters ({count})").format(count=count) if count else self.tr("Filters"))

    def _say_why_empty(self) -> None:
        if not self.model.rows:
            self.empty.say(
                Icon.IMPORT,
                self.tr("No contacts yet"),
                self.tr("Bring in your address book from the start page. It stays on this computer."),
                action=self.tr("Go to the start page"),
            )
        elif self._narrowed():
            self.empty.say(
                Icon.SEARCH,
                self.tr("Nobody fits"),
                self.tr("Nobody has all of what you are looking for."),
                action=self.tr("Show everybody"),
            )
        else:
            self.empty.say(
                Icon.PEOPLE,
                self.tr("Nobody can be reached this way"),
                self.tr("None of your contacts has what this channel needs. Try another channel."),
            )

    def _narrowed(self) -> bool:
        return bool(self._query.text or self._query.starred_only or filter_count(self._query))

    def _empty_acted(self) -> None:
        if self.model.rows:
            self.clear_filters()
        else:
            self.leave_pressed.emit()

    def _current_changed(self, *_indexes: QModelIndex) -> None:
        current = self.current() or ""
        if current != self._said:
            self._said = current
            self.contact_chosen.emit(current)


def _short(number: int) -> str:
    """A count that fits into a switch: 412, 3.1k, 10k."""
    if number < 1000:
        return str(number)
    return f"{number / 1000:.1f}k" if number < 10_000 else f"{number // 1000}k"
