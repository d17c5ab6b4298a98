"""Ed25519 signatures (RFC 8032): who made a file or an event, checked before anything in it is believed."""

import base64
import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from f2f_desktop.errors import KnownError

KEY_BYTES = 32
SIGNATURE_BYTES = 64

_FINGERPRINT_BYTES = 10
"""Ten bytes are sixteen base32 characters: 80 bits, and nothing left to pad."""


class BadSignature(KnownError):
    """A signature does not fit the bytes and the key: the bytes were changed, or someone else signed them."""

    def __init__(
        self,
        what: str = "The signature does not fit: the file was changed or damaged, or somebody else signed it.",
        remedy: str = "Ask the sender for a new copy.",
    ) -> None:
        super().__init__(what, remedy)


class BadKey(BadSignature):
    """Bytes that should be an Ed25519 key are none; a signature by such a key fits nothing."""

    def __init__(
        self,
        what: str = "This is no signing key: 32 bytes were expected.",
        remedy: str = "Choose the key file that was made for this purpose.",
    ) -> None:
        super().__init__(what, remedy)


@dataclass(frozen=True)
class PublicKey:
    """The key that checks signatures. Equal and hashed by its 32 raw bytes, which is how it travels."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise BadKey

    def to_bytes(self) -> bytes:
        """The 32 raw bytes."""
        return self.raw

    @classmethod
    def from_bytes(cls, raw: bytes) -> "PublicKey":
        """The key in its 32 raw bytes. Raises BadKey."""
        return cls(bytes(raw))

    def verify(self, signature: bytes, message: bytes) -> None:
        """Returns if `signature` was made over `message` by the owner of this key. Raises BadSignature."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError) as error:
            raise BadSignature from error

    @property
    def fingerprint(self) -> str:
        """Four groups of four base32 characters of the key's SHA-256, to be read aloud: `MZXW-6YTB-OI2T-KNRX`."""
        digest = hashlib.sha256(self.raw).digest()[:_FINGERPRINT_BYTES]
        text = base64.b32encode(digest).decode("ascii")
        return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


@dataclass(frozen=True)
class SigningKey:
    """The secret key that signs. Its bytes never show in `repr`, so that no log or traceback holds them."""

    _seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self._seed) != KEY_BYTES:
            raise BadKey

    def to_bytes(self) -> bytes:
        """The 32 secret bytes, for the vault or a key file."""
        return self._seed

    @classmethod
    def generate(cls) -> "SigningKey":
        """A new key from the system's source of randomness."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_bytes(cls, raw: bytes) -> "SigningKey":
        """The key in its 32 raw bytes (RFC 8032's seed). Raises BadKey."""
        return cls(bytes(raw))

    @property
    def public(self) -> PublicKey:
        """The key with which others check what this one signs."""
        return PublicKey(Ed25519PrivateKey.from_private_bytes(self._seed).public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """The signature over `message`: 64 bytes, the same ones every time."""
        return Ed25519PrivateKey.from_private_bytes(self._seed).sign(message)
