"""An organizer's laptop with a room, for the tests: the room's hub is a process of its own, as in the app."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from f2f_desktop.cli.room import running
from f2f_desktop.protocol.room import OpenRoom
from f2f_desktop.sync.rooms import Rooms
from f2f_desktop.vault import properties
from tests.hub.laptops import Laptop


class Organizer(Laptop):
    """A laptop that can open rooms."""

    def __init__(self, folder: Path, name: str = "Olga Organizer") -> None:
        super().__init__(folder, name)
        self.rooms = Rooms(self.vault, self.courier)
        with self.vault.transaction() as connection:
            properties.set_text(connection, properties.VOLUNTEER_NAME, name)

    @contextmanager
    def open_room(self) -> Iterator[OpenRoom]:
        """The room, open on loopback to everybody."""
        with running(self.rooms.prepare(("127.0.0.1",))) as room:
            yield room

    @contextmanager
    def closed_room(self) -> Iterator[OpenRoom]:
        """The room's hub, for this laptop alone."""
        with running(self.rooms.prepare_alone()) as room:
            yield room


def join_room(laptop: Laptop, room: OpenRoom) -> Laptop:
    """Joins by the code on the wall."""
    laptop.courier.join_by_code(room.addresses[0], room.code, laptop.name)
    return laptop
