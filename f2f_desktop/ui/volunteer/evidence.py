"""Evidence of a match in words: a sentence for every declared field and level of `matching.parameters`."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject

from f2f_desktop.matching.model import Candidate, Evidence
from f2f_desktop.ui.volunteer.wording import ordinary_letters
from f2f_desktop.ui.widgets import Step, Weight
from f2f_desktop.volunteer.standing import Standing

SILENT = "missing"
"""The level of a field that one side does not have: it says nothing, so it is not shown."""

SMALL = 0.05
"""Weights below this (natural log) change nothing that a person could see."""

WITHOUT_WEIGHT = ("other_card",)
"""What changes no odds, and yet says why a contact is asked about."""


class EvidenceWords(QObject):
    """Says what evidence means, for the volunteer who knows the friend."""

    def weights(self, evidence: Sequence[Evidence]) -> tuple[Weight, ...]:
        """What a waterfall shows, the strongest first; levels that say nothing are left out."""
        telling = self._telling(evidence)
        return tuple(Weight(self.title(piece.field), self.sentence(piece), piece.weight) for piece in telling)

    def steps(self, candidate: Candidate, stands: Standing) -> tuple[Weight, ...]:
        """The whole sum: what is so to begin with, the evidence, the rivals, and the probability that comes of it.

        In natural-log odds: prior + evidence - ln(weight of everything else) = ln(p / (1 - p)).
        """
        weights = self.weights(candidate.evidence)
        if not stands.prior:
            return weights  # an answer from before the odds were kept
        share = min(max(candidate.probability, 1e-7), 1 - 1e-7)
        total = math.log(share) - math.log1p(-share)
        small = sum(piece.weight for piece in candidate.evidence) - sum(piece.weight for piece in weights)
        others = total - stands.prior - sum(piece.weight for piece in candidate.evidence) + stands.null
        # "1 in 350,000": two digits say enough.
        chance = max(1, round(math.exp(-stands.prior)))
        chance = round(chance, 2 - len(str(chance)))
        base = (
            (
                self.tr("To begin with"),
                self.tr("anybody in the file: about 1 in {count}").format(count=QLocale().toString(chance)),
                stands.prior,
            ),
        )
        rest = (
            (self.tr("Small things"), self.tr("everything else that was compared"), small),
            (self.tr("Not in the file"), self.tr("somebody who is not in the voter file"), -stands.null),
            (self.tr("Other voters"), self.tr("who it could be as well"), others),
        )
        sure = self.tr("{percent} %").format(percent=_percent(share))
        return (
            *(Weight(*each, Step.BASE) for each in base),
            *weights,
            *(Weight(*each, Step.BASE) for each in rest if abs(each[2]) >= SMALL),
            Weight(self.tr("Together"), self.tr("this voter is your contact"), total, Step.TOTAL, sure),
        )

    def summary(self, evidence: Sequence[Evidence], count: int = 3) -> str:
        """The strongest pieces in one line: `same phone number, nickname Bob of Robert, lives elsewhere`."""
        return "; ".join(self.sentence(piece) for piece in self._telling(evidence)[:count])

    def title(self, field: str) -> str:
        """What was compared."""
        titles = {
            "reading": self.tr("How the name is written"),
            "first_name": self.tr("First name"),
            "last_name": self.tr("Last name"),
            "middle_name": self.tr("Middle name"),
            "suffix": self.tr("Jr or Sr"),
            "title": self.tr("Title"),
            "phone": self.tr("Phone"),
            "address": self.tr("Address"),
            "zip": self.tr("ZIP code"),
            "birth_year": self.tr("Year of birth"),
            "email_year": self.tr("Year in the e-mail address"),
            "neighbourhood": self.tr("Your neighborhood"),
            "known_housemate": self.tr("Household"),
            "household": self.tr("Household"),
            "other_card": self.tr("Another card"),
        }
        return titles.get(field) or field.replace("_", " ").capitalize()

    @staticmethod
    def _telling(evidence: Sequence[Evidence]) -> list[Evidence]:
        telling = [
            piece
            for piece in evidence
            if piece.level != SILENT and (abs(piece.weight) >= SMALL or piece.field in WITHOUT_WEIGHT)
        ]
        return sorted(telling, key=lambda piece: (piece.field not in WITHOUT_WEIGHT, -abs(piece.weight)))

    def sentence(self, piece: Evidence) -> str:
        """What a comparison found."""
        words = self.sentences().get((piece.field, piece.level))
        if words is None:
            words = (
                self.tr("{mine} compared with {theirs}") if piece.contact_value else piece.level.replace("_", " ")
            )
        mine, theirs = (ordinary_letters(value) or "?" for value in (piece.contact_value, piece.voter_value))
        return words.format(mine=mine, theirs=theirs)

    def sentences(self) -> dict[tuple[str, str], str]:
        """Every sentence by field and level; `{mine}` is the address book's value, `{theirs}` the voter file's."""
        return self._readings() | self._names() | self._small_signs() | self._places_and_times()

    def _readings(self) -> dict[tuple[str, str], str]:
        return {
            ("reading", "as_fields"): self.tr("first and last name each in their own field"),
            ("reading", "as_written"): self.tr("taken from the whole name as it is written"),
            ("reading", "nickname_field"): self.tr("taken from the nickname"),
            ("reading", "double_surname"): self.tr("the last two words taken as a double surname"),
            ("reading", "couple"): self.tr("one of two people on the same card"),
            ("reading", "partner"): self.tr("the last name of the other person on the card"),
            ("reading", "bare_surname"): self.tr("a single word, taken for the last name"),
            ("reading", "from_email"): self.tr("name taken from the e-mail address"),
            ("reading", "other_surname"): self.tr("another last name, such as before marriage"),
            ("reading", "remark"): self.tr("the last name looks more like a remark"),
            ("reading", "swapped"): self.tr("first and last name the other way round"),
            ("reading", "none"): self.tr("no name that can be compared"),
        }

    def _names(self) -> dict[tuple[str, str], str]:
        return {
            ("first_name", "exact"): self.tr("same first name, {mine}"),
            ("first_name", "nickname"): self.tr("{mine} is a nickname of {theirs}"),
            ("first_name", "registered_nickname"): self.tr("registered under the nickname {theirs}"),
            ("first_name", "sibling_nickname"): self.tr("{mine} and {theirs} are nicknames of one name"),
            ("first_name", "prefix"): self.tr("{mine} and {theirs} begin alike"),
            ("first_name", "middle_name"): self.tr("{mine} is the voter's middle name"),
            ("first_name", "middle_nickname"): self.tr("{mine} is a nickname for the voter's middle name"),
            ("first_name", "initial"): self.tr("only the initial is known, and it fits {theirs}"),
            ("first_name", "initials"): self.tr("the initials {mine} fit {theirs}"),
            ("first_name", "one_edit"): self.tr("{mine} and {theirs} differ by one letter"),
            ("first_name", "begins_alike"): self.tr("{mine} and {theirs} begin alike"),
            ("first_name", "ends_alike"): self.tr("{mine} and {theirs} end alike"),
            ("first_name", "same_letter"): self.tr("{mine} and {theirs} share only the initial"),
            ("first_name", "unrelated"): self.tr("{mine} and {theirs} are different names"),
            ("first_name", "missing"): self.tr("no first name to compare"),
            ("last_name", "exact"): self.tr("same last name, {theirs}"),
            ("last_name", "one_part"): self.tr("one part of the last name {theirs} is the same"),
            ("last_name", "parts_swapped"): self.tr("both parts of {theirs}, in another order"),
            ("last_name", "initial"): self.tr("only the initial is known, and it fits {theirs}"),
            ("last_name", "one_edit"): self.tr("{mine} and {theirs} differ by one letter"),
            ("last_name", "middle_name"): self.tr("{mine} is the voter's middle name, perhaps a maiden name"),
            ("last_name", "unrelated"): self.tr("{mine} and {theirs} are different names"),
            ("last_name", "missing"): self.tr("no last name to compare"),
            ("middle_name", "same"): self.tr("same middle name, {theirs}"),
            ("middle_name", "same_initial"): self.tr("same middle initial, {theirs}"),
            ("middle_name", "other_name_same_initial"): self.tr("{mine} and {theirs} share only the initial"),
            ("middle_name", "different"): self.tr("{mine} and {theirs} are different middle names"),
            ("middle_name", "missing"): self.tr("no middle name to compare"),
        }

    def _small_signs(self) -> dict[tuple[str, str], str]:
        return {
            ("suffix", "same"): self.tr("both say {theirs}"),
            ("suffix", "compatible"): self.tr("{mine} and {theirs} can be the same person"),
            ("suffix", "different"): self.tr("{mine} and {theirs} are two generations"),
            ("suffix", "unsaid"): self.tr("the voter file says {theirs}, your contact does not"),
            ("suffix", "missing"): self.tr("neither says Jr or Sr"),
            ("title", "same"): self.tr("a title such as Mr. or Ms. fits"),
            ("title", "different"): self.tr("a title such as Mr. or Ms. does not fit"),
            ("title", "alike_name"): self.tr("names that are alike, but one is a man's and one a woman's"),
            ("title", "missing"): self.tr("no title to compare"),
        }

    def _places_and_times(self) -> dict[tuple[str, str], str]:
        return {
            ("phone", "same"): self.tr("same phone number"),
            ("phone", "housemate"): self.tr("the number of somebody in the same household"),
            ("phone", "different"): self.tr("another phone number in the voter file"),
            ("phone", "missing"): self.tr("no phone number to compare"),
            ("address", "same"): self.tr("same address, {theirs}"),
            ("address", "missing"): self.tr("no address to compare"),
            ("zip", "same"): self.tr("same ZIP code, {theirs}"),
            ("zip", "same_other_address"): self.tr("same ZIP code {theirs}, but another address"),
            ("zip", "different"): self.tr("lives elsewhere: {mine}, not {theirs}"),
            ("zip", "missing"): self.tr("no ZIP code to compare"),
            ("birth_year", "same"): self.tr("born in the same year, {theirs}"),
            ("birth_year", "one_off"): self.tr("years of birth one apart: {mine} and {theirs}"),
            ("birth_year", "different"): self.tr("born in {mine}, the voter in {theirs}"),
            ("birth_year", "missing"): self.tr("no year of birth to compare"),
            ("email_year", "four_digits"): self.tr("the e-mail address holds the year of birth, {theirs}"),
            ("email_year", "two_digits"): self.tr("the e-mail address ends like the year of birth, {theirs}"),
            ("email_year", "other_year"): self.tr("the e-mail address holds another year"),
            ("email_year", "missing"): self.tr("no year in the e-mail address"),
            ("household", "phone"): self.tr("lives with {mine}, whom you confirmed and who has the same number"),
            ("household", "address"): self.tr(
                "lives with {mine}, whom you confirmed and who has the same address"
            ),
            ("household", "surname"): self.tr("lives with {mine}, whom you confirmed"),
            ("neighbourhood", "many"): self.tr("many of your contacts live around {theirs}"),
            ("neighbourhood", "few"): self.tr("few of your contacts live around {theirs}"),
            ("neighbourhood", "missing"): self.tr("nothing is known of where your contacts live"),
            ("known_housemate", "known"): self.tr("lives with another of your contacts"),
            ("known_housemate", "missing"): self.tr("nobody else of this household among your contacts"),
            ("household", "missing"): self.tr("lives with nobody whom you confirmed"),
            ("other_card", "same_person"): self.tr("the same person as on your card {mine}"),
            ("other_card", "fits_better"): self.tr("the voter already belongs to {mine}, whom it fits better"),
        }


def _percent(share: float) -> int:
    """A probability in per cent: never quite 100, never quite 0."""
    return min(99, max(1, round(share * 100)))
