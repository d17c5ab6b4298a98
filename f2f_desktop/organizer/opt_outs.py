"""The campaign's opt-out list, as an organizer adds to it: numbers and addresses are hashed here, and nowhere kept."""

from collections.abc import Sequence

import msgspec

from f2f_desktop.errors import KnownError
from f2f_desktop.events.envelope import read_event
from f2f_desktop.events.facts import OptOutSource, PointsOptedOut, Voided
from f2f_desktop.events.hashes import point_hash
from f2f_desktop.organizer.opt_out_files import points_in
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.vault import opt_outs
from f2f_desktop.vault.content import stored_content
from f2f_desktop.vault.journal import record
from f2f_desktop.vault.vault import Vault

AT_ONCE = 500
"""Hashes in one event: far below what a hub takes, and a page of changes holds a few of them."""


class NoPoint(KnownError):
    """What was typed is no phone number and no e-mail address."""

    def __init__(self) -> None:
        super().__init__("This is no phone number and no e-mail address.", "Check it, with its country code.")


class NotPublishedYet(KnownError):
    """The campaign has no key for hashing yet: its first publication makes it."""

    def __init__(self) -> None:
        super().__init__(
            "Before the first publication nothing can be put on the opt-out list.", "Publish the campaign first."
        )


class NotOnTheList(KnownError):
    """It is not on the list, as far as this laptop knows."""

    def __init__(self) -> None:
        super().__init__("This is not on the opt-out list.", "Nothing was changed.")


class NotAddedHere(KnownError):
    """Only the laptop that has put something on the list can take it off again."""

    def __init__(self) -> None:
        super().__init__(
            "This was not put on the list on this laptop.",
            "The volunteer or organizer who recorded it can undo it on theirs.",
        )


class Added(msgspec.Struct, frozen=True):
    """What was put on the list. `OptOuts.undo` takes it off again."""

    new: int
    """Numbers and addresses that this laptop had not put on the list before."""
    known: int
    events: tuple[str, ...]


class OptOuts:
    """The opt-out list, from an organizer's open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def add(self, text: str) -> Added:
        """Puts what was typed on the list. Raises `NoPoint`, `NotPublishedYet`."""
        return self.add_points(self._read(text), OptOutSource.BY_HAND)

    def add_points(self, points: Sequence[str], source: OptOutSource, progress: Progress = no_progress) -> Added:
        """Puts numbers (E.164) and addresses on the list, in one transaction. Raises `NotPublishedYet`."""
        key = self._key()
        hashes = list(dict.fromkeys(point_hash(key, point) for point in points))
        with self._vault.transaction() as connection:
            present = opt_outs.added_here(connection)
            new = [each for each in hashes if each not in present]
            made: list[str] = []
            for start in range(0, len(new), AT_ONCE):
                progress(start, len(new))
                part = tuple(new[start : start + AT_ONCE])
                made.append(record(connection, PointsOptedOut(part, source)).id)
        return Added(len(new), len(hashes) - len(new), tuple(made))

    def undo(self, added: Added) -> None:
        """Takes off the list what was put on it at once."""
        with self._vault.transaction() as connection:
            for event in added.events:
                record(connection, Voided(event, "undone"))

    def remove(self, text: str) -> int:
        """Takes off the list what was put on it here by mistake; gives how many numbers and addresses.

        Raises `NoPoint`, `NotOnTheList`, `NotAddedHere`, `NotPublishedYet`.
        """
        key = self._key()
        hashes = {point_hash(key, point) for point in self._read(text)}
        with self._vault.transaction() as connection:
            listed = hashes & opt_outs.all_points(connection)
            if not listed:
                raise NotOnTheList
            here = opt_outs.additions_with(connection, listed)
            if not here:
                raise NotAddedHere
            for event, body in here:
                fact = read_event(body).fact
                assert isinstance(fact, PointsOptedOut)
                record(connection, Voided(event, "undone"))
                rest = tuple(each for each in fact.point_hashes if each not in hashes)
                if rest:
                    # What came by the same file stays on the list, in an event of its own.
                    record(connection, PointsOptedOut(rest, fact.source))
        return len(listed)

    def is_listed(self, text: str) -> bool:
        """Whether all that was typed is on the list, as far as this laptop knows. Raises as `remove`."""
        key = self._key()
        hashes = {point_hash(key, point) for point in self._read(text)}
        with self._vault.transaction() as connection:
            return hashes <= opt_outs.all_points(connection)

    def region(self) -> str:
        """The region of numbers without a country code."""
        with self._vault.transaction() as connection:
            content = stored_content(connection)
        return content.settings.region if content is not None else "US"

    def _read(self, text: str) -> tuple[str, ...]:
        points = points_in(text.strip(), self.region())
        if not points:
            raise NoPoint
        return points

    def _key(self) -> bytes:
        with self._vault.transaction() as connection:
            content = stored_content(connection)
        if content is None or not content.settings.phone_hash_key:
            raise NotPublishedYet
        return content.settings.phone_hash_key
