"""An installed extract opens as it was, whichever version of the program has installed it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import numpy as np
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import update

from f2f_desktop.events.signing import SigningKey
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match
from f2f_desktop.vault import extracts
from f2f_desktop.vault.extracts import InstalledExtractDamaged
from f2f_desktop.vault.files import DiskFull
from f2f_desktop.vault.tables import extracts as table
from f2f_desktop.vault.vault import Protection, Vault, create
from f2f_desktop.volunteer import installing
from f2f_desktop.volunteer.matchmaking import Matchmaking, NoExtract
from f2f_desktop.voterfile import arrays
from f2f_desktop.voterfile.arrays import StoredTexts, arrays_of, lines, texts, voters_of
from f2f_desktop.voterfile.delta_making import make_delta
from f2f_desktop.voterfile.errors import DeltaWrongBase, ExtractSignedByStranger, TransferCut
from f2f_desktop.voterfile.national import NationalNames
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.writing import write_extract
from tests.matching.people import Person, town
from tests.vault.evenings import CHEAP, FRIENDS, PASSPHRASE
from tests.vault.secret_evening import extract_of_ada
from tests.voterfile.lines import Line
from tests.voterfile.samples import DETAILS, KEY, contents, some_voters

LASTING = msgspec.structs.replace(DETAILS, expires=date(2099, 1, 1))
NAMES = NationalNames({"SMITH": 0.01}, {"MARY": 0.02})


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = create(tmp_path / "vault", Protection(PASSPHRASE, cost=CHEAP))
    yield made
    made.lock()


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    """Ada's extract."""
    return extract_of_ada(tmp_path, KEY)


def sealed_files(vault: Vault) -> list[str]:
    return sorted(path.name for path in vault.folder.glob("extract-*"))


def assert_ready(matchmaking: Matchmaking, data: bytes) -> None:
    """It opens as the extract file does, and finds whom an index made anew finds."""
    extract = matchmaking.open()
    plain = open_extract(data)
    assert contents(extract.voters) == contents(plain.voters)
    assert (extract.manifest, extract.signer) == (plain.manifest, plain.signer)
    index = matchmaking._index
    assert index is not None
    assert match(FRIENDS, index) == match(FRIENDS, VoterIndex.build(plain.voters))


def test_it_opens_as_it_was_installed_with_its_index(
    vault: Vault, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    Matchmaking(vault).install(data)
    before = sealed_files(vault)
    with monkeypatch.context() as patch:
        patch.setattr(installing, "open_extract", None)  # neither unpacked nor indexed a second time
        patch.setattr(VoterIndex, "build", None)
        opened = Matchmaking(vault)
        opened.open()
    assert_ready(opened, data)
    assert sealed_files(vault) == before


@pytest.mark.parametrize("names", [NAMES, NationalNames({"SMITH": 0.01}), None])
def test_voters_survive_being_taken_apart(names: NationalNames | None) -> None:
    voters = replace(some_voters(300), national=names)
    again = voters_of(arrays_of(voters))
    assert contents(again) == contents(voters)
    assert again.national == names
    assert {name: number.dtype for name, number in again.numbers.items()} == {
        name: number.dtype for name, number in voters.numbers.items()
    }
    assert again.text("sex").codes.dtype == np.uint8
    assert [again.row_of(again.id_at(row)) for row in range(5)] == list(range(5))


def test_an_index_survives_being_taken_apart() -> None:
    index = town(Person("A", "MARY ANN", "GARCIA-LOPEZ"), Person("B", "JOSÉ", "O'NEIL"), voters=200)
    again = VoterIndex.from_parts(voters_of(arrays_of(index.voters)), index.parts())
    assert match(FRIENDS, again) == match(FRIENDS, index)
    assert again.words == index.words


def test_a_long_list_of_texts_stays_undecoded_and_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    values = ("", "12 ELM ST", "Ñandú", "", "x")
    short = texts(lines(values))
    monkeypatch.setattr(arrays, "_LONG", 1)
    long = texts(lines(values))
    assert short == values
    assert isinstance(long, StoredTexts)
    assert (list(long), len(long), long[2], long[-1], list(long[1:3])) == (
        list(values),
        5,
        "Ñandú",
        "x",
        ["12 ELM ST", "Ñandú"],
    )
    assert list(texts(lines(("",)))) == [""]


def former_install(vault: Vault, data: bytes) -> None:
    """Installs as the first version of the program did: the bare file, encrypted in one piece."""
    Matchmaking(vault).install(data)
    key, nonce = AESGCM.generate_key(256), os.urandom(12)
    with vault.transaction() as connection:
        found = extracts.installed_extract(connection)
        assert found is not None
        sealed = nonce + AESGCM(key).encrypt(nonce, data, found.id.encode())
        (vault.folder / found.file).write_bytes(sealed)
        connection.execute(update(table).values(key=key))


def test_what_the_first_version_installed_is_made_anew_once(vault: Vault, data: bytes) -> None:
    former_install(vault, data)
    before = Matchmaking(vault).installed()
    old = sealed_files(vault)
    assert_ready(Matchmaking(vault), data)
    renewed = sealed_files(vault)
    assert len(renewed) == 1
    assert renewed != old
    assert_ready(Matchmaking(vault), data)
    assert sealed_files(vault) == renewed
    after = Matchmaking(vault).installed()
    assert before is not None
    assert after is not None
    assert (after.id, after.label, after.voters) == (before.id, before.label, before.voters)


def test_what_another_version_laid_out_is_made_anew_from_the_extract_file(
    vault: Vault, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "PARTS_VERSION", -1)
    Matchmaking(vault).install(data)
    old = sealed_files(vault)
    monkeypatch.undo()
    assert_ready(Matchmaking(vault), data)
    assert sealed_files(vault) != old


def test_with_a_full_disk_it_can_be_used_though_not_made_anew(
    vault: Vault, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    former_install(vault, data)
    old = sealed_files(vault)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(extracts, "seal", full)
    assert_ready(Matchmaking(vault), data)
    assert sealed_files(vault) == old


def test_a_damaged_or_missing_file_is_told_in_words(vault: Vault, data: bytes) -> None:
    Matchmaking(vault).install(data)
    path = vault.folder / sealed_files(vault)[0]
    whole = path.read_bytes()
    for place in (0, 9, 40, len(whole) // 2, len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 1
        path.write_bytes(bytes(changed))
        with pytest.raises(InstalledExtractDamaged, match="Import the extract file again"):
            Matchmaking(vault).open()
    path.unlink()
    with pytest.raises(InstalledExtractDamaged):
        Matchmaking(vault).open()


def test_without_its_key_the_file_is_noise(vault: Vault, data: bytes) -> None:
    Matchmaking(vault).install(data)
    with vault.transaction() as connection:
        extracts.forget_keys(connection)
    with pytest.raises(InstalledExtractDamaged):
        Matchmaking(vault).open()


def test_an_update_takes_the_installed_extract_to_the_new_one(vault: Vault, tmp_path: Path, data: bytes) -> None:
    old, new = tmp_path / "old.f2fx", tmp_path / "new.f2fx"
    old.write_bytes(data)
    write_extract(new, replace(some_voters(50), national=NAMES), LASTING, KEY)
    update_of_it = make_delta(old, new)
    with pytest.raises(NoExtract):
        Matchmaking(vault).install(update_of_it)
    Matchmaking(vault).install(data)
    assert len(Matchmaking(vault).install(update_of_it).voters) == 50
    assert_ready(Matchmaking(vault), new.read_bytes())
    assert Matchmaking(vault).open().voters.national == NAMES
    with pytest.raises(DeltaWrongBase):
        Matchmaking(vault).install(update_of_it)
    assert len(sealed_files(vault)) == 1


def test_an_update_by_a_stranger_leaves_what_is_there(vault: Vault, tmp_path: Path, data: bytes) -> None:
    old, new = tmp_path / "old.f2fx", tmp_path / "new.f2fx"
    old.write_bytes(data)
    write_extract(new, some_voters(50), LASTING, SigningKey.generate())
    matchmaking = Matchmaking(vault)
    matchmaking.trusted = lambda: (KEY.public,)  # type: ignore[method-assign]
    matchmaking.install(data)
    with pytest.raises(ExtractSignedByStranger):
        matchmaking.install(make_delta(old, new))
    assert len(matchmaking.open().voters) == 302


def test_a_download_goes_on_after_a_cut_and_is_installed(vault: Vault, data: bytes) -> None:
    line = Line(data, cut_every=len(data) // 2)
    with pytest.raises(TransferCut):
        Matchmaking(vault).download(line)
    assert "extract-download.enc" in sealed_files(vault)
    arrived = line.given
    Matchmaking(vault).download(Line(data))
    assert_ready(Matchmaking(vault), data)
    assert len(sealed_files(vault)) == 1
    assert arrived > 0
