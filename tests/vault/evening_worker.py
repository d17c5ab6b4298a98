"""A volunteer's evening in processes of its own, for tests that look at its files, kill it, or fill its disk.

Every saved step is acknowledged by a line that says what must be there from then on (see `Saved`).
"""

import itertools
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import msgspec
from sqlalchemy import Connection

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import Answers
from f2f_desktop.volunteer.conversation import Conversation, response_message
from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import ACTION, FRIENDS, PASSPHRASE, RIDE, contact_id, friend, opened

NOTE = "Zanzibarnote"
ADA, BEN, CLEO = (each.name.full for each in FRIENDS)


class Saved(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an acknowledged step says is saved: events by id; the newest draft, contact, decision and packet."""

    step: int
    events: tuple[str, ...] = ()
    draft: int = -1
    uid: str = ""
    decision: int = -1
    packet: int = -1


Say = Callable[[Saved], None]


def open_evening(folder: Path) -> Workspace:
    """The vault of the evening, made if it is not there yet."""
    if not (folder / "vault.keys").exists():
        return opened(folder)
    workspace = Workspace(folder)
    workspace.unlock(PASSPHRASE)
    if not workspace.services.importing.count():  # killed while it was being furnished
        workspace.lock()
        workspace.destroy()
        return opened(folder)
    return workspace


class Evening:
    """The steps of an evening; each saves something and says what."""

    def __init__(self, services: VolunteerServices, folder: Path) -> None:
        self.services = services
        self.packet = folder.parent / f"{folder.name}.f2fpacket"
        self.ids = {name: contact_id(services, name) for name in (ADA, BEN, CLEO)}

    def talk(self, name: str, channel: str = "text") -> Conversation:
        return self.services.outreach.conversation(ACTION, self.ids[name], channel)

    def message(self, number: int) -> Saved:
        conversation = self.talk(ADA)
        sent = self.services.outreach.mark_sent(conversation, conversation.points[0], conversation.initial)
        return Saved(number, (sent.event_id,))

    def draft(self, number: int) -> Saved:
        conversation = self.talk(BEN)
        typed = msgspec.structs.replace(conversation.message, text=f"{NOTE} {number}")
        self.services.outreach.save_draft(conversation, typed)
        return Saved(number, draft=number)

    def report(self, number: int) -> Saved:
        filed = self.services.reports.file(self.talk(ADA), Answers((RIDE,), note=f"{NOTE} {number}"))
        return Saved(number, (filed.event_id,))

    def response(self, number: int) -> Saved:
        # Corrected by hand first, so that the answer has something to mark anew.
        corrected = self.services.reports.file(self.talk(BEN, "call"), Answers(note=f"{NOTE} {number}"))
        conversation = self.talk(BEN, "call")
        answer = response_message(conversation.responses[0])
        sent = self.services.outreach.mark_sent(conversation, conversation.points[0], answer)
        assert sent.report is not None
        return Saved(number, (corrected.event_id, sent.event_id, sent.report.event_id))

    def import_one(self, number: int) -> Saved:
        phone = f"+1212556{number % 10_000:04}"
        new = friend(f"new-{number}", "Nova", f"Person{'abcdefghij'[number % 10]}", phone)
        self.services.importing.store("more.vcf", (new,), ())
        return Saved(number, uid=new.uid)

    def opt_out(self, number: int) -> Saved:
        event_id = self.services.outreach.opt_out(self.talk(CLEO, "email"))
        self.services.outreach.undo_opt_out(self.ids[CLEO])
        return Saved(number, (event_id,))

    def decide(self, number: int) -> Saved:
        voter = VoterId(f"AA{number}")
        return Saved(number, decision=self.services.matchmaking.confirm(self.ids[CLEO], voter))

    def export(self, number: int) -> Saved:
        return Saved(number, packet=self.services.packets.export(self.packet).last)

    def unsend(self, number: int) -> Saved:
        last = self.talk(ADA).history[-1:]
        for message in last:
            self.services.outreach.unsend(message.event_id)
        return Saved(number, tuple(message.event_id for message in last))

    def steps(self, start: int) -> Iterator[Saved]:
        """One saved step after the other, without end."""
        order = (
            self.message,
            self.draft,
            self.report,
            self.response,
            self.import_one,
            self.opt_out,
            self.decide,
            self.export,
            self.unsend,
        )
        for number in itertools.count(start):
            for step in order:
                yield step(number)


def acknowledging_to(path: Path) -> Say:
    """Acknowledges into a file: what a killed process has written to one stays."""

    def say(saved: Saved) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(descriptor, msgspec.json.encode(saved) + b"\n")
        os.close(descriptor)

    return say


def acknowledged(path: Path) -> list[Saved]:
    """Everything that was acknowledged in a file."""
    lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
    return [msgspec.json.decode(line, type=Saved) for line in lines]


class Order(msgspec.Struct, frozen=True):
    """An evening in a process of its own, that acknowledges to `log`.

    It is killed `seconds` after it began, or after the first acknowledgement (`after_first`); or, with `room`, works
    until a file of that many bytes would not do, then on with room enough. `lazy` plants a bug: several steps are
    committed at once, after they were acknowledged.
    """

    folder: str
    log: str
    start: int = 0
    seconds: float = 0.0
    after_first: bool = False
    lazy: bool = False
    room: int = -1


def work(order: Order) -> None:
    """Works through an evening without end."""
    folder, say = Path(order.folder), acknowledging_to(Path(order.log))
    workspace = open_evening(folder)
    commit = commit_late(workspace) if order.lazy else None
    for number, saved in enumerate(Evening(workspace.services, folder).steps(order.start)):
        say(saved)
        if commit is not None and number % 5 == 4:
            commit()


def commit_late(workspace: Workspace) -> Callable[[], None]:
    """Plants the bug: transactions are left open until the function that this gives is called."""
    vault = workspace._vault
    assert vault is not None
    database = vault._database
    assert database._engine is not None
    connection = database._engine.connect()
    connection.begin()

    @contextmanager
    def never_committed() -> Iterator[Connection]:
        yield connection

    def commit() -> None:
        connection.commit()
        connection.begin()

    database.transaction = never_committed
    return commit


STEPS_IN_LITTLE_ROOM, STEPS_IN_ROOM = 27, 9


def work_in_little_room(order: Order) -> None:
    """Works until the disk is full, then on; what went wrong is told to the log's neighbour `.words`."""
    folder, say = Path(order.folder), acknowledging_to(Path(order.log))
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (order.room, most))
    words, workspace = "", None
    try:
        workspace = open_evening(folder)
        evening = Evening(workspace.services, folder).steps(order.start)
        for saved in itertools.islice(evening, STEPS_IN_LITTLE_ROOM):
            say(saved)
    except KnownError as error:
        words = f"{type(error).__name__}: {error}"
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    Path(order.log).with_suffix(".words").write_text(words)
    workspace = workspace or open_evening(folder)
    later = order.start + STEPS_IN_LITTLE_ROOM
    for saved in itertools.islice(Evening(workspace.services, folder).steps(later), STEPS_IN_ROOM):
        say(saved)
    workspace.lock()


def serve() -> None:
    """Forks an evening for every order on stdin and answers with its exit status; imports are paid for once."""
    for line in sys.stdin.buffer:
        order = msgspec.json.decode(line, type=Order)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                (work if order.room < 0 else work_in_little_room)(order)
                status = 0
            except BaseException:  # noqa: BLE001 - a forked process must not return into the server
                traceback.print_exc()
            os._exit(status)
        if order.room < 0:
            patience = time.monotonic() + 10
            while order.after_first and not Path(order.log).exists() and time.monotonic() < patience:
                time.sleep(0.001)
            time.sleep(order.seconds)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


class Server:
    """A process that runs evenings. Use it as a context."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.vault.evening_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        return self

    def run(self, order: Order) -> int:
        """Runs one evening to its end; -9 if it was killed, 1 if something went wrong that it had no words for."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(msgspec.json.encode(order) + b"\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=60)


if __name__ == "__main__":
    serve()
