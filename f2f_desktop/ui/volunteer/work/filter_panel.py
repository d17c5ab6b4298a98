"""What the list may be narrowed to: only what occurs in it, in words, several at once."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from f2f_desktop.campaign.filters import District, VoterFrequency
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.widgets import ChipFlow, IconButton, Label, PrimaryButton, QuietButton, TextStyle
from f2f_desktop.volunteer.standing import MatchState
from f2f_desktop.volunteer.suggestions import Choices, ConversationState, Query

Value = TypeVar("Value")

MOST_CHIPS = 8
"""Codes of one kind of district that are all shown; of more, one is looked up at a time."""


class _Group(QWidget):
    """One heading with chips; where there are too many values, a field that looks one up and adds it.

    Signals:
        changed(): something was chosen or taken back.
    """

    changed = Signal()

    def __init__(self, title: str, texts: dict[str, str]) -> None:
        super().__init__()
        self._texts = texts
        self._finder: QComboBox | None = None
        self._chips = ChipFlow(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.35))
        column.addWidget(Label(title, TextStyle.HEADING))
        if len(texts) > MOST_CHIPS:
            self._finder = self._made_finder(title)
            column.addWidget(self._finder)
            self._chips.hide()
        else:
            self._chips.set_chips(texts)
        column.addWidget(self._chips)
        self._chips.chosen_changed.connect(self._chosen)

    def chosen(self) -> tuple[str, ...]:
        """The chosen keys, in order."""
        chosen = self._chips.chosen()
        return tuple(key for key in self._texts if key in chosen)

    def choose(self, keys: Sequence[str]) -> None:
        """Chooses exactly these, without a signal."""
        if self._finder is not None:
            self._chips.set_chips({key: self._texts[key] for key in keys if key in self._texts})
            self._chips.setVisible(bool(keys))
        self._chips.set_chosen(keys)

    def _made_finder(self, title: str) -> QComboBox:
        finder = QComboBox()
        finder.setEditable(True)
        finder.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        finder.setAccessibleName(title)
        for key, text in self._texts.items():
            finder.addItem(text, key)
        finder.setCurrentIndex(-1)
        line = QLineEdit()
        finder.setLineEdit(line)
        line.setPlaceholderText(self.tr("Type or choose to add"))
        line.setAccessibleName(title)
        completer = QCompleter(finder.model(), finder)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setCompleter(completer)
        finder.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        finder.activated.connect(self._found)
        return finder

    def _found(self, index: int) -> None:
        if self._finder is None or index < 0:
            return
        key = str(self._finder.itemData(index))
        with QSignalBlocker(self._finder):
            self._finder.setCurrentIndex(-1)
            self._finder.clearEditText()
        if key not in self.chosen():
            self.choose([*self.chosen(), key])
            self.changed.emit()

    def _chosen(self, _keys: object) -> None:
        if self._finder is not None:
            self.choose(self.chosen())
        self.changed.emit()


class FilterPanel(QWidget):
    """All filters, in the place of the list while they are open.

    Signals:
        changed(): the filters are now those of `applied_to`.
        done(): back to the list.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._choices: Choices | None = None
        self._groups: dict[str, _Group] = {}
        self.close_button = IconButton(Icon.CLOSE, self.tr("Close the filters"))
        self.clear = QuietButton(self.tr("Clear all"))
        self.show_list = PrimaryButton("")
        self._content = QWidget()
        self._content.setProperty("role", "page")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, em(self.font(), 0.5), 0)
        self._column.setSpacing(em(self.font(), 0.8))
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Filters"))
        scroll.setWidget(self._content)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Filters"), TextStyle.HEADING), 1)
        head.addWidget(self.clear)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addWidget(self.show_list)
        self.close_button.clicked.connect(self.done)
        self.show_list.clicked.connect(self.done)
        self.clear.clicked.connect(self._clear)

    def offer(self, choices: Choices, query: Query) -> None:
        """Builds the groups from what occurs; what is chosen in `query` stays chosen."""
        if choices != self._choices:
            self._choices = choices
            for group in self._groups.values():
                group.hide()
                group.setParent(None)
                group.deleteLater()
            self._groups = {}
            self._add("state", self.tr("Conversation"), {s: self._wording.state(s) for s in ConversationState})
            self._add("match", self.tr("Voter file"), {s: self._wording.match(s) for s in MatchState})
            self._add("frequency", self.tr("Votes"), {f: self._wording.frequency(f) for f in choices.frequencies})
            self._add("party", self.tr("Party"), {code: self._wording.party(code) for code in choices.parties})
            for kind, codes in choices.districts.items():
                names = {code: self._wording.district(kind, code) for code in codes}
                self._add(f"district {kind}", self._wording.district_kind(kind), names)
        self.show_query(query)

    def show_query(self, query: Query) -> None:
        """Shows what is chosen in `query`."""
        chosen: dict[str, list[str]] = {
            "state": list(query.states),
            "match": list(query.matches),
            "frequency": list(query.frequencies),
            "party": list(query.parties),
        }
        for district in query.districts:
            chosen.setdefault(f"district {district.kind}", []).append(district.code)
        for name, group in self._groups.items():
            group.choose(chosen.get(name, []))

    def applied_to(self, query: Query) -> Query:
        """`query` with the filters of the panel; its text, channel and star stay."""

        def chosen(name: str, made: Callable[[str], Value]) -> tuple[Value, ...]:
            group = self._groups.get(name)
            return tuple(made(key) for key in group.chosen()) if group else ()

        districts = tuple(
            District(name.removeprefix("district "), code)
            for name, group in self._groups.items()
            if name.startswith("district ")
            for code in group.chosen()
        )
        return msgspec.structs.replace(
            query,
            states=chosen("state", ConversationState),
            matches=chosen("match", MatchState),
            frequencies=chosen("frequency", VoterFrequency),
            parties=chosen("party", str),
            districts=districts,
        )

    def show_count(self, count: int) -> None:
        """Says on the button how many contacts are left."""
        self.show_list.setText(self.tr("Show %n contact(s)", "", count))

    def _add(self, name: str, title: str, texts: dict[str, str]) -> None:
        if not texts:
            return
        group = _Group(title, {str(key): text for key, text in texts.items()})
        group.changed.connect(self.changed)
        self._groups[name] = group
        self._column.insertWidget(self._column.count() - 1, group)

    def _clear(self) -> None:
        self.show_query(Query())
        self.changed.emit()


def filter_count(query: Query) -> int:
    """How many filters of the panel are on."""
    return sum(map(len, (query.states, query.matches, query.frequencies, query.parties, query.districts)))


def without(query: Query, name: str, value: str) -> Query:
    """`query` without one value of one filter, as `chips_of` names them."""
    if name == "districts":
        return msgspec.structs.replace(
            query, districts=tuple(each for each in query.districts if f"{each.kind}={each.code}" != value)
        )
    kept = tuple(each for each in getattr(query, name) if each != value)
    return msgspec.structs.replace(query, **{name: kept})


def chips_of(query: Query, wording: Wording) -> list[tuple[str, str, str]]:
    """(filter, value, words) of every filter that is on, for the removable chips above the list."""
    chips = [("states", str(state), wording.state(state)) for state in query.states]
    chips += [("matches", str(match), wording.match(match)) for match in query.matches]
    chips += [("frequencies", str(each), wording.frequency(each)) for each in query.frequencies]
    chips += [("parties", code, wording.party(code)) for code in query.parties]
    chips += [
        (
            "districts",
            f"{each.kind}={each.code}",
            f"{wording.district_kind(each.kind)}: {wording.district(each.kind, each.code)}",
        )
        for each in query.districts
    ]
    return chips
