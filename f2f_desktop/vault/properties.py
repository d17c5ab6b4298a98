"""Single values of a vault: the device's key, its stream, the volunteer's name, settings."""

import secrets

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from f2f_desktop.events.signing import SigningKey
from f2f_desktop.vault.tables import properties

DEVICE_KEY = "device_key"
STREAM = "stream"
HASH_KEY = "hash_key"
VOLUNTEER_NAME = "volunteer_name"
VOLUNTEER_EMAIL = "volunteer_email"
SHARED_LAPTOP = "shared_laptop"

_VALUE = select(properties.c.value).where(properties.c.name == bindparam("named"))


def get_bytes(connection: Connection, name: str) -> bytes | None:
    """The value `name`, or None."""
    return connection.scalar(_VALUE, {"named": name})


def set_bytes(connection: Connection, name: str, value: bytes) -> None:
    """Stores the value `name`."""
    statement = insert(properties).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(["name"], set_={"value": value}))


def get_text(connection: Connection, name: str, default: str = "") -> str:
    """The text `name`, or `default`."""
    value = get_bytes(connection, name)
    return default if value is None else value.decode()


def set_text(connection: Connection, name: str, value: str) -> None:
    """Stores the text `name`."""
    set_bytes(connection, name, value.encode())


def remove(connection: Connection, name: str) -> None:
    """Forgets the value `name`."""
    connection.execute(delete(properties).where(properties.c.name == name))


def device_key(connection: Connection) -> SigningKey:
    """The key that signs this device's events, made when it is first needed."""
    stored = get_bytes(connection, DEVICE_KEY)
    if stored is not None:
        return SigningKey.from_bytes(stored)
    key = SigningKey.generate()
    set_bytes(connection, DEVICE_KEY, key.to_bytes())
    return key


def hash_key(connection: Connection) -> bytes:
    """This vault's own key for hashes of phone numbers and addresses, made when it is first needed."""
    stored = get_bytes(connection, HASH_KEY)
    if stored is None:
        stored = secrets.token_bytes(32)
        set_bytes(connection, HASH_KEY, stored)
    return stored


def stream_id(connection: Connection) -> str:
    """The random id of this device's stream of events, made when it is first needed."""
    stored = get_text(connection, STREAM)
    if not stored:
        stored = secrets.token_hex(16)
        set_text(connection, STREAM, stored)
    return stored
