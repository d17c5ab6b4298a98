"""The list that the volunteer works through: every contact with what the campaign allows to be seen of them.

`Suggestions.rows` reads an action's rows once, on the vault's thread; `visible` filters and orders them in memory,
fast enough for every keystroke.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.filters import District, VoterFrequency
from f2f_desktop.campaign.ids import ActionId, ContactId, Milliseconds
from f2f_desktop.contacts.model import Contact
from f2f_desktop.events.facts import ContactsSynced, MessageKind, SuggestionsCounted
from f2f_desktop.events.hashes import point_hash
from f2f_desktop.vault import cards, conversations, matches, properties
from f2f_desktop.vault.cards import StoredContact
from f2f_desktop.vault.content import content
from f2f_desktop.vault.conversations import StoredMessage
from f2f_desktop.vault.journal import newest, record
from f2f_desktop.vault.vault import Transaction, Vault
from f2f_desktop.volunteer.campaigns import action_of
from f2f_desktop.volunteer.reachable import channels_of
from f2f_desktop.volunteer.standing import MatchState, Standing, by_person, standing
from f2f_desktop.volunteer.targets import Targets


class ConversationState(StrEnum):
    """How far the conversation with a contact is, in one action."""

    NEW = "new"
    SENT = "sent"
    """An initial message went out."""
    ANSWERED = "answered"
    """A response script was sent: the friend had answered."""
    REPORTED = "reported"
    OPTED_OUT = "opted_out"


class ContactRow(msgspec.Struct, frozen=True):
    """One line of the list. Context is empty where the match is not certain or the campaign hides it."""

    id: ContactId
    name: str
    channels: frozenset[Channel]
    starred: bool = False
    match: MatchState = MatchState.UNMATCHED
    candidates: int = 0
    departed: bool = False
    """The voter was confirmed, and is not in the extract in use: nothing is shown of what an older one said."""
    party: str = ""
    frequency: VoterFrequency = VoterFrequency.UNKNOWN
    in_district: bool | None = None
    """Whether the voter lives in the action's district; None if unmatched or if the action names no district."""
    in_swing_district: bool = False
    districts: dict[str, str] = {}
    place: str = ""
    """City and ZIP code: the voter's, or else the address book's."""
    state: ConversationState = ConversationState.NEW
    last_at: Milliseconds | None = None
    last_channel: Channel | None = None
    """The channel of the last message."""
    search: str = ""
    """What a search looks through: folded name, nicknames, numbers, addresses, place."""
    sort_key: str = ""


class Query(msgspec.Struct, frozen=True):
    """What the volunteer has chosen to see. Empty tuples and texts let everything pass."""

    channel: Channel | None = None
    text: str = ""
    starred_only: bool = False
    districts: tuple[District, ...] = ()
    parties: tuple[str, ...] = ()
    frequencies: tuple[VoterFrequency, ...] = ()
    states: tuple[ConversationState, ...] = ()
    matches: tuple[MatchState, ...] = ()


class Choices(msgspec.Struct, frozen=True):
    """What the filters can offer, from the rows themselves: only values that occur."""

    districts: dict[str, tuple[str, ...]]
    """Kind to its codes, in order."""
    parties: tuple[str, ...]
    frequencies: tuple[VoterFrequency, ...]


def fold(text: str) -> str:
    """`text` for comparing: no accents, no case, blanks collapsed."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def visible(rows: Sequence[ContactRow], query: Query) -> list[int]:
    """Indices of the rows that pass the query: starred first, then as `rows` are ordered (by name).

    Every word of the text must occur; a word of digits is looked for in phone numbers.
    """
    # Each filter that is on takes one pass over what the former ones left: a quarter of the time of asking
    # every row for everything.
    left: Sequence[int] = range(len(rows))
    if query.channel is not None:
        left = [index for index in left if query.channel in rows[index].channels]
    if query.starred_only:
        left = [index for index in left if rows[index].starred]
    if query.parties:
        left = [index for index in left if rows[index].party in query.parties]
    if query.frequencies:
        left = [index for index in left if rows[index].frequency in query.frequencies]
    if query.states:
        left = [index for index in left if rows[index].state in query.states]
    if query.matches:
        left = [index for index in left if rows[index].match in query.matches]
    wanted: dict[str, set[str]] = defaultdict(set)
    for district in query.districts:
        wanted[district.kind].add(district.code)
    for kind, codes in wanted.items():
        left = [index for index in left if rows[index].districts.get(kind) in codes]
    for word in fold(query.text).split():
        looked_for = _search_word(word)
        left = [index for index in left if looked_for in rows[index].search]
    starred = [index for index in left if rows[index].starred]
    return starred + [index for index in left if not rows[index].starred]


def _search_word(word: str) -> str:
    digits = "".join(c for c in word if c.isdigit())
    return digits if digits and not any(c.isalpha() for c in word) else word


def choices(rows: Iterable[ContactRow]) -> Choices:
    """What the filters can offer for these rows."""
    districts: dict[str, set[str]] = defaultdict(set)
    parties: set[str] = set()
    frequencies: set[VoterFrequency] = set()
    for row in rows:
        for kind, code in row.districts.items():
            districts[kind].add(code)
        if row.party:
            parties.add(row.party)
        if row.frequency is not VoterFrequency.UNKNOWN:
            frequencies.add(row.frequency)
    return Choices(
        {kind: tuple(sorted(codes, key=_natural)) for kind, codes in sorted(districts.items())},
        tuple(sorted(parties)),
        tuple(frequency for frequency in VoterFrequency if frequency in frequencies),
    )


def _natural(code: str) -> tuple[int, str]:
    return (int(code), "") if code.isdigit() else (1 << 30, code)


def standings_in(connection: Transaction) -> dict[ContactId, Standing]:
    """Where every contact stands with the voter file."""
    found = matches.all_matches(connection)
    decided = by_person(matches.decisions_in_force(connection), cards.owners(connection))
    return {
        contact_id: standing(found.get(contact_id), decided.get(contact_id, ()))
        for contact_id in cards.contact_ids(connection)
    }


def record_counts(connection: Transaction) -> None:
    """Records how many contacts there are and how many are matched, if that is news."""
    standings = standings_in(connection)
    fact = ContactsSynced(len(standings), sum(each.state.certain for each in standings.values()))
    if newest(connection, fact) != fact:
        record(connection, fact)


class Suggestions:
    """Reads rows for an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def standings(self) -> dict[ContactId, Standing]:
        """Where every contact stands with the voter file."""
        with self._vault.transaction() as connection:
            return standings_in(connection)

    def standing_of(self, contact_id: ContactId) -> Standing:
        """Where one contact stands with the voter file."""
        with self._vault.transaction() as connection:
            own_ids = frozenset(cards.own_ids_of(connection, contact_id))
            found = matches.match_of(connection, contact_id)
            decided = [each for each in matches.decisions_in_force(connection) if each.about & own_ids]
        return standing(found, decided)

    def record_suggested(self, action: Action, known: int) -> None:
        """Records how many people of the action's list are among the contacts, if that is news."""
        name = f"suggested/{action.id}"
        with self._vault.transaction() as connection:
            if properties.get_text(connection, name, "0") != str(known):
                record(connection, SuggestionsCounted(action.id, action.version, known))
                properties.set_text(connection, name, str(known))

    def row(self, action_id: ActionId, contact_id: ContactId, known: Action | None = None) -> ContactRow | None:
        """One row of an action; None if the contact is gone or its auto-filters leave it out.

        After a change to one conversation this is all that has to be read again. `known` is the action as it was, if
        it may have been closed. Raises `ActionClosed`.
        """
        with self._vault.transaction() as connection:
            person = cards.contact(connection, contact_id)
        if person is None:
            return None
        rows = self._rows(action_id, {person.id: self.standing_of(person.id)}, [person], known)
        return rows[0] if rows else None

    def rows(self, action_id: ActionId) -> list[ContactRow]:
        """All rows of an action, by name: the contacts that its auto-filters let pass, and whoever was written to.

        Raises `ActionClosed`.
        """
        standings = self.standings()
        with self._vault.transaction() as connection:
            people = cards.all_contacts(connection)
        return self._rows(action_id, standings, people)

    def _rows(
        self,
        action_id: ActionId,
        standings: Mapping[ContactId, Standing],
        people: Sequence[StoredContact],
        known: Action | None = None,
    ) -> list[ContactRow]:
        with self._vault.transaction() as connection:
            campaign = content(connection)
            if campaign is None:
                return []
            action = action_of(campaign, action_id, known)
            only = cards.own_ids_of(connection, people[0].id) if len(people) == 1 else None
            owner = cards.owners(connection) if only is None else dict.fromkeys(only, people[0].id)
            progress = _Progress(
                conversations.messages_of(connection, action_id, only),
                {
                    owner.get(r.contact_id, r.contact_id): r.at
                    for r in conversations.reports_of(connection, action_id, only)
                },
                {owner.get(own, own) for own in conversations.opted_out(connection)},
                conversations.opted_out_points(connection),
                owner,
            )
            volunteer_email = properties.get_text(connection, properties.VOLUNTEER_EMAIL)
        listed = next((each for each in campaign.target_lists if each.id == action.target_list), None)
        targets = Targets(listed, volunteer_email)
        rows = (
            _row(person.id, person.contact, standings[person.id], campaign, action, targets, progress)
            for person in people
        )
        return sorted((row for row in rows if row is not None), key=lambda row: row.sort_key)


class _Progress:
    """State of every conversation of one action, by the person whom the cards belong to today."""

    def __init__(
        self,
        messages: Iterable[StoredMessage],
        reported: dict[ContactId, Milliseconds],
        opted_out: set[ContactId],
        closed_points: frozenset[str],
        owner: dict[ContactId, ContactId],
    ) -> None:
        self._states: dict[ContactId, tuple[ConversationState, Milliseconds]] = {}
        self._channels: dict[ContactId, Channel] = {}
        for message in messages:
            answered = message.kind is MessageKind.RESPONSE
            state = ConversationState.ANSWERED if answered else ConversationState.SENT
            person = owner.get(message.contact_id, message.contact_id)
            former = self._states.get(person)
            if former is not None and former[0] is ConversationState.ANSWERED:
                state = ConversationState.ANSWERED
            self._states[person] = (state, message.at)
            self._channels[person] = message.channel
        for person, at in reported.items():
            last = max(at, self._states.get(person, (ConversationState.NEW, at))[1])
            self._states[person] = (ConversationState.REPORTED, last)
        self._opted_out = opted_out
        self._closed_points = closed_points

    def of(
        self, contact_id: ContactId, contact: Contact, hash_key: bytes
    ) -> tuple[ConversationState, Milliseconds | None]:
        """State and time of the last thing that happened."""
        state, at = self._states.get(contact_id, (ConversationState.NEW, None))
        if contact_id in self._opted_out or is_closed(contact, self._closed_points, hash_key):
            state = ConversationState.OPTED_OUT
        return state, at

    def last_channel(self, contact_id: ContactId) -> Channel | None:
        """The channel of the last message."""
        return self._channels.get(contact_id)


def is_closed(contact: Contact, closed_points: frozenset[str], hash_key: bytes) -> bool:
    """Whether a number or address of the contact belongs to somebody who opted out."""
    return bool(closed_points) and any(
        point_hash(hash_key, point) in closed_points
        for point in (
            *(phone.e164 for phone in contact.phones if phone.e164),
            *(email.address for email in contact.emails),
        )
    )


def display_name(contact: Contact) -> str:
    """The name to show: the person's, else the organization's, else a number or address."""
    points = [phone.e164 or phone.original for phone in contact.phones] + [e.address for e in contact.emails]
    return contact.name.full or contact.organization or next(iter(points), "")


def _row(
    contact_id: ContactId,
    contact: Contact,
    stands: Standing,
    campaign: CampaignContent,
    action: Action,
    targets: Targets,
    progress: _Progress,
) -> ContactRow | None:
    voter = stands.in_file
    state, last_at = progress.of(contact_id, contact, campaign.settings.phone_hash_key)
    # A conversation that has begun stays in the list, or its report could never be filed.
    outside = voter is not None and not action.filters.passes(voter.districts, voter.party, voter.frequency)
    if outside and last_at is None:
        return None
    name = display_name(contact)
    address = contact.addresses[0] if contact.addresses else None
    place = ""
    if voter is not None:
        place = f"{voter.city.title()} {voter.zip}".strip()
    elif address is not None:
        place = f"{address.city} {address.postal_code}".strip()
    districts = voter.districts if voter is not None else {}
    suggested = targets.suggested(contact, stands.voter_id)
    return ContactRow(
        id=contact_id,
        name=name,
        channels=channels_of(contact),
        starred=suggested is not None,
        match=stands.state,
        candidates=len(stands.candidates),
        departed=stands.departed is not None,
        party=voter.party if voter is not None and campaign.settings.party_visible else "",
        frequency=voter.frequency if voter is not None else VoterFrequency.UNKNOWN,
        in_district=(
            action.filters.in_districts(districts) if voter is not None and action.filters.districts else None
        ),
        in_swing_district=any(campaign.settings.is_swing(kind, code) for kind, code in districts.items()),
        districts=districts,
        place=place,
        state=state,
        last_at=last_at,
        last_channel=progress.last_channel(contact_id),
        search=_haystack(contact, name, place),
        sort_key=fold(name),
    )


def _haystack(contact: Contact, name: str, place: str) -> str:
    texts = [
        name,
        *contact.nicknames,
        contact.organization,
        place,
        *(email.address for email in contact.emails),
        *(profile.handle for profile in contact.social),
        *(address.city for address in contact.addresses),
    ]
    numbers = (phone.e164 or phone.original for phone in contact.phones)
    digits = ("".join(c for c in number if c.isdigit()) for number in numbers)
    return fold("\n".join(filter(None, texts))) + "\n" + "\n".join(digits)
