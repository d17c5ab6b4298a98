"""How a laptop stands with its campaign, in words: few for the bar, all of them for whoever asks."""

from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale, QObject

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.ui.fault_words import words_of
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone
from f2f_desktop.workspace import Standing, Waiting

OFFLINE = frozenset({"NetworkMissing", "NotTheHub", "HubAnswersNot", "HubBusy"})
"""Troubles that pass by themselves."""


@dataclass(frozen=True)
class Status:
    """What the bar shows."""

    text: str
    icon: Icon
    tone: Tone = Tone.NEUTRAL


class SyncWords(QObject):
    """Words for a `Standing`. Numbers in the bar count reports, those in the long words say what they count."""

    def status(self, standing: Standing | None, waiting: Waiting, *, running: bool) -> Status:
        """How things stand, in a few words."""
        if standing is None or not standing.joined:
            return self._without_hub(waiting)
        if standing.revoked:
            return Status(self.tr("Access ended"), Icon.BLOCK, Tone.DANGER)
        if running:
            return Status(self.tr("Synchronizing …"), Icon.SYNC)
        if standing.dead:
            return Status(self.tr("%n need(s) attention", "", standing.dead), Icon.WARNING, Tone.WARNING)
        rest = self.safe(standing) if standing.all_safe else self.waiting(standing)
        if standing.trouble and standing.trouble not in OFFLINE:
            words = self.tr("Not synchronized · {rest}").format(rest=rest)
            return Status(words, Icon.WARNING, Tone.WARNING)
        if standing.paused:
            return Status(self.tr("Paused · {rest}").format(rest=rest), Icon.CLOUD_OFFLINE)
        if standing.trouble:
            return Status(self.tr("Offline · {rest}").format(rest=rest), Icon.CLOUD_OFFLINE)
        if standing.all_safe:
            return Status(capitalized(rest), Icon.CLOUD_DONE, Tone.SUCCESS)
        return Status(capitalized(rest), Icon.CLOUD)

    def safe(self, standing: Standing) -> str:
        """`all 37 reports safe at 14:02`: to be said only where `standing.all_safe`."""
        at = self._at(standing.complete_at)
        if not standing.reports_safe:
            return self.tr("all safe at {time}").format(time=at)
        return self.tr("all %n report(s) safe at {time}", "", standing.reports_safe).format(time=at)

    def waiting(self, standing: Standing) -> str:
        """`3 reports waiting`."""
        if standing.reports_waiting:
            return self.tr("%n report(s) waiting", "", standing.reports_waiting)
        if standing.waiting:
            return self.tr("saved here, not sent yet")
        return self.tr("nothing waiting")

    def lines(self, standing: Standing | None, waiting: Waiting, *, running: bool) -> list[str]:
        """Everything there is to know, a sentence or two a line."""
        if standing is None or not standing.joined:
            return [
                self.tr(
                    "Everything is saved on this computer. {events} events wait for the campaign; {unexported} of "
                    "them are in no packet yet, {reports} reports among them."
                ).format(events=waiting.events, reports=waiting.reports, unexported=waiting.unexported),
                self.tr("This laptop has joined no hub: what waits goes to the campaign as a file."),
            ]
        found = []
        if standing.all_safe:
            found.append(
                self.tr(
                    "The hub has signed a receipt for everything on this laptop: %n event(s), each report, message "
                    "and mark counted.",
                    "",
                    standing.complete_count,
                )
            )
        elif standing.waiting:
            found.append(
                self.tr(
                    "%n event(s) wait to be sent, each report, message and mark counted. All of them are saved on "
                    "this computer.",
                    "",
                    standing.waiting,
                )
            )
        if standing.dead:
            found.append(self.tr("%n event(s) were not taken by the hub and need a decision.", "", standing.dead))
        if standing.revoked:
            found.append(" ".join(words_of("AccessEnded")))
        elif running:
            found.append(self.tr("Synchronizing just now."))
        elif standing.trouble:
            found.append(" ".join(filter(None, words_of(standing.trouble))))
        if standing.paused and not standing.revoked:
            found.append(self.tr("Paused: nothing is sent until you resume."))
        elif not standing.revoked and not running:
            found.append(self.next_try(standing.next_try))
        return found

    def next_try(self, at: Milliseconds) -> str:
        """When the next round is due."""
        seconds = (at - QDateTime.currentMSecsSinceEpoch()) // 1000
        if seconds < 5:
            return self.tr("The next try is due now.")
        if seconds < 90:
            return self.tr("The next try is in %n second(s).", "", seconds)
        return self.tr("The next try is in %n minute(s).", "", round(seconds / 60))

    def _at(self, at: Milliseconds | None) -> str:
        there = QDateTime.fromMSecsSinceEpoch(at or 0)
        clock = QLocale().toString(there.time(), QLocale.FormatType.ShortFormat)
        if there.date() == QDateTime.currentDateTime().date():
            return clock
        return f"{QLocale().toString(there.date(), 'd MMM')} {clock}"

    def _without_hub(self, waiting: Waiting) -> Status:
        done = waiting.events and not waiting.unexported
        if not waiting.events:
            words = self.tr("nothing waiting")
        elif done:
            words = self.tr("all saved in a packet")
        elif waiting.reports:
            one, many = self.tr("1 report waiting"), self.tr("{count} reports waiting")
            words = (one if waiting.reports == 1 else many).format(count=waiting.reports)
        else:
            words = self.tr("saved here")
        text = self.tr("Offline · {rest}").format(rest=words)
        return Status(text, Icon.CLOUD_DONE if done else Icon.CLOUD_OFFLINE)


def capitalized(text: str) -> str:
    """A text that begins with a capital, since it stands alone."""
    return text[:1].upper() + text[1:]
