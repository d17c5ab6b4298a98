"""A hub's folder: where its database is, how it is reached, and its certificate.

hub.toml     settings            hub.db     the database, unless it is on PostgreSQL
hub.crt/key  its own certificate campaign.key  the campaign's signing key, until its owner has taken it away
"""

import os
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from f2f_desktop.errors import KnownError

FILE = "hub.toml"
DATABASE = "hub.db"
CAMPAIGN_KEY = "campaign.key"
DATABASE_KEY = "F2F_HUB_KEY"
"""The variable with the key of an encrypted SQLite database, 64 hexadecimal digits."""


class HubSettings(msgspec.Struct, frozen=True, rename="kebab"):
    """How a hub is served.

    Attributes:
        url: how laptops reach it: `https://hub.example.org`.
        database: `postgresql://...`, or empty: the file `hub.db`.
        host, port: where it listens.
        tls: `own` (its own certificate), `files` (`certificate` and `key`), or `none` (somebody in front does it).
    """

    url: str
    database: str = ""
    host: str = "127.0.0.1"
    port: int = 8443
    tls: str = "own"
    certificate: str = ""
    key: str = ""


def check_settings(settings: HubSettings) -> None:
    """Returns if laptops could reach a hub of these settings. Raises `KnownError`."""
    if not 0 < settings.port < 65536:
        raise KnownError("A port is a number from 1 to 65535.", "Choose another --port.")
    try:
        parts = urlsplit(settings.url)
        reachable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        reachable = False
    if not reachable or any(each.isspace() for each in settings.url):
        raise KnownError(
            f"{settings.url} is no address of a hub.",
            "Give --url as https://hub.example.org, with :PORT if needed.",
        )
    if settings.database and not settings.database.startswith("postgresql"):
        raise KnownError(
            "A hub's database is a file or on PostgreSQL.", "Give --database as postgresql://..., or not."
        )


def write_settings(folder: Path, settings: HubSettings) -> None:
    """Writes `hub.toml`, for its owner's eyes."""
    lines = ["# F2F Desktop hub. Stop the hub before you change this."]
    for field in msgspec.structs.fields(settings):
        value = getattr(settings, field.name)
        shown = str(value) if isinstance(value, int) else msgspec.json.encode(value).decode()
        lines.append(f"{field.encode_name} = {shown}")
    path = folder / FILE
    path.touch(0o600)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_settings(folder: Path) -> HubSettings:
    """The settings in a hub's folder. Raises `KnownError` in words."""
    try:
        found = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
        return msgspec.convert(found, HubSettings)
    except FileNotFoundError:
        raise KnownError(f"There is no hub in {folder}.", "Set one up: f2f-desktop hub init") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise KnownError(
            f"{folder / FILE} cannot be read: {error}.", "Mend it, or set the hub up anew."
        ) from error


def where(folder: Path, settings: HubSettings) -> Path | str:
    """The database: a file or a URL."""
    return settings.database or folder / DATABASE


def database_key() -> bytes:
    """The key of an encrypted SQLite database, from the environment; empty: it is not encrypted."""
    text = os.environ.get(DATABASE_KEY, "")
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b"?"
    if len(key) not in (0, 32):
        raise KnownError(f"{DATABASE_KEY} must be 64 hexadecimal digits.", "Correct it and start again.")
    return key
