"""A week of the demo campaign: what forty invented volunteers did, as the events that their laptops signed."""

import random
from collections.abc import Sequence

import msgspec

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ContactId, FieldId, Milliseconds, TagId, VoterId
from f2f_desktop.events.envelope import Event, SignedEvent, signed
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    Answers,
    ContactReference,
    ContactsSynced,
    Fact,
    MessageKind,
    MessageSent,
    OptedOut,
    ReportCorrected,
    ReportFiled,
    SuggestionsCounted,
    Voided,
)
from f2f_desktop.events.ids import new_event_id
from f2f_desktop.events.signing import SigningKey

VOLUNTEERS = 40
MINUTE, HOUR, DAY = 60_000, 3_600_000, 24 * 3_600_000

FIRST = (
    "Ada Ben Carla Dmitri Elena Farid Grace Hugo Ines Jamal Keiko Liam Mona Nils Olga Pablo Quinn Rosa Sami Tara Uma "
    "Viktor Wanda Xavier Yara Zeno Amara Boris Celia Dario Edith Felix Greta Hanna Ivan Julia Kofi Lena Marco Nadia"
).split()
LAST = (
    "Abbott Barros Castle Dumont Ebert Fisk Garner Holm Ibarra Jansen Kettle Lund Marsh Norton Okafor Pruitt Quist "
    "Ramos Sandoval Thorne"
).split()

_CHANNELS = (Channel.TEXT, Channel.TEXT, Channel.TEXT, Channel.CALL, Channel.EMAIL, Channel.SOCIAL)


class WeekOfOne(msgspec.Struct, frozen=True):
    """What one volunteer's laptop signed."""

    name: str
    email: str
    key: SigningKey
    stream: str
    events: tuple[SignedEvent, ...]


def demo_week(
    content: CampaignContent, now: Milliseconds, seed: int, volunteers: int = VOLUNTEERS
) -> list[WeekOfOne]:
    """A week that ends now; the same seed gives the same doings, under fresh keys and ids."""
    return [_Volunteer(content, now, seed, number).week() for number in range(volunteers)]


class _Volunteer:
    def __init__(self, content: CampaignContent, now: Milliseconds, seed: int, number: int) -> None:
        self._draw = random.Random(f"{seed}/{number}")  # noqa: S311 - invented doings
        self._content, self._now, self._number = content, now, number
        self._key = SigningKey.generate()
        self._stream = f"demo-{self._draw.getrandbits(96):024x}"
        self._done: list[tuple[Milliseconds, Fact]] = []
        self._listed = [voter.voter_id for each in content.target_lists for voter in each.voters]

    def week(self) -> WeekOfOne:
        first = FIRST[self._number % len(FIRST)]
        last = LAST[self._draw.randrange(len(LAST))]
        begin = self._now - self._draw.randrange(3 * DAY, 7 * DAY)
        contacts = self._draw.randrange(60, 400)
        self._add(begin, ContactsSynced(contacts, int(contacts * self._draw.uniform(0.2, 0.5))))
        for action in self._content.actions:
            if self._draw.random() < 0.92:
                self._act(action, begin)
        events = []
        for seq, (at, fact) in enumerate(sorted(self._done, key=lambda each: each[0]), 1):
            events.append(signed(Event(new_event_id(at), self._stream, seq, at, fact), self._key))
        return WeekOfOne(
            f"{first} {last}",
            f"{first}.{last}.{self._number}@example.org".lower(),
            self._key,
            self._stream,
            (*events, *self._undone(events)),
        )

    def _add(self, at: int, fact: Fact) -> None:
        self._done.append((Milliseconds(min(at, self._now)), fact))

    def _act(self, action: Action, begin: int) -> None:
        at = begin + self._draw.randrange(DAY)
        self._add(at, ActionSeen(action.id, action.version))
        if action.target_list is not None:
            self._add(at, SuggestionsCounted(action.id, action.version, self._draw.randrange(2, 30)))
        if self._draw.random() > 0.85:
            return
        self._add(at + MINUTE, ActionStarted(action.id, action.version))
        hasty = self._number == 7 and action is self._content.actions[0]
        count = 120 if hasty else int(self._draw.gammavariate(2.2, 7))
        for number in range(count):
            evening = at + self._draw.randrange(4) * DAY
            when = begin + 2 * DAY + number * 700 if hasty else evening + self._draw.randrange(3 * HOUR)
            self._talk(action, number, when)
        if count and self._draw.random() < 0.6:
            self._add(at + 4 * DAY, ActionCompleted(action.id, action.version))

    def _talk(self, action: Action, number: int, at: int) -> None:
        draw = self._draw
        suggested = bool(self._listed) and draw.random() < 0.45
        voter = draw.choice(self._listed) if suggested else VoterId(f"DEMO{draw.randrange(10**7):07d}")
        matched = suggested or draw.random() < 0.4
        name = f"{draw.choice(FIRST)} {draw.choice(LAST)}" if matched else ""
        contact = ContactReference(
            ContactId(f"{self._stream}-{action.id}-{number}"),
            voter if matched else None,
            name,
            f"{draw.getrandbits(128):032x}",
        )
        channel = draw.choice(_CHANNELS)
        script = action.scripts.for_channel(channel).id
        in_district = True if suggested else (draw.random() < 0.6 if matched else None)
        sent = MessageSent(
            action.id,
            action.version,
            contact,
            channel,
            MessageKind.INITIAL,
            script,
            edited=draw.random() < 0.35,
            suggested=suggested,
            in_district=in_district,
        )
        self._add(at, sent)
        if draw.random() > 0.55:
            return
        later = at + draw.randrange(5 * MINUTE, 8 * HOUR)
        response = draw.choice(action.responses) if action.responses else None
        if response is not None:
            self._add(later, msgspec.structs.replace(sent, kind=MessageKind.RESPONSE, script=response.id))
        answers = self._answers(action, response.apply_tags if response else ())
        if response is not None:
            fields = {each.field: each.value for each in response.set_fields}
            answers = msgspec.structs.replace(answers, fields={**answers.fields, **fields})
        filed = ReportFiled(
            action.id, action.version, contact, answers, channel, response.id if response else None
        )
        self._add(later + MINUTE, filed)
        if draw.random() < 0.02:
            self._add(later + 2 * MINUTE, OptedOut(contact, (contact.point_hash,)))

    def _answers(self, action: Action, tags: Sequence[TagId]) -> Answers:
        draw = self._draw
        asked = {field.id: field for field in self._content.fields if field.id in action.report.fields}
        fields: dict[FieldId, str] = {
            id_: draw.choice(field.choices)
            for id_, field in asked.items()
            if field.choices and draw.random() < 0.7
        }
        more = tuple(tag for tag in action.report.tags if draw.random() < 0.12)
        return Answers(tuple(dict.fromkeys([*tags, *more])), fields)

    def _undone(self, events: Sequence[SignedEvent]) -> list[SignedEvent]:
        """A few reports are corrected, a few messages undone."""
        found: list[SignedEvent] = []
        facts = [(each, msgspec.json.decode(each.body)["id"]) for each in events]
        ordered = sorted(self._done, key=lambda each: each[0])
        for (_, id_), (at, fact) in zip(facts, ordered, strict=True):
            seq = len(events) + len(found) + 1
            moment = Milliseconds(min(at + 3 * MINUTE, self._now))
            undo: Fact | None = None
            if isinstance(fact, ReportFiled) and self._draw.random() < 0.06:
                answers = Answers(fact.answers.tags[:1], fact.answers.fields, "")
                undo = ReportCorrected(id_, fact.action, fact.action_version, fact.contact, answers, fact.channel)
            elif isinstance(fact, MessageSent) and self._draw.random() < 0.02:
                undo = Voided(id_, "pressed by mistake")
            if undo is not None:
                event = Event(new_event_id(moment), self._stream, seq, moment, undo)
                found.append(signed(event, self._key))
        return found
