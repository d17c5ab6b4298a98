"""The ledger as the volunteer reads it: everything that left this laptop, and what was looked up on it."""

import datetime as dt
from pathlib import Path
from typing import BinaryIO

import msgspec

from f2f_desktop.campaign.ids import ContactId, Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.readable import Told, readable, told
from f2f_desktop.vault import cards, ledger
from f2f_desktop.vault.files import written_durably
from f2f_desktop.vault.ledger import LedgerEntry
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer.suggestions import display_name


class LedgerNotWritten(KnownError):
    """The ledger's text could not be written where the volunteer wanted it."""

    def __init__(self) -> None:
        super().__init__("The file could not be saved there.", "Choose another folder.")


class LedgerLine(msgspec.Struct, frozen=True):
    """An entry of the ledger, with the name that the contact has today."""

    entry: LedgerEntry
    """Without the content of a request, which `Ledger.content` gives."""
    contact: str
    told: Told | None = None
    """What a request was for."""

    @property
    def at(self) -> Milliseconds:
        """When it was."""
        return self.entry.at


class LedgerPage(msgspec.Struct, frozen=True):
    """A stretch of the ledger, and how much there is in all."""

    lines: tuple[LedgerLine, ...]
    total: int
    bytes_out: int


class Ledger:
    """The ledger of an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def page(self, before: int | None = None, most: int = 500) -> LedgerPage:
        """What left this laptop and what was looked up on it, newest first, a page at a time.

        `before` is the number of the last line of the page before.
        """
        with self._vault.transaction() as connection:
            lines = ledger.entries_before(connection, before, most)
            wanted = {each.searched.contact_id for each in lines if each.searched and each.searched.contact_id}
            people = {id_: cards.contact(connection, id_) for id_ in wanted}
            total, bytes_out = ledger.count(connection), ledger.bytes_out(connection)
        names = {id_: display_name(person.contact) for id_, person in people.items() if person is not None}
        return LedgerPage(tuple(_line(each, names) for each in lines), total, bytes_out)

    def content(self, number: int) -> bytes:
        """What the request of a line held; nothing for a question without content, or a search."""
        with self._vault.transaction() as connection:
            found = ledger.entry(connection, number)
        return found.sent.content if found is not None and found.sent is not None else b""

    def write(self, path: Path, progress: Progress = no_progress) -> None:
        """Writes the whole ledger with the content of every request as text, newest first.

        Raises `LedgerNotWritten`, `DiskFull`.
        """
        try:
            with written_durably(path) as file:
                self._write(file, progress)
        except OSError as error:
            raise LedgerNotWritten from error

    def _write(self, file: BinaryIO, progress: Progress) -> None:
        before, done = None, 0
        while True:
            with self._vault.transaction() as connection:
                entries = ledger.entries_before(connection, before, 200)
                total, bytes_out = ledger.count(connection), ledger.bytes_out(connection)
            if before is None:
                file.write(f"{total} lines; {bytes_out} bytes left this laptop\n\n".encode())
            if not entries:
                return
            file.writelines(_as_text(entry).encode("utf-8", "backslashreplace") for entry in entries)
            before, done = entries[-1].id, done + len(entries)
            progress(done, max(done, total))


def _line(entry: LedgerEntry, names: dict[ContactId, str]) -> LedgerLine:
    if entry.sent is not None:
        said = told(entry.sent.method, entry.sent.path, entry.sent.content)
        light = msgspec.structs.replace(entry.sent, content=b"")
        return LedgerLine(msgspec.structs.replace(entry, sent=light), "", said)
    searched = entry.searched
    return LedgerLine(entry, names.get(searched.contact_id or ContactId(""), "") if searched else "")


def _as_text(entry: LedgerEntry) -> str:
    when = dt.datetime.fromtimestamp(entry.at / 1000).astimezone().isoformat(" ", "seconds")
    if entry.sent is None:
        words = f"{entry.searched.name} {entry.searched.street}".strip() if entry.searched else ""
        return f"{when}  {entry.bytes_out} bytes  {entry.kind}  {words}\n"
    sent = entry.sent
    times = f" x {sent.times}" if sent.times > 1 else ""
    line = f"{when}  {entry.bytes_out} bytes  {sent.method} {sent.to}{sent.path}{times}\n"
    content = readable(sent.content)
    return f"{line}{content}\n\n" if content else line
