"""An evening with everything in it, in a process of its own, for a thief to look at its files.

    python -m tests.vault.secret_evening FOLDER

It logs as loudly as it can to `log.txt` below HOME, and after each stage prints a word and waits for a line on stdin.
"""

import logging
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import numpy as np

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.events.facts import Answers
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.matching.looking_up import VoterQuery
from f2f_desktop.vault.database import Database, _copy_before_migration
from f2f_desktop.volunteer.conversation import response_message
from f2f_desktop.voterfile.voters import TextColumn, Voters
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from f2f_desktop.workspace import Workspace
from tests.vault.evenings import ACTION, PASSPHRASE, RIDE, contact_id, opened

NOTE = "Zanzibarnote"
TYPED = "Yes, in my own words: Quokkaville!"
DRAFT = "Halfwrittenthought"
SOUGHT = "Soughtandfound"
STREET = "77 MARROWFAT LANE"


def extract_of_ada(folder: Path, key: SigningKey, expires_in: int = 30) -> bytes:
    """The bytes of an extract of a small district, Ada among its voters."""
    others = range(300)

    def column(ada: str, otto: str, *endings: str) -> TextColumn:
        return TextColumn.encode([ada, otto, *(endings[number % len(endings)] for number in others)])

    voters = Voters(
        ids=np.array([b"ZZ900001", b"ZZ900002", *(b"ZZ%d" % number for number in others)], dtype="S8"),
        texts={
            "first_name": column("ADA", "OTTO", "MARIA", "JOHN", "PETRA", "LUIS", "NOOR"),
            "last_name": column("QUILLFEATHER", "PFEFFERNUSS", *(f"{x}{y}SON" for x in "BDGKL" for y in "AEIOU")),
            "street_address": column(STREET, STREET, "1 ELM ST", "2 OAK ST"),
            "city": column("ELMTOWN", "ELMTOWN", "ELMTOWN"),
            "zip": column("27001", "27001", "27001"),
            "party": column("DEM", "REP", "UNA"),
        },
        numbers={
            "phone": np.array([2125550101, 0, *(9195550100 + number for number in others)], np.int64),
            "birth_year": np.array([1984, 1950, *(1940 + number % 60 for number in others)], np.int16),
        },
        districts={"precinct": column("01-02", "01-03", "01-02", "01-03")},
    )
    expires = datetime.now(UTC).date() + timedelta(days=expires_in)
    path = folder / "district.f2fx"
    write_extract(path, voters, ExtractDetails(layout="test", expires=expires), key)
    data = path.read_bytes()
    path.unlink()
    return data


def work(workspace: Workspace, extract: bytes) -> None:
    """Extract, match, decision, message, response, drafts, report, opt-out."""
    services = workspace.services
    services.matchmaking.install(extract)
    services.matchmaking.keep(services.matchmaking.find(services.matchmaking.asked()))
    ada, ben = contact_id(services, "Ada Quillfeather"), contact_id(services, "Ben Marrowby")
    services.matchmaking.confirm(ada, services.matchmaking.question(ada).candidates[0][1].id)
    conversation = services.outreach.conversation(ACTION, ada, Channel.TEXT)
    message = msgspec.structs.replace(conversation.message, text=TYPED)
    services.outreach.hand_off(conversation, conversation.points[0], message)
    services.outreach.mark_sent(conversation, conversation.points[0], message)
    services.outreach.mark_sent(conversation, conversation.points[0], response_message(conversation.responses[0]))
    services.reports.file(conversation, Answers((RIDE,), note=NOTE))
    query = VoterQuery(SOUGHT)
    services.looking_up.look_up(ben, query, services.looking_up.hits(query))
    other = services.outreach.conversation(ACTION, ben, Channel.TEXT)
    services.outreach.save_draft(other, msgspec.structs.replace(other.message, text=DRAFT))
    services.outreach.opt_out(other)


def main() -> None:
    """The evening, stage by stage."""
    logging.basicConfig(filename=Path.home() / "log.txt", level=logging.DEBUG)
    folder, key = Path(sys.argv[1]), SigningKey.generate()
    with tempfile.TemporaryDirectory(dir="/") as elsewhere:  # the stick that the extract came on
        extract = extract_of_ada(Path(elsewhere), key)
    workspace = opened(folder, key)
    work(workspace, extract)
    stage("working")
    workspace.lock()
    stage("locked")
    workspace.unlock(PASSPHRASE)
    vault = workspace._vault
    assert vault is not None
    database: Database = vault._database
    assert database._engine is not None
    _copy_before_migration(database._engine, database.path, "0001")
    workspace.services.matchmaking.open()
    stage("copied")


def stage(name: str) -> None:
    """Says where the evening is, and waits."""
    sys.stdout.write(f"{name}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main()
