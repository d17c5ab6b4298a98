"""Everything that comes onto the laptop, on one page: contacts, the voter extract, the campaign."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from f2f_desktop.ui.arrivals import sorted_out
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.volunteer.importing.campaign_panel import CampaignPanel
from f2f_desktop.ui.volunteer.importing.extract_panel import ExtractPanel
from f2f_desktop.ui.volunteer.importing.panel import ImportPanel
from f2f_desktop.ui.widgets import Banner, Card, IconButton, Label, TextStyle
from f2f_desktop.volunteer.matchmaking import MatchCounts
from f2f_desktop.volunteer.overview import Overview


class ImportPage(Sheet):
    """Imports files of every kind, each in its card.

    Signals:
        back_requested(): back to the actions.
        review_requested(): the questions about matches are to be shown.
    """

    back_requested = Signal()
    review_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(46.0, parent)
        self._desk = desk
        self.contacts = ImportPanel(desk)
        self.extract = ExtractPanel(desk)
        self.campaign = CampaignPanel(desk)
        self._count = Label("", muted=True)
        self._campaign_name = Label("", muted=True)
        back = IconButton(Icon.CHEVRON_LEFT, self.tr("Back to the actions"))
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(Label(self.tr("Contacts and files"), TextStyle.TITLE), 1)
        self.column.addLayout(head)
        self.questions = Banner("", closable=False, action=self.tr("Check now"))
        self.questions.acted.connect(self.review_requested)
        self.questions.hide()
        self.column.addWidget(self.questions)
        for title, panel, words in (
            (self.tr("Your contacts"), self.contacts, self._count),
            (self.tr("Voter extract"), self.extract, None),
            (self.tr("Campaign"), self.campaign, self._campaign_name),
        ):
            card = Card()
            card.column.addWidget(Label(title, TextStyle.HEADING))
            if words is not None:
                card.column.addWidget(words)
            card.column.addWidget(panel)
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.contacts.imported.connect(self.begin)
        self.campaign.joined.connect(self.begin)
        self.contacts.importer.matching.finished.connect(self._ask)
        self.extract.matching.finished.connect(self._ask)

    def begin(self) -> None:
        """Shows what is on the laptop now."""
        self._desk.jobs.on_vault(self._desk.services.overview.now, success=self._show, initiator=self)
        self.extract.refresh_offers()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Takes files of every kind."""
        arrivals = sorted_out(paths)
        if arrivals.campaigns:
            self.campaign.read(arrivals.campaigns)
            self.ensureWidgetVisible(self.campaign)
        if arrivals.extracts:
            self.extract.install(arrivals.extracts)
            self.ensureWidgetVisible(self.extract)
        if arrivals.address_books:
            self.contacts.import_files(arrivals.address_books)
            self.ensureWidgetVisible(self.contacts)

    def _show(self, installed: Overview) -> None:
        self._count.setText(self.tr("%n contact(s) on this laptop.", "", installed.contacts))
        self._campaign_name.setText(
            self.tr("You are part of {campaign}. A newer file from it replaces its actions and scripts.").format(
                campaign=installed.campaign
            )
            if installed.campaign
            else self.tr("You are part of no campaign yet.")
        )
        if not self.extract.result_text():
            self.extract.show_installed(installed.extract)
        self._ask(installed.matches)

    def _ask(self, matches: MatchCounts) -> None:
        if matches.ambiguous:
            self.questions.say(
                self.tr("%n contact(s) could be more than one voter.", "", matches.ambiguous),
                action=self.tr("Check now"),
            )
        else:
            self.questions.hide()
