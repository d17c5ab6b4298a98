"""Choosing districts: their kind, their code with the voters who live there, and those that are chosen as chips."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QVBoxLayout, QWidget

from f2f_desktop.campaign.filters import District
from f2f_desktop.ui.organizer.wording import Wording, number
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Chip, FlowBox
from f2f_desktop.voterfile.voters import DISTRICT_KINDS

KINDS = ("county", "city", *DISTRICT_KINDS)


class DistrictChooser(QWidget):
    """Districts, each with its kind.

    Attributes:
        kind, code, add: how one is put in.
        chosen: a chip for each; to press it takes the district away.

    Signals:
        changed(tuple): the districts as they are chosen now.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._districts: tuple[District, ...] = ()
        self._known: Mapping[str, Mapping[str, int]] = {}
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of district"))
        self.code = QComboBox()
        self.code.setEditable(True)
        self.code.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.code.setAccessibleName(self.tr("District"))
        self.code.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.code.setMinimumContentsLength(18)
        for combo in (self.kind, self.code):
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add = Button(self.tr("Add district"))
        self.chosen = FlowBox()
        # In large letters the three do not fit beside each other: a row would push the whole page over its edge.
        row = FlowBox()
        row.add(self.kind, self.code, self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.4))
        column.addWidget(row)
        column.addWidget(self.chosen)
        self.kind.currentIndexChanged.connect(lambda _at: self._offer_codes())
        self.add.clicked.connect(self.add_district)
        line = self.code.lineEdit()
        if line is not None:
            line.setAccessibleName(self.tr("District"))
            line.returnPressed.connect(self.add_district)
        self.know({})
        self._show()

    @property
    def districts(self) -> tuple[District, ...]:
        """Those that are chosen."""
        return self._districts

    def choose(self, districts: Iterable[District]) -> None:
        """Shows these as chosen."""
        self._districts = tuple(districts)
        self._show()

    def know(self, districts: Mapping[str, Mapping[str, int]]) -> None:
        """Offers what an extract holds (kind to code to voters); without one, what there may be."""
        self._known = districts
        kinds: Sequence[str] = [*districts] or KINDS
        before = self.kind.currentData()
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind in kinds:
                self.kind.addItem(self._wording.district_kind(kind), kind)
            self.kind.setCurrentIndex(max(0, self.kind.findData(before)))
        self._offer_codes()

    def add_district(self) -> None:
        """Puts the district that is chosen or typed among the others."""
        kind, text = str(self.kind.currentData()), self.code.currentText().strip()
        at = self.code.findText(text, Qt.MatchFlag.MatchFixedString)
        code = str(self.code.itemData(at)) if at >= 0 else text
        if code:
            if (district := District(kind, code)) not in self._districts:
                self._take((*self._districts, district))
            self.code.setEditText("")

    def remove_district(self, district: District) -> None:
        """Takes a district away."""
        self._take(tuple(each for each in self._districts if each != district))
        self.code.setFocus()

    def _take(self, districts: tuple[District, ...]) -> None:
        self.choose(districts)
        self.changed.emit(districts)

    def _offer_codes(self) -> None:
        codes = self._known.get(str(self.kind.currentData()), {})
        self.code.clear()
        for code, count in codes.items():
            words = self.tr("{code} ({count} voters)").format(code=code, count=number(count))
            self.code.addItem(words, code)
        self.code.setEditText("")
        line = self.code.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Choose or type") if codes else self.tr("Type its code"))
        completer = self.code.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def _show(self) -> None:
        self.chosen.clear()
        for district in self._districts:
            code = self._wording.district(district.kind, district.code)
            words = f"{self._wording.district_kind(district.kind)}: {code}"
            chip = Chip(words, checkable=False)
            chip.setToolTip(self.tr("Press to take it away"))
            chip.setAccessibleDescription(chip.toolTip())
            chip.setText(f"{words}  ×")
            chip.clicked.connect(lambda _=False, each=district: self.remove_district(each))
            self.chosen.add(chip)
        self.chosen.setVisible(bool(self._districts))
