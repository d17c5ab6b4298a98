"""The campaign in: its file is read, its name and the fingerprint of its key are shown, the volunteer says yes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.bundle import Bundle, read_bundle_file
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.drop_zone import DropZone
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Banner, Card, Label, PrimaryButton, QuietButton, TextStyle


class CampaignPanel(QWidget):
    """Joins a campaign, or takes a newer version of its content.

    Signals:
        found(): a campaign file was read; its answer is asked for.
        joined(): the campaign is in the vault.
    """

    found = Signal()
    joined = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.bundle: Bundle | None = None
        self.zone = DropZone(
            self.tr("Drop the campaign file here: the .f2fbundle that your organizer gave you"),
            self.tr("Choose a file…"),
            self.tr("Campaign files (*.f2fbundle);;All files (*)"),
            icon=Icon.FLAG,
        )
        self.message = Banner("", Tone.DANGER, closable=False)
        self.message.hide()
        self._question = Card(sunken=True)
        self._name = Label("", TextStyle.TITLE)
        self._about = Label("", muted=True)
        self._fingerprint = Label("", TextStyle.SCRIPT)
        self._fingerprint.setAccessibleName(self.tr("Fingerprint of the campaign's key"))
        self.join_button = PrimaryButton(self.tr("Join this campaign"), Icon.CHECK)
        self.other_button = QuietButton(self.tr("Choose another file"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self.join_button)
        self._question.column.addWidget(self._name)
        self._question.column.addWidget(self._about)
        self._question.column.addWidget(Label(self.tr("Fingerprint"), TextStyle.SMALL, muted=True))
        self._question.column.addWidget(self._fingerprint)
        self._question.column.addWidget(
            Label(
                self.tr("Compare it with the one that your organizer shows. If it differs, do not join."),
                TextStyle.SMALL,
                muted=True,
            )
        )
        self._question.column.addLayout(buttons)
        self._question.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(self.zone)
        column.addWidget(self._question)
        column.addWidget(self.message)
        self.zone.files_given.connect(self.read)
        self.join_button.clicked.connect(self.join)
        self.other_button.clicked.connect(self.ask_again)

    def read(self, paths: Sequence[Path]) -> None:
        """Reads the first of `paths` and asks whether to join."""
        self.message.hide()
        self._desk.jobs.in_background(
            read_bundle_file,
            paths[0],
            success=self._show,
            failure=self._failed,
            initiator=self,
            with_progress=False,
        )

    def join(self) -> None:
        """The volunteer says yes."""
        if self.bundle is not None:
            self.join_button.setEnabled(False)
            self._desk.jobs.on_vault(
                self._desk.services.campaigns.install,
                self.bundle,
                success=self._joined,
                failure=self._failed,
                changes=frozenset({"campaign"}),
                initiator=self,
            )

    def ask_again(self) -> None:
        """Back to choosing a file."""
        self.bundle = None
        self._question.hide()
        self.message.hide()
        self.zone.show()

    def _show(self, bundle: Bundle) -> None:
        self.bundle = bundle
        content = bundle.content
        self._name.setText(content.name)
        about = [self.tr("%n action(s)", "", len(content.actions))]
        about.append(self.tr("version {version}").format(version=content.version))
        self._about.setText(" · ".join(about))
        self._fingerprint.setText(bundle.fingerprint)
        self.join_button.setEnabled(True)
        self.zone.hide()
        self._question.show()
        self.join_button.setFocus()
        self.found.emit()

    def _joined(self, content: CampaignContent) -> None:
        self._question.hide()
        self.zone.show()
        self.bundle = None
        self.message.say(self.tr("You are part of {campaign}.").format(campaign=content.name), Tone.SUCCESS)
        self.joined.emit()

    def _failed(self, error: Exception) -> None:
        self.join_button.setEnabled(True)
        if isinstance(error, KnownError):
            self.message.say(" ".join(fault_words(error)), Tone.DANGER)
        else:
            self._desk.faults.show(error)
