"""The room's hub as a process beside the window: it stays open while the vault is locked, and ends with the app."""

import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal
from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.room import OpenRoom, RoomNotStarted, read_open_room
from f2f_desktop.workspace import RoomStart

STOP_WITHIN = 15_000
"""Milliseconds that the room's hub gets to finish what it has begun."""
MADE_UP = ("docker", "virbr", "vmnet", "vboxnet", "veth", "br-", "tun", "tap", "vethernet")
"""How the names of networks begin that nobody else is in."""


class RoomProcess(QObject):
    """Runs at most one room's hub.

    Attributes:
        room: the hub that listens now, or None.

    Signals:
        opened(OpenRoom): it listens.
        failed(KnownError): it did not start.
        closed(bool): it has ended; True: as it was asked to.
    """

    opened = Signal(object)
    failed = Signal(object)
    closed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.room: OpenRoom | None = None
        self._process: QProcess | None = None
        self._said = ""
        self._asked_to_end = False

    @property
    def running(self) -> bool:
        """Whether there is a process, listening or not yet."""
        return self._process is not None

    @property
    def for_everybody(self) -> bool:
        """Whether a room is open to the venue."""
        return self.room is not None and bool(self.room.addresses)

    def start(self, start: RoomStart) -> None:
        """Starts it, unless one runs."""
        if self._process is not None:
            return
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in start.environment.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._listen)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._not_started)
        self._process, self._said, self._asked_to_end = process, "", False
        module = [] if getattr(sys, "frozen", False) else ["-m", "f2f_desktop"]
        process.start(sys.executable, [*module, *start.words])

    def stop(self) -> None:
        """Asks it to end; `closed` tells when it has."""
        self._asked_to_end = True
        if self._process is not None:
            # Its standard input ends, as it would if this program were gone.
            self._process.closeWriteChannel()

    def stop_now(self) -> None:
        """Ends it and waits until it has."""
        process = self._process
        if process is not None:
            self.stop()
            if not process.waitForFinished(STOP_WITHIN):
                process.kill()
                process.waitForFinished(STOP_WITHIN)

    def _read(self) -> None:
        process = self._process
        if process is None or self.room is not None or not process.canReadLine():
            return
        try:
            self.room = read_open_room(bytes(process.readLine().data()).decode("utf-8", "replace"))
        except KnownError as error:
            self.failed.emit(error)
            self.stop()
            return
        self.opened.emit(self.room)

    def _listen(self) -> None:
        if self._process is not None:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
            self._said = (self._said + said)[-4_096:]

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finished()

    def _finished(self, *_: object) -> None:
        process, self._process = self._process, None
        room, self.room = self.room, None
        if process is None:
            return
        self._listen_once_more(process)
        process.deleteLater()
        if room is None and not self._asked_to_end:
            lines = [line for line in self._said.splitlines() if line.startswith("f2f-desktop: ")]
            words = [line.removeprefix("f2f-desktop: ") for line in lines[-1:]]
            self.failed.emit(RoomNotStarted(*words))
        self.closed.emit(self._asked_to_end)

    def _listen_once_more(self, process: QProcess) -> None:
        with suppress(RuntimeError):
            said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
            self._said = (self._said + said)[-4_096:]


def own_addresses() -> tuple[str, ...]:
    """This laptop's addresses on the networks around it, those of made-up networks last."""
    found: list[tuple[bool, str]] = []
    flag = QNetworkInterface.InterfaceFlag
    for interface in QNetworkInterface.allInterfaces():
        flags = interface.flags()
        if not flags & flag.IsUp or not flags & flag.IsRunning or flags & flag.IsLoopBack:
            continue
        made_up = interface.name().lower().startswith(MADE_UP)
        for entry in interface.addressEntries():
            address = entry.ip()
            if address.protocol() is QAbstractSocket.NetworkLayerProtocol.IPv4Protocol:
                found.append((made_up, address.toString()))
    return tuple(address for _, address in sorted(found, key=lambda each: each[0]))
