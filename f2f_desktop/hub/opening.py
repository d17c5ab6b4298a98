"""Opens the hub in a folder, without what serves it: importing a server takes longer than making an invite."""

from dataclasses import dataclass
from pathlib import Path

from f2f_desktop.errors import KnownError
from f2f_desktop.hub.certificates import own_certificate, pin_of
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.hub import Hub
from f2f_desktop.hub.settings import HubSettings, database_key, read_settings, where
from f2f_desktop.protocol.room import KIT, RoomKit, read_kit


@dataclass(frozen=True)
class Tls:
    """The files that a hub shows and keeps, and the pin of a certificate of its own."""

    certificate: Path | None = None
    key: Path | None = None
    pin: bytes = b""


def tls_of(folder: Path, settings: HubSettings) -> Tls:
    """The certificate that the settings ask for; the hub's own is made when it is first needed."""
    if settings.tls == "none":
        return Tls()
    if settings.tls == "files":
        certificate, key = folder / settings.certificate, folder / settings.key
        if not (certificate.is_file() and key.is_file()):
            raise KnownError("The certificate or its key is not where hub.toml says.", "Correct the paths.")
        return Tls(certificate, key)
    if settings.tls != "own":
        raise KnownError(f"hub.toml knows no tls {settings.tls!r}.", "Write own, files or none.")
    certificate, key = own_certificate(folder, ("localhost", "127.0.0.1"))
    return Tls(certificate, key, pin_of(certificate))


def open_hub(folder: Path) -> Hub:
    """The hub in a folder, ready to be asked. Raises `KnownError`."""
    settings = read_settings(folder)
    database = HubDatabase(where(folder, settings), database_key())
    try:
        return Hub(database, tls_of(folder, settings).pin, kit_of(folder))
    except BaseException:
        database.close()
        raise


def kit_of(folder: Path) -> RoomKit | None:
    """What the hub in a folder was made from, if it is a room's. Raises `KnownError`."""
    path = folder / KIT
    return read_kit(path.read_bytes()) if path.exists() else None
