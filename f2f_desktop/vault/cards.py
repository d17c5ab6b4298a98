"""Address books in the vault: cards as they were read, and the people they add up to.

Reading the same card again changes nothing; a changed card takes the place of the old one and keeps its id, so
that whatever was said to the person stays with them. Grouping cards into people is `contacts.merging`'s
business; here its answer is stored, and can be taken back card by card.
"""

import hashlib
import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from f2f_desktop.campaign.ids import ContactId, Milliseconds
from f2f_desktop.contacts.merging import compatible_names, merged, same_person_groups
from f2f_desktop.contacts.model import Contact, Problem
from f2f_desktop.vault.tables import apart, cards, contacts, heirs, imports


class ImportSummary(msgspec.Struct, frozen=True):
    """What one reading of address books brought."""

    id: str
    at: Milliseconds
    label: str
    new: int
    changed: int
    unchanged: int
    problems: tuple[Problem, ...]
    people_before: int
    people_after: int

    @property
    def merged(self) -> int:
        """How many of the new cards belonged to people who were there already, or to one another."""
        return max(0, self.new - (self.people_after - self.people_before))


class StoredContact(msgspec.Struct, frozen=True):
    """A person of the address books. `cards` are the cards they were merged from."""

    id: ContactId
    contact: Contact
    cards: int = 1


class StoredCard(msgspec.Struct, frozen=True):
    """One card of a merged person."""

    own_id: ContactId
    contact: Contact


def _content(contact: Contact) -> bytes:
    return msgspec.json.encode(contact, order="deterministic")


def _digest(contact: Contact) -> bytes:
    """A hash of what the card says; where it was read does not matter."""
    return hashlib.sha256(_content(msgspec.structs.replace(contact, source=_NOWHERE))).digest()


_NOWHERE = Contact.__struct_defaults__[-1]


def store_import(
    connection: Connection, label: str, found: Sequence[Contact], problems: Sequence[Problem], at: Milliseconds
) -> ImportSummary:
    """Stores what was read from one or more address books, and merges people."""
    import_id = secrets.token_hex(8)
    connection.execute(
        insert(imports).values(id=import_id, at=at, label=label, problems=msgspec.json.encode(list(problems)))
    )
    people_before = count_contacts(connection)
    known = _cards_by_uid(connection)
    incoming = {(contact.uid, _digest(contact)): contact for contact in found}
    new: list[dict[str, object]] = []
    changed = 0
    for (uid, digest), contact in incoming.items():
        same_uid = known.get(uid, [])
        if any(row.digest == digest for row in same_uid):
            continue
        own_id = secrets.token_hex(8)
        # Another version of the card, unless the file still holds that version beside this one.
        versions = [row for row in same_uid if (uid, row.digest) not in incoming]
        former = _former_version(versions, contact)
        if former is not None:
            same_uid.remove(former)
            own_id = former.own_id
            connection.execute(update(cards).where(cards.c.id == former.id).values(retired_by=import_id))
            changed += 1
        new.append(
            {
                "own_id": own_id,
                "uid": uid,
                "digest": digest,
                "contact": _content(contact),
                "import_id": import_id,
                "contact_id": own_id,
            }
        )
    if new:
        connection.execute(insert(cards), new)
    if new or changed:
        regroup(connection)
    return ImportSummary(
        import_id,
        at,
        label,
        len(new) - changed,
        changed,
        len(incoming) - len(new),
        tuple(problems),
        people_before,
        count_contacts(connection),
    )


def _cards_by_uid(connection: Connection) -> dict[str, list[Row[int, str, bytes, bytes, str]]]:
    known: dict[str, list[Row[int, str, bytes, bytes, str]]] = defaultdict(list)
    for row in connection.execute(
        select(cards.c.id, cards.c.uid, cards.c.digest, cards.c.contact, cards.c.own_id)
        .where(cards.c.retired_by.is_(None))
        .order_by(cards.c.id)
    ):
        known[row.uid].append(row)
    return known


def _former_version(
    versions: Sequence[Row[int, str, bytes, bytes, str]], changed: Contact
) -> Row[int, str, bytes, bytes, str] | None:
    """The card that `changed` is a new version of: the same name if possible, else one with something in common.

    The same uid alone is not enough: there are programs that number the cards of every file from 1.
    """
    read = [(row, msgspec.json.decode(row.contact, type=Contact)) for row in versions]
    same_name = (row for row, old in read if old.name == changed.name)
    akin = (
        row for row, old in read if compatible_names(old.name, changed.name) or _points(old) & _points(changed)
    )
    return next(same_name, None) or next(akin, None)


def _points(contact: Contact) -> set[str]:
    return {phone.e164 or phone.original for phone in contact.phones} | {each.address for each in contact.emails}


def undo_import(connection: Connection, import_id: str) -> None:
    """Takes the cards of an import out again and puts back those that it replaced."""
    # A card of this import that a later one has replaced: its predecessor is now replaced by that one.
    for row in connection.execute(
        select(cards.c.own_id, cards.c.retired_by).where(
            cards.c.import_id == import_id, cards.c.retired_by.is_not(None)
        )
    ).all():
        connection.execute(
            update(cards)
            .where(cards.c.own_id == row.own_id, cards.c.retired_by == import_id)
            .values(retired_by=row.retired_by)
        )
    _name_heirs(connection, import_id)
    connection.execute(delete(cards).where(cards.c.import_id == import_id))
    connection.execute(update(cards).where(cards.c.retired_by == import_id).values(retired_by=None))
    connection.execute(delete(imports).where(imports.c.id == import_id))
    regroup(connection)


def _name_heirs(connection: Connection, import_id: str) -> None:
    """What was recorded about a card that goes passes to the oldest card of the same person that stays."""
    rows = connection.execute(
        select(cards.c.own_id, cards.c.contact_id, cards.c.import_id, cards.c.retired_by).order_by(cards.c.id)
    ).all()
    staying = {row.own_id for row in rows if row.import_id != import_id}
    stays: dict[str, str] = {}
    for row in rows:
        if row.own_id in staying and row.retired_by is None:
            stays.setdefault(row.contact_id, row.own_id)
    for row in rows:
        if row.own_id not in staying and row.retired_by is None and row.contact_id in stays:
            heir = stays[row.contact_id]
            connection.execute(update(heirs).where(heirs.c.heir == row.own_id).values(heir=heir))
            connection.execute(insert(heirs).values(own_id=row.own_id, heir=heir))


def regroup(connection: Connection) -> None:
    """Works out anew which cards are the same person, and stores what changed."""
    # A changed card keeps the age of its first version, so that a person's id does not change with it.
    first = select(cards.c.own_id, func.min(cards.c.id).label("id")).group_by(cards.c.own_id).subquery()
    rows = connection.execute(
        select(cards.c.id, cards.c.own_id, cards.c.contact, cards.c.contact_id)
        .join(first, first.c.own_id == cards.c.own_id)
        .where(cards.c.retired_by.is_(None))
        .order_by(first.c.id)
    ).all()
    decode = msgspec.json.Decoder(Contact).decode
    read = [decode(row.contact) for row in rows]
    separated = [frozenset(pair) for pair in connection.execute(select(apart.c.first, apart.c.second))]
    # `merging` knows cards by uid; here two cards may share one, so their own ids take its place.
    keyed = [msgspec.structs.replace(contact, uid=row.own_id) for contact, row in zip(read, rows, strict=True)]
    stored = {
        row.id: row for row in connection.execute(select(contacts.c.id, contacts.c.contact, contacts.c.cards))
    }
    groups = same_person_groups(keyed, separated)
    people: list[dict[str, object]] = []
    moved: list[tuple[int, str]] = []
    for group in groups:
        contact_id = rows[group[0]].own_id
        moved += [(rows[index].id, contact_id) for index in group if rows[index].contact_id != contact_id]
        person = read[group[0]] if len(group) == 1 else merged([read[index] for index in group])
        content = _content(person)
        old = stored.pop(contact_id, None)
        if old is None or old.contact != content or old.cards != len(group):
            people.append(
                {
                    "id": contact_id,
                    "contact": content,
                    "name": person.name.full,
                    "sort_key": sort_key(person),
                    "cards": len(group),
                }
            )
    for card_id, contact_id in moved:
        connection.execute(update(cards).where(cards.c.id == card_id).values(contact_id=contact_id))
    gone = [*stored, *(person["id"] for person in people)]
    for start in range(0, len(gone), 500):
        connection.execute(delete(contacts).where(contacts.c.id.in_(gone[start : start + 500])))
    if people:
        connection.execute(insert(contacts), people)


def sort_key(contact: Contact) -> str:
    """Where a contact stands in an alphabetical list: by first name, as people look for friends."""
    return (contact.name.full or contact.organization).casefold()


def separate(connection: Connection, contact_id: ContactId) -> None:
    """Takes a merged person apart into their cards, and remembers it."""
    own_ids = sorted(card.own_id for card in cards_of(connection, contact_id))
    pairs = [
        {"first": first, "second": second}
        for index, first in enumerate(own_ids)
        for second in own_ids[index + 1 :]
    ]
    for pair in pairs:
        connection.execute(insert(apart).prefix_with("OR IGNORE").values(**pair))
    regroup(connection)


def rejoin(connection: Connection, own_ids: Iterable[ContactId]) -> None:
    """Undoes `separate` for these cards."""
    ids = list(own_ids)
    connection.execute(delete(apart).where(apart.c.first.in_(ids), apart.c.second.in_(ids)))
    regroup(connection)


def cards_of(connection: Connection, contact_id: ContactId) -> list[StoredCard]:
    """The cards that a person was merged from, oldest first."""
    rows = connection.execute(
        select(cards.c.own_id, cards.c.contact)
        .where(cards.c.contact_id == contact_id, cards.c.retired_by.is_(None))
        .order_by(cards.c.id)
    )
    return [StoredCard(row.own_id, msgspec.json.decode(row.contact, type=Contact)) for row in rows]


def all_contacts(connection: Connection) -> list[StoredContact]:
    """Every person, by name."""
    decode = msgspec.json.Decoder(Contact).decode
    rows = connection.execute(
        select(contacts.c.id, contacts.c.contact, contacts.c.cards).order_by(contacts.c.sort_key)
    )
    return [StoredContact(row.id, decode(row.contact), row.cards) for row in rows]


def contact(connection: Connection, contact_id: ContactId) -> StoredContact | None:
    """The person with this id, or the one whom the card with this own id belongs to today."""
    current = owner(connection, contact_id)
    row = connection.execute(select(contacts).where(contacts.c.id == current)).one_or_none()
    if row is None:
        return None
    return StoredContact(row.id, msgspec.json.decode(row.contact, type=Contact), row.cards)


def owner(connection: Connection, own_id: ContactId) -> ContactId:
    """The person whom a card belongs to today."""
    stands_for = connection.scalar(select(heirs.c.heir).where(heirs.c.own_id == own_id)) or own_id
    found = connection.scalar(
        select(cards.c.contact_id).where(cards.c.own_id == stands_for, cards.c.retired_by.is_(None)).limit(1)
    )
    return found or own_id


def own_ids_of(connection: Connection, contact_id: ContactId) -> list[ContactId]:
    """The ids under which facts about a person may have been recorded: their cards' own ids."""
    found = connection.scalars(
        select(cards.c.own_id).where(cards.c.contact_id == contact_id, cards.c.retired_by.is_(None))
    ).all()
    inherited = connection.scalars(select(heirs.c.own_id).where(heirs.c.heir.in_(found))).all()
    return sorted({contact_id, *map(ContactId, found), *map(ContactId, inherited)})


def owners(connection: Connection) -> dict[ContactId, ContactId]:
    """Every card's own id with the person whom it belongs to today."""
    rows = connection.execute(select(cards.c.own_id, cards.c.contact_id).where(cards.c.retired_by.is_(None)))
    found = {ContactId(own): ContactId(current) for own, current in rows}
    for own, heir in connection.execute(select(heirs.c.own_id, heirs.c.heir)):
        if heir in found:
            found.setdefault(ContactId(own), found[heir])
    return found


def contact_ids(connection: Connection) -> list[ContactId]:
    """The ids of all people."""
    return list(connection.scalars(select(contacts.c.id)))


def count_contacts(connection: Connection) -> int:
    """How many people there are."""
    return connection.scalar(select(func.count()).select_from(contacts)) or 0


def problems_of(connection: Connection, import_id: str) -> list[Problem]:
    """What could not be read in an import."""
    found = connection.scalar(select(imports.c.problems).where(imports.c.id == import_id))
    return msgspec.json.decode(found, type=list[Problem]) if found else []
