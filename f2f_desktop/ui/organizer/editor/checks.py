"""The check list beside the editor: what is missing, with a way there, and publishing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.campaign.checklist import Lack, Missing
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.wording import Wording
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Card, IconView, Label, PrimaryButton, QuietButton, TextStyle

PLACES = {
    Lack.TITLE: "basics",
    Lack.NO_DESCRIPTION: "basics",
    Lack.UNKNOWN_IMAGE: "basics",
    Lack.UNKNOWN_LIST: "target_list",
    Lack.SCRIPT: "scripts",
    Lack.BAD_BRACES: "scripts",
    Lack.UNKNOWN_MERGE_FIELD: "scripts",
    Lack.RESPONSE_LABEL: "responses",
    Lack.RESPONSE_TEXT: "responses",
    Lack.BAD_LINK: "links",
    Lack.UNKNOWN_TAG: "report",
    Lack.UNKNOWN_FIELD: "report",
    Lack.NOTHING_TO_REPORT: "report",
    Lack.MANY_QUESTIONS: "report",
}
"""The section in which each thing is mended."""


class CheckList(Card):
    """What stands in the way of publishing, and what should be looked at.

    Signals:
        jump_wanted(str): the section of this name is to be shown.
        publish_wanted(): everything is ready and the action is to go out.
    """

    jump_wanted = Signal(str)
    publish_wanted = Signal()

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0.8)
        self._editing = editing
        self._wording = Wording(self)
        self._shown: tuple[Missing, ...] | None = None
        self.entries: list[QuietButton] = []
        self.summary = Label("", muted=True)
        self.heading = Label(self.tr("Check list"), TextStyle.HEADING)
        self._entries = QWidget()
        self._list = QVBoxLayout(self._entries)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(em(self.font(), 0.3))
        self.unfold = QuietButton(self.tr("Check list"), Icon.CHEVRON_DOWN)
        self.unfold.setCheckable(True)
        self._narrow = False
        self.publish = PrimaryButton(self.tr("Publish"))
        self.setAccessibleName(self.tr("Check list"))
        self._top = QHBoxLayout()
        self._top.addWidget(self.summary, 1)
        self._top.addWidget(self.unfold)
        self.column.addWidget(self.heading)
        self.column.addLayout(self._top)
        self.column.addWidget(self._entries)
        self.column.addWidget(self.publish)
        self.unfold.toggled.connect(lambda _on: self._fold())
        self._fold()
        self.publish.clicked.connect(self.publish_wanted)
        editing.changed.connect(self.check)
        self.check()

    def set_narrow(self, narrow: bool) -> None:
        """Takes little height above the sections, or stands beside them unfolded."""
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._top.addWidget(self.publish)
            else:
                self.column.addWidget(self.publish)
            self._fold()

    def _fold(self) -> None:
        self.heading.setVisible(not self._narrow)
        self.unfold.setVisible(self._narrow and bool(self.entries))
        self._entries.setVisible(bool(self.entries) and (not self._narrow or self.unfold.isChecked()))

    def check(self) -> None:
        """Looks at the action as it stands now."""
        found = self._editing.missing()
        if found == self._shown:
            return
        self._shown = found
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.entries = []
        for each in found:
            self._list.addWidget(self._entry(each))
        self._fold()
        blocking = sum(each.stands_in_the_way for each in found)
        self.publish.setEnabled(not blocking)
        if blocking:
            words = self.tr("1 thing is missing.") if blocking == 1 else self.tr("{count} things are missing.")
            self.summary.setText(words.format(count=blocking))
        else:
            self.summary.setText(self.tr("Nothing is missing: it can be published."))

    def _entry(self, missing: Missing) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        icon = Icon.WARNING if missing.stands_in_the_way else Icon.INFO
        box.addWidget(IconView(icon, Tone.DANGER if missing.stands_in_the_way else Tone.INFO, size=1.1))
        words = self._wording.lack(missing)
        box.addWidget(Label(words, TextStyle.SMALL), 1)
        jump = QuietButton(self.tr("Show"))
        jump.setAccessibleName(self.tr("Show: {what}").format(what=words))
        jump.clicked.connect(lambda: self.jump_wanted.emit(PLACES[missing.lack]))
        box.addWidget(jump)
        self.entries.append(jump)
        return row
