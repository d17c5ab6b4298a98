"""By which channels a contact can be reached, and at which of their numbers, addresses and accounts."""

import msgspec

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.contacts.model import Contact

NO_TEXTS = frozenset({"home", "work", "fax", "pager", "main", "other fax", "home fax", "work fax", "landline"})
"""Labels of numbers that come last for a text; a fax or pager is never offered."""
NEVER = ("fax", "pager", "telex", "tty")


class Point(msgspec.Struct, frozen=True):
    """One way to a contact on one channel."""

    channel: Channel
    value: str
    """E.164, e-mail address, or the URL or handle of an account."""
    label: str = ""
    service: str = ""
    """Which social service the account is with."""


def points_of(contact: Contact, channel: Channel) -> tuple[Point, ...]:
    """Where the contact can be reached on `channel`, the likeliest first."""
    if channel in (Channel.TEXT, Channel.CALL):
        phones = [
            phone
            for phone in contact.phones
            if phone.e164 and not any(word in phone.label.casefold() for word in NEVER)
        ]
        if channel is Channel.TEXT:
            phones.sort(key=lambda phone: (phone.label.casefold() in NO_TEXTS, bool(phone.extension)))
        return tuple(Point(channel, phone.e164, phone.label) for phone in phones)
    if channel is Channel.EMAIL:
        return tuple(Point(channel, email.address, email.label) for email in contact.emails)
    return tuple(
        Point(channel, profile.url or profile.handle, profile.service, profile.service)
        for profile in contact.social
        if profile.url or profile.handle
    )


def channels_of(contact: Contact) -> frozenset[Channel]:
    """The channels on which the contact can be reached."""
    return frozenset(channel for channel in Channel if points_of(contact, channel))


def formatted(e164: str) -> str:
    """A phone number as people read it, with its country code: `+1 212-555-0100`."""
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
