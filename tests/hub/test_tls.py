"""Whom a laptop believes to be its hub: a certificate that was given or pinned, no other, whatever its clock says."""

import datetime as dt
import ipaddress
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from f2f_desktop.sync.troubles import OtherCertificate
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, hub_command, invite, new_hub


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine that is its own authority."""
    secret = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "given")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(secret, hashes.SHA256())
    )
    folder.mkdir(parents=True, exist_ok=True)
    key, crt = folder / "given.key", folder / "given.crt"
    key.write_bytes(secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    crt.write_bytes(made.public_bytes(Encoding.PEM))
    return crt, key


def test_a_given_certificate_is_believed_if_an_authority_of_the_laptop_stands_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crt, key = certificate(tmp_path / "hub")
    folder = tmp_path / "hub"
    words = ["--campaign", "Harbor Votes", "--tls", "files", "--certificate", crt.name, "--key", key.name]
    hub_command("init", "--folder", folder, *words)
    hub = HubProcess(folder).start()
    try:
        stranger = Laptop(tmp_path / "stranger")
        with pytest.raises(OtherCertificate):
            stranger.join(invite(hub))
        stranger.close()
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(crt))
        laptop = Laptop(tmp_path / "vault").join(invite(hub))
        laptop.work(2)
        laptop.round()
        assert laptop.courier.standing().all_safe
        laptop.close()
    finally:
        hub.stop()


def test_a_pinned_hub_with_another_certificate_is_not_spoken_to(tmp_path: Path) -> None:
    hub = new_hub(tmp_path / "hub", tls="own").start()
    try:
        laptop = Laptop(tmp_path / "vault").join(invite(hub))
        laptop.work(2)
        port = int(hub.url.rsplit(":", 1)[1])
        hub.stop()
        kept = {name: (hub.folder / name).read_bytes() for name in ("hub.crt", "hub.key")}
        for name in kept:
            (hub.folder / name).unlink()
        hub.start(port)
        assert isinstance(laptop.courier.round()[0].trouble, OtherCertificate)
        assert not laptop.courier.standing().all_safe
        hub.stop()
        for name, data in kept.items():
            (hub.folder / name).write_bytes(data)
        hub.start(port)
        laptop.round()
        assert laptop.courier.standing().all_safe
        laptop.close()
    finally:
        hub.stop()


WRONG_CLOCK = """
import sys, time
from pathlib import Path
shift = float(sys.argv[3]) * 365.25 * 86400
true, true_ns = time.time, time.time_ns
time.time, time.time_ns = lambda: true() + shift, lambda: true_ns() + int(shift * 1e9)
from tests.hub.laptops import Laptop
laptop = Laptop(Path(sys.argv[1])).join(sys.argv[2])
laptop.work(3)
laptop.round()
standing = laptop.courier.standing()
assert standing.all_safe, standing
print(standing.complete_count)
laptop.close()
"""


@pytest.mark.parametrize("years", [10, -10])
def test_a_laptop_whose_clock_is_ten_years_off_pushes_to_a_pinned_hub(tmp_path: Path, years: int) -> None:
    hub = new_hub(tmp_path / "hub", tls="own").start()
    try:
        words = [sys.executable, "-c", WRONG_CLOCK, str(tmp_path / "vault"), invite(hub).split()[0], str(years)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stdout.strip()) == (0, "6"), done.stderr
    finally:
        hub.stop()
