"""Files that reach the window: named on the command line, dropped, or chosen. Each kind goes to its own page."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from f2f_desktop.protocol.invites import LINK, SUFFIX
from f2f_desktop.protocol.packet import SUFFIX as PACKETS
from f2f_desktop.protocol.receipts import SUFFIX as RECEIPTS
from f2f_desktop.protocol.sealing import SUFFIX as SEALED

CAMPAIGN_SUFFIX = ".f2fbundle"
EXTRACT_SUFFIX = ".f2fx"
UPDATE_SUFFIX = ".f2fd"
"""Of an update of the extract: it goes where an extract goes."""
INVITE_SUFFIX = SUFFIX
CARRIED_SUFFIXES = frozenset({PACKETS, SEALED, RECEIPTS})


@dataclass(frozen=True)
class Arrivals:
    """Files by what they are for, told by their names; whatever is nothing else is taken for an address book."""

    campaigns: tuple[Path, ...] = ()
    extracts: tuple[Path, ...] = ()
    address_books: tuple[Path, ...] = ()
    invites: tuple[Path, ...] = ()
    packets: tuple[Path, ...] = ()
    """Others' packets to be carried, and receipts."""

    def __bool__(self) -> bool:
        return bool(self.campaigns or self.extracts or self.address_books or self.invites or self.packets)


def sorted_out(paths: Iterable[Path]) -> Arrivals:
    """The files of `paths` by kind, each once, in their order."""
    once = list(dict.fromkeys(paths))
    campaigns = tuple(path for path in once if path.suffix.lower() == CAMPAIGN_SUFFIX)
    extracts = tuple(path for path in once if path.suffix.lower() in {EXTRACT_SUFFIX, UPDATE_SUFFIX})
    invites = tuple(path for path in once if path.suffix.lower() == INVITE_SUFFIX)
    packets = tuple(path for path in once if path.suffix.lower() in CARRIED_SUFFIXES)
    told = {*campaigns, *extracts, *invites, *packets}
    return Arrivals(campaigns, extracts, tuple(path for path in once if path not in told), invites, packets)


def local_files(mime: QMimeData) -> list[Path]:
    """The files that are being dragged or were dropped; folders and web addresses are left out."""
    if not mime.hasUrls():
        return []
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def dropped_link(mime: QMimeData) -> str:
    """The invite's link that is being dragged or was dropped; empty if there is none."""
    texts = [url.toString() for url in mime.urls()] if mime.hasUrls() else []
    texts += [mime.text()] if mime.hasText() else []
    return next((text for text in texts if LINK in text), "")
