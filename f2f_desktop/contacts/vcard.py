"""What a card says, as a `Contact`."""

from collections.abc import Iterable

from f2f_desktop.contacts.birthdays import birthday
from f2f_desktop.contacts.cards import Property, RawCard
from f2f_desktop.contacts.emails import emails
from f2f_desktop.contacts.labels import NOT_CATEGORIES, label_of, label_of_types
from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone, PostalAddress, SocialProfile, Source
from f2f_desktop.contacts.names import name_of, taken_apart
from f2f_desktop.contacts.phones import phones
from f2f_desktop.contacts.social import profile
from f2f_desktop.contacts.structured import fields, items, plain
from f2f_desktop.contacts.text import clean
from f2f_desktop.contacts.uids import uid_of_content

MAX_VALUES = 200
"""Values of one kind that a contact keeps."""

EMPTY = "The card has neither a name nor a phone number nor an e-mail address."
NO_EMAIL = "An e-mail address of the card is not one and was left out."
TOO_MANY = f"The card has more than {MAX_VALUES} values of one kind; the rest was left out."

MESSENGERS = {
    "X-AIM": "aim",
    "X-ICQ": "icq",
    "X-JABBER": "jabber",
    "X-MSN": "msn",
    "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype",
    "X-TWITTER": "twitter",
    "X-YAHOO": "yahoo",
    "X-GTALK": "google-talk",
    "X-GOOGLE-TALK": "google-talk",
    "X-MATRIX": "matrix",
    "X-TELEGRAM": "telegram",
    "X-WHATSAPP": "whatsapp",
}
ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"
KIND = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
WHAT_IT_SAYS = frozenset(
    ("FN", "N", "NICKNAME", "ORG", "TITLE", "TEL", "EMAIL", "ADR", "URL", "IMPP", "BDAY", "X-SOCIALPROFILE")
)
"""The properties that make the uid of a card without UID."""


def is_group(card: RawCard) -> bool:
    """Whether the card is a list of other cards and no person."""
    return any(one.head.name in KIND and one.text.strip().lower() == "group" for one in card.properties)


def contact_of(card: RawCard, file: str, region: str) -> Contact | None:
    """The contact that `card` describes; None if it says nothing to know a person by.

    What is wrong with single values goes to the card's reasons. `region` is that of phone numbers without a
    country code.
    """
    texts: dict[str, list[tuple[Property, str]]] = {}
    for one in card.properties:
        texts.setdefault(one.head.name, []).append((one, one.text))
    for name, values in texts.items():
        if len(values) > MAX_VALUES:
            card.complain(TOO_MANY)
            del values[MAX_VALUES:]
            texts[name] = values
    return _Card(card, texts, region).contact(file)


class _Card:
    """One card while its contact is made: properties by name, with their text."""

    def __init__(self, card: RawCard, texts: dict[str, list[tuple[Property, str]]], region: str) -> None:
        self.card = card
        self.texts = texts
        self.region = region
        self.labels = {
            one.head.group: label_of(plain(text)) for one, text in texts.get("X-ABLABEL", ()) if one.head.group
        }

    def contact(self, file: str) -> Contact | None:
        phones_found, emails_found = self.phones(), self.emails()
        organization = self.organization()
        nicknames = self.nicknames()
        name = self.name(organization)
        if not name.full:
            stand_in = next(iter(nicknames), "") or organization
            stand_in = stand_in or (emails_found[0].address if emails_found else "")
            if not stand_in and not phones_found:
                return None
            name = PersonName(stand_in)
        version = self.card.version
        return Contact(
            uid=self.uid(),
            name=name,
            nicknames=nicknames,
            phones=phones_found,
            emails=emails_found,
            addresses=self.addresses(),
            social=self.social(),
            birthday=self.birthday(),
            organization=organization,
            title=clean(plain(self.first("TITLE"))),
            categories=self.categories(),
            source=Source(
                file, self.card.number, f"vcard {version}" if version in ("2.1", "3.0", "4.0") else "vcard"
            ),
        )

    def first(self, name: str) -> str:
        """The text of the first property of that name which is not blank; empty if there is none."""
        return next((text for _, text in self.texts.get(name, ()) if text and not text.isspace()), "")

    def label(self, one: Property) -> str:
        """The kind of a value: the user's own word, or what its types say."""
        head = one.head
        if head.group and (own := self.labels.get(head.group)):
            return own
        if head.label:
            return clean(head.label)
        return label_of_types(head.types)

    def name(self, organization: str) -> PersonName:
        full = clean(plain(self.first("FN")))
        structured = self.first("N")
        if not structured.strip(" ;"):
            # A firm's card has an empty N beside its ORG; others leave N empty out of habit.
            is_firm = full == organization or (organization and "N" in self.texts) or self.is_organization()
            return PersonName(full) if is_firm else taken_apart(full)
        family, given, middle, prefix, suffix = (*map(clean, fields(structured)[:5]), "", "", "", "", "")[:5]
        return name_of(prefix, given, middle, family, suffix, full)

    def is_organization(self) -> bool:
        return any(text.strip().lower() in ("org", "location") for _, text in self.texts.get("KIND", ()))

    def nicknames(self) -> tuple[str, ...]:
        found = [clean(word) for _, text in self.texts.get("NICKNAME", ()) for word in items(text)]
        for _, text in self.texts.get("X-ANDROID-CUSTOM", ()):
            kind, _, rest = text.partition(";")
            if kind == ANDROID_NICKNAME:
                found.append(clean(plain(rest.partition(";")[0])))
        return unique(found)

    def organization(self) -> str:
        return next(filter(None, map(clean, fields(self.first("ORG")))), "")

    def phones(self) -> tuple[Phone, ...]:
        found: dict[tuple[str, str], Phone] = {}
        for one, text in self.texts.get("TEL", ()):
            for phone in phones(plain(text), self.label(one), self.region):
                key = (phone.e164 or phone.original, phone.extension)
                if key not in found or (not found[key].label and phone.label):
                    found[key] = phone
        return tuple(found.values())

    def emails(self) -> tuple[Email, ...]:
        found: dict[str, Email] = {}
        for one, text in self.texts.get("EMAIL", ()):
            read = emails(plain(text), self.label(one))
            if not read and not text.isspace() and text and not text.startswith("/"):
                self.card.complain(NO_EMAIL)
            for email in read:
                found.setdefault(email.address.lower(), email)
        return tuple(found.values())

    def addresses(self) -> tuple[PostalAddress, ...]:
        found = []
        for one, text in self.texts.get("ADR", ()):
            parts = [clean(part) for part in fields(text)]
            if not any(parts):
                continue
            box, extended, street, city, region, code, country = (*parts[:7], *[""] * 7)[:7]
            street = ", ".join(filter(None, (street, extended))) or box
            found.append(PostalAddress(street, city, region, code, country, self.label(one)))
        return tuple(dict.fromkeys(found))

    def social(self) -> tuple[SocialProfile, ...]:
        found = []
        for name in ("X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP", "URL", *MESSENGERS):
            for one, text in self.texts.get(name, ()):
                head = one.head
                service = (
                    MESSENGERS.get(name) or head.parameter("X-SERVICE-TYPE") or head.parameter("SERVICE-TYPE")
                )
                if not service and name in ("X-SOCIALPROFILE", "SOCIALPROFILE"):
                    words = [
                        word for word in head.types if word not in ("pref", "home", "work", "other", "internet")
                    ]
                    service = words[0] if words else ""
                if one_profile := profile(plain(text), service, head.parameter("X-USER")):
                    found.append(one_profile)
        return tuple(dict.fromkeys(found))

    def birthday(self) -> str:
        for one, text in self.texts.get("BDAY", ()):
            omitted = one.head.parameter("X-APPLE-OMIT-YEAR")
            if omitted and text.startswith(omitted):
                found = birthday("--" + text[len(omitted) :].removeprefix("-"), self.region)
            else:
                found = birthday(plain(text), self.region)
            if found:
                return found
        return ""

    def categories(self) -> tuple[str, ...]:
        words = (clean(word).strip('"') for _, text in self.texts.get("CATEGORIES", ()) for word in items(text))
        return unique(word for word in words if word.lower() not in NOT_CATEGORIES)

    def uid(self) -> str:
        own = clean(plain(self.first("UID")))
        if own:
            return own[:500]
        return uid_of_content(
            f"{one.head.name}:{text}"
            for name in WHAT_IT_SAYS
            for one, text in self.texts.get(name, ())
            if text.strip(" ;")
        )


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """The words that are not empty, each once, in order."""
    return tuple(dict.fromkeys(filter(None, words)))
