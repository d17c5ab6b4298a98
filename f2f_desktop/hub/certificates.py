"""A certificate of the hub's own, for where no authority gives one: its pin travels in the invite."""

import datetime as dt
import hashlib
import ipaddress
import ssl
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

CERTIFICATE = "hub.crt"
KEY = "hub.key"

_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_UNTIL = dt.datetime(2120, 1, 1, tzinfo=dt.UTC)
"""A pinned certificate ends with its invite or its key; a laptop's wrong clock must not end it."""


def own_certificate(folder: Path, names: tuple[str, ...]) -> tuple[Path, Path]:
    """The certificate and key in a folder, made when they are first needed, for these hosts and addresses."""
    certificate, key = folder / CERTIFICATE, folder / KEY
    if not (certificate.exists() and key.exists()):
        secret = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "F2F Desktop hub")])
        made = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject)
            .public_key(secret.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(_FROM)
            .not_valid_after(_UNTIL)
            .add_extension(x509.SubjectAlternativeName([_name(each) for each in names]), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .sign(secret, hashes.SHA256())
        )
        key.touch(0o600)
        key.write_bytes(secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        certificate.write_bytes(made.public_bytes(Encoding.PEM))
    return certificate, key


def pin_of(certificate: Path) -> bytes:
    """SHA-256 of the first certificate in a PEM file: what a laptop compares with what it is shown."""
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(_first(certificate.read_text()))).digest()


def _first(text: str) -> str:
    begin, end = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    inside = text.partition(begin)[2].partition(end)[0]
    return f"{begin}{inside}{end}\n"


def _name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
