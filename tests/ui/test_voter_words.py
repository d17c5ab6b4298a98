"""Districts and parties have names on the screen, in both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from f2f_desktop.ui.organizer.wording import Wording as OfOrganizers
from f2f_desktop.ui.translation import Translation
from f2f_desktop.ui.volunteer.wording import Wording as OfVolunteers
from f2f_desktop.ui.voter_words import VoterWords
from f2f_desktop.voterfile.layout_files import built_in_layouts


def declared_kinds() -> set[str]:
    """The kinds of districts that the layouts declare."""
    return {kind for layout in built_in_layouts().values() for kind in (*layout.districts, *layout.more_districts)}


@pytest.mark.parametrize("wording", [OfVolunteers, OfOrganizers])
def test_every_kind_of_district_that_a_layout_declares_has_a_name_in_spanish(
    qapp: QApplication, wording: type[VoterWords]
) -> None:
    kinds = sorted(declared_kinds())
    assert len(kinds) > 30
    english = {kind: wording().district_kind(kind) for kind in kinds}
    translation = Translation(qapp, "es")
    try:
        spanish = {kind: wording().district_kind(kind) for kind in kinds}
    finally:
        translation.fall_silent()
    assert len(set(english.values())) == len(kinds)
    assert [kind for kind in kinds if spanish[kind] == english[kind]] == []


def test_other_kinds_and_parties_are_called_as_the_file_calls_them(qapp: QApplication) -> None:
    words = VoterWords()
    assert words.district_kind("mosquito_control") == "Mosquito control"
    assert (words.party("dem"), words.party("WFP")) == ("Democratic", "WFP")
    assert (words.district("city", "ELM CITY"), words.district("precinct", "WC-07")) == ("Elm City", "WC-07")
