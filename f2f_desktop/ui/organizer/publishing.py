"""Publishing in one step: what is ready, the campaign's key, the hub, and what is then no draft any more."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.organizer.authoring import Authoring, NotReady, Ready, SigningKeyMissing
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.wording import Wording

CHANGES = frozenset({"actions", "lists", "questions", "settings"})


class Publishing(QObject):
    """Publishes what an organizer has written.

    Signals:
        began(): the hub is being asked.
        published(int): the version that volunteers get from now on.
        ended(): it is over, well or not.
        progressed(done, total): bytes on their way to the hub.
    """

    began = Signal()
    published = Signal(int)
    ended = Signal()
    progressed = Signal(int, int)
    changes = CHANGES

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._wording = Wording(self)
        self._actions: tuple[ActionId, ...] = ()
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return self._busy

    def publish(self, actions: Sequence[ActionId] = ()) -> None:
        """Publishes everything that is changed, and these drafts with it."""
        if self._busy:
            return
        self._busy = True
        self._actions = tuple(actions)
        self.began.emit()
        self._prepare()

    def take_key(self, path: Path) -> None:
        """Keeps the key in this file, and goes on."""
        self._desk.jobs.on_vault(
            self._desk.services.authoring.keep_key_file,
            path,
            success=lambda _: self._prepare(),
            failure=self._failed,
            changes=frozenset({"settings"}),
            initiator=self,
        )

    def _content(self, authoring: Authoring) -> Ready:
        """What is to be published."""
        return authoring.ready(self._actions)

    def _extracts(self) -> tuple[Sequence[tuple[str, bytes]], Sequence[str]]:
        """Extracts that are published beside it, by their labels, and the hashes of those that are withdrawn."""
        return (), ()

    def _prepare(self) -> None:
        authoring = self._desk.services.authoring

        def prepared() -> tuple[Ready, SigningKey]:
            ready = self._content(authoring)
            return ready, authoring.signing_key()

        self._desk.jobs.on_vault(prepared, success=self._send, failure=self._failed, initiator=self)

    def _send(self, prepared: tuple[Ready, SigningKey]) -> None:
        ready, key = prepared
        new, withdrawn = self._extracts()
        job = self._desk.jobs.in_background(
            partial(self._desk.services.organizing.publish, withdrawn=withdrawn),
            ready.content,
            key,
            new,
            success=lambda version: self._note(ready, version),
            failure=self._failed,
            initiator=self,
        )
        job.progressed.connect(self.progressed)

    def _note(self, ready: Ready, version: int) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.authoring.note_published,
            ready,
            success=lambda _: self._done(version),
            failure=self._failed,
            changes=self.changes,
            initiator=self,
        )

    def _done(self, version: int) -> None:
        self._busy = False
        self.ended.emit()
        self.published.emit(version)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, SigningKeyMissing):
            self._ask_for_key()
            return
        self._busy = False
        self.ended.emit()
        if isinstance(error, NotReady):
            self._say_lacks(error)
        else:
            self._desk.faults.show(error)

    def _ask_for_key(self) -> None:
        title = self.tr("Open campaign.key, which the hub's set-up made")
        name, _ = QFileDialog.getOpenFileName(
            self._window, title, "", self.tr("Campaign key (*.key);;All files (*)")
        )
        if name:
            self.take_key(Path(name))
        else:
            self._busy = False
            self.ended.emit()

    def _say_lacks(self, error: NotReady) -> None:
        lines = [
            f"{self._wording.title(title)}: {self._wording.lack(each)}"
            for title, lacks in error.lacks.items()
            for each in lacks
        ]
        box = QMessageBox(
            QMessageBox.Icon.Information,
            self.tr("Not everything is ready"),
            self.tr("Something is missing before this can be published."),
            QMessageBox.StandardButton.Ok,
            self._window,
        )
        box.setInformativeText("\n".join(lines))
        box.open()
