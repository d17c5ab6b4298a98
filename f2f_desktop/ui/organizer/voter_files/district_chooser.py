"""Districts to tick: a kind, a search, the districts of that kind, and all that are ticked as chips."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from f2f_desktop.campaign.filters import District
from f2f_desktop.ui.organizer.voter_files.places_model import PlacesModel
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Chip, FlowBox, Label, SearchField
from f2f_desktop.voterfile.counting import Place


class DistrictChooser(QWidget):
    """See the module.

    Attributes:
        districts: what is ticked, in the order in which it was.

    Signals:
        changed(): something was ticked, or taken back.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = FileWords(self)
        self._by: Mapping[str, Sequence[Place]] = {}
        self.districts: tuple[District, ...] = ()
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of district"))
        self.kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.search = SearchField(self.tr("Search by code or name"))
        self.places = PlacesModel(self)
        self.list = QListView()
        self.list.setProperty("role", "choice")
        self.list.setAccessibleName(self.tr("Districts"))
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.places)
        self.nothing = Label(self.tr("No district of this kind is called so."), muted=True)
        self.chosen = FlowBox()
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.chosen)
        self.nothing.hide()
        self.chosen.hide()
        self.kind.currentIndexChanged.connect(lambda _at: self._show_kind())
        self.search.textChanged.connect(self._sift)
        self.search.left_downwards.connect(self.list.setFocus)
        self.places.ticked.connect(self.tick)
        self.list.activated.connect(lambda index: self._toggle(index.row()))

    def offer(self, by: Mapping[str, Sequence[Place]]) -> None:
        """Offers the districts of each kind; kinds without any are left away."""
        self._by = by
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind, places in by.items():
                count = sum(bool(place.code) for place in places)
                if count:
                    words = self.tr("{kind} ({count})").format(
                        kind=self._words.district_kind(kind), count=number(count)
                    )
                    self.kind.addItem(words, kind)
        self.search.clear()
        self._show_kind()

    def set_districts(self, districts: tuple[District, ...]) -> None:
        """Ticks exactly these, without a signal."""
        self.districts = districts
        self._show_chosen()

    def tick(self, district: District, on: bool) -> None:
        """Chooses a district, or takes it back."""
        kept = tuple(each for each in self.districts if each != district)
        self.set_districts((*kept, district) if on else kept)
        self.changed.emit()

    def _toggle(self, row: int) -> None:
        district = self.places.district(row)
        self.tick(district, district not in self.districts)

    def _show_kind(self) -> None:
        kind = str(self.kind.currentData() or "")
        self.places.show_kind(kind, self._by.get(kind, ()), frozenset(self.districts))
        self._sift(self.search.text())

    def _sift(self, text: str) -> None:
        self.places.search(text)
        found = self.places.rowCount() > 0
        self.nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.places.index(0))

    def _show_chosen(self) -> None:
        self.places.set_chosen(frozenset(self.districts))
        self.chosen.clear()
        for district in self.districts:
            kind = self._words.district_kind(district.kind)
            words = f"{kind}: {self._words.district(district.kind, district.code)}"
            chip = Chip(words, checkable=False)
            chip.setToolTip(self.tr("Press to take it away"))
            chip.setAccessibleDescription(chip.toolTip())
            chip.setText(f"{words}  ×")
            chip.clicked.connect(lambda _=False, each=district: self.tick(each, False))
            self.chosen.add(chip)
        self.chosen.setVisible(bool(self.districts))
