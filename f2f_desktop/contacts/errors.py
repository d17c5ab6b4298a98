"""What can be wrong with a whole address book. What is wrong with one card of it is a `Problem`."""

from f2f_desktop.errors import KnownError


class ContactFileError(KnownError):
    """An address book that cannot be read at all."""


class NotAnAddressBook(ContactFileError):
    """The file holds neither cards nor a table: a picture, a spreadsheet, an empty file."""
