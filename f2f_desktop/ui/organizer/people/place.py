"""People: who takes part with which laptop, the invites that are out, and for owners what organizers did."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QTabWidget, QVBoxLayout, QWidget

from f2f_desktop.organizer.exports import Format
from f2f_desktop.protocol.api import AuditRow, DevicePage, DeviceRow, InviteRow
from f2f_desktop.protocol.invites import Invite
from f2f_desktop.protocol.listing import DeviceOrder
from f2f_desktop.protocol.roles import Role
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.exporting import Exporter, Wanted
from f2f_desktop.ui.organizer.people.inviting import InviteSheet, NewInviteDialog
from f2f_desktop.ui.organizer.people.tables import PeopleColumns, is_good
from f2f_desktop.ui.organizer.place import PlaceWidget
from f2f_desktop.ui.organizer.results.asking import AgeLine, Asking
from f2f_desktop.ui.organizer.results.paging import Pages
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import (
    Button,
    DataTable,
    EmptyState,
    HeadRow,
    Label,
    PrimaryButton,
    SearchField,
    TextStyle,
    Toast,
)
from f2f_desktop.workspace import AsOf


class PeoplePlace(PlaceWidget):
    """The place "People".

    Attributes:
        people, invites, audit: the three tables.
        pages: what fills the first one.
        box: the question that is open now, or None.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._role: Role | None = None
        self.box: QMessageBox | None = None
        self.age = AgeLine()
        self._asking = Asking(desk, self.age, self)
        columns = PeopleColumns(self)
        self._columns = columns
        self.people: DataTable[DeviceRow] = DataTable(
            self.tr("People"), lambda row: row.id, columns.people(), paged=True
        )
        self.invites: DataTable[InviteRow] = DataTable(self.tr("Invites"), lambda row: row.id, columns.invites())
        self.audit: DataTable[AuditRow] = DataTable(
            self.tr("What organizers did"),
            lambda row: f"{row.at} {row.operation} {row.detail}",
            columns.audit(),
            wide=3,
        )
        self.search = SearchField(self.tr("Search by name or e-mail"))
        usual = DeviceOrder.PRESENT, False
        self.pages: Pages[DeviceRow] = Pages(self._asking, self.people, self.search, self._question, usual, self)
        self.pages.came.connect(lambda *_: self._judge())
        self.end_access = Button(self.tr("End access…"), Icon.BLOCK)
        self.end_access.clicked.connect(self._ask_to_end_access)
        self.end_invite = Button(self.tr("Revoke the invite…"), Icon.BLOCK)
        self.end_invite.clicked.connect(self._ask_to_end_invite)
        for table in (self.people, self.invites):
            table.row_chosen.connect(self._judge)
        self.no_invites = EmptyState(
            Icon.MAIL,
            self.tr("No invites yet"),
            self.tr("An invite is a link, a file, a QR code, or six characters on a screen."),
            action=self.tr("Invite somebody"),
        )
        self.no_invites.acted.connect(self.invite)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setAccessibleName(self.tr("People, invites, log"))
        self.tabs.addTab(self._people_tab(), self.tr("People"))
        self.tabs.addTab(self._invites_tab(), self.tr("Invites"))
        self._audit_tab = self._tab(self.audit)
        self._audit_tab.setParent(self)
        self._audit_tab.hide()
        self.tabs.currentChanged.connect(self._ask)
        self.invite_button = PrimaryButton(self.tr("Invite…"), Icon.MAIL)
        self.invite_button.clicked.connect(self.invite)
        self.refresh_button = Button(self.tr("Refresh"), Icon.SYNC, shortcut="F5")
        self.refresh_button.clicked.connect(self.refresh)
        self.exporter = Exporter(desk, self)
        self.export_button = Button(self.tr("Export…"), Icon.EXPORT)
        self.export_button.clicked.connect(self._export)
        self.toast = Toast(self)
        self.exporter.told.connect(self.toast.show_message)
        title = Label(self.tr("People"), TextStyle.TITLE)
        above = HeadRow(title, self.refresh_button, self.export_button, self.invite_button)
        pad = em(self.font(), 1.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self.font(), 0.5))
        column.addWidget(above)
        column.addWidget(self.age)
        column.addWidget(self.exporter.row)
        column.addWidget(self.tabs, 1)
        self._judge()

    def refresh(self) -> None:
        """Reads everything again."""
        self._desk.jobs.on_vault(self._desk.services.courier.role, success=self._take_role, initiator=self)
        self._ask()

    def follow(self, what: frozenset[str]) -> None:
        if "people" in what and self.isVisible():
            self._ask()

    def invite(self) -> None:
        """Asks what a new invite is to be."""
        dialog = NewInviteDialog(self._desk, self._role or Role.ORGANIZER, self)
        dialog.made.connect(self._show_invite)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_invite(self, invite: Invite, code: str) -> None:
        sheet = InviteSheet(self._desk, invite, code, self)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
        self._ask()

    def _ask(self) -> None:
        organizing = self._desk.services.organizing
        shown = self.tabs.currentIndex()
        if shown == 0:
            self.pages.refresh()
        elif shown == 1:
            self._asking.ask("invites", organizing.invites, success=self._show_invites)
        else:
            self._asking.ask("audit", organizing.audit, success=self._show_audit)

    def _question(self, order: DeviceOrder, **asked: Any) -> AsOf[DevicePage]:
        return self._desk.services.organizing.page_of_devices(order, **asked)

    def _take_role(self, role: Role | None) -> None:
        self._role = role
        if role is Role.OWNER and self.tabs.count() == 2:
            self.tabs.addTab(self._audit_tab, self.tr("Log"))

    def _show_invites(self, rows: Sequence[InviteRow]) -> None:
        self.invites.set_rows(sorted(rows, key=lambda row: (not is_good(row), -row.created_at)))
        self.invites.setVisible(bool(rows))
        self.end_invite.setVisible(bool(rows))
        self.no_invites.setVisible(not rows)
        self._judge()

    def _show_audit(self, rows: Sequence[AuditRow]) -> None:
        self.audit.set_rows(sorted(rows, key=lambda row: -row.at))

    def _judge(self, _row: object = None) -> None:
        device, invite = self.people.current_row(), self.invites.current_row()
        self.end_access.setEnabled(device is not None and device.revoked_at is None)
        self.end_invite.setEnabled(invite is not None and is_good(invite))

    def _ask_to_end_access(self) -> None:
        device = self.people.current_row()
        if device is None:
            return
        self._confirm(
            self.tr("End the access of {name}?").format(name=self._columns.name(device)),
            self.tr(
                "This laptop gets nothing from the campaign any more: no actions, no voters. At its next contact it is "
                "told so. What it has sent stays and counts; what it has not sent yet can still come by a file. "
                "To come back, it needs a new invite."
            ),
            self.tr("End access"),
            lambda: self._do(
                self._desk.services.organizing.revoke_device, device.id, self.tr("Access has ended.")
            ),
        )

    def _ask_to_end_invite(self) -> None:
        invite = self.invites.current_row()
        if invite is None:
            return
        self._confirm(
            self.tr("Revoke this invite?"),
            self.tr(
                "Nobody can join by it any more: not by its link, file or QR code, and not by its join code. "
                "Whoever has joined by it stays."
            ),
            self.tr("Revoke"),
            lambda: self._do(
                self._desk.services.organizing.revoke_invite, invite.id, self.tr("The invite is revoked.")
            ),
        )

    def _confirm(self, what: str, means: str, yes: str, then: Callable[[], None]) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Friend to Friend"), what, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(means)
        confirm = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        confirm.clicked.connect(then)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._answered)
        self.box = box
        box.open()

    def _answered(self) -> None:
        self.box = None

    def _do(self, work: Callable[[Any], None], id_: str, said: str) -> None:
        self._desk.jobs.in_background(
            work,
            id_,
            success=lambda _: self._done(said),
            failure=self._desk.faults.show,
            changes=frozenset({"people"}),
            initiator=self,
            with_progress=False,
        )

    def _done(self, said: str) -> None:
        self.toast.show_message(said)
        self._ask()

    def _export(self) -> None:
        self.exporter.ask(Wanted("audit" if self.tabs.currentIndex() == 2 else "people"), Format.XLSX)

    def _people_tab(self) -> QWidget:
        return self._tab(self.people, self.search, self.end_access)

    def _invites_tab(self) -> QWidget:
        tab = self._tab(self.invites, None, self.end_invite)
        layout = tab.layout()
        assert layout is not None
        layout.addWidget(self.no_invites)
        self.no_invites.hide()
        return tab

    def _tab(self, table: QWidget, start: QWidget | None = None, end: QWidget | None = None) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, em(self.font(), 0.6), 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        above = QHBoxLayout()
        if start is not None:
            above.addWidget(start, 1)
        else:
            above.addStretch(1)
        if end is not None:
            above.addWidget(end)
        column.addLayout(above)
        column.addWidget(table, 1)
        return tab
