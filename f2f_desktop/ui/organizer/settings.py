"""The place "Settings": what holds for the whole campaign."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.filters import District
from f2f_desktop.campaign.settings import CampaignSettings, NamesUpstream
from f2f_desktop.organizer.electorate import electorate
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.districts import DistrictChooser
from f2f_desktop.ui.organizer.opt_outs import OptOutCard
from f2f_desktop.ui.organizer.place import PlaceWidget
from f2f_desktop.ui.organizer.unpublished import UnpublishedBanner
from f2f_desktop.ui.organizer.voter_files.column_boxes import ColumnBoxes, Tickable
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.widgets import Button, Card, IconView, Label, TextStyle, Toast
from f2f_desktop.voterfile.uses import REQUIRED, USES
from f2f_desktop.voterfile.voters import Voters

REGIONS = ("US", "CA", "MX", "PR", "GB", "IE", "AU", "NZ", "DE", "ES", "FR")


class SettingsPlace(PlaceWidget):
    """Party, swing districts, columns of extracts, names, region, the opt-out list, and the campaign's key.

    Attributes:
        columns: what an extract may hold, ticked as the campaign has it.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = CampaignSettings()
        self.unpublished = UnpublishedBanner(desk)
        self.party = QCheckBox(self.tr("The party of matched contacts"))
        self.party.setAccessibleName(self.tr("Volunteers see the party of matched contacts"))
        self.names = {
            NamesUpstream.ALWAYS: QRadioButton(self.tr("Always")),
            NamesUpstream.MATCHED_ONLY: QRadioButton(self.tr("Only of contacts found in the voter file")),
            NamesUpstream.NEVER: QRadioButton(self.tr("Never")),
        }
        self.region = QComboBox()
        self.region.setAccessibleName(self.tr("Region of phone numbers without a country code"))
        self.region.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.region.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.swing = DistrictChooser()
        self.columns = ColumnBoxes()
        self.toast = Toast(self)
        self.opt_outs = OptOutCard(desk, self.toast)
        self.key_icon = IconView(Icon.LOCK)
        self.key_state = Label("")
        self.key_button = Button(self.tr("Open campaign.key …"), Icon.FOLDER)
        self._lay_out()
        self.party.clicked.connect(lambda on: self._change(party_visible=on))
        for choice, button in self.names.items():
            button.clicked.connect(lambda _=False, choice=choice: self._change(names_upstream=choice))
        self.region.activated.connect(lambda _at: self._change(region=str(self.region.currentData())))
        self.swing.changed.connect(
            lambda districts: self._change(swing_districts=tuple(f"{each.kind}={each.code}" for each in districts))
        )
        self.columns.changed.connect(self._allow_columns)
        self.key_button.clicked.connect(self._ask_for_key)

    def _lay_out(self) -> None:
        sheet = Sheet(52.0)
        seen = Card()
        seen.column.addWidget(Label(self.tr("What volunteers see"), TextStyle.HEADING))
        seen.column.addWidget(self.party)
        upstream = Card()
        upstream.column.addWidget(Label(self.tr("Names of contacts"), TextStyle.HEADING))
        words = self.tr("When a report goes to the campaign, the contact's name goes along:")
        upstream.column.addWidget(Label(words, muted=True))
        for button in self.names.values():
            upstream.column.addWidget(button)
        swing = Card()
        swing.column.addWidget(Label(self.tr("Swing districts"), TextStyle.HEADING))
        words = self.tr("Volunteers see of matched contacts that they live in one of these districts.")
        swing.column.addWidget(Label(words, muted=True))
        swing.column.addWidget(self.swing)
        columns = Card()
        columns.column.addWidget(Label(self.tr("Columns of voter extracts"), TextStyle.HEADING))
        words = self.tr(
            "What an extract that volunteers download holds, unless whoever cuts it says otherwise. What is not ticked "
            "stays on organizers' computers."
        )
        columns.column.addWidget(Label(words, muted=True))
        columns.column.addWidget(self.columns)
        region = Card()
        region.column.addWidget(Label(self.tr("Phone numbers"), TextStyle.HEADING))
        region.column.addWidget(Label(self.region.accessibleName(), muted=True))
        region.column.addWidget(self.region, 0, Qt.AlignmentFlag.AlignLeft)
        key = Card()
        key.column.addWidget(Label(self.tr("Campaign key"), TextStyle.HEADING))
        words = self.tr(
            "Everything that volunteers get is signed with it. The hub's set-up made the file campaign.key; keep a "
            "copy in a safe place."
        )
        key.column.addWidget(Label(words, muted=True))
        row = QHBoxLayout()
        row.addWidget(self.key_icon)
        row.addWidget(self.key_state, 1)
        row.addWidget(self.key_button)
        key.column.addLayout(row)
        for card in (seen, swing, upstream, columns, region, self.opt_outs, key):
            sheet.column.addWidget(card)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(Label(self.tr("Settings"), TextStyle.TITLE))
        column.addWidget(self.unpublished)
        column.addWidget(sheet, 1)

    def refresh(self) -> None:
        authoring = self._desk.services.authoring

        def read() -> tuple[CampaignContent, bool]:
            return authoring.draft(), authoring.has_key()

        self._desk.jobs.on_vault(read, success=lambda found: self._show(*found), initiator=self)
        self._desk.jobs.on_vault(
            lambda: self._desk.services.matchmaking.open().voters,
            success=self._offer_districts,
            failure=lambda _error: None,  # without an extract, codes are typed
            initiator=self,
        )
        self.unpublished.refresh()
        self.opt_outs.refresh()

    def follow(self, what: frozenset[str]) -> None:
        if not self.isVisible():
            return
        if "settings" in what:
            self.refresh()
        elif what & {"opt_outs", "synced"}:
            self.opt_outs.refresh()

    def _offer_districts(self, voters: Voters) -> None:
        self._desk.jobs.in_background(
            electorate,
            voters,
            success=lambda found: self.swing.know(found.districts),
            initiator=self,
            with_progress=False,
        )

    def take_key(self, path: Path) -> None:
        """Keeps the campaign's key from a file."""
        self._desk.jobs.on_vault(
            self._desk.services.authoring.keep_key_file,
            path,
            success=lambda _: self.refresh(),
            failure=self._desk.faults.show,
            initiator=self,
        )

    def _show(self, content: CampaignContent, has_key: bool) -> None:
        self._settings = content.settings
        self.party.setChecked(self._settings.party_visible)
        self.names[self._settings.names_upstream].setChecked(True)
        with QSignalBlocker(self.region):
            self.region.clear()
            for code in dict.fromkeys((*REGIONS, self._settings.region)):
                territory = QLocale.territoryToString(QLocale.codeToTerritory(code))
                self.region.addItem(f"{territory} ({code})", code)
            self.region.setCurrentIndex(self.region.findData(self._settings.region))
        pairs = (each.partition("=") for each in self._settings.swing_districts)
        self.swing.choose(District(kind, code) for kind, _, code in pairs)
        self._show_columns()
        self.key_icon.set_icon(Icon.CHECK if has_key else Icon.WARNING, Tone.SUCCESS if has_key else Tone.WARNING)
        self.key_state.setText(
            self.tr("The key is on this computer: you can publish.")
            if has_key
            else self.tr("The key is not on this computer: you can draft, but not publish.")
        )
        self.key_button.setVisible(not has_key)

    def _show_columns(self) -> None:
        words, wanted = FileWords(self), self._settings.extract_columns
        names = {name: name == "id" or name in REQUIRED for name in USES}
        if list(self.columns.boxes) != list(names):
            self.columns.offer(
                [
                    Tickable(name, words.column(name), words.use(name), True, always)
                    for name, always in names.items()
                ]
            )
        for name, box in self.columns.boxes.items():
            box.setChecked(names[name] or wanted is None or name in wanted)

    def _allow_columns(self) -> None:
        ticked = self.columns.ticked()
        # All of them is said by none: a kind of column that a later version knows is then among them.
        chosen = tuple(name for name in USES if name in ticked)
        self._change(extract_columns=None if len(chosen) == len(USES) else chosen)

    def _change(self, **values: object) -> None:
        self._settings = msgspec.structs.replace(self._settings, **values)
        self._desk.jobs.on_vault(
            self._desk.services.authoring.save_settings,
            self._settings,
            success=lambda _: self.unpublished.refresh(),
            changes=frozenset({"settings"}),
            initiator=self,
        )

    def _ask_for_key(self) -> None:
        title = self.tr("Open campaign.key, which the hub's set-up made")
        name, _ = QFileDialog.getOpenFileName(self, title, "", self.tr("Campaign key (*.key);;All files (*)"))
        if name:
            self.take_key(Path(name))
