"""What the address book says about a friend, beside the voters that they could be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.contacts.model import Contact, PostalAddress
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Avatar, Card, Label, TextStyle
from f2f_desktop.volunteer.reachable import formatted


class FriendCard(Card):
    """What the address book says about a friend."""

    def __init__(self, name: str, contact: Contact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Your contact: {name}").format(name=name))
        head = QHBoxLayout()
        head.setSpacing(em(self.font(), 0.7))
        head.addWidget(Avatar(name), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.tr("Your contact"), TextStyle.SMALL, muted=True))
        words.addWidget(Label(name, TextStyle.HEADING))
        head.addLayout(words, 1)
        self.column.addLayout(head)
        for line in self._lines(contact):
            self.column.addWidget(Label(line, muted=True))

    def _lines(self, contact: Contact) -> list[str]:
        lines = (
            [self.tr("Also called {names}").format(names=", ".join(contact.nicknames))]
            if contact.nicknames
            else []
        )
        lines += [formatted(phone.e164) if phone.e164 else phone.original for phone in contact.phones]
        lines += [email.address for email in contact.emails]
        lines += [text for address in contact.addresses if (text := one_line(address))]
        if contact.birthday:
            lines.append(self.tr("Birthday {date}").format(date=contact.birthday.removeprefix("--")))
        return lines + [contact.organization] * bool(contact.organization)


def one_line(address: PostalAddress) -> str:
    """A postal address in one line."""
    town = " ".join(filter(None, (address.region, address.postal_code)))
    return ", ".join(filter(None, (address.street, address.city, town)))
