"""The start page: the campaign's actions with what has been done in each, and what needs attention first."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.picture import Picture
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.asked import AskedOfYou
from f2f_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    EmptyState,
    FlowBox,
    FormattedText,
    Label,
    Pill,
    PrimaryButton,
    QuietButton,
    TextStyle,
    Toast,
)
from f2f_desktop.volunteer.overview import ActionOverview, Overview
from f2f_desktop.workspace import Standing, StoredNote, VolunteerServices


class ActionPanel(Card):
    """One action: picture, title, description, how far it is, and the organizer's start button.

    Signals:
        started(): the volunteer pressed the button.
    """

    started = Signal()

    def __init__(self, overview: ActionOverview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = overview.card
        self.setAccessibleName(card.action.title)
        row = QHBoxLayout()
        row.setSpacing(em(self.font(), 1.2))
        if card.image is not None:
            picture = Picture(card.image.data, card.image.alternative_text, size=(11.0, 7.5))
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(em(self.font(), 0.5))
        words.addWidget(Label(card.action.title, TextStyle.HEADING))
        self.description = FormattedText(card.action.description)
        self.description.link_confirmed.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        words.addWidget(self.description)
        pills = FlowBox()
        if overview.starred:
            pills.add(Pill(self._starred(overview.starred), Tone.WARNING))
        pills.add(Pill(self._reachable(overview.reachable), Tone.INFO))
        words.addWidget(pills)
        words.addStretch(1)
        bottom = QHBoxLayout()
        bottom.setSpacing(em(self.font(), 1.0))
        bottom.addLayout(self._progress(overview), 1)
        begun = card.progress.started_at is not None
        self.button = PrimaryButton(self.tr("Continue") if begun else card.action.start_label)
        self.button.setAccessibleDescription(card.action.title)
        self.button.clicked.connect(self.started)
        bottom.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        words.addLayout(bottom)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    def _progress(self, overview: ActionOverview) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(em(self.font(), 0.25))
        # Suggested contacts are the goal; where the campaign suggests nobody, there is no end to reach.
        text = self.tr("{reached} reached · {reported} reported").format(
            reached=number(overview.reached), reported=number(overview.reported)
        )
        column.addWidget(Label(text, TextStyle.SMALL, muted=True))
        if overview.reached:
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setRange(0, overview.reached)
            bar.setValue(overview.reported)
            bar.setAccessibleName(text)
            column.addWidget(bar)
        return column

    def _starred(self, count: int) -> str:
        words = self.tr("★ 1 suggested friend") if count == 1 else self.tr("★ {count} suggested friends")
        return words.format(count=number(count))

    def _reachable(self, count: int) -> str:
        words = self.tr("1 contact you can reach") if count == 1 else self.tr("{count} contacts you can reach")
        return words.format(count=number(count))


class StartPage(Sheet):
    """The evening at a glance.

    Signals:
        action_chosen(str): the id of the action to work on.
        review_requested(): the questions about matches are to be shown.
        import_requested(): contacts or an extract are to be imported.
        end_shift_requested(): the volunteer is done for today.
        organizing_requested(): the user is an organizer too, and wants to go back to that.
    """

    action_chosen = Signal(str)
    review_requested = Signal()
    import_requested = Signal()
    end_shift_requested = Signal()
    organizing_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(52.0, parent)
        self._desk = desk
        self.panels: list[ActionPanel] = []
        self._standing = Standing(False)
        self._offered = self._newer = False
        self._greeting = Label("", TextStyle.TITLE)
        self._summary = Label("", muted=True)
        self.import_button = QuietButton(self.tr("Import contacts"), Icon.IMPORT)
        self.import_button.clicked.connect(self.import_requested)
        self.end_button = Button(self.tr("End shift"), Icon.CHECK)
        self.end_button.clicked.connect(self.end_shift_requested)
        self.organizing = QuietButton(self.tr("Back to organizing"), Icon.CHEVRON_LEFT)
        self.organizing.clicked.connect(self.organizing_requested)
        self.questions = Banner("", closable=False)
        self.questions.acted.connect(self.review_requested)
        self.missing = Banner("", closable=False)
        self.missing.acted.connect(self.import_requested)
        self.withdrawn = Banner("", closable=False)
        self.withdrawn.acted.connect(self._remove_extract)
        self.asked = AskedOfYou()
        self.asked.action_chosen.connect(lambda action: self._start(ActionId(action)))
        self.asked.done.connect(self._put_away)
        self.toast = Toast(self)
        self.toast.undone.connect(self._bring_back)
        self._away: StoredNote | None = None
        self.empty = EmptyState(Icon.FLAG, self.tr("No action at the moment"))
        self._actions = QVBoxLayout()
        self._lay_out()

    def refresh(self) -> None:
        """Reads how things stand and shows it."""
        self._desk.jobs.on_vault(_read, self._desk.services, success=self._take, initiator=self)

    def _take(self, known: "_Known") -> None:
        self._standing, self._offered, self._newer = known.standing, known.offered, known.newer
        self._show(known.overview)
        self._show_withdrawn(known.withdrawn)
        self.asked.show_notes(known.notes, {each.card.action.id for each in known.overview.actions})

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(em(self.font(), 0.2))
        words.addWidget(self._greeting)
        words.addWidget(self._summary)
        head.addLayout(words, 1)
        head.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignTop)
        self._actions.setSpacing(em(self.font(), 0.8))
        self.column.addWidget(self.organizing, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(head)
        self.column.addWidget(self.withdrawn)
        self.column.addWidget(self.missing)
        self.column.addWidget(self.questions)
        self.column.addWidget(self.asked)
        self.column.addLayout(self._actions)
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
        for widget in (self.withdrawn, self.missing, self.questions, self.empty, self.organizing):
            widget.hide()

    def offer_organizing(self, offered: bool) -> None:
        """Offers the way to the organizer's workspace, or not."""
        self.organizing.setVisible(offered)

    def _show(self, overview: Overview) -> None:
        name = overview.first_name
        self._greeting.setText(self.tr("Hello, {name}").format(name=name) if name else self.tr("Hello"))
        matches = overview.matches
        self._summary.setText(
            self.tr("{contacts} contacts · {matched} found in the voter file").format(
                contacts=number(overview.contacts), matched=number(matches.matched)
            )
        )
        self._show_questions(matches.ambiguous)
        self._show_missing(overview)
        self._show_actions(overview)

    def _show_questions(self, count: int) -> None:
        if not count:
            self.questions.hide()
            return
        one = self.tr("1 contact could be one of several voters. Only you know who it is.")
        many = self.tr("{count} contacts could be one of several voters. Only you know who they are.")
        text = (one if count == 1 else many).format(count=number(count))
        self.questions.say(text, Tone.INFO, action=self.tr("Review matches"))

    def _show_missing(self, overview: Overview) -> None:
        today = dt.datetime.now(dt.UTC).date()
        if not overview.contacts:
            words = self.tr("Your contacts are not here yet: without them there is nobody to write to.")
            self.missing.say(words, Tone.WARNING, action=self.tr("Import contacts"))
        elif self._standing.revoked:
            words = self.tr(
                "The campaign has ended this laptop's access: the voter extract is wiped. Your contacts and reports "
                "are kept; what has not been sent can be exported to a file."
            )
            self.missing.say(words, Tone.WARNING)
        elif overview.extract is None and self._offered:
            words = self.tr("The campaign offers its voter extract: with it, the friends it suggests get a star.")
            self.missing.say(words, Tone.INFO, action=self.tr("Download it"))
        elif overview.extract is None:
            words = self.tr("Without the campaign's voter extract nobody is starred. Your organizer has it.")
            self.missing.say(words, Tone.WARNING, action=self.tr("Import it"))
        elif overview.extract_expired(today):
            words = self.tr("The voter extract has expired. Ask your organizer for a new one.")
            self.missing.say(words, Tone.WARNING, action=self.tr("Import it"))
        elif self._newer:
            words = self.tr("The campaign has published a newer voter extract. Only what has changed is fetched.")
            self.missing.say(words, Tone.INFO, action=self.tr("Update it"))
        elif overview.extract_expires_soon(today):
            expires = overview.extract.expires
            day = QLocale().toString(
                QDate(expires.year, expires.month, expires.day), QLocale.FormatType.ShortFormat
            )
            words = self.tr("The voter extract can be used until {day}. Ask your organizer for a new one.")
            self.missing.say(words.format(day=day), Tone.INFO, action=self.tr("Import it"))
        else:
            self.missing.hide()

    def _show_withdrawn(self, label: str | None) -> None:
        if label is None:
            self.withdrawn.hide()
            return
        words = self.tr(
            "The campaign has withdrawn the voter extract on this laptop (“{label}”). Remove it, and download the one "
            "that it offers now, if there is one. What you have confirmed is kept."
        )
        self.withdrawn.say(words.format(label=label), Tone.WARNING, action=self.tr("Remove it"))

    def _remove_extract(self) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.matchmaking.forget_extract,
            success=lambda _: self.refresh(),
            changes=frozenset({"extract"}),
            initiator=self,
        )

    def _show_actions(self, overview: Overview) -> None:
        focused = next((place for place, panel in enumerate(self.panels) if panel.button.hasFocus()), 0)
        had_focus = any(panel.button.hasFocus() for panel in self.panels) or not self.panels
        for panel in self.panels:
            panel.hide()
            panel.deleteLater()
        self.panels = []
        for action in overview.actions:
            panel = ActionPanel(action)
            panel.started.connect(lambda action_id=action.card.action.id: self._start(action_id))
            self._actions.addWidget(panel)
            self.panels.append(panel)
        self.empty.setVisible(not overview.actions)
        if not overview.campaign and self._standing.joined:
            words = self.tr("It has published nothing yet. What it does comes by itself.")
            self.empty.say(Icon.FLAG, self._standing.campaign_name, words)
        elif not overview.campaign:
            words = self.tr("Open the campaign file that you were given.")
            self.empty.say(Icon.FLAG, self.tr("No campaign yet"), words)
        if had_focus and focused < len(self.panels) and self.isVisible():
            self.panels[focused].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self, action_id: ActionId) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.campaigns.start,
            action_id,
            success=lambda _: self.action_chosen.emit(action_id),
            changes=frozenset({"actions"}),
            initiator=self,
        )

    def _put_away(self, note: StoredNote) -> None:
        def gone(_: None) -> None:
            self._away = note
            self.toast.show_message(self.tr("Put away"), undoable=True)
            self.refresh()

        self._desk.jobs.on_vault(self._desk.services.courier.put_away, note, success=gone, initiator=self)

    def _bring_back(self) -> None:
        note, self._away = self._away, None
        if note is not None:
            self._desk.jobs.on_vault(
                self._desk.services.courier.bring_back, note, success=lambda _: self.refresh(), initiator=self
            )


@dataclass(frozen=True)
class _Known:
    """How things stand, with the hub as well, and what organizers asked."""

    overview: Overview
    standing: Standing
    offered: bool
    """Whether an extract is."""
    newer: bool
    """Whether a newer one than the one here is."""
    notes: list[StoredNote]
    withdrawn: str | None
    """What the extract here was called, if the campaign has withdrawn it."""


def _read(services: VolunteerServices) -> _Known:
    courier, offers = services.courier, services.courier.offers()
    gone = courier.withdrawn()
    return _Known(
        services.overview.now(),
        courier.standing(),
        bool(offers),
        services.downloading.has_update(offers),
        courier.notes(),
        None if gone is None else gone.label,
    )


def number(count: int) -> str:
    """A count as people here write it."""
    return QLocale().toString(count)
