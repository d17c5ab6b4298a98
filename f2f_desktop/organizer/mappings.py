"""What somebody has said of the columns of a voter file or a list, kept for the next one with the same header."""

import hashlib
from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.vault import properties
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.vault import Vault

TOLD_COLUMNS = "told_columns"
MOST_KEPT = 100
"""Headers that are remembered; those that were told longest ago go first."""


class Told(StrEnum):
    """What the columns are those of."""

    VOTERS = "voters"
    LIST = "list"


class KeptMapping(msgspec.Struct, frozen=True):
    """What was told of the columns of one header."""

    of: Told
    header: bytes
    """Fingerprint of the header; see `fingerprint`."""
    told: dict[str, str]
    """Our names of columns and kinds of districts to the file's."""
    file: str
    """Name of the file of which it was told."""
    at: Milliseconds


class Mappings:
    """Those of an open vault; they stay in it, and lists' and voter files' are never mistaken for each other."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def keep(self, of: Told, header: Sequence[str], told: Mapping[str, str], file: str) -> None:
        """Keeps what was told of a file with this header, in the place of what was told of it before."""
        made = KeptMapping(of, fingerprint(header), dict(told), file, now())
        with self._vault.transaction() as connection:
            others = [
                each
                for each in _all(properties.get_bytes(connection, TOLD_COLUMNS))
                if (each.of, each.header) != (of, made.header)
            ]
            properties.set_bytes(connection, TOLD_COLUMNS, msgspec.json.encode([made, *others][:MOST_KEPT]))

    def known(self, of: Told, header: Sequence[str]) -> KeptMapping | None:
        """What was told of a file with this header; None: nothing."""
        wanted = fingerprint(header)
        with self._vault.transaction() as connection:
            kept = _all(properties.get_bytes(connection, TOLD_COLUMNS))
        return next((each for each in kept if (each.of, each.header) == (of, wanted)), None)


def fingerprint(header: Sequence[str]) -> bytes:
    """SHA-256 over the names of the columns in their order, each with its length before it; blanks around them count
    for nothing."""
    hashed = hashlib.sha256()
    for name in header:
        written = name.strip().encode()
        hashed.update(len(written).to_bytes(4, "big") + written)
    return hashed.digest()


def _all(stored: bytes | None) -> list[KeptMapping]:
    return msgspec.json.decode(stored, type=list[KeptMapping]) if stored else []
