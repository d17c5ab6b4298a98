"""A new invite: what it is to be, and then the invite itself, to hand out in whatever way suits."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.organizer.exports import file_name
from f2f_desktop.protocol.api import NewInvite
from f2f_desktop.protocol.invites import SUFFIX, Invite, write_invite_file, write_link
from f2f_desktop.protocol.roles import Role
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.people.poster import (
    Poster,
    PosterNotSaved,
    Projection,
    ask_to_print,
    save_pdf,
    save_png,
    spaced,
)
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import (
    Button,
    Card,
    FlowBox,
    Label,
    PrimaryButton,
    QrView,
    TextStyle,
    button_row,
    dialog_column,
    form_of,
    inset,
)

LIVES = (1, 4, 24, 72, 24 * 7, 24 * 30)
"""Hours for which an invite may be good."""
USUAL_LIFE = 72
MOST_USES = 500
CODE_LIFE = 24 * 3_600_000
"""Milliseconds after which the hub takes a join code no longer (see `NewInvite.with_code`)."""


class NewInviteDialog(QDialog):
    """Asks what the invite is to be, and has it made.

    Signals:
        made(Invite, str): the invite and its join code, if there is one.
    """

    made = Signal(object, str)

    def __init__(self, desk: Desk, own: Role, parent: QWidget | None = None) -> None:
        """`own` is the role of who invites: nobody invites above it."""
        super().__init__(parent)
        self._desk = desk
        words = ResultWords(self)
        self.setWindowTitle(self.tr("New invite"))
        self.role = QComboBox()
        for role in Role:
            if role in own.includes:
                self.role.addItem(words.role(role), str(role))
        self.note = QLineEdit()
        self.note.setMaxLength(100)
        self.note.setPlaceholderText(self.tr("Who it is for, such as: Tuesday's meeting"))
        self.uses = QSpinBox()
        inset(self.uses)
        self.uses.setRange(1, MOST_USES)
        self.life = QComboBox()
        for hours in LIVES:
            self.life.addItem(self._life(hours), hours)
        self.life.setCurrentIndex(LIVES.index(USUAL_LIFE))
        self.with_code = QCheckBox(self.tr("With a join code of six characters, to project or read out"))
        self.about = Label("", TextStyle.SMALL, muted=True)
        form = form_of(
            (
                (self.tr("Role"), self.role),
                (self.tr("Note"), self.note),
                (self.tr("For how many laptops"), self.uses),
                (self.tr("Good for"), self.life),
            ),
            self,
        )
        self.make = PrimaryButton(self.tr("Make the invite"))
        self.make.setDefault(True)
        self.make.clicked.connect(self._make)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = dialog_column(self)
        column.addWidget(Label(self.tr("New invite"), TextStyle.HEADING))
        column.addLayout(form)
        column.addWidget(self.with_code)
        column.addWidget(self.about)
        column.addStretch(1)
        column.addLayout(button_row(cancel, self.make))
        # A minimum of the dialog itself would let a longer line than this be cut off.
        column.addStrut(em(self.font(), 30))
        self.role.currentIndexChanged.connect(self._explain)
        self.with_code.toggled.connect(self._explain)
        self._explain()

    def _make(self) -> None:
        wanted = NewInvite(
            Role(self.role.currentData()),
            self.note.text().strip(),
            self.uses.value(),
            float(self.life.currentData()),
            self.with_code.isChecked(),
        )
        self.make.setEnabled(False)
        self._desk.jobs.in_background(
            self._desk.services.organizing.invite,
            wanted,
            success=self._made,
            failure=self._failed,
            changes=frozenset({"people"}),
            initiator=self,
            with_progress=False,
        )

    def _made(self, outcome: tuple[Invite, str]) -> None:
        self.accept()
        self.made.emit(*outcome)

    def _failed(self, error: Exception) -> None:
        self.make.setEnabled(True)
        self._desk.faults.show(error)

    def _explain(self) -> None:
        role = Role(self.role.currentData())
        about = {
            Role.VOLUNTEER: self.tr("Volunteers get the campaign, talk to their friends, and report."),
            Role.ORGANIZER: self.tr(
                "Organizers publish actions, see all results and names, and invite. Only for people whom you trust "
                "with that."
            ),
            Role.OWNER: self.tr(
                "Owners may do everything, and see what organizers did. Only for people you know well."
            ),
        }[role]
        if self.with_code.isChecked():
            about += " " + self.tr("A join code is good for a day at most.")
        self.about.setText(about)

    def _life(self, hours: int) -> str:
        if hours < 24:
            return self.tr("%n hour(s)", "", hours)
        return self.tr("%n day(s)", "", hours // 24)


class InviteSheet(QDialog):
    """A new invite, large: link, QR code, file, and what a room is shown. Its secrets are seen here only."""

    def __init__(self, desk: Desk, invite: Invite, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._invite = invite
        self._code = code
        words = ResultWords(self)
        self.setWindowTitle(self.tr("Your invite"))
        until = self.tr("Good until {time}").format(time=words.moment(invite.expires_at))
        code_until = min(invite.expires_at, QDateTime.currentMSecsSinceEpoch() + CODE_LIFE)
        how = self.tr("Open F2F Desktop and type this code and address.")
        if not code:
            how = self.tr("Open the camera, or the link that you were sent.")
        self.poster = Poster(
            invite.campaign_name,
            how,
            code,
            invite.address.url if code else "",
            write_link(invite),
            self.tr("Good until {time}").format(time=words.moment(code_until)) if code else until,
        )
        self.link = QLineEdit(write_link(invite))
        self.link.setReadOnly(True)
        self.link.setCursorPosition(0)
        self.link.setAccessibleName(self.tr("Link"))
        self.copy = PrimaryButton(self.tr("Copy link"), Icon.COPY)
        self.copy.clicked.connect(self.copy_link)
        self.qr = QrView(self.tr("The invite as a QR code"))
        self.qr.set_text(write_link(invite))
        self.qr.setMinimumSize(em(self.font(), 15), em(self.font(), 15))
        self.said = Label("", TextStyle.SMALL, tone=Tone.SUCCESS)
        sheet = Sheet(70.0)
        body = QHBoxLayout()
        body.setSpacing(em(self.font(), 1.0))
        left = QVBoxLayout()
        left.setSpacing(em(self.font(), 0.6))
        left.addWidget(
            Label(self.tr("Invite to {campaign}").format(campaign=invite.campaign_name), TextStyle.TITLE)
        )
        left.addWidget(
            Label(
                self.tr("{role} · {until} · Copy or save it now: it is not shown again.").format(
                    role=words.role(invite.role), until=until
                ),
                muted=True,
            )
        )
        if code:
            left.addWidget(self._code_card())
        row = QHBoxLayout()
        row.addWidget(self.link, 1)
        row.addWidget(self.copy)
        left.addLayout(row)
        left.addWidget(self._steps())
        left.addWidget(self.said)
        left.addStretch(1)
        body.addLayout(left, 3)
        body.addWidget(self.qr, 2)
        sheet.column.addLayout(body)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(close)
        pad = em(self.font(), 0.8)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.addWidget(sheet, 1)
        column.addLayout(below)
        self.resize(em(self.font(), 58), em(self.font(), 31))

    def copy_link(self) -> None:
        """Puts the link into the clipboard."""
        QGuiApplication.clipboard().setText(write_link(self._invite))
        self._say(self.tr("The link is copied."))

    def project(self) -> None:
        """Shows code, address and QR code over the whole screen."""
        window = Projection(self.poster, self)
        window.showFullScreen()

    def save_file(self, path: Path) -> None:
        """Saves the invite as a file."""
        try:
            path.write_bytes(write_invite_file(self._invite))
        except OSError:
            self._desk.faults.show(PosterNotSaved())
            return
        self._say(self.tr("Saved as {name}.").format(name=path.name))

    def save_page(self, path: Path) -> None:
        """Saves what a room is shown: a PDF to print, or a PNG by its ending."""
        try:
            (save_png if path.suffix.lower() == ".png" else save_pdf)(self.poster, path)
        except PosterNotSaved as error:
            self._desk.faults.show(error)
            return
        self._say(self.tr("Saved as {name}.").format(name=path.name))

    def print_page(self) -> None:
        """Lets the user choose a printer for what a room is shown."""
        try:
            ask_to_print(self.poster, self)
        except PosterNotSaved as error:
            self._desk.faults.show(error)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setAccessibleName(words)

    def _code_card(self) -> QWidget:
        card = Card(sunken=True, padding=0.8)
        shown = Label(spaced(self._code), TextStyle.DISPLAY, wraps=False)
        shown.setAccessibleName(self.tr("Join code: {code}").format(code=" ".join(self._code)))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        card.column.addWidget(Label(self.tr("Join code"), TextStyle.SMALL, muted=True))
        card.column.addWidget(shown)
        card.column.addWidget(Label(self.tr("at {address}").format(address=self._invite.address.url)))
        return card

    def _steps(self) -> QWidget:
        box = FlowBox()
        file = Button(self.tr("Save as a file…"), Icon.EXPORT)
        file.clicked.connect(self._ask_file)
        project = Button(self.tr("Show on the whole screen"), Icon.QR, shortcut="F11")
        project.clicked.connect(self.project)
        page = Button(self.tr("Save as a page…"), Icon.EXPORT)
        page.clicked.connect(self._ask_page)
        on_paper = Button(self.tr("Print…"), Icon.EXPORT)
        on_paper.clicked.connect(self.print_page)
        box.add(project, file, page, on_paper)
        return box

    def _ask_file(self) -> None:
        name = f"{file_name(self._invite.campaign_name)}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as a file"),
            str(_documents() / name),
            self.tr("Invites (*{suffix})").format(suffix=SUFFIX),
        )
        if chosen:
            path = Path(chosen)
            self.save_file(path if path.suffix else path.with_suffix(SUFFIX))

    def _ask_page(self) -> None:
        name = f"{file_name(self._invite.campaign_name)}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as a page"), str(_documents() / name), self.tr("Pages (*.pdf *.png)")
        )
        if chosen:
            path = Path(chosen)
            self.save_page(path if path.suffix else path.with_suffix(".pdf"))


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
