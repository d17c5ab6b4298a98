"""One window per vault folder: a second start finds the first, hands over its files and goes.

This is a courtesy to the user. What protects the vault from two programs is its own lock.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from f2f_desktop.protocol.invites import LINK

PATIENCE = 2_000
"""Milliseconds that a second start waits for the first to answer."""
LONGEST = 1 << 20
"""Bytes of a list of files."""
WELCOME = b"raised\n"


def server_name(folder: Path) -> str:
    """The name under which the window of a vault folder is found by programs of the same user."""
    return "f2f-desktop-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]


def hand_over(folder: Path, files: Sequence[Path], link: str = "") -> bool:
    """Asks the window that has `folder` open to come to the front with `files`; False if there is none.

    `link` is an invite's, or empty.
    """
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(
        json.dumps([*(str(path.resolve()) for path in files), *([link] if link else [])]).encode() + b"\n"
    )
    answered = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()) == WELCOME
    socket.disconnectFromServer()
    return answered


class FirstInstance(QObject):
    """Listens for later starts with the same folder.

    Signals:
        called: somebody started the app again, with these files (list of Path).
        linked: the same, with an invite's link.
    """

    called = Signal(list)
    linked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = server_name(folder)
        if not self._server.listen(name):
            # Left behind by a program that was killed: nobody has answered `hand_over`.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stops listening."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > LONGEST:
            socket.abort()
        if not socket.canReadLine():
            return
        try:
            names = [str(name) for name in json.loads(bytes(socket.readLine().data()))]
        except (ValueError, TypeError):
            socket.abort()
            return
        socket.write(WELCOME)
        socket.flush()
        self.called.emit([Path(name) for name in names if not name.startswith(LINK)])
        for link in (name for name in names if name.startswith(LINK)):
            self.linked.emit(link)
