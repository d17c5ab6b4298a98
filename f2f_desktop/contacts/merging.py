"""The same person in several address books: who they are, and one contact made of them.

Two cards are one person's if they share a phone number or an e-mail address and their names may be one name. A
number alone never decides: a landline belongs to a family. Where a card could belong to two people who cannot be
one ("R. Roe" beside Robert and Rachel), nothing is merged: apart is worse to look at, merged is worse to mend.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

import msgspec

from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone, SocialProfile
from f2f_desktop.contacts.same_name import Likeness, NameKey, compatible_names, key_of, likeness, name_key, words

__all__ = ["compatible_names", "merged", "same_person_groups"]

MAX_ROUNDS = 10
MAX_UNLIKE = 30
"""Different names behind one number, or in one chain, above which only equal names are the same person."""

Point = tuple[str, ...]


class Person(msgspec.Struct, frozen=True):
    """A group of cards while groups are joined: what of it is compared."""

    members: tuple[int, ...]
    key: NameKey
    name: PersonName
    organization: str
    birthday: str
    uids: frozenset[str]
    points: frozenset[Point]


def same_person_groups(
    contacts: Sequence[Contact], apart: Collection[frozenset[str]] = ()
) -> list[tuple[int, ...]]:
    """The indices of `contacts` in groups, one per person, each group and all of them in rising order.

    `apart` are pairs of uids that the user took apart: they, and whoever would join them, never come together.
    The groups do not depend on the order of the contacts, and merging what was merged finds nothing more. Time is
    near-linear in the number of contact points.
    """
    people = [person_of(index, contact) for index, contact in enumerate(contacts)]
    forbidden = conflicts(apart)
    for _ in range(MAX_ROUNDS):
        before = len(people)
        for least in (Likeness.EQUAL, Likeness.NICKNAME, Likeness.PARTIAL):
            people = joined(people, least, forbidden)
        if len(people) == before:
            break
    return sorted(person.members for person in people)


def person_of(index: int, contact: Contact) -> Person:
    """One card as a person of their own."""
    points: set[Point] = {("phone", phone.e164, phone.extension) for phone in contact.phones if phone.e164}
    points |= {("email", email.address.casefold()) for email in contact.emails}
    return Person(
        (index,),
        key_of(contact),
        contact.name,
        contact.organization,
        contact.birthday,
        frozenset((contact.uid,)),
        frozenset(points),
    )


def conflicts(apart: Collection[frozenset[str]]) -> dict[str, set[str]]:
    """Each uid of a pair to the uids that it must not come together with."""
    found: dict[str, set[str]] = {}
    for pair in apart:
        for uid in pair:
            found.setdefault(uid, set()).update(pair - {uid})
    return found


def joined(people: list[Person], least: Likeness, forbidden: dict[str, set[str]]) -> list[Person]:
    """`people` with those joined who share a point, whose names are so alike, and who all fit together."""
    parents = list(range(len(people)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for one, other in links(people, least):
        parents[root(one)] = root(other)
    chains: dict[int, list[Person]] = {}
    for index, person in enumerate(people):
        chains.setdefault(root(index), []).append(person)
    result: list[Person] = []
    for chain in chains.values():
        if len(chain) > 1 and all_fit(chain, forbidden):
            result.append(join(chain))
        else:
            result += chain
    return result


def links(people: Sequence[Person], least: Likeness) -> Iterable[tuple[int, int]]:
    """Pairs of indices of people who share a point and whose names are at least so alike."""
    behind: dict[Point, dict[NameKey, int]] = {}
    for index, person in enumerate(people):
        for point in person.points:
            names = behind.setdefault(point, {})
            first = names.setdefault(person.key, index)
            if first != index:
                yield first, index
    if least is Likeness.EQUAL:
        return
    for names in behind.values():
        if 1 < len(names) <= MAX_UNLIKE:
            for (one, first), (other, second) in combinations(names.items(), 2):
                if likeness(one, other) >= least:
                    yield first, second


def all_fit(chain: Sequence[Person], forbidden: dict[str, set[str]]) -> bool:
    """Whether all people of a chain may be one: every two names, all birthdays, nobody taken apart."""
    keys = {person.key for person in chain}
    birthdays = {person.birthday for person in chain if person.birthday}
    if len(keys) > MAX_UNLIKE or len(birthdays) > MAX_UNLIKE:
        return False
    if any(likeness(one, other) is Likeness.DIFFERENT for one, other in combinations(keys, 2)):
        return False
    if any(birthdays_differ(one, other) for one, other in combinations(birthdays, 2)):
        return False
    uids = frozenset[str]().union(*(person.uids for person in chain))
    return all(uids.isdisjoint(forbidden.get(uid, ())) for uid in uids)


def join(chain: Sequence[Person]) -> Person:
    """One person of several."""
    best = max(chain, key=lambda person: completeness(person.name, person.organization))
    return Person(
        tuple(sorted(index for person in chain for index in person.members)),
        best.key,
        best.name,
        best.organization,
        joint_birthday(person.birthday for person in chain),
        frozenset[str]().union(*(person.uids for person in chain)),
        frozenset[Point]().union(*(person.points for person in chain)),
    )


def date_parts(birthday: str) -> tuple[str, str, str]:
    """Year, month and day, each empty where the birthday does not say."""
    if birthday.startswith("--"):
        return "", birthday[2:4], birthday[5:7]
    return birthday[:4], birthday[5:7], birthday[8:10]


def birthdays_differ(one: str, other: str) -> bool:
    """Whether two birthdays contradict each other."""
    return any(a and b and a != b for a, b in zip(date_parts(one), date_parts(other), strict=True))


def joint_birthday(birthdays: Iterable[str]) -> str:
    """All that birthdays which do not contradict each other say together."""
    parts = [date_parts(birthday) for birthday in birthdays]
    year, month, day = (max((part[place] for part in parts), default="") for place in range(3))
    if month and day:
        return f"{year or '-'}-{month}-{day}"
    return f"{year}-{month}" if year and month else year


def completeness(name: PersonName, organization: str) -> tuple[object, ...]:
    """The higher, the more a name says. A total order: of two different names one is always better."""
    key = name_key(name, organization)
    return (
        not key.unknown,
        len("".join(key.given)) > 1,
        len("".join(key.family)) > 1,
        not (name.full.isupper() or name.full.islower()),
        len("".join(key.given)),
        len("".join(key.family)),
        len("".join(key.middle)),
        bool(name.suffix),
        bool(name.prefix),
        not name.full.isascii(),
        msgspec.structs.astuple(name),
        organization,
    )


def merged(contacts: Sequence[Contact]) -> Contact:
    """One contact with the best name and all that any of them says; the same in whatever order they come.

    Its uid and source are those of the card with the best name; other given names become nicknames. Raises
    ValueError if there is none.
    """
    if not contacts:
        raise ValueError("nobody to merge")
    ordered = sorted(
        set(contacts),
        key=lambda contact: (completeness(contact.name, contact.organization), msgspec.json.encode(contact)),
        reverse=True,
    )
    best = ordered[0]
    if len(ordered) == 1:
        return best
    return Contact(
        uid=best.uid,
        name=best.name,
        nicknames=all_nicknames(best, ordered),
        phones=all_phones(ordered),
        emails=all_emails(ordered),
        addresses=tuple(dict.fromkeys(address for contact in ordered for address in contact.addresses)),
        social=all_social(ordered),
        birthday=joint_birthday(contact.birthday for contact in ordered),
        organization=next((contact.organization for contact in ordered if contact.organization), ""),
        title=next((contact.title for contact in ordered if contact.title), ""),
        categories=tuple(dict.fromkeys(word for contact in ordered for word in contact.categories)),
        source=best.source,
    )


def all_nicknames(best: Contact, contacts: Sequence[Contact]) -> tuple[str, ...]:
    """Every nickname once, and the given names that differ from the best one's, initials aside."""
    found: dict[tuple[str, ...], str] = {}
    for contact in contacts:
        for nickname in (*contact.nicknames, contact.name.given):
            key = words(nickname)
            if key and len("".join(key)) > 1 and key != words(best.name.given):
                found.setdefault(key, nickname)
    return tuple(found.values())


def all_phones(contacts: Sequence[Contact]) -> tuple[Phone, ...]:
    """Every number once, with a label if any of them has one."""
    found: dict[tuple[str, str], Phone] = {}
    for contact in contacts:
        for phone in contact.phones:
            key = (phone.e164 or phone.original, phone.extension)
            if key not in found or (phone.label and not found[key].label):
                found[key] = phone
    return tuple(found.values())


def all_emails(contacts: Sequence[Contact]) -> tuple[Email, ...]:
    """Every address once, with a label if any of them has one."""
    found: dict[str, Email] = {}
    for contact in contacts:
        for email in contact.emails:
            key = email.address.casefold()
            if key not in found or (email.label and not found[key].label):
                found[key] = email
    return tuple(found.values())


def all_social(contacts: Sequence[Contact]) -> tuple[SocialProfile, ...]:
    """Every account once, with its link if any of them has one."""
    found: dict[tuple[str, str], SocialProfile] = {}
    for contact in contacts:
        for one in contact.social:
            key = (one.service, one.handle.casefold() or one.url)
            if key not in found or (one.url and not found[key].url):
                found[key] = one
    return tuple(found.values())
