"""Laptops for the tests: a real vault each, and what a volunteer does with it."""

from pathlib import Path

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, ScriptId, TagId
from f2f_desktop.events.facts import (
    Answers,
    ContactReference,
    Fact,
    MessageKind,
    MessageSent,
    OptedOut,
    ReportFiled,
)
from f2f_desktop.protocol.invites import read_invite
from f2f_desktop.sync.courier import Courier, Round
from f2f_desktop.vault import vault as vaults
from f2f_desktop.vault.journal import record
from f2f_desktop.vault.keys import Argon2Cost
from f2f_desktop.vault.vault import Protection, Vault

PASSPHRASE = "maple canoe lantern tuesday"
CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)


class Laptop:
    """One volunteer's laptop."""

    def __init__(self, folder: Path, name: str = "Vera Volunteer") -> None:
        self.folder, self.name = folder, name
        self.vault: Vault = (
            vaults.unlock_by_secret(folder, vaults.WayIn.PASSPHRASE, PASSPHRASE)
            if vaults.exists(folder)
            else vaults.create(folder, Protection(PASSPHRASE, cost=CHEAP))[0]
        )
        self.courier = Courier(self.vault, jitter=lambda _: 0.0)

    def join(self, link: str, *, room: bool = False) -> "Laptop":
        self.courier.join_by_invite(read_invite(link), self.name, "vera@example.org", room=room)
        return self

    def do(self, *facts: Fact) -> None:
        with self.vault.transaction() as connection:
            for fact in facts:
                record(connection, fact)

    def work(self, conversations: int, first: int = 0) -> None:
        """So many messages and reports."""
        for number in range(first, first + conversations):
            self.do(message(number), report(number))

    def round(self) -> Round:
        """A round with the first hub, which must go well."""
        done = self.courier.round()[0]
        if done.trouble is not None:
            raise done.trouble
        return done

    def close(self) -> None:
        self.vault.lock()


def contact(number: int) -> ContactReference:
    return ContactReference(ContactId(f"contact-{number}"), name="", point_hash=f"{number:032x}")


def message(number: int) -> MessageSent:
    return MessageSent(ActionId("a"), 1, contact(number), Channel.TEXT, MessageKind.INITIAL, ScriptId("s"))


def report(number: int) -> ReportFiled:
    return ReportFiled(ActionId("a"), 1, contact(number), Answers((TagId("yes"),)))


def opt_out(number: int) -> OptedOut:
    return OptedOut(contact(number), (f"{number:032x}",))
