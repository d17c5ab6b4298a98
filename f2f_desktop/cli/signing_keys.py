"""Files of signing keys, as `--key` names them: 32 secret bytes each."""

import os
from pathlib import Path

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey


def read_signing_key(path: Path) -> SigningKey:
    """The key in a file. Raises KnownError, BadKey."""
    try:
        return SigningKey.from_bytes(path.read_bytes())
    except OSError as error:
        raise KnownError(
            f"{path} cannot be read: {error.strerror or error}.", "Name the file of the signing key."
        ) from error


def new_signing_key(path: Path) -> SigningKey:
    """A new key, in a file that was not there and that nobody else may read. Raises KnownError."""
    key = SigningKey.generate()
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key.to_bytes())
    except OSError as error:
        raise KnownError(
            f"{path} cannot be written: {error.strerror or error}.", "Name another file for the new key."
        ) from error
    return key
