"""An offered extract on its way to the laptop: by what has changed where the laptop has a former one, else whole.

A delta is believed only if what it makes has the offered file's hash. Whatever is wrong with it (made from another
base, damaged, not at the hub, compressed by another version), the whole file is taken instead.
"""

from collections.abc import Iterable
from typing import Protocol

import msgspec

from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.manifest import DeltaOffer, ExtractOffer, FileNotThere, hash_of, steps_to
from f2f_desktop.vault import extracts
from f2f_desktop.vault.downloads import DownloadStore
from f2f_desktop.vault.extracts import InstalledExtract, InstalledExtractDamaged
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer import installing
from f2f_desktop.volunteer.matchmaking import Matchmaking
from f2f_desktop.voterfile.delta_applying import apply_delta
from f2f_desktop.voterfile.errors import ExtractFileError, TransferCut
from f2f_desktop.voterfile.receiving import Fetch, receive_delta


class Line(Protocol):
    """What a fetch uses."""

    def close(self) -> None:
        """Ends the connections."""
        ...


class Source(Protocol):
    """Whoever knows how files of the campaign are fetched: the courier."""

    def fetch_of(self, offer: ExtractOffer | DeltaOffer, /) -> tuple[Fetch, Line]:
        """How a file is fetched, and what is closed afterwards."""
        ...


class Way(msgspec.Struct, frozen=True):
    """What it takes to have an offered extract."""

    in_use: bool
    """It is the one on this laptop."""
    steps: tuple[DeltaOffer, ...] = ()
    """Deltas that lead to it from the one on this laptop; none: the whole file is fetched."""
    size: int = 0
    """Bytes to be fetched."""


class Downloading:
    """Downloads into an open vault."""

    def __init__(self, vault: Vault, matchmaking: Matchmaking, source: Source) -> None:
        self._vault, self._matchmaking, self._source = vault, matchmaking, source
        self._known: tuple[str, str] = ("", "")
        """Id of an installed extract, and its file's hash."""

    def way_to(self, offer: ExtractOffer) -> Way:
        """How an offered extract comes to this laptop."""
        present = self._installed_hash()
        if present == offer.hash:
            return Way(True, size=offer.size)
        steps = steps_to(offer, present)
        return Way(False, steps, sum(step.size for step in steps) or offer.size)

    def has_update(self, offers: Iterable[ExtractOffer]) -> bool:
        """Whether one of the offers leads on from the extract that is here."""
        # To know that file's hash it is decrypted once: only where there is something to compare it with.
        return any(offer.deltas and self.way_to(offer).steps for offer in offers)

    def receive(self, offer: ExtractOffer, progress: Progress = no_progress) -> bytes:
        """The offered file's bytes, for `Matchmaking.install_received`; after an error it goes on where it was.

        Waits for the line: for a network thread. Raises what the source and `Matchmaking.receive` raise.
        """
        way = self.way_to(offer)
        if way.steps:
            try:
                made = self._made(offer, way.steps, progress)
            except TransferCut:
                raise
            except (ExtractFileError, FileNotThere, InstalledExtractDamaged):
                made = b""
            if made:
                return made
            for step in way.steps:
                DownloadStore(self._vault, step.hash).discard()
        fetch, line = self._source.fetch_of(offer)
        try:
            return self._matchmaking.receive(fetch, progress)
        finally:
            line.close()

    def _made(self, offer: ExtractOffer, steps: tuple[DeltaOffer, ...], progress: Progress) -> bytes:
        """The offered file out of the one that is here; empty where the deltas make another one."""
        installed = self._installed()
        if installed is None:
            return b""
        total, done = sum(step.size for step in steps), 0
        deltas: list[bytes] = []
        for step in steps:
            deltas.append(self._delta(step, lambda count, _, base=done: progress(base + count, total)))
            done += step.size
        data = installing.extract_file(self._vault, installed)
        for delta in deltas:
            progress(total, total)
            data = apply_delta(data, delta, trusted=self._matchmaking.trusted())
        return data if hash_of(data) == offer.hash else b""

    def _delta(self, step: DeltaOffer, progress: Progress) -> bytes:
        fetch, line = self._source.fetch_of(step)
        try:
            return receive_delta(
                fetch, DownloadStore(self._vault, step.hash), step.hash, step.size, progress=progress
            )
        finally:
            line.close()

    def _installed(self) -> InstalledExtract | None:
        with self._vault.transaction() as connection:
            return extracts.installed_extract(connection)

    def _installed_hash(self) -> str:
        """SHA-256 of the extract file on this laptop; empty if there is none that can be read."""
        installed = self._installed()
        if installed is None:
            return ""
        if self._known[0] != installed.id:
            try:
                self._known = (installed.id, hash_of(installing.extract_file(self._vault, installed)))
            except KnownError:
                return ""
        return self._known[1]
