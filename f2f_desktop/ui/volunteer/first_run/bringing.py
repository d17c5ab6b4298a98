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
from f2f_desktop.ui.volunteer.joining.join_panel import FILE, Joined, JoinPanel
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
        self._known = False
        self._busy = False
        self.heading = self.tr("Which campaign do you help?")
        self.words = self.tr("It brings the actions, the scripts and the questions.")
        self.continue_text = self.tr("Continue")
        self.panel = CampaignPanel(desk)
        self.joining = JoinPanel(desk, self.panel)
        self.panel.joined.connect(self._joined)
        self.panel.found.connect(self.changed)
        self.joining.joined.connect(self._joined_hub)
        self.joining.busy_changed.connect(self._set_busy)
        self.demo_button = Button(self.tr("Play the demo campaign"), Icon.FLAG)
        self.demo_button.clicked.connect(self._demo)
        self._demo_words = Label(
            self.tr("No invite and no file? Try everything with invented people."), TextStyle.SMALL, muted=True
        )
        row = QHBoxLayout()
        row.addWidget(self._demo_words, 1)
        row.addWidget(self.demo_button)
        self.column.addWidget(self.joining)
        self.column.addLayout(row)

    def begin(self) -> None:
        self._desk.jobs.on_vault(_belongs, self._desk.services, success=self._know, initiator=self)

    def first_field(self) -> QWidget:
        return self.joining.link

    def ready(self) -> bool:
        return self._known and not self._busy

    def take(self, paths: Sequence[Path]) -> None:
        """A campaign file arrived some other way."""
        self.joining.show_way(FILE)
        self.panel.read(paths)

    def take_invite(self, paths: Sequence[Path], link: str = "") -> None:
        """An invite arrived some other way."""
        if link:
            self.joining.read_text(link)
        elif paths:
            self.joining.read_files(paths)

    def _know(self, belongs: bool) -> None:
        self._known = belongs
        self.demo_button.setVisible(not belongs)
        self._demo_words.setVisible(not belongs)
        self.changed.emit()

    def _joined(self) -> None:
        self._know(True)
        self.settled.emit()

    def _joined_hub(self, joined: Joined) -> None:
        self._know(True)
        if joined.content:
            self.settled.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.demo_button.setEnabled(not busy)
        self.changed.emit()

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
        self.panel.refresh_offers()

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


def _belongs(services: VolunteerServices) -> bool:
    """Whether this laptop belongs to a campaign, be it that its content has not come yet."""
    return services.campaigns.has_campaign() or services.courier.standing().joined


def note_skipped(services: VolunteerServices, what: str) -> None:
    """Notes that a step was left for later; `what` is a field of `SetUp`."""
    known = services.preferences.set_up()
    services.preferences.keep_set_up(msgspec.structs.replace(known, **{what: True}))
