"""The weights of matching: what every declared level of every field says, in natural-log likelihood ratios.

A field's levels are the attributes of its class, in their order; score and evidence are both made from them.
"""

from pathlib import Path
from typing import ClassVar

import msgspec


class Levels(msgspec.Struct, frozen=True):
    """A field of the evidence and the weights of its levels."""

    FIELD: ClassVar[str] = ""

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The levels in order: the number of a level is its place here."""
        return cls.__struct_fields__

    def weights(self) -> tuple[float, ...]:
        """The weight of each level."""
        return tuple(getattr(self, name) for name in self.__struct_fields__)


class ReadingWeights(Levels, frozen=True):
    """How the contact's name was read, in the order of `names.Reading`."""

    FIELD: ClassVar[str] = "reading"
    as_fields: float = 0.0
    as_written: float = -0.1
    nickname_field: float = -0.3
    double_surname: float = -0.7
    couple: float = -0.5
    from_email: float = -1.0
    other_surname: float = -3.0
    remark: float = -2.0
    bare_surname: float = -1.5
    partner: float = -2.0
    swapped: float = -4.0
    none: float = 0.0


class FirstNameWeights(Levels, frozen=True):
    """The given name. Levels marked R get the rarity of the written name on top."""

    FIELD: ClassVar[str] = "first_name"
    exact: float = 0.0
    """R"""
    nickname: float = -1.3
    """R: the contact has a nickname of the voter's name."""
    registered_nickname: float = -2.9
    """R: the voter is registered under a nickname of the contact's name."""
    sibling_nickname: float = -3.6
    """R: two nicknames of one name."""
    prefix: float = -3.4
    """R: one is the beginning of the other, and no known nickname."""
    middle_name: float = -3.6
    """R: the voter's middle name."""
    middle_nickname: float = -4.9
    """R: a nickname of the voter's middle name."""
    initial: float = 0.0
    """Rarity of the initial."""
    initials: float = -1.5
    """AJ for Ann Jane. Rarity of both initials."""
    one_edit: float = 0.0
    """See `typo_share`."""
    begins_alike: float = -4.5
    """The first three letters agree, and no more: KARI for KAREN. Rarity of these letters."""
    ends_alike: float = -4.5
    """The end of the voter's name: MUEL for SAMUEL. R"""
    same_letter: float = -4.5
    """The first letter agrees, and no more. Rarity of the initial."""
    unrelated: float = -4.0
    missing: float = 0.0

    APART: ClassVar[tuple[str, ...]] = ("begins_alike", "ends_alike", "same_letter", "unrelated")
    """Levels of names that no rule makes one: most who bear them are two people."""


class LastNameWeights(Levels, frozen=True):
    """The surname. Levels marked R get the rarity of the written name on top."""

    FIELD: ClassVar[str] = "last_name"
    exact: float = 0.0
    """R"""
    one_part: float = -1.4
    """R: one part of a double surname."""
    parts_swapped: float = -1.4
    """R: both parts, in another order."""
    initial: float = 0.0
    """Rarity of the initial."""
    one_edit: float = 0.0
    """See `typo_share`."""
    middle_name: float = -6.3
    """R: the voter's middle name: often a maiden name."""
    unrelated: float = -3.8
    missing: float = 0.0


class MiddleNameWeights(Levels, frozen=True):
    """The middle name, where both have one."""

    FIELD: ClassVar[str] = "middle_name"
    same: float = 4.0
    same_initial: float = 2.7
    other_name_same_initial: float = -0.5
    different: float = -4.2
    missing: float = 0.0


class GenerationWeights(Levels, frozen=True):
    """Jr, Sr, II, III, IV."""

    FIELD: ClassVar[str] = "suffix"
    same: float = 2.5
    compatible: float = -1.2
    """The contact has JR or SR, the voter II or nothing at all."""
    different: float = -5.0
    unsaid: float = -0.8
    """The voter has one, the contact does not say: there is somebody of the same name."""
    missing: float = 0.0


class SexWeights(Levels, frozen=True):
    """A title's sex against the voter's."""

    FIELD: ClassVar[str] = "title"
    same: float = 0.6
    different: float = -3.0
    alike_name: float = -4.0
    """The given names are alike, but a man's and a woman's: Mario for Maria, Robert for Roberta. Who bears both the
    surname and the number of the other is a spouse or a brother rather than a slip of the pen."""
    missing: float = 0.0


class PhoneWeights(Levels, frozen=True):
    """Telephone numbers. `same` and `housemate` get ln(number of phones in the file) on top."""

    FIELD: ClassVar[str] = "phone"
    same: float = 1.7
    housemate: float = -1.3
    """The number is that of somebody in the voter's household."""
    different: float = -0.9
    missing: float = 0.0


class AddressWeights(Levels, frozen=True):
    """House number and street."""

    FIELD: ClassVar[str] = "address"
    same: float = 6.3
    missing: float = 0.0


class ZipWeights(Levels, frozen=True):
    """ZIP code of a home address. `same` gets the rarity of the ZIP code, times `zip_rarity`, on top."""

    FIELD: ClassVar[str] = "zip"
    same: float = -0.1
    same_other_address: float = -0.7
    """The card has a street too, and it is another one."""
    different: float = -1.5
    missing: float = 0.0


class BirthYearWeights(Levels, frozen=True):
    """Year of birth, from a birthday."""

    FIELD: ClassVar[str] = "birth_year"
    same: float = 3.3
    one_off: float = 0.0
    different: float = -3.3
    missing: float = 0.0


class EmailYearWeights(Levels, frozen=True):
    """A year, or its last two digits, in an e-mail address."""

    FIELD: ClassVar[str] = "email_year"
    four_digits: float = 3.8
    two_digits: float = 2.4
    other_year: float = -0.5
    missing: float = 0.0


class NeighbourhoodWeights(Levels, frozen=True):
    """How many of the book's other contacts live where the voter does, against how many people do.

    The ln of that ratio, learnt from the book itself, is all there is to it: the levels only name its sign.
    """

    FIELD: ClassVar[str] = "neighbourhood"
    many: float = 0.0
    few: float = 0.0
    missing: float = 0.0


class KnownHousemateWeights(Levels, frozen=True):
    """Whether another contact of the book is, by the matcher's own certain answer, somebody of the voter's household.

    What a person has confirmed counts as `household` instead.
    """

    FIELD: ClassVar[str] = "known_housemate"
    known: float = 2.0
    missing: float = 0.0


class HouseholdWeights(Levels, frozen=True):
    """Towards the housemates of a voter whom the volunteer has confirmed as another contact: what both cards share.

    `python -m tests.benchmarks.taught --fit` finds 2.04 for `surname` (549 right candidates on the demo's districts:
    the probabilities of such pairs add up to the number that is right), less than harder people give for
    `known_housemate`; a person's word is worth at least what the matcher's own certainty is, so it is set just above
    that. `phone` is set by hand, below what 17 candidates gave (8.24); `address`, which hardly occurs, like it.
    """

    FIELD: ClassVar[str] = "household"
    phone: float = 8.0
    """A number that the file does not have for this household."""
    address: float = 8.0
    """An address that is not the file's."""
    surname: float = 2.8
    """The surname, which the housemate bears too; or a number or address that the file has itself."""
    missing: float = 0.0


class OtherCardLevels(Levels, frozen=True):
    """Another card of the book that fits the same voter, and what was decided because of it; it changes no odds."""

    FIELD: ClassVar[str] = "other_card"
    same_person: float = 0.0
    """Both are one person's: they share the voter."""
    fits_better: float = 0.0
    """They are two persons': the voter is the other's, and this one is asked about."""


class NotInFileWeights(msgspec.Struct, frozen=True):
    """What speaks for or against `not in the file`, as such."""

    local_area_code: float = -0.9
    far_area_code: float = 0.4
    zip_outside: float = 3.5
    zip_inside: float = -1.0
    organisation: float = 3.0
    unregistered_housemate: float = -1.05
    """ln of how many people live unregistered in a voter's household, per voter."""
    unregistered_partner: float = -1.0
    """ln of how often the first of `Ann & Bob Smith` is in no file although the second is, against both being in."""
    namesake: float = -5.5
    """ln of how many people who are in no file bear a voter's name and live where the voter does (fathers and sons,
    cousins, those who moved here), per voter, where half of the contacts are in the file. They share nothing else
    with the voter but what all neighbours share."""
    housemate_phone: float = -1.2
    """ln of how much rarer a housemate is listed under the voter's number than the voter is."""
    housemate_address: float = 0.0
    housemate_surname: float = -0.5
    """ln of the share of housemates who bear the voter's surname."""
    housemate_other_surname: float = -0.9


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """All weights and thresholds, and where they come from."""

    source: str
    reading: ReadingWeights = ReadingWeights()
    first_name: FirstNameWeights = FirstNameWeights()
    last_name: LastNameWeights = LastNameWeights()
    middle_name: MiddleNameWeights = MiddleNameWeights()
    generation: GenerationWeights = GenerationWeights()
    sex: SexWeights = SexWeights()
    phone: PhoneWeights = PhoneWeights()
    address: AddressWeights = AddressWeights()
    zip: ZipWeights = ZipWeights()
    birth_year: BirthYearWeights = BirthYearWeights()
    email_year: EmailYearWeights = EmailYearWeights()
    neighbourhood: NeighbourhoodWeights = NeighbourhoodWeights()
    known_housemate: KnownHousemateWeights = KnownHousemateWeights()
    household: HouseholdWeights = HouseholdWeights()
    not_in_file: NotInFileWeights = NotInFileWeights()

    first_name_rarity: float = 0.79
    """Factor of -ln(share of people who could be written so). Below 1: given names go with surnames."""
    last_name_rarity: float = 0.96
    zip_rarity: float = 0.8
    typo_share: float = 5e-5
    """How often a name is written with one certain misspelling (.0026 in all, over some 50 ways)."""
    unseen_share: float = 1e-7
    """Share of people with one certain name that no voter of the file has."""

    in_file: float = 0.75
    """Added to every voter's score, against `not in the file`: what the rarities' exponents take away, less
    what goes unseen."""
    expected_share: float = 0.42
    """How many contacts with plausible candidates are in the file, before the address book is seen ..."""
    expected_share_strength: float = 20.0
    """... and how many contacts that expectation is worth."""
    neighbours_strength: float = 30.0
    """How many contacts it is worth that people know others from all parts of the district alike."""
    home_strength: float = 10.0
    """How many contacts it is worth to know where the volunteer lives."""
    matched_from: float = 0.98
    """Probability from which a voter counts as matched."""
    ambiguous_from: float = 0.25
    """Probability of being in the file at all from which a person is asked."""


HAND_SET = Parameters(
    source="Set by hand after Fellegi-Sunter weights learnt on synthetic districts; not fitted to data.",
)
"""What a fit starts from and is held to."""

_FITTED = Path(__file__).with_name("fitted_weights.toml")


def fitted() -> Parameters:
    """The weights of fitted_weights.toml, which `make fit-matching` writes; what it lacks is set by hand."""
    return msgspec.toml.decode(_FITTED.read_bytes(), type=Parameters)


DEFAULT = fitted()
"""The weights used unless others are passed."""
