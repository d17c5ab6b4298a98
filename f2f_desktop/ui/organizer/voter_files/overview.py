"""The extracts that the campaign has published, and who has downloaded which."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QSplitter, QVBoxLayout, QWidget

from f2f_desktop.protocol.api import DeviceRow, ExtractHolder
from f2f_desktop.protocol.manifest import ExtractOffer, FormerExtract
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.results.asking import AgeLine, Asking
from f2f_desktop.ui.organizer.results.words import ResultWords, at_or_zero
from f2f_desktop.ui.organizer.voter_files.holders import Has, Holding, holdings
from f2f_desktop.ui.organizer.voter_files.offering import Offering
from f2f_desktop.ui.organizer.voter_files.words import FileWords, day_words, size_words
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Column, DataTable, EmptyState, HeadRow, Label, PrimaryButton, TextStyle

Told = tuple[tuple[ExtractOffer, ...], tuple[FormerExtract, ...]]


class ExtractsOverview(QWidget):
    """What is published.

    Attributes:
        offers: a row for each extract; `laptops`: a row for each laptop, about the chosen extract.
        box: the question that is open now, or None.

    Signals:
        new_wanted(label): an extract is to be cut; `label`: in place of the one of that name, empty: another one.
        withdrawn(label): volunteers are not offered it any more.
    """

    new_wanted = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = FileWords(self)
        self._results = ResultWords(self)
        self._former: tuple[FormerExtract, ...] = ()
        self._devices: list[DeviceRow] = []
        self._holders: list[ExtractHolder] = []
        self._going = self._wanted = ""
        self.box: QMessageBox | None = None
        self.age = AgeLine()
        self._asking = Asking(desk, self.age, self)
        self.offering = Offering(desk, self)
        self.offers: DataTable[ExtractOffer] = DataTable(
            self.tr("Published extracts"), lambda row: row.hash, self._offer_columns(), wide=1
        )
        self.laptops: DataTable[Holding] = DataTable(
            self.tr("Who has it"), lambda row: row.device.id, self._laptop_columns(), wide=2
        )
        self.who = Label("", TextStyle.HEADING)
        self.none = EmptyState(
            Icon.DISTRICT,
            self.tr("No extract is published yet"),
            self.tr(
                "Volunteers' laptops match contacts against an extract: a part of the voter file with few columns. Cut "
                "one from the files of your state or vendor."
            ),
            action=self.tr("Cut an extract …"),
        )
        self.new_button = PrimaryButton(self.tr("Cut an extract …"), Icon.DISTRICT)
        self.refresh_button = Button(self.tr("Refresh"), Icon.SYNC, shortcut="F5")
        self.again_button = Button(self.tr("New cut of this one …"), Icon.SYNC)
        self.withdraw_button = Button(self.tr("Withdraw …"), Icon.TRASH)
        self._lay_out()
        self.new_button.clicked.connect(lambda: self.new_wanted.emit(""))
        self.none.acted.connect(lambda: self.new_wanted.emit(""))
        self.refresh_button.clicked.connect(self.refresh)
        self.again_button.clicked.connect(self._cut_again)
        self.withdraw_button.clicked.connect(self._ask_to_withdraw)
        self.offers.row_chosen.connect(lambda _row: self._show_laptops())
        self.offering.published.connect(lambda _version: self._withdrew())
        self.offering.began.connect(self._judge)
        self.offering.ended.connect(self._judge)

    def _lay_out(self) -> None:
        above = HeadRow(Label(self.tr("Voter files"), TextStyle.TITLE), self.refresh_button, self.new_button)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.withdraw_button)
        buttons.addStretch(1)
        upper, lower = QWidget(), QWidget()
        first = QVBoxLayout(upper)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(em(self.font(), 0.6))
        first.addWidget(self.offers, 1)
        first.addLayout(buttons)
        second = QVBoxLayout(lower)
        second.setContentsMargins(0, em(self.font(), 0.6), 0, 0)
        second.setSpacing(em(self.font(), 0.5))
        second.addWidget(self.who)
        second.addWidget(self.age)
        second.addWidget(self.laptops, 1)
        self.halves = QSplitter(Qt.Orientation.Vertical)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(upper)
        self.halves.addWidget(lower)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(above)
        column.addWidget(self.none, 1)
        column.addWidget(self.halves, 1)
        self.none.hide()
        self._judge()

    def show_label(self, label: str) -> None:
        """Reads everything again, and goes to the extract of this name."""
        self._wanted = label
        self.refresh()

    def refresh(self) -> None:
        """Reads what is published, and asks who has it."""
        courier = self._desk.services.courier

        def read() -> Told:
            return courier.offers(), courier.former()

        self._desk.jobs.on_vault(read, success=self._show, initiator=self)

    def current(self) -> ExtractOffer | None:
        """The chosen extract."""
        return self.offers.current_row()

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the extracts that are published."""
        return tuple(each.label for each in self.offers.rows_model.rows)

    def _show(self, found: Told) -> None:
        offers, self._former = found
        self.offers.set_rows(offers)
        self.none.setVisible(not offers)
        self.halves.setVisible(bool(offers))
        self.new_button.setVisible(bool(offers))
        wanted, self._wanted = self._wanted, ""
        named = next((each for each in offers if each.label == wanted), None)
        if named is not None:
            self.offers.choose(named.hash)
        elif offers and self.current() is None:
            self.offers.choose(offers[0].hash)
        self._show_laptops()
        if offers:
            organizing = self._desk.services.organizing
            self._asking.ask("devices", organizing.devices, success=self._know_devices)
            self._asking.ask("holders", organizing.holders, success=self._know_holders)

    def _know_devices(self, rows: list[DeviceRow]) -> None:
        self._devices = rows
        self._show_laptops()

    def _know_holders(self, rows: list[ExtractHolder]) -> None:
        self._holders = rows
        self._show_laptops()

    def _holdings(self, offer: ExtractOffer) -> list[Holding]:
        return holdings(offer, self.offers.rows_model.rows, self._former, self._devices, self._holders)

    def _show_laptops(self) -> None:
        offer = self.current()
        rows = self._holdings(offer) if offer is not None else []
        self.laptops.set_rows(rows)
        if offer is not None:
            has = sum(row.has is Has.THIS for row in rows)
            words = self.tr("Who has “{label}”: {count} of {all} laptops")
            self.who.setText(words.format(label=offer.label, count=number(has), all=number(len(rows))))
        self.offers.viewport().update()
        self._judge()

    def _judge(self) -> None:
        chosen = self.current() is not None and not self.offering.busy
        self.again_button.setEnabled(chosen)
        self.withdraw_button.setEnabled(chosen)

    def _cut_again(self) -> None:
        offer = self.current()
        if offer is not None:
            self.new_wanted.emit(offer.label)

    # Withdrawing

    def _ask_to_withdraw(self) -> None:
        offer = self.current()
        if offer is None:
            return
        has = sum(row.has is Has.THIS for row in self._holdings(offer))
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Withdraw"),
            self.tr("Withdraw “{label}”?").format(label=offer.label),
            parent=self,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = self.tr(
            "Nobody can download it any more. The laptops that have it ({count}) are told when they synchronize, and "
            "offered to remove it; they keep it until somebody does, or until it expires. To shut one out at once, end "
            "its access under People."
        )
        box.setInformativeText(words.format(count=number(has)))
        yes = box.addButton(self.tr("Withdraw"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        yes.clicked.connect(lambda: self.withdraw(offer))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._answered)
        self.box = box
        box.open()

    def _answered(self) -> None:
        self.box = None

    def withdraw(self, offer: ExtractOffer) -> None:
        """Takes an extract back."""
        self._going = offer.label
        self.offering.withdraw(offer.hash)

    def _withdrew(self) -> None:
        self.withdrawn.emit(self._going)
        self.refresh()

    # Columns

    def _offer_columns(self) -> list[Column[ExtractOffer]]:
        return [
            Column(self.tr("Name"), lambda row: row.label),
            Column(self.tr("District"), self._district),
            Column(self.tr("Voters"), lambda row: number(row.voters), lambda row: row.voters, number=True),
            Column(self.tr("Size"), lambda row: size_words(row.size), lambda row: row.size, number=True),
            Column(self.tr("Cut on"), lambda row: day_words(row.cut), lambda row: row.cut),
            Column(
                self.tr("Last day"), self._last_day, lambda row: row.expires, flag=lambda row: is_over(row.expires)
            ),
            Column(
                self.tr("Version"),
                lambda row: number(row.edition),
                lambda row: row.edition,
                number=True,
                explained=self.tr("How many extracts have been published under this name."),
            ),
        ]

    def _district(self, row: ExtractOffer) -> str:
        parted = [each.partition("=") for each in row.districts]
        return self._words.districts([(kind, code) for kind, _, code in parted])

    def _last_day(self, row: ExtractOffer) -> str:
        day = day_words(row.expires)
        return self.tr("{day} (over)").format(day=day) if is_over(row.expires) else day

    def _laptop_columns(self) -> list[Column[Holding]]:
        words = self._results
        return [
            Column(
                self.tr("Volunteer"), lambda row: words.volunteer(row.device.name, row.device.email, row.device.id)
            ),
            Column(self.tr("Laptop"), lambda row: row.device.id[:8]),
            Column(self.tr("Has it"), self._has, lambda row: list(Has).index(row.has)),
            Column(
                self.tr("Since"),
                lambda row: words.moment(row.at) if row.at is not None else "–",
                lambda row: row.at or 0,
                explained=self.tr(
                    "When the hub heard from the laptop that it was installed, whether by download or from a stick."
                ),
            ),
            Column(
                self.tr("Last seen"),
                lambda row: words.moment(row.device.last_seen),
                lambda row: at_or_zero(row.device.last_seen),
            ),
        ]

    def _has(self, row: Holding) -> str:
        return {
            Has.THIS: self.tr("Yes"),
            Has.OLDER: self.tr("An older one: version {edition}"),
            Has.WITHDRAWN: self.tr("“{label}”, which is withdrawn"),
            Has.OTHER: self.tr("Another one: “{label}”") if row.label else self.tr("Another one"),
            Has.NONE: self.tr("Not yet"),
        }[row.has].format(edition=number(row.edition), label=row.label)


def is_over(day: str) -> bool:
    """Whether a last day (ISO; empty: none) has passed."""
    date = QDate.fromString(day, "yyyy-MM-dd")
    return date.isValid() and date < QDate.currentDate()
