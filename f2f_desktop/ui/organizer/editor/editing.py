"""The action that is being edited: one value, changed by sections, saved by itself."""

from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.checklist import Missing, merge_fields_for, missing
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.merge_fields import fill
from f2f_desktop.ui.desk import Desk

PAUSE = 400
"""Milliseconds without a change after which the draft is saved."""
SAMPLES = {
    "first_name": "Shannon",
    "last_name": "Okafor",
    "full_name": "Shannon Okafor",
    "nickname": "Shan",
    "volunteer_first_name": "Robin",
    "volunteer_name": "Robin Castellano",
    "city": "Greenville",
    "county": "Greenville",
    "precinct": "12",
}
LINK_LENGTH = 40
"""Letters of a short address, about."""


class Editing(QObject):
    """An action under edit.

    Attributes:
        desk: where it is saved.
        content: the campaign around it, as drafted.
        action: the action as it stands now.

    Signals:
        changed(): something in the action, or around it, is different.
        saved(): what was changed is in the vault.
    """

    changed = Signal()
    saved = Signal()

    def __init__(
        self, desk: Desk, content: CampaignContent, action: Action, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.content = content
        self.action = action
        self._dirty = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)

    def change(self, **values: Any) -> None:
        """Puts other values into the action; they are saved in a moment."""
        changed = msgspec.structs.replace(self.action, **values)
        if changed != self.action:
            self.action = changed
            self._dirty = True
            self._pause.start()
            self.changed.emit()

    def surround(self, content: CampaignContent) -> None:
        """The campaign around the action is another now: tags, lists, pictures."""
        if content != self.content:
            self.content = content
            self.changed.emit()

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._pause.stop()
        if self._dirty:
            self._dirty = False
            self.desk.jobs.on_vault(
                self.desk.services.authoring.save,
                self.action,
                success=lambda _: self._kept(),
                changes=frozenset({"actions"}),
                initiator=self,
            )

    def _kept(self) -> None:
        if not self._dirty:
            self.saved.emit()

    def missing(self) -> tuple[Missing, ...]:
        """The check list as it stands."""
        return missing(self.action, self.content)

    def fields(self) -> tuple[str, ...]:
        """The merge fields that texts of the action may use."""
        return merge_fields_for(self.action, self.content)

    def samples(self) -> dict[str, str]:
        """A value for every field, about as long as a real one."""
        links = {link.field: "x" * LINK_LENGTH for link in self.action.links}
        return {
            **dict.fromkeys(self.fields(), "x" * 12),
            **SAMPLES,
            "campaign": self.content.name,
            **links,
        }

    def filled(self, text: str) -> str:
        """A text as it is sent to somebody, about."""
        return fill(text, self.samples()).text
