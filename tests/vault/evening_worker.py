"""A volunteer's evening in a process of its own, for tests that look at its files or kill it.

    python -m tests.vault.evening_worker FOLDER [early]

Every saved step is acknowledged by a line on stdout, after it was saved; with `early`, before: the planted bug.
"""

import itertools
import sys
from pathlib import Path

from f2f_desktop.events.facts import Answers
from f2f_desktop.volunteer.conversation import response_message
from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import ACTION, FRIENDS, PASSPHRASE, RIDE, contact_id, friend, opened

NOTE = "Zanzibarnote"


def say(text: str) -> None:
    """Acknowledges, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def step(services: VolunteerServices, number: int) -> None:
    """One saved step: `report N` is there once a report's note says N."""
    name = FRIENDS[number % 2].name.full
    conversation = services.outreach.conversation(ACTION, contact_id(services, name), "text")  # type: ignore[arg-type]
    kind = number % 4
    if kind == 0:
        services.outreach.mark_sent(conversation, conversation.points[0], conversation.message)
    elif kind == 1:
        message = response_message(conversation.responses[0])
        services.outreach.mark_sent(conversation, conversation.points[0], message)
    elif kind == 2:
        services.importing.store("x.vcf", (friend(f"new-{number}", "New", f"Person{number}"),), ())
    services.reports.file(conversation, Answers((RIDE,), note=f"{NOTE} {number}"))


def main() -> None:
    """Works until it is killed, or for ten steps when asked to be short."""
    folder, mode = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    if (folder / "vault.keys").exists():
        workspace = Workspace(folder)
        workspace.unlock(PASSPHRASE)
    else:
        workspace = opened(folder)
    say("ready")
    services = workspace.services
    for number in itertools.count() if mode != "short" else range(10):
        if mode == "early":
            say(f"report {number}")
            step(services, number)
        else:
            step(services, number)
            say(f"report {number}")
    workspace.lock()


if __name__ == "__main__":
    main()
