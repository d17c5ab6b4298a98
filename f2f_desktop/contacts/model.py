"""A contact as an address book gives it, normalised, with the original text kept beside."""

import msgspec

# `gc=False`: values of texts and tuples cannot be in a cycle, and an address book has a hundred thousand of them;
# the collector would stop the window to look at each.


class PersonName(msgspec.Struct, frozen=True, gc=False):
    """The parts of a name, in NFC, blanks collapsed, otherwise as written."""

    full: str = ""
    """The name as it is displayed (vCard FN), or put together from the parts."""
    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""


class Phone(msgspec.Struct, frozen=True, gc=False):
    """A phone number. `e164` is empty where the text is no full valid number (`555-0142`, `*67`, 911)."""

    e164: str
    original: str
    extension: str = ""
    label: str = ""
    """`mobile`, `home`, `work`, or the address book's own word."""


class Email(msgspec.Struct, frozen=True, gc=False):
    """An e-mail address in lower case."""

    address: str
    label: str = ""
    original: str = ""


class PostalAddress(msgspec.Struct, frozen=True, gc=False):
    """A postal address; `street` holds house number and street name."""

    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    label: str = ""


class SocialProfile(msgspec.Struct, frozen=True, gc=False):
    """An account on a social service: `service` in lower case (`facebook`), handle without @, or a URL."""

    service: str
    handle: str = ""
    url: str = ""


class Source(msgspec.Struct, frozen=True, gc=False):
    """Where a contact was read: file name (no folder), number of card or row from 1, dialect."""

    file: str
    card: int
    dialect: str = ""


class Contact(msgspec.Struct, frozen=True, gc=False):
    """One card of an address book.

    `uid` is the card's own UID; where it has none, a hash of what the card says, so that reading the same
    card twice gives the same uid.
    """

    uid: str
    name: PersonName
    nicknames: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    addresses: tuple[PostalAddress, ...] = ()
    social: tuple[SocialProfile, ...] = ()
    birthday: str = ""
    """`YYYY-MM-DD`, `--MM-DD` without a year, `YYYY` or `YYYY-MM`; empty if unknown."""
    organization: str = ""
    title: str = ""
    categories: tuple[str, ...] = ()
    source: Source = Source("", 0)


class Problem(msgspec.Struct, frozen=True, gc=False):
    """A card, row or file that could not be read, wholly or in part, and why. Never holds the value itself."""

    file: str
    card: int
    """Number of the card or row from 1; 0 where the whole file is meant."""
    line: int
    """Line in the file where the card begins, from 1; 0 if unknown."""
    reason: str
