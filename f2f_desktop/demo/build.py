"""Makes the demo campaign: an invented district's extract, the bundle, the address books."""

import datetime as dt
import secrets
from collections.abc import Sequence
from pathlib import Path

import msgspec

from f2f_desktop.campaign.filters import District, VoterFrequency
from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.campaign.targets import TargetEntry
from f2f_desktop.contacts.phones import phones
from f2f_desktop.demo.address_books import Friend, draw_friends
from f2f_desktop.demo.book_dialects import BookFile, render_books
from f2f_desktop.demo.columns import COUNTED_ELECTIONS, extract_of
from f2f_desktop.demo.content import demo_content
from f2f_desktop.demo.north_carolina import write_voter_files
from f2f_desktop.demo.population import generate_district
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.bundle import write_bundle
from f2f_desktop.shipped import resource
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import Voters
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract

SEED = 20261103
VOTERS = 60_000
CONTACTS = 300
STATE_VOTERS = 6_000
"""Voters of the state's file that the demo's organizer cuts an extract from."""
DAYS = 60
"""Until the demo's extract expires."""
DISTRICT = (District("city", "RIVERS BEND"), District("city", "MILLBROOK FALLS"))
"""Where the invented seat is."""


class DemoFiles(msgspec.Struct, frozen=True):
    """Where the demo's files lie, and the truth about its address books."""

    bundle: Path
    extract: Path
    books: tuple[Path, ...]
    truth: dict[str, str]
    """Uid of a card to the id of its voter; empty for somebody who is not in the file."""
    key: SigningKey
    """The demo campaign's own signing key."""


def build_demo(
    folder: Path,
    *,
    voters: int = VOTERS,
    contacts: int = CONTACTS,
    seed: int = SEED,
    progress: Progress = no_progress,
) -> DemoFiles:
    """Writes the demo's files into `folder`; the same seed gives the same people. Raises `KnownError`, `Cancelled`."""
    folder.mkdir(parents=True, exist_ok=True)
    steps = 4
    progress(0, steps)
    population = generate_district(seed, voters)
    progress(1, steps)
    key = SigningKey.generate()
    extract = folder / "rivers-bend.f2fx"
    expires = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=DAYS)
    details = ExtractDetails(layout="demo", expires=expires, elections=COUNTED_ELECTIONS)
    write_extract(extract, extract_of(population), details, key)
    progress(2, steps)
    friends = draw_friends(population, seed, contacts)
    books = render_books(friends)
    paths = tuple(_write(folder, book) for book in books)
    progress(3, steps)
    bundle = folder / "rivera.f2fbundle"
    bundle.write_bytes(_bundle(open_extract(extract).voters, friends, key))
    progress(4, steps)
    truth = {friend.uid: friend.voter_id for book in books for friend in book.friends}
    return DemoFiles(bundle, extract, paths, truth, key)


def build_voter_files(folder: Path, *, voters: int = STATE_VOTERS, seed: int = SEED) -> tuple[Path, Path]:
    """Writes a voter file and a history of invented people, as a state ships them. Raises `KnownError`."""
    folder.mkdir(parents=True, exist_ok=True)
    return write_voter_files(generate_district(seed, voters), folder)


def _write(folder: Path, book: BookFile) -> Path:
    path = folder / book.name
    path.write_bytes(book.data)
    return path


def _bundle(voters: Voters, friends: Sequence[Friend], key: SigningKey) -> bytes:
    """The campaign suggests those who skip city elections; about half of the friends in the file are such people."""
    targets: list[VoterId] = []
    reasons: dict[VoterId, str] = {}
    for friend in friends:
        row = voters.row_of(VoterId(friend.voter_id)) if friend.voter_id else None
        if row is None:
            continue
        voter = voters.at(row)
        if voter.frequency in (VoterFrequency.SOMETIMES, VoterFrequency.RARELY, VoterFrequency.NEW):
            targets.append(voter.id)
            if voter.frequency is VoterFrequency.NEW:
                reasons[voter.id] = "It's your first city election!"
    others = [voters.id_at(row) for row in range(0, len(voters), max(1, len(voters) // 400))]
    unplaced = [friend for friend in friends if not friend.voter_id and friend.phones and friend.family][:3]
    entries = [
        TargetEntry(friend.given, friend.family, phones(friend.phones[0][1], "", "US")[0].e164)
        for friend in unplaced
    ]
    images = {name: resource("demo", name).read_bytes() for name in ("library.png", "rally.png")}
    content = demo_content(
        list(dict.fromkeys([*targets, *others])), reasons, entries, DISTRICT, images, secrets.token_bytes(32)
    )
    return write_bundle(content, key)
