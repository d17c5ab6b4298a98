"""The districts of one kind to tick, with the voters of each; only those that the search finds are shown."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from f2f_desktop.campaign.filters import District
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.voterfile.counting import Place

NOWHERE = QModelIndex()


class PlacesModel(QAbstractListModel):
    """See the module.

    Signals:
        ticked(district, bool): the organizer has chosen a district, or has taken it back.
    """

    ticked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = FileWords(self)
        self._kind = ""
        self._all: list[Place] = []
        self._shown: list[Place] = []
        self._chosen: frozenset[District] = frozenset()
        self._search: list[str] = []

    def show_kind(self, kind: str, places: Sequence[Place], chosen: frozenset[District]) -> None:
        """Shows the districts of a kind."""
        self.beginResetModel()
        self._kind, self._chosen = kind, chosen
        self._all = [place for place in places if place.code]
        self._sift()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Shows those whose code and name hold all these words."""
        self.beginResetModel()
        self._search = text.casefold().split()
        self._sift()
        self.endResetModel()

    def set_chosen(self, chosen: frozenset[District]) -> None:
        """Other districts are chosen."""
        self._chosen = chosen
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def district(self, row: int) -> District:
        """The district in a row."""
        return District(self._kind, self._shown[row].code)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = self._words.district(self._kind, place.code)
            if place.name and place.name != place.code:
                name = f"{name} – {place.name}"
            return self.tr("{district} ({count} voters)").format(district=name, count=number(place.voters))
        if role == Qt.ItemDataRole.CheckStateRole:
            on = self.district(index.row()) in self._chosen
            return (Qt.CheckState.Checked if on else Qt.CheckState.Unchecked).value
        return None

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(self.district(index.row()), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _sift(self) -> None:
        self._shown = [
            place
            for place in self._all
            if all(word in f"{place.code} {place.name}".casefold() for word in self._search)
        ]
