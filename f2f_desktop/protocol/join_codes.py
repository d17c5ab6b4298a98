"""Join codes: six characters that a person reads off a screen and types.

A code has 30 bits, too few to be sent about. It is stretched with scrypt (RFC 7914), salted with the hub's public
key, and gives three things: a proof key, by which the hub shows that it knows the code before anything is sent to it;
and the secret by which the device then enrols. The proof covers the certificate that the laptop sees: somebody in
between who passes messages on to the true hub has another certificate, and his proof does not fit. Whoever asks a hub
for proofs to try codes against them needs 2**30 runs of scrypt, while a code lives for hours.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which look alike."""

LENGTH = 6

_COST = {"n": 1 << 15, "r": 8, "p": 1, "maxmem": 128 * 1024 * 1024, "dklen": 32}


@dataclass(frozen=True)
class StretchedCode:
    """What a join code gives at one hub: 32 bytes each."""

    proof_key: bytes
    secret: bytes


def new_code() -> str:
    """A fresh code."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def tidy_code(text: str) -> str:
    """A code as it was typed, in capitals and without blanks and dashes; empty if it cannot be one."""
    code = "".join(text.upper().split()).replace("-", "")
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def stretched(code: str, hub: bytes) -> StretchedCode:
    """What the code gives at the hub with this public key; takes about a tenth of a second."""
    key = hashlib.scrypt(code.encode(), salt=b"f2f join code 1" + hub, **_COST)
    return StretchedCode(_derived(key, b"proof"), _derived(key, b"secret"))


def proof(proof_key: bytes, nonce: bytes, hub: bytes, sealing_key: bytes, certificate: bytes) -> bytes:
    """Shows knowledge of the code for one nonce, the hub's keys and the certificate's SHA-256 (empty: no TLS)."""
    parts = (nonce, hub, sealing_key, certificate)
    return _derived(proof_key, b"".join(len(part).to_bytes(2, "big") + part for part in parts))


def proves(proofs: tuple[bytes, ...], expected: bytes) -> bool:
    """Whether one of the proofs is the expected one."""
    return any(hmac.compare_digest(given, expected) for given in proofs)


def _derived(key: bytes, what: bytes) -> bytes:
    return hmac.new(key, what, hashlib.sha256).digest()
