"""The tables of the place "People": laptops, invites, and what was done."""

from PySide6.QtCore import QDateTime, QObject

from f2f_desktop.protocol.api import AuditRow, DeviceRow, InviteRow
from f2f_desktop.protocol.listing import DeviceOrder
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.widgets import Column

OPERATOR = "operator"
"""The device's id in the log of whoever works at the hub's command line."""


class PeopleColumns(QObject):
    """What stands in the columns, in the language that is spoken now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = ResultWords(self)

    def name(self, row: DeviceRow) -> str:
        """Whose laptop it is."""
        return self._words.volunteer(row.name, row.email, row.id)

    def people(self) -> list[Column[DeviceRow]]:
        """Columns of laptops."""
        words = self._words
        return [
            Column(self.tr("Name"), self.name, by=DeviceOrder.NAME),
            Column(self.tr("E-mail"), lambda row: row.email, by=DeviceOrder.EMAIL),
            Column(self.tr("Role"), lambda row: words.role(row.role), by=DeviceOrder.ROLE),
            Column(self.tr("Laptop"), lambda row: row.id[:8], by=DeviceOrder.ID),
            Column(self.tr("Joined"), lambda row: words.moment(row.enrolled_at), by=DeviceOrder.JOINED),
            Column(
                self.tr("Last seen"),
                lambda row: words.moment(row.last_seen),
                explained=self.tr("When this laptop last reached the hub."),
                by=DeviceOrder.LAST_SEEN,
            ),
            Column(
                self.tr("Events"),
                lambda row: words.number(row.events),
                number=True,
                explained=self.tr("Messages, reports and other things that have arrived from this laptop."),
                by=DeviceOrder.EVENTS,
            ),
            Column(
                self.tr("Waiting"),
                lambda row: "" if row.waiting is None else words.number(row.waiting),
                number=True,
                explained=self.tr(
                    "Messages, reports and other things that had not arrived from this laptop when it was last seen, "
                    "as it said itself."
                ),
                flag=lambda row: bool(row.waiting),
                by=DeviceOrder.WAITING,
            ),
            Column(
                self.tr("Access ended"),
                lambda row: words.moment(row.revoked_at) if row.revoked_at is not None else "",
                by=DeviceOrder.ACCESS_ENDED,
            ),
        ]

    def invites(self) -> list[Column[InviteRow]]:
        """Columns of invites."""
        words = self._words
        return [
            Column(self.tr("For"), lambda row: row.label or self.tr("(no note)")),
            Column(self.tr("Role"), lambda row: words.role(row.role)),
            Column(self.tr("State"), self.state),
            Column(
                self.tr("Uses left"),
                lambda row: words.number(row.uses_left),
                lambda row: row.uses_left,
                number=True,
            ),
            Column(self.tr("Good until"), lambda row: words.moment(row.expires_at), lambda row: row.expires_at),
            Column(self.tr("Join code"), lambda row: words.yes_no(row.with_code)),
            Column(self.tr("Made"), lambda row: words.moment(row.created_at), lambda row: row.created_at),
        ]

    def audit(self) -> list[Column[AuditRow]]:
        """Columns of the audit log."""
        words = self._words
        return [
            Column(self.tr("When"), lambda row: words.moment(row.at), lambda row: row.at),
            Column(self.tr("Who"), self.who),
            Column(self.tr("What"), lambda row: self.operation(row.operation)),
            Column(self.tr("More"), lambda row: row.detail),
        ]

    def who(self, row: AuditRow) -> str:
        """Who did it."""
        if row.device == OPERATOR:
            return self.tr("Somebody at the hub itself")
        return self._words.volunteer(row.name, "", row.device)

    def state(self, row: InviteRow) -> str:
        """Whether an invite is good."""
        if row.revoked:
            return self.tr("Revoked")
        if not is_good(row):
            return self.tr("Used up") if row.uses_left <= 0 else self.tr("Expired")
        return self.tr("Good")

    def operation(self, name: str) -> str:
        """What somebody did; what is unknown stands as it is."""
        return {
            "invite.issued": self.tr("Made an invite"),
            "invite.revoked": self.tr("Revoked an invite"),
            "device.revoked": self.tr("Ended a laptop's access"),
            "device.returned": self.tr("Took a laptop back"),
            "results.withdrawn": self.tr("Left events out of the figures"),
            "results.put_back": self.tr("Put events back"),
            "content.published": self.tr("Published the campaign"),
            "content.stored": self.tr("Uploaded a part of the campaign"),
            "devices.forwarded": self.tr("Took in laptops of a room"),
            "events.forwarded": self.tr("Took in events of a room"),
            "note.left": self.tr("Asked volunteers to follow up"),
            "room.opened": self.tr("Opened a room"),
        }.get(name, name)


def is_good(row: InviteRow) -> bool:
    """Whether somebody can still join by an invite."""
    return not row.revoked and row.uses_left > 0 and row.expires_at > QDateTime.currentMSecsSinceEpoch()
