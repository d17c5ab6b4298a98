"""Signatures: RFC 8032's own example, and what is refused."""

import pytest

from f2f_desktop.events.signing import BadKey, BadSignature, PublicKey, SigningKey

MESSAGE = b"forty letters from friends"


def test_the_example_of_rfc_8032_gives_its_public_key_and_signature() -> None:
    key = SigningKey.from_bytes(bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    assert key.public.to_bytes().hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert key.sign(b"\x72").hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )


def test_a_signature_is_verified_by_the_public_key_of_its_maker() -> None:
    key = SigningKey.generate()
    key.public.verify(key.sign(MESSAGE), MESSAGE)


def test_one_changed_bit_anywhere_is_refused() -> None:
    key = SigningKey.generate()
    signature = key.sign(MESSAGE)
    for position in range(len(signature)):
        changed = bytearray(signature)
        changed[position] ^= 1
        with pytest.raises(BadSignature):
            key.public.verify(bytes(changed), MESSAGE)
    for position in range(len(MESSAGE)):
        other = bytearray(MESSAGE)
        other[position] ^= 1
        with pytest.raises(BadSignature):
            key.public.verify(signature, bytes(other))


def test_the_signature_of_somebody_else_is_refused() -> None:
    with pytest.raises(BadSignature):
        SigningKey.generate().public.verify(SigningKey.generate().sign(MESSAGE), MESSAGE)


@pytest.mark.parametrize("length", [0, 1, 63, 65])
def test_a_signature_of_the_wrong_length_is_refused(length: int) -> None:
    with pytest.raises(BadSignature):
        SigningKey.generate().public.verify(bytes(length), MESSAGE)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_key_of_the_wrong_length_is_refused(length: int) -> None:
    with pytest.raises(BadKey):
        PublicKey.from_bytes(bytes(length))
    with pytest.raises(BadKey):
        SigningKey.from_bytes(bytes(length))


def test_keys_survive_their_bytes_and_compare_by_them() -> None:
    key = SigningKey.generate()
    assert SigningKey.from_bytes(key.to_bytes()) == key
    assert PublicKey.from_bytes(key.public.to_bytes()) == key.public
    assert len({key.public, PublicKey.from_bytes(key.public.to_bytes()), SigningKey.generate().public}) == 2


def test_a_fingerprint_can_be_read_aloud() -> None:
    fingerprint = SigningKey.from_bytes(bytes(32)).public.fingerprint
    assert fingerprint == "COPD-SQHG-JNKJ-C4RA"
    assert fingerprint != SigningKey.generate().public.fingerprint


def test_a_secret_key_does_not_show_itself() -> None:
    key = SigningKey.generate()
    assert repr(key) == "SigningKey()"
