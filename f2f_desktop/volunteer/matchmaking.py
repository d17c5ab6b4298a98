"""Matching the address book against the extract, and the questions that only the volunteer can answer.

Everything happens on this laptop: nothing here can reach the network (the import rules see to it).
"""

import contextlib
import datetime as dt
from collections.abc import Sequence

import msgspec

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.contacts.model import Contact
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import Matched, match_book
from f2f_desktop.matching.model import Candidate, Match
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.vault import cards, extracts, matches
from f2f_desktop.vault.cards import StoredContact
from f2f_desktop.vault.content import campaign_key
from f2f_desktop.vault.downloads import DownloadStore, forget_download
from f2f_desktop.vault.extracts import InstalledExtract
from f2f_desktop.vault.matches import Decided, Learnt, StoredMatch
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer import installing
from f2f_desktop.volunteer.installing import Ready, voter_of
from f2f_desktop.volunteer.standing import MatchState, Standing
from f2f_desktop.volunteer.suggestions import Suggestions, display_name, record_counts
from f2f_desktop.volunteer.teaching import Asked, AskedAgain, Found, asked, found_again, habits_told
from f2f_desktop.voterfile.delta_applying import apply_delta, is_delta
from f2f_desktop.voterfile.errors import ExtractExpired
from f2f_desktop.voterfile.opening import Extract
from f2f_desktop.voterfile.receiving import Fetch, receive
from f2f_desktop.voterfile.voters import Voter

MOST_PARTED = 12
"""People without an answer who are matched one by one, such as cards that were parted; more are a new address book."""


class NoExtract(KnownError):
    """The laptop has no voter extract."""

    def __init__(self) -> None:
        super().__init__("There is no voter extract on this laptop.", "Import the extract that you were given.")


class MatchCounts(msgspec.Struct, frozen=True):
    """How many contacts stand where."""

    contacts: int
    matched: int
    ambiguous: int
    unmatched: int


class Question(msgspec.Struct, frozen=True):
    """A contact whom only a person can place: the voters that it could be, with the evidence for each."""

    contact_id: ContactId
    name: str
    contact: Contact
    standing: Standing
    candidates: tuple[tuple[Candidate, Voter], ...]


class Matchmaking:
    """Matches of an open vault, and the extract that they are made from.

    Attributes:
        extract: the opened extract, or None; opening one takes a moment, so it is kept until the vault is locked.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._suggestions = Suggestions(vault)
        self.extract: Extract | None = None
        self._index: VoterIndex | None = None

    def installed(self) -> InstalledExtract | None:
        """The extract on this laptop, opened or not."""
        with self._vault.transaction() as connection:
            return extracts.installed_extract(connection)

    def install(self, data: bytes, progress: Progress = no_progress) -> Extract:
        """Checks an extract file's bytes and keeps it, encrypted and ready, as the one in use.

        Instead of the extract it may be the update (`.f2fd`) of the one in use. It may be signed by the campaign
        or, as long as there is no campaign, by anybody. Raises the errors of `open_extract` and of `apply_delta`,
        `NoExtract` for an update of nothing, and `DiskFull`.
        """
        if is_delta(data):
            installed = self.installed()
            if installed is None:
                raise NoExtract
            base = installing.extract_file(self._vault, installed)
            data = apply_delta(base, data, trusted=self.trusted(), progress=progress)
        self._use(installing.install(self._vault, data, self.trusted(), progress))
        assert self.extract is not None
        return self.extract

    def download(self, fetch: Fetch, progress: Progress = no_progress) -> Extract:
        """Receives an extract piece by piece and installs it; after an error it goes on where it was.

        Raises the errors of `receive` and of `install`. Nothing that has arrived lies open on the disk.
        """
        return self.install_received(self.receive(fetch, progress), progress)

    def receive(self, fetch: Fetch, progress: Progress = no_progress) -> bytes:
        """The first half of `download`, which waits for the line: in the vault it only keeps pieces."""
        return receive(fetch, DownloadStore(self._vault), trusted=self.trusted(), progress=progress)

    def install_received(self, data: bytes, progress: Progress = no_progress) -> Extract:
        """The second half of `download`."""
        extract = self.install(data, progress)
        DownloadStore(self._vault).wipe()
        return extract

    def open(self, progress: Progress = no_progress) -> Extract:
        """Opens the installed extract. Raises `NoExtract`, `ExtractExpired` and its kin."""
        if self.extract is None:
            installed = self.installed()
            if installed is None:
                raise NoExtract
            if installed.expires < today():
                raise ExtractExpired(installed.expires)
            self._use(installing.open_installed(self._vault, installed, self.trusted(), progress))
        assert self.extract is not None
        return self.extract

    def _use(self, ready: Ready) -> None:
        self.extract, self._index = ready.extract, ready.index

    def wipe_expired(self) -> bool:
        """Wipes an extract that may not be used any more; what is known about it stays. True if there was one."""
        with self._vault.transaction() as connection:
            installed = extracts.installed_extract(connection)
            if installed is None or installed.expires >= today():
                return False
            extracts.forget_keys(connection)
            forget_download(connection)
        extracts.remove_stray_files(self._vault.folder, None)
        self.close()
        return True

    def close(self) -> None:
        """Gives up the opened extract; it can be opened again."""
        self.extract, self._index = None, None

    def forget_extract(self) -> None:
        """Wipes the extract: its key goes, then its file."""
        with self._vault.transaction() as connection:
            extracts.forget_extract(connection)
            forget_download(connection)
        extracts.remove_stray_files(self._vault.folder, None)
        self.close()

    def asked(self) -> Asked:
        """Everybody, with what was said about them, for `find`."""
        with self._vault.transaction() as connection:
            return asked(
                cards.all_contacts(connection), matches.decisions_in_force(connection), cards.owners(connection)
            )

    def asked_again(self) -> AskedAgain | None:
        """What the matcher has not learnt yet, for `find_again`; None if there is nothing, or no answer to mend.

        People whom it has never seen are part of it where they are few: cards that were parted.
        """
        self._open_if_possible()
        with self._vault.transaction() as connection:
            learnt, installed = matches.learnt(connection), extracts.installed_extract(connection)
            now = asked(
                cards.all_contacts(connection), matches.decisions_in_force(connection), cards.owners(connection)
            )
            if learnt.habits is None or self.extract is None or installed is None:
                return None
            if learnt.extract_id != installed.id:
                return None
            news = now.decisions ^ learnt.decisions
            told, owner = matches.decisions_numbered(connection, news), cards.owners(connection)
            former = matches.all_matches(connection)
        parted = frozenset(person.id for person in now.people) - former.keys()
        persons = frozenset(owner.get(own_id, own_id) for each in told for own_id in each.about)
        if len(parted) <= MOST_PARTED:
            persons |= parted
        if not news and not persons:
            return None
        voters = frozenset(each.voter_id for each in told if each.voter_id is not None)
        return AskedAgain(now, learnt.habits, persons, voters, former)

    def find(self, asked: Asked, progress: Progress = no_progress) -> Found:
        """Matches everybody against the opened extract: arrays and CPU only, for a thread of the pool."""
        index = self._indexed()
        found = match_book(
            [person.contact for person in asked.people], index, taught=asked.taught, progress=progress
        )
        return Found(self._stored(found.matches), Learnt(asked.decisions, found.habits))

    def find_again(self, again: AskedAgain, progress: Progress = no_progress) -> Found:
        """Matches those again whom new decisions touch; also for a thread of the pool."""
        index = self._indexed()
        habits = habits_told(again.habits, again.asked.taught)

        def run(people: Sequence[StoredContact]) -> Matched:
            progress(0, len(people))
            contacts = [person.contact for person in people]
            return match_book(contacts, index, habits=habits, taught=again.asked.taught)

        found = found_again(again, run)
        return Found(self._stored(found), Learnt(again.asked.decisions, again.habits), whole=False)

    def keep(self, found: Found) -> MatchCounts:
        """Stores a run of the matcher in place of the former one, or of a part of it."""
        installed = self.installed()
        extract_id = installed.id if installed else ""
        with self._vault.transaction() as connection:
            if found.whole:
                matches.replace_matches(connection, extract_id, found.matches)
            else:
                matches.change_matches(connection, extract_id, found.matches)
            matches.note_learnt(connection, msgspec.structs.replace(found.learnt, extract_id=extract_id))
            record_counts(connection)
        return self.counts()

    def counts(self) -> MatchCounts:
        """How many contacts stand where, decisions included."""
        states = [stands.state for stands in self._suggestions.standings().values()]
        matched = sum(state.certain for state in states)
        ambiguous = states.count(MatchState.AMBIGUOUS)
        return MatchCounts(len(states), matched, ambiguous, len(states) - matched - ambiguous)

    def voter(self, voter_id: VoterId) -> Voter | None:
        """A voter of the opened extract."""
        return None if self.extract is None else voter_of(self.extract, voter_id)

    def question(self, contact_id: ContactId) -> Question | None:
        """A contact with all voters that it could be, whatever its state; None if the contact is gone.

        Opens the extract if need be; of one that cannot be opened only the likeliest voter is known.
        """
        with self._vault.transaction() as connection:
            person = cards.contact(connection, contact_id)
        if person is None:
            return None
        self._open_if_possible()
        return self._question(person, self._suggestions.standing_of(person.id))

    def questions(self) -> list[Question]:
        """The ambiguous contacts: those never asked first, then those skipped; each group by name."""
        self._open_if_possible()
        standings = self._suggestions.standings()
        with self._vault.transaction() as connection:
            people = cards.all_contacts(connection)
        asked = [
            self._question(person, standings[person.id])
            for person in people
            if standings[person.id].state is MatchState.AMBIGUOUS
        ]
        return sorted(asked, key=lambda question: question.standing.skipped)

    def confirm(self, contact_id: ContactId, voter_id: VoterId) -> int:
        """This voter is the contact. Gives the number by which `undo` takes it back."""
        return self._decide(contact_id, Decided.CONFIRMED, voter_id)

    def reject(self, contact_id: ContactId, voter_id: VoterId | None) -> int:
        """This voter is not the contact, or (None) nobody in the file is."""
        return self._decide(contact_id, Decided.REJECTED, voter_id)

    def skip(self, contact_id: ContactId) -> int:
        """The volunteer does not know: the question comes back at the end."""
        return self._decide(contact_id, Decided.SKIPPED, None)

    def undo(self, decision: int) -> None:
        """Takes a decision back."""
        with self._vault.transaction() as connection:
            matches.undo_decision(connection, decision)

    def undo_last(self, contact_id: ContactId) -> bool:
        """Takes back the newest decision about a contact; False if there is none."""
        with self._vault.transaction() as connection:
            last = matches.last_decision(connection, cards.own_ids_of(connection, contact_id))
            if last is not None:
                matches.undo_decision(connection, last)
        return last is not None

    def _decide(self, contact_id: ContactId, decided: Decided, voter_id: VoterId | None) -> int:
        self._open_if_possible()
        voter = None if voter_id is None else self._known(voter_id, contact_id) or Voter(voter_id)
        with self._vault.transaction() as connection:
            if voter is not None and self.extract is not None and self.voter(voter.id) is None:
                matches.note_departed(connection, voter.id)
            return matches.decide(connection, contact_id, decided, voter, cards.own_ids_of(connection, contact_id))

    def _indexed(self) -> VoterIndex:
        if self.extract is None:
            raise NoExtract
        if self._index is None:
            self._index = VoterIndex.build(self.extract.voters)
        return self._index

    def _stored(self, found: Sequence[Match]) -> tuple[StoredMatch, ...]:
        return tuple(
            StoredMatch(
                ContactId(answer.contact_uid),
                answer,
                self.voter(answer.best.voter_id) if answer.best else None,
            )
            for answer in found
        )

    def _open_if_possible(self) -> None:
        if self.extract is None:
            with contextlib.suppress(KnownError):
                self.open()

    def _known(self, voter_id: VoterId, contact_id: ContactId) -> Voter | None:
        """A voter of the installed extract, or the one that the matcher found for the contact."""
        found = self.voter(voter_id)
        if found is None:
            with self._vault.transaction() as connection:
                stored = matches.match_of(connection, contact_id)
            if stored is not None and stored.voter is not None and stored.voter.id == voter_id:
                return stored.voter
        return found

    def _question(self, person: StoredContact, stands: Standing) -> Question:
        found = ((each, self._known(each.voter_id, person.id)) for each in stands.candidates)
        pairs = tuple((candidate, voter) for candidate, voter in found if voter is not None)
        return Question(person.id, display_name(person.contact), person.contact, stands, pairs)

    def trusted(self) -> tuple[PublicKey, ...] | None:
        """Who may have signed an extract; None: anybody, as long as there is no campaign."""
        with self._vault.transaction() as connection:
            key = campaign_key(connection)
        return None if key is None else (PublicKey.from_bytes(key),)


def today() -> dt.date:
    """The day by which extracts expire: in UTC, as when they are opened."""
    return dt.datetime.now(dt.UTC).date()
