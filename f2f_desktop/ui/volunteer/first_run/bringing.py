"""The steps that bring something in: the campaign, contacts, the voter extract."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.volunteer.first_run.step import Step
from f2f_desktop.ui.volunteer.importing.campaign_panel import CampaignPanel
from f2f_desktop.ui.volunteer.importing.extract_panel import ExtractPanel
from f2f_desktop.ui.volunteer.importing.panel import ImportPanel
from f2f_desktop.ui.widgets import Button, Label, TextStyle
from f2f_desktop.workspace import InstalledExtract, VolunteerServices


class CampaignStep(Step):
    """Joins a campaign, or the demo.

    Signals:
        demo_requested(): the volunteer wants to play the demo campaign.
    """

    demo_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._has_campaign = False
        self.heading = self.tr("Which campaign do you help?")
        self.words = self.tr(
            "It brings the actions, the scripts and the questions. Nothing is sent by opening it."
        )
        self.continue_text = self.tr("Continue")
        self.panel = CampaignPanel(desk)
        self.panel.joined.connect(self._joined)
        self.panel.found.connect(self.changed)
        self.demo_button = Button(self.tr("Play the demo campaign"), Icon.FLAG)
        self.demo_button.clicked.connect(self._demo)
        self._demo_words = Label(
            self.tr("No campaign file? Try everything with invented people."), TextStyle.SMALL, muted=True
        )
        row = QHBoxLayout()
        row.addWidget(self._demo_words, 1)
        row.addWidget(self.demo_button)
        self.column.addWidget(self.panel)
        self.column.addLayout(row)

    def begin(self) -> None:
        self._desk.jobs.on_vault(self._desk.services.campaigns.has_campaign, success=self._know, initiator=self)

    def first_field(self) -> QWidget:
        return self.panel.zone.button

    def ready(self) -> bool:
        return self._has_campaign

    def take(self, paths: Sequence[Path]) -> None:
        """A campaign file arrived some other way."""
        self.panel.read(paths)

    def _know(self, has_campaign: bool) -> None:
        self._has_campaign = has_campaign
        self.demo_button.setVisible(not has_campaign)
        self._demo_words.setVisible(not has_campaign)
        self.changed.emit()

    def _joined(self) -> None:
        self._know(True)
        self.settled.emit()

    def _demo(self) -> None:
        self.demo_button.setEnabled(False)
        self._demo_words.setText(self.tr("Inventing a district of voters; this takes a moment …"))
        self.demo_requested.emit()


class ContactsStep(Step):
    """Imports the volunteer's contacts."""

    skippable = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count = 0
        self._busy = False
        self.heading = self.tr("Your contacts")
        self.words = self.tr(
            "Export them from your phone, Google or Outlook as vCard or CSV. You choose later whom to write to."
        )
        self.continue_text = self.tr("Continue")
        self.panel = ImportPanel(desk)
        self.panel.imported.connect(self.begin)
        self.panel.busy_changed.connect(self._set_busy)
        self.column.addWidget(self.panel)
        self._known = Label("", TextStyle.SMALL, muted=True)
        self._known.hide()
        self.column.addWidget(self._known)

    def begin(self) -> None:
        self._desk.jobs.on_vault(self._desk.services.importing.count, success=self._counted, initiator=self)

    def first_field(self) -> QWidget:
        return self.panel.zone.button

    def ready(self) -> bool:
        return bool(self._count) and not self._busy

    def take(self, paths: Sequence[Path]) -> None:
        """Address books arrived some other way."""
        self.panel.import_files(paths)

    def skip(self) -> None:
        self._desk.jobs.on_vault(
            note_skipped,
            self._desk.services,
            "contacts_skipped",
            success=lambda _: self.settled.emit(),
            initiator=self,
        )

    def _counted(self, count: int) -> None:
        self._count = count
        self._known.setText(self.tr("%n contact(s) on this laptop.", "", count))
        self._known.setVisible(bool(count))
        self.changed.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()


class ExtractStep(Step):
    """Installs the voter extract."""

    skippable = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._installed = False
        self._busy = False
        self.heading = self.tr("The voter extract")
        self.words = self.tr(
            "The part of the voter file for your district. Your contacts are compared with it here, on this laptop: "
            "no name of theirs leaves it."
        )
        self.continue_text = self.tr("Continue")
        self.panel = ExtractPanel(desk, match_at_once=False)
        self.panel.installed.connect(lambda: self._know(True))
        self.panel.busy_changed.connect(self._set_busy)
        self.column.addWidget(self.panel)

    def begin(self) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.matchmaking.installed, success=self._show_installed, initiator=self
        )

    def first_field(self) -> QWidget:
        return self.panel.zone.button

    def ready(self) -> bool:
        return self._installed and not self._busy

    def take(self, paths: Sequence[Path]) -> None:
        """An extract arrived some other way."""
        self.panel.install(paths)

    def skip(self) -> None:
        self._desk.jobs.on_vault(
            note_skipped,
            self._desk.services,
            "extract_skipped",
            success=lambda _: self.settled.emit(),
            initiator=self,
        )

    def _show_installed(self, extract: InstalledExtract | None) -> None:
        if extract is not None and not self.panel.result_text():
            self.panel.show_installed(extract)
        self._know(extract is not None)

    def _know(self, installed: bool) -> None:
        self._installed = installed
        self.changed.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()


def note_skipped(services: VolunteerServices, what: str) -> None:
    """Notes that a step was left for later; `what` is a field of `SetUp`."""
    known = services.preferences.set_up()
    services.preferences.keep_set_up(msgspec.structs.replace(known, **{what: True}))
