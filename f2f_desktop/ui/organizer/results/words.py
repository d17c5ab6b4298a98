"""What figures, moments and people of the results are called."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, Milliseconds
from f2f_desktop.protocol.results import DEFINITIONS, ActionResults, Figure, HistoryLine
from f2f_desktop.protocol.roles import Role
from f2f_desktop.ui.widgets import DayBar
from f2f_desktop.workspace import AsOf

CONTEXT = "FigureDefinitions"
"""Where translations of `DEFINITIONS` stand; `packaging/definitions.py` collects them."""


class ResultWords(QObject):
    """Words for results, in the language that the app speaks now."""

    def figure(self, figure: Figure) -> str:
        """A figure's name."""
        return {
            Figure.SENT_TO: self.tr("Sent to"),
            Figure.SEEN: self.tr("Seen"),
            Figure.STARTED: self.tr("Started"),
            Figure.COMPLETED: self.tr("Completed"),
            Figure.PERFORMS: self.tr("Performs"),
            Figure.REPORTS: self.tr("Reports"),
            Figure.INITIAL: self.tr("Initial messages sent"),
            Figure.PHONES: self.tr("Unique phones reached"),
            Figure.FOLLOWED_UP: self.tr("Contacts followed up with"),
            Figure.RESPONSES: self.tr("Replies sent"),
            Figure.REACHED: self.tr("Contacts reached"),
            Figure.SUGGESTED_KNOWN: self.tr("Suggested known"),
            Figure.SUGGESTED_REACHED: self.tr("Suggested reached"),
            Figure.CLICKS: self.tr("Link clicks"),
        }[figure]

    def definition(self, figure: Figure) -> str:
        """What a figure counts."""
        definition = DEFINITIONS[figure]
        return QCoreApplication.translate(CONTEXT, definition)

    def channel(self, channel: str) -> str:
        """A channel's name; what is unknown stands as it is."""
        return {
            "text": self.tr("Text"),
            "call": self.tr("Call"),
            "email": self.tr("E-mail"),
            "social": self.tr("Social"),
        }.get(channel, channel)

    def role(self, role: Role) -> str:
        """A role's name."""
        return {
            Role.VOLUNTEER: self.tr("Volunteer"),
            Role.ORGANIZER: self.tr("Organizer"),
            Role.OWNER: self.tr("Owner"),
        }[role]

    def number(self, number: int) -> str:
        """A number, grouped; nothing for nothing keeps tables calm."""
        return QLocale().toString(number)

    def yes_no(self, yes: bool | None) -> str:
        """Yes, no, or unknown."""
        if yes is None:
            return self.tr("Unknown")
        return self.tr("Yes") if yes else self.tr("No")

    def moment(self, at: int | None) -> str:
        """A point in time: the hour today, else day and hour; a dash for none."""
        if at is None:
            return self.tr("never")
        there = QDateTime.fromMSecsSinceEpoch(at)
        clock = QLocale().toString(there.time(), QLocale.FormatType.ShortFormat)
        today = datetime.now().astimezone().date()
        if there.date().toPython() == today:
            return clock
        pattern = "d MMM" if there.date().year() == today.year else "d MMM yyyy"
        return f"{QLocale().toString(there.date(), pattern)}, {clock}"

    def age(self, answer: AsOf[object]) -> str:
        """How old an answer is, and why it is no newer."""
        at = self.moment(answer.at)
        if not answer.trouble:
            return self.tr("As of {time}").format(time=at)
        return self.tr("As of {time} · {reason}").format(time=at, reason=self.trouble(answer.trouble))

    def trouble(self, name: str) -> str:
        """Why the hub could not be asked, by the name of the error's class."""
        return {
            "NetworkMissing": self.tr("offline since"),
            "HubAnswersNot": self.tr("the hub has not answered since"),
            "NotTheHub": self.tr("this network answers in the hub's place"),
            "HubBusy": self.tr("the hub has much to do just now"),
            "AccessEnded": self.tr("this laptop's access has ended"),
        }.get(name, self.tr("the hub cannot be asked just now"))

    def volunteer(self, name: str, email: str, id_: str) -> str:
        """Whoever it is, by what is known of them."""
        return name or email or self.tr("Laptop {id}").format(id=id_[:8])

    def action(self, content: CampaignContent | None, action: ActionId) -> str:
        """An action's title, or its id where this laptop does not know it."""
        known = content.actions if content is not None else ()
        return next((each.title for each in known if each.id == action and each.title), str(action))

    def days(self, results: ActionResults, figure: Figure) -> tuple[list[str], list[DayBar]]:
        """A figure's series by channel and its days, with the days on which nothing happened."""
        found = [each for each in results.days if each.figure == figure]
        if not found:
            return [], []
        order = ("text", "call", "email", "social")
        channels = sorted(
            {each.channel for each in found}, key=lambda name: (order.index(name) if name in order else 9, name)
        )
        counts: dict[str, dict[str, int]] = {}
        for each in found:
            counts.setdefault(each.day, {})[each.channel] = each.count
        days = all_days(sorted(counts))
        locale = QLocale()
        bars = []
        for day in days:
            date = QDateTime.fromString(day, "yyyy-MM-dd").date()
            own = counts.get(day, {})
            bars.append(
                DayBar(
                    locale.toString(date, "d MMM"),
                    locale.toString(date, "ddd d MMM"),
                    tuple(own.get(channel, 0) for channel in channels),
                )
            )
        return [self.channel(channel) for channel in channels], bars

    def line(self, line: HistoryLine, content: CampaignContent | None) -> tuple[str, str]:
        """What happened in a conversation, and what was answered."""
        scripts = script_names(content)
        on = self.channel(line.channel)
        if line.type == "message.sent.initial":
            what = self.tr("First message, {channel}").format(channel=on)
        elif line.type == "message.sent.response":
            label = scripts.get(line.script, "")
            what = (
                self.tr("Reply “{label}”, {channel}").format(label=label, channel=on)
                if label
                else self.tr("Reply, {channel}").format(channel=on)
            )
        elif line.type == "report.filed":
            what = self.tr("Report filed")
        elif line.type == "report.corrected":
            what = self.tr("Report corrected")
        else:
            what = line.type
        if line.edited:
            what = self.tr("{what}, in own words").format(what=what)
        if line.voided:
            what = self.tr("{what} (does not count: undone or left out)").format(what=what)
        return what, self._answers(line, content)

    def _answers(self, line: HistoryLine, content: CampaignContent | None) -> str:
        answers = line.answers
        tags = {str(tag.id): tag.name for tag in content.tags} if content is not None else {}
        fields = {str(field.id): field.name for field in content.fields} if content is not None else {}
        parts = [tags.get(tag, tag) for tag in answers.tags]
        parts += [f"{fields.get(field, field)}: {value}" for field, value in answers.fields.items()]
        if answers.note:
            parts.append(self.tr("Note: {note}").format(note=answers.note))
        return " · ".join(parts)


def script_names(content: CampaignContent | None) -> dict[str, str]:
    """The label of each response script by its id."""
    if content is None:
        return {}
    return {str(each.id): each.label for action in content.actions for each in action.responses}


MOST_DAYS = 92
"""Bars of a chart; before them only days are shown on which something happened."""


def all_days(days: list[str]) -> list[str]:
    """The days between the first and the last, all of them, the newest `MOST_DAYS`. ISO dates, ascending."""
    first, last = datetime.fromisoformat(days[0]).date(), datetime.fromisoformat(days[-1]).date()
    start = max(first.toordinal(), last.toordinal() - MOST_DAYS + 1)
    return [first.fromordinal(number).isoformat() for number in range(start, last.toordinal() + 1)]


def at_or_zero(at: Milliseconds | None) -> int:
    """A moment to sort by."""
    return at or 0
