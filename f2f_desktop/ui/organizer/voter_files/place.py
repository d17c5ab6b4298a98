"""The place "Voter files": the extracts that are published, and the way to a new one."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.place import PlaceWidget
from f2f_desktop.ui.organizer.voter_files.draft import Draft
from f2f_desktop.ui.organizer.voter_files.overview import ExtractsOverview
from f2f_desktop.ui.organizer.voter_files.wizard import ExtractWizard
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Toast


class VoterFilesPlace(PlaceWidget):
    """See the module.

    Attributes:
        overview: what is published.
        wizard: the way to an extract, while somebody is on it; else None.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.overview = ExtractsOverview(desk)
        self.wizard: ExtractWizard | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self.toast = Toast(self)
        pad = em(self.font(), 1.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.addWidget(self._stack)
        self.overview.new_wanted.connect(self.begin)
        self.overview.withdrawn.connect(
            lambda label: self.toast.show_message(self.tr("“{label}” is withdrawn.").format(label=label))
        )

    def refresh(self) -> None:
        """Reads everything again."""
        if self.wizard is None:
            self.overview.refresh()

    def follow(self, what: frozenset[str]) -> None:
        if what & {"extracts", "campaign", "synced"} and self.isVisible():
            self.refresh()

    def begin(self, label: str = "") -> None:
        """Begins a new extract; `label`: in place of the one of that name."""
        self._desk.jobs.on_vault(
            self._desk.services.authoring.draft,
            success=lambda content: self._begin(content, label),
            failure=self._desk.faults.show,
            initiator=self,
        )

    def _begin(self, content: CampaignContent, label: str) -> None:
        if self.wizard is not None:
            return
        draft = Draft(content.settings, label=label, labels=self.overview.labels)
        self.wizard = ExtractWizard(self._desk, draft)
        self.wizard.left.connect(self.leave)
        self.wizard.published.connect(self._published)
        self.wizard.told.connect(self.toast.show_message)
        self._stack.addWidget(self.wizard)
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.step.enter()

    def leave(self) -> None:
        """Back to what is published."""
        wizard, self.wizard = self.wizard, None
        if wizard is not None:
            self._stack.removeWidget(wizard)
            wizard.hide()
            wizard.deleteLater()
        self.overview.refresh()
        self.overview.offers.setFocus()

    def _published(self, label: str) -> None:
        self.leave()
        self.overview.show_label(label)
        self.toast.show_message(self.tr("“{label}” is published: volunteers can download it.").format(label=label))
