"""What was read from one address book."""

import msgspec

from f2f_desktop.contacts.model import Contact, Problem


class AddressBook(msgspec.Struct, frozen=True):
    """The people of one file in the file's order, and what was wrong with it."""

    contacts: tuple[Contact, ...] = ()
    problems: tuple[Problem, ...] = ()
    dialect: str = ""
    """`vcard 3.0`, `google csv`, `outlook csv`, ...: that of most contacts."""
