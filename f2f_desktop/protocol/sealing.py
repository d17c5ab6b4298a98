"""Sealed packets: what a laptop carries for another one, and can neither read nor change.

Hybrid public-key encryption (RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM) to the hub's
sealing key. Inside is a packet signed by the device that made it, so that whoever seals anew makes nothing of it.

    f2f-sealed/1\\n<encapsulated key, 32 bytes><ciphertext>
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from f2f_desktop.protocol.signed_file import SignedFileDamaged

SUFFIX = ".f2fsealed"
_HEAD = b"f2f-sealed/1\n"
_INFO = b"f2f-packet/1"


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def is_sealed(data: bytes) -> bool:
    """Whether the bytes say that they are a sealed packet."""
    return data.startswith(_HEAD)


def new_sealing_key() -> bytes:
    """A fresh X25519 private key, 32 raw bytes."""
    return X25519PrivateKey.generate().private_bytes_raw()


def sealing_public(private: bytes) -> bytes:
    """The public key, 32 raw bytes, of a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal(packet: bytes, sealing_key: bytes) -> bytes:
    """A packet's bytes, sealed to a hub's public key (32 raw bytes)."""
    public = X25519PublicKey.from_public_bytes(sealing_key)
    return _HEAD + _suite().encrypt(packet, public, info=_INFO)


def unsealed(data: bytes, private: bytes) -> bytes:
    """The packet's bytes. Raises `SignedFileDamaged` where they were changed or sealed to another hub."""
    try:
        key = X25519PrivateKey.from_private_bytes(private)
        return _suite().decrypt(data.removeprefix(_HEAD), key, info=_INFO)
    except (InvalidTag, ValueError) as error:
        raise SignedFileDamaged(
            "This sealed packet is damaged, or was made for another campaign's hub.", "Export it again."
        ) from error
