"""What values are called on the screen: channels, times, parties, districts, voters, numbers."""

import re
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.voter_words import VoterWords
from f2f_desktop.volunteer.reachable import Point, formatted
from f2f_desktop.volunteer.standing import MatchState
from f2f_desktop.volunteer.suggestions import ConversationState
from f2f_desktop.voterfile.voters import Voter

CHANNEL_ICONS = {
    Channel.TEXT: Icon.TEXT,
    Channel.CALL: Icon.PHONE,
    Channel.EMAIL: Icon.MAIL,
    Channel.SOCIAL: Icon.PEOPLE,
}


class Wording(VoterWords):
    """Words for values, in the language that the app speaks now."""

    def channel(self, channel: Channel) -> str:
        """The channel's name on the switch."""
        return {
            Channel.TEXT: self.tr("Text"),
            Channel.CALL: self.tr("Call"),
            Channel.EMAIL: self.tr("E-mail"),
            Channel.SOCIAL: self.tr("Social"),
        }[channel]

    def frequency(self, frequency: VoterFrequency) -> str:
        """How often somebody votes; empty where it is unknown."""
        return {
            VoterFrequency.ALWAYS: self.tr("Votes always"),
            VoterFrequency.SOMETIMES: self.tr("Votes sometimes"),
            VoterFrequency.RARELY: self.tr("Votes rarely"),
            VoterFrequency.NEW: self.tr("New voter"),
        }.get(frequency, "")

    def state(self, state: ConversationState) -> str:
        """How far a conversation is, as a filter calls it."""
        return {
            ConversationState.NEW: self.tr("Not contacted"),
            ConversationState.SENT: self.tr("Waiting for an answer"),
            ConversationState.ANSWERED: self.tr("Answered"),
            ConversationState.REPORTED: self.tr("Reported"),
            ConversationState.OPTED_OUT: self.tr("Do not contact"),
        }[state]

    def match(self, state: MatchState) -> str:
        """Where a contact stands with the voter file, as a filter calls it."""
        return {
            MatchState.CONFIRMED: self.tr("Confirmed by you"),
            MatchState.MATCHED: self.tr("Found in the voter file"),
            MatchState.AMBIGUOUS: self.tr("Maybe a match"),
            MatchState.UNMATCHED: self.tr("Not in the voter file"),
            MatchState.REJECTED: self.tr("Not a voter, you said"),
        }[state]

    def moment(self, at: Milliseconds, now: datetime | None = None) -> str:
        """A point in time: the hour today, the weekday within a week, else the date."""
        there = datetime.fromtimestamp(at / 1000, UTC).astimezone()
        today = (now or datetime.now(UTC)).astimezone()
        local = QDateTime.fromMSecsSinceEpoch(at)
        locale = QLocale()
        if there.date() == today.date():
            return self.tr("today {time}").format(time=self.clock(at))
        if today - there < timedelta(days=6):
            return f"{locale.toString(local.date(), 'ddd')} {self.clock(at)}"
        return locale.toString(local.date(), "d MMM")

    def day(self, at: Milliseconds, now: datetime | None = None) -> str:
        """A day, short enough for a chip: `today`, `Tue`, `3 Nov`."""
        there = datetime.fromtimestamp(at / 1000, UTC).astimezone()
        today = (now or datetime.now(UTC)).astimezone()
        if there.date() == today.date():
            return self.tr("today")
        pattern = "ddd" if today - there < timedelta(days=6) else "d MMM"
        return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at).date(), pattern)

    def clock(self, at: Milliseconds) -> str:
        """The hour and minute."""
        return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at).time(), QLocale.FormatType.ShortFormat)

    def touched(self, channel: Channel | None, day: str) -> str:
        """That somebody was written to or called on a day."""
        words = {
            Channel.TEXT: self.tr("Texted {day}"),
            Channel.CALL: self.tr("Called {day}"),
            Channel.EMAIL: self.tr("E-mailed {day}"),
            Channel.SOCIAL: self.tr("Messaged {day}"),
        }
        return words[channel or Channel.SOCIAL].format(day=day)

    def point(self, point: Point) -> str:
        """A number, address or account as people read it, with its label."""
        if point.channel in (Channel.TEXT, Channel.CALL):
            shown = formatted(point.value)
        elif point.channel is Channel.EMAIL:
            shown = point.value
        else:
            handle = re.sub(r"^https?://(www\.)?", "", point.value).rstrip("/")
            return f"{service_name(point.service)} · {handle}" if point.service else handle
        label = self._label(point.label)
        return f"{shown} · {label}" if label else shown

    def _label(self, label: str) -> str:
        return {
            "mobile": self.tr("mobile"),
            "cell": self.tr("mobile"),
            "home": self.tr("home"),
            "work": self.tr("work"),
            "main": self.tr("main"),
        }.get(label.casefold(), label)

    def voter(self, voter: Voter) -> str:
        """Who a voter is: name, year of birth, street, place; what is unknown is left out."""
        born = self.tr("born {year}").format(year=voter.birth_year) if voter.birth_year else ""
        return ", ".join(filter(None, (voter_name(voter), born, voter_address(voter))))


SERVICES = {
    "facebook": "Facebook",
    "messenger": "Messenger",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "signal": "Signal",
    "telegram": "Telegram",
    "tiktok": "TikTok",
    "twitter": "X",
    "whatsapp": "WhatsApp",
    "x": "X",
    "youtube": "YouTube",
}


def service_name(service: str) -> str:
    """A social service as it writes itself."""
    return SERVICES.get(service.casefold(), service.capitalize())


def voter_name(voter: Voter) -> str:
    """A voter's name in ordinary letters; the voter file writes capitals."""
    return re.sub(r"\b(Ii|Iii|Iv)\b", lambda found: found[0].upper(), ordinary_letters(voter.name))


def voter_address(voter: Voter) -> str:
    """Street and place in ordinary letters."""
    place = f"{ordinary_letters(voter.city)} {voter.zip}".strip()
    return ", ".join(filter(None, (ordinary_letters(voter.street_address), place)))


def ordinary_letters(text: str) -> str:
    """Capitals, as a voter file writes, in ordinary letters: `O'Neil`, `12th`, `McDonald`."""
    titled = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), text)
    titled = re.sub(r"(?<=\d)[A-Z][a-z]+", lambda found: found[0].lower(), titled)
    return re.sub(r"\bMc([a-z])", lambda found: "Mc" + found[1].upper(), titled)
